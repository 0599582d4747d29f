"""What articles make of one event or utterance differently: its day, its status, its speaker."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Final, TypeVar

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


ALL_PAIRS: Final = 60
"""Places that tell of one thing, up to which each is held against each other."""

FIRST: Final = 6
"""Of more, each is held against so many of every other value; so that what thousands of articles
tell grows with them, and not with their square."""

VALUES: Final = 8
"""Values that are then held against one another: those with the most places."""

Told = TypeVar("Told")


def pairs_apart(told: Sequence[tuple[Hashable, Told]]) -> Iterator[tuple[Told, Told]]:
    """Pairs of what is told, each with its value, that are of different values, in order."""
    if len(told) <= ALL_PAIRS:
        for (value, one), (other_value, other) in combinations(told, 2):
            if value != other_value:
                yield one, other
        return
    counts = Counter(value for value, _ in told)
    firsts: dict[Hashable, list[int]] = {value: [] for value, _ in counts.most_common(VALUES)}
    for number, (value, _) in enumerate(told):
        if len(firsts.get(value, range(FIRST))) < FIRST:
            firsts[value].append(number)
    seen: set[tuple[int, int]] = set()
    for number, (value, _) in enumerate(told):
        for other_value, others in firsts.items():
            if value != other_value:
                seen.update((min(number, other), max(number, other)) for other in others)
    for one_number, other_number in sorted(seen):
        yield told[one_number][1], told[other_number][1]


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
        told = [(one.status, (one, independent_sources((one.article,), roots)))
                for one in event.mentions]  # fmt: skip
        for (one, behind), (other, behind_other) in pairs_apart(told):
            if (one.status, other.status) not in _CONTRARY:
                continue
            if behind & behind_other or _is_overtaken(one, other, articles):
                continue
            yield Contradiction(
                "status", _place(one), _place(other), one.status, other.status,
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
            (day[0], (_place(mention), day[1]))
            for mention in event.mentions
            if (day := _day_of(mention, readings)) is not None
        ]
        for (a, told_a), (b, told_b) in pairs_apart(dated):
            if a.article != b.article:
                yield Contradiction(
                    "date", a, b, told_a, told_b, 0.5 * event.confidence + 0.1,
                    "Articles put one event on different days", event.label,
                )  # fmt: skip


def _day_of(mention: EventPlace, readings: Mapping[str, Reading]) -> tuple[date, str] | None:
    """The day that an article itself tells of an event, if it tells one; and how it is written.

    The hour is no part of it: who tells that does not contradict who tells only the day.
    """
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
    return (first, first.isoformat()) if first == last else None


Said = Mapping[str, tuple[str, Quotation]]
"""Quotations by their ids, each with its article."""


def speaker_contradictions(
    statements: Iterable[Statement], said: Said, articles: Mapping[str, Article]
) -> Iterator[Contradiction]:
    """An utterance that articles give to different people, by name, between marks."""
    for statement in statements:
        named = [
            (_surname(quotation), (article, quotation))
            for one in statement.quotations
            if one in said
            for article, quotation in [said[one]]
            if quotation.mode == "direct" and _names_its_speaker(quotation, articles[article].text)
        ]
        yield from _speakers_apart(named, statement)


def _speakers_apart(
    named: Sequence[tuple[str, tuple[str, Quotation]]], statement: Statement
) -> Iterator[Contradiction]:
    for (article_a, one), (article_b, other) in pairs_apart(named):
        name_a, name_b = _surname(one), _surname(other)
        if article_a != article_b:
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
