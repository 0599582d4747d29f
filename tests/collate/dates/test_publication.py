"""When an article without a date was published, from the days that it names.

4 March 2031 is a Tuesday.
"""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import DISPATCH, article, examples, reworded
from variorum.collate.dates.publication import LATEST_LAG, WEEK, DatedText, infer_dates
from variorum.read.days import find_days
from variorum.record.day_reference import DayReference
from variorum.record.when import When, day

from .heaps import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SHARES,
    STRIKE,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    engine,
    stated,
    tenses,
    text,
    weekday,
    weekdays,
    weeks,
)

TODAY = date(2032, 6, 1)


def inferred(*heap: DatedText) -> dict[str, When]:
    return infer_dates(engine(), heap, TODAY)


def span(*heap: DatedText) -> tuple[int, int] | None:
    """The days of March 2031 within which the article `asked` was published."""
    when = inferred(*heap).get("asked")
    if when is None:
        return None
    first, last = when.days
    assert {f"{first:%Y-%m}", f"{last:%Y-%m}"} == {"2031-03"}
    return first.day, last.day


def march(day: int) -> date:
    return date(2031, 3, day)


class TestFromTheDayOfRetrieval:
    @pytest.mark.parametrize(
        ("number", "expected"),
        [(TUESDAY, (11, 12)), (WEDNESDAY, (12, 12)), (THURSDAY, (6, 9)), (SUNDAY, (9, 12))],
    )
    def test_a_weekday_is_the_last_one_before(self, number: int, expected: tuple[int, int]) -> None:
        assert span(text("asked", weekday(number), retrieved=march(12))) == expected

    def test_the_latest_weekday_counts(self) -> None:
        days = weekday(THURSDAY), weekday(MONDAY), weekday(SATURDAY)
        assert span(text("asked", *days, retrieved=march(12))) == (10, 12)

    @pytest.mark.parametrize("tense", ["future", "unknown"])
    def test_what_is_not_past_does_not_count(self, tense: str) -> None:
        days = weekday(FRIDAY), weekday(TUESDAY, tense=tense)  # type: ignore[arg-type]
        assert span(text("asked", *days, retrieved=march(12))) == (7, 10)
        assert span(text("asked", days[1], retrieved=march(12))) is None

    def test_a_page_kept_for_long_is_dated_by_the_day_that_it_states(self) -> None:
        """A day years before retrieval is history; days before, it is the news."""
        days = weekday(MONDAY), stated(3, 4)
        assert span(text("asked", *days, retrieved=march(12))) == (4, 7)
        long_ago = weekday(MONDAY), stated(3, 4, 2019)
        assert span(text("asked", *long_ago, retrieved=march(12))) == (10, 12)


class TestFromADatelineWithoutAYear:
    """5 March 2031 is a Wednesday; so was that of 2025."""

    def sent(self, name: str, number: int, *weekdays: int) -> DatedText:
        days = tuple(weekday(one) for one in weekdays)
        return msgspec.structs.replace(text(name, *days), sent=stated(3, number))

    def test_it_is_the_last_year_that_fits(self) -> None:
        heap = self.sent("asked", 5, TUESDAY, WEDNESDAY), self.sent("other", 6, THURSDAY)
        assert span(*heap) == (5, 5)

    def test_not_one_to_come(self) -> None:
        heap = self.sent("asked", 5, WEDNESDAY), self.sent("other", 6, THURSDAY)
        assert infer_dates(engine(), heap, date(2031, 3, 4))["asked"].days[0] == date(2025, 3, 5)

    def test_nor_one_before_a_day_that_is_stated(self) -> None:
        other = self.sent("other", 5, WEDNESDAY)
        early = msgspec.structs.replace(other, days=(*other.days, stated(7, 1, 2026)))
        assert infer_dates(engine(), [early], date(2031, 3, 4)) == {}

    def test_reports_of_several_years_tell_none(self) -> None:
        heap = [self.sent(str(number), 3, number) for number in range(7)]
        assert inferred(*heap) == {}

    def test_what_names_no_weekday_is_of_the_year_of_the_others(self) -> None:
        assert span(self.sent("asked", 7), self.sent("other", 5, WEDNESDAY)) == (7, 7)


class TestFromAStatedDay:
    HEAP = text("other", published=march(5))

    def test_the_year_is_that_of_the_heap(self) -> None:
        assert span(self.HEAP, text("asked", weekday(TUESDAY), stated(3, 4))) == (4, 7)
        assert span(self.HEAP, text("asked", weekday(TUESDAY), stated(3, 4, 2031))) == (4, 7)

    def test_a_weekday_is_the_one_nearest(self) -> None:
        asked = text("asked", weekday(MONDAY), weekday(WEDNESDAY), stated(3, 4))
        assert span(self.HEAP, asked) == (5, 8)

    def test_history_and_plans_are_no_news(self) -> None:
        for named in (stated(3, 4, 1987), stated(1, 7), stated(3, 4, tense="future")):
            assert span(self.HEAP, text("asked", weekday(TUESDAY), named)) is None

    def test_a_stated_day_alone_does_not_do(self) -> None:
        assert span(self.HEAP, text("asked", stated(3, 4))) is None

    def test_a_day_that_a_year_does_not_have_is_passed_over(self) -> None:
        assert span(self.HEAP, text("asked", weekday(FRIDAY), stated(2, 29))) is None


class TestFromADatedArticle:
    def test_of_the_same_matter(self) -> None:
        other = text("other", weekday(TUESDAY), published=march(6))
        assert span(other, text("asked", weekday(TUESDAY))) == (4, 7)
        assert span(other, text("asked", weekday(TUESDAY), weekday(WEDNESDAY, SHARES))) == (5, 8)

    def test_of_another_matter_or_weekday_not(self) -> None:
        other = text("other", weekday(TUESDAY), published=march(6))
        assert span(other, text("asked", weekday(TUESDAY, SHARES))) is None
        assert span(other, text("asked", weekday(WEDNESDAY))) is None
        assert span(other, text("asked", weekday(TUESDAY, STRIKE[:4] + SHARES))) is None

    def test_the_likest_tells(self) -> None:
        before = text(
            "before", weekday(TUESDAY, STRIKE[:7] + SHARES[:3]), published=date(2031, 2, 27)
        )
        after = text("after", weekday(TUESDAY, [*STRIKE[1:], "goat"]), published=march(6))
        assert span(before, after, text("asked", weekday(TUESDAY))) == (4, 7)
        assert span(after, before, text("asked", weekday(TUESDAY))) == (4, 7)

    def test_one_that_is_dated_to_a_month_does_not_tell_which_tuesday(self) -> None:
        month = When("2031-03", "2031-03", "month", "url")
        assert (
            span(text("other", weekday(TUESDAY), published=month), text("asked", weekday(TUESDAY)))
            is None
        )

    def test_one_that_was_inferred_helps_no_other(self) -> None:
        first = text("first", weekday(TUESDAY), retrieved=march(6))
        assert inferred(first, text("asked", weekday(TUESDAY))).keys() == {"first"}

    def test_found_in_their_words(self) -> None:
        """From text to interval: a reprint of a dispatch without its date."""
        told = article("courier", DISPATCH, published="2031-03-04T09:00")
        asked = article("asked", reworded(DISPATCH, {"walked off": "left"}))
        heap = [
            DatedText(one.id, one.published, one.retrieved, tuple(find_days(one)))
            for one in (told, asked)
        ]
        assert span(*heap) == (3, 6)


@examples()
@given(weeks, st.lists(weekdays, min_size=1, max_size=3), st.integers(0, 3))
def test_a_reporter_who_means_the_last_one_is_dated_rightly(
    published: date, named: list[DayReference], kept: int
) -> None:
    """Whoever prints past weekdays within their lag, and is fetched before the next of them."""
    past = [day for day in named if day.tense == "past"]
    ages = [timedelta(days=(published.weekday() - (day.weekday or 0)) % 7) for day in past]
    retrieved = published + timedelta(days=kept)
    found = inferred(text("asked", *named, retrieved=retrieved))
    assert bool(found) == bool(past)
    if ages and min(ages) <= LATEST_LAG and max(ages) + timedelta(days=kept) < WEEK:
        first, last = found["asked"].days
        assert first <= published <= last


heaps = st.lists(
    st.builds(
        lambda published, retrieved, days: text(
            "", *days, published=published, retrieved=retrieved
        ),
        st.none() | weeks,
        st.none() | weeks,
        st.lists(weekdays | st.builds(stated, st.integers(2, 4), st.integers(1, 30), tense=tenses)),
    ),
    max_size=6,
).map(lambda heap: [DatedText(f"a{place}", *_rest(one)) for place, one in enumerate(heap)])


def _rest(one: DatedText) -> tuple[When | None, When | None, tuple[DayReference, ...]]:
    return one.published, one.retrieved, one.days


@examples(max_examples=40)
@given(heaps, st.randoms(use_true_random=False))
def test_intervals_are_narrow_and_the_same_in_any_order(heap: list[DatedText], chance) -> None:
    found = inferred(*heap)
    undated = {one.article: one for one in heap if one.published is None}
    assert found.keys() <= undated.keys()
    for name, when in found.items():
        first, last = when.days
        assert when.basis == "inferred"
        assert timedelta(0) <= last - first <= LATEST_LAG
        retrieved = undated[name].retrieved
        assert retrieved is None or last <= retrieved.days[1], "none is printed after it is read"
    chance.shuffle(heap)
    assert inferred(*heap) == found


class TestFromTheDateline:
    def asked(self, *named: DayReference) -> DatedText:
        return msgspec.structs.replace(text("asked", *named), sent=stated(3, 12))

    def test_the_year_comes_from_the_articles_around_it(self) -> None:
        other = text("other", published=march(10))
        assert span(other, self.asked(weekday(MONDAY))) == (12, 12)
        assert span(other, self.asked()) == (12, 12)

    def test_or_from_the_day_of_retrieval_which_it_does_not_follow(self) -> None:
        fetched = day(march(13), "metadata")
        assert span(msgspec.structs.replace(self.asked(), retrieved=fetched)) == (12, 12)
        fetched = day(march(11), "metadata")
        assert span(msgspec.structs.replace(self.asked(), retrieved=fetched)) is None

    def test_articles_of_another_season_tell_no_year(self) -> None:
        assert span(text("other", published=date(2031, 7, 1)), self.asked()) is None
