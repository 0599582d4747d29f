"""No page has a fault of accessibility (axe-core), wide or narrow, light or dark."""

from collections.abc import Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from tests.web.crawling import find_addresses
from variorum.views.page import Page
from variorum.views.pages import PAGES

LOOKS = {"wide and light": (1400, "light"), "narrow and dark": (390, "dark")}


@pytest.fixture(scope="module")
def addresses(client: TestClient) -> Mapping[str, str]:
    return find_addresses(client)


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_fault(
    browser: Browser,
    address: str,
    addresses: Mapping[str, str],
    page: Page,
    width: int,
    scheme: str,
) -> None:
    if page.name not in addresses:
        pytest.skip("nothing leads to it in the sample story")
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,  # axe-core is put into the page; the policy itself is tested elsewhere.
    )
    opened = context.new_page()
    opened.goto(addresses[page.name])
    found = Axe().run(opened).response["violations"]
    wide = opened.evaluate("document.documentElement.scrollWidth")
    context.close()
    faults = [
        (one["id"], one["help"], [node["html"][:200] for node in one["nodes"]][:3]) for one in found
    ]
    assert faults == []
    assert wide <= width, "the page is wider than the screen"
