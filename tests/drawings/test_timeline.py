"""The timeline tells past from future, status by shape and words, and what lies between."""

import re
from datetime import date
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from tests.drawings.examples import lane, on, sources, told
from variorum.compare.timeline import draw_timeline as days_of
from variorum.drawings.drawing import Drawing
from variorum.drawings.lanes import lanes_of
from variorum.drawings.marks import LARGEST, STATUSES, mark, radius_of
from variorum.drawings.palette import COLOURS
from variorum.drawings.timeline import NARROW, WIDE, draw_timeline
from variorum.record.event import Event, EventPlace, Participant, Status, StatusReport
from variorum.record.when import When, days
from variorum.views.rendering import style_sheet

LATEST = date(2031, 3, 8)
SVG = "{http://www.w3.org/2000/svg}"


def words(drawing: Drawing) -> list[str]:
    """The lines of a drawing, in the order in which they are read."""
    tree = ET.fromstring(drawing.svg())
    return ["".join(one.itertext()) for one in tree.iter(f"{SVG}text")]


def test_past_today_and_what_is_to_come() -> None:
    lanes = [
        lane("2031-03-04", told("call")),
        lane("2031-03-12", told("meeting", "planned"), to_come=True),
        lane(None, told("war")),
    ]
    shown = words(draw_timeline(lanes, LATEST))
    marks = ["4 Mar", "call", "Latest report: 8 March 2031", "12 Mar", "meeting", "No day", "war"]
    assert [one for one in shown if one in marks] == marks


def test_days_that_are_left_out_are_told() -> None:
    lanes = [
        lane("2030-01", told("invasion")),
        lane("2031-03-02", told("speech")),
        lane("2031-03-03", told("answer")),
        lane("2031-03-08", told("call")),
    ]
    shown = words(draw_timeline(lanes))
    assert [one for one in shown if one.endswith("later")] == ["13 months later", "5 days later"]


def test_how_a_status_changed_is_told() -> None:
    shown = words(draw_timeline([lane("2031-03-08", told("meeting", "planned", "cancelled"))]))
    assert "planned → cancelled · 1 source" in shown


def test_the_legend_names_what_occurs_and_nothing_else() -> None:
    shown = words(draw_timeline([lane("2031-03-08", told("meeting", "planned", "denied"))]))
    assert shown[:2] == ["planned", "denied"]
    assert "happened" not in shown


def test_every_status_has_a_shape_of_its_own() -> None:
    assert set(STATUSES) == set(get_args(Status))
    shapes = {re.sub(r' (class|fill|stroke)="[^"]*"', "", mark(one, 9, 9, 5)) for one in STATUSES}
    assert len(shapes) == len(STATUSES)


def test_more_sources_make_a_larger_mark() -> None:
    radii = [radius_of(count) for count in (0, 1, 2, 4, 9, 1000)]
    assert radii == sorted(radii)
    assert radii[0] == radii[1] < radii[2]
    assert radii[-1] == LARGEST


def test_it_says_what_it_shows() -> None:
    lanes = [
        lane("2031-03-04", told("call")),
        lane("2031-03-12", told("meeting", "planned"), to_come=True),
    ]
    drawing = draw_timeline(lanes, LATEST)
    tree = ET.fromstring(drawing.svg())
    assert tree.findtext(f"{SVG}title") == "Timeline of what is told"
    assert tree.findtext(f"{SVG}desc") == (
        "2 events; 4 March 2031 to 12 March 2031; 1 of them after the latest report; "
        "the latest report is of 8 March 2031"
    )
    assert tree.get("role") == "img"
    titles = [one.findtext(f"{SVG}title") for one in tree.iter(f"{SVG}g")]
    assert titles[0] == "call; Ilse Maran; no day told; happened; 1 independent source; 1 article"


def test_events_lead_where_they_are_told_to() -> None:
    lanes = [lane("2031-03-04", told("call"), told("speech"))]
    address = {"evt-call": "/events/call?a=1&b=2", "evt-speech": None}
    drawing = draw_timeline(lanes, link=address.get)
    tree = ET.fromstring(drawing.svg())
    assert [one.get("href") for one in tree.iter(f"{SVG}a")] == ["/events/call?a=1&b=2"]
    assert tree.get("role") == "group"


def test_hostile_names_are_words() -> None:
    name = "<script>alert(1)</script>\u202e\x00 " + "x" * 100_000
    drawing = draw_timeline([lane("2031-03-04", told(name))])
    tree = ET.fromstring(drawing.svg())
    assert not list(tree.iter(f"{SVG}script"))
    assert "\u202e" not in drawing.svg()


def test_nothing_is_styled_where_a_page_forbids_it() -> None:
    drawing = draw_timeline([lane("2031-03-04", told("call", *STATUSES))], LATEST)
    assert not re.search(r"\sstyle=|<style|\son\w+=|xlink", drawing.svg())


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_everything_lies_inside(width: int) -> None:
    many = [told(f"event number {number}", "planned", "happened") for number in range(7)]
    drawing = draw_timeline([lane("2031-03-04", *many), lane(None, *many)], LATEST, width=width)
    tree = ET.fromstring(drawing.svg())
    for one in tree.iter(f"{SVG}text"):
        assert 0 <= float(one.attrib["x"]) < width
        assert 0 < float(one.attrib["y"]) < drawing.height


def test_nothing_told_is_a_drawing_too() -> None:
    assert "0 events" in draw_timeline([]).svg()


def test_the_colours_are_those_of_the_light_page() -> None:
    tokens = dict(re.findall(r"--(\w+): (#\w+)", style_sheet().split("@media")[0]))
    assert {name: tokens[name] for name in COLOURS} == COLOURS


class TestLanes:
    def test_a_plan_that_reaches_beyond_the_latest_report_is_to_come(self) -> None:
        week = days(date(2031, 3, 7), date(2031, 3, 13), "stated")
        plan, done = event("plan", "planned", week), event("done", "happened", on(7))
        lanes = lanes_of(days_of([plan, done], [], sources, LATEST), sources, LATEST)
        assert [(one.when, one.to_come, one.events[0].label) for one in lanes] == [
            ("2031-03-07", False, "done"),
            ("2031-03-07", True, "plan"),
        ]

    def test_what_is_told_of_an_event(self) -> None:
        history = (
            StatusReport("planned", on(4), "a"),
            StatusReport("cancelled", on(6), "b"),
        )
        called_off = event("meeting", "cancelled", on(8), history)
        ((one,),) = (lane.events for lane in lanes_of(days_of([called_off], [], sources), sources))
        assert one.course == ("planned", "cancelled")
        assert one.participants == ("Ilse Maran", "Karol Venn")
        assert (one.independent_sources, one.articles) == (2, 2)


def event(
    name: str, status: Status, when: When | None, history: tuple[StatusReport, ...] = ()
) -> Event:
    who = tuple(Participant(None, one, "party") for one in ("Ilse Maran", "Karol Venn") * 2)
    places = tuple(EventPlace(one, 0, 4, status) for one in ("a", "b"))
    return Event(name, name, "CONSULT", who, None, when, status, history, places)
