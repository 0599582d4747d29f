"""`variorum serve`: the record in a browser."""

import secrets
import sys
import webbrowser
from typing import Annotated, Final

import typer
import uvicorn

from variorum.cli.printing import say
from variorum.store.naming import StoreName
from variorum.web.application import application

SWITCH_SECONDS: Final = 0.0005
"""How long a thread that draws may keep others waiting; Python's default of 5 milliseconds is long
for pages that ask the store a hundred times."""

LOCAL: Final = ("127.0.0.1", "localhost", "::1")


def serve_command(
    store: Annotated[StoreName, typer.Argument(parser=StoreName, help="The store to show.")],
    host: Annotated[
        str, typer.Option(help="The address to listen on; any but this machine's asks for a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8350,
    token: Annotated[
        str | None,
        typer.Option(help="The token that readers must show.", envvar="VARIORUM_TOKEN"),
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = False,
) -> None:
    """Serve the record as a web application."""
    if token is None and host not in LOCAL:
        token = secrets.token_urlsafe(24)
    app = application(store, token, warm=True)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{port}/" + (f"?token={token}" if token else "")
    say("Serving ", (str(store), "bold"), " at ", (address, "bold"), " – stop with Ctrl-C")
    if browser:
        webbrowser.open(address)
    sys.setswitchinterval(SWITCH_SECONDS)
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False)
