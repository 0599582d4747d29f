"""What a rewrite makes of a sentence: another number or day, no source, no condition, sure or off.

The sentences are those that `retold` holds for one. Each judge looks at two and says what cannot
both be right, if anything.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from variorum.compare.conflicts import Contradiction
from variorum.compare.dropped_conditions import OPEN, condition_dropped
from variorum.compare.dropped_sources import source_dropped
from variorum.compare.halves import Half, counts_in, half_of
from variorum.compare.magnitudes import size_differs
from variorum.compare.polarity import GRAMMAR, negations
from variorum.compare.quantities import Quantity, is_compatible
from variorum.compare.relatives import kin
from variorum.compare.retold import Retold
from variorum.compare.sources import REPORTING
from variorum.compare.words import first_words, flat, folded_words, last_words, stem
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.span import Span
from variorum.record.time_expression import TimeExpression

Judge = Callable[[Half, Half, Retold], Contradiction | None]


def retelling_contradictions(
    retold: Iterable[Retold],
    readings: Mapping[str, Reading],
    articles: Mapping[str, Article],
    press: frozenset[str] = frozenset(),
) -> Iterator[Contradiction]:
    """What the two sentences of each pair contradict; `press`: outlets, which are no witnesses."""
    for one in retold:
        if _are_same(one, articles):
            continue
        a, b = (half_of(line, readings, articles) for line in (one.a, one.b))
        for judge in _JUDGES:
            if found := judge(a, b, one):
                yield found
        for half, other in ((a, b), (b, a)):
            if found := source_dropped(half, other, one, press):
                yield found


def independent_contradictions(
    told: Iterable[Retold], readings: Mapping[str, Reading], articles: Mapping[str, Article]
) -> Iterator[Contradiction]:
    """What sentences contradict by which reports tell one thing that were not made from another."""
    for one in told:
        a, b = (half_of(line, readings, articles) for line in (one.a, one.b))
        apart = articles[one.a.place.article].hours_apart(articles[one.b.place.article])
        if apart <= APART and not _are_same(one, articles):
            for judge in (_number_independently, _day_independently, size_differs, _outcome):
                if found := judge(a, b, one):
                    yield found


APART: Final = 3 * 24.0
"""Hours between two publications beyond which another day is more likely that of another thing."""


def _are_same(pair: Retold, articles: Mapping[str, Article]) -> bool:
    one, other = (
        line.place.span.of(articles[line.place.article].text) for line in (pair.a, pair.b)
    )
    return one == other or flat(one) == flat(other)


# numbers

NEAR_FOR_NUMBERS: Final = 0.6
NEAR_FOR_BARE_NUMBERS: Final = 0.7
FARTHEST: Final = 4.0
"""Nearness from which numbers of one unit are of one thing, and of whatever unit, if there is but
one; and how many times as large one may be."""


def _number(a: Half, b: Half, pair: Retold) -> Contradiction | None:
    found = _others(counts_in(a), counts_in(b))
    is_bare = pair.nearness >= NEAR_FOR_BARE_NUMBERS and len(found[0]) == len(found[1]) == 1
    if not is_bare:
        if pair.nearness < NEAR_FOR_NUMBERS:
            return None
        found = _of_one_unit(*found)
    if not len(found[0]) == len(found[1]) == 1:
        return None
    (one,), (other,) = found
    if is_compatible(one, other) or _are_unlike(one, other, is_bare=is_bare):
        return None
    return Contradiction(
        "number", a.place(one.start, one.end), b.place(other.start, other.end),
        f"{one.value:.12g}", f"{other.value:.12g}", 0.75,
        "A retelling of the sentence gives another number",
    )  # fmt: skip


def _number_independently(a: Half, b: Half, pair: Retold) -> Contradiction | None:
    """The same of reports that were not made from one another: of one unit, by the same words.

    How long things went on is told apart by what they are (`lengths`).
    """
    if pair.nearness < NEAR_IF_INDEPENDENT or pair.score < SURE_IF_INDEPENDENT:
        return None
    found = _of_one_unit(*_others(counts_in(a), counts_in(b)))
    if not len(found[0]) == len(found[1]) == 1:
        return None
    (one,), (other,) = found
    if is_compatible(one, other) or _are_unlike(one, other, is_bare=False):
        return None
    if one.unit == "time" or _around(a, one).isdisjoint(_around(b, other)):
        return None
    return Contradiction(
        "number", a.place(one.start, one.end), b.place(other.start, other.end),
        f"{one.value:.12g}", f"{other.value:.12g}", 0.6,
        "Sentences that tell one thing give another number",
    )  # fmt: skip


def _around(half: Half, number: Quantity) -> frozenset[str]:
    """The stems of the words next to a number that tell something, its unit aside."""
    before = last_words(half.text, half.span.start, number.start, AHEAD)
    after = first_words(half.text, number.end, half.span.end, AHEAD)
    stems = (kin(stem(word.folded)) for word in (*before, *after) if word.text[0].islower())
    return frozenset(stems) - GRAMMAR - _PREPOSITIONS - {kin(number.unit)}


def _others(
    one: Sequence[Quantity], other: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """The numbers of both sides, but for those that each has."""
    return (
        [x for x in one if not any(x.value == y.value and _are_one(x, y) for y in other)],
        [y for y in other if not any(x.value == y.value and _are_one(x, y) for x in one)],
    )


def _are_one(one: Quantity, other: Quantity) -> bool:
    return kin(one.unit) == kin(other.unit) or "" in (one.unit, other.unit)


def _of_one_unit(
    one: Sequence[Quantity], other: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """The numbers of the unit that both sides have; none if they have several, or none."""
    units = {kin(x.unit) for x in one if x.unit} & {kin(x.unit) for x in other}
    if len(units) != 1:
        return [], []
    return [x for x in one if kin(x.unit) in units], [x for x in other if kin(x.unit) in units]


def _are_unlike(one: Quantity, other: Quantity, *, is_bare: bool) -> bool:
    """Whether numbers are too far apart, or of units that are not counted alike."""
    low, high = sorted((one.value, other.value))
    if low <= 0 or high / low > FARTHEST:
        return True
    return is_bare and one.unit != other.unit and not {one.unit, other.unit}.isdisjoint(_MEASURES)


_MEASURES: Final = frozenset(("%", "time", "$", "€", "£", "¥"))


# days

NEAR_FOR_DAYS: Final = 0.62


def _day(a: Half, b: Half, pair: Retold) -> Contradiction | None:
    return _other_day(a, b) if pair.nearness >= NEAR_FOR_DAYS else None


def _day_independently(a: Half, b: Half, pair: Retold) -> Contradiction | None:
    """The same of reports that were not made from one another: each day must be of one word."""
    if pair.nearness < NEAR_IF_INDEPENDENT or pair.score < SURE_IF_INDEPENDENT:
        return None
    found = _other_day(a, b)
    if found is None:
        return None
    ahead = [_right_before(half, place.start) for half, place in ((a, found.a), (b, found.b))]
    is_one = all(
        bool(one) and one[-1] in other
        for one, other in ((ahead[0], ahead[1]), (ahead[1], ahead[0]))
    )
    return found if is_one else None


NEAR_IF_INDEPENDENT: Final = 0.55
SURE_IF_INDEPENDENT: Final = 1.05
"""The same, and how surely they tell one thing, where neither was made from the other."""

RIGHT_BEFORE: Final = 3


def _right_before(half: Half, start: int) -> list[str]:
    """The stems of the last words before a day that tell something, and are no names."""
    words = last_words(half.text, half.span.start, start, AHEAD)
    stems = [
        kin(stem(word.folded))
        for at, word in enumerate(words)
        if not word.text[0].isupper()
        and half.text[word.start - 1 : word.start] != "@"
        and "," not in half.text[word.end : words[at + 1].start if at + 1 < len(words) else start]
    ]
    return [one for one in stems if one not in GRAMMAR | _PREPOSITIONS][-RIGHT_BEFORE:]


def _other_day(a: Half, b: Half) -> Contradiction | None:
    found = [_days(half) for half in (a, b)]
    if len(found[0]) != 1 or len(found[1]) != 1:
        return None
    (one,), (other,) = found
    days = [time.when.days[0] for time in (one, other) if time.when]
    words = [time_words.casefold() for time_words in (_said(a, one), _said(b, other))]
    if days[0] == days[1] or words[0] == words[1] or abs((days[0] - days[1]).days) > MOST_DAYS:
        return None
    if _ahead(a, one).isdisjoint(_ahead(b, other)):
        return None
    return Contradiction(
        "date", a.place(one.start, one.end), b.place(other.start, other.end),
        days[0].isoformat(), days[1].isoformat(), 0.65,
        "A retelling of the sentence gives another day",
    )  # fmt: skip


def _ahead(half: Half, time: TimeExpression) -> frozenset[str]:
    """The stems right before a day, which tell what happens on it."""
    words = last_words(half.text, half.span.start, time.start, AHEAD)
    stems = (kin(stem(word.folded)) for word in words if not word.text[0].isupper())
    return frozenset(stems) - GRAMMAR - _PREPOSITIONS


AHEAD: Final = 6
_PREPOSITIONS: Final = frozenset("on at in from until by for of with and or its their".split())


def _said(half: Half, time: TimeExpression) -> str:
    return half.text[time.start : time.end]


MOST_DAYS: Final = 21
"""Days further apart are of two things, or misread."""


def _days(half: Half) -> list[TimeExpression]:
    """The days that a sentence names, but for those on which somebody said it."""
    spoken = {one.said_at for one in half.quotations}
    return [
        one
        for one in half.times
        if one.type in ("date", "time")
        and one.when is not None
        and one.when.days[0] == one.when.days[1]
        and one.value != "PRESENT_REF"
        and Span(one.start, one.end) not in spoken
        and not _is_of_saying(half, one)
    ]


def _is_of_saying(half: Half, time: TimeExpression) -> bool:
    head = folded_words(half.text[half.span.start : time.start])[-5:]
    return not REPORTING.isdisjoint(head)


# conditions, certainty, outcome

NEAR_FOR_STATUS: Final = 0.66
LEAST_SHARE: Final = 0.6


def _certainty(a: Half, b: Half, pair: Retold) -> Contradiction | None:
    """What one says may be, and the other that it is or will be, with the same verb."""
    if pair.nearness < NEAR_FOR_STATUS or pair.share < LEAST_SHARE:
        return None
    found = [_MODAL.search(half.words) for half in (a, b)]
    if (found[0] is None) == (found[1] is None):
        return None
    sure, open_ = (a, b) if found[0] is None else (b, a)
    modal = found[0] or found[1]
    if modal is None or not _is_sure(stem(modal["verb"]), sure):
        return None
    values = ("sure", "possible") if open_ is b else ("possible", "sure")
    return Contradiction(
        "status", a.line.place, b.line.place, *values, 0.6,
        "Certain on one side, only possible on the other",
    )  # fmt: skip


_MODAL: Final = re.compile(
    r"\b(?:may|might|could)(?: well| also| soon)? (?!have\b|not\b)(?P<verb>[a-z]+)"
)
_SURELY: Final = re.compile(
    r"\b(?:will|shall|has|have|is|are|was|were)(?: now| also| soon| been)? (?P<verb>[a-z]+)"
)


_PLAINLY: Final = re.compile(r"(?<!\bto )(?<!\bnot )\b(?P<verb>[a-z]{3,})\b")
"""A verb by itself: "moss walls cool streets"."""


def _is_sure(verb: str, half: Half) -> bool:
    """Whether a sentence has a verb as what is or will be, and no "if"."""
    if OPEN.search(half.words) or _HOPED.search(half.words):
        return False
    if any(stem(one["verb"]) == verb for one in _SURELY.finditer(half.words)):
        return True
    return any(stem(one["verb"]) == verb for one in _PLAINLY.finditer(half.words))


_HOPED: Final = re.compile(r"\b(?:would|expect\w*|hop\w+|likely|plan\w*|want\w*|possib\w+)\b")


def _outcome(a: Half, b: Half, pair: Retold) -> Contradiction | None:
    if pair.nearness < NEAR_FOR_STATUS - 0.06:
        return None
    one, other = (_outcome_of(half) for half in (a, b))
    if not (one and other) or one == other:
        return None
    return Contradiction(
        "status", a.line.place, b.line.place, one, other, 0.65,
        "Sources tell another outcome of one thing",
    )  # fmt: skip


def _outcome_of(half: Half) -> str:
    found = {name for name, words in _OUTCOMES.items() if words.search(half.words)}
    return found.pop() if len(found) == 1 and negations(folded_words(half.words)) == 0 else ""


_OUTCOMES: Final = {
    "called off": re.compile(r"\b(?:cancell?ed|called off|calls off|scrapped|abandoned|axed)\b"),
    "put off": re.compile(
        r"\b(?:postponed?|put off|puts off|delayed|rescheduled|deferred|pushed back)\b"
    ),
    "goes ahead": re.compile(r"\b(?:go(?:es)? ahead|went ahead|going ahead|took place)\b"),
}


_JUDGES: Final[tuple[Judge, ...]] = (
    _number,
    size_differs,
    _day,
    condition_dropped,
    _certainty,
    _outcome,
)
