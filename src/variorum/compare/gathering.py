"""What is looked for in one article at a time, gathered for all that were read, and by story."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.story import StoryGroup

T = TypeVar("T")
Key = TypeVar("Key", bound=Hashable)


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


def told_in(story: StoryGroup, told: Mapping[str, Sequence[T]]) -> list[T]:
    """What the articles of a story tell, in their order. `told`: by the article's id."""
    return [one for name in story.articles for one in told.get(name, ())]


def alike(some: Iterable[T], key: Callable[[T], Key]) -> dict[Key, list[T]]:
    """Things by what is the same of them, in order of the first of each."""
    found: dict[Key, list[T]] = defaultdict(list)
    for one in some:
        found[key(one)].append(one)
    return found


def told_once(
    some: Iterable[T], kind: Callable[[T], Hashable], value: Callable[[T], Hashable]
) -> Iterator[T]:
    """The first of each kind of which but one value is told."""
    for those in alike(some, kind).values():
        if len({value(one) for one in those}) == 1:
            yield those[0]
