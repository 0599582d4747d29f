"""What holds for any text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import examples
from variorum.read.times import find_times
from variorum.read.times.candidates import CONSTRUCTIONS, words_of
from variorum.record.article import Block
from variorum.record.time_expression import resolve
from variorum.record.when import When, day, days

from .readings import PUBLISHED, found, text_of

FRAGMENTS = [
    "on Monday", "Tuesday’s", "next Friday night", "5 March", "Mar. 5, 2031", "4", "March", "2031",
    "last", "week", "the end of", "the first half of", "the third quarter of", "two days later",
    "three years ago", "Feb. 30", "said", "will", "10 p.m.", "EDT", "24:00", "a year",
    "twice a year",
    "the past two months", "earlier this month", "overnight", "now", "’s", "“", "\n", "٣ May", "½",
    "Feb. 29", "the day before", "until then", "a year earlier", "99999 years ago", "9999", "the",
    "Christmas", "Easter Monday next year", "U.S.", "and 25", "the 1988 quarter", "9/11",
    "13/13/13",
    "2025-02-29", "0000-00-00", "in May", "the 99th century", "two and a half years", "every",
    "the nineties", "the '30s", "at 14:05", "1430 GMT", "12/31/2024", "The Sunday Times", "Flight",
    "60 Minutes", "Fridays for Future", "Black Friday", "noon", "a 3-day truce", "$5 a week",
    "of", "10 days from", "New Year", "Valentine’s Day", "half a dozen", "this", "May 5, 7", "year",
    "hundreds of", "a hundred", "days", "ago", "twenty-first", "of May", "a few", "or 4", "back",
]  # fmt: skip
paragraphs = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=14).map(" ".join)
published = st.none() | st.dates().map(lambda one: day(one, "stated"))
any_text = st.text(max_size=80) | paragraphs


@examples()
@given(st.lists(any_text, min_size=1, max_size=4), published)
def test_spans_are_valid_in_order_and_apart(lines: list[str], when: When | None) -> None:
    text, blocks = text_of(*lines)
    times = find_times(text, blocks, when)
    assert all(one.end <= other.start for one, other in pairwise(times))
    for one in times:
        assert any(block.start <= one.start < one.end <= block.end for block in blocks)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        assert one.value


@examples()
@given(st.lists(any_text, min_size=1, max_size=4), published)
def test_intervals_are_in_order(lines: list[str], when: When | None) -> None:
    for one in found(*lines, published=when):
        if one.when is not None and "0001" < one.when.earliest[:4] < "9998":
            earliest, latest = one.when.bounds
            assert earliest <= latest


@examples()
@given(paragraphs, st.integers(0, 300), published)
def test_a_paragraph_is_read_the_same_wherever_it_stands(
    paragraph: str, shift: int, when: When | None
) -> None:
    def read(text: str, start: int) -> list[tuple[object, ...]]:
        blocks = [Block(start, start + len(paragraph), "body")]
        return [
            (one.start - start, one.end - start, one.type, one.value, one.when, one.relation)
            for one in find_times(text, blocks, when)
        ]

    assert read(paragraph, 0) == read("x" * shift + paragraph + " on Monday", shift)


@examples()
@given(st.lists(paragraphs, min_size=1, max_size=3), st.dates())
def test_what_was_left_open_resolves_to_what_a_known_date_gives(
    lines: list[str], true: "object"
) -> None:
    when = day(true, "stated")  # type: ignore[arg-type]
    opened = [resolve(one, when) for one in found(*lines, published=None)]
    assert opened == found(*lines, published=when)


@examples()
@given(any_text)
def test_no_construction_matches_where_what_it_needs_is_missing(paragraph: str) -> None:
    words = words_of(paragraph)
    for one in CONSTRUCTIONS:
        needed = not words.isdisjoint(one.needs) and (not one.also or words & one.also)
        assert needed or not one.pattern.search(paragraph)


def test_an_interval_of_publication_gives_an_interval() -> None:
    (one,) = found("They met yesterday.", published=None)
    assert (one.value, one.when) == ("XXXX-XX-XX", None)
    between = resolve(one, When("2025-02-24", "2025-02-26", "day", "inferred"))
    assert between.value == "XXXX-XX-XX"
    assert between.when == When("2025-02-23", "2025-02-25", "day", "inferred")
    (month,) = found("They met last month.", published=None)
    assert resolve(month, When("2025-02-24", "2025-02-26", "day", "inferred")).value == "2025-01"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("They met on Feb. 18.", "XXXX-02-18"),
        ("They met on Friday night.", "XXXX-WXX-5TNI"),
        ("They met last week.", "XXXX-WXX"),
        ("They met in March.", "XXXX-03"),
        ("They met last summer.", "XXXX-SU"),
        ("They met in the third quarter.", "XXXX-Q3"),
        ("They met three years ago.", "XXXX"),
        ("They met in 1997.", "1997"),
        ("They met for three years.", "P3Y"),
    ],
)
def test_open_values_say_what_is_known(line: str, value: str) -> None:
    assert found(line, published=None)[-1].value == value


def test_a_publication_to_the_minute_counts_hours_back() -> None:
    when = When("2025-02-25T01:30+03:00", "2025-02-25T01:30+03:00", "minute", "stated")
    (one,) = found("They met two hours ago.", published=when)
    assert one.value == "2025-02-24T23:30"


HOSTILE = [
    "1", "the ", " ", "\n", "12 ", "Monday ", "the end of ", "twenty-two and a half ", '"', "1:",
    "three years ago ", "two days later ", "the first half of ", "in May 5, ", "a year ", "-",
    "Feb. ",
    "two ", "1,", "half a ", "of the following the ", "\u200b", "’s",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begin = time.process_time()
        find_times(text, [Block(0, len(text), "body")], PUBLISHED)
        return time.process_time() - begin

    short, long = seconds(10_000), seconds(80_000)
    assert long < 0.5 + 20 * short


def test_an_interval_of_days_may_span_a_year() -> None:
    (one,) = found("They met on Monday.", published=None)
    when = resolve(one, days(*2 * [PUBLISHED.days[0]], "inferred")).when
    assert when == When("2025-02-24", "2025-02-24", "day", "inferred")
