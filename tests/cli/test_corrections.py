"""`variorum corrections`: listed, carried to another store, taken back."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.contracts.readers import RuleReader
from tests.contracts.stories import SAMPLE, build_store, statements_of
from variorum.cli.app import app
from variorum.library import open_story
from variorum.record.correction import Correction, Sides, make_correction
from variorum.record.errors import InputError
from variorum.store.sqlite import SqliteStore


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "story.variorum"
    build_store(path, SAMPLE, reader=RuleReader())
    return path


@pytest.fixture
def path(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "story.variorum"))


@pytest.fixture
def correction(path: Path) -> Correction:
    """A correction that the store holds."""
    with open_story(path) as story:
        one = make_correction(
            "speaker", "statement", Sides(statements_of(story)[0].quotations), "Anna", "an aide"
        )
    with SqliteStore(path, write=True) as store:
        store.add_corrections([one])
    return one


def run(*words: object) -> str:
    result = CliRunner().invoke(app, ["corrections", *map(str, words)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def test_no_corrections(path: Path) -> None:
    assert run("list", path) == "Nobody has corrected anything.\n"
    assert json.loads(run("list", path, "--json")) == []


def test_a_list_tells_what_each_correction_does(path: Path, correction: Correction) -> None:
    told = run("list", path)
    assert "speaker statement “an aide” · Anna" in told
    assert "in force" in told
    (row,) = json.loads(run("list", path, "--json"))
    assert (row["id"], row["effect"]) == (correction.id, "in force")


def test_corrections_are_carried_to_another_store(
    path: Path, correction: Correction, built: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(built, tmp_path / "other.variorum"))
    run("export", path, tmp_path / "corrections.jsonl")
    assert json.loads(run("import", tmp_path / "corrections.jsonl", other, "--json")) == {
        "corrections": 1
    }
    assert json.loads(run("import", tmp_path / "corrections.jsonl", other, "--json")) == {
        "corrections": 0
    }
    with open_story(path) as one, open_story(other) as copy:
        assert copy.corrections == [correction]
        assert statements_of(copy) == statements_of(one)


def test_what_was_taken_back_stays_so_elsewhere(
    path: Path, correction: Correction, tmp_path: Path
) -> None:
    run("export", path, tmp_path / "before.jsonl")
    assert correction.id in run("undo", path, correction.id, "--author", "Ben")
    assert "undone" in run("list", path)
    run("import", tmp_path / "before.jsonl", path)
    with open_story(path) as story:
        (one,) = story.corrections
        assert one.undone
        assert one.undone.author == "Ben"
        assert statements_of(story)[0].speaker_name != "an aide"


def test_a_correction_that_is_not_there(path: Path) -> None:
    with pytest.raises(InputError, match="There is no correction cor1-none"):
        run("undo", path, "cor1-none")


@pytest.mark.parametrize("spoil", [b"{}", b"\xff\xfe", b'{"id": 1}'])
def test_a_file_of_something_else_is_refused_whole(
    path: Path, correction: Correction, tmp_path: Path, built: Path, spoil: bytes
) -> None:
    file = tmp_path / "corrections.jsonl"
    run("export", path, file)
    file.write_bytes(file.read_bytes() + spoil)
    other = Path(shutil.copy(built, tmp_path / "other.variorum"))
    with pytest.raises(InputError, match="Line 2 of"):
        run("import", file, other)
    with SqliteStore(other) as store:
        assert list(store.corrections()) == []


def test_a_changed_correction_is_refused(
    path: Path, correction: Correction, tmp_path: Path
) -> None:
    file = tmp_path / "corrections.jsonl"
    run("export", path, file)
    file.write_text(file.read_text("utf-8").replace("an aide", "a minister"), "utf-8")
    with pytest.raises(InputError, match="was changed"):
        run("import", file, path)


def test_nothing_is_made_of_a_store_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").touch()
    with pytest.raises(Exception, match="There is no store"):
        run("import", tmp_path / "none.jsonl", tmp_path / "none.variorum")
    assert not (tmp_path / "none.variorum").exists()
