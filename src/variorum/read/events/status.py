"""Whether an event happened, goes on, is planned, was called off, is denied or only supposed.

Read from the verb's form, and from the words that the event hangs on, up to the sentence's root:
"would not confirm the planned meeting", "agreed to hold talks on a ceasefire".
"""

from collections.abc import Mapping
from typing import Final

from variorum.read.events.cueing import (
    asked_before,
    cue_phrase,
    if_behind,
    is_asked,
    is_late,
    is_would,
    shares_helpers,
    verb_cue,
)
from variorum.read.events.grammar import Grammar
from variorum.read.events.judging import Judgement, compose, told_by
from variorum.read.events.lexicon import Cue, Cues
from variorum.read.events.status_words import (
    AHEAD,
    BEING,
    CALLED,
    ENDING,
    EXPECTED,
    HELD_AT,
    IF,
    LASTING,
    MOVING,
    ONCE,
    ONGOING,
    PARTS,
    PROVIDED,
    RESOLVING,
    SAYING_LITTLE,
    SCHEDULES,
    SET_BY_ANNOUNCEMENT,
    TAKES_PLACE,
    UNREAL,
)
from variorum.read.events.tenses import is_infinitive, tense_of
from variorum.read.events.triggers import is_definite, is_shown
from variorum.record.event import EventType

_DEEPEST: Final = 10
_DEFAULT: Final = Judgement("happened", "Nothing says otherwise", 0.6, told=False)
_COMMAND: Final = Judgement("hypothetical", "It is asked for", 0.6)


class Statuses:
    """The statuses of the words of one passage; each is worked out once."""

    def __init__(self, grammar: Grammar, cues: Cues, types: Mapping[int, EventType]) -> None:
        """`types`: those of the events by their words."""
        self._grammar = grammar
        self._cues = cues
        self._types = types
        self._known: dict[int, Judgement] = {}

    def of(self, word: int, depth: int = 0) -> Judgement:
        """The status of what a verb or noun tells of. `depth`: how many words up it was asked."""
        if word in self._known:
            return self._known[word]
        if depth > _DEEPEST:
            return _DEFAULT
        if self._grammar.is_verb(word):
            judged = self._clause(word, depth)
        else:
            judged = self._noun(word, depth)
        self._known[word] = judged
        return judged

    def _clause(self, verb: int, depth: int) -> Judgement:
        """The status of a verb: its own tense, or that which the word above it leaves it."""
        grammar = self._grammar
        judged = tense_of(grammar, verb)
        if judged is None or shares_helpers(self._grammar, verb):
            judged = self._without_tense(verb, depth)
        else:
            judged = self._reported(verb, judged, depth)
        return self._conditional(verb, judged, depth)

    def _conditional(self, verb: int, judged: Judgement, depth: int) -> Judgement:
        grammar = self._grammar
        for child in grammar.children(verb, "mark", "advmod"):
            text = grammar.words[child]
            if text in IF and not (text == "should" and depth):
                return told_by(grammar.printed(child), "hypothetical")
            if text in ONCE and not judged.told and grammar.relations[verb] == "advcl":
                above = self.of(grammar.heads[verb], depth + 1)
                if above.status in ("planned", "hypothetical"):
                    return above
        if judged.status in ("planned", "happened") and not (
            judged.status == "happened" and judged.told
        ):
            for clause in grammar.children(verb, "advcl"):
                for mark in grammar.children(clause, "mark"):
                    if grammar.words[mark] in ("if", "unless") and clause != verb:
                        return told_by(grammar.printed(mark), "hypothetical", 0.8)
        if judged.status == "planned" and is_would(grammar, verb) and if_behind(grammar, verb):
            return told_by("if", "hypothetical", 0.75)
        return self._provided(verb, judged)

    def _provided(self, verb: int, judged: Judgement) -> Judgement:
        """What is a condition of something else: "provided that the unions cancel the march"."""
        grammar = self._grammar
        head = grammar.heads[verb]
        if grammar.words[head] in PROVIDED and grammar.relations[verb] == "ccomp":
            return told_by(grammar.printed(head), "hypothetical", 0.8)
        return told_by("?", "hypothetical", 0.75) if is_asked(grammar, verb) else judged

    def _reported(self, verb: int, judged: Judgement, depth: int) -> Judgement:
        """A verb with a tense in what somebody says, denies, hopes or expects."""
        grammar = self._grammar
        if grammar.relations[verb] not in ("ccomp", "csubj", "acl"):
            return judged
        head = grammar.heads[verb]
        word = grammar.words[head]
        cue = self._cues.of("content", word) or (
            self._cues.of("clause", word) if not grammar.tags[head].startswith("VB") else None
        )
        above = self.of(head, depth + 1)
        if cue and cue.effect in ("denied", "hypothetical"):
            if cue.effect == "hypothetical" and judged.status == "happened" and judged.told:
                return judged
            return compose(cue.effect, cue_phrase(self._grammar, head), above)
        if above.status == "denied" and word in SAYING_LITTLE:
            return Judgement("hypothetical", above.reason, 0.75)
        is_past = grammar.tags[head] in ("VBD", "VBN", "NN")
        if judged.status == "hypothetical" and is_past and is_would(grammar, verb):
            return Judgement("planned", '"would" tells of a plan that was spoken of', 0.75)
        return judged

    def _without_tense(self, verb: int, depth: int) -> Judgement:
        """An infinitive, participle or gerund: what stands above it tells."""
        grammar = self._grammar
        head, relation = grammar.heads[verb], grammar.relations[verb]
        judged = self._governed(verb, head, relation, depth)
        negation = grammar.negation(verb)
        if negation is not None and judged.status != "denied":
            return told_by(grammar.printed(negation), "denied", 0.75)
        return judged

    def _governed(self, verb: int, head: int, relation: str, depth: int) -> Judgement:
        grammar = self._grammar
        if head == verb:
            asked = grammar.tags[verb] == "VB" and not grammar.children(verb, "nsubj")
            return _COMMAND if asked else _DEFAULT
        asking = asked_before(self._grammar, self._cues, verb)
        if asking is not None:
            head, relation = asking, "xcomp"
        above = self.of(head, depth + 1)
        if relation in ("acl", "nmod") and not grammar.is_verb(head):
            return self._of_noun(verb, head, above)
        return above if relation == "conj" else self._under_verb(verb, head, relation, above)

    def _under_verb(self, verb: int, head: int, relation: str, above: Judgement) -> Judgement:
        """An infinitive or gerund that hangs on a verb: "refused to meet", "after meeting"."""
        grammar = self._grammar
        mark = grammar.case(verb)
        if mark is not None and (cue := self._cues.of("preposition", grammar.words[mark])):
            return self._placed(cue, mark, above)
        if grammar.words[head] in BEING and grammar.words[head + 1 : head + 2] == ["to"]:
            return compose("planned", f"{grammar.printed(head)} to", above)
        return self._under_cue(verb, head, relation, above)

    def _under_cue(self, verb: int, head: int, relation: str, above: Judgement) -> Judgement:
        """What the verb above makes of an infinitive or gerund: "refused to meet"."""
        grammar, mark = self._grammar, self._grammar.case(verb)
        cue = verb_cue(self._grammar, self._cues, "clause", verb, head)
        if grammar.words[head] in ONGOING and above.status in AHEAD:
            return told_by(grammar.printed(head), "ongoing", 0.7)
        if mark is not None and grammar.words[mark] == "into":
            return above  # "pressured into resigning"
        meant = relation == "advcl" and (
            not is_infinitive(grammar, verb) or grammar.words[head] in CALLED
        )
        if cue is not None and not meant:
            return self._applied(cue, verb, head, above)
        moves = grammar.words[head] in MOVING
        if relation == "advcl" and is_infinitive(grammar, verb) and moves:
            return Judgement("planned", '"to" makes it what was meant', 0.55)
        return above._replace(sure=above.sure - 0.1)

    def _applied(self, cue: Cue, word: int, head: int, above: Judgement) -> Judgement:
        """What a verb, adjective or noun makes of the event that hangs on it."""
        grammar = self._grammar
        if cue.effect == "carry" or (cue.effect == "cancelled" and is_late(grammar, head)):
            return above
        if cue.effect == "fact":
            goes_on = grammar.words[head] in RESOLVING and above.status in AHEAD
            return told_by(grammar.printed(head), "ongoing", 0.7) if goes_on else _DEFAULT
        # A judge who dismisses a suit does not deny that there was one.
        is_suit = cue.effect == "denied" and self._types.get(word) == "ACCUSE"
        if is_suit or (cue.loose and is_definite(grammar, word)) or is_shown(grammar, word):
            return _DEFAULT
        if cue.effect != "planned-meeting":
            return compose(cue.effect, cue_phrase(grammar, head), above)
        is_set = grammar.words[word] in SET_BY_ANNOUNCEMENT or self._types.get(word) == "CONSULT"
        return compose("planned", cue_phrase(grammar, head), above) if is_set else above

    def _placed(self, cue: Cue, preposition: int, above: Judgement) -> Judgement:
        """An event that something lies before, after or amid."""
        word = self._grammar.printed(preposition)
        if cue.effect == "happened" and above.status in ("planned", "hypothetical"):
            return _DEFAULT
        if word.casefold() in ("before", "until", "till"):
            is_ahead = above.told and above.status in AHEAD
            return above._replace(sure=0.65) if is_ahead else _DEFAULT
        return told_by(word, cue.effect, 0.7)  # type: ignore[arg-type]

    def _noun(self, noun: int, depth: int) -> Judgement:
        """The status of an event that a noun names."""
        grammar = self._grammar
        own = self._beside(noun)
        for clause in grammar.children(noun, "acl:relcl", "acl"):
            own = own or self._told_in_clause(clause)
        governed = self._hanging(noun, depth)
        if own is None and not governed.told and grammar.words[noun] in LASTING:
            return self._lasting(noun, governed)
        if own is None or (governed.told and governed.status in ("cancelled", "denied")):
            return governed
        return own

    def _lasting(self, noun: int, judged: Judgement) -> Judgement:
        """A war or an inquiry that is spoken of in the present tense goes on."""
        grammar = self._grammar
        if not is_definite(grammar, noun):
            return judged
        for above in grammar.above(noun):
            if grammar.is_verb(above) and above not in self._types:
                told = tense_of(grammar, above)
                if told is not None and told.status == "happened" and not told.told:
                    return Judgement("ongoing", "Spoken of in the present tense", 0.5, told=False)
                return judged
        return judged

    def _hanging(self, noun: int, depth: int) -> Judgement:
        """What the word above a noun says of it."""
        grammar = self._grammar
        head, relation = grammar.heads[noun], grammar.relations[noun]
        if head == noun:
            return _DEFAULT
        above = self.of(head, depth + 1)
        if relation in ("conj", "appos"):
            return _DEFAULT if grammar.is_verb(head) else above
        if not grammar.is_verb(head):
            return self._of_noun(noun, head, above)
        return self._of_verb(noun, head, relation, above)

    def _beside(self, noun: int) -> Judgement | None:
        """What an article or adjective of the noun says: "no meeting", "the proposed visit"."""
        grammar = self._grammar
        for child in grammar.children(noun, "det", "amod", "advmod"):
            text = grammar.words[child]
            if text == "no":
                return told_by(grammar.printed(child), "denied")
            cue = self._cues.of("adjective", text)
            if cue is not None and grammar.words[child + 1 : child + 2] != ["of"]:
                return told_by(grammar.printed(child), cue.effect, 0.8)  # type: ignore[arg-type]
        return None

    def _told_in_clause(self, clause: int) -> Judgement | None:
        """A clause that hangs on the noun and cues it: "talks that were planned for Tuesday"."""
        grammar = self._grammar
        cue = self._cues.of("object", grammar.words[clause])
        passive = grammar.tags[clause] == "VBN" and not grammar.children(clause, "nsubj")
        if (
            cue
            and passive
            and cue.effect in ("planned", "cancelled", "hypothetical")
            and not cue.loose
        ):
            above = tense_of(grammar, clause)
            return compose(cue.effect, grammar.printed(clause), above or _DEFAULT)
        return None

    def _of_verb(self, noun: int, head: int, relation: str, above: Judgement) -> Judgement:
        """A noun that hangs on a verb."""
        grammar = self._grammar
        preposition = grammar.case(noun)
        if preposition is not None:
            cue = self._cues.of("preposition", grammar.words[preposition])
            if cue:
                return self._placed(cue, preposition, above)
        if relation == "nsubj":
            return self._as_subject(noun, head, above)
        if above.status == "denied" and grammar.words[head] in SAYING_LITTLE:
            return Judgement("hypothetical", above.reason, 0.7)
        return self._as_object(noun, head, relation, above)

    def _as_object(self, noun: int, head: int, relation: str, above: Judgement) -> Judgement:
        """What a verb says of the event that it is about: "cancelled the talks"."""
        grammar = self._grammar
        preposition = grammar.case(noun)
        if cue := verb_cue(self._grammar, self._cues, "object", noun, head):
            return self._applied(cue, noun, head, above)
        if cue := self._predicate_cue(head, relation):
            return self._applied(cue, noun, head, above)
        is_ahead = above.status == "planned" and self._types.get(noun) == "CONSULT"
        held = preposition is not None and grammar.words[preposition] in HELD_AT
        if not held or not is_ahead or not grammar.tags[head].startswith("VB"):
            return self._bare_noun(noun)
        return above._replace(sure=0.7)

    def _bare_noun(self, noun: int) -> Judgement:
        """A noun of which nothing is said: "progress on a deal" tells of none that is made."""
        grammar = self._grammar
        if self._types.get(noun) != "AGREE" or grammar.tags[noun] != "NN":
            return _DEFAULT
        articles = [grammar.words[child] for child in grammar.children(noun, "det")]
        if is_definite(grammar, noun) or articles not in ([], ["a"], ["an"]):
            return _DEFAULT
        return Judgement("hypothetical", "Nothing says that there is one", 0.5, told=False)

    def _predicate_cue(self, head: int, relation: str) -> Cue | None:
        """What "is expected", "are likely" say of their subject."""
        if relation not in ("nsubj:pass", "nsubj"):
            return None
        grammar = self._grammar
        behind = grammar.children(head, "xcomp")
        if behind and grammar.words[behind[0]] not in TAKES_PLACE:
            return None
        found = self._cues.of("clause", grammar.words[head])
        return found if found and found.effect in ("planned", "hypothetical") else None

    def _as_subject(self, noun: int, head: int, above: Judgement) -> Judgement:
        """What a verb says of the event that is its subject."""
        grammar = self._grammar
        word = grammar.words[head]
        if not grammar.tags[head].startswith("VB"):
            return self._of_predicate(noun, head, above)
        if word in ONGOING and not above.told:
            return told_by(grammar.printed(head), "ongoing")
        goes_on = word in ONGOING or word in ENDING
        if goes_on and above.status in AHEAD:
            return told_by(grammar.printed(head), "ongoing", 0.7)
        if word in TAKES_PLACE:
            return above
        if above.status in AHEAD and self._types.get(noun) == "CONSULT":
            return above._replace(status="planned", sure=0.6)
        cue = self._cues.of("clause", word)
        behind = [grammar.words[child] in TAKES_PLACE for child in grammar.children(head, "xcomp")]
        return self._applied(cue, noun, head, above) if cue and any(behind) else _DEFAULT

    def _of_predicate(self, noun: int, head: int, above: Judgement) -> Judgement:
        """What an adjective or noun says of its subject: "the talks are likely"."""
        word = self._grammar.words[head]
        cue = self._cues.of("adjective", word)
        if cue is None and word in EXPECTED:
            cue = self._cues.of("clause", word)
        if cue and cue.effect in ("planned", "hypothetical", "cancelled", "ongoing"):
            return compose(cue.effect, cue_phrase(self._grammar, head), above)
        if is_would(self._grammar, head) and not is_definite(self._grammar, noun):
            return told_by("would", "hypothetical", 0.75)
        return above if above.told and above.status in UNREAL else _DEFAULT

    def _of_noun(self, word: int, head: int, above: Judgement) -> Judgement:
        """An event that hangs on a noun: "plans for a visit", "the start of talks"."""
        grammar = self._grammar
        preposition = grammar.case(word)
        text = grammar.words[preposition] if preposition is not None else ""
        if text and (cue := self._cues.of("preposition", text)):
            return self._placed(cue, preposition or 0, above)
        cue = self._cues.of("noun", grammar.words[head])
        if cue is None:
            carries = text == "of" and above.told and grammar.words[head] in PARTS
            return above if carries else self._bare_noun(word)
        if above.status == "denied" and cue.loose:
            return _DEFAULT  # "no reason for the attack"
        if above.told and above.status in ("denied", "cancelled"):
            is_set = grammar.words[head] in SCHEDULES and above.status == "denied"
            return told_by(grammar.printed(head), "planned", 0.7) if is_set else above
        if not (cue.loose or text == "about") or not is_definite(grammar, word):
            effect = "hypothetical" if above.status == "hypothetical" else cue.effect
            return told_by(grammar.printed(head), effect, 0.75)  # type: ignore[arg-type]
        return _DEFAULT
