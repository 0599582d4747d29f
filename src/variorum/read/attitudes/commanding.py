"""What a speaker tells others to do or calls out: "Close the mine now", "No more cuts"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import MOST_WORDS, Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.naming import GENERIC, names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.surface import noun_behind
from variorum.read.attitudes.wishing import ENDING

_GIVING: Final = frozenset(
    "keep save reopen release free protect restore raise fund publish ratify respect honour honor "
    "reinstate tax nationalise nationalize spare rebuild".split()
)
_CALLED: Final = frozenset(["no", "yes"])
_ALONE: Final = _GIVING | {word for word in ENDING if not word.endswith("ed")} | _CALLED
COMMANDING: Final = _ALONE | frozenset("give open let send bring pay hand return show".split())
"""Words with which what is asked for begins."""

_BEFORE: Final = frozenset("please just now so and but then simply".split())
_NEVER: Final = (["do", "not"], ["do", "n't"], ["do", "n’t"], ["never"])
_OPENING: Final = frozenset("\" “ `` ' ‘ « „ … – — :".split())


def commands(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What is told in the imperative, or called for in so many words; in direct speech alone."""
    quotation, speaker = actors.quotation(place), actors.speaker(place)
    if speaker is None or quotation is None or quotation.mode == "indirect":
        return
    if clauses.low[place] in _CALLED:
        issue = _called(clauses, place) if _begins(clauses, place) else None
        if issue is not None:
            stance = 1 if clauses.low[place] == "yes" else -1
            yield Stand(place, place, clauses.low[place], stance, 0.75, speaker, issue)
        return
    negation = _negation(clauses, place)
    first = place if negation is None else negation
    is_imperative = clauses.tags[place] in ("VB", "VBP") and _begins(clauses, first)
    if not is_imperative or clauses.child(place, "nsubj", "aux:pass", "cop") is not None:
        return
    thing = next((one for one in clauses.related(place, "obj") if one > place), None)
    if thing is None or is_supposed(clauses, place):
        return
    if (promised := _promised(clauses, thing, first)) is not None:
        joined, promise = promised
        condition = (first, joined - (clauses.low[joined - 1] == ","))
        yield Stand(place, promise.head, "and", 1, 0.7, speaker, promise, condition=condition)
        return
    if clauses.low[place] in _ALONE:
        yield from _asked(clauses, place, thing, negation, speaker)


def _asked(
    clauses: Clauses, place: int, thing: int, negation: int | None, speaker: Actor
) -> Iterator[Stand]:
    """What is asked to be done to a thing, or left."""
    is_ending = clauses.low[place] in ENDING
    is_thing = clauses.tags[thing] in ("NN", "NNS") and clauses.low[thing] not in GENERIC
    if not is_thing:
        return
    if is_ending:
        issue = Issue(clauses.phrase(thing), thing, "obj")
        stance = -1 if negation is None else 1
        if is_decided(clauses, thing) and names_something(clauses, issue):
            yield Stand(place, place, clauses.low[place], stance, 0.7, speaker, issue)
        return
    issue = Issue(clauses.phrase(place, is_verb=True), place, "self")
    stance = 1 if negation is None else -1
    if issue.words[1] > thing and (is_decided(clauses, thing) or negation is not None):
        yield Stand(place, place, clauses.low[place], stance, 0.7, speaker, issue)


def _promised(clauses: Clauses, thing: int, first: int) -> tuple[int, Issue] | None:
    """The "and" behind what is asked for, and what one will do: "Free them and we will sign"."""
    _, end = clauses.sentence(thing)
    for at in range(thing + 1, min(end - 3, first + MOST_WORDS)):
        is_own = clauses.low[at] == "and" and clauses.low[at + 1] in ("i", "we")
        if is_own and clauses.low[at + 2] in ("will", "'ll", "’ll", "shall"):
            act = clauses.heads[at + 2]
            issue = Issue(clauses.phrase(act, is_verb=True), act, "said")
            is_act = clauses.tags[act] == "VB" and clauses.child(act, "cop") is None
            return (at, issue) if is_act else None
    return None


def _negation(clauses: Clauses, verb: int) -> int | None:
    """The first word of "do not" or "never" before an imperative."""
    for words in _NEVER:
        if clauses.low[max(0, verb - len(words)) : verb] == words:
            return verb - len(words)
    return None


def _begins(clauses: Clauses, place: int) -> bool:
    """Whether a word is the first of its sentence or of what is quoted."""
    first, _ = clauses.sentence(place)
    at = place - 1
    while at >= first and clauses.low[at] in _BEFORE:
        at -= 1
    return at < first or clauses.low[at] in _OPENING


def _called(clauses: Clauses, place: int) -> Issue | None:
    """What is behind "No to", "Yes to" or "No more"."""
    at = place + 1
    is_more = clauses.low[place] == "no" and clauses.low[at : at + 1] == ["more"]
    if not is_more and clauses.low[at : at + 1] != ["to"]:
        return None
    run = noun_behind(clauses, at)
    if run is None:
        return None
    words = clauses.phrase(run[0])
    issue = Issue((max(at + 1, words[0]), max(words[1], run[1][1])), run[0], "obj")
    return issue if names_something(clauses, issue) else None
