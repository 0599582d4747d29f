"""Articles as schema.org's NewsArticle, in JSON-LD: https://schema.org/NewsArticle."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from variorum.export.iris import address_of, iri
from variorum.export.jsonlines import write_lines
from variorum.export.moments import day_or_moment
from variorum.export.writing import write_files
from variorum.library import Story
from variorum.record.article import Article


def export_news_articles(story: Story, folder: Path) -> dict[str, int]:
    """Write `newsarticles.jsonl` into a folder: one article on each line; returns how many.

    A date is there if it is known to the day. `isBasedOn` names the texts that an article was
    made from, `citation` nothing: who is quoted stands in the annotations. Raises `InputError` if
    the folder cannot be written.
    """
    return write_files(folder, {"newsarticles.jsonl": lambda path: write_lines(_rows(story), path)})


def _rows(story: Story) -> Iterator[dict[str, Any]]:
    for article in sorted(story.articles, key=lambda one: one.id):
        told = _told(article)
        told["isBasedOn"] = [iri(edge.parent) for edge in story.parents.get(article.id, ())]
        yield {name: value for name, value in told.items() if value}


def _told(article: Article) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": iri(article.id),
        "headline": article.title,
        "url": address_of(article.url),
        "inLanguage": article.language,
        "datePublished": day_or_moment(article.published),
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": _organization(article.outlet),
        "creditText": ", ".join(agency.name for agency in article.agencies),
        "sourceOrganization": [
            _organization(agency.name) for agency in article.agencies if agency.role == "origin"
        ],
        "articleBody": "\n\n".join(
            block.span.of(article.text) for block in article.blocks_of("body")
        ),
    }


def _organization(name: str | None) -> dict[str, str] | None:
    return {"@type": "NewsMediaOrganization", "name": name} if name else None
