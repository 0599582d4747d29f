"""The nouns of the record as they are exported. Their names and fields are a public contract."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

import msgspec

from variorum.compare.conflicts import Conflict
from variorum.compare.wordings import Wording
from variorum.export.rows import (
    MentionRow,
    QuotationRow,
    StatementRow,
    TimeRow,
    mention_rows,
    quotation_rows,
    statement_rows,
    time_rows,
)
from variorum.library import Story
from variorum.record.article import Article
from variorum.record.correction import Correction
from variorum.record.event import Event
from variorum.record.failure import Failure
from variorum.record.lineage import Dispatch, Lineage, Pair
from variorum.record.position import Position
from variorum.record.reading import Entity
from variorum.record.reuse import Reuse
from variorum.record.story import StoryGroup


class Noun(NamedTuple):
    """What is exported under one name: the type of its rows, and the rows."""

    type: type[msgspec.Struct]
    rows: Callable[[Story], Iterable[msgspec.Struct]]


NOUNS: Final[dict[str, Noun]] = {
    "articles": Noun(Article, lambda story: sorted(story.articles, key=lambda one: one.id)),
    "entities": Noun(Entity, lambda story: story.entities),
    "mentions": Noun(MentionRow, mention_rows),
    "times": Noun(TimeRow, time_rows),
    "quotations": Noun(QuotationRow, quotation_rows),
    "statements": Noun(StatementRow, statement_rows),
    "events": Noun(Event, lambda story: story.events),
    "positions": Noun(Position, lambda story: story.positions),
    "reuse": Noun(Reuse, lambda story: story.reuses),
    "lineage": Noun(Lineage, lambda story: story.lineage),
    "dispatches": Noun(Dispatch, lambda story: story.dispatches),
    "pairs": Noun(Pair, lambda story: story.pairs),
    "stories": Noun(StoryGroup, lambda story: story.stories),
    "conflicts": Noun(Conflict, lambda story: story.conflicts),
    "wordings": Noun(Wording, lambda story: story.wordings),
    "corrections": Noun(Correction, lambda story: story.corrections),
    "failures": Noun(Failure, lambda story: story.failures),
}
"""What is exported, by the names of its files."""
