"""Small timelines for drawings."""

from collections.abc import Iterable
from datetime import date

from variorum.drawings.lanes import Lane, Told
from variorum.record.event import Status
from variorum.record.when import When, day


def sources(articles: Iterable[str]) -> frozenset[str]:
    """Each article is a source of its own."""
    return frozenset(articles)


def on(number: int) -> When:
    return day(date(2031, 3, number), "stated")


def told(label: str, *course: Status, sources: int = 1, when: When | None = None) -> Told:
    return Told(
        event=f"evt-{label}",
        label=label,
        participants=("Ilse Maran",),
        place=None,
        when=when,
        course=course or ("happened",),
        independent_sources=sources,
        articles=sources,
    )


def lane(when: str | None, *events: Told, to_come: bool = False) -> Lane:
    return Lane(when, events, to_come)
