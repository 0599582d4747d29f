"""The stage that joins what was read in many articles into entities, statements and the rest."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

import msgspec

from variorum.collate.entities import joining as entities
from variorum.collate.events import joining as events
from variorum.collate.positions import joining as positions
from variorum.collate.statements import joining as statements
from variorum.collate.stories import joining as stories
from variorum.compare.independence import find_roots
from variorum.engine.protocol import Engine
from variorum.record.article import Article
from variorum.record.dating import date_reading
from variorum.record.lineage import Dispatch, Lineage
from variorum.record.reading import Reading
from variorum.record.when import When
from variorum.stages.progress import Progress
from variorum.store.protocol import Joined, Store

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
    """What one article gives to each of the rooms."""

    entities: tuple[entities.EntityRow, ...]
    statements: tuple[statements.QuotationRow, ...]
    events: tuple[events.EventRow, ...]
    positions: tuple[positions.AttitudeRow, ...]
    stories: tuple[stories.ArticleRow, ...]


def join_readings(
    store: Store,
    engine: Engine,
    progress: Progress,
    dates: Mapping[str, When],
    lineage: tuple[Iterable[Lineage], Iterable[Dispatch]],
) -> Joined:
    """All that is joined out of the readings in a store.

    `dates`: inferred publication of articles that state none; `lineage`: who copied whom.
    """
    progress.stage("Joining what was read", len(store.article_keys()))
    rows = list(_rows(store, engine, progress, dates))
    people, joined = entities.join_entities(engine, _flat(one.entities for one in rows))
    return Joined(
        entities=people,
        joined=joined,
        statements=statements.join_statements(
            engine, _flat(one.statements for one in rows), joined
        ),
        events=events.join_events(engine, _flat(one.events for one in rows), joined),
        positions=positions.join_positions(engine, _flat(one.positions for one in rows), joined),
        stories=stories.join_stories(
            engine, _flat(one.stories for one in rows), joined, find_roots(*lineage)
        ),
    )


def _rows(
    store: Store, engine: Engine, progress: Progress, dates: Mapping[str, When]
) -> Iterator[_Rows]:
    tasks = (
        _Task(kept.payload, _encoded(store.reading(kept.id)), dates.get(kept.id))
        for kept in store.kept_articles()
    )
    for made in engine.map(_rows_of, tasks):
        progress.advance()
        yield msgspec.msgpack.decode(made, type=_Rows)


def _encoded(reading: Reading | None) -> bytes | None:
    return msgspec.msgpack.encode(reading) if reading else None


def _rows_of(task: _Task) -> bytes:
    article = msgspec.msgpack.decode(task.article, type=Article)
    published = article.published or task.published
    article = msgspec.structs.replace(article, published=published)
    if task.reading is None:
        # Stories are told from words alone where there is nothing else.
        return msgspec.msgpack.encode(_Rows((), (), (), (), stories.rows_of(article, None)))
    reading = date_reading(msgspec.msgpack.decode(task.reading, type=Reading), published)
    return msgspec.msgpack.encode(
        _Rows(
            entities.rows_of(article, reading),
            statements.rows_of(article, reading),
            events.rows_of(article, reading),
            positions.rows_of(article, reading),
            stories.rows_of(article, reading),
        )
    )


def _flat(groups: Iterable[Iterable[T]]) -> list[T]:
    return [one for group in groups for one in group]
