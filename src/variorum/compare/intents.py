"""What one report says somebody will do, and another that he will not.

"Families said they would appeal" and "the families do not plan to appeal"; "two pieces will
follow" and "no further pieces would be returned". The same verb must be told, of one thing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import alike, found_in, told_in
from variorum.compare.nearness import Nearness
from variorum.compare.polarity import GRAMMAR, negations
from variorum.compare.relatives import kin
from variorum.compare.sources import REPORTING
from variorum.compare.surroundings import EMPTY, Idle, around
from variorum.compare.words import folded_words, is_in_marks, stem
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.story import StoryGroup

NEAR: Final = 0.5
NEAREST: Final = 0.35
"""Nearness in meaning that two sentences must have; and those that are each other's nearest."""

APART: Final = 3 * 24.0
"""Hours between two publications beyond which somebody may have thought better of it."""

WINDOW: Final = 8
"""Words on either side of a verb among which is told who will do it, and to what."""

MOST: Final = 60
"""Sentences that tell of one verb in a story, beyond which they are of ever so many things."""

_BETWEEN: Final = r"(?:(?:also|soon|now|then|be|have|been|ever|again|still|[a-z]+ly) )*"
_VERB: Final = rf"{_BETWEEN}(?P<verb>[a-z]{{3,}})\b"
_WILL_NOT: Final = re.compile(
    r"\b(?:(?:will|would|shall)(?: not| never|n[’']t)|won[’']t|wouldn[’']t|"
    r"(?:is|are|was|were) not (?:going|planning|due|set|ready|willing|prepared|about|obliged) to|"
    r"(?:does|do|did|has|have|had)(?: not|n[’']t) (?:plan(?:ned)?|intend(?:ed)?|want(?:ed)?|"
    r"mean(?:t)?|wish(?:ed)?|expect(?:ed)?|decided) to|"
    r"no (?:plans?|intention|wish|need|reason|desire)(?: (?:to|of)| either to)|decided not to|"
    r"(?:refus|declin)(?:es|ed) to|rul(?:es|ed) out|decided against|"
    r"no (?:(?:more|further|new|other|[a-z]+) ){0,2}[a-z]+s? (?:will|would) (?:be )?)\s+" + _VERB,
    re.IGNORECASE,
)
_WILL: Final = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) (?:due|set|going|ready|prepared|about|expected|"
    r"determined|likely|certain) to|(?:is|are|was|were) to|"
    r"(?:plan|intend|mean|want|vow|promise|pledge|agree|decide|hope|expect|aim|threaten|prepare)"
    r"(?:s|d|ed|ned)? to|plans? to|intention (?:to|of))\s+" + _VERB,
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:if|unless|until|whether|would have|wouldn[’']t have|otherwise|said why|so far|yet|only|"
    r"without|urg\w+|call(?:ed|s) (?:on|for)|deman\w+|den(?:y|ies|ied)|accus\w+|fear\w*|"
    r"warn\w*)\b|\?"
)
_TELLING_NOTHING: Final = frozenset(
    kin(stem(word))
    for word in (
        *REPORTING,
        *GRAMMAR,
        *folded_words(
            "say comment give name know want think seem expect confirm respond answer tell specify "
            "mention identify rule take make get come see believe need intend mean like care do "
            "reply become look feel find change matter able there take hav last first always"
        ),
    )
)
_MEANING: Final = frozenset(
    "plan plans planned will would shall decided intention going due set ready further more "
    "they".split()
)
_IDLE: Final = Idle(_TELLING_NOTHING, EMPTY | _MEANING)


class Intent(NamedTuple):
    """A verb of what will be done or not; `stems` and `names`: of the words around it."""

    place: Place
    verb: str
    is_meant: bool
    stems: frozenset[str]
    names: frozenset[str]


def intent_contradictions(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    stories: Iterable[StoryGroup],
    nearness: Nearness,
) -> Iterator[Contradiction]:
    """What will be done as one has it, and will not as another, in reports of about one time."""
    told = found_in(articles, readings, intents_in)
    for story in stories:
        for some in alike(told_in(story, told), lambda one: one.verb).values():
            refused = [one for one in some if not one.is_meant]
            if not refused or len(some) > MOST:
                continue
            for other in some:
                for one in refused:
                    if other.is_meant and _are_of_one(one, other, articles, nearness):
                        yield Contradiction(
                            "status", other.place, one.place, "will", "will not", 0.55,
                            "One says that it will be done, another that it will not",
                            joined_as=f"intent {one.verb}",
                        )  # fmt: skip


def _are_of_one(
    one: Intent, other: Intent, articles: Mapping[str, Article], nearness: Nearness
) -> bool:
    a, b = one.place.article, other.place.article
    if a == b or articles[a].hours_apart(articles[b]) > APART:
        return False
    if not (one.stems & other.stems) - one.names - other.names:
        return False
    near = nearness.between(one.place, other.place)
    if near >= NEAR and len(one.stems & other.stems) > 1:
        return True
    return near >= NEAREST and nearness.are_nearest(one.place, other.place)


def intents_in(article: Article, reading: Reading) -> Iterator[Intent]:
    """What an article says will be done, or will not."""
    text = article.text
    for sentence in reading.sentences:
        words = sentence.of(text)
        if _CUES.search(words) is None or _OPEN.search(words):
            continue
        is_meant = False
        found = _WILL_NOT.search(text, sentence.start, sentence.end)
        if found is None:
            found = _WILL.search(text, sentence.start, sentence.end)
            is_meant = True
            if found is None or negations(folded_words(words)):
                continue
        if is_in_marks(text, found.start()) or negations(folded_words(words)) > 1:
            continue
        verb = kin(stem(found["verb"].casefold()))
        if verb not in _TELLING_NOTHING:
            yield _intent(article, sentence, Span(*found.span("verb")), verb, is_meant=is_meant)


_CUES: Final = re.compile(
    r"\b(?:will|would|shall|won|plan|intend|intention|refus|declin|rule[sd]? out|decided|to\b)"
)


def _intent(article: Article, sentence: Span, verb: Span, name: str, *, is_meant: bool) -> Intent:
    near = around(article.text, sentence, verb, WINDOW, _IDLE)
    place = Place(article.id, sentence.start, sentence.end)
    return Intent(place, name, is_meant, near.stems - {name}, near.names)
