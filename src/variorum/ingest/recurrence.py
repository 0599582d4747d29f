"""Lines that recur across pages: what an outlet prints on every page is furniture.

A wire text that an outlet printed twice also recurs. So pages that share much of
their running text are first put together as one text, and a line counts once for
each different text it stands in.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
import numpy as np
import pyarrow as pa
import rustworkx as rx
from numpy.typing import NDArray

from variorum.engine.protocol import Engine
from variorum.ingest.features import PageRepeats, is_running_text
from variorum.ingest.lines import cut_lines
from variorum.ingest.page import Page
from variorum.record.identity import fingerprint

SAME_TEXT_SHARE: Final = 3
"""Two pages are one text if they share a third of the running lines of the smaller."""

HEAD: Final = 0.5
"""... and if one of those stands in the first half of a page: all pages of an outlet may end alike,
and a short report may be no longer than the notes below it."""

COMMON_LINE: Final = 200
"""A running line on more pages than this tells nothing about two of them."""

ENOUGH: Final = 3
"""Counts are cut off here: the fourth page says no more than the third, and a page
need not be marked anew for it."""


class PageLines(msgspec.Struct, frozen=True):
    """The lines of one page as numbers: hash of form, and whether it is running text.

    `forms` and `running` are the bytes of little-endian uint64 and of bool arrays.
    """

    page: str
    outlet: str
    forms: bytes
    running: bytes

    def hashes(self) -> NDArray[np.uint64]:
        """The hash of each line's form, in page order."""
        return np.frombuffer(self.forms, dtype="<u8")


def lines_of(page: Page) -> PageLines:
    """The lines of a page, for `find_repeats`."""
    lines = cut_lines(page.text)
    forms = np.array([hash_of_form(line.form) for line in lines], dtype="<u8")
    running = np.array([is_running_text(line.text) for line in lines], dtype=bool)
    outlet = page.declared.host or page.declared.outlet or ""
    return PageLines(page.id, outlet.casefold(), forms.tobytes(), running.tobytes())


def hash_of_form(form: str) -> int:
    """The number by which a line's form goes in tables."""
    return int(fingerprint(form.encode())[:16], 16)


class Recurrence(msgspec.Struct, frozen=True):
    """What pages have in common.

    - `repeats`: for each page, by id, its lines that stand in other texts too: hash of form to
      counts;
    - `texts`: for pages that are one text with others, the number of that text.
    """

    repeats: dict[str, dict[int, PageRepeats]]
    texts: dict[str, int]


def find_recurrence(engine: Engine, pages: Iterable[PageLines]) -> Recurrence:
    """The lines that recur across pages, and the pages that are one text."""
    engine.load("lines", _SCHEMA, _batches(pages))
    texts = _same_texts(engine)
    engine.load("same_text", _CLUSTERS, _rows_of(texts))
    engine.derive("standing", _STANDING)
    found: dict[str, dict[int, PageRepeats]] = {}
    for batch in engine.query(_REPEATS):
        for row in batch.to_pylist():
            counts = PageRepeats(min(row["outlet"], ENOUGH), min(row["elsewhere"], ENOUGH))
            found.setdefault(row["page"], {})[row["form"]] = counts
    return Recurrence(found, texts)


_SCHEMA: Final = pa.schema(
    [
        ("page", pa.string()),
        ("outlet", pa.string()),
        ("form", pa.uint64()),
        ("running", pa.bool_()),
        ("place", pa.float32()),
    ]
)
_CLUSTERS: Final = pa.schema([("page", pa.string()), ("text", pa.int64())])

_PAIRS: Final = f"""
    WITH running AS (
        SELECT page, form, min(place) AS place FROM lines WHERE running GROUP BY page, form
    ),
    shared AS (
        SELECT form FROM running GROUP BY form HAVING count(*) BETWEEN 2 AND {COMMON_LINE}
    ),
    sizes AS (SELECT page, count(*) AS size FROM running GROUP BY page),
    kept AS (SELECT r.* FROM running r JOIN shared s ON r.form = s.form),
    pairs AS (
        SELECT a.page AS a, b.page AS b, count(*) AS shared,
            min(least(a.place, b.place)) AS place
        FROM kept a JOIN kept b ON a.form = b.form AND a.page < b.page
        GROUP BY a.page, b.page
    )
    SELECT p.a, p.b FROM pairs p
    JOIN sizes sa ON sa.page = p.a JOIN sizes sb ON sb.page = p.b
    WHERE p.shared * {SAME_TEXT_SHARE} >= least(sa.size, sb.size) AND p.place < {HEAD}
"""

_STANDING: Final = """
    SELECT DISTINCT l.form, l.outlet, coalesce(cast(c.text AS STRING), l.page) AS text
    FROM lines l LEFT JOIN same_text c ON c.page = l.page
"""

_REPEATS: Final = """
    WITH whole AS (
        SELECT form, count(DISTINCT text) AS texts, count(DISTINCT outlet) AS outlets
        FROM standing GROUP BY form HAVING count(DISTINCT text) > 1
    ),
    own AS (SELECT form, outlet, count(*) AS texts FROM standing GROUP BY form, outlet)
    SELECT DISTINCT l.page, l.form, o.texts - 1 AS outlet,
        CASE WHEN l.running THEN 0 ELSE least(w.outlets - 1, w.texts - 1) END AS elsewhere
    FROM lines l JOIN whole w ON w.form = l.form
    JOIN own o ON o.form = l.form AND o.outlet = l.outlet
"""


def _batches(pages: Iterable[PageLines]) -> Iterator[pa.RecordBatch]:
    for page in pages:
        forms = page.hashes()
        yield pa.record_batch(
            [
                pa.array([page.page] * len(forms), pa.string()),
                pa.array([page.outlet] * len(forms), pa.string()),
                pa.array(forms, pa.uint64()),
                pa.array(np.frombuffer(page.running, dtype=bool), pa.bool_()),
                pa.array(np.arange(len(forms), dtype=np.float32) / max(len(forms), 1)),
            ],
            schema=_SCHEMA,
        )


def _same_texts(engine: Engine) -> dict[str, int]:
    """Pages that are one text with others, with the number of that text."""
    graph: rx.PyGraph[str, None] = rx.PyGraph()
    nodes: dict[str, int] = {}
    for batch in engine.query(_PAIRS):
        for row in batch.to_pylist():
            a, b = (_node(graph, nodes, row[side]) for side in "ab")
            graph.add_edge(a, b, None)
    groups = sorted(
        sorted(graph[node] for node in group) for group in rx.connected_components(graph)
    )
    return {page: number for number, group in enumerate(groups) for page in group}


def _rows_of(texts: dict[str, int]) -> Iterator[pa.RecordBatch]:
    columns = [pa.array(texts.keys(), pa.string()), pa.array(texts.values(), pa.int64())]
    yield pa.record_batch(columns, schema=_CLUSTERS)


def _node(graph: "rx.PyGraph[str, None]", nodes: dict[str, int], page: str) -> int:
    if page not in nodes:
        nodes[page] = graph.add_node(page)
    return nodes[page]
