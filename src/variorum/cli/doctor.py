"""`variorum doctor`: check a store against the rules of the record."""

from shlex import quote
from typing import Annotated

import typer

from variorum.cli.printing import print_json, say
from variorum.store.naming import StoreName
from variorum.store.opening import open_store
from variorum.store.rules import find_faults, unfinished_work


def doctor_command(
    store: Annotated[StoreName, typer.Argument(parser=StoreName, help="The store to check.")],
    json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
) -> None:
    """Check that a store is whole: spans fit texts, ids their content, edges their ends.

    Exit code 4 if a rule is broken. Work that an interrupted run left is no fault.
    """
    with open_store(store) as opened:
        faults = list(find_faults(opened))
        notes = unfinished_work(opened)
    if json:
        print_json({"store": str(store), "faults": faults, "unfinished": notes})
    else:
        for fault in faults:
            say((fault, "red"))
        for note in notes:
            say((f"{note}: run variorum build -o {quote(str(store))}", "yellow"))
        if not faults:
            say((f"{store} is sound", "green"))
    if faults:
        raise typer.Exit(4)
