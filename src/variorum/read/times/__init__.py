"""Finds the time expressions of an English article, and what they mean.

A paragraph goes through four steps: constructions (tables and regular expressions, one file
for each kind) → drafts that do not overlap → times as steps from an anchor → intervals and
TIMEX3 values.
"""

from collections.abc import Iterable

from variorum.read.times.anchoring import Anchors, anchor
from variorum.read.times.candidates import find_drafts
from variorum.record.article import Block
from variorum.record.time_expression import TimeExpression
from variorum.record.when import When


def find_times(
    text: str, blocks: Iterable[Block], published: When | None
) -> tuple[TimeExpression, ...]:
    """The time expressions of some blocks of an English text, in order, without overlap.

    `blocks`: in order, each a paragraph; offsets are into `text`. `published`: None if it is
    unknown: expressions that hang on it then have an open value and keep the steps that
    `record.time_expression.resolve` takes once it is known. A paragraph's expressions depend
    on its words, on `published`, and on the last time and quarter named before it.
    """
    found: list[TimeExpression] = []
    anchors = Anchors()
    for block in blocks:
        paragraph = text[block.start : block.end]
        drafts = find_drafts(paragraph)
        expressions, anchors = anchor(paragraph, block.start, drafts, published, anchors)
        found += expressions
    return tuple(found)
