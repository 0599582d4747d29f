"""The commands, each loaded when it is asked for: what one needs, the others do not wait for."""

from importlib import import_module
from typing import Any, Final, NamedTuple

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup

from variorum.cli.printing import err, say


class Listed(NamedTuple):
    """A command as the list of commands has it; `member`: what in its file it is."""

    member: str
    summary: str


COMMANDS: Final[dict[str, Listed]] = {
    "build": Listed(
        "build_command", "Read a heap of articles into a store: who is quoted, and who copied whom."
    ),
    "watch": Listed(
        "watch_command", "Watch news sources: fetch new and changed pages, and add them to a store."
    ),
    "show": Listed(
        "show_command", "Show the articles, who copied whom, and what each copy changed."
    ),
    "search": Listed(
        "search_command", "Search passages, headlines, statements, events and positions for words."
    ),
    "serve": Listed("serve_command", "Serve the record as a web application."),
    "report": Listed(
        "report_command",
        "Write one self-contained HTML file with the views that `serve` shows, and the texts.",
    ),
    "mcp": Listed(
        "mcp_command",
        "Answer an assistant's questions from the record, by the Model Context Protocol.",
    ),
    "draw": Listed(
        "draw_command", "Write a picture of the record as SVG, or as PNG with the extra `png`."
    ),
    "export": Listed(
        "export_command",
        "Write the record into a folder: a JSON Lines file for each noun, or another format.",
    ),
    "copy": Listed(
        "copy_command",
        "Copy a whole record to another store: from a file to a server, back, or beside.",
    ),
    "doctor": Listed(
        "doctor_command",
        "Check that a store is whole: spans fit texts, ids their content, edges their ends.",
    ),
    "corrections": Listed(
        "corrections_app", "List, carry elsewhere or take back what people corrected."
    ),
    "demo": Listed(
        "demo_command", "Build the sample story that comes with Variorum and report on it."
    ),
}
"""All commands, each in the file of its name, in the order in which they are listed."""


def load(name: str) -> TyperCommand | TyperGroup:
    """A command with all that it needs; a group where it has commands of its own."""
    # Only here is a room entered by name: eleven of twelve commands are not what was asked for,
    # and what they need takes a second to load.
    member = getattr(import_module(f"variorum.cli.{name}"), COMMANDS[name].member)
    if not isinstance(member, typer.Typer):
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(name)(member)
        member = alone
    made = typer.main.get_command(member)
    assert isinstance(made, TyperCommand | TyperGroup)
    return made


class _Later(TyperCommand):
    """A command that is listed, and loaded when it is to run or to be explained."""

    def __init__(self, name: str) -> None:
        super().__init__(name, help=COMMANDS[name].summary)

    def make_context(
        self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any
    ) -> Any:
        """The context of the command itself, which is what then runs."""
        return load(info_name or self.name or "").make_context(info_name, args, parent, **extra)


class Commands(TyperGroup):
    """The commands, which a person may stop."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings | {"commands": {name: _Later(name) for name in COMMANDS}})

    def invoke(self, ctx: Any) -> Any:
        """Typer would end a stopped command without a word."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as stop:
            say("Stopped. Nothing is lost: the same command goes on from here.", on=err)
            raise typer.Exit(130) from stop
