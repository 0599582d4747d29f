"""Issues that are about ending a thing: who wants sanctions to be lifted is against them."""

from variorum.read.attitudes.announcing import FUTURE
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.wishing import ENDING


def turned(clauses: Clauses, stand: Stand) -> Stand:
    """The stand on a thing, where its issue is that the thing be ended: "the ban be lifted"."""
    is_done = stand.issue.points or stand.issue.place == "done"
    if stand.stance == 0 or stand.word in FUTURE or is_done:
        return stand
    verb = _ended(clauses, stand.issue)
    if verb is None:
        return stand
    thing = clauses.child(verb, "nsubj:pass", "nsubj") or _asked_for(clauses, stand.issue, verb)
    if thing is None or not clauses.tags[thing].startswith("NN") or thing > verb:
        return stand
    if any(clauses.low[one] == "no" for one in clauses.children(thing)):
        return stand
    issue = Issue(clauses.phrase(thing), thing, "said")
    if not names_something(clauses, issue) or issue.words[1] > verb:
        return stand
    return stand._replace(stance=-stand.stance, issue=issue)


def _asked_for(clauses: Clauses, issue: Issue, verb: int) -> int | None:
    """The thing in "for the ban to be lifted", which was hung on the call."""
    noun = verb - 3
    is_to_be = clauses.low[verb - 2 : verb] == ["to", "be"]
    is_inside = issue.words[0] <= noun and clauses.tags[noun].startswith("NN")
    return noun if is_to_be and is_inside else None


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
