"""A position in a few lines, as lists and other pages show it."""

from typing import Final

import msgspec

from variorum.compare.standpoints import shown_first
from variorum.record.position import Position, Stance
from variorum.record.when import When
from variorum.views.desk import Desk
from variorum.views.saying import SpeakerLine, in_days, speaker_line
from variorum.views.words import Words, clipped

LONGEST_ISSUE: Final = 160
"""Characters of an issue or condition in a list."""


class PositionLine(msgspec.Struct, frozen=True):
    """A position in a list.

    - `issue`, `condition`: words of an article, clipped; `as_of`: since when, null if untold;
    - `words`: those that show it where they were first published; `places`: how many do;
    - `sources`: independent sources.
    """

    id: str
    actor: SpeakerLine
    issue: str
    stance: Stance
    condition: str | None
    as_of: When | None
    words: Words
    places: int
    sources: int
    confidence: float
    reasons: tuple[str, ...]


def position_line(desk: Desk, one: Position) -> PositionLine:
    """A position in a list."""
    first = shown_first(one, desk.story.by_id, desk.story.sources_behind)[0]
    return PositionLine(
        id=one.id,
        actor=speaker_line(desk, one.actor, one.actor_name),
        issue=clipped(one.issue, LONGEST_ISSUE),
        stance=one.stance,
        condition=one.condition and clipped(one.condition, LONGEST_ISSUE),
        as_of=in_days(one.as_of),
        words=desk.words_of(first),
        places=len(one.evidence),
        sources=desk.sources([place.article for place in one.evidence]),
        confidence=one.confidence,
        reasons=one.reasons,
    )
