"""`variorum watch`: fetch what sources name, and draw it into the record as it comes."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated

import typer

from variorum.cli.printing import say
from variorum.engine.choosing import EMBEDDED, start_engine
from variorum.engine.remembering import RememberingEngine
from variorum.ingest.items import Item
from variorum.live.clock import SystemClock
from variorum.live.fetching import Fetcher
from variorum.live.watching import Round, Settings, Watcher
from variorum.pipeline import BuildSummary, add
from variorum.read.reader import shipped_reader
from variorum.record.failure import Failure
from variorum.store.naming import DEFAULT_STORE, StoreName
from variorum.store.opening import open_store
from variorum.store.protocol import Store


def watch_command(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            help="Addresses of feeds (RSS, Atom), sitemaps, lists of feeds (OPML) or single pages. "
            "None: those that the store had watched before."
        ),
    ] = None,
    output: Annotated[
        StoreName,
        typer.Option(
            "--output",
            "-o",
            parser=StoreName,
            help="The store: made if it does not exist, else added to.",
        ),
    ] = DEFAULT_STORE,
    every: Annotated[
        int, typer.Option(help="Seconds after which a source is asked again.", min=1)
    ] = 300,
    once: Annotated[
        bool, typer.Option("--once", help="Ask each source once, fetch what is new, and end.")
    ] = False,
    limit: Annotated[
        int, typer.Option(help="Pages to fetch in one round at most; the rest follows.", min=1)
    ] = 1000,
    delay: Annotated[
        float, typer.Option(help="Seconds between two requests to one host, at least.", min=0)
    ] = 1.0,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Fetch from this machine and private networks too."),
    ] = False,
    no_read: Annotated[
        bool,
        typer.Option("--no-read", help="Leave unread what the articles say: names, times, quotes."),
    ] = False,
) -> None:
    """Watch news sources: fetch new and changed pages, and add them to a store.

    A watcher that is stopped or killed goes on from there when it is started again. The store is
    open to others in between: `serve` shows what has come.
    """
    clock = SystemClock()
    embedded = start_engine(EMBEDDED, "1GB", None)
    with RememberingEngine(embedded) as engine:

        def drawn(items: Iterable[Item | Failure], store: Store) -> BuildSummary:
            reader = None if no_read else shipped_reader(store, 0)
            summary = add(items, store, engine, reader=reader)
            engine.forget()
            return summary

        watcher = Watcher(
            sources or [],
            lambda: open_store(output, write=True),
            drawn,
            Fetcher(clock, delay=delay, allow_private=allow_private),
            clock,
            Settings(every, limit),
        )
        failed = watcher.run(_print, once=once).failed
    if failed:
        raise typer.Exit(3)


def _print(done: Round) -> None:
    clock = datetime.now(UTC).astimezone().strftime("%H:%M:%S")
    said = f"{done.new:,} new, {done.changed:,} changed"
    asked = f" ({done.sources:,} sources and {done.pages:,} pages asked"
    failed = f", {done.failed:,} failed" if done.failed else ""
    say((clock, "dim"), " ", (said, "bold"), f"{asked}{failed})")
