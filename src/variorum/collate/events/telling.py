"""What is told of an event: by one article, or by all that tell of it."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from variorum.record.event import Role, Status
from variorum.record.letters import without_marks
from variorum.record.nations import LONG_NAMES, NATIONS, SEATS
from variorum.record.step import Step

AHEAD: Final = frozenset({"planned", "hypothetical", "cancelled"})
"""Statuses of what lay ahead when it was told."""

CORE: Final = 0.2
"""A participant counts for an event if this part of those who tell of it name it: one slip among
many does not weld two events together."""


class Actor(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """A participant as scoring sees it; in order of name, then of entity, those without first.

    - `entity`: the record's id, if known; `name`: folded; `printed`: as an article has it;
    - `is_person`: a single human being; `nations`: the countries that it is, acts for or
      belongs to;
    - `role`; `told`: how many tell of it;
    - `offices`: what the names and titles say that it is: president, minister, officials.
    """

    name: str
    entity: str | None
    is_person: bool
    nations: tuple[str, ...]
    role: Role
    told: int = 1
    printed: str = ""
    offices: tuple[str, ...] = ()

    def __lt__(self, other: "Actor") -> bool:
        return self._rank() < other._rank()

    def _rank(self) -> tuple[object, ...]:
        return (
            self.name,
            self.entity or "",
            self.is_person,
            self.nations,
            self.role,
            self.told,
            self.printed,
            self.offices,
        )

    @property
    def is_named(self) -> bool:
        """Whether it is told who: "officials" and "Seven people" may be anybody."""
        return bool(self.entity or self.nations or _has_name(self.printed))

    @property
    def keys(self) -> frozenset[str]:
        """What it can be looked up by."""
        found = {self.entity or ""}
        if self.is_named:
            found.add(self.name.rpartition(" ")[2])
        if not self.is_person:
            found.update(self.nations)
        return frozenset(found - {""})


def _has_name(printed: str) -> bool:
    """Whether words hold a capital that is not only that of a sentence: "Seven", "Lawmakers"."""
    first, _, others = printed.partition(" ")
    if others:
        return others != others.casefold()
    return first != first.casefold() and not first.endswith("s")


class Telling(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """What is told of one event.

    - `labels`, `families`: what it is called, and the kinds that this may mean;
    - `days`: first and last day, as ordinals, null if none is told; `alternative`: other days
      that the same words may mean ("Monday", said on a Sunday); `steps`: from an unknown
      day of publication to the event, if the article has no date;
    - `published`: first and last day of publication, null if unknown;
    - `places`: folded; `statuses`: all that are told; `contexts`: hashes of the words around;
    - `about`: whom an article is about in which an event without participants stands;
    - `matter`: hashes of telling words beside it in its sentence;
    - `objects`: hashes of the words that say of what it is: the border, of "closed the border";
    - `subject`: hashes of the words that an article is about, the most telling first;
    - `larger`: the places that its own lie in, as articles tell: Saudi Arabia, of Riyadh;
    - `alone`: whether its articles tell of no other event of its kinds;
    - `told`: how many articles it comes from.
    """

    labels: tuple[str, ...]
    families: frozenset[str]
    actors: tuple[Actor, ...] = ()
    days: tuple[int, int] | None = None
    published: tuple[int, int] | None = None
    steps: tuple[Step, ...] = ()
    places: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    contexts: frozenset[int] = frozenset()
    told: int = 1
    alternative: tuple[int, int] | None = None
    about: frozenset[str] = frozenset()
    matter: frozenset[int] = frozenset()
    larger: frozenset[str] = frozenset()
    objects: frozenset[int] = frozenset()
    subject: tuple[int, ...] = ()
    alone: bool = False

    @property
    def core(self) -> tuple[Actor, ...]:
        """The participants that more than a few name, without those who may be anybody.

        "Russian and American diplomats" are two, one for each country.
        """
        return tuple(
            party
            for one in self.actors
            if one.is_named and one.told >= CORE * self.told
            for party in _parties(one)
        )

    @property
    def names_somebody(self) -> bool:
        """Whether a participant is known by name, not "Belgian rail workers"."""
        return any(one.entity for one in self.core)

    @property
    def either_days(self) -> tuple[int, int] | None:
        """From the first to the last day that it may mean."""
        if self.days is None:
            return None
        either = self.days, self.alternative or self.days
        return min(one[0] for one in either), max(one[1] for one in either)

    @property
    def is_ahead(self) -> bool:
        """Whether it lay ahead for all who tell of it."""
        return set(self.statuses) <= AHEAD

    @property
    def is_dated(self) -> bool:
        """Whether it is known when it was, to a week or so."""
        return self.days is not None and self.days[1] - self.days[0] <= 8


def combine(one: Telling, other: Telling) -> Telling:
    """What two who tell of one event tell together."""
    return Telling(
        labels=tuple(sorted({*one.labels, *other.labels})),
        families=(one.families & other.families) or one.families,
        actors=_united(one.actors, other.actors),
        days=_narrowed(one, other),
        published=_hull(one.published, other.published),
        steps=one.steps or other.steps,
        places=tuple(sorted({*one.places, *other.places})),
        statuses=tuple(sorted({*one.statuses, *other.statuses})),
        contexts=one.contexts | other.contexts,
        told=one.told + other.told,
        alternative=_other_days(one, other),
        about=one.about | other.about,
        matter=one.matter | other.matter,
        larger=one.larger | other.larger,
        objects=one.objects | other.objects,
        subject=max((one.told, one.subject), (other.told, other.subject))[1],
        alone=one.alone and other.alone,
    )


def _united(one: Iterable[Actor], other: Iterable[Actor]) -> tuple[Actor, ...]:
    """The participants of both, each once; who is named more fully stays."""
    found: list[Actor] = list(one)
    for actor in other:
        for place, known in enumerate(found):
            if agree(actor, known) == 1 or _is_one_nation(actor, known):
                told = actor.told + known.told
                found[place] = msgspec.structs.replace(fuller(actor, known), told=told)
                break
        else:
            found.append(actor)
    return tuple(sorted(found))


def fuller(one: Actor, other: Actor) -> Actor:
    """The one of two that is named more fully; "Presidents Trump" is no fuller than a name."""
    return max(
        one,
        other,
        key=lambda actor: (
            not (actor.is_person and offices_in(actor.name)),
            bool(actor.entity),
            len(actor.name),
            actor,
        ),
    )


def _parties(actor: Actor) -> tuple[Actor, ...]:
    if actor.is_person or len(actor.nations) < 2:
        return (actor,)
    return tuple(msgspec.structs.replace(actor, nations=(one,)) for one in actor.nations)


def _is_one_nation(one: Actor, other: Actor) -> bool:
    """Whether both stand for one country and no more: "Kyiv", "Ukraine", "Ukrainian officials"."""
    alike = len(one.nations) == 1 and one.nations == other.nations
    if one.offices and other.offices and not set(one.offices) & set(other.offices):
        return False
    return alike and not one.is_person and not other.is_person


def _narrowed(one: Telling, other: Telling) -> tuple[int, int] | None:
    if one.days is None or other.days is None:
        return one.days or other.days
    for ours, theirs in readings(one, other):
        both = max(ours[0], theirs[0]), min(ours[1], theirs[1])
        if both[0] <= both[1]:
            return both
    return max((one.told, one.days), (other.told, other.days))[1]


def readings(one: Telling, other: Telling) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The days that both may mean, the likelier first."""
    return [
        (ours, theirs)
        for ours in (one.days, one.alternative)
        for theirs in (other.days, other.alternative)
        if ours and theirs
    ]


def _other_days(one: Telling, other: Telling) -> tuple[int, int] | None:
    """What stays open: only if both leave the same open, or but one tells days."""
    if one.days and other.days:
        return one.alternative if one.alternative == other.alternative else None
    return one.alternative or other.alternative


def _hull(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int] | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def agree(one: Actor, other: Actor) -> float:
    """How surely two participants are one: 1, or less where one stands for the other."""
    if one.entity and one.entity == other.entity:
        return 1.0
    both = one.is_person and other.is_person
    if both or not (one.entity and other.entity):
        same = _is_part(one.name.split(), other.name.split())
        if same or both:
            return float(same)
    if one.nations == other.nations and _same_words(one.name, other.name):
        return 1.0
    if set(one.nations) & set(other.nations):
        return _for_one_country(one, other)
    if one.is_person == other.is_person and one.name == other.name:
        return 1.0
    return NAMED_IN if _is_named_in(one, other) or _is_named_in(other, one) else 0.0


def _same_words(one: str, other: str) -> bool:
    """Whether two names have the same words: "presidents of Peru and Chile", or Chile first."""
    return one == other or sorted(one.split()) == sorted(other.split())


NAMED_IN: Final = 0.6
"""How surely "the presidents of Velmark and Torrenia" are Velmark, for an event between two."""


def _is_named_in(one: Actor, other: Actor) -> bool:
    """Whether words that are no name themselves hold the name of somebody."""
    return not one.entity and bool(other.entity) and f" {other.name} " in f" {one.name} "


def _for_one_country(one: Actor, other: Actor) -> float:
    """How surely one stands for the other: a president for "the presidents", less for "envoys"."""
    several = not one.is_person and not other.is_person
    if several and not (one.offices and other.offices):
        return 0.9
    if one.offices and other.offices:
        if set(one.offices) & set(other.offices):
            return 0.9 if several else 0.8
        return 0.0  # Diplomats are not the president of their country.
    staff = next((each for each in (one, other) if not each.is_person and each.offices), None)
    return 0.5 if staff is None or "head" in staff.offices else 0.3


_OFFICES: Final = {
    word: group.split()[0]
    for group in (
        "head president leader premier ruler chancellor king head prime",
        "minister secretary diplomat envoy ambassador delegation negotiator official aide adviser"
        " advisor delegate expert team group",
        "general commander troop soldier army military force",
        "lawmaker senator congressman representative parliament",
        "spokesman spokeswoman spokesperson",
    )
    for word in group.split()
}


def offices_in(words: str) -> frozenset[str]:
    """The kinds of office that words name: all heads of state or government are one kind."""
    tokens = re.findall(r"\w+", words.casefold())
    found = {_OFFICES.get(token) or _OFFICES.get(token.removesuffix("s")) for token in tokens}
    return frozenset(one for one in found if one)


def _is_part(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be one person's: "putin", "vladimir putin", "presidents putin"."""
    one, other = _without_offices(one), _without_offices(other)
    if not one or not other or one[-1] != other[-1]:
        return False
    return len(one) == 1 or len(other) == 1 or one[0][0] == other[0][0]


def _without_offices(name: Sequence[str]) -> Sequence[str]:
    first = next((at for at, word in enumerate(name[:-1]) if not offices_in(word)), len(name) - 1)
    return name[max(0, first) :]


def fold(name: str) -> str:
    """A name in small letters, without marks, accents, articles and a genitive."""
    words = re.sub(r"['’]s\b", "", without_marks(name.replace("ı", "i").casefold()))
    words = re.sub(r"[^\w\s.-]", " ", words)
    return re.sub(r"^(?:the|a|an)\s+", "", " ".join(words.split()))


_NATION_WORDS: Final = {**NATIONS, **SEATS, **LONG_NAMES}
_LONGEST: Final = max(len(one.split()) for one in _NATION_WORDS)


def nations_in(words: str) -> tuple[str, ...]:
    """The countries that words name, or name the government of, in the order of the words."""
    tokens = re.findall(r"[\w.]+", fold(words).replace("-", " "))
    found: dict[str, None] = {}
    start = 0
    while start < len(tokens):
        length, nation = _longest_at(tokens, start)
        if nation:
            found[nation] = None
        start += length
    return tuple(found)


def _longest_at(tokens: Sequence[str], start: int) -> tuple[int, str | None]:
    """How many words the longest name of a country at a place has, and the country."""
    for length in range(min(_LONGEST, len(tokens) - start), 0, -1):
        run = " ".join(tokens[start : start + length])
        nation = _NATION_WORDS.get(run) or _NATION_WORDS.get(run.removesuffix("s"))
        if nation:
            return length, nation
    return 1, None
