"""Stands that only a speaker's own words show: "X is a mistake", "we must", "we will never"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actor, Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import condition_of, is_supposed
from variorum.read.attitudes.lexicon import Sense, senses
from variorum.read.attitudes.naming import is_verb, names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of

DEONTIC: Final = frozenset(["should", "must", "ought"])
_REFUSING: Final = frozenset("will would wo 'll ’ll shall going".split())
_EMPTY_SUBJECTS: Final = frozenset("it that this there what which these those they".split())


def assessments(clauses: Clauses, actors: Actors, place: int, sense: Sense) -> Iterator[Stand]:
    """What a speaker says a thing is."""
    if sense.particles and tuple(clauses.low[place + 1 : place + 2]) != sense.particles:
        return
    place += len(sense.particles)
    yield from _called(clauses, actors, place, sense)
    speaker = actors.speaker(place)
    if speaker is None or clauses.child(place, "cop") is None:
        return
    if clauses.auxiliaries(place) & {"have", "has", "had", "was", "were", "'ve", "’ve"}:
        return
    negation = clauses.negation(place)
    if (sense.negated == "only" and negation is None) or is_supposed(clauses, place):
        return
    issue = _assessed(clauses, place)
    if issue is None or not names_something(clauses, issue):
        return
    stance = -sense.stance if negation is not None else sense.stance
    yield Stand(place, place, sense.printed, stance, sense.sureness, speaker, issue, negation)


def _called(clauses: Clauses, actors: Actors, place: int, sense: Sense) -> Iterator[Stand]:
    """What somebody calls a thing: "called the deal a disaster", "described it as unfair"."""
    verb = clauses.heads[place]
    if clauses.low[verb] not in _CALLING or sense.negated == "only":
        return
    subject = subject_of(clauses, verb)
    things = [
        one
        for one in clauses.related(verb, "obj", "xcomp", "nsubj")
        if verb < one < place and clauses.tags[one].startswith("NN")
    ]
    if not things or subject is None:
        return
    thing = things[0]
    actor = actors.of(subject)
    issue = Issue(clauses.phrase(thing), thing, "obj")
    is_held = clauses.negation(verb) is None and clauses.negation(place) is None
    if actor is None or not is_held or is_supposed(clauses, verb):
        return
    if issue.words[1] <= place and names_something(clauses, issue):
        yield Stand(place, verb, sense.printed, sense.stance, sense.sureness, actor, issue)


_CALLING: Final = frozenset(
    "call calls called calling describe describes described describing brand branded brands "
    "branding label labels labeled labelled labeling labelling cite cites cited citing dub dubbed "
    "dubs deem deems deemed consider considers considered considering see sees saw seeing view "
    "views viewed viewing regard regards regarded regarding term terms termed characterize "
    "characterized characterise characterised portray portrayed declare declared find found "
    "finds think thinks thought".split()
)


def _assessed(clauses: Clauses, place: int) -> Issue | None:
    """The subject, or the clause that "it" stands for."""
    subject = clauses.child(place, "nsubj", "csubj", "nsubj:outer")
    expletive = clauses.child(place, "expl")
    if subject is not None and clauses.low[subject] not in _EMPTY_SUBJECTS:
        if clauses.tags[subject].startswith("PRP"):
            return None
        verb = is_verb(clauses, subject)
        return Issue(clauses.phrase(subject, is_verb=verb), subject, "said")
    it = expletive if expletive is not None else subject
    if it is None or clauses.low[it] != "it":
        return None
    for one in clauses.related(place, "csubj", "xcomp", "ccomp", "acl", "advcl"):
        marks = {clauses.low[mark] for mark in clauses.related(one, "mark", "aux") if mark < one}
        if one > place and "to" in marks:
            return Issue(clauses.phrase(one, is_verb=True), one, "said")
    return None


def demands(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker says that somebody should do or not do."""
    verb = clauses.heads[place]
    if clauses.low[place] not in DEONTIC or clauses.relations[place] != "aux":
        return
    speaker = actors.speaker(place)
    if speaker is None or not _is_plain_act(clauses, verb) or is_supposed(clauses, verb):
        return
    if clauses.tags[verb] == "VBN" and clauses.child(verb, "aux:pass") is not None:
        return
    subject = clauses.child(verb, "nsubj")
    if subject is None or (clauses.tags[subject] != "PRP" and actors.of(subject) is None):
        return
    issue = Issue(clauses.phrase(verb, is_verb=True), verb, "said")
    if not names_something(clauses, issue) or clauses.child(verb, "obj", "obl", "advcl") is None:
        return
    yield Stand(place, verb, clauses.low[place], 1, 0.7, speaker, issue)


def refusals(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker says that we or our country will never do."""
    verb = clauses.heads[place]
    if clauses.relations[place] not in ("aux", "advmod") or clauses.low[place] in DEONTIC:
        return
    negation = clauses.negation(verb)
    if negation != place or not clauses.auxiliaries(verb) & _REFUSING:
        return
    speaker = actors.speaker(place)
    subject = clauses.child(verb, "nsubj")
    if speaker is None or subject is None or clauses.low[verb] in senses():
        return
    actor = _refusing(actors, clauses, subject, place, speaker)
    issue = Issue(clauses.phrase(verb, is_verb=True), verb, "said")
    if actor is None or not _is_plain_act(clauses, verb) or is_supposed(clauses, verb):
        return
    if clauses.child(verb, "obj") is not None and names_something(clauses, issue):
        yield Stand(place, verb, "will not", -1, 0.75, actor, issue, negation)


def _refusing(
    actors: Actors, clauses: Clauses, subject: int, place: int, speaker: Actor
) -> Actor | None:
    if clauses.low[subject] in ("i", "we"):
        return speaker
    told = actors.of(subject)
    if told is not None and (told.name == speaker.name or clauses.low[subject] in _GOVERNING):
        return told
    is_sure = clauses.low[place] == "never" and clauses.low[place - 1] in ("will", "'ll", "’ll")
    return told if is_sure else None


_GOVERNING: Final = frozenset("government ministry cabinet administration union company".split())
"""Bodies for which those who speak tell what they will not do."""


def undertakings(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What somebody would do on a condition: "would withdraw its claim only if they paid".

    A plain "if" counts where the one who would is the one who says so.
    """
    verb = clauses.heads[place]
    if clauses.relations[place] != "aux" or clauses.low[place] not in UNDERTAKING:
        return
    subject = clauses.child(verb, "nsubj")
    if subject is None or _tells_itself(clauses, verb) or clauses.negation(verb) is not None:
        return
    issue = Issue(clauses.phrase(verb, is_verb=True), verb, "said")
    condition = condition_of(clauses, verb, issue.words, negated=False)
    if condition is None or not _is_plain_act(clauses, verb) or is_supposed(clauses, verb):
        return
    actor, speaker = actors.of(subject), actors.speaker(place)
    if actor is None and _is_of_speaker(clauses, subject):
        actor = speaker
    is_own = speaker is not None and actor is not None and actor.name == speaker.name
    is_strict = clauses.low[condition[0]] in _STRICT
    if actor is None or not (is_own or is_strict):
        return
    if names_something(clauses, issue, bound=True):
        yield Stand(place, verb, clauses.low[place], 1, 0.75, actor, issue)


def _tells_itself(clauses: Clauses, verb: int) -> bool:
    """Whether a verb is one of attitude by itself: "would support it if ..."."""
    return any(
        sense.negated != "only"
        and tuple(clauses.low[verb + 1 : verb + 1 + len(sense.particles)]) == sense.particles
        for sense in senses().get(clauses.low[verb], ())
    )


def _is_of_speaker(clauses: Clauses, subject: int) -> bool:
    """Whether a subject is the speaker's own: "she said her fighters would", "our party will"."""
    owners = (clauses.low[one] for one in clauses.related(subject, "nmod:poss"))
    return any(one in ("his", "her", "its", "their", "our", "my") for one in owners)


UNDERTAKING: Final = frozenset("will would 'll ’ll 'd ’d".split())
_STRICT: Final = frozenset("only on provided as so in unless".split())
"""First words of conditions that leave no doubt that they are set: "only if", "provided that"."""


def _is_plain_act(clauses: Clauses, verb: int) -> bool:
    """Whether a predicate is something that somebody does, now or later."""
    is_act = clauses.tags[verb] == "VB" and clauses.child(verb, "cop") is None
    return is_act and "have" not in clauses.auxiliaries(verb)
