"""A quotation as joining sees it: its words, who said them, when, where, and what stands around."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import msgspec

from variorum.collate.reuse.quoted import quoted_characters
from variorum.collate.statements.words import is_content, stem, words_in
from variorum.record.article import Article
from variorum.record.reading import Entity, EntityKind, Quotation, QuotationMode, Reading
from variorum.record.span import Span
from variorum.record.when import When

_BRACKETS: Final = {"[": "]", "(": ")"}
"""What stands in them is the reporter's, not the speaker's."""


class QuotationRow(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """What joining needs of one quotation.

    - `start`, `end`: the characters from the first to the last of its content;
    - `speaker`: the article's entity; `speaker_kind`: null if there is none;
    - `words`: the folded words of the content, with a space between; `marked`: for each of them
      1 if it stands within quotation marks, else 0;
    - `text`: the content as printed, its parts joined by an ellipsis;
    - `context`: the stems of the other words of its sentences, and of the one before;
    - `confidence`: how sure it is that words are reported;
    - `voice_of`: the folded words of the titles by which the speaker speaks for somebody;
    - `titles`: the folded words of each title of the speaker that say something, by a line.
    """

    quotation: str
    article: str
    start: int
    end: int
    mode: QuotationMode
    speaker: str | None
    speaker_kind: EntityKind | None
    speaker_name: str | None
    words: str
    marked: str
    text: str
    context: str
    said: When | None
    venue: str | None
    published: When | None
    confidence: float = 1.0
    voice_of: str = ""
    titles: str = ""


def rows_of(article: Article, reading: Reading) -> tuple[QuotationRow, ...]:
    """The rows of one article; entities in `reading` are its own."""
    if not reading.quotations:
        return ()
    quoted = quoted_characters(article)
    entities = {entity.id: entity for entity in reading.entities}
    return tuple(
        _row(article, reading, one, quoted, entities.get(one.speaker or ""))
        for one in reading.quotations
    )


def _row(
    article: Article,
    reading: Reading,
    one: Quotation,
    quoted: bytes,
    speaker: Entity | None,
) -> QuotationRow:
    words, marked = _words(article.text, one, quoted)
    around = _sentences_around(reading, one.content)
    return QuotationRow(
        quotation=one.id,
        article=article.id,
        start=min(span.start for span in one.content),
        end=max(span.end for span in one.content),
        mode=one.mode,
        speaker=one.speaker,
        speaker_kind=speaker.kind if speaker else None,
        speaker_name=one.speaker_name,
        words=" ".join(words),
        marked="".join(marked),
        text=" … ".join(" ".join(span.of(article.text).split()) for span in one.content),
        context=_context(article.text, reading, one, around),
        said=one.said,
        venue=one.venue,
        published=article.published,
        confidence=one.confidence,
        voice_of=_voice_of(speaker.titles if speaker else ()),
        titles=_titles(speaker.titles if speaker else ()),
    )


def _voice_of(titles: Sequence[str]) -> str:
    """Whom titles such as "Kremlin spokesman" or "head of Lund Hospital" name.

    The other words of such a title; of a minister the ministry too, as "health_ministry".
    """
    found: set[str] = set()
    for title in titles:
        words = [word for _, _, word in words_in(title)]
        is_voice = any(word.startswith("spokes") for word in words) or bool(_HEADS & {*words})
        if _FORMER.intersection(words) or not (is_voice or words[-2:] == ["press", "secretary"]):
            continue
        found.update(word for word in words if is_content(word) and word not in _SPEAKING)
        found.update(f"{before}_ministry" for before, word in pairwise(words) if word == "minister")
    return " ".join(sorted(found))


def _folded(words: str) -> frozenset[str]:
    return frozenset(word for _, _, word in words_in(words))


_HEADS: Final = _folded(
    "minister president premier chancellor governor mayor chairman chairwoman chair director chief "
    "head executive leader rector superintendent commissioner"
)
"""Who heads a body speaks for it."""

_FORMER: Final = _folded("former ex then late deputy vice adviser aide")
"""What makes another of a title: nobody's voice any more, or not yet."""

_SPEAKING: Final = _HEADS | _folded(
    "spokesman spokeswoman spokesperson spokespeople press secretary deputy senior prime foreign "
    "general executive national"
)


def _titles(titles: Sequence[str]) -> str:
    """The telling words of each title, in order of the alphabet, with a line between titles."""
    told = (
        sorted({word for _, _, word in words_in(title) if is_content(word)}) for title in titles
    )
    return "|".join(sorted({" ".join(words) for words in told if words}))


_PLAIN_MARKS: Final = re.compile(r"(?<!\w)'(?=\w)[^'\n]*(?<=[\w.,!?])'(?!\w)")
"""Single straight marks, which elsewhere are taken for apostrophes. What the reader calls mixed has
some marks; if no others are found, it is these."""


def _words(text: str, one: Quotation, quoted: bytes) -> tuple[list[str], list[str]]:
    words, marked = [], []
    for span in one.content:
        part = span.of(text)
        inserted, within = _insertions(part), _marked(part, quoted[span.start : span.end])
        for start, _, word in words_in(part):
            is_marked = one.mode == "direct" or (one.mode == "mixed" and within[start] == 1)
            words.append(word)
            marked.append("1" if is_marked and start not in inserted else "0")
    return words, marked


def _marked(text: str, quoted: bytes) -> bytes:
    if any(quoted):
        return quoted
    flags = bytearray(len(text))
    for match in _PLAIN_MARKS.finditer(text):
        flags[match.start() : match.end()] = b"\1" * len(match[0])
    return bytes(flags)


def _insertions(text: str) -> set[int]:
    """The characters in brackets."""
    inside: set[int] = set()
    closing, opened = "", 0
    for place, character in enumerate(text):
        if not closing and character in _BRACKETS:
            closing, opened = _BRACKETS[character], place
        elif character == closing:
            inside.update(range(opened, place))
            closing = ""
    return inside


def _sentences_around(reading: Reading, content: Sequence[Span]) -> list[int]:
    """The sentences, by number, that have some of the content."""
    return [
        number
        for number, sentence in enumerate(reading.sentences)
        if any(sentence.meets(span) for span in content)
    ]


def _context(text: str, reading: Reading, one: Quotation, around: Sequence[int]) -> str:
    if not around:
        return ""
    taken = [*one.content, *one.cue, *one.source]
    stems: set[str] = set()
    for number in range(max(0, around[0] - 1), around[-1] + 1):
        sentence = reading.sentences[number]
        for start, _, word in words_in(sentence.of(text)):
            place = sentence.start + start
            if is_content(word) and not any(span.start <= place < span.end for span in taken):
                stems.add(stem(word))
    return " ".join(sorted(stems))
