"""Terms of one thing as reports of a story tell them: how long a ban, what ransom, which share.

What a length of time or a sum is of is told by the words around it: "banned for two years", "a fine
of 90 million". An article that tells of two of one kind tells of two things, and is left.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import alike, told_in, told_once
from variorum.compare.nearness import Nearness
from variorum.compare.polarity import GRAMMAR
from variorum.compare.quantities import Quantity, is_compatible, quantities_in
from variorum.compare.relatives import kin
from variorum.compare.sources import REPORTING
from variorum.compare.tallies import is_money
from variorum.compare.words import folded_words, is_in_marks, names_in, sentence_at, stem
from variorum.record.article import Article
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.story import StoryGroup

NEAR: Final = 0.42
"""Nearness in meaning that two sentences must have, which are each other's nearest."""

SHARED_NAMES: Final = 2
"""Names that two sentences must share else, of how long somebody led what."""

APART: Final = 3 * 24.0
"""Hours between two publications beyond which terms may have been changed."""

MOST: Final = 24
"""Terms of a kind in one story, beyond which they are of ever so many things."""

FEW: Final = 4
"""Margins of votes in one story, beyond which they are of several votes."""

LONGER: Final = 6.0
LARGER: Final = 20.0
"""How many times as long, or as large a sum, one may be."""

BEFORE: Final = 70
BEHIND: Final = 60
"""Characters before and after a number among which it is told what it is of."""

_MINUTES: Final = {"month": 30.4 * 1440, "year": 365.0 * 1440}

_LENGTHS: Final = tuple(
    (kind, re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE))
    for kind, before, behind in (
        (
            "sentence",
            r"\b(?:jailed|sentenced|imprison\w+|prison|jail|sentence|term)\b.{0,40}$",
            r".{0,20}\b(?:in (?:prison|jail)|behind bars|jail|prison|sentence|term|imprison\w+)",
        ),
        (
            "ban",
            r"\b(?:bann?(?:ed|s)?|suspended|suspension|barred|disqualified|disqualification)\b"
            r".{0,30}$",
            r"[- ](?:ban|suspension|disqualification|embargo|moratorium)\b",
        ),
        (
            "run",
            r"\b(?:runs?|lasts?|valid|in force|binding|extended|signed|renewed)\b.{0,16}$",
            r"[- ](?:\w+ )?(?:accord|agreement|deal|contract|pact|lease|licen[cs]e|concession|"
            r"treaty|truce|ceasefire|extension|mandate)\b",
        ),
        (
            "office",
            r"\b(?:led|headed|ruled|president|chairman|chairwoman|chief|director|mayor|in office|"
            r"served|governed|in power|at the helm|run|ran|leader|coach|premier)\b"
            r"[^.;]{0,30}\bfor (?:the )?(?:past |last |some |nearly |about )?$",
            r"$.",
        ),
        (
            "closure",
            r"\b(?:closed|shut|out of (?:action|service|use)|cut off|without (?:power|water|gas|"
            r"electricity)|halted|interrupted)\b[^.;]{0,30}\bfor (?:\w+ )?$",
            r"[- ](?:closure|shutdown|shut-down|outage|interruption)",
        ),
        (
            "works",
            r"\b(?:work|works|building|construction|repairs?|rebuilding|restoration|clean-up)\b"
            r"[^.;]{0,50}\b(?:take|takes|last|for)\s(?:\w+ )?$",
            r"$.",
        ),
    )
)
_CUES: Final = frozenset(
    kin(stem(word))
    for word in "jailed sentenced sentence imprisoned imprisonment prison jail term behind bars "
    "ban banned suspended suspension barred disqualified embargo moratorium run last valid force "
    "binding extended signed renewed accord contract lease licence concession mandate extension "
    "closed halted interrupted interruption outage shutdown work works building construction "
    "repairs take fine fined penalty demand demanded ransom stole stolen theft damage profit "
    "must".split()
)
"""What tells of what kind a term is, and not of what."""

_VOTE: Final = kin(stem("vote"))
_TO_DO: Final = re.compile(r"(?:,? in which)? to (?P<verb>[a-z]{3,})\b")
_WITHIN: Final = re.compile(r"\bwithin (?:the next )?$")
_MUST: Final = re.compile(
    r"\b(?:must|has to|have to|had to|to|will|shall|should|be) (?:be )?(?P<verb>[a-z]{3,})\b"
    r"(?!.*\b(?:must|has to|have to|had to|will|shall)\b)"
)
_SUMS: Final = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        ("demand", r"demand(?:s|ed)?|ransoms?|kidnappers?|captors?|abductors?|hostage-takers?"),
        ("fine", r"fine[sd]?|penalt(?:y|ies)"),
        ("theft", r"stole|stolen|theft|made off|embezzl\w+|defraud\w*|disappear\w+|siphoned|loot"),
        ("damage", r"damage|destruction"),
        ("profit", r"profits?|earnings"),
    )
)
_FRACTIONS: Final = {
    "half": 1 / 2, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "two-thirds": 2 / 3,
    "a quarter": 1 / 4, "one quarter": 1 / 4, "three quarters": 3 / 4, "three-quarters": 3 / 4,
    "a fifth": 1 / 5, "one fifth": 1 / 5, "two fifths": 2 / 5, "three fifths": 3 / 5,
    "four fifths": 4 / 5, "a tenth": 1 / 10, "one-third": 1 / 3, "one-fifth": 1 / 5,
}  # fmt: skip
_SHARE: Final = re.compile(
    rf"\b(?P<share>{'|'.join(sorted(_FRACTIONS, key=len, reverse=True))}) of "
    r"(?:the|its|their|all|all the|his|her) (?P<what>[a-z-]+(?: [a-z-]+){0,2})",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:if|whether|unless|until|could|might|may|up to|each|every|per|last year|ago|average|"
    r"another|further|more than half|less than|at first|originally|earlier|instead of|rather "
    r"than)\b|\?"
)


class Term(NamedTuple):
    """A number of a kind; `value` as it is shown; `stems`, `names`: of the words around it."""

    place: Place
    quantity: Quantity
    kind: str
    value: str
    stems: frozenset[str]
    names: frozenset[str]


def term_contradictions(
    articles: Mapping[str, Article], stories: Iterable[StoryGroup], nearness: Nearness
) -> Iterator[Contradiction]:
    """Two terms of one kind, in reports of about one time that tell but one each."""
    told = {name: tuple(_alone(terms_in(article))) for name, article in articles.items()}
    for story in stories:
        for kind, some in alike(told_in(story, told), lambda one: one.kind).items():
            if len(some) > (FEW if kind == "margin" else MOST):
                continue
            for one, other in combinations(some, 2):
                if _are_of_one(one, other, articles, nearness):
                    yield Contradiction(
                        "number", one.place, other.place, one.value, other.value, 0.6,
                        f"Reports tell another {one.kind} of one thing",
                    )  # fmt: skip


def _alone(terms: Iterable[Term]) -> Iterator[Term]:
    """The terms of the kinds of which an article tells but one."""
    return told_once(terms, lambda one: one.kind, lambda one: one.quantity.value)


def _are_of_one(
    one: Term, other: Term, articles: Mapping[str, Article], nearness: Nearness
) -> bool:
    a, b = one.place.article, other.place.article
    if a == b or articles[a].hours_apart(articles[b]) > APART:
        return False
    if not _are_apart(one.quantity, other.quantity):
        return False
    if one.kind == "margin":
        return True
    near = nearness.between(one.place, other.place)
    if near < NEAR:
        return False
    if one.kind == "office" and len(one.names & other.names) >= SHARED_NAMES:
        return True
    shared = (one.stems & other.stems) - one.names - other.names - _CUES
    return bool(shared) and nearness.are_nearest(one.place, other.place)


def _are_apart(one: Quantity, other: Quantity) -> bool:
    """Whether two of one unit cannot both be true, and are not too far apart to be of one thing."""
    if one.unit != other.unit or is_compatible(one, other):
        return False
    low, high = sorted((one.value, other.value))
    return low > 0 and high / low <= (LARGER if is_money(one) else LONGER)


def terms_in(article: Article) -> Iterator[Term]:
    """The lengths of time, sums and shares of an article's body of which it is told what of."""
    text = article.text
    for block in article.blocks_of("body"):
        for one in map(_in_minutes, quantities_in(text, block.start, block.end)):
            if one.unit == "time" or is_money(one) or kin(one.unit) == _VOTE:
                sentence = sentence_at(text, one.span)
                kind = _kind(text, one, sentence)
                if kind:
                    yield from _term(article, one, kind, sentence)
        for found in _SHARE.finditer(text, block.start, block.end):
            value = _FRACTIONS[found["share"].casefold()]
            quantity = Quantity(found.start(), found.end("share"), value, "share", "exact")
            nouns = _content(found["what"])
            if nouns:
                sentence = sentence_at(text, quantity.span)
                yield from _term(article, quantity, f"share of the {nouns[-1]}", sentence)


def _in_minutes(one: Quantity) -> Quantity:
    """Months and years as lengths of time too."""
    minutes = _MINUTES.get(one.unit)
    return one._replace(unit="time", value=one.value * minutes) if minutes else one


def _term(article: Article, one: Quantity, kind: str, sentence: Span) -> Iterator[Term]:
    words = sentence.of(article.text)
    if _OPEN.search(words) or is_in_marks(article.text, one.start):
        return
    stems = frozenset(_content(words)) - frozenset(_content(one.span.of(article.text)))
    value = one.span.of(article.text)
    place = Place(article.id, one.start, one.end)
    yield Term(place, one, kind, value, stems, names_in(words))


def _kind(text: str, one: Quantity, sentence: Span) -> str:
    """What a length of time or a sum is of; "" if that is not told, or several things are."""
    before = text[max(sentence.start, one.start - BEFORE) : one.start]
    behind = text[one.end : min(sentence.end, one.end + BEHIND)]
    if one.unit == "time":
        due = _TO_DO.match(behind) or (_WITHIN.search(before) and _MUST.search(before))
        if due:
            return f"deadline to {kin(stem(due['verb'].casefold()))}"
        return next(
            (
                kind
                for kind, ahead, after in _LENGTHS
                if ahead.search(before) or after.match(behind)
            ),
            "",
        )
    if kin(one.unit) == _VOTE:
        is_margin = re.search(r"\bby (?:only |just )?$", before) and not re.match(r" to\b", behind)
        return "margin" if is_margin else ""
    found = {kind for kind, words in _SUMS if words.search(before + " " + behind)}
    return found.pop() if len(found) == 1 else ""


def _content(words: str) -> list[str]:
    return [
        one
        for word in folded_words(words)
        if (one := kin(stem(word))) not in GRAMMAR
        and word not in REPORTING
        and word not in _EMPTY
        and word[0].isalpha()
        and len(one) > SMALL
    ]


SMALL: Final = 2
_EMPTY: Final = frozenset(
    "and or but of in on at to for from by with as who which that its his her their this these "
    "than then so also after before while when not no over out up down off about more most some "
    "all any other year years month months week weeks day days hour hours million billion "
    "thousand hundred monday tuesday wednesday thursday friday saturday sunday".split()
)
