"""The documents and the program say the same."""

import ast
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from typer.testing import CliRunner

from tests.contracts.stories import PARAGRAPHS, SAMPLE_ARTICLES
from tests.documents import (
    DOCUMENTS,
    ROOT,
    blocks,
    codes,
    documented_fields,
    links,
    read,
    rows,
    sections,
)
from variorum.cli.app import EXIT_CODES, app
from variorum.cli.commands import COMMANDS as LISTED
from variorum.cli.commands import load
from variorum.compare.conflicts import Conflict
from variorum.compare.edited import ConflictKind
from variorum.compare.wordings import Wording, WordingKind
from variorum.export.nouns import NOUNS
from variorum.export.rows import MentionRow, QuotationRow, StatementRow, TimeRow
from variorum.record.article import Article, Role
from variorum.record.correction import CorrectedNoun, Correction, CorrectionKind
from variorum.record.event import Event, EventType, Status
from variorum.record.event import Role as ParticipantRole
from variorum.record.failure import Failure, FailureCode
from variorum.record.lineage import Derivation, Direction, Dispatch, Lineage, Pair, PairRelation
from variorum.record.position import Position, Stance
from variorum.record.reading import Entity, EntityKind, QuotationMode
from variorum.record.reuse import EditKind, EditOperation, Place, Reuse
from variorum.record.span import Span
from variorum.record.statement import VariantKind
from variorum.record.story import StoryGroup
from variorum.record.time_expression import TimeType
from variorum.record.when import Basis, Grain, When

_TOP: dict[str, Any] = {name: load(name) for name in LISTED}
_BELOW = {name: getattr(one, "commands", {}) for name, one in _TOP.items()}
COMMANDS: dict[str, Any] = {name: one for name, one in _TOP.items() if not _BELOW[name]} | {
    f"{name} {below}": one for name, some in _BELOW.items() for below, one in some.items()
}
"""The commands; those below another under both names."""

COMMAND_LINE = read("docs/command-line.md")
OPTIONS_OF = {
    name: body
    for heading, body in sections(COMMAND_LINE).items()
    for name in heading.split(", ")
    if name in COMMANDS
}
"""What docs/command-line.md says of each command."""


def names_in(document: Path) -> str:
    return str(document.relative_to(ROOT))


def options(command: Any) -> list[Any]:
    return [one for one in command.params if one.param_type_name == "option"]


def arguments(command: Any) -> list[str]:
    """The arguments as a usage line names them."""
    named = [one for one in command.params if one.param_type_name == "argument"]
    return [f"[{one.name.upper()}]…" if one.nargs < 0 else one.name.upper() for one in named]


class TestTheCommandLine:
    def test_every_command_is_documented_with_its_arguments(self) -> None:
        head = COMMAND_LINE.split("\n## ")[0]
        usages = {
            f"`variorum {' '.join([name, *arguments(one)])}`" for name, one in COMMANDS.items()
        }
        assert {usage for usage, _ in rows(head)} == usages

    @pytest.mark.parametrize("name", COMMANDS)
    def test_every_option_is_documented_and_no_other(self, name: str) -> None:
        section = OPTIONS_OF.get(name, "")
        told = {code.split()[0] for code in codes(section) if re.match(r"--?\w", code)}
        params = options(COMMANDS[name])
        real = {word for one in params for word in (*one.opts, *one.secondary_opts)}
        assert told == real

    @pytest.mark.parametrize("name", COMMANDS)
    def test_defaults_are_told(self, name: str) -> None:
        told = {codes(first)[0].split()[0]: meaning for first, meaning in rows(OPTIONS_OF[name])}
        for option in options(COMMANDS[name]):
            meaning = told.get(option.opts[0], "")
            if isinstance(option.default, int) and not isinstance(option.default, bool):
                assert f"(default {option.default:,})" in meaning
            elif "(default `" in meaning:
                assert f"(default `{option.default}`)" in meaning

    def test_options_before_the_command(self) -> None:
        head = COMMAND_LINE.split("\n## ")[0]
        told = {word for code in codes(head) for word in code.split() if word.startswith("--")}
        assert told == {"--help", "--version"}

    def test_exit_codes(self) -> None:
        told = {int(code): meaning for code, meaning in rows(sections(COMMAND_LINE)["Exit codes"])}
        assert told == EXIT_CODES
        assert set(exit_codes_in_the_source()) <= EXIT_CODES.keys()


def exit_codes_in_the_source() -> list[int]:
    """The numbers with which commands are ended."""
    trees = [
        ast.parse(file.read_text("utf-8")) for file in (ROOT / "src/variorum/cli").glob("*.py")
    ]
    return [
        node.args[0].value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("typer.Exit", "sys.exit")
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, int)
    ]


def commands_in(text: str) -> list[list[str]]:
    """The uses of `variorum` in the code of a document, as the words after it."""
    lines = [line for block in blocks(text, "sh") for line in block.splitlines()] + codes(text)
    found = (
        re.match(r"(?:\S*/)?variorum (\w.*)", line.partition(" #")[0].strip()) for line in lines
    )
    return [one[1].split() for one in found if one]


@pytest.mark.parametrize("document", DOCUMENTS, ids=names_in)
def test_commands_in_documents_are_understood(document: Path) -> None:
    for name, *words in commands_in(document.read_text("utf-8")):
        if words and f"{name} {words[0]}" in COMMANDS:
            name, *words = f"{name} {words[0]}", *words[1:]  # noqa: PLW2901
        if name != "COMMAND":
            assert name in COMMANDS
            COMMANDS[name].make_context(name, list(words))


STRUCTS: dict[str, type[msgspec.Struct]] = {
    "articles": Article,
    "entities": Entity,
    "mentions": MentionRow,
    "times": TimeRow,
    "quotations": QuotationRow,
    "statements": StatementRow,
    "events": Event,
    "positions": Position,
    "stories": StoryGroup,
    "conflicts": Conflict,
    "wordings": Wording,
    "reuse": Reuse,
    "lineage": Lineage,
    "dispatches": Dispatch,
    "pairs": Pair,
    "corrections": Correction,
    "failures": Failure,
}
VALUES: dict[str, list[Any]] = {
    "articles": [Role],
    "entities": [EntityKind],
    "times": [TimeType],
    "quotations": [QuotationMode],
    "statements": [VariantKind],
    "events": [EventType, Status, ParticipantRole],
    "positions": [Stance],
    "conflicts": [ConflictKind],
    "wordings": [WordingKind],
    "reuse": [EditOperation, EditKind],
    "pairs": [PairRelation, Direction],
    "lineage": [Derivation],
    "corrections": [CorrectionKind, CorrectedNoun],
    "failures": [FailureCode],
}
"""What some fields of a noun may hold."""


class TestTheRecord:
    def test_every_noun_is_documented(self) -> None:
        assert documented_fields().keys() == NOUNS.keys() == STRUCTS.keys()

    @pytest.mark.parametrize("noun", STRUCTS)
    def test_every_field_is_documented_once_and_no_other(self, noun: str) -> None:
        told = [field.name for field in documented_fields()[noun]]
        assert sorted(told) == sorted(STRUCTS[noun].__struct_encode_fields__)

    @pytest.mark.parametrize("noun", VALUES)
    def test_every_value_is_named(self, noun: str) -> None:
        section = sections(read("docs/record.md"))[f"{noun}.jsonl"]
        values = [value for literal in VALUES[noun] for value in get_args(literal)]
        assert [one for one in values if not re.search(rf"(?<!\w){one}(?!\w)", section)] == []

    def test_what_many_nouns_hold(self) -> None:
        head = " ".join(read("docs/record.md").split("\n## ")[0].split())
        for struct in (Span, Place, When):
            fields = ", ".join(f'"{name}"' for name in struct.__struct_fields__)
            assert re.search(f"`{struct.__name__}` is `{{{fields}}}`", head)
        assert all(value in head for value in (*get_args(Grain), *get_args(Basis)))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to follow the documents in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def run(*words: str) -> str:
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, (words, result.output, result.exception)
    return result.stdout


def test_the_tutorial_can_be_followed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tutorial = read("docs/tutorial.md")
    in_blocks = commands_in("\n".join(f"```sh\n{block}```" for block in blocks(tutorial, "sh")))
    for words in in_blocks:
        run(*words)
    for code in blocks(tutorial, "python"):
        capsys.readouterr()
        exec(compile(code, "docs/tutorial.md", "exec"), {})
        assert f"{SAMPLE_ARTICLES} articles" in capsys.readouterr().out
    (folder / "more").mkdir()
    (folder / "more" / "goats.txt").write_text(PARAGRAPHS[0], "utf-8")
    for words in commands_in(tutorial):
        run(*words)


def test_what_the_readme_says_is_printed_is(folder: Path) -> None:
    """But for the shares of texts, which move a little when passages are aligned better."""
    run("demo")
    printed = SHARE.sub("%", run("show", "sample-story.variorum"))
    (told,) = blocks(read("README.md"), "text")
    parts = [part.strip(" │├└─") for line in told.splitlines() for part in line.split("…")]
    assert [part for part in parts if SHARE.sub("%", part) not in printed] == []


SHARE = re.compile(r"\d+%")


@pytest.mark.parametrize("document", DOCUMENTS, ids=names_in)
def test_links_lead_somewhere(document: Path) -> None:
    targets = [link.partition("#")[0] for link in links(document.read_text("utf-8"))]
    local = [target for target in targets if target and not re.match(r"https?:|mailto:", target)]
    assert [one for one in local if not (document.parent / one).exists()] == []


OUTSIDE = re.compile(r"(?<![\w.:/-])/(?:home|root|work|Users|mnt|srv)/\w|\.\./shared")


@pytest.mark.skipif(
    not (shutil.which("git") and (ROOT / ".git").exists()), reason="only in a checkout"
)
def test_no_file_names_a_path_outside_the_project() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )  # fmt: skip
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        file = ROOT / name
        content = file.read_bytes() if file.is_file() else b""
        text = "" if b"\0" in content else content.decode("utf-8", "replace")
        found += [(name, one[0]) for one in OUTSIDE.finditer(text)]
    assert found == []
