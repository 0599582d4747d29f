"""Whether an event happened, goes on, is planned, was called off, is denied or only supposed.

Read from the verb's form, and from the words that the event hangs on, up to the sentence's root:
"would not confirm the planned meeting", "agreed to hold talks on a ceasefire".
"""

from collections.abc import Mapping
from typing import Final

from variorum.read.events.clauses import kept_from
from variorum.read.events.cueing import (
    asked_before,
    cue_phrase,
    if_behind,
    is_asked,
    is_would,
    shares_helpers,
    verb_cue,
)
from variorum.read.events.effects import DEFAULT, Scope, applied, is_claim_denied, placed
from variorum.read.events.grammar import Grammar
from variorum.read.events.judging import Judgement, compose, told_by
from variorum.read.events.lexicon import Cues
from variorum.read.events.nouns import beside, lasting, of_noun, of_verb, told_in_clause
from variorum.read.events.phrases import (
    is_inverted,
    lasts_since,
    not_done,
    noun_between,
    tells_of_all,
    wished_for,
)
from variorum.read.events.status_words import (
    AHEAD,
    BEING,
    CALLED,
    HOW,
    IF,
    LASTING,
    MOVING,
    ONCE,
    ONGOING,
    ONLY_THEN,
    PROVIDED,
    SAYING_LITTLE,
    STAYING,
    TALKING,
)
from variorum.read.events.tenses import is_infinitive, tense_of
from variorum.read.events.unfulfilled import came_to_nothing, held_now, not_quite, unfulfilled
from variorum.record.event import EventType

_DEEPEST: Final = 10
_DOING: Final = ("CONSULT", "PROTEST", "ASSAULT", "COERCE")
"""Types of what somebody may be "in" or "on"."""

_COMMAND: Final = Judgement("hypothetical", "It is asked for", 0.6)


class Statuses:
    """The statuses of the words of one passage; each is worked out once."""

    def __init__(self, grammar: Grammar, cues: Cues, types: Mapping[int, EventType]) -> None:
        """`types`: those of the events by their words."""
        self._grammar = grammar
        self._cues = cues
        self._scope = Scope(grammar, cues, types)
        self._known: dict[int, Judgement] = {}

    def of(self, word: int, depth: int = 0) -> Judgement:
        """The status of what a verb or noun tells of. `depth`: how many words up it was asked."""
        if word in self._known:
            return self._known[word]
        if depth > _DEEPEST:
            return DEFAULT
        if self._grammar.is_verb(word):
            judged = self._clause(word, depth)
            if depth == 0 and judged.status == "happened" and not_done(self._grammar, word):
                judged = told_by("no", "denied", 0.75)
        else:
            judged = self._noun(word, depth)
        self._known[word] = judged
        return judged

    def _clause(self, verb: int, depth: int) -> Judgement:
        """The status of a verb: its own tense, or that which the word above it leaves it."""
        grammar = self._grammar
        if judged := unfulfilled(grammar, verb) or self._at_it(verb):
            return judged
        judged = tense_of(grammar, verb)
        if judged is None or shares_helpers(self._grammar, verb):
            judged = self._without_tense(verb, depth)
        elif (denied := self._disowned(verb, depth)) is not None:
            judged = denied
        else:
            judged = self._reported(verb, judged, depth)
        if judged.status == "happened" and (almost := not_quite(grammar, verb)):
            judged = told_by(almost, "denied", 0.75)
        if judged.status == "planned" and (turn := came_to_nothing(grammar, verb)):
            judged = told_by(turn, "cancelled", 0.65)
        if judged.status == "happened" and (words := lasts_since(self._grammar, verb)):
            judged = told_by(words, "ongoing", 0.7)
        return self._conditional(verb, judged, depth)

    def _at_it(self, noun: int) -> Judgement | None:
        """What somebody is at: "are on strike", "is in talks"."""
        if self._scope.types.get(noun) not in _DOING or self._grammar.tags[noun][:2] != "NN":
            return None
        words = held_now(self._grammar, noun)
        return told_by(words, "ongoing", 0.75) if words else None

    def _disowned(self, verb: int, depth: int) -> Judgement | None:
        """What somebody denies to have done: "denied having met the envoy"."""
        grammar, head = self._grammar, self._grammar.heads[verb]
        helpers = grammar.children(verb, "aux")
        if head == verb or not helpers or grammar.words[helpers[0]] != "having":
            return None
        cue = verb_cue(grammar, self._cues, "clause", verb, head)
        if cue is None or cue.effect != "denied":
            return None
        return compose("denied", cue_phrase(grammar, head), self.of(head, depth + 1))

    def _conditional(self, verb: int, judged: Judgement, depth: int) -> Judgement:
        grammar = self._grammar
        if is_inverted(grammar, verb):
            return told_by("had", "hypothetical")
        if marked := self._marked(verb, judged, depth):
            return marked
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

    def _marked(self, verb: int, judged: Judgement, depth: int) -> Judgement | None:
        """What "if", "once" and the like before a clause make of it."""
        grammar = self._grammar
        for child in grammar.children(verb, "mark", "advmod"):
            text = grammar.words[child]
            if text in IF and not (text == "should" and depth):
                return told_by(grammar.printed(child), "hypothetical")
            if text in ONLY_THEN and self._waits_for(verb, depth):
                return told_by(grammar.printed(child), "hypothetical", 0.75)
            if text in ONCE and not judged.told and grammar.relations[verb] == "advcl":
                above = self.of(grammar.heads[verb], depth + 1)
                if above.status in ("planned", "hypothetical"):
                    return above
        return None

    def _waits_for(self, verb: int, depth: int) -> bool:
        """Whether a clause tells what must come first: "would leave once they had paid"."""
        grammar, head = self._grammar, self._grammar.heads[verb]
        if grammar.relations[verb] != "advcl" or not is_would(grammar, head):
            return False
        helpers = [grammar.words[one] for one in grammar.children(verb, "aux", "aux:pass", "cop")]
        is_past = grammar.tags[verb] == "VBD" or helpers[:1] in (["had"], ["was"], ["were"])
        return is_past and self.of(head, depth + 1).status in (*AHEAD, "denied")

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
        is_that = any(grammar.words[one] == "that" for one in grammar.children(verb, "mark"))
        is_that = is_that or grammar.words[head + 1 : head + 2] == ["that"]
        if is_that and is_claim_denied(self._scope, head, above):
            return told_by(cue_phrase(grammar, grammar.heads[head]), "denied", 0.8)
        if cue and cue.effect in ("denied", "hypothetical"):
            if cue.effect == "hypothetical" and judged.status == "happened" and judged.told:
                return judged
            return compose(cue.effect, cue_phrase(self._grammar, head), above)
        return self._unsaid(verb, judged, above)

    def _unsaid(self, verb: int, judged: Judgement, above: Judgement) -> Judgement:
        """What somebody would not confirm, or said that would be."""
        grammar, head = self._grammar, self._grammar.heads[verb]
        asks_how = any(grammar.words[one] in HOW for one in grammar.children(verb, "advmod"))
        if above.status == "denied" and grammar.words[head] in SAYING_LITTLE and not asks_how:
            return Judgement("hypothetical", above.reason, 0.75)
        is_past = grammar.tags[head] in ("VBD", "VBN", "NN", "VBG", "VBZ")
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
            return _COMMAND if asked else DEFAULT
        asking = asked_before(self._grammar, self._cues, verb)
        if asking is not None:
            head, relation = asking, "xcomp"
        between = noun_between(grammar, self._cues, verb, head)
        if between is not None:
            return of_noun(self._scope, verb, between, self.of(between, depth + 1))
        if grammar.words[head] in TALKING and is_infinitive(grammar, verb):
            return told_by(f"{grammar.printed(head)} to", "hypothetical", 0.7)
        if (kept := kept_from(grammar, verb)) is not None:
            return compose("denied", grammar.printed(kept), self.of(kept, depth + 1))
        above = self.of(head, depth + 1)
        if relation in ("acl", "nmod") and not grammar.is_verb(head):
            return of_noun(self._scope, verb, head, above)
        return above if relation == "conj" else self._under_verb(verb, head, relation, above)

    def _under_verb(self, verb: int, head: int, relation: str, above: Judgement) -> Judgement:
        """An infinitive or gerund that hangs on a verb: "refused to meet", "after meeting"."""
        grammar = self._grammar
        mark = grammar.case(verb)
        if mark is not None and (cue := self._cues.of("preposition", grammar.words[mark])):
            return placed(self._scope, cue, verb, mark, above)
        if tells_of_all(grammar, verb) and above.status in ("denied", "cancelled"):
            return DEFAULT
        if above.status == "happened" and wished_for(grammar, verb, head):
            return told_by("for … to", "hypothetical", 0.65)
        if grammar.words[head] in BEING and grammar.words[head + 1 : head + 2] == ["to"]:
            return compose("planned", f"{grammar.printed(head)} to", above)
        return self._under_cue(verb, head, relation, above)

    def _under_cue(self, verb: int, head: int, relation: str, above: Judgement) -> Judgement:
        """What the verb above makes of an infinitive or gerund: "refused to meet"."""
        grammar, mark = self._grammar, self._grammar.case(verb)
        cue = verb_cue(self._grammar, self._cues, "clause", verb, head)
        is_left = grammar.tags[verb] in ("VBN", "JJ") and grammar.words[head] in STAYING
        if is_left and above.status in ("happened", "planned", "ongoing"):
            return told_by(grammar.printed(head), "ongoing", 0.75)
        if goes_on := self._going_on(head, above):
            return goes_on
        if mark is not None and grammar.words[mark] == "into":
            return above  # "pressured into resigning"
        is_object = grammar.tags[verb] == "VBG" and grammar.words[verb - 1] == "out"
        meant = relation == "advcl" and (
            not (is_infinitive(grammar, verb) or is_object) or grammar.words[head] in CALLED
        )
        if cue is not None and not meant:
            return applied(self._scope, cue, verb, head, above)
        moves = grammar.words[head] in MOVING
        if relation == "advcl" and is_infinitive(grammar, verb) and moves:
            return Judgement("planned", '"to" makes it what was meant', 0.55)
        return above._replace(sure=above.sure - 0.1)

    def _going_on(self, head: int, above: Judgement) -> Judgement | None:
        """What "continue to" says of what hangs on it."""
        grammar = self._grammar
        if grammar.words[head] not in ONGOING:
            return None
        was_going_on = grammar.tags[head] == "VBG" and bool(grammar.children(head, "aux"))
        is_past = above.status == "happened" and (was_going_on or not above.told)
        if above.status in AHEAD or is_past:
            return told_by(grammar.printed(head), "ongoing", 0.75 if is_past else 0.7)
        return None

    def _noun(self, noun: int, depth: int) -> Judgement:
        """The status of an event that a noun names."""
        grammar = self._grammar
        if judged := self._at_it(noun):
            return judged
        own = beside(self._scope, noun)
        for clause in grammar.children(noun, "acl:relcl", "acl"):
            own = own or told_in_clause(self._scope, clause)
        governed = self._hanging(noun, depth)
        if own is None and not governed.told and grammar.words[noun] in LASTING:
            return lasting(self._scope, noun, governed)
        if own is None or (governed.told and governed.status in ("cancelled", "denied")):
            return governed
        return own

    def _hanging(self, noun: int, depth: int) -> Judgement:
        """What the word above a noun says of it."""
        grammar = self._grammar
        head, relation = grammar.heads[noun], grammar.relations[noun]
        if head == noun:
            return DEFAULT
        between = noun_between(grammar, self._cues, noun, head)
        if between is not None:
            return of_noun(self._scope, noun, between, self.of(between, depth + 1))
        above = self.of(head, depth + 1)
        if relation in ("conj", "appos"):
            return DEFAULT if grammar.is_verb(head) else above
        if not grammar.is_verb(head):
            return of_noun(self._scope, noun, head, above)
        return of_verb(self._scope, noun, head, above)
