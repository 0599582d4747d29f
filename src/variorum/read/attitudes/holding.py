"""Who stands where by one word of attitude: its predicate, issue, actor and negation."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import condition_of, is_possible, is_supposed
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.fitting import fits
from variorum.read.attitudes.holders import TEXTS, Actor
from variorum.read.attitudes.issues import issues_of
from variorum.read.attitudes.lexicon import Sense, verb_forms
from variorum.read.attitudes.naming import is_verb, names_something
from variorum.read.attitudes.nesting import ended_thing, inner_of, within
from variorum.read.attitudes.omitting import left_out, unsaid
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.predicates import bearer_of_role, predicate_of, taken_back
from variorum.read.attitudes.speech import DEONTIC
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.attitudes.summing_up import summed_up
from variorum.read.attitudes.surface import noun_behind

_ASKING: Final = frozenset("call appeal plea demand request insistence petition".split())
"""Nouns for what somebody asks for."""


_WHETHER: Final = 8
"""Words behind "vote" within which "whether" tells what is voted on."""


class Held(NamedTuple):
    """How an attitude is held: the word that turns it round, and whether it only may be held."""

    negation: int | None
    may_be: bool


def stand_of(
    clauses: Clauses, actors: Actors, place: int, sense: Sense, taken: set[int]
) -> Stand | None:
    """The stand that a word of attitude tells; its words are added to `taken`."""
    behind = clauses.low[place + 1 : place + _WHETHER]
    if (sense.stance > 0 and behind[:1] == ["against"]) or _is_open_vote(sense, behind):
        return None  # "would recommend against it"
    predicate = predicate_of(clauses, place, sense)
    held = _held(clauses, place, predicate, sense) if predicate is not None else None
    if predicate is None or held is None:
        return None
    issue = _issue(clauses, place, sense, negated=held.negation is not None)
    issue = issue or _on_condition(clauses, place, predicate, sense) or left_out(clauses, place)
    issue = issue or unsaid(clauses, place, sense) or _bare(clauses, place, sense)
    issue = issue or _given(clauses, place, predicate, sense)
    actor = _actor(clauses, actors, place, predicate, sense) if issue else None
    if issue is None or actor is None or not fits(clauses, actor, issue, sense.word):
        return None
    negation = held.negation
    if negation is None and not is_verb(clauses, issue.head):
        negation = _no(clauses, issue.head)
    stance = _stance(sense, negated=negation is not None)
    if sense.negated == "drop" and sense.kind == "v" and _no_longer(clauses, predicate):
        stance = 0
    if negation is not None and sense.word in _ASKING and sense.negated == "drop":
        stance = 0  # Who drops a demand for a thing need not be against it.
    sureness = sense.sureness * (0.9 if negation is not None and sense.stance < 0 else 1.0)
    stand = Stand(place, predicate, sense.printed, stance, sureness, actor, issue, negation)
    whole = within(clauses, stand, taken)
    return _possible(clauses, actors, whole) if whole and held.may_be else whole


def _is_open_vote(sense: Sense, behind: Sequence[str]) -> bool:
    """Whether it is only told what is voted on: "will vote on whether to strike"."""
    return sense.word == "vote" and "whether" in behind


def _held(clauses: Clauses, place: int, predicate: int, sense: Sense) -> Held | None:
    """None if nothing is told: it is doubted, or negated where that leaves it open."""
    negation = clauses.negation(place)
    if negation is None and predicate != place:
        negation = clauses.negation(predicate)
    if negation is None and clauses.low[place - 1 : place] == ["nor"]:
        negation = place - 1
    if negation is None:
        is_noun = sense.kind in ("n", "l")
        negation = taken_back(clauses, place) if is_noun else _nobody(clauses, predicate)
        if is_noun and negation is not None and sense.stance < 0:
            return Held(negation, may_be=False)
    if not _tells(clauses, place, predicate, sense, negated=negation is not None):
        return None
    if not is_supposed(clauses, predicate):
        return Held(negation, may_be=False)
    if sense.word in _BEARING and is_possible(clauses, predicate):
        return Held(negation, may_be=False)
    is_maybe = is_possible(clauses, predicate) and sense.kind in ("v", "a")
    if is_maybe and not is_supposed(clauses, predicate, may_be_possible=True):
        return Held(negation, may_be=True)
    return None


_BEARING: Final = frozenset(["live"])
"""Verbs of bearing with a thing that say so with "can": "could live with the dam"."""

_PROGRESSIVE: Final = frozenset(["consider", "weigh", "study", "examine", "mull", "contemplate"])
"""Verbs that leave it open only while they last: "is weighing"."""


def _is_progressive(clauses: Clauses, verb: int) -> bool:
    return clauses.tags[verb] == "VBG" and bool(clauses.auxiliaries(verb))


def _tells(clauses: Clauses, place: int, predicate: int, sense: Sense, *, negated: bool) -> bool:
    """Whether a word tells something with or without a negation, and as it is used here."""
    is_over = negated and sense.kind == "v" and _no_longer(clauses, predicate)
    if clauses.low[predicate - 2 : predicate] == ["used", "to"]:
        return False  # "used to oppose the levy"
    if sense.negated == "only" and not negated and _is_only(clauses, predicate):
        return sense.stance > 0
    is_given_up = negated and sense.kind in ("n", "l") and taken_back(clauses, place) is not None
    if sense.negated == ("drop" if negated else "only") and not is_over | is_given_up:
        return False
    if sense.word in _PROGRESSIVE and not _is_progressive(clauses, predicate):
        return False
    # That somebody should is what the speaker holds; "should she sign" behind it is a condition.
    before = {clauses.low[one] for one in clauses.related(predicate, "aux") if one < predicate}
    return sense.kind != "v" or not before & DEONTIC


def _is_only(clauses: Clauses, verb: int) -> bool:
    """Whether it is done on a condition alone: "will allow it, but only with their consent"."""
    _, end = clauses.sentence(verb)
    behind = clauses.low[verb:end]
    is_only = any(pair in _ONLY for pair in pairwise(behind)) and clauses.low[verb] != "let"
    return is_only and bool(clauses.auxiliaries(verb))


_ONLY: Final = frozenset(("only", word) for word in ("if", "with", "when", "once", "after", "on"))


def _no_longer(clauses: Clauses, verb: int) -> bool:
    """Whether somebody has left off: "will no longer demand a recount"."""
    before = clauses.low[max(0, verb - 3) : verb]
    return ("no", "longer") in pairwise(before)


def _stance(sense: Sense, *, negated: bool) -> int:
    if negated and sense.negated == "mixed":
        return 0
    return -sense.stance if negated else sense.stance


def _possible(clauses: Clauses, actors: Actors, stand: Stand) -> Stand | None:
    """A stand that only may be held counts on a condition, or if one says so of oneself."""
    negated = stand.stance < 0
    if condition_of(clauses, stand.predicate, stand.issue.words, negated=negated):
        return stand._replace(sureness=0.9 * stand.sureness)
    speaker = actors.speaker(stand.place)
    is_own = speaker is not None and speaker.name == stand.actor.name
    if is_own and not clauses.auxiliaries(stand.predicate) & {"can", "ca"}:
        return stand._replace(stance=0, sureness=0.8 * stand.sureness)
    return None


def _nobody(clauses: Clauses, predicate: int) -> int | None:
    """The subject "nobody" or "no one"."""
    subject = clauses.child(predicate, "nsubj")
    if subject is None:
        return None
    is_none = clauses.low[subject - 1 : subject + 1] == ["no", "one"]
    return subject if is_none or clauses.low[subject] == "nobody" else None


def _no(clauses: Clauses, noun: int) -> int | None:
    """The "no" of what somebody wants none of: "accepts no limits"."""
    found = (one for one in clauses.related(noun, "det", "advmod") if clauses.low[one] == "no")
    return next((one for one in found if one < noun), None)


def _issue(clauses: Clauses, place: int, sense: Sense, *, negated: bool) -> Issue | None:
    if sense.kind == "s":
        noun = clauses.heads[place]
        if sense.particles:
            behind = place + len(sense.particles)
            is_before = clauses.relations[behind] in ("case", "mark")
            noun = clauses.heads[behind] if is_before else noun
        if noun <= place + len(sense.particles):
            return None
        words = _behind_preposition(clauses, place + len(sense.particles), noun)
        if clauses.tags[noun] == "VBG":
            words = clauses.phrase(noun, is_verb=True)
        issue = Issue(words, noun, "obj")
        return _named(clauses, issue)
    issues = [_seen(clauses, one) for one in issues_of(clauses, place, sense, negated=negated)]
    for one in issues:
        named = _named(clauses, one)
        if named and not named.points:
            return named
        if is_verb(clauses, one.head) and (
            inner_of(clauses, one.head) is not None or ended_thing(clauses, one.head) is not None
        ):
            return one
    return next((at for one in issues if (at := _named(clauses, one))), None)


def _given(clauses: Clauses, place: int, predicate: int, sense: Sense) -> Issue | None:
    """What somebody gives their backing: "gave the scheme their backing"."""
    if sense.kind not in ("n", "l") or clauses.low[predicate] not in verb_forms("give"):
        return None
    run = noun_behind(clauses, predicate)
    if run is None or not run[1][1] <= place or not is_decided(clauses, run[0]):
        return None
    issue = Issue(run[1], run[0], "obj")
    return issue if names_something(clauses, issue) else pointing(clauses, issue)


def _seen(clauses: Clauses, issue: Issue) -> Issue:
    """What somebody wants to see or to have: "is keen to see a ban"."""
    verb = issue.head
    is_seen = clauses.low[verb] in ("see", "have") and clauses.tags[verb] == "VB"
    thing = clauses.child(verb, "obj") if is_seen else None
    if is_seen and thing is None and (run := noun_behind(clauses, verb)) is not None:
        thing = run[0]
    if thing is None or thing < verb or clauses.tags[thing] not in ("NN", "NNS"):
        return issue
    words = clauses.phrase(thing)
    is_done = clauses.tags[words[1] : words[1] + 1] == ["VBN"]
    if is_done:
        words = (words[0], max(clauses.phrase(words[1], is_verb=True)[1], words[1] + 1))
    return Issue(words, thing, "thing")


def _bare(clauses: Clauses, place: int, sense: Sense) -> Issue | None:
    """An act without its object, which was told before: "has declined to sign"."""
    for issue in issues_of(clauses, place, sense, negated=False):
        is_lone = issue.words[1] - issue.words[0] == 1 and clauses.child(issue.head, "obj") is None
        if issue.place in ("inf", "to") and is_lone and clauses.low[issue.head] in _BARE:
            return issue._replace(points=True, place="act")
    return None


_BARE: Final = frozenset(
    "sign attend ratify accept comply participate endorse countersign approve cooperate obey "
    "abstain".split()
)
"""Acts whose object is often told before."""


def _named(clauses: Clauses, issue: Issue) -> Issue | None:
    """An issue whose words say what it is, or point at it."""
    told = summed_up(clauses, issue) or pointing(clauses, issue)
    return told or (issue if names_something(clauses, issue) else None)


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
        return actors.bearer_of_noun(place) or _author(clauses, actors, place, sense)
    if sense.kind == "r":
        somebody = bearer_of_role(clauses, place)
        return actors.of(somebody) if somebody is not None else None
    agent = next(
        (
            one
            for one in clauses.related(predicate, "obl:agent", "obl")
            if clauses.case(one) == "by" and clauses.tags[predicate] == "VBN"
        ),
        None,
    )
    is_passive = (
        clauses.is_passive(predicate)
        or (clauses.tags[predicate] == "VBN" and clauses.relations[predicate] == "acl")
    ) and sense.kind != "a"
    if is_passive and agent is None:
        return actors.speaker(place) if sense.word in _PROGRESSIVE else None
    if not is_passive and _nobody(clauses, predicate) is not None:
        return actors.speaker(place)
    subject = agent if is_passive else subject_of(clauses, predicate)
    if subject is None:
        return None
    found = actors.of(subject) or (None if is_passive else actors.own_body(subject, place))
    found = found or _willing(clauses, actors, predicate, subject, sense)
    # The tree may give "said the cabinet was weak and called for its exit" to the cabinet.
    teller = actors.teller(predicate) if not is_passive and subject < predicate else None
    is_hers = teller is not None and found is not None and actors.quotation(subject) is not None
    if found is None and _is_second_told(clauses, predicate, subject, sense):
        speaker = actors.speaker(predicate)
        found = speaker if speaker and speaker.kind != "place" else None
    return teller if is_hers else found


def _is_second_told(clauses: Clauses, predicate: int, subject: int, sense: Sense) -> bool:
    """Whether only a speaker can do what the tree has a thing do, behind "and" or "but".

    "Said the talks were a start but ruled out a delay".
    """
    is_behind = clauses.relations[predicate] == "conj" and subject < predicate
    is_thing = clauses.tags[subject] in ("NN", "NNS") and clauses.low[subject] not in TEXTS
    is_willed = sense.kind == "v" and sense.sureness >= _WILLED and sense.word not in _BEARING_UP
    before = [word for word in clauses.low[predicate - 2 : predicate] if word != ","]
    is_second = clauses.tags[predicate] == "VBD" and bool({"and", "but"} & set(before))
    return is_behind and is_second and is_thing and is_willed


def _willing(
    clauses: Clauses, actors: Actors, predicate: int, subject: int, sense: Sense
) -> Actor | None:
    """Whom no list knows, where the verb is one of will."""
    is_willed = sense.kind == "v" and sense.sureness >= _WILLED
    is_told = clauses.relations[predicate] not in ("acl:relcl", "acl")
    found = actors.willing(subject) if is_willed and is_told else None
    if found is None or found.words is None:
        return found
    is_named = any(clauses.tags[one].startswith("NNP") for one in range(*found.words))
    return found if is_named or sense.word not in _BEARING_UP else None


_BEARING_UP: Final = frozenset("support back accept tolerate promote allow permit let".split())
"""Verbs for what things do as well: "the beams support the bridge"."""

_WILLED: Final = 0.85
"""Verbs as sure as this have a subject that can will something."""


def _author(clauses: Clauses, actors: Actors, noun: int, sense: Sense) -> Actor | None:
    """Whose it is in "the refusal of the union to sign", where "of" tells not what it is about."""
    if "of" in sense.places:
        return None
    for one in clauses.related(noun, "nmod"):
        if clauses.low[one - 1 : one] and clauses.case(one) == "of":
            return actors.of(one)
    return None
