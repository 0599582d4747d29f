"""Whose a lone surname is, an institution without its country, an office without a name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from variorum.collate.entities.grouping import Groups
from variorum.collate.entities.institutions import contested_institutions
from variorum.collate.entities.names import Name
from variorum.collate.entities.rows import EntityRow
from variorum.collate.entities.spelling import (
    SAME_CONSONANTS,
    SAME_SOUND,
    agreement,
    consonants,
    likeness,
)
from variorum.collate.entities.titles import office_of, offices_meant
from variorum.engine.protocol import Remember
from variorum.record.sounds import fold

CLEAR: Final = 0.75
"""Share of the evidence that one bearer must have."""

_NOBODY_KNOWN: Final = 0.1
"""Evidence, in articles, that a lone name is somebody's whom no article names in full."""

_NAMED_IN_FULL: Final = 0.5
"""An article that names somebody in full, as evidence that the surname alone is theirs."""

_SAME_TITLE: Final = 4.0
_OTHER_TITLE: Final = 0.5
_OTHER_GENDER: Final = 0.05
_MOST_BEARERS: Final = 12
_SURE: Final = 0.95
_ALIKE: Final = 0.85
_SHORT: Final = 7
"""Shorter words have to be the same: too many sound alike."""


_REGNAL: Final = frozenset("king queen pope prince princess emperor sultan saint st".split())
_MALE: Final = frozenset("mr sir lord king prince emperor sheikh".split())
_FEMALE: Final = frozenset(
    "mrs ms miss lady dame queen princess empress wife widow daughter chairwoman spokeswoman "
    "congresswoman".split()
)


class Place(NamedTuple):
    """Where an article's entity goes: a group by number; None: it stays its article's own."""

    group: int | None
    confidence: float = 1.0
    reason: str = ""


@dataclass(eq=False)
class _Bearer:
    """A person named in full: how often called by one word, and with what words in titles."""

    called: Counter[str] = field(default_factory=Counter)
    surnames: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    weight: int = 0

    sounds: tuple[str, ...] = ()
    """The consonants of all words that may stand for this person alone."""


def place_rows(
    groups: Groups, unnamed: Iterable[EntityRow], remember: Remember = map
) -> dict[str, Place]:
    """For each entity of an article where it goes, by its id.

    `unnamed`: offices without a name; those whose bearer is not clear have no place.
    """
    placed = dict(_named(groups))
    bearers = _bearers_by_sound(groups, remember)
    contested = contested_institutions(groups)
    for number, members in groups.members.items():
        names = [groups.names[one] for one in members]
        if all(name.is_alone for name in names):
            placed |= _place_alone(number, names, bearers)
        elif number in contested:
            placed |= {row.entity.id: Place(None) for name in names for row in name.rows}
    return placed | _place_offices(groups, placed, unnamed)


def _named(groups: Groups) -> Iterator[tuple[str, Place]]:
    best: dict[int, float] = {}
    for link in groups.links:
        for one in (link.a, link.b):
            best[one] = max(best.get(one, 0.0), link.score.value)
    for members in groups.members.values():
        best.pop(groups.commonest(members), None)
    for number, name in enumerate(groups.names):
        for row in name.rows:
            yield row.entity.id, Place(groups.group[number], best.get(number, 1.0))


class _Meant(NamedTuple):
    """The group of a person's names, and who that is."""

    group: int
    bearer: _Bearer


def _bearers_by_sound(groups: Groups, remember: Remember) -> dict[str, list[_Meant]]:
    """Persons named in full by the consonants of each word that they may be called by alone."""
    full = {
        number: tuple(name for one in members if (name := groups.names[one]).is_full_person)
        for number, members in sorted(groups.members.items())
    }
    full = {number: names for number, names in full.items() if names}
    found: dict[str, list[_Meant]] = defaultdict(list)
    for number, bearer in zip(full, remember(_bearer, full.values()), strict=True):
        for heard in bearer.sounds:
            found[heard].append(_Meant(number, bearer))
    for heard, some in found.items():
        found[heard] = sorted(some, key=lambda one: (-one.bearer.weight, one.group))[:_MOST_BEARERS]
    return found


def _bearer(full: Sequence[Name]) -> _Bearer:
    bearer = _Bearer(weight=sum(name.weight for name in full))
    for name in full:
        bearer.surnames.add(name.form.words[-1])
        bearer.given.add(name.form.words[0])
        bearer.offices |= _offices(name.titles)
        bearer.articles |= {row.article for row in name.rows}
        bearer.titles |= _title_words(name.titles)
        for alias, articles in name.aliases.items():
            if alias.is_person and len(alias.words) == 1:
                bearer.called[alias.words[0]] += articles
    words = bearer.surnames | bearer.given | set(bearer.called)
    bearer.sounds = tuple(sorted({consonants(word) for word in words}))
    return bearer


def _offices(titles: Iterable[str]) -> set[str]:
    """The offices with their realms: one person's at a time."""
    return {office for title in titles if (office := office_of(title)) and " + " in office}


def _title_words(titles: Iterable[str]) -> set[str]:
    return {fold(word.strip(",")) for title in titles for word in title.replace("-", " ").split()}


def _place_alone(
    number: int, names: Sequence[Name], by_sound: Mapping[str, list[_Meant]]
) -> dict[str, Place]:
    """Lone names go to who is clearly called so.

    Where nobody is, they are one of their own; where several are, each article's stays its own.
    """
    found: dict[str, Place] = {}
    for name in names:
        word = name.form.words[0]
        borne = [
            _Borne(*one, _called(word, one.bearer)) for one in by_sound.get(consonants(word), [])
        ]
        for row in name.rows:
            found[row.entity.id] = _place_one(number, word, row, borne)
    return found


class _Borne(NamedTuple):
    group: int
    bearer: _Bearer
    articles: float


def _called(word: str, bearer: _Bearer) -> float:
    """How many articles' worth says that a person is called by a word alone."""
    called = sum(articles for other, articles in bearer.called.items() if _is_same(word, other))
    is_surname = any(_is_same(word, one) for one in bearer.surnames)
    return called + _NAMED_IN_FULL * bearer.weight * is_surname


def _place_one(own: int, word: str, row: EntityRow, borne: Sequence[_Borne]) -> Place:
    titles = _title_words(row.entity.titles) if row.entity.titles else set()
    evidence = {
        one.group: value for one in borne if (value := _evidence(word, row, titles, one)) > 0
    }
    if not evidence:
        return Place(own)
    group = max(sorted(evidence), key=lambda one: evidence[one])
    share = evidence[group] / (sum(evidence.values()) + _NOBODY_KNOWN)
    if share >= CLEAR:
        return Place(group, round(_SURE * share, 4), f"“{row.entity.name}” alone mostly means them")
    return Place(own) if len(evidence) == 1 else Place(None)


def _evidence(word: str, row: EntityRow, titles: set[str], borne: _Borne) -> float:
    """How many articles' worth speaks for a lone name being this person's."""
    _, bearer, value = borne
    if row.article in bearer.articles and word in bearer.surnames:
        return 0.0  # the article tells the two apart
    if not titles:
        return value
    if titles & _REGNAL and not titles & bearer.titles:
        return 0.0
    if not value and word in bearer.given and _offices(row.entity.titles) & bearer.offices:
        value = _NAMED_IN_FULL * bearer.weight
    return value * _title_factor(titles, bearer.titles)


def _is_same(word: str, other: str) -> bool:
    if min(len(word), len(other)) < _SHORT:
        return word == other
    value = agreement(word, other)
    return value >= SAME_SOUND or (value == SAME_CONSONANTS and likeness(word, other) >= _ALIKE)


def _title_factor(titles: set[str], others: set[str]) -> float:
    told = titles - _MALE
    if titles & _FEMALE and not others & _FEMALE:
        return _OTHER_GENDER
    if titles & _MALE and others & _FEMALE and not others & _MALE:
        return _OTHER_GENDER
    if told & others:
        return _SAME_TITLE
    return _OTHER_TITLE if told and others else 1.0


def _place_offices(
    groups: Groups, placed: Mapping[str, Place], unnamed: Iterable[EntityRow]
) -> dict[str, Place]:
    bearers = _office_bearers(groups, placed)
    found = {}
    for row in unnamed:
        counts: Counter[int] = Counter()
        for office in offices_meant(row.entity.name):
            counts += bearers.get(office, Counter())
        if not counts:
            continue
        group, articles = max(counts.items(), key=lambda item: (item[1], -item[0]))
        share = articles / (counts.total() + _NOBODY_KNOWN)
        if share >= CLEAR:
            told = f"{articles} of {counts.total()} articles that name “{row.entity.name}”"
            found[row.entity.id] = Place(group, round(_SURE * share, 4), told + " mean them")
    return found


def _office_bearers(groups: Groups, placed: Mapping[str, Place]) -> dict[str, Counter[int]]:
    """For each office how many articles give it to which group."""
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for name in groups.names:
        if not name.form.is_person:
            continue
        for row in name.rows:
            group = placed[row.entity.id].group
            for office in {office_of(title) for title in row.entity.titles}:
                if office and group is not None:
                    found[office][group] += 1
    return found
