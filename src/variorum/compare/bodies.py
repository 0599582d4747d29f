"""How large a body of people is told to be, where the number does not stand before its noun.

"A force of 8,000", "a force that planners put at 8,000", "the 12,000-strong force", "a nine-member
panel"; and "the number of doctors stands at 12".
"""

import re
from typing import Final

from variorum.compare.quantities import Quantity
from variorum.compare.relatives import kin
from variorum.compare.words import stem
from variorum.record.span import Span

_BODY: Final = (
    r"(?P<body>force|army|garrison|contingent|workforce|staff|delegation|committee|panel|team|"
    r"battalion|jury|council|board|commission|tribunal)"
)
_AHEAD: Final = re.compile(
    rf"\b{_BODY}\b(?: (?:of|numbering)|[^.;:,“”\"]{{0,40}} (?:put|puts|estimated|estimate) at)\s*$"
)
_NUMBER_OF: Final = re.compile(
    r"\bnumber of (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+s|people|men|women|children)\b"
    r"[^.;:,“”\"]{0,30}? (?:at|to|was|is|reached)\s*$"
)
_BEHIND: Final = re.compile(rf"\s+(?:[a-z]+ )?{_BODY}\b")
_JOINED: Final = frozenset(map(stem, ("strong", "member", "man", "judge")))


def size_of(text: str, sentence: Span, number: Quantity) -> str:
    """What a number is the size of, "panel size"; or what "the number of" is of; "" if neither."""
    head = text[sentence.start : number.start]
    if found := _AHEAD.search(head):
        return _size(found)
    if number.unit in _JOINED and (behind := _BEHIND.match(text, number.end, sentence.end)):
        return _size(behind)
    if not number.unit and (counted := _NUMBER_OF.search(head)):
        return kin(stem(counted["noun"]))
    return ""


def _size(found: re.Match[str]) -> str:
    return f"{kin(stem(found['body']))} size"
