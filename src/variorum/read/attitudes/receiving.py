"""How a thing goes down with somebody: "sits badly with the fans", "is anathema to the union"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.surface import noun_behind

_PHRASES: Final = {
    **dict.fromkeys(
        ("badly with", "ill with", "uneasily with", "awkwardly with", "poorly with",
         "down badly with", "down poorly with", "down like a lead balloon with", "anathema to",
         "unacceptable to", "unthinkable for", "abhorrent to", "no ice with", "no favour with",
         "no favor with", "unwelcome to", "too much for", "a red rag to", "a thorn to",
         "a provocation to", "a nightmare for", "unpopular with", "unpopular among",
         "a step too far for", "a bridge too far for", "a red line for", "a non-starter for",
         "foul of", "little favour with", "little favor with"),
        -1,
    ),
    **dict.fromkeys(
        ("down well with", "favour with", "favor with", "welcome to", "acceptable to",
         "popular with", "popular among", "dear to", "music to", "a boon for", "a relief for",
         "a dream for", "well with"),
        1,
    ),
}  # fmt: skip
_WORDS: Final = {tuple(phrase.split()): stance for phrase, stance in _PHRASES.items()}
RECEIVED: Final = frozenset(words[-1] for words in _WORDS)
"""Prepositions behind which those stand with whom a thing goes down well or badly."""

_LONGEST: Final = max(map(len, _WORDS))


def received(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """With whom a thing goes down how; `place`: of the preposition before them."""
    found = _phrase(clauses, place)
    run = noun_behind(clauses, place)
    if found is None or run is None:
        return
    start, stance = found
    verb = _verb(clauses, start)
    thing = clauses.child(verb, "nsubj", "csubj") if verb is not None else None
    if verb is None or thing is None or thing > start or is_supposed(clauses, verb):
        return
    if any(clauses.tags[one] == "MD" for one in clauses.related(verb, "aux")):
        return
    is_act = clauses.tags[thing] == "VBG"
    issue = Issue(clauses.phrase(thing, is_verb=is_act), thing, "said")
    named = issue if names_something(clauses, issue) else pointing(clauses, issue)
    actor = actors.of(run[0])
    if named is None or actor is None or not clauses.tags[thing].startswith(("NN", "VBG")):
        return
    negation = clauses.negation(verb)
    stance = -stance if negation is not None else stance
    yield Stand(place, verb, clauses.low[place - 1], stance, 0.75, actor, named, negation)


def _phrase(clauses: Clauses, place: int) -> tuple[int, int] | None:
    """Where the longest phrase that ends here begins, and what it tells."""
    first, _ = clauses.sentence(place)
    for size in range(_LONGEST, 1, -1):
        start = place + 1 - size
        words = tuple(clauses.low[max(first, start) : place + 1])
        if start >= first and words in _WORDS:
            return start, _WORDS[words]
    return None


def _verb(clauses: Clauses, start: int) -> int | None:
    """The predicate that a phrase belongs to."""
    at = start
    for _ in range(4):
        if clauses.child(at, "nsubj", "csubj") is not None:
            return at
        at = clauses.heads[at]
    return None
