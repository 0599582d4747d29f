"""What can be seen of a line of a page without knowing its language or its outlet.

Each line is described by its form (length, punctuation, capitals, digits), its
place on the page, what it repeats, and its words. No list of phrases stands here:
which words speak for which role is learned (see `training/blocks`).
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final
from zlib import crc32

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.ingest.lines import Line

WORD_SLOTS: Final = 4096
"""Hashed words: each word of a short line falls in one of these slots."""

WORDY: Final = 40
"""Only the words of lines up to this many words are looked at: longer ones are running text."""

SENTENCE_LENGTH: Final = 110
"""A line of this many characters that ends like a sentence counts as running text."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TERMINAL: Final = re.compile(r"[.!?…。][\"”’'»)\]]*$")
_URL: Final = re.compile(r"https?://|www\.|\b[a-z0-9-]+\.(?:com|org|net|ly)\b", re.IGNORECASE)
_EMAIL: Final = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+")
_HANDLE: Final = re.compile(r"(?<!\w)@\w+")
_CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_DAY_NUMBER: Final = re.compile(r"\b[0-3]?\d(?:st|nd|rd|th)?\b")
_TRAILING_BRACKET: Final = re.compile(r"[(\[][^()\[\]]{3,60}[)\]]\.?$")
_MARKDOWN: Final = re.compile(r"^\s*(?:#{1,6}\s|!\[|[*_>-]\s)|\]\([^)]*\)")
_IMAGE: Final = re.compile(r"^!\[")
_QUOTES: Final = "\"“”«»„'‘’"
_LABEL: Final = re.compile(r"^\W*[^\W\d]+(?:[ -][^\W\d]+){0,3}[ -]?\s?[:|»>–](?=\s)")
_LABEL_IN_CAPITALS: Final = re.compile(
    r"^\W*[^\W\da-z]{2,}(?:[ -][^\W\da-z]{2,}){0,3}[ -]?\s?[:|»>–](?=\s)"
)
_DASH_EARLY: Final = re.compile(r"^.{2,60}?\s(?:—|–|--|-)\s")


class PageRepeats(msgspec.Struct, frozen=True):
    """What is known of a line from other pages.

    `outlet`: on how many other, different articles of the same outlet the line also
    stands; `elsewhere`: on how many of other outlets.
    """

    outlet: int = 0
    elsewhere: int = 0


NO_REPEATS: Final = PageRepeats()


class _Page(msgspec.Struct, frozen=True):
    """The counts over a page that its lines are seen against."""

    forms: list[str]
    form_counts: Counter[str]
    originals: list[list[str]]
    words: list[list[str]]
    common_words: frozenset[str]
    running_words: Counter[str]
    running: list[bool]
    running_before: list[int]
    running_total: int


def describe(
    lines: Sequence[Line], tags: Sequence[str], repeats: Sequence[PageRepeats]
) -> tuple[NDArray[np.float32], list[list[int]]]:
    """The form features (lines × features) and the word slots of each line of one page.

    `tags` are the HTML elements that the lines came from ("" for plain text).
    """
    page = _survey(lines)
    rows = [
        _form_of(line.text, page.originals[place])
        + _place_of(place, len(lines), page)
        + _echoes_of(place, page)
        + _repeats_of(repeats[place])
        + _tag_of(tags[place])
        for place, line in enumerate(lines)
    ]
    return np.asarray(rows, dtype=np.float32), [_slots_of(words) for words in page.words]


def _survey(lines: Sequence[Line]) -> _Page:
    forms = [line.form for line in lines]
    originals = [_WORD.findall(line.text) for line in lines]
    words = [[word.casefold() for word in line_words] for line_words in originals]
    running = [is_running_text(line.text) for line in lines]
    counts = Counter(word for line_words in words for word in line_words)
    running_words = Counter(
        word
        for line_words, is_running in zip(words, running, strict=True)
        if is_running
        for word in set(line_words)
    )
    before = np.concatenate([[0], np.cumsum(running)]).astype(int)
    return _Page(
        forms=forms,
        form_counts=Counter(forms),
        originals=originals,
        words=words,
        common_words=frozenset(word for word, _ in counts.most_common(25)),
        running_words=running_words,
        running=running,
        running_before=before.tolist(),
        running_total=int(before[-1]),
    )


def is_running_text(line: str) -> bool:
    """A long line that ends like a sentence."""
    return len(line) >= SENTENCE_LENGTH and bool(_TERMINAL.search(line))


def _form_of(text: str, words: list[str]) -> list[float]:
    """What the characters tell. Of a long line only the head and the end are looked at."""
    count = len(words)
    head, end = text[:HEAD_LENGTH], text[-80:]
    letters, capitals, digits = _count_kinds(head)
    letters = letters or 1
    capitalised = sum(word[0].isupper() for word in words)
    return [
        min(len(text), 400) / 400,
        min(count, 60) / 60,
        *(float(low <= count < high) for low, high in _COUNT_BANDS),
        float(bool(_TERMINAL.search(end))),
        float(text.endswith(":")),
        float(text.endswith(("…", "..."))),
        float(text[0].islower()),
        float(text[0] in _QUOTES),
        float(text[0].isdigit()),
        float(not text[0].isalnum() and text[0] not in _QUOTES),
        capitals / letters,
        float(head.isupper()),
        capitalised / max(count, 1),
        float(count > 1 and words[0][0].isupper() and capitalised == 1),
        digits / len(head),
        1 - (letters + head.count(" ")) / len(head),
        *(_has(pattern, head) if needed else 0.0 for pattern, needed in _signs(head, digits)),
        float(bool(_TRAILING_BRACKET.search(end))),
        *(float(any(mark in head for mark in marks)) for marks in _MARKS),
        float(text.count(". ") >= 1),
    ]


HEAD_LENGTH: Final = 200
_ASCII_KINDS: Final = bytes(
    ord(
        "U"
        if chr(code).isupper()
        else "l"
        if chr(code).isalpha()
        else "9"
        if chr(code).isdigit()
        else " "
    )
    for code in range(256)
)


def _count_kinds(text: str) -> tuple[int, int, int]:
    """Letters, capitals and digits; plain ASCII, which most lines are, in one pass."""
    if not text.isascii():
        kinds = (str.isalpha, str.isupper, str.isdigit)
        return sum(map(kinds[0], text)), sum(map(kinds[1], text)), sum(map(kinds[2], text))
    marks = text.encode().translate(_ASCII_KINDS)
    capitals = marks.count(b"U")
    return capitals + marks.count(b"l"), capitals, marks.count(b"9")


def _signs(head: str, digits: int) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The patterns that are looked for, and whether a line has the characters they need at all."""
    at_sign = "@" in head
    colon = any(mark in head for mark in ":|»>–")
    return (
        (_URL, "." in head or "://" in head),
        (_EMAIL, at_sign),
        (_HANDLE, at_sign),
        (_CLOCK, digits > 0),
        (_YEAR, digits > 3),
        (_DAY_NUMBER, digits > 0),
        (_MARKDOWN, head[0] in "#!*_>- \t" or "](" in head),
        (_IMAGE, head[0] == "!"),
        (_DASH_EARLY, any(mark in head for mark in "—–-")),
        (_LABEL, colon),
        (_LABEL_IN_CAPITALS, colon),
    )


def _has(pattern: re.Pattern[str], text: str) -> float:
    return float(pattern.search(text) is not None)


_MARKS: Final = ("/", "|•·", "©", ",", '"“”«»')
_COUNT_BANDS: Final = ((0, 1), (1, 2), (2, 4), (4, 7), (7, 11), (11, 17), (17, 26), (26, 10**6))


def _place_of(place: int, total: int, page: _Page) -> list[float]:
    before = page.running_before[place]
    after = page.running_total - page.running_before[place + 1]
    return [
        float(place == 0),
        float(place == 1),
        float(place == 2),
        min(place, 20) / 20,
        place / total,
        float(place == total - 1),
        min(total - 1 - place, 20) / 20,
        float(before == 0),
        float(after == 0),
        min(before, 10) / 10,
        min(after, 10) / 10,
        float(page.running_total == 0),
        *_distance_bands(_lines_to_running(page.running[:place][::-1])),
        *_distance_bands(_lines_to_running(page.running[place + 1 :])),
    ]


def _lines_to_running(running: Sequence[bool]) -> int:
    """How many lines come before the next running one, in the order given."""
    return next((count for count, flag in enumerate(running[:_FAR]) if flag), _FAR)


_FAR: Final = 12
_DISTANCES: Final = ((0, 1), (1, 2), (2, 4), (4, _FAR), (_FAR, _FAR + 1))


def _distance_bands(count: int) -> list[float]:
    return [float(low <= count < high) for low, high in _DISTANCES]


def _echoes_of(place: int, page: _Page) -> list[float]:
    """How the line repeats others of its page, and how much it speaks of the same things."""
    form, words = page.forms[place], page.words[place]
    own = int(page.running[place])
    content = [word for word in words if len(word) > 3 and word not in page.common_words]
    shared = sum(page.running_words[word] > own for word in content)
    first = page.forms[0] if place else ""
    return [
        float(page.form_counts[form] > 1),
        float(page.form_counts[form] > 2),
        float(len(form) > 15 and _is_within_another(place, page)),
        float(bool(first) and len(first) > 12 and (form in first or first in form)),
        shared / max(len(content), 1),
        float(not content),
        sum(word in page.common_words for word in words) / max(len(words), 1),
    ]


def _is_within_another(place: int, page: _Page) -> bool:
    form = page.forms[place]
    if len(form) > 300:
        return False
    nearby = range(max(0, place - 6), min(len(page.forms), place + 7))
    return any(other != place and form in page.forms[other] for other in nearby)


def _repeats_of(repeats: PageRepeats) -> list[float]:
    return [
        float(repeats.outlet >= 1),
        float(repeats.outlet >= 2),
        float(repeats.elsewhere >= 1),
        float(repeats.elsewhere >= 3),
    ]


_TAGS: Final = ("head", "p", "list", "quote", "caption", "title")


def _tag_of(tag: str) -> list[float]:
    return [float(tag == known) for known in _TAGS]


def _slots_of(words: list[str]) -> list[int]:
    """The slots of the line's words, of its first and last word, and of first pairs."""
    if not words or len(words) > WORDY:
        return []
    forms = [_DIGIT.sub("0", word) for word in words]
    named = {f"word {form}" for form in forms} if len(forms) <= 16 else set()
    named |= {f"first {forms[0]}", f"last {forms[-1]}", f"pair {' '.join(forms[:2])}"}
    return sorted({crc32(name.encode()) % WORD_SLOTS for name in named})


_DIGIT: Final = re.compile(r"\d")
