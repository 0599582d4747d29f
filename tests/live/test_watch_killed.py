"""A watcher that is killed at any moment goes on from there, to the same record."""

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.contracts.stories import PARAGRAPHS, Record, exported, faults, noun
from tests.live.hostile import Reply, Site, etagged, feed, page

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="kill -9 is a thing of POSIX")

KILLS = 5
NEVER = 10**9
PAGES = 6

WATCH = """
import atexit, os, signal, sqlite3, sys
from pathlib import Path

from tests.contracts.readers import RuleReader
from tests.live.hostile import PatientClock
from variorum.engine.duckdb import DuckdbEngine
from variorum.live.fetching import Fetcher, Limits
from variorum.live.watching import Settings, Watcher
from variorum.pipeline import add
from variorum.store.sqlite import SqliteStore

store, now, left, source = Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
limit = left
connect = sqlite3.connect


def count(statement):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)


def counting(*arguments, **options):
    connection = connect(*arguments, **options)
    connection.set_trace_callback(count)
    return connection


class StillClock(PatientClock):
    def sleep(self, seconds):
        pass


sqlite3.connect = counting
clock = StillClock(now)
with DuckdbEngine(processes=1) as engine:
    Watcher(
        [source],
        lambda: SqliteStore(store, write=True),
        lambda items, opened: add(items, opened, engine, reader=RuleReader()),
        Fetcher(clock, Limits(100_000, 20.0, 4), delay=0.0, allow_private=True),
        clock,
        Settings(limit=10),
    ).run(lambda done: None, once=True)
print(limit - left)
"""
"""One round that kills itself before so many statements of SQL, and else prints their number."""

MONDAY, TUESDAY = 1_930_000_000, 1_930_086_400


def watch(store: Path, site: Site, now: int, limit: int = NEVER) -> int | None:
    """A round in a process of its own; the number of its statements, None if it was killed."""
    arguments = [str(store), str(now), str(limit), f"{site.address}/rss"]
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode == -signal.SIGKILL:
        return None
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def publish_monday(site: Site) -> None:
    site["/rss"] = feed(*(f"/{number}" for number in range(PAGES // 2)))
    for number in range(PAGES // 2):
        text = page(f"Talks of hall {number}", *PARAGRAPHS[number * 2 :][:4])
        site[f"/{number}"] = etagged(text, f'"monday {number}"')


def publish_tuesday(site: Site) -> None:
    """Some pages are new, one is rewritten, one is gone, one is no article."""
    site["/rss"] = feed(*(f"/{number}" for number in range(PAGES)))
    site["/0"] = etagged(page("Talks of hall 0", *PARAGRAPHS[:3], PARAGRAPHS[20]), '"tuesday"')
    site["/1"] = Reply(b"gone", 410)
    site["/3"] = Reply(b"<html><body></body></html>")
    for number in range(PAGES // 2 + 1, PAGES):
        site[f"/{number}"] = page(f"Talks of hall {number}", *PARAGRAPHS[number * 2 :][:4])


class Undisturbed(NamedTuple):
    monday: Path
    record: Record
    statements: int


@pytest.fixture
def undisturbed(site: Site, tmp_path: Path) -> Undisturbed:
    store, monday = tmp_path / "undisturbed", tmp_path / "monday"
    publish_monday(site)
    watch(store, site, MONDAY)
    shutil.copy(store, monday)
    publish_tuesday(site)
    statements = watch(store, site, TUESDAY)
    assert statements
    record = exported(store)
    assert len(noun(record, "articles")) == PAGES
    assert len(noun(record, "failures")) == 2
    return Undisturbed(monday, record, statements)


def test_killed_before_any_statement(site: Site, tmp_path: Path, undisturbed: Undisturbed) -> None:
    chance = random.Random(13)
    store = tmp_path / "story"
    shutil.copy(undisturbed.monday, store)
    ended = []
    for part in range(KILLS):
        # Later and later, since each run goes on from where the last one was killed.
        moment = chance.randint(1, undisturbed.statements * (part + 1) // (KILLS + 2))
        ended.append(watch(store, site, TUESDAY, limit=moment))
        assert faults(store) == []
    assert ended.count(None) > 1
    assert watch(store, site, TUESDAY) is not None
    assert exported(store) == undisturbed.record
    assert faults(store) == []
