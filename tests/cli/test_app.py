"""Exit codes and messages: every error says what, with which item, and what to do next."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shlex import quote

import pytest

import variorum
from tests.cli.conftest import Ended, Run
from tests.contracts.stories import PARAGRAPHS, SAMPLE
from variorum.cli.app import EXIT_CODES
from variorum.store.sqlite import SqliteStore

Command = Callable[..., Ended]

ERRORS: dict[str, tuple[list[str], str, str]] = {
    "no store": (["show", "nowhere.variorum"], "nowhere.variorum", "variorum build INPUT -o"),
    "no store to check": (["doctor", "nowhere.variorum"], "nowhere.variorum", "variorum build"),
    "no store to report": (["report", "nowhere.variorum"], "nowhere.variorum", "variorum build"),
    "no store to export": (["export", "nowhere", "out"], "nowhere", "variorum build"),
    "a text for a store": (["show", "text.txt"], "text.txt", "another path"),
    "no input": (["build", "nowhere.txt"], "nowhere.txt", "Check the path"),
    "no match": (["build", "*.jsonl"], "*.jsonl", "Check the path"),
    "a folder for a store": (["build", "-o", "folder"], "folder", "store"),
    "a file for a folder": (["export", "story.variorum", "text.txt"], "text.txt", "another folder"),
    "no folder for a report": (
        ["report", "story.variorum", "-o", "no/where.html"], "no/where.html", "-o",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "item", "next_step"), ERRORS.values(), ids=ERRORS)
def test_errors(
    command: Command, story: Path, arguments: list[str], item: str, next_step: str
) -> None:
    Path("text.txt").write_text(PARAGRAPHS[0])
    Path("folder").mkdir()
    ended = command(*arguments)
    assert ended.code == 1
    first, *rest = ended.err.strip().splitlines()
    assert first.startswith("Error: ")
    assert item in first
    assert next_step in " ".join(rest)
    assert "Traceback" not in ended.err
    assert ended.out == ""


def test_a_store_that_another_process_writes_to(command: Command) -> None:
    with SqliteStore(Path("busy.variorum"), write=True):
        ended = command("build", SAMPLE, "-o", "busy.variorum")
        assert ended.code == 1
        assert "Another process is writing to busy.variorum" in ended.err
        assert "try again" in ended.err
        assert command("show", "busy.variorum").code == 0


def test_a_memory_limit_that_is_none(command: Command) -> None:
    ended = command("build", SAMPLE, "--memory", "banana")
    assert ended.code in (1, 2)
    assert "banana" in ended.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["show"],
        ["build", "--colour"],
        ["build", "--max-bytes", "0"],
        ["build", "--processes", "0"],
        ["show", "story.variorum", "--limit", "none"],
    ],
    ids=" ".join,
)
def test_a_command_line_that_is_not_understood(command: Command, arguments: list[str]) -> None:
    ended = command(*arguments)
    assert ended.code == 2
    assert "--help" in ended.err
    assert not Path("story.variorum").exists()


def test_version_and_help(command: Command) -> None:
    assert command("--version") == Ended(0, f"variorum {variorum.__version__}\n", "")
    shown = command("--help").out
    commands = ("build", "show", "report", "export", "doctor", "demo")
    assert all(name in shown for name in commands)
    assert all(command(name, "--help").code == 0 for name in commands)


def test_exit_codes_of_the_real_command(folder: Path, story: Path) -> None:
    (folder / "empty.txt").touch()
    codes = {
        0: ["doctor", "story.variorum"],
        1: ["show", "nowhere.variorum"],
        2: ["show"],
        3: ["build", "empty.txt", "-o", "empty.variorum"],
        4: ["doctor", "faulty.variorum"],
    }
    assert codes.keys() | {130} == EXIT_CODES.keys(), "130 has a test of its own"
    damage(story, folder / "faulty.variorum")
    for code, arguments in codes.items():
        ended = variorum_command(*arguments)
        assert ended.returncode == code, ended.stderr
        assert "Traceback" not in ended.stderr


def test_text_through_a_pipe(folder: Path) -> None:
    ended = variorum_command("build", "-", "--json", stdin=PARAGRAPHS[0])
    assert ended.returncode == 0
    assert ended.stdout.startswith("{")
    assert "\x1b" not in ended.stdout + ended.stderr


def damage(store: Path, copy: Path) -> None:
    data = store.read_bytes()
    assert b"art1-" in data
    copy.write_bytes(data)
    with SqliteStore(copy, write=True) as opened:
        opened._run("DELETE FROM articles WHERE id = (SELECT min(a) FROM pairs)")


def variorum_command(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from variorum.cli import main; main()", *arguments],
        input=stdin, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_person_who_stops_a_run_is_told_that_nothing_is_lost(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        # A shell has its background jobs ignore Ctrl-C, and these tests may run in one.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            signal.raise_signal(signal.SIGINT)
        finally:
            signal.signal(signal.SIGINT, before)

    monkeypatch.setattr("variorum.cli.build.build", stopped)
    ended = command("build")
    assert ended.code == 130
    assert "Nothing is lost" in ended.err


@pytest.mark.parametrize(
    "name", ["draft[bold].variorum", "draft[/bold].variorum", "a  draft.variorum", "a" * 150]
)
def test_a_path_is_printed_as_it_is_and_a_command_can_be_copied(
    run: Run, story: Path, name: str
) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    story.rename(name)
    for arguments in (
        ["build", "-o", name],
        ["doctor", name],
        ["report", name],
        ["export", name, "out"],
    ):
        result = run(*arguments)
        assert result.exit_code == 0, arguments
    assert f"variorum show {quote(name)}" in run("build", "-o", name).stdout
    assert f"{name} is sound" in run("doctor", name).stdout
