"""A text with what is known about its words: the one form that all corpora are brought into."""

from typing import Final, TypeAlias

import msgspec

UNKNOWN: Final = -100
"""A label that is not known; it teaches nothing."""

Words: TypeAlias = tuple[int, int]


class Attributed(msgspec.Struct, frozen=True):
    """A gold attribution: ranges of words."""

    cue: tuple[Words, ...]
    source: tuple[Words, ...]
    content: tuple[Words, ...]


class Document(msgspec.Struct, frozen=True):
    """Words in order. All lists over words are as long as `words`.

    `sentences` and `paragraphs` hold first words; `starts` and `ends` characters of the text.
    `heads` point to words of the document, a root to itself. `readings` holds one list of
    attributions for each person who marked them; none where nobody did. `silver` says that
    everything but the attributions was made by a program.
    """

    id: str
    part: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]
    paragraphs: list[int]
    parts_of_speech: list[int]
    names: list[int]
    heads: list[int]
    relations: list[int]
    readings: list[list[Attributed]]
    silver: bool = False
    outlet: str = ""


def as_tags(kinds: list[str | None], numbers: dict[str, int]) -> list[int]:
    """Tags of runs of one kind: for silver names, which do not say where one ends."""
    tags, before = [], None
    for kind in kinds:
        tags.append(0 if kind is None else numbers[("I-" if kind == before else "B-") + kind])
        before = kind
    return tags
