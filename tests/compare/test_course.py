"""How what is made of an event changes from report to report."""

from datetime import date

from variorum.compare.course import course_of, statuses_of
from variorum.record.event import Event, Status, StatusReport
from variorum.record.when import day


def sources(articles) -> frozenset[str]:
    """Articles that begin with one letter are copies of one text."""
    return frozenset(one[0] for one in articles)


def event(status: Status, *reports: tuple[Status, int | None, str]) -> Event:
    history = tuple(
        StatusReport(told, day(date(2031, 3, on), "stated") if on else None, article)
        for told, on, article in reports
    )
    return Event("e", "meeting", "CONSULT", (), None, None, status, history, ())


def turns(one: Event) -> list[tuple[str, int]]:
    return [(turn.status, turn.day.day) for turn in course_of(one, sources)]


def test_planned_then_put_off() -> None:
    one = event("cancelled", ("planned", 4, "a"), ("hypothetical", 5, "b"), ("cancelled", 7, "c"))
    assert turns(one) == [("planned", 4), ("cancelled", 7)]
    assert statuses_of(one, sources) == ("planned", "cancelled")


def test_a_day_counts_for_what_most_sources_tell() -> None:
    one = event(
        "planned", ("planned", 4, "a"), ("planned", 4, "b"), ("cancelled", 4, "c"),
        ("cancelled", 4, "c2"), ("cancelled", 4, "c3"),
    )  # fmt: skip
    assert turns(one) == [("planned", 4)]


def test_on_a_day_divided_what_is_settled_counts() -> None:
    one = event("cancelled", ("planned", 4, "a"), ("planned", 5, "a"), ("cancelled", 5, "b"))
    (_, turn) = course_of(one, sources)
    assert (turn.status, turn.articles) == ("cancelled", ("b",))


def test_what_has_happened_is_not_to_come_again() -> None:
    one = event("happened", ("planned", 4, "a"), ("happened", 5, "b"), ("planned", 6, "c"))
    assert turns(one) == [("planned", 4), ("happened", 5)]


def test_plans_and_suppositions_are_one() -> None:
    one = event("planned", ("hypothetical", 4, "a"), ("planned", 5, "b"))
    assert turns(one) == [("hypothetical", 4)]
    assert statuses_of(one, sources) == ("planned",)


def test_reports_of_unknown_date_turn_nothing() -> None:
    one = event("planned", ("planned", 4, "a"), ("cancelled", None, "b"))
    assert turns(one) == [("planned", 4)]


def test_no_reports_leave_the_status() -> None:
    assert statuses_of(event("denied"), sources) == ("denied",)
