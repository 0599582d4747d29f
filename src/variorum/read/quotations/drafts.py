"""Attributions of the encoder and quotation marks → quotations, before it is asked who speaks."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from variorum.read.encoder.window import Words
from variorum.read.lexicon import verb_of_saying
from variorum.read.passages import Analysis, Passage
from variorum.read.quotations.marks import Quoted
from variorum.record.reading import QuotationMode
from variorum.record.span import Span

_SIGNS: Final = frozenset('"“”„«»‟＂‹›‘’‚`´') | {"``", "''", "‘‘", "’’", "'"}
_EDGES: Final = frozenset(",;:.–—-") | _SIGNS | {"--"}
_ENDS: Final = frozenset(",.!?…—–-")
_HANGING: Final = frozenset(["advcl", "conj", "parataxis", "xcomp", "dep", "acl", "ccomp", "aux"])
_HIGHEST: Final = 5
_FINITE: Final = frozenset(["VBD", "VBZ", "VBP", "MD", "VB"])

BY_MARKS: Final = 0.8
"""Confidence of a quotation that the encoder missed and its marks and a verb of saying show."""

BY_GRAMMAR: Final = 0.7
"""Confidence of words between marks in a clause that a verb of saying governs."""

BY_PLACE: Final = 0.6
"""Confidence of one that goes on with what somebody said before, with no word of saying near."""


@dataclass(eq=False)
class Draft:
    """A quotation as far as it is known. `cue` and `source` are words of the passage.

    `quoted` are the numbers of the stretches between marks that it holds. `follows`: it has no
    cue of its own and goes on with the speaker before it.
    """

    mode: QuotationMode
    content: list[Span]
    cue: list[Words]
    source: list[Words]
    confidence: float
    quoted: list[int] = field(default_factory=list)
    follows: bool = False

    @property
    def start(self) -> int:
        """The first character of the content."""
        return self.content[0].start

    @property
    def anchor(self) -> int | None:
        """The first word of the cue, if it has one."""
        return self.cue[0][0] if self.cue else None


Attributed: TypeAlias = tuple[Words, list[Words], list[Words], float]
"""An attribution of the encoder: cue, source, content, confidence."""


class Marked:
    """The stretches between marks, with the words inside."""

    def __init__(self, passage: Passage, analysis: Analysis, quoted: Sequence[Quoted]) -> None:
        self.passage = passage
        self.analysis = analysis
        self.quoted = [one for one in quoted if one.depth == 0]
        starts = [word.start for word in passage.words]
        self.words = [
            (bisect_left(starts, one.inner_start), bisect_left(starts, one.inner_end))
            for one in self.quoted
        ]
        self.starts = [one.start for one in self.quoted]

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

    def is_inside(self, word: int) -> bool:
        """Whether a word stands between marks."""
        start = self.passage.words[word].start
        return any(
            self.quoted[one].start <= start < self.quoted[one].end
            for one in self.holding(start, start + 1)
        )

    def is_speech(self, number: int) -> bool:
        """Whether a stretch is a whole utterance, not a word held apart or a title."""
        first, last = self.words[number]
        if last - first < 4:
            return False
        speech = self.analysis.parts_of_speech[first:last]
        if not any(tag in _FINITE for tag in speech):
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

    def is_said_next(self, number: int) -> bool:
        """Whether a verb of saying stands right before a stretch: `says "certainly"`."""
        before = self.words[number][0] - 2
        return (
            before >= 0
            and self.analysis.parts_of_speech[before].startswith("VB")
            and verb_of_saying(self.passage.words[before].text) is not None
            and not _is_title(self.passage, self.words[number])
        )


def draft_quotations(passage: Passage, analysis: Analysis, quoted: Sequence[Quoted]) -> list[Draft]:
    """The quotations of a passage, in order of their content."""
    marked = Marked(passage, analysis, quoted)
    drafts = [
        draft
        for attributed in _each_part_once(analysis.attributions)
        for draft in _from_attribution(marked, attributed)
    ]
    _share_sources(marked, drafts)
    drafts = _each_stretch_once(marked, drafts)
    drafts = [*drafts, *_missed(marked, drafts)]
    drafts = _joined(marked, sorted(drafts, key=lambda draft: draft.start))
    return sorted(drafts, key=lambda draft: (draft.content[0], draft.content[-1]))


def _each_part_once(attributions: Sequence[Attributed]) -> Iterator[Attributed]:
    """Leaves off the parts of a content that are the only part of another, whose cue is nearer."""
    alone = {
        content[0]: cue for cue, _, content, _ in attributions if len(content) == 1
    }  # fmt: skip
    for cue, source, content, confidence in attributions:
        own = [
            part
            for part in content
            if len(content) == 1 or part not in alone or _gap(cue, part) <= _gap(alone[part], part)
        ]
        yield cue, source, own or content, confidence


def _gap(cue: Words, part: Words) -> int:
    return max(part[0] - cue[1], cue[0] - part[1], 0)


def _from_attribution(marked: Marked, attributed: Attributed) -> Iterator[Draft]:
    """The quotation of an attribution; two, if it has whole utterances between marks and other
    words besides."""
    cue, source, content, confidence = attributed
    parts = [trimmed for words in content if (trimmed := _trimmed(marked, words))]
    if not parts:
        return
    source = _mended_source(marked, cue, source)
    if marked.is_inside(cue[0]):
        spans = [_span(marked.passage, words) for words in parts]
        yield Draft("indirect", spans, [cue], source, confidence)
        return
    held, outside, total = _held(marked, parts)
    if held and outside <= 0.12 * total:
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
    return any(speech[place] in _FINITE for words in parts for place in range(*words))


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
            inside += shared
            if 2 * shared >= close - begin or marked.is_speech(number):
                held.append(number)
    total = sum(last - first for first, last in parts)
    return list(dict.fromkeys(held)), total - inside, max(total, 1)


def _balanced(marked: Marked, parts: Sequence[Words], held: Sequence[int]) -> list[Span]:
    """The parts with the stretches they hold in full, marks inside, and none that overlap."""
    spans: list[Span] = []
    for words in parts:
        span = _span(marked.passage, words)
        start, end = span.start, span.end
        for number in held:
            quoted = marked.quoted[number]
            if quoted.start < end and start < quoted.end:
                start = min(start, quoted.start)
                end = max(end, quoted.end if quoted.closed else quoted.inner_end)
        if spans and start < spans[-1].end:
            spans[-1] = Span(min(start, spans[-1].start), max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return spans


def _span(passage: Passage, words: Words) -> Span:
    return Span(passage.words[words[0]].start, passage.words[words[1] - 1].end)


def _share_sources(marked: Marked, drafts: Sequence[Draft]) -> None:
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
    analysis, words = marked.analysis, marked.passage.words
    verbs = [place for place in range(*cue) if analysis.parts_of_speech[place].startswith("VB")]
    if not verbs or verb_of_saying(words[verbs[-1]].text) is None:
        return False
    if analysis.parts_of_speech[verbs[-1]] != "VBN":
        return True
    return any(words[place].text in ("has", "have", "had") for place in range(*cue))


def _each_stretch_once(marked: Marked, drafts: Sequence[Draft]) -> list[Draft]:
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


def _missed(marked: Marked, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The utterances between marks that no attribution holds."""
    taken = {number for draft in drafts for number in draft.quoted}
    for draft in drafts:
        if draft.mode != "direct":
            for span in draft.content:
                taken.update(marked.holding(span.start, span.end))
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
        elif (found := _fragment(marked, number)) is not None:
            pass
        elif goes_on or (marked.is_speech(number) and marked.begins_sentence(number)):
            found = Draft(
                "direct", [marked.inner(number)], [], [], BY_PLACE, [number], follows=True
            )
        else:
            continue
        before = number
        yield found


def _fragment(marked: Marked, number: int) -> Draft | None:
    """Some words between marks within a clause that a verb of saying governs: a mixed quotation."""
    first, last = marked.words[number]
    passage, analysis = marked.passage, marked.analysis
    if marked.begins_sentence(number) or _is_title(passage, (first, last)):
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


def _is_title(passage: Passage, words: Words) -> bool:
    """Whether all longer words are capitalised, as in the name of a programme or a book."""
    longer = [word.text for word in passage.words[words[0] : words[1]] if len(word.text) > 3]
    return all(word[0].isupper() for word in longer)


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


def _mended_source(marked: Marked, cue: Words, source: list[Words]) -> list[Words]:
    """The encoder's source, or the subject if it found none or took the object before a participle.

    "A attacked B, claiming …" and "A told B, adding …": what follows the comma is A's.
    """
    if not source:
        return source_of(marked, cue)
    words, analysis = marked.passage.words, marked.analysis
    verbs = [place for place in range(*cue) if analysis.parts_of_speech[place] == "VBG"]
    if not verbs or cue[0] == 0 or source[0][1] > cue[0] or cue[0] - source[0][1] > 3:
        return source
    if "," not in [word.text for word in words[source[0][1] : cue[0]]]:
        return source
    place = source[0][1] - 1
    for _ in range(4):
        if analysis.relations[place] in ("obj", "obl", "nmod:poss", "nmod", "iobj"):
            verb = _verb_above(analysis, place)
            return (_subject_of(marked, verb) if verb is not None else []) or source
        if analysis.relations[place] not in ("flat", "compound", "appos", "nmod:desc", "punct"):
            return source
        place = analysis.heads[place]
    return source


def _verb_above(analysis: Analysis, place: int) -> int | None:
    for _ in range(5):
        place = analysis.heads[place]
        if analysis.parts_of_speech[place].startswith("VB"):
            return place
    return None


def source_of(marked: Marked, cue: Words) -> list[Words]:
    """The source of a cue that the encoder found none for: whoever does what the cue's verb says.

    "adding" and "saying" take the subject of the verb that they hang on.
    """
    analysis = marked.analysis
    verbs = [place for place in range(*cue) if analysis.parts_of_speech[place].startswith("VB")]
    if not verbs:
        return []
    at = verbs[-1]
    for _ in range(4):
        if found := _subject_of(marked, at):
            return found
        hangs = analysis.relations[at] in _HANGING or analysis.parts_of_speech[at] == "VBG"
        if not hangs or analysis.heads[at] == at:
            return []
        at = analysis.heads[at]
    return []


def _subject_of(marked: Marked, verb: int) -> list[Words]:
    """The words of a verb's subject, by its dependents, or a name right behind ("said Jane Doe")."""
    analysis, passage = marked.analysis, marked.passage
    first, last = passage.sentence(passage.sentence_of(verb))
    for place in range(first, last):
        if analysis.heads[place] == verb and analysis.relations[place].startswith("nsubj"):
            if analysis.parts_of_speech[place] == "EX" or marked.is_inside(place):
                continue
            return [phrase_of(passage, analysis, place, (first, last))]
    if analysis.relations[verb] in ("root", "parataxis") and verb + 1 < last:
        head = _noun_behind(analysis, verb + 1, last)
        if head is not None and analysis.heads[head] == verb:
            return [phrase_of(passage, analysis, head, (first, last))]
    return []


def _noun_behind(analysis: Analysis, place: int, last: int) -> int | None:
    """The last word of the run of nouns that begins at a place."""
    end = place
    while end < last and analysis.parts_of_speech[end] in ("DT", "JJ", "NN", "NNP", "NNPS", "PRP"):
        end += 1
    return end - 1 if end > place else None


def phrase_of(passage: Passage, analysis: Analysis, head: int, within: Words) -> Words:
    """The run of words around a noun that depend on it."""
    first, last = within
    depends = {head}
    for _ in range(3):
        depends.update(
            place
            for place in range(first, last)
            if analysis.heads[place] in depends and place != head
        )
    start = end = head
    while start - 1 in depends and passage.words[start - 1].text not in (",", *_SIGNS):
        start -= 1
    while end + 1 in depends and passage.words[end + 1].text not in (",", ".", *_SIGNS):
        end += 1
    return start, end + 1


def _joined(marked: Marked, drafts: Sequence[Draft]) -> list[Draft]:
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


def outside_marks(marked: Marked, words: Iterable[int]) -> list[int]:
    """Those of some words that stand between no marks."""
    return [word for word in words if not marked.is_inside(word)]
