"""What of a record can be searched, as entries of an index: the same for every store."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Final, NamedTuple

import msgspec

from variorum.record.article import Article
from variorum.record.event import Event
from variorum.record.identity import identify
from variorum.record.position import Position
from variorum.record.reading import Entity
from variorum.record.statement import Statement
from variorum.record.when import When
from variorum.store.searching import FoundKind, fold

INDEX: Final = "search/1"
"""Who made the index: another one makes it anew."""

FIRST_JOINED: Final = 1 << 40
"""The number of the first entry that is joined out of articles; passages have smaller ones."""

PASSAGES: Final = ("passage", "headline")
"""The kinds of entry that stand in articles themselves."""

_SEARCHED: Final[dict[str, FoundKind]] = {
    "headline": "headline", "heading": "headline", "body": "passage", "caption": "passage",
}  # fmt: skip
"""The blocks of an article that can be searched."""

At = tuple[str, int, int]
"""An article, and the characters from the first up to the second number."""


class Entry(NamedTuple):
    """One thing that can be found. The places of a passage are told by its articles."""

    kind: FoundKind
    id: str
    words: str
    about: str = ""
    speaker: str = ""
    speaker_name: str = ""
    speaker_key: str = ""
    issue: str = ""
    status: str = ""
    first_day: str | None = None
    last_day: str | None = None
    places: tuple[At, ...] = ()

    @property
    def digest(self) -> str:
        """What is another whenever the entry is."""
        return blake2b(msgspec.msgpack.encode(tuple(self)), digest_size=8).hexdigest()


def passages(article: Article) -> Iterator[tuple[Entry, At]]:
    """What can be found in an article, and where it stands there."""
    for block in article.blocks:
        kind = _SEARCHED.get(block.role)
        if kind:
            words = article.text[block.start : block.end]
            at = (article.id, block.start, block.end)
            yield Entry(kind, identify("passage", kind, words), words), at


def days_of(when: When | None) -> tuple[str | None, str | None]:
    """The first and last day of an interval."""
    if when is None:
        return None, None
    first, last = when.days
    return first.isoformat(), last.isoformat()


class Nouns(NamedTuple):
    """What was joined out of readings and can be searched."""

    entities: Sequence[Entity] = ()
    statements: Iterable[Statement] = ()
    events: Iterable[Event] = ()
    positions: Iterable[Position] = ()


def joined_entries(nouns: Nouns) -> Iterator[Entry]:
    """What can be found of statements, events and positions."""
    names = {one.id: (one.name, *one.aliases) for one in nouns.entities}
    for statement in nouns.statements:
        yield _statement(statement, names)
    for event in nouns.events:
        yield _event(event, names)
    for position in nouns.positions:
        yield _position(position, names)


def names_of(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """Each name of each entity, folded, with the entity's id."""
    for one in entities:
        for name in sorted({fold(name) for name in (one.name, *one.aliases)}):
            yield name, one.id


Names = Mapping[str, tuple[str, ...]]


def _statement(one: Statement, names: Names) -> Entry:
    called = _called(one.speaker, one.speaker_name, names)
    return Entry(
        kind="statement",
        id=one.id,
        words=one.text,
        about="\n".join((*called, one.venue or "")),
        speaker=one.speaker or "",
        speaker_name=called[0] if called else "",
        speaker_key=fold("\n".join(called)),
        first_day=days_of(one.said)[0],
        last_day=days_of(one.said)[1],
        places=tuple((article, 0, 1) for article in one.articles),
    )


def _event(one: Event, names: Names) -> Entry:
    parties = [_called(who.entity, who.name, names) for who in one.participants]
    about = [name for called in parties for name in called]
    return Entry(
        kind="event",
        id=one.id,
        words=one.label,
        about="\n".join((*about, one.place or "")),
        status=one.status,
        first_day=days_of(one.when)[0],
        last_day=days_of(one.when)[1],
        places=tuple(sorted({(at.article, at.start, at.end) for at in one.mentions})),
    )


def _position(one: Position, names: Names) -> Entry:
    called = _called(one.actor, one.actor_name, names)
    return Entry(
        kind="position",
        id=one.id,
        words="\n".join(filter(None, (one.issue, one.condition))),
        about="\n".join(called),
        speaker=one.actor or "",
        speaker_name=called[0] if called else "",
        speaker_key=fold("\n".join(called)),
        issue=one.issue,
        status="",
        first_day=days_of(one.as_of)[0],
        last_day=days_of(one.as_of)[1],
        places=tuple(sorted({(at.article, at.start, at.end) for at in one.evidence})),
    )


def _called(entity: str | None, name: str | None, names: Names) -> tuple[str, ...]:
    """All names of somebody, the fullest first."""
    known = names.get(entity or "", ())
    return tuple(dict.fromkeys(filter(None, (*known, name))))
