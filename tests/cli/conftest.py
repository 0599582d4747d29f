"""Commands as a person gives them: in this process, in a folder of their own."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner, Result

from tests.contracts.readers import RuleReader
from tests.contracts.stories import SAMPLE, build_store
from variorum.cli.app import app, main

Run = Callable[..., Result]


class Ended(NamedTuple):
    """How a command ended: its exit code, and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which commands run, so that paths are short and lines do not wrap."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "story.variorum"
    build_store(path, SAMPLE, reader=RuleReader())
    return path


@pytest.fixture
def story(folder: Path, built_sample: Path) -> Path:
    """A store of the sample story."""
    shutil.copy(built_sample, folder / "story.variorum")
    return Path("story.variorum")


@pytest.fixture
def run() -> Run:
    """A command without the part that turns errors into messages."""

    def invoke(*arguments: str | Path, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(one) for one in arguments], input=stdin)

    return invoke


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ended]:
    """A command from its words to its exit code."""

    def call(*arguments: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["variorum", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        return Ended(int(ended.value.code or 0), *capsys.readouterr())

    return call
