"""Articles made of attacks: every page over them is harmless, and of bounded size."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from lxml import html
from playwright.sync_api import Browser, expect
from starlette.testclient import TestClient

from tests.report.checking import check_is_ours as check_report
from tests.web.asking import addresses, queries
from tests.web.conftest import Served
from tests.web.hostile import ATTACKS, HIDDEN, build_hostile_store
from variorum.library import Story, open_story
from variorum.report.page import render_report
from variorum.views.page import Page
from variorum.views.pages import PAGES
from variorum.web.addresses import Addresses
from variorum.web.application import application

LARGEST_PAGE = 800_000
"""Bytes of one page, at most, whatever articles hold."""

FOREIGN = "//plot | //img | //iframe | //object | //embed | //base | //foreignObject | //animate"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_hostile_store(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def story(store: Path) -> Iterator[Story]:
    with open_story(store) as story:
        yield story


@pytest.fixture(scope="module")
def hostile(store: Path) -> TestClient:
    return TestClient(application(store), base_url="http://127.0.0.1")


def check_is_ours(document: str) -> html.HtmlElement:
    """Every element, link and script of a page is the template's own."""
    tree = html.document_fromstring(document)
    assert not tree.xpath(FOREIGN)
    assert not tree.xpath("//comment()")
    assert not tree.xpath("//@*[starts-with(name(), 'on')] | //@style")
    assert [one.get("src", "")[:8] for one in tree.iter("script")] == ["/static/"]
    for link in tree.xpath("//@href | //@action | //@src | //@formaction"):
        assert re.match(r"/(?!/)|#|data:,$|https?://", link), link
    for link in tree.xpath("//a[starts-with(@href, 'http')]"):
        assert link.get("rel") == "noreferrer noopener nofollow"
    assert not HIDDEN & set(document), "hidden characters are shown"
    return tree


def test_the_store_holds_of_everything(story: Story) -> None:
    for page in PAGES:
        assert list(queries(page, story)), f"no {page.name} in the hostile store"
    assert len(story.failures) > 2
    for some in (
        story.statements, story.events, story.positions, story.entities, story.stories,
        story.pairs, story.lineage, story.dispatches, story.conflicts, story.wordings,
    ):  # fmt: skip
        assert list(some() if callable(some) else some)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_is_harmless(hostile: TestClient, story: Story, page: Page) -> None:
    for query in queries(page, story):
        address = Addresses().page(page.name, **query)
        answer = hostile.get(address)
        assert answer.status_code == 200, address
        check_is_ours(answer.text)
        assert len(answer.content) < LARGEST_PAGE
        twin = hostile.get(re.sub(r"(?=\?|$)", ".json", address, count=1))
        assert twin.status_code == 200
        assert twin.headers["content-type"] == "application/json"
        msgspec.json.decode(twin.content)
        assert len(twin.content) < LARGEST_PAGE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere_harmless(
    hostile: TestClient, story: Story, page: Page
) -> None:
    address = Addresses().page(page.name, **next(queries(page, story)))
    tree = check_is_ours(hostile.get(address).text)
    links = {one.partition("#")[0] for one in tree.xpath("//@href") if one.startswith("/")}
    for link in sorted(links)[:100]:
        assert hostile.get(link).status_code == 200, link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("attack", [*ATTACKS, "x" * 5_000])
def test_a_hostile_address_is_answered_harmlessly(
    hostile: TestClient, page: Page, attack: str
) -> None:
    for field in msgspec.structs.fields(page.query):
        filled = {one.name: "x" for one in msgspec.structs.fields(page.query) if one.required}
        address = Addresses().page(page.name, **(filled | {field.name: attack}))
        answer = hostile.get(address)
        assert answer.status_code in (200, 400, 404), address
        assert not html.document_fromstring(answer.text).xpath(f"{FOREIGN} | //script[not(@src)]")
        assert len(answer.content) < LARGEST_PAGE


def test_words_anywhere_in_hostile_texts(hostile: TestClient, story: Story) -> None:
    for article in story.articles:
        length = len(article.text)
        for start, end in ((0, 1), (3, 90), (0, length), (length - 2, length)):
            answer = hostile.get(f"/articles/{article.id}?words={start}-{end}")
            assert answer.status_code in (200, 404)
            check_is_ours(answer.text)
            assert len(answer.content) < LARGEST_PAGE


def test_the_report_is_harmless(story: Story) -> None:
    report = render_report(story)
    check_report(report)
    assert not HIDDEN & set(report), "hidden characters are shown"
    assert len(report.encode("utf-8", "replace")) < 5_000_000


@pytest.mark.browser
def test_no_script_of_an_article_runs(browser: Browser, store: Path, story: Story) -> None:
    with Served(store) as address:
        page = browser.new_page(base_url=address)
        said: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        for path in addresses(story, most=8):
            page.goto(path)
            expect(page.locator("h1")).to_be_visible()
            assert page.evaluate("typeof window.owned") == "undefined"
        page.close()
    assert said == []
    assert [one for one in asked if not one.startswith((address, "data:,"))] == []
