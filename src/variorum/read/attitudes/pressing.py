"""What somebody is pressed by others to do: "faces calls from nurses to scrap the cut"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.surface import noun_behind

PRESSING: Final = frozenset(
    "pressure calls call demands demand appeals appeal pleas plea requests request".split()
)
"""Nouns for what one meets who is asked to do something."""

_FAR: Final = 12


def pressed(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """Who asks somebody to do what; `place`: of "pressure", "calls" or the like."""
    _, end = clauses.sentence(place)
    if clauses.low[place + 1 : place + 2] != ["from"] or is_supposed(clauses, place):
        return
    run = noun_behind(clauses, place + 1)
    act = next(
        (
            at + 1
            for at in range(place + 2, min(end - 1, place + _FAR))
            if clauses.low[at] == "to" and clauses.tags[at + 1] == "VB"
        ),
        None,
    )
    if run is None or act is None or "," in clauses.low[place:act]:
        return
    actor = actors.of(run[0])
    issue = Issue(clauses.phrase(act, is_verb=True), act, "objto")
    if actor is not None and names_something(clauses, issue):
        yield Stand(place, place, clauses.low[place], 1, 0.75, actor, issue)
