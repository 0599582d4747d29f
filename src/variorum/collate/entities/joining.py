"""Which entities of articles are one entity of the record."""

from collections.abc import Iterable
from typing import NamedTuple

from variorum.collate.entities.bearers import place_rows
from variorum.collate.entities.candidates import find_candidates
from variorum.collate.entities.describing import MAKER, Belonging, describe_entities
from variorum.collate.entities.grouping import group_names
from variorum.collate.entities.institutions import join_institutions
from variorum.collate.entities.names import names_of
from variorum.collate.entities.rows import EntityRow, rows_of
from variorum.engine.protocol import Engine
from variorum.record.reading import Entity

__all__ = ["MAKER", "EntityRow", "JoinedEntities", "join_entities", "rows_of"]


class JoinedEntities(NamedTuple):
    """The record's entities, in order of their ids, and for each article's entity its own.

    `joined` also has those who are told by an office alone and whose name other articles tell,
    under `record.naming.unnamed`.
    """

    entities: list[Entity]
    joined: dict[str, str]


def join_entities(engine: Engine, rows: Iterable[EntityRow]) -> JoinedEntities:
    """The entities of the record: a pure function of the set of rows.

    Names that may be one are joined on the engine, scored in pairs, and grouped; then lone
    surnames, and offices without a name, go to whom the other articles make clear.
    """
    known = {row.entity.id: row for row in rows}
    names = names_of(known.values(), engine.remember)
    groups = group_names(names, find_candidates(engine, names), engine.remember)
    join_institutions(groups)
    unnamed = sorted((row for row in known.values() if row.unnamed), key=lambda row: row.entity.id)
    placed = place_rows(groups, unnamed, engine.remember)
    belongings = [
        Belonging(known[one], place.group, place.confidence, place.reason)
        for one, place in sorted(placed.items())
    ]
    return JoinedEntities(*describe_entities(groups, belongings, str(MAKER), engine.remember))
