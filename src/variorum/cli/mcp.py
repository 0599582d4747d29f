"""`variorum mcp`: the record for an assistant."""

from importlib import import_module
from typing import Annotated

import typer

from variorum.record.errors import InputError
from variorum.store.naming import StoreName


def mcp_command(
    store: Annotated[StoreName, typer.Argument(parser=StoreName, help="The store to answer from.")],
) -> None:
    """Answer an assistant's questions from the record, by the Model Context Protocol.

    Runs on standard input and output, reads only, and needs the extra: pip install 'variorum[mcp]'.
    """
    try:
        # The protocol's package is an extra, and takes longer to load than all of ours.
        server = import_module("variorum.assistant.server")
    except ModuleNotFoundError as error:
        raise InputError(
            "The Model Context Protocol is not installed", "pip install 'variorum[mcp]'"
        ) from error
    server.serve(store)
