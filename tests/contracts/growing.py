"""A story that grows: articles that came one day, and what others told the next."""

from pathlib import Path
from typing import NamedTuple

import msgspec

from variorum.engine.duckdb import DuckdbEngine
from variorum.ingest.items import Item
from variorum.pipeline import add
from variorum.read.reader import shipped_reader
from variorum.store.sqlite import SqliteStore

PLAN = """The presidents of Velmark and Torrenia will meet in Santa Rocha on Saturday, the Calveran
foreign ministry said on Thursday.

"No lock on that river will stay shut for another winter," Dorin Hale told reporters in Perisa after
the ministry had sent its note to both capitals.

Torrenia's president, Ilse Maran, supports the reopening of the Ansel corridor, her office said, and
has asked Calvera to send observers to each of its eleven locks before the spring floods.

Officials said that 40 barges were waiting at the upper basin with wheat and barley on board.
"""

REWRITTEN = PLAN.replace("40 barges", "64 barges").replace("with wheat", "reportedly with wheat")

FACT = """The presidents of Velmark and Torrenia met in Santa Rocha on Saturday for three hours and
agreed to let grain through the Ansel corridor.

"We have opened a door that was shut for a year and we mean to keep it open," Karol Venn told
reporters on the quay.

Torrenia's president, Ilse Maran, opposes the reopening of the Ansel corridor, her office said, as
long as no observer has seen its locks.

Officials said that 40 barges had left the upper basin by Sunday morning, the first for fourteen
months, and that a pilot went with each of them.
"""

OLD = "https://post.example/plan"
NEW = "https://herald.example/met"


class Page(NamedTuple):
    source: str
    outlet: str
    title: str
    day: int
    text: str


FIRST = (Page(OLD, "The Alder Post", "Presidents to meet in Santa Rocha", 6, PLAN),)
SECOND = (
    Page(f"{OLD}#version-2", "The Alder Post", "Presidents to meet in Santa Rocha", 6, REWRITTEN),
    Page(NEW, "Calvera Herald", "Presidents meet for three hours", 9, FACT),
)


def item_of(page: Page) -> Item:
    row = {
        "text": f"{page.title}\n\n{page.text}", "title": page.title, "publisher": page.outlet,
        "published": f"2031-03-{page.day:02}T10:00:00Z", "url": page.source.partition("#")[0],
    }  # fmt: skip
    return Item(page.source, "rows", msgspec.json.encode(row), row["url"])


def grow(store: Path, *batches: tuple[Page, ...]) -> None:
    """Add batches of pages to a store, and draw its record after each."""
    for batch in batches:
        with SqliteStore(store, write=True) as opened, DuckdbEngine(processes=1) as engine:
            add(map(item_of, batch), opened, engine, reader=shipped_reader(opened, threads=1))
