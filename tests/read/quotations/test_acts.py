"""Acts and plain stands are no reports of words."""

import pytest

from tests.read.plain_reader import PlainReader, read_text
from variorum.record.when import When

DAY = When("2031-03-04", "2031-03-04", "day", "stated")


@pytest.mark.parametrize(
    ("cue", "content", "is_quotation"),
    [
        ("ordered", "a search of the harbour", False),
        ("refused", "to open the gate", False),
        ("opposes", "any sale", False),
        ("called", "a strike for friday", False),
        ("said", "to open the gate", True),
        ("demanded", "a search of the harbour", True),
        ("said", "the gate was open", True),
    ],
)
def test_acts(cue: str, content: str, is_quotation: bool) -> None:
    text = f"Ana Merin {cue} {content} ."
    reader = PlainReader({"Ana Merin": "person"}, [(cue, "Ana Merin", [content])])
    assert bool(read_text(text, reader, DAY).quotations) is is_quotation
