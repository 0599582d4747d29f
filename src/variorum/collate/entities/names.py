"""Rows of entities → names: each form once, with all that the articles tell of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from variorum.collate.entities.forms import Form, form_of
from variorum.collate.entities.rows import EntityRow
from variorum.engine.protocol import Remember
from variorum.record.reading import EntityKind
from variorum.record.sounds import fold

_CLEAR: Final = 2
"""One kind outweighs another if so many times as many articles have it."""


class Candidate(NamedTuple):
    """Two names by number, a < b.

    - `called`: articles that give one entity both names;
    - `together`: articles that have an entity of each.
    """

    a: int
    b: int
    called: int
    together: int


@dataclass(eq=False)
class Name:
    """One form of a name in all articles: as what it is read, and by whom it is borne.

    `weight`: in how many articles it stands; `usual`: the commonest of the names that have this
    form.
    """

    form: Form
    rows: tuple[EntityRow, ...]
    kinds: Counter[EntityKind]
    titles: Counter[str]
    aliases: Counter[Form]
    weight: int
    usual: str

    @property
    def is_alone(self) -> bool:
        """Whether it is one word of a person's name."""
        return self.form.is_person and len(self.form.words) == 1

    @property
    def is_full_person(self) -> bool:
        """Whether it is a person's name of several words."""
        return self.form.is_person and len(self.form.words) > 1


class Borne(NamedTuple):
    """A form, and the articles' entities that have it, in order of their ids."""

    form: Form
    rows: tuple[EntityRow, ...]


def _name(borne: Borne) -> Name:
    form, rows = borne
    names = Counter(row.entity.name for row in rows)
    aliases = (form_of(one, row.entity.kind) for row in rows for one in row.entity.aliases)
    return Name(
        form,
        rows,
        kinds=Counter(row.entity.kind for row in rows),
        titles=Counter(title for row in rows for title in row.entity.titles),
        aliases=Counter(alias for alias in aliases if alias != form),
        weight=len(rows),
        usual=max(sorted(names), key=names.__getitem__),
    )


def names_of(rows: Iterable[EntityRow], remember: Remember = map) -> list[Name]:
    """The names in order of their keys.

    What is a person in one article and an organization of the same name in another is what most
    articles have it for. `remember`: how to apply a function to many, as `Engine.remember` does.
    """
    ordered = sorted((row for row in rows if not row.unnamed), key=lambda row: row.entity.id)
    settled = _settled_kinds(ordered)
    by_form: dict[Form, list[EntityRow]] = defaultdict(list)
    for row in ordered:
        entity = row.entity
        form = form_of(entity.name, entity.kind, government=row.is_government)
        if entity.name in settled:
            known = settled[entity.name]
            form = known.get((form.is_person, bool(entity.titles)), form)
        by_form[form].append(row)
    forms = sorted(by_form, key=lambda form: form.key)
    return list(remember(_name, (Borne(form, tuple(by_form[form])) for form in forms)))


Settled = dict[tuple[bool, bool], Form]
"""The form to take, by whether a name is read as a person, and whether with a title."""


def _settled_kinds(rows: Sequence[EntityRow]) -> dict[str, Settled]:
    """What to take names for that are read as persons and as things: who has a title stays one."""
    persons: Counter[str] = Counter()
    things: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    surnames: Counter[str] = Counter()
    for (name, kind, titles), count in Counter(
        (row.entity.name, row.entity.kind, len(row.entity.titles)) for row in rows
    ).items():
        if kind == "person":
            persons[name] += count * (1 + titles)
            if " " in name:
                surnames[form_of(name, "person").words[-1]] += count
        else:
            things[name][kind] += count
    found = {
        name: _settle(name, persons[name], kinds, surnames[fold(name)])
        for name, kinds in things.items()
    }
    return {name: settled for name, settled in found.items() if settled}


def _settle(name: str, persons: int, kinds: Counter[EntityKind], bearers: int) -> Settled:
    things, borne = kinds.total(), persons + bearers
    if not borne:
        return {}
    # Ties between kinds go to the alphabet's first, so that the order of articles does not tell.
    usual: EntityKind = max(sorted(kinds), key=lambda kind: kinds[kind], default="other")
    as_thing, as_person = form_of(name, usual), form_of(name, "person")
    if as_thing.is_fact:
        return {(True, False): as_thing} if persons and things >= borne else {}
    if persons and things >= _CLEAR * borne:
        return {(True, False): as_thing}
    if things and borne >= _CLEAR * things and not kinds["place"]:
        return {(False, False): as_person}
    return {}
