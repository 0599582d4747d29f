"""The stretches of a passage between quotation marks, with the words inside."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from variorum.read.encoder.window import Words
from variorum.read.lexicon import verb_of_saying
from variorum.read.passages import Analysis, Passage
from variorum.read.quotations.marks import Quoted
from variorum.record.span import Span

_ENDS: Final = frozenset(",.!?…—–-")
FINITE: Final = frozenset(["VBD", "VBZ", "VBP", "MD", "VB"])
"""Tags of verbs that make a clause."""


_MAKERS: Final = frozenset(
    "host co-host hosts anchor moderator author authors creator star producer episode edition "
    "director panel panelist panelists broadcast segment guest "
    "appearance appeared interview".split()
)
_WORKS: Final = _MAKERS - {"of"} | frozenset(
    "show programme program series film movie documentary book novel memoir biography song album "
    "single podcast column essay magazine newspaper play musical opera painting poem sitcom drama "
    "comedy thriller bestseller franchise game website blog newsletter".split()
)
"""Nouns beside which words between marks are a title."""

_TUNED: Final = frozenset("on told tell tells telling 's ’s watched titled entitled".split())
"""Words before the title of a programme or book that has several."""

_LONGEST_WORK: Final = 9
_SHORT: Final = 3
"""Letters of words that titles may print small."""


class Marked:
    """The stretches between marks, with the words inside."""

    def __init__(self, passage: Passage, analysis: Analysis, quoted: Sequence[Quoted]) -> None:
        self.passage = passage
        self.analysis = analysis
        self.quoted = [one for one in quoted if one.depth == 0]
        self._starts = [word.start for word in passage.words]
        self.words = [
            (bisect_left(self._starts, one.inner_start), bisect_left(self._starts, one.inner_end))
            for one in self.quoted
        ]
        self.starts = [one.start for one in self.quoted]
        self._inside: set[int] = set()
        for one in self.quoted:
            self._inside.update(range(*self.words_in(Span(one.start, one.end))))

    def holding(self, start: int, end: int) -> list[int]:
        """The numbers of the stretches that share characters with a range."""
        place = max(0, bisect_left(self.starts, start) - 1)
        found = []
        while place < len(self.quoted) and self.quoted[place].start < end:
            if self.quoted[place].end > start:
                found.append(place)
            place += 1
        return found

    def inner(self, number: int) -> Span:
        """What stands between the marks, without white space."""
        first, last = self.words[number]
        quoted = self.quoted[number]
        if first >= last:
            return Span(quoted.inner_start, quoted.inner_end)
        return Span(self.passage.words[first].start, self.passage.words[last - 1].end)

    def words_in(self, span: Span) -> Words:
        """The words that begin within a span."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def is_inside(self, word: int) -> bool:
        """Whether a word stands between marks."""
        return word in self._inside

    def is_speech(self, number: int) -> bool:
        """Whether a stretch is a whole utterance, not a word held apart or a title."""
        first, last = self.words[number]
        if last - first < 4:
            return False
        speech = self.analysis.parts_of_speech[first:last]
        if not any(tag in FINITE for tag in speech):
            return False
        ended = self.passage.words[last - 1].text[-1] in _ENDS
        return ended or self.begins_sentence(number) or not self.quoted[number].closed

    def begins_sentence(self, number: int) -> bool:
        """Whether a stretch begins a sentence, or stands behind a comma or colon."""
        first, _ = self.words[number]
        before = first - 2
        if before < 0:
            return True
        sentence, _ = self.passage.sentence(self.passage.sentence_of(first))
        return first - sentence <= 1 or self.passage.words[before].text in (":", ",")

    def is_work(self, number: int) -> bool:
        """Whether a stretch names a programme, a book or a film, and is nobody's words.

        Its longer words are capitalised, and what stands beside it says so: a noun for such works,
        somebody who hosts or wrote it, or "told" and "on" before several words.
        """
        first, last = self.words[number]
        if (
            last <= first
            or last - first > _LONGEST_WORK
            or not is_title(self.passage, (first, last))
        ):
            return False
        if not self.passage.words[first].text[0].isupper():
            return False
        before = [
            word.text.casefold() for word in self.passage.words[max(0, first - 3) : first - 1]
        ]
        behind = [word.text.casefold() for word in self.passage.words[last + 1 : last + 2]]
        if _WORKS.intersection([*before[-1:], *behind]) or _of_maker(before):
            return True
        return last - first > 1 and bool(before) and before[-1] in _TUNED

    def is_said_next(self, number: int) -> bool:
        """Whether a verb of saying stands right before a stretch: `says "certainly"`."""
        before = self.words[number][0] - 2
        return (
            before >= 0
            and self.analysis.parts_of_speech[before].startswith("VB")
            and verb_of_saying(self.passage.words[before].text) is not None
            and not is_title(self.passage, self.words[number])
        )


def _of_maker(before: Sequence[str]) -> bool:
    """Whether "host of", "author of" stands before."""
    return len(before) == 2 and before[1] in ("of", "on") and before[0] in _MAKERS


def is_title(passage: Passage, words: Words) -> bool:
    """Whether all longer words are capitalised, as in the name of a programme or a book."""
    longer = [word.text for word in passage.words[words[0] : words[1]] if len(word.text) > _SHORT]
    return all(word[0].isupper() for word in longer)


def span_of(passage: Passage, words: Words) -> Span:
    """The characters of some words."""
    return Span(passage.words[words[0]].start, passage.words[words[1] - 1].end)
