"""`variorum watch`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.contracts.readers import RuleReader
from tests.contracts.stories import PARAGRAPHS, exported, noun
from tests.live.hostile import Site, feed, page, serving
from variorum.cli import watch


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site["/rss"] = feed("/a")
        site["/a"] = page("Talks in Vessa", *PARAGRAPHS[:4])
        yield site


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> RuleReader:
    reader = RuleReader()
    monkeypatch.setattr(watch, "shipped_reader", lambda *_: reader)
    return reader


def test_once(run: Run, site: Site, reader: RuleReader) -> None:
    arguments = ["watch", f"{site.address}/rss", "--once", "--delay", "0", "-o", "s.variorum"]
    result = run(*arguments, "--allow-private")
    assert result.exit_code == 0
    assert "1 new, 0 changed (1 sources and 1 pages asked)" in result.stdout
    assert [row["title"] for row in noun(exported(Path("s.variorum")), "articles")] == [
        "Talks in Vessa"
    ]
    assert len(reader.given) == 1
    assert "0 new, 0 changed" in run(*arguments, "--allow-private").stdout


def test_without_reading(run: Run, site: Site, reader: RuleReader) -> None:
    run("watch", f"{site.address}/a", "--once", "--delay", "0", "--allow-private", "--no-read")
    assert reader.given == []


def test_this_machine_is_not_fetched_from_unless_so_wished(run: Run, site: Site) -> None:
    result = run("watch", f"{site.address}/rss", "--once", "--delay", "0")
    assert result.exit_code == 3
    assert "1 failed" in result.stdout
    assert site.asked == []
    assert "--allow-private" in run("show", "story.variorum", "--failures").stdout


def test_nothing_to_watch(command) -> None:
    ended = command("watch")
    assert ended.code == 1
    assert "Name feeds" in ended.err
