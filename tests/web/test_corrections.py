"""Corrections in the application: made, shown and undone by forms, and by no other site's."""

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient

from tests.contracts.stories import statements_of
from tests.web.conftest import Served
from variorum.library import Story, open_story
from variorum.record.correction import Sides, make_correction
from variorum.store.sqlite import SqliteStore
from variorum.web.addresses import Addresses
from variorum.web.application import application
from variorum.web.forms import MAX_BYTES

HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def store(sample_store: Path, tmp_path: Path) -> Path:
    """A store of the sample story to write to."""
    return Path(shutil.copy(sample_store, tmp_path / "own.variorum"))


@pytest.fixture
def own(store: Path) -> TestClient:
    return TestClient(application(store), base_url="http://127.0.0.1")


@pytest.fixture
def story(store: Path) -> Iterator[Story]:
    with open_story(store) as opened:
        yield opened


def token(client: TestClient, path: str) -> str:
    found = re.search(r'name="token" value="(\w+)"', client.get(path).text)
    assert found
    return found[1]


def article_of(story: Story) -> str:
    return story.articles[0].id


def send(client: TestClient, story: Story, headers: Any = HERE, **fields: Any) -> Any:
    usual = {"author": "Anna", "token": token(client, f"/articles/{article_of(story)}")}
    return client.post("/corrections", data=usual | fields, headers=headers, follow_redirects=False)


def send_date(client: TestClient, story: Story, headers: Any = HERE, **fields: Any) -> Any:
    asked = {"kind": "date", "noun": "article", "thing": article_of(story), "first": "2031-02-03"}
    return send(client, story, headers, **asked | fields)


def corrections(store: Path) -> list[Any]:
    with SqliteStore(store) as opened:
        return list(opened.corrections())


def test_a_correction_is_kept_and_shown(own: TestClient, store: Path, story: Story) -> None:
    answer = send_date(own, story)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/articles/{article_of(story)}"
    (one,) = corrections(store)
    assert (one.kind, one.subjects, one.value, one.author) == (
        "date", (article_of(story),), "2031-02-03", "Anna",
    )  # fmt: skip
    assert "Anna" in own.get(answer.headers["location"]).text
    listed = own.get("/corrections.json").json()["corrections"]
    assert [(each["id"], each["effect"]) for each in listed] == [(one.id, "in force")]
    articles = own.get("/articles.json").json()["articles"]
    assert articles[0]["article"]["published"]["earliest"] == "2031-02-03"


def test_a_correction_is_undone(own: TestClient, store: Path, story: Story) -> None:
    before = own.get("/articles.json").json()
    send_date(own, story)
    assert own.get("/articles.json").json() != before
    (one,) = corrections(store)
    assert send(own, story, kind="undo", correction=one.id).status_code == 303
    assert own.get("/articles.json").json() == before
    assert corrections(store)[0].undone.author == "Anna"
    assert "taken back by Anna" in own.get("/corrections").text


def test_the_next_form_knows_the_author(own: TestClient, story: Story) -> None:
    send_date(own, story, author="Žofie <b> Ånd")
    shown = own.get(f"/articles/{article_of(story)}").text
    assert 'value="Žofie &lt;b&gt; Ånd"' in shown


ELSEWHERE: dict[str, dict[str, str]] = {
    "another site": {"Sec-Fetch-Site": "cross-site"},
    "another port of this machine": {"Sec-Fetch-Site": "same-site"},
    "an older browser": {"Origin": "http://evil.example"},
    "a frame without an origin": {"Origin": "null"},
}


@pytest.mark.parametrize("headers", ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_form_from_elsewhere_is_refused(
    own: TestClient, store: Path, story: Story, headers: dict[str, str]
) -> None:
    assert send_date(own, story, headers).status_code == 403
    assert corrections(store) == []


def test_a_form_without_our_token_is_refused(own: TestClient, store: Path, story: Story) -> None:
    for given in ("", "0" * 64, "ž"):
        assert send_date(own, story, token=given).status_code == 403
    stranger = TestClient(own.app, base_url="http://127.0.0.1")
    assert (
        send_date(own, story, token=token(stranger, f"/articles/{article_of(story)}")).status_code
        == 403
    )
    known = token(own, f"/articles/{article_of(story)}")
    nobody = TestClient(own.app, base_url="http://127.0.0.1")
    bare = nobody.post("/corrections", data={"token": known}, headers=HERE)
    assert bare.status_code == 403
    assert corrections(store) == []


def test_cookies_go_to_no_other_site(own: TestClient, story: Story) -> None:
    cookies = [
        own.get("/articles").headers["set-cookie"],
        send_date(own, story).headers["set-cookie"],
    ]
    for cookie in cookies:
        assert "samesite=strict" in cookie.casefold()
        assert "httponly" in cookie.casefold()


REFUSED: dict[str, tuple[dict[str, Any], int]] = {
    "what is not there": ({"thing": "art1-none"}, 409),
    "no thing": ({"thing": ""}, 409),
    "no kind": ({"kind": "erase"}, 400),
    "no noun": ({"noun": "outlet"}, 400),
    "what an article does not have": ({"kind": "speaker"}, 400),
    "no date": ({"first": "<script>"}, 400),
    "an end without a start": ({"first": "", "last": "2031-02-03"}, 400),
    "nobody": ({"author": " "}, 400),
    "no correction to undo": ({"kind": "undo", "correction": "cor1-none"}, 409),
    "nothing to take out": ({"kind": "split", "noun": "story"}, 409),
}


@pytest.mark.parametrize(("fields", "status"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_corrected_is_refused(
    own: TestClient, store: Path, story: Story, fields: dict[str, Any], status: int
) -> None:
    answer = send_date(own, story, **fields)
    assert answer.status_code == status
    assert "<script>" not in answer.text
    assert corrections(store) == []


def test_bodies_that_are_no_forms_are_refused(own: TestClient, store: Path) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded", **HERE}
    for body, headers in (
        (b"{}", {"Content-Type": "application/json", **HERE}),
        (b"a=" + b"b" * MAX_BYTES, form),
        (b"a=%ff", form),
        (b"a=\xff", form),
        (b"&".join([b"a=b"] * 20_001), form),
    ):
        assert own.post("/corrections", content=body, headers=headers).status_code == 400
    assert corrections(store) == []


def test_a_store_that_is_being_written_is_told_of(
    own: TestClient, store: Path, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.web.corrections.PATIENCE", 0.0)
    with SqliteStore(store, write=True):
        answer = send_date(own, story)
    assert answer.status_code == 409
    assert "Another process is writing" in answer.text
    assert "try again" in answer.text
    assert send_date(own, story).status_code == 303


def test_nouns_of_all_kinds_are_corrected(own: TestClient, store: Path, story: Story) -> None:
    statement, other = sorted(statements_of(story), key=lambda one: -len(one.quotations))[:2]
    event = max(story.events, key=lambda one: len(one.mentions))
    group = max(story.stories, key=lambda one: len(one.articles))
    entity = story.entities[0]
    actor = next(one for one in story.entities if len(story.units_of("entity", one.id)) > 1)
    mention = story.units_of("event", event.id)[0]
    for fields in (
        {"kind": "status", "noun": "event", "thing": event.id, "status": "denied"},
        {"kind": "split", "noun": "event", "thing": event.id, "unit": mention},
        {"kind": "speaker", "noun": "statement", "thing": statement.id, "speaker": entity.id},
        {"kind": "speaker", "noun": "statement", "thing": other.id, "name": entity.name.upper()},
        {"kind": "join", "noun": "statement", "thing": statement.id, "other": other.id},
        {"kind": "split", "noun": "entity", "thing": actor.id,
         "unit": story.units_of("entity", actor.id)[0]},
        {"kind": "split", "noun": "story", "thing": group.id, "unit": group.articles[:1]},
    ):  # fmt: skip
        assert send(own, story, **fields).status_code == 303, fields
    made = corrections(store)
    assert [one.kind for one in made[:4]] == ["status", "split", "speaker", "speaker"]
    assert {one.value for one in made[2:4]} == {entity.name}
    effects = {one["effect"] for one in own.get("/corrections.json").json()["corrections"]}
    assert effects <= {"in force", "overruled"}


def test_a_name_that_is_written_counts_more_than_the_list_as_it_stood(
    own: TestClient, store: Path, story: Story
) -> None:
    one = next(one for one in statements_of(story) if one.speaker)
    other = next(entity for entity in story.entities if entity.id != one.speaker)
    asked = {"kind": "speaker", "noun": "statement", "thing": one.id}
    send(own, story, **asked, speaker=one.speaker, name="a lock keeper")
    send(own, story, **asked, speaker=other.id, name="a lock keeper")
    send(own, story, **asked, speaker="", name="")
    assert [each.value for each in corrections(store)] == ["a lock keeper", other.name, ""]


def test_a_thing_is_joined_and_split_on_pages_of_their_own(own: TestClient, story: Story) -> None:
    for things in (statements_of(story), story.events, story.entities, story.stories):
        one = things[0].id
        page, twin = own.get(f"/join/{one}"), own.get(f"/join/{one}.json").json()
        assert page.status_code == 200
        assert one not in {each["id"] for each in twin["offered"]}
        assert own.get(f"/split/{one}").status_code == 200
        assert own.get(f"/split/{one}.json").json()["parts"]
    assert own.get(f"/join/{article_of(story)}").status_code == 404


def test_what_was_joined_to_a_thing_is_told_in_its_own_words(own: TestClient, story: Story) -> None:
    one, other = statements_of(story)[:2]
    send(own, story, kind="join", noun="statement", thing=one.id, other=other.id)
    (listed,) = own.get("/corrections.json").json()["corrections"]
    assert listed["parts"]
    assert listed["parts"].split("…")[0].strip() in " ".join(
        article.text for article in story.articles if article.id in other.articles
    )
    assert f"with <q>{listed['parts']}</q>" in html.unescape(own.get("/corrections").text)


def test_what_is_taken_out_of_a_story_leads_to_the_story(own: TestClient, story: Story) -> None:
    group = max(story.stories, key=lambda one: len(one.articles))
    assert send(own, story, kind="split", noun="story", thing=group.id, unit=group.articles[0])
    (one,) = own.get("/corrections.json").json()["corrections"]
    assert (one["subject"], one["other_label"]) == (None, group.label)


def test_a_correction_of_what_has_gone_is_listed_without_a_link(
    own: TestClient, store: Path
) -> None:
    gone = make_correction("date", "article", Sides(["art1-gone"]), "Anna", "2031")
    with SqliteStore(store, write=True) as opened:
        opened.add_corrections([gone])
    (one,) = own.get("/corrections.json").json()["corrections"]
    assert (one["subject"], one["effect"]) == (None, "idle")
    shown = own.get("/corrections").text
    assert "art1-gone" not in shown
    assert "does nothing" in shown


def test_what_to_join_with_is_found_by_words(own: TestClient, story: Story) -> None:
    one, other = statements_of(story)[0], statements_of(story)[-1]
    words = " ".join(other.text.split()[:12])
    found = own.get(f"/join/{one.id}.json", params={"words": words}).json()["offered"]
    assert found[0]["id"] == other.id


def test_a_record_that_cannot_be_written_has_no_forms(
    sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.store.sqlite.access", lambda *_: False)
    client = TestClient(application(sample_store), base_url="http://127.0.0.1")
    listed = client.get("/articles.json").json()["articles"]
    assert 'method="post"' not in client.get(f"/articles/{listed[0]['article']['id']}").text
    assert client.post("/corrections", data={}, headers=HERE).status_code == 405


@pytest.fixture
def page(browser: Browser, store: Path) -> Iterator[Page]:
    """A browser page of an application over a store to write to; it says nothing on the console."""
    with Served(store) as address:
        page = browser.new_page(base_url=address)
        said: list[str] = []
        page.on("console", lambda told: said.append(f"{told.text} {told.location['url']}"))
        yield page
        page.close()
    assert [one for one in said if not one.endswith("/favicon.ico")] == []


@pytest.mark.browser
def test_a_person_corrects_a_date_and_undoes_it(page: Page, store: Path, story: Story) -> None:
    page.goto(f"/articles/{article_of(story)}")
    page.get_by_text("Correct this article").click()
    page.get_by_label("Your name").fill("Anna")
    page.get_by_label("Day (empty: not known)").fill("2031-02-03")
    page.get_by_role("button", name="Correct the date").click()
    assert page.locator(".correction .what").inner_text() == "Date: 3 Feb 2031"
    page.get_by_role("button", name="Undo").click()
    page.wait_for_function("document.querySelector('.correction') === null")
    (one,) = corrections(store)
    assert (one.author, one.undone.author) == ("Anna", "Anna")
    page.get_by_role("link", name="Corrections").click()
    assert "taken back by Anna" in page.locator(".corrections").inner_text()


@pytest.mark.browser
def test_a_person_corrects_a_speaker_and_undoes_it(page: Page, store: Path, story: Story) -> None:
    statement = max(statements_of(story), key=lambda one: len(one.quotations))
    address = Addresses().page("statement", statement=statement.id)
    if address is None:
        pytest.skip("no page shows a statement")
    entity = next(one for one in story.entities if one.id != statement.speaker)
    page.goto(address)
    page.get_by_text("Correct this statement").click()
    page.get_by_label("Your name").fill("Anna")
    page.get_by_label("Speaker", exact=True).select_option("")
    page.get_by_label("If not in the list").fill(entity.name)
    page.get_by_role("button", name="Correct the speaker").click()
    assert page.locator(".correction .what").inner_text() == f"Speaker: {entity.name}"
    with open_story(store) as corrected:
        (one,) = (one for one in statements_of(corrected) if one.id == statement.id)
        assert one.speaker == entity.id
    page.get_by_role("button", name="Undo").click()
    page.wait_for_function("document.querySelector('.correction') === null")
    with open_story(store) as corrected:
        assert statements_of(corrected) == statements_of(story)


@pytest.mark.browser
def test_a_person_joins_with_the_keyboard(page: Page, store: Path, story: Story) -> None:
    one = statements_of(story)[0].id
    page.goto(f"/join/{one}")
    page.get_by_label("Your name").focus()
    page.keyboard.type("Anna")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_function("location.pathname.indexOf('/join/') < 0")
    assert [each.kind for each in corrections(store)] == ["join"]
