"""What joining stories needs of one article: its words, its names and its day."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

import msgspec

from variorum.collate.stories.words import terms_in
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.when import When

MOST_TERMS: Final = 400
"""Different words of an article that count; of a longer text those that it uses most."""

LEAD_CHARACTERS: Final = 600
"""The head of the body that counts as its lead: three to four sentences."""

MOST_COUNT: Final = 63
IN_LEAD: Final = 64
IN_TITLE: Final = 128
"""A term's use in one byte: how often, and whether in the lead and in the title."""


class NamedEntity(msgspec.Struct, frozen=True):
    """An entity of an article, by its id there, and how often it is named or meant."""

    id: str
    name: str
    mentions: int


class ArticleRow(msgspec.Struct, frozen=True):
    """What joining needs of one article.

    - `terms`: its different words, folded and joined by spaces; `uses`: one byte for each;
    - `entities`: whom and what it names, if it was read;
    - `published`: stated or inferred; null if unknown.
    """

    article: str
    title: str | None
    published: When | None
    terms: str
    uses: bytes
    entities: tuple[NamedEntity, ...] = ()


def rows_of(article: Article, reading: Reading | None) -> tuple[ArticleRow, ...]:
    """The row of one article; entities in `reading` are its own.

    An article that was not read has no entities, one without words has no row.
    """
    uses = _uses(article)
    if not uses:
        return ()
    return (
        ArticleRow(
            article=article.id,
            title=article.title,
            published=article.published,
            terms=" ".join(uses),
            uses=bytes(uses.values()),
            entities=_named(reading) if reading else (),
        ),
    )


def _uses(article: Article) -> dict[str, int]:
    """The terms of an article, in order of the alphabet, with their uses."""
    texts = [block.span.of(article.text) for block in article.blocks_of("heading", "body")]
    body = "\n".join(texts)
    title = set(terms_in(article.title or ""))
    lead = set(terms_in(body[:LEAD_CHARACTERS]))
    counts = Counter(terms_in(body))
    counts.update(title - counts.keys())
    ranked = sorted(counts, key=lambda term: (term not in title, -counts[term], term))
    return {
        term: min(counts[term], MOST_COUNT)
        + (IN_LEAD if term in lead else 0)
        + (IN_TITLE if term in title else 0)
        for term in sorted(ranked[:MOST_TERMS])
    }


def _named(reading: Reading) -> tuple[NamedEntity, ...]:
    counts = Counter(mention.entity for mention in reading.mentions)
    entities: Iterable[NamedEntity] = (
        NamedEntity(one.id, one.name, counts[one.id]) for one in reading.entities if counts[one.id]
    )
    return tuple(sorted(entities, key=lambda one: one.id))
