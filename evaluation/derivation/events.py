"""The written events: a dispatch, its update, a rewrite, an independent report, a composite."""

import tomllib
from pathlib import Path
from typing import Final, Literal

import msgspec

EVENTS: Final = Path(__file__).parent / "events"

Half = Literal["training", "held_out"]


class Story(msgspec.Struct, frozen=True):
    """A finished text."""

    headline: str
    paragraphs: list[str]
    byline: str | None = None
    taken: list[int] = []


class Update(msgspec.Struct, frozen=True):
    """What the agency changed in its dispatch some hours later."""

    headline: str
    lead: list[str]
    replace: list[tuple[str, str]]
    drop: list[int]


class Event(msgspec.Struct, frozen=True):
    """One invented event in all its texts; see the files for what each field holds."""

    slug: str
    topic: str
    agency: str
    city: str
    date: str
    loaded: list[tuple[str, str]]
    qualifiers: list[str]
    dispatch: Story
    update: Update
    rewrite: Story
    independent: Story
    composite: Story


def load_events(half: Half) -> list[Event]:
    """The events of one half. Different people wrote the two halves."""
    files = sorted(EVENTS.glob("*.toml"))
    wanted = [file for file in files if (int(file.name[:2]) <= 20) == (half == "training")]
    return [_load(file) for file in wanted]


def _load(file: Path) -> Event:
    fields = tomllib.loads(file.read_text("utf-8"))
    fields["date"] = fields["date"].isoformat()
    return msgspec.convert(fields, Event)


def updated(event: Event) -> list[str]:
    """The paragraphs of the dispatch's second state."""
    kept = [
        text
        for place, text in enumerate(event.dispatch.paragraphs)
        if place not in event.update.drop
    ]
    for old, new in event.update.replace:
        kept = [text.replace(old, new) for text in kept]
    return [*event.update.lead, *kept]
