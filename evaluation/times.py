"""Measures time expressions on the training part of TempEval-3, beside other taggers.

    python -m evaluation.times [--peer NAME=FILE ...] [--dateparser] [--errors FILE]

TempEval-3's training part is TimeBank and AQUAINT with TIMEX3, as cleaned for that task
(`tempeval3/TBAQ-cleaned.tar.gz` in the folder of others' texts). A document belongs to the
half that the first byte of the SHA-256 of its file name says: even is for tuning, odd is
held out. Figures are those of TempEval-3 (UzZaman et al., SemEval-2013 Task 1, section 4.1):
an extent is right if it is the same (strict) or overlaps (relaxed, one to one), and the F1 of
an attribute counts the relaxed matches that have the right one, over all that were found
(precision) and all that there are (recall). The creation time in the header is given and does
not count. A peer's file has one row an expression: `{"document", "start", "end", "type",
"value"}`, offsets into the text between the TEXT tags without its tags.
"""

import argparse
import hashlib
import json
import re
import tarfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from dateparser.search import search_dates
from lxml import etree

from evaluation.corpora import data_folder
from variorum.read.times import find_times
from variorum.record.article import Block
from variorum.record.time_expression import TimeExpression
from variorum.record.when import When

HALVES: Final = ("tuning", "held_out")
_PARAGRAPH: Final = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)


class Timex(NamedTuple):
    """One time expression of a document; type in small letters."""

    start: int
    end: int
    type: str
    value: str


class Document(NamedTuple):
    """One annotated document; `published` as its header has it."""

    name: str
    half: str
    published: str
    text: str
    gold: tuple[Timex, ...]


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


def _archive() -> Path | None:
    folder = data_folder()
    path = folder / "tempeval3" / "TBAQ-cleaned.tar.gz" if folder else None
    return path if path and path.exists() else None


def has_tempeval() -> bool:
    """Whether the documents are at hand."""
    return _archive() is not None


@cache
def documents() -> tuple[Document, ...]:
    """The documents in order of their names, read without unpacking them."""
    path = _archive()
    if path is None:
        return ()
    found = []
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            name = member.name.rpartition("/")[2]
            stream = archive.extractfile(member) if name.endswith(".tml") else None
            if stream and not name.startswith("._"):
                found.append(_document(name, stream.read()))
    return tuple(sorted(found))


def _document(name: str, content: bytes) -> Document:
    root = etree.fromstring(content)
    header = root.find("DCT")
    published = next((one.get("value") for one in header.iter("TIMEX3")), "")
    pieces: list[str] = []
    gold: list[Timex] = []
    _walk(root.find("TEXT"), 0, pieces, gold)
    half = HALVES[hashlib.sha256(name.encode()).digest()[0] % 2]
    return Document(name, half, published, "".join(pieces), tuple(sorted(gold)))


def _walk(element: etree._Element, start: int, pieces: list[str], gold: list[Timex]) -> int:
    """Adds the text of an element and the expressions in it; returns where the text ends."""
    end = start + _add(element.text, pieces)
    for child in element:
        end = _walk(child, end, pieces, gold)
        end += _add(child.tail, pieces)
    if element.tag == "TIMEX3" and end > start:
        gold.append(Timex(start, end, element.get("type").casefold(), element.get("value")))
    return end


def _add(text: str | None, pieces: list[str]) -> int:
    pieces.append(text or "")
    return len(text or "")


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
        *(2 * right / both for right in (strict, relaxed, types, values)),
        strict / max(1, found_count),
        strict / max(1, gold_count),
        types / max(1, relaxed),
        values / max(1, relaxed),
    )


def figures(half: str) -> Mapping[str, float]:
    """Variorum's figures on a half, by name."""
    return measure([one for one in documents() if one.half == half], own)._asdict()


def write_errors(path: Path) -> None:
    """What went wrong in the tuning half, a line each, for a person."""
    with path.open("w", encoding="utf-8") as stream:
        for document in documents():
            if document.half == "tuning":
                stream.writelines(_errors(document))


def _errors(document: Document) -> list[str]:
    found = own(document)
    paired = pairs(found, document.gold)
    rows = [
        (one, other, _fault(one, other))
        for one, other in paired
        if one[:2] != other[:2] or one[2:] != other[2:]
    ]
    seen = {one for one, _ in paired}
    known = {other for _, other in paired}
    lines = [(one.start, "spurious", one, None) for one in found if one not in seen]
    lines += [(other.start, "missed", None, other) for other in document.gold if other not in known]
    lines += [(other.start, fault, one, other) for one, other, fault in rows]
    return [
        f"{fault:10} {document.name[:22]:22} {document.published[:10]} "
        f"{_told(document, one)} | {_told(document, other)} | {_context(document, one or other)}\n"
        for _, fault, one, other in sorted(lines, key=lambda line: (line[0], line[1]))
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
    if not has_tempeval():
        raise SystemExit("TempEval-3's documents are not at hand: see docs/evaluation.md")
    taggers: dict[str, Tagger] = {"variorum": own}
    if asked.dateparser:
        taggers["dateparser"] = by_dateparser
    for name, _, path in (peer.partition("=") for peer in asked.peer):
        taggers[name] = of_file(Path(path))
    for half in HALVES:
        judged = [one for one in documents() if one.half == half]
        print(
            f"{half}: {len(judged)} documents, {sum(len(one.gold) for one in judged)} expressions"
        )
        for name, tagger in taggers.items():
            told = measure(judged, tagger)._asdict().items()
            print(f"  {name:12} " + "  ".join(f"{key} {value:.3f}" for key, value in told))
    if asked.errors:
        write_errors(asked.errors)


if __name__ == "__main__":
    main()
