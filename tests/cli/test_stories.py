"""`variorum show --stories`."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.contracts.stories import SAMPLE_ARTICLES, build_store


def test_stories_with_their_articles_and_reasons(run: Run, story: Path) -> None:
    shown = run("show", story, "--stories").stdout
    assert shown.startswith("2 stories of 16 articles\n")
    assert "Maran offers to step down for seat in Northern Compact\n" in shown
    assert "9–10 Mar 2031 · 4 articles · 3 independent sources · Corriere del Golfo, " in shown
    assert "copies of one text count once" in shown
    assert "    9 Mar 2031 17:40  Harbour Radio  Maran offers to step down" in shown


def test_the_largest_first_and_no_more_than_asked_for(run: Run, story: Path) -> None:
    shown = run("show", story, "--stories", "--limit", "1").stdout
    assert "1 more stories" not in shown
    assert "… and 1 more story (--limit)" in shown
    assert "Maran offers to step down for seat in Northern Compact\n" not in shown
    assert "… and 11 more articles (--limit)" in shown


def test_stories_as_json(run: Run, story: Path) -> None:
    told = json.loads(run("show", story, "--stories", "--json").stdout)["stories"]
    assert [len(one["articles"]) for one in told] == sorted(
        (len(one["articles"]) for one in told), reverse=True
    )
    assert sum(len(one["articles"]) for one in told) == SAMPLE_ARTICLES
    for one in told:
        assert 1 <= one["independent_sources"] <= len(one["articles"])
        assert one["reasons"]
        assert one["when"]["earliest"] <= one["when"]["latest"]
        assert all(article["title"] for article in one["articles"])


def test_a_page_alone_is_no_story(run: Run, folder: Path) -> None:
    (folder / "one.txt").write_text("A ferry sank\n\nA ferry sank off Stennvik on Monday.\n")
    build_store(Path("s.variorum"), "one.txt")
    assert (
        "No two articles are about one development."
        in run("show", "s.variorum", "--stories").stdout
    )


def test_what_articles_say_never_steers_the_terminal(run: Run, folder: Path) -> None:
    text = "\x1b[31mFerry\x1b[0m [red]strike[/red] cuts off islands of Orrin\n\n" + (
        "Ferry crews of Stennvik walked off their boats and stranded the islands of Hesk.\n\n" * 3
    )
    for name in ("one", "other"):
        (folder / f"{name}.txt").write_text(f"{text}The {name} harbour froze in {name}vik.\n")
    build_store(Path("s.variorum"), "one.txt", "other.txt")
    shown = run("show", "s.variorum", "--stories").stdout
    assert "2 articles" in shown
    assert "\x1b" not in shown
