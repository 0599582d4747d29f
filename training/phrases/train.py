"""Counts word runs over the AllSides collection and keeps those that everybody uses.

    python -m training.phrases.train [--output FILE]

Writes `src/variorum/collate/reuse/weights/phrases.npz`: the hashes of the runs of
`PHRASE_LENGTH` words ("did not immediately respond to", "with Turkish President Recep
Tayyip") that stand in at least `LEAST_ARTICLES` of its 18,662 articles and at least
`LEAST_OUTLETS` outlets. No text is kept. Takes a minute.
"""

import argparse
from collections import defaultdict
from pathlib import Path
from typing import Final

import numpy as np

from evaluation.corpora import rows_of
from variorum.collate.reuse.phrases import PHRASE_LENGTH, short_hash
from variorum.collate.reuse.shingles import shingles
from variorum.collate.reuse.words import words_in

OUTPUT: Final = Path(__file__).parents[2] / "src/variorum/collate/reuse/weights/phrases.npz"
LEAST_ARTICLES: Final = 6
LEAST_OUTLETS: Final = 4


def count(rows: list[tuple[str, str]]) -> np.ndarray:
    """The phrases that stand in enough articles of enough outlets, as sorted short hashes.

    `rows` are (outlet, text).
    """
    found = [np.unique(shingles(words_in(text)[2], PHRASE_LENGTH)) for _, text in rows]
    phrases, counts = np.unique(np.concatenate(found), return_counts=True)
    frequent = phrases[counts >= LEAST_ARTICLES]
    outlets: dict[int, set[str]] = defaultdict(set)
    for (outlet, _), article in zip(rows, found, strict=True):
        for phrase in np.intersect1d(article, frequent, assume_unique=True).tolist():
            outlets[phrase].add(outlet)
    kept = [phrase for phrase, names in outlets.items() if len(names) >= LEAST_OUTLETS]
    return np.unique(short_hash(np.array(kept, dtype=np.uint64)))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    rows = [(row["outlet"], row["text"]) for row in rows_of("allsides")]
    if not rows:
        raise SystemExit("The AllSides collection is not at hand: see docs/evaluation.md")
    phrases = count(rows)
    np.savez_compressed(arguments.output, phrases=phrases)
    print(f"{len(phrases):,} phrases, {arguments.output.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
