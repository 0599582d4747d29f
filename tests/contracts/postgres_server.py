"""A PostgreSQL server of the tests' own, from Debian's package."""

import os
import pwd
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from urllib.parse import quote

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda one: one.parts[4])
POSTGRES = Path(shutil.which("postgres") or (PROGRAMS[-1] if PROGRAMS else "/nowhere/postgres"))

OTHER_ACCOUNT = "nobody"
"""Who runs the server if the tests are run by root, whom PostgreSQL refuses."""


class PostgresServer:
    """A server that listens on a socket in a folder of its own, and its one database."""

    def __init__(self, *, safe: bool = False) -> None:
        """`safe`: what it says it has kept is on the disk."""
        self.folder = Path(tempfile.mkdtemp(prefix="variorum-postgres-"))
        self._data = self.folder / "data"
        self._numbers = count(1)
        self._as_other = []
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            account = pwd.getpwnam(OTHER_ACCOUNT)
            os.chown(self.folder, account.pw_uid, account.pw_gid)
            ids = f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}"
            self._as_other = ["setpriv", *ids, "--clear-groups"]
        self._run("initdb", "-D", self._data, "-U", "desk", "-A", "trust", "-E", "UTF8",
                  "--no-locale", "--no-sync")  # fmt: skip
        with (self._data / "postgresql.conf").open("a") as settings:
            settings.write(
                f"listen_addresses = ''\nunix_socket_directories = '{self.folder}'\n"
                f"fsync = {'on' if safe else 'off'}\nshared_buffers = 32MB\n"
            )
        self.start()

    def start(self) -> None:
        log = self.folder / "log"
        self._run("pg_ctl", "start", "-w", "-s", "-D", self._data, "-l", log)

    def stop(self, how: str = "fast") -> None:
        """`how`: "fast", or "immediate" for one that is killed."""
        self._run("pg_ctl", "stop", "-w", "-s", "-D", self._data, "-m", how)

    def remove(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self.folder)

    def address(self, schema: str | None = None) -> str:
        """Where a store may be made; without a schema's name where there is none yet."""
        schema = schema or f"store_{next(self._numbers)}"
        host = quote(str(self.folder), safe="")
        return f"postgresql://desk@/postgres?host={host}&schema={schema}"

    def _run(self, program: str, *arguments: str | Path) -> None:
        command = [*self._as_other, str(POSTGRES.with_name(program)), *map(str, arguments)]
        # The server keeps what it is given to write to: it must be no pipe of ours.
        with (self.folder / "output").open("wb") as output:
            run = subprocess.run(command, stdout=output, stderr=output, cwd="/", check=False)
        assert run.returncode == 0, (self.folder / "output").read_text()
