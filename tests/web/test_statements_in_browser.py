"""From what was said to the words that say it, in a browser."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

GROWN_UP = "conversation between two grown-up nations"


def test_from_the_list_to_a_statement_to_its_words(page: Page) -> None:
    page.goto("/statements")
    said = page.locator(".said", has_text=GROWN_UP)
    said.get_by_role("link", name="wordings").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What Dorin Hale said")
    expect(page.locator(".fullest blockquote")).to_contain_text(GROWN_UP)
    expect(page.locator(".truncated del").first).to_be_visible()
    page.locator(".truncated").first.get_by_role("link", name="the words").click()
    expect(page).to_have_url(re.compile(r"/articles/art1-\w+\?words=\d+-\d+#words$"))
    expect(page.locator("main")).to_contain_text(GROWN_UP)


def test_the_words_of_a_list_lead_to_where_they_stand(page: Page) -> None:
    page.goto("/statements?speaker=Dorin+Hale")
    page.get_by_role("link", name=GROWN_UP).click()
    expect(page).to_have_url(re.compile(r"/articles/art1-\w+\?words=\d+-\d+#words$"))


def test_statements_are_chosen_without_script(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address, java_script_enabled=False)
    page.goto("/statements")
    maran = page.locator("option", has_text="Ilse Maran").get_attribute("value")
    page.get_by_label("Speaker").select_option(maran)
    page.get_by_label("Words").select_option("quoted")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".speaker")).to_have_count(1)
    expect(page.locator(".speaker h2")).to_have_text("Ilse Maran")
    assert page.locator(".said").count() > 3
    expect(page.locator(".said .chip")).to_have_count(0)
    page.get_by_label("About").fill("corridor")
    page.get_by_role("button", name="Show").click()
    for one in page.locator(".said blockquote").all():
        expect(one).to_contain_text("corridor")
    page.get_by_role("link", name="All statements").first.click()
    assert page.locator(".speaker").count() > 5
    page.close()


@pytest.mark.parametrize("path", ["/statements", "/positions", "/actors"])
def test_nothing_is_wider_than_a_phone(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("main a[href*='1-']:visible").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_from_the_grid_to_the_words_of_a_stance(page: Page) -> None:
    page.goto("/positions")
    row = page.get_by_role("row", name="return of the annexed districts")
    expect(row.get_by_role("rowheader")).to_contain_text("return of the annexed districts")
    row.get_by_role("link", name="against").click()
    expect(page).to_have_url(re.compile(r"/articles/art1-\w+\?words=\d+-\d+#words$"))


def test_from_the_grid_to_a_position_with_its_reasons(page: Page) -> None:
    page.goto("/positions")
    page.get_by_role("row", name="return of the annexed districts").get_by_role(
        "link", name="source"
    ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Dorin Hale on “return of the annexed districts”"
    )
    page.get_by_text("Why", exact=True).first.click()
    expect(page.get_by_text("confidence").first).to_be_visible()


def test_a_phone_lists_who_stands_where_by_issue(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/positions")
    row = page.get_by_role("row", name="return of the annexed districts")
    expect(row.get_by_text("Dorin Hale")).to_be_visible()
    expect(row.locator("td.empty").first).to_be_hidden()


def test_from_an_actor_to_what_is_said(page: Page) -> None:
    page.goto("/actors?kind=person")
    page.get_by_role("link", name="Dorin Hale").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dorin Hale")
    page.locator(".on-page").get_by_role("link", name="statements").click()
    expect(page.get_by_role("heading", name="What Dorin Hale said")).to_be_in_viewport()
