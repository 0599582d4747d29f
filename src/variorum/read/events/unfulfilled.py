"""What was meant, or came near, and did not come: "was to have met", "nearly sank"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.events.grammar import Grammar
from variorum.read.events.judging import Judgement, told_by

_REACH: Final = 6
"""Words before a verb in which its helping verbs are looked for."""


def unfulfilled(grammar: Grammar, verb: int) -> Judgement | None:
    """What the words right before a verb say of its not having been done, or not yet."""
    before = grammar.words[max(0, verb - _REACH) : verb]
    if before[-2:] == ["yet", "to"]:
        return told_by("yet to", "hypothetical", 0.75)
    for at in range(len(before) - 2):
        if before[at] in ("was", "were") and before[at + 1 : at + 3] == ["to", "have"]:
            return told_by("was to have", "cancelled", 0.75)
    if _is_sworn_off(before):
        return told_by("not guilty", "denied", 0.75)
    return None


def _is_sworn_off(before: list[str]) -> bool:
    """Whether somebody is, or says to be, not guilty of it: "pleaded not guilty to bribing"."""
    return any(
        before[at : at + 2] == ["not", "guilty"] and before[at + 2] in ("to", "of")
        for at in range(len(before) - 2)
    )


def not_quite(grammar: Grammar, verb: int) -> str | None:
    """The word by which something was all but done: "nearly sank", "was almost killed"."""
    for one in grammar.children(verb, "advmod"):
        if one < verb and grammar.words[one] in _NEARLY and grammar.words[verb] not in _MEASURED:
            return grammar.printed(one)
    return None


_NEARLY: Final = ("nearly", "almost")
_MEASURED: Final = frozenset(
    "doubled trebled tripled quadrupled halved finished completed ended".split()
)
"""What is done by measure: what nearly doubled has risen."""


def came_to_nothing(grammar: Grammar, verb: int) -> str | None:
    """The "but" behind what had been due: "had been due to meet, but the talks fell through"."""
    chain = list(_above(grammar, verb))
    helpers = [one for word in chain for one in grammar.children(word, "aux", "aux:pass", "cop")]
    if not any(grammar.words[one] in _ONCE for one in helpers):
        return None
    for clause in (one for word in chain for one in grammar.children(word, "conj")):
        for mark in grammar.children(clause, "cc"):
            if grammar.words[mark] == "but" and verb < mark and grammar.tags[clause] in _FINITE:
                return grammar.printed(mark)
    return None


_FINITE: Final = ("VBD", "VBN")


def _above(grammar: Grammar, verb: int) -> Iterator[int]:
    yield verb
    if grammar.relations[verb] in ("xcomp", "ccomp", "advcl"):
        yield grammar.heads[verb]


_ONCE: Final = ("was", "were", "had")


def is_spared(grammar: Grammar, noun: int, head: int) -> bool:
    """Whether somebody only just escaped it: "narrowly avoided a collision"."""
    if grammar.relations[noun] not in ("obj", "nsubj:pass"):
        return False
    is_escape = grammar.words[head].startswith(("avoid", "escap", "miss", "evad", "dodg"))
    beside = [grammar.words[one] for one in grammar.children(head, "advmod")]
    return is_escape and not _BARELY.isdisjoint(beside)


_BARELY: Final = frozenset("narrowly barely".split())


def looks_back(grammar: Grammar, noun: int, head: int) -> bool:
    """Whether what is told of had been foreseen, and came: "her resignation had been expected"."""
    helpers = {grammar.words[one] for one in grammar.children(head, "aux", "aux:pass")}
    return (
        grammar.words[head] in ("expected", "anticipated", "foreseen", "predicted")
        and {"had", "been"} <= helpers
        and bool(grammar.children(noun, "nmod:poss"))
        and not grammar.children(head, "xcomp", "obl", "advcl", "obl:unmarked")
    )


def held_now(grammar: Grammar, noun: int) -> str | None:
    """The words by which somebody is at it: "are on strike", "is in talks"."""
    case = grammar.case(noun)
    if case is None or case != noun - 1 or grammar.words[case] not in ("in", "on", "under", "at"):
        return None
    helpers = [grammar.words[one] for one in grammar.children(noun, "cop", "aux")]
    is_now = bool(helpers) and helpers[0] in _NOW and "not" not in grammar.words[case - 2 : case]
    return f"{grammar.printed(case)} {grammar.printed(noun)}" if is_now else None


_NOW: Final = frozenset("is are am has have been 's ’s 're ’re 've ’ve".split())
