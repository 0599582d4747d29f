"""A small heap about a strike: a dispatch that many print, a rewrite of it, and another story."""

from pathlib import Path

from tests.collate.stories import DISPATCH
from tests.contracts.stories import article_line, build_store, write_lines
from variorum.library import Story, open_story

PRINTERS = [f"The {name} Courier" for name in "Alder Birch Cedar Dogwood Elm Fir Gorse".split()]
"""Who prints the dispatch as it was."""

REWRITER = "Hesk Observer"
STRANGER = "Almanac"

REWRITTEN = [
    DISPATCH[0].replace("walked off their boats", "abandoned their boats"),
    DISPATCH[1].replace("allegedly gave", "gave").replace("said", "claimed"),
    DISPATCH[3].replace("two catamarans", "three catamarans"),
    "Editors of this paper counted eleven empty moorings along the northern quay at dusk.",
    *DISPATCH[4:8],
]

OTHER = [
    "Beekeepers in the Marl valley report the richest lime honey for a generation after a spring "
    "without frost.",
    "Most hives were carried up to the terraces in April, when the plum orchards had ceased to "
    "bloom.",
    "A cooperative in Sunde bottles the harvest, and schoolchildren paste on labels that they "
    "have drawn.",
]


def opened_heap(folder: Path) -> Story:
    """The heap, built and opened for reading."""
    lines = [_line(name, DISPATCH, 8 + hour) for hour, name in enumerate(PRINTERS)]
    lines += [_line(REWRITER, REWRITTEN, 20), _line(STRANGER, OTHER, 12)]
    store = folder / "heap.variorum"
    build_store(store, write_lines(folder / "heap.jsonl", lines))
    return open_story(store)


def _line(outlet: str, paragraphs: list[str], hour: int) -> str:
    text = "\n".join([f"ORRIN (AP) — {paragraphs[0]}", *paragraphs[1:]])
    return article_line(
        text, outlet=outlet, title=f"As told by {outlet}", published=f"2031-03-05T{hour:02}:00:00Z"
    )
