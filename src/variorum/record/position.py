"""Positions: where an actor stands on an issue, and on what condition."""

from typing import Literal

import msgspec

from variorum.record.reuse import Place
from variorum.record.span import Span, check_range
from variorum.record.when import When

Stance = Literal["for", "against", "conditional", "mixed"]


class Attitude(msgspec.Struct, frozen=True, gc=False):
    """One place where an article tells where somebody stands on something.

    - `start`, `end`: the words that show it, from the actor's to the issue's;
    - `actor`: the entity, null if it is not known; `actor_name`: its name as read;
    - `issue`: the words that name what it is about; `introduced`: where these only point at it
      ("any such purchase", "it"), the words that told of it before;
    - `condition`: the words that name the condition, if there is one;
    - `as_of`: when the actor stood there, null if that cannot be told; `at`: the time
      expression that tells it, if one does;
    - `quotation`: the id of the quotation that shows it, if one does;
    - `confidence` from 0 to 1; `reasons`: sentences a reader can check.
    """

    start: int
    end: int
    actor: str | None
    actor_name: str
    issue: Span
    stance: Stance
    condition: Span | None = None
    as_of: When | None = None
    at: Span | None = None
    quotation: str | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    introduced: Span | None = None

    def __post_init__(self) -> None:
        check_range("An attitude", self.start, self.end)


class Position(msgspec.Struct, frozen=True, gc=False):
    """Where an actor stands on an issue, in however many articles; a change is another position.

    `issue` and `condition` are words of an article; `as_of` is since when. `evidence`: the
    words that show it. `confidence` from 0 to 1; `reasons`: why the places are held for one
    position.
    """

    id: str
    actor: str | None
    actor_name: str
    issue: str
    stance: Stance
    condition: str | None
    as_of: When | None
    evidence: tuple[Place, ...]
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    maker: str = ""
