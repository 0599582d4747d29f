"""Assembles the commands and turns errors into messages and exit codes."""

import sys
from typing import Final

import typer

from variorum import __version__
from variorum.cli.commands import Commands
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


app: Final = typer.Typer(
    name="variorum",
    cls=Commands,
    help="Reads a heap of news reports and gives back one sourced record: who copied whom, and "
    "what each retelling changed.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


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
