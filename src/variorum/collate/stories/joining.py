"""Which articles are one story."""

from collections.abc import Iterable, Mapping
from typing import Final

from variorum.collate.stories.candidates import find_candidates
from variorum.collate.stories.grouping import group
from variorum.collate.stories.profiles import profiles_of
from variorum.collate.stories.rows import ArticleRow, rows_of
from variorum.collate.stories.telling import tell
from variorum.engine.protocol import Engine
from variorum.record.maker import Maker
from variorum.record.story import StoryGroup

__all__ = ["MAKER", "ArticleRow", "join_stories", "rows_of"]

MAKER: Final = Maker("collate.stories", 3)


def join_stories(
    engine: Engine,
    rows: Iterable[ArticleRow],
    joined: Mapping[str, str],
    roots: Mapping[str, frozenset[str]],
) -> list[StoryGroup]:
    """The stories of the record, in order of their ids.

    An article that stands alone is no story: two at least are. `joined`: the record's entity
    for an article's; `roots`: for an article that has its text from elsewhere the texts at the
    top of its tree: copies of one text are one vote.
    """
    listed = sorted(rows, key=lambda row: row.article)
    heap = profiles_of(listed, joined, roots)
    by_article = {row.article: row for row in listed}
    groups = group(heap, find_candidates(engine, heap))
    stories = (
        tell(heap, numbers, by_article, str(MAKER))
        for numbers in groups
        if sum(len(heap.profiles[number].articles) for number in numbers) > 1
    )
    return sorted(stories, key=lambda story: story.id)
