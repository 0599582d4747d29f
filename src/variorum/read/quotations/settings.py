"""To whom, where and when something was said, by the words around the cue."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from variorum.read.encoder.window import Words
from variorum.read.lexicon import OCCASIONS
from variorum.read.passages import Analysis, Passage
from variorum.read.quotations.draft import Draft
from variorum.read.quotations.stretches import Marked
from variorum.read.quotations.venues import (
    TIMES,
    is_medium,
    is_occasion,
    named_venue,
    phrase_at,
    venue_of,
)
from variorum.read.titles import printed
from variorum.record.time_expression import TimeExpression

_TELLING: Final = frozenset(
    "told tell tells telling informed reminded assured warned asked urged reassured briefed".split()
)
_SPEAKING: Final = frozenset("speaking spoke speak talking said talked addressing wrote".split())
_ASIDE: Final = frozenset([",", "(", "–", "—", "--", "who", "which", "that", "whose", "since"])
"""What parts a source from what else is told of it: in "its head since 2026" nothing is said."""

_REACH: Final = 25


class Setting(NamedTuple):
    """Addressee, venue and time of a quotation, as far as they are told."""

    addressee: str | None
    venue: str | None
    said: TimeExpression | None


NO_SETTING: Final = Setting(None, None, None)


def settings_of(
    passage: Passage,
    analysis: Analysis,
    marked: Marked,
    drafts: Sequence[Draft],
    times: Sequence[TimeExpression],
) -> list[Setting]:
    """The setting of each quotation.

    What is told once holds for what one source goes on to say in the same sentence ("told state
    television …, adding …").
    """
    found = [setting_of(passage, analysis, marked, draft, times) for draft in drafts]
    order = sorted(
        (place for place in range(len(drafts)) if drafts[place].cue),
        key=lambda place: drafts[place].cue[0],
    )
    for before, place in pairwise(order):
        earlier, later = drafts[before], drafts[place]
        same_source = earlier.source == later.source or _is_pronoun(analysis, later)
        if same_source and passage.sentence_of(earlier.cue[0][0]) == (
            passage.sentence_of(later.cue[0][0])
        ):
            mine, other = found[place], found[before]
            found[place] = Setting(
                mine.addressee or other.addressee,
                mine.venue or other.venue,
                mine.said or other.said,
            )
    return found


def _is_pronoun(analysis: Analysis, draft: Draft) -> bool:
    if not draft.source:
        return False
    first, last = draft.source[0]
    return last - first == 1 and analysis.parts_of_speech[first] == "PRP"


def setting_of(
    passage: Passage,
    analysis: Analysis,
    marked: Marked,
    draft: Draft,
    times: Sequence[TimeExpression],
) -> Setting:
    """The setting that the cue's sentence tells, outside of what is said."""
    if not draft.cue:
        return NO_SETTING
    around = _free_words(passage, marked, draft)
    told = _told(passage, analysis, draft, around)
    venue = venue_of(passage, analysis, around)
    addressee = _spoken_to(passage, analysis, around)
    if told and (is_medium(passage, analysis, told) or is_occasion(passage, told)):
        venue = venue or named_venue(passage, analysis, told, set(around))
    elif told:
        addressee = printed(passage, told)
    return Setting(addressee, venue, _said(passage, analysis, draft, (around, times)))


def _free_words(passage: Passage, marked: Marked, draft: Draft) -> list[int]:
    """The words around the cue, in its sentence, that are neither said nor between marks."""
    cue = draft.cue[0]
    first, last = passage.sentence(passage.sentence_of(cue[0]))
    places = range(max(first, cue[0] - _REACH), min(last, cue[1] + _REACH))
    spans = draft.content
    return [
        place
        for place in places
        if not marked.is_inside(place)
        and not any(span.start <= passage.words[place].start < span.end for span in spans)
    ]


def _told(
    passage: Passage, analysis: Analysis, draft: Draft, around: Sequence[int]
) -> Words | None:
    """Whom a verb of telling names: "told reporters"."""
    free = set(around)
    first, last = draft.cue[0]
    for place in range(first, last):
        if passage.words[place].text.casefold() in _TELLING:
            start = place + 1
            if start in free and analysis.parts_of_speech[start] == "PRP":
                return start, start + 1
            return phrase_at(passage, analysis, start, free | set(range(first, last)))
    return None


def _spoken_to(passage: Passage, analysis: Analysis, around: Sequence[int]) -> str | None:
    """Whom "speaking to reporters" names."""
    free = set(around)
    for place in around:
        if passage.words[place].text.casefold() in _SPEAKING and place + 1 in free:
            start = place + 1
            if passage.words[start].text not in ("to", "with"):
                continue
            found = phrase_at(passage, analysis, start + 1, free)
            if (
                found
                and not is_medium(passage, analysis, found)
                and not is_occasion(passage, found)
            ):
                return printed(passage, found)
    return None


def _said(
    passage: Passage,
    analysis: Analysis,
    draft: Draft,
    told: tuple[Sequence[int], Iterable[TimeExpression]],
) -> TimeExpression | None:
    """The time that belongs to the cue, or to what says where it was said."""
    around, times = told
    starts = {passage.words[place].start: place for place in around}
    compared = {passage.words[place].start for place in around if _is_than(passage, place)}
    for time in times:
        place = starts.get(time.start)
        if place is None or time.type not in ("date", "time"):
            continue
        if time.end + 1 in compared:
            continue  # "a month earlier than planned"
        if time.when is None and not time.relation:
            continue
        if _belongs(passage, analysis, draft, place):
            return time
    return None


def _is_than(passage: Passage, place: int) -> bool:
    return passage.words[place].text.casefold() == "than"


def _belongs(passage: Passage, analysis: Analysis, draft: Draft, place: int) -> bool:
    """Whether a word leads to the cue over nothing but speaking and its occasion."""
    cue = set(range(*draft.cue[0]))
    for first, last in draft.source:
        if first <= place < last:
            told = {passage.words[one].text.casefold() for one in range(first, place)}
            return not told & _ASIDE
    before = place - 1
    if before in cue or (before - 1 in cue and passage.words[before].text.casefold() == "on"):
        return True
    at = place
    for _ in range(5):
        at = analysis.heads[at]
        if at in cue:
            return True
        word = passage.words[at].text.casefold()
        if not (
            word in _SPEAKING
            or word in OCCASIONS
            or word in TIMES
            or analysis.parts_of_speech[at] in ("IN", "CD")
            or passage.words[at].text[0].isdigit()
        ):
            return False
    return False
