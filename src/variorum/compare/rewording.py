"""One wording of a statement held against the fullest: what is the same, added and dropped."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, Literal, NamedTuple

import msgspec
from rapidfuzz.distance import Indel

from variorum.compare.words import Word, flat, is_in_marks, words_in
from variorum.record.reading import Quotation, QuotationMode
from variorum.record.span import Span

MOST_WORDS: Final = 1_500
"""Words of either wording that are compared; what comes behind them counts as the same."""

FEW_WORDS: Final = 8
"""Words of the fullest wording up to which they are shown where another lacks them."""

SMALL: Final = 4
"""Letters of words that agree by chance, most of them words of grammar."""

PieceMark = Literal["same", "added", "dropped", "left out", "elsewhere", "own", "between"]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a wording, held against the fullest one.

    `mark`: same; added: not in the fullest; dropped: a few words of the fullest that are not
    here; left out: many such words; elsewhere: words of the fullest that the article has in
    another place; own: the reporter's words, outside quotation marks, where
    they are not the fullest wording's; between: what the article prints between two parts of
    the words ("he said").
    """

    text: str
    mark: PieceMark


class _Kept(NamedTuple):
    """So many words that two wordings have in common, from these on."""

    fullest: int
    own: int
    length: int


def pieces_against(
    fullest: str, text: str, quotation: Quotation, others: Sequence[Quotation] = ()
) -> tuple[Piece, ...]:
    """The words of a quotation in an article's text, marked where the fullest wording differs.

    Words are aligned by their longest common subsequence. Single small words that agree by
    chance between changes count as changed with them. `others`: other quotations of the
    statement in the article.
    """
    told = words_in(fullest, 0, len(fullest))[:MOST_WORDS]
    own = words_of(text, quotation)
    kept = _kept(told, own[:MOST_WORDS])
    is_report = quotation.mode == "indirect"
    marks = [_unless_same(text, word, quotation.mode) for word in own]
    marks[MOST_WORDS:] = ["same"] * len(own[MOST_WORDS:])
    for run in kept:
        for place in range(run.own, run.own + run.length):
            marks[place] = "own" if is_report and _is_small(own[place]) else "same"
    missing: dict[int, list[Piece]] = {}
    if not is_report:
        elsewhere = {
            run.fullest + place
            for other in others
            for run in _kept(told, words_of(text, other)[:MOST_WORDS])
            for place in range(run.length)
        }
        missing = _missing(fullest, told, kept, elsewhere, min(len(own), MOST_WORDS))
    plain: PieceMark = "own" if is_report else "same"
    return _merged(_laid_out(text, sorted(quotation.content), own, marks, missing, plain))


def _unless_same(text: str, word: Word, mode: QuotationMode) -> PieceMark:
    is_report = mode == "indirect" or (mode == "mixed" and not is_in_marks(text, word.start))
    return "own" if is_report else "added"


def _kept(told: Sequence[Word], own: Sequence[Word]) -> list[_Kept]:
    """The runs of words in common, in order; at the ends an empty one."""
    codes = Indel.opcodes([one.folded for one in told], [one.folded for one in own])
    equal = [
        _Kept(code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in codes
        if code.tag == "equal"
    ]
    return [run for run in equal if not _is_chance(run, own, len(told))]


def _is_chance(run: _Kept, own: Sequence[Word], told: int) -> bool:
    """Whether a few small words agree that anybody would have chosen, between other changes."""
    is_at_end = (run.own, run.fullest) == (0, 0) or (
        run.own + run.length == len(own) and (run.own == 0 or run.fullest + run.length == told)
    )
    words = own[run.own : run.own + run.length]
    return not is_at_end and run.length <= 2 and all(map(_is_small, words))


def _is_small(word: Word) -> bool:
    return len(word.folded) <= SMALL and not word.folded[:1].isdigit()


def _missing(
    fullest: str,
    told: Sequence[Word],
    kept: Sequence[_Kept],
    elsewhere: Collection[int],
    end: int,
) -> dict[int, list[Piece]]:
    """What of the fullest wording is not here, by the number of the word before which it was."""
    found: dict[int, list[Piece]] = {}
    reached = place = 0
    for run in [*kept, _Kept(len(told), end, 0)]:
        absent = range(reached, run.fullest)
        for is_elsewhere, some in groupby(absent, key=elsewhere.__contains__):
            numbers = list(some)
            words = flat(fullest[told[numbers[0]].start : told[numbers[-1]].end])
            lost: PieceMark = "dropped" if len(numbers) <= FEW_WORDS else "left out"
            found.setdefault(place, []).append(Piece(words, "elsewhere" if is_elsewhere else lost))
        reached, place = run.fullest + run.length, run.own + run.length
    return found


def _laid_out(
    text: str,
    content: Sequence[Span],
    own: Sequence[Word],
    marks: Sequence[PieceMark],
    missing: Mapping[int, Sequence[Piece]],
    plain: PieceMark,
) -> Iterator[Piece]:
    """The stretches in the order of the article, with what is dropped where it was.

    `plain`: of what stands between words of two marks.
    """
    reached = content[0].start
    part = 0
    before = plain
    for place, (word, mark) in enumerate(zip(own, marks, strict=True)):
        is_next_part = word.start >= content[part].end
        while word.start >= content[part].end:
            part += 1
        absent = missing.get(place, ())
        between = mark if mark == before and not absent else plain
        yield Piece(text[reached : word.start], "between" if is_next_part else between)
        for one in absent:
            yield one
            yield Piece(" ", "same")
        yield Piece(text[word.start : word.end], mark)
        reached, before = word.end, mark
    for one in missing.get(len(own), ()):
        yield Piece(" ", "same")
        yield one
    yield Piece(text[reached : content[-1].end], plain)


def _merged(pieces: Iterator[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one mark made one, on one line."""
    merged: list[Piece] = []
    for one in pieces:
        if not one.text:
            continue
        if merged and merged[-1].mark == one.mark:
            merged[-1] = Piece(merged[-1].text + one.text, one.mark)
        else:
            merged.append(one)
    return tuple(Piece(flat(f"|{one.text}|")[1:-1], one.mark) for one in merged)


def words_of(text: str, quotation: Quotation) -> list[Word]:
    """The words of all parts of a quotation."""
    content = sorted(quotation.content)
    return [word for span in content for word in words_in(text, span.start, span.end)]
