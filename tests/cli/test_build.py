"""`variorum build`."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.contracts.readers import RuleReader
from tests.contracts.stories import (
    PARAGRAPHS,
    SAMPLE,
    SAMPLE_ARTICLES,
    article_line,
    exported,
    noun,
)
from variorum.cli import build
from variorum.store.sqlite import SqliteStore

SUMMARY = {"read", "known", "failed", "articles", "compared", "readings", "unread", "store"}


def texts(store: str = "story.variorum") -> set[str]:
    return {row["text"] for row in noun(exported(Path(store)), "articles")}


def test_says_what_it_found_and_what_to_do_next(run: Run) -> None:
    result = run("build", SAMPLE, "-o", "s.variorum", "--processes", "1")
    assert result.exit_code == 0
    assert f"{SAMPLE_ARTICLES} articles" in result.stdout
    assert "7 independent sources" in result.stdout
    assert "variorum show s.variorum" in result.stdout
    again = run("build", SAMPLE, "-o", "s.variorum")
    assert f"0 read, {SAMPLE_ARTICLES} known before" in again.stdout


def test_summary_as_json(run: Run) -> None:
    result = run("build", SAMPLE, "--json", "--processes", "1", "--memory", "200MB")
    summary = json.loads(result.stdout)
    assert summary.keys() == SUMMARY
    assert summary["articles"] == summary["read"] == SAMPLE_ARTICLES
    assert summary["store"] == "story.variorum"


def test_without_inputs_the_record_is_drawn_from_what_is_there(run: Run, story: Path) -> None:
    summary = json.loads(run("build", "-o", story, "--json").stdout)
    assert (summary["read"], summary["compared"], summary["articles"]) == (0, 0, SAMPLE_ARTICLES)


def test_some_bad_inputs_are_told_and_the_exit_code_says_so(run: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "good.txt").write_text(PARAGRAPHS[0])
    result = run("build", "empty.txt", "good.txt")
    assert result.exit_code == 3
    assert "1 articles" in result.stdout
    assert "variorum show story.variorum --failures" in result.stderr
    assert json.loads(run("build", "empty.txt", "--json").stdout)["failed"] == 1


def test_max_bytes(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("goat " * 100)
    assert run("build", "a.txt", "--max-bytes", "499").exit_code == 3
    assert "--max-bytes" in run("show", "story.variorum", "--failures").stdout
    assert run("build", "a.txt", "--max-bytes", "500").exit_code == 0


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PARAGRAPHS[0].encode(), {PARAGRAPHS[0]}),
        (f"<html><body><p>{PARAGRAPHS[1]}</p></body></html>".encode(), {PARAGRAPHS[1]}),
        (
            "".join(f"{article_line(text)}\n" for text in PARAGRAPHS[:3]).encode(),
            set(PARAGRAPHS[:3]),
        ),
    ],
    ids=["text", "HTML", "JSON Lines"],
)
def test_standard_input(run: Run, data: bytes, expected: set[str]) -> None:
    assert run("build", "-", stdin=data).exit_code == 0
    assert texts() == expected


def test_standard_input_with_nothing_in_it(run: Run) -> None:
    result = run("build", "-", stdin=b"")
    assert result.exit_code == 3
    with SqliteStore(Path("story.variorum")) as store:
        assert [failure.code for failure in store.failures()] == ["empty"]


def test_standard_input_beside_files(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text(PARAGRAPHS[0])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PARAGRAPHS[1].encode())))
    run("build", "a.txt", "-", stdin=PARAGRAPHS[1].encode())
    assert texts() == set(PARAGRAPHS[:2])


class TestReading:
    @pytest.fixture(autouse=True)
    def reader(self, monkeypatch: pytest.MonkeyPatch) -> RuleReader:
        reader = RuleReader()
        monkeypatch.setattr(build, "shipped_reader", lambda *_: reader)
        return reader

    def test_is_done_and_told(self, run: Run, reader: RuleReader) -> None:
        result = run("build", SAMPLE, "--processes", "1")
        assert len(reader.given) == SAMPLE_ARTICLES
        assert f"quotations ({SAMPLE_ARTICLES} articles read anew)" in result.stdout
        assert "read anew" not in run("build", SAMPLE).stdout

    def test_is_left_out_if_so_wished(self, run: Run, reader: RuleReader) -> None:
        result = run("build", SAMPLE, "--no-read", "--json", "--processes", "1")
        assert json.loads(result.stdout)["readings"] == len(reader.given) == 0

    def test_that_skips_an_article_says_so_and_is_no_failure(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text(
            "Il ministro degli Esteri ha detto mercoledì che il governo non accetterà condizioni "
            "e che il grano resterà nel porto finché i negoziati non saranno conclusi.\n"
        )
        result = run("build", "a.txt")
        assert result.exit_code == 0
        assert "1 articles were not read" in result.stderr
        assert "variorum show story.variorum --failures" in result.stderr
