"""What a reader is told to be new since the last look, as told by a cookie and no account."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.contracts.growing import FIRST, SECOND, grow
from variorum.library import open_story
from variorum.web import looking
from variorum.web.application import application


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story to which articles were added once."""
    store = tmp_path_factory.mktemp("grown") / "grown.variorum"
    grow(store, FIRST, SECOND)
    return store


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    """A reader of a story of the first day."""
    grow(tmp_path / "story.variorum", FIRST)
    return TestClient(application(tmp_path / "story.variorum"), base_url="http://127.0.0.1")


def notice(client: TestClient) -> str:
    found = re.search(r'<p class="notice">(.*?)</p>', client.get("/story").text)
    return re.sub("<.*?>", "", found[1]) if found else ""


def moments(store: Path) -> list[str]:
    with open_story(store) as story:
        return sorted(set(story.arrivals.values()))


def brings(client: TestClient, change: Callable[[str], str]) -> None:
    """Change the cookie that the reader's browser brings back."""
    (cookie,) = (one for one in client.cookies.jar if one.name.startswith("variorum-seen"))
    cookie.value = change(cookie.value or "")


def later(client: TestClient, seconds: float) -> None:
    """As if the reader had looked so long ago."""

    def change(told: str) -> str:
        since, seen, asked = told.split("_")
        return f"{since}_{seen}_{int(asked) - int(seconds)}"

    brings(client, change)


def test_who_comes_first_is_told_nothing(client: TestClient) -> None:
    assert notice(client) == ""
    assert "What changed</a>" not in client.get("/story").text
    assert "All that is here came at once" in client.get("/changes").text


def test_what_came_during_a_visit_is_told_until_it_was_seen(
    client: TestClient, tmp_path: Path
) -> None:
    notice(client)
    grow(tmp_path / "story.variorum", SECOND)
    for _ in range(2):
        told = notice(client)
        assert "1 event came out otherwise, 1 outlet changed its text" in told
        assert "1 new article" in told
    assert "What changed</a>" in client.get("/events").text
    changes = client.get("/changes")
    assert re.search(r"/changes\?since=2\d{3}-", str(changes.url))
    assert "planned</span> <span" in changes.text
    assert "<del>40</del>" in changes.text
    assert notice(client) == ""
    assert client.get(changes.url).text == changes.text


def test_the_next_visit_begins_where_the_last_one_ended(client: TestClient, tmp_path: Path) -> None:
    notice(client)
    grow(tmp_path / "story.variorum", SECOND)
    assert notice(client)
    later(client, looking.VISIT / 2)
    assert notice(client)
    later(client, looking.VISIT + 10)
    assert notice(client) == ""


def test_a_part_of_what_changed_is_not_all(client: TestClient, tmp_path: Path) -> None:
    notice(client)
    store = tmp_path / "story.variorum"
    grow(store, SECOND)
    client.get(f"/changes?since={moments(store)[-1]}")
    assert notice(client)
    client.get("/changes?since=2001-01-01")
    assert notice(client) == ""


def test_the_cookie_holds_times_and_goes_to_no_other_site(client: TestClient) -> None:
    given = client.get("/story").headers.get_list("set-cookie")
    (cookie,) = (one for one in given if one.startswith("variorum-seen"))
    assert re.match(r"variorum-seen-[0-9a-f]{12}=[-:.\dTZ]+_[-:.\dTZ]+_\d+;", cookie)
    assert "samesite=strict" in cookie.casefold()
    assert "httponly" in cookie.casefold()
    assert not client.get("/story.json").headers.get_list("set-cookie")


@pytest.mark.parametrize("told", ["", "x", "9999_9999_1", "<script>_a_1", "2" * 5000])
def test_a_cookie_that_is_none_of_ours_does_no_harm(client: TestClient, told: str) -> None:
    client.get("/story")
    brings(client, lambda _: told)
    assert notice(client) == ""


def test_a_program_tells_since_when(grown: Path) -> None:
    client = TestClient(application(grown), base_url="http://127.0.0.1")
    first, last = moments(grown)
    told = client.get(f"/changes.json?since={first}").json()
    assert (told["since"], told["latest"]) == (first, last)
    assert [one["articles"] for one in told["arrivals"]] == [2, 1]
    assert told["kinds"][0] == {
        "kind": "status",
        "title": "Came out otherwise than told before",
        "count": 1,
        "text": "1 event came out otherwise",
    }
    (version,) = (one for one in told["groups"] if one["kind"] == "version")
    assert version["news"][0]["edits"][0]["after"] in ("64", "reportedly")
    assert client.get("/changes.json").json() == told
    assert client.get(f"/changes.json?since={last}").json()["kinds"] == []
    assert client.get(f"/story.json?since={first}").json()["notice"]["since"] == first
    only = client.get(f"/changes.json?since={first}&kind=statement").json()
    assert [one["kind"] for one in only["groups"]] == ["statement"]


def test_only_what_a_story_tells(grown: Path) -> None:
    client = TestClient(application(grown), base_url="http://127.0.0.1")
    with open_story(grown) as story:
        (group,) = story.stories
    told = client.get(f"/changes.json?story={group.id}").json()
    articles = {one["words"]["article"]["id"] for part in told["groups"] for one in part["news"]}
    assert articles <= set(group.articles)
