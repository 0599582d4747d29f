"""What the words around a noun say of the event that it names: beside, above and below it."""

from collections.abc import Callable
from typing import Final

from variorum.read.events.cueing import cue_phrase, is_would, verb_cue
from variorum.read.events.effects import (
    DEFAULT,
    Scope,
    applied,
    is_claim_denied,
    is_occasion,
    placed,
)
from variorum.read.events.judging import Judgement, compose, told_by
from variorum.read.events.lexicon import Cue
from variorum.read.events.phrases import (
    going_on,
    is_off,
    is_shelved,
    said_behind,
    said_besides,
)
from variorum.read.events.status_words import (
    AHEAD,
    ENDING,
    EXPECTED,
    HELD_AT,
    LASTED,
    MATTERS,
    ONGOING,
    PARTS,
    REMAINING,
    SAYING_LITTLE,
    SCHEDULES,
    SOON,
    TAKES_PLACE,
    UNREAL,
)
from variorum.read.events.tenses import tense_of
from variorum.read.events.triggers import is_definite
from variorum.read.events.unfulfilled import is_spared, looks_back

_FIRM: Final = 0.8
"""Surer judgements are those that a verb's own past tense tells."""

Rule = Callable[[Scope, int, int, Judgement], Judgement | None]
"""What a verb says of a noun that hangs on it, given what the sentence says of the verb."""


def beside(scope: Scope, noun: int) -> Judgement | None:
    """What an article or adjective of the noun says: "no meeting", "the proposed visit"."""
    grammar = scope.grammar
    for last in (noun + 1, noun + 2):
        hangs = last < len(grammar.words) and grammar.relations[last] in ("nmod", "acl", "amod")
        if hangs and (phrase := going_on(grammar, last)):
            return told_by(phrase, "ongoing", 0.75)
    for child in grammar.children(noun, "det", "amod", "advmod"):
        text = grammar.words[child]
        if text == "no":
            return told_by(grammar.printed(child), "denied")
        cue = scope.cues.of("adjective", text)
        if cue is not None and grammar.words[child + 1 : child + 2] != ["of"]:
            return told_by(grammar.printed(child), cue.effect, 0.8)  # type: ignore[arg-type]
    return None


def told_in_clause(scope: Scope, clause: int) -> Judgement | None:
    """A clause that hangs on the noun and cues it: "talks that were planned for Tuesday"."""
    grammar = scope.grammar
    helpers = [grammar.words[one] for one in grammar.children(clause, "aux")]
    if grammar.words[clause] in LASTED and helpers[:1] in (["has"], ["have"]):
        return told_by(grammar.printed(clause), "ongoing", 0.75)
    cue = scope.cues.of("object", grammar.words[clause])
    passive = grammar.tags[clause] == "VBN" and not grammar.children(clause, "nsubj")
    if cue and passive and not cue.loose and cue.effect in ("planned", "cancelled", "hypothetical"):
        above = tense_of(grammar, clause)
        return compose(cue.effect, grammar.printed(clause), above or DEFAULT)
    return None


def lasting(scope: Scope, noun: int, judged: Judgement) -> Judgement:
    """A war or an inquiry that is spoken of in the present tense goes on."""
    grammar = scope.grammar
    if not is_definite(grammar, noun):
        return judged
    for above in grammar.above(noun):
        if grammar.is_verb(above) and above not in scope.types:
            told = tense_of(grammar, above)
            if told is not None and told.status == "happened" and not told.told:
                return Judgement("ongoing", "Spoken of in the present tense", 0.5, told=False)
            return judged
    return judged


def of_verb(scope: Scope, noun: int, head: int, above: Judgement) -> Judgement:
    """The status of a noun that hangs on a verb."""
    grammar = scope.grammar
    preposition = grammar.case(noun)
    if preposition is not None:
        cue = scope.cues.of("preposition", grammar.words[preposition])
        if cue:
            return placed(scope, cue, noun, preposition, above)
        if open_to := _open_to(scope, preposition, head, above):
            return open_to
    rules = _OF_SUBJECTS if grammar.relations[noun] == "nsubj" else _OF_OBJECTS
    for rule in rules:
        judged = rule(scope, noun, head, above)
        if judged is not None:
            return judged
    return DEFAULT


def _open_to(scope: Scope, preposition: int, head: int, above: Judgement) -> Judgement | None:
    """What somebody is open to, ready for: "is open to a meeting"."""
    grammar = scope.grammar
    is_adjective = grammar.tags[head].startswith("JJ") and grammar.words[preposition] in _FOR
    cue = scope.cues.of("noun", grammar.words[head]) if is_adjective else None
    if cue is None or cue.effect != "hypothetical" or above.status == "denied":
        return None
    return told_by(f"{grammar.printed(head)} {grammar.printed(preposition)}", "hypothetical", 0.75)


_FOR: Final = ("to", "for")


def _unsaid(scope: Scope, noun: int, head: int, above: Judgement) -> Judgement | None:
    """What somebody would not confirm may be; who will not comment on an arrest knows of it."""
    grammar = scope.grammar
    if above.status != "denied" or grammar.words[head] not in SAYING_LITTLE:
        return None
    if grammar.words[head] == "comment" and is_definite(grammar, noun):
        return DEFAULT
    return Judgement("hypothetical", above.reason, 0.7)


def _put_off(scope: Scope, noun: int, head: int, above: Judgement) -> Judgement | None:
    """What several words call off: "put the talks on hold", "was scheduled but was cancelled"."""
    grammar = scope.grammar
    relation = grammar.relations[noun]
    if relation in ("obj", "nsubj:pass") and is_shelved(grammar, head):
        return compose("cancelled", f"{grammar.printed(head)} on hold", above)
    if relation == "nsubj:pass" and (found := said_besides(grammar, scope.cues, head)):
        return told_by(cue_phrase(grammar, found[0]), "cancelled")
    return None


def _asked_for(scope: Scope, noun: int, head: int, above: Judgement) -> Judgement | None:
    """What is asked to be made of an event: "called for the vote to be delayed"."""
    grammar = scope.grammar
    found = said_behind(grammar, scope.cues, noun, head)
    if found is None:
        return None
    asked, cue = found
    governing = verb_cue(grammar, scope.cues, "object", noun, head)
    clause = scope.cues.of("clause", grammar.words[head])
    is_wish = any(one is not None and one.effect == "hypothetical" for one in (governing, clause))
    if cue.effect == "cancelled":
        wish = Judgement("hypothetical", f'"{cue_phrase(grammar, head)}" asks for it')
        return compose("cancelled", cue_phrase(grammar, asked), wish if is_wish else above)
    if cue.effect == "carry" and is_definite(grammar, noun) and is_wish:
        return told_by(cue_phrase(grammar, head), "planned", 0.65)
    return applied(scope, governing or cue, noun, head, above)


def _spared(scope: Scope, noun: int, head: int, _above: Judgement) -> Judgement | None:
    """What was only just escaped, or came as it had been foreseen."""
    if is_spared(scope.grammar, noun, head):
        return told_by(f"narrowly {scope.grammar.printed(head)}", "cancelled", 0.75)
    if looks_back(scope.grammar, noun, head):
        return Judgement("happened", "It is looked back on", 0.7)
    return None


def _cued(scope: Scope, noun: int, head: int, above: Judgement) -> Judgement | None:
    """What a cue says of its object: "cancelled the talks", "talks are expected"."""
    cue = verb_cue(scope.grammar, scope.cues, "object", noun, head)
    cue = cue or _predicate_cue(scope, noun, head)
    return applied(scope, cue, noun, head, above) if cue else None


def _predicate_cue(scope: Scope, noun: int, head: int) -> Cue | None:
    """What "is expected", "are likely" say of their subject."""
    grammar = scope.grammar
    behind = grammar.children(head, "xcomp")
    if grammar.relations[noun] != "nsubj:pass" or (
        behind and grammar.words[behind[0]] not in TAKES_PLACE
    ):
        return None
    found = scope.cues.of("clause", grammar.words[head])
    return found if found and found.effect in AHEAD else None


def _supposed(scope: Scope, noun: int, head: int, above: Judgement) -> Judgement | None:
    """A noun of what only would be: "could bring a war", "sanctions would hurt"."""
    grammar = scope.grammar
    is_any = not is_definite(grammar, noun) and grammar.tags[noun] == "NNS"
    if is_any and is_would(grammar, head) and grammar.relations[noun] == "nsubj":
        return told_by("would", "hypothetical", 0.65)
    if above.status != "hypothetical" or not above.told:
        return None
    articles = [grammar.words[one] for one in grammar.children(noun, "det")]
    hangs = grammar.relations[noun] in ("obj", "nsubj", "nsubj:pass")
    if hangs and articles in (["a"], ["an"]):
        return above._replace(sure=0.65)
    case = grammar.case(noun)
    by_it = case is not None and grammar.words[case] in _MEANS
    at_it = case is not None and grammar.words[case] == "in" and is_occasion(scope, noun)
    is_bare = not articles and is_any and grammar.relations[noun] == "obl"
    by_it = by_it or (at_it and is_bare)
    return above._replace(sure=0.6) if by_it and (is_bare or articles in (["a"], ["an"])) else None


_MEANS: Final = frozenset("through by via to into".split())


def _at_it(scope: Scope, noun: int, head: int, above: Judgement) -> Judgement | None:
    """What somebody is in or will be at: "remain in talks", "will speak at the debate"."""
    grammar = scope.grammar
    case = grammar.case(noun)
    text = grammar.words[case] if case is not None else ""
    is_in = grammar.words[head] in REMAINING or bool(grammar.children(noun, "cop"))
    if text == "in" and is_in and above.status == "happened":
        if scope.types.get(noun) == "CONSULT":
            return told_by(f"in {grammar.printed(noun)}", "ongoing", 0.75)
        return None
    is_ahead = above.status == "planned" and is_occasion(scope, noun)
    held = text in HELD_AT and grammar.tags[head].startswith("VB")
    comes_of_it = text == "with" and grammar.words[noun] in _COSTS and above.status in AHEAD
    if comes_of_it and above.told:  # "will close, with the loss of 400 jobs"
        return above._replace(sure=0.65)
    return above._replace(sure=0.7) if held and is_ahead else None


_COSTS: Final = frozenset("loss losses death deaths damage redundancies layoffs cuts".split())


def _bare_object(scope: Scope, noun: int, _head: int, _above: Judgement) -> Judgement:
    return bare_noun(scope, noun)


def bare_noun(scope: Scope, noun: int) -> Judgement:
    """A noun of which nothing is said: "progress on a deal" tells of none that is made."""
    grammar = scope.grammar
    is_subject = grammar.relations[noun].startswith("nsubj")
    if scope.types.get(noun) != "AGREE" or grammar.tags[noun] != "NN" or is_subject:
        return DEFAULT
    articles = [grammar.words[child] for child in grammar.children(noun, "det")]
    if is_definite(grammar, noun) or articles not in ([], ["a"], ["an"]):
        return DEFAULT
    return Judgement("hypothetical", "Nothing says that there is one", 0.5, told=False)


_OF_OBJECTS: Final[tuple[Rule, ...]] = (
    _unsaid, _put_off, _spared, _asked_for, _cued, _supposed, _at_it, _bare_object,
)  # fmt: skip


def _going_on(scope: Scope, _noun: int, head: int, above: Judgement) -> Judgement | None:
    """A subject that is under way, or off."""
    if above.status not in ("happened", "ongoing"):
        return None
    if phrase := going_on(scope.grammar, head):
        return told_by(phrase, "ongoing", 0.8)
    is_over = is_off(scope.grammar, head)
    return told_by(scope.grammar.printed(head), "cancelled", 0.8) if is_over else None


def _of_predicate(scope: Scope, noun: int, head: int, above: Judgement) -> Judgement | None:
    """What an adjective or noun says of its subject: "the talks are likely"."""
    grammar = scope.grammar
    if grammar.tags[head].startswith("VB"):
        return None
    word = grammar.words[head]
    cue = scope.cues.of("adjective", word)
    if cue is None and word in EXPECTED:
        cue = scope.cues.of("clause", word)
    if cue and cue.effect in ("planned", "hypothetical", "cancelled", "ongoing"):
        return compose(cue.effect, cue_phrase(grammar, head), above)
    if word == "subject" and grammar.words[head + 1 : head + 2] == ["to"]:
        return told_by("subject to", "planned", 0.7)
    if is_would(grammar, head) and not is_definite(grammar, noun):
        return told_by("would", "hypothetical", 0.75)
    return above if above.told and above.status in UNREAL else _told(scope, noun, head, above)


def _takes_place(scope: Scope, noun: int, head: int, above: Judgement) -> Judgement | None:
    """What a verb says of whether its subject is held: "the talks will begin"."""
    grammar = scope.grammar
    word = grammar.words[head]
    if (word in ONGOING or word in ENDING) and above.status in AHEAD:
        return told_by(grammar.printed(head), "ongoing", 0.7)
    if word in _LASTS and is_definite(grammar, noun) and is_would(grammar, head):
        return told_by(grammar.printed(head), "ongoing", 0.6)
    if word in TAKES_PLACE:
        return _called_off(scope, head, above)
    if above.status in AHEAD and is_occasion(scope, noun):
        return above._replace(status="planned", sure=0.6)
    cue = scope.cues.of("clause", word)
    behind = [grammar.words[child] in TAKES_PLACE for child in grammar.children(head, "xcomp")]
    return applied(scope, cue, noun, head, above) if cue and any(behind) else None


def _called_off(scope: Scope, head: int, above: Judgement) -> Judgement:
    """What was to be held and is not: "will not take place", "did not go ahead".

    That it "did not take place" may deny that it ever was to.
    """
    grammar = scope.grammar
    helpers = {grammar.words[one] for one in grammar.children(head, "aux")}
    ahead = grammar.words[head + 1 : head + 2] in (["ahead"], ["forward"])
    is_held = grammar.words[head] in _PROCEED or (grammar.words[head] in _GO and ahead)
    if above.status != "denied" or not (is_held or helpers & _WILL):
        return above
    return above._replace(status="cancelled", sure=min(above.sure, 0.8))


_GO: Final = frozenset("go goes going gone went".split())
_PROCEED: Final = frozenset("proceed proceeds proceeded".split())
_WILL: Final = frozenset("will wo 'll ’ll shall".split())

_LASTS: Final = ("last", "continue", "remain")


def _told(scope: Scope, noun: int, head: int, above: Judgement) -> Judgement:
    """A meeting of which a sentence tells in the past tense what it did has been held."""
    is_past = above.status == "happened" and above.told and above.sure > _FIRM
    is_main = scope.grammar.heads[head] == head
    if is_past and is_main and is_occasion(scope, noun):
        return Judgement("happened", above.reason, 0.7)
    return DEFAULT


_OF_SUBJECTS: Final[tuple[Rule, ...]] = (
    _going_on, _supposed, _of_predicate, _takes_place, _told,
)  # fmt: skip


def of_noun(scope: Scope, word: int, head: int, above: Judgement) -> Judgement:
    """An event that hangs on a noun: "plans for a visit", "the start of talks".

    `above`: what the sentence says of that noun.
    """
    grammar = scope.grammar
    preposition = grammar.case(word)
    text = grammar.words[preposition] if preposition is not None else ""
    if text and (cue := scope.cues.of("preposition", text)):
        return placed(scope, cue, word, preposition or 0, above)
    if is_claim_denied(scope, head, above):
        return told_by(cue_phrase(grammar, grammar.heads[head]), "denied", 0.75)
    cue = scope.cues.of("noun", grammar.words[head])
    if cue is None:
        carries = text == "of" and above.told and grammar.words[head] in PARTS
        return above if carries else _bare(scope, word, head, text)
    if text in MATTERS and cue.effect == "planned":
        return bare_noun(scope, word)  # "a plan on the shutdown"
    return _of_cue(scope, cue, word, (head, text), above)


def _of_cue(
    scope: Scope, cue: Cue, word: int, hanging: tuple[int, str], above: Judgement
) -> Judgement:
    """What a noun that is a cue says; `hanging`: that noun, and the preposition behind it."""
    grammar, (head, text) = scope.grammar, hanging
    if above.status == "denied" and cue.loose:
        return DEFAULT  # "no reason for the attack"
    if above.told and above.status in ("denied", "cancelled"):
        is_set = grammar.words[head] in SCHEDULES and above.status == "denied"
        return told_by(grammar.printed(head), "planned", 0.7) if is_set else above
    if (cue.loose or text == "about") and is_definite(grammar, word):
        return DEFAULT
    effect = "hypothetical" if above.status == "hypothetical" else cue.effect
    sure = 0.65 if grammar.words[head] in SOON else 0.75
    return told_by(grammar.printed(head), effect, sure)  # type: ignore[arg-type]


def _bare(scope: Scope, word: int, head: int, text: str) -> Judgement:
    """What hangs on a noun that says nothing of it: "the courage to resign"."""
    if text != "to" or not scope.grammar.is_verb(word):
        return bare_noun(scope, word)
    if scope.grammar.words[head] == "time":
        return told_by("time to", "hypothetical", 0.75)
    return Judgement("hypothetical", "Nothing says that it was done", 0.55, told=False)
