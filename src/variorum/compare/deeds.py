"""What one report says was done and another says was not, in their own words and nobody's denial.

"Two pumping stations had been shut" and "no pumping station in the capital had been shut"; "some
400 marched" and "nobody marched". The same verb must be told, of things that both sentences name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import found_in
from variorum.compare.nearness import Nearness
from variorum.compare.polarity import GRAMMAR, negations
from variorum.compare.relatives import kin
from variorum.compare.sources import REPORTING
from variorum.compare.surroundings import EMPTY, Idle, around
from variorum.compare.words import Word, folded_words, is_in_marks, stem, words_in
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.story import StoryGroup

NEAR: Final = 0.5
SHARED: Final = 2
"""Nearness in meaning that two sentences must have, and words in common around the verb, of which
one is no name."""

NEAREST: Final = 0.35
"""Where the sentences are each other's nearest, that one word will do from here on."""

NEARER: Final = 0.6
"""Where they are nearer, none need be in common where it was done to none."""

APART: Final = 4 * 24.0
"""Hours between two publications beyond which what was not done may have been."""

WINDOW: Final = 9
"""Words on either side of a verb among which is told who did it, and to what."""

MOST: Final = 200
"""Sentences with one verb in a story, beyond which it tells nothing."""

_NOT: Final = re.compile(
    r"\b(?:(?:did|do|does|has|have|had|was|were|is|are) not|(?:did|has|have|had|was|were|is|"
    r"are)n[’']t|"
    r"never|nobody|no one|none|no (?:[a-z][\w-]* ){1,3}?(?:(?:in|at|of|from|on) (?:the )?[\w-]+ )?"
    r"(?:had|has|have|was|were|is|are)|fail(?:ed|s) to|refus(?:ed|es) to|declined to|unable to)\s+"
    r"(?:(?:has|have|had|was|were|is|are|been|be|ever|even|yet|in fact|actually|"
    r"[a-z]+ly|a|any|the) )*(?P<verb>[a-z]{3,})\b",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(r"nobody|no one|none|no\b", re.IGNORECASE)

_OPEN: Final = re.compile(
    r"\b(?:if|whether|unless|until|could|would|should|might|may|can|cannot|will|must|yet|so far|"
    r"only|"
    r"den(?:y|ies|ied|ying)|not only|rule[ds]? out|no longer|without|before|since|want\w*|plan\w*|"
    r"promis\w+|threat\w+|ask\w*|urg\w+|call(?:ed|s) (?:on|for)|to be|vow\w*)\b|\?"
)
_TELLING_NOTHING: Final = frozenset(
    kin(stem(word))
    for word in (
        *REPORTING, *GRAMMAR,
        *folded_words(
            "say comment give name know want think seem expect confirm respond answer tell specify "
            "mention identify rule take make get come go see believe need intend mean like care "
            "reply return immediately reach available enough clear sure happy ready able work like "
            "speak talk appear look feel find change matter have been part last first one two "
            "three "
            "their his her this that any all such more so very just still quite always"
        ),
    )
)  # fmt: skip
_IDLE: Final = Idle(_TELLING_NOTHING, EMPTY)


class Deed(NamedTuple):
    """A verb that a sentence tells of, done or not; `stems` and `names`: of the words around it.

    `is_whole`: nobody did it, or it was done to none.
    """

    place: Place
    verb: str
    is_done: bool
    stems: frozenset[str]
    names: frozenset[str]
    is_whole: bool = False


def deed_contradictions(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    stories: Iterable[StoryGroup],
    nearness: Nearness,
) -> Iterator[Contradiction]:
    """What one tells as done and another as not done, in reports of about one time."""
    undone = found_in(articles, readings, _undone)
    for story in stories:
        wanted = {one.verb for name in story.articles for one in undone.get(name, ())}
        if not wanted:
            continue
        done: dict[str, list[Deed]] = defaultdict(list)
        for name in story.articles:
            if name in undone:
                for one in _done(articles[name], readings[name], wanted):
                    done[one.verb].append(one)
        for name in story.articles:
            for one in undone.get(name, ()):
                if len(done[one.verb]) > MOST:
                    continue
                for other in done[one.verb]:
                    if _are_of_one(one, other, articles, nearness):
                        yield Contradiction(
                            "status", other.place, one.place, "done", "not done", 0.55,
                            "One tells as done what another says was not", joined_as=one.verb,
                        )  # fmt: skip


def _are_of_one(
    one: Deed, other: Deed, articles: Mapping[str, Article], nearness: Nearness
) -> bool:
    a, b = one.place.article, other.place.article
    if a == b or articles[a].hours_apart(articles[b]) > APART:
        return False
    near = nearness.between(one.place, other.place)
    if near < NEAREST:
        return False
    shared = one.stems & other.stems
    told = shared - one.names - other.names
    if near >= NEAR and len(shared) >= SHARED and told:
        return True
    is_elsewhere = one.names and other.names and one.names.isdisjoint(other.names)
    is_told = told or (one.is_whole and near >= NEARER and not is_elsewhere)
    return bool(is_told) and nearness.are_nearest(one.place, other.place)


def _undone(article: Article, reading: Reading) -> Iterator[Deed]:
    text = article.text
    for sentence in reading.sentences:
        found = _NOT.search(text, sentence.start, sentence.end)
        if found is None or is_in_marks(text, found.start()):
            continue
        if negations(folded_words(sentence.of(text))) > 1 or _OPEN.search(sentence.of(text)):
            continue
        verb = kin(stem(found["verb"].casefold()))
        if verb not in _TELLING_NOTHING:
            deed = _deed(article, sentence, Span(*found.span("verb")), verb, is_done=False)
            yield deed._replace(is_whole=_WHOLE.match(found[0]) is not None)


def _done(article: Article, reading: Reading, wanted: set[str]) -> Iterator[Deed]:
    text = article.text
    for sentence in reading.sentences:
        words = words_in(text, sentence.start, sentence.end)
        found = next(
            (
                word
                for at, word in enumerate(words)
                if _is_past(word) and kin(stem(word.folded)) in wanted and not _describes(words, at)
            ),
            None,
        )
        if found is None or is_in_marks(text, found.start) or _OPEN.search(sentence.of(text)):
            continue
        if negations(tuple(word.folded for word in words)) or _FAILED.search(sentence.of(text)):
            continue
        verb = kin(stem(found.folded))
        yield _deed(article, sentence, Span(found.start, found.end), verb, is_done=True)


def _describes(words: list[Word], at: int) -> bool:
    """Whether a participle only describes somebody: "the officers accused of hacking"."""
    behind = words[at + 1].folded if at + 1 < len(words) else ""
    return behind in ("of", "by", "in", "with") and not any(
        word.folded in _AUXILIARY for word in words[max(0, at - 3) : at]
    )


_AUXILIARY: Final = frozenset("was were been is are be being had has have got".split())

_FAILED: Final = re.compile(r"\b(?:fail\w*|refus\w+|declin\w+|unable|nobody|none)\b")


def _is_past(word: Word) -> bool:
    """Whether a word looks like a verb of the past or a participle."""
    folded = word.folded
    if not folded.isalpha() or word.text[0].isupper():
        return False
    return (
        folded.endswith("ed")
        or (stem(folded) != folded and folded[-1] not in "sgey")
        or (folded in _PAST)
    )


_PAST: Final = frozenset("shut cut hit put set let cast burst spread".split())


def _deed(article: Article, sentence: Span, verb: Span, name: str, *, is_done: bool) -> Deed:
    near = around(article.text, sentence, verb, WINDOW, _IDLE)
    place = Place(article.id, sentence.start, sentence.end)
    return Deed(place, name, is_done, near.stems - {name}, near.names)
