"""`variorum build`: read inputs into a store and draw the record from all it holds."""

from contextlib import closing
from shlex import quote
from typing import Annotated

import typer

from variorum.cli.printing import Bars, err, print_json, say
from variorum.engine.choosing import EMBEDDED, start_engine
from variorum.ingest.sources import MAX_PAGE_BYTES
from variorum.library import Story
from variorum.pipeline import BuildSummary, build
from variorum.read.reader import shipped_reader
from variorum.store.naming import DEFAULT_STORE, StoreName
from variorum.store.opening import open_store


def build_command(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files (.txt .md .html .jsonl .warc, each also .gz), folders, globs, or - for "
            "standard input. None: draw the record anew from what the store holds."
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
    max_bytes: Annotated[
        int, typer.Option(help="Refuse pages larger than this many bytes.", min=1)
    ] = MAX_PAGE_BYTES,
    memory: Annotated[
        str, typer.Option(help="Memory for tables; what exceeds it is spilled to disk.")
    ] = "1GB",
    processes: Annotated[
        int | None, typer.Option(help="Worker processes; by default one a processor.", min=1)
    ] = None,
    engine: Annotated[
        str,
        typer.Option(help="duckdb, or a Spark master: local[2], spark://host:7077."),
    ] = EMBEDDED,
    no_read: Annotated[
        bool,
        typer.Option("--no-read", help="Leave unread what the articles say: names, times, quotes."),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read a heap of articles into a store: who is quoted, and who copied whom.

    What the store already holds is not read again; the same command after an
    interruption goes on where it stopped.
    """
    with (
        open_store(output, write=True) as store,
        closing(start_engine(engine, memory, processes)) as started,
    ):
        reader = None if no_read else shipped_reader(store, processes or 0)
        with Bars() as bars:
            summary = build(inputs or [], store, started, bars, max_bytes, reader)
        if json:
            print_json(summary._asdict() | {"store": str(output)})
        else:
            _print(summary, Story(store), output)
    if summary.failed:
        raise typer.Exit(3)


def _print(summary: BuildSummary, story: Story, output: StoreName) -> None:
    read = f"{summary.read:,} read" + (f", {summary.known:,} known before" if summary.known else "")
    say((f"{summary.articles:,} articles", "bold"), f" in {output} ({read})")
    if summary.readings:
        quotations = story.count_quotations()
        say((f"{quotations:,} quotations", "bold"), f" ({summary.readings:,} articles read anew)")
    edges = sum(edge.relation != "partial" for edge in story.lineage)
    if edges:
        sources = f"{len(story.independent_sources):,} independent sources"
        say(f"{edges:,} of them have their text from elsewhere: ", (sources, "bold"))
    store = quote(str(output))
    if summary.failed:
        failed = f"{summary.failed:,} inputs gave no article: variorum show {store} --failures"
        say((failed, "yellow"), on=err)
    if summary.unread:
        unread = f"{summary.unread:,} articles were not read for quotations: "
        say((f"{unread}variorum show {store} --failures", "yellow"), on=err)
    say(
        (
            f"Next: variorum show {store}  ·  variorum serve {store}  ·  variorum report {store}",
            "dim",
        )
    )
