"""What somebody will not do: "we will never sign it", "its president would not travel there"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import condition_of, is_supposed
from variorum.read.attitudes.doers import is_bare_body, is_bare_office
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.issues import issues_of
from variorum.read.attitudes.lexicon import senses
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.speech import DEONTIC
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.attitudes.surface import noun_behind

_REFUSING: Final = frozenset("will would wo 'll ’ll 'd ’d shall going".split())
_OWN, _OF_OTHERS, _TOLD = 0.75, 0.62, 0.62
"""How sure it is that one says so oneself, that another says so, and that the article does."""

_OF_BODIES: Final = 0.66
"""The same where a person says so of a body or a country, which may well be their own."""

_UNWILLED: Final = frozenset(
    "accrue affect afford appear arrive become begin believe belong benefit change come cost count "
    "decline decrease deserve die disappear disappoint do exceed exist expect expire fade fail "
    "fall feel find fit follow forget function gain get go grow happen have hear help hurt improve "
    "increase know lack last lead learn like lose love make matter mean miss move need notice "
    "occur owe own pass pay_off prefer prevail qualify reach realise realize recall receive "
    "recover regret remain remember require result reveal rise run say see seem sell shrink sleep "
    "smell solve sound speak spread start stay stop succeed suffer survive take think trust turn "
    "understand use want waste win wish wonder work worry".split()
)
"""Verbs for what befalls one: that one will not do so is a forecast, if another says it."""

_IDLE: Final = frozenset(
    "answer bet call characterise characterize classify comment confirm describe disclose discuss "
    "bat blink shed elaborate identify name reveal say speak specify speculate tell talk "
    "know".split()
)
"""What one will not do without being against anything."""


def refusals(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What somebody will not do; `place`: of "not", "never" or the like."""
    verb = clauses.heads[place]
    if clauses.relations[place] not in ("aux", "advmod") or clauses.low[place] in DEONTIC:
        return
    if clauses.negation(verb) != place or not clauses.auxiliaries(verb) & _REFUSING:
        return
    yield from _unbullied(clauses, actors, place, verb)
    subject = clauses.child(verb, "nsubj")
    if subject is None or not _is_willed(clauses, verb) or is_supposed(clauses, verb):
        return
    found = _refusing(actors, clauses, subject, place)
    if found is None or clauses.low[verb] in _IDLE:
        return
    act = _aim(clauses, verb)
    issue = Issue(clauses.phrase(act, is_verb=True), act, "said")
    actor, sureness = found
    if sureness < _OWN and clauses.low[verb] in _UNWILLED:
        return
    is_whole = clauses.child(act, "obj", "obl") is not None or issue.words[1] - issue.words[0] <= 2
    is_bound = condition_of(clauses, verb, issue.words, negated=True) is not None
    if is_whole and names_something(clauses, issue, bound=is_bound):
        yield Stand(place, verb, "will not", -1, sureness, actor, issue, place)


def _unbullied(clauses: Clauses, actors: Actors, place: int, verb: int) -> Iterator[Stand]:
    """What somebody will not be made to do: "will not be bullied into accepting the deal"."""
    subject = clauses.child(verb, "nsubj:pass", "nsubj")
    is_made = clauses.low[verb] in _MADE and clauses.low[verb + 1 : verb + 2] == ["into"]
    actor = actors.of(subject) if subject is not None and is_made else None
    act = verb + 2
    if actor is None:
        return
    if clauses.tags[act] == "VBG":
        thing = clauses.child(act, "obj")
        words = clauses.phrase(act, is_verb=True)
    else:
        run = noun_behind(clauses, verb + 1)
        thing = act = run[0] if run else verb
        words = run[1] if run else (verb, verb + 1)
    issue = Issue(words, act, "said")
    named = issue if names_something(clauses, issue) else None
    if named is None and thing is not None and thing != act:
        named = pointing(clauses, Issue(clauses.phrase(thing), thing, "obj"))
    if named is not None:
        yield Stand(place, verb, clauses.low[verb], -1, _OWN, actor, named, place)


_MADE: Final = frozenset(
    "bullied forced pushed dragged drawn pressured pressurised coerced rushed cowed bounced "
    "blackmailed bulldozed railroaded strong-armed tricked lured sucked stampeded".split()
)


def preferences(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What somebody would rather not do: "would sooner resign than sign it"; `place`: of "than"."""
    first, _ = clauses.sentence(place)
    before = clauses.low[first:place]
    verb = place + 1
    if clauses.tags[verb : verb + 1] != ["VB"] or not {"rather", "sooner"} & set(before):
        return
    at = max(one for one in range(first, place) if clauses.low[one] in ("rather", "sooner"))
    is_wish = clauses.low[at - 1] in ("would", "'d", "’d")
    chosen = clauses.heads[at] if is_wish else clauses.heads[verb]
    is_choice = at == place - 1 and bool(clauses.auxiliaries(chosen) & _CHOOSING)
    if not is_wish and (not is_choice or chosen >= at or is_supposed(clauses, chosen)):
        return
    subject = subject_of(clauses, chosen)
    actor = actors.of(subject) if subject is not None else None
    issue = Issue(clauses.phrase(verb, is_verb=True), verb, "said")
    if clauses.low[verb] in _OBEYING and issue.words[1] - issue.words[0] == 1:
        issue = issue._replace(points=True, place="act")
    if actor is not None and (issue.points or names_something(clauses, issue)):
        yield Stand(place, chosen, "would rather", -1, _OWN, actor, issue)


_CHOOSING: Final = frozenset("will would 'll ’ll 'd ’d".split())
"""With these "rather than" tells a choice: "will close rather than sign"."""

_OBEYING: Final = frozenset("comply obey sign submit pay yield bow accept agree ratify".split())
"""Acts whose object was told before."""


def _aim(clauses: Clauses, verb: int) -> int:
    """What one would go for, where that is told: "will not go there to sign away an island"."""
    if clauses.low[verb] not in _GOING or clauses.child(verb, "obj") is not None:
        return verb
    for one in clauses.related(verb, "advcl", "xcomp"):
        if clauses.low[one - 1] == "to" and clauses.tags[one] == "VB" and verb < one < verb + 4:
            return one
    return verb


_GOING: Final = frozenset("go come travel sit meet stand run".split())


def _is_willed(clauses: Clauses, verb: int) -> bool:
    """Whether a predicate is something that somebody does, and tells no stand by itself."""
    is_act = clauses.tags[verb] == "VB" and clauses.child(verb, "cop", "aux:pass") is None
    is_act = is_act and "have" not in clauses.auxiliaries(verb)
    return is_act and not _tells_itself(clauses, verb)


def _tells_itself(clauses: Clauses, verb: int) -> bool:
    """Whether a verb is one of attitude by itself, also with a negation."""
    return any(
        sense.kind == "v"
        and sense.negated != "drop"
        and tuple(clauses.low[verb + 1 : verb + 1 + len(sense.particles)]) == sense.particles
        and next(issues_of(clauses, verb, sense, negated=True), None) is not None
        for sense in senses().get(clauses.low[verb], ())
    )


def _refusing(
    actors: Actors, clauses: Clauses, subject: int, place: int
) -> tuple[Actor, float] | None:
    """Who will not, and how sure it is that they have said so."""
    speaker, told = actors.speaker(place), actors.of(subject)
    if speaker is None:
        is_free = told is not None and actors.quotation(place) is None
        return (told, _TOLD) if told is not None and is_free else None
    if clauses.low[subject] in ("i", "we"):
        return speaker, _OWN
    if told is None:
        is_own = is_bare_body(clauses, subject) or is_bare_office(clauses, subject)
        own = speaker._replace(sureness=0.85 * speaker.sureness) if is_own else None
        own = own or actors.own_body(subject, place)
        return (own, _OWN) if own else None
    if told.name == speaker.name or clauses.low[subject] in _GOVERNING:
        return told, _OWN
    verb = clauses.heads[subject]
    is_bound = told.entity and condition_of(clauses, verb, (verb, verb + 1), negated=True)
    is_never = clauses.low[place] == "never" and clauses.low[place - 1] in ("will", "'ll", "’ll")
    is_body = told.entity is not None and told.kind in _BODIES and speaker.kind == "person"
    other = _OF_BODIES if is_body else _OF_OTHERS
    return told, _OWN if is_bound or is_never else other


_BODIES: Final = ("organization", "place")
_GOVERNING: Final = frozenset("government ministry cabinet administration union company".split())
"""Bodies for which those who speak tell what they will not do."""
