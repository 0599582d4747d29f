"""Gives each stretch between marks to one quotation, and joins the parts of one."""

from collections.abc import Sequence

from variorum.read.encoder.window import Words
from variorum.read.lexicon import verb_of_saying
from variorum.read.quotations.draft import BY_PLACE, Draft
from variorum.read.quotations.sources import is_passive
from variorum.read.quotations.stretches import Marked
from variorum.record.span import Span


def share_sources(marked: Marked, drafts: Sequence[Draft]) -> None:
    """A verb of saying without a subject goes on with the one before it in its sentence."""
    before: Draft | None = None
    for draft in sorted(drafts, key=lambda one: one.cue[0]):
        place = draft.cue[0][0]
        same = before and marked.passage.sentence_of(before.cue[0][0]) == (
            marked.passage.sentence_of(place)
        )
        if draft.source:
            before = draft
        elif before and same and _is_active(marked, draft.cue[0]):
            draft.source = before.source


def _is_active(marked: Marked, cue: Words) -> bool:
    """Whether a cue is a verb that says of somebody, not to somebody, that they say something."""
    words, speech = marked.passage.words, marked.analysis.parts_of_speech
    verbs = [place for place in range(*cue) if speech[place].startswith("VB")]
    is_saying = bool(verbs) and verb_of_saying(words[verbs[-1]].text) is not None
    return is_saying and not is_passive(marked, cue)


def each_stretch_once(marked: Marked, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives a stretch that several attributions hold to the one whose cue is nearest."""
    owner: dict[int, Draft] = {}
    for draft in drafts:
        for number in draft.quoted:
            best = owner.get(number)
            if best is None or _rank(marked, draft, number) < _rank(marked, best, number):
                owner[number] = draft
    kept = []
    for draft in drafts:
        own = [number for number in draft.quoted if owner[number] is draft]
        if len(own) < len(draft.quoted):
            lost = [number for number in draft.quoted if owner[number] is not draft]
            draft.content = [span for span in draft.content if not _within_any(marked, span, lost)]
            draft.quoted = own
            if draft.mode == "mixed" and not own:
                draft.mode = "indirect"
        if draft.content:
            kept.append(draft)
    return kept


def _within_any(marked: Marked, span: Span, numbers: Sequence[int]) -> bool:
    quoted = [marked.quoted[number] for number in numbers]
    return any(one.start <= span.start and span.end <= one.end for one in quoted)


def _rank(marked: Marked, draft: Draft, number: int) -> tuple[bool, int, bool]:
    """In the same paragraph before others, by how far the cue stands, direct before mixed."""
    first, last = marked.words[number]
    cue = draft.cue[0]
    paragraph = marked.passage.paragraph_of
    apart = paragraph(cue[0]) != paragraph(first)
    return apart, max(first - cue[1], cue[0] - last, 0), draft.mode != "direct"


def part_by_cues(marked: Marked, drafts: Sequence[Draft]) -> None:
    """Gives a stretch that stands behind another quotation and its cue to that quotation.

    In «"A," one said. "B," fumed another. "C."» the last is not the first one's.
    """
    direct = [one for one in drafts if one.mode == "direct" and one.cue and one.quoted]
    by_stretch = {number: draft for draft in direct for number in draft.quoted}
    for draft in direct:
        for number in draft.quoted[1:]:
            between = by_stretch.get(number - 1)
            if between is None or between is draft or not between.source:
                continue
            behind, start = marked.words[number - 1][1], marked.words[number][0]
            if behind <= between.cue[-1][0] < start and draft.cue[-1][0] < behind:
                _hand_over(marked, draft, between, number)


def part_by_paragraphs(marked: Marked, drafts: Sequence[Draft]) -> list[Draft]:
    """Takes a stretch from who spoke in another paragraph, where its own names somebody else.

    «"A," one said.», and below «Another said that B. "C."»: "C" is the other's. What was taken.
    """
    taken = []
    for draft in [one for one in drafts if one.mode == "direct" and one.cue and one.quoted]:
        for number in list(draft.quoted):
            held = [span for span in draft.content if _within_any(marked, span, [number])]
            is_part = 0 < len(held) < len(draft.content)
            if is_part and _is_told_by_another(marked, drafts, draft, marked.words[number][0]):
                draft.content = [span for span in draft.content if span not in held]
                draft.quoted = [one for one in draft.quoted if one != number]
                taken.append(Draft("direct", held, [], [], BY_PLACE, [number], follows=True))
    return taken


def _is_told_by_another(marked: Marked, drafts: Sequence[Draft], draft: Draft, start: int) -> bool:
    """Whether another report stands between a cue and a word, in the word's paragraph alone."""
    paragraph = marked.passage.paragraph_of
    cue = draft.cue[-1][0]
    return paragraph(cue) != paragraph(start) and any(
        one is not draft and one.source and one.cue and one.mode != "direct"
        and cue < one.cue[0][0] < start and paragraph(one.cue[0][0]) == paragraph(start)
        for one in drafts
    )  # fmt: skip


def _hand_over(marked: Marked, draft: Draft, to: Draft, number: int) -> None:
    held = [span for span in draft.content if _within_any(marked, span, [number])]
    if not held or len(held) == len(draft.content):
        return
    draft.content = [span for span in draft.content if span not in held]
    draft.quoted = [one for one in draft.quoted if one != number]
    to.content, to.quoted = sorted([*to.content, *held]), sorted([*to.quoted, number])


def join_parts(marked: Marked, drafts: Sequence[Draft]) -> list[Draft]:
    """Joins what goes on: over paragraphs, and behind a cue that breaks a quotation."""
    by_stretch = {number: draft for draft in drafts for number in draft.quoted}
    gone: set[Draft] = set()
    for number in range(1, len(marked.quoted)):
        later, before = by_stretch.get(number), by_stretch.get(number - 1)
        if later is None or before is None or later is before or later in gone:
            continue
        if _goes_on(marked, number, before, later):
            _append(before, later)
            gone.add(later)
            by_stretch.update(dict.fromkeys(before.quoted, before))
    return [draft for draft in drafts if draft not in gone]


def _goes_on(marked: Marked, number: int, before: Draft, later: Draft) -> bool:
    earlier, this = marked.quoted[number - 1], marked.quoted[number]
    if before.mode != "direct" or later.mode != "direct":
        return False
    if earlier.runs_on:
        return not later.cue or not before.cue or before.follows
    if not later.follows or not before.cue:
        return False
    passage = marked.passage
    behind, start = marked.words[number - 1][1], marked.words[number][0]
    cue = before.cue[-1]
    if not behind <= cue[0] < start or passage.paragraph_of(cue[0]) != passage.paragraph_of(start):
        return False
    ends = passage.sentence_of(start) - passage.sentence_of(cue[0])
    return ends <= 1 and this.start > earlier.end


def _append(before: Draft, later: Draft) -> None:
    before.content = sorted([*before.content, *later.content])
    before.quoted = sorted([*before.quoted, *later.quoted])
    if not before.cue:
        before.cue, before.source, before.follows = later.cue, later.source, later.follows
        before.confidence = later.confidence
