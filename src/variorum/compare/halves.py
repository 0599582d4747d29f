"""Half of a pair of sentences that tell one thing: where it stands, and what was read in it."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from variorum.compare.quantities import Quantity, quantities_in
from variorum.compare.retold import Line
from variorum.compare.words import is_in_marks
from variorum.record.article import Article
from variorum.record.reading import Quotation, Reading
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.time_expression import TimeExpression


class Half(NamedTuple):
    """One of two sentences that tell one thing, with what was read in it."""

    line: Line
    text: str
    quotations: tuple[Quotation, ...]
    times: tuple[TimeExpression, ...]
    follows: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.line.place.span

    @property
    def words(self) -> str:
        """As printed."""
        return self.span.of(self.text)

    def place(self, start: int, end: int) -> Place:
        """Some of its words."""
        return Place(self.line.place.article, start, end)


def half_of(line: Line, readings: Mapping[str, Reading], articles: Mapping[str, Article]) -> Half:
    """A sentence with its quotations and times."""
    place = line.place
    reading = readings[place.article]
    span = place.span
    said = (one for one in reading.quotations if any(part.meets(span) for part in one.content))
    times = (one for one in reading.times if place.start <= one.start < place.end)
    text = articles[place.article].text
    follows = text[place.end : place.end + _NEXT].lstrip()
    return Half(line, text, tuple(said), tuple(times), follows)


_NEXT: Final = 80
"""Characters behind a sentence in which the next may say who says so."""


def counts_in(half: Half) -> list[Quantity]:
    """The numbers above one that a sentence gives, other than in somebody's own words."""
    return [
        one
        for one in quantities_in(half.text, half.span.start, half.span.end)
        if one.value > 1 and not is_in_marks(half.text, one.start)
    ]
