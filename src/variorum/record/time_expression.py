"""A place where a text names a time, and what it means, as far as that is known."""

from collections.abc import Sequence
from datetime import date
from typing import Final, Literal

import msgspec

from variorum.record.period import Period
from variorum.record.span import check_range
from variorum.record.step import Step, follow, open_value
from variorum.record.when import When

TimeType = Literal["date", "time", "duration", "set"]

Modifier = Literal["", "start", "mid", "end", "approximate", "at_least", "at_most"]

VAGUE: Final = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")
"""TIMEX3 values that name no stretch of the calendar."""


class TimeExpression(msgspec.Struct, frozen=True, gc=False):
    """A date, time of day, duration or set of times that a text names.

    - `start`, `end`: its characters in the article's text;
    - `type`, `value`: as TIMEX3 has them (type in small letters); an open value has X for
      what is unknown (`XXXX-WXX-5`: a Friday);
    - `when`: the interval that it means; null for durations and sets that lie at no told
      time, for vague times, and where the publication date it hangs on is unknown;
    - `relation`: the steps that lead to it from the publication date; empty if it does not
      hang on that, or has none. `resolve` takes them.
    - `modifier`: "early" is start, "about" approximate, "at least" at_least, and so on.
    """

    start: int
    end: int
    type: TimeType
    when: When | None
    value: str
    relation: tuple[Step, ...] = ()
    modifier: Modifier = ""

    def __post_init__(self) -> None:
        check_range("A time expression", self.start, self.end)

    @property
    def has_own_value(self) -> bool:
        """Whether the value stays the same whenever the text was published."""
        return not self.relation or self.type in ("duration", "set") or self.value in VAGUE


def resolve(expression: TimeExpression, published: When | None) -> TimeExpression:
    """The expression with the value and the interval that a publication date gives it.

    An expression that does not hang on the publication date is returned as it is. If
    the date is an interval of days, so is what comes of it, and a value that is not the
    same throughout stays open.
    """
    if not expression.relation:
        return expression
    value, when = resolve_steps(expression.relation, published)
    return msgspec.structs.replace(
        expression, when=when, value=expression.value if expression.has_own_value else value
    )


def resolve_steps(steps: Sequence[Step], published: When | None) -> tuple[str, When | None]:
    """The TIMEX3 value and the interval that steps from a publication date lead to."""
    if published is None:
        return open_value(steps), None
    periods = [follow(steps, anchor) for anchor in anchors_of(published)]
    first, last = periods[0], periods[-1]
    if first is None or last is None:
        return open_value(steps), None
    value = first.value if first.value == last.value else open_value(steps)
    return value, _hull(first.when("inferred"), last.when("inferred"))


def anchors_of(published: When) -> list[Period]:
    """The publication date as periods: one, or the first and the last day of an interval."""
    if published.earliest == published.latest and "T" in published.earliest:
        day, _, clock = published.earliest.partition("T")
        return [Period("minute", date.fromisoformat(day), clock[:5], _zone(clock))]
    return [Period("day", day) for day in sorted(set(published.days))]


def _zone(clock: str) -> str:
    for sign in "+-":
        if sign in clock:
            return sign + clock.partition(sign)[2]
    return "Z" if clock.endswith("Z") else ""


def _hull(first: When, last: When) -> When:
    if first == last:
        return first
    return When(first.earliest, last.latest, first.grain, "inferred")
