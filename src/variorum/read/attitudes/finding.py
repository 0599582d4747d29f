"""Finds where an article tells that somebody stands for or against something.

Words of attitude are looked up (`lexicon`); how the sentence hangs together tells who has the
attitude, what it is about, whether it is negated, only supposed, or held on a condition.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import Final, NamedTuple

from variorum.read.attitudes.accusing import ACCUSING, accusations
from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.announcing import CONTINUING, announcements, continuing
from variorum.read.attitudes.asking import ASKED, UNNEEDED, rhetorical, unneeded
from variorum.read.attitudes.bringing import BRINGING, brought
from variorum.read.attitudes.clauses import NEGATIONS, Clauses
from variorum.read.attitudes.commanding import COMMANDING, commands
from variorum.read.attitudes.deeds import deeds
from variorum.read.attitudes.denying import denials
from variorum.read.attitudes.depending import DEPENDING, dependencies
from variorum.read.attitudes.drawing import drawn
from variorum.read.attitudes.effects import effects
from variorum.read.attitudes.feeling import FEELING, feelings
from variorum.read.attitudes.foreseeing import FORESEEING, foreseen
from variorum.read.attitudes.holding import stand_of
from variorum.read.attitudes.leaving_open import left_open
from variorum.read.attitudes.lexicon import Sense, senses
from variorum.read.attitudes.naming import is_verb, names_something
from variorum.read.attitudes.needing import needed
from variorum.read.attitudes.nesting import within
from variorum.read.attitudes.nicknaming import BEING, NICKNAMING, mockeries, nicknames
from variorum.read.attitudes.overriding import OVERRIDDEN, overridden
from variorum.read.attitudes.pointing import introduced, is_noun, of_event
from variorum.read.attitudes.pressing import PRESSING, pressed
from variorum.read.attitudes.promising import PROMISED, promises
from variorum.read.attitudes.protesting import PROTESTING, protests
from variorum.read.attitudes.qualified import qualified
from variorum.read.attitudes.receiving import RECEIVED, received
from variorum.read.attitudes.refusing import preferences, refusals
from variorum.read.attitudes.remarking import REMARKING, remarks
from variorum.read.attitudes.sanctioning import SANCTIONING, sanctioned
from variorum.read.attitudes.serving import SERVING, served
from variorum.read.attitudes.setting_terms import TERMS, terms
from variorum.read.attitudes.speech import assessments, demands
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.telling import tell
from variorum.read.attitudes.turning import turned
from variorum.read.attitudes.undertaking import UNDERTAKING, undertakings
from variorum.read.attitudes.wishing import wanted, wishes
from variorum.read.speakers import Cast
from variorum.record.position import Attitude
from variorum.record.reading import Entity, Quotation
from variorum.record.time_expression import TimeExpression

LEAST_SURE: Final = 0.5
"""Attitudes of less confidence are not told."""

LEAST_BOUND: Final = 0.45
"""The same for what is told with its condition, which shows by itself that somebody has a stand."""

_KIND_OF: Final = {
    **dict.fromkeys("ved", ("VB",)), **dict.fromkeys("nlr", ("NN",)),
    "a": ("JJ", "VBN", "RB"), "s": ("IN", "RB", "RP"),
}  # fmt: skip


_OF_VERBS: Final = {"e": effects, "d": deeds}
"""How verbs are read that tell a stand by what is done."""


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
    stands = _introduced(clauses, _stands(clauses, actors))
    by_start = {time.start: time for time in times}
    told = [
        tell(clauses, actors, turned(clauses, qualified(clauses, stand)), by_start)
        for stand in stands
    ]
    best: dict[tuple[int, int, str], Attitude] = {}
    for one in told:
        least = LEAST_BOUND if one and one.stance == "conditional" else LEAST_SURE
        if one is None or one.confidence < least:
            continue
        key = (one.issue.start, one.issue.end, one.actor or one.actor_name)
        if key not in best or best[key].confidence < one.confidence:
            best[key] = one
    return tuple(sorted(best.values(), key=lambda one: (one.start, one.end, one.issue)))


def _introduced(clauses: Clauses, stands: Iterable[Stand]) -> list[Stand]:
    """The stands with what their issues point at; those that point at nothing sure are left."""
    found: list[Stand] = []
    for stand in sorted(stands, key=lambda one: one.place):
        issue = stand.issue
        if not issue.points:
            fuller = of_event(clauses, issue)
            found.append(stand._replace(issue=issue._replace(introduced=fuller)))
            continue
        words = issue.introduced or introduced(clauses, stand, found)
        if words is None and not is_noun(clauses, issue):
            continue
        is_sure = issue.introduced is not None or is_noun(clauses, issue)
        share = _POINTED if is_sure else _MEANT
        found.append(
            stand._replace(issue=issue._replace(introduced=words), sureness=share * stand.sureness)
        )
    return found


_POINTED, _MEANT = 0.9, 0.8
"""How sure an issue is that "the plan", and that "it" points at."""


def _stands(clauses: Clauses, actors: Actors) -> Iterator[Stand]:
    known = senses()
    taken: set[int] = set()
    for place, low in enumerate(clauses.low):
        found = known.get(low)
        if found and place not in taken:
            yield from _of_word(clauses, actors, _Trigger(place, found), taken)
        for asking, is_spoken, find in _ASKING:
            if low in asking and (not is_spoken or actors.quotation(place) is not None):
                for stand in find(clauses, actors, place):
                    whole = within(clauses, stand, taken)
                    if whole:
                        yield whole
        for words, is_spoken, find in _FINDERS:
            is_one = words is None or low in words
            if is_one and (not is_spoken or actors.quotation(place) is not None):
                yield from find(clauses, actors, place)


_WISHED: Final = frozenset("let time need needs needed have has had got 've ’ve want".split())
_SPOKEN: Final = frozenset(
    "should must ought will would wo never cannot can ca 'll ’ll 'd ’d not".split()
)


def _of_word(
    clauses: Clauses, actors: Actors, trigger: _Trigger, taken: set[int]
) -> Iterator[Stand]:
    tag = clauses.tags[trigger.place]
    fullest = 0  # "called off a strike" is no "called a strike".
    for sense in trigger.senses:
        if sense.kind == "p":
            if tag.startswith(("JJ", "NN", "VBN", "VBG")):
                found = assessments(clauses, actors, trigger.place, sense)
                yield from (one for one in found if not _is_courtesy(clauses, one))
            continue
        is_kind = tag.startswith(_KIND_OF[sense.kind]) or (
            sense.kind == "v" and _follows_modal(clauses, trigger.place)
        )
        is_kind = is_kind or (sense.kind == "a" and _follows_being(clauses, trigger.place))
        if not is_kind or not _has_particles(clauses, trigger, sense):
            continue
        if sense.kind in _OF_VERBS:
            if len(sense.particles) < fullest:
                continue
            fullest = len(sense.particles)
            yield from _OF_VERBS[sense.kind](clauses, actors, trigger.place, sense)
            continue
        if sense.kind in ("n", "l"):
            yield from drawn(clauses, actors, trigger.place, sense)
        stand = stand_of(clauses, actors, trigger.place, sense, taken)
        if stand:
            for one in (stand, *_with_others(actors, stand)):
                yield one
                yield from _joined(clauses, one)
            return


def _is_courtesy(clauses: Clauses, stand: Stand) -> bool:
    """Whether diplomats say of their talks what they always say: "frank and constructive"."""
    return stand.word in _COURTEOUS and clauses.low[stand.issue.head] in _MEETINGS


_COURTEOUS: Final = frozenset(
    "constructive encouraging hopeful excellent fantastic wonderful valuable great good".split()
)
_MEETINGS: Final = frozenset(
    "call conversation talks talk discussion discussions meeting meetings exchange visit chat "
    "dialogue session negotiations".split()
)


def _follows_being(clauses: Clauses, place: int) -> bool:
    """Whether a word that was taken for a verb is an adjective: "is lukewarm"."""
    is_mistaken = clauses.tags[place] in ("VB", "NN") and clauses.relations[place] in (
        "root",
        "ccomp",
        "conj",
    )
    return is_mistaken and clauses.low[place - 1] in ("is", "are", "was", "were")


def _follows_modal(clauses: Clauses, place: int) -> bool:
    """Whether a word is a verb though it may be taken for none: "will back the bill"."""
    is_root = clauses.tags[place] in ("NNS", "NN") and clauses.relations[place] == "root"
    if is_root and clauses.child(place, "nsubj") is not None:
        return clauses.child(place, "cop") is None  # "the union balks at cameras"
    return clauses.low[place] == "back" and (
        any(clauses.tags[one] == "MD" for one in clauses.related(place, "aux"))
        or (clauses.relations[place] == "root" and clauses.child(place, "obj") is not None)
    )


def _with_others(actors: Actors, stand: Stand) -> Iterator[Stand]:
    """The same of those who are named with an actor: "Brazil and Chile voted against it"."""
    words = stand.actor.words
    if words is None or words[1] > stand.place:
        return
    other = actors.beside(words, stand.predicate)
    if other is not None and other.name != stand.actor.name:
        yield stand._replace(actor=other, sureness=0.9 * stand.sureness)


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
    first = trigger.place + 1
    if sense.kind == "e" and clauses.low[first : first + 1] in _BETWEEN:
        first += 1  # The fee was "out of the question", is not for sale.
    if size and clauses.low[first : first + 1] in _MARKS:
        first += 1  # had "had enough" of it
    printed = clauses.low[first : first + size]
    return len(printed) == size and all(
        one == other or (other == "one's" and one in _OWN)
        for one, other in zip(printed, sense.particles, strict=True)
    )


_OWN: Final = frozenset("my our your his her its their".split())
_MARKS: Final = (['"'], ["“"], ["``"], ["'"], ["‘"])


_BETWEEN: Final = (['"'], ["“"], ["``"], ["'"], ["‘"], ["not"], ["n't"], ["n’t"], ["never"])


_Find = Callable[[Clauses, Actors, int], Iterator[Stand]]

_ASKING: Final[tuple[tuple[Set[str], bool, _Find], ...]] = (
    (PRESSING, False, pressed),
    (TERMS, False, terms),
    (_SPOKEN, True, demands),
)
"""The same for what is asked of others, which may be an attitude to an attitude."""

_FINDERS: Final[tuple[tuple[Set[str] | None, bool, _Find], ...]] = (
    (_SPOKEN, True, announcements),
    (CONTINUING, True, continuing),
    (_WISHED, True, wishes),
    (NICKNAMING, False, nicknames),
    (BEING, False, mockeries),
    (DEPENDING, True, dependencies),
    (None, False, wanted),
    (None, False, left_open),
    (OVERRIDDEN, False, overridden),
    (frozenset(["no", "not"]), False, denials),
    (NEGATIONS, False, refusals),
    (frozenset(["than"]), False, preferences),
    (PROMISED, False, promises),
    (UNDERTAKING, False, undertakings),
    (ACCUSING, False, accusations),
    (SANCTIONING, False, sanctioned),
    (FEELING, False, feelings),
    (RECEIVED, False, received),
    (REMARKING, False, remarks),
    (frozenset(["without"]), True, needed),
    (FORESEEING, False, foreseen),
    (BRINGING, True, brought),
    (ASKED, True, rhetorical),
    (UNNEEDED, True, unneeded),
    (SERVING, True, served),
    (PROTESTING, False, protests),
    (COMMANDING, True, commands),
)
"""At which words stands are looked for (none: at all), if only in what is reported, and how."""
