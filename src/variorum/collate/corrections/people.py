"""Entities as people joined and split them, and what that means for all that names entities."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from variorum.collate.corrections.reshaping import Material, reshape
from variorum.collate.entities.describing import MAKER, describe_chosen
from variorum.collate.entities.rows import EntityRow
from variorum.record.correction import Correction
from variorum.record.identity import identify
from variorum.record.reading import Entity


class People(NamedTuple):
    """The entities after all corrections.

    - `joined`: for each article's entity the record's;
    - `renamed`: for entities of the machine's record that went into another whole, which one;
    - `scattered`: those whose articles' entities are of several now.
    """

    entities: Sequence[Entity]
    joined: Mapping[str, str]
    renamed: Mapping[str, str] = {}
    scattered: frozenset[str] = frozenset()

    def of(self, units: Iterable[str]) -> str | None:
        """The entity that most of some articles' entities are."""
        counts = Counter(self.joined[one] for one in sorted(units) if one in self.joined)
        return max(counts, key=lambda entity: counts[entity], default=None)

    def is_touched(self, entity: str | None) -> bool:
        """Whether an entity of the machine's record is another now."""
        return entity is not None and (entity in self.renamed or entity in self.scattered)


def correct_people(
    entities: Sequence[Entity],
    joined: Mapping[str, str],
    corrections: Sequence[Correction],
    rows: Callable[[Iterable[str]], list[EntityRow]],
) -> People:
    """The entities after corrections; `rows`: what is known of some articles' entities."""
    if not corrections:
        return People(entities, joined)
    members: dict[str, set[str]] = defaultdict(set)
    for unit, entity in joined.items():
        members[entity].add(unit)

    def draw(units: frozenset[str], parts: Sequence[Entity]) -> Entity | None:
        largest = max(parts, key=lambda one: (len(members[one.id] & units), one.id))
        return describe_chosen(rows(sorted(units)), str(MAKER)) or largest

    known = [one for one in entities if members[one.id]]
    units = [frozenset(members[one.id]) for one in known]
    material = Material(known, units, draw, lambda _: False)
    things = reshape(material, corrections).things
    found, into = _told_apart(things, {one.id for one in entities if not members[one.id]})
    found += [one for one in entities if not members[one.id]]
    return People(sorted(found, key=lambda one: one.id), into, *_moved(joined, into))


def _told_apart(
    things: Mapping[frozenset[str], Entity], taken: Iterable[str]
) -> tuple[list[Entity], dict[str, str]]:
    """The entities under ids of their own: two that bear one name would have the same.

    What no person touched keeps its id, and of others the larger does.
    """
    used = set(taken)
    found: list[Entity] = []
    joined: dict[str, str] = {}
    ranked = sorted(
        things.items(), key=lambda item: (bool(item[1].corrections), -len(item[0]), min(item[0]))
    )
    for units, one in ranked:
        own = one.id if one.id not in used else identify("entity", "apart", min(units))
        used.add(own)
        found.append(replace(one, id=own))
        joined.update(dict.fromkeys(units, own))
    return found, dict(sorted(joined.items()))


def _moved(
    before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[dict[str, str], frozenset[str]]:
    into: dict[str, set[str]] = defaultdict(set)
    for unit, entity in before.items():
        into[entity].add(after[unit])
    renamed = {
        entity: min(found)
        for entity, found in into.items()
        if len(found) == 1 and entity not in found
    }
    return renamed, frozenset(entity for entity, found in into.items() if len(found) > 1)
