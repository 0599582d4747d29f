"""Questions that a speaker asks to say no: "Why should we pay for it?"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.surface import noun_behind

ASKED: Final = frozenset(["should", "must", "would"])
"""Helping verbs of questions that need no answer."""


def unneeded(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker asks who needs; `place`: of "needs" or "wants"."""
    first, end = clauses.sentence(place)
    before = [word for word in clauses.low[first:place] if word[0].isalnum()]
    run, speaker = noun_behind(clauses, place), actors.speaker(place)
    if before != ["who"] or run is None or speaker is None or "?" not in clauses.low[place:end]:
        return
    issue = Issue(run[1], run[0], "obj")
    if names_something(clauses, issue):
        yield Stand(place, place, "who needs", -1, 0.7, speaker, issue)


UNNEEDED: Final = frozenset(["needs", "wants"])
"""Verbs of questions that need no answer."""


def rhetorical(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker asks why anybody should do; `place`: of "should" or the like."""
    speaker, verb = actors.speaker(place), clauses.heads[place]
    first, end = clauses.sentence(place)
    before = [word for word in clauses.low[first:place] if word[0].isalnum()]
    is_why = before[-1:] == ["why"]
    is_doubted = not before and "really" in clauses.low[place:verb]
    if speaker is None or "?" not in clauses.low[place:end] or not (is_why or is_doubted):
        return
    if clauses.relations[place] != "aux" or not clauses.tags[verb].startswith("VB"):
        return
    issue = Issue(clauses.phrase(verb, is_verb=True), verb, "said")
    if clauses.negation(verb) is None and names_something(clauses, issue):
        yield Stand(place, verb, "why should", -1, 0.7, speaker, issue)
