"""Commands are loaded when they are asked for."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from variorum.cli.app import app
from variorum.cli.commands import COMMANDS, load

HEAVY = "pyarrow numpy duckdb onnxruntime uvicorn starlette trafilatura rapidfuzz".split()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_of_a_command_what_the_command_says_of_itself(name: str) -> None:
    said = " ".join((load(name).help or "").split("\n\n")[0].split())
    assert COMMANDS[name].summary == said


def test_a_command_is_explained_under_its_name() -> None:
    shown = CliRunner().invoke(app, ["draw", "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert "variorum draw [OPTIONS] {store}" in shown.output


def test_a_command_below_another() -> None:
    shown = CliRunner().invoke(app, ["corrections", "list", "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert "corrections list [OPTIONS] {store}" in shown.output


def test_a_command_that_is_not_there_is_answered_with_one_that_is() -> None:
    shown = CliRunner().invoke(app, ["shwo"])
    assert shown.exit_code == 2
    assert "'show'" in shown.output


def loaded_by(code: str) -> set[str]:
    """The heavy modules that some code loads."""
    told = f"import sys\n{code}\nprint('loaded', *({set(HEAVY)!r} & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(run.stdout.rpartition("loaded")[2].split())


def test_help_loads_nothing_that_takes_long() -> None:
    code = "from variorum.cli.app import app\ntry: app(['--help'])\nexcept SystemExit: pass"
    assert loaded_by(code) == set()


def test_to_show_a_record_loads_nothing_that_only_building_needs() -> None:
    assert loaded_by("from variorum.cli.commands import load\nload('show')") <= {"rapidfuzz"}
    assert "pyarrow" in loaded_by("from variorum.cli.commands import load\nload('build')")
