"""Names that the encoder found, cleaned, with the titles that stand beside them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from variorum.read.encoder.window import Words
from variorum.read.lexicon import CALENDAR, FULL_ROLES, NATIONS, ROLES, TITLES
from variorum.read.passages import Analysis, Passage
from variorum.record.reading import EntityKind

_DETERMINERS: Final = frozenset("the a an his her its their our my this that".split())
_POSSESSIVES: Final = frozenset(["'s", "’s", "'", "’"])
_PUNCTUATION: Final = frozenset("\"“”„«»'’‘`()[],.;:!?-–—*_#|") | {"``", "''", "--"}
_NOUNS: Final = ("NN", "NNP", "NNPS", "NNS", "JJ", "HYPH", "AFX", "CD")
AGAIN: Final = 0.7
"""Confidence of a name that the encoder found elsewhere in the article only."""

_LONGEST_TITLE: Final = 8
_LONGEST_APPOSITION: Final = 14


class NameMention(NamedTuple):
    """One mention by name: its words in the passage, without title, article and possessive.

    `tokens`: the words as read; `titles`: what the text calls the bearer beside this mention.
    """

    words: Words
    kind: EntityKind
    tokens: tuple[str, ...]
    titles: tuple[str, ...]
    confidence: float


def find_names(passage: Passage, analysis: Analysis) -> list[NameMention]:
    """The names of a passage, in order; persons with their titles."""
    spans = [
        (trimmed, kind, confidence)
        for words, kind, confidence in _whole(passage, analysis)
        if (trimmed := _trimmed(passage, words, kind))
    ]
    spans = sorted([*spans, *_printed_again(passage, analysis, spans)])
    starts = {words[0]: (words, kind) for words, kind, _ in spans}
    mentions = [
        NameMention(
            words,
            kind,  # type: ignore[arg-type]
            tuple(word.text for word in passage.words[words[0] : words[1]]),
            tuple(_titles(passage, analysis, words, starts)) if kind == "person" else (),
            confidence,
        )
        for words, kind, confidence in spans
    ]
    return _with_bracketed(passage, mentions)


def _with_bracketed(passage: Passage, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Reads the given name that an editor put in brackets with the surname behind it."""
    joined: list[NameMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if (
            before
            and before.kind == mention.kind == "person"
            and before.words[1] + 1 == mention.words[0]
            and passage.words[before.words[1]].text == ")"
            and len(before.tokens) == len(mention.tokens) == 1
        ):
            joined[-1] = mention._replace(
                tokens=before.tokens + mention.tokens, titles=before.titles + mention.titles
            )
        else:
            joined.append(mention)
    return joined


def _printed_again(
    passage: Passage, analysis: Analysis, spans: Sequence[tuple[Words, str, float]]
) -> Iterator[tuple[Words, str, float]]:
    """Names that the encoder found in one place and passed over in another; surnames too."""
    taken: set[int] = set()
    known: dict[tuple[str, ...], Counter[str]] = {}
    for words, kind, _ in spans:
        taken.update(range(*words))
        read = tuple(word.text for word in passage.words[words[0] : words[1]])
        known.setdefault(read, Counter())[kind] += 1
        if kind == "person" and len(read) > 1 and len(read[-1]) > 2:
            known.setdefault(read[-1:], Counter())[kind] += 1
    longest = min(max(map(len, known), default=0), 6)
    place = 0
    while place < len(passage.words):
        found = _known_at(passage, place, longest, known) if place not in taken else None
        if found and not taken.intersection(range(place, found[1])):
            kinds = known[found[0]]
            if analysis.parts_of_speech[found[1] - 1].startswith("NNP"):
                yield (place, found[1]), max(kinds, key=lambda kind: kinds[kind]), AGAIN
            place = found[1]
        else:
            place += 1


def _known_at(
    passage: Passage, place: int, longest: int, known: Mapping[tuple[str, ...], object]
) -> tuple[tuple[str, ...], int] | None:
    if not passage.words[place].text[0].isupper():
        return None
    for length in range(longest, 0, -1):
        read = tuple(word.text for word in passage.words[place : place + length])
        if len(read) == length and read in known:
            return read, place + length
    return None


def _whole(passage: Passage, analysis: Analysis) -> list[tuple[Words, str, float]]:
    """The encoder's names, with the capitalised words beside them that depend on them.

    Two that stand side by side are one if both are persons or one depends on the other.
    """
    whole: list[tuple[Words, str, float]] = []
    for (first, last), kind, confidence in analysis.names:
        reached = whole[-1][0][1] if whole else 0
        start = max(first, reached)
        if start >= last:
            continue
        while start > reached and _belongs(passage, analysis, start - 1, (start, last), kind):
            start -= 1
        if (
            whole
            and start == reached
            and _is_one(passage, analysis, whole[-1], (start, last), kind)
        ):
            (before, _), _, sure = whole.pop()
            start, confidence = before, min(sure, confidence)
        whole.append(((start, last), kind, confidence))
    return whole


def _belongs(passage: Passage, analysis: Analysis, word: int, name: Words, kind: str) -> bool:
    text = passage.words[word].text
    if kind == "organization" and _is_capitalised_adjective(passage, analysis, word):
        return name[0] <= analysis.heads[word] < name[1]
    return (
        analysis.parts_of_speech[word] in ("NNP", "NNPS")
        and text[:1].isupper()
        and (word == 0 or passage.words[word - 1].text != "of")
        and not _is_title(text)
        and text.casefold() not in CALENDAR
        and not (kind == "person" and text.casefold() in NATIONS)
        and analysis.relations[word] in ("compound", "flat", "nmod:desc")
        and name[0] <= analysis.heads[word] < name[1]
    )


def _is_capitalised_adjective(passage: Passage, analysis: Analysis, word: int) -> bool:
    """ "Russian", "Foreign" of "the Russian Foreign Ministry" """
    text = passage.words[word].text
    first, _ = passage.sentence(passage.sentence_of(word))
    return (
        analysis.parts_of_speech[word] == "JJ"
        and text[0].isupper()
        and (word > first or text.casefold() in NATIONS)
    )


def _is_one(
    passage: Passage,
    analysis: Analysis,
    before: tuple[Words, str, float],
    name: Words,
    kind: str,
) -> bool:
    (first, last), other, _ = before
    if kind == "person" or other == "person":
        one = kind == other and not _is_title(passage.words[name[0]].text)
        return one and passage.words[last - 1].text not in _POSSESSIVES
    return kind == other and any(
        name[0] <= analysis.heads[word] < name[1]
        and analysis.relations[word] in ("compound", "flat")
        for word in range(first, last)
    )


def _trimmed(passage: Passage, words: Words, kind: str) -> Words | None:
    """A name without what is no part of it; None if nothing is left."""
    first, last = words
    read = [word.text for word in passage.words[first:last]]
    while read and (
        read[-1] in _POSSESSIVES or read[-1] in _PUNCTUATION or read[-1] in ("of", "and", "the")
    ):
        read.pop()
    while read and (
        read[0] in _PUNCTUATION
        or read[0].casefold() in _DETERMINERS
        or (kind == "person" and len(read) > 1 and _is_title(read[0]))
    ):
        read.pop(0)
        first += 1
    if not any(word[:1].isalnum() for word in read) or _is_adjective(read):
        return None
    if kind == "person" and len(read) == 1 and _begins_title(passage, first):
        return None
    return first, first + len(read)


def _is_adjective(read: Sequence[str]) -> bool:
    """ "Moscow-backed", "Trump-Putin" """
    first, hyphen, last = read[-1].rpartition("-")
    return bool(hyphen) and last in ("led", "based", "backed", "born", "style", "controlled")


def _begins_title(passage: Passage, word: int) -> bool:
    """ "Crown" of "Crown Prince": a word of a title, not a name."""
    behind = passage.words[word + 1].text if word + 1 < len(passage.words) else ""
    return behind[:1].isupper() and _is_title(behind)


def _is_title(word: str) -> bool:
    plain = word.casefold().rstrip(".")
    if plain in TITLES or plain in ROLES:
        return True
    first, hyphen, last = plain.rpartition("-")
    return bool(hyphen) and (first in ROLES or last in ROLES)


def _titles(
    passage: Passage, analysis: Analysis, name: Words, starts: dict[int, tuple[Words, str]]
) -> Iterator[str]:
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
    """ "Kremlin spokesman", "his US counterpart" before a name: nouns that end in a role."""
    if name == first:
        return None
    place = name - 1 if _is_title(passage.words[name - 1].text) else None
    place = _office_before(passage, analysis, name, first) if place is None else place
    if place is None:
        return None
    while place > first and name - place < _LONGEST_TITLE:
        word, speech = passage.words[place - 1].text, analysis.parts_of_speech[place - 1]
        if word.casefold() in CALENDAR or word.casefold() in _DETERMINERS:
            break
        if not (speech in _NOUNS or speech == "POS" or word == "-"):
            break
        if word[0] in _PUNCTUATION and word != "-" and speech != "POS":
            break
        place -= 1
    place = _behind_place(passage, analysis, (place, name), first)
    while passage.words[place].text in ("of", "-") or passage.words[place].text in _POSSESSIVES:
        place += 1
    return (place, name) if place < name else None


def _office_before(passage: Passage, analysis: Analysis, name: int, first: int) -> int | None:
    """ "Secretary of State" before a name: the place of the role."""
    for place in range(name - 1, max(first, name - 6), -1):
        if passage.words[place].text == "of":
            return place - 1 if _is_title(passage.words[place - 1].text) else None
        if not analysis.parts_of_speech[place].startswith("NN"):
            return None
    return None


def _behind_place(passage: Passage, analysis: Analysis, title: Words, first: int) -> int:
    """ "in Helsinki President …": the place belongs to the preposition before, not to the title."""
    start, end = title
    before = passage.words[start - 1].text.casefold() if start > first else ""
    if before not in ("in", "at", "from", "near", "to", "for"):
        return start
    for words, kind, _ in analysis.names:
        if kind == "place" and words[0] == start and words[1] < end:
            behind = passage.words[words[1]].text
            return words[1] if behind not in _POSSESSIVES else start
    return start


def _apposition_behind(
    passage: Passage,
    analysis: Analysis,
    place: int,
    last: int,
    starts: dict[int, tuple[Words, str]],
) -> Words | None:
    """ "…, the head of the president's office," behind a name."""
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
            and _is_title(words[end - 1].text)
        ):
            return None
        if speech in ("PRP", "WDT", "RB") or text.casefold() in ("who", "said", "says"):
            break
        has_role = has_role or _is_title(text)
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
    return _is_title(head)


def _apposition_ahead(
    passage: Passage, analysis: Analysis, name: Words, first: int, last: int
) -> Words | None:
    """ "The Kremlin's spokesman, Jane Doe, said": a phrase between an article and the name."""
    words = passage.words
    comma = name[0] - 1
    if comma - 1 <= first or words[comma].text != "," or not _is_title(words[comma - 1].text):
        return None
    if name[1] < last and words[name[1]].text not in (",", ".", "'s", "’s"):
        speech = analysis.parts_of_speech[name[1]]
        if not speech.startswith(("VB", "MD")):
            return None
    start = comma - 1
    while start > first and comma - start < _LONGEST_TITLE:
        word = words[start - 1].text
        if word.casefold() in _DETERMINERS:
            behind = analysis.parts_of_speech[start - 2] if start - 2 >= first else ""
            return (start, comma) if word.casefold() == "the" and behind != "IN" else None
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
