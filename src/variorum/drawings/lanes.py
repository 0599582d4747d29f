"""What the timeline draws: lanes of events, without their many mentions."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import msgspec

from variorum.compare.course import is_to_come, statuses_of
from variorum.compare.timeline import MOST_DAYS, Day, Moment, Sources
from variorum.drawings.days import short_span, span_of_days
from variorum.record.event import Status
from variorum.record.when import When

_LONGEST_NAME: Final = 200
_MOST_NAMES: Final = 4
"""Characters of a name and names of an event that are kept; articles may have any number."""


class Told(msgspec.Struct, frozen=True):
    """An event of the timeline.

    - `label`, `participants`, `place`, `when`: as in the record;
    - `course`: what reports made of it, one after another; the last is its status;
    - `independent_sources`, `articles`: how many tell of it.
    """

    event: str
    label: str
    participants: tuple[str, ...]
    place: str | None
    when: When | None
    course: tuple[Status, ...]
    independent_sources: int
    articles: int


class Lane(msgspec.Struct, frozen=True):
    """The events that begin on one day, those told by the most sources first.

    `when` and `to_come` as in `compare.timeline.Day`.
    """

    when: str | None
    events: tuple[Told, ...]
    to_come: bool = False


def lanes_of(days: Iterable[Day], sources: Sources, latest: date | None = None) -> list[Lane]:
    """The days of a timeline that have events, as they are drawn.

    `latest`: the day of the latest publication. A plan for days that reach beyond it is to come,
    though they may begin before, and has a lane of its own.
    """
    lanes = []
    for day in days:
        told = [_told(one, sources) for one in day.moments]
        begun = [one for one in told if not _is_open(one, latest)]
        still = [one for one in told if _is_open(one, latest)]
        lanes += [
            Lane(day.when, tuple(some), to_come=day.to_come or some is still)
            for some in (begun, still)
            if some
        ]
    return sorted(lanes, key=lambda lane: (lane.when is None, lane.to_come, lane.when or ""))


def _is_open(told: Told, latest: date | None) -> bool:
    if told.when is None or latest is None or told.when.grain == "year":
        return False
    first, last = told.when.days
    is_short = (last - first).days < MOST_DAYS
    return is_short and last > latest and is_to_come(told.course[-1])


def _told(moment: Moment, sources: Sources) -> Told:
    event = moment.event
    return Told(
        event=event.id,
        label=event.label[:_LONGEST_NAME],
        participants=tuple(
            one[:_LONGEST_NAME] for one in dict.fromkeys(p.name for p in event.participants)
        )[:_MOST_NAMES],
        place=event.place and event.place[:_LONGEST_NAME],
        when=event.when,
        course=statuses_of(event, sources),
        independent_sources=moment.independent_sources,
        articles=moment.articles,
    )


def who_and_where(told: Told) -> str:
    """Who takes part and where, on one line."""
    who = ", ".join(told.participants)
    where = told.place if told.place and told.place not in told.participants else ""
    return " · ".join(part for part in (who, where) if part)


def counts_of(told: Told) -> list[str]:
    """When it is to last, if for days, and how many sources tell of it; the shortest first."""
    sources = told.independent_sources
    counts = [short_span(told.when), f"{sources} source{'' if sources == 1 else 's'}"]
    return [part for part in counts if part]


def in_a_sentence(told: Told) -> str:
    """All that a mark and the words beside it show, for who does not see them."""
    days = told.when.days if told.when else None
    when = span_of_days(days[0].isoformat(), days[1].isoformat()) if days else "no day told"
    sources, articles = told.independent_sources, told.articles
    return "; ".join(
        part
        for part in (
            told.label,
            who_and_where(told),
            when,
            ", then ".join(told.course),
            f"{sources} independent source{'' if sources == 1 else 's'}",
            f"{articles} article{'' if articles == 1 else 's'}",
        )
        if part
    )


def in_words(lanes: Sequence[Lane], latest: date | None) -> str:
    """What a timeline shows, for who does not see it."""
    count = sum(len(lane.events) for lane in lanes)
    dated = [lane.when for lane in lanes if lane.when]
    ahead = sum(len(lane.events) for lane in lanes if lane.to_come)
    parts = [f"{count} event{'' if count == 1 else 's'}"]
    if dated:
        parts.append(span_of_days(dated[0], dated[-1]))
    if ahead:
        parts.append(f"{ahead} of them after the latest report")
    if latest:
        parts.append(f"the latest report is of {latest.day} {latest:%B %Y}")
    return "; ".join(parts)
