"""The stage that reads articles: those that are new, or whose text, blocks or reader changed."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

from variorum.read.protocol import Reader
from variorum.read.reading import why_unread
from variorum.record.article import Article
from variorum.record.errors import StoreError
from variorum.record.failure import Failure
from variorum.record.identity import identify
from variorum.record.reading import Reading
from variorum.stages.progress import Progress
from variorum.store.protocol import KeptReading, ReadingKey, Store

AT_ONCE: Final = 8
"""Readings that are kept in one transaction: what a run that is killed loses, at most."""


class ReadingCount(NamedTuple):
    """Articles read in this run, and those in the store that were not read and say why."""

    read: int
    unread: int


def read_articles(store: Store, reader: Reader | None, progress: Progress) -> ReadingCount:
    """Bring the readings in a store up to date; without a reader, forget those that are not."""
    inputs = {article.id: inputs_of(article) for article in store.articles()}
    kept = store.reading_keys()
    store.drop_readings(
        article for article, key in kept.items() if key.inputs != inputs.get(article)
    )
    read = _read_anew(store, reader, inputs, kept, progress) if reader else 0
    return ReadingCount(read, sum(1 for _ in store.unread()))


def inputs_of(article: Article) -> str:
    """The hash of what a reading is made from, its maker left out.

    Publication counts as the page states it. What is inferred later comes in when a reading
    is looked at: `record.dating`.
    """
    blocks = [(block.start, block.end, block.role) for block in article.blocks]
    published = article.published and (article.published.earliest, article.published.latest)
    return identify("cache", "reading", article.text, blocks, article.language, published)


def _read_anew(
    store: Store,
    reader: Reader,
    inputs: Mapping[str, str],
    kept: Mapping[str, ReadingKey],
    progress: Progress,
) -> int:
    wanted = {article: ReadingKey(made_from, reader.maker) for article, made_from in inputs.items()}
    missing = [article for article, key in wanted.items() if kept.get(article) != key]
    progress.stage("Reading articles", len(missing))
    results = _results(store, reader, missing)
    read = 0
    while batch := list(islice(results, AT_ONCE)):
        store.add_readings(
            KeptReading(article, wanted[article], result) for article, result in batch
        )
        read += sum(not isinstance(result, Failure) for _, result in batch)
        progress.advance(len(batch))
    return read


def _results(
    store: Store, reader: Reader, articles: Iterable[str]
) -> Iterator[tuple[str, Failure | Reading]]:
    """The articles that are not for the reader come first."""
    readable = []
    for article in _articles(store, articles):
        if why_unread(article):
            yield article.id, _foreign(article)
        else:
            readable.append(article.id)
    results = reader.read(_articles(store, readable))
    yield from zip(readable, results, strict=True)


def _articles(store: Store, ids: Iterable[str]) -> Iterator[Article]:
    for one in ids:
        article = store.article(one)
        if article is None:
            raise StoreError(f"Article {one} is missing", "Check the store with: variorum doctor")
        yield article


def _foreign(article: Article) -> Failure:
    return Failure(
        article.source,
        "read",
        "language",
        f"The article is kept, but not read for quotations: its language is {article.language}",
        "Only English is read; its copies and lineage are found all the same",
    )
