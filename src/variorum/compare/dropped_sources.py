"""Sentences of a rewrite that tell as its own what their original gives by a source."""

import re
from typing import Final

from variorum.compare.conflicts import Contradiction
from variorum.compare.halves import Half
from variorum.compare.retold import Retold
from variorum.compare.sources import FIRST_PERSON, GOES_ON, REPORTING
from variorum.compare.words import folded_words, is_in_marks
from variorum.record.reading import Quotation
from variorum.record.reuse import Place

NEAR_AND_FILLED: Final = 1.12
FILLED: Final = 0.35
COVERED: Final = 0.3
"""What nearness and the share of its own words come to, that share, and the share of the other's
words, from which a sentence without a source tells what another gives by one."""

WHOLE: Final = 0.95
FEWEST: Final = 4
LEAST_WEIGHT: Final = 1.4
"""A shorter one whose words are all the other's, so many at least, may be less near. What both have
must weigh so much: the names of a story alone tell nothing."""


def source_dropped(
    half: Half, other: Half, pair: Retold, press: frozenset[str]
) -> Contradiction | None:
    """What one sentence gives by a source and the other by none; `press`: outlets, no witnesses."""
    filled = pair.weight / (other.line.weight or 1.0)
    covered = pair.weight / (half.line.weight or 1.0)
    is_near = filled >= FILLED and pair.nearness + filled >= NEAR_AND_FILLED and covered >= COVERED
    is_whole = filled >= WHOLE and len(other.line.stems) >= FEWEST
    if pair.weight < LEAST_WEIGHT or not (is_near or is_whole):
        return None
    said = next((one for one in half.quotations if _is_report(one, half, press)), None)
    if _has_source(other) or (said is not None and _names(said, other)):
        return None
    if said is None:
        return _without_tail(half, other, press)
    name = (said.speaker_name or "").casefold() or "somebody"
    return _dropped(half.line.place, name, other)


def _without_tail(half: Half, other: Half, press: frozenset[str]) -> Contradiction | None:
    """The same where the sentence ends with "according to" somebody, and nothing is quoted."""
    found = _ACCORDING.search(half.words)
    if found is None or '"' in half.words or "“" in half.words:
        return None
    who = found["who"].casefold()
    if _is_press(who, press) or folded_words(who)[-1] in folded_words(other.words):
        return None
    return _dropped(half.line.place, who, other)


_ACCORDING: Final = re.compile(
    r",\s+according to (?P<who>(?!plan|schedule|law|rules)[^.,;:]{3,70})[.,]?\s*$"
)


def _dropped(place: Place, name: str, other: Half) -> Contradiction:
    return Contradiction(
        "attribution", place, other.line.place, name, "nobody", 0.7,
        "Only one side says who says so",
    )  # fmt: skip


def _names(said: Quotation, half: Half) -> bool:
    """Whether a sentence tells of the source itself, as of its doings."""
    name = folded_words(said.speaker_name or "")[-1:]
    return bool(name) and name[0] in folded_words(half.words)


def _is_report(said: Quotation, half: Half, press: frozenset[str]) -> bool:
    """Whether a quotation is the bulk of a sentence, in the reporter's words, by a source."""
    if said.mode != "indirect" or not (said.source and said.cue) or half.words[:1] in "“\"'‘":
        return False
    if _is_press((said.speaker_name or "").casefold(), press):
        return False
    cue = frozenset(folded_words(" ".join(part.of(half.text) for part in said.cue)))
    if REPORTING.isdisjoint(cue) or not _ACTS.isdisjoint(cue):
        return False
    inside = sum(
        min(part.end, half.span.end) - max(part.start, half.span.start)
        for part in said.content
        if part.meets(half.span)
    )
    return inside >= BULK * len(half.span)


def _is_press(name: str, press: frozenset[str]) -> bool:
    """Whether a source is an outlet, by a part of its name too: "the Post"."""
    words = {word for word in folded_words(name) if word != "the"}
    return bool(words) and any(words <= {*folded_words(outlet)} for outlet in press)


BULK: Final = 0.4
"""The share of a sentence that what a source says in it must be."""

_ACTS: Final = frozenset("announced announces announce declared declares denied denies".split())


def _has_source(half: Half) -> bool:
    """Whether a sentence, or the next, says who says so, or is itself somebody's words."""
    words = folded_words(half.words)
    cues = [part.of(half.text) for one in half.quotations for part in one.cue]
    is_quoting = any(one.mode != "indirect" for one in half.quotations)
    if is_quoting or not REPORTING.isdisjoint(folded_words(" ".join(cues))):
        return True
    if not (_SAYING | FIRST_PERSON | _HEARSAY).isdisjoint(words) or _TOLD.search(half.words):
        return True
    return is_in_marks(half.text, half.span.start) or _GOES_ON.match(half.follows) is not None


_HEARSAY: Final = frozenset(
    "reportedly allegedly alleged reported supposedly apparently called asked spoke "
    "speaks described".split()
)
_SAYING: Final = REPORTING - {"told", "tells", "telling"}
_TOLD: Final = re.compile(
    r"\b(?:told|tells|telling)\b(?! (?:nobody|no one|them to|people to|him to|her to))"
)
"""Who "told nobody" said nothing of what stands there."""
_GOES_ON: Final = re.compile(rf"(?:[“\"][^”\"]+[,.][”\"] )?{GOES_ON.pattern}")
