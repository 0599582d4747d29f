"""What one source tells and another denies, in one article or in several of a story.

- "Castro accused the ministry. The minister denied it.": the denial is held against what was told
  right before it, by another.
- "Noray denied a newspaper report that the cranes had been sold": against the report.
- "The firm denied having sold the cranes" and "nothing has been sold, she said": against the
  sentences of the story that have the words, and no "no".
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.contesting import contested_in
from variorum.compare.denying import (
    DENYING,
    OF_A_DEED,
    OF_A_FALSEHOOD,
    OF_A_REPORT,
    denied_in,
    is_done,
    to_comma,
)
from variorum.compare.gathering import told_in
from variorum.compare.nearness import SAME, UNREAD, Nearness
from variorum.compare.polarity import negations
from variorum.compare.relatives import kin
from variorum.compare.sources import REPORTING
from variorum.compare.words import folded_words, is_in_marks, sentence_at, stem
from variorum.record.article import Article
from variorum.record.reading import Quotation, Reading
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.story import StoryGroup

SURE: Final = 1.3
"""The weight of shared words, each from 0 to 1, from which a sentence tells what another denies."""

SURE_IF_NEAR: Final = 0.8
"""The same where both sentences are near in meaning; the one may then say more besides."""

COVERED: Final = 0.6
"""The share of the weight of what is denied that it must have."""

FILLED: Final = 0.25
"""The share of its own weight that must be of what is denied."""

COVERED_BY_NO: Final = 0.75
FILLED_BY_NO: Final = 0.35
"""The same where nobody says "denied", but that it is not so."""

BESIDE: Final = 0.8
"""What a word counts that stands in the sentence, but outside of what is told."""

FEWEST: Final = 2
"""Words that what is denied must have, and its teller share."""

MOST_HOLDERS: Final = 60
"""A word in more sentences of a story than this brings none of them to a denial."""

_SUPPOSED: Final = re.compile(
    r"\b(?:if|whether|possibility|would|could|might|may|should|will|unless|den(?:y|ies|ied|ying|ial)|"
    r"reject\w*|dismiss\w*|refus\w*|rul\w+ out|fail\w*|false\w*)\b|\?"
)
_EMPTY: Final = frozenset(
    "the a an and or but of in on at to for from by with as that which who whom it its he his she "
    "her they their them him is are was were be been being has have had having do does did done "
    "will would shall should can could may might this these those there than then so also ever "
    "never not no nobody nothing none nor neither one ones single any anyone anybody anything all "
    "own had said says say told tell about into out up after before when while over more most some "
    "yesterday today monday tuesday wednesday thursday friday saturday sunday i we you my our your "
    "us me very just only been without yet still even it's that's he's "
    "she's they're we're i'm country people".split()
)


class Denial(NamedTuple):
    """Where something is denied; the stems of what; who denies, "" if that is not told.

    `verb`: the stem of what somebody denies having done, "" if that cannot be told;
    `is_said`: whether "denied" is said, and not only that it is not so.
    """

    place: Place
    stems: frozenset[str]
    who: str
    verb: str
    is_said: bool


class Told(NamedTuple):
    """A sentence, report or clause that says no "no", and its stems; `around`: of its sentence.

    `is_part`: whether it is a clause of several.
    """

    place: Place
    stems: frozenset[str]
    who: str
    around: frozenset[str]
    is_part: bool = False


def denial_contradictions(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    stories: Iterable[StoryGroup],
    nearness: Nearness = UNREAD,
) -> Iterator[Contradiction]:
    """What is told by one and denied by another."""
    known = {name: reading for name, reading in readings.items() if name in articles}
    first: dict[tuple[tuple[str, ...], ...], tuple[Place, Place]] = {}
    denials: dict[str, list[Denial]] = {}
    for name, reading in known.items():
        text = articles[name].text
        for claim, denial in chain(denied_in(text, reading), contested_in(text, reading)):
            words = folded_words(claim.span.of(text)), folded_words(denial.span.of(text))
            yield _contradiction(claim, denial)
            if (same := first.setdefault(words, (claim, denial)))[0] != claim:
                yield _contradiction(same[0], denial)
                yield _contradiction(claim, same[1])
        denials[name] = list(_denials(text, reading))
    for story in stories:
        denied = told_in(story, denials)
        if denied:
            names = [name for name in story.articles if name in known]
            told = [one for name in names for one in _told(articles[name].text, known[name])]
            yield from _across(denied, told, nearness)


def _contradiction(claim: Place, denial: Place, confidence: float = 0.6) -> Contradiction:
    return Contradiction(
        "status", claim, denial, "told", "denied", confidence,
        "One tells it, another denies it", joined_as="denial",
    )  # fmt: skip


def _denials(text: str, reading: Reading) -> Iterator[Denial]:
    """Denials that say themselves what they deny."""
    for sentence in reading.sentences:
        if DENYING.search(text, sentence.start, sentence.end) is None:
            continue
        found = next(
            (
                one
                for denying in (OF_A_REPORT, OF_A_DEED, OF_A_FALSEHOOD)
                if (one := denying.search(text, sentence.start, sentence.end))
            ),
            None,
        )
        head = text[sentence.start : found.start()] if found else ""
        if found and not _REFUSED.search(head) and is_done(text, sentence.start, found.start()):
            words = folded_words(to_comma(found["clause"]))
            stems = _stems(words)
            if len(stems) >= FEWEST:
                place = Place(reading.article, sentence.start, found.end())
                who = _before(text, sentence, found.start())
                yield Denial(place, stems, who, _verb(words), is_said=True)
    for said in reading.quotations:
        if denial := _negated(said, text, reading.article):
            yield denial
    for span in _unreported(reading):
        if span.end - span.start <= LONGEST_SENTENCE:
            place = Place(reading.article, span.start, span.end)
            denial = None if is_in_marks(text, span.start) else _plain_no(place, text, "")
            if denial and len(denial.stems) > FEWEST:
                yield denial


_REFUSED: Final = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+\s+)?$")
"""Before "denied" it is something that is refused: "were denied entry"."""


def _verb(words: Sequence[str]) -> str:
    """The stem of what somebody denies: "having sold", "selling", "being pushed"."""
    found = words[1:2] if words[0] in ("having", "being") else words[:1]
    return kin(stem(found[0])) if found and (words[0].endswith("ing")) else ""


def _before(text: str, sentence: Span, end: int) -> str:
    names: list[str] = re.findall(r"[^\W\d_][\w’'-]+", text[sentence.start : end])
    return names[-1].casefold() if names else ""


def _negated(said: Quotation, text: str, article: str) -> Denial | None:
    """What a quotation says is not, or was not done."""
    if len(said.content) != 1 or not said.speaker_name:
        return None
    place = Place(article, said.content[0].start, said.content[0].end)
    return _plain_no(place, text, said.speaker_name.split()[-1].casefold())


def _plain_no(place: Place, text: str, who: str) -> Denial | None:
    """What words say is not, if they say little else."""
    words = folded_words(to_comma(place.span.of(text)).removeprefix("that "))
    if negations(words) != 1 or len(words) > LONGEST or not _MODAL.isdisjoint(words):
        return None
    if _NO.isdisjoint(words) and words[0] != "no":
        return None
    stems = _stems(words)
    if len(stems) < FEWEST:
        return None
    return Denial(place, stems, who, _negated_word(words), is_said=False)


def _negated_word(words: Sequence[str]) -> str:
    """The stem of what is said not to be: "never sounded", "nothing has been sold"."""
    at = next(at for at, word in enumerate(words) if negations((word,)))
    return next((kin(stem(word)) for word in words[at + 1 :] if word not in _EMPTY), "")


LONGEST_SENTENCE: Final = 100
"""Characters of a sentence that says no more than that something is not, at most."""

LONGEST: Final = 12
"""Words of a quotation that denies something plainly, at most."""

_NO: Final = frozenset("never nothing not didn't wasn't weren't hasn't haven't".split())
_MODAL: Final = frozenset(
    "will would can could should must may might won't can't cannot if do does".split()
)


def _told(text: str, reading: Reading) -> Iterator[Told]:
    """What an article tells or reports that supposes nothing and says no "no"."""
    reports = [
        (part, (one.speaker_name or "?").split(" ")[-1].casefold())
        for one in reading.quotations
        if _reports(one, text)
        for part in one.content
    ]
    for span, who in reports:
        if told := _plainly(text, reading.article, span, who):
            yield told
    for span in _unreported(reading):
        whole = _stems(folded_words(span.of(text)))
        if told := _plainly(text, reading.article, span, ""):
            yield told
        for part in _clauses(text, span):
            if told := _plainly(text, reading.article, part, ""):
                yield told._replace(around=whole, is_part=True)


def _plainly(text: str, article: str, span: Span, who: str) -> Told | None:
    """What words tell, if they suppose nothing and say no "no"."""
    words = folded_words(span.of(text))
    if not FEWEST <= len(words) <= MOST or negations(words):
        return None
    if _SUPPOSED.search(text, span.start, span.end):
        return None
    around = _stems(folded_words(sentence_at(text, span).of(text))) if who else _NONE
    return Told(Place(article, span.start, span.end), _stems(words), who, around)


_NONE: Final[frozenset[str]] = frozenset()


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence that has several, as far as marks and conjunctions tell."""
    start = sentence.start
    ends = [*_CLAUSE.finditer(text, sentence.start, sentence.end)]
    if not ends:
        return
    for end, following in [*((one.start(), one.end()) for one in ends), (sentence.end,) * 2]:
        part = text[start:end]
        if len(part.split()) >= FEWEST_OF_CLAUSE:
            yield Span(start, end)
        start = following


FEWEST_OF_CLAUSE: Final = 4
"""Words of a clause that tells something by itself."""

_CLAUSE: Final = re.compile(
    r"[,;]\s+|\s+(?:[–—]|--)\s+|\s+(?:after|while|although|though|but|because|leaving|following)\s+"
)


def _unreported(reading: Reading) -> list[Span]:
    """The sentences of which no word is anybody's report."""
    parts = sorted(part for one in reading.quotations for part in one.content)
    found, at = [], 0
    for span in reading.sentences:
        while at < len(parts) and parts[at].end <= span.start:
            at += 1
        if at == len(parts) or parts[at].start >= span.end:
            found.append(span)
    return found


def _reports(said: Quotation, text: str) -> bool:
    cue = folded_words(" ".join(part.of(text) for part in said.cue))
    return not (REPORTING | _ADMITTING).isdisjoint(cue) and _DENIED.isdisjoint(cue)


_DENIED: Final = frozenset("denied denies deny denying not never".split())
_ADMITTING: Final = frozenset(
    "admitted admits admit admitting accused accuses accusing accuse blamed blames".split()
)

MOST: Final = 60
"""Words of a sentence or report that plainly tells one thing, at most."""


def _across(
    denied: Sequence[Denial], told: Sequence[Told], nearness: Nearness
) -> Iterator[Contradiction]:
    rarity = _rarity(told)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(told):
        for word in one.stems:
            holders[word].append(index)
    for denial in denied:
        met: Counter[int] = Counter()
        for word in denial.stems:
            if len(holders.get(word, ())) <= MOST_HOLDERS:
                met.update(holders.get(word, ()))
        for index in sorted(met):
            one = told[index]
            if _is_of(one, denial, rarity, nearness) and not _overlap(one.place, denial.place):
                yield _contradiction(one.place, denial.place, 0.5)._replace(
                    # Who says otherwise in another report has changed what he says.
                    is_update=bool(denial.who) and denial.who == one.who
                )


def _is_of(one: Told, denial: Denial, rarity: Mapping[str, float], nearness: Nearness) -> bool:
    """Whether something told is what is denied, and not told by the same in the same article."""
    shared = denial.stems & one.stems
    is_own = bool(denial.who) and denial.who == one.who
    if len(shared) < FEWEST or (is_own and one.place.article == denial.place.article):
        return False
    if (denial.verb and denial.verb not in shared) or (one.is_part and not denial.is_said):
        return False
    covered, filled = (COVERED, FILLED) if denial.is_said else (COVERED_BY_NO, FILLED_BY_NO)
    weight = math.fsum(rarity[word] for word in sorted(shared))
    if denial.is_said:
        # What it is about may stand beside it: "In the Delta, farmers were told to expect it".
        beside = denial.stems & one.around - one.stems
        weight += math.fsum(BESIDE * rarity.get(word, 1.0) for word in sorted(beside))
    wanted = math.fsum(rarity.get(word, 1.0) for word in denial.stems)
    whole = math.fsum(rarity[word] for word in one.stems if not _is_number(word))
    if weight < covered * wanted:
        return False
    if weight >= SURE and weight >= filled * whole:
        return True
    return (
        denial.is_said
        and weight >= SURE_IF_NEAR
        and nearness.between(one.place, denial.place) >= SAME
    )


def _is_number(word: str) -> bool:
    """Whether a word says how many, which who denies a thing need not say."""
    return word.isdigit() or word in _NUMBERS


_NUMBERS: Final = frozenset(["hundred", "thousand", "million", "billion"])


def _overlap(one: Place, other: Place) -> bool:
    return one.article == other.article and one.span.meets(other.span)


def _rarity(told: Sequence[Told]) -> dict[str, float]:
    counts = Counter(word for one in told for word in one.stems)
    most = math.log(1 + len(told)) or 1.0
    return {word: math.log((1 + len(told)) / count) / most for word, count in counts.items()}


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(
        kin(stem(word)) for word in words if word not in _EMPTY and word not in REPORTING
    )
