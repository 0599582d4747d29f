"""The words that name an event, and those that say of what it is."""

import re
import zlib
from collections.abc import Iterator
from typing import Final

from variorum.collate.events.around import BESIDE, SMALL, TIMES
from variorum.collate.events.telling import fold
from variorum.collate.stories.words import terms_in
from variorum.record.event import EventMention

_NO_OBJECT: Final = (
    "and but that who which what whom whose how why while when where as after before since if than "
    "must should shall may might can is are be been do does did not "
    "because so said says he she it they we i you has had have was were is are will would could "
    "by for on in at over during last this next later yesterday today earlier again"
).replace(" ", "|")
_WITHIN: Final = r"[\w'’-]+(?:(?<=\d)[.,]\d+)*(?:(?<=[A-Z])\.[A-Z]\.)*"
_NUMBERS: Final = r"\d|(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)\b"
_OBJECT: Final = re.compile(
    rf"\s+(?!(?:{_NO_OBJECT})\b){_WITHIN}"
    rf"(?:\s+(?!(?:{_NO_OBJECT})\b)(?!(?<![\d,] )(?:{_NUMBERS})){_WITHIN}){{0,5}}"
    rf"(?:\s+(?-i:[A-Z])[\w'’-]*){{0,3}}",
    re.I,
)
"""What follows a verb, up to the first word or mark that begins something else; names whole."""

_LOOSE_END: Final = re.compile(
    r"(?:\s+(?:the|a|an|his|her|its|their|of|to|from|with|within|against|into|between|some|two|new|first"
    r"|additional|more|[\w-]+['’]s))+$",
    re.I,
)
_INFINITIVE: Final = re.compile(
    r"\b(?:to|will|would|could|can|may|might|must|should|not)\s+$", re.I
)


def name_of(text: str, mention: EventMention) -> str:
    """The words that name an event; of a verb with what it is about: "welcomed the envoy"."""
    own = " ".join(text[mention.start : mention.end].split())
    is_inflected = fold(own) not in (fold(mention.label), fold(mention.label) + "s")
    before = text[max(0, mention.start - BESIDE) : mention.start]
    if not is_inflected and not _INFINITIVE.search(before):
        return own
    found = _OBJECT.match(text[mention.end : mention.end + BESIDE].replace("\n", "|"))
    behind = _LOOSE_END.sub("", found.group()) if found else ""
    return f"{own} {' '.join(behind.split())}".strip()


_OF: Final = re.compile(
    rf"\s+(?:of|on|over|to|into|in|against|for)\s+(?:(?:the|a|an|its|his|her|their)\s+)?"
    rf"{_WITHIN}(?:\s+(?!(?:{_NO_OBJECT}|of|with|after|before)\b){_WITHIN}){{0,3}}",
    re.I,
)
"""What follows a noun and says of what it is: "closure of the border"."""


_BEING: Final = re.compile(
    r"(?:\b(?:has|have|had|will|would|could|may|might|must|should|can|to|not|n['’]t|also|now|all)\s+)*"
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|not\s+|to\s+be\s+)?$",
    re.I,
)
"""What stands between a noun and the verb of what is done to it: "had been"."""

_FORMS: Final = frozenset("is are was were be been being".split())

_STOPS: Final = re.compile(rf"[^\w\s'’-]|\b(?:{_NO_OBJECT}|with|until)\b", re.I)
_MOST_BEFORE: Final = 5


def _suffering(text: str, mention: EventMention) -> str:
    """The words before a verb in the passive: "all schools" of "all schools had been shut"."""
    before = text[max(0, mention.start - BESIDE) : mention.start]
    if _FORMS.isdisjoint(before.rsplit(maxsplit=3)[1:]):
        return ""
    being = _BEING.search(before)
    if not being:
        return ""
    words = _STOPS.split(before[: being.start()])[-1].split()
    return " " + " ".join(words[-_MOST_BEFORE:])


def objects_of(text: str, mention: EventMention) -> Iterator[int]:
    """Hashes of the words that say of what an event is: "the border" of "closed the border".

    Of a noun those of its kind before it ("border closure") and those behind it with "of".
    """
    own = text[mention.start : mention.end]
    name = name_of(text, mention)
    words = name[len(" ".join(own.split())) :] or _suffering(text, mention)
    if not words:
        behind = _OF.match(text[mention.end : mention.end + BESIDE].replace("\n", "|"))
        label = mention.label.rpartition(" ")[0]
        words = f"{label} {_LOOSE_END.sub('', behind.group()) if behind else ''}"
    for term in terms_in(words):
        if term not in TIMES and term not in SMALL and not term[0].isdigit():
            yield zlib.crc32(term.encode())
