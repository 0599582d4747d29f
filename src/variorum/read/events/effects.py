"""What a verb, a noun or a preposition makes of the event that hangs on it."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from variorum.read.events.cueing import cue_phrase, is_late
from variorum.read.events.grammar import Grammar
from variorum.read.events.judging import Judgement, compose, told_by
from variorum.read.events.lexicon import Cue, Cues
from variorum.read.events.status_words import (
    AHEAD,
    BROUGHT,
    CLAIMS,
    HALTING,
    HOLDING,
    MEETINGS,
    OCCASIONS,
    PROOFS,
    RESOLVING,
    SET_BY_ANNOUNCEMENT,
    TURNING_DOWN,
    UNTRUE,
)
from variorum.read.events.tenses import mood_of
from variorum.read.events.triggers import is_definite, is_shown
from variorum.record.event import EventType

DEFAULT: Final = Judgement("happened", "Nothing says otherwise", 0.6, told=False)


class Scope(NamedTuple):
    """The words of a passage, the cues, and the types of its events by their words."""

    grammar: Grammar
    cues: Cues
    types: Mapping[int, EventType]


def is_occasion(scope: Scope, noun: int) -> bool:
    """Whether an event has a day of its own: a meeting, a debate, an election."""
    return scope.types.get(noun) == "CONSULT" or scope.grammar.words[noun] in OCCASIONS


_PLAN: Final = Cue("planned", loose=False)


def applied(scope: Scope, cue: Cue, word: int, head: int, above: Judgement) -> Judgement:
    """What a verb, adjective or noun with a cue makes of the event that hangs on it.

    `above`: what the sentence makes of the cue itself.
    """
    grammar = scope.grammar
    if cue.effect == "carry":
        return _carried(scope, cue, word, head, above)
    if cue.effect == "cancelled" and is_late(grammar, head):
        return above
    if cue.effect == "fact":
        goes_on = grammar.words[head] in RESOLVING and above.status in AHEAD
        return told_by(grammar.printed(head), "ongoing", 0.7) if goes_on else DEFAULT
    if cue.effect == "presence":
        return _attended(grammar, word, head, above)
    if cue.effect == "planned-meeting":
        is_set = grammar.words[word] in SET_BY_ANNOUNCEMENT or scope.types.get(word) == "CONSULT"
        return _composed(scope, _PLAN, word, head, above) if is_set else above
    return _composed(scope, cue, word, head, above)


def _composed(scope: Scope, cue: Cue, word: int, head: int, above: Judgement) -> Judgement:
    grammar = scope.grammar
    is_there = (cue.loose and is_definite(grammar, word)) or is_shown(grammar, word)
    if is_there or _presupposes(scope, cue, word, head):
        return DEFAULT
    return compose(cue.effect, cue_phrase(grammar, head), above)


def _presupposes(scope: Scope, cue: Cue, word: int, head: int) -> bool:
    """Whether what is dismissed, halted or left must have been there.

    Who rejects an offer was made one, a judge who dismisses a suit does not deny that there was
    one, who halts a war had one, and one can only leave a deal that there is.
    """
    grammar, of_type = scope.grammar, scope.types.get(word)
    if grammar.is_verb(word):
        return False
    if cue.effect == "denied":
        is_turned_down = grammar.words[head] in TURNING_DOWN and grammar.words[word] in BROUGHT
        return of_type == "ACCUSE" or is_turned_down
    if cue.effect != "cancelled":
        return False
    is_war = of_type == "ASSAULT" and grammar.words[head] in HALTING
    return is_war or (of_type == "AGREE" and is_definite(grammar, word))


def _carried(scope: Scope, cue: Cue, word: int, head: int, above: Judgement) -> Judgement:
    """What a verb that only holds or brings an event leaves it: "will hold talks"."""
    grammar = scope.grammar
    if grammar.is_verb(word) or not is_definite(grammar, word):
        return above
    if cue.loose or (above.status == "hypothetical" and not above.told):
        return DEFAULT
    held = grammar.words[word] in MEETINGS and grammar.words[head] in HOLDING
    if held and above.status == "hypothetical":
        return told_by(cue_phrase(grammar, head), "planned", 0.65)
    return above


def _attended(grammar: Grammar, noun: int, head: int, above: Judgement) -> Judgement:
    """What somebody attends, or not: it takes place whoever stays away."""
    if above.status in ("happened", "ongoing"):
        return above
    if above.status == "hypothetical" and not is_definite(grammar, noun):
        return above
    mood = mood_of(grammar, head)
    if above.status in AHEAD or (mood is not None and mood.status in AHEAD):
        return told_by(cue_phrase(grammar, head), "planned", 0.65)
    return DEFAULT


def placed(scope: Scope, cue: Cue, event: int, preposition: int, above: Judgement) -> Judgement:
    """An event that something lies before, after or amid, or that is missing."""
    word = scope.grammar.printed(preposition)
    if cue.effect == "denied" and is_definite(scope.grammar, event):
        return DEFAULT
    if cue.effect == "happened" and above.status in AHEAD:
        return DEFAULT
    if word.casefold() in ("before", "until", "till"):
        is_ahead = above.told and above.status in AHEAD
        return above._replace(sure=0.65) if is_ahead else DEFAULT
    return told_by(word, cue.effect, 0.7)  # type: ignore[arg-type]


def is_claim_denied(scope: Scope, noun: int, above: Judgement) -> bool:
    """Whether somebody denies what is claimed, or there is no proof of it.

    "rejected claims that", "there is no evidence that". `above`: what the sentence makes of the
    noun.
    """
    grammar = scope.grammar
    if grammar.words[noun] in PROOFS:
        return above.status == "denied"
    if grammar.words[noun] not in CLAIMS:
        return False
    head = grammar.heads[noun]
    if grammar.relations[noun].startswith("nsubj") and grammar.words[head] in UNTRUE:
        return grammar.negation(head) is None  # "Reports that it fell are false."
    cue = scope.cues.of("object", grammar.words[head])
    is_object = grammar.relations[noun] in ("obj", "nsubj:pass")
    return above.status == "denied" or (cue is not None and cue.effect == "denied" and is_object)
