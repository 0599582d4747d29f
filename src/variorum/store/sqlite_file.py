"""A store's file: locked, opened, known for what it is, and brought up to date."""

import os
import sqlite3
from importlib.resources import files
from pathlib import Path
from shlex import quote
from typing import Final

from filelock import FileLock, Timeout

from variorum.record.errors import StoreBusyError, StoreError
from variorum.store.sqlite_rows import refused

APPLICATION_ID: Final = 0x56415249
"""Marks the file as a Variorum store ("VARI"), for `file` and for us."""

BUSY_SECONDS: Final = 30.0
"""How long a reader waits while a writer ends its transaction."""


def locked(path: Path) -> FileLock:
    """The right to write, which the system takes back even from a killed process."""
    lock = FileLock(f"{path}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreBusyError(
            f"Another process is writing to {path}", "Wait until it has ended, then try again"
        ) from error
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written: {error.strerror}", "Choose another place"
        ) from error
    return lock


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection that leaves the beginning and end of transactions to us."""
    if not write and not path.is_file():
        raise _no_store(path)
    try:
        connection = sqlite3.connect(
            _address(path, write=write),
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=write,  # the web application's threads take turns at reading
        )
        connection.execute(f"PRAGMA {'foreign_keys' if write else 'query_only'} = ON")
    except sqlite3.Error as error:
        raise StoreError(
            f"{path} cannot be opened: {error}", "Check that it is a store and not damaged"
        ) from error
    return connection


def _no_store(path: Path) -> StoreError:
    return StoreError(
        f"There is no store at {path}",
        f"Make one with: variorum build INPUT -o {quote(str(path))}",
    )


def _address(path: Path, *, write: bool) -> str:
    """The file as SQLite is to open it.

    A reader, too, writes beside a store, to be told of a writer; where it may not, nobody is
    expected to write, unless a writer's log lies there.
    """
    if write:
        mode = "mode=rwc"
    elif os.access(path.parent, os.W_OK) or Path(f"{path}-wal").exists():
        mode = "mode=rw"
    else:
        mode = "mode=ro&immutable=1"
    return f"{path.absolute().as_uri()}?{mode}"


def checked_version(connection: sqlite3.Connection, path: Path, *, write: bool) -> int:
    """The version of a store; what is no store, or cannot be used as it is, is refused."""
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise refused(path, "read", error, "Give another path") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path} is no Variorum store", "Give another path") from error
    if not (application or tables or write):
        raise _no_store(path)  # A build that made it was stopped before it held anything.
    if application != APPLICATION_ID and tables:
        raise StoreError(f"{path} is a database, but no Variorum store", "Give another path")
    if version > len(migrations()):
        raise StoreError(
            f"{path} was written by a newer Variorum", "Upgrade: pip install -U variorum"
        )
    if version < len(migrations()) and not write:
        raise StoreError(
            f"{path} is of an older version",
            f"Bring it up to date with: variorum build -o {quote(str(path))}",
        )
    return int(version)


def prepare(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Makes a store ready for a writer, and brings it to the newest version, in one transaction."""
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        scripts = migrations()
        if version < len(scripts):
            connection.executescript(
                f"BEGIN IMMEDIATE; {' '.join(scripts[version:])}"
                f" PRAGMA user_version = {len(scripts)};"
                f" PRAGMA application_id = {APPLICATION_ID}; COMMIT;"
            )
    except sqlite3.OperationalError as error:
        raise refused(path, "written", error, "Choose another place") from error


def migrations() -> list[str]:
    """The steps that bring a store to the newest version, as SQL, in order."""
    folder = files("variorum.store").joinpath("migrations")
    scripts = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    return [folder.joinpath(name).read_text("utf-8") for name in scripts]
