"""`variorum copy`: a whole record from one store to another."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

import typer

from variorum.cli.printing import Bars, print_json, say
from variorum.record.errors import InputError
from variorum.stages.progress import Progress
from variorum.store.naming import StoreName
from variorum.store.opening import open_store
from variorum.store.protocol import Row, Store


def copy_command(
    source: Annotated[StoreName, typer.Argument(parser=StoreName, help="The store to copy.")],
    target: Annotated[
        StoreName,
        typer.Argument(parser=StoreName, help="Where to: made if it does not exist."),
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put the copy in place of what the target holds.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the row counts as JSON.")] = False,
) -> None:
    """Copy a whole record to another store: from a file to a server, back, or beside.

    Pages, articles, readings, the record, corrections and what is watched: an export of the copy
    is the same, byte for byte. The target has all of it, or is as it was before.
    """
    if _is_one(source, target):
        raise InputError(f"{source} and {target} are one store", "Name another to copy it to")
    counts: Counter[str] = Counter()
    with open_store(source) as given, open_store(target, write=True) as taking:
        if not replace and not taking.is_empty():
            raise InputError(
                f"{target} holds a record already",
                "Copy to another store, or put the copy in its place with --replace",
            )
        with Bars() as bars:
            taking.take_rows(_counted(given, counts, bars))
    if json:
        print_json(dict(counts))
    else:
        articles, corrections = counts["articles"], counts["corrections"]
        say(
            (f"{articles:,} articles", "bold"),
            f" and {corrections:,} corrections copied to {target}",
        )


def _is_one(source: StoreName, target: StoreName) -> bool:
    if source.path and target.path:
        return source.path.resolve() == target.path.resolve()
    return source == target


def _counted(store: Store, counts: Counter[str], progress: Progress) -> Iterator[Row]:
    """The rows of a store; a person hears which are on their way."""
    for row in store.kept_rows():
        if row.table not in counts:
            progress.stage(f"Copying {row.table}", None)
        counts[row.table] += 1
        progress.advance()
        yield row
    progress.stage("Making the index", None)
