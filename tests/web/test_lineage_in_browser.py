"""From the family tree to two texts side by side, and on to the words; kinds of change switched."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.web.test_outlets import GAZETTE, HALDUN


def opened(page: Page) -> None:
    """From the tree of the largest family to the rewrite beside what it was made from."""
    page.goto("/lineage")
    tree = page.locator(".family svg").first
    expect(tree.get_by_text("Meridian Press dispatch", exact=True)).to_be_visible()
    tree.get_by_role("link", name=re.compile(f"^Side by side: {HALDUN}")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        f"{GAZETTE} and {HALDUN}, side by side"
    )


def background(mark: Locator) -> str:
    return str(mark.evaluate("one => getComputedStyle(one).backgroundColor"))


NONE = "rgba(0, 0, 0, 0)"


def test_from_the_tree_to_the_words(page: Page) -> None:
    opened(page)
    dropped = page.locator("del.qualifier", has_text="falsely claiming")
    expect(dropped).to_be_visible()
    assert background(dropped) != NONE
    row = page.get_by_role("row").filter(has=dropped)
    row.get_by_role("link", name=f"These words in {GAZETTE}").click()
    expect(page.get_by_role("main")).to_contain_text("falsely claiming")
    assert re.search(r"/articles/art1-\w+\?words=\d+-\d+#words$", page.url)


def test_kinds_are_switched_off_and_on(page: Page) -> None:
    opened(page)
    dropped = page.locator("del.qualifier").first
    loaded = page.locator("del.loaded", has_text="annexed")
    switch = page.get_by_label("Qualifier")
    switch.uncheck()
    assert background(dropped) == NONE
    assert background(loaded) != NONE
    expect(page.locator(".tag.qualifier").first).to_be_hidden()
    switch.check()
    assert background(dropped) != NONE


def test_kinds_are_switched_with_the_keyboard(page: Page) -> None:
    opened(page)
    page.get_by_label("Loaded word").focus()
    page.keyboard.press("Space")
    assert background(page.locator("del.loaded").first) == NONE


def test_a_phone_has_the_tree_as_a_list(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/lineage")
    expect(page.locator(".family svg").first).to_be_hidden()
    listed = page.locator(".tree-list").first
    expect(listed.get_by_role("link", name=HALDUN)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_no_view_is_wider_than_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for path in ("/outlets", "/outlets?outlet=Perisa+Times", "/conflicts"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path


def test_a_sign_of_the_grid_leads_to_the_words(page: Page) -> None:
    page.goto("/outlets")
    row = page.get_by_role("row").filter(has_text="a chair in the Compact")
    row.get_by_role("link", name="reports it").first.click()
    assert re.search(r"/articles/art1-\w+\?words=\d+-\d+#words$", page.url)
    expect(page.get_by_role("main")).to_contain_text("a chair in the Compact")
