"""What somebody fears, hopes or warns that a thing will do: "warned that the cut would kill it"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import MOST_WORDS, Clauses
from variorum.read.attitudes.conditions import condition_of, is_supposed
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.attitudes.wishing import ENDING


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in verb_forms(verb))


_FEARING: Final = _forms("warn fear complain worry caution protest lament grumble object moan")
_HOPING: Final = _forms("hope pray trust")
FORESEEING: Final = _FEARING | _HOPING
"""Forms of verbs behind which a clause tells what is feared or hoped for."""

_COMING: Final = frozenset("would will could may might can 'll ’ll 'd ’d risks risked".split())
_FAILING: Final = frozenset("failing delaying refusing rejecting abandoning ignoring".split())
_LACKING: Final = frozenset("delay postponement failure withdrawal rejection lack".split())


def foreseen(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """Who is against what they warn of, or for what they hope; `place`: of "warn", "hope"."""
    is_verb = clauses.tags[place].startswith("VB")
    if not is_verb or clauses.negation(place) is not None or is_supposed(clauses, place):
        return
    holder = subject_of(clauses, place)
    actor = actors.of(holder) if holder is not None else None
    if actor is None:
        return
    for verb in clauses.related(place, "ccomp"):
        thing = clauses.child(verb, "nsubj", "nsubj:pass", "csubj")
        if verb < place or thing is None or not place < thing < verb:
            continue
        if not clauses.auxiliaries(verb) & _COMING:
            continue
        is_hoped = clauses.low[place] in _HOPING
        find = _hoped if is_hoped else _feared
        found = find(clauses, verb, thing)
        if found is not None:
            stance, issue = found
            yield Stand(place, place, clauses.low[place], stance, 0.68, actor, issue)


def _feared(clauses: Clauses, verb: int, thing: int) -> tuple[int, Issue] | None:
    """The thing that does harm; who fears that it will not come or be ended is for it."""
    issue = _thing(clauses, thing)
    if issue is None or condition_of(clauses, verb, issue.words, negated=False):
        return None
    is_ended = clauses.child(verb, "aux:pass") is not None and clauses.low[verb] in ENDING
    is_lacking = clauses.low[thing] in _FAILING | _LACKING
    is_for = is_ended or is_lacking
    return (None if is_lacking else (1 if is_for else -1, issue)) if issue else None


def _hoped(clauses: Clauses, verb: int, thing: int) -> tuple[int, Issue] | None:
    """What is hoped for: the thing with what is to become of it."""
    if not is_decided(clauses, thing):
        return None
    first = clauses.phrase(thing)[0]
    last = max(clauses.phrase(verb, is_verb=True)[1], verb + 1)
    issue = Issue((first, min(last, first + MOST_WORDS)), thing, "said")
    stance = -1 if clauses.negation(verb) is not None else 1
    if clauses.child(verb, "aux:pass") is not None and clauses.low[verb] in ENDING:
        issue, stance = Issue(clauses.phrase(thing), thing, "said"), -stance
    return (stance, issue) if names_something(clauses, issue) else None


def _thing(clauses: Clauses, head: int) -> Issue | None:
    is_act = clauses.tags[head] == "VBG"
    issue = Issue(clauses.phrase(head, is_verb=is_act), head, "said")
    if clauses.tags[head] in ("PRP", "DT"):
        return pointing(clauses, issue) if clauses.low[head] in ("it", "this", "that") else None
    if not is_decided(clauses, head):
        return None
    return issue if names_something(clauses, issue) else pointing(clauses, issue)
