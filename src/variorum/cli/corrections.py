"""`variorum corrections`: what people corrected, listed, carried elsewhere and taken back."""

from getpass import getuser
from pathlib import Path
from typing import Annotated, Final

import msgspec
import typer
from rich.text import Text

from variorum.cli.printing import out, print_json, safe, say
from variorum.library import open_story
from variorum.record.correction import Correction
from variorum.record.errors import InputError
from variorum.store.naming import StoreName
from variorum.store.opening import open_store

corrections_app: Final = typer.Typer(
    help="List, carry elsewhere or take back what people corrected.", no_args_is_help=True
)

LISTED: Final = 3
"""Units of a correction that are listed."""


@corrections_app.command("list")
def list_command(
    store: Annotated[
        StoreName, typer.Argument(parser=StoreName, help="The store that holds the corrections.")
    ],
    json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """List what people corrected, in the order in which they did, and what it does now."""
    with open_story(store) as story:
        listed = [(one, story.effect_of(one)) for one in story.corrections]
    if json:
        print_json([{"effect": effect} | msgspec.structs.asdict(one) for one, effect in listed])
        return
    if not listed:
        out.print("Nobody has corrected anything.")
    for one, effect in listed:
        line = safe(f"{one.kind} {one.noun}", "bold")
        if one.value:
            line.append(" ").append_text(safe(f"“{one.value}”"))
        out.print(Text(" · ").join([line, safe(one.author), safe(one.made[:10]), safe(effect)]))
        out.print(Text("  ").append_text(safe(f"{one.id}: {_units(one.subjects)}", "dim")))


def _units(units: tuple[str, ...]) -> str:
    more = len(units) - LISTED
    return ", ".join(units[:LISTED]) + (f" and {more:,} more" if more > 0 else "")


@corrections_app.command("export")
def export_command(
    store: Annotated[
        StoreName, typer.Argument(parser=StoreName, help="The store that holds the corrections.")
    ],
    file: Annotated[Path, typer.Argument(help="The file to write, JSON Lines.")],
    json: Annotated[bool, typer.Option("--json", help="Print the count as JSON.")] = False,
) -> None:
    """Write the corrections, those taken back included, to a file for another store."""
    with open_store(store) as opened:
        lines = [msgspec.json.encode(one) + b"\n" for one in opened.corrections()]
    try:
        file.write_bytes(b"".join(lines))
    except OSError as error:
        raise InputError(
            f"{file} cannot be written: {error.strerror}", "Choose another place"
        ) from error
    _say_count(len(lines), "written to", file, json=json)


@corrections_app.command("import")
def import_command(
    file: Annotated[Path, typer.Argument(help="The file to read, JSON Lines.")],
    store: Annotated[StoreName, typer.Argument(parser=StoreName, help="The store to add them to.")],
    json: Annotated[bool, typer.Option("--json", help="Print the count as JSON.")] = False,
) -> None:
    """Read corrections that were exported from another store."""
    read = read_corrections(file)
    with open_store(store):
        pass  # There must be one: opening it for writing would make it.
    with open_store(store, write=True) as opened:
        changed = opened.add_corrections(read)
    _say_count(changed, "new in", store, json=json)


def read_corrections(file: Path) -> list[Correction]:
    """The corrections of a file.

    Raises `InputError` for a line that holds none, or one whose id is of other content.
    """
    try:
        lines = file.read_bytes().splitlines()
    except OSError as error:
        raise InputError(
            f"{file} cannot be read: {error.strerror}", "Give a file that was exported"
        ) from error
    return [_correction(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _correction(file: Path, number: int, line: bytes) -> Correction:
    try:
        one = msgspec.json.decode(line, type=Correction)
    except (msgspec.DecodeError, UnicodeDecodeError, InputError) as error:
        told = error.what if isinstance(error, InputError) else str(error)
        raise InputError(
            f"Line {number} of {file} is no correction: {told}", "Export the corrections again"
        ) from error
    if one.id != one.content_id:
        raise InputError(
            f"Line {number} of {file} was changed: its id is of other content",
            "Export the corrections again, and change them in the application",
        )
    return one


@corrections_app.command("undo")
def undo_command(
    store: Annotated[
        StoreName, typer.Argument(parser=StoreName, help="The store that holds the correction.")
    ],
    correction: Annotated[str, typer.Argument(help="Its id, as `corrections list` prints it.")],
    author: Annotated[
        str | None,
        typer.Option(help="By whom it is taken back; the name of the account if not given."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the correction as JSON.")] = False,
) -> None:
    """Take a correction back. It stays in the list, with who did it."""
    with open_store(store):
        pass  # There must be one: opening it for writing would make it.
    with open_store(store, write=True) as opened:
        undone = opened.undo_correction(correction, author or getuser())
    if undone is None:
        raise InputError(
            f"There is no correction {correction}", "List them with: variorum corrections list"
        )
    if json:
        print_json(undone)
    else:
        say("Taken back: ", (undone.id, "bold"))


def _say_count(count: int, what: str, where: Path | StoreName, *, json: bool) -> None:
    if json:
        print_json({"corrections": count})
    else:
        say(f"{count:,} corrections {what} {where}")
