"""Quotations that the encoder missed, by their marks and the verbs of saying beside them."""

from collections.abc import Iterator, Sequence
from typing import Final

from variorum.read.encoder.window import Words
from variorum.read.lexicon import verb_of_saying
from variorum.read.quotations.draft import BY_PLACE, Draft
from variorum.read.quotations.sources import source_of
from variorum.read.quotations.stretches import Marked, is_title
from variorum.record.span import Span

BY_MARKS: Final = 0.8
"""Confidence of a quotation that its marks and a verb of saying beside it show."""

BY_GRAMMAR: Final = 0.7
"""Confidence of words between marks in a clause that a verb of saying governs."""

_HIGHEST: Final = 5
"""How many heads up a verb of saying is looked for."""


def find_missed(marked: Marked, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The utterances between marks that no attribution holds."""
    taken = {number for draft in drafts for number in draft.quoted}
    for draft in drafts:
        if draft.mode != "direct" and not marked.is_inside(draft.cue[0][0]):
            for span in draft.content:
                taken.update(marked.holding(span.start, span.end))
    taken.update(number for number in range(len(marked.quoted)) if marked.is_work(number))
    before = -1
    for number in range(len(marked.quoted)):
        if number in taken:
            before = number
            continue
        cue = _cue_of(marked, number) if marked.words[number][0] < marked.words[number][1] else None
        goes_on = before == number - 1 and before >= 0 and marked.quoted[before].runs_on
        if cue and (marked.begins_sentence(number) or marked.is_said_next(number)):
            source = source_of(marked, cue)
            found = Draft("direct", [marked.inner(number)], [cue], source, BY_MARKS, [number])
        elif fragment := _fragment(marked, number):
            found = fragment
        elif goes_on or (marked.is_speech(number) and marked.begins_sentence(number)):
            content = [marked.inner(number)]
            found = Draft("direct", content, [], [], BY_PLACE, [number], follows=True)
        else:
            continue
        before = number
        yield found


def _fragment(marked: Marked, number: int) -> Draft | None:
    """Some words between marks within a clause that a verb of saying governs: a mixed quotation."""
    first, last = marked.words[number]
    passage, analysis = marked.passage, marked.analysis
    if marked.begins_sentence(number) or is_title(passage, (first, last)):
        return None
    sentence, _ = passage.sentence(passage.sentence_of(first))
    at = next(
        (one for one in range(first, last) if not first <= analysis.heads[one] < last), first
    )  # fmt: skip
    for _ in range(_HIGHEST):
        above = analysis.heads[at]
        if above == at:
            return None
        at = above
        is_verb = analysis.parts_of_speech[at].startswith("VB") and at < first
        if is_verb and verb_of_saying(passage.words[at].text) and not marked.is_inside(at):
            cue = (at, at + 1)
            source = source_of(marked, cue)
            if not source or at + 1 >= first or at < sentence:
                return None
            quoted = marked.quoted[number]
            end = quoted.end if quoted.closed else quoted.inner_end
            span = Span(passage.words[at + 1].start, end)
            return Draft("mixed", [span], [cue], source, BY_GRAMMAR, [number])
    return None


def _cue_of(marked: Marked, number: int) -> Words | None:
    """The verb of saying that stands beside a stretch in its sentence, or in a short one behind."""
    first, last = marked.words[number]
    passage = marked.passage
    for place in _around(marked, first, last):
        if (
            verb_of_saying(passage.words[place].text)
            and marked.analysis.parts_of_speech[place].startswith("VB")
            and not marked.is_inside(place)
            and source_of(marked, (place, place + 1))
        ):
            return place, place + 1
    return None


def _around(marked: Marked, first: int, last: int) -> Iterator[int]:
    """The places where a cue may stand: behind the stretch, then before it, the nearest first."""
    passage = marked.passage
    _, end = passage.sentence(passage.sentence_of(max(first, last - 1)))
    behind = last + 1
    if behind >= end and behind < len(passage.words):
        start, end = passage.sentence(passage.sentence_of(behind))
        same = passage.paragraph_of(start) == passage.paragraph_of(first)
        if not same or end - start > 5:
            end = behind
    yield from range(behind, min(end, behind + 14))
    start, _ = passage.sentence(passage.sentence_of(first))
    yield from range(first - 2, max(start, first - 16) - 1, -1)
