"""What a speaker says will be done with a thing: "the match would go ahead unless it snowed"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import MOST_WORDS, Clauses
from variorum.read.attitudes.conditions import condition_of, is_supposed
from variorum.read.attitudes.deeds import POLICIES, POLICY
from variorum.read.attitudes.doers import is_bare_body, is_bare_office
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.wishing import ENDING

FUTURE: Final = frozenset("will would 'll ’ll 'd ’d wo shall".split())
_CAN: Final = frozenset("can ca could may might".split())
_GOING_ON: Final = frozenset(
    "stood stayed remained go proceed continue resume begin start reopen return follow stay stand "
    "remain happen stop end open close cease come leave pass".split()
)
"""What a thing does that somebody decides on: "the talks would resume"."""

_WITH: Final = {
    "go": ("ahead", "forward", "through", "on"),
    "take": ("place", "effect"),
    **dict.fromkeys(
        ["stay", "stays", "stayed"], ("in", "on", "open", "shut", "closed", "put", ".", ",")
    ),
    **dict.fromkeys(["stand", "stands", "stood"], (".", ",", "'", "’", "and")),
    **dict.fromkeys(["remain", "remains", "remained"], ("in", "on", "open", "shut", "closed")),
    "goes": ("ahead",),
    "come": ("into", "back"),
    "leave": ("only",),
    "pass": ("only",),
    "open": ("only",),
    "close": ("only",),
    "begin": ("only",),
}
"""What must stand behind some verbs; "take place" is one."""

_ANNOUNCING: Final = frozenset(
    form
    for verb in (
        "announce decree order rule promise vow pledge insist guarantee decide declare confirm "
        "assure stress swear reiterate"
    ).split()
    for form in verb_forms(verb)
)
_DONE: Final = POLICY | frozenset(
    "held paid built sold bought given returned handed signed published opened taken fired "
    "replaced removed rebuilt restored spared kept met honoured honored respected admitted freed "
    "treated punished prosecuted extradited shared allowed permitted closed let made hired "
    "welcomed received scrapped dropped axed granted".split()
)
"""Participles for what somebody decides to do to a thing."""

_SURE, _PLAIN = 0.75, 0.65


def announcements(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker says of a thing; `place`: of "would", "will" or "cannot"."""
    verb = clauses.heads[place]
    is_modal = clauses.low[place] in FUTURE or clauses.low[place] in _CAN
    if clauses.relations[place] != "aux" or not is_modal or "have" in clauses.auxiliaries(verb):
        return
    speaker, subject = actors.speaker(place), _subject(clauses, verb)
    if speaker is None or subject is None or _acts(clauses, actors, verb, subject):
        return
    at = (place, verb, subject)
    stand = _told(clauses, at, speaker) or _not_done(clauses, at, speaker)
    if stand is not None:
        yield stand


def continuing(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker says goes ahead or stays as it is: "the date stands"."""
    speaker, subject = actors.speaker(place), _subject(clauses, place)
    if speaker is None or subject is None or clauses.negation(place) is not None:
        return
    quotation = actors.quotation(place)
    is_reported = quotation is not None and quotation.mode != "direct"
    tags = ("VBZ", "VBP", "VB", "VBD") if is_reported else ("VBZ", "VBP", "VB")
    is_present = clauses.tags[place] in tags and not clauses.auxiliaries(place)
    if not is_present or not _goes_on(clauses, place) or is_supposed(clauses, place):
        return
    issue = _issue(clauses, place, subject, is_passive=False)
    is_known = clauses.low[place + 1] == "ahead" or _is_policy(clauses, subject)
    if issue is not None and is_known:
        yield Stand(place, place, clauses.low[place], 1, _PLAIN, speaker, issue)


CONTINUING: Final = frozenset(
    "go goes stay stays stand stands stood remain remains remained stayed".split()
)
"""Forms of verbs by which a thing goes on."""


def _acts(clauses: Clauses, actors: Actors, verb: int, subject: int) -> bool:
    """Whether a subject is somebody, who does things of their own will."""
    is_active = not _is_passive(clauses, verb)
    is_named = clauses.tags[subject].startswith("NN")
    is_somebody = is_bare_body(clauses, subject) or is_bare_office(clauses, subject)
    return is_active and is_named and (is_somebody or actors.of(subject) is not None)


def _subject(clauses: Clauses, verb: int) -> int | None:
    """The thing that a verb tells of."""
    subject = clauses.child(verb, "nsubj:pass", "nsubj")
    if subject is None or subject > verb or not clauses.tags[subject].startswith(("NN", "PRP")):
        return None
    return None if clauses.low[subject] in _ANYTHING else subject


_HELD: Final = frozenset(
    "held staged reopened lifted extended postponed cancelled canceled".split()
)
"""What is decided on by those who tell of it."""

_ANYTHING: Final = frozenset(["nobody", "nothing", "everything", "everybody", "one"])


def _told(clauses: Clauses, at: tuple[int, int, int], speaker: Actor) -> Stand | None:
    place, verb, subject = at
    is_passive = _is_passive(clauses, verb)
    is_known = clauses.low[verb] in (_DONE if is_passive else _GOING_ON | {"take"})
    is_none = _is_none(clauses, subject)
    issue = _issue(clauses, verb, subject, is_passive=is_passive) if is_known else None
    if issue is None or (is_none and not is_passive):
        return None
    negation = clauses.negation(verb)
    words = (issue.words[0], max(issue.words[1], verb + 1))
    condition = condition_of(clauses, verb, words, negated=negation is not None)
    if condition is None and not _is_settled(clauses, at, is_passive=is_passive):
        return None
    is_can = condition is not None and negation is None and clauses.low[place] in _CAN
    is_ending = clauses.low[verb] in ENDING or clauses.low[verb + 1 : verb + 2] == ["off"]
    is_only = condition is not None and "only" in clauses.low[condition[0] - 1 : condition[0] + 1]
    if is_can and not (is_passive and is_ending) and not is_only:
        return None
    sureness = _SURE if condition is not None and _is_set(clauses, condition) else _PLAIN
    stance = -1 if is_none else 1
    return Stand(place, verb, clauses.low[place], stance, sureness, speaker, issue, negation)


def _not_done(clauses: Clauses, at: tuple[int, int, int], speaker: Actor) -> Stand | None:
    """What a speaker says will not be done to a thing: who will not have it ended is for it."""
    place, verb, subject = at
    negation = clauses.negation(verb)
    is_ending, is_giving = clauses.low[verb] in ENDING, clauses.low[verb] in _GRANTED
    if negation is None or not _is_passive(clauses, verb) or not (is_ending or is_giving):
        return None
    if clauses.low[place] in _CAN or is_supposed(clauses, verb):
        return None
    if clauses.tags[subject].startswith("NNP") or any(
        clauses.case(one) == "by" for one in clauses.related(verb, "obl", "obl:agent")
    ):
        return None
    thing = Issue(clauses.phrase(subject), subject, "said")
    issue = thing if names_something(clauses, thing) else pointing(clauses, thing)
    if issue is None and clauses.low[subject] in _THINGS:
        issue = thing
    stance = 1 if is_ending else -1
    return (
        Stand(place, verb, clauses.low[place], stance, _PLAIN, speaker, issue, negation)
        if issue
        else None
    )


_GRANTED: Final = frozenset(
    form
    for verb in (
        "accept admit allow approve authorise authorize build consider extend fund grant honour "
        "honor include license licence permit pay prolong ratify receive recognise recognize "
        "reconsider renegotiate renew reopen resume sign tolerate"
    ).split()
    for form in verb_forms(verb)
)
"""What is done to a thing, or for it, by those who are for it."""


def _is_settled(clauses: Clauses, at: tuple[int, int, int], *, is_passive: bool) -> bool:
    """Whether what will be is decided on and not forecast: that prices will return is not."""
    place, verb, subject = at
    if clauses.negation(verb) is not None or clauses.low[place] in _CAN:
        return False
    if is_supposed(clauses, verb):
        return False
    if is_passive:
        is_held = clauses.low[verb] in _HELD and _is_policy(clauses, subject)
        return is_held or _is_announced(clauses, verb)
    is_ahead = clauses.low[verb + 1] == "ahead"
    return _goes_on(clauses, verb) and (is_ahead or _is_policy(clauses, subject))


def _is_none(clauses: Clauses, subject: int) -> bool:
    """Whether it is said of no thing: "no school", "not a single school"."""
    first = clauses.phrase(subject)[0]
    return bool({"no", "not"} & set(clauses.low[max(0, first - 3) : subject]))


def _is_set(clauses: Clauses, condition: tuple[int, int]) -> bool:
    """Whether a condition leaves no doubt that it is set, and is no forecast."""
    return clauses.low[condition[0]] in ("only", "unless", "until", "once", "provided", "as", "on")


def _is_passive(clauses: Clauses, verb: int) -> bool:
    is_lone = clauses.tags[verb] == "VBN" and "be" in clauses.auxiliaries(verb)
    return clauses.child(verb, "aux:pass") is not None or is_lone


def _goes_on(clauses: Clauses, verb: int) -> bool:
    low, behind = clauses.low[verb], clauses.low[verb + 1 : verb + 2]
    if low in _WITH:
        return bool(behind) and behind[0] in _WITH[low]
    return low in _GOING_ON and clauses.child(verb, "obj", "xcomp") is None


def _issue(clauses: Clauses, verb: int, subject: int, *, is_passive: bool) -> Issue | None:
    """The thing, and in the passive what is done to it."""
    thing = Issue(clauses.phrase(subject), subject, "said")
    if clauses.tags[subject].startswith("PRP"):
        is_thing = clauses.low[subject] in ("it", "they")
        return pointing(clauses, thing) if is_thing else None
    if clauses.tags[subject].startswith("NNP"):
        return None
    if not is_passive:
        if names_something(clauses, thing) or clauses.low[subject] in _THINGS:
            return thing
        return pointing(clauses, thing)
    last = min(clauses.phrase(verb, is_verb=True)[1], thing.words[0] + MOST_WORDS)
    condition = condition_of(clauses, verb, (thing.words[0], verb + 1), negated=False)
    last = min(last, condition[0]) if condition and condition[0] > verb else last
    issue = Issue((thing.words[0], last), subject, "said")
    is_named = names_something(clauses, issue) or clauses.low[subject] in _THINGS
    return issue if is_named else None


_THINGS: Final = frozenset(
    "talks negotiations flights strike election vote referendum summit airlines march trial "
    "sanctions curfew ban lockdown border bridge school schools exports deliveries round run-off "
    "runoff ballot ceremony rite blessing match concert event letters decision deadline "
    "date".split()
)
"""Nouns that name well enough what somebody decides on."""


def _is_policy(clauses: Clauses, noun: int) -> bool:
    low = clauses.low[noun]
    return low in _THINGS or low.removesuffix("s") in POLICIES


def _is_announced(clauses: Clauses, verb: int) -> bool:
    """Whether it is announced, promised or ordered, not only said."""
    governor = clauses.heads[verb]
    is_aside = "parataxis" in (clauses.relations[verb], clauses.relations[governor])
    is_said = is_aside or clauses.relations[verb] in ("ccomp", "csubj", "csubj:pass")
    near = {
        clauses.low[governor],
        *(clauses.low[one] for one in clauses.related(verb, "parataxis")),
    }
    return is_said and bool(near & _ANNOUNCING)
