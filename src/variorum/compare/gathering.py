"""What is looked for in one article at a time, gathered for all that were read."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from variorum.record.article import Article
from variorum.record.reading import Reading

T = TypeVar("T")


def found_in(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    find: Callable[[Article, Reading], Iterable[T]],
) -> dict[str, tuple[T, ...]]:
    """What `find` gives for each article with a reading, by the article's id."""
    return {
        name: tuple(find(articles[name], reading))
        for name, reading in readings.items()
        if name in articles
    }
