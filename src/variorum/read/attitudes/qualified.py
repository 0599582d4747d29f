"""A welcome that is qualified in the same sentence: "welcomed the law but warned that ..."."""

from typing import Final

from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.stand import Stand

_WELCOMING: Final = frozenset(
    "welcome praise applaud hail commend support back endorse defend accept salute".split()
)
_CRITICISING: Final = frozenset(
    "warned warns warn warning cautioned cautions caution criticised criticized criticises "
    "criticizes complained complains regretted regrets lamented laments deplored deplores "
    "questioned questions doubted doubts faulted faults feared fears worried worries insisted "
    "insists".split()
)
_ALTHOUGH: Final = frozenset("while although though whilst".split())


def qualified(clauses: Clauses, stand: Stand) -> Stand:
    """The stand, mixed if what was welcomed is found fault with in the same breath."""
    if stand.stance <= 0 or stand.word not in _WELCOMING or stand.inner is not None:
        return stand
    place = stand.predicate
    governor = clauses.heads[place]
    marks = {clauses.low[one] for one in clauses.related(place, "mark")}
    is_admitted = clauses.relations[place] == "advcl" and bool(marks & _ALTHOUGH)
    if is_admitted and clauses.low[governor] in _CRITICISING:
        return stand._replace(stance=0)
    for one in clauses.related(place, "conj"):
        joining = {clauses.low[cc] for cc in clauses.related(one, "cc")}
        is_same = clauses.child(one, "nsubj") is None
        if "but" in joining and is_same and clauses.low[one] in _CRITICISING:
            return stand._replace(stance=0)
    return stand
