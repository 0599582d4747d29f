"""Verbs that tell no event of their own, but what becomes of the event that a noun names."""

from collections.abc import Container, Mapping
from typing import Final

from variorum.read.events.clauses import subjects_of
from variorum.read.events.grammar import Grammar
from variorum.read.events.lexicon import DATED
from variorum.read.events.triggers import Found

_LIGHT: Final = frozenset(
    {
        "launch", "open", "host", "sign", "clinch", "cancel", "postpone", "delay", "scrap",
        "shelve", "put off", "call off", "begin", "start", "carry out", "complete", "take effect",
        "break out", "come into force", "go into effect", "enter into force", "implement",
        "hold", "take place", "go ahead", "get under way", "get underway", "kick off", "attend",
        "pay", "offer", "promise", "propose", "suspend", "interrupt",
    }
)  # fmt: skip
"""Verbs of events that say nothing by themselves before an event's noun."""


_SETTLING: Final = ("agree", "undertake", "commit", "volunteer", "deny")


def only_carries(
    grammar: Grammar, found: Found, nouns: Container[int], verbs: Container[int]
) -> bool:
    """Whether a verb says no more than that the event behind it was: "launched an attack".

    What is agreed to be done, or denied, is the event: "agreed to send envoys".
    """
    if found.trigger.label in _SETTLING and found.is_verb:
        said = grammar.children(found.head, "xcomp", "ccomp", "obj")
        return any(one in nouns or one in verbs for one in said)
    if found.trigger.label not in _LIGHT and found.trigger.needs != DATED:
        return False
    objects = grammar.children(found.head, "obj", "nsubj:pass")
    if found.trigger.beside:  # "place" of "take place" is no object.
        objects = [one for one in objects if grammar.words[one] not in found.trigger.beside]
    if not objects:  # "the trial opens on Monday"
        objects = grammar.children(found.head, "nsubj")
    # "the truce, which was signed", "talks that were due to open"
    verb = found.head
    if grammar.relations[verb] == "xcomp":
        verb = grammar.heads[verb]
        objects = [*objects, *grammar.children(verb, "nsubj", "nsubj:pass")]
    if grammar.relations[verb] in ("acl", "acl:relcl"):
        objects = [*objects, grammar.heads[verb]]
    return any(one in nouns for one in objects)


_FAR: Final = 3
"""Words from an event's noun to a verb that says what became of it, from which both tell of it."""


def told_of(grammar: Grammar, verb: Found, nouns: Mapping[int, Found]) -> Found | None:
    """The event of which a verb tells what becomes, well behind its noun.

    "The meeting of both presidents in Oslo was postponed until May".
    """
    if verb.trigger.label not in _BECOMING:
        return None
    subjects = grammar.children(verb.head, "nsubj:pass", "nsubj")
    if grammar.relations[verb.head] == "acl:relcl":
        subjects = [*subjects, grammar.heads[verb.head]]
    elif grammar.relations[verb.head] == "xcomp":
        subjects = [*subjects, *grammar.children(grammar.heads[verb.head], "nsubj", "nsubj:pass")]
    far = [one for one in subjects if one in nouns and verb.head - one >= _FAR]
    return nouns[far[0]] if far else None


def told_with_it(grammar: Grammar, verb: Found, nouns: Mapping[int, Found]) -> Found | None:
    """The event that the sentence before names last, of a verb that says when "it" is.

    "… into a run-off. It is to be held in May."
    """
    if verb.trigger.label not in _BEING_HELD:
        return None
    subjects, _ = subjects_of(grammar, verb.head)
    sentence = grammar.passage.sentence_of(verb.head)
    first, _ = grammar.passage.sentence(sentence)
    if subjects != [first] or grammar.words[first] != "it" or sentence == 0:
        return None
    before = [one for one in range(*grammar.passage.sentence(sentence - 1)) if one in nouns]
    is_one = bool(before) and grammar.tags[before[-1]] in ("NN", "NNP")
    return nouns[before[-1]] if is_one else None


_BEING_HELD: Final = frozenset(
    "hold|take place|go ahead|get under way|get underway|kick off".split("|")
)


_BECOMING: Final = frozenset(
    "cancel|postpone|delay|scrap|shelve|hold|suspend|put off|call off|take place|go ahead|begin"
    "|start|open|resume|sign|take effect|come into force|get under way".split("|")
)
"""Verbs that say of an event's noun before them what becomes of it."""
