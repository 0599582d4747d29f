"""`variorum show --digest`, `--timeline`, `--coverage`, `--conflicts` and `--wordings`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.contracts.nouns import add_nouns
from tests.contracts.readers import RuleReader
from tests.contracts.stories import build_store

VIEWS = ("digest", "timeline", "coverage", "conflicts", "wordings")


@pytest.fixture
def full(story: Path) -> Path:
    """A store that has an event, a statement, a position and a story."""
    add_nouns(story)
    return story


def test_conflicts_with_their_words_and_places(run: Run, full: Path) -> None:
    shown = run("show", full, "--conflicts").stdout
    assert "Who says so" in shown
    assert "≠ " in shown
    assert "falsely claiming that Torrenia started" in " ".join(shown.split())
    assert "The Haldun Post · 6 Mar 2031 · " in shown
    assert "Only one side says 'falsely'" in shown


def test_wordings_by_outlet(run: Run, full: Path) -> None:
    shown = run("show", full, "--wordings").stdout
    assert "assault → invasion  2 places  by Eastern Daily" in shown
    assert "Words that take sides" in shown


def test_the_timeline_counts_sources(run: Run, full: Path) -> None:
    shown = run("show", full, "--timeline").stdout
    assert "1 event\n" in shown
    assert "Tuesday, 4 March 2031" in shown
    assert "spoke by telephone · Ilse Maran · happened" in shown
    assert "2 independent sources, 8 articles" in shown


def test_the_digest_tells_days_in_sentences_with_their_places(run: Run, full: Path) -> None:
    shown = " ".join(run("show", full, "--digest").stdout.split())
    assert "Tuesday, 4 March 2031 3 independent sources name the day; " in shown
    assert "The presidents of Velmark and Torrenia spoke by telephone for 75 minutes" in shown
    assert "The Lowland Gazette · 5 Mar 2031 09:40 · 309–552" in shown


def test_what_a_copy_leaves_out(run: Run, full: Path) -> None:
    shown = run("show", full, "--coverage").stdout
    assert "that only one source has" in shown
    assert "Frontline Monitor leaves out of The Haldun Post" in shown
    assert "Velmark has said since autumn that the barges carry weapons" in shown


@pytest.mark.parametrize("view", VIEWS)
def test_as_json(run: Run, full: Path, view: str) -> None:
    data = json.loads(run("show", full, f"--{view}", "--json").stdout)
    assert data.keys() == {view}
    assert data[view]


def test_more_than_one_view(run: Run, full: Path) -> None:
    data = json.loads(run("show", full, "--timeline", "--wordings", "--json").stdout)
    assert data.keys() == {"timeline", "wordings"}
    shown = run("show", full, "--timeline", "--wordings").stdout
    assert shown.index("1 event") < shown.index("assault → invasion")


@pytest.mark.parametrize("view", VIEWS)
def test_limit(run: Run, full: Path, view: str) -> None:
    cut = run("show", full, f"--{view}", "--limit", "1").stdout
    assert len(cut) <= len(run("show", full, f"--{view}").stdout)


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_to_show(run: Run, folder: Path, view: str) -> None:
    (folder / "a.txt").write_text("Goats climb higher than their own shepherds dare to look.\n")
    build_store(Path("s.variorum"), "a.txt", reader=RuleReader())
    shown = run("show", "s.variorum", f"--{view}").stdout
    assert len(shown.strip().splitlines()) == 1
    data = json.loads(run("show", "s.variorum", f"--{view}", "--json").stdout)
    assert data == {view: []}


@pytest.mark.parametrize("view", VIEWS)
def test_lines_fit_a_narrow_terminal(
    run: Run, full: Path, monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    shown = run("show", full, f"--{view}").stdout
    assert max(map(len, shown.splitlines())) <= 60


@pytest.mark.parametrize("view", VIEWS)
def test_words_of_an_article_do_not_steer_the_terminal(run: Run, folder: Path, view: str) -> None:
    lines = [
        "The army began its \x1b[31massault on the port of Ansel before the ferries left.",
        "Families who fled the \x1b[31massault on the upper town slept in the school.",
        "A spokesman said the storm killed \x1b]0;x 12 people in the northern villages.",
    ]
    for name, change in (("a", {}), ("b", {"assault": "liberation", "12": "15"})):
        text = "\n\n".join(lines)
        for before, after in change.items():
            text = text.replace(before, after)
        (folder / f"{name}.txt").write_text(f"{name.upper()} POST\n\n{text}\n")
    build_store(Path("s.variorum"), "a.txt", "b.txt", reader=RuleReader())
    assert "\x1b" not in run("show", "s.variorum", f"--{view}").stdout
