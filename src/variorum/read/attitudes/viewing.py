"""Judgments told as somebody's without a verb of saying: "for the union, the deal is a trap"."""

from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.surface import noun_behind

_VIEWS: Final = frozenset("view eyes opinion words judgment judgement book mind reading".split())


def viewer(clauses: Clauses, actors: Actors, place: int) -> Actor | None:
    """Whose judgment a predicate is, where its sentence opens with "for" or "in the view of"."""
    first, end = clauses.sentence(place)
    while first < end and not clauses.low[first][0].isalnum():
        first += 1
    if clauses.low[first : first + 1] == ["for"]:
        return _named(clauses, actors, first, place)
    if clauses.low[first : first + 1] != ["in"]:
        return None
    for at in range(first + 1, min(first + 5, place)):
        if clauses.low[at] in _VIEWS and clauses.low[at + 1 : at + 2] == ["of"]:
            return _named(clauses, actors, at + 1, place)
    return None


def _named(clauses: Clauses, actors: Actors, before: int, place: int) -> Actor | None:
    """Whom the words behind a preposition mean, if they stand apart from the predicate."""
    run = noun_behind(clauses, before)
    if run is None or run[1][1] >= place:
        return None
    actor = actors.of(run[0])
    is_name = clauses.passage.words[run[0]].text[0].isupper() or clauses.low[run[1][1]] == ","
    return actor._replace(sureness=0.9 * actor.sureness) if actor and is_name else None
