"""The wordings of a statement: each once, with all that print it, and how it differs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from variorum.compare.rewording import MOST_WORDS, Piece, pieces_against, words_of
from variorum.compare.speaking import Said
from variorum.compare.words import flat, is_in_marks, words_in
from variorum.record.reading import Quotation, QuotationMode
from variorum.record.span import Span
from variorum.record.statement import Statement, VariantKind

KINDS: Final[tuple[VariantKind, ...]] = ("identical", "truncated", "reworded", "paraphrased")
"""In the order in which a reader is shown them."""

MARKS: Final = "\"'“”„‟‘’‚‛«»‹›`"


class PrintedWording(NamedTuple):
    """One wording of a statement, with its places in order of publication.

    `words`: as first printed, with the marks around them; `is_fullest`: whether it is the
    statement's own; `cue`: the words before it without which it would mean something else.
    """

    kind: VariantKind
    words: str
    places: Sequence[Said]
    is_fullest: bool
    cue: str = ""


def printed_wordings(statement: Statement, quotations: Mapping[str, Said]) -> list[PrintedWording]:
    """The wordings, the fullest first, then by kind, the commonest first."""
    found: dict[tuple[VariantKind, str], list[Said]] = defaultdict(list)
    printed: dict[tuple[VariantKind, str], tuple[str, str]] = {}
    for variant in statement.variants:
        article, quotation = quotations[variant.quotation]
        words = " … ".join(as_printed(article.text, quotation))
        key = variant.kind, plain(words)
        printed.setdefault(key, (words, turning_cue(article.text, quotation)))
        found[key].append((article, quotation))
    order = sorted(found, key=lambda key: (-len(found[key]), -len(key[1]), key[1]))
    order.sort(key=lambda key: KINDS.index(key[0]))
    whole = [key for key in order if key[0] == "identical"]
    fullest = next((key for key in whole if key[1] == plain(statement.text)), None)
    fullest = fullest or next(iter(whole), None)
    order.sort(key=lambda key: key != fullest)
    return [
        PrintedWording(key[0], words, sorted(found[key], key=_in_time), key == fullest, cue)
        for key in order
        for words, cue in [printed[key]]
    ]


_PLAIN: Final = frozenset(
    "said say says saying told tell tells telling added adds adding according stated states "
    "stating wrote writes writing noted notes noting announced announces announcing reported "
    "reports explained explains explaining tweeted posted believes believe believed thinks think "
    "thought continued".split()
)
"""Words of cues without which a content means the same."""


def turning_cue(text: str, quotation: Quotation) -> str:
    """The words right before a report without which it would mean something else, in one line.

    Who "denied that he was pushed" did not say that he was pushed. Nothing, where somebody only
    says it.
    """
    if quotation.mode == "direct":
        return ""
    start = quotation.content[0].start
    for cue in quotation.cue:
        between = text[cue.end : start]
        if cue.end > start or "\n\n" in between or not _ASIDE.fullmatch(between):
            continue
        words = flat(f"|{cue.of(text)}|")[1:-1]
        if _PLAIN.intersection(words.casefold().split()):
            return ""
        return f"{words} …" if between.strip() else words
    return ""


_ASIDE: Final = re.compile(r"[^.;:!?\"“”«»]{0,60}")
"""What may stand between the cue and the content: "denied on Thursday that"."""


def as_printed(text: str, quotation: Quotation) -> list[str]:
    """The parts of a quotation with the marks around them, each on one line."""
    return [flat(_marked(text, span)) for span in quotation.content]


class SaidPart(msgspec.Struct, frozen=True):
    """A stretch of a wording as printed; `quoted`: whether it is the speaker's own words."""

    text: str
    quoted: bool


def said_parts(text: str, quotation: Quotation, length: int) -> tuple[SaidPart, ...]:
    """A quotation as printed, up to so many characters, what is quoted set apart.

    The words before it without which it would mean something else stand first.
    """
    cue = turning_cue(text, quotation)
    parts = [SaidPart(f"{cue} ", quoted=False)] if cue else []
    left = length
    mode = _mode_by_marks(text, quotation)
    for number, span in enumerate(quotation.content):
        gap = " … " if number else ""
        shown = Span(span.start, min(span.end, span.start + 4 * left))
        for stretch, is_own in _stretches(text, shown, mode):
            line = flat(f"|{stretch}|")[1:-1]
            cut = len(line) > left
            line = (line[:left].rpartition(" ")[0] or line[:left]) + "…" if cut else line
            parts.append(SaidPart(gap + line, is_own))
            left, gap = left - len(line), ""
            if cut or left <= 0:
                return tuple(parts)
    return tuple(parts)


def _mode_by_marks(text: str, quotation: Quotation) -> QuotationMode:
    """How words are quoted; direct, where marks are of a kind that cannot be told apart."""
    if quotation.mode != "mixed":
        return quotation.mode
    is_marked = any(
        is_in_marks(text, word.start) for word in words_of(text, quotation)[:MOST_WORDS]
    )
    return "mixed" if is_marked else "direct"


def _stretches(text: str, span: Span, mode: QuotationMode) -> Iterator[tuple[str, bool]]:
    """The words of a span with the marks beside them, cut where marks open and close."""
    words = words_in(text, span.start, span.end)
    own = [
        mode == "direct" or (mode == "mixed" and is_in_marks(text, word.start)) for word in words
    ]
    start, end = _with_marks(text, span)
    for place in range(1, len(words)):
        if own[place] != own[place - 1]:
            cut = words[place].start
            while own[place] and text[cut - 1] in MARKS:
                cut -= 1
            yield text[start:cut], own[place - 1]
            start = cut
    yield text[start:end], own[-1] if own else mode != "indirect"


def _marked(text: str, span: Span) -> str:
    start, end = _with_marks(text, span)
    return text[start:end]


def _with_marks(text: str, span: Span) -> tuple[int, int]:
    """Where the words of a span begin and end, with the quotation marks that stand next to them."""
    start, end = span.start, span.end
    while start and text[start - 1] in MARKS:
        start -= 1
    while end < len(text) and text[end] in MARKS:
        end += 1
    return start, end


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


def held_against(
    statement: Statement, said: Said, quotations: Mapping[str, Said]
) -> tuple[Piece, ...]:
    """A quotation of a statement, marked where the statement's fullest wording differs."""
    article, quotation = said
    told = (quotations[one] for one in statement.quotations)
    others = [other for at, other in told if at.id == article.id and other.id != quotation.id]
    return pieces_against(statement.text, article.text, quotation, others)
