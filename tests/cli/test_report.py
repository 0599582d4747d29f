"""`variorum report` and `variorum demo` (what the page says is tested in tests/report)."""

import webbrowser
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.contracts.stories import SAMPLE_ARTICLES, faults
from variorum.library import open_story


def test_beside_the_store_or_where_it_is_wanted(run: Run, story: Path) -> None:
    assert run("report", story, "--title", "The <call>").exit_code == 0
    page = Path("story.html").read_text("utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "The &lt;call&gt;" in page
    assert "The <call>" not in page
    result = run("report", story, "-o", "other.html")
    assert "other.html" in result.stdout
    assert "The Lowland Gazette" in Path("other.html").read_text("utf-8")


@pytest.mark.parametrize("named", ["story.html", "story.variorum"])
def test_never_over_the_store(run: Run, story: Path, named: str) -> None:
    """`build -o story.html` and then `report story.html`; or a slip of the hand."""
    story.rename(named)
    run("report", named, *([] if named.endswith("html") else ["-o", named]))
    assert faults(Path(named)) == []


def test_demo_writes_a_store_and_a_report(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    result = run("demo")
    assert result.exit_code == 0
    assert f"{SAMPLE_ARTICLES} articles" in result.stdout
    with open_story("sample-story.variorum") as story:
        assert len(story.articles) == SAMPLE_ARTICLES
        assert f"{len(story.independent_sources)} independent sources" in result.stdout
    page = folder / "sample-story.html"
    assert "Ansel corridor" in page.read_text("utf-8")
    assert page.as_uri() in result.stdout
    assert opened == []
    assert run("demo", "-o", "again.variorum", "--browser").exit_code == 0
    assert opened == [(folder / "again.html").as_uri()]


def test_demo_into_a_name_that_ends_like_a_report(run: Run) -> None:
    run("demo", "-o", "demo.html")
    assert Path("demo.html").read_bytes().startswith(b"SQLite format 3")
