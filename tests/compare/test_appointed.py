"""Days set for what is to come."""

from tests.compare.reports import two, values
from variorum.compare.appointed import appointment_contradictions


def days(one: str, other: str) -> list[tuple[str, str]]:
    told = two(one, other)
    return values(
        list(appointment_contradictions(told.articles, told.readings, told.stories, told.nearness))
    )


def test_another_day_for_one_thing() -> None:
    one = "The case against the ferry line is to be heard in full on 12 May."
    other = "A full hearing of the ferry case was set for 19 May, the clerk said."
    assert days(one, other) == [("2031-05-12", "2031-05-19")]


def test_a_day_of_the_calendar_in_somebodys_own_words() -> None:
    other = '"We will hear the case against the ferry line in full on 19 May," Judge Aune said.'
    assert days("The case against the ferry line is to be heard in full on 12 May.", other)
    other = '"We will hear the case against the ferry line in full on Friday," Judge Aune said.'
    assert days("The case against the ferry line is to be heard in full on 12 May.", other) == []


def test_time_that_is_left_against_a_day() -> None:
    one = "The judges must rule on the petition within 14 days."
    assert days(one, "The judges have until 28 May to rule on the petition.")
    assert days(one, "The judges have until 20 May to rule on the petition.") == []


def test_a_report_that_tells_of_both_days() -> None:
    one = "The ferry case is to be heard in full on 12 May."
    other = "The ferry case is due in full on 19 May. Growers are to meet on 12 May."
    assert days(one, other) == []


def test_a_day_set_for_one_thing_is_not_that_of_what_was_before() -> None:
    other = "A full hearing of the ferry case was set for 19 May, the clerk said."
    one = (
        "The owners will see the clerk on 12 May, days after a full hearing of the ferry case "
        "fell through. Growers are to gather on 14 May."
    )
    assert days(one, other) == []
    assert days(one.replace(", days after", " about"), other)
