"""`show --changes` and `--since`: what later articles changed, with the words that carry it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.contracts.growing import FIRST, SECOND, grow
from variorum.cli.app import app
from variorum.library.asking import moment_of
from variorum.record.errors import InputError


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("grown") / "grown.variorum"
    grow(store, FIRST, SECOND)
    return store


def show(store: Path, *words: str) -> str:
    result = CliRunner().invoke(app, ["show", str(store), *words], env={"COLUMNS": "100"})
    assert result.exit_code == 0, result.output
    return result.stdout


def test_what_the_last_articles_changed(grown: Path) -> None:
    told = " ".join(show(grown, "--changes").split())
    assert "meet · planned then happened 2 independent sources + The presidents" in told
    assert "met in Santa Rocha on Saturday for three hours and agreed" in told
    assert "- The presidents of Velmark and Torrenia will meet in Santa Rocha" in told
    assert "40 → 64" in told
    assert "Karol Venn: We have opened a door" in told
    assert told.index("Outlets changed their text") < told.index("New statements")


def test_since_a_time_or_so_long_ago(grown: Path) -> None:
    assert "Nothing has changed since" in show(grown, "--since", "9000-01-01")
    assert show(grown, "--since", "3d").count("New articles · 2") == 1


def test_as_json(grown: Path) -> None:
    data = json.loads(show(grown, "--changes", "--json"))
    assert data["since"] < data["latest"]
    assert data["changes"][0]["kind"] == "status"
    assert data["changes"][0].keys() >= {"place", "earlier", "before", "after", "noun", "id"}


def test_a_record_that_never_grew(tmp_path: Path) -> None:
    grow(tmp_path / "story", FIRST)
    assert "came at once" in show(tmp_path / "story", "--changes")


@pytest.mark.parametrize("told", ["yesterday", "2031-02-30", "3y", "99999d", ""])
def test_no_time(told: str) -> None:
    with pytest.raises(InputError, match="is no time"):
        moment_of(told)
