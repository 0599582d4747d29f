"""`variorum draw`: a picture of the record as an SVG or PNG file."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final, NamedTuple

import typer

from variorum.cli.printing import say
from variorum.compare.timeline import most_told
from variorum.drawings.drawing import Drawing
from variorum.drawings.families import draw_families
from variorum.drawings.lanes import lanes_of
from variorum.drawings.timeline import NARROW, WIDE, draw_timeline
from variorum.library import Story, open_story
from variorum.record.errors import InputError
from variorum.record.story import StoryGroup
from variorum.store.naming import StoreName
from variorum.views.desk import Desk
from variorum.views.lineage import family_of
from variorum.views.links import Nowhere
from variorum.views.pictures import tree_of


class Asked(NamedTuple):
    """What a picture is to hold: so many things at most, on so many pixels across."""

    limit: int
    width: int


def _timeline(desk: Desk, asked: Asked) -> Drawing:
    days = most_told(desk.timeline, asked.limit)
    lanes = lanes_of(days, desk.story.sources_behind, desk.latest_day)
    return draw_timeline(lanes, desk.latest_day, width=asked.width)


def _lineage(desk: Desk, asked: Asked) -> Drawing:
    families = list(desk.families.items())[: asked.limit]
    trees = [tree_of(family_of(desk, top, articles), Nowhere()) for top, articles in families]
    return draw_families(trees)


DRAWINGS: Final[dict[str, Callable[[Desk, Asked], Drawing]]] = {
    "timeline": _timeline,
    "lineage": _lineage,
}
"""What can be drawn, by the name that the command line gives it."""


def draw_command(
    store: Annotated[StoreName, typer.Argument(parser=StoreName, help="The store to draw from.")],
    drawing: Annotated[str, typer.Argument(help=f"What to draw: {', '.join(DRAWINGS)}.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file to write, .svg or .png."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Events, or families, to draw at most.")] = 24,
    story: Annotated[
        str | None, typer.Option(help="Only what the articles of this story tell: id or words.")
    ] = None,
    width: Annotated[
        int, typer.Option(min=NARROW - 40, max=4000, help="Pixels across a timeline.")
    ] = WIDE,
) -> None:
    """Write a picture of the record as SVG, or as PNG with the extra `png`.

    It stands alone: it loads nothing and names no other file.
    """
    draw = DRAWINGS.get(drawing)
    if draw is None:
        raise InputError(
            f"There is no drawing {drawing!r}", f"Choose one of: {', '.join(DRAWINGS)}"
        )
    path = output or store.beside(f".{drawing}.svg")
    if path.suffix.casefold() not in (".svg", ".png"):
        raise InputError(
            f"A drawing cannot be written to {path}", "Name a file that ends in .svg or .png"
        )
    if store.path is not None and path.resolve() == store.path.resolve():
        raise InputError(f"{path} is the store itself", "Name another file")
    with open_story(store) as opened:
        made = draw(Desk(opened, _group(opened, story)), Asked(limit, width))
    written = made.png() if path.suffix.casefold() == ".png" else made.svg().encode()
    try:
        path.write_bytes(written)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error}", "Name another file") from error
    say(f"{path} ({len(written) / 1e3:.0f} kB)")


def _group(story: Story, name: str | None) -> StoryGroup | None:
    """The one story of an id, or with these words in its label."""
    if name is None:
        return None
    folded = name.casefold()
    found = [one for one in story.stories if one.id == name] or [
        one for one in story.stories if folded in one.label.casefold()
    ]
    if len(found) != 1:
        what = f"{len(found)} stories are" if found else "No story is"
        raise InputError(f"{what} called {name!r}", "`variorum show STORE --stories` lists them")
    return found[0]
