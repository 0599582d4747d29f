"""What one edit between two aligned passages makes of a fact: another number, status, speaker.

Each judge is a pure function of one edit and says why; most edits contradict nothing.
English closed classes only.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from variorum.compare.quantities import Quantity, is_compatible, quantities_in
from variorum.compare.sources import dropped_frame, is_frame, speakers_differ
from variorum.compare.words import folded_words, sentence_at, stem, stems, with_context, words_in
from variorum.record.reuse import Edit, Reuse
from variorum.record.span import Span

ConflictKind = Literal["date", "number", "status", "attribution", "wording"]

FEW_WORDS: Final = 7
"""Words of either side up to which an edit is taken for one change, not for a reworked passage."""

CONTEXT: Final = 3
"""Words shown on either side of words that say little by themselves."""

CLOSE: Final = 0.6
"""The share of words in common below which passages are loosely aligned: what stands next to an
edit must be the same on both sides altogether."""


LONGEST_FRAME: Final = 9
"""Words of a source with its verb, at most."""

ANCHORS: Final = 3
"""Of the two words on either side of an edit, how many must be the same in both texts."""


class Side(NamedTuple):
    """One side of an edit: the text of its article, and where the edited words stand."""

    article: str
    text: str
    span: Span

    @property
    def words(self) -> str:
        """The edited words."""
        return self.text[self.span.start : self.span.end]


class Difference(NamedTuple):
    """What two articles tell differently, in their words.

    `a`, `b`: the places; `value_a`, `value_b`: what they come to, the same for the same claim;
    `reason`: a sentence a reader can check.
    """

    kind: ConflictKind
    a: Span
    b: Span
    value_a: str
    value_b: str
    confidence: float
    reason: str


def differences(reuse: Reuse, text_a: str, text_b: str) -> Iterator[Difference]:
    """What the edits between two aligned passages contradict, dates aside."""
    for edit in reuse.edits:
        a = Side(reuse.a.article, text_a, edit.a)
        b = Side(reuse.b.article, text_b, edit.b)
        found = _frame_difference(a, b)
        if found is None and edit.kind != "passage" and is_one_change(edit, text_a, text_b):
            found = _judged(a, b, reuse.similarity)
        if found:
            yield found


def _judged(a: Side, b: Side, similarity: float) -> Difference | None:
    if not is_anchored(a, b, similarity):
        return None
    return next((one for judge in _JUDGES if (one := judge(a, b))), None)


def _frame_difference(a: Side, b: Side) -> Difference | None:
    """A source at the end of a sentence that came, went or changed, with whatever came after it."""
    heads = _first_clause(a), _first_clause(b)
    if (heads[0].span, heads[1].span) == (a.span, b.span) and len(a.span) and len(b.span):
        return None
    before = [words[:2] for words in (_beside(heads[0]), _beside(heads[1]))]
    if before[0][1] is None or before[0][1] != before[1][1]:
        return None
    words = [len(folded_words(side.words)) for side in heads]
    if max(words) > LONGEST_FRAME or not _ends_sentence(a if len(a.span) else b):
        return None
    is_source = [is_frame(side.text, side.span) for side in heads]
    if all(is_source) or any(_is_according(side) for side in heads):
        return _attribution(*heads)
    return None


def _is_according(side: Side) -> bool:
    return folded_words(side.words)[:1] == ("according",)


def _first_clause(side: Side) -> Side:
    """The words of a side up to the first comma or full stop."""
    end = re.search(r"[,;.](?=\s)|\n", side.words)
    return side._replace(span=Span(side.span.start, side.span.start + end.start())) if end else side


def _ends_sentence(side: Side) -> bool:
    after = side.text[side.span.end : side.span.end + 3].lstrip('"”’ ')
    return after[:1] in (".", "", "\n") or re.search(r"\.\s", side.words) is not None


def is_one_change(edit: Edit, text_a: str, text_b: str) -> bool:
    """Whether an edit is short enough to be one change of words."""
    sides = (edit.a.of(text_a), edit.b.of(text_b))
    return max(len(folded_words(side)) for side in sides) <= FEW_WORDS


def is_anchored(a: Side, b: Side, similarity: float) -> bool:
    """Whether the words next to an edit are the same on both sides: it stands in one sentence."""
    agreeing = missing = 0
    for one, other in zip(_beside(a), _beside(b), strict=True):
        agreeing += one is not None and one == other
        missing += one is None and other is None
    wanted = ANCHORS if similarity >= CLOSE else ANCHORS + 1
    return agreeing + missing >= wanted and agreeing > 1


def _beside(side: Side) -> list[str | None]:
    """The stems of the two words before and the two after, within the paragraph."""
    start = max(side.text.rfind("\n", 0, side.span.start) + 1, side.span.start - 60)
    end = side.text.find("\n", side.span.end)
    end = min(len(side.text) if end < 0 else end, side.span.end + 60)
    before = words_in(side.text, start, side.span.start)[-2:]
    after = words_in(side.text, side.span.end, end)[:2]
    found = [stem(word.folded) for word in before], [stem(word.folded) for word in after]
    return [*[None] * (2 - len(found[0])), *found[0], *found[1], *[None] * (2 - len(found[1]))]


def _number(a: Side, b: Side) -> Difference | None:
    """Two numbers of one thing that cannot both be true."""
    if not (len(a.span) and len(b.span)):
        return None
    found = _edited_quantities(a), _edited_quantities(b)
    if len(found[0]) != 1 or len(found[1]) != 1:
        return None
    (one,), (other,) = found
    if is_compatible(one, other) or not _is_one_unit(one, other):
        return None
    if min(one.value, other.value) <= 1 and "" in (one.unit, other.unit):
        return None  # "one" is a pronoun as often.
    return Difference(
        "number",
        one.span,
        other.span,
        _plain(one),
        _plain(other),
        0.9,
        "The same words with another number",
    )


def _edited_quantities(side: Side) -> list[Quantity]:
    sentence = sentence_at(side.text, side.span)
    found = quantities_in(side.text, sentence.start, sentence.end)
    return [one for one in found if one.start < side.span.end and side.span.start < one.end]


def _is_one_unit(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or ("" in (one.unit, other.unit))


def _plain(quantity: Quantity) -> str:
    value = f"{quantity.value:.12g}"
    return f"{quantity.bound} {value} {quantity.unit}".removeprefix("exact ").strip()


_NEGATORS: Final = frozenset(
    "not never no nobody nothing none neither nor without cannot refused refuses refuse refusing "
    "declined declines decline declining failed fails fail failing".split()
)
_GRAMMAR: Final = frozenset(
    "is are was were be been being am do does did done has have had having will would shall should "
    "can could may might must to that a an the of any some much something somebody everybody "
    "everyone everything anything anybody anyone it he she they there still also ever longer at "
    "all only very".split()
)
_OPPOSITES: Final = {
    frozenset(map(stem, pair.split("/")))
    for pair in (
        "rose/fell increased/decreased increase/decrease rising/falling up/down gained/lost won/lost "
        "accepted/rejected accept/reject supported/opposed support/oppose supports/opposes "
        "supporters/opponents allowed/banned allow/ban permitted/prohibited allow/prohibit "
        "confirmed/denied confirms/denies admitted/denied higher/lower more/less more/fewer "
        "before/after with/without for/against guilty/innocent legal/illegal "
        "strengthened/weakened strengthen/weaken raised/lowered raise/lower cut/raised "
        "grew/shrank expanded/shrank improved/worsened better/worse best/worst "
        "started/ended began/ended opened/closed open/closed approved/rejected approve/reject "
        "passed/rejected passed/failed praised/criticized praised/criticised welcomed/condemned "
        "hailed/condemned joined/left arrived/left attacked/defended include/exclude "
        "included/excluded true/false hot/cold friend/foe ally/enemy allies/enemies "
        "highest/lowest largest/smallest many/few most/few always/never success/failure "
        "succeeded/failed alive/dead released/detained freed/jailed acquitted/convicted"
    ).split()
}
"""Words that say the opposite."""

_UNIVERSAL: Final = frozenset("all every each always everyone everybody none never nobody".split())
_PARTIAL: Final = frozenset("some many most few several sometimes often rarely".split())
_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non", "non-")


def _polarity(a: Side, b: Side) -> Difference | None:
    """One says it, the other says not."""
    one, other = folded_words(a.words), folded_words(b.words)
    rest = [_content(words) for words in (one, other)]
    is_negated = [_negations(words) % 2 for words in (one, other)]
    if is_negated[0] != is_negated[1]:
        if rest[0] != rest[1] or _is_double(a, b, is_negated[0]) or _is_not_only(a, b):
            return None
        return _in_context("wording", a, b, 0.85, "One side negates what the other says")
    if not rest[0] or not rest[1]:
        return None
    if _are_opposites(rest[0], rest[1]):
        return _in_context("wording", a, b, 0.8, "The words changed say the opposite")
    if _scope(one) * _scope(other) < 0 and len(one) == len(other) == 1:
        return _in_context("wording", a, b, 0.7, "One side says all, the other some")
    return None


def _content(words: tuple[str, ...]) -> list[str]:
    kept = (word for word in words if word not in _GRAMMAR and word not in _NEGATORS)
    return sorted(stem(word) for word in kept if not word.endswith("n't"))


def _negations(words: tuple[str, ...]) -> int:
    return sum(word in _NEGATORS or word.endswith("n't") for word in words)


def _is_double(a: Side, b: Side, negated_a: int) -> bool:
    """Whether the other side's sentence has its negation a few words off."""
    plain = b if negated_a else a
    near = with_context(plain.text, plain.span, CONTEXT)
    around = folded_words(plain.text[near.start : near.end])
    return _negations(around) > _negations(folded_words(plain.words))


def _is_not_only(a: Side, b: Side) -> bool:
    """Whether the negation belongs to "not only", "not just", "if not", "whether or not"."""
    for side in (a, b):
        near = with_context(side.text, side.span, 2)
        words = folded_words(side.text[near.start : near.end])
        for first, second in pairwise(words):
            if (first == "not" and second in ("only", "just", "merely")) or (
                second == "not" and first in ("if", "or", "but")
            ):
                return second != "only" or first != "not" or "the" not in words
    return False


def _are_opposites(one: list[str], other: list[str]) -> bool:
    only_one = [word for word in one if word not in other]
    only_other = [word for word in other if word not in one]
    if len(only_one) != 1 or len(only_other) != 1:
        return False
    pair = (only_one[0], only_other[0])
    if frozenset(pair) in _OPPOSITES:
        return True
    short, long = sorted(pair, key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in _PREFIXES)


def _scope(words: tuple[str, ...]) -> int:
    return (not _UNIVERSAL.isdisjoint(words)) - (not _PARTIAL.isdisjoint(words))


_POSSIBLE: Final = frozenset("may might could likely probably possibly perhaps potentially".split())
_CANCELLED: Final = frozenset(
    "cancelled canceled cancels scrapped postponed postpones shelved abandoned suspended delayed "
    "aborted off dropped called".split()
)
_PLANNED: Final = frozenset(
    "will shall would planned plans plan planning scheduled set expected due going intends intend "
    "to agreed hopes about".split()
)
_FUTURE: Final = frozenset(
    "will shall would planned plans planning scheduled expected due intends going".split()
)
_PAST: Final = frozenset("was were did had has have".split())
_STATUS_WORDS: Final = _POSSIBLE | _PLANNED | _PAST | _GRAMMAR | frozenset(
    "certainly definitely surely most once already now very".split()
)  # fmt: skip


def _status(a: Side, b: Side) -> Difference | None:
    """Done on one side, to come, only possible or called off on the other."""
    one, other = (folded_words(side.words) for side in (a, b))
    if _compares(a) or _compares(b):
        return None
    statuses = _status_of(one), _status_of(other)
    if "cancelled" in statuses and statuses[0] != statuses[1] and len(one) and len(other):
        return _in_context("status", a, b, 0.8, "Called off on one side, not on the other")
    same = _stems_but(one, _STATUS_WORDS) == _stems_but(other, _STATUS_WORDS)
    if not same or statuses[0] == statuses[1]:
        return None
    if set(statuses) == {"possible", "planned"} or set(statuses) == {"possible", "certain"}:
        return _in_context("status", a, b, 0.75, "Certain on one side, only possible on the other")
    if "past" in statuses and ("planned" in statuses or "possible" in statuses):
        return _in_context(
            "status", a, b, 0.75, "Told as done on one side, as to come on the other"
        )
    if _hedge_dropped(one, other):
        return _in_context("status", a, b, 0.7, "Certain on one side, only likely on the other")
    return None


def _compares(side: Side) -> bool:
    """Whether "likely" is said of two that are compared: "more likely than"."""
    near = with_context(side.text, side.span, 1)
    words = folded_words(side.text[near.start : near.end])
    return any(pair in _COMPARED for pair in pairwise(words))


_COMPARED: Final = {("more", "likely"), ("less", "likely")}


def _stems_but(words: tuple[str, ...], left_out: frozenset[str]) -> list[str]:
    return stems(word for word in words if word not in left_out)


def _status_of(words: tuple[str, ...]) -> str:
    found = {word for before, word in pairwise(("", *words)) if before not in ("more", "less")}
    if found & (_CANCELLED - {"off", "called"}) or {"called", "off"} <= found:
        return "cancelled"
    if found & _POSSIBLE:
        return "possible"
    if found & _FUTURE:
        return "planned"
    if found & {"certainly", "definitely", "surely"}:
        return "certain"
    ends = any(word.endswith("ed") and len(word) > 4 for word in words)
    if (
        found & _PAST
        or ends
        or any(
            stem(word) != word and word.isalpha() and not word.endswith(("s", "ing", "e"))
            for word in words
        )
    ):
        return "past"
    return ""


def _hedge_dropped(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    hedges = {"likely", "probably", "possibly", "perhaps", "potentially"}
    return {""} < {"", *one, *other} <= {"", *hedges, "most", "very"} and bool(
        {*one, *other} & hedges
    )


_TRUTH: Final = frozenset(
    "falsely wrongly incorrectly allegedly alleged reportedly supposedly supposed purportedly "
    "purported baselessly baseless unfounded unproven unsubstantiated apparently seemingly so-called "
    "unverified unconfirmed suspected".split()
)
"""Words by which a text keeps its distance from what it reports."""


def _distance(a: Side, b: Side) -> Difference | None:
    """A word of doubt came or went."""
    one, other = (folded_words(side.words) for side in (a, b))
    doubts = [_TRUTH.intersection(words) for words in (one, other)]
    if bool(doubts[0]) == bool(doubts[1]) or max(len(one), len(other)) > CONTEXT + 1:
        return None
    if _has_doubt_near(a if doubts[1] else b):
        return None
    (doubt, *_) = sorted(doubts[0] | doubts[1])
    return _in_context("attribution", a, b, 0.85, f"Only one side says {doubt!r}")


def _has_doubt_near(side: Side) -> bool:
    sentence = sentence_at(side.text, side.span)
    words = set(folded_words(side.text[sentence.start : sentence.end]))
    return bool(
        words & (_TRUTH | {"accused", "evidence", "claim", "claims", "claimed"} - {"claim"})
    )


def _attribution(a: Side, b: Side) -> Difference | None:
    """Who says so came or went."""
    frame = dropped_frame(a.text, a.span, b.text, b.span)
    if frame:
        return Difference(
            "attribution", frame.a, frame.b, frame.value_a, frame.value_b, frame.confidence,
            "Only one side says who says so",
        )  # fmt: skip
    other = speakers_differ(a.text, a.span, b.text, b.span)
    if other:
        return Difference(
            "attribution", other.a, other.b, other.value_a, other.value_b, other.confidence,
            "The same words are given to different speakers",
        )  # fmt: skip
    return None


def _in_context(kind: ConflictKind, a: Side, b: Side, confidence: float, reason: str) -> Difference:
    """A difference shown with some words around it."""
    places = [with_context(side.text, side.span, CONTEXT) for side in (a, b)]
    values = [" ".join(folded_words(side.words)) or "—" for side in (a, b)]
    return Difference(kind, places[0], places[1], values[0], values[1], confidence, reason)


_JUDGES: Final[tuple[Callable[[Side, Side], Difference | None], ...]] = (
    _number, _distance, _attribution, _polarity, _status,
)  # fmt: skip
