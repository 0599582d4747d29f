"""What a notebook shows of lists that remain lists."""

from datetime import date
from xml.etree import ElementTree as ET

from tests.drawings.examples import on, sources
from variorum.compare.timeline import draw_timeline
from variorum.drawings.notebook import LONGEST_TEXT, MOST_EVENTS, MOST_ROWS, Statements, Timeline
from variorum.record.event import Event, EventPlace
from variorum.record.statement import Statement


def said(name: str, text: str, *articles: str) -> Statement:
    return Statement(name, None, "Dorin Hale", text, on(4), None, (), articles, ())


def test_statements_as_a_table() -> None:
    some = [said("x", "No <b>", "a"), said("y", "Yes & yes", "a", "b")]
    made = Statements(some, sources)
    assert made == some
    table = ET.fromstring(made._repr_html_())
    rows = [[cell.text for cell in row] for row in table.iter("tr")]
    assert rows == [
        ["Speaker", "Statement", "Said", "Independent sources", "Articles"],
        ["Dorin Hale", "Yes & yes", "2031-03-04", "2", "2"],
        ["Dorin Hale", "No <b>", "2031-03-04", "1", "1"],
    ]


def test_a_table_of_very_many_and_very_long_statements_is_short() -> None:
    many = [said(str(number), "long " * 1_000_000, "a") for number in range(MOST_ROWS + 10)]
    shown = Statements(many, sources)._repr_html_()
    assert len(shown) < MOST_ROWS * (LONGEST_TEXT + 200)
    assert f"{MOST_ROWS} of {MOST_ROWS + 10} statements" in shown


def test_a_timeline_as_a_picture() -> None:
    events = [
        Event(str(number), f"event {number}", "OTHER", (), None, on(number), "happened", (),
              (EventPlace("a", 0, 1, "happened"),))
        for number in range(1, 31)
    ]  # fmt: skip
    days = draw_timeline(events, [], sources, date(2031, 3, 30))
    made = Timeline(days, sources, date(2031, 3, 30))
    assert made == days
    tree = ET.fromstring(made._repr_svg_())
    assert f"{MOST_EVENTS} events" in "".join(tree.itertext())
