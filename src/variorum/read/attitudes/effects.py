"""What a speaker says a thing does or is: "would hurt the poor", "goes too far"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import condition_of, is_supposed
from variorum.read.attitudes.lexicon import Sense
from variorum.read.attitudes.naming import is_verb, names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.viewing import viewer

_PAST: Final = frozenset("have has had was were did 've ’ve".split())
_ALONE: Final = frozenset("stink suck reek backfire misfire flop".split())
"""Verbs that damn a thing without an object."""

_FUTURE: Final = frozenset("will would 'll ’ll".split())
_UNWANTED: Final = frozenset(
    "terrorist terrorists terrorism enemy enemies criminal criminals crime inflation poverty "
    "corruption rebels militants extremists traffickers smugglers regime spread fight effort "
    "efforts threat risk deficit unemployment cartels gangs nobody nothing".split()
)
"""What one may well be glad to see hurt, or sorry to see helped."""


def effects(clauses: Clauses, actors: Actors, place: int, sense: Sense) -> Iterator[Stand]:
    """What a speaker says that a thing would do to somebody, or is in a phrase."""
    speaker = actors.speaker(place) or viewer(clauses, actors, place)
    verb = clauses.heads[place] if clauses.relations[place] == "cop" else place
    if speaker is None or not _is_told(clauses, actors, place, verb, sense):
        return
    if (
        not sense.particles
        and sense.word not in _ALONE
        and not _does_something(clauses, verb, sense)
    ):
        return
    negation = clauses.negation(verb)
    if (negation is None) == (sense.negated == "only") and sense.negated != "flip":
        return
    issue = _subject(clauses, verb, place)
    if issue is not None and condition_of(clauses, verb, issue.words, negated=False):
        return  # What would be if something happened is a forecast.
    if issue is not None:
        stance = -sense.stance if negation is not None and sense.negated == "flip" else sense.stance
        yield Stand(place, verb, sense.printed, stance, sense.sureness, speaker, issue, negation)


def _subject(clauses: Clauses, verb: int, place: int) -> Issue | None:
    """The subject of a verb, if it is a thing or an act."""
    subject = clauses.child(verb, "nsubj", "csubj", "nsubj:outer")
    subject = subject if subject is not None else _before(clauses, place)
    if subject is None:
        return None
    is_act = is_verb(clauses, subject)
    issue = Issue(clauses.phrase(subject, is_verb=is_act), subject, "said")
    if clauses.tags[subject] in ("PRP", "DT", "NN", "NNS") and (at := pointing(clauses, issue)):
        behind = clauses.low[place + 1 : place + 8]
        is_open = not {"if", "to", "that"} & set(behind)
        return at if is_open or clauses.tags[subject].startswith("NN") else None
    is_thing = clauses.tags[subject] in ("NN", "NNS", "VBG")
    return issue if is_thing and names_something(clauses, issue) else None


def _before(clauses: Clauses, place: int) -> int | None:
    """A subject right before "is" that was hung on another word."""
    first, _ = clauses.sentence(place)
    for one in range(place - 1, max(first, place - _NEAR) - 1, -1):
        if clauses.relations[one].startswith("nsubj") and clauses.tags[one] in ("NN", "NNS"):
            return one
        if clauses.tags[one].startswith("VB") or clauses.low[one] in (",", "and", "but"):
            return None
    return None


_NEAR: Final = 6


def _does_something(clauses: Clauses, verb: int, sense: Sense) -> bool:
    thing = clauses.child(verb, "obj")
    if thing is None:
        return False
    if clauses.tags[thing] == "PRP":
        return sense.stance < 0 and clauses.low[thing] in ("us", "them", "me", "him", "her")
    return not {clauses.low[one] for one in range(*clauses.phrase(thing))} & _UNWANTED


def _is_told(clauses: Clauses, actors: Actors, place: int, verb: int, sense: Sense) -> bool:
    """Whether it is told of now or of what is to come; a phrase also as others report it."""
    helpers = clauses.auxiliaries(verb)
    quotation = actors.quotation(place)
    is_reported = quotation is not None and quotation.mode != "direct" and bool(sense.particles)
    if helpers & _PAST and not is_reported:
        return False
    is_now = clauses.tags[verb] in ("VBZ", "VBP") or clauses.tags[place] in ("VBZ", "VBP")
    is_told = is_now or is_reported or bool(helpers & _FUTURE)
    return is_told and (_is_feared(clauses, verb) or not is_supposed(clauses, verb))


def _is_feared(clauses: Clauses, verb: int) -> bool:
    """Whether somebody fears that a thing does it."""
    governor = clauses.low[clauses.heads[verb]]
    return clauses.relations[verb] == "ccomp" and governor in ("fear", "fears", "feared", "worry")
