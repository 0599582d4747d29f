"""The report of the sample story as a browser shows it, with no network to ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from variorum.library import open_story
from variorum.report.page import write_report

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def report(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    with open_story(sample_store) as story:
        write_report(story, folder / "report.html")
    return folder / "report.html"


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(browser: Browser, report: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The report, opened; it says nothing on the console and asks for nothing but itself."""
    context = browser.new_context(
        java_script_enabled=request.param, offline=True, viewport={"width": 1180, "height": 900}
    )
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    page.goto(report.as_uri())
    yield page
    context.close()
    assert said == []
    assert set(asked) <= {report.as_uri(), "data:,"}


def test_every_part_of_the_contents_is_reached(page: Page) -> None:
    for link in page.locator(".contents a").all():
        link.click()
        target = page.locator(link.get_attribute("href") or "none")
        expect(target).to_be_in_viewport()
        expect(target.locator("h2").first).to_be_visible()


def test_a_text_opens_and_its_words_are_lit(page: Page) -> None:
    text = page.locator("details.whole", has_text="Envoys head for Santa Rocha").first
    expect(text.locator(".text")).to_be_hidden()
    text.locator("summary").first.click()
    expect(text.locator(".text")).to_be_visible()
    link = text.locator(".provenance a[href^='#w']").first
    words = page.locator(link.get_attribute("href") or "none")
    before = words.evaluate("one => getComputedStyle(one).backgroundColor")
    link.click()
    expect(words).to_be_in_viewport()
    assert words.evaluate("one => getComputedStyle(one).backgroundColor") != before


def test_a_link_opens_what_is_closed(page: Page, report: Path) -> None:
    words = page.locator(".text span[id^='w']").last
    expect(words).to_be_hidden()
    page.goto(f"{report.as_uri()}#{words.get_attribute('id')}")
    expect(words).to_be_visible()
    expect(words).to_be_in_viewport()


def test_layers_of_all_texts_are_switched_at_once(page: Page) -> None:
    for text in page.locator("details.whole > summary").all()[3:5]:
        text.click()
    page.get_by_role("checkbox", name="times").check()
    for text in page.locator("details.whole[open]").all():
        time = text.locator(".times[data-times]").first
        assert time.evaluate("one => getComputedStyle(one, '::after').content") != "none"


def test_it_fits_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
