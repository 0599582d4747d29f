"""The report of the sample story as a browser shows it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.contracts.stories import SAMPLE, build_store
from variorum.library import open_story
from variorum.report.page import write_report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: scripts/install-chromium fetches it"),
]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    build_store(folder / "s.variorum", SAMPLE)
    with open_story(folder / "s.variorum") as story:
        write_report(story, folder / "report.html")
    return folder / "report.html"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"] if is_root else []
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, report: Path) -> Iterator[Page]:
    """The report, opened; it says nothing on the console and asks for nothing but itself."""
    page = browser.new_page(viewport={"width": 1180, "height": 900})
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    yield page
    page.close()
    assert said == []
    assert asked == [report.as_uri()]


def test_the_lineage_is_drawn(page: Page) -> None:
    tree = page.locator("figure.tree svg").first
    expect(tree).to_be_visible()
    expect(tree.get_by_text("Meridian Press dispatch", exact=True)).to_be_visible()
    box = tree.get_by_text("The Haldun Post", exact=True)
    expect(box).to_be_visible()
    line = tree.locator("path.link.edited").first
    assert line.evaluate("one => getComputedStyle(one).strokeDasharray") != "none", "style applies"
    box.click()
    opened = page.locator("details.comparison[open]")
    expect(opened).to_contain_text("The Haldun Post")


def test_two_articles_side_by_side_with_their_edits_marked(page: Page) -> None:
    pick = page.get_by_label("Compare")
    expect(pick).to_be_visible()
    (wanted,) = [
        option.get_attribute("value")
        for option in pick.locator("option").all()
        if {"The Lowland Gazette (5", "The Haldun Post (6"}
        <= {name.split(" Mar")[0] for name in option.inner_text().split(" – ")}
    ]
    shown = page.locator(f"#{wanted}")
    expect(shown.locator(".grid")).to_be_hidden()
    pick.select_option(wanted)
    dropped, added = shown.get_by_text("falsely claiming"), shown.get_by_text("conflict").first
    for mark, tag in ((dropped, "DEL"), (added, "INS")):
        expect(mark).to_be_visible()
        assert mark.evaluate("one => one.tagName") == tag
        assert mark.evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"
    left, right = dropped.bounding_box(), added.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] < right["x"]


def test_it_fits_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
