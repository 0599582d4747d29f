"""What is asked by some of others: "faces calls from nurses to scrap the cut"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.lexicon import Sense, senses
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.attitudes.surface import noun_behind

PRESSING: Final = frozenset(
    "pressure calls call demands demand appeals appeal pleas plea requests request petition "
    "proposal proposals push".split()
)
"""Nouns for what one meets who is asked to do something."""

_FAR: Final = 12


def pressed(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """Who asks for what, and who turns it down or gives in; `place`: of "calls" or the like."""
    is_noun = clauses.tags[place].startswith("NN")
    if not is_noun or clauses.low[place + 1 : place + 2] not in (["from"], ["by"]):
        return
    run = noun_behind(clauses, place + 1)
    if run is None or is_supposed(clauses, place):
        return
    issue = _asked(clauses, place, run[1][1])
    if issue is None or not names_something(clauses, issue):
        return
    actor = actors.of(run[0])
    if actor is not None:
        yield Stand(place, place, clauses.low[place], 1, 0.75, actor, issue)
    yield from _answered(clauses, actors, place, issue)


def _asked(clauses: Clauses, place: int, first: int) -> Issue | None:
    """What is asked for behind those who ask: "to scrap the cut", "for cheaper money"."""
    _, end = clauses.sentence(place)
    for at in range(first, min(end - 1, place + _FAR)):
        low = clauses.low[at]
        if low == "," or clauses.tags[at].startswith(("VB", "MD")):
            return None
        if low == "to" and clauses.tags[at + 1] == "VB":
            return Issue(clauses.phrase(at + 1, is_verb=True), at + 1, "objto")
        if low == "for" and clauses.relations[at] == "case":
            noun = clauses.heads[at]
            if noun <= at or not clauses.tags[noun].startswith("NN"):
                return None
            words = clauses.phrase(noun)
            return Issue((max(words[0], at + 1), words[1]), noun, "for")
    return None


def _answered(clauses: Clauses, actors: Actors, place: int, issue: Issue) -> Iterator[Stand]:
    """Who turns down what is asked, or bows to it."""
    verb = clauses.heads[place]
    sense = _sense(clauses, verb, place) if clauses.tags[verb].startswith("VB") else None
    if sense is None or clauses.negation(verb) is not None or is_supposed(clauses, verb):
        return
    if clauses.is_passive(verb):
        return
    subject = subject_of(clauses, verb)
    actor = actors.of(subject) if subject is not None else None
    if actor is not None:
        sureness = 0.9 * sense.sureness
        yield Stand(place, verb, sense.printed, sense.stance, sureness, actor, issue)


def _sense(clauses: Clauses, verb: int, noun: int) -> Sense | None:
    """The sense in which a verb takes the noun: as its object, or behind its preposition."""
    behind = clauses.low[verb + 1 : noun]
    for sense in senses().get(clauses.low[verb], ()):
        size = len(sense.particles)
        if sense.kind != "v" or sense.stance == 0 or tuple(behind[:size]) != sense.particles:
            continue
        if sense.negated == "only":
            continue
        is_object = clauses.relations[noun] == "obj" and {"obj", "thing"} & set(sense.places)
        if is_object or clauses.case(noun) in sense.places:
            return sense
    return None
