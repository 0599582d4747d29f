"""`variorum doctor`."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Run


def plant(store: Path, sql: str) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute(sql)


def test_a_sound_store(run: Run, story: Path) -> None:
    result = run("doctor", story)
    assert result.exit_code == 0
    assert "story.variorum is sound" in result.stdout
    assert json.loads(run("doctor", story, "--json").stdout) == {
        "store": "story.variorum", "faults": [], "unfinished": [],
    }  # fmt: skip


def test_a_store_that_breaks_a_rule(run: Run, story: Path) -> None:
    plant(story, "INSERT INTO sources VALUES ('lost.txt', 'art1-nowhere')")
    result = run("doctor", story)
    assert result.exit_code == 4
    assert "sources" in result.stdout
    assert "is sound" not in result.stdout
    found = run("doctor", story, "--json")
    assert found.exit_code == 4
    assert len(json.loads(found.stdout)["faults"]) == 1


def test_work_that_an_interrupted_run_left_is_no_fault(run: Run, story: Path) -> None:
    for table in ("facts", "reuses", "pairs", "lineage", "dispatches"):
        plant(story, f"DELETE FROM {table}")
    result = run("doctor", story)
    assert result.exit_code == 0
    assert "variorum build -o story.variorum" in result.stdout
    assert run("build", "-o", story).exit_code == 0
    assert json.loads(run("doctor", story, "--json").stdout)["unfinished"] == []
