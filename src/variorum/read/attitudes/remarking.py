"""What somebody says "of" a thing, where only the tone of the words tells the stand."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.lexicon import senses, verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.surface import noun_behind

REMARKING: Final = frozenset(
    form for verb in ("say", "ask", "remark", "quip", "joke", "snap", "tweet", "write", "comment")
    for form in verb_forms(verb)
)  # fmt: skip
"""Forms of verbs by which something is said of a thing."""

_FAR: Final = 9
_REFUSING: Final = frozenset(["not", "no", "never", "nope", "over"])


def remarks(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """Who says something in a tone of a thing: "“Nonsense,” she said of the plan"."""
    topic = _topic(clauses, place)
    first, _ = clauses.sentence(place)
    said = [one for one in range(first, place) if actors.quotation(one) is not None]
    if topic is None or not said:
        return
    quotation, speaker = actors.quotation(said[0]), actors.speaker(said[0])
    if speaker is None or quotation is None or quotation.mode != "direct":
        return
    tone = _tone(clauses, said)
    issue = Issue(clauses.phrase(topic), topic, "obj")
    if tone and names_something(clauses, issue):
        yield Stand(place, place, clauses.low[place], tone, 0.65, speaker, issue)


def _topic(clauses: Clauses, verb: int) -> int | None:
    """What something is said of, behind the verb and who says it."""
    _, end = clauses.sentence(verb)
    for at in range(verb + 1, min(end - 1, verb + _FAR)):
        if clauses.low[at] in (",", ";", ":", "."):
            return None
        is_joined = at - 1 == verb or clauses.tags[at - 1].startswith(("NN", "PRP"))
        if clauses.low[at] in ("of", "about") and is_joined:
            run = noun_behind(clauses, at)
            is_thing = run is not None and is_decided(clauses, run[0])
            if run is not None and is_thing and clauses.low[at + 1] in ("the", "a", "its", "this"):
                return run[0]
    return None


def _tone(clauses: Clauses, said: list[int]) -> int:
    """1 or -1 where the words of a saying praise or damn; 0 where they do neither or both."""
    words = [one for one in said if clauses.low[one][0].isalnum()]
    if words and clauses.low[words[0]] in _REFUSING and len(words) < _FAR:
        return -1
    found = {
        sense.stance
        for one in words
        for sense in senses().get(clauses.low[one], ())
        if sense.kind == "p" and not sense.particles
        and not {"not", "n't", "n’t", "no", "never"} & set(clauses.low[one - 3 : one])
    }  # fmt: skip
    return found.pop() if len(found) == 1 else 0
