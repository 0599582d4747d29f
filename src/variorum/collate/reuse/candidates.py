"""Finds the pairs of articles that may share text: they have rare shingles in common.

One join over the shingles of all articles on the engine, never all pairs. Also tells
which of an article's words others print as a quotation.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
import numpy as np
import pyarrow as pa

from variorum.collate.reuse.phrases import PHRASE_LENGTH, covered, is_stock_phrase
from variorum.collate.reuse.shingles import shingles
from variorum.collate.reuse.words import Hashes, Words
from variorum.engine.protocol import Engine

LENGTH: Final = PHRASE_LENGTH
"""Words in a shingle. On the pairs read by hand, fours find no more and cost twice."""

LEAST_SHARED: Final = 4
"""Rare shingles that two articles must share to be compared: eight words in a row."""

RARE: Final = 64
"""Articles up to which a shingle pairs each with each. Beyond, an article is paired only
with its `NEIGHBOURS` next ones: a text printed by a thousand outlets needs no half million
comparisons to be known as one."""

NEIGHBOURS: Final = 8

BOILERPLATE_TEXTS: Final = 6
"""An outlet's own words in this many of its different texts are part of its pages, though they
stand amid the text: newsletter boxes, links that a scraper ran into the sentences."""

_SCHEMA: Final = pa.schema(
    [("article", pa.int32()), ("shingle", pa.uint64()), ("quoted", pa.bool_())]
)
_PLACES: Final = pa.schema(
    [("article", pa.int32()), ("outlet", pa.string()), ("text", pa.string())]
)


class ArticleShingles(msgspec.Struct, frozen=True):
    """The different shingles of one article, stock phrases left out.

    `hashes` and `quoted` are the bytes of a little-endian uint64 and of a bool array: what
    the shingle is, and whether it stands wholly inside a quotation. `outlet` is who
    published it, `text` is equal for articles that are evidently one text.
    """

    outlet: str
    text: str
    hashes: bytes
    quoted: bytes


class Candidate(msgspec.Struct, frozen=True, order=True):
    """Two articles, by their number in the order given, that share rare shingles."""

    a: int
    b: int
    shared: int


class Candidates(msgspec.Struct, frozen=True):
    """The pairs worth comparing, in order, and what does not count between them.

    `discounted`: for each article, by number, those of its shingles that say nothing about
    copying: others quote them, or they are boilerplate.
    """

    pairs: list[Candidate]
    discounted: dict[int, Hashes]


def shingles_of(words: Words, outlet: str, text: str) -> ArticleShingles:
    """The shingles by which an article is looked up."""
    every = shingles(words.hashes, LENGTH)
    quoted_before = np.concatenate([[0], np.cumsum(words.quoted)])
    wholly = quoted_before[LENGTH:] - quoted_before[:-LENGTH] == LENGTH
    kept = ~is_stock_phrase(every)
    hashes, first = np.unique(every[kept], return_index=True)
    return ArticleShingles(
        outlet, text, hashes.astype("<u8").tobytes(), wholly[kept][first].tobytes()
    )


def find_candidates(engine: Engine, articles: Iterable[ArticleShingles]) -> Candidates:
    """The pairs worth comparing among the articles."""
    places: list[tuple[str, str]] = []
    engine.load("shingles", _SCHEMA, _batches(articles, places))
    engine.load("places", _PLACES, [_batch_of_places(places)])
    engine.derive("shared", _SHARED)
    engine.derive("boilerplate", _BOILERPLATE)
    pairs = (Candidate(**row) for batch in engine.query(_PAIRS) for row in batch.to_pylist())
    discounted: dict[int, list[int]] = {}
    for batch in engine.query(_DISCOUNTED):
        for row in batch.to_pylist():
            discounted.setdefault(row["article"], []).append(row["shingle"])
    arrays = {
        article: np.array(sorted(some), dtype=np.uint64) for article, some in discounted.items()
    }
    return Candidates(sorted(pairs), arrays)


def discount(words: Words, shingles_to_discount: Hashes) -> Words:
    """The words with those flagged like quoted ones that stand in a discounted shingle."""
    starts = np.isin(shingles(words.hashes, LENGTH), shingles_to_discount)
    return msgspec.structs.replace(words, quoted=words.quoted | covered(starts, len(words)))


_SHARED: Final = """
    WITH counts AS (
        SELECT shingle, count(*) AS articles FROM shingles GROUP BY shingle HAVING count(*) > 1
    )
    SELECT s.article, s.shingle, s.quoted, c.articles,
        row_number() OVER (PARTITION BY s.shingle ORDER BY s.article) AS place
    FROM shingles s JOIN counts c ON c.shingle = s.shingle
"""

_BOILERPLATE: Final = f"""
    WITH frequent AS (SELECT DISTINCT shingle FROM shared WHERE articles >= {BOILERPLATE_TEXTS})
    SELECT s.shingle FROM shared s
    JOIN frequent f ON f.shingle = s.shingle JOIN places p ON p.article = s.article
    GROUP BY s.shingle
    HAVING count(DISTINCT p.outlet) = 1 AND count(DISTINCT p.text) >= {BOILERPLATE_TEXTS}
"""

_PAIRS: Final = f"""
    WITH kept AS (
        SELECT s.* FROM shared s ANTI JOIN boilerplate b ON b.shingle = s.shingle
    )
    SELECT a.article AS a, b.article AS b, count(*) AS shared
    FROM kept a JOIN kept b ON a.shingle = b.shingle
        AND b.place > a.place
        AND b.place - a.place <= CASE WHEN a.articles <= {RARE} THEN {RARE} ELSE {NEIGHBOURS} END
    GROUP BY a.article, b.article
    HAVING count(*) >= {LEAST_SHARED}
"""

_DISCOUNTED: Final = """
    WITH quotations AS (SELECT DISTINCT shingle FROM shared WHERE quoted)
    SELECT s.article, s.shingle FROM shared s JOIN quotations q ON q.shingle = s.shingle
    WHERE NOT s.quoted
    UNION
    SELECT s.article, s.shingle FROM shared s JOIN boilerplate b ON b.shingle = s.shingle
"""


def _batches(
    articles: Iterable[ArticleShingles], places: list[tuple[str, str]]
) -> Iterator[pa.RecordBatch]:
    """The shingles of each article; notes its outlet and text in `places` on the way."""
    for number, article in enumerate(articles):
        places.append((article.outlet, article.text))
        hashes = np.frombuffer(article.hashes, dtype="<u8")
        yield pa.record_batch(
            [
                pa.array(np.full(len(hashes), number, dtype=np.int32)),
                pa.array(hashes, pa.uint64()),
                pa.array(np.frombuffer(article.quoted, dtype=bool)),
            ],
            schema=_SCHEMA,
        )


def _batch_of_places(places: list[tuple[str, str]]) -> pa.RecordBatch:
    columns = [
        pa.array(range(len(places)), pa.int32()),
        pa.array([outlet for outlet, _ in places], pa.string()),
        pa.array([text for _, text in places], pa.string()),
    ]
    return pa.record_batch(columns, schema=_PLACES)
