"""Every page and its twin answer, harmlessly; what is not there is told with a next step."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from variorum.record.errors import StoreError
from variorum.views.page import Page
from variorum.views.pages import PAGES
from variorum.web.application import application

LISTS = [page for page in PAGES if "{" not in page.path]


def test_the_front_leads_to_the_first_view(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert str(answer.url).endswith(PAGES[0].path)


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.name)
def test_every_page_has_a_twin(client: TestClient, page: Page) -> None:
    shown, twin = client.get(page.path), client.get(f"{page.path}.json")
    assert shown.status_code == twin.status_code == 200
    assert f"<h1>{twin.json()['heading']}</h1>" in shown.text
    assert f'href="{page.path}.json"' in shown.text


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(client: TestClient, page: Page) -> None:
    targets = set(re.findall(r'(?:href|src|action)="(/[^"#]*)', client.get(page.path).text))
    for target in sorted(targets)[:200]:
        assert client.get(target.replace("&amp;", "&")).status_code == 200, target


@pytest.mark.parametrize("page", [page for page in PAGES if "{" in page.path], ids=lambda p: p.name)
def test_what_is_not_there_is_not_found(client: TestClient, page: Page) -> None:
    path = re.sub(r"{\w+}", "nothing", page.path)
    assert client.get(path).status_code == 404
    answer = client.get(f"{path}.json")
    assert answer.status_code == 404
    assert answer.json().keys() == {"error", "next_step"}


def test_a_story_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/articles?story=none").status_code == 404


def test_a_page_that_is_not_there_is_not_found(client: TestClient) -> None:
    answer = client.get("/<script>")
    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_what_a_page_does_not_know_is_refused(client: TestClient) -> None:
    answer = client.get("/articles.json?pages=2")
    assert answer.status_code == 400
    assert answer.json()["error"] == "This page does not know 'pages'"
    assert client.get("/articles.json?page=two").status_code == 400


def test_pages_may_run_nothing_but_our_own(client: TestClient) -> None:
    for path in ("/articles", "/articles.json", "/nothing", "/openapi.json"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none';")
        assert headers["x-content-type-options"] == "nosniff"


def test_no_page_has_script_or_style_in_its_text(client: TestClient) -> None:
    for page in LISTS:
        text = client.get(page.path).text
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src=\"/static)", text)


def test_other_names_of_this_machine_are_not_answered(client: TestClient) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", ""):
        assert client.get("/articles", headers={"Host": host}).status_code == 421
    for host in ("localhost:8350", "127.0.0.1", "[::1]:8350"):
        assert client.get("/articles", headers={"Host": host}).status_code == 200


def test_a_token_is_asked_for(sample_store: Path) -> None:
    client = TestClient(application(sample_store, token="sesame"), base_url="http://desk.example")
    assert client.get("/articles").status_code == 401
    assert client.get("/articles", headers={"Authorization": "Bearer no"}).status_code == 401
    right = {"Authorization": "Bearer sesame"}
    assert client.get("/articles", headers=right).status_code == 200


def test_a_token_in_the_address_becomes_a_cookie(sample_store: Path) -> None:
    client = TestClient(application(sample_store, token="sesame"), base_url="http://desk.example")
    answer = client.get("/articles?token=sesame", follow_redirects=False)
    assert answer.is_redirect
    assert answer.headers["location"] == "/articles"
    assert "httponly" in answer.headers["set-cookie"].casefold()
    assert client.get("/articles").status_code == 200


def test_no_store_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no store"):
        application(tmp_path / "none")
