"""CrossNER's political part → documents: names by hand."""

import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from training.reader.document import UNKNOWN, Document
from variorum.read.encoder.labels import NAME_TAGS

_NAMES: Final = {tag: number for number, tag in enumerate(NAME_TAGS)}
_KINDS: Final = {
    "person": "person",
    "politician": "person",
    "organisation": "organization",
    "politicalparty": "organization",
    "location": "place",
    "country": "place",
    "event": "other",
    "election": "other",
    "misc": "other",
}
"""What CrossNER tells apart, in our kinds; its `misc` holds groups too and is not split."""


def crossner_documents(folder: Path) -> Iterator[Document]:
    """Each sentence is a document: they do not stand together in a text."""
    with tarfile.open(folder / "crossner" / "politics.tar.gz") as archive:
        for part in ("train", "dev", "test"):
            stream = archive.extractfile(f"politics/{part}.txt")
            assert stream is not None
            for number, block in enumerate(stream.read().decode().strip().split("\n\n")):
                yield _document(f"politics_{part}_{number}", part, block)


def _document(name: str, part: str, block: str) -> Document:
    pairs = [line.split("\t") for line in block.splitlines() if "\t" in line]
    words = [word for word, _ in pairs]
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words))]
    unknown = [UNKNOWN] * len(words)
    return Document(
        id=name,
        part=part,
        words=words,
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        sentences=[0],
        paragraphs=[0],
        parts_of_speech=unknown,
        names=[_tag(tag) for _, tag in pairs],
        heads=unknown,
        relations=unknown,
        readings=[],
    )


def _tag(tag: str) -> int:
    edge, _, kind = tag.strip().partition("-")
    return _NAMES[f"{edge}-{_KINDS[kind]}"] if kind else 0
