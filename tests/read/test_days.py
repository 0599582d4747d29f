"""Where an English text names a day."""

from calendar import day_name
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import Line, article, examples
from variorum.read.days import find_day_sent, find_days
from variorum.record.day_reference import DayReference


def found(*lines: Line, language: str | None = "en") -> list[tuple[str, DayReference]]:
    """The words of each reference, and the reference."""
    one = article("page", lines, language=language)
    return [(one.text[day.start : day.end], day) for day in find_days(one)]


def words(*lines: Line) -> list[str]:
    return [text for text, _ in found(*lines)]


calendar_days = st.dates(date(1900, 1, 1), date(2099, 12, 31))

PRINTED: list[Callable[[date], str]] = [
    lambda day: f"{day:%B} {day.day}, {day.year}",
    lambda day: f"{day:%B} {day.day} {day.year}",
    lambda day: f"{day:%b}. {day.day}, {day.year}",
    lambda day: f"{day:%b} {day.day:02}, {day.year}",
    lambda day: f"{day:%B} {day.day}th, {day.year}",
    lambda day: f"{day.day} {day:%B} {day.year}",
    lambda day: f"{day.day}th of {day:%B}, {day.year}",
    lambda day: f"{day.day} {day:%b}. {day.year}",
]


@examples()
@given(calendar_days, st.sampled_from(PRINTED))
def test_a_full_date_is_read_in_whatever_form_it_is_printed(
    day: date, form: Callable[[date], str]
) -> None:
    ((text, reference),) = found(f"It rained on {form(day)} in Stennvik.")
    assert text == form(day)
    assert date(reference.year or 0, reference.month or 0, reference.day or 0) == day
    assert reference.weekday is None


@examples()
@given(calendar_days)
def test_a_date_without_a_year_states_no_year(day: date) -> None:
    ((_, reference),) = found(f"It rained on {day:%B} {day.day} in Stennvik.")
    assert (reference.year, reference.month, reference.day) == (None, day.month, day.day)


@pytest.mark.parametrize(("number", "name"), list(enumerate(day_name)))
def test_weekdays_are_counted_from_monday(number: int, name: str) -> None:
    ((text, reference),) = found(f"It rained on {name} in Stennvik.")
    assert (text, reference.weekday) == (name, number)
    assert (reference.year, reference.month, reference.day) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "It rained last Wednesday, next\nMonday, every Friday and the following Sunday.",
        "It always rains on Mondays in Stennvik.",
        "She may come in March 2031 or in May.",
        "It rained on Feb. 30, on 31 April and on Feb. 29, 2023.",
        "It rained on March 3:45 onwards.",
        "The mayor of Fridaysham marched 12 marines past 21 Marches.",
    ],
)
def test_what_names_no_day_of_its_own(text: str) -> None:
    assert words(text) == []


def test_a_leap_day_may_be_without_its_year() -> None:
    assert words("It rained on Feb. 29 and Feb. 29, 2024.") == ["Feb. 29", "Feb. 29, 2024"]


def test_a_possessive_belongs_to_the_weekday() -> None:
    assert words("Monday's talks and Tuesday’s talks failed.") == ["Monday's", "Tuesday’s"]


def test_a_day_before_and_after_its_month_is_one_reference() -> None:
    assert len(words("It rained on 2 March 4 of them remember.")) == 1


def test_references_are_in_order() -> None:
    text = "On March 5 they met, on Monday they left, on 7 March they wrote, on May 2 they fell."
    assert words(text) == ["March 5", "Monday", "7 March", "May 2"]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The talks will resume on Monday.", "future"),
        ("The talks, due on Monday, were put off.", "future"),
        ("The talks broke up on Monday.", "past"),
        ("A letter arrived on Monday.", "past"),
        ("The quay at Stennvik, Monday.", "unknown"),
        ("He will go home. A letter arrived on Monday. She may answer.", "past"),
    ],
)
def test_tense_is_that_of_the_verbs_around_in_the_same_sentence(text: str, tense: str) -> None:
    ((_, reference),) = found(text)
    assert reference.tense == tense


def test_only_what_the_text_says_and_shows_counts() -> None:
    lines: list[Line] = [
        ("date", "Tuesday, March 4, 2031"),
        ("headline", "A quiet Sunday"),
        "Boats lay idle on Monday.",
        ("caption", "Stennvik on Wednesday."),
        ("promo", "Read also: the best of Saturday"),
    ]
    assert words(*lines) == ["Monday", "Wednesday"]


def test_other_languages_are_left_alone() -> None:
    assert found("Das Spiel am Monday war gut.", language="de") == []
    assert found("The match on Monday was good.", language=None) != []


def test_context_is_the_names_and_longer_words_of_two_paragraphs_folded() -> None:
    unread = "Goats climb mountains."
    ((_, reference),) = found(
        unread, "Aune's UN envoy, Élise, sat by.", "On Monday Élise's men left."
    )
    assert reference.context == ("aune", "elise", "envoy", "left", "monday", "un")


FRAGMENTS = [
    "on Monday", "Tuesday’s", "5 March", "Mar. 5, 2031", "4", "March", "2031", "last", "Feb. 30",
    "said", "will", "The U.S.", "Élise.", "\n", "Sundays", "٣ May", "29 Feb 2023", "’s", "“",
]  # fmt: skip
paragraphs = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=12).map(" ".join)


@examples()
@given(st.lists(paragraphs, min_size=1, max_size=4))
def test_every_reference_is_in_order_and_names_a_day_that_exists(lines: list[str]) -> None:
    one = article("page", lines)
    days = find_days(one)
    assert [day.start for day in days] == sorted(day.start for day in days)
    for day in days:
        assert any(block.start <= day.start < day.end <= block.end for block in one.blocks)
        assert list(day.context) == sorted(set(day.context))
        if day.weekday is not None:
            assert one.text[day.start : day.end].startswith(day_name[day.weekday])
        else:
            assert date(day.year or 2024, day.month or 0, day.day or 0)


@examples()
@given(paragraphs, st.lists(paragraphs, max_size=2))
def test_a_paragraph_is_read_the_same_wherever_it_stands(paragraph: str, others: list[str]) -> None:
    around = "Nothing of note."
    alone = found(around, paragraph)
    among = found(*others, around, paragraph)
    assert [(text, day.tense, day.context) for text, day in alone] == [
        (text, day.tense, day.context) for text, day in among[len(among) - len(alone) :]
    ]
    assert len(among) == len(alone) + len(found(*others))


def test_the_day_in_a_dateline_is_that_on_which_the_report_was_sent() -> None:
    sent = find_day_sent(article("page", [("dateline", "PORT ALDERN, March 12 (Calder Press) —")]))
    assert sent is not None
    assert (sent.year, sent.month, sent.day) == (None, 3, 12)
    assert find_day_sent(article("page", [("dateline", "PORT ALDERN (Calder Press) —")])) is None
    assert find_day_sent(article("page", ["It rained on March 12 in Stennvik."])) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "Aldern, 12 March. Boats stayed in the port of Stennvik for a week.",
        "12 March, Aldern. Tens of boats stayed in the port of Stennvik for a week.",
        "March 12 - Boats stayed in the port of Stennvik for a week.",
        "Aldern, Velmora, March 12 (Calder Press) - Boats stayed in port.",
    ],
)
def test_the_beginning_of_a_text_tells_when_it_was_sent(paragraph: str) -> None:
    sent = find_day_sent(article("page", [paragraph, "It rained on 3 May: a lot."]))
    assert sent
    assert (sent.month, sent.day) == (3, 12)


@pytest.mark.parametrize("paragraph", ["12 March was a Tuesday.", "March 12 boats: all in port."])
def test_a_day_that_a_text_is_about_does_not(paragraph: str) -> None:
    assert find_day_sent(article("page", [paragraph])) is None


def test_a_line_above_the_text_tells_when_it_was_sent() -> None:
    sent = find_day_sent(article("page", [("date", "12 March"), "Boats stayed in port."]))
    assert sent
    assert (sent.month, sent.day) == (3, 12)


def test_a_date_below_the_text_is_of_another_story() -> None:
    lines = ["Boats stayed in port.", ("date", "July 11, 2018, 11:42 am")]
    assert find_day_sent(article("page", lines)) is None
