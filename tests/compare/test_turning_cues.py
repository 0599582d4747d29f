"""Reports that would mean something else without the words before them."""

import pytest

from variorum.compare.variants import said_parts, turning_cue
from variorum.record.reading import Quotation, QuotationMode
from variorum.record.span import Span


def reported(text: str, cue: str, content: str, mode: QuotationMode = "indirect") -> Quotation:
    spans = [Span(at := text.index(words), at + len(words)) for words in (cue, content)]
    return Quotation("q", mode, spans[1:], spans[:1], (), None, "Aune", None, None, None, 1.0)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "cue", "content", "shown"),
    [
        ("Aune denied that he was pushed.", "denied", "that he was pushed", "denied"),
        ("Aune ruled  out\nany return.", "ruled  out", "any return", "ruled out"),
        ("Aune said that he was pushed.", "said", "that he was pushed", ""),
        ("He was pushed, Aune denied.", "denied", "He was pushed", ""),
        ("Aune denied to us that he was pushed.", "denied", "that he was pushed", "denied …"),
        ("Aune denied. He says that he was pushed.", "denied", "that he was pushed", ""),
        ("Aune told us on Sunday that he was pushed.", "told", "that he was pushed", ""),
    ],
)
def test_words_that_turn_a_report_are_told(text: str, cue: str, content: str, shown: str) -> None:
    quotation = reported(text, cue, content)
    assert turning_cue(text, quotation) == shown
    parts = said_parts(text, quotation, 100)
    assert "".join(part.text for part in parts) == f"{shown} {content}".lstrip()
    assert not any(part.quoted for part in parts)


def test_the_speakers_own_words_stand_alone() -> None:
    text = 'Aune denied "that he was pushed".'
    assert turning_cue(text, reported(text, "denied", "that he was pushed", "direct")) == ""
