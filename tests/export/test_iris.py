"""Addresses of pages as IRIs, and moments as standards write them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import FormatChecker

from variorum.export.iris import address_of
from variorum.export.moments import day_or_moment, zoned_moment
from variorum.record.when import When, day, days, moment

PAGES = {
    "https://news.example/a/b?c=d&e=f#g": "https://news.example/a/b?c=d&e=f#g",
    "https://news.example/a b": "https://news.example/a%20b",
    "https://news.example/a%20b%zz": "https://news.example/a%20b%25zz",
    "https://news.example/a#b#c": "https://news.example/a#b%23c",
    "http://ü.example/ä": "http://ü.example/ä",
    "http://[::1]:80/[a]": "http://[::1]:80/%5Ba%5D",
    "http://[::1/": None,
    "http://news example/": None,
    "http:///a": None,
    "javascript:alert(1)": None,
    "": None,
    None: None,
}


@pytest.mark.parametrize("url", PAGES)
def test_an_address_is_told_as_an_iri(url: str | None) -> None:
    assert address_of(url) == PAGES[url]


@given(st.text().map("https://news.example/{}".format))
def test_what_an_address_may_not_hold_is_encoded(url: str) -> None:
    address = address_of(url)
    assert address is None or FormatChecker(["iri"]).conforms(address, "iri")
    assert address is None or address_of(address) == address


NINE = datetime(2031, 3, 4, 9, 40)


def test_a_moment_has_its_seconds() -> None:
    there = NINE.replace(tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert day_or_moment(moment(NINE, "minute", "stated")) == "2031-03-04T09:40:00"
    assert zoned_moment(moment(there, "minute", "stated")) == "2031-03-04T09:40:00+05:30"
    assert zoned_moment(moment(NINE.replace(tzinfo=UTC), "second", "stated")) == (
        "2031-03-04T09:40:00+00:00"
    )


def test_what_is_not_known_is_not_told() -> None:
    assert day_or_moment(None) is None
    assert day_or_moment(days(NINE.date(), datetime(2031, 3, 5).date(), "inferred")) is None
    assert day_or_moment(When("2031-03", "2031-03", "month", "url")) is None
    assert day_or_moment(day(NINE.date(), "url")) == "2031-03-04"
    assert zoned_moment(day(NINE.date(), "url")) is None
    assert zoned_moment(moment(NINE, "minute", "stated")) is None
