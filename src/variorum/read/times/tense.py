"""Whether the words around a place speak of what was or of what is to come."""

import re
from typing import Final

from variorum.record.day_reference import Tense

REACH: Final = 120
"""Characters around a place, within its sentence, that are looked at."""

_SENTENCE_END: Final = re.compile(r"[.!?][\"”’']{0,2}\s+(?=[\"“‘A-Z])|\n\s*\n")

_REPORT: Final = re.compile(
    r"\b(?:said|says?|told|announced|reported|wrote|added|confirmed|declared|warned|stated|claimed|"
    r"tweeted|posted|testified|acknowledged|insisted|vowed|pledged|agreed|disclosed|ruled|voted)"
    r"(?:\s+(?:on|late|early|earlier|later|in|a\s+statement|reporters|parliament|state\s+tv)){0,3}\s*$",
    re.IGNORECASE,
)
"""A verb of saying right before the place: it is when that was said, whatever was to come."""

_TO_COME: Final = (
    r"will|would|shall|['’]ll|won['’]t|to\s+be|due|scheduled|expect(?:ed|s)?|plan(?:s|ned|ning)?|"
    r"set\s+(?:to|for)|going\s+to|could|may|might|should|upcoming|ahead\s+of|deadline|hopes?|hoping|"
    r"slated|effective|until|by|intends?|aims?\s+to|try\s+to|seek\s+to|is\s+to|are\s+to|was\s+to|"
    r"were\s+to|must|before|proposed|can|cannot"
)
_WAS: Final = (
    r"was|were|had|did|said|told|met|held|came|went|gave|took|made|left|began|broke|spoke|sent|won|"
    r"lost|kept|found|wrote|rose|fell|hit|shot|closed|since|ended|has|have|been|got|led|saw|became|"
    r"ran|sold|bought|paid|stood|grew|knew|thought|brought|built|[a-z]{2,}[b-df-hj-np-tv-z]ed|[a-z]{3,}ied"
    r"|[a-z]{2,}[aeiou]ed|[a-z]{2,}eed"
)
_MARK: Final = re.compile(rf"\b(?:(?P<future>{_TO_COME})|(?P<past>{_WAS}))\b", re.IGNORECASE)


def tense_around(text: str, start: int, end: int) -> Tense:
    """The tense that the sentence around a place of a paragraph has, nearest word first.

    The words before go before those behind, and a verb of saying right before it before all.
    """
    before = _SENTENCE_END.split(text[max(0, start - REACH) : start])[-1]
    if _REPORT.search(before[-60:]):
        return "past"
    marks = list(_MARK.finditer(before))
    if not marks:
        after = _SENTENCE_END.split(text[end : end + REACH])[0]
        mark = _MARK.search(after)
    else:
        mark = marks[-1]
    if mark is None:
        return "unknown"
    return "future" if mark["future"] else "past"
