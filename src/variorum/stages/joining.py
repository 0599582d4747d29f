"""The stage that joins what was read in many articles into entities, statements and the rest."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from variorum.collate.dates.shared_events import dates_from_events
from variorum.collate.entities import joining as entities
from variorum.collate.events import joining as events
from variorum.collate.positions import joining as positions
from variorum.collate.statements import joining as statements
from variorum.collate.stories import joining as stories
from variorum.compare.independence import find_roots
from variorum.engine.protocol import Engine
from variorum.engine.remembering import remembering
from variorum.record.article import Article
from variorum.record.dating import date_reading
from variorum.record.event import Event
from variorum.record.lineage import Dispatch, Lineage
from variorum.record.naming import held_by_name, names_of_persons, said_by_name
from variorum.record.reading import Entity, Reading
from variorum.record.reuse import Reuse
from variorum.record.when import When
from variorum.stages.progress import Progress
from variorum.store.protocol import Joined, ReadingKey, Store

MAKERS = tuple(
    str(room.MAKER) for room in (entities, statements, events, positions, stories)
)  # fmt: skip
"""Who joins: a record that others joined is drawn anew."""


T = TypeVar("T")


class _Task(NamedTuple):
    article: bytes
    reading: bytes | None
    published: When | None


class _Rows(msgspec.Struct, frozen=True):
    """What one article gives to each of the rooms; `stated`: whether it states its date."""

    stated: bool
    entities: tuple[entities.EntityRow, ...]
    statements: tuple[statements.QuotationRow, ...]
    events: tuple[events.EventRow, ...]
    positions: tuple[positions.AttitudeRow, ...]
    stories: tuple[stories.ArticleRow, ...]

    def __reduce__(self) -> tuple[Callable[[bytes], "_Rows"], tuple[bytes]]:
        """Rows travel between processes as MessagePack, which is faster."""
        return _unpacked, (msgspec.msgpack.encode(self),)


def _unpacked(rows: bytes) -> _Rows:
    return msgspec.msgpack.decode(rows, type=_Rows)


class Record(NamedTuple):
    """What is joined, and the inferred dates, with those that shared events tell."""

    joined: Joined
    dates: dict[str, When]


def join_readings(
    store: Store,
    engine: Engine,
    progress: Progress,
    dates: Mapping[str, When],
    lineage: tuple[Iterable[Lineage], Iterable[Dispatch]],
    reuses: Iterable[Reuse] = (),
) -> Record:
    """All that is joined out of the readings in a store.

    `dates`: inferred publication of articles that state none; `lineage`: who copied whom; `reuses`:
    the passages that articles share. What an article without a date shares with dated ones dates
    it, and it is read anew by that date.
    """
    progress.stage("Joining what was read", len(store.article_keys()))
    rows = dict(_rows(store, engine, progress, dates))
    dates = dict(dates)
    people, joined = _entities(engine, rows, progress)
    is_undated = any(not one.stated for one in rows.values())
    # What shared events date changes few others: the rest is remembered until all are drawn.
    drawing = remembering(engine) if is_undated else engine
    happened = _events(drawing, rows, joined, progress)
    if is_undated and (further := dates_from_events(_mentions(rows), happened, dates)):
        dates.update(further)
        progress.stage("Joining what was dated", len(further))
        before = {article: rows[article] for article in further}
        rows.update(_rows(store, engine, progress, dates, further))
        if any(rows[one].entities != before[one].entities for one in further):
            people, joined = _entities(engine, rows, progress)
            happened = _events(drawing, rows, joined, progress, 1)
        elif any(rows[one].events != before[one].events for one in further):
            happened = _events(drawing, rows, joined, progress, 1)
    del drawing
    progress.stage("Joining statements", None)
    said = statements.join_statements(
        engine, _flat(one.statements for one in rows.values()), joined, reuses
    )
    progress.stage("Joining positions", None)
    stands = positions.join_positions(engine, _flat(one.positions for one in rows.values()), joined)
    progress.stage("Grouping stories", None)
    told = stories.join_stories(
        engine, _flat(one.stories for one in rows.values()), joined, find_roots(*lineage)
    )
    names = names_of_persons(people)
    return Record(
        Joined(
            entities=people,
            joined=joined,
            statements=[said_by_name(one, names) for one in said],
            events=happened,
            positions=[held_by_name(one, names) for one in stands],
            stories=told,
        ),
        dates,
    )


def _entities(
    engine: Engine, rows: Mapping[str, _Rows], progress: Progress
) -> tuple[list[Entity], dict[str, str]]:
    progress.stage("Joining entities", None)
    people, joined = entities.join_entities(engine, _flat(one.entities for one in rows.values()))
    return list(people), dict(joined)


def _events(
    engine: Engine,
    rows: Mapping[str, _Rows],
    joined: Mapping[str, str],
    progress: Progress,
    drawing: int = 0,
) -> list[Event]:
    progress.stage("Joining events", None)
    return events.join_events(engine, _mentions(rows), joined, drawing=drawing)


def _mentions(rows: Mapping[str, _Rows]) -> list[events.EventRow]:
    return _flat(one.events for one in rows.values())


class _Key(NamedTuple):
    """An article and its reading, by their hashes, and when it was published, if inferred."""

    article: str
    made_of: str
    read_of: ReadingKey | None
    published: When | None


def _rows(
    store: Store,
    engine: Engine,
    progress: Progress,
    dates: Mapping[str, When],
    only: Container[str] | None = None,
) -> Iterator[tuple[str, _Rows]]:
    """What each article gives, by its id; of all articles, or of some."""
    readings = store.reading_keys()
    keys = [
        _Key(article, key, readings.get(article), dates.get(article))
        for article, key in sorted(store.article_keys().items())
        if only is None or article in only
    ]
    made = engine.remember(_rows_of, keys, lambda some: _tasks(store, some))
    for key, rows in zip(keys, made, strict=True):
        progress.advance()
        yield key.article, rows


def _tasks(store: Store, some: Sequence[_Key]) -> Iterator[_Task]:
    kept = store.reading_payloads(one.article for one in some)
    for one, (article, reading) in zip(some, kept, strict=True):
        yield _Task(article.payload, reading, one.published)


def _rows_of(task: _Task) -> _Rows:
    article = msgspec.msgpack.decode(task.article, type=Article)
    stated = article.published is not None
    published = article.published or task.published
    article = msgspec.structs.replace(article, published=published)
    if task.reading is None:
        # Stories are told from words alone where there is nothing else.
        told = stories.rows_of(article, None)
        return _Rows(stated=True, entities=(), statements=(), events=(), positions=(), stories=told)
    reading = date_reading(msgspec.msgpack.decode(task.reading, type=Reading), published)
    return _Rows(
        stated,
        entities.rows_of(article, reading),
        statements.rows_of(article, reading),
        events.rows_of(article, reading),
        positions.rows_of(article, reading),
        stories.rows_of(article, reading),
    )


def _flat(groups: Iterable[Iterable[T]]) -> list[T]:
    return [one for group in groups for one in group]
