"""Small invented articles that tell of events."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from variorum.collate.events.joining import EventRow, join_events, rows_of
from variorum.engine.duckdb import DuckdbEngine
from variorum.record.article import Article, Block
from variorum.record.event import Event, EventMention, Participant, Status
from variorum.record.reading import Entity, Reading
from variorum.record.span import Span
from variorum.record.step import Step
from variorum.record.time_expression import TimeExpression
from variorum.record.when import When, day

AUNE, BRANDT, CORVO, DAHL = "Berit Aune", "Otto Brandt", "Ines Corvo", "Lars Dahl"
TITLES = {AUNE: "Norwegian President", BRANDT: "German Chancellor", CORVO: "Portuguese President"}
MONDAY, TUESDAY, WEDNESDAY = date(2031, 3, 3), date(2031, 3, 4), date(2031, 3, 5)


def told(
    words: str,
    *who: str,
    on: date | When | None = None,
    place: str | None = None,
    status: Status = "happened",
    label: str | None = None,
    weekday: int | None = None,
) -> tuple[str, tuple[str, ...], When | None, str | None, Status, str, int | None]:
    """One mention, to be put into an article. `weekday`: told by a name of a day alone."""
    when = day(on, "stated") if isinstance(on, date) else on
    return words, who, when, place, status, label or words, weekday


Told = tuple[str, tuple[str, ...], When | None, str | None, Status, str, int | None]


def article(name: str, *mentions: Told, published: date | None = WEDNESDAY) -> list[EventRow]:
    """The rows of an article that tells of these; each stands in words of its own."""
    pieces, events, times, length = [], [], [], 0
    people = sorted({one for mention in mentions for one in mention[1]})
    ids = {one: f"ent-{name}-{one}" for one in people}
    for number, (words, who, when, place, status, label, weekday) in enumerate(mentions):
        before = f"{name}{number}a {name}{number}b {name}{number}c {name}{number}d "
        start = length + len(before)
        end = start + len(words)
        at = None
        if weekday is not None:
            steps = (Step("weekday", weekday, direction="past"),)
            times.append(TimeExpression(end + 1, end + 3, "date", None, "XXXX-WXX-1", steps))
            at = (end + 1, end + 3)
        parties = tuple(Participant(ids[one], one, "party") for one in who)
        events.append(_mention(start, end, label, status, parties, place, when, at))
        after = f" {name}{number}e {name}{number}f {name}{number}g {name}{number}h.\n"
        pieces.append(before + words + after)
        length += len(pieces[-1])
    text = "".join(pieces) or "Nothing."
    when = day(published, "stated") if published else None
    made = Article(
        name, name, "", text, None, None, (), (), when, "en", (Block(0, len(text), "body"),)
    )
    entities = tuple(
        Entity(ids[one], one, "person", titles=(TITLES[one],) if one in TITLES else ())
        for one in people
    )
    reading = Reading(name, (), entities, (), tuple(times), (), b"", 0, "", events=tuple(events))
    return list(rows_of(made, reading))


def _mention(
    start: int,
    end: int,
    label: str,
    status: Status,
    parties: tuple[Participant, ...],
    place: str | None,
    when: When | None,
    at: tuple[int, int] | None,
) -> EventMention:
    span = Span(*at) if at else None
    return EventMention(
        start,
        end,
        label,
        "CONSULT",
        status,
        parties,
        place,
        when=when,
        at=span,
        confidence=0.8 if parties or when else 0.6,
    )


@cache
def engine() -> DuckdbEngine:
    """One engine for all heaps."""
    return DuckdbEngine(processes=1)


def events(*articles: Sequence[EventRow], everything: bool = True) -> list[Event]:
    """The events that articles tell of; also those of little substance."""
    rows = [row for rows in articles for row in rows]
    return join_events(engine(), rows, {}, all_of_them=everything)


def by_article(found: Iterable[Event]) -> list[list[str]]:
    """For each event the articles that tell of it, in order."""
    return sorted(sorted({one.article for one in event.mentions}) for event in found)
