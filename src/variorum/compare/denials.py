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
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.polarity import negations
from variorum.compare.relatives import kin
from variorum.compare.sources import REPORTING
from variorum.compare.words import folded_words, is_in_marks, stem
from variorum.record.article import Article
from variorum.record.reading import Quotation, Reading
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.story import StoryGroup

REACH: Final = 2
"""Sentences before a denial in which what it denies is looked for."""

SURE: Final = 1.3
"""The weight of shared words, each from 0 to 1, from which a sentence tells what another denies."""

COVERED: Final = 0.6
"""The share of the weight of what is denied that it must have."""

FILLED: Final = 0.25
"""The share of its own weight that must be of what is denied."""

COVERED_BY_NO: Final = 0.75
FILLED_BY_NO: Final = 0.35
"""The same where nobody says "denied", but that it is not so."""

FEWEST: Final = 2
"""Words that what is denied must have, and its teller share."""

MOST_HOLDERS: Final = 60
"""A word in more sentences of a story than this brings none of them to a denial."""

_VERB: Final = (
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|"
    r"refut(?:es|ed|ing)|rebuff(?:s|ed))\b"
)
_CLAIM: Final = (
    r"(?:reports|claims?|allegations?|accusations?|charges?|suggestions?|assertions?|rumou?rs?|"
    r"account|version|newspaper report|media report|report)"
)
_ENDS: Final = r"(?=\s*(?:[.,;:“\"]|and\b|but\b|as\b|on\b|$))"
_OF_THIS: Final = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|disput(?:es|ed|ing)|refut(?:es|ed|ing))\s+(?:it|this|that){_ENDS}|"
    rf"{_VERB}\s+(?:the|that|this|those|these|her|his|their|such|any such|all)\s+(?!report\b)"
    rf"{_CLAIM}{_ENDS}"
)
_OF_A_REPORT: Final = re.compile(
    rf"(?P<head>{_VERB}(?:\s+as\s+(?:[“\"][^”\"]+[”\"]|\w+(?:\s+\w+)?))?)\s+"
    rf"(?P<claim>(?:(?:an?|the)\s+)?"
    rf"(?:[\w’']+\s+){{0,3}}{_CLAIM}"
    r"(?P<by>\s+(?:by|from|in)\s+[^.;:]{3,60}?)?\s+that\s+(?P<clause>[^.;]{8,}))"
)
_OF_A_DEED: Final = re.compile(
    r"\bden(?:ied|ies|y|ying)\s+(?:ever\s+)?(?:that\s+|(?:any|all)\s+)?"
    r"(?P<clause>(?!to\b|the\b|a\b|an\b)[^.;]{6,})"
)
_MARKS_OF_TELLING: Final = re.compile(
    r"\b(?:accus(?:e[ds]?|ing)|alleg(?:e[ds]?|ing)|claim(?:ed|ing|s that)|blam\w+|charged|said|"
    r"says|told|report(?:s|ed)|according|suggest\w*|insist\w*|saying)\b"
)
_SUPPOSED: Final = re.compile(
    r"\b(?:if|whether|possibility|would|could|might|may|should|will|unless|den(?:y|ies|ied|ying|ial)|"
    r"reject\w*|dismiss\w*|refus\w*|rul\w+ out|fail\w*|false\w*)\b|\?"
)
_EMPTY: Final = frozenset(
    "the a an and or but of in on at to for from by with as that which who whom it its he his she "
    "her they their them him is are was were be been being has have had having do does did done "
    "will would shall should can could may might this these those there than then so also ever "
    "never not no nobody nothing none nor neither one ones any anyone anybody anything all own "
    "had said says say told tell about into out up after before when while over more most some "
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
    """A sentence that says no "no", and its stems."""

    place: Place
    stems: frozenset[str]
    who: str


def denial_contradictions(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    stories: Iterable[StoryGroup],
) -> Iterator[Contradiction]:
    """What is told by one and denied by another."""
    known = {name: reading for name, reading in readings.items() if name in articles}
    first: dict[tuple[tuple[str, ...], ...], tuple[Place, Place]] = {}
    denials: dict[str, list[Denial]] = {}
    for name, reading in known.items():
        text = articles[name].text
        for claim, denial in _in_article(text, reading):
            words = folded_words(claim.span.of(text)), folded_words(denial.span.of(text))
            yield _contradiction(claim, denial)
            if (same := first.setdefault(words, (claim, denial)))[0] != claim:
                yield _contradiction(same[0], denial)
                yield _contradiction(claim, same[1])
        denials[name] = list(_denials(text, reading))
    for story in stories:
        denied = [one for name in story.articles for one in denials.get(name, ())]
        if denied:
            names = [name for name in story.articles if name in known]
            told = [one for name in names for one in _told(articles[name].text, known[name])]
            yield from _across(denied, told)


def _in_article(text: str, reading: Reading) -> Iterator[tuple[Place, Place]]:
    """What one article gives by one source, and its denial by another."""
    for at, sentence in enumerate(reading.sentences):
        if _DENYING.search(text, sentence.start, sentence.end) is None:
            continue
        if found := _OF_THIS.search(text, sentence.start, sentence.end):
            start = _clause_start(text, sentence, found)
            is_of_before = _MARKS_OF_TELLING.search(text, start, found.start()) is None
            if is_of_before and _is_done(text, start, found.start()):
                denial = Place(reading.article, start, found.end())
                head = Span(sentence.start, _before_contrast(text, sentence.start, start))
                claims = (
                    [Place(reading.article, head.start, head.end)]
                    if len(folded_words(head.of(text))) >= FEWEST_IN_HEAD
                    else list(_claims_before(text, reading, at))
                )
                for saying in (denial, *_said_next(text, reading, at)):
                    yield from ((claim, saying) for claim in claims)
        elif found := _OF_A_REPORT.search(text, sentence.start, sentence.end):
            start = _clause_start(text, sentence, found)
            is_of_another = found["by"] or _OWNED.search(found["claim"])
            if is_of_another and _is_done(text, start, found.start()):
                end = found.start("clause") + len(_to_comma(found["clause"]))
                claim = Place(reading.article, found.start("clause"), end)
                yield claim, Place(reading.article, start, found.end("head"))


_DENYING: Final = re.compile(r"\b(?:den[iy]|reject|dismiss|disput|refut|rebuff)")
_OWNED: Final = re.compile(rf"\w[’']s?\s(?:\w+\s)?{_CLAIM}|\b(?:newspaper|media|press|news)\b")
_TO_COME: Final = re.compile(
    r"\b(?:will|would|to|could|can|may|might|should|not|never|if|whether|n[o’']t)\W+(?:\w+\W+)?$"
)


_NOBODY: Final = re.compile(r"\b(?:[Nn]o one|[Nn]obody|[Nn]either|[Nn]one)\b")


def _is_done(text: str, start: int, end: int) -> bool:
    """Whether it is said of somebody, not in marks, that he denied, and not that he may."""
    if is_in_marks(text, end) or _TO_COME.search(text[start:end]):
        return False
    return _NOBODY.search(text, start, end) is None


def _clause_start(text: str, sentence: Span, found: re.Match[str]) -> int:
    """Where the clause of a verb begins, as far as marks tell."""
    head = text[sentence.start : found.start()]
    ends = [end.end() for end in _CLAUSE_END.finditer(head)]
    return sentence.start + (ends[-1] if ends else 0)


def _before_contrast(text: str, start: int, end: int) -> int:
    """Where what stands before ", although" ends."""
    found = _CONTRAST.search(text, start, end)
    return found.start() if found else end


_CONTRAST: Final = re.compile(r"[;:,]\s+(?:\w+\s+)?$")
_CLAUSE_END: Final = re.compile(r"[;:”\"]\s+|,\s+(?:but|while|although|though|yet)\s+")


def _claims_before(text: str, reading: Reading, at: int) -> Iterator[Place]:
    """What was told right before a denial: the nearest claim, and what its speaker said before."""
    who = None
    count = 0
    denier = _speaker_in(reading, reading.sentences[at])
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        sentence = reading.sentences[back]
        said = [one for one in reading.quotations if _meets(one, sentence)]
        if _NO_CLAIM.search(text, sentence.start, sentence.end):
            return
        if not said and not _MARKS_OF_TELLING.search(text, sentence.start, sentence.end):
            if who is not None or back < at - 1:
                return
            continue
        speaker = said[0].speaker_name if said else ""
        if speaker and speaker == denier:
            return
        if who is not None and speaker != who:
            return
        who = speaker or ""
        yield Place(reading.article, sentence.start, sentence.end)
        count += 1
        if not who or count == MOST_CLAIMS:
            return


def _said_next(text: str, reading: Reading, at: int) -> Iterator[Place]:
    """The "no" that is quoted right behind a denial: "Nobody gave that order," he said."""
    if at + 1 == len(reading.sentences):
        return
    following = reading.sentences[at + 1]
    words = following.of(text)
    if words.lstrip()[:1] in ("“", '"') and negations(folded_words(words)):
        yield Place(reading.article, following.start, following.end)


FEWEST_IN_HEAD: Final = 5
"""Words before the clause of a denial, in its sentence, that are what it denies."""

MOST_CLAIMS: Final = 2
"""Sentences of one speaker that a denial right behind them may be of, at most."""

_NO_CLAIM: Final = re.compile(r"\?|\b(?:comment|respond|declined|denied|denies)\b")


def _meets(said: Quotation, sentence: Span) -> bool:
    return any(part.start < sentence.end and sentence.start < part.end for part in said.content)


def _speaker_in(reading: Reading, sentence: Span) -> str | None:
    return next((one.speaker_name for one in reading.quotations if _meets(one, sentence)), None)


def _contradiction(claim: Place, denial: Place, confidence: float = 0.6) -> Contradiction:
    return Contradiction(
        "status", claim, denial, "told", "denied", confidence,
        "One tells it, another denies it", joined_as="denial",
    )  # fmt: skip


def _denials(text: str, reading: Reading) -> Iterator[Denial]:
    """Denials that say themselves what they deny."""
    for sentence in reading.sentences:
        if _DENYING.search(text, sentence.start, sentence.end) is None:
            continue
        found = _OF_A_REPORT.search(text, sentence.start, sentence.end) or _OF_A_DEED.search(
            text, sentence.start, sentence.end
        )
        if found and _is_done(text, sentence.start, found.start()):
            words = folded_words(_to_comma(found["clause"]))
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


def _verb(words: Sequence[str]) -> str:
    """The stem of what somebody denies: "having sold", "selling", "being pushed"."""
    found = words[1:2] if words[0] in ("having", "being") else words[:1]
    return kin(stem(found[0])) if found and (words[0].endswith("ing")) else ""


def _before(text: str, sentence: Span, end: int) -> str:
    names: list[str] = re.findall(r"[^\W\d_][\w’'-]+", text[sentence.start : end])
    return names[-1].casefold() if names else ""


def _to_comma(clause: str) -> str:
    """A clause without what follows its first comma or "and"."""
    return _GOES_ON.split(clause, maxsplit=1)[0]


_GOES_ON: Final = re.compile(
    r",? (?:and|but|while|saying|arguing|insisting|calling|adding)\b|,[”\"]? "
)


def _negated(said: Quotation, text: str, article: str) -> Denial | None:
    """What a quotation says is not, or was not done."""
    if len(said.content) != 1 or not said.speaker_name:
        return None
    place = Place(article, said.content[0].start, said.content[0].end)
    return _plain_no(place, text, said.speaker_name.split()[-1].casefold())


def _plain_no(place: Place, text: str, who: str) -> Denial | None:
    """What words say is not, if they say little else."""
    words = folded_words(_to_comma(place.span.of(text)).removeprefix("that "))
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
        (one.content[0], (one.speaker_name or " ").split(" ")[-1].casefold())
        for one in reading.quotations
        if len(one.content) == 1 and _reports(one, text)
    ]
    own = [(span, "") for span in _unreported(reading)]
    for span, who in (*reports, *own):
        words = folded_words(span.of(text))
        if not FEWEST <= len(words) <= MOST or negations(words):
            continue
        if _SUPPOSED.search(text, span.start, span.end) is None:
            yield Told(Place(reading.article, span.start, span.end), _stems(words), who)


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


def _across(denied: Sequence[Denial], told: Sequence[Told]) -> Iterator[Contradiction]:
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
            if _is_of(one, denial, rarity) and not _overlap(one.place, denial.place):
                yield _contradiction(one.place, denial.place, 0.5)


def _is_of(one: Told, denial: Denial, rarity: Mapping[str, float]) -> bool:
    """Whether something told is what is denied, and not told by the same."""
    shared = denial.stems & one.stems
    if len(shared) < FEWEST or (denial.who and denial.who == one.who):
        return False
    if denial.verb and denial.verb not in shared:
        return False
    covered, filled = (COVERED, FILLED) if denial.is_said else (COVERED_BY_NO, FILLED_BY_NO)
    weight = math.fsum(rarity[word] for word in shared)
    wanted = math.fsum(rarity.get(word, 1.0) for word in denial.stems)
    whole = math.fsum(rarity[word] for word in one.stems)
    return weight >= SURE and weight >= covered * wanted and weight >= filled * whole


def _overlap(one: Place, other: Place) -> bool:
    is_in_one = one.article == other.article
    return is_in_one and one.start < other.end and other.start < one.end


def _rarity(told: Sequence[Told]) -> dict[str, float]:
    counts = Counter(word for one in told for word in one.stems)
    most = math.log(1 + len(told)) or 1.0
    return {word: math.log((1 + len(told)) / count) / most for word, count in counts.items()}


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(
        kin(stem(word)) for word in words if word not in _EMPTY and word not in REPORTING
    )
