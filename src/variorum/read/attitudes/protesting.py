"""What somebody protests at by a deed of whatever kind: "poured milk on the steps in protest at …".

The deed itself tells no stand; "in protest at" does, and so does "over" behind a deed that is done
to be seen: "chained themselves to the gates over the closure".
"""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import CIRCUMSTANCES, Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.lexicon import CALENDAR

_MOODS: Final = frozenset(
    "protest protests anger fury outrage disgust rage indignation dismay defiance revolt".split()
)
_ROWS: Final = frozenset("row dispute quarrel standoff stand-off feud disagreement clash".split())
_COURTS: Final = frozenset("court tribunal arbitration ombudsman".split())
PROTESTING: Final = _MOODS | _ROWS | _COURTS | {"over"}
"""Words at which it is looked for what is protested at."""

_AT: Final = frozenset("at over against about of".split())
_LEAVING: Final = frozenset(
    form
    for verb in (
        "quit resign leave walk pull withdraw storm strike boycott suspend stop halt cancel expel "
        "sue picket march break"
    ).split()
    for form in verb_forms(verb)
)
"""Deeds that in a row over a thing are done by who is against it."""

_SUING: Final = frozenset(form for verb in ("take", "go", "drag") for form in verb_forms(verb))
_SHOWN: Final = frozenset(
    form
    for verb in (
        "occupy chain camp glue handcuff padlock lock sit lie lay pelt dump pour burn torch parade "
        "picket strike down jeer boo heckle disrupt blockade block storm"
    ).split()
    for form in verb_forms(verb)
)
"""Deeds that are done to be seen, over something that others decided."""

_STEPS: Final = 4


def protests(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """Who protests at what by what they do; `place`: of "protest", "row", "court" or "over"."""
    low = clauses.low[place]
    if low == "over":
        verb, preposition = _verb_above(clauses, place), place
        is_told = verb is not None and clauses.low[verb] in _SHOWN
    else:
        verb, preposition = _verb_above(clauses, place), place + 1
        is_told = verb is not None and _is_protest(clauses, place, verb)
    if verb is None or not is_told or clauses.low[preposition : preposition + 1] == []:
        return
    issue = _issue(clauses, preposition, is_deed=low not in _MOODS)
    actor = _doer(clauses, actors, verb) if issue is not None else None
    if issue is not None and actor is not None:
        yield Stand(place, verb, low, -1, 0.8, actor, issue)


def _is_protest(clauses: Clauses, place: int, verb: int) -> bool:
    """Whether it is told in what mood or row, or to what court, somebody does something."""
    low, before = clauses.low[place], clauses.low[max(0, place - 2) : place]
    if low in _MOODS:
        return before[-1:] == ["in"]
    if low in _ROWS:
        is_in = "in" in before and clauses.low[verb] in _LEAVING
        return is_in and clauses.low[place + 1 : place + 2] != ["of"]
    return "to" in before and clauses.low[verb] in _SUING


def _verb_above(clauses: Clauses, place: int) -> int | None:
    """The verb that a phrase hangs on, through other phrases."""
    at = clauses.heads[place]
    for _ in range(_STEPS):
        if clauses.tags[at].startswith("VB"):
            return at if at < place else None
        at = clauses.heads[at]
    return None


def _issue(clauses: Clauses, preposition: int, *, is_deed: bool) -> Issue | None:
    """What stands behind "at" or "over"."""
    noun = clauses.heads[preposition]
    is_case = clauses.low[preposition] in _AT and clauses.relations[preposition] == "case"
    if not is_case or noun <= preposition or not clauses.tags[noun].startswith("NN"):
        return None
    is_occasion = clauses.low[noun] in CIRCUMSTANCES or clauses.low[noun] in CALENDAR
    if is_occasion or (is_deed and not is_decided(clauses, noun)):
        return None
    first, last = clauses.phrase(noun)
    issue = Issue((max(first, preposition + 1), last), noun, "over")
    return issue if names_something(clauses, issue) else pointing(clauses, issue)


def _doer(clauses: Clauses, actors: Actors, verb: int) -> Actor | None:
    """Who did it of their own will."""
    is_done = clauses.negation(verb) is None and not is_supposed(clauses, verb)
    if not is_done or clauses.is_passive(verb):
        return None
    subject = subject_of(clauses, verb)
    return (actors.of(subject) or actors.willing(subject)) if subject is not None else None
