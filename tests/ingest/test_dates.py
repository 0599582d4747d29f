from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.calendars import LANGUAGES
from variorum.ingest.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    date_in_address,
    find_dates,
    read_stamp,
    span_of_days,
)
from variorum.record.when import When, day

from .pages import steady

THE_DAY = "2018-07-16"
ALL_DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


def found(text: str, language: str | None = None, hint: date | None = None) -> list[str]:
    return [item.when.earliest for item in find_dates(text, language, hint)]


@pytest.mark.parametrize(
    "text",
    [
        "2018-07-16",
        "2018/7/16",
        "2018.07.16",
        "16.07.2018",
        "16/07/2018",
        "7/16/2018",
        "16-7-2018",
        "July 16, 2018",
        "Jul. 16 2018",
        "JULY 16, 2018",
        "JULY 16TH, 2018",
        "Posted on Monday, July 16, 2018 by Ann Lee",
        "16 July 2018",
        "16th of July, 2018",
        "16-Jul-2018",
        "16. Juli 2018",
        "16 juillet 2018",
        "16 de julio de 2018",
        "16 de juliol del 2018",
        "16 июля 2018 г.",
        "16 Temmuz 2018 Pazartesi",
        "2018. 07. 16.",
        "2018. júl. 16.",
        "ngày 16 tháng 7 năm 2018",
        "16. heinäkuuta 2018",
        "2018年7月16日",
        "2018년 7월 16일",
    ],
)
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    (item,) = find_dates(text, None)
    assert item.when == When(THE_DAY, THE_DAY, "day", "stated")
    assert "16" in text[item.start : item.end]
    assert "2018" in text[item.start : item.end]


# Basque is left out: it puts endings on the year and on the month.
@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "eu"])
def test_long_dates_of_every_language_are_read(language: str) -> None:
    written = format_date(date(2018, 7, 16), "long", locale=language)
    assert found(written, language) == [THE_DAY]


@pytest.mark.parametrize("language", ["cs", "sk", "sr"])
def test_medium_dates_of_slavic_languages_are_read(language: str) -> None:
    assert found(format_date(date(2018, 7, 16), "medium", locale=language), language) == [THE_DAY]


@steady
@given(
    ALL_DAYS, st.sampled_from(["long", "full", "medium"]), st.sampled_from(["en", "de", "fr", "ru"])
)
def test_any_day_is_read_back(value: date, style: str, language: str) -> None:
    written = format_date(value, style, locale=language)  # type: ignore[arg-type]
    assert found(written, language) == [value.isoformat()]


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        ("03/04/2018", date(2018, 4, 5), "2018-04-03"),
        ("03/04/2018", date(2018, 3, 5), "2018-03-04"),
        ("03-04-2018", date(2018, 4, 5), "2018-04-03"),
        ("03.04.2018", None, "2018-04-03"),
        ("03.04.2018", date(2018, 3, 5), "2018-04-03"),
        ("05/05/2018", None, "2018-05-05"),
        ("13/04/2018", None, "2018-04-13"),
        ("04/13/2018", None, "2018-04-13"),
        ("04/13/2018", date(2018, 1, 1), "2018-04-13"),
        ("Tuesday 03/04/2018", None, "2018-04-03"),
        ("Sun, 03/04/2018", None, "2018-03-04"),
        ("Sun, 03/04/2018", date(2018, 4, 5), "2018-03-04"),
        ("Publié le 03/04/2018", None, "2018-04-03"),
        ("Mardi 03/04/2018", None, "2018-04-03"),
        ("Publicado em 03/04/2018", date(2018, 3, 5), "2018-04-03"),
    ],
)
def test_day_and_month_are_told_apart(text: str, hint: date | None, expected: str) -> None:
    assert found(text, None, hint) == [expected]


def test_a_date_that_stays_open_is_not_guessed() -> None:
    assert found("03/04/2018") == []
    assert found("Monday 03/04/2018") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("July 16, 2018 11:22", "2018-07-16T11:22"),
        ("July 16, 2018 at 5:30 p.m.", "2018-07-16T17:30"),
        ("12:05 AM, July 16, 2018", "2018-07-16T00:05"),
        ("12:05 PM, July 16, 2018", "2018-07-16T12:05"),
        ("Jul. 16, 2018 | 4:05 p.m. CEST", "2018-07-16T16:05+02:00"),
        ("16.07.2018 11:22 MSK", "2018-07-16T11:22+03:00"),
        ("16 juillet 2018 à 11h22", "2018-07-16T11:22"),
        ("16. Juli 2018, 11.22 Uhr", "2018-07-16T11:22"),
        ("July 16, 2018 11:22:33 GMT", "2018-07-16T11:22:33+00:00"),
        ("2018-07-16T11:22:33+03:00", "2018-07-16T11:22:33+03:00"),
        ("2018-07-16T11:22Z", "2018-07-16T11:22+00:00"),
        ("July 16, 2018 11:22 (+0530)", "2018-07-16T11:22+05:30"),
        ("July 16, 2018 11:22 GMT+3", "2018-07-16T11:22+03:00"),
        ("July 16, 2018 11:22 (UTC+03:00)", "2018-07-16T11:22+03:00"),
        ("16 juillet 2018 à 11:22 et modifié à midi", "2018-07-16T11:22"),
        ("July 16, 2018 11:22 IST", "2018-07-16T11:22"),
        ("July 16, 2018 25:10", "2018-07-16"),
        ("July 16, 2018, by the correspondent in Port Aldern, 11:22", "2018-07-16"),
    ],
)
def test_a_clock_time_that_stands_by_belongs_to_the_date(text: str, expected: str) -> None:
    (item,) = find_dates(text, None)
    assert item.when.earliest == item.when.latest == expected
    colons = expected.partition("+")[0].count(":")
    assert item.when.grain == ("day", "minute", "second")[colons]


def test_american_zones_lie_west() -> None:
    assert found("July 16, 2018 4:05 p.m. EDT") == ["2018-07-16T16:05-04:00"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Published July 16, 2018 11:22. Updated July 18, 2018 09:05",
            ["2018-07-16T11:22", "2018-07-18T09:05"],
        ),
        (
            "July 16, 2018 at 11:22 July 18, 2018 at 09:05",
            ["2018-07-16T11:22", "2018-07-18T09:05"],
        ),
        (
            "11:22 July 16, 2018 09:05 July 18, 2018",
            ["2018-07-16T11:22", "2018-07-18T09:05"],
        ),
        (
            "Published July 16, 2018 11:22 | Updated July 18, 2018",
            ["2018-07-16T11:22", "2018-07-18"],
        ),
        (
            "Published July 16, 2018 | Updated 11:22 July 18, 2018",
            ["2018-07-16", "2018-07-18T11:22"],
        ),
    ],
)
def test_a_clock_time_belongs_to_one_date(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_dates_are_found_in_order_and_where_they_stand() -> None:
    text = "From 16 July 2018 to July 18, 2018, then 2018-07-20."
    dates = find_dates(text, "en")
    assert [text[item.start : item.end] for item in dates] == [
        "16 July 2018",
        "July 18, 2018",
        "2018-07-20",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "today",
        "3 hours ago",
        "Monday, July 16",
        "July 2018",
        "2018",
        "16.07",
        "31 February 2018",
        "13/13/2018",
        "July 16, 1918",
        "July 16, 2150",
        "1/2018",
        "call 555-07-2018-16",
        "version 10.0.12018",
        "Room 16 of 2018",
        "",
    ],
)
def test_what_states_no_full_day_is_no_date(text: str) -> None:
    assert found(text) == []


def test_superscripts_are_no_month() -> None:
    assert found("²²² 1, 2018") == []


@steady
@given(
    st.text(max_size=60) | st.text(st.sampled_from("0123456789:/-. JulyApm,年月日"), max_size=40)
)
def test_any_text_has_only_dates_that_stand_in_it(text: str) -> None:
    for item in find_dates(text, None, date(2018, 7, 16)):
        assert 0 <= item.start < item.end <= len(text)
        assert FIRST_YEAR <= item.when.days[0].year <= LAST_YEAR
        assert item.when.basis == "stated"


@pytest.mark.parametrize(
    "address",
    [
        "https://alderpost.example/2018/07/16/talks",
        "https://alderpost.example/2018/7/16/talks.html",
        "https://alderpost.example/world/2018-07-16-talks",
        "https://alderpost.example/world/talks-20180716",
        "https://alderpost.example/201807/16/talks",
        "https://alderpost.example/2018/Jul/16/talks",
        "https://alderpost.example/2018_07_16",
        "https://cdn.alderpost.example/img/2018/07/16/harbour-1200x800.jpg?w=2019/01/01",
        "alderpost.example/2018/07/16/talks",
        "//cdn.alderpost.example/2018/07/16/harbour.jpg",
        "/uploads/2018/07/16/harbour.jpg",
    ],
)
def test_the_day_in_an_address_is_read(address: str) -> None:
    assert date_in_address(address) == When(THE_DAY, THE_DAY, "day", "url")


@pytest.mark.parametrize(
    "address",
    [
        "https://alderpost.example/talks",
        "https://alderpost.example/2018/07/talks",
        "https://alderpost.example/2018/13/45/talks",
        "https://alderpost.example/story-20187716",
        "https://alderpost.example/article/201807161234567",
        "https://alderpost.example/talks?date=2018/07/16",
        "https://2018-07-16.example/talks",
        "https://alderpost.example/1918/07/16/talks",
        "",
    ],
)
def test_an_address_without_a_day_has_none(address: str) -> None:
    assert date_in_address(address) is None


@pytest.mark.parametrize(
    ("value", "earliest", "grain"),
    [
        ("2018-07-16", THE_DAY, "day"),
        ("20180716", THE_DAY, "day"),
        ("2018-07", "2018-07", "month"),
        ("2018-07-16T11:22:33", "2018-07-16T11:22:33", "second"),
        ("2018-07-16 11:22:33", "2018-07-16T11:22:33", "second"),
        ("2018-07-16T11:22:33.123+03:00", "2018-07-16T11:22:33+03:00", "second"),
        ("2018-07-16T11:22:33Z", "2018-07-16T11:22:33+00:00", "second"),
        ("2018-07-16 00:00:00", THE_DAY, "day"),
        ("Mon, 16 Jul 2018 11:22:33 GMT", "2018-07-16T11:22:33+00:00", "second"),
        ("Mon, 16 Jul 2018 11:22:33 +0300", "2018-07-16T11:22:33+03:00", "second"),
        ("Mon Jul 16 11:22:33 +0000 2018", "2018-07-16T11:22:33+00:00", "second"),
        ("2018-07-16T11:22", "2018-07-16T11:22", "minute"),
        ("2018-07-16 11:22", "2018-07-16T11:22", "minute"),
        ("20180716T112233", "2018-07-16T11:22:33", "second"),
        ("16 Jul 2018 11:22", "2018-07-16T11:22", "minute"),
        (1531740153, "2018-07-16T11:22:33+00:00", "second"),
        (1531740153.9, "2018-07-16T11:22:33+00:00", "second"),
        (1531740153000, "2018-07-16T11:22:33+00:00", "second"),
        ("1531740153", "2018-07-16T11:22:33+00:00", "second"),
        ("1531740153000", "2018-07-16T11:22:33+00:00", "second"),
        ("16 July 2018", THE_DAY, "day"),
        (" Monday, July 16, 2018 ", THE_DAY, "day"),
        ("16 июля 2018", THE_DAY, "day"),
        ("July 16, 2018 at 5:30 pm", "2018-07-16T17:30", "minute"),
        ("16/07/2018", THE_DAY, "day"),
    ],
)
def test_a_stamp_is_read_in_every_format_of_data(value: object, earliest: str, grain: str) -> None:
    assert read_stamp(value) == When(earliest, earliest, grain, "metadata")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        "",
        "yesterday",
        "now",
        "today",
        "2018",
        2018,
        20180716,
        0,
        -1,
        1e300,
        float("inf"),
        float("nan"),
        "0000-00-00",
        "0001-01-01T00:00:00Z",
        "1970-01-01",
        "2018-02-31",
        "03/04/2018",
        [2018, 7, 16],
        {"date": None},
    ],
)
def test_what_is_no_stamp_gives_no_date(value: object) -> None:
    assert read_stamp(value) is None


def test_a_week_is_all_its_days() -> None:
    assert read_stamp("2018-W29") == When("2018-07-16", "2018-07-22", "day", "metadata")


def test_a_number_that_no_clock_has_gives_no_date() -> None:
    assert read_stamp(10**400) is None


def test_a_zone_that_cannot_be_is_left_out() -> None:
    when = read_stamp("Mon, 16 Jul 2018 11:22:33 -" + "9" * 21)
    assert when
    assert when.earliest == "2018-07-16T11:22:33"


ZONES = st.none() | st.integers(-12 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
STAMPS = st.builds(
    lambda value, zone: value.replace(microsecond=0, tzinfo=zone),
    st.datetimes(datetime(1990, 1, 2, 0, 0, 1), datetime(2099, 12, 30)),
    ZONES,
)


@steady
@given(STAMPS)
def test_stamps_are_read_back_to_the_second(value: datetime) -> None:
    when = read_stamp(value.isoformat())
    assert when
    if when.grain == "second":
        assert datetime.fromisoformat(when.earliest) == value
    else:
        assert when == day(value.date(), "metadata")
    if value.tzinfo:
        mail = read_stamp(format_datetime(value))
        assert mail
        assert datetime.fromisoformat(mail.earliest).astimezone(UTC) == value.astimezone(UTC)


@steady
@given(st.recursive(st.none() | st.floats() | st.text() | st.integers(-(2**63), 2**63), st.lists))
def test_any_value_is_a_date_or_none(value: object) -> None:
    when = read_stamp(value, "stated")
    assert when is None or (when.basis == "stated" and FIRST_YEAR <= when.days[0].year <= LAST_YEAR)


def test_several_dates_make_one_interval() -> None:
    spread = [day(date(2018, 7, n), "stated") for n in (18, 14, 16)]
    assert span_of_days(spread, "inferred") == When("2018-07-14", "2018-07-18", "day", "inferred")
