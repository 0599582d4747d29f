"""What hostile articles say is shown as they say it, and does nothing."""

import re

import pytest
from starlette.testclient import TestClient

from tests.contracts.stories import build_read_store
from variorum.web.application import application

ATTACKS = "\n\n".join(
    (
        "Mayor <script>alert(1)</script> shuts the harbour",
        'HALDEN (Meridian Press) 5 March 2031 — Ida Moen said on Tuesday that she opposed "<img '
        'src=x> the closure" of the harbour. "We will never <b>close</b> the harbour\u202e evil,'
        '\u200b not ever," Ida Moen told reporters on Tuesday.',
        '"{{ 7*7 }} is not the number of boats, and ${7*7} neither," Moen said.',
    )
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("hostile")
    inputs = folder / "in"
    inputs.mkdir()
    (inputs / "one.txt").write_text(ATTACKS, "utf-8")
    (inputs / "two.txt").write_text(ATTACKS.replace("<b>close</b>", "<u>shut</u>"), "utf-8")
    build_read_store(folder / "story.variorum", inputs)
    return TestClient(application(folder / "story.variorum"), base_url="http://127.0.0.1")


def test_no_page_obeys_an_article(hostile: TestClient) -> None:
    """All pages of statements, positions and actors, from the lists on."""
    seen: set[str] = set()
    waiting = [
        "/statements",
        "/positions",
        "/actors",
        "/statements?issue=%22%3E%3Cimg%20src%3Dx%3E",
    ]
    texts = []
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = hostile.get(path)
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            texts.append(answer.text)
            found = re.findall(r'href="(/(?:statements|positions|actors)[^"#]*)', answer.text)
            waiting += [one.replace("&amp;", "&") for one in found]
    whole = "\n".join(texts)
    assert "&lt;b&gt;close&lt;/b&gt;" in whole
    assert "{{ 7*7 }}" in whole
    assert not re.search("<script>|<img|<b>close|<u>|[\u202e\u200b]|\\b49\\b", whole)
    assert {path.split("/")[1] for path in seen if path.count("/") == 2} >= {"statements", "actors"}
