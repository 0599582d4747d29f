"""Assembles the commands and turns errors into messages and exit codes."""

import sys
from typing import Any, Final

import typer
from typer.core import TyperGroup

from variorum import __version__
from variorum.cli import (
    build,
    copy,
    corrections,
    demo,
    doctor,
    draw,
    export,
    mcp,
    report,
    search,
    serve,
    show,
    watch,
)
from variorum.cli.printing import err, say
from variorum.record.errors import VariorumError

EXIT_CODES: Final = {
    0: "done",
    1: "an error: the message says what, with which item, and what to do next",
    2: "the command line was not understood",
    3: "done, but some inputs gave no article (`build`, `watch --once`; see `show --failures`)",
    4: "the store breaks a rule (`doctor`)",
    130: "stopped by Ctrl-C; the same command goes on from there",
}
"""What the commands return to the shell."""


class _Commands(TyperGroup):
    """The commands, which a person may stop."""

    def invoke(self, ctx: Any) -> Any:
        """Typer would end a stopped command without a word."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as stop:
            say("Stopped. Nothing is lost: the same command goes on from here.", on=err)
            raise typer.Exit(130) from stop


app: Final = typer.Typer(
    name="variorum",
    cls=_Commands,
    help="Reads a heap of news reports and gives back one sourced record: who copied whom, and "
    "what each retelling changed.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("build")(build.build_command)
app.command("watch")(watch.watch_command)
app.command("show")(show.show_command)
app.command("search")(search.search_command)
app.command("serve")(serve.serve_command)
app.command("report")(report.report_command)
app.command("mcp")(mcp.mcp_command)
app.command("draw")(draw.draw_command)
app.command("export")(export.export_command)
app.command("copy")(copy.copy_command)
app.command("doctor")(doctor.doctor_command)
app.add_typer(corrections.corrections_app, name="corrections")
app.command("demo")(demo.demo_command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"variorum {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False,
        "--version",
        callback=_print_version,
        is_eager=True,
        help="Print the version and exit.",
    ),
) -> None:
    """Options that stand before the command."""


def main() -> None:
    """The command `variorum`."""
    try:
        app()
    except VariorumError as error:
        say((f"Error: {error.what}.", "bold red"), on=err)
        say(f"{error.next_step}.", on=err)
        sys.exit(1)
