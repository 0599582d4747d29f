"""Who brought a call or a meeting about, as reports of one story tell it.

"At the initiative of the president", "had been arranged by the crown prince", "it was Reis who had
asked for the call", "Halev rang Vuresh".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import alike, told_in
from variorum.compare.nearness import Nearness
from variorum.compare.words import names_in, sentence_at
from variorum.record.article import Article
from variorum.record.letters import without_marks
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.story import StoryGroup

NEAR: Final = 0.3
"""Nearness in meaning that two sentences must have."""

APART: Final = 4 * 24.0
"""Hours between two publications beyond which another call or meeting may be meant."""

SAME: Final = 4
"""Letters by which a name and an adjective of it begin alike: Sarvenia, Sarvenian."""

_WHAT: Final = (
    r"(?P<what>(?:phone |telephone |video )?(?:calls?|conversations?)|meetings?|talks|summits?|"
    r"negotiations|sessions?)"
)
_WHO: Final = (
    r"(?P<who>(?:[a-z]+ ){0,2}[A-Z][\w’'.-]+(?: (?!who\b|and\b|that\b|which\b|in\b|on\b|at\b|for\b|"
    r"after\b|with\b|had\b|has\b|was\b|rang\b|phoned\b|telephoned\b)[\w’'.-]+){0,6}?)"
)
_END: Final = (
    r"(?=\s*[,.;:”\"]|\s(?:who|and|that|which|in|on|at|for|after|with|since|before|as)\b|$)"
)
_MADE: Final = (
    r"(?:arranged|brokered|initiated|requested|proposed|convened|organi[sz]ed|instigated|placed|"
    r"set up|sought|asked for|called for|called)"
)
_ASKING: Final = (
    r"(?:initiative|request|insistence|invitation|urging|behest|instigation|suggestion)"
)
_PATTERNS: Final = tuple(
    re.compile(words)
    for words in (
        rf"\b{_WHAT}\b[^.;:“”\"]{{0,110}}?\b(?:at|on) the {_ASKING} of "
        rf"(?:the )?{_WHO}{_END}",
        rf"\b{_WHAT}\b[^.;:“”\"]{{0,110}}?\bat {_WHO}[’']s? (?:own )?{_ASKING}",
        rf"\b{_WHAT}\b[^.;:“”\"]{{0,110}}?(?:\b(?:was|were|been)|,) {_MADE} by "
        rf"(?:the )?{_WHO}{_END}",
        rf"\b[Ii]t was {_WHO} (?:who|that|which) (?:had )?(?:first )?{_MADE} (?:the|a|that|this) "
        rf"(?:[a-z-]+ )?{_WHAT}",
        rf"(?:^|\n|, |\. |: ){_WHO} (?:had |has )?(?:first )?(?:initiated|requested|asked for|"
        rf"sought) (?:the|that|this) (?:[a-z-]+ )?{_WHAT}",
        rf"(?:^|\n|, |\. |: |[a-z] ){_WHO} (?:rang|phoned|telephoned)(?: up)? "
        r"(?:his |her |its |[a-z]+ )*[A-Z](?P<what>)",
        rf"\b(?:[Tt]he|[Tt]his) (?:initiative|idea|request|proposal|invitation|offer)"
        rf"(?: (?:for|of|to) [^,.;]{{3,40}})? (?:had |has )?(?:came|come) from "
        rf"(?:the )?{_WHO}(?: alone)?{_END}(?P<what>)",
        rf"\b[Ii]t was {_WHO}(?:, \d+,)? who (?:picked up the phone|made the call)(?P<what>)",
    )
)


class Initiator(NamedTuple):
    """Who is told to have brought something of a kind about; `names`: others of the sentence."""

    place: Place
    kind: str
    who: frozenset[str]
    names: frozenset[str]


def initiator_contradictions(
    articles: Mapping[str, Article], stories: Iterable[StoryGroup], nearness: Nearness
) -> Iterator[Contradiction]:
    """Two who are told to have brought one thing about, in reports of about one time."""
    told = {name: tuple(initiators_in(article)) for name, article in articles.items()}
    for story in stories:
        for some in alike(told_in(story, told), lambda one: one.kind).values():
            if len(some) <= MOST:
                for one, other in combinations(some, 2):
                    if _are_of_one(one, other, articles, nearness):
                        yield _contradiction(one, other)


MOST: Final = 40
"""Things of a kind in one story, beyond which they are of ever so many."""


def _contradiction(one: Initiator, other: Initiator) -> Contradiction:
    values = " ".join(sorted(one.who)), " ".join(sorted(other.who))
    return Contradiction(
        "attribution", one.place, other.place, *values, 0.5,
        f"Reports tell of others who brought the {one.kind} about",
    )  # fmt: skip


def _are_of_one(
    one: Initiator, other: Initiator, articles: Mapping[str, Article], nearness: Nearness
) -> bool:
    a, b = one.place.article, other.place.article
    if a == b or articles[a].hours_apart(articles[b]) > APART or _are_alike(one.who, other.who):
        return False
    if not _are_alike(one.names | one.who, other.names | other.who) and not (
        _tells_of(one.who, articles[b]) or _tells_of(other.who, articles[a])
    ):
        return False
    return nearness.between(one.place, other.place) >= NEAR


def _are_alike(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether a name of the one begins as one of the other."""
    heads = {name[:SAME] for name in one}
    return any(name[:SAME] in heads for name in other)


def _tells_of(who: Iterable[str], article: Article) -> bool:
    """Whether an article names somebody, or what is theirs."""
    heads = {name[:SAME] for name in who}
    return any(name[:SAME] in heads for name in _folded(_NAMES.findall(article.text)))


def initiators_in(article: Article) -> Iterator[Initiator]:
    """Who an article tells to have brought calls and meetings about."""
    text = article.text
    for block in article.blocks_of("body"):
        if _CUES.search(text, block.start, block.end) is None:
            continue
        for pattern in _PATTERNS:
            for found in pattern.finditer(text, block.start, block.end):
                if one := _initiator(article, found):
                    yield one


_CUES: Final = re.compile(
    r"initiat|request|insist|invit|urging|behest|suggest|arrang|broker|propos|conven|organi|"
    r"asked for|came from|come from|sought|rang\b|phoned|picked up the phone|made the call"
)


def _initiator(article: Article, found: re.Match[str]) -> Initiator | None:
    text = article.text
    sentence = sentence_at(text, Span(*found.span("who")))
    names = names_in(sentence.of(text))
    who = _folded(_NAMES.findall(found["who"]))
    if any(name.endswith("day") for name in who):
        return None
    told = found["what"] or sentence.of(text)
    is_call = re.search(r"\b(?:call\w*|conversation|rang|phoned?|telephoned?)\b", told)
    kind = "call" if is_call else "meeting"
    if not who or _OPEN.search(text, sentence.start, sentence.end):
        return None
    place = Place(article.id, max(sentence.start, found.start()), min(sentence.end, found.end()))
    return Initiator(place, kind, who, _folded(names) - who)


_NAMES: Final = re.compile(r"\b[A-Z][\w-]+")

_OPEN: Final = re.compile(r"\b(?:if|would|could|might|may|should|wants?|hopes?)\b")


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(
        without_marks(one.casefold()).removesuffix("'s").removesuffix("’s") for one in names
    )
