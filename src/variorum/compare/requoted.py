"""Words in marks that a rewrite changes, or gives to another.

What somebody is quoted with is not the editor's to reword. Two sentences that tell one thing are
looked at: one has words in marks that the other's text has otherwise, or the same by another name.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from variorum.compare.accounts import is_one_surname
from variorum.compare.conflicts import Contradiction
from variorum.compare.halves import Half, half_of
from variorum.compare.polarity import GRAMMAR
from variorum.compare.relatives import kin
from variorum.compare.retold import Retold
from variorum.compare.words import folded_words, is_in_marks, stem
from variorum.record.article import Article
from variorum.record.letters import without_marks
from variorum.record.reading import Reading

NEAR: Final = 0.6
"""Nearness in meaning that two sentences must have."""

FEWEST: Final = 4
FEWEST_OF_SAME: Final = 3
"""Words in marks that are looked at: reworded, and of another speaker."""

ALIKE: Final = 0.55
"""How much of both wordings must be the same words in one order."""

SAME_FRAME: Final = 0.75
"""How much of what stands around the marks must be the same, where the wordings are less alike."""

_MARKED: Final = re.compile(r"[“\"](?P<words>[^“”\"\n]{8,300})[”\"]")


class Marked(NamedTuple):
    """Words in marks, and where."""

    words: tuple[str, ...]
    start: int
    end: int


def requotations(
    retold: Iterable[Retold], readings: Mapping[str, Reading], articles: Mapping[str, Article]
) -> Iterator[Contradiction]:
    """Words in marks of which two sentences that tell one thing have two wordings, or speakers."""
    for one in retold:
        if one.nearness < NEAR:
            continue
        a, b = (half_of(line, readings, articles) for line in (one.a, one.b))
        marked = list(_marked(a)), list(_marked(b))
        if not (marked[0] and marked[1]):
            continue
        yield from _otherwise(a, b, *marked)
        yield from _by_another(a, b, marked, readings)


def _marked(half: Half) -> Iterator[Marked]:
    for found in _MARKED.finditer(half.text, half.span.start, half.span.end):
        if not is_in_marks(half.text, found.start()):
            yield Marked(folded_words(found["words"]), found.start("words"), found.end("words"))


def _otherwise(
    a: Half, b: Half, some: Sequence[Marked], others: Sequence[Marked]
) -> Iterator[Contradiction]:
    for one in some:
        for other in others:
            if _is_reworded(one, other, a, b):
                yield Contradiction(
                    "wording", a.place(one.start, one.end), b.place(other.start, other.end),
                    " ".join(one.words), " ".join(other.words), 0.65,
                    "The words in marks are others", joined_as="marks",
                )  # fmt: skip


def _is_reworded(one: Marked, other: Marked, a: Half, b: Half) -> bool:
    if min(len(one.words), len(other.words)) < FEWEST:
        return False
    if _has(b.text, one.words) or _has(a.text, other.words):
        return False
    if not _telling(one.words) & _telling(other.words):
        return False
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    if not any(_is_put_for(one, other, code) for code in matcher.get_opcodes()):
        return False
    if matcher.ratio() >= ALIKE:
        return True
    frame, other_frame = _frame(a), _frame(b)
    is_framed = min(len(frame), len(other_frame)) >= FEWEST
    alike = SequenceMatcher(None, frame, other_frame, autojunk=False).ratio()
    return is_framed and alike >= SAME_FRAME


def _is_put_for(one: Marked, other: Marked, code: tuple[str, int, int, int, int]) -> bool:
    """Whether words stand in the place of others; what is cut short has none in their place."""
    operation, start, end, other_start, other_end = code
    if operation != "replace":
        return False
    told, instead = _telling(one.words[start:end]), _telling(other.words[other_start:other_end])
    return bool(told - instead and instead - told)


def _has(text: str, words: Sequence[str]) -> bool:
    return f" {' '.join(words)} " in f" {' '.join(folded_words(text))} "


def _telling(words: Iterable[str]) -> frozenset[str]:
    return frozenset(kin(stem(word)) for word in words if word not in _EMPTY) - GRAMMAR


_EMPTY: Final = frozenset(
    "i we you my our your me us this these those and or but of in on at to for from by with as not "
    "no it's that's we're we've i've i'm".split()
)


def _frame(half: Half) -> tuple[str, ...]:
    """The words of a sentence around its marks."""
    return folded_words(_MARKED.sub(" ", half.words))


def _by_another(
    a: Half,
    b: Half,
    marked: tuple[Sequence[Marked], Sequence[Marked]],
    readings: Mapping[str, Reading],
) -> Iterator[Contradiction]:
    """The same words in marks, in sentences of which each names one person, and another one."""
    people = [_people(half, readings) for half in (a, b)]
    if len(people[0]) != 1 or len(people[1]) != 1 or people[0] == people[1]:
        return
    (name,), (other_name,) = people
    if is_one_surname(name, other_name):
        return
    for one in marked[0]:
        for other in marked[1]:
            if one.words == other.words and len(one.words) >= FEWEST_OF_SAME:
                yield Contradiction(
                    "attribution", a.line.place, b.line.place, name, other_name, 0.65,
                    "The same words are given to different speakers",
                )  # fmt: skip


def _people(half: Half, readings: Mapping[str, Reading]) -> frozenset[str]:
    """The last names of the people that a sentence names outside of marks."""
    mentions = readings[half.line.place.article].mentions
    at = bisect_left(mentions, half.span.start, key=lambda one: one.start)
    found: set[str] = set()
    for one in mentions[at:]:
        if one.start >= half.span.end:
            break
        printed = half.text[one.start : one.end]
        last = printed.split()[-1]
        is_named = one.kind == "person" and last[:1].isupper() and last not in _NO_NAMES
        if is_named and not is_in_marks(half.text, one.start):
            found.add(without_marks(folded_words(printed)[-1].removesuffix("'s")))
    return frozenset(found)


_NO_NAMES: Final = frozenset(
    "He She His Her It They Their I We Who President Minister Premier Secretary Chancellor "
    "Governor "
    "Mayor King Queen Pope General Senator Judge Chief Director Prime".split()
)
