"""Events as a list that can be asked, and one event with all that tell of it."""

import pytest

from tests.views.remembered import article, event, on, person, reading, said, story
from variorum.record.lineage import Dispatch, DispatchState, Lineage
from variorum.views.desk import Desk
from variorum.views.event import MOST_PLACES, EventQuery, EventView, draw_event
from variorum.views.events import MOST_CHOICES, SHOWN, EventsQuery, draw_events
from variorum.views.page import NothingThereError

ONE = article("one", "They will meet on Saturday. They meet soon. The talks", 4)
TWO = article("two", "The meeting was put off. “We tried until midnight on Saturday”", 9)
COPY = article("copy", ONE.text, 5)
CALL = event("call", [(ONE, "They meet", "happened")], on(4), [("Maran", "Maran")])
MEETING = event(
    "meeting",
    [
        (ONE, "will meet", "planned"), (ONE, "talks", "planned"), (ONE, "soon", "hypothetical"),
        (COPY, "will meet", "planned"), (TWO, "meeting", "cancelled"),
    ],
    on(8),
    [("Maran", "Maran"), ("Maran", "Maran"), (None, "nobody known")],
)  # fmt: skip
UNDATED = event("war", [(TWO, "midnight", "ongoing")])
TRIED, QUOTED = said("tried", "Maran", [(TWO, "We tried until midnight on Saturday")], when=on(8))
LATER, LATER_QUOTED = said("later", "Maran", [(TWO, "midnight on Saturday")], when=on(9))
EDGES = [Lineage("state", one, "copy", 1.0, 1.0, ()) for one in ("one", "copy")]

RECORD = story(
    articles=[ONE, TWO, COPY],
    readings=[reading(one, [*QUOTED, *LATER_QUOTED]) for one in (ONE, TWO, COPY)],
    events=[UNDATED, MEETING, CALL],
    statements=[TRIED, LATER],
    entities=[person("Maran")],
    lineage=EDGES,
    dispatches=[
        Dispatch("wire", "AP", ("one", "copy"), None, (DispatchState("state", None, ("one",)),))
    ],
)


def labels(**asked: object) -> list[str]:
    view = draw_events(Desk(RECORD), EventsQuery(**asked))  # type: ignore[arg-type]
    return [one.label for day in view.days for one in day.events]


def drawn(name: str, **asked: object) -> EventView:
    return draw_event(Desk(RECORD), EventQuery(event=name, **asked))  # type: ignore[arg-type]


def test_events_in_order_the_undated_last() -> None:
    view = draw_events(Desk(RECORD), EventsQuery())
    assert [day.when for day in view.days] == ["2031-03-04", "2031-03-08", None]
    assert labels() == ["call", "meeting", "war"]
    assert view.part.total == 3


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"status": "cancelled"}, ["meeting"]),
        ({"day": "2031-03-04"}, ["call"]),
        ({"day": "2031-03"}, ["call", "meeting"]),
        ({"actor": "Maran"}, ["call", "meeting"]),
        ({"actor": "nobody"}, []),
        ({"sources": 2}, ["meeting"]),
        ({"actor": "Maran", "status": "happened"}, ["call"]),
    ],
)
def test_what_is_asked_for_is_left(asked: dict[str, object], left: list[str]) -> None:
    assert labels(**asked) == left


def test_what_can_be_asked_for() -> None:
    view = draw_events(Desk(RECORD), EventsQuery(status="cancelled"))
    assert [(one.name, one.events) for one in view.actors] == [("Maran Hale", 2)]
    assert [(one.value, one.events) for one in view.days_to_choose] == [
        ("2031-03-04", 1),
        ("2031-03-08", 1),
    ]
    assert {one.value for one in view.statuses} == {"ongoing", "cancelled", "happened"}


def test_who_and_what_is_asked_for_can_always_be_chosen() -> None:
    people = [f"p{number:03}" for number in range(MOST_CHOICES + 5)]
    many = [event(f"e{one}", [(TWO, "meeting", "happened")], on(3), [(one, one)]) for one in people]
    desk = Desk(story(articles=[TWO], events=many, entities=[person(one) for one in people]))
    view = draw_events(desk, EventsQuery(actor=people[-1]))
    assert len(view.actors) == MOST_CHOICES
    assert view.actors[0].value == people[-1]


def test_a_long_list_comes_in_parts() -> None:
    many = [event(f"e{number:03}", [(TWO, "meeting", "happened")], on(3)) for number in range(95)]
    desk = Desk(story(articles=[TWO], events=many))
    parts = [draw_events(desk, EventsQuery(page=page)) for page in (1, 2, 3)]
    sizes = [len(day.events) for view in parts for day in view.days]
    assert sizes == [SHOWN, SHOWN, 95 - 2 * SHOWN]
    shown = [one.id for view in parts for day in view.days for one in day.events]
    assert shown == [one.id for one in many]


def test_an_event_and_the_words_for_its_status() -> None:
    view = drawn("meeting")
    assert view.heading == "meeting: Maran Hale, nobody known"
    assert view.event.statuses == ("planned", "cancelled")
    assert view.event.words.words == "meeting"
    assert view.event.words.article.id == "two"
    assert (view.confidence, view.reasons) == (0.8, ("They name one day",))


def test_participants_once_with_their_full_names() -> None:
    assert [(one.entity, one.name) for one in drawn("meeting").event.participants] == [
        ("Maran", "Maran Hale"),
        (None, "nobody known"),
    ]


def test_what_the_reports_of_each_day_make_of_it() -> None:
    view = drawn("meeting")
    assert view.is_disputed
    told = [(str(one.day), [count.status for count in one.statuses]) for one in view.reports]
    assert told == [
        ("2031-03-04", ["hypothetical", "planned"]),
        ("2031-03-05", ["planned"]),
        ("2031-03-09", ["cancelled"]),
    ]
    assert not drawn("call").is_disputed


def test_places_stand_under_the_source_that_they_come_from() -> None:
    wire, two = drawn("meeting").sources
    assert (wire.name, wire.is_dispatch, wire.articles) == ("AP dispatch", True, 2)
    assert [(one.status, one.words.words) for one in wire.places] == [
        ("planned", "will meet"),
        ("hypothetical", "soon"),
    ]
    assert [one.words.words for one in wire.further] == ["talks", "will meet"]
    assert wire.all_further == 2
    assert (two.name, two.is_dispatch, two.articles) == ("The two Post", False, 1)


def test_a_source_that_tells_it_very_often_is_cut() -> None:
    words = [f"meeting{number:03}" for number in range(200)]
    many = article("many", ". ".join(words), 4)
    often = event("often", [(many, one, "happened") for one in words])
    view = draw_event(Desk(story(articles=[many], events=[often])), EventQuery(event="often"))
    (source,) = view.sources
    assert [len(source.places), len(source.further)] == [1, MOST_PLACES]
    assert source.all_further == 199


def test_what_was_said_that_day_by_those_who_take_part() -> None:
    assert [one.statement for one in drawn("meeting").statements] == ["tried"]
    assert drawn("war").statements == ()


def test_what_is_over_is_told_by_who_looks_back() -> None:
    early = article("early", "The summit opens today.", 8)
    undated = article("a", "The summit is a summit.")
    late = article("late", "The summit ended.", 9)
    event_of_day = event(
        "summit", [(one, "summit", "happened") for one in (undated, early, late)], on(8)
    )
    desk = Desk(story(articles=[undated, early, late], events=[event_of_day]))
    assert draw_event(desk, EventQuery(event="summit")).event.words.article.id == "late"


def test_an_event_that_is_not_there() -> None:
    with pytest.raises(NothingThereError):
        drawn("nothing")
