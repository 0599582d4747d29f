"""What became of an event."""

from datetime import date

from variorum.collate.events.status import latest_status, status_history
from variorum.record.event import EventMention, Status, StatusReport
from variorum.record.when import day

EVENT = date(2031, 3, 6)
DAYS = (EVENT.toordinal(), EVENT.toordinal())


def report(status: Status, month_day: int) -> StatusReport:
    return StatusReport(status, day(date(2031, 3, month_day), "stated"), f"a{month_day}")


def mention(status: Status, confidence: float = 0.8) -> EventMention:
    return EventMention(0, 4, "talks", "CONSULT", status, confidence=confidence)


def test_the_latest_reports_count() -> None:
    assert latest_status([report("planned", 3), report("happened", 7)]) == "happened"
    assert latest_status([report("planned", 3), report("cancelled", 5)]) == "cancelled"


def test_that_it_happened_stays_true_though_one_recalls_the_plan() -> None:
    later = [report("happened", 7), report("happened", 8), report("planned", 9)]
    assert latest_status(later, DAYS) == "happened"


def test_what_is_told_before_cannot_know() -> None:
    early = [report("cancelled", 4), report("planned", 5), report("happened", 6)]
    assert latest_status(early, DAYS) == "happened"


def test_a_supposition_does_not_outweigh_a_plan() -> None:
    assert latest_status([report("planned", 5), report("hypothetical", 5)]) == "planned"


def test_history_is_in_order_of_publication_and_those_without_a_date_are_last() -> None:
    third, fifth = day(date(2031, 3, 3), "stated"), day(date(2031, 3, 5), "stated")
    history = status_history(
        [
            ("c", None, [mention("happened")]),
            ("b", fifth, [mention("cancelled")]),
            ("a", third, [mention("planned"), mention("hypothetical", 0.3)]),
        ]
    )
    assert [(one.article, one.status) for one in history] == [
        ("a", "planned"),
        ("b", "cancelled"),
        ("c", "happened"),
    ]


def test_before_its_day_an_event_is_a_plan() -> None:
    fifth = day(date(2031, 3, 5), "stated")
    (one,) = status_history([("a", fifth, [mention("happened")])], DAYS)
    assert one.status == "planned"


def test_a_plan_told_after_the_day_looks_back() -> None:
    assert latest_status([report("happened", 7), report("planned", 9)], DAYS) == "happened"
    assert latest_status([report("planned", 9)], DAYS) == "planned"


def test_one_plan_outweighs_later_suppositions_until_its_day_is_past() -> None:
    told = [report("planned", 2), report("hypothetical", 4), report("hypothetical", 5)]
    assert latest_status(told, DAYS) == "planned"
    past = [report("planned", 2), report("hypothetical", 8), report("hypothetical", 9)]
    assert latest_status(past, DAYS) == "hypothetical"


def test_an_article_that_calls_it_agreed_makes_it_a_plan() -> None:
    supposed = [mention("hypothetical")] * 4
    (sure,) = status_history([("a", None, [*supposed, mention("planned", 0.85)])])
    (faint,) = status_history([("a", None, [*supposed, mention("planned", 0.6)])])
    assert (sure.status, faint.status) == ("planned", "hypothetical")
