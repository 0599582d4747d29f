"""The words that name an event."""

import pytest

from variorum.collate.events.rows import name_of
from variorum.record.event import EventMention


@pytest.mark.parametrize(
    ("text", "own", "label", "name"),
    [
        ("She welcomed the U.S. envoy Jane Doe in Oslo.", "welcomed", "welcome",
         "welcomed the U.S. envoy Jane Doe"),
        ("Norway fired three missiles. Sweden fled.", "fired", "fire", "fired three missiles"),
        ("They met on Monday.", "met", "meet", "met"),
        ("She would visit Norway and Sweden.", "visit", "visit", "visit Norway"),
        ("The visit of Jane Doe was short.", "visit", "visit", "visit"),
        ("He was welcoming what he called peace.", "welcoming", "welcome", "welcoming"),
    ],
)  # fmt: skip
def test_a_verb_is_named_with_what_it_is_about(text: str, own: str, label: str, name: str) -> None:
    start = text.index(own)
    mention = EventMention(start, start + len(own), label, "CONSULT", "happened")
    assert name_of(text, mention) == name
