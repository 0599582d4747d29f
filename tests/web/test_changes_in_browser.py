"""The page of changes, and the notice of them, as a reader sees them: a story that has grown."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.contracts.growing import FIRST, SECOND, grow
from tests.web.conftest import Served
from variorum.record.correction import Sides, make_correction
from variorum.store.sqlite import SqliteStore

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the application over a story that has grown listens."""
    store = tmp_path_factory.mktemp("grown") / "grown.variorum"
    grow(store, FIRST, SECOND)
    with SqliteStore(store, write=True) as opened:
        made = make_correction(
            "join", "statement", Sides(["quo1-a"], ["quo1-b"]), "Ann", made="2031-03-04T22:40:05Z"
        )
        opened.add_corrections([made.undo("Ben", "2031-03-05T00:00:00Z")])
    with Served(store) as address:
        yield address


@pytest.mark.parametrize("path", ["/changes", "/story?since=2001-01-01"])
@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_no_fault(browser: Browser, grown: str, path: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        base_url=grown, viewport={"width": width, "height": 900}, color_scheme=scheme,
        bypass_csp=True,
    )  # fmt: skip
    page = context.new_page()
    page.goto(path)
    found = Axe().run(page).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    assert wide <= width


def test_a_line_leads_to_the_words_that_carry_it(browser: Browser, grown: str) -> None:
    page = browser.new_page(base_url=grown)
    page.goto("/story?since=2001-01-01")
    page.click(".notice a")
    page.click("#new-article ~ .card a >> nth=0")
    assert page.inner_text("#words, mark >> nth=0")
    page.close()


def times(browser: Browser, address: str, path: str, **reader: object) -> list[str]:
    """What a page tells of the record's own moments."""
    context = browser.new_context(base_url=address, **reader)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(path)
    found = [one.strip() for one in page.locator("time.when").all_inner_texts()]
    context.close()
    return found


def test_moments_are_told_by_the_readers_clock(browser: Browser, grown: str) -> None:
    there = {"timezone_id": "Asia/Kolkata"}  # half past five before Greenwich
    made, undone = times(browser, grown, "/corrections", **there)
    assert (made, undone) == ("5 Mar 2031, 04:10:05", "5 Mar 2031, 05:30:00")
    in_script = times(browser, grown, "/changes?since=2031-03-04T22:40:05Z", **there)
    assert in_script[0] == made
    without = times(browser, grown, "/corrections", java_script_enabled=False, **there)
    assert without == ["4 Mar 2031, 22:40:05 UTC", "5 Mar 2031, 00:00:00 UTC"]
    changes = "/changes?since=2031-03-04T22:40:05Z"
    assert times(browser, grown, changes, java_script_enabled=False)[0] == without[0]
