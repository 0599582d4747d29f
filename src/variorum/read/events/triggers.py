"""The words of a passage that may tell of an event."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from variorum.read.encoder.window import Words
from variorum.read.events.clauses import qualified
from variorum.read.events.grammar import Grammar
from variorum.read.events.lexicon import NO_EVENT, Lexicon, Trigger
from variorum.read.events.status_words import STAYING
from variorum.read.lexicon import CALENDAR
from variorum.record.event import EventType

_LONGEST: Final = 3
_DEFINITE: Final = frozenset("the this that these those his her its their our my".split())


class Found(NamedTuple):
    """A trigger in the text: the word that the tree knows it by, all its words, what it is."""

    head: int
    words: Words
    trigger: Trigger
    is_verb: bool

    @property
    def type(self) -> EventType:
        """Its type; what is no event is never found."""
        return "OTHER" if self.trigger.type == "-" else self.trigger.type


def find_triggers(grammar: Grammar, lexicon: Lexicon, names: Collection[int]) -> list[Found]:
    """The triggers of a passage in order. `names`: the words that stand in names of somebody."""
    return list(_found(grammar, lexicon, names))


def _found(grammar: Grammar, lexicon: Lexicon, names: Collection[int]) -> Iterator[Found]:
    for place, word in enumerate(grammar.words):
        if not (word in lexicon.verbs or word in lexicon.nouns or word in _STATES):
            continue
        tag = grammar.tags[place]
        if word in _STATES and is_state(grammar, place):
            yield Found(place, (place, place + 1), _STATES[word], is_verb=True)
        elif is_act(grammar, place):
            if word in lexicon.verbs and (found := _verb(grammar, lexicon.verbs[word], place)):
                yield found
        elif (
            tag.startswith(("NN", "VBG"))
            and word in lexicon.nouns
            and _is_plain(grammar, place, names)
        ):
            found = _noun(grammar, lexicon.nouns[word], place)
            if found and not _modifies(grammar, place):
                yield found


def is_act(grammar: Grammar, place: int) -> bool:
    """Whether a word is a verb, whatever it was taken for."""
    if grammar.tags[place].startswith("VB"):
        return not grammar.is_named_act(place)
    return grammar.is_mistaken_noun(place) or grammar.is_mistaken_gerund(place)


_STATES: Final = {
    state: Trigger(label, "OTHER", "intransitive", "weak", ())
    for state, label in {
        "dead": "die", "shut": "close", "closed": "close", "idle": "halt", "stranded": "strand",
        "missing": "disappear", "homeless": "displace", "adrift": "strand", "shuttered": "close",
    }.items()
}  # fmt: skip
"""Adjectives of what an event leaves behind it: "twelve people are dead", "the mine is idle"."""


def is_state(grammar: Grammar, word: int) -> bool:
    """Whether an adjective is said of its subject: "are dead", "stayed shut"."""
    if grammar.tags[word] not in ("JJ", "RB") or not grammar.children(word, "cop"):
        is_left = grammar.relations[word] == "xcomp" and grammar.tags[word] in ("JJ", "RB")
        return is_left and grammar.words[grammar.heads[word]] in STAYING
    return bool(grammar.children(word, "nsubj"))


def _is_plain(grammar: Grammar, place: int, names: Collection[int]) -> bool:
    """Whether a noun is no name and no month: "March"."""
    if place in names:
        return False
    return not (grammar.printed(place)[0].isupper() and grammar.words[place] in CALENDAR)


def _verb(grammar: Grammar, triggers: Sequence[Trigger], place: int) -> Found | None:
    following = tuple(grammar.words[place + 1 : place + _LONGEST])
    particles = [grammar.words[one] for one in particles_of(grammar, place)]
    # "turned it back": the tree takes the particle for an adverb.
    is_split = bool(following) and following[0] in _SPLITTING
    behind = following[1:2] if is_split else None
    for trigger in triggers:
        size = len(trigger.beside)
        if trigger.about and not _is_about(grammar, place, trigger.about):
            continue
        if trigger.beside == following[:size]:
            if size == 0 and (particles or grammar.relations[place] == "aux"):
                continue
            return _unless_none(Found(place, (place, place + 1 + size), trigger, is_verb=True))
        if list(trigger.beside) == particles or trigger.beside == behind:
            return _unless_none(Found(place, (place, place + 1), trigger, is_verb=True))
    return None


def particles_of(grammar: Grammar, verb: int) -> list[int]:
    """The particle of a verb, also what the tree takes for an adverb: "pulled its guns back"."""
    found = [
        one
        for one in grammar.children(verb, "compound:prt", "advmod")
        if verb < one
        and (grammar.relations[one] == "compound:prt" or grammar.words[one] in _PARTICLES)
    ]
    return found[:1]


_PARTICLES: Final = frozenset("back out off up down away over aside apart in".split())
_SPLITTING: Final = frozenset("it them him her us me".split())


def _is_about(grammar: Grammar, verb: int, nouns: Collection[str]) -> bool:
    """Whether a verb has one of some nouns for its object, or for the subject if it has none."""
    objects = grammar.children(verb, "obj", "iobj", "nsubj:pass") or qualified(grammar, verb)
    objects = objects or grammar.children(verb, "nsubj")
    return any(grammar.words[one] in nouns for one in objects)


def _noun(grammar: Grammar, triggers: Sequence[Trigger], place: int) -> Found | None:
    for trigger in triggers:
        size = len(trigger.beside)
        if tuple(grammar.words[max(0, place - size) : place]) == trigger.beside:
            words = (place - size, place + 1)
            return _unless_none(Found(place, words, trigger, is_verb=False))
    return None


def _unless_none(found: Found) -> Found | None:
    return None if found.trigger.type == NO_EVENT else found


def _modifies(grammar: Grammar, place: int) -> bool:
    """Whether a noun only says of what kind another is: "election officials", "war crimes"."""
    return grammar.relations[place] in ("compound", "amod", "nmod:desc", "flat") and (
        grammar.heads[place] > place
    )


def is_definite(grammar: Grammar, noun: int) -> bool:
    """Whether a noun is a certain one: "the talks", "their talks", "Monday's talks"."""
    return any(
        grammar.relations[child] == "nmod:poss"
        or (grammar.relations[child] == "compound" and grammar.tags[child].startswith("NNP"))
        or (grammar.relations[child] in ("det", "nmod:poss") and grammar.words[child] in _DEFINITE)
        for child in grammar.children(noun)
    )


def is_shown(grammar: Grammar, noun: int) -> bool:
    """Whether a noun is one that is there to be pointed at: "we did not want this strike"."""
    return any(grammar.words[one] in ("this", "these") for one in grammar.children(noun, "det"))


def whole_words(grammar: Grammar, found: Found) -> tuple[Words, str]:
    """The words that name an event and their plain form, with a noun of its kind before it.

    "trade talks", "ceasefire agreement", "missile strike".
    """
    first, last = found.words
    before = first - 1
    if (
        not found.is_verb
        and before >= 0
        and grammar.tags[before] in ("NN", "NNS")
        and grammar.relations[before] == "compound"
        and grammar.heads[before] == found.head
        and grammar.words[before].isalpha()
    ):
        return (before, last), f"{grammar.words[before]} {found.trigger.label}"
    return (first, last), found.trigger.label
