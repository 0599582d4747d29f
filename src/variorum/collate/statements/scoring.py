"""How likely two quotations are of one utterance, and why: a pure function of the two."""

from collections.abc import Callable, Iterator
from math import exp, fsum, log
from typing import Final, Literal, NamedTuple

from variorum.collate.statements.agreeing import (
    Agreement,
    Wording,
    days,
    days_between,
    speakers,
)
from variorum.collate.statements.aligned import Standing
from variorum.collate.statements.sharing import Shared, shared_words
from variorum.collate.statements.venues import are_apart, are_one
from variorum.collate.statements.words import fold, stem

Weigh = Callable[[str], float]


class Match(NamedTuple):
    """Two quotations that are held for one utterance: how surely, from 0 to 1, and why.

    - `kind`: one is part of the other's words; they overlap; they share a phrase; one tells what
      the other does in the reporter's words; they stand in the same place of a passage that their
      articles share, or one inside the other; or copies of one passage give them to two speakers;
    - `amount`: how many words in the same order; of a report, the share of the telling words; of a
      place, the share that stands there;
    - `why`: what else speaks for it; `is_named`: whether both tell the speaker.
    """

    kind: Literal["part", "overlap", "phrase", "report", "place", "inside", "copy"]
    score: float
    amount: float
    why: str
    is_named: bool


FULL: Final = 16
"""What a stem weighs that no other wording has."""


class Weighed(NamedTuple):
    """A wording, and what the stems in and around it weigh, in order, from 0 to `FULL`."""

    wording: Wording
    weights: bytes

    def by_stem(self) -> Iterator[tuple[str, float]]:
        """Each stem with its weight, from 0 to 1."""
        stems = sorted(self.wording.stems | self.wording.context)
        return zip(stems, (weight / FULL for weight in self.weights), strict=True)


def score_pair(pair: tuple[Weighed, Weighed, Standing | None]) -> Match | None:
    """What speaks for two quotations being of one utterance; None if too little does."""
    one, other, beside = pair
    return score(one.wording, other.wording, _Weights(one, other), beside)


class _Weights:
    """What the stems of two wordings weigh; most pairs are decided without asking."""

    def __init__(self, one: Weighed, other: Weighed) -> None:
        self._sides = one, other
        self._known: dict[str, float] = {}

    def __call__(self, stem: str) -> float:
        if not self._known:
            for side in self._sides:
                self._known.update(side.by_stem())
        return self._known[stem]


def score(a: Wording, b: Wording, weigh: Weigh, beside: Standing | None = None) -> Match | None:
    """What speaks for two quotations being of one utterance; None if too little does.

    `weigh`: how much a stem says, from 0 to 1; `beside`: how they stand to each other. The order of
    the two does not matter. A match of the kind "copy" holds if their articles are copies, which no
    pair tells (`copies.Copies`).
    """
    found = _by_place(a, b, beside) if beside else None
    matches = [match for match in (_by_evidence(a, b, weigh), found) if match]
    return max(matches, key=_score, default=None)


def _score(match: Match) -> float:
    return match.score


_SAME_PLACE: Final = 2
"""Telling words that two speakers need in common for their words in one place to be one."""


def _by_place(a: Wording, b: Wording, beside: Standing) -> Match | None:
    """Both stand in one place, and something is left of the words."""
    who = speakers(a, b)
    shared = len(a.stems & b.stems)
    if who == "apart":
        whole = shared_words(a.words, b.words).whole
        is_left = whole >= _PLACED and (shared >= _SAME_PLACE or whole == 1.0)
    else:
        is_left = shared > 0 or a.words == b.words
    if not is_left:
        return None
    why = "which give it to others" if who == "apart" else ""
    score = round(0.5 + 0.45 * beside.share, 3)
    return Match(beside.kind, score, beside.share, why, is_named=who != "open")


_PLACED: Final = 0.6
"""Share of the longer one's words that are left where one of the two names another speaker."""


def _by_evidence(a: Wording, b: Wording, weigh: Weigh) -> Match | None:
    when = days(a, b)
    if when == "apart":
        return None
    who = speakers(a, b)
    if who == "apart":
        return _by_copy(a, b)
    circumstances = _Circumstances(who, when, days_between(a, b), a, b, weigh)
    match = _by_words(circumstances)
    return match or _by_report(circumstances)


COPIED: Final = 6
"""Telling words that copies of one passage quote alike, whoever they say has said them."""


def _by_copy(a: Wording, b: Wording) -> Match | None:
    """The same words in copies of one passage, though one of them changed who said them."""
    fewer, more = sorted((len(a.words), len(b.words)))
    if fewer < _WHOLLY * more or a.stems.isdisjoint(b.stems):
        return None
    shared = shared_words(a.words, b.words)
    if shared.content < COPIED or shared.whole < _WHOLLY:
        return None
    why = "in copies of one passage that give them to others"
    return Match("copy", 0.7, shared.length, why, is_named=True)


class _Circumstances(NamedTuple):
    who: Agreement
    when: Agreement
    apart: int | None
    a: Wording
    b: Wording
    weigh: Weigh


LONG: Final = 7
"""Words in a row or nearly so that two people hardly find by themselves."""

SHORT: Final = 2
"""Telling words up to which a phrase can be anybody's, and said any day."""

_IN_A_ROW: Final = 3
"""Words of one speaker, two of them telling, that make a phrase of a few days one utterance."""

_WHOLLY: Final = 0.9
"""Share of a quotation that makes it part of another, slips of the pen aside."""

_WEEK: Final = 7
_CLOSE: Final = 3
"""Days between reports of one utterance, if none tells the day."""


def _by_words(given: _Circumstances) -> Match | None:
    a, b = given.a, given.b
    if len(a.words) >= LONG + 3 <= len(b.words):
        every = shared_words(a.words, b.words)
        if every.whole >= 0.75 and (match := _long(given, every)):
            # What reporters wrote around a few quoted words must not hide whose words they are.
            few = 0 < max(len(a.quoted), len(b.quoted)) < LONG
            return match._replace(kind="phrase") if few else match
    if a.quoted and b.quoted:
        shared = shared_words(a.quoted, b.quoted)
    elif not a.quoted and not b.quoted:
        shared = shared_words(a.words, b.words)
    else:
        return None
    if shared.content and (shared.length >= LONG or shared.content > SHORT < shared.length - 1):
        return _long(given, shared)
    if shared.content and shared.part >= _WHOLLY and _may_share_a_phrase(given):
        return _short(given, shared)
    return _of_nobody(given, shared) if a.quoted and b.quoted else None


_AROUND: Final = 3
"""Telling words, quoted or not, by which a phrase of a speaker without a name is of a sentence."""


def _of_nobody(given: _Circumstances, shared: Shared) -> Match | None:
    """A phrase of somebody without a name in a longer quotation of those days, with more of it."""
    a, b = given.a, given.b
    if given.who != "open" or (a.speaker and b.speaker) or not (a.speaker or b.speaker):
        return None
    is_near = given.when == "same" or (given.apart is not None and given.apart <= _CLOSE)
    small, large = sorted((a, b), key=lambda one: len(one.quoted))
    every = shared_words(small.words, large.words)
    is_more = every.content >= _AROUND and every.length > shared.length and every.part >= _HALF
    if (
        shared.part < _WHOLLY
        or shared.content < SHORT
        or small.speaker
        or small.titles  # somebody else, who is described
        or not (is_near and is_more)
    ):
        return None
    return Match("phrase", 0.6, shared.length, "with more of its words", is_named=False)


_HALF: Final = 0.5
"""Share of all words of such a phrase, the reporter's too, that stand in the longer quotation."""


def _may_share_a_phrase(given: _Circumstances) -> bool:
    """One speaker; or an article that gives words to a body and to the person who speaks for it."""
    kinds = {given.a.kind, given.b.kind}
    is_voice = "person" in kinds and bool(kinds & {"organization", "place"})
    return given.who == "same" or (is_voice and not given.a.articles.isdisjoint(given.b.articles))


def _long(given: _Circumstances, shared: Shared) -> Match | None:
    is_part = shared.part >= (0.75 if shared.length < LONG else 0.6)
    overlaps = shared.length >= LONG + 3 and shared.part >= 0.5
    if not (is_part or overlaps) or not _is_timely(given, shared):
        return None
    is_wordy = shared.length >= (LONG if shared.part >= 0.75 else 2 * LONG)
    if given.who == "open" and not is_wordy:
        return None
    is_reported = not (given.a.quoted and given.b.quoted)
    if is_reported and shared.whole < 0.75:
        return None
    score = min(0.99, 0.55 + 0.3 * shared.part + 0.02 * min(shared.length, 8))
    if given.who == "open":
        score -= 0.15
    kind: Literal["part", "overlap"] = "part" if shared.part >= _WHOLLY else "overlap"
    return Match(kind, score, shared.length, _day(given), given.who == "same")


def _is_timely(given: _Circumstances, shared: Shared) -> bool:
    """Whether the days allow for one utterance; long words that are quoted again may be old."""
    if given.when == "same" or given.apart is None or shared.length >= LONG:
        return True
    return given.apart <= (_WEEK if shared.length > SHORT + 2 else _CLOSE)


def _short(given: _Circumstances, shared: Shared) -> Match | None:
    """A phrase of one or two telling words needs more than itself."""
    a, b = given.a, given.b
    if a.venue.is_told and b.venue.is_told and not are_one(a.venue, b.venue):
        return None
    around, fit = alike(given), _fitting(given)
    is_near = given.when == "same" or (given.apart is not None and given.apart <= _CLOSE)
    if not (is_near or around >= _ALIKE or a.articles & b.articles):
        return None
    if not a.quoted and (shared.whole < 0.6 or around < _ALIKE):
        return None
    reasons = list(_more_evidence(given, shared, around, fit))
    if not reasons:
        return None
    score = min(0.95, 0.3 + 0.1 * shared.content + 0.3 * fit + 0.4 * around)
    is_named = given.who == "same"
    return Match("phrase", score, shared.length, " and ".join(reasons), is_named)


def _fitting(given: _Circumstances) -> float:
    """Of the telling words beside the phrase, the share that the longer one has in or around it.

    A phrase with nothing beside it fits as well as what stands around it.
    """
    small, large = sorted((given.a, given.b), key=lambda one: (len(one.quoted), len(one.words)))
    beside = small.stems - {stem(word) for word in small.quoted}
    total = fsum(map(given.weigh, beside))
    found = fsum(map(given.weigh, beside & (large.stems | large.context)))
    return found / total if total else alike(given)


def _more_evidence(
    given: _Circumstances, shared: Shared, around: float, fit: float
) -> Iterator[str]:
    a, b = given.a, given.b
    is_inside = len(a.quoted or a.words) != len(b.quoted or b.words)
    is_near = given.when == "same" or (given.apart is not None and given.apart <= _CLOSE)
    if is_near and shared.length >= _IN_A_ROW and shared.content >= SHORT:
        yield "in the same order within days"
    if are_one(a.venue, b.venue):
        yield "at the same venue"
    if is_inside and given.when == "same":
        yield "in a longer quotation of the same day"
    elif is_inside and a.articles & b.articles and (fit >= _FITTING or given.who == "open"):
        yield "in a longer quotation of the same article"
    elif is_inside and shared.content >= SHORT and fit >= _FITTING:
        yield "in a longer quotation of those days"
    if around >= _ALIKE or (fit >= _FITTING and around >= _SOMEWHAT):
        yield "with like words around it"


_ALIKE: Final = 0.35
_SOMEWHAT: Final = 0.17
_FITTING: Final = 0.25
"""Share of the telling words in and around a quotation that stand in and around another."""


def alike(given: _Circumstances) -> float:
    """How much of what stands in and around the one stands in and around the other, 0 to 1."""
    return _ratio(given.a.stems | given.a.context, given.b.stems | given.b.context, given.weigh)[1]


def _ratio(a: frozenset[str], b: frozenset[str], weigh: Weigh) -> tuple[float, float, float]:
    """The weight of what is shared, and its part of the lighter and of the heavier.

    `fsum` gives the same in whatever order a set yields its members.
    """
    shared = fsum(map(weigh, a & b))
    lighter, heavier = sorted((fsum(map(weigh, a)), fsum(map(weigh, b))))
    return (shared, shared / lighter, shared / heavier) if lighter else (0.0, 0.0, 0.0)


def _by_report(given: _Circumstances) -> Match | None:
    """One of them, or both, in the reporter's words; or both in another translation."""
    a, b = given.a, given.b
    is_near = given.when == "same" or given.apart is None or given.apart <= _CLOSE
    is_off_in_both = _PUT_OFF.isdisjoint(a.stems) == _PUT_OFF.isdisjoint(b.stems)
    is_apart = are_apart(a.venue, b.venue) or not is_off_in_both
    if given.who != "same" or not is_near or is_apart:
        return None
    shared, part, whole = _ratio(a.stems, b.stems, given.weigh)
    count = len(a.stems & b.stems)
    if count < _FEW or (count == _FEW and whole < 0.6):
        return None
    if a.articles & b.articles and min(len(a.quoted), len(b.quoted)) > _FEW:
        return None  # what an article quotes twice in other words was said in other words
    in_order = _in_translation(given)
    if in_order is None:
        return None
    # A logistic regression on the tuning half of the Helsinki labels, rounded.
    evidence = 2 * part + 2.8 * whole + 2.1 * alike(given) + 1.2 * log(shared) + in_order
    chance = 1 / (1 + exp(4 - evidence))
    if chance < _LIKELY:
        return None
    return Match("report", chance, part, _day(given), is_named=True)


def _in_translation(given: _Circumstances) -> float | None:
    """What the order of words adds if all of both are quoted; None if they cannot be one then."""
    a, b = given.a, given.b
    if len(a.quoted) < len(a.words) or len(b.quoted) < len(b.words):
        return 0.0
    if (given.apart or 0) > 1:
        return None
    return 1.5 * shared_words(a.quoted, b.quoted).part


_PUT_OFF: Final = frozenset(
    stem(fold(word)) for word in "postponed delayed cancelled suspended shelved".split()
)
"""What is said since of what "would begin on Friday"."""

_FEW: Final = 2
"""Telling words that two reports of one speaker can have in common by chance."""

_LIKELY: Final = 0.5


def _day(given: _Circumstances) -> str:
    return "on the same day" if given.when == "same" else ""
