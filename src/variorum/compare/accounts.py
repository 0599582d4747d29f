"""What articles make of one event or utterance differently: its day, its status, its speaker."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Final, NamedTuple, TypeVar

from rapidfuzz.distance import DamerauLevenshtein

from variorum.compare.conflicts import Contradiction
from variorum.compare.dating import weekday_in
from variorum.compare.independence import independent_sources
from variorum.compare.nearness import SAME, Nearness
from variorum.compare.polarity import negations
from variorum.compare.words import (
    folded_words,
    is_in_marks,
    names_in,
    sentence_at,
    stems,
)
from variorum.record.article import Article
from variorum.record.event import Event, EventPlace, Status
from variorum.record.letters import without_marks
from variorum.record.reading import Quotation, Reading
from variorum.record.reuse import Place
from variorum.record.sounds import fold, heard_together
from variorum.record.span import Span
from variorum.record.statement import Statement

_T = TypeVar("_T")

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
    nearness: Nearness | None = None,
) -> Iterator[Contradiction]:
    """An event that one source says happened and another, not earlier, says was called off.

    A plan that is called off later is a change, not a conflict; nor is what one article tells
    of both, or what sentences say that have little else in common. With `nearness` these must mean
    nearly the same and be of one week, for events that are not one are joined now and then.
    """
    for event in events:
        if _FINAL.isdisjoint(one.status for one in event.mentions):
            continue
        told = [
            (one, _place(one), independent_sources((one.article,), roots))
            for one in event.mentions
            if one.status != "denied" or _says_no(one, articles[one.article].text)
        ]
        told = _told_enough(told, [one.status for one, _, _ in told])
        by_status = [(one[0].status, one) for one in told]
        for (one, place, behind), (other, other_place, behind_other) in pairs_apart(by_status):
            if (one.status, other.status) not in _CONTRARY:
                continue
            if behind & behind_other or _is_overtaken(one, other, articles):
                continue
            if not _tell_of_one(place, other_place, articles):
                continue
            if nearness and not _mean_one(place, other_place, articles, nearness):
                continue
            yield Contradiction(
                "status", place, other_place, one.status, other.status,
                0.5 * event.confidence + 0.1, "Sources give one event another status", event.label,
            )  # fmt: skip


WEEK: Final = 7 * 24.0
"""Hours between two publications beyond which they tell of another event, or of what came of it."""


def _mean_one(a: Place, b: Place, articles: Mapping[str, Article], nearness: Nearness) -> bool:
    """Whether two sentences state nearly the same, and not long after each other."""
    if articles[a.article].hours_apart(articles[b.article]) > WEEK:
        return False
    sentences = [_sentence(place, articles) for place in (a, b)]
    if any(_UNSURE.search(sentence) for sentence in sentences):
        return False
    return nearness.between(a, b) >= SAME


_UNSURE: Final = re.compile(
    r"\b(?:if|whether|would|could|might|may|can|alleg\w+|accus\w+|claim\w*|suspect\w*|suggest\w*|"
    r"since|evidence|(?:no|never|not)\b.*\b(?:since|until|unless|before))\b",
    re.IGNORECASE,
)
"""Of what sentences with these words tell it is seldom said that it happened, or did not."""


def _sentence(place: Place, articles: Mapping[str, Article]) -> str:
    text = articles[place.article].text
    return sentence_at(text, place.span).of(text)


def _is_overtaken(one: EventPlace, other: EventPlace, articles: Mapping[str, Article]) -> bool:
    """Whether the plan was told first and its end later, or it cannot be told which was first."""
    ended, open_ = (one, other) if one.status in _FINAL else (other, one)
    if open_.status == "happened":
        return False
    told = articles[open_.article].published
    over = articles[ended.article].published
    return told is None or over is None or not over.surely_before(told)


SHARED_NAMES: Final = 2
"""Names that two sentences must have in common besides the word for the event."""


def _tell_of_one(a: Place, b: Place, articles: Mapping[str, Article]) -> bool:
    """Whether two sentences have the words for an event and names in common, and state facts."""
    texts = articles[a.article].text, articles[b.article].text
    one, other = (
        frozenset(stems(folded_words(place.span.of(text))))
        for text, place in zip(texts, (a, b), strict=True)
    )
    if not (one <= other or other <= one):
        return False
    sentences = [_sentence(place, articles) for place in (a, b)]
    if any(_COUNTERFACTUAL.search(sentence) for sentence in sentences):
        return False
    return len(names_in(sentences[0]) & names_in(sentences[1])) >= SHARED_NAMES


def _says_no(mention: EventPlace, text: str) -> bool:
    """Whether what is told as denied is denied by the article itself, right before its word."""
    if is_in_marks(text, mention.start):
        return False
    head = folded_words(text[max(0, mention.start - _NEAR) : mention.start])[-6:]
    return "to" not in head and (negations(head) > 0 or not _DENYING.isdisjoint(head))


_NEAR: Final = 60
"""Characters before a word in which what denies it stands."""

_DENYING: Final = frozenset("denied denies deny denying denial disputed disputes rejected".split())

_COUNTERFACTUAL: Final = re.compile(r"\b(?:would|could|should)(?:n[’']t| not) have\b")


def _place(mention: EventPlace) -> Place:
    return Place(mention.article, mention.start, mention.end)


def _told_enough(told: Sequence[_T], values: Sequence[Hashable]) -> list[_T]:
    """What is told with a value that enough of all tell: of a hundred, a few are misread."""
    counts = Counter(values)
    fewest = FEWEST * len(told)
    return [one for one, value in zip(told, values, strict=True) if counts[value] >= fewest]


FEWEST: Final = 0.1
"""The share of an event's mentions below which another day or status is more likely misread."""


class _Dated(NamedTuple):
    """Where an article puts an event on a day: the day, as written, and the weekday it names."""

    place: Place
    day: date
    written: str
    weekday: str


def day_contradictions(
    events: Iterable[Event],
    readings: Mapping[str, Reading],
    articles: Mapping[str, Article],
    nearness: Nearness | None = None,
) -> Iterator[Contradiction]:
    """An event that articles put on different days, in sentences near in meaning if that is known.

    Where both say "Monday", they differ in when they were written, not in what they tell.
    """
    for event in events:
        if not _MOTION.isdisjoint(stems(folded_words(event.label))):
            continue
        dated = [
            day
            for mention in event.mentions
            if not _is_motion(mention, articles)
            and (day := _day_of(mention, readings, articles)) is not None
        ]
        dated = _told_enough(dated, [one.day for one in dated])
        for a, b in pairs_apart([(one.day, one) for one in dated]):
            if a.place.article == b.place.article or not _are_other_days(a, b):
                continue
            if nearness and nearness.between(a.place, b.place) < SAME:
                continue
            venues = {_venue_behind(one.place, articles) for one in (a, b)}
            if len(venues - {""}) > 1:
                continue  # Who arrives in the town on Sunday and at the palace on Monday.
            if _tell_of_one(a.place, b.place, articles):
                yield Contradiction(
                    "date", a.place, b.place, a.written, b.written, 0.5 * event.confidence + 0.1,
                    "Articles put one event on different days", event.label,
                )  # fmt: skip


_MOTION: Final = frozenset(
    stems("arrive leave depart return come go travel fly land speak say tell".split())
)
"""What people do on several days of one story: a day each is no conflict."""


def _is_motion(mention: EventPlace, articles: Mapping[str, Article]) -> bool:
    """Whether an article itself tells of a coming or going, whatever the event is called."""
    words = folded_words(articles[mention.article].text[mention.start : mention.end])
    return not _MOTION.isdisjoint(stems(words))


def _venue_behind(place: Place, articles: Mapping[str, Article]) -> str:
    """The name that tells where, right behind the word for an event; "" if none does."""
    text = articles[place.article].text
    found = _VENUE.match(text, place.end, sentence_at(text, place.span).end)
    return found["name"].casefold() if found else ""


_VENUE: Final = re.compile(
    r"(?:\s+[a-z]\w*|\s+[A-Z]\w+day){0,3}?\s+(?:in|at|near)\s+(?:the\s+)?(?P<name>[A-Z]\w+)"
)


def _are_other_days(a: _Dated, b: _Dated) -> bool:
    """Whether days differ by more than the week that a weekday's name is taken to be of."""
    if a.day == b.day:
        return False
    return not ((a.weekday or b.weekday) and a.day.weekday() == b.day.weekday())


def _day_of(
    mention: EventPlace, readings: Mapping[str, Reading], articles: Mapping[str, Article]
) -> _Dated | None:
    """The day that an article itself tells of an event, if it tells one in its own words."""
    reading = readings.get(mention.article)
    if reading is None or mention.status == "cancelled":
        return None
    read = next(
        (one for one in reading.events if (one.start, one.end) == (mention.start, mention.end)),
        None,
    )
    if read is None or read.when is None or read.at is None or read.quotation:
        return None
    first, last = read.when.days
    weekday = weekday_in(read.at.of(articles[mention.article].text))
    return _Dated(_place(mention), first, first.isoformat(), weekday) if first == last else None


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
        if article_a != article_b and not is_one_surname(name_a, name_b):
            places = _source_place(article_a, one), _source_place(article_b, other)
            yield Contradiction(
                "attribution", *places, name_a, name_b, 0.6,
                "The same words are given to different speakers", statement.text,
            )  # fmt: skip


def is_one_surname(one: str, other: str) -> bool:
    """Whether two surnames are one as they sound, or but for a slip of the pen in a longer one."""
    is_long = min(len(one), len(other)) >= _SPELLED
    first, second = heard_together(fold(one), fold(other))
    return first == second or (is_long and DamerauLevenshtein.distance(one, other) <= 1)


_SPELLED: Final = 5


def _surname(quotation: Quotation) -> str:
    """The last of a speaker's names, in small letters without accents."""
    return without_marks((quotation.speaker_name or "").split()[-1].casefold())


def _names_its_speaker(quotation: Quotation, text: str) -> bool:
    """Whether the words next to the quotation name whom the reading takes for its speaker."""
    if not (quotation.speaker and quotation.speaker_name and quotation.source):
        return False
    if not quotation.speaker_name.split()[-1][0].isupper():
        return False  # "The organization" may be anybody.
    words = " ".join(span.of(text) for span in quotation.source).casefold()
    return _surname(quotation) in without_marks(words)


def _source_place(article: str, quotation: Quotation) -> Place:
    span: Span = quotation.source[0]
    return Place(article, span.start, span.end)
