"""What somebody accuses another of: "accused the ministry of hiding the figures"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of

ACCUSING: Final = verb_forms("accuse") | verb_forms("blame")
"""Forms of verbs by which somebody is held to have done wrong."""

_FAR: Final = 14
_CRIMES: Final = frozenset(
    "murder theft rape fraud assault robbery manslaughter crime crimes offence offense offences "
    "offenses treason terrorism espionage killing murdering stealing raping it this that".split()
)
"""What courts decide on: who accuses somebody of it has no stand on an issue."""


def accusations(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What somebody is accused of by whom, who is against it; `place`: of "accuse" or "blame"."""
    low = clauses.low[place]
    subject = subject_of(clauses, place)
    if not clauses.tags[place].startswith("VB") or subject is None or clauses.is_passive(place):
        return
    if clauses.tags[place] == "VBN" and not clauses.auxiliaries(place):
        return  # "agents accused of it"
    if is_supposed(clauses, place) or clauses.negation(place) is not None:
        return
    act = _act(clauses, place, "of" if low.startswith("accus") else "for")
    actor = actors.of(subject)
    if act is None or actor is None or clauses.low[act] in _CRIMES:
        return
    issue = Issue(clauses.phrase(act, is_verb=clauses.tags[act] == "VBG"), act, "of")
    if names_something(clauses, issue):
        yield Stand(place, place, low, -1, 0.7, actor, issue)


def _act(clauses: Clauses, place: int, joining: str) -> int | None:
    """The deed behind "of" or "for", whatever the tree hangs it on."""
    _, end = clauses.sentence(place)
    for at in range(place + 1, min(end - 1, place + _FAR)):
        if clauses.low[at] in (",", ";", "."):
            return None
        if clauses.low[at] != joining:
            continue
        if clauses.tags[at + 1] == "VBG":
            return at + 1
        noun = clauses.heads[at]
        is_noun = noun > at and clauses.tags[noun] in ("NN", "NNS")
        if is_noun and clauses.heads[noun] == place:
            return noun
    return None
