"""Finds where an article tells that somebody stands for or against something.

Words of attitude are looked up (`lexicon`); how the sentence hangs together tells who has the
attitude, what it is about, whether it is negated, only supposed, or held on a condition.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from variorum.read.attitudes.actors import Actor, Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import condition_of, is_supposed
from variorum.read.attitudes.issues import issues_of
from variorum.read.attitudes.lexicon import Sense, senses
from variorum.read.attitudes.naming import is_verb, names_something
from variorum.read.attitudes.speech import UNDERTAKING, assessments, demands, refusals, undertakings
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.attitudes.telling import tell
from variorum.read.speakers import Cast
from variorum.record.position import Attitude
from variorum.record.reading import Entity, Quotation
from variorum.record.time_expression import TimeExpression

LEAST_SURE: Final = 0.5
"""Attitudes of less confidence are not told."""

_LIGHT: Final = frozenset(
    "have has had having express expressed expresses expressing voice voiced voices voicing give "
    "gave given gives giving offer offered offers show showed shown shows declare declared "
    "declares reiterate reiterated reiterates announce announced announces signal signaled "
    "signalled signals make made makes making issue issued issues reaffirm reaffirmed reaffirms "
    "pledge pledges pledging maintain maintained state stated repeat repeated repeats indicate "
    "indicated draw lend lent throw threw thrown pledged promised renew renewed renewing "
    "renews see sees saw".split()
)
"""Verbs that add nothing to the noun of attitude that is their object."""

_SAID: Final = ("root", "ccomp", "conj", "parataxis", "advcl", "xcomp", "acl:relcl", "acl")
_KIND_OF: Final = {"v": ("VB",), "n": ("NN",), "a": ("JJ", "VBN", "RB"), "s": ("IN",)}
_BEING: Final = frozenset(
    ["is", "are", "was", "were", "'s", "’s", "'re", "’re", "am", "been", "be"]
)


class _Trigger(NamedTuple):
    place: int
    senses: tuple[Sense, ...]


def find_attitudes(
    cast: Cast,
    quotations: Sequence[Quotation],
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
) -> tuple[Attitude, ...]:
    """The attitudes that an article tells, in order; each place once."""
    clauses = Clauses(cast.passage, cast.analysis)
    actors = Actors(cast, clauses, quotations, entities)
    stands = list(_stands(clauses, actors))
    by_start = {time.start: time for time in times}
    told = [tell(clauses, actors, stand, by_start) for stand in stands]
    best: dict[tuple[int, int, str], Attitude] = {}
    for one in told:
        if one is None or one.confidence < LEAST_SURE:
            continue
        key = (one.issue.start, one.issue.end, one.actor or one.actor_name)
        if key not in best or best[key].confidence < one.confidence:
            best[key] = one
    return tuple(sorted(best.values(), key=lambda one: (one.start, one.end, one.issue)))


def _stands(clauses: Clauses, actors: Actors) -> Iterator[Stand]:
    known = senses()
    taken: set[int] = set()
    for place, low in enumerate(clauses.low):
        found = known.get(low)
        if found and place not in taken:
            yield from _of_word(clauses, actors, _Trigger(place, found), taken)
        if low in _SPOKEN and actors.quotation(place) is not None:
            for stand in demands(clauses, actors, place):
                found_stand = _within(clauses, stand, taken)
                if found_stand:
                    yield found_stand
            yield from refusals(clauses, actors, place)
        if low in UNDERTAKING:
            yield from undertakings(clauses, actors, place)


_SPOKEN: Final = frozenset("should must ought will would wo never cannot can 'll ’ll not".split())


def _of_word(
    clauses: Clauses, actors: Actors, trigger: _Trigger, taken: set[int]
) -> Iterator[Stand]:
    tag = clauses.tags[trigger.place]
    for sense in trigger.senses:
        if sense.kind == "p":
            if tag.startswith(("JJ", "NN", "VBN", "VBG")):
                yield from assessments(clauses, actors, trigger.place, sense)
            continue
        if not tag.startswith(_KIND_OF[sense.kind]) or not _has_particles(clauses, trigger, sense):
            continue
        stand = _stand(clauses, actors, trigger.place, sense, taken)
        if stand:
            yield stand
            yield from _joined(clauses, stand)
            return


def _joined(clauses: Clauses, stand: Stand) -> Iterator[Stand]:
    """The second of two acts: "promised to raise wages and to cut taxes"."""
    first, last = stand.issue.words
    if not is_verb(clauses, stand.issue.head) or stand.inner_negation is not None:
        return
    behind = tuple(clauses.low[last : last + 2])
    other = last + 2
    if behind != ("and", "to") or clauses.tags[other : other + 1] != ["VB"]:
        return
    issue = Issue(clauses.phrase(other, is_verb=True), other, stand.issue.place)
    if first < other and names_something(clauses, issue) and clauses.low[other] not in senses():
        yield stand._replace(issue=issue, sureness=0.9 * stand.sureness)


def _has_particles(clauses: Clauses, trigger: _Trigger, sense: Sense) -> bool:
    size = len(sense.particles)
    behind = tuple(clauses.low[trigger.place + 1 : trigger.place + 1 + size])
    return behind == sense.particles


def _stand(
    clauses: Clauses, actors: Actors, place: int, sense: Sense, taken: set[int]
) -> Stand | None:
    predicate = _predicate(clauses, place, sense)
    if predicate is None:
        return None
    negation = clauses.negation(predicate) if predicate == place else None
    if predicate != place:
        negation = clauses.negation(place) or clauses.negation(predicate)
    if (negation is not None and sense.negated == "drop") or is_supposed(clauses, predicate):
        return None
    if negation is None and sense.negated == "only":
        return None
    issue = _issue(clauses, place, sense, negated=negation is not None)
    issue = issue or _on_condition(clauses, place, predicate, sense)
    if issue is None:
        return None
    actor = _actor(clauses, actors, place, predicate, sense)
    if actor is None:
        return None
    stance = -sense.stance if negation is not None else sense.stance
    sureness = sense.sureness * (0.9 if negation is not None and sense.stance < 0 else 1.0)
    stand = Stand(place, predicate, sense.printed, stance, sureness, actor, issue, negation)
    return _within(clauses, stand, taken)


def _predicate(clauses: Clauses, place: int, sense: Sense) -> int | None:
    """The word whose subject has the attitude."""
    if sense.kind == "v":
        return place
    if sense.kind == "a":
        if clauses.tags[place] == "VBN" and not clauses.auxiliaries(place):
            return None
        is_said = clauses.relations[place] in _SAID
        return place if is_said else None
    if sense.kind == "s":
        noun = clauses.heads[place]
        is_predicate = clauses.child(noun, "cop") is not None and noun > place
        return noun if is_predicate else _being(clauses, place)
    governor = clauses.heads[place]
    is_object = clauses.relations[place] in ("obj", "nsubj:pass")
    if is_object and clauses.low[governor] in _LIGHT:
        return governor
    return place


def _being(clauses: Clauses, place: int) -> int | None:
    """The "is" that stands right before a preposition, where the tree does not join the two."""
    before = place - 1
    while before > 0 and clauses.tags[before] == "RB":
        before -= 1
    return before if before >= 0 and clauses.low[before] in _BEING else None


def _issue(clauses: Clauses, place: int, sense: Sense, *, negated: bool) -> Issue | None:
    if sense.kind == "s":
        noun = clauses.heads[place]
        if sense.particles:
            behind = place + len(sense.particles)
            noun = clauses.heads[behind] if clauses.relations[behind] == "case" else noun
        if noun <= place + len(sense.particles):
            return None
        issue = Issue(_behind_preposition(clauses, place + len(sense.particles), noun), noun, "obj")
        return issue if names_something(clauses, issue) else None
    return next(
        (
            one
            for one in issues_of(clauses, place, sense, negated=negated)
            if names_something(clauses, one)
            or (is_verb(clauses, one.head) and _inner(clauses, one.head) is not None)
        ),
        None,
    )


def _on_condition(clauses: Clauses, place: int, predicate: int, sense: Sense) -> Issue | None:
    """A thing that is named by a common word alone, but together with a condition."""
    for issue in issues_of(clauses, place, sense, negated=False):
        if names_something(clauses, issue, bound=True) and condition_of(
            clauses, predicate, issue.words, negated=sense.stance < 0
        ):
            return issue
    return None


def _behind_preposition(clauses: Clauses, place: int, noun: int) -> tuple[int, int]:
    first, last = clauses.phrase(noun)
    return max(first, place + 1), last


def _actor(
    clauses: Clauses, actors: Actors, place: int, predicate: int, sense: Sense
) -> Actor | None:
    if sense.kind == "n" and predicate == place:
        return actors.bearer_of_noun(place)
    agent = next(
        (
            one
            for one in clauses.related(predicate, "obl:agent", "obl")
            if clauses.case(one) == "by" and clauses.tags[predicate] == "VBN"
        ),
        None,
    )
    is_passive = (
        clauses.child(predicate, "aux:pass", "nsubj:pass") is not None
        or (clauses.tags[predicate] == "VBN" and clauses.relations[predicate] == "acl")
    ) and sense.kind != "a"
    if is_passive:
        return actors.of(agent) if agent is not None else None
    subject = subject_of(clauses, predicate)
    return actors.of(subject) if subject is not None else None


def _inner(clauses: Clauses, head: int) -> tuple[Sense, Issue] | None:
    """What a verb that is itself an issue is about: "refused to support the bill"."""
    negated = clauses.negation(head) is not None
    for sense in senses().get(clauses.low[head], ()):
        if sense.kind != "v" or (sense.negated == "only" and not negated):
            continue
        if tuple(clauses.low[head + 1 : head + 1 + len(sense.particles)]) != sense.particles:
            continue
        for issue in issues_of(clauses, head, sense, negated=negated):
            if names_something(clauses, issue):
                return sense, issue
    return None


def _within(clauses: Clauses, stand: Stand, taken: set[int]) -> Stand | None:
    """An attitude to an attitude is one to what that is about; each word counts once."""
    head = stand.issue.head
    taken.add(stand.place)
    if head == stand.place:
        return stand
    if not is_verb(clauses, head):
        return _asked_for(clauses, stand, taken)
    negation = clauses.negation(head)
    inner = _inner(clauses, head)
    if inner is not None:
        taken.add(head)
        return _turned(stand, inner, negation)
    if negation is None:
        return stand
    if clauses.child(head, "aux:pass", "cop") is not None:
        return None  # Its words would say the contrary of what it is: "X not be used".
    return stand._replace(stance=-stand.stance, inner_negation=negation)


def _asked_for(clauses: Clauses, stand: Stand, taken: set[int]) -> Stand:
    """Who rejects calls for a thing is against the thing."""
    head = stand.issue.head
    for sense in senses().get(clauses.low[head], ()):
        if sense.kind != "n" or sense.stance < 0 or sense.negated == "only":
            continue
        for issue in issues_of(clauses, head, sense, negated=False):
            inner = names_something(clauses, issue) or clauses.low[issue.head] in _ASKED_FOR
            if inner and issue.head > head and not is_verb(clauses, issue.head):
                taken.add(head)
                return _turned(stand, (sense, issue), None) or stand
    return stand


_ASKED_FOR: Final = frozenset("resignation ouster removal impeachment referendum election".split())
"""Nouns that say what is asked for even if it is only "his resignation"."""


def _turned(stand: Stand, inner: tuple[Sense, Issue], negation: int | None) -> Stand | None:
    """The attitude to what the inner one is about; None if the two together tell nothing."""
    sense, issue = inner
    # Who is loath to criticise a thing need not be for it.
    is_loath = sense.stance < 0 and stand.stance < 0
    if sense.negated == "drop" and (negation is not None or is_loath):
        return None
    stance = sense.stance * stand.stance * (1 if negation is None else -1)
    sureness = stand.sureness * (0.5 + sense.sureness / 2)
    return stand._replace(
        stance=stance, issue=issue, inner=sense.printed, sureness=sureness, inner_negation=negation
    )
