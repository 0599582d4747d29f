"""An article as a browser shows it: layers that can be switched, words that are pointed at."""

import pytest
from playwright.sync_api import Locator, Page, expect
from starlette.testclient import TestClient

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def article(client: TestClient) -> str:
    """The id of an article of the sample story with all layers."""
    listed = client.get("/articles.json").json()["articles"]
    (found,) = [one["article"]["id"] for one in listed if "Envoys head" in one["article"]["title"]]
    return found


def look(one: Locator, name: str) -> str:
    return one.evaluate(f"one => getComputedStyle(one).{name}")


@pytest.mark.parametrize(
    ("layer", "words", "name"),
    [
        ("quotations", ".content", "backgroundColor"),
        ("events", ".events", "borderBottomStyle"),
        ("positions", ".positions", "borderTopStyle"),
        ("names", ".names", "textDecorationStyle"),
        ("times", ".times", "textDecorationStyle"),
    ],
)
def test_a_layer_is_switched(page: Page, article: str, layer: str, words: str, name: str) -> None:
    page.goto(f"/articles/{article}")
    switch = page.get_by_role("checkbox", name=layer)
    assert switch.is_checked() is (layer in ("quotations", "events"))
    for other in ("quotations", "events"):
        page.get_by_role("checkbox", name=other).uncheck()
    shown = page.locator(f".text {words}").last
    off = look(shown, name)
    switch.focus()
    page.keyboard.press("Space")
    assert look(shown, name) != off


def test_layers_are_switched_without_scripts(page: Page, article: str, address: str) -> None:
    browser = page.context.browser
    assert browser
    still = browser.new_context(java_script_enabled=False, base_url=address).new_page()
    still.goto(f"/articles/{article}")
    still.get_by_role("checkbox", name="quotations").uncheck()
    expect(still.locator(".text .content").first).to_have_css(
        "background-color", "rgba(0, 0, 0, 0)"
    )
    still.close()


def test_a_planned_event_says_so_and_a_time_its_date(page: Page, article: str) -> None:
    page.goto(f"/articles/{article}")
    meet = page.locator(".text .events.planned").first
    assert meet.evaluate("one => getComputedStyle(one, '::after').content") == '"planned"'
    day = page.locator(".text .times", has_text="Wednesday")
    content = "one => getComputedStyle(one, '::after').content"
    assert day.evaluate(content) == "none"
    page.get_by_role("checkbox", name="times").check()
    assert day.evaluate(content) == '"5 Mar 2031"'


def test_words_that_are_pointed_at_are_seen(page: Page, article: str, client: TestClient) -> None:
    page.set_viewport_size({"width": 1000, "height": 400})
    view = client.get(f"/articles/{article}.json").json()
    piece = view["blocks"][-8]["pieces"][0]
    page.goto(f"/articles/{article}?words={piece['start']}-{piece['end']}#words")
    words = page.locator("#words")
    expect(words).to_have_text(piece["text"])
    expect(words).to_be_in_viewport()
    lit = page.locator(".text .pointed")
    assert look(lit.first, "backgroundColor") not in (
        "rgba(0, 0, 0, 0)",
        look(page.locator("body"), "backgroundColor"),
    )
    expect(page.locator(".at mark")).to_have_text(piece["text"])


def test_the_text_is_as_it_was_published(page: Page, article: str, client: TestClient) -> None:
    page.goto(f"/articles/{article}")
    blocks = client.get(f"/articles/{article}.json").json()["blocks"]
    said = [f"{one['role']}: " if one["role"] != "body" else "" for one in blocks]
    texts = ["".join(piece["text"] for piece in one["pieces"]) for one in blocks]
    assert page.locator(".text .block").all_text_contents() == [
        role + text for role, text in zip(said, texts, strict=True)
    ]
    furniture = page.locator(".text .block.furniture").first
    body = page.locator(".text .block.body").first
    assert look(furniture, "color") != look(body, "color")


def test_it_fits_a_telephone(page: Page, article: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"/articles/{article}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    text, side = page.locator(".text").bounding_box(), page.locator(".provenance").bounding_box()
    assert text
    assert side
    assert text["y"] + text["height"] <= side["y"]


def test_no_link_stands_in_another(client: TestClient, article: str) -> None:
    text = client.get(f"/articles/{article}?words=1-2000").text
    depth = 0
    for tag in text.split("<")[1:]:
        depth += tag.startswith("a ") - tag.startswith("/a>")
        assert depth in (0, 1)
