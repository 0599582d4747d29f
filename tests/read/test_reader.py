"""The reader of a store: windows kept in it, articles that fail among others that do not."""

from pathlib import Path

import pytest

from tests.contracts.readers import CountingEncoder, read_by_rule
from tests.contracts.store_contract import ONE, OTHER, THIRD
from variorum.read.encoder.window import Window
from variorum.read.protocol import WindowEncoder
from variorum.read.reader import ArticleReader
from variorum.record.article import Article
from variorum.record.errors import StoreError
from variorum.record.failure import Failure
from variorum.record.reading import Reading
from variorum.store.sqlite import SqliteStore


def read_article(article: Article, encoder: WindowEncoder) -> Reading:
    """Reads by rule, after a look at each word."""
    if "goat" in article.text:
        raise ValueError("goats cannot be read")
    list(encoder.read_windows([Window((word,)) for word in article.text.split()]))
    return read_by_rule(article, "reader/1")


def test_copies_go_through_the_network_once(tmp_path: Path) -> None:
    encoder = CountingEncoder()
    for _ in range(2):
        with SqliteStore(tmp_path / "story", write=True) as store:
            reader = ArticleReader(read_article, "reader/1", encoder, store)
            results = list(reader.read([ONE, OTHER, ONE]))
        assert {type(one) for one in results} <= {Reading, Failure}
    words = {word for one in (ONE, OTHER) if "goat" not in one.text for word in one.text.split()}
    assert sorted(window.words[0] for window in encoder.given) == sorted(words)
    assert reader.words.encoded == 0
    assert reader.words.asked > 0


def test_an_article_that_breaks_the_reader_is_a_failure_among_readings(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "story", write=True) as store:
        reader = ArticleReader(read_article, "reader/1", CountingEncoder(), store)
        results = dict(zip((ONE, OTHER, THIRD), reader.read([ONE, OTHER, THIRD]), strict=True))
    for article, result in results.items():
        if "goat" in article.text:
            assert isinstance(result, Failure)
            assert "goats cannot be read" in result.message
            assert (result.source, result.stage) == (article.source, "read")
        else:
            assert isinstance(result, Reading)
            assert result.article == article.id


def test_a_store_that_cannot_be_written_is_no_fault_of_an_article(tmp_path: Path) -> None:
    def full(article: Article, encoder: WindowEncoder) -> Reading:
        raise StoreError("The disk is full", "Make room")

    with SqliteStore(tmp_path / "story", write=True) as store:
        reader = ArticleReader(full, "reader/1", CountingEncoder(), store)
        with pytest.raises(StoreError):
            list(reader.read([ONE]))


def test_windows_of_another_network_are_forgotten(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "story", write=True) as store:
        store.add_windows("other/1", [("a", b"window")])
        ArticleReader(read_article, "reader/1", CountingEncoder(), store)
        assert store.windows("other/1", ["a"]) == {}
