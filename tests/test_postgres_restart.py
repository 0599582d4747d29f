"""A PostgreSQL server that is killed while a build writes to it loses and halves nothing."""

import contextlib
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.postgres_server import POSTGRES, PostgresServer
from tests.contracts.stories import Record, built, invent_heap, noun, write_files
from variorum.export.jsonlines import export_json_lines
from variorum.library import open_story
from variorum.record.errors import StoreError
from variorum.store.opening import open_store
from variorum.store.rules import find_faults

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(not POSTGRES.exists(), reason="no PostgreSQL: scripts/install-postgresql"),
]

ARTICLES = 80
KILLS = 5

BUILD = """
import sys
import psycopg
from variorum.cli import main

asked, moment = 0, int(sys.argv.pop(1))


def counted(method):
    def count(*arguments, **options):
        global asked
        asked += 1
        if asked == moment:
            print("now", flush=True)
            input()
        return method(*arguments, **options)
    return count


for name in ("execute", "executemany"):
    setattr(psycopg.Cursor, name, counted(getattr(psycopg.Cursor, name)))
try:
    main()
finally:
    print(asked)
"""
"""`variorum build` that waits before one statement of SQL until it is told to go on."""

NEVER = 0


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A server that keeps what it says it keeps, and which nobody else uses."""
    server = PostgresServer(safe=True)
    yield server
    server.remove()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heap")
    write_files(folder, invent_heap(ARTICLES, seed=7))
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Record:
    record = built(tmp_path_factory.mktemp("undisturbed") / "story", folder)
    assert len(noun(record, "articles")) == ARTICLES
    assert noun(record, "lineage")
    return record


@contextlib.contextmanager
def build(folder: Path, store: str, moment: int = NEVER) -> Iterator[subprocess.Popen[str]]:
    """A build; with a `moment` it has come there, or has ended before."""
    options = ["build", str(folder), "-o", store, "--processes", "1", "--no-read", "--json"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, "-c", BUILD, str(moment), *options]
    with subprocess.Popen(command, text=True, **pipes) as run:  # type: ignore[call-overload]
        try:
            if moment != NEVER:
                assert run.stdout.readline() == "now\n"
            yield run
        finally:
            run.kill()


def finished(folder: Path, store: str) -> int:
    """How many statements a build takes that nobody disturbs."""
    with build(folder, store) as run:
        output, said = run.communicate()
    assert run.returncode == 0, said
    return int(output.split()[-1])


def exported(store: str, folder: Path) -> Record:
    with open_story(store) as story:
        export_json_lines(story, folder)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def faults(store: str) -> list[str]:
    with open_store(store) as opened:
        return list(find_faults(opened))


def test_a_server_that_is_killed_in_mid_write(
    tmp_path: Path, folder: Path, undisturbed: Record, server: PostgresServer
) -> None:
    chance = random.Random(5)
    store = server.address()
    whole = left = finished(folder, server.address())
    for _ in range(KILLS):
        moment = chance.randint(30, max(30, int(left * 0.6)))
        with build(folder, store, moment) as run:
            server.stop("immediate")
            _, said = run.communicate("go on\n")
            assert run.returncode == 1, said
        assert "Check that the server runs, then give the same command again" in said
        assert "Traceback" not in said
        server.start()
        assert faults(store) == []
        left -= moment
    assert finished(folder, store) < whole
    assert faults(store) == []
    assert exported(store, tmp_path / "exported") == undisturbed


def test_what_a_build_said_is_done_is_on_the_disk(
    folder: Path, undisturbed: Record, server: PostgresServer, tmp_path: Path
) -> None:
    store = server.address()
    finished(folder, store)
    server.stop("immediate")
    server.start()
    assert exported(store, tmp_path / "exported") == undisturbed


def test_a_reader_reads_on_after_the_server_was_away(folder: Path, server: PostgresServer) -> None:
    store = server.address()
    finished(folder, store)
    with open_store(store) as reader:
        version = reader.version()
        articles = [one.id for one in reader.articles()]
        server.stop("immediate")
        with pytest.raises(StoreError, match="Check that the server runs"):
            reader.version()
        server.start()
        assert [one.id for one in reader.articles()] == articles
        assert reader.version() == version
        assert len(articles) == ARTICLES


def test_a_writer_that_is_killed_leaves_the_store_free(
    server: PostgresServer, folder: Path
) -> None:
    store = server.address()
    with build(folder, store, 200) as run:
        run.kill()
        run.wait()
        with open_store(store, write=True) as opened:
            assert opened.sources()
        assert faults(store) == []
