"""To whom, where and when something was said, by the words around the cue."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from variorum.read.encoder.window import Words
from variorum.read.lexicon import MEDIA, OCCASIONS, PLATFORMS, verb_of_saying
from variorum.read.names import printed
from variorum.read.passages import Analysis, Passage
from variorum.read.quotations.draft import Draft
from variorum.read.quotations.stretches import Marked
from variorum.record.time_expression import TimeExpression

_TELLING: Final = frozenset(
    "told tell tells telling informed reminded assured warned asked urged reassured briefed".split()
)
_PHRASE: Final = ("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CD", "HYPH", "VBN", "JJS")
_PLACED: Final = frozenset("in at on during via through over after before".split())
_ON_WITH: Final = frozenset("with for to of on in".split())
_SPEAKING: Final = frozenset("speaking spoke speak talking said talked addressing wrote".split())
_TIMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight "
    "morning afternoon evening night week month year earlier later last next".split()
)
_PLATFORM_NOUNS: Final = frozenset(
    "social platform site account page website tv television radio media".split()
)
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
    venue = _venue(passage, analysis, around)
    addressee = _spoken_to(passage, analysis, around)
    if told and (_is_medium(passage, told) or _is_occasion(passage, told)):
        venue = venue or _plain(passage, _extended(passage, analysis, told, around))
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
        if not any(span.start <= passage.words[place].start < span.end for span in spans)
        and not marked.is_inside(place)
    ]


def _phrase(passage: Passage, analysis: Analysis, start: int, free: set[int]) -> Words | None:
    """The noun phrase that begins at a word, without a time at its end."""
    end = start
    while end in free and (
        analysis.parts_of_speech[end] in _PHRASE or passage.words[end].text in ("&", "-")
    ):
        if passage.words[end].text.casefold() in _TIMES:
            break
        end += 1
    return (start, end) if end > start else None


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
            return _phrase(passage, analysis, start, free | set(range(first, last)))
    return None


def _spoken_to(passage: Passage, analysis: Analysis, around: Sequence[int]) -> str | None:
    """Whom "speaking to reporters" names."""
    free = set(around)
    for place in around:
        if passage.words[place].text.casefold() in _SPEAKING and place + 1 in free:
            start = place + 1
            if passage.words[start].text not in ("to", "with"):
                continue
            found = _phrase(passage, analysis, start + 1, free)
            if found and not _is_medium(passage, found) and not _is_occasion(passage, found):
                return printed(passage, found)
    return None


def _venue(passage: Passage, analysis: Analysis, around: Sequence[int]) -> str | None:
    """What "on Telegram", "at a news conference in Oslo", "in an interview with …" name."""
    free = set(around)
    for place in around:
        word = passage.words[place].text.casefold()
        if word not in _PLACED and word != "to":
            continue
        found = _phrase(passage, analysis, place + 1, free)
        if found is None:
            continue
        medium = _is_medium(passage, found)
        occasion = _is_occasion(passage, found)
        spoken = verb_of_saying(passage.words[place - 1].text) == "speak" if place else False
        if word == "to" and not (medium and spoken):
            continue
        if word == "on" and not (medium or _is_platform(passage, found)):
            continue
        if occasion or medium or (word in ("on", "via") and _is_platform(passage, found)):
            return _plain(passage, _extended(passage, analysis, found, around))
    return None


def _plain(passage: Passage, words: Words) -> str:
    return printed(passage, words)


def _extended(passage: Passage, analysis: Analysis, found: Words, around: Sequence[int]) -> Words:
    """A venue with whom it was with and where: "an interview with state TV in Oslo"."""
    free = set(around)
    first, last = found
    for _ in range(2):
        if last in free and passage.words[last].text.casefold() in _ON_WITH:
            more = _phrase(passage, analysis, last + 1, free)
            if more and not _is_time(passage, more):
                last = more[1]
    return first, last


def _is_time(passage: Passage, words: Words) -> bool:
    return passage.words[words[0]].text.casefold() in _TIMES


def _last_words(passage: Passage, words: Words) -> list[str]:
    return [word.text.casefold().rstrip(".") for word in passage.words[words[0] : words[1]]]


def _is_medium(passage: Passage, words: Words) -> bool:
    read = _last_words(passage, words)
    return read[-1] in MEDIA or (len(read) > 1 and read[-2] in MEDIA and read[-1] == "news")


def _is_platform(passage: Passage, words: Words) -> bool:
    read = _last_words(passage, words)
    return (
        read[-1] in PLATFORMS
        or read[-1] in _PLATFORM_NOUNS
        or (any(word in _PLATFORM_NOUNS or word in ("service", "app") for word in read[:-1]))
    )


def _is_occasion(passage: Passage, words: Words) -> bool:
    return _last_words(passage, words)[-1] in OCCASIONS


def _said(
    passage: Passage,
    analysis: Analysis,
    draft: Draft,
    told: tuple[Sequence[int], Iterable[TimeExpression]],
) -> TimeExpression | None:
    """The time that belongs to the cue, or to what says where it was said."""
    around, times = told
    starts = {passage.words[place].start: place for place in around}
    for time in times:
        place = starts.get(time.start)
        if place is None or time.type not in ("date", "time"):
            continue
        if time.when is None and not time.relation:
            continue
        if _belongs(passage, analysis, draft, place):
            return time
    return None


def _belongs(passage: Passage, analysis: Analysis, draft: Draft, place: int) -> bool:
    """Whether a word leads to the cue over nothing but speaking and its occasion."""
    cue = set(range(*draft.cue[0]))
    if any(first <= place < last for first, last in draft.source):
        return True
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
            or word in _TIMES
            or analysis.parts_of_speech[at] in ("IN", "CD")
            or passage.words[at].text[0].isdigit()
        ):
            return False
    return False
