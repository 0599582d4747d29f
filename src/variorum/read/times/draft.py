"""What a construction makes of a place in a text, before anything is anchored."""

import re
from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from variorum.record.period import Period
from variorum.record.step import Direction, Step
from variorum.record.time_expression import Modifier, TimeType

Base = Literal["publication", "preceding", "quarter"]
"""What steps start from: the publication date, the time named before, the quarter named before."""

BY_TENSE: Final[Direction] = "nearest"
"""The direction of a step that the tense around a draft is to decide."""


class Draft(NamedTuple):
    """A place that may name a time.

    - `type`: None if it names none, and keeps other constructions from reading it;
    - `value`: the TIMEX3 value of durations, sets and vague times; else it follows from `steps`;
    - `base`, `steps`: where the steps start and what they are;
    - `by_tense`: tense decides the steps that have the direction `BY_TENSE`;
    - `head`: the steps are taken from the time that follows without a gap ("the end of "); if
      none does, the draft ends at `alone` and starts from its base, or is none without `alone`;
    - `otherwise`: what it is if there is no time or quarter before.
    """

    start: int
    end: int
    type: TimeType | None
    value: str = ""
    base: Base | Period = "publication"
    steps: tuple[Step, ...] = ()
    modifier: Modifier = ""
    by_tense: bool = False
    head: bool = False
    alone: int = 0
    otherwise: tuple[Step, ...] = ()


Reader = Callable[[re.Match[str]], Draft | None]


DIGIT, FOUR_DIGITS = "0", "0000"
"""What stands among the words that a construction needs for a digit, and for four in a row."""


class Construction(NamedTuple):
    """A way to name times: a pattern, words of which a text must hold one, and what it means.

    If the pattern has a group `x`, that is the extent. `also`: if there are such, a text must hold
    one of these words, too.
    """

    pattern: re.Pattern[str]
    needs: frozenset[str]
    read: Reader
    also: frozenset[str] = frozenset()


def construction(
    pattern: str, needs: str, read: Reader, *, also: str = "", ignore_case: bool = True
) -> Construction:
    """Makes a construction; `needs`, `also`: words in small letters, `DIGIT`, `FOUR_DIGITS`.

    A pattern is tried only where they stand, since most paragraphs name no time.
    """
    flags = re.IGNORECASE if ignore_case else re.NOFLAG
    needed = frozenset(needs.split())
    return Construction(re.compile(pattern, flags), needed, read, frozenset(also.split()))


def extent(match: re.Match[str]) -> tuple[int, int]:
    """The characters that a construction takes: its group `x`, if it has one that matched."""
    if "x" in match.re.groupindex and match["x"] is not None:
        return match.span("x")
    return match.span()


def blocked(match: re.Match[str]) -> Draft:
    """A place that names no time, whatever it looks like."""
    return Draft(*extent(match), None)


EDGES: Final[dict[str, tuple[str, Modifier]]] = {
    "early": ("start", "start"), "earlier": ("earlier", "start"), "late": ("end", "end"),
    "later": ("later", "end"), "mid": ("mid", "mid"),
}  # fmt: skip


def edge_steps(edge: str | None) -> tuple[tuple[Step, ...], Modifier]:
    """The step to the part of a time that "early" or "later" means, and the TIMEX3 modifier."""
    if not edge:
        return (), ""
    detail, modifier = EDGES[edge.casefold()]
    return (Step("edge", detail=detail),), modifier


def group(match: re.Match[str], name: str) -> str:
    """A named group of a match in small letters, empty if it is absent."""
    return (match.groupdict().get(name) or "").casefold()
