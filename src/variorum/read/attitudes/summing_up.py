"""Nouns that sum up what a sentence has just told: "wants to keep it, an idea that they reject"."""

from typing import Final

from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.lexicon import Sense
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.places import head_of
from variorum.read.attitudes.pointing import POINTING
from variorum.read.attitudes.stand import Issue

_ARTICLES: Final = ([",", "a"], [",", "an"])
_STEPS: Final = 2
_AIM: Final = Sense("", "v", 1, "drop", 1.0, ("inf",))


def summed_up(clauses: Clauses, issue: Issue) -> Issue | None:
    """The noun with what it sums up: the act before the comma, or what it aims at."""
    head, start = issue.head, issue.words[0] - 1
    is_summing = clauses.low[head] in POINTING and clauses.tags[head] == "NN"
    if not is_summing or issue.words[0] != head:
        return None
    if start < 1 or clauses.low[start - 1 : start + 1] not in _ARTICLES:
        return None
    act = _act(clauses, head, start)
    if act is None:
        return None
    first, last = clauses.phrase(act, is_verb=True)
    words = (first, min(last, start - 1))
    if not names_something(clauses, Issue(words, act, "self")):
        return None
    return issue._replace(words=(start, head + 1), points=True, introduced=words)


def _act(clauses: Clauses, noun: int, start: int) -> int | None:
    """The verb with a thing that the noun stands beside, or the verb of what it aims at."""
    at = clauses.heads[noun]
    for _ in range(_STEPS):
        if clauses.tags[at].startswith("VB"):
            break
        at = clauses.heads[at]
    if not clauses.tags[at].startswith("VB") or at >= start or clauses.negation(at) is not None:
        return None
    aim = head_of(clauses, at, "inf", _AIM)
    act = aim if aim is not None and at < aim < start else at
    return act if clauses.child(act, "obj") is not None else None
