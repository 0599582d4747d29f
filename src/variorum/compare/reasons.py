"""Why a thing happened or was done, as reports of one story tell it in words of their own.

"Contaminated feed was to blame" and "the infection came with imported rams"; "walked out after
managers refused to raise pay" and "downed tools in protest at new safety rules". Beside `causes`,
which knows hazards and faults by name, this looks at whatever is told as a reason: neither report
may have a word of the other's reason anywhere, but to rule it out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import found_in, told_in
from variorum.compare.nearness import Nearness
from variorum.compare.polarity import GRAMMAR
from variorum.compare.relatives import kin
from variorum.compare.sources import REPORTING
from variorum.compare.words import folded_words, is_in_marks, stem
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.story import StoryGroup

NEAR: Final = 0.4
"""Nearness in meaning that two sentences must have, that are each other's nearest."""

NEAR_IF_FEW: Final = 0.3
FEW: Final = 4
"""The same where a story tells so few reasons, and either report but one."""

APART: Final = 3 * 24.0
"""Hours between two publications beyond which another thing may be meant."""

MOST: Final = 40
"""Reasons told in one story, beyond which they are of ever so many things."""

_CLAUSE: Final = r"(?P<reason>[^,.;:“”\"()]{4,70})"
_SUBJECT: Final = (
    r"(?:^|[,;:] |\b(?:that|said|as|when|after|and|but) )(?P<reason>[^,.;:“”\"()]{4,50}?)"
)
_STOPPING: Final = (
    r"(?:strik(?:e|es|ing|ers?)|struck|walk(?:ed|ing)? ?out|walkout|stoppage|stopped|downed tools|"
    r"protest\w*|demonstrat\w+|march\w*|rall(?:y|ied)|resign\w*|quit|stepped down|cancel\w*|"
    r"called off|postpone\w*|put off|boycott\w*|clos(?:ed|ure)|shut|expelled|sacked|dismissed|"
    r"suspended|withdrew|pulled out|refus\w+|banned)"
)
_PATTERNS: Final = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        rf"{_SUBJECT} (?:was|were|is|are)(?: \w+ly| partly| also)? (?:to blame|at fault|"
        r"the (?:main |likely |probable )?(?:cause|reason|source|culprit)|what caused)\b",
        # Who is blamed for doing something is no reason: "blamed the mayor for failing to act".
        r"\b(?:blam(?:ed|es|ing)|suspect(?:s|ed)?|put the blame on|laid the blame on)"
        rf"(?![^.;]{{3,70}}? for (?:not )?\w+ing\b) {_CLAUSE}",
        rf"\b(?:caused|triggered|sparked|set off|brought (?:on|about)|provoked|prompted|"
        rf"started) by {_CLAUSE}",
        r"\b(?:because of|(?<!is )(?<!was )(?<!are )(?<!were )due to|owing to|as a result of|"
        r"was the result of|attributed to|"
        r"put down to|traced (?:back )?to|stemmed from|arose from|came (?:from|with)|"
        rf"originated (?:in|with|from)|began (?:with|when)|started (?:with|when|in)) {_CLAUSE}",
        r"\b(?:the|its|a) (?:main |likely |probable |real )?(?:cause|reason|source)"
        rf"(?: of [^,.;]{{3,40}})? (?:was|is|were|had been|may have been|lay in) {_CLAUSE}",
        rf"\bbecause (?!of\b){_CLAUSE}",
        rf"{_SUBJECT} (?:had |has |have )?(?:caused|triggered|sparked|led to|brought down|set off|"
        r"provoked|prompted) (?:the|this|it|a|an)\b",
        rf"\b(?:in protest (?:at|against|over)|to protest (?:at|against|over)?|in a row over|"
        rf"in a dispute over|to demand|demanding|in response to|in retaliation for) {_CLAUSE}",
        rf"\b{_STOPPING}\b[^.;]{{0,60}}? (?:over|after) {_CLAUSE}",
        rf"{_SUBJECT} (?:had |has |have )?(?:failed|burst|snapped|gave way|given way|"
        r"short-circuited|overheated|malfunctioned|cracked|come loose|came loose|jammed)\b",
        r"\b(?:hitting|striking|colliding with|running (?:into|onto|aground on)|collided with|"
        rf"crashed into|ran into|ran onto|ran aground on|rammed) {_CLAUSE}",
    )
)
_MOTIVES: Final = frozenset(one for one in _PATTERNS if "protest" in one.pattern)
_CUES: Final = re.compile(
    r"blame|fault|cause|suspect|trigger|spark|set off|brought|provok|prompt|because|due to|owing|"
    r"result of|attribut|put down|trac|stem|arose|came|origin|began|started|reason|source|led to|"
    r"protest|row over|dispute over|demand|response|retaliation|over |after |failed|burst|snapped|"
    r"gave way|short-circuit|overheat|malfunction|crack|loose|jammed|hitting|striking|collid|"
    r"running|crashed|ran |rammed"
)
_OPEN: Final = re.compile(
    r"\b(?:if|whether|unless|would|could|might|may|no (?:cause|reason|indication|sign)|not|never|"
    r"unknown|unclear|den(?:y|ies|ied)|ruled out|reject\w*|dismissed (?:claims|reports)|"
    r"too early)\b|\?",
    re.IGNORECASE,
)
_RULED_OUT: Final = re.compile(
    r"\b(?:rul(?:e|es|ed) out|not|no|never|den(?:y|ies|ied)|reject\w*|nothing to do with|"
    r"rather than|dismiss(?:es|ed))\b",
    re.IGNORECASE,
)
_NO_REASON: Final = re.compile(
    r"^(?:the |an? |some |about |more than |just |only |nearly )*(?:[\w-]+ )?(?:seconds?|minutes?|"
    r"hours?|days?|weeks?|months?|years?|night|morning|evening|afternoon|(?:mon|tues|wednes|thurs|"
    r"fri|satur|sun)day|midnight|noon|dawn|dark|time|talks|weekend)\b",
    re.IGNORECASE,
)
_END: Final = re.compile(
    r"\b(?:who|which|that|and (?:said|was|were|had|is|are)|but|while|as|for|according|on (?:mon|"
    r"tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


class Reason(NamedTuple):
    """Where a report tells why; `sentence`: the whole; `stems`: of the words of the reason.

    `around`: of the sentence's other words; `is_motive`: why somebody did it.
    """

    place: Place
    sentence: Place
    stems: frozenset[str]
    around: frozenset[str]
    is_motive: bool


def reason_contradictions(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    stories: Iterable[StoryGroup],
    nearness: Nearness,
) -> Iterator[Contradiction]:
    """Two reasons of one thing, of which neither report has the other's."""
    told = found_in(articles, readings, reasons_in)
    asserted: dict[str, frozenset[str]] = {}
    for story in stories:
        some = told_in(story, told)
        if len(some) > MOST:
            continue
        for one, other in combinations(some, 2):
            a, b = one.place.article, other.place.article
            if a == b or articles[a].hours_apart(articles[b]) > APART:
                continue
            if one.is_motive != other.is_motive:
                continue
            near = nearness.between(one.sentence, other.sentence)
            are_alone = len(some) <= FEW and len(told[a]) == len(told[b]) == 1
            is_shared = not one.around.isdisjoint(other.around)
            is_one = is_shared and nearness.are_nearest(one.sentence, other.sentence)
            if near < (NEAR_IF_FEW if are_alone else NEAR) or not (are_alone or is_one):
                continue
            for name in (a, b):
                if name not in asserted:
                    asserted[name] = _asserted(articles[name], readings[name])
            if one.stems.isdisjoint(asserted[b]) and other.stems.isdisjoint(asserted[a]):
                values = (_words(one, articles), _words(other, articles))
                yield Contradiction(
                    "status", one.place, other.place, *values, 0.5,
                    "Reports give another reason for one thing", joined_as="cause",
                )  # fmt: skip


def _words(one: Reason, articles: Mapping[str, Article]) -> str:
    return one.place.span.of(articles[one.place.article].text)


def _asserted(article: Article, reading: Reading) -> frozenset[str]:
    """The stems of all that an article tells, but for what it rules out."""
    sentences = (one.of(article.text) for one in reading.sentences)
    return frozenset(
        word for words in sentences if not _RULED_OUT.search(words) for word in _stems(words)
    )


def reasons_in(article: Article, reading: Reading) -> Iterator[Reason]:
    """What an article's body tells as a reason, the first of each sentence."""
    text = article.text
    for sentence in reading.sentences:
        words = sentence.of(text)
        if _CUES.search(words) is None or _OPEN.search(words):
            continue
        if one := _reason(article, sentence, words):
            yield one


def _reason(article: Article, sentence: Span, words: str) -> Reason | None:
    found = [
        (one.start("reason"), one)
        for pattern in _PATTERNS
        if (one := pattern.search(words)) and not _NO_REASON.match(one["reason"])
    ]
    for start, one in sorted(found, key=lambda item: item[0]):
        reason = one["reason"]
        end = _END.search(reason, 4)
        reason = reason[: end.start()].rstrip() if end else reason.rstrip()
        stems = frozenset(_stems(reason))
        if stems and not is_in_marks(article.text, sentence.start + start):
            at = sentence.start + start
            place = Place(article.id, at, at + len(reason))
            whole = Place(article.id, sentence.start, sentence.end)
            around = frozenset(_stems(words)) - stems
            return Reason(place, whole, stems, around, one.re in _MOTIVES)
    return None


def _stems(words: str) -> Iterator[str]:
    for word in folded_words(words):
        one = kin(stem(word))
        if one not in GRAMMAR and word not in _EMPTY and word not in REPORTING and len(one) > SMALL:
            yield one


SMALL: Final = 2
_EMPTY: Final = frozenset(
    "and or but of in on at to for from by with as who which that its his her their this these "
    "than then so also after before while when not no over out up down off about more most some "
    "all any other had has have was were one two three first new old had been".split()
)
