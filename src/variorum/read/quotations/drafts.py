"""Attributions of the encoder and quotation marks → quotations, before it is asked who speaks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from variorum.read.encoder.window import Words
from variorum.read.passages import Analysis, Passage
from variorum.read.quotations.draft import Draft
from variorum.read.quotations.joining import (
    each_stretch_once,
    join_parts,
    part_by_cues,
    part_by_paragraphs,
    share_sources,
)
from variorum.read.quotations.marks import Quoted
from variorum.read.quotations.missed import find_missed
from variorum.read.quotations.plausible import plausible
from variorum.read.quotations.sources import mended_source
from variorum.read.quotations.stretches import FINITE, Marked, span_of
from variorum.read.quotations.unmarked import find_unmarked
from variorum.read.quotations.weighing import weighed
from variorum.record.span import Span

_SIGNS: Final = frozenset('"“”„«»‟＂‹›‘’‚`´') | {"``", "''", "‘‘", "’’", "'"}
_EDGES: Final = frozenset(",;:.–—-") | _SIGNS | {"--"}

_APART: Final = 20
"""Words by which two contents that are the same may begin apart."""

_BEGINNING: Final = 3
"""Words from which the beginning of another content is not a part by itself."""

MOSTLY: Final = 0.12
"""A content is direct if no more of its words stand outside of marks ("that", a stray sign)."""

Attributed: TypeAlias = tuple[Words, list[Words], list[Words], float]
"""An attribution of the encoder: cue, source, content, confidence."""


def draft_quotations(passage: Passage, analysis: Analysis, quoted: Sequence[Quoted]) -> list[Draft]:
    """The quotations of a passage, in order of their content."""
    marked = Marked(passage, analysis, quoted)
    drafts = [
        draft
        for attributed in _up_to_next_cues(
            passage, list(own_sources(list(_each_part_once(passage, analysis.attributions))))
        )
        for draft in _from_attribution(marked, attributed)
    ]
    share_sources(marked, drafts)
    drafts = each_stretch_once(marked, list(plausible(marked, drafts)))
    drafts = [*drafts, *plausible(marked, list(find_missed(marked, drafts)))]
    drafts = [*drafts, *plausible(marked, list(find_unmarked(marked, drafts)))]
    part_by_cues(marked, drafts)
    drafts = [*drafts, *part_by_paragraphs(marked, drafts)]
    drafts = join_parts(marked, sorted(drafts, key=lambda draft: draft.start))
    return sorted(weighed(marked, drafts), key=lambda draft: (draft.content[0], draft.content[-1]))


def _each_part_once(passage: Passage, attributions: Sequence[Attributed]) -> Iterator[Attributed]:
    """Leaves off the parts of a content that another has too, whose cue is nearer to them.

    A cue in the part's own sentence is nearer than one in another.
    """
    claimed = sorted((part, cue) for cue, _, content, _ in attributions for part in content)
    firsts = [part[0] for part, _ in claimed]
    for cue, source, content, confidence in attributions:
        own = [
            part
            for part in content
            if len(content) == 1
            or not any(
                _is_same(part, other)
                and _distance(passage, nearer, other) < _distance(passage, cue, part)
                for other, nearer in claimed[
                    bisect_left(firsts, part[0] - _APART) : bisect_left(firsts, part[1])
                ]
            )
        ]
        yield cue, source, own or content, confidence


def own_sources(attributions: Sequence[Attributed]) -> Iterator[Attributed]:
    """Leaves off the parts of a source that another cue parts from its own cue.

    "A insisted that …, but B said …": A is not who said it. Those with the fewest cues
    between stay.
    """
    starts = sorted(cue[0] for cue, *_ in attributions)
    for cue, source, content, confidence in attributions:
        between = [_cues_between(starts, cue, part) for part in source]
        own = [part for part, cues in zip(source, between, strict=True) if cues == min(between)]
        yield cue, own, content, confidence


def _up_to_next_cues(passage: Passage, attributions: Sequence[Attributed]) -> Iterator[Attributed]:
    """Ends a content where the same source goes on: "said it was late and called it a shame".

    What the second verb governs is a quotation of its own.
    """
    cues = sorted((cue, tuple(source)) for cue, source, *_ in attributions)
    firsts = [cue[0] for cue, _ in cues]
    for cue, source, content, confidence in attributions:
        parts = []
        for first, last in content:
            inside = cues[bisect_left(firsts, first + 1) : bisect_left(firsts, last)]
            ends = [
                at
                for other, theirs in inside
                if first > cue[0]
                and _overlap(theirs, source)
                and (at := _conjunction_before(passage, other[0])) is not None
                and at > first + 1
            ]
            parts.append((first, min([last, *ends])))
        yield cue, source, parts, confidence


def _overlap(one: Sequence[Words], other: Sequence[Words]) -> bool:
    """Whether two sources share a word."""
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in other)


def _conjunction_before(passage: Passage, place: int) -> int | None:
    """Where "and" or "but" stands at most a word before a verb, with a comma before it."""
    for at in (place - 1, place - 2):
        if at > 0 and passage.words[at].text in ("and", "but"):
            return at - (passage.words[at - 1].text == ",")
    return None


def _cues_between(starts: Sequence[int], cue: Words, part: Words) -> int:
    first, last = (part[1], cue[0]) if part[0] < cue[0] else (cue[1], part[0])
    return max(0, bisect_left(starts, last) - bisect_left(starts, first))


def _is_same(one: Words, other: Words) -> bool:
    """Whether a part is another's content, or the beginning of it."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    longest = other[1] - other[0]
    if one[0] == other[0] and one[1] <= other[1] and one[1] - one[0] >= _BEGINNING:
        longest = one[1] - one[0]
    return shared >= 0.8 * max(one[1] - one[0], longest)


def _distance(passage: Passage, cue: Words, part: Words) -> tuple[bool, int]:
    """Whether a cue stands in another sentence than a part, and the words between them."""
    first, last = passage.sentence_of(part[0]), passage.sentence_of(part[1] - 1)
    return not first <= passage.sentence_of(cue[0]) <= last, _gap(cue, part)


def _gap(cue: Words, part: Words) -> int:
    return max(part[0] - cue[1], cue[0] - part[1], 0)


def _from_attribution(marked: Marked, attributed: Attributed) -> Iterator[Draft]:
    """The quotation of an attribution.

    Two, if it has whole utterances between marks and other words besides.
    """
    cue, source, content, confidence = attributed
    content = [_in_its_paragraph(marked, cue, words) for words in content]
    own = [piece for words in content for piece in _without(words, source)]
    parts = [trimmed for words in own if (trimmed := _trimmed(marked, words))]
    if not parts:
        return
    source = mended_source(marked, cue, source)
    if marked.is_inside(cue[0]):
        spans = [span_of(marked.passage, words) for words in parts]
        yield Draft("indirect", spans, [cue], source, confidence)
        return
    held, outside, total = _held(marked, parts)
    if held and outside <= MOSTLY * total:
        spans = [marked.inner(number) for number in held]
        yield Draft("direct", spans, [cue], source, confidence, held)
        return
    whole = [number for number in held if _is_whole(marked, parts, number)]
    if whole:
        spans = [marked.inner(number) for number in whole]
        yield Draft("direct", spans, [cue], source, confidence, whole)
        parts = [words for words in parts if not _lies_in(marked, words, whole)]
        held = [number for number in held if number not in whole]
        if not _says_something(marked, cue, parts):
            return
    spans = _balanced(marked, parts, held)
    yield Draft("mixed" if held else "indirect", spans, [cue], source, confidence, held)


def _in_its_paragraph(marked: Marked, cue: Words, content: Words) -> Words:
    """A content that ends in the cue's paragraph without what another paragraph says to its end.

    A quotation that runs on over paragraphs stays whole.
    """
    passage, (first, last) = marked.passage, content
    own = passage.paragraph_of(cue[0])
    if passage.paragraph_of(first) == own or passage.paragraph_of(last - 1) != own:
        return content
    start = passage.paragraphs[own]
    before = marked.holding(passage.words[first].start, passage.words[start - 1].end)
    if any(marked.quoted[number].runs_on for number in before):
        return content
    return (start, last)


def _without(content: Words, source: Sequence[Words]) -> Iterator[Words]:
    """The pieces of a content that are not its source: nobody is a part of what they say."""
    first, last = content
    for start, end in sorted(source):
        if first <= start and end < last:
            yield first, start
            first = end
    yield first, last


def _is_whole(marked: Marked, parts: Sequence[Words], number: int) -> bool:
    """Whether a stretch is an utterance that stands apart from the other words of a content."""
    return marked.is_speech(number) and any(
        _lies_in(marked, words, [number]) for words in parts
    )  # fmt: skip


def _lies_in(marked: Marked, words: Words, numbers: Sequence[int]) -> bool:
    """Whether a part lies in some stretches but for a word or two."""
    inside = sum(
        max(0, min(words[1], marked.words[number][1]) - max(words[0], marked.words[number][0]))
        for number in numbers
    )
    return inside >= words[1] - words[0] - 2 and inside > 0


def _says_something(marked: Marked, cue: Words, parts: Sequence[Words]) -> bool:
    """Whether what is left of a content has a verb, and is not what the cue's preposition needs."""
    speech = marked.analysis.parts_of_speech
    if not parts or speech[cue[1] - 1] in ("IN", "TO"):
        return False
    return any(speech[place] in FINITE for words in parts for place in range(*words))


def _trimmed(marked: Marked, words: Words) -> Words | None:
    """A content without the signs at its edges."""
    first, last = words
    read = marked.passage.words
    while first < last and read[first].text in _EDGES:
        first += 1
    while first < last and read[last - 1].text in _EDGES:
        last -= 1
    return (first, last) if first < last else None


def _held(marked: Marked, parts: Sequence[Words]) -> tuple[list[int], int, int]:
    """The stretches that a content covers by half, or are utterances; words outside; all words."""
    held: list[int] = []
    inside = 0
    for first, last in parts:
        start, end = marked.passage.words[first].start, marked.passage.words[last - 1].end
        for number in marked.holding(start, end):
            begin, close = marked.words[number]
            shared = min(last, close) - max(first, begin)
            if shared <= 0:
                continue
            if marked.is_work(number):
                continue
            inside += shared
            if 2 * shared >= close - begin or marked.is_speech(number):
                held.append(number)
    total = sum(last - first for first, last in parts)
    return list(dict.fromkeys(held)), total - inside, max(total, 1)


def _balanced(marked: Marked, parts: Sequence[Words], held: Sequence[int]) -> list[Span]:
    """The parts with the stretches they hold in full, marks inside, and none that overlap."""
    spans: list[Span] = []
    for words in parts:
        span = span_of(marked.passage, words)
        start, end = span.start, span.end
        works = [one for one in marked.holding(start, end) if marked.is_work(one)]
        for number in (*held, *works):
            quoted = marked.quoted[number]
            if quoted.start < end and start < quoted.end:
                start = min(start, quoted.start)
                end = max(end, quoted.end if quoted.closed else quoted.inner_end)
        if spans and start < spans[-1].end:
            spans[-1] = Span(min(start, spans[-1].start), max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return spans
