"""A quotation before it is asked who speaks."""

from dataclasses import dataclass, field
from typing import Final

from variorum.read.encoder.window import Words
from variorum.record.reading import QuotationMode
from variorum.record.span import Span

BY_PLACE: Final = 0.6
"""Confidence of one that goes on with what somebody said before, with no word of saying near."""


@dataclass(eq=False)
class Draft:
    """A quotation as far as it is known. `cue` and `source` are words of the passage.

    `quoted` are the numbers of the stretches between marks that it holds. `follows`: it has no
    cue of its own and goes on with the speaker before it.
    """

    mode: QuotationMode
    content: list[Span]
    cue: list[Words]
    source: list[Words]
    confidence: float
    quoted: list[int] = field(default_factory=list)
    follows: bool = False

    @property
    def start(self) -> int:
        """The first character of the content."""
        return self.content[0].start

    @property
    def anchor(self) -> int | None:
        """The first word of the cue, if it has one."""
        return self.cue[0][0] if self.cue else None
