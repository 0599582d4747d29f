"""Edits by which one text tells as done what for the other is to come, possible or called off."""

from itertools import pairwise
from typing import Final

from variorum.compare.edited import Difference, Side, in_context
from variorum.compare.polarity import GRAMMAR, negations
from variorum.compare.words import folded_words, stem, stems, with_context

_POSSIBLE: Final = frozenset("may might could likely probably possibly perhaps potentially".split())
_CANCELLED: Final = frozenset(
    "cancelled canceled cancels scrapped postponed postpones shelved abandoned suspended delayed "
    "aborted off dropped called".split()
)
_PLANNED: Final = frozenset(
    "will shall would planned plans plan planning scheduled set expected due going intends intend "
    "to agreed hopes about".split()
)
_FUTURE: Final = frozenset(
    "will shall would planned plans planning scheduled expected due intends going".split()
)
_PAST: Final = frozenset("was were did had has have".split())
_STATUS_WORDS: Final = _POSSIBLE | _PLANNED | _PAST | GRAMMAR | frozenset(
    "certainly definitely surely most once already now very".split()
)  # fmt: skip


def status_difference(a: Side, b: Side) -> Difference | None:
    """Done on one side, to come, only possible or called off on the other."""
    one, other = (folded_words(side.words) for side in (a, b))
    if "likely" in (*one, *other) and (_compares(a) or _compares(b)):
        return None
    reason = _contrast(one, other)
    if reason and (_is_open(one) or _is_open(other)):
        return in_context("status", a, b, 0.75, reason)
    if not reason or _negations_near(a) % 2 != _negations_near(b) % 2:
        return None  # "No … were released" tells nothing as done.
    if _negations_near(a) and _negations_near(b):
        return None  # "Did not say" and "would not say" are as good as one.
    return in_context("status", a, b, 0.75, reason)


_NEAR: Final = 6
"""Words around an edit in which a "no" is about it."""


def _negations_near(side: Side) -> int:
    near = with_context(side.text, side.span, _NEAR)
    return negations(folded_words(side.text[near.start : near.end]))


def _contrast(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """What two wordings of one verb make of its status, as a sentence; "" if they agree."""
    return _contrast_of_verbs(one, other) or _contrast_of_auxiliaries(one, other)


def _contrast_of_verbs(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    if _is_decided(one, other) or _is_decided(other, one):
        return "Decided on one side, still under discussion on the other"
    if (_is_open(one) and _is_threat(other)) or (_is_open(other) and _is_threat(one)):
        return "Only not ruled out on one side, threatened or planned on the other"
    if _is_done(one, other) or _is_done(other, one):
        return "Told as done on one side, as meant to be done on the other"
    return ""


def _contrast_of_auxiliaries(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    statuses = {_status_of(one), _status_of(other)}
    if len(statuses) == 1:
        return ""
    if "cancelled" in statuses and one and other:
        return "Called off on one side, not on the other"
    if _stems_but(one, _STATUS_WORDS) != _stems_but(other, _STATUS_WORDS):
        return ""
    if statuses in ({"possible", "planned"}, {"possible", "certain"}):
        return "Certain on one side, only possible on the other"
    if "past" in statuses and statuses & {"planned", "possible"}:
        return "Told as done on one side, as to come on the other"
    return "Certain on one side, only likely on the other" if _is_hedge(one, other) else ""


def _is_open(words: tuple[str, ...]) -> bool:
    """Whether something is only not excluded: "has not ruled out"."""
    return "not" in words and bool({"ruled", "excluded", "rule", "exclude"} & {*words})


def _is_threat(words: tuple[str, ...]) -> bool:
    return "not" not in words and not _THREATENING.isdisjoint(words)


_THREATENING: Final = frozenset(
    "threatening threatened threatens threaten vowed vows planning planned plans announced "
    "announces called calls promised promises preparing prepares".split()
)


def _is_decided(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one side has a verb of deciding, the other one of discussing: "passed", "debated"."""
    verbs = [[word for word in words if word not in GRAMMAR] for words in (one, other)]
    return (
        len(verbs[0]) == len(verbs[1]) == 1
        and verbs[0][0] in _DECIDING
        and verbs[1][0] in _DISCUSSING
    )


_DECIDING: Final = frozenset(
    "approved approves passed passes adopted adopts signed signs rejected rejects accepted "
    "ratified ratifies vetoed vetoes backed endorsed enacted finalized finalised cleared "
    "blocked".split()
)
_DISCUSSING: Final = frozenset(
    "considers considered considering weighs weighed weighing mulls mulled mulling debates debated "
    "debating discusses discussed discussing reviews reviewed reviewing studied studying examined "
    "examining negotiating negotiated drafted drafting".split()
)


def _is_done(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one side has in the past what the other means to do: "released", "vowed to"."""
    meant = [at for at, word in enumerate(other[:-1]) if word in _MEANING and other[at + 1] == "to"]
    if not meant or not any(map(_is_past, one)) or not _MEANING.isdisjoint(one):
        return False
    kept = [stems(word for word in words if word not in GRAMMAR) for words in (one, other)]
    return bool(kept[0]) and kept[0] == [word for word in kept[1] if word not in _MEANING_STEMS]


_MEANING: Final = frozenset(
    "agreed agrees vowed vows promised promises pledged pledges threatened threatens decided "
    "decides wanted wants tried tries trying attempted attempts offered offers prepared prepares "
    "preparing hoped hopes intended intends proposed proposes ordered ready willing refused "
    "aims aimed sought seeks".split()
)
_MEANING_STEMS: Final = frozenset(stems(_MEANING))


def _compares(side: Side) -> bool:
    """Whether "likely" is said of two that are compared: "more likely than"."""
    near = with_context(side.text, side.span, 1)
    words = folded_words(side.text[near.start : near.end])
    return any(pair in _COMPARED for pair in pairwise(words))


_COMPARED: Final = {("more", "likely"), ("less", "likely")}


def _stems_but(words: tuple[str, ...], left_out: frozenset[str]) -> list[str]:
    return stems(word for word in words if word not in left_out)


def _status_of(words: tuple[str, ...]) -> str:
    found = {word for before, word in pairwise(("", *words)) if before not in ("more", "less")}
    if found & (_CANCELLED - {"off", "called"}) or {"called", "off"} <= found:
        return "cancelled"
    if found & _POSSIBLE:
        return "possible"
    if found & _FUTURE or any(pair[0] in _RESOLVED and pair[1] == "to" for pair in pairwise(words)):
        return "planned"
    if found & {"certainly", "definitely", "surely"}:
        return "certain"
    return "past" if found & _PAST or any(map(_is_past, words)) else ""


_RESOLVED: Final = frozenset(
    "agreed decided promised pledged vowed resolved undertook poised prepared ready".split()
)
"""Who did this to do something has not done it yet: "agreed to send"."""


def _is_past(word: str) -> bool:
    """Whether a word looks like a verb of the past: "played", "went"."""
    is_irregular = stem(word) != word and not word.endswith(("s", "ing", "e", "es"))
    return word.isalpha() and ((len(word) > 4 and word.endswith("ed")) or is_irregular)


def _is_hedge(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether "likely" or the like is all that stands on one side, with nothing on the other."""
    words = {*one, *other}
    return bool(words & _HEDGES) and words <= _HEDGES | {"most", "very"}


_HEDGES: Final = frozenset("likely probably possibly perhaps potentially".split())
