"""Measures time expressions on documents marked by hand, beside other taggers.

    python -m evaluation.times [--peer NAME=FILE ...] [--dateparser] [--errors FILE]

Figures are those of TempEval-3 (UzZaman et al., SemEval-2013 Task 1, section 4.1): an extent is
right if it is the same (strict) or overlaps (relaxed, one to one), and the F1 of an attribute
counts the relaxed matches that have the right one, over all that were found (precision) and
all that there are (recall). The creation time in the header is given and does not count.
A peer's file has one row an expression: `{"document", "start", "end", "type", "value"}`,
offsets into the document's text without its tags. `--errors` writes what went wrong in the
tuning halves; the others are not to be looked at.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from dateparser.search import search_dates  # type: ignore[import-untyped]

from evaluation.timex import HALVES, Document, Timex, has_times, meantime, tempeval
from variorum.read.times import find_times
from variorum.record.article import Block
from variorum.record.time_expression import TimeExpression
from variorum.record.when import When

_PARAGRAPH: Final = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)


class Figures(NamedTuple):
    """What TempEval-3 reports, each from 0 to 1."""

    strict_f1: float
    relaxed_f1: float
    type_f1: float
    value_f1: float
    strict_precision: float
    strict_recall: float
    type_accuracy: float
    value_accuracy: float


Tagger = Callable[[Document], Sequence[Timex]]


def own(document: Document) -> Sequence[Timex]:
    """What Variorum finds."""
    return [Timex(one.start, one.end, one.type, one.value) for one in expressions(document)]


def expressions(document: Document) -> Sequence[TimeExpression]:
    """What Variorum finds, whole."""
    blocks = [Block(*match.span(), "body") for match in _PARAGRAPH.finditer(document.text)]
    return find_times(document.text, blocks, published_of(document))


def published_of(document: Document) -> When:
    """The creation time, to the minute or the day."""
    value = document.published[:16] if "T" in document.published else document.published[:10]
    return When(value, value, "minute" if "T" in value else "day", "metadata")


def by_dateparser(document: Document) -> Sequence[Timex]:
    """What `dateparser.search` finds: days only, and no types."""
    base = published_of(document).written_end
    found, reached = [], 0
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    for text, moment in search_dates(document.text, languages=["en"], settings=settings) or ():
        start = document.text.find(text, reached)
        if start >= 0:
            reached = start + len(text)
            found.append(Timex(start, reached, "date", moment.date().isoformat()))
    return found


def of_file(path: Path) -> Tagger:
    """A peer whose expressions stand in a file."""
    by_document: dict[str, list[Timex]] = defaultdict(list)
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        one = Timex(row["start"], row["end"], row["type"].casefold(), row["value"])
        by_document[row["document"]].append(one)
    return lambda document: by_document[document.name]


def pairs(found: Iterable[Timex], gold: Iterable[Timex]) -> list[tuple[Timex, Timex]]:
    """Found and gold expressions that overlap, one to one, the same extents first."""
    overlapping = sorted(
        (
            (min(one.end, other.end) - max(one.start, other.start), one, other)
            for other in gold
            for one in found
            if one.start < other.end and other.start < one.end
        ),
        key=lambda pair: (pair[1][:2] != pair[2][:2], -pair[0], pair[1], pair[2]),
    )
    taken: set[tuple[str, Timex]] = set()
    paired = []
    for _, one, other in overlapping:
        if ("found", one) not in taken and ("gold", other) not in taken:
            taken |= {("found", one), ("gold", other)}
            paired.append((one, other))
    return paired


def measure(judged: Iterable[Document], tagger: Tagger) -> Figures:
    """The figures of a tagger on some documents."""
    found_count = gold_count = strict = relaxed = types = values = 0
    for document in judged:
        found = list(tagger(document))
        paired = pairs(found, document.gold)
        found_count += len(found)
        gold_count += len(document.gold)
        relaxed += len(paired)
        strict += sum(one[:2] == other[:2] for one, other in paired)
        types += sum(one.type == other.type for one, other in paired)
        values += sum(one.value == other.value for one, other in paired)
    both = max(1, found_count + gold_count)
    return Figures(
        strict_f1=2 * strict / both,
        relaxed_f1=2 * relaxed / both,
        type_f1=2 * types / both,
        value_f1=2 * values / both,
        strict_precision=strict / max(1, found_count),
        strict_recall=strict / max(1, gold_count),
        type_accuracy=types / max(1, relaxed),
        value_accuracy=values / max(1, relaxed),
    )


def documents(corpus: str, half: str) -> list[Document]:
    """The documents of a half of `tempeval3` or `meantime`."""
    found = tempeval() if corpus == "tempeval3" else meantime()
    return [one for one in found if one.half == half]


def figures(corpus: str, half: str) -> Mapping[str, float]:
    """Variorum's figures on a half, by name."""
    return measure(documents(corpus, half), own)._asdict()


def write_errors(path: Path) -> None:
    """What went wrong in the tuning halves, a line each, for a person."""
    with path.open("w", encoding="utf-8") as stream:
        for corpus in ("tempeval3", "meantime"):
            for document in documents(corpus, "tuning"):
                stream.writelines(_errors(document))


def _errors(document: Document) -> list[str]:
    found = own(document)
    paired = pairs(found, document.gold)
    seen = {one for one, _ in paired}
    known = {other for _, other in paired}
    faults: list[tuple[str, Timex | None, Timex | None]] = [
        ("spurious", one, None) for one in found if one not in seen
    ]
    faults += [("missed", None, other) for other in document.gold if other not in known]
    faults += [(_fault(one, other), one, other) for one, other in paired if one != other]
    return [
        f"{fault:10} {document.name[:22]:22} {document.published[:10]} "
        f"{_told(document, one)} | {_told(document, other)} | {_context(document, one or other)}\n"
        for fault, one, other in faults
    ]


def _fault(one: Timex, other: Timex) -> str:
    faults = [
        name
        for name, wrong in (
            ("extent", one[:2] != other[:2]),
            ("type", one.type != other.type),
            ("value", one.value != other.value),
        )
        if wrong
    ]
    return "+".join(name[0] if len(faults) > 1 else name for name in faults)


def _told(document: Document, one: Timex | None) -> str:
    if one is None:
        return "-"
    return f"[{' '.join(document.text[one.start : one.end].split())}] {one.type[:3]} {one.value}"


def _context(document: Document, one: Timex | None) -> str:
    start, end = (one.start, one.end) if one else (0, 0)
    return " ".join(document.text[max(0, start - 70) : end + 40].split())


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=FILE")
    parser.add_argument("--dateparser", action="store_true")
    parser.add_argument("--errors", type=Path)
    asked = parser.parse_args()
    if not has_times("tempeval3"):
        raise SystemExit("TempEval-3's documents are not at hand: see docs/evaluation.md")
    taggers: dict[str, Tagger] = {"variorum": own}
    if asked.dateparser:
        taggers["dateparser"] = by_dateparser
    for name, _, path in (peer.partition("=") for peer in asked.peer):
        taggers[name] = of_file(Path(path))
    for corpus in ("tempeval3", "meantime"):
        for half in HALVES:
            _print_half(corpus, half, taggers)
    if asked.errors:
        write_errors(asked.errors)


def _print_half(corpus: str, half: str, taggers: Mapping[str, Tagger]) -> None:
    judged = documents(corpus, half)
    count = sum(len(one.gold) for one in judged)
    print(f"{corpus}, {half}: {len(judged)} documents, {count} expressions")
    for name, tagger in taggers.items():
        told = measure(judged, tagger)._asdict().items()
        print(f"  {name:12} " + "  ".join(f"{key} {value:.3f}" for key, value in told))


if __name__ == "__main__":
    main()
