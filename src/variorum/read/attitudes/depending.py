"""Conditions told otherwise than by "if": "no talks without a truce", "the deal hinges on it"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import MOST_WORDS, Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.deeds import POLICIES
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.encoder.window import Words

_HINGING: Final = verb_forms("depend") | verb_forms("hinge")
_COMING: Final = frozenset(["come", "happen", "precede"])
_NEEDED: Final = frozenset(
    "condition precondition pre-condition prerequisite requirement must-have".split()
)
DEPENDING: Final = _HINGING | _COMING | _NEEDED | {"wait", "without", "contingent", "no"}
"""Words by which one thing is said to depend on another."""

_MUST: Final = frozenset("must should has have will needs need to ought".split())
_NO_ISSUE: Final = frozenset(
    "doubt problem question way one need reason point evidence idea comment matter word change "
    "sign time".split()
)
_DECIDED: Final = (POLICIES - {"rule", "law", "school", "university"}) | frozenset(
    "peace dialogue support release return withdrawal ceasefire truce progress compromise "
    "concession recognition normalisation normalization disarmament investment loan money visit "
    "reconstruction coalition backing consent approval future rest step release extension "
    "membership entry accession settlement solution guarantee cash help assistance disbursement "
    "soldier troop weapon bailout pay lifting opening reopening answer appointment "
    "handover resumption start signature signing".split()
)
"""What somebody may grant or withhold."""

_SURE: Final = 0.72


def dependencies(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker says that a thing depends on; `place`: of a word in `DEPENDING`."""
    speaker = actors.speaker(place)
    if speaker is None or is_supposed(clauses, place, may_be_possible=True):
        return
    low = clauses.low[place]
    if low in _HINGING or low == "contingent":
        found = _hinging(clauses, place)
    elif low in _COMING:
        found = _first(clauses, place)
    elif low in _NEEDED:
        found = _needed(clauses, place)
    elif low == "wait":
        found = _waiting(clauses, place)
    else:
        found = _none(clauses, place)
    if found is not None:
        yield from _stand(clauses, speaker, place, *found)


def _stand(
    clauses: Clauses, speaker: Actor, place: int, thing: int, condition: Words
) -> Iterator[Stand]:
    low = clauses.low[thing]
    issue = Issue(clauses.phrase(thing), thing, "said")
    last = min(issue.words[1], condition[0]) if condition[0] > thing else issue.words[1]
    issue = issue._replace(words=(issue.words[0], max(last, thing + 1)))
    is_decided = low in _DECIDED or low.removesuffix("s") in _DECIDED
    is_apart = condition[1] <= issue.words[0] or issue.words[1] <= condition[0]
    if is_decided and is_apart:
        yield Stand(place, place, clauses.low[place], 1, _SURE, speaker, issue, condition=condition)


def _hinging(clauses: Clauses, place: int) -> tuple[int, Words] | None:
    """What depends on what in "any deal depends on the release of the hostages"."""
    subject = clauses.child(place, "nsubj")
    if subject is None or not clauses.tags[subject].startswith("NN"):
        return None
    for one in clauses.related(place, "obl", "nmod", "advcl"):
        if one > place and clauses.case(one) in ("on", "upon"):
            return subject, (place + 1, clauses.phrase(one)[1])
    return None


def _first(clauses: Clauses, place: int) -> tuple[int, Words] | None:
    """What comes before what in "the withdrawal must come before any talks"."""
    subject = clauses.child(place, "nsubj")
    has_to = clauses.low[place - 1] == "to" and clauses.low[place - 2] in _MUST
    if subject is None or not (has_to or clauses.auxiliaries(place) & _MUST):
        return None
    for one in clauses.related(place, "obl", "obj", "advcl"):
        is_before = clauses.case(one) == "before" or (
            clauses.low[place] == "precede" and clauses.relations[one] == "obj"
        )
        if one > place and is_before and clauses.tags[one].startswith("NN"):
            return one, clauses.phrase(subject)
    return None


def _needed(clauses: Clauses, place: int) -> tuple[int, Words] | None:
    """What is needed for what in "a truce is a condition for talks"."""
    subject = clauses.child(place, "nsubj", "csubj")
    if (
        subject is None
        or clauses.child(place, "cop") is None
        or (clauses.negation(place) is not None)
    ):
        return None
    for one in clauses.related(place, "nmod", "obl"):
        if one > place and clauses.case(one) in ("for", "of", "to"):
            is_act = clauses.tags[subject].startswith("VB")
            return one, clauses.phrase(subject, is_verb=is_act)
    return None


def _waiting(clauses: Clauses, place: int) -> tuple[int, Words] | None:
    """What waits for what in "any opening must wait until the guns are withdrawn"."""
    subject = clauses.child(place, "nsubj", "obl")
    behind = clauses.low[place + 1 : place + 2]
    is_bound = bool(clauses.auxiliaries(place) & _MUST) and behind in (["until"], ["till"], ["for"])
    if subject is None or not is_bound or not clauses.tags[subject].startswith("NN"):
        return None
    if subject > place:
        return None
    return subject, (place + 1, _end(clauses, place + 1))


def _none(clauses: Clauses, place: int) -> tuple[int, Words] | None:
    """What is not without what: "no talks without a truce", "no truce, no talks"."""
    if clauses.low[place] == "without":
        return _without(clauses, place)
    first, _ = clauses.sentence(place)
    noun = _noun_behind(clauses, place)
    is_first = not any(word[0].isalnum() for word in clauses.low[first:place])
    if noun is None or not is_first:
        return None
    at = noun + 1
    if clauses.low[at : at + 2] == [",", "no"]:
        other = _noun_behind(clauses, at + 1)
        return (other, (place, noun + 1)) if other is not None else None
    if clauses.low[noun + 1 : noun + 2] in (["without"], ["until"], ["before"], ["unless"]):
        return noun, (noun + 1, _end(clauses, noun + 1))
    return None


def _without(clauses: Clauses, place: int) -> tuple[int, Words] | None:
    """The noun behind "no" or "not" in a sentence that begins with "without"."""
    first, end = clauses.sentence(place)
    if any(word[0].isalnum() for word in clauses.low[first:place]):
        return None
    for at in range(place + 2, min(end - 1, place + MOST_WORDS)):
        if clauses.low[at] == "no" and {"there", "be", "is", "are"} & set(clauses.low[place:at]):
            noun = _noun_behind(clauses, at)
            stop = next((one for one in range(place, at) if clauses.low[one] in (",", "there")), at)
            return (noun, (place, stop)) if noun is not None and stop > place + 1 else None
    return None


def _noun_behind(clauses: Clauses, place: int) -> int | None:
    """The noun that "no" is said of, within its own phrase."""
    for at in range(place + 1, min(place + 5, len(clauses.low))):
        is_last = not clauses.tags[at + 1 : at + 2] or not clauses.tags[at + 1].startswith("NN")
        if clauses.tags[at] in ("NN", "NNS", "VBG") and is_last:
            return at if clauses.low[at] not in _NO_ISSUE else None
        if not clauses.tags[at].startswith(("JJ", "NN", "VBN", "VBG")):
            return None
    return None


def _end(clauses: Clauses, first: int) -> int:
    """The end of a condition: before the next comma or the end of the sentence."""
    _, end = clauses.sentence(first)
    last = first + 1
    while last < min(end, first + 2 * MOST_WORDS) and clauses.low[last][0].isalnum():
        last += 1
    return last
