"""Issues that are not printed since they were told before: "would vote against", "has accepted"."""

from typing import Final

from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.lexicon import Sense
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue


def left_out(clauses: Clauses, place: int) -> Issue | None:
    """An issue that is not printed since it was told before: "would vote against"."""
    against = place
    if clauses.low[place] in _VOTING:
        against = place + 1
    if clauses.low[against : against + 1] != ["against"]:
        return None
    behind = clauses.low[against + 1 : against + 2]
    verb = clauses.heads[against]
    if clauses.relations[verb] == "acl:relcl" or clauses.low[verb] in _VOTING:
        verb = verb if clauses.relations[verb] == "acl:relcl" else place
    if behind and behind[0] not in _BREAKS:
        return None
    if clauses.relations[verb] == "acl:relcl" and clauses.tags[clauses.heads[verb]] in (
        "NN",
        "NNS",
    ):
        noun = clauses.heads[verb]
        issue = Issue(clauses.phrase(noun), noun, "obj")
        return issue if names_something(clauses, issue) else issue._replace(points=True)
    return Issue((against, against + 1), against, "obj", points=True)


def unsaid(clauses: Clauses, place: int, sense: Sense) -> Issue | None:
    """An issue that is not printed behind a verb that ends its clause: "Norway has accepted"."""
    if sense.kind == "a" and sense.word in _DIVIDED and _ends_clause(clauses, place):
        return Issue((place, place + 1), place, "act", points=True)
    if sense.kind != "v" or sense.word not in _ANSWERING or sense.particles:
        return None
    if clauses.relations[place] in ("acl:relcl", "acl"):
        return None
    behind = clauses.low[place + 1 : place + 2]
    is_bare = clauses.child(place, "obj", "xcomp", "ccomp", "obl", "aux:pass") is None
    is_last = bool(behind) and (behind[0] in (".", ";", ":") or behind[0] in _BREAKS)
    return Issue((place, place + 1), place, "unsaid", points=True) if is_bare and is_last else None


def _ends_clause(clauses: Clauses, place: int) -> bool:
    """Whether a sentence or clause ends behind a word, and it says what somebody is."""
    behind = clauses.low[place + 1 : place + 2]
    is_last = not behind or behind[0] in (".", ";", ":", ",", "and", "but", "while")
    return is_last and clauses.tags[place - 1].startswith(("VB", "RB", "NN"))


_DIVIDED: Final = frozenset("divided split undecided torn unconvinced unmoved unpersuaded".split())
"""What those are whose stand on what was told before is open, or against it."""

_ANSWERING: Final = frozenset(
    "accept refuse decline agree consent object oppose reject dissent resist acquiesce "
    "abstain".split()
)
"""Verbs that answer what was told before."""

_VOTING: Final = frozenset("vote votes voted voting".split())
_BREAKS: Final = frozenset([".", ",", ";", "and", "but", "while", "on", "because", "—", "–"])
