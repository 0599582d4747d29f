"""What happened and is to come, and who tells it."""

from datetime import date

import msgspec

from tests.collate.stories import article
from variorum.compare.coverage import draw_coverage
from variorum.compare.independence import independent_sources
from variorum.compare.timeline import draw_timeline, most_told, without_faint
from variorum.record.article import Article
from variorum.record.event import Event, EventPlace, Status
from variorum.record.reading import Quotation
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.statement import Statement, Variant
from variorum.record.story import StoryGroup
from variorum.record.when import When, day

ROOTS = {"b": frozenset("a"), "c": frozenset("c")}


def sources(articles) -> frozenset[str]:
    return independent_sources(articles, ROOTS)


def on(number: int) -> When:
    return day(date(2031, 3, number), "stated")


def event(name: str, when: When | None, *tellers: str, status: Status = "happened") -> Event:
    places = tuple(EventPlace(one, 0, 4, status) for one in tellers)
    return Event(name, name, "CONSULT", (), None, when, status, (), places)


def said(name: str, when: When | None, *quotations: str) -> Statement:
    articles = tuple(one[0] for one in quotations)
    variants = tuple(Variant(one, "identical") for one in quotations)
    return Statement(name, None, None, name, when, None, quotations, articles, variants)


def test_days_in_order_and_the_undated_last() -> None:
    year = When("2031", "2031", "year", "stated")
    events = [event("x", None, "a"), event("w", year, "a"), event("y", on(5), "a"),
              event("z", on(3), "a")]  # fmt: skip
    days = draw_timeline(events, [said("s", on(4), "a1")], sources)
    assert [one.when for one in days] == ["2031-03-03", "2031-03-04", "2031-03-05", None]
    assert days[1].statements[0].id == "s"
    assert {one.event.id for one in days[3].moments} == {"w", "x"}


def test_copies_count_once() -> None:
    events = [event("copied", on(3), "a", "b"), event("shared", on(3), "a", "c")]
    (one,) = draw_timeline(events, [], sources)
    assert [(moment.event.id, moment.independent_sources) for moment in one.moments] == [
        ("shared", 2),
        ("copied", 1),
    ]


def test_statuses_with_their_sources() -> None:
    places = (EventPlace("a", 0, 4, "planned"), EventPlace("c", 0, 4, "planned"),
              EventPlace("b", 0, 4, "cancelled"))  # fmt: skip
    mixed = msgspec.structs.replace(event("m", on(3)), mentions=places)
    (one,) = draw_timeline([mixed], [], sources)
    assert one.moments[0].statuses == (("planned", 2), ("cancelled", 1))


def test_the_most_told_are_kept_in_order() -> None:
    events = [
        event("few", on(2), "a"),
        event("many", on(3), "a", "c"),
        event("two", on(4), "c", "a"),
    ]
    days = most_told(draw_timeline(events, [], sources), 2)
    assert [moment.event.id for one in days for moment in one.moments] == ["many", "two"]


def texts() -> dict[str, Article]:
    return {
        name: article(name, ["Some words of it."], outlet=name.upper(), published=f"2031-03-0{at}")
        for at, name in enumerate("abcd", 3)
    }


def quotation(name: str, mode: str) -> Quotation:
    return Quotation(name, mode, (Span(0, 4),), (), (), None, None, None, None, None, 1.0)


def covered(statements, events=(), stories=()):
    quotations = {
        f"{name}1": (name, quotation(f"{name}1", "indirect" if name == "c" else "direct"))
        for name in "abcd"
    }
    return draw_coverage(statements, events, quotations, texts(), stories, sources)


def test_who_reports_paraphrases_and_omits() -> None:
    (one,) = covered([said("s", None, "a1", "c1")])
    assert one.independent_sources == 2
    assert one.only_in is None
    assert one.of("reports") == ["A"]
    assert one.of("paraphrases") == ["C"]
    assert one.of("omits") == ["B", "D"]
    assert one.tellings[0].place == Place("a", 0, 4)


def test_nobody_omits_what_was_told_later_or_elsewhere() -> None:
    (late,) = covered([said("s", None, "c1", "d1")])
    assert late.of("omits") == []
    stories = [StoryGroup("t", "", ("a", "c"), None), StoryGroup("u", "", ("b", "d"), None)]
    (other,) = covered([said("s", None, "a1", "c1")], stories=stories)
    assert other.of("omits") == []


def test_what_only_one_source_has() -> None:
    (one,) = covered([], [event("e", None, "a", "b")])
    assert one.only_in == "a"
    assert one.of("reports") == ["A", "B"]
    assert one.of("omits") == []


def test_a_month_is_named_as_one() -> None:
    whole = When("2031-02", "2031-02", "month", "stated")
    (one,) = draw_timeline([event("x", whole, "a")], [], sources)
    assert one.when == "2031-02"


def test_a_month_comes_before_its_days() -> None:
    whole = When("2031-03", "2031-03", "month", "stated")
    days = draw_timeline([event("x", on(1), "a"), event("y", whole, "a")], [], sources)
    assert [one.when for one in days] == ["2031-03", "2031-03-01"]


def test_what_lies_after_the_latest_article_is_to_come() -> None:
    events = [event("x", on(3), "a"), event("y", on(9), "a"), event("z", None, "a")]
    days = draw_timeline(events, [], sources, date(2031, 3, 5))
    assert [one.to_come for one in days] == [False, True, False]


def test_what_one_source_tells_without_a_time_is_cut_first() -> None:
    events = [event("told", None, "a", "b"), event("late", on(9), "a")]
    assert [one.when for one in most_told(draw_timeline(events, [], sources), 1)] == ["2031-03-09"]
    days = draw_timeline([*events, event("both", None, "a", "c")], [], sources)
    short, left = without_faint(days, 0)
    assert [one.event.id for day in short for one in day.moments] == ["late", "both"]
    assert left == 1
