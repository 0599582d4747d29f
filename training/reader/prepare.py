"""Brings the corpora into one form and asks the teacher for the vectors of their sentences."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from training.reader.base import VOCABULARY, load_base
from training.reader.crossner import crossner_documents
from training.reader.document import Document
from training.reader.gum import gum_documents
from training.reader.polnear import polnear_documents
from training.reader.teacher import teach
from variorum.read.encoder.pieces import Pieces

DOCUMENTS: Final = "documents.msgpack"
VECTORS: Final = "vectors.npz"


def prepare(data: Path, work: Path) -> None:
    """Writes both files to `work`, unless they are there; needs the corpora under `data`."""
    work.mkdir(parents=True, exist_ok=True)
    if not (work / DOCUMENTS).exists():
        documents = [
            *polnear_documents(data), *gum_documents(data), *crossner_documents(data)
        ]  # fmt: skip
        save(work, documents)
    if not (work / VECTORS).exists():
        save_vectors(work, load(work))


def save(work: Path, documents: list[Document]) -> None:
    """Keeps documents for the steps to come."""
    (work / DOCUMENTS).write_bytes(msgspec.msgpack.encode(documents))


def load(work: Path) -> list[Document]:
    """The documents that `save` kept."""
    return msgspec.msgpack.decode((work / DOCUMENTS).read_bytes(), type=list[Document])


def save_vectors(work: Path, documents: list[Document]) -> None:
    """Keeps the teacher's vectors of the training documents, one array for each."""
    taught = [document for document in documents if document.part == "train"]
    sentences = [words for document in taught for words in sentences_of(document)]
    vectors = teach(load_base(), Pieces(VOCABULARY), sentences)
    cuts = np.cumsum([len(document.sentences) for document in taught])[:-1]
    parts = np.split(vectors, cuts)
    by_id = {document.id: part for document, part in zip(taught, parts, strict=True)}
    np.savez(work / VECTORS, allow_pickle=False, **by_id)


def load_vectors(work: Path) -> dict[str, NDArray[np.float16]]:
    """The teacher's vectors by document."""
    with np.load(work / VECTORS) as found:
        return {name: found[name] for name in found.files}


def sentences_of(document: Document) -> Iterator[list[str]]:
    """The words of each sentence."""
    ends = [*document.sentences[1:], len(document.words)]
    for first, last in zip(document.sentences, ends, strict=True):
        yield document.words[first:last]
