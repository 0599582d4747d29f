"""What one edit between two aligned passages makes of a fact: another number, status, speaker.

Each judge is a pure function of one edit and says why; most edits contradict nothing.
English closed classes only.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from variorum.compare.conditions import condition_difference
from variorum.compare.edited import (
    CLOSE,
    CONTEXT,
    Difference,
    Side,
    beside,
    in_context,
    is_anchored,
    is_one_change,
)
from variorum.compare.grades import grade_difference
from variorum.compare.polarity import polarity_difference
from variorum.compare.quantities import Quantity, is_compatible, may_be_number, quantities_in
from variorum.compare.sources import dropped_frame, is_frame, speakers_differ
from variorum.compare.statuses import status_difference
from variorum.compare.words import folded_words, sentence_at
from variorum.record.reuse import Edit, Reuse
from variorum.record.span import Span

LONGEST_FRAME: Final = 9
"""Words of a source with its verb, at most."""


Judge = Callable[[Side, Side], Difference | None]


def differences(reuse: Reuse, text_a: str, text_b: str) -> Iterator[Difference]:
    """What the edits between two aligned passages contradict, dates aside."""
    similarity = CLOSE if reuse.similarity >= CLOSE else 0.0
    for given in reuse.edits:
        edit = _settled(given, text_a, text_b)
        window_a, at_a = _window(text_a, edit.a)
        window_b, at_b = _window(text_b, edit.b)
        place_a, place_b = _less(edit.a, at_a), _less(edit.b, at_b)
        judges = _judges(edit, text_a, text_b)
        found = _difference(window_a, place_a, window_b, place_b, similarity, judges)
        if found:
            yield found._replace(a=_less(found.a, -at_a), b=_less(found.b, -at_b))


def _settled(edit: Edit, text_a: str, text_b: str) -> Edit:
    """An edit at the head of a sentence: where one side has nothing, that is before its next word.

    Alignment puts such a place behind the word before it, in another sentence.
    """
    if edit.op == "delete" and _opens_sentence(text_a, edit.a):
        return msgspec.structs.replace(edit, b=_before_next_word(text_b, edit.b))
    if edit.op == "insert" and _opens_sentence(text_b, edit.b):
        return msgspec.structs.replace(edit, a=_before_next_word(text_a, edit.a))
    return edit


def _opens_sentence(text: str, span: Span) -> bool:
    if not text[span.start].isupper():
        return False
    return not text[sentence_at(text, span).start : span.start].strip("\"“”‘'( ")


def _before_next_word(text: str, span: Span) -> Span:
    found = _WORD.search(text, span.end)
    return Span(found.start(), found.start()) if found else span


_WORD: Final = re.compile(r"[^\W_]")

_BEYOND: Final = 24
"""Characters behind a paragraph that judges may look at."""


def _window(text: str, span: Span) -> tuple[str, int]:
    """The paragraphs around a place, which are all that judges look at, and where they start."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[start : len(text) if end < 0 else end + _BEYOND], start


def _less(span: Span, offset: int) -> Span:
    return Span(span.start - offset, span.end - offset)


def _judges(edit: Edit, text_a: str, text_b: str) -> tuple[Judge, ...]:
    """Who is asked about an edit but for frames that end a sentence."""
    if edit.kind == "passage":
        return ()
    return _JUDGES if is_one_change(edit, text_a, text_b) else (_attribution,)


@lru_cache(4096)
def _difference(
    text_a: str, a: Span, text_b: str, b: Span, similarity: float, judges: tuple[Judge, ...]
) -> Difference | None:
    """What one edit contradicts; copies of one dispatch have the same edits over and over."""
    one, other = Side("", text_a, a), Side("", text_b, b)
    return (
        _frame_difference(one, other)
        or condition_difference(one, other)
        or _judged(one, other, similarity, judges)
    )


def _judged(a: Side, b: Side, similarity: float, judges: Sequence[Judge]) -> Difference | None:
    if not judges or not is_anchored(a, b, similarity):
        return None
    return next((one for judge in judges if (one := judge(a, b))), None)


def _frame_difference(a: Side, b: Side) -> Difference | None:
    """A source at the end of a sentence that came, went or changed, with whatever came after it."""
    heads = _first_clause(a), _first_clause(b)
    if (heads[0].span, heads[1].span) == (a.span, b.span) and len(a.span) and len(b.span):
        return None
    words = [len(folded_words(side.words)) for side in heads]
    if max(words) > LONGEST_FRAME or not any(
        _ends_sentence(side) for side in ((a, heads[0]) if len(a.span) else (b, heads[1]))
    ):
        return None
    before = [words[:2] for words in (beside(heads[0]), beside(heads[1]))]
    if before[0][1] is None or before[0][1] != before[1][1]:
        return None
    is_source = [is_frame(side.text, side.span) for side in heads]
    if all(is_source) or any(_is_according(side) for side in heads):
        return _attribution(*heads)
    return None


def _is_according(side: Side) -> bool:
    return folded_words(side.words)[:1] == ("according",)


def _first_clause(side: Side) -> Side:
    """The words of a side up to the first comma or full stop.

    "According to two" goes on to the end of its clause, whatever else its last words are
    aligned with.
    """
    start = side.span.start
    last = len(side.text) if _is_according(side) else side.span.end
    end = _CLAUSE_END.search(side.text, start, last)
    return side._replace(span=Span(start, end.start())) if end else side


_CLAUSE_END: Final = re.compile(r"[,;.](?=\s|$)|\n")


def _ends_sentence(side: Side) -> bool:
    after = side.text[side.span.end : side.span.end + 3].lstrip('"”’ ')
    return after[:1] in (".", "", "\n") or re.search(r"\.\s", side.words) is not None


def _number(a: Side, b: Side) -> Difference | None:
    """Two numbers of one thing that cannot both be true."""
    if not (len(a.span) and len(b.span)):
        return None
    if not (may_be_number(a.words) and may_be_number(b.words)):
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


_TRUTH: Final = frozenset(
    "falsely wrongly incorrectly allegedly alleged reportedly supposedly supposed purportedly "
    "purported baselessly baseless unfounded unproven unsubstantiated apparently seemingly "
    "so-called unverified unconfirmed suspected".split()
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
    return in_context("attribution", a, b, 0.85, f"Only one side says {doubt!r}")


def _has_doubt_near(side: Side) -> bool:
    sentence = sentence_at(side.text, side.span)
    words = set(folded_words(side.text[sentence.start : sentence.end]))
    return bool(words & (_TRUTH | {"accused", "evidence"}))


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


_JUDGES: Final[tuple[Judge, ...]] = (
    _number, grade_difference, _distance, _attribution, polarity_difference, status_difference,
)  # fmt: skip
