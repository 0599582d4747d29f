"""Who does what a verb says, also where its subject stands with another verb."""

from typing import Final

from variorum.read.attitudes.clauses import Clauses

_PASSING: Final = frozenset(
    "continue continues continued continuing begin began begun begins start started decide decided "
    "decides deciding choose chose chosen chooses come came comes go going went gone vow vowed "
    "keep kept remain remains remained proceed proceeded join joined joins used tend tends "
    "help helped".split()
)
"""Verbs whose infinitive or participle has their own subject, and says what is so."""

_CAUSING: Final = frozenset(
    "prompt prompts prompted prompting lead leads led cause causes caused force forces forced "
    "push pushed make made compel compelled persuade persuaded convince convinced".split()
)
"""Verbs whose object does what their infinitive says."""

_RELATIVE: Final = frozenset(["who", "which", "that"])
_STEPS: Final = 5


def subject_of(clauses: Clauses, place: int) -> int | None:
    """The head of the subject of a predicate; None if nobody is told."""
    at = place
    for _ in range(_STEPS):
        own = clauses.child(at, "nsubj", "nsubj:outer", "nsubj:pass")
        if own is not None:
            if clauses.low[own] in _RELATIVE:
                return clauses.heads[at] if clauses.relations[at] == "acl:relcl" else None
            return own
        relation, governor = clauses.relations[at], clauses.heads[at]
        beside = _beside(clauses, at) if at == place else None
        if beside is not None:
            return beside
        if governor == at:
            return None
        if relation in ("acl", "acl:relcl"):
            is_active = clauses.tags[at] in ("VBG", "JJ", "VBP", "VBZ", "VBD", "VBN")
            return governor if is_active and clauses.tags[governor].startswith("NN") else None
        if relation == "advcl" and not _has_own_mark(clauses, at):
            at = governor
        elif relation == "xcomp" and clauses.low[governor] in _CAUSING:
            behind = clauses.related(governor, "obj", "nsubj")
            return next((one for one in behind if governor < one < at), None)
        elif relation == "conj" or (relation == "xcomp" and clauses.low[governor] in _PASSING):
            at = governor
        else:
            return None
    return None


_HELPING: Final = ("MD", "RB", "VBZ", "VBP", "VBD", "VB", "VBN", "``", "''")


def _beside(clauses: Clauses, place: int) -> int | None:
    """A subject that stands right before a predicate but was hung on another.

    Behind "and" it is the subject of what stands before: "he was calm and was ready to talk".
    """
    first, _ = clauses.sentence(place)
    at = place - 1
    helpers = {"is", "was", "are", "were", "be", "been", "am", "'s", "’s", "'re", "’re"}
    helpers |= {"has", "have", "had", "would", "will", "not", "n't", "n’t", "never", "also", "still"}
    while at > first and clauses.low[at] in helpers and clauses.tags[at].startswith(_HELPING):
        at -= 1
    if at == place - 1:
        return None
    if clauses.low[at] in ("and", "but"):
        for one in range(at - 1, max(first, at - 15) - 1, -1):
            if clauses.relations[one].startswith("nsubj") and clauses.heads[one] < at:
                return one
        return None
    return at if clauses.relations[at].startswith("nsubj") else None


def _has_own_mark(clauses: Clauses, place: int) -> bool:
    """Whether a clause is joined by a word that lets its subject be another's."""
    marks = {clauses.low[one] for one in clauses.related(place, "mark", "case")}
    return bool(marks - {"while", "by", "in", "after", "when"}) or not clauses.tags[
        place
    ].startswith(("VBG", "JJ", "VBN"))
