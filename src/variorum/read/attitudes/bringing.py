"""What a speaker says a thing will bring: "would cost 400 jobs", "will bring peace"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import condition_of, is_supposed
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.surface import noun_behind


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in verb_forms(verb))


_CAUSING: Final = _forms(
    "bring cause create mean spell trigger spark risk deliver generate give provide ensure "
    "guarantee produce unleash breed invite leave offer secure sow"
)
_WITH: Final = {
    **dict.fromkeys(_forms("lead amount"), "to"),
    **dict.fromkeys(_forms("result end"), "in"),
    **dict.fromkeys(_forms("put"), "at"),
}
_COSTING: Final = _forms("cost threaten imperil destroy jeopardise jeopardize axe")
_SAVING: Final = _forms("save protect secure safeguard create boost")
BRINGING: Final = (
    _CAUSING | frozenset(_WITH) | _COSTING | _SAVING | _forms("put drive push tear turn make")
)
"""Forms of verbs by which a thing has effects."""

_BAD: Final = frozenset(
    "chaos disaster ruin misery bloodshed poverty hardship collapse catastrophe shortages shortage "
    "layoffs redundancies unemployment bankruptcy bankruptcies suffering pain harm damage "
    "destruction death deaths disease hunger famine war conflict violence instability unrest "
    "inflation recession debt confusion uncertainty delays danger resentment division divisions "
    "injustice inequality discrimination corruption abuse pollution flooding congestion nightmare "
    "havoc mayhem anarchy isolation extinction bullying despair anger hatred fear trouble risk "
    "surrender defeat humiliation segregation exodus closures closure losses loss".split()
)
_GOOD: Final = frozenset(
    "jobs growth peace stability relief savings investment prosperity security certainty hope "
    "justice dignity freedom safety opportunity opportunities benefits benefit progress "
    "development transparency fairness clarity confidence unity reconciliation competition "
    "innovation homes employment trade tourism tourists visitors income revenue revenues "
    "independence equality protection choice life breathing-space".split()
)
_DEAR: Final = frozenset(
    "jobs lives livelihoods homes billions millions votes thousands hundreds workers families "
    "money pounds euros dollars taxpayers businesses habitat forest forests heritage job life "
    "children communities".split()
)
_COMING: Final = frozenset("would will could may might can 'll ’ll 'd ’d".split())


def brought(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker says a thing would bring about; `place`: of the verb."""
    speaker = actors.speaker(place)
    if speaker is None or not clauses.tags[place].startswith("VB") or is_supposed(clauses, place):
        return
    thing = clauses.child(place, "nsubj", "csubj")
    if thing is None or thing > place or clauses.is_passive(place):
        return
    is_now = clauses.tags[place] in ("VBZ", "VBP")
    if not is_now and not clauses.auxiliaries(place) & _COMING:
        return
    stance = _effect(clauses, place)
    if stance == 0:
        return
    issue = _issue(clauses, thing)
    if issue is None or condition_of(clauses, place, issue.words, negated=False):
        return
    negation = clauses.negation(place)
    stance = -stance if negation is not None else stance
    if negation is None or stance < 0:
        yield Stand(place, place, clauses.low[place], stance, 0.7, speaker, issue, negation)


def _effect(clauses: Clauses, verb: int) -> int:
    """1 for a good, -1 for a bad effect, 0 for neither."""
    low = clauses.low[verb]
    words = _words_behind(clauses, verb)
    if any(low in verbs and _has(clauses, verb, end) for verbs, end in _ENDS):
        return -1
    if low in _COSTING and words & _DEAR:
        return -1
    if low in _SAVING and words & (_DEAR | _GOOD):
        return 1
    joining = _WITH.get(low)
    is_cause = low in _CAUSING or clauses.low[verb + 1 : verb + 2] == [joining]
    is_bad, is_good = bool(words & _BAD), bool(words & _GOOD)
    if not is_cause or is_bad == is_good:
        return 0
    return -1 if is_bad else 1


_ENDS: Final = tuple(
    (_forms(verb), tuple(end.split()))
    for verb, ends in {
        "put": "at risk;in danger;in jeopardy;in peril;off limits",
        "drive": "away;out of;under;into the arms;to the wall",
        "push": "into poverty;over the edge;to the brink",
        "leave": "worse off;out in the cold;in the dark;in the lurch;behind;stranded;defenceless",
        "tear": "apart",
        "turn": "into a;upside down",
        "bring": "to its knees;to a halt;to a standstill",
        "make": "worse;harder;poorer;impossible;a mockery",
    }.items()
    for end in ends.split(";")
)
"""What is done by what does harm, with the words in which the harm ends."""


def _has(clauses: Clauses, verb: int, words: tuple[str, ...]) -> bool:
    """Whether some words stand near behind a verb."""
    _, end = clauses.sentence(verb)
    last = min(end, verb + _NEAR)
    return any(tuple(clauses.low[at : at + len(words)]) == words for at in range(verb + 1, last))


_NEAR: Final = 10


def _words_behind(clauses: Clauses, verb: int) -> set[str]:
    """The words of the nouns behind a verb."""
    start = verb + 1 if clauses.low[verb] in _WITH else verb
    run = noun_behind(clauses, start)
    found = set(clauses.low[run[1][0] : run[1][1]]) if run else set()
    thing = clauses.child(verb, "obj")
    return found | ({clauses.low[thing]} if thing is not None and thing > verb else set())


def _issue(clauses: Clauses, thing: int) -> Issue | None:
    is_act = clauses.tags[thing] == "VBG"
    issue = Issue(clauses.phrase(thing, is_verb=is_act), thing, "said")
    if clauses.tags[thing] in ("PRP", "DT"):
        return pointing(clauses, issue) if clauses.low[thing] in ("it", "this", "that") else None
    if clauses.tags[thing] not in ("NN", "NNS", "VBG") or not is_decided(clauses, thing):
        return None
    return issue if names_something(clauses, issue) else pointing(clauses, issue)
