"""What the text calls a person beside the name: titles before it, appositions around it."""

from collections.abc import Iterator
from typing import Final

from variorum.read.encoder.window import Words
from variorum.read.lexicon import CALENDAR, FULL_ROLES, ROLES, TITLES
from variorum.read.passages import Analysis, Passage

DETERMINERS: Final = frozenset("the a an his her its their our my this that".split())
POSSESSIVES: Final = frozenset(["'s", "’s", "'", "’"])
PUNCTUATION: Final = frozenset("\"“”„«»'’‘`()[],.;:!?-–—*_#|") | {"``", "''", "--"}
_NOUNS: Final = ("NN", "NNP", "NNPS", "NNS", "JJ", "HYPH", "AFX", "CD")
_LONGEST_TITLE: Final = 8
_LONGEST_APPOSITION: Final = 14


def is_title(word: str) -> bool:
    """Whether a word may be a title or names a role, compounds of them too."""
    plain = word.casefold().rstrip(".")
    if plain in TITLES or plain in ROLES:
        return True
    first, hyphen, last = plain.rpartition("-")
    return bool(hyphen) and (first in ROLES or last in ROLES)


def titles_of(
    passage: Passage, analysis: Analysis, name: Words, starts: dict[int, tuple[Words, str]]
) -> Iterator[str]:
    """The titles beside a name; `starts` are the first words of all names."""
    first, last = passage.sentence(passage.sentence_of(name[0]))
    before = _title_before(passage, analysis, name[0], first)
    if before:
        yield printed(passage, before)
    behind = _apposition_behind(passage, analysis, name[1], last, starts)
    if behind:
        yield printed(passage, behind)
    if not before:
        ahead = _apposition_ahead(passage, analysis, name, first, last)
        if ahead:
            yield printed(passage, ahead)


def printed(passage: Passage, words: Words) -> str:
    """Words of a passage in one line, as a person reads them."""
    parts: list[str] = []
    for place in range(*words):
        word = passage.words[place]
        spaced = place > words[0] and passage.words[place - 1].end < word.start
        parts.append((" " if spaced else "") + word.text)
    return "".join(parts)


def _title_before(passage: Passage, analysis: Analysis, name: int, first: int) -> Words | None:
    """The nouns before a name that end in a role: "Kremlin spokesman", "his US counterpart"."""
    if name == first:
        return None
    place = name - 1 if is_title(passage.words[name - 1].text) else None
    place = _office_before(passage, analysis, name, first) if place is None else place
    if place is None:
        return None
    while place > first and name - place < _LONGEST_TITLE:
        word, speech = passage.words[place - 1].text, analysis.parts_of_speech[place - 1]
        if word.casefold() in CALENDAR or word.casefold() in DETERMINERS:
            break
        if not (speech in _NOUNS or speech == "POS" or word == "-"):
            break
        if word[0] in PUNCTUATION and word != "-" and speech != "POS":
            break
        place -= 1
    place = _behind_place(passage, analysis, (place, name), first)
    while passage.words[place].text in ("of", "-") or passage.words[place].text in POSSESSIVES:
        place += 1
    return (place, name) if place < name else None


def _office_before(passage: Passage, analysis: Analysis, name: int, first: int) -> int | None:
    """Where the role stands that is not right before the name: "Secretary of State"."""
    for place in range(name - 1, max(first, name - 6), -1):
        if passage.words[place].text == "of":
            return place - 1 if is_title(passage.words[place - 1].text) else None
        if passage.words[place].text == "the" and passage.words[place - 1].text == "of":
            continue
        if not analysis.parts_of_speech[place].startswith("NN"):
            return None
    return None


def _behind_place(passage: Passage, analysis: Analysis, title: Words, first: int) -> int:
    """Leaves the place off in "in Helsinki President …": it belongs to the preposition before."""
    start, end = title
    before = passage.words[start - 1].text.casefold() if start > first else ""
    if before not in ("in", "at", "from", "near", "to", "for"):
        return start
    for words, kind, _ in analysis.names:
        if kind == "place" and words[0] == start and words[1] < end:
            behind = passage.words[words[1]].text
            return words[1] if behind not in POSSESSIVES else start
    return start


def _apposition_behind(
    passage: Passage,
    analysis: Analysis,
    place: int,
    last: int,
    starts: dict[int, tuple[Words, str]],
) -> Words | None:
    """What stands behind a name in apposition: "…, the head of the president's office,"."""
    words = passage.words
    if place + 2 >= last or words[place].text != ",":
        return None
    start = place + 1
    if analysis.parts_of_speech[start] == "CD" and words[start + 1].text == ",":
        start += 2
    if start < last and words[start].text.casefold() in ("a", "an", "the"):
        start += 1
    end, has_role = start, False
    while end < min(last, start + _LONGEST_APPOSITION):
        text, speech = words[end].text, analysis.parts_of_speech[end]
        if text in (",", ";", ".", ":", "--", "—", "–", ")", "(") or speech[:2] in (
            "VB",
            "MD",
            "WP",
        ):
            break
        if (
            has_role
            and starts.get(end, (None, ""))[1] == "person"
            and is_title(words[end - 1].text)
        ):
            return None
        if speech in ("PRP", "WDT", "RB") or text.casefold() in ("who", "said", "says"):
            break
        has_role = has_role or is_title(text)
        end += 1
    closed = end == last or words[end].text in (",", ".", ";", "--", "—", "–", ")")
    if not has_role or not closed or not _head_is_role(passage, analysis, (start, end)):
        return None
    return start, end


def _head_is_role(passage: Passage, analysis: Analysis, phrase: Words) -> bool:
    """Whether the last noun before the first preposition names a role."""
    head = ""
    for place in range(*phrase):
        speech = analysis.parts_of_speech[place]
        if speech in ("IN", "TO", "CC") and head:
            break
        if speech.startswith("NN"):
            head = passage.words[place].text
    return is_title(head)


_THEIRS: Final = frozenset("the its their his her".split())


def _apposition_ahead(
    passage: Passage, analysis: Analysis, name: Words, first: int, last: int
) -> Words | None:
    """What stands before a name in apposition: "The Kremlin's spokesman, Jane Doe, said"."""
    words = passage.words
    comma = name[0] - 1
    if comma - 1 <= first or words[comma].text != "," or not is_title(words[comma - 1].text):
        return None
    if name[1] < last and words[name[1]].text not in (",", ".", "'s", "’s"):
        speech = analysis.parts_of_speech[name[1]]
        if not speech.startswith(("VB", "MD")):
            return None
    start = comma - 1
    while start > first and comma - start < _LONGEST_TITLE:
        word = words[start - 1].text
        if word.casefold() in DETERMINERS:
            behind = analysis.parts_of_speech[start - 2] if start - 2 >= first else ""
            return (start, comma) if word.casefold() in _THEIRS and behind != "IN" else None
        if not (analysis.parts_of_speech[start - 1] in (*_NOUNS, "POS") or word in ("of", "-")):
            return None
        start -= 1
    return (start, comma) if start == first else None


def role_words(title: str) -> set[str]:
    """The roles that a title names, in full small letters."""
    found = set()
    for word in title.replace("-", " - ").casefold().split():
        plain = word.rstrip(".,")
        if plain in TITLES or plain in ROLES:
            found.add(FULL_ROLES.get(plain, plain))
    return found
