"""Documents with time expressions marked by hand: TempEval-3's training part, and MEANTIME.

Both are read without unpacking them, from `tempeval3/TBAQ-cleaned.tar.gz` and
`meantime/meantime_english.tar.gz` in the folder of others' texts. A document belongs to the half
that the first byte of the SHA-256 of its file name says: even is for tuning, odd is held out.
"""

import hashlib
import re
import tarfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from evaluation.corpora import data_folder

HALVES: Final = ("tuning", "held_out")
ARCHIVES: Final = {
    "tempeval3": "tempeval3/TBAQ-cleaned.tar.gz",
    "meantime": "meantime/meantime_english.tar.gz",
}
_MARKED_SENTENCES: Final = 6
"""MEANTIME marks the headline, the date line and the first sentences only."""


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


def _archive(corpus: str) -> Path | None:
    folder = data_folder()
    path = folder / ARCHIVES[corpus] if folder else None
    return path if path and path.exists() else None


def has_times(corpus: str) -> bool:
    """Whether the documents of `tempeval3` or `meantime` are at hand."""
    return _archive(corpus) is not None


def files_of(corpus: str, ending: str) -> Iterator[tuple[str, bytes]]:
    """The name and the content of each document; MEANTIME's twice marked ones once."""
    path = _archive(corpus)
    if path is None:
        return
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            name = member.name.rpartition("/")[2]
            wanted = name.endswith(ending) and not name.startswith("._")
            if (
                wanted
                and "cross-doc" not in member.name
                and (stream := archive.extractfile(member))
            ):
                yield name, stream.read()


def _half(name: str) -> str:
    return HALVES[hashlib.sha256(name.encode()).digest()[0] % 2]


@cache
def tempeval() -> tuple[Document, ...]:
    """TempEval-3's documents in order of their names."""
    return tuple(
        sorted(_document(name, content) for name, content in files_of("tempeval3", ".tml"))
    )


def _document(name: str, content: bytes) -> Document:
    root = etree.fromstring(content)
    header = root.find("DCT")
    published = next((one.get("value") for one in header.iter("TIMEX3")), "")
    pieces: list[str] = []
    gold: list[Timex] = []
    _walk(root.find("TEXT"), 0, pieces, gold)
    return Document(name, _half(name), published, "".join(pieces), tuple(sorted(gold)))


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


@cache
def meantime() -> tuple[Document, ...]:
    """MEANTIME's documents, as far as they are marked; without those that have no full date."""
    found = (_of_tokens(name, content) for name, content in files_of("meantime", ".xml"))
    return tuple(sorted(one for one in found if one))


def _of_tokens(name: str, content: bytes) -> Document | None:
    """A document whose text is given as tokens; blanks between them are put back by guess."""
    root = etree.fromstring(content)
    text, spans = text_of_tokens(root)
    gold, published = [], ""
    for one in root.iter("TIMEX3"):
        if one.get("functionInDocument") == "CREATION_TIME":
            published = one.get("value")
        tokens = [anchor.get("t_id") for anchor in one.findall("token_anchor")]
        if tokens and all(token in spans for token in tokens):
            start, end = spans[tokens[0]][0], spans[tokens[-1]][1]
            gold.append(Timex(start, end, one.get("type").casefold(), one.get("value")))
    try:
        date.fromisoformat(published[:10])
    except ValueError:
        return None
    return Document(name, _half(name), published, text, tuple(sorted(gold)))


def text_of_tokens(root: etree._Element) -> tuple[str, dict[str, tuple[int, int]]]:
    """The marked part of a text given as tokens, and the characters of each token by its id."""
    text, spans, last = "", {}, ""
    for token in root.findall("token"):
        sentence, word = token.get("sentence"), token.text or ""
        if int(sentence) >= _MARKED_SENTENCES:
            break
        if last and sentence != last:
            text += "\n\n"
        elif last and not (_NO_BLANK_BEFORE.match(word) or text.endswith(("(", "$"))):
            text += " "
        spans[token.get("t_id")] = (len(text), len(text) + len(word))
        text, last = text + word, sentence
    return text, spans


_NO_BLANK_BEFORE: Final = re.compile(r"[,.%)]|['’]s$")
