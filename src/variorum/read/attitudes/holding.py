"""Who stands where by one word of attitude: its predicate, issue, actor and negation."""

from itertools import pairwise
from typing import Final, NamedTuple

from variorum.read.attitudes.actors import Actor, Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import condition_of, is_possible, is_supposed
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.doers import ALONE
from variorum.read.attitudes.fitting import fits
from variorum.read.attitudes.issues import issues_of
from variorum.read.attitudes.lexicon import Sense, senses, verb_forms
from variorum.read.attitudes.naming import is_verb, names_something
from variorum.read.attitudes.omitting import left_out, unsaid
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.predicates import bearer_of_role, predicate_of, taken_back
from variorum.read.attitudes.speech import DEONTIC
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.attitudes.surface import noun_behind


_ASKING: Final = frozenset("call appeal plea demand request insistence petition".split())
"""Nouns for what somebody asks for."""


class Held(NamedTuple):
    """How an attitude is held: the word that turns it round, and whether it only may be held."""

    negation: int | None
    may_be: bool


def stand_of(
    clauses: Clauses, actors: Actors, place: int, sense: Sense, taken: set[int]
) -> Stand | None:
    """The stand that a word of attitude tells; its words are added to `taken`."""
    if sense.stance > 0 and clauses.low[place + 1 : place + 2] == ["against"]:
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
    """Whether it is done on a condition alone: "will let them, but only with their consent"."""
    _, end = clauses.sentence(verb)
    behind = clauses.low[verb:end]
    return any(pair in _ONLY for pair in pairwise(behind)) and bool(clauses.auxiliaries(verb))


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
            _inner(clauses, one.head) is not None or _ended_thing(clauses, one.head) is not None
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
    return pointing(clauses, issue) or (issue if names_something(clauses, issue) else None)


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
    if is_passive:
        is_open = sense.word in _PROGRESSIVE and agent is None
        if agent is not None:
            is_sure = sense.kind == "v" and sense.sureness >= _WILLED
            return actors.of(agent) or (actors.willing(agent) if is_sure else None)
        return actors.speaker(place) if is_open else None
    if _nobody(clauses, predicate) is not None:
        return actors.speaker(place)
    subject = subject_of(clauses, predicate)
    if subject is None:
        return None
    found = actors.of(subject) or actors.own_body(subject, place)
    is_willed = sense.kind == "v" and sense.sureness >= _WILLED
    is_willed = is_willed and clauses.relations[predicate] not in ("acl:relcl", "acl")
    willing = actors.willing(subject) if found is None and is_willed else None
    if willing is None or willing.words is None:
        return found
    is_named = any(clauses.tags[one].startswith("NNP") for one in range(*willing.words))
    return willing if is_named or sense.word not in _BEARING_UP else None


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


def _inner(clauses: Clauses, head: int) -> tuple[Sense, Issue] | None:
    """What a verb that is itself an issue is about: "refused to support the bill"."""
    negated = clauses.negation(head) is not None
    for sense in senses().get(clauses.low[head], ()):
        if sense.kind != "v" or sense.word == "sign" or (sense.negated == "only" and not negated):
            continue
        if tuple(clauses.low[head + 1 : head + 1 + len(sense.particles)]) != sense.particles:
            continue
        for issue in issues_of(clauses, head, sense, negated=negated):
            if names_something(clauses, issue):
                return sense, issue
            pointed = pointing(clauses, issue)
            if pointed is not None and is_decided(clauses, issue.head):
                return sense, pointed
    return None


def within(clauses: Clauses, stand: Stand, taken: set[int]) -> Stand | None:
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
        return _turned(stand, inner, negation) or _undone(stand, inner)
    if negation is None:
        return _ended(clauses, stand) or stand
    if clauses.child(head, "aux:pass", "cop") is not None:
        return None  # Its words would say the contrary of what it is: "X not be used".
    return stand._replace(stance=-stand.stance, inner_negation=negation)


def _ended(clauses: Clauses, stand: Stand) -> Stand | None:
    """Who asks others to end or reject a thing is against it: "urged them to halt the launch"."""
    verb = stand.issue.head
    is_ending = clauses.low[verb] in _ENDING | _DELAYING and clauses.tags[verb] == "VB"
    is_asked = stand.issue.place in ("objto", "forto", "that") or (
        stand.word in ("should", "must", "ought", "call", "calls", "demand", "appeal", "plea")
    )
    is_own = clauses.low[verb] in _STOPPING and stand.issue.place in ("inf", "to")
    if stand.stance <= 0 or not (is_asked or is_own) or not is_ending:
        return None
    pointed = _ended_thing(clauses, verb)
    if pointed is not None:
        return stand._replace(stance=-stand.stance, issue=pointed)
    if clauses.low[verb] in _DELAYING:
        return None
    thing = clauses.child(verb, "obj", "xcomp", "ccomp")
    if thing is None or thing < verb:
        return None
    is_act = clauses.tags[thing].startswith("VB")
    words = clauses.phrase(thing, is_verb=is_act)
    if is_act and clauses.low[words[0] - 1] in ("what", "whatever"):
        words = (words[0], max(words[1], stand.issue.words[1]))
    issue = Issue((max(words[0], verb + 1), words[1]), thing, "obj")
    is_named = issue.words[1] > issue.words[0] and (
        names_something(clauses, issue) or clauses.low[words[0] - 1] in ("what", "whatever")
    )
    return stand._replace(stance=-stand.stance, issue=issue) if is_named else None


def _ended_thing(clauses: Clauses, verb: int) -> Issue | None:
    """What is to end and was told before: "to delay the bill"."""
    thing = clauses.child(verb, "obj")
    is_ending = clauses.low[verb] in _ENDING | _DELAYING and clauses.tags[verb] == "VB"
    if not is_ending or thing is None or thing < verb or not is_decided(clauses, thing):
        return None
    return pointing(clauses, Issue(clauses.phrase(thing), thing, "obj"))


_DELAYING: Final = frozenset("delay postpone suspend freeze amend".split())
_STOPPING: Final = frozenset("stop block scrap abolish repeal overturn ignore flout".split())
"""What those do themselves who are against a thing."""

_ENDING: Final = frozenset(
    "stop halt end cease scrap abolish repeal abandon drop ditch axe ax cancel reverse overturn "
    "lift shelve bin reject block oppose avoid rescind revoke annul quash undo dismantle "
    "reconsider rethink ignore flout".split()
)
"""What is asked of others by those who are against a thing."""


def _undone(stand: Stand, inner: tuple[Sense, Issue]) -> Stand | None:
    """Who refuses to block a thing is against blocking it, if not for the thing."""
    return stand if inner[0].word in _DEEDS and stand.stance < 0 else None


_DEEDS: Final = frozenset(
    "block veto overturn overrule quash boycott strike rescind outlaw sue annul obstruct".split()
)
"""Verbs of being against a thing that are deeds, which one may leave undone."""


def _asked_for(clauses: Clauses, stand: Stand, taken: set[int]) -> Stand:
    """Who rejects calls for a thing is against the thing."""
    head = stand.issue.head
    for sense in senses().get(clauses.low[head], ()):
        is_criticism = sense.kind in ("n", "l") and sense.word in _CRITICISM and stand.stance < 0
        if is_criticism:
            found = next(iter(issues_of(clauses, head, sense, negated=False)), None)
            if found is not None and names_something(clauses, found) and found.head > head:
                taken.add(head)
                return stand._replace(stance=1, issue=found, inner=sense.printed)
        if sense.kind != "n" or sense.stance < 0 or sense.negated == "only":
            continue
        for issue in issues_of(clauses, head, sense, negated=False):
            inner = names_something(clauses, issue) or clauses.low[issue.head] in _ASKED_FOR
            if inner and issue.head > head:
                if not _has_bearer(clauses, head):
                    taken.add(head)
                return _turned(stand, (sense, issue), None) or stand
    return stand


_CRITICISM: Final = frozenset(
    "criticism objection objections complaint complaints opposition concern concerns doubts "
    "fears warnings outcry protest protests resistance scepticism skepticism outrage".split()
)
"""Nouns for what one has against a thing: who dismisses it is for the thing."""


def _has_bearer(clauses: Clauses, noun: int) -> bool:
    """Whether an attitude is said to be somebody's: "dismissed the union's demand"."""
    whose = clauses.related(noun, "nmod:poss", "nmod", "compound")
    return any(
        clauses.tags[one].startswith("NN")
        and (
            clauses.relations[one] == "nmod:poss"
            or clauses.case(one) in ("of", "by", "from")
            or (clauses.relations[one] == "compound" and clauses.low[one] in ALONE)
        )
        for one in whose
    )


_ASKED_FOR: Final = frozenset("resignation ouster removal impeachment referendum election".split())
"""Nouns that say what is asked for even if it is only "his resignation"."""


def _turned(stand: Stand, inner: tuple[Sense, Issue], negation: int | None) -> Stand | None:
    """The attitude to what the inner one is about; None if the two together tell nothing."""
    sense, issue = inner
    # Who is loath to criticise a thing need not be for it.
    is_loath = sense.stance < 0 and stand.stance < 0
    if sense.negated == "drop" and (negation is not None or is_loath):
        return None
    if sense.negated == "mixed" and stand.stance < 0:
        stand = stand._replace(stance=0)  # Who refuses to rule a thing out is not for it.
    outer = 1 if stand.word == "threaten" else stand.stance
    stance = sense.stance * outer * (1 if negation is None else -1)
    sureness = stand.sureness * (0.5 + sense.sureness / 2)
    return stand._replace(
        stance=stance, issue=issue, inner=sense.printed, sureness=sureness, inner_negation=negation
    )
