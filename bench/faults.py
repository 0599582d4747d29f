"""Kills builds and watchers, and fills their disk, at many moments; nothing may be lost.

    python -m bench.faults [--moments 50] [--seed 1] [--kinds build watch disk]

After each fault `variorum doctor` must find the store sound, and the same command, given once more,
must end with the record of a run that nothing disturbed. A build reads the sample story; a watcher
fetches it from a server of this machine; the disk is a small tmpfs where one may be mounted, and
else a limit to the store's size. A disk that is full must be told with what to do.
"""

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from tests.contracts.stories import SAMPLE, SAMPLE_FILES, exported, faults
from tests.live.hostile import Site, feed, page, serving
from variorum.record.errors import StoreError

RUN: Final = """
import os, sqlite3, sys

pages = int(os.environ.get("MOST_PAGES", 0))
connect = sqlite3.connect


def limited(*arguments, **options):
    connection = connect(*arguments, **options)
    connection.execute(f"PRAGMA max_page_count = {pages}")
    return connection


if pages:
    sqlite3.connect = limited
from variorum.cli import main
main()
"""
"""The command; with a limit to the pages of its store, after which the disk is full for it."""

PAGE_BYTES: Final = 4096
MAKE_ROOM: Final = "Make room on the disk"
STARTED: Final = 60.0
"""Seconds within which a run has made its store."""

Rows = dict[str, list[dict[str, Any]]]


class Fault(NamedTuple):
    """What went wrong, as a sentence."""

    message: str


class Scene(NamedTuple):
    """A command that is disturbed: its words but for the store, and what it comes to otherwise."""

    words: Sequence[str]
    record: Rows
    seconds: float
    bytes: int


def run(words: Sequence[str], store: Path, **environment: str) -> subprocess.Popen[str]:
    """A command of `variorum` in a session of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", RUN, *words, "-o", str(store)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | environment,
    )


def finished(words: Sequence[str], store: Path, **environment: str) -> tuple[int, str]:
    """The exit code of a command that is left alone, and what it said of errors."""
    with run(words, store, **environment) as process:
        output, error = process.communicate()
    return process.returncode, output + error


def record_of(store: Path) -> Rows:
    """The record as it is exported, but for when pages were fetched, which each run does anew."""
    rows: Rows = {}
    for name, data in exported(store).items():
        rows[name] = [msgspec.json.decode(line) for line in data.splitlines()]
        for row in rows[name]:
            row.pop("retrieved", None)
    return rows


def scene(words: Sequence[str], folder: Path) -> Scene:
    """What a command comes to that nothing disturbs."""
    store = folder / "undisturbed.variorum"
    start = time.monotonic()
    code, said = finished(words, store)
    seconds = time.monotonic() - start
    if code:
        raise SystemExit(f"{words} fails undisturbed: {said}")
    return Scene(words, record_of(store), seconds, store.stat().st_size)


def killed(scene: Scene, store: Path, chance: random.Random) -> Iterator[Fault]:
    """A run that is killed at any moment after it has made its store."""
    with run(scene.words, store) as process:
        until = time.monotonic() + STARTED
        while not store.exists() and process.poll() is None and time.monotonic() < until:
            time.sleep(0.002)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0, scene.seconds))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    yield from recovered(scene, store)


def recovered(scene: Scene, store: Path) -> Iterator[Fault]:
    """What is wrong after a fault, and after the same command once more."""
    yield from _unsound(store)
    code, said = finished(scene.words, store)
    if code:
        yield Fault(f"the second run ends with {code}: {said[-500:]}")
    elif record_of(store) != scene.record:
        yield Fault("the second run ends with another record")
    yield from _unsound(store)


def _unsound(store: Path) -> Iterator[Fault]:
    """What `variorum doctor` finds; a store that holds nothing yet is none."""
    try:
        yield from map(Fault, faults(store))
    except StoreError as error:
        if "There is no store" not in str(error):
            yield Fault(f"The store cannot be opened: {error}")


def full(
    scene: Scene, store: Path, chance: random.Random, give: Callable[[int | None], dict[str, str]]
) -> Iterator[Fault]:
    """A run whose disk is full at any moment; `give` makes it so large, None for large enough."""
    size = chance.randint(8, int(1.6 * scene.bytes / PAGE_BYTES)) * PAGE_BYTES
    code, said = finished(scene.words, store, **give(size))
    if code not in (0, 1) or "Traceback" in said:
        yield Fault(f"on a disk of {size:,} bytes it ends with {code}: {said[-700:]}")
    if code == 1 and MAKE_ROOM not in said:
        yield Fault(f"on a disk of {size:,} bytes it does not say what to do: {said[-500:]}")
    give(None)
    yield from recovered(scene, store)


def limited(size: int | None) -> dict[str, str]:
    """A disk that is full for the store alone."""
    return {"MOST_PAGES": str(max(1, size // PAGE_BYTES))} if size else {}


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[Callable[[int | None], dict[str, str]]]:
    """A tmpfs at a folder, of any size; where none may be mounted, `limited`."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", str(folder)]
    tried = subprocess.run(mount, check=False, capture_output=True) if os.name == "posix" else None
    if tried is None or tried.returncode:
        print("No disk may be mounted: the store's size is limited instead")
        yield limited
        return

    def give(size: int | None) -> dict[str, str]:
        room = size or 100_000_000
        subprocess.run(["mount", "-o", f"remount,size={room}", str(folder)], check=True)
        return {}

    try:
        yield give
    finally:
        subprocess.run(["umount", str(folder)], check=False)


def publish(site: Site) -> list[str]:
    """The sample story as a site with a feed; gives the words of a command that watches it."""
    texts = [file for file in SAMPLE_FILES if file.suffix in (".txt", ".md")]
    for number, file in enumerate(texts):
        title, *lines = [line for line in file.read_text("utf-8").splitlines() if line.strip()]
        site[f"/{number}"] = page(title, *lines)
    site["/rss"] = feed(*(f"/{number}" for number in range(len(texts))))
    options = ["--once", "--allow-private", "--delay", "0"]
    return ["watch", f"{site.address}/rss", *options]


def try_kind(kind: str, moments: int, chance: random.Random) -> Iterator[tuple[int, list[Fault]]]:
    """What goes wrong at each moment of one kind of fault."""
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        place = Path(folder)
        words = ["build", str(SAMPLE), "--processes", "1"]
        if kind == "watch":
            words = publish(stack.enter_context(serving()))
        undisturbed = scene(words, place)
        disk = place / "disk"
        disk.mkdir()
        give = stack.enter_context(small_disk(disk)) if kind == "disk" else limited
        for number in range(moments):
            store = disk / "story.variorum"
            for left in disk.iterdir():
                shutil.rmtree(left) if left.is_dir() else left.unlink()
            found = (
                full(undisturbed, store, chance, give)
                if kind == "disk"
                else killed(undisturbed, store, chance)
            )
            yield number, list(found)


KINDS: Final = ("build", "watch", "disk")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    arguments = parser.parse_args()
    wrong = 0
    for kind in arguments.kinds:
        start = time.monotonic()
        tried = 0
        chance = random.Random(f"{arguments.seed} {kind}")
        for number, found in try_kind(kind, arguments.moments, chance):
            tried += 1
            wrong += len(found)
            for fault in found:
                print(f"{kind}, moment {number}: {fault.message}", flush=True)
        print(f"{kind}: {tried} moments in {time.monotonic() - start:.0f} s, {wrong} faults so far")
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
