"""Whether the words around a place speak of what was or of what is to come."""

import re
from typing import Final

from variorum.record.day_reference import Tense

REACH: Final = 160
"""Characters around a place, within its sentence, that are looked at."""

_SENTENCE_END: Final = re.compile(
    r"(?<!U\.[SNK])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov))[.!?][\"”’']{0,2}"
    r"\s+(?=[\"“‘`A-Z])"
)

_REPORT: Final = re.compile(
    r"\b(?:said|says?|told|announced|reported|wrote|added|confirmed|declared|warned|stated|claimed|"
    r"tweeted|posted|testified|acknowledged|insisted|vowed|pledged|agreed|disclosed|ruled|voted)"
    r"(?:\s+(?:on|late|early|earlier|later|in|a\s+statement|reporters|parliament|state\s+tv))"
    r"{0,3}\s*$",
    re.IGNORECASE,
)
"""A verb of saying right before the place: it is when that was said, whatever was to come."""

_THEN: Final = (
    r"(?:\s+(?:not|also|now|have|get|officially|likely|soon|still|then|[a-z]+ly)){0,3}"
    r"(?:\s+(?:be|been)(?:\s+[a-z]+ly)?\s+[a-z]+|\s+[a-z]+ed)?"
)
"""What belongs to a verb to come: "will be named" is not past."""

_TO_COME: Final = (
    rf"(?P<surely>(?:[Ww]ill|would|shall|won['’]t|to\s+be|(?:is|are|was|were)\s+to){_THEN}|"
    rf"['’]ll|due|scheduled|"
    r"slated|expect(?:ed|s|ing)?|going\s+to|set\s+(?:to|for)|upcoming|deadline)|"
    rf"(?:could|may|might|should|must){_THEN}|plan(?:s|ning)?\s+(?:to|for|on|a)|"
    rf"planned\s+(?:to|for)|"
    r"hop(?:es?|ing|ed)\s+to|effective|intends?|aims?\s+to|seeks?\s+to|proposed|looming|"
    r"forthcoming|"
    r"starting|tentatively|"
    # What somebody is asked, or undertakes, to do lies ahead of that: "invited her to come in May".
    r"(?:invit|urg|promis|vow|pledg|agre|offer|threaten|call(?:ed|s|ing)?\s+on)[a-z]*"
    r"(?:\s+[\w.'’-]+){0,4}?\s+to\s+[a-z]+|"
    # What is told of in the present and has a day is a timetable: "they meet again on Friday".
    r"meets?|travels?|hosts?|begins?|resumes?|gathers?|(?:re)?convenes?|heads\s+to|flies|arrives?|"
    r"opens|starts|returns|sits?\s+down|visits|takes?\s+(?:place|effect|office)|expires?|"
    r"comes?\s+into\s+force|goes\s+(?:to|before|on)|"
    # So is what somebody "is doing on Friday".
    r"(?:is|are)\s+(?:also\s+|now\s+)?(?!being)[a-z]{2,}ing"
)
_WAS: Final = (
    r"was|were|had|did|said|told|met|held|came|went|gave|took|made|left|began|broke|spoke|sent|won|"
    r"lost|kept|found|wrote|rose|fell|hit|shot|ended|has|have|been|got|led|saw|became|since|"
    r"ran|sold|bought|paid|stood|grew|knew|thought|brought|built|struck|threw|drew|chose|flew|"
    r"sought|"
    r"[a-z]{1,18}[b-df-hj-np-tv-zaeiou]ed"
)
_MARK: Final = re.compile(rf"(?<![\w-])(?:(?P<future>{_TO_COME})|(?P<past>{_WAS}))(?![\w-])")
_VERB_BEHIND: Final = re.compile(
    rf"[,\s]{{0,2}}(?:[a-z]+ly\s+|also\s+)?(?:(?P<future>will|would|to\s+be)|(?P<past>{_WAS}|"
    rf"is|says))\b"
)
"""A verb right behind the place: "Clinton Monday condemned", "on Friday issued"."""

_TO_COME_BEFORE: Final = re.compile(
    r"(?:\b(?:[Aa]head\s+of|[Uu]pcoming|up\s+to|(?:is|are)\s+on"
    r"|(?<!planned\s)(?<!scheduled\s)(?<!slated\s)(?<!due\s)(?<!set\s)for)|[\w,]\s+(?:until|till|by))"
    r"\s+(?:the\s+)?$"
)
"""What leads to a day that lies ahead: "the first hearing is on Friday", "a strike for Monday"."""

_HAD_BEEN_BEFORE: Final = re.compile(
    r"\b(?:had\s+(?!until|till|by|to\b)\w+|knew)(?:(?!\b(?:to|for|due|set|will|would|must)\b)[^.;])*?"
    r"\s+(?:until|till|by)\s+(?:the\s+)?$"
)
"""What leads to a day by which something was so: "had withdrawn by Friday", "knew by June"."""

_SET_BEFORE: Final = re.compile(
    r"(?<!\bhad been )\b(?:planned|scheduled|slated|due|set|pencilled\s+in)\s+(?:for|on)\s+"
    r"(?:the\s+)?$"
)
"""A day that something is set for lies ahead, though it "has been put off" since."""

_POSSESSIVE: Final = re.compile(r"['’]s?\s")


def tense_around(text: str, start: int, end: int) -> Tense:
    """The tense that the sentence around a place of a paragraph has.

    What stands right before and behind the place goes first, then the nearest verb before,
    then the nearest behind. "Friday's" is past unless the verb behind is of what is to come.
    """
    before = _SENTENCE_END.split(text[max(0, start - REACH) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + REACH])[0]
    if _REPORT.search(before[-60:]) or _HAD_BEEN_BEFORE.search(before):
        return "past"
    if _TO_COME_BEFORE.search(before[-30:]) or _SET_BEFORE.search(before[-40:]):
        return "future"
    if _POSSESSIVE.match(after):
        return _told_by(_first_sure(after), "past")
    if behind := _VERB_BEHIND.match(after):
        return _told_by(behind, "past")
    *_, last = [None, *_MARK.finditer(before)]
    return _told_by(last or _first_sure(after), "unknown")


def _first_sure(after: str) -> re.Match[str] | None:
    """The first verb behind that is past, or surely to come: not what was planned or may be."""
    return next((one for one in _MARK.finditer(after) if one["past"] or one["surely"]), None)


def _told_by(mark: re.Match[str] | None, otherwise: Tense) -> Tense:
    if mark is None:
        return otherwise
    return "future" if mark["future"] else "past"
