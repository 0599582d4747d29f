"""What somebody undertakes: "would withdraw its claim only if they paid", "will not sign it"."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import condition_of, is_supposed
from variorum.read.attitudes.deeds import CALLED, FORCES, POLICIES, POLICY
from variorum.read.attitudes.doers import is_bare_body, is_bare_office
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.lexicon import senses, verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.encoder.window import Words

UNDERTAKING: Final = frozenset("will would 'll ’ll 'd ’d may might could".split())
_MAY: Final = frozenset("may might could".split())
_STRICT: Final = frozenset("only on provided as so in unless".split())
"""First words of conditions that leave no doubt that they are set: "only if", "provided that"."""

_DONE_FREELY: Final = frozenset(
    "sign ratify join attend leave quit withdraw lift release resume reopen cease return "
    "negotiate talk resign testify vote walk pull step strike appeal sue boycott veto impose "
    "suspend deploy expel dissolve".split()
)
"""Acts that a body which sets a condition for them does of its own will."""

_LEAVING: Final = {
    "quit": (),
    "leave": (),
    "withdraw": ("from",),
    "pull": ("out",),
    "walk": ("out",),
}
_LEFT: Final = frozenset(
    "union bloc alliance league coalition government cabinet treaty pact accord agreement deal "
    "convention organisation organization talks negotiations court council commission".split()
)
"""What one may leave because one is against it."""

_ATTENDING: Final = frozenset("attend come participate".split())
_TALKS: Final = frozenset(
    "mediation talks negotiations dialogue hearing inquiry commission conference summit meeting "
    "negotiation talk".split()
)
_MOVING: Final = frozenset("move table introduce file submit launch propose hold seek call".split())
_MOVED: Final = frozenset(
    "vote motion bill referendum amendment appeal lawsuit complaint petition resolution".split()
)
_NEAR: Final = 4
"""Sentences before in which talks are looked for."""


def undertakings(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What somebody would do on a condition, and acts that show a stand without one.

    A plain "if" counts where the one who would is the one who says so or stands for who would,
    or a body that does such things of its own will.
    """
    verb = clauses.heads[place]
    if clauses.relations[place] != "aux" or clauses.low[place] not in UNDERTAKING:
        return
    is_maybe = clauses.low[place] in _MAY
    if clauses.negation(verb) is not None or is_supposed(clauses, verb, may_be_possible=is_maybe):
        return
    if (
        clauses.child(verb, "aux:pass") is None
        and _is_act(clauses, verb)
        and not _tells_itself(clauses, verb)
    ):
        yield from _done(clauses, actors, place, verb)


def _done(clauses: Clauses, actors: Actors, place: int, verb: int) -> Iterator[Stand]:
    """What somebody says they would do."""
    subject = subject_of(clauses, verb)
    actor, is_own = (None, False)
    if subject is not None:
        actor, is_own = _actor(clauses, actors, subject, place)
    if actor is None:
        return
    issue = Issue(clauses.phrase(verb, is_verb=True), verb, "said")
    condition = condition_of(clauses, verb, issue.words, negated=False)
    is_decided = clauses.low[verb] in _DONE_FREELY | POLICY
    if clauses.low[place] in _MAY and (condition is None or not is_own or not is_decided):
        return
    if condition is None:
        yield from _without_condition(clauses, place, verb, actor, is_own=is_own)
        return
    is_strict = clauses.low[condition[0]] in _STRICT
    is_free = actor.entity is not None and (
        clauses.low[verb] in _DONE_FREELY | POLICY or _is_of_own(clauses, verb)
    )
    if not (is_own or is_strict or is_free):
        return
    if clauses.low[verb] in _ATTENDING and clauses.child(verb, "obj") is None:
        talks = _talks_before(clauses, verb)
        if talks:
            at = Issue((verb, verb + 1), verb, "said", points=True, introduced=talks)
            yield Stand(place, verb, clauses.low[place], 1, 0.85, actor, at)
    elif names_something(clauses, issue, bound=True):
        yield Stand(place, verb, clauses.low[place], 1, 0.75, actor, issue)


def _is_of_own(clauses: Clauses, verb: int) -> bool:
    """Whether something is done with what is one's own: "will drop its complaint if"."""
    thing = clauses.child(verb, "obj")
    owners = clauses.related(thing, "nmod:poss") if thing is not None else ()
    return any(clauses.low[one] in ("its", "his", "her", "their") for one in owners)


def _actor(clauses: Clauses, actors: Actors, subject: int, place: int) -> tuple[Actor | None, bool]:
    """Who undertakes it, and whether they say so themselves."""
    actor, speaker = actors.of(subject), actors.speaker(place)
    is_of_speaker = _is_of_speaker(clauses, subject)
    is_bare = is_bare_body(clauses, subject) or is_bare_office(clauses, subject)
    if actor is None and (is_of_speaker or is_bare):
        actor = speaker._replace(sureness=0.85 * speaker.sureness) if speaker else None
        return actor, is_of_speaker
    is_same = speaker is not None and actor is not None and actor.name == speaker.name
    return actor, speaker is not None and (is_same or is_of_speaker)


def _without_condition(
    clauses: Clauses, place: int, verb: int, actor: Actor, *, is_own: bool
) -> Iterator[Stand]:
    """Leaving a body, coming to talks, moving a vote."""
    low = clauses.low[verb]
    if _is_all_the_same(clauses, verb):
        act = Issue(clauses.phrase(verb, is_verb=True), verb, "said")
        if names_something(clauses, act):
            yield Stand(place, verb, low, 1, 0.75, actor, act)
        return
    if low in _ATTENDING:
        issue = _attended(clauses, verb)
        if issue:
            yield Stand(place, verb, low, 1, 0.8, actor, issue)
        return
    thing = _left(clauses, verb)
    if thing is not None and (is_own or _is_announced(clauses, verb)):
        issue = Issue(clauses.phrase(thing), thing, "obj")
        if names_something(clauses, issue):
            yield Stand(place, verb, low, -1, 0.75, actor, issue)
        return
    moved = clauses.child(verb, "obj")
    if moved is None or not is_own:
        return
    if low in _MOVING and clauses.low[moved] in _MOVED:
        issue = Issue(clauses.phrase(moved), moved, "obj")
        if names_something(clauses, issue):
            yield Stand(place, verb, low, 1, 0.75, actor, issue)
    elif low not in _EVERYDAY and clauses.tags[moved] in ("NN", "NNS"):
        issue = Issue(clauses.phrase(verb, is_verb=True), verb, "inf")
        is_plain = names_something(clauses, issue) and issue.words[1] > moved > verb
        if is_plain and _is_public(clauses, moved):
            yield Stand(place, verb, clauses.low[place], 1, 0.65, actor, issue)


def _is_all_the_same(clauses: Clauses, verb: int) -> bool:
    """Whether somebody will do it come what may: "will travel whatever the experts say"."""
    _, end = clauses.sentence(verb)
    behind = clauses.low[verb + 1 : min(end, verb + _FAR)]
    is_no_matter = any(pair in _NO_MATTER for pair in pairwise(behind))
    return is_no_matter or bool(set(behind) & _WHATEVER)


_FAR: Final = 12
_WHATEVER: Final = frozenset("whatever regardless irrespective nonetheless nevertheless".split())
_NO_MATTER: Final = frozenset([("no", "matter"), ("come", "what"), ("even", "without")])


def _is_public(clauses: Clauses, thing: int) -> bool:
    """Whether what somebody means to act on is decided in public: a law, a border, talks."""
    low = clauses.low[thing]
    if low in FORCES or low.removesuffix("s") in FORCES:
        return True
    return (
        low in POLICIES or low.removesuffix("s") in POLICIES or low.removesuffix("es") in POLICIES
    )


_EVERYDAY: Final = frozenset(
    "be have get see know take make let need want keep give put face hear discuss meet address "
    "review consider look bring win lose".split()
)


def _attended(clauses: Clauses, verb: int) -> Issue | None:
    """The talks that somebody will come to."""
    thing = clauses.child(verb, "obj")
    if thing is None:
        is_bare = not any(clauses.related(verb, "obl", "xcomp", "advcl"))
        talks = _talks_before(clauses, verb) if is_bare and clauses.low[verb] != "come" else None
        words = (verb, verb + 1)
        return Issue(words, verb, "said", points=True, introduced=talks) if talks else None
    issue = Issue(clauses.phrase(thing), thing, "obj")
    is_talks = clauses.low[thing] in ("mediation", "talks", "negotiations", "dialogue", "hearing")
    return issue if is_talks else None


def _talks_before(clauses: Clauses, verb: int) -> Words | None:
    """The talks that were told of in this sentence or those before."""
    number = clauses.passage.sentence_of(verb)
    first, _ = clauses.passage.sentence(max(0, number - _NEAR))
    for at in range(verb - 1, first - 1, -1):
        if clauses.low[at] in _TALKS and clauses.tags[at].startswith("NN"):
            return clauses.phrase(at)
    return None


def _left(clauses: Clauses, verb: int) -> int | None:
    """The body or treaty that somebody leaves."""
    particles = _LEAVING.get(clauses.low[verb])
    if particles is None or tuple(clauses.low[verb + 1 : verb + 1 + len(particles)]) != particles:
        return None
    for one in clauses.related(verb, "obj", "obl"):
        if one > verb and clauses.low[one] in _LEFT:
            return one
    return None


def _is_announced(clauses: Clauses, verb: int) -> bool:
    return clauses.relations[verb] == "ccomp" and clauses.low[clauses.heads[verb]] in _ANNOUNCING


_ANNOUNCING: Final = verb_forms("announce") | verb_forms("declare") | verb_forms("confirm")


def _tells_itself(clauses: Clauses, verb: int) -> bool:
    """Whether a verb is one of attitude by itself: "would support it if ..."."""
    thing = clauses.child(verb, "obj")
    if clauses.low[verb] == "call" and thing is not None and clauses.low[thing] in CALLED:
        return False
    return any(
        sense.kind == "v"
        and sense.negated != "only"
        and tuple(clauses.low[verb + 1 : verb + 1 + len(sense.particles)]) == sense.particles
        for sense in senses().get(clauses.low[verb], ())
    ) and clauses.low[verb] not in ("sign", "hope", "strike")


def _is_of_speaker(clauses: Clauses, subject: int) -> bool:
    """Whether a subject is the speaker's own: "she said her fighters would", "our party will"."""
    owners = (clauses.low[one] for one in clauses.related(subject, "nmod:poss"))
    return any(one in ("his", "her", "its", "their", "our", "my") for one in owners)


def _is_act(clauses: Clauses, verb: int) -> bool:
    """Whether a predicate is something that somebody does, now or later."""
    is_act = clauses.tags[verb] == "VB" and clauses.child(verb, "cop") is None
    return is_act and "have" not in clauses.auxiliaries(verb)
