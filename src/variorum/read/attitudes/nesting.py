"""Attitudes to attitudes, and to the end of a thing: "refused to support it", "urged a halt"."""

from typing import Final

from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.doers import ALONE
from variorum.read.attitudes.issues import issues_of
from variorum.read.attitudes.lexicon import Sense, senses
from variorum.read.attitudes.naming import is_verb, names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand


def inner_of(clauses: Clauses, head: int) -> tuple[Sense, Issue] | None:
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
    inner = inner_of(clauses, head)
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
    pointed = ended_thing(clauses, verb)
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


def ended_thing(clauses: Clauses, verb: int) -> Issue | None:
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
        is_paper = sense.stance < 0 and sense.word in _PAPERS
        if sense.kind != "n" or (sense.stance < 0 and not is_paper) or sense.negated == "only":
            continue
        for issue in issues_of(clauses, head, sense, negated=False):
            inner = names_something(clauses, issue) or clauses.low[issue.head] in _ASKED_FOR
            if inner and issue.head > head:
                if not _has_bearer(clauses, head):
                    taken.add(head)
                return _turned(stand, (sense, issue), None) or stand
    return stand


_PAPERS: Final = frozenset("petition campaign lawsuit suit case motion rally protest".split())
"""What people join, sign or turn down that is against a thing."""

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
