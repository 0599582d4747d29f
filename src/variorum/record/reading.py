"""Reading: what one article says, as read in that article alone."""

from typing import Literal

import msgspec

from variorum.record.event import EventMention
from variorum.record.position import Attitude
from variorum.record.span import Span, check_range
from variorum.record.time_expression import TimeExpression
from variorum.record.when import When

EntityKind = Literal["person", "organization", "place", "group", "other"]
QuotationMode = Literal["direct", "mixed", "indirect"]


class Entity(msgspec.Struct, frozen=True, gc=False):
    """Somebody or something that an article names.

    `name` is the fullest form in the article; `aliases` the other forms, in order of
    appearance; `titles` what stands with the name: a title or role ("Kremlin spokesman").

    An entity of the record has its aliases and titles in order of how common they are, and
    tells `confidence` from 0 to 1 that the articles' entities are one, `reasons` why, `maker`,
    and `corrections`: by their ids those of a person that made it what it is.
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    maker: str = ""
    corrections: tuple[str, ...] = ()


class Mention(msgspec.Struct, frozen=True, gc=False):
    """Words that stand for an entity: a name, or a noun or pronoun that stands for one.

    `entity` is null where the text does not tell whom they mean.
    """

    start: int
    end: int
    entity: str | None
    kind: EntityKind

    def __post_init__(self) -> None:
        check_range("A mention", self.start, self.end)


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """One place where an article reports words.

    - `content`: its parts, in order: what is said, without the quotation marks around it;
    - `cue`: the words that report it ("said", "according to"); `source`: those that name who;
    - `speaker`: the entity, null if it is not told; `speaker_name` its fullest name, or else
      the words of the source, for a person;
    - `addressee`, `venue`: to whom, and where or in which medium, as printed; null if untold;
    - `said`: when; null if that cannot be told; `said_at`: the time expression that tells it,
      if one does;
    - `confidence` from 0 to 1.
    """

    id: str
    mode: QuotationMode
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: str | None
    speaker_name: str | None
    addressee: str | None
    venue: str | None
    said: When | None
    confidence: float
    said_at: Span | None = None


class Reading(msgspec.Struct, frozen=True, gc=False):
    """All that is read in one article; every list is in the order of the text.

    `sentences` cover the body; `vectors` holds one row of little-endian float16 for each of
    them, `dimensions` wide.
    """

    article: str
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    quotations: tuple[Quotation, ...]
    vectors: bytes
    dimensions: int
    maker: str
    events: tuple[EventMention, ...] = ()
    attitudes: tuple[Attitude, ...] = ()
