"""Whatever words come in, well-formed SVG comes out, and nothing that a browser would run."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from variorum.drawings.markup import Markup, element


@given(st.text(), st.text())
def test_any_words_are_words(inside: str, given: str) -> None:
    made = element("text", inside, aria_label=given)
    node = ET.fromstring(made)
    assert len(node) == 0
    assert node.attrib.keys() == {"aria-label"}


def test_words_are_escaped_and_markup_is_not() -> None:
    made = element("g", element("text", "<script>&"), Markup("<a/>"), class_='x" onload="y')
    assert made == "<g class='x\" onload=\"y'><text>&lt;script&gt;&amp;</text><a/></g>"


def test_what_is_none_is_left_out_and_numbers_are_short() -> None:
    assert element("circle", r=2.0, cx=1.25, href=None) == '<circle r="2" cx="1.2"/>'


def test_what_turns_the_writing_is_shown() -> None:
    assert element("text", "a\u202eb\x00") == "<text>a\ufffdb\ufffd</text>"
