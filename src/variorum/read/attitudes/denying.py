"""What a speaker says will not be: "there will be no talks", "not one cent will go into it"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import MOST_WORDS, Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.surface import noun_behind


def denials(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker says there will be none of, or nobody will do; `place`: of "no" or "not"."""
    noun = _counted(clauses, place) if clauses.low[place] == "not" else clauses.heads[place]
    speaker = actors.speaker(place)
    if noun is None or speaker is None or not clauses.tags[noun].startswith("NN"):
        return
    verb = noun if clauses.child(noun, "cop") is not None else clauses.heads[noun]
    helpers = clauses.auxiliaries(verb) | {clauses.low[verb]}
    if clauses.low[noun] in _INSTEAD | _PLACE:
        helpers |= _NEVER
    if not helpers & _NEVER or is_supposed(clauses, verb, may_be_possible=True):
        return
    thing = _without_instead(clauses, noun)
    if thing is not None:
        yield Stand(place, verb, "no alternative", 1, 0.75, speaker, thing, place)
        return
    issue = _issue(clauses, place, noun, verb)
    if issue is not None and names_something(clauses, issue):
        yield Stand(place, verb, "no", -1, 0.75, speaker, issue, place)


_INSTEAD: Final = frozenset("alternative substitute choice way escape".split())
"""What there is none of to a thing that one is for."""


def _without_instead(clauses: Clauses, noun: int) -> Issue | None:
    """What there is no alternative to."""
    joining = {"alternative": "to", "substitute": "for", "choice": "but"}.get(clauses.low[noun])
    if joining is None or clauses.low[noun + 1 : noun + 2] != [joining]:
        return None
    run = noun_behind(clauses, noun + 1)
    if clauses.tags[noun + 2] == "VBG":
        act = Issue(clauses.phrase(noun + 2, is_verb=True), noun + 2, "said")
        return act if names_something(clauses, act) else None
    if run is None:
        return None
    first, last = clauses.phrase(run[0])
    issue = Issue((max(first, noun + 2), last), run[0], "obj")
    return issue if names_something(clauses, issue) else pointing(clauses, issue)


def _issue(clauses: Clauses, place: int, noun: int, verb: int) -> Issue | None:
    """The noun of what there will be none of, or all of what will not be done."""
    relation = "nsubj" if noun == verb else clauses.relations[noun]
    is_there = "there" in clauses.low[max(0, place - 4) : place]
    is_idle = clauses.low[noun] in (_EVERYDAY - _PLACE) | (_INSTEAD if is_there else frozenset())
    if is_idle or relation not in ("nsubj", "nsubj:pass", "obj"):
        return None
    if is_there and clauses.low[noun] in _PLACE:
        return _placeless(clauses, noun)
    if relation != "nsubj:pass" and is_there:
        is_act = clauses.low[noun].endswith(_OF_ACTS) or clauses.low[noun] in _ACTS
        return Issue(clauses.phrase(noun), noun, "said") if is_act else None
    if clauses.low[noun] == "one":
        return _yielded(clauses, verb)
    is_done = clauses.child(verb, "aux:pass") is not None
    is_given = clauses.low[noun] in _GIVEN and clauses.child(verb, "obj", "obl") is not None
    if relation == "obj" or not (is_done or is_given):
        return None
    first, last = clauses.phrase(noun)[0], clauses.phrase(verb, is_verb=True)[1]
    return Issue((first, min(last, first + MOST_WORDS)), noun, "said")


def _placeless(clauses: Clauses, noun: int) -> Issue | None:
    """What there is no place or need for: "there can be no room for private prisons"."""
    for one in (
        *clauses.related(noun, "nmod", "acl"),
        *clauses.related(clauses.heads[noun], "obl"),
    ):
        if one > noun and clauses.case(one) == "for" and clauses.tags[one].startswith("NN"):
            return Issue(clauses.phrase(one), one, "obj")
    return None


_PLACE: Final = frozenset(
    "place room need case justification excuse mandate appetite call rationale".split()
)
"""What there is none of for a thing that one is against."""


def _yielded(clauses: Clauses, verb: int) -> Issue | None:
    """What no one is going to give away."""
    if clauses.low[verb] == "going":
        verb = next(clauses.related(verb, "xcomp"), verb)
    is_own = clauses.low[verb] in _YIELDING and clauses.child(verb, "obj") is not None
    return Issue(clauses.phrase(verb, is_verb=True), verb, "self") if is_own else None


def _counted(clauses: Clauses, place: int) -> int | None:
    """The noun of "not one cent", "not a single soldier"."""
    if clauses.low[place + 1 : place + 2] not in (["one"], ["a"], ["another"]):
        return None
    for at in range(place + 2, min(place + 5, len(clauses.low))):
        if clauses.tags[at].startswith("NN"):
            return at
    return None


_YIELDING: Final = frozenset("hand give cede surrender sell return abandon leave".split())
_GIVEN: Final = frozenset(
    "cent cents euro euros dollar dollars pound pounds penny money soldier soldiers troops "
    "boots weapon weapons tank tanks inch boot bullet barrel drop visa seat vote village "
    "metre meter".split()
)
"""What somebody gives or sends, or does not."""

_OF_ACTS: Final = ("ing", "tion", "sion", "ment", "tions", "sions", "ence", "ance")
_ACTS: Final = frozenset(
    "talks deal deals amnesty compromise compromises return vote peace truce ceasefire war cut "
    "cuts increase increases tax taxes bailout rescue strike strikes ban delay delays retreat "
    "surrender troops boots exemption pardon pardons withdrawal withdrawals sale reform "
    "reforms".split()
)
"""What there may be none of because somebody is against it."""

_NEVER: Final = frozenset("will would can 'll ’ll shall going".split())
_EVERYDAY: Final = frozenset(
    "doubt problem problems question way need reason point chance change difference shortage one's "
    "impact effect winner winners end sign surprise surprises charge charges further evidence "
    "matter choice alternative choice limit limits excuse comment trains train".split()
)
"""What there is none of without anybody being against it."""
