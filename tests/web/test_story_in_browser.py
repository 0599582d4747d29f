"""The front page and the pages of events, as a reader sees and uses them."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_the_front_page_tells_what_there_is(page: Page) -> None:
    page.goto("/")
    expect(page).to_have_url(re.compile("/story$"))
    expect(page.locator(".facts")).to_contain_text("7 independent sources")
    drawing = page.locator(".wide svg.drawing")
    expect(drawing).to_be_visible()
    expect(drawing).to_contain_text("Latest report: 10 March 2031")
    for heading in ("Who said what", "Who stands where", "Reports differ"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()


def test_an_event_of_the_drawing_leads_to_its_words(page: Page) -> None:
    page.goto("/story")
    page.locator(".wide").get_by_role("link", name=re.compile("^call; ")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("call: ")
    expect(page.locator(".status-words mark")).to_have_text("call")
    page.locator(".status-words mark").click()
    expect(page).to_have_url(re.compile(r"/articles/.+words=\d+-\d+"))


def test_a_statement_leads_to_where_it_stands(page: Page) -> None:
    page.goto("/story")
    said = page.locator(".utterance").first
    words = said.locator("blockquote").inner_text().strip("“”").split(" … ")[0].split("…")[0]
    said.locator("blockquote a").click()
    expect(page.locator("main")).to_contain_text(words.strip(" ,"))


def test_a_story_is_chosen_and_left(page: Page) -> None:
    page.goto("/story")
    page.get_by_role("link", name="Maran offers to step down").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Maran offers to step down")
    expect(page.locator(".facts").first).to_contain_text("4 articles")
    page.get_by_role("link", name="All stories").click()
    expect(page.locator(".facts").first).to_contain_text("16 articles")


def test_events_are_asked_for_with_the_keyboard(page: Page) -> None:
    page.goto("/events")
    page.get_by_label("Status").focus()
    page.keyboard.type("planned")
    page.get_by_role("button", name="Show").press("Enter")
    expect(page).to_have_url(re.compile("status=planned"))
    courses = page.locator(".event .course")
    assert courses.count() > 2
    assert {one.split()[-1] for one in courses.all_inner_texts()} == {"planned"}


@pytest.mark.parametrize("path", ["/story", "/stories", "/events"])
def test_on_a_telephone_nothing_is_wider_than_the_screen(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_telephone_has_a_drawing_of_its_own(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/story")
    expect(page.locator(".wide")).to_be_hidden()
    narrow = page.locator(".narrow svg.drawing")
    expect(narrow).to_be_visible()
    outside = narrow.evaluate(
        "svg => [...svg.querySelectorAll('text')].filter(one => {"
        "const box = one.getBBox(); return box.x < 0 || box.x + box.width > 360;"
        "}).map(one => one.textContent)"
    )
    assert outside == []


def test_in_the_dark_the_drawing_takes_the_colours_of_the_page(page: Page) -> None:
    def paint() -> str:
        mark = page.locator(".wide .fill-happened").first
        return str(mark.evaluate("one => getComputedStyle(one).fill"))

    page.goto("/story")
    assert paint() == "rgb(47, 109, 62)"
    page.emulate_media(color_scheme="dark")
    assert paint() == "rgb(121, 195, 138)"
