"""Which entities of articles are one entity of the record."""

from collections.abc import Iterable
from typing import Final, NamedTuple

import msgspec

from variorum.engine.protocol import Engine
from variorum.record.article import Article
from variorum.record.maker import Maker
from variorum.record.reading import Entity, Reading

MAKER: Final = Maker("collate.entities", 1)


class EntityRow(msgspec.Struct, frozen=True):
    """An entity of one article."""

    article: str
    entity: Entity


class JoinedEntities(NamedTuple):
    """The record's entities, in order of their ids, and for each article's entity its own."""

    entities: list[Entity]
    joined: dict[str, str]


def rows_of(article: Article, reading: Reading) -> tuple[EntityRow, ...]:
    """What joining needs of an article."""
    return tuple(EntityRow(article.id, entity) for entity in reading.entities)


def join_entities(engine: Engine, rows: Iterable[EntityRow]) -> JoinedEntities:
    """The entities of the record."""
    entities = sorted((row.entity for row in rows), key=lambda entity: entity.id)
    return JoinedEntities(entities, {entity.id: entity.id for entity in entities})
