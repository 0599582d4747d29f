"""Reuse: two passages of two articles that are the same text, and the edits between them."""

from typing import Literal

import msgspec

from variorum.record.errors import SpanError
from variorum.record.span import Span

EditOperation = Literal["replace", "insert", "delete"]
EditKind = Literal[
    "style", "number", "name", "qualifier", "attribution", "tense", "wording", "passage"
]


class Place(msgspec.Struct, frozen=True, gc=False, order=True):
    """A range of characters in one article."""

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(
                f"Place {self.start}-{self.end} of {self.article} is empty or negative",
                "Report this: a component made a wrong offset",
            )

    @property
    def span(self) -> Span:
        """The range without its article."""
        return Span(self.start, self.end)


class Edit(msgspec.Struct, frozen=True, gc=False):
    """One change of words from passage a to passage b.

    For an insertion the span in a is empty and marks the place; for a deletion
    the span in b is. `kind`: style (spelling, abbreviation, articles), number, name,
    qualifier (a hedge came or went), attribution (who said so), tense, wording (other
    words), passage (more than a dozen words dropped or added).
    """

    op: EditOperation
    a: Span
    b: Span
    kind: EditKind = "wording"


class Reuse(msgspec.Struct, frozen=True, gc=False):
    """Two aligned passages. `similarity` is the share of their words that agree (0 to 1)."""

    id: str
    a: Place
    b: Place
    similarity: float
    edits: tuple[Edit, ...]
    maker: str = ""
