"""Finds which texts may tell of one development: they have rare words or names in common.

A join on the engine over the tokens that tell most of each text, never all pairs.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
import pyarrow as pa

from variorum.collate.stories.profiles import Heap, Weights
from variorum.engine.protocol import Engine

TOKENS: Final = 30
"""Words of a text by which it is looked up: those that weigh most in it."""

NAMES: Final = 10
"""Entities of a text by which it is looked up."""

WINDOW: Final = 365
"""Days between two reports that are compared. Later ones need to have more in common, see
`scoring`; but a page that is fetched again often bears the day on which it was, and on the tuning
half of `evaluation.stories` a window of 60 days costs .03 of B³ F1."""

NEIGHBOURS: Final = 40
"""Texts with a token, in order of time, that a text is paired with: a name that thousands of
texts have pairs each with the ones around it."""

RARE: Final = 100
"""Texts with a token up to which it pairs a text of unknown date with each of them."""

BEST: Final = 40
"""Candidates that are kept of each text: those with which it shares most."""

LEAST_SHARED: Final = 2
"""Tokens that two texts must share to be compared."""

SCALE: Final = 1000
"""Weights go to the engine as whole numbers: their sums do not depend on the order of rows."""

_SCHEMA: Final = pa.schema(
    [
        ("token", pa.int32()),
        ("text", pa.int32()),
        ("weight", pa.int64()),
        ("earliest", pa.int32()),
        ("latest", pa.int32()),
    ]
)


def find_candidates(engine: Engine, heap: Heap) -> list[tuple[int, int]]:
    """Pairs of texts worth comparing, by their numbers, the lesser first; in order."""
    engine.load("story_tokens", _SCHEMA, _batches(heap))
    engine.derive("story_postings", _POSTINGS)
    engine.derive("story_pairs", _PAIRS)
    found = set[tuple[int, int]]()
    for batch in engine.query(_KEPT):
        found.update(zip(batch["a"].to_pylist(), batch["b"].to_pylist(), strict=True))
    return sorted(found)


_POSTINGS: Final = """
    SELECT token, text, weight, earliest, latest,
        row_number() OVER (PARTITION BY token ORDER BY latest NULLS LAST, text) AS place,
        count(*) OVER (PARTITION BY token) AS texts
    FROM story_tokens
"""

_PAIRS: Final = f"""
    WITH met AS (
        SELECT p.text AS one, q.text AS other, p.weight * q.weight AS product
        FROM story_postings p JOIN story_postings q ON p.token = q.token
            AND q.place > p.place AND q.place - p.place <= {NEIGHBOURS}
            AND q.earliest - p.latest <= {WINDOW} AND p.earliest - q.latest <= {WINDOW}
        UNION ALL
        SELECT p.text AS one, q.text AS other, p.weight * q.weight AS product
        FROM story_postings p JOIN story_postings q ON p.token = q.token AND p.text <> q.text
        WHERE p.latest IS NULL AND p.texts <= {RARE}
            AND (q.latest IS NOT NULL OR q.place > p.place)
    )
    SELECT least(one, other) AS a, greatest(one, other) AS b, sum(product) AS shared
    FROM met GROUP BY least(one, other), greatest(one, other)
    HAVING count(*) >= {LEAST_SHARED}
"""

_KEPT: Final = f"""
    WITH both_ways AS (
        SELECT a AS text, b AS other, shared FROM story_pairs
        UNION ALL SELECT b AS text, a AS other, shared FROM story_pairs
    ),
    ranked AS (
        SELECT text, other,
            row_number() OVER (PARTITION BY text ORDER BY shared DESC, other) AS place
        FROM both_ways
    )
    SELECT least(text, other) AS a, greatest(text, other) AS b FROM ranked WHERE place <= {BEST}
"""


def _batches(heap: Heap) -> Iterator[pa.RecordBatch]:
    """The tokens of each text; an entity's number follows on those of the words."""
    for number, profile in enumerate(heap.profiles):
        words = _heaviest(profile.terms, TOKENS)
        names = _heaviest(profile.entities, NAMES)
        tokens = np.concatenate([words.places, names.places + len(heap.terms)])
        weights = np.concatenate([words.weights, names.weights])
        earliest, latest = profile.span or (None, None)
        yield pa.record_batch(
            [
                pa.array(tokens.astype(np.int32)),
                pa.array([number] * len(tokens), pa.int32()),
                pa.array(np.rint(weights * SCALE).astype(np.int64)),
                pa.array([earliest] * len(tokens), pa.int32()),
                pa.array([latest] * len(tokens), pa.int32()),
            ],
            schema=_SCHEMA,
        )


def _heaviest(vector: Weights, count: int) -> Weights:
    order = np.lexsort((vector.places, -vector.weights))[:count]
    return Weights(vector.places[order], vector.weights[order])
