"""Institutions that articles name with their country, or without ("U.S. Senate", "Senate")."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from variorum.collate.entities.forms import Form, form_of, realm_and_rest
from variorum.collate.entities.grouping import Groups, Link
from variorum.collate.entities.scoring import Score

ONE_REALM: Final = 0.9
"""Of the articles that name the country, the share that have to name one and the same."""

_VARIED: Final = 0.25
"""Where the country is told in fewer articles than this share, it is mostly clear without."""

_OF_ONE_WORD: Final = 3
"""A name of one word is taken for an institution if so many articles tell its country."""

_SCORE: Final = Score(0.8, reason="named with one country only")


def join_institutions(groups: Groups) -> None:
    """Joins an institution named without its country to the one country's that is named with it."""
    numbers = {name.form: number for number, name in enumerate(groups.names)}
    for rest, realms in _named_with_realm(groups).items():
        bare = numbers.get(rest)
        if bare is None or not _is_institution(groups, bare, realms):
            continue
        usual = _usual(groups, realms)
        if usual is not None:
            for one in realms[usual]:
                if groups.group[one] != groups.group[bare]:
                    groups.join(Link(bare, one, _SCORE))


def contested_institutions(groups: Groups) -> set[int]:
    """The groups of names that are several countries' institutions': "Foreign Ministry"."""
    numbers = {name.form: number for number, name in enumerate(groups.names)}
    found = set()
    for rest, realms in _named_with_realm(groups).items():
        bare = numbers.get(rest)
        if bare is None or _usual(groups, realms) is not None:
            continue
        told = sum(groups.names[one].weight for some in realms.values() for one in some)
        if told >= _VARIED * groups.names[bare].weight:
            found.add(groups.group[bare])
    return found


def _named_with_realm(groups: Groups) -> Mapping[Form, dict[str, list[int]]]:
    """For the form without a country: by country the names that have it."""
    found: dict[Form, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, name in enumerate(groups.names):
        if not name.form.is_fact and not name.form.is_person and name.kinds["organization"]:
            realm, rest = realm_and_rest(name.usual)
            if realm:
                found[form_of(rest, "organization")][realm].append(number)
    return found


def _usual(groups: Groups, realms: Mapping[str, list[int]]) -> str | None:
    """The country that nearly all articles mean that tell one."""
    weights = {realm: sum(groups.names[one].weight for one in realms[realm]) for realm in realms}
    realm = max(sorted(weights), key=lambda one: weights[one])
    return realm if weights[realm] >= ONE_REALM * sum(weights.values()) else None


def _is_institution(groups: Groups, bare: int, realms: Mapping[str, list[int]]) -> bool:
    name = groups.names[bare]
    if not name.usual[:1].isupper() or name.form.is_person or name.form.is_fact:
        return False
    told = sum(groups.names[one].weight for some in realms.values() for one in some)
    return len(name.form.words) > 1 or told >= _OF_ONE_WORD
