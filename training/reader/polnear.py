"""PolNeAR → documents: attributions by hand; CoreNLP's grammar and names as silver."""

import gzip
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from training.reader.document import UNKNOWN, Attributed, Document, Words, as_tags
from variorum.read.encoder.labels import NAME_TAGS, PARTS_OF_SPEECH, RELATIONS

VALIDATION_SHARE: Final = 30
"""One article in so many is kept from training to watch it by (27 of 837)."""

_SPEECH: Final = {tag: number for number, tag in enumerate(PARTS_OF_SPEECH)}
_NAMES: Final = {tag: number for number, tag in enumerate(NAME_TAGS)}
_RELATIONS: Final = {name: number for number, name in enumerate(RELATIONS)}
_KINDS: Final = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place"}

_NEW_RELATIONS: Final = {
    "dobj": "obj",
    "neg": "advmod",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "mwe": "fixed",
    "nmod:tmod": "obl:unmarked",
    "nmod:npmod": "obl:unmarked",
}
"""Universal Dependencies 1, as CoreNLP gives them, in the words of version 2."""

_MOVED: Final = {"cc", "punct", "conj", "dep", "cc:preconj"}
"""Relations whose heads version 2 puts elsewhere, or that say nothing."""


def polnear_documents(folder: Path, files: Sequence[str] = ("train", "dev")) -> Iterator[Document]:
    """Articles of the parts train, validation (cut from train by id) and dev."""
    for part in files:
        with gzip.open(folder / "polnear" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as stream:
            for row in map(json.loads, stream):
                if row.get("sentences"):
                    yield _document(row, part)


def _document(row: dict[str, Any], part: str) -> Document:
    if part == "train" and crc32(row["id"].encode()) % VALIDATION_SHARE == 0:
        part = "validation"
    text, tokens = row["text"], [token for sentence in row["sentences"] for token in sentence]
    starts, ends = [token[0] for token in tokens], [token[1] for token in tokens]
    sentences = _firsts([len(sentence) for sentence in row["sentences"]])
    return Document(
        id=row["id"],
        part=part,
        words=[text[start:end] for start, end in zip(starts, ends, strict=True)],
        starts=starts,
        ends=ends,
        sentences=sentences,
        paragraphs=[
            first
            for first in sentences
            if first == 0 or "\n" in text[ends[first - 1] : starts[first]]
        ],
        parts_of_speech=[_SPEECH.get(token[2], UNKNOWN) for token in tokens],
        names=as_tags(_kinds(tokens, clean=part != "dev"), _NAMES),
        heads=_heads(row["sentences"]),
        relations=_relations(row["sentences"]),
        readings=[
            [_attributed(relation, starts, ends) for relation in annotator["relations"]]
            for annotator in row["annotators"]
        ],
        silver=True,
        outlet=row["publisher"],
    )


def _firsts(lengths: Sequence[int]) -> list[int]:
    firsts, place = [], 0
    for length in lengths:
        firsts.append(place)
        place += length
    return firsts


def _kinds(tokens: list[Any], *, clean: bool) -> list[str | None]:
    """CoreNLP's kinds. `clean`: a surname known from a full name of the article is a person."""
    kinds = [_kind(token[3], token[2]) for token in tokens]
    lemmas = [token[4] for token in tokens]
    if not clean:
        return kinds
    padded = [None, *kinds, None]
    surnames = {
        lemmas[at]
        for at, kind in enumerate(kinds)
        if kind == "person" and padded[at] == "person" and padded[at + 2] != "person"
    }
    for at, lemma in enumerate(lemmas):
        if kinds[at] and lemma in surnames and padded[at] is None and padded[at + 2] is None:
            kinds[at] = "person"
    return kinds


def _kind(named: str, speech: str) -> str | None:
    if named == "MISC":
        return "group" if speech in ("JJ", "NNPS", "NNS") else "other"
    return _KINDS.get(named)


def _heads(sentences: list[list[Any]]) -> list[int]:
    heads, base = [], 0
    for sentence in sentences:
        for place, token in enumerate(sentence):
            known = token[6] not in _MOVED
            heads.append((base + (token[5] - 1 if token[5] else place)) if known else UNKNOWN)
        base += len(sentence)
    return heads


def _relations(sentences: list[list[Any]]) -> list[int]:
    found = []
    for sentence in sentences:
        for token in sentence:
            name = token[6]
            if name == "dep":
                found.append(UNKNOWN)
                continue
            if name == "nmod" and token[5] and sentence[token[5] - 1][2][0] in "VJR":
                name = "obl"
            found.append(_RELATIONS.get(_NEW_RELATIONS.get(name, name), UNKNOWN))
    return found


def _attributed(relation: dict[str, Any], starts: list[int], ends: list[int]) -> Attributed:
    cue, source, content = (
        tuple(words for span in relation[part] if (words := words_of(span, starts, ends)))
        for part in ("cue", "source", "content")
    )
    return Attributed(cue, source, content)


def words_of(span: Sequence[int], starts: list[int], ends: list[int]) -> Words | None:
    """The words that a span of characters touches."""
    first, last = bisect_right(ends, span[0]), bisect_left(starts, span[1])
    return (first, last) if first < last else None
