"""How one article sets what one says against what another says, other than by "X denied that".

- "Worku offered no such assurance", "said that no such meeting had taken place": against what was
  told right before, of a thing of that name or by another.
- "..., which Worku has since denied", "..., a charge that he rejects": against what stands before.
- "..., blaming Kolmeria, which denied any attack": the same, where the denier is named before.
- "..., which Dunga called 'a sermon I never preached'".
- "That contradicts the minister, who says ...", "..., contradicting his claim that ...".
"""

import re
from collections.abc import Iterator
from typing import Final

from variorum.compare.denying import FALSE, is_done
from variorum.compare.polarity import negations
from variorum.compare.relatives import kin
from variorum.compare.sources import FIRST_PERSON, REPORTING
from variorum.compare.words import folded_words, is_in_marks, stem
from variorum.record.reading import Reading
from variorum.record.reuse import Place
from variorum.record.span import Span

REACH: Final = 2
"""Sentences before "no such offer" in which the offer is looked for."""

FEWEST: Final = 4
"""Words of a clause that are told, at least."""

_NO_SUCH: Final = re.compile(
    r"\b(?:no|never [a-z]+ any) such (?P<noun>assurances?|promises?|pledges?|offers?|requests?|"
    r"orders?|plans?|meetings?|decisions?|agreements?|deals?|calls?|letters?|conversations?|"
    r"incidents?|attacks?|threats?|commitments?|demands?|proposals?|talks|instructions?|"
    r"guarantees?|warnings?|statements?|remarks?|things?|visits?|contacts?|payments?|messages?|"
    r"conditions?|concessions?|undertakings?|orders?|documents?|lists?)\b(?! as\b)|"
    r"\b(?:den(?:ied|ies|y|ying)|disput(?:ed|es))\b(?: [a-z]+){0,3}? "
    r"(?:any )?such (?:an? )?(?P<other>[a-z]+)(?! as\b)"
)
_OPEN: Final = re.compile(
    r"\b(?:if|whether|would|could|should|may|might|must|can|will|unless|until)\b|\?"
)
_ADVERBS: Final = (
    r"(?:(?:since|also|later|now|repeatedly|strongly|flatly|vehemently|consistently|always|"
    r"categorically|firmly|promptly|swiftly|quickly|immediately|steadfastly|both) )*"
)
_DENIES: Final = r"(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|contest(?:s|ed))"
_CHARGE: Final = (
    r"(?:claim|charge|allegation|accusation|account|version|suggestion|assertion|report|"
    r"characteri[sz]ation|criticism)"
)
_THIS: Final = (
    rf"(?:which|something(?: that)?|an? (?:[a-z]+ )?{_CHARGE}(?: that| which)?|"
    rf"(?:[a-z]+ )?{_CHARGE}s(?: that| which)?)"
)
_MODAL: Final = r"(?!(?:may|might|could|would|will|can|should|must|never|not)\b)"
_WHO: Final = rf"(?P<who>{_MODAL}[\w’'.-]+(?: {_MODAL}[\w’'.-]+){{0,6}}?)"
_SINCE_DENIED: Final = re.compile(
    rf",\s+{_THIS} {_WHO} (?:has |have |had )?{_ADVERBS}{_DENIES}"
    r"(?=\s*(?:[.,;”\"]|$)| (?:on|in) [A-Z])"
)
_DENIED_ANY: Final = re.compile(
    rf",\s+(?:which|who|both of whom) (?:has |have |had )?{_ADVERBS}{_DENIES}\s+"
    rf"(?:it|this|any|all|involvement|responsibility|wrongdoing|having|carrying|being|"
    rf"the {_CHARGE}s?)\b[^.,;]*"
)
_BLAMING: Final = re.compile(
    r"\b(?:blam\w+|accus\w+|suspect\w*|alleg\w+|charg\w+|attribut\w+|claim\w*|said|says|saying|"
    r"report\w*|sued|lawsuit|indict\w+)\b"
)
_CALLED: Final = re.compile(
    r",\s+which (?P<who>[\w’'.-]+(?: [\w’'.-]+){0,5}?) (?:has |have |had )?"
    r"(?:called|calls|dismissed as|described as|branded|labell?ed|termed)\s+"
    rf"(?:(?P<false>{FALSE})|[“\"](?P<words>[^”\"]{{6,90}})[”\"])"
)
_CONTRADICTS: Final = re.compile(
    r"[“\"]?(?:That|This|It|(?:The|His|Her|Their|Its|Such) [a-z]+) (?:flatly |directly |sharply |"
    r"also )*(?:contradict(?:s|ed)|(?:is|was|are|were) (?:sharply |directly )?at odds with|"
    r"(?:runs|ran) counter to|belie[sd])\b"
)
_CONTRADICTING: Final = re.compile(
    r",\s+(?:flatly |directly |sharply )*contradicting\s+[^.;:]{3,60}? "
    rf"(?:{_CHARGE}s?|statements?|insistence|remarks?|denials?) that (?P<clause>[^.;]{{12,}})"
)


def contested_in(text: str, reading: Reading) -> Iterator[tuple[Place, Place]]:
    """What an article tells, and what it sets against that."""
    for at, sentence in enumerate(reading.sentences):
        words = sentence.of(text)
        if _CUES.search(words) is None or is_in_marks(text, sentence.start + 1):
            continue
        if pair := _within(text, reading, sentence):
            yield pair
        for claim in _before(text, reading, at):
            yield _place(reading, claim), _place(reading, sentence)


_CUES: Final = re.compile(
    r"\bsuch\b|\bden[iy]|disput|reject|contest|, which |contradict|odds|belie"
)


def _place(reading: Reading, span: Span) -> Place:
    return Place(reading.article, span.start, span.end)


def _within(text: str, reading: Reading, sentence: Span) -> tuple[Place, Place] | None:
    """A claim and its denial in one sentence."""
    for pattern in (_SINCE_DENIED, _DENIED_ANY, _CALLED):
        found = pattern.search(text, sentence.start, sentence.end)
        if found is None or not is_done(text, sentence.start, found.start()):
            continue
        if pattern is _CALLED and not (found["false"] or _is_own_no(found["words"])):
            continue
        head = Span(sentence.start, found.start())
        if pattern is _DENIED_ANY and _BLAMING.search(text, head.start, head.end) is None:
            continue
        if len(folded_words(head.of(text))) >= FEWEST:
            denial = Span(found.start() + 1, found.end())
            return _place(reading, head), _place(reading, _stripped(text, denial))
    found = _CONTRADICTING.search(text, sentence.start, sentence.end)
    if found and not is_in_marks(text, found.start()):
        head = Span(sentence.start, found.start())
        clause = Span(found.start("clause"), found.end("clause"))
        return _place(reading, clause), _place(reading, head)
    return None


def _is_own_no(words: str) -> bool:
    """Whether somebody says in marks what he did not do: "a sermon I never preached"."""
    folded = folded_words(words)
    return negations(folded) > 0 and not FIRST_PERSON.isdisjoint(folded)


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end)


def _before(text: str, reading: Reading, at: int) -> list[Span]:
    """The sentences that one contests as a whole, if it does."""
    sentence = reading.sentences[at]
    if at and _CONTRADICTS.match(text, sentence.start, sentence.end):
        return [reading.sentences[at - 1]]
    found = _NO_SUCH.search(text, sentence.start, sentence.end)
    if found is None or _OPEN.search(text, sentence.start, sentence.end):
        return []
    if is_in_marks(text, found.start()):
        return []
    return _claimed(text, reading, at, kin(stem(found["noun"] or found["other"])))


def _claimed(text: str, reading: Reading, at: int, noun: str) -> list[Span]:
    """The nearest sentence before that tells of a thing of that name, or what another says."""
    denier = _speaker(reading, reading.sentences[at])
    ahead = reading.sentences[max(0, at - REACH) : at][::-1]
    for sentence in ahead:
        if denier is not None and _speaker(reading, sentence) == denier:
            return []
        if noun in {kin(stem(word)) for word in folded_words(sentence.of(text))}:
            return [] if "?" in sentence.of(text) else [sentence]
    if not ahead or denier is None:
        return []
    claimant = _speaker(reading, ahead[0])
    is_told = not REPORTING.isdisjoint(folded_words(ahead[0].of(text)))
    if not (is_told and claimant):
        return []
    return [one for one in ahead if _speaker(reading, one) == claimant]


def _speaker(reading: Reading, sentence: Span) -> str | None:
    """Who says what a sentence reports, if it reports something."""
    return next(
        (
            one.speaker_name
            for one in reading.quotations
            if any(part.meets(sentence) for part in one.content)
        ),
        None,
    )
