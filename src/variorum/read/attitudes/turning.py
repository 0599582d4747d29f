"""Issues that are about ending a thing: who wants sanctions to be lifted is against them."""

from typing import Final

from variorum.read.attitudes.announcing import FUTURE
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.wishing import ENDING


def turned(clauses: Clauses, stand: Stand) -> Stand:
    """The stand on a thing, where its issue is that the thing be ended: "the ban be lifted"."""
    if stand.stance == 0 or stand.word in FUTURE or stand.issue.points:
        return stand
    verb = _ended(clauses, stand.issue)
    if verb is None:
        return _asked_to_end(clauses, stand)
    thing = clauses.child(verb, "nsubj:pass", "nsubj")
    if thing is None or not clauses.tags[thing].startswith("NN") or thing > verb:
        return stand
    if any(clauses.low[one] == "no" for one in clauses.children(thing)):
        return stand
    issue = Issue(clauses.phrase(thing), thing, "said")
    if not names_something(clauses, issue) or issue.words[1] > verb:
        return stand
    return stand._replace(stance=-stand.stance, issue=issue)


def _asked_to_end(clauses: Clauses, stand: Stand) -> Stand:
    """Who asks that others end a thing is against it: "urged it to lift the siege"."""
    head = stand.issue.head
    if stand.word not in _ASKING or stand.inner is not None or stand.inner_negation is not None:
        return stand
    if clauses.tags[head].startswith("VB") and clauses.low[head] in _STOPPING:
        things = [*clauses.related(head, "obj"), *clauses.related(head, "xcomp")]
    elif clauses.low[head] in _END:
        things = [one for one in clauses.related(head, "nmod") if clauses.case(one) in ("to", "of")]
    else:
        return stand
    thing = next((one for one in things if head < one), None)
    if thing is None:
        return stand
    is_act = clauses.tags[thing] == "VBG" and clauses.relations[thing] == "xcomp"
    if not is_act and clauses.tags[thing] not in ("NN", "NNS"):
        return stand
    issue = Issue(clauses.phrase(thing, is_verb=is_act), thing, "obj")
    if not names_something(clauses, issue):
        return stand
    return stand._replace(stance=-stand.stance, issue=issue)


_ASKING: Final = frozenset(
    "urge implore beseech exhort entreat beg press push ask call call_on appeal demand request "
    "plead petition lobby want campaign agitate pressure insist".split()
)
_STOPPING: Final = frozenset(
    form
    for verb in (
        "stop end cease halt lift scrap abandon cancel repeal revoke reverse rescind"
    ).split()
    for form in verb_forms(verb)
)
_END: Final = frozenset(
    "end halt lifting removal repeal abolition scrapping cancellation cessation reversal".split()
)
"""Verbs and nouns by which a thing ends."""


def _ended(clauses: Clauses, issue: Issue) -> int | None:
    """The participle in an issue by which a thing ends."""
    for verb in (issue.head, clauses.heads[issue.head]):
        is_inside = issue.words[0] <= verb < issue.words[1]
        is_passive = clauses.child(verb, "aux:pass") is not None
        is_ending = clauses.low[verb] in ENDING or (
            clauses.low[verb] in ("called", "put", "broken") and clauses.low[verb + 1] == "off"
        )
        if is_inside and is_passive and is_ending and clauses.negation(verb) is None:
            return verb
    return None
