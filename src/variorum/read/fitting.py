"""How well somebody fits a noun that stands for a person: "the Ukrainian leader", "the senator"."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from variorum.read.entities import Bearer, gender_of_title, nations_in
from variorum.read.lexicon import FULL_ROLES, SAME_ROLES
from variorum.read.titles import role_words

_BELOW: Final = frozenset("vice deputy assistant under prime".split())
"""What makes another office of one: the vice president is not the president."""

_PORTFOLIOS: Final = frozenset(
    "foreign interior finance defense defence health justice economy education trade labor labour "
    "agriculture transport energy environment culture home treasury press campaign opposition "
    "intelligence security police army military navy city state company union party".split()
)
"""Whose minister or spokesman somebody is; if it is told, it must be told of them."""

_OWNERS: Final = frozenset("government palace ministry court church council royal".split())
"""For whom somebody speaks or works: whom the text calls by another office is not meant."""

_BEFORE: Final = frozenset("former ex then late onetime ousted".split())
"""What tells that somebody has an office no more."""


VERY_ROLE, FORMER_ROLE, OTHER_ROLE = 3, 2, 1


class Wanted(NamedTuple):
    """What the words of a noun tell: role, qualifiers, countries, gender; and where it stands."""

    role: str
    qualifiers: frozenset[str]
    nations: frozenset[str]
    gender: str | None
    place: int


class Fit(NamedTuple):
    """How well somebody fits, the better the greater.

    `same`: `VERY_ROLE`, `FORMER_ROLE` if one of both is a former one, `OTHER_ROLE` for one that may
    be used instead. `at_home`: the country agrees, or none is told on either side.
    """

    same: int
    at_home: bool
    is_before: bool
    latest: int


def wanted_by(words: Sequence[str], head: str, place: int) -> Wanted:
    """What a phrase tells of whom it means; `head` is its noun, `place` where that stands."""
    plain = FULL_ROLES.get(head, head)
    phrase = " ".join(words)
    return Wanted(
        plain,
        _qualifiers(phrase),
        frozenset(nations_in(phrase)),
        gender_of_title(plain),
        place,
    )


def fit_of(bearer: Bearer, wanted: Wanted) -> Fit | None:
    """How well a person fits; None if not at all."""
    if wanted.gender and bearer.gender and wanted.gender != bearer.gender:
        return None
    if wanted.nations and bearer.nations and not wanted.nations & bearer.nations:
        return None
    same = _likeness(bearer, wanted)
    if not same:
        return None
    before = last_before(bearer.places, wanted.place)
    at_home = bool(wanted.nations & bearer.nations) if wanted.nations else is_plain(bearer, wanted)
    latest = before if before is not None else -bearer.places[0]
    return Fit(same, at_home, before is not None, latest)


def _likeness(bearer: Bearer, wanted: Wanted) -> int:
    best = 0
    for title in (*bearer.titles, *bearer.offices):
        if wanted.role in role_words(title):
            told = _qualifiers(title)
            differs = told ^ wanted.qualifiers
            if not differs & _BELOW and not (wanted.qualifiers - told) & _PORTFOLIOS:
                best = max(best, FORMER_ROLE if differs & _BEFORE else VERY_ROLE)
    others = bearer.roles - {wanted.role}
    is_owned = bool(wanted.qualifiers & _OWNERS)
    may_be = not best and not is_owned
    if may_be and any(wanted.role in roles and roles & others for roles in SAME_ROLES):
        return OTHER_ROLE
    return best


def _qualifiers(title: str) -> frozenset[str]:
    words = title.casefold().replace("-", " ").split()
    return frozenset(word.strip(",.") for word in words) & (
        _BELOW | _BEFORE | _PORTFOLIOS | _OWNERS
    )


def office_of(title: str) -> str | None:
    """The office in a title, without the country: "Foreign Minister"; None if it tells none."""
    words = [word.strip(",.") for word in title.split()]
    kept = [
        word
        for word in words
        if word.casefold() in _BELOW | _BEFORE | _PORTFOLIOS or role_words(word) - _NO_OFFICE
    ]
    return " ".join(kept) if kept and role_words(kept[-1]) else None


_NO_OFFICE: Final = frozenset(
    "counterpart mr mrs ms miss dr sir friend ally rival colleague".split()
)


def is_plain(bearer: Bearer, wanted: Wanted) -> bool:
    """Whether the text never calls somebody by a role with a country: "the president" is theirs."""
    called = (*bearer.titles, *bearer.offices)
    titles = [title for title in called if wanted.role in role_words(title)]
    return bool(titles) and not any(nations_in(title) for title in titles)


def last_before(places: Sequence[int], place: int) -> int | None:
    """The last of some ordered places before one."""
    behind = bisect_left(places, place)
    return places[behind - 1] if behind else None
