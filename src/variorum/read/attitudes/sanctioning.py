"""What is done with somebody's blessing, or at their request."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import MOST_WORDS, Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand

_WITH: Final = {
    "with": frozenset(
        "blessing backing support approval consent agreement endorsement encouragement assent "
        "permission connivance acquiescence".split()
    ),
    "at": frozenset("request behest insistence urging invitation instigation".split()),
    "on": frozenset("orders order instructions recommendation".split()),
}
SANCTIONING: Final = frozenset(noun for nouns in _WITH.values() for noun in nouns)
"""Nouns for what those give who are for what is done."""

_FOR: Final = 0.7


def sanctioned(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """Who is for what is done with their blessing."""
    before = clauses.low[max(0, place - 4) : place]
    opening = [word for word, nouns in _WITH.items() if clauses.low[place] in nouns]
    if not opening or opening[0] not in before or clauses.relations[place] != "obl":
        return
    act, actor = clauses.heads[place], _giver(clauses, actors, place)
    if actor is None or not clauses.tags[act].startswith("VB") or is_supposed(clauses, act):
        return
    issue = _done(clauses, act, place)
    if issue is not None and clauses.negation(act) is None and names_something(clauses, issue):
        yield Stand(place, place, clauses.low[place], 1, _FOR, actor, issue)


def _giver(clauses: Clauses, actors: Actors, noun: int) -> Actor | None:
    """Whose blessing it is: "with the ministry's blessing", "with the blessing of the ministry"."""
    owner = actors.bearer_of_noun(noun)
    if owner is not None:
        return owner
    owners = [one for one in clauses.related(noun, "nmod") if clauses.case(one) == "of"]
    return actors.of(owners[0]) if owners else None


def _done(clauses: Clauses, act: int, noun: int) -> Issue | None:
    """What is done, without its circumstances; in the passive with the thing it is done to."""
    first, last = clauses.phrase(act, is_verb=True)
    behind = min(clauses.descendants(noun))
    last = min(last, behind) if behind > act else last
    thing = clauses.child(act, "nsubj:pass", "nsubj")
    if clauses.is_passive(act) and thing is not None and thing < act:
        first = clauses.phrase(thing)[0]
        is_near = max(last, act + 1) - first <= MOST_WORDS
        # The head is the noun: a passive verb would be taken for one that is negated.
        return Issue((first, max(last, act + 1)), thing, "done") if is_near else None
    return Issue((first, last), act, "said") if last > act else None
