"""A reader finds a statement by searching, and gets from it to its words."""

from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Page
from starlette.testclient import TestClient

from variorum.views.pages import PAGES

WORD = "corridor"


@pytest.mark.browser
def test_a_search_leads_to_the_words(page: Page) -> None:
    page.goto(PAGES[0].path)
    page.keyboard.press("/")
    page.keyboard.type(WORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/search?words={WORD}*")
    first = page.locator(".result").first
    assert WORD in first.locator("mark").first.inner_text().casefold()
    first.locator("a[href*='#words']").click()
    page.wait_for_url("**/articles/*words=*")
    assert WORD in page.locator("main").inner_text().casefold()


@pytest.mark.browser
def test_filters_narrow_what_is_found(page: Page) -> None:
    page.goto(f"/search?words={WORD}")
    before = page.locator(".kinds a").first.inner_text()
    page.select_option("#outlet", index=1)
    page.locator(".search button").click()
    page.wait_for_url("**outlet=*")
    assert page.locator(".kinds a").first.inner_text() != before
    page.locator(".kinds a", has_text="Passages").click()
    page.wait_for_url("**kind=passage*")
    assert {one.inner_text() for one in page.locator(".result .chip").all()} == {"passage"}


@pytest.mark.parametrize(
    "typed", ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' OR 1=1 --",
              "\u202eevil", "a" * 5000, '"unbalanced', "*", "\x00"],
)  # fmt: skip
def test_what_is_typed_does_no_harm(client: TestClient, typed: str) -> None:
    answer = client.get(f"/search?words={quote_plus(typed)}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text
    assert "\u202e" not in answer.text


def test_nothing_found_is_said(client: TestClient) -> None:
    assert "Nothing is found." in client.get("/search?words=zeppelin").text
    assert "Nothing is found." not in client.get("/search").text
    assert client.get("/search?day_from=yesterday").status_code == 400
