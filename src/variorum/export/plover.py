"""Events as rows of PLOVER, the event ontology of political science.

Types and their four classes after Halterman et al. (2023), "PLOVER and POLECAT", table 1. As in
POLECAT several actors of one event stand in one cell, between semicolons.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from variorum.export.tables import write_cells
from variorum.export.writing import write_files
from variorum.library import Story
from variorum.record.event import Event, EventType

QUADS: Final[dict[EventType, str]] = {
    "AGREE": "V-COOP", "CONSULT": "V-COOP", "SUPPORT": "V-COOP", "CONCEDE": "V-COOP",
    "COOPERATE": "M-COOP", "AID": "M-COOP", "RETREAT": "M-COOP",
    "REQUEST": "V-CONF", "ACCUSE": "V-CONF", "REJECT": "V-CONF", "THREATEN": "V-CONF",
    "PROTEST": "M-CONF", "SANCTION": "M-CONF", "MOBILIZE": "M-CONF", "COERCE": "M-CONF",
    "ASSAULT": "M-CONF",
}  # fmt: skip
"""Verbal or material, cooperation or conflict."""

COLUMNS: Final = (
    "event_id", "event_date", "event_date_latest", "event_type", "quad_code", "status", "label",
    "actor_name", "actor_id", "recipient_name", "recipient_id", "placename",
    "independent_sources", "source", "publication_date", "headline", "article_id", "start", "end",
)  # fmt: skip


def export_plover(story: Story, folder: Path) -> dict[str, int]:
    """Write `plover.csv` into a folder: a row for each event of a PLOVER type; returns how many.

    `source` to `end` tell where its first report stands. Raises `InputError` if the folder
    cannot be written.
    """
    return write_files(
        folder, {"plover.csv": lambda path: write_cells(path, COLUMNS, plover_rows(story))}
    )


def plover_rows(story: Story) -> Iterator[dict[str, Any]]:
    """The rows, in order of the events' ids; what has no type in PLOVER has no row."""
    order = {article.id: place for place, article in enumerate(story.articles)}
    for event in story.events:
        if event.type in QUADS:
            yield _row(story, event, order)


def _row(story: Story, event: Event, order: Mapping[str, int]) -> dict[str, Any]:
    first = min(event.mentions, key=lambda one: (order[one.article], one.start))
    article = story.by_id[first.article]
    return {
        "event_id": event.id,
        "event_date": event.when.earliest if event.when else None,
        "event_date_latest": event.when.latest if event.when else None,
        "event_type": event.type,
        "quad_code": QUADS[event.type],
        "status": event.status,
        "label": event.label,
        **_who("actor", event, "source", "party"),
        **_who("recipient", event, "target", "party"),
        "placename": event.place,
        "independent_sources": len(story.sources_behind({at.article for at in event.mentions})),
        "source": article.outlet,
        "publication_date": article.published.earliest if article.published else None,
        "headline": article.title,
        "article_id": article.id,
        "start": first.start,
        "end": first.end,
    }


def _who(name: str, event: Event, *roles: str) -> dict[str, str]:
    """Those of a role; the parties of what several do together are actors and recipients."""
    found = [one for one in event.participants if one.role in roles]
    return {
        f"{name}_name": ";".join(one.name.replace(";", ",") for one in found),
        f"{name}_id": ";".join(one.entity or "" for one in found),
    }
