"""Stands that are left open: "has yet to decide on the bridge", "has not said whether"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.deeds import POLICIES
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of

_DECIDING: Final = frozenset(
    form
    for verb in ("decide", "say", "commit", "rule", "announce", "indicate", "declare", "confirm")
    for form in verb_forms(verb)
)
_WHETHER: Final = frozenset("whether whom who which if how".split())


def left_open(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """Who has not decided, and on what; `place`: of "decide", "say" or the like."""
    if clauses.low[place] not in _DECIDING:
        return
    holder = _undecided(clauses, place)
    if holder is None:
        return
    subject = subject_of(clauses, holder)
    actor = actors.of(subject) if subject is not None else None
    issue = _issue(clauses, place) or _unconfirmed(clauses, place)
    if issue is not None and _is_withheld(clauses, place, holder):
        is_open = bool({"whether", "if"} & set(clauses.low[place + 1 : issue.words[0] + 1]))
        issue = issue if is_open else None
    if actor is not None and issue is not None:
        yield Stand(place, holder, clauses.low[place], 0, 0.7, actor, issue)


def _undecided(clauses: Clauses, place: int) -> int | None:
    """The predicate of who has yet to decide, or has not decided."""
    before = tuple(clauses.low[max(0, place - 3) : place])
    if before[-2:] == ("yet", "to"):
        governor = clauses.heads[place]
        if not clauses.tags[governor].startswith("VB"):
            governor = clauses.heads[governor]
        return governor if clauses.relations[place] == "xcomp" else place
    is_not = clauses.negation(place) is not None
    helpers = clauses.auxiliaries(place)
    if is_not and helpers & ({"has", "have"} | _WOULD):
        return place
    governor = clauses.heads[place]
    is_refused = before[-1:] == ("to",) and clauses.low[governor] in _REFUSING
    return governor if is_refused and clauses.low[place] in ("say", "confirm") else None


_WOULD: Final = frozenset("would will wo could".split())
_REFUSING: Final = verb_forms("refuse") | verb_forms("decline")


def _is_withheld(clauses: Clauses, place: int, holder: int) -> bool:
    """Whether it is only not said: that one would not say who leaves no stand open."""
    return clauses.low[holder] in _REFUSING or bool(clauses.auxiliaries(place) & _WOULD)


def _unconfirmed(clauses: Clauses, place: int) -> Issue | None:
    """The meeting or the like that somebody has not confirmed."""
    thing = clauses.child(place, "obj")
    is_event = thing is not None and clauses.low[thing].removesuffix("s") in POLICIES
    if thing is None or thing < place or not is_event:
        return None
    if clauses.low[place] not in _CONFIRMING:
        return None
    issue = Issue(clauses.phrase(thing), thing, "obj")
    return issue if names_something(clauses, issue) else None


_CONFIRMING: Final = verb_forms("confirm")


def _issue(clauses: Clauses, place: int) -> Issue | None:
    """What is behind "on", or what is asked behind "whether"."""
    for one in clauses.related(place, "obl", "advcl", "ccomp"):
        if one < place:
            continue
        if clauses.case(one) in ("on", "to") and clauses.tags[one].startswith("NN"):
            issue = Issue(clauses.phrase(one), one, "obj")
            return issue if names_something(clauses, issue) else None
        asked = {clauses.low[word] for word in clauses.descendants(one) if word < one}
        if asked & _WHETHER and clauses.tags[one].startswith("VB"):
            issue = Issue(clauses.phrase(one, is_verb=True), one, "said")
            is_whole = issue.words[1] - issue.words[0] > 1 or asked & {"whom", "who"}
            return issue if is_whole else None
    return None
