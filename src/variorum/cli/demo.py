"""`variorum demo`: build and report the packaged sample story."""

import webbrowser
from importlib.resources import as_file, files
from typing import Annotated, Final

import typer

from variorum.cli.printing import Bars, say
from variorum.cli.report import report_beside
from variorum.engine.duckdb import DuckdbEngine
from variorum.library import Story
from variorum.pipeline import build
from variorum.read.reader import shipped_reader
from variorum.report.page import write_report
from variorum.store.naming import StoreName
from variorum.store.opening import open_store

SAMPLE_STORE: Final = StoreName("sample-story.variorum")


def demo_command(
    output: Annotated[
        StoreName,
        typer.Option(
            "--output",
            "-o",
            parser=StoreName,
            help="Where to write the store; the report goes beside it.",
        ),
    ] = SAMPLE_STORE,
    browser: Annotated[bool, typer.Option(help="Open the report in a browser.")] = False,
) -> None:
    """Build the sample story that comes with Variorum and report on it.

    A fictional week of diplomacy in sixteen articles by nine outlets: two agencies'
    dispatches, their copies and rewrites, a reprint without a date, a talk put off.
    """
    report = report_beside(output)
    with (
        as_file(files("variorum.sample").joinpath("story")) as folder,
        open_store(output, write=True) as store,
        DuckdbEngine(processes=1) as engine,
    ):
        with Bars() as bars:
            build([str(folder)], store, engine, bars, reader=shipped_reader(store))
        story = Story(store)
        write_report(story, report, "The Ansel corridor: a week of calls, talks and retellings")
        count, sources = len(story.articles), len(story.independent_sources)
    say(
        (f"{count} articles", "bold"),
        f" of the sample story, {sources} independent sources: {output}",
    )
    say("The report, one file to read and forward: ", (report.absolute().as_uri(), "bold"))
    say("All views, search and corrections in a browser: ", (f"variorum serve {output}", "bold"))
    if browser:
        webbrowser.open(report.absolute().as_uri())
