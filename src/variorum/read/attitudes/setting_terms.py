"""What somebody is to do by a day that another sets: "gave the rebels 48 hours to leave"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of

_GIVING: Final = frozenset(
    form
    for verb in ("give", "set", "issue", "deliver", "grant", "allow", "impose")
    for form in verb_forms(verb)
)
_HAVING: Final = frozenset(["has", "have", "had"])
TERMS: Final = _GIVING | _HAVING
"""Verbs for who sets a term, and for who has until then."""

_ORDERS: Final = frozenset("ultimatum ultimatums deadline deadlines".split())
_SPANS: Final = frozenset("minutes hours days weeks months day week month hour fortnight".split())
_UNTIL: Final = frozenset(["until", "till"])
_FAR: Final = 18


def terms(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """Who wants what done by a day; `place`: of a verb of giving, or of "has"."""
    if not clauses.tags[place].startswith("VB") or clauses.negation(place) is not None:
        return
    act = _act(clauses, place)
    if act is None or is_supposed(clauses, place):
        return
    actor = _setter(clauses, actors, place)
    issue = Issue(clauses.phrase(act, is_verb=True), act, "objto")
    if actor is not None and names_something(clauses, issue, bound=True):
        yield Stand(place, place, "deadline", 1, 0.75, actor, issue)


def _act(clauses: Clauses, place: int) -> int | None:
    """The infinitive behind a term: "until Friday to leave", "a deadline of June to pay"."""
    _, end = clauses.sentence(place)
    is_given = clauses.low[place] in _GIVING
    is_term = False
    for at in range(place + 1, min(end - 1, place + _FAR)):
        low = clauses.low[at]
        if low in (",", ";", "and", "but", "who", "which") or clauses.tags[at] == "VBD":
            return None
        is_counted = low in _SPANS and any(
            clauses.tags[one] == "CD" or clauses.low[one] in ("a", "an")
            for one in range(max(place, at - 2), at)
        )
        is_term = is_term or low in _UNTIL or is_counted or (is_given and low in _ORDERS)
        if is_term and low == "to" and clauses.tags[at + 1] == "VB":
            return at + 1
    return None


def _setter(clauses: Clauses, actors: Actors, place: int) -> Actor | None:
    """Who sets it: the giver, or who says that somebody has so long."""
    subject = subject_of(clauses, place)
    if clauses.low[place] in _HAVING:
        speaker = actors.speaker(place)
        told = actors.of(subject) if subject is not None and speaker is not None else None
        is_other = told is not None and speaker is not None and told.name != speaker.name
        return speaker if is_other and clauses.tags[place] != "VBN" else None
    if subject is None or clauses.is_passive(place):
        return None
    return actors.of(subject)
