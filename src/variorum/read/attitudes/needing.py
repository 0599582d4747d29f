"""What a speaker says cannot be done without: "we cannot keep the lights on without it"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.surface import noun_behind

_FALLING: Final = frozenset(
    "cannot can't ca could would will 'd ’d 'll ’ll is are impossible unthinkable".split()
)
_CERTAIN: Final = frozenset("the this these that those our its their his her such".split())
_FAR: Final = 16


def needed(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker is for, because things go wrong without it; `place`: of "without"."""
    speaker = actors.speaker(place)
    first, end = clauses.sentence(place)
    thing = _thing(clauses, place)
    if speaker is None or thing is None:
        return
    before = clauses.low[max(first, place - _FAR) : place]
    is_last = bool({"cannot", "ca", "can", "could", "impossible"} & set(before)) and bool(
        {"not", "n't", "n’t", "cannot", "impossible", "never"} & set(before)
    )
    is_first = place - 1 <= first or clauses.low[place - 1] in (",", "that", '"', "“", "``")
    behind = clauses.low[thing.words[1] : min(end, thing.words[1] + _FAR)]
    is_first = is_first and bool(_FALLING & set(behind))
    if is_last or (is_first and "no" not in behind[:6]):
        yield Stand(place, place, "without", 1, 0.68, speaker, thing)


def _thing(clauses: Clauses, place: int) -> Issue | None:
    """A certain thing that can be decided on, or "it"."""
    low = clauses.low[place + 1 : place + 2]
    if low in (["it"], ["this"], ["that"]) and clauses.tags[place + 1] in ("PRP", "DT"):
        behind = clauses.tags[place + 2 : place + 3]
        if not behind or not behind[0].startswith(("NN", "JJ")):
            return pointing(clauses, Issue((place + 1, place + 2), place + 1, "obj"))
    run = noun_behind(clauses, place)
    if run is None or low[0] not in _CERTAIN or not is_decided(clauses, run[0]):
        return None
    issue = Issue(run[1], run[0], "obj")
    return issue if names_something(clauses, issue) else pointing(clauses, issue)
