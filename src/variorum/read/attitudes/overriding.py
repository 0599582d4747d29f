"""Stands that others override: "against the advice of the agency", "over its objections"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand

OVERRIDDEN: Final = frozenset(
    "advice warning warnings objection objections wish wishes opposition protest protests "
    "recommendation recommendations plea pleas pressure appeal appeals votes will".split()
)
_AGAINST: Final = frozenset(["against", "despite", "over", "in_defiance_of", "in_spite_of"])
_IGNORING: Final = frozenset(
    form
    for verb in ("ignore", "defy", "override", "disregard", "brave", "flout")
    for form in verb_forms(verb)
) | {"overrode", "overridden"}


def overridden(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """Who was against what is done all the same; `place`: of the noun for what they gave."""
    act = _act(clauses, place)
    actor = actors.bearer_of_noun(place)
    if actor is None:
        owners = [one for one in clauses.related(place, "nmod") if clauses.case(one) == "of"]
        actor = actors.of(owners[0]) if owners else None
    if act is None or actor is None or is_supposed(clauses, act):
        return
    words = clauses.phrase(act, is_verb=True)
    first = min(clauses.descendants(place))
    issue = Issue((words[0], min(words[1], first) if first > act else words[1]), act, "said")
    if names_something(clauses, issue):
        yield Stand(place, place, clauses.low[place], -1, 0.75, actor, issue)


def _act(clauses: Clauses, noun: int) -> int | None:
    """The verb of what is done against advice, or of the clause in which advice is ignored."""
    governor = clauses.heads[noun]
    if not clauses.tags[governor].startswith("VB"):
        return None
    if clauses.relations[noun] == "obl" and clauses.case(noun) in _AGAINST:
        return governor
    if clauses.relations[noun] == "obj" and clauses.low[governor] in _IGNORING:
        above = clauses.heads[governor]
        is_beside = clauses.relations[governor] == "advcl" and clauses.tags[above].startswith("VB")
        return above if is_beside else None
    return None
