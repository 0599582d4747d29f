"""What somebody promises will be so: "pledged that no school would close"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import MOST_WORDS, Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.lexicon import senses, verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of

_PROMISING: Final = frozenset(
    form for verb in ("promise", "pledge", "vow", "guarantee", "swear") for form in verb_forms(verb)
)
PROMISED: Final = frozenset("will would 'll ’ll 'd ’d".split())
"""Helping verbs of what is promised."""


def promises(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What somebody promises that another will do or be; `place`: of "will" or "would"."""
    verb = clauses.heads[place]
    promise = clauses.heads[verb]
    is_promised = clauses.relations[verb] == "ccomp" and clauses.low[promise] in _PROMISING
    if clauses.relations[place] != "aux" or not is_promised or not promise < place:
        return
    if clauses.negation(promise) is not None or is_supposed(clauses, promise):
        return
    subject, holder = clauses.child(verb, "nsubj", "nsubj:pass"), subject_of(clauses, promise)
    if subject is None or holder is None or not promise < subject < verb:
        return
    actor = actors.of(holder)
    if actor is None or not clauses.tags[subject].startswith("NN"):
        return
    first = clauses.phrase(subject)[0]
    last = max(clauses.phrase(verb, is_verb=True)[1], verb + 1)
    issue = Issue((first, min(last, first + MOST_WORDS)), subject, "said")
    is_none = bool({"no", "not"} & set(clauses.low[max(0, first - 4) : subject]))
    is_other = clauses.low[verb] in senses() or clauses.negation(verb) is not None or is_none
    if is_other or not names_something(clauses, issue):
        return
    yield Stand(promise, promise, clauses.low[promise], 1, 0.75, actor, issue)
