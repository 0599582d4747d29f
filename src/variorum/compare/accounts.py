"""What articles make of one event or utterance differently: its day, its status, its speaker."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Final

from variorum.compare.conflicts import Contradiction
from variorum.compare.independence import independent_sources
from variorum.record.article import Article
from variorum.record.event import Event, EventPlace, Status
from variorum.record.reading import Quotation, Reading
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.statement import Statement

_CONTRARY: Final[frozenset[tuple[str, str]]] = frozenset(
    pair
    for one, other in (
        ("happened", "cancelled"), ("happened", "denied"), ("ongoing", "cancelled"),
        ("ongoing", "denied"), ("planned", "cancelled"), ("planned", "denied"),
    )
    for pair in ((one, other), (other, one))
)  # fmt: skip
"""Statuses that cannot both hold at one time. "Hypothetical" and "planned" contradict no fact."""

_FINAL: Final[frozenset[Status]] = frozenset(("cancelled", "denied"))


def status_contradictions(
    events: Iterable[Event],
    articles: Mapping[str, Article],
    roots: Mapping[str, frozenset[str]],
) -> Iterator[Contradiction]:
    """An event that one source says happened and another, not earlier, says was called off.

    A plan that is called off later is a change, not a conflict; nor is what one article tells
    of both.
    """
    for event in events:
        if _FINAL.isdisjoint(one.status for one in event.mentions):
            continue
        told = [(one, _place(one), independent_sources((one.article,), roots))
                for one in event.mentions]  # fmt: skip
        for (one, place, behind), (other, other_place, behind_other) in combinations(told, 2):
            if (one.status, other.status) not in _CONTRARY:
                continue
            if behind & behind_other or _is_overtaken(one, other, articles):
                continue
            yield Contradiction(
                "status", place, other_place, one.status, other.status,
                0.5 * event.confidence + 0.1, "Sources give one event another status", event.label,
            )  # fmt: skip


def _is_overtaken(one: EventPlace, other: EventPlace, articles: Mapping[str, Article]) -> bool:
    """Whether the plan was told first and its end later, or it cannot be told which was first."""
    ended, open_ = (one, other) if one.status in _FINAL else (other, one)
    if open_.status == "happened":
        return False
    told = articles[open_.article].published
    over = articles[ended.article].published
    return told is None or over is None or not over.surely_before(told)


def _place(mention: EventPlace) -> Place:
    return Place(mention.article, mention.start, mention.end)


def day_contradictions(
    events: Iterable[Event], readings: Mapping[str, Reading]
) -> Iterator[Contradiction]:
    """An event that articles put on different days."""
    for event in events:
        dated = [
            (_place(mention), *day)
            for mention in event.mentions
            if (day := _day_of(mention, readings)) is not None
        ]
        for (a, day_a, told_a), (b, day_b, told_b) in combinations(dated, 2):
            if day_a != day_b and a.article != b.article:
                yield Contradiction(
                    "date", a, b, told_a, told_b, 0.5 * event.confidence + 0.1,
                    "Articles put one event on different days", event.label,
                )  # fmt: skip


def _day_of(mention: EventPlace, readings: Mapping[str, Reading]) -> tuple[date, str] | None:
    """The day that an article itself tells of an event, if it tells one; and as it is written."""
    reading = readings.get(mention.article)
    if reading is None or mention.status == "cancelled":
        return None
    read = next(
        (one for one in reading.events if (one.start, one.end) == (mention.start, mention.end)),
        None,
    )
    if read is None or read.when is None or read.at is None:
        return None
    first, last = read.when.days
    return (first, read.when.earliest) if first == last else None


Said = Mapping[str, tuple[str, Quotation]]
"""Quotations by their ids, each with its article."""


def speaker_contradictions(
    statements: Iterable[Statement], said: Said, articles: Mapping[str, Article]
) -> Iterator[Contradiction]:
    """An utterance that articles give to different people, by name, between marks."""
    for statement in statements:
        named = [
            (article, quotation)
            for one in statement.quotations
            if one in said
            for article, quotation in [said[one]]
            if quotation.mode == "direct" and _names_its_speaker(quotation, articles[article].text)
        ]
        yield from _speakers_apart(named, statement)


def _speakers_apart(
    named: Sequence[tuple[str, Quotation]], statement: Statement
) -> Iterator[Contradiction]:
    for (article_a, one), (article_b, other) in combinations(named, 2):
        name_a, name_b = _surname(one), _surname(other)
        if article_a != article_b and name_a != name_b:
            places = _source_place(article_a, one), _source_place(article_b, other)
            yield Contradiction(
                "attribution", *places, name_a, name_b, 0.6,
                "The same words are given to different speakers", statement.text,
            )  # fmt: skip


def _surname(quotation: Quotation) -> str:
    return (quotation.speaker_name or "").split()[-1].casefold()


def _names_its_speaker(quotation: Quotation, text: str) -> bool:
    """Whether the words next to the quotation name whom the reading takes for its speaker."""
    if not (quotation.speaker and quotation.speaker_name and quotation.source):
        return False
    words = " ".join(span.of(text) for span in quotation.source).casefold()
    return _surname(quotation) in words


def _source_place(article: str, quotation: Quotation) -> Place:
    span: Span = quotation.source[0]
    return Place(article, span.start, span.end)
