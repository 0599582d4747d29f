"""The wordings of a statement: each once, with all that print it, and how it differs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec
from rapidfuzz.distance import Indel

from variorum.compare.speaking import Said
from variorum.compare.words import Word, flat, is_in_marks, words_in
from variorum.record.reading import Quotation, QuotationMode
from variorum.record.span import Span
from variorum.record.statement import Statement, VariantKind

KINDS: Final[tuple[VariantKind, ...]] = ("identical", "truncated", "reworded", "paraphrased")
"""In the order in which a reader is shown them."""

MARKS: Final = "\"'“”„‟‘’‚‛«»‹›`"

MOST_WORDS: Final = 1_500
"""Words of either wording that are compared; what comes behind them counts as the same."""

FEW_WORDS: Final = 8
"""Words of the fullest wording up to which they are shown where another lacks them."""

SMALL: Final = 4
"""Letters of words that agree by chance, most of them words of grammar."""

PieceMark = Literal["same", "added", "dropped", "left out", "own", "between"]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a wording, held against the fullest one.

    `mark`: same; added: not in the fullest; dropped: a few words of the fullest that are not
    here; left out: many such words; own: the reporter's words, outside quotation marks, where
    they are not the fullest wording's; between: what the article prints between two parts of
    the words ("he said").
    """

    text: str
    mark: PieceMark


class PrintedWording(NamedTuple):
    """One wording of a statement, with its places in order of publication.

    `words`: as first printed, with the marks around them; `is_fullest`: whether it is the
    statement's own.
    """

    kind: VariantKind
    words: str
    places: Sequence[Said]
    is_fullest: bool


def printed_wordings(statement: Statement, quotations: Mapping[str, Said]) -> list[PrintedWording]:
    """The wordings, the fullest first, then by kind, the commonest first."""
    found: dict[tuple[VariantKind, str], list[Said]] = defaultdict(list)
    printed: dict[tuple[VariantKind, str], str] = {}
    for variant in statement.variants:
        article, quotation = quotations[variant.quotation]
        words = " … ".join(as_printed(article.text, quotation))
        key = variant.kind, plain(words)
        printed.setdefault(key, words)
        found[key].append((article, quotation))
    order = sorted(found, key=lambda key: (-len(found[key]), -len(key[1]), key[1]))
    order.sort(key=lambda key: KINDS.index(key[0]))
    whole = [key for key in order if key[0] == "identical"]
    fullest = next((key for key in whole if key[1] == plain(statement.text)), None)
    fullest = fullest or next(iter(whole), None)
    order.sort(key=lambda key: key != fullest)
    return [
        PrintedWording(key[0], printed[key], sorted(found[key], key=_in_time), key == fullest)
        for key in order
    ]


def as_printed(text: str, quotation: Quotation) -> list[str]:
    """The parts of a quotation with the marks around them, each on one line."""
    return [flat(_marked(text, span)) for span in quotation.content]


def _marked(text: str, span: Span) -> str:
    """The words of a span, with the quotation marks that stand next to them."""
    start, end = span.start, span.end
    while start and text[start - 1] in MARKS:
        start -= 1
    while end < len(text) and text[end] in MARKS:
        end += 1
    return text[start:end]


def plain(words: str) -> str:
    """What two printings of one wording have in common: letters and digits, no capitals."""
    return "".join(filter(str.isalnum, words.casefold()))


def range_of(quotation: Quotation) -> Span:
    """From the first word of a quotation to its last, with what stands between its parts."""
    content = quotation.content
    return Span(min(span.start for span in content), max(span.end for span in content))


def _in_time(said: Said) -> tuple[str, str, int]:
    article, quotation = said
    published = article.published
    moment = published.written_end.isoformat() if published else "9999"
    return moment, article.id, range_of(quotation).start


class _Kept(NamedTuple):
    """So many words that two wordings have in common, from these on."""

    fullest: int
    own: int
    length: int


def pieces_against(
    fullest: str, text: str, content: Sequence[Span], mode: QuotationMode
) -> tuple[Piece, ...]:
    """The words of a quotation in an article's text, marked where the fullest wording differs.

    Words are aligned by their longest common subsequence. Single small words that agree by
    chance between changes count as changed with them.
    """
    content = sorted(content)
    told = words_in(fullest, 0, len(fullest))[:MOST_WORDS]
    own = [word for span in content for word in words_in(text, span.start, span.end)]
    kept = _kept(told, own[:MOST_WORDS])
    is_report = mode == "indirect"
    marks = [_unless_same(text, word, mode) for word in own]
    marks[MOST_WORDS:] = ["same"] * len(own[MOST_WORDS:])
    for run in kept:
        for place in range(run.own, run.own + run.length):
            marks[place] = "own" if is_report and _is_small(own[place]) else "same"
    dropped = {} if is_report else dict(_dropped(fullest, told, kept, min(len(own), MOST_WORDS)))
    return _merged(_laid_out(text, content, own, marks, dropped))


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


def _dropped(
    fullest: str, told: Sequence[Word], kept: Sequence[_Kept], end: int
) -> Iterator[tuple[int, Piece]]:
    """What of the fullest wording is not here, by the number of the word before which it was."""
    reached = place = 0
    for run in [*kept, _Kept(len(told), end, 0)]:
        if run.fullest > reached:
            missing = told[reached : run.fullest]
            words = flat(fullest[missing[0].start : missing[-1].end])
            yield place, Piece(words, "dropped" if len(missing) <= FEW_WORDS else "left out")
        reached, place = run.fullest + run.length, run.own + run.length


def _laid_out(
    text: str,
    content: Sequence[Span],
    own: Sequence[Word],
    marks: Sequence[PieceMark],
    dropped: Mapping[int, Piece],
) -> Iterator[Piece]:
    """The stretches in the order of the article, with what is dropped where it was."""
    reached = content[0].start
    part = 0
    before: PieceMark = "same"
    for place, (word, mark) in enumerate(zip(own, marks, strict=True)):
        is_next_part = word.start >= content[part].end
        while word.start >= content[part].end:
            part += 1
        missing = dropped.get(place)
        between: PieceMark = mark if mark == before and not missing else "same"
        yield Piece(text[reached : word.start], "between" if is_next_part else between)
        if missing:
            yield missing
            yield Piece(" ", "same")
        yield Piece(text[word.start : word.end], mark)
        reached, before = word.end, mark
    if missing := dropped.get(len(own)):
        yield Piece(" ", "same")
        yield missing
    yield Piece(text[reached : content[-1].end], "same")


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


def held_against(statement: Statement, said: Said) -> tuple[Piece, ...]:
    """A quotation of a statement, marked where the statement's fullest wording differs."""
    article, quotation = said
    return pieces_against(statement.text, article.text, quotation.content, quotation.mode)
