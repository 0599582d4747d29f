"""What stands before and behind a word in its sentence, where the tree does not join them."""

from typing import Final

from variorum.read.attitudes.clauses import Clauses
from variorum.read.encoder.window import Words

_BETWEEN: Final = frozenset(
    "will would wo can could may might must should shall do does did has have had is are was were "
    "not n't n’t 'd ’d 'll ’ll 've ’ve never also still now again firmly strongly flatly "
    "repeatedly already long yesterday today".split()
)
"""Words between a subject and its verb."""

_ASIDE: Final = 26
"""Words of an aside between commas at most."""

_OF_NOUN: Final = ("NN", "JJ", "DT", "CD", "PRP$", "POS", "VBN", "PDT", "HYPH")
_LONGEST: Final = 9


def subject_before(clauses: Clauses, verb: int) -> int | None:
    """The last noun before a finite verb, over an aside between commas: "the union, …, will"."""
    first, _ = clauses.sentence(verb)
    at = verb - 1
    while at > first and (clauses.low[at] in _BETWEEN or clauses.tags[at] == "RB"):
        at -= 1
    if clauses.low[at] == ",":
        at = _over_aside(clauses, first, at)
    is_noun = first <= at < verb and clauses.tags[at] in ("NN", "NNS", "NNP", "NNPS")
    return at if is_noun else None


def _over_aside(clauses: Clauses, first: int, comma: int) -> int:
    """The word before an aside that ends with a comma; -1 if none begins."""
    for at in range(comma - 1, max(first, comma - _ASIDE), -1):
        if clauses.low[at] in (";", ":", "—", "–", ".", '"', "”"):
            return -1
        if clauses.low[at] == ",":
            opens = clauses.low[at + 1] in _OPENING or clauses.tags[at + 1] in _BESIDE
            return at - 1 if opens else -1
    return -1


_OPENING: Final = frozenset("who whose which led based backed home part long".split())
_BESIDE: Final = ("DT", "NNP", "PRP$", "CD")


def noun_behind(clauses: Clauses, place: int) -> tuple[int, Words] | None:
    """The last noun of the run of words right behind a place, and that run without its article."""
    _, end = clauses.sentence(place)
    last = place + 1
    while last < min(end, place + _LONGEST) and clauses.tags[last].startswith(_OF_NOUN):
        if clauses.tags[last] in ("DT", "PRP$") and last > place + 1:
            break
        last += 1
    while last > place + 1 and not clauses.tags[last - 1].startswith("NN"):
        last -= 1
    head = last - 1
    if head <= place:
        return None
    first = place + 1
    while first < head and clauses.tags[first] in ("DT", "PRP$", "PDT"):
        first += 1
    return head, (first, last)


def is_second_verb(clauses: Clauses, place: int) -> bool:
    """Whether a finite verb behind "and" was hung on the verb before it as if it told a noun."""
    is_verb = clauses.relations[place] == "acl" and clauses.tags[clauses.heads[place]][:2] == "VB"
    is_finite = clauses.tags[place] in ("VBD", "VBZ", "VBP")
    return is_verb and is_finite and clauses.low[place - 1] in ("and", "but")
