"""Mentions by name → the entities of one article."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from variorum.read.lexicon import (
    FEMALE_NAMES,
    FEMALE_TITLES,
    MALE_NAMES,
    MALE_TITLES,
    MEDIA,
    METONYMS,
    NATIONS,
    ROLES,
    TITLES,
    fold,
    gender_of_name,
)
from variorum.read.names import NameMention
from variorum.read.short_names import MINOR, with_short_names
from variorum.read.titles import role_words
from variorum.record.nations import LONG_NAMES, countries
from variorum.record.reading import EntityKind

_PARTICLES: Final = frozenset(
    "von van der den de del della di da dos du la le bin ibn al el ben ter zu af av bint y".split()
)
_SUFFIXES: Final = frozenset("jr sr ii iii iv".split())
NEAR: Final = 60
"""Words within which a surname alone means whoever of that surname was named last."""

_MOST_OF_A_SURNAME: Final = 50
"""More bearers of one surname are not told apart: no article has so many."""


@dataclass(eq=False)
class Bearer:
    """An entity while an article is read: all that its mentions have told so far.

    `places` are the first words of its mentions, in order; `offices` are what a person may be
    called by, though only what is said of another tells so.
    """

    kind: EntityKind
    tokens: tuple[str, ...]
    forms: dict[str, None] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)
    offices: dict[str, None] = field(default_factory=dict)
    roles: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    gender: str | None = None
    places: list[int] = field(default_factory=list)
    kinds: Counter[EntityKind] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """Its fullest form: the most words, not in capitals, the longest, the first of equals."""
        return max(
            self.forms,
            key=lambda form: (form.count(" "), not (" " in form and form.isupper()), len(form)),
        )

    def take(self, mention: NameMention, form: str) -> None:
        """Adds a mention."""
        self.forms.setdefault(form)
        self.kinds[mention.kind] += 1
        self.places.append(mention.words[0])
        for title in mention.titles:
            self.titles.setdefault(title)
            self.roles |= role_words(title)
            self.nations |= nations_in(title)
            self.gender = gender_of_title(title) or self.gender


def gender_of_title(title: str) -> str | None:
    """What a title tells of its bearer's gender."""
    words = {word.rstrip(",") for word in title.casefold().split()[-3:]}
    if words & FEMALE_TITLES:
        return "female"
    return "male" if words & MALE_TITLES else None


def nations_in(title: str) -> set[str]:
    """The countries that a title names."""
    words = title.casefold().replace("’", "'").replace("'s", "").replace("-", " ").split()
    plain = [word.strip(",") for word in words]
    pairs = (" ".join(pair) for pair in pairwise(plain))
    return {NATIONS[one] for one in plain if one in NATIONS} | {
        LONG_NAMES[one] for one in pairs if one in LONG_NAMES
    }


def group_names(names: Sequence[NameMention]) -> tuple[list[Bearer], list[int]]:
    """The bearers in order of appearance, and for each mention the number of its bearer."""
    persons = _Persons(_full_names(names))
    borne = {fold(token) for name in _full_names(names) for token in name.tokens}
    keys = with_short_names(names, [_key_of(name) for name in names], borne)
    kinds = _usual_kinds(names, keys)
    others: dict[tuple[str, ...], Bearer] = {}
    owners: list[Bearer] = []
    for mention, key in zip(names, keys, strict=True):
        is_whole = key == _key(mention.tokens)
        may_be_person = is_whole and _may_be_person(mention, persons, kinds[key])
        bearer = persons.bearer_of(mention) if may_be_person else None
        if bearer is None:
            bearer = _other_bearer(others, mention, key)
        owner = mention.realm.owner if mention.realm else ()
        bearer.take(mention, _spelled((*owner, *mention.tokens)))
        owners.append(bearer)
    bearers = list(dict.fromkeys(owners))
    known = set(persons.bearers)
    for bearer in bearers:
        if bearer not in known:
            bearer.kind = _kind_of(bearer)
    number = {bearer: place for place, bearer in enumerate(bearers)}
    return bearers, [number[bearer] for bearer in owners]


def _spelled(tokens: Sequence[str]) -> str:
    """A name as it is printed: no space before the sign of a possessive."""
    return _POSSESSIVE.sub("", " ".join(tokens))


_POSSESSIVE: Final = re.compile(r" (?=['’](?:s\b|(?=\s)))")


def _kind_of(bearer: Bearer) -> EntityKind:
    """The kind that most mentions have; offices and countries known by name have their own."""
    name = " ".join(bearer.tokens).casefold()
    if name in METONYMS or name in MEDIA:
        return "organization"
    if _key(bearer.tokens) in _COUNTRIES:
        return "place"
    kinds = [kind for kind, _ in bearer.kinds.most_common() if kind != "person"]
    return kinds[0] if kinds else "organization"


def _usual_kinds(
    names: Sequence[NameMention], keys: Sequence[tuple[str, ...]]
) -> dict[tuple[str, ...], EntityKind]:
    """The kind that the encoder gave most mentions of a name, the first of equals."""
    counts: dict[tuple[str, ...], Counter[EntityKind]] = {}
    for name, key in zip(names, keys, strict=True):
        counts.setdefault(key, Counter())[name.kind] += 1
    return {key: count.most_common(1)[0][0] for key, count in counts.items()}


def _may_be_person(mention: NameMention, persons: "_Persons", usual: EntityKind) -> bool:
    """Whether a name may be a person's.

    A surname alone that the encoder took for something else is still its bearer's, and the name
    of a country or an office is nobody's unless somebody bears it in full.
    """
    word = fold(mention.tokens[0])
    if len(mention.tokens) > 1:
        return mention.kind == "person" and " ".join(mention.tokens).casefold() not in METONYMS
    if persons.knows_surname(word):
        return (mention.kind != "place" or usual == "person") and word not in NATIONS
    if word in NATIONS:
        return mention.kind == "person" and persons.knows_given_name(word)
    if word in METONYMS or (word.isalpha() and mention.tokens[0].isupper()):
        return False
    return usual == "person" and word not in MEDIA


def _other_bearer(
    others: dict[tuple[str, ...], Bearer], mention: NameMention, key: tuple[str, ...]
) -> Bearer:
    found = others.get(key) or _by_initials(others, key)
    if found is None:
        found = Bearer(mention.kind, mention.tokens)
        others[key] = found
        if len(key) > 1:
            initials = "".join(word[0] for word in key if word not in MINOR)
            if len(initials) > 2:
                others.setdefault((initials,), found)
    return found


def _by_initials(others: dict[tuple[str, ...], Bearer], key: tuple[str, ...]) -> Bearer | None:
    """A long name behind its letters ("FBI … the Federal Bureau of Investigation")."""
    initials = "".join(word[0] for word in key if word not in MINOR)
    return others.get((initials,)) if len(key) > 2 else None


_SAME: Final = {
    ("us",): ("united", "states"),
    ("u.s.",): ("united", "states"),
    ("u.s",): ("united", "states"),
    ("america",): ("united", "states"),
    ("usa",): ("united", "states"),
    ("united", "states", "of", "america"): ("united", "states"),
    ("uk",): ("united", "kingdom"),
    ("u.k.",): ("united", "kingdom"),
    ("britain",): ("united", "kingdom"),
    ("eu",): ("european", "union"),
    ("e.u.",): ("european", "union"),
    ("u.n.",): ("united", "nations"),
    ("un",): ("united", "nations"),
    ("kiev",): ("kyiv",),
    ("turkiye",): ("turkey",),
}
"""Folded names → another name of the same."""


_COUNTRIES: Final = {
    _SAME.get(name, name)
    for one in countries().values()
    for name in (tuple(fold(word) for word in name.split()) for name in one.names)
    if not one.code.startswith("UNION") and name[-1] not in ("georgia", "jordan", "chad")
}
"""Keys of countries; those left out may as well be people or states."""


def _key_of(name: NameMention) -> tuple[str, ...]:
    return (name.realm.land, *name.realm.office) if name.realm else _key(name.tokens)


def _key(printed: Sequence[str]) -> tuple[str, ...]:
    tokens = tuple(fold(token) for token in printed)
    if tokens == ("us",) and printed[0] != "US":
        return tokens
    return _SAME.get(tokens, tokens)


def _full_names(names: Iterable[NameMention]) -> list[NameMention]:
    return [name for name in names if name.kind == "person" and len(_parts(name.tokens)) > 1]


def _parts(tokens: Sequence[str]) -> list[str]:
    """The folded words of a person's name, without suffixes, quoted nicknames and titles."""
    folded = [fold(token).strip("\"“”'.") for token in tokens]
    return [part for part in folded if part and part not in _SUFFIXES and part not in "()"]


class _Persons:
    """The persons of an article, known by their full names before they are met."""

    def __init__(self, full: Sequence[NameMention]) -> None:
        self.bearers: list[Bearer] = []
        self._by_surname: dict[str, list[Bearer]] = {}
        self._by_given: dict[str, list[Bearer]] = {}
        self._kin: set[Bearer] = set()
        self._named_from: dict[Bearer, int] = {}
        for mention in full:
            bearer = self._of_full(mention)
            self._named_from.setdefault(bearer, mention.words[0])
            if _is_kin(mention):
                self._kin.add(bearer)
                told = filter(None, map(gender_of_title, mention.titles))
                bearer.gender = next(told, bearer.gender)

    def knows_surname(self, surname: str) -> bool:
        """Whether somebody is named in full with it."""
        return any(len(bearer.tokens) > 1 for bearer in self._by_surname.get(surname, ()))

    def knows_given_name(self, given: str) -> bool:
        """Whether somebody is named in full with it."""
        return given in self._by_given

    def bearer_of(self, mention: NameMention) -> Bearer | None:
        parts = _parts(mention.tokens)
        if not parts:
            return None
        if len(parts) > 1:
            return self._of_full(mention)
        return self._of_single(mention, parts[0])

    def _of_full(self, mention: NameMention) -> Bearer:
        parts = _parts(mention.tokens)
        known = [
            bearer
            for bearer in self._by_surname.get(parts[-1], [])[:_MOST_OF_A_SURNAME]
            if _same_person(_parts(bearer.tokens), parts)
            and _suffix(bearer.tokens) == _suffix(mention.tokens)
        ]
        if known:
            best = known[0]
            if len(parts) > len(_parts(best.tokens)):
                best.tokens = mention.tokens
            return best
        if parts[0] in _PARTICLES:
            behind = [
                one for one in self._by_surname.get(parts[-1], ()) if len(one.tokens) > len(parts)
            ]
            if behind:
                return behind[0]
        return self._new(mention, parts)

    def _new(self, mention: NameMention, parts: Sequence[str]) -> Bearer:
        gender = gender_of_name(mention.tokens[0]) if len(parts) > 1 else None
        bearer = Bearer("person", mention.tokens, gender=gender)
        self.bearers.append(bearer)
        self._by_surname.setdefault(parts[-1], []).append(bearer)
        if len(parts) > 1:
            self._by_given.setdefault(parts[0], []).append(bearer)
            if parts[-2] not in MALE_NAMES | FEMALE_NAMES and len(parts) > 2:
                self._by_surname.setdefault(parts[-2], []).append(bearer)
        return bearer

    def _of_single(self, mention: NameMention, part: str) -> Bearer:
        named = self._by_surname.get(part, [])[:_MOST_OF_A_SURNAME]
        known = self._without_kin([one for one in named if _fits(one, mention)], mention)
        if not known:
            named = self._by_given.get(part, [])[:_MOST_OF_A_SURNAME]
            known = [one for one in named if _fits(one, mention)]
        if not known:
            return self._new(mention, [part])
        if len(known) == 1:
            return known[0]
        return max(known, key=lambda bearer: _likeness(bearer, mention, known))

    def _without_kin(self, known: list[Bearer], mention: NameMention) -> list[Bearer]:
        """Whom a surname alone may mean: not the wife or the son of whom everybody knows.

        "Trump" is not his wife, even if the article has only her name in full, unless she is the
        only one of that name whom it has brought in before.
        """
        if suffix := _suffix(mention.tokens):
            return [one for one in known if _suffix(one.tokens) == suffix]
        told: set[str] = set().union(*map(role_words, mention.titles))
        gender = next(filter(None, map(gender_of_title, mention.titles)), None)
        if hers := [one for one in known if gender and one.gender == gender]:
            return hers
        return [
            one
            for one in known
            if one not in self._kin
            or told & one.roles
            or (
                self._named_from[one] < mention.words[0]
                and all(other in self._kin for other in known)
            )
        ]


_KIN: Final = frozenset(
    "lady wife husband son daughter brother sister father mother widow son-in-law "
    "daughter-in-law niece nephew cousin gentleman".split()
)


def _is_kin(mention: NameMention) -> bool:
    """Whether a person is named as somebody's relative, or by a name handed down."""
    words = {word.strip(",").casefold() for title in mention.titles for word in title.split()}
    return bool(words & _KIN) or bool(_suffix(mention.tokens))


def _suffix(tokens: Sequence[str]) -> str:
    last = fold(tokens[-1]).rstrip(".")
    return last if last in _SUFFIXES else ""


def _same_person(known: Sequence[str], parts: Sequence[str]) -> bool:
    """Same surname; given names agree as far as both are told ("J." with "John")."""
    if known[-1] != parts[-1]:
        return False
    first, other = known[0], parts[0]
    if first != other and not (1 in (len(first), len(other)) and first[0] == other[0]):
        return _is_short_for(first, other)
    middle, others = known[1:-1], parts[1:-1]
    return all(
        one == two or (1 in (len(one), len(two)) and one[0] == two[0])
        for one, two in zip(middle, others, strict=False)
    )


_SHORT_FORMS: Final = """
joseph joe;robert bob rob;william bill will;michael mike;james jim;thomas tom;daniel
dan;david dave;benjamin ben;christopher chris;charles chuck;ronald ron;edward ed ted;timothy
tim;anthony tony;matthew matt;nicholas nick;samuel sam;stephen steve;bernard bernie;jeffrey
jeff;donald don;richard rick dick;mitchell mitch;peter pete;kenneth ken;gregory greg;douglas
doug;frederick fred;andrew andy;alexander alex;elizabeth liz beth;katherine kate;susan
sue;jennifer jen;deborah debbie;catherine cathy;lawrence larry;gerald jerry
"""
_SHORT: Final = {
    short: forms.split()[0]
    for forms in _SHORT_FORMS.replace("\n", " ").split(";")
    for short in forms.split()[1:]
}
"""Short forms of given names → the full one."""


def _is_short_for(first: str, other: str) -> bool:
    return _SHORT.get(first, first) == _SHORT.get(other, other)


def _fits(bearer: Bearer, mention: NameMention) -> bool:
    told = next(filter(None, map(gender_of_title, mention.titles)), None)
    return told is None or bearer.gender is None or told == bearer.gender


def _likeness(
    bearer: Bearer, mention: NameMention, known: Sequence[Bearer]
) -> tuple[int, int, int]:
    """Of several of one surname: the title tells, then who was named last near, else first."""
    roles: set[str] = set()
    for title in mention.titles:
        roles |= role_words(title)
    last = bearer.places[-1] if bearer.places else -1
    recent = last if last >= mention.words[0] - NEAR else 0
    return len(roles & bearer.roles), recent, -known.index(bearer)


def is_demonym(word: str) -> bool:
    """Whether a word is one of a people: "Norwegian", "Frenchman"; no country's own name."""
    plain = word.casefold()
    land = NATIONS.get(plain)
    return land is not None and land != plain and plain.endswith(_OF_A_PEOPLE)


_OF_A_PEOPLE: Final = ("an", "ese", "ish", "man", "woman", "i", "er", "ch", "ot", "ic", "ard")


def is_role(word: str) -> bool:
    """Whether a word names somebody's role."""
    plain = word.casefold().rstrip(".")
    return plain in ROLES or plain in TITLES
