"""A statement in a few lines, as lists and other pages show it."""

from collections.abc import Sequence
from typing import Final

import msgspec

from variorum.compare.speaking import NOBODY, addressee_of
from variorum.compare.variants import SaidPart, printed_wordings, range_of, said_parts
from variorum.record.article import Article
from variorum.record.reading import Quotation, QuotationMode
from variorum.record.statement import Statement
from variorum.record.when import When, days
from variorum.views.desk import Desk
from variorum.views.words import ArticleLine, article_line, clipped

SHOWN_OUTLETS: Final = 4
"""Outlets that are named for a statement in a list."""


LONGEST_KEY: Final = 300
"""Characters of a name by which pages are asked for somebody who is no known entity."""


class SpeakerLine(msgspec.Struct, frozen=True):
    """A speaker: by name, and the entity if it is known who that is.

    `key`: what `/statements?speaker=` finds all by; empty where nobody is named.
    """

    key: str
    name: str
    entity: str | None


class Printed(msgspec.Struct, frozen=True):
    """One place where words are printed, and what the article tells around them.

    `start`, `end`: code points of the article's text, from the first part of the words to the
    last; `mode`: direct, mixed or indirect; `said`, `venue`, `addressee`: null if untold.
    """

    article: ArticleLine
    start: int
    end: int
    mode: QuotationMode
    said: When | None
    venue: str | None
    addressee: str | None


class StatementLine(msgspec.Struct, frozen=True):
    """A statement in a list.

    - `text`: its fullest wording, as printed, clipped, in parts that are the speaker's words or
      the reporter's; `quoted`: whether anybody prints words of it between marks;
    - `place`: where that stands first;
    - `said`, `venue`, `addressee`: when, where or in which medium, to whom; null if untold;
    - `sources`: independent sources; `articles`, `wordings`: how many there are;
    - `outlets`: who prints it, the first few; `more_outlets`: how many others do.
    """

    id: str
    speaker: SpeakerLine
    text: tuple[SaidPart, ...]
    quoted: bool
    place: Printed
    said: When | None
    venue: str | None
    addressee: str | None
    sources: int
    articles: int
    wordings: int
    outlets: tuple[str, ...]
    more_outlets: int
    confidence: float
    reasons: tuple[str, ...]


def statement_line(desk: Desk, one: Statement, length: int) -> StatementLine:
    """A statement in a list, its wording cut to so many characters."""
    wordings = printed_wordings(one, desk.quotations)
    fullest = wordings[0].places[0]
    outlets = outlets_of([desk.story.by_id[article] for article in one.articles])
    return StatementLine(
        id=one.id,
        speaker=speaker_line(desk, one.speaker, one.speaker_name),
        text=said_parts(fullest[0].text, fullest[1], length),
        quoted=one.id in desk.quoted,
        place=printed(*fullest),
        said=in_days(one.said),
        venue=one.venue and clipped(one.venue, 80),
        addressee=_addressee(desk, one),
        sources=desk.sources(one.articles),
        articles=len(one.articles),
        wordings=len(wordings),
        outlets=tuple(outlets[:SHOWN_OUTLETS]),
        more_outlets=max(0, len(outlets) - SHOWN_OUTLETS),
        confidence=one.confidence,
        reasons=one.reasons,
    )


def _addressee(desk: Desk, one: Statement) -> str | None:
    addressee = addressee_of(one, desk.quotations)
    return addressee and clipped(addressee, 80)


def speaker_line(desk: Desk, entity: str | None, name: str | None) -> SpeakerLine:
    """A speaker, by what is known of who it is."""
    known = entity if entity in desk.entities else None
    called = clipped(desk.name_of(known, name) or NOBODY, 120)
    return SpeakerLine((entity or name or "")[:LONGEST_KEY], called, known)


def printed(article: Article, quotation: Quotation) -> Printed:
    """Where a quotation stands."""
    place = range_of(quotation)
    return Printed(
        article_line(article),
        place.start,
        place.end,
        quotation.mode,
        in_days(quotation.said),
        quotation.venue and clipped(quotation.venue, 80),
        quotation.addressee and clipped(quotation.addressee, 80),
    )


def in_days(when: When | None) -> When | None:
    """The day or days, without the clock: "that morning" is from 5 to 12."""
    return when and days(*when.days, when.basis)


def outlets_of(articles: Sequence[Article]) -> list[str]:
    """The outlets of some articles, each once, in order of name."""
    return sorted({article_line(one).outlet for one in articles}, key=str.casefold)
