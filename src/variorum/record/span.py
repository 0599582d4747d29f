"""Half-open ranges of code points in the text of one article."""

import msgspec

from variorum.record.errors import SpanError


class Span(msgspec.Struct, frozen=True, gc=False, order=True):
    """Characters `start` up to, not including, `end` of an `Article.text`.

    Both are code-point offsets (what Python's `str` counts). An empty span
    (`start == end`) is a place between two characters; only the missing side of
    an insertion or deletion may be empty.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanError(
                f"A span from {self.start} to {self.end} is no range",
                "Report this with the article: a component made a wrong offset",
            )

    def __len__(self) -> int:
        return self.end - self.start

    def meets(self, other: "Span") -> bool:
        """Whether the two have a character in common; an empty one has what stands around it."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers; refuses a span that reaches past it."""
        check_fits(self, text)
        return text[self.start : self.end]


def check_range(what: str, start: int, end: int) -> None:
    """Raise `SpanError` unless a range holds a character; `what` it is of: "A mention"."""
    if not 0 <= start < end:
        raise SpanError(
            f"{what} from {start} to {end} is no range",
            "Report this with the article: a component made a wrong offset",
        )


def check_fits(span: Span, text: str) -> None:
    """Raise `SpanError` unless `span` lies within `text`."""
    if span.end > len(text):
        raise SpanError(
            f"A span ends at {span.end} but its text has {len(text)} characters",
            "Report this with the article: a component made a wrong offset",
        )
