"""The formats that the record is exported in, by the names that a person gives."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from variorum.export.annotations import export_annotations
from variorum.export.graphs import export_graphs
from variorum.export.jsonlines import export_json_lines
from variorum.export.news_articles import export_news_articles
from variorum.export.ninjs import export_ninjs
from variorum.export.plover import export_plover
from variorum.export.tables import export_csv, export_parquet
from variorum.library import Story


class Format(NamedTuple):
    """What a format holds, in a line, and what writes it.

    `write` puts it into a folder and returns the rows of each file (of each noun for `jsonl`).
    """

    holds: str
    write: Callable[[Story, Path], dict[str, int]]


FORMATS: Final = {
    "jsonl": Format("every noun, one JSON object on each line", export_json_lines),
    "parquet": Format("every noun, as nested columns", export_parquet),
    "csv": Format("every noun, for a spreadsheet", export_csv),
    "graphml": Format("lineage, and who has to do with whom", export_graphs),
    "annotations": Format("quotations and events, anchored by W3C selectors", export_annotations),
    "plover": Format("events as rows of PLOVER", export_plover),
    "schema-org": Format("articles as NewsArticle of schema.org", export_news_articles),
    "ninjs": Format("articles as ninjs 2.0 of the IPTC", export_ninjs),
}
