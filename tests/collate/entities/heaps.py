"""Small heaps of entities of articles, and what is joined out of them."""

from collections.abc import Iterable, Sequence

from variorum.collate.entities.joining import EntityRow, JoinedEntities, join_entities
from variorum.engine.duckdb import DuckdbEngine
from variorum.record.article import Article
from variorum.record.naming import unnamed
from variorum.record.reading import Entity, Mention, Quotation, Reading


def person(article: str, name: str, *titles: str, called: Sequence[str] = ()) -> EntityRow:
    return _row(article, Entity(f"{article} {name}", name, "person", tuple(called), titles))


def organization(article: str, name: str, called: Sequence[str] = ()) -> EntityRow:
    return _row(article, Entity(f"{article} {name}", name, "organization", tuple(called)))


def place(article: str, name: str, *, is_government: bool = False) -> EntityRow:
    entity = Entity(f"{article} {name}", name, "place")
    return EntityRow(article, entity, ((name, 1),), is_government=is_government)


def group(article: str, name: str) -> EntityRow:
    return _row(article, Entity(f"{article} {name}", name, "group"))


def office(article: str, words: str) -> EntityRow:
    return EntityRow(article, Entity(unnamed(article, words), words, "person"), unnamed=True)


def _row(article: str, entity: Entity) -> EntityRow:
    forms = (entity.name, *entity.aliases)
    return EntityRow(article, entity, tuple((form, 1) for form in forms))


def join(rows: Iterable[EntityRow]) -> JoinedEntities:
    with DuckdbEngine(processes=1) as engine:
        return join_entities(engine, rows)


def parts(rows: Sequence[EntityRow]) -> set[frozenset[str]]:
    """The names that are one entity, each behind its article."""
    found = join(rows)
    named: dict[str, set[str]] = {}
    for row in rows:
        entity = found.joined.get(row.entity.id, row.entity.id)
        named.setdefault(entity, set()).add(f"{row.article} {row.entity.name}")
    return {frozenset(some) for some in named.values()}


def count(rows: Sequence[EntityRow]) -> int:
    """How many entities the rows are."""
    return len(parts(rows))


def article(text: str) -> Article:
    return Article("art1-0", "page.txt", "0" * 64, text, None, None, (), (), None, "en", ())


def reading(
    entities: Sequence[Entity] = (),
    mentions: Sequence[Mention] = (),
    quotations: Sequence[Quotation] = (),
) -> Reading:
    return Reading(
        "art1-0", (), tuple(entities), tuple(mentions), (), tuple(quotations), b"", 0, "test/1"
    )
