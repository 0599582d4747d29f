"""How one article tells that somebody denies what another tells, and what it is that is denied."""

import re
from collections.abc import Iterator
from typing import Final

from variorum.compare.polarity import negations
from variorum.compare.words import folded_words, is_in_marks
from variorum.record.reading import Quotation, Reading
from variorum.record.reuse import Place
from variorum.record.span import Span

REACH: Final = 2
"""Sentences before a denial in which what it denies is looked for."""

_VERB: Final = (
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|"
    r"refut(?:es|ed|ing)|rebuff(?:s|ed)|debunk(?:s|ed|ing)|rubbish(?:es|ed|ing)|"
    r"scotch(?:es|ed|ing)|repudiat(?:es|ed|ing)|brush(?:es|ed|ing) (?:aside|off))\b"
)
_CLAIM: Final = (
    r"(?:reports|claims?|allegations?|accusations?|charges?|suggestions?|assertions?|rumou?rs?|"
    r"account|version|newspaper report|media report|report)"
)
_WHOLLY: Final = (
    r"[“\"]?(?:an? |the )?(?:outright |complete |total |utter |pure |simply |completely |totally |"
    r"entirely |categorically |plainly |flatly |absolutely |patently |demonstrably |sheer |"
    r"blatant )?[“\"]?"
)
_FALSE: Final = (
    r"lies?|false|falsehoods?|untrue|not true|not so|nonsense|rubbish|bogus|fabrications?|"
    r"fabricated|inventions?|invented|fiction|fictitious|fairy ?tales?|baseless|unfounded|"
    r"groundless|slander|incorrect|inaccurate|misinformation|disinformation|fantasy|made up|myths?|"
    r"fake news"
)
_LAUGHED_AT: Final = (
    r"smears?|propaganda|(?:[a-z]+ )?gossip|absurd|ridiculous|ludicrous|laughable|preposterous|hoax"
)
FALSE: Final = rf"(?:{_WHOLLY}(?:{_FALSE})\b)"
"""What somebody calls what another says, where he denies it."""

_CALLED: Final = rf"(?:{_WHOLLY}(?:{_FALSE}|{_LAUGHED_AT})\b)"
"""What somebody calls a claim, if he denies it."""

_ENDS: Final = r"(?=\s*(?:[.,;:“\"]|and\b|but\b|as\b|on\b|$))"
_OF_THIS: Final = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|disput(?:es|ed|ing)|refut(?:es|ed|ing))\s+(?:it|this|that){_ENDS}|"
    rf"{_VERB}\s+(?:the|that|this|those|these|her|his|their|such|any such|all)\s+(?!report\b)"
    rf"{_CLAIM}{_ENDS}|"
    rf"\b(?:call|brand|label|describ)(?:s|es|ed|led)\s+(?:it|that|this|(?:the|that|his|her|their)"
    rf"\s+{_CLAIM})\s+(?:as\s+)?{_CALLED}|"
    r"\bden(?:y|ies|ied|ying)\s+(?:that\s+)?(?:there (?:was|had been|has been)\s+)?any such \w+|"
    rf"\b(?:said|says|insisted|insists)\s+(?:that\s+)?(?:that|this|it)\s+(?:was|is)\s+{FALSE}|"
    r"(?:(?<=\.\s)|(?<=^)|(?<=\n))Not so,?\s+(?:according to|said|says)\b"
)
OF_A_FALSEHOOD: Final = re.compile(
    r"\b(?:[Tt]alk|[Rr]eports?|[Cc]laims?|[Rr]umou?rs?|[Aa]llegations?|[Ss]uggestions?)\s+"
    rf"(?:of|that)\s+(?P<clause>[^.;,:“”\"]{{8,90}}?)\s+(?:is|are|was|were)\s+{FALSE}"
)
OF_A_REPORT: Final = re.compile(
    rf"(?P<head>{_VERB}(?:\s+as\s+(?:[“\"][^”\"]+[”\"]|\w+(?:\s+\w+)?))?)\s+"
    rf"(?P<claim>(?:(?:an?|the)\s+)?"
    rf"(?:[\w’']+\s+){{0,3}}{_CLAIM}"
    r"(?P<by>\s+(?:by|from|in)\s+[^.;:]{3,60}?)?\s+that\s+(?P<clause>[^.;]{8,}))"
)
OF_A_DEED: Final = re.compile(
    r"\b(?:den(?:ied|ies|y|ying)\s+|disput(?:es|ed|ing)\s+(?=that\b))"
    r"(?:ever\s+)?(?:that\s+|(?:any|all)\s+)?"
    r"(?P<clause>(?!to\b|the\b|a\b|an\b)[^.;]{6,})"
)
_MARKS_OF_TELLING: Final = re.compile(
    r"\b(?:accus(?:e[ds]?|ing)|alleg(?:e[ds]?|ing)|claim(?:ed|ing|s that)|blam\w+|charged|said|"
    r"says|told|report(?:s|ed)|according|suggest\w*|insist\w*|saying)\b"
)


def denied_in(text: str, reading: Reading) -> Iterator[tuple[Place, Place]]:
    """What one article gives by one source, and its denial by another."""
    for at, sentence in enumerate(reading.sentences):
        if DENYING.search(text, sentence.start, sentence.end) is None:
            continue
        if found := _OF_THIS.search(text, sentence.start, sentence.end):
            yield from _of_this(text, reading, at, found)
        elif found := OF_A_REPORT.search(text, sentence.start, sentence.end):
            start = _clause_start(text, sentence, found)
            is_of_another = found["by"] or _OWNED.search(found["claim"])
            if is_of_another and is_done(text, start, found.start()):
                end = found.start("clause") + len(to_comma(found["clause"]))
                claim = Place(reading.article, found.start("clause"), end)
                yield claim, Place(reading.article, start, found.end("head"))
        elif found := OF_A_DEED.search(text, sentence.start, sentence.end):
            head = text[sentence.start : found.start()]
            is_main = len(head) <= LONGEST_HEAD and _RELATIVE.search(head) is None
            is_finite = " that " in found[0][:16]
            if is_main and is_finite and is_done(text, sentence.start, found.start()):
                denial = Place(reading.article, sentence.start, found.end())
                for saying in (denial, *_said_next(text, reading, at)):
                    yield from ((claim, saying) for claim in _contested(text, reading, at))


_CHARGE: Final = re.compile(r"\b(?:allegation|accusation|charge)s?\b")
_ACCUSING: Final = re.compile(r"\b(?:accus|alleg|blam|charg)\w*")
"""What somebody rejects, and the words with which it is told."""

LONGEST_HEAD: Final = 60
"""Characters before "denied that", within which there is little but who does."""

_RELATIVE: Final = re.compile(r"\b(?:who|which|whose|whom|that|after|when|as|if|while)\b|[,;:]")


def _of_this(
    text: str, reading: Reading, at: int, found: re.Match[str]
) -> Iterator[tuple[Place, Place]]:
    """What stands right before "the minister denied this", or is said against it right behind."""
    sentence = reading.sentences[at]
    start = _clause_start(text, sentence, found)
    is_of_before = _MARKS_OF_TELLING.search(text, start, found.start()) is None
    if not (is_of_before and is_done(text, start, found.start())):
        return
    end = sentence.end if found[0].startswith("Not so") else found.end()
    denial = Place(reading.article, start, end)
    head = Span(sentence.start, _before_contrast(text, sentence.start, start))
    claims = (
        [Place(reading.article, head.start, head.end)]
        if len(folded_words(head.of(text))) >= FEWEST_IN_HEAD
        else list(_claims_before(text, reading, at))
    )
    if _CHARGE.search(found[0]):
        accusing = [one for one in claims if _ACCUSING.search(text, one.start, one.end)]
        claims = accusing or claims
    claims += _contested(text, reading, at)
    for saying in (denial, *_said_next(text, reading, at)):
        yield from ((claim, saying) for claim in claims)


DENYING: Final = re.compile(
    r"\b(?:den[iy]|reject|dismiss|disput|refut|rebuff|debunk|rubbish|scotch|repudiat|brush|call|brand|label|describ)|"
    rf"\bNot so\b|{FALSE}"
)
_OWNED: Final = re.compile(rf"\w[’']s?\s(?:\w+\s)?{_CLAIM}|\b(?:newspaper|media|press|news)\b")
_TO_COME: Final = re.compile(
    r"\b(?:will|would|to|could|can|may|might|should|not|never|if|whether|n[o’']t)\W+(?:\w+\W+)?$"
)


_NOBODY: Final = re.compile(r"\b(?:[Nn]o one|[Nn]obody|[Nn]either|[Nn]one)\b")


def is_done(text: str, start: int, end: int) -> bool:
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


def _contested(text: str, reading: Reading, at: int) -> list[Place]:
    """What another says against a denial, right behind it: "But Osk said he had seen it."."""
    denier = _speaker_in(reading, reading.sentences[at])
    for sentence in reading.sentences[at + 1 : at + 1 + REACH]:
        speaker = _speaker_in(reading, sentence)
        is_reply = _BUT.match(text, sentence.start, sentence.end) and _PAST.search(
            text, sentence.start, sentence.end
        )
        if is_reply and speaker and speaker != denier:
            return [Place(reading.article, sentence.start, sentence.end)]
        if speaker != denier:
            break
    return []


_BUT: Final = re.compile(r"(?:But|However|Yet)\b")
_PAST: Final = re.compile(r"\b(?:said|says|told|insist\w*|maintain\w*)\b.*\b(?:had|was|were|did)\b")

FEWEST_IN_HEAD: Final = 5
"""Words before the clause of a denial, in its sentence, that are what it denies."""

MOST_CLAIMS: Final = 2
"""Sentences of one speaker that a denial right behind them may be of, at most."""

_NO_CLAIM: Final = re.compile(r"\?|\b(?:comment|respond|declined|denied|denies)\b")


def _meets(said: Quotation, sentence: Span) -> bool:
    return any(part.meets(sentence) for part in said.content)


def _speaker_in(reading: Reading, sentence: Span) -> str | None:
    return next((one.speaker_name for one in reading.quotations if _meets(one, sentence)), None)


def to_comma(clause: str) -> str:
    """A clause without what follows its first comma or "and"."""
    return _GOES_ON.split(clause, maxsplit=1)[0]


_GOES_ON: Final = re.compile(
    r",? (?:and|but|while|saying|arguing|insisting|calling|adding)\b|,[”\"]? "
)
