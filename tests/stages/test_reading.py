"""The stage that reads articles: each once, while neither it nor the reader changes."""

from pathlib import Path

import pytest

from tests.contracts.readers import RuleReader
from tests.contracts.stories import (
    PARAGRAPHS,
    SAMPLE,
    SAMPLE_ARTICLES,
    SAMPLE_FILES,
    build_store,
    exported,
    faults,
    noun,
    write_files,
)
from tests.test_pipeline import Told
from variorum.library import open_story
from variorum.record.article import Article
from variorum.stages.reading import AT_ONCE
from variorum.store.sqlite import SqliteStore

ENGLISH = 'Dorin Hale said on Wednesday: "We have waited at the locks since the first frost."\n'
ITALIAN = (
    "Il ministro degli Esteri ha detto mercoledì che il governo non accetterà condizioni e che "
    "il grano resterà nel porto finché i negoziati non saranno conclusi.\n"
)
READ = ("entities", "mentions", "times", "quotations")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "story"


def test_every_article_is_read_and_what_it_says_is_exported(store: Path) -> None:
    reader = RuleReader()
    told = Told()
    summary = build_store(store, SAMPLE, reader=reader, progress=told)
    assert (summary.readings, summary.unread) == (SAMPLE_ARTICLES, 0)
    assert told.totals["Reading articles"] == told.steps["Reading articles"] == SAMPLE_ARTICLES
    record = exported(store)
    assert all(noun(record, name) for name in READ)
    assert faults(store) == []


def test_the_order_and_number_of_steps_change_nothing(store: Path, tmp_path: Path) -> None:
    build_store(store, SAMPLE, reader=RuleReader())
    for file in reversed(SAMPLE_FILES):
        build_store(tmp_path / "steps", file, reader=RuleReader())
    assert exported(tmp_path / "steps") == exported(store)


def test_only_what_is_new_is_read(store: Path, tmp_path: Path) -> None:
    *files, last = write_files(tmp_path / "in", [f"{ENGLISH}{one}\n" for one in PARAGRAPHS[:4]])
    build_store(store, *files, reader=RuleReader())
    again, more = RuleReader(), RuleReader()
    assert build_store(store, *files, reader=again).readings == 0
    assert build_store(store, last, reader=more).readings == 1
    assert (len(again.given), len(more.given)) == (0, 1)


def test_another_reader_reads_all_again(store: Path, tmp_path: Path) -> None:
    files = write_files(tmp_path / "in", [ENGLISH, f"{ENGLISH}{ENGLISH}"])
    build_store(store, *files, reader=RuleReader())
    assert build_store(store, reader=RuleReader("tests.rule/2")).readings == 2
    with SqliteStore(store) as opened:
        assert {one.maker for one in opened.readings()} == {"tests.rule/2"}
        assert {key.maker for key in opened.reading_keys().values()} == {"tests.rule/2"}


def test_without_a_reader_nothing_is_read_and_nothing_lost(store: Path, tmp_path: Path) -> None:
    first, second = write_files(tmp_path / "in", [ENGLISH, f"{ENGLISH}{ENGLISH}"])
    build_store(store, first, reader=RuleReader())
    before = noun(exported(store), "quotations")
    told = Told()
    summary = build_store(store, second, progress=told)
    assert summary.readings == 0
    assert "Reading articles" not in told.totals
    assert noun(exported(store), "quotations") == before


def test_what_is_read_of_a_text_that_is_gone_goes_with_it(store: Path, tmp_path: Path) -> None:
    (file,) = write_files(tmp_path / "in", [ENGLISH])
    build_store(store, file, reader=RuleReader())
    file.write_text(PARAGRAPHS[0])
    build_store(store, file)
    assert noun(exported(store), "quotations") == []
    assert faults(store) == []


def test_what_was_read_of_blocks_that_changed_is_not_shown(store: Path, tmp_path: Path) -> None:
    (file,) = write_files(tmp_path / "in", [ENGLISH])
    build_store(store, file, reader=RuleReader())
    with SqliteStore(store, write=True) as opened:
        (kept,) = opened.kept_articles()
        opened.add_articles([kept._replace(payload=kept.payload.replace(b"body", b"date"))])
    build_store(store)
    with SqliteStore(store) as opened:
        assert opened.reading_keys() == {}


def test_an_article_in_another_language_is_kept_and_says_why_it_was_not_read(
    store: Path, tmp_path: Path
) -> None:
    files = write_files(tmp_path / "in", [ENGLISH * 2, ITALIAN * 2])
    reader = RuleReader()
    summary = build_store(store, *files, reader=reader)
    assert (summary.articles, summary.failed) == (2, 0)
    assert (summary.readings, summary.unread) == (1, 1)
    with open_story(store) as story:
        (failure,) = story.failures
        assert (failure.source, failure.stage, failure.code) == (str(files[1]), "read", "language")
        assert "it" in failure.message
        (read,) = story.readings
        assert story.by_id[read.article].source == str(files[0])
    again = build_store(store, reader=RuleReader())
    assert (again.readings, again.unread) == (0, 1)
    assert faults(store) == []


def test_an_article_that_a_reader_refuses_stops_nothing(store: Path, tmp_path: Path) -> None:
    def is_odd(article: Article) -> bool:
        return "odd" in article.text

    files = write_files(tmp_path / "in", [ENGLISH, f"{ENGLISH}An odd line.\n"])
    summary = build_store(store, *files, reader=RuleReader(refuse=is_odd))
    assert (summary.readings, summary.unread, summary.failed) == (1, 1, 0)
    assert [row["source"] for row in noun(exported(store), "failures")] == [str(files[1])]
    assert build_store(store, reader=RuleReader("tests.rule/2")).unread == 0
    assert noun(exported(store), "failures") == []


def test_a_run_that_is_stopped_loses_next_to_nothing(store: Path, tmp_path: Path) -> None:
    stopped, after = RuleReader(stop_after=13), RuleReader()
    with pytest.raises(KeyboardInterrupt):
        build_store(store, SAMPLE, reader=stopped)
    assert faults(store) == []
    assert build_store(store, SAMPLE, reader=after).readings == SAMPLE_ARTICLES - AT_ONCE
    build_store(tmp_path / "undisturbed", SAMPLE, reader=RuleReader())
    assert exported(store) == exported(tmp_path / "undisturbed")


def test_times_are_told_from_dates_that_are_inferred_later(store: Path) -> None:
    build_store(store, SAMPLE, reader=RuleReader())
    with open_story(store) as story, SqliteStore(store) as opened:
        inferred = opened.dates().keys()
        read = {one.article: one for one in opened.readings() if one.article in inferred}
        relative = [
            (before, after)
            for reading in story.readings
            if reading.article in inferred
            for before, after in zip(read[reading.article].times, reading.times, strict=True)
            if before.relation and before.type == "date"
        ]
    assert relative
    assert all(before.when is None for before, _ in relative)
    assert any(after.when for _, after in relative)
