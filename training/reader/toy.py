"""A few sentences written for the project, to see that every step runs. They teach nothing."""

from pathlib import Path
from typing import Final

from training.reader.document import UNKNOWN, Attributed, Document, Words
from variorum.read.encoder.labels import NAME_TAGS, PARTS_OF_SPEECH, RELATIONS

SENTENCES: Final = Path(__file__).with_name("toy.txt")


def toy_documents() -> list[Document]:
    """The same text twice: to learn from and to measure on."""
    return [_document("toy-train", "train"), _document("toy-dev", "dev")]


def _document(name: str, part: str) -> Document:
    words: list[str] = []
    names: list[int] = []
    sentences: list[int] = []
    attributed: list[Attributed] = []
    grammar: dict[int, tuple[int, int, int]] = {}
    for line in SENTENCES.read_text("utf-8").splitlines():
        if line.startswith("#"):
            grammar.update(_grammar(line, sentences[-1]))
            continue
        sentences.append(len(words))
        parts = _add(line, words, names)
        if parts["C"]:
            attributed.append(Attributed(*(tuple(parts[role]) for role in "CST")))
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words))]
    known = [grammar.get(at, (UNKNOWN,) * 3) for at in range(len(words))]
    return Document(
        id=name,
        part=part,
        words=words,
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        sentences=sentences,
        paragraphs=[0],
        parts_of_speech=[speech for speech, _, _ in known],
        names=names,
        heads=[head for _, head, _ in known],
        relations=[relation for _, _, relation in known],
        readings=[attributed],
        outlet="toy",
    )


def _add(line: str, words: list[str], names: list[int]) -> dict[str, list[Words]]:
    """Adds a line's words; gives the parts of its attribution: S(ource), C(ue), conT(ent)."""
    parts: dict[str, list[Words]] = {"S": [], "C": [], "T": []}
    open_: list[tuple[str, int]] = []
    kind = ""
    for sign in line.split():
        if sign in ("<S", "<C", "<T"):
            open_.append((sign[1], len(words)))
        elif sign == ">":
            role, first = open_.pop()
            parts[role].append((first, len(words)))
        elif sign.startswith("{"):
            kind = "B-" + sign[1:]
        elif sign == "}":
            kind = ""
        else:
            words.append(sign)
            names.append(NAME_TAGS.index(kind) if kind else 0)
            kind = kind.replace("B-", "I-")
    return parts


def _grammar(line: str, first: int) -> dict[int, tuple[int, int, int]]:
    found = {}
    for at, told in enumerate(line[1:].split()):
        speech, head, relation = told.split(":", 2)
        found[first + at] = (
            PARTS_OF_SPEECH.index(speech),
            first + int(head),
            RELATIONS.index(relation),
        )
    return found
