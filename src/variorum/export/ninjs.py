"""Articles as ninjs, the IPTC's News in JSON: https://iptc.org/standards/ninjs/, version 2.0."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from variorum.export.iris import iri
from variorum.export.jsonlines import write_lines
from variorum.export.moments import zoned_moment
from variorum.export.writing import write_files
from variorum.library import Story
from variorum.record.article import Article

STANDARD: Final = {
    "name": "ninjs", "version": "2.0",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_2.0.json",
}  # fmt: skip

OUTLET: Final = iri("outlet")
"""The role of who published an article; that of an agency names what it gave."""


def export_ninjs(story: Story, folder: Path) -> dict[str, int]:
    """Write `ninjs.jsonl` into a folder: one article on each line; returns how many.

    `versioncreated` is when the article was published, if that is known to the minute and with its
    zone. `associations` name the texts that an article was made from. Raises `InputError` if the
    folder cannot be written.
    """
    return write_files(folder, {"ninjs.jsonl": lambda path: write_lines(_rows(story), path)})


def _rows(story: Story) -> Iterator[dict[str, Any]]:
    for article in sorted(story.articles, key=lambda one: one.id):
        told = _told(article)
        told["associations"] = [
            {"name": f"basis {number}", "uri": iri(edge.parent)}
            for number, edge in enumerate(story.parents.get(article.id, ()), 1)
        ]
        yield {name: value for name, value in told.items() if value}


def _told(article: Article) -> dict[str, Any]:
    body = "\n\n".join(block.span.of(article.text) for block in article.blocks_of("body"))
    return {
        "uri": iri(article.id),
        "standard": STANDARD,
        "type": "text",
        "versioncreated": zoned_moment(article.published),
        "language": article.language,
        "headlines": _values(article.title),
        "bodies": _values(body),
        "by": ", ".join(article.authors),
        "infosources": list(_sources(article)),
        "altids": [{"role": "url", "value": article.url}] if article.url else [],
    }


def _values(text: str | None) -> list[dict[str, str]]:
    return [{"contenttype": "text/plain", "value": text}] if text else []


def _sources(article: Article) -> Iterator[dict[str, str]]:
    if article.outlet:
        yield {"name": article.outlet, "role": OUTLET}
    for agency in article.agencies:
        yield {"name": agency.name, "role": iri(f"agency:{agency.role}")}
