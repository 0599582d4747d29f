"""The page of changes, and the notice of them, as a reader sees them: a story that has grown."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.contracts.growing import FIRST, SECOND, grow
from tests.web.conftest import Served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the application over a story that has grown listens."""
    store = tmp_path_factory.mktemp("grown") / "grown.variorum"
    grow(store, FIRST, SECOND)
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
