"""Groups of names → the entities of the record: what they are called, as what, and why."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from variorum.collate.entities.forms import Form, content_words, country_of, form_of, initials
from variorum.collate.entities.grouping import Groups
from variorum.collate.entities.names import Name, names_of
from variorum.collate.entities.rows import EntityRow
from variorum.engine.protocol import Remember
from variorum.record.identity import identify
from variorum.record.maker import Maker
from variorum.record.reading import Entity, EntityKind

MAKER: Final = Maker("collate.entities", 4)
"""Of entities that are joined, whoever joined them."""

_MOST_REASONS: Final = 12
_FACT_KINDS: Final[dict[str, EntityKind]] = {
    "union": "organization",
    "country": "place", "people": "group", "city": "place", "person": "person"
}  # fmt: skip


class Belonging(NamedTuple):
    """An article's entity and the group that it belongs to; None: none but its own."""

    row: EntityRow
    group: int | None
    confidence: float
    reason: str


class Described(NamedTuple):
    """All that tells what an entity of the record is called, and as what: see `_entity`."""

    made: str
    head: Form
    some: tuple[Belonging, ...]
    reasons: tuple[str, ...]
    maker: str


def describe_entities(
    groups: Groups, belongings: Sequence[Belonging], maker: str, remember: Remember = map
) -> tuple[list[Entity], dict[str, str]]:
    """The entities in order of their ids, and the entity of each article's."""
    by_group: dict[int, list[Belonging]] = defaultdict(list)
    alone: dict[str, list[Belonging]] = defaultdict(list)
    forms = {row.entity.id: name.form for name in groups.names for row in name.rows}
    for one in belongings:
        if one.group is not None:
            by_group[one.group].append(one._replace(group=None))
        else:
            form = forms[one.row.entity.id]
            alone[identify("entity", "open", form.key, one.row.article)].append(one)
    reasons = _reasons(groups)
    told: dict[str, Described] = {}
    for group, some in by_group.items():
        head = _head(groups, group)
        made = identify("entity", "joined", head.key)
        why = tuple(sorted(dict.fromkeys(reasons.get(group, []))))
        told[made] = Described(made, head, tuple(some), why, maker)
    for made, some in alone.items():
        told[made] = Described(made, forms[some[0].row.entity.id], tuple(some), (), maker)
    joined = {one.row.entity.id: made for made, it in told.items() for one in it.some}
    entities = remember(_entity, (told[made] for made in sorted(told)))
    return list(entities), dict(sorted(joined.items()))


def describe_chosen(rows: Sequence[EntityRow], maker: str) -> Entity | None:
    """The entity of those that a person holds for one; None if none of them has a name."""
    names = names_of(rows)
    if not names:
        return None
    head = min(names, key=_headship).form
    some = tuple(Belonging(row, None, 1.0, "") for row in rows)
    return _entity(Described(identify("entity", "joined", head.key), head, some, (), maker))


def _head(groups: Groups, group: int) -> Form:
    """The commonest form, full names first: it gives the entity its id."""
    return min((groups.names[one] for one in groups.members[group]), key=_headship).form


def _headship(name: Name) -> tuple[bool, int, str]:
    return name.is_alone, -name.weight, name.form.key


def _reasons(groups: Groups) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for link in groups.links:
        a, b = (groups.names[one].usual for one in (link.a, link.b))
        found[groups.group[link.a]].append(f"“{a}” and “{b}”: {link.score.reason}")
    return found


def _entity(told: Described) -> Entity:
    made, head, some, reasons, maker = told
    named = [one for one in some if not one.row.unnamed]
    printed: Counter[str] = Counter()
    for one in named:
        printed.update(dict(one.row.printed))
    kind = _kind(head, named)
    name = _fullest(head, kind, printed)
    placed = Counter(one.reason for one in some if one.reason)
    why = [*reasons, *_in_order(placed)]
    return Entity(
        id=made,
        name=name,
        kind=kind,
        aliases=tuple(form for form in _in_order(printed) if form != name),
        titles=tuple(_in_order(Counter(title for one in named for title in one.row.entity.titles))),
        confidence=round(sum(one.confidence for one in some) / len(some), 4),
        reasons=tuple(why[:_MOST_REASONS]),
        maker=maker,
    )


def _kind(head: Form, named: Sequence[Belonging]) -> EntityKind:
    if known := _FACT_KINDS.get(head.field):
        return known
    kinds = Counter(one.row.entity.kind for one in named)
    return max(sorted(kinds), key=lambda kind: kinds[kind])


def _fullest(head: Form, kind: EntityKind, printed: Counter[str]) -> str:
    """The commonest of the fullest forms as printed.

    A country's own name, a name with a given name before a surname, an organization's name before
    its letters.
    """
    country = country_of(head)
    if country and head.field in ("country", "union"):
        known = [name for name in country.names if name in printed]
        if known:
            return known[0]
    full = [form for form in printed if _is_full(form, kind, printed)]
    # Of equals, a person's shorter name has less that was read with it ("CEO Jane Doe").
    sign = -1 if kind == "person" else 1
    return max(full or sorted(printed), key=lambda form: (printed[form], sign * len(form), form))


def _is_full(form: str, kind: EntityKind, printed: Iterable[str]) -> bool:
    if kind == "person":
        return len(form_of(form, "person").words) > 1 and form[:1].isupper()
    letters = form.replace(".", "").casefold()
    return " " in form or not any(
        letters == initials(content_words(tuple(other.casefold().split())))
        for other in printed
        if " " in other
    )


def _in_order(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda one: (-counts[one], one))
