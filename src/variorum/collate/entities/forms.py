"""What an article's entity is to be compared by: its words, its kind and its key."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from variorum.collate.entities.countries import (
    country_named,
    country_of_capital,
    country_of_people,
    country_told,
)
from variorum.record.nations import Country, countries
from variorum.record.reading import EntityKind
from variorum.record.sounds import fold

_SUFFIXES: Final = {"jr": "jr", "junior": "jr", "sr": "", "ii": "ii", "iii": "iii", "iv": "iv"}
_ARTICLES: Final = frozenset("al el ul as ad an ash ur".split())
"""Arabic articles within a name, which some papers print and some do not."""

_MINOR: Final = frozenset("of and the for in on at to &".split())
_LEADING: Final = frozenset("the a an".split())
_HONORIFICS: Final = frozenset(
    "mr mrs ms miss dr sir dame lord lady president vice minister chancellor senator sen rep "
    "gov governor king queen pope prince princess saint sheikh ayatollah secretary ambassador "
    "general gen mayor judge justice crown chairman".split()
)
"""Words that a title read as a part of a name begins with."""

_LEGAL: Final = frozenset(
    "inc incorporated corp corporation llc ltd limited co company plc gmbh ag sa nv spa".split()
)


class Form(NamedTuple):
    """A name in a form that different printings of it share.

    - `field`: person, thing (organizations, places, groups and other), country, union, people or
      city;
    - `words`: its folded words; the last of a person's is the surname, as a rule;
    - `suffix`: "jr" and the like; `key` tells it from all others.
    """

    field: str
    words: tuple[str, ...]
    suffix: str = ""

    @property
    def key(self) -> str:
        """Text that no other form has."""
        return f"{self.field}|{' '.join(self.words)}|{self.suffix}"

    @property
    def is_person(self) -> bool:
        """Whether it is compared as a person's name is."""
        return self.field == "person"

    @property
    def is_fact(self) -> bool:
        """Whether it is a country, its people or its capital, which are known as what they are."""
        return self.field in ("country", "union", "people", "city")


@cache
def form_of(name: str, kind: EntityKind, *, government: bool = False) -> Form:
    """The form of a printed name; `government`: the name of a capital means its government."""
    if kind == "person":
        return person_form(name)
    return _fact(name, kind, government=government) or Form("thing", _thing_words(name, kind))


def person_form(name: str) -> Form:
    """The form of a person's name."""
    words = [fold(word.strip('"“”„()[],')) for word in name.replace("-", " ").split()]
    words = [word for word in words if word]
    while len(words) > 1 and words[0].removesuffix("s") in _HONORIFICS:
        words = words[1:]
    suffix = ""
    while len(words) > 1 and words[-1] in _SUFFIXES:
        suffix = _SUFFIXES[words.pop()] or suffix
    kept = [word for word in words[1:] if word not in _ARTICLES]
    if len(words) > 1 and kept:
        words = [words[0], *kept]
    return Form("person", tuple(words) or (fold(name),), suffix if suffix == "jr" else "")


def _fact(name: str, kind: EntityKind, *, government: bool) -> Form | None:
    if kind == "other" and country_of_people(name) is None:
        return None
    if code := country_named(name):
        return Form("union" if len(code) > 3 else "country", (code,))
    if code := country_of_people(name):
        return Form("people", (code,))
    if code := country_of_capital(name):
        return Form("country" if government else "city", (code,))
    return None


def country_of(form: Form) -> Country | None:
    """The country that a form's code names."""
    return countries().get(form.words[0]) if form.is_fact else None


def _thing_words(name: str, kind: EntityKind) -> tuple[str, ...]:
    name = without_owner_sign(name.replace("-", " "))
    words = [fold(word.strip('"“”„()[],')) for word in name.split()]
    words = [word for word in words if word not in ("", "s")]
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    if kind in ("group", "other") and len(words) == 1:
        words = [_without_plural(words[0])]
    return tuple(words) or (fold(name),)


def without_owner_sign(name: str) -> str:
    """A name without the sign that a country is a body's owner: "Russia's Foreign Ministry"."""
    owner, *rest = _OWNER_SIGN.split(name, maxsplit=1)
    return " ".join((owner, *rest)) if rest and country_told(owner) else name


_OWNER_SIGN: Final = re.compile(r"(?<=\w)['’]s? (?=\w)")


def _without_plural(word: str) -> str:
    """One form of what a group and its members are called ("Democratic", "Democrats")."""
    for ending in ("ics", "ic", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def content_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an organization's name but for prepositions and articles."""
    content = tuple(word for word in words if word not in _MINOR)
    return content if len(content) > 1 else words


@lru_cache(1 << 17)
def plain_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that count, in alphabetical order, with countries and peoples by their codes.

    "Ukrainian government" and "Government of Ukraine" have the same.
    """
    found: list[str] = []
    rest = list(words)
    while rest:
        length = next((n for n in (3, 2, 1) if country_told(" ".join(rest[:n]))), 1)
        code = country_told(" ".join(rest[:length]))
        found.append(code or rest[0])
        rest = rest[length:]
    return tuple(sorted(content_words(tuple(found))))


def without_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """A firm's name without "Inc." and the like at its end."""
    while len(words) > 1 and words[-1] in _LEGAL:
        words = words[:-1]
    return words


def initials(words: tuple[str, ...]) -> str:
    """The first letters of the words that count."""
    return "".join(word[0] for word in content_words(words))


def realm_and_rest(name: str) -> tuple[str | None, str]:
    """The country that an institution's name begins with, and the rest ("U.S.", "Senate")."""
    words = without_owner_sign(name).split()
    for length in (2, 1):
        if len(words) > length and (code := country_told(" ".join(words[:length]))):
            return code, " ".join(words[length:])
    return None, name
