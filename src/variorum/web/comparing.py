"""What takes a minute to compare in a large record, worked out by a process of its own.

One process runs one thread of Python at a time, and readers would wait for the comparison between
any two steps of their pages. The process is started anew (never forked from one with threads),
is told the name of a store, writes what it found, and ends; it ends, too, when whoever started it
lets go of it or is no more.
"""

import json
import os
import subprocess
import sys
from contextlib import suppress
from threading import Thread
from typing import Final

import msgspec

from variorum.compare.conflicts import Conflict
from variorum.compare.wordings import Wording
from variorum.library import open_story
from variorum.record.errors import VariorumError
from variorum.store.naming import StoreName

YIELDING: Final = 10
"""How much later than a reader's turn its own may come (`nice`)."""


class Compared(msgspec.Struct, frozen=True):
    """What a record shows when its articles are held against each other."""

    conflicts: list[Conflict]
    wordings: list[Wording]


class Comparison:
    """The articles of a store compared elsewhere, from when this is made.

    Raises `OSError` if there can be no process.
    """

    def __init__(self, name: StoreName) -> None:
        # The name may hold a password, and what is on a command line all users of a machine see.
        self._process = subprocess.Popen(
            [sys.executable or "", "-P", "-m", __name__],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # Ctrl-C is for whoever started it. Not a session of its own, which Linux would give as
            # much of the processors as all of its starter's together, however nice it is.
            process_group=0,
        )
        assert self._process.stdin is not None
        with suppress(OSError):  # if it ended at once, which `found` tells
            self._process.stdin.write(json.dumps(name.given).encode() + b"\n")

    def found(self) -> Compared | None:
        """What was found, once it is; None if it was stopped or failed."""
        with self._process as process:
            assert process.stdout is not None
            packed = process.stdout.read()
        if process.returncode:
            return None
        try:
            return msgspec.msgpack.decode(packed, type=Compared)
        except msgspec.DecodeError:  # of another version, which was installed meanwhile
            return None

    def stop(self) -> None:
        """End it, at once; whoever waits for what is found is told None."""
        self._process.kill()

    def close(self) -> None:
        """End it, and wait until it is no more."""
        with self._process:
            self._process.kill()


def main() -> None:
    """Compare the articles of the store that is named on the first line of standard input."""
    if hasattr(os, "nice"):
        os.nice(YIELDING)
    given = sys.stdin.buffer.readline()
    if not given:
        sys.exit(1)
    name = StoreName(json.loads(given))
    Thread(target=_end_when_let_go, daemon=True).start()
    try:
        with open_story(name) as story:
            found = Compared(story.conflicts, story.wordings)
    except VariorumError:
        sys.exit(1)  # Whoever asks for the page is told.
    sys.stdout.buffer.write(msgspec.msgpack.encode(found))


def _end_when_let_go() -> None:
    # Not by way of sys.stdin, whose lock nobody could take at the end.
    while os.read(0, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
