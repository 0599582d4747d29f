"""Which triggers tell of something that happens: no habit, no figure of speech, no mere kind."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, TypeAlias

from variorum.read.entities import is_role
from variorum.read.events.clauses import qualified, subjects_of
from variorum.read.events.figures import is_figure
from variorum.read.events.grammar import Grammar
from variorum.read.events.judging import Judgement
from variorum.read.events.lexicon import DATED
from variorum.read.events.settings import Place
from variorum.read.events.tenses import is_infinitive
from variorum.read.events.triggers import Found, is_definite
from variorum.record.event import Participant
from variorum.record.time_expression import TimeExpression

Beside: TypeAlias = tuple[Sequence[Participant], Place | None, TimeExpression | None]
"""The participants, the place and the time of a mention."""

_HABIT: Final = frozenset(
    "verbally usually often always typically generally frequently rarely sometimes regularly "
    "traditionally normally seldom commonly routinely constantly continually ever annually "
    "periodically occasionally".split()
)
_FIGURATIVE: Final = frozenset(
    {
        ("war", "of", "words"), ("war", "on", "terror"), ("war", "on", "drugs"),
        ("war", "on", "poverty"), ("battle", "of", "wits"), ("battle", "of", "wills"),
        ("war", "on", "women"), ("fight", "against", "crime"), ("conflict", "of", "interest"),
    }
)  # fmt: skip
_CALLED: Final = (("for",), ("to",))
_HEARERS: Final = frozenset("reporters journalists media audience crowd supporters".split())
_SPEAKING: Final = ("speak", "talk")
_CALLS: Final = ("call", "ring", "name", "brief")


def counts(grammar: Grammar, found: Found, judged: Judgement, beside: Beside) -> bool:
    """Whether a trigger is a mention of an event."""
    participants, place, time = beside
    is_habit = any(grammar.words[one] in _HABIT for one in grammar.children(found.head, "advmod"))
    if is_habit or is_figure(grammar, found) or _is_phrase(grammar, found):
        return False
    is_set = place is not None or time is not None
    if found.is_verb:
        return _verb_tells(grammar, found, judged, participants, is_set)
    if is_set or any(one.entity is not None for one in participants) or _is_cued(judged):
        return True
    has_matter = _is_of_something(grammar, found)
    if found.trigger.needs and not found.trigger.beside:
        return has_matter or bool(participants) or is_definite(grammar, found.head)
    is_denied = judged.status == "denied" and judged.told and grammar.tags[found.head] == "NN"
    return (
        has_matter
        or is_denied
        or bool(participants)
        or is_definite(grammar, found.head)
        or _is_single(grammar, found)
        or grammar.tags[found.head] == "NNS"
    )


def _verb_tells(
    grammar: Grammar,
    found: Found,
    judged: Judgement,
    participants: Sequence[Participant],
    is_set: bool,  # noqa: FBT001
) -> bool:
    """Whether a verb tells of an event; `is_set`: its date or place is told."""
    if found.trigger.needs == DATED:
        return is_set and _has_argument(grammar, found, judged)
    is_open = found.trigger.needs == "told" and not judged.told
    if _only_reports(grammar, found):
        return False
    if not is_set and (is_open or _describes(grammar, found, judged)):
        return False
    is_set = is_set or _has_argument(grammar, found, judged)
    return _is_literal(grammar, found) and _verb_counts(found, judged, participants, is_set)


def _only_reports(grammar: Grammar, found: Found) -> bool:
    """Whether a verb only tells who says what stands before it: "…, the mayor announced"."""
    if found.trigger.label not in _REPORTING or qualified(grammar, found.head):
        return False
    what = grammar.children(found.head, "obj", "ccomp", "xcomp", "nsubj:pass", "obl", "aux:pass")
    return all(
        grammar.tags[one].startswith("VB") is False
        and grammar.case(one) is None
        and grammar.relations[one] == "obl"
        for one in what
    )


_REPORTING: Final = frozenset(
    "announce warn caution declare advise counsel recommend urge implore promise vow pledge deny "
    "threaten complain beg plead propose".split()
)


def _describes(grammar: Grammar, found: Found, judged: Judgement) -> bool:
    """Whether a clause in the present tense only says who somebody is: "who leads the convoy"."""
    is_state = found.type == "OTHER" and not judged.told and judged.reason.endswith("present tense")
    return is_state and bool(found.trigger.needs) and grammar.relations[found.head] == "acl:relcl"


_HELD: Final = ("take place", "go ahead", "hold")


def _has_argument(grammar: Grammar, found: Found, judged: Judgement) -> bool:
    """Whether it is told to what a verb is done, or who does it and it does not report words."""
    if found.trigger.needs == "strict":
        return False
    if found.trigger.label in _OF_CLAUSES and grammar.children(found.head, "ccomp", "xcomp"):
        return True
    said = grammar.children(found.head, "ccomp") or grammar.relations[found.head] == "parataxis"
    beside = grammar.children(found.head, "nsubj:pass", "obj")
    if not said:
        beside = [*beside, *subjects_of(grammar, found.head)[0]]
    if found.trigger.beside:  # "turned down the terms"
        unmarked = grammar.children(found.head, "obl")
        beside = [*beside, *(one for one in unmarked if grammar.case(one) is None)]
    beside = [*beside, *qualified(grammar, found.head)]
    if found.trigger.label in _HELD and judged.told:
        return True
    return any(
        grammar.tags[one].startswith(("NN", "CD"))
        or (grammar.words[one] in _WHO and judged.told and judged.status != "hypothetical")
        for one in beside
    )


_WHO: Final = frozenset("he she him her they them who those everyone nobody".split())
_OF_CLAUSES: Final = frozenset(
    "deny promise pledge vow offer refuse decline agree threaten announce declare propose admit "
    "undertake volunteer guarantee".split()
)
"""Verbs of acts done with words, whose clause says what is denied or promised."""


def _is_cued(judged: Judgement) -> bool:
    """Whether a word beside it says that it goes on or was called off: "talks are under way"."""
    is_cue = judged.told and judged.reason.startswith('"') and judged.sure > _GUESSED
    return is_cue and judged.status in ("cancelled", "ongoing", "planned")


_GUESSED: Final = 0.7
_OF_ANYTHING: Final = frozenset(
    "address talk exchange session crisis match game operation conference forum dialogue congress "
    "assembly fire conflict fight leak injection escape speech recession default tour trip "
    "transplant suspension restriction penalty search".split()
)
"""Nouns that are no event because something stands behind them with "of": "all the talk of"."""


def _is_of_something(grammar: Grammar, found: Found) -> bool:
    """Whether it is told of what an act was: "the closure of the border"."""
    return found.trigger.label not in _OF_ANYTHING and bool(grammar.children(found.head, "nmod"))


_LABOUR: Final = frozenset(
    "worker workers union unions staff employee employees employer employers strikers picket wage "
    "wages pay pension pensions labor labour teachers nurses doctors pilots drivers crews miners "
    "dockers stoppage overtime bargaining salaries unionised unionized".split()
)
_ARMS: Final = frozenset(
    "missile missiles drone drones airstrike airstrikes bomb bombs bombing troops army military "
    "forces warplanes rocket rockets artillery militants rebels soldiers shelling warheads "
    "killed wounded air jets navy".split()
)
_WALKOUTS: Final = ("strike", "walkout", "walk-out")


def with_senses(grammar: Grammar, triggers: Sequence[Found]) -> list[Found]:
    """Triggers with the meaning that a word has here: somebody who is held is a captive.

    In one article a strike is one thing: of which one of workers and wages tells, more than of
    arms, is a protest. (One sense per discourse: Gale, Church and Yarowsky, 1992.)
    """
    return _with_strikes(grammar, [_with_captives(grammar, one) for one in triggers])


def _with_captives(grammar: Grammar, found: Found) -> Found:
    if found.trigger.label != "hold" or not found.is_verb:
        return found
    subjects = grammar.children(found.head, "nsubj:pass", "nsubj")
    helpers = [grammar.words[one] for one in grammar.children(found.head, "aux", "aux:pass")]
    held = any(
        grammar.words[one] in _PERSONS
        or is_role(grammar.words[one])
        or (grammar.tags[one] == "NNP" and "being" in helpers)
        for one in subjects
    )
    if not held:
        return found
    meant = found.trigger._replace(label="detain", type="COERCE", build="transitive")
    return found._replace(trigger=meant)


_PERSONS: Final = frozenset(
    "he she who people men women man woman suspect suspects hostage hostages prisoner prisoners "
    "captive captives detainee detainees passenger passengers crew journalist journalists "
    "activist activists protester protesters migrant migrants civilians children students".split()
)


def _with_strikes(grammar: Grammar, triggers: Sequence[Found]) -> list[Found]:
    if not any(one.trigger.label in _WALKOUTS and not one.is_verb for one in triggers):
        return list(triggers)
    counts = Counter(grammar.words)
    if sum(counts[word] for word in _LABOUR) <= sum(counts[word] for word in _ARMS):
        return list(triggers)
    return [
        one._replace(trigger=one.trigger._replace(type="PROTEST", build="intransitive"))
        if one.trigger.label in _WALKOUTS and not one.is_verb
        else one
        for one in triggers
    ]


def _is_phrase(grammar: Grammar, found: Found) -> bool:
    """Whether what follows makes a figure of speech of a noun: "war of words", "calls for"."""
    if found.is_verb:
        return False
    following = tuple(grammar.words[found.words[1] : found.words[1] + 2])
    if grammar.words[max(0, found.head - 1)] in ("word", "term", "phrase"):
        return True
    label = found.trigger.label
    if label == "event" and grammar.words[found.head - 2 : found.head + 2][:1] == ["in"]:
        return True  # "in the event of a crisis"
    if label == "decision" and following[:1] == ("to",):
        return True  # What was decided is the event.
    is_appeal = found.trigger.label == "call" and following[:1] in _CALLED
    return is_appeal or (found.trigger.label, *following) in _FIGURATIVE


def _verb_counts(
    found: Found,
    judged: Judgement,
    participants: Sequence[Participant],
    is_set: bool,  # noqa: FBT001
) -> bool:
    """Whether a verb tells of an event, by who takes part; `is_set`: its date or place is told."""
    if found.trigger.label in _SPEAKING:
        return _has_counterpart(found, participants)
    if is_set:
        return True
    if not found.trigger.needs:
        return bool(participants)
    if found.trigger.needs == "strict" or judged.status == "hypothetical":
        return _has_counterpart(found, participants)
    return judged.told and bool(participants)


def _has_counterpart(found: Found, participants: Sequence[Participant]) -> bool:
    """Whether it is told to whom a thing happens, or who does it with whom."""
    if found.trigger.build == "party":
        heard = [one for one in participants if one.name.casefold() not in _HEARERS]
        return len(heard) > 1 or any(one.name.partition(" of ")[0].endswith("s") for one in heard)
    return any(one.role != "source" for one in participants)


def _is_literal(grammar: Grammar, found: Found) -> bool:
    """Whether a verb means what its trigger says."""
    if found.trigger.label in _CALLS:
        return _is_call(grammar, found)
    if found.trigger.label == "ask":  # "asked them to leave", not "asked whether they left"
        asked = grammar.children(found.head, "xcomp", "ccomp", "advcl")
        return any(is_infinitive(grammar, one) for one in asked)
    if found.trigger.label == "hold":  # "It will be held in May", not "they hold that".
        is_clause = bool(grammar.children(found.head, "aux:pass"))
        return is_clause and not grammar.children(found.head, "xcomp")
    if found.trigger.label in _OFFERING:  # "The speech offered clues": nobody makes an offer.
        subjects = grammar.children(found.head, "nsubj", "nsubj:pass")
        return not any(grammar.words[one] in _THINGS for one in subjects)
    # "left nine soldiers dead"
    return found.trigger.label != "leave" or not grammar.children(found.head, "xcomp")


_OFFERING: Final = ("offer", "promise", "pledge", "propose", "guarantee")


_THINGS: Final = frozenset(
    "speech bill law plan report study book article plane deal event visit trip site page film "
    "option system policy program programme act data evidence history legislation proposal "
    "amendment measure statement document documents agreement treaty".split()
)


def _is_call(grammar: Grammar, found: Found) -> bool:
    """Whether somebody is rung up, not called something or called on to do something."""
    if grammar.children(found.head, "xcomp", "ccomp"):
        return False
    cases = [grammar.case(child) for child in grammar.children(found.head, "obl", "nmod")]
    if any(one is not None and grammar.words[one] in ("as", "into", "for") for one in cases):
        return False
    objects = grammar.children(found.head, "obj")
    return len(objects) == 1 and not grammar.children(found.head, "compound:prt")


def _is_single(grammar: Grammar, found: Found) -> bool:
    """Whether a noun tells of one happening, "an attack", and of no kind: "attacks"."""
    return grammar.tags[found.head] == "NN" and any(
        grammar.words[child] in ("a", "an", "another", "one", "no")
        for child in grammar.children(found.head, "det", "nummod", "advmod")
    )
