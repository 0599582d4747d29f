"""What somebody did not take office for, and what is owed: "did not run to pave the ridge"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand

_COMING: Final = frozenset(
    form
    for verb in ("run", "enter", "come", "get", "become", "join", "fight", "elect", "send", "serve",
                 "found", "start", "give", "spend", "vote", "campaign", "work", "train")
    for form in verb_forms(verb)
) | {"was", "were", "am"}  # fmt: skip
_OWING: Final = verb_forms("owe")
SERVING: Final = _COMING | _OWING
"""Verbs of taking office or a task, and of owing."""

_FIRST: Final = frozenset(["i", "we"])
_FAR: Final = 7


def served(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker says they did not come to do, or that is owed; `place`: of the verb."""
    speaker, subject = actors.speaker(place), clauses.child(place, "nsubj", "nsubj:pass")
    if speaker is None or subject is None or clauses.low[subject] not in _FIRST:
        return
    is_owed = clauses.low[place] in _OWING and clauses.low[place + 1 : place + 2] == ["it"]
    is_denied = clauses.negation(place) is not None and clauses.low[place] in _COMING
    _, end = clauses.sentence(place)
    for at in range(place + 1, min(end - 1, place + _FAR)):
        if not (is_owed or is_denied) or clauses.low[at] in (",", ";", "."):
            return
        if clauses.low[at] == "to" and clauses.tags[at + 1] == "VB":
            issue = Issue(clauses.phrase(at + 1, is_verb=True), at + 1, "said")
            if names_something(clauses, issue):
                word, stance = ("owe", 1) if is_owed else ("did not come", -1)
                yield Stand(place, place, word, stance, 0.7, speaker, issue)
            return
