"""Rows of entities → names: each form once, with all that the articles tell of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from variorum.collate.entities.forms import Form, form_of, person_form
from variorum.collate.entities.rows import EntityRow
from variorum.collate.entities.spelling import fold
from variorum.record.reading import EntityKind

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
    """One form of a name in all articles: as what it is read, and by whom it is borne."""

    form: Form
    kinds: Counter[EntityKind] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    aliases: Counter[Form] = field(default_factory=Counter)
    rows: list[EntityRow] = field(default_factory=list)

    @property
    def usual(self) -> str:
        """The commonest of the names that are this form."""
        counts = Counter(row.entity.name for row in self.rows)
        return max(sorted(counts), key=lambda one: counts[one])

    @property
    def weight(self) -> int:
        """In how many articles it stands."""
        return len(self.rows)

    @property
    def is_alone(self) -> bool:
        """Whether it is one word of a person's name."""
        return self.form.is_person and len(self.form.words) == 1

    def take(self, row: EntityRow) -> None:
        """Adds an entity of an article."""
        self.rows.append(row)
        self.kinds[row.entity.kind] += 1
        for title in row.entity.titles:
            self.titles[title] += 1
        for alias in row.entity.aliases:
            other = form_of(alias, row.entity.kind)
            if other != self.form:
                self.aliases[other] += 1


def names_of(rows: Iterable[EntityRow]) -> list[Name]:
    """The names in order of their keys.

    What is a person in one article and an organization of the same name in another is what most
    articles have it for.
    """
    ordered = sorted((row for row in rows if not row.unnamed), key=lambda row: row.entity.id)
    settled = _settled_kinds(ordered)
    names: dict[Form, Name] = {}
    for row in ordered:
        form = form_of(row.entity.name, row.entity.kind, government=row.is_government)
        form = settled.get((row.entity.name, form.is_person, bool(row.entity.titles)), form)
        names.setdefault(form, Name(form)).take(row)
    return [names[form] for form in sorted(names, key=lambda form: form.key)]


def _settled_kinds(rows: Sequence[EntityRow]) -> dict[tuple[str, bool, bool], Form]:
    """The form to take for names that are read as persons and as things.

    By the name, whether it is read as a person, and whether with a title: who has one stays a
    person.
    """
    persons: Counter[str] = Counter()
    things: dict[str, Counter[EntityKind]] = {}
    surnames: Counter[str] = Counter()
    for row in rows:
        if row.entity.kind == "person":
            persons[row.entity.name] += 1 + len(row.entity.titles)
            if " " in row.entity.name:
                surnames[person_form(row.entity.name).words[-1]] += 1
        else:
            things.setdefault(row.entity.name, Counter())[row.entity.kind] += 1
    settled: dict[tuple[str, bool, bool], Form] = {}
    for name in persons.keys() | things.keys():
        kinds = things.get(name, Counter[EntityKind]())
        settled |= _settle(name, persons[name], kinds, surnames[fold(name)])
    return settled


def _settle(
    name: str, persons: int, kinds: Counter[EntityKind], bearers: int
) -> dict[tuple[str, bool, bool], Form]:
    things = kinds.total()
    # Ties between kinds go to the alphabet's first, so that the order of articles does not tell.
    usual: EntityKind = max(sorted(kinds), key=lambda kind: kinds[kind], default="other")
    as_thing, as_person = form_of(name, usual), person_form(name)
    borne = persons + bearers
    if as_thing.is_fact:
        return {(name, True, False): as_thing} if persons and things >= borne else {}
    if persons and things >= _CLEAR * borne:
        return {(name, True, False): as_thing}
    if things and borne >= _CLEAR * things and not kinds["place"]:
        return {(name, False, False): as_person}
    return {}
