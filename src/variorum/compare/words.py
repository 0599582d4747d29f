"""Words of a text with where they stand, and the sentence and the marks that they stand in.

English closed classes only: nothing here knows a topic.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from variorum.record.span import Span

_WORD: Final = re.compile(r"[$€£¥]?[^\W_]+(?:['’.,:-][^\W_]+)*%?")
_ABBREVIATED: Final = frozenset(
    "mr mrs ms dr sen rep gov gen lt col sgt st jr sr prof rev hon no vs jan feb mar apr jun jul "
    "aug sept sep oct nov dec inc corp co ltd".split()
)
"""What ends in a full stop within a sentence; single letters do too."""

_END: Final = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[^\W_])|\n")
_OPENING: Final = "“„«‟"
_CLOSING: Final = "”»"

_FORMS: Final = {
    form: base
    for base, forms in {
        "be": "is are was were been being am", "have": "has had having", "do": "does did done",
        "make": "made making", "go": "went gone", "meet": "met", "say": "said",
        "take": "took taken",
        "hold": "held", "give": "gave given giving", "win": "won", "lose": "lost losing",
        "come": "came coming", "get": "got", "see": "saw seen", "know": "knew known",
        "tell": "told",
        "leave": "left leaving", "keep": "kept", "bring": "brought", "speak": "spoke spoken",
        "break": "broke broken", "begin": "began begun", "send": "sent", "pay": "paid",
        "find": "found", "think": "thought", "become": "became", "lead": "led", "run": "ran",
        "rise": "rose risen rising", "fall": "fell fallen", "grow": "grew grown", "buy": "bought",
        "sell": "sold", "build": "built", "write": "wrote written", "shoot": "shot",
        "strike": "struck", "steal": "stole stolen", "withdraw": "withdrew withdrawn",
        "choose": "chose chosen", "fight": "fought", "flee": "fled", "hear": "heard",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""Irregular forms of common verbs."""


class Word(NamedTuple):
    """A word of a text: where it stands, as printed, and folded."""

    start: int
    end: int
    text: str
    folded: str


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words of a range of a text."""
    return [_word(found) for found in _WORD.finditer(text, start, end)]


def last_words(text: str, start: int, end: int, count: int) -> list[Word]:
    """The last words of a range of a text, so many at most; cheaper than to make all."""
    return [_word(found) for found in deque(_WORD.finditer(text, start, end), count)]


def first_words(text: str, start: int, end: int, count: int) -> list[Word]:
    """The first words of a range of a text, so many at most."""
    return [_word(found) for found in islice(_WORD.finditer(text, start, end), count)]


def _word(found: re.Match[str]) -> Word:
    words = found[0]
    return Word(found.start(), found.end(), words, _fold(words))


@lru_cache(4096)
def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, with straight apostrophes."""
    return tuple(map(_fold, _WORD.findall(text)))


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'")


@lru_cache(8192)
def stem(word: str) -> str:
    """A word without the endings of number and tense: "planned", "plans" and "plan" are one."""
    if word == "people":
        return word
    word = _FORMS.get(word.removesuffix("'s"), word.removesuffix("'s"))
    for ending in ("ies", "ied"):
        if word.endswith(ending) and len(word) > 4:
            return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s", "e"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and not (ending == "s" and rest.endswith("s")):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "sl" and ending in ("ing", "ed")
            return rest[:-1] if doubled else rest.removesuffix("e")
    return word


def stems(words: Iterable[str]) -> list[str]:
    """The stems of folded words."""
    return [stem(word) for word in words]


def names_in(sentence: str) -> frozenset[str]:
    """The stems of the words that are written with a capital, the first word of all aside."""
    words = words_in(sentence, 0, len(sentence))[1:]
    return frozenset(stem(word.folded) for word in words if word.text[0].isupper())


def capitalised(words: Iterable[Word], sentence: Span) -> list[Word]:
    """The words that are written with a capital, but for a first one that any sentence gives it."""
    some = [word for word in words if word.text[0].isupper()]
    is_bare = some[:1] and some[0].start == sentence.start
    if is_bare and not (len(some) > 1 and some[1].start == some[0].end + 1):
        return some[1:]
    return some


LONGEST_SENTENCE: Final = 2_000
"""Characters on one side of a place in which its sentence begins or ends: an endless line, of a
page that is no prose, is not read again for each of its words."""


def sentence_at(text: str, place: Span) -> Span:
    """The sentence around a place of a text; over more than one if the place is."""
    farthest = max(0, place.start - LONGEST_SENTENCE), min(len(text), place.end + LONGEST_SENTENCE)
    first = max(text.rfind("\n", farthest[0], place.start) + 1, farthest[0])
    last = text.find("\n", place.end, farthest[1])
    last = farthest[1] if last < 0 else last
    start, end = first, last
    for at in _ends(text, first, last):
        if at <= place.start:
            start = at
        elif at >= place.end:
            end = at
            break
    while start < place.start and text[start].isspace():
        start += 1
    return Span(start, max(end, place.end))


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for found in _END.finditer(text, start, end):
        head = text[max(start, found.start() - 12) : found.start()]
        last = re.split(r"[\s(“\"‘-]", head)[-1].casefold()
        is_short = last and (len(last.rpartition(".")[2]) < 2 or last in _ABBREVIATED)
        if not (found[0][0] == "." and is_short):
            yield found.end()


def is_in_marks(text: str, start: int) -> bool:
    """Whether a place of a text stands between double quotation marks opened in its paragraph."""
    paragraph = text[text.rfind("\n", 0, start) + 1 : start]
    opened = sum(paragraph.count(mark) for mark in _OPENING)
    closed = sum(paragraph.count(mark) for mark in _CLOSING)
    return opened > closed or paragraph.count('"') % 2 == 1


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def unlike(words: str, other: str) -> Iterator[tuple[str, bool]]:
    """A text in pieces, and of each whether other words have it not; together they are the text."""
    known = set(folded_words(other))
    reached = 0
    for found in _WORD.finditer(words):
        if _fold(found[0]) not in known:
            if reached < found.start():
                yield words[reached : found.start()], False
            yield found[0], True
            reached = found.end()
    if reached < len(words):
        yield words[reached:], False


def with_context(text: str, place: Span, words: int) -> Span:
    """A place with up to so many words on either side, within its sentence."""
    sentence = sentence_at(text, place)
    before = last_words(text, sentence.start, place.start, words)
    after = first_words(text, place.end, sentence.end, words)
    start = before[0].start if before else place.start
    end = after[-1].end if after else place.end
    return Span(start, end)
