"""Measures a network file, as it is shipped, on what it did not learn from.

python -m training.reader.evaluate NETWORK [--work FOLDER] [--people]
"""

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.corpora import has_corpus, rows_of
from training.reader.base import VOCABULARY, load_base
from training.reader.document import Document
from training.reader.figures import (
    Figures,
    crossner_figures,
    gum_figures,
    people_figures,
    polnear_figures,
)
from training.reader.prepare import load
from training.reader.reading import Found, read_documents
from training.reader.teacher import teach
from variorum.read.encoder.encoder import Encoder
from variorum.read.encoder.pieces import Pieces
from variorum.read.encoder.window import Window

PAIRS: Final = 2_000
_WORD: Final = re.compile(r"\w+|[^\w\s]")

Measure = Callable[[Sequence[Document], Sequence[Found]], Figures]


def evaluate(
    network: Path,
    documents: Sequence[Document],
    *,
    part: str = "dev",
    threads: int = 0,
    with_vectors: bool = True,
) -> Figures:
    """All figures of a network; those whose data is not at hand are left out."""
    encoder = Encoder(network.read_bytes(), VOCABULARY, threads=threads)
    figures: Figures = {"network": network.name, "bytes": network.stat().st_size}
    polnear = [one for one in documents if one.readings and one.part == part]
    if polnear:
        began = time.perf_counter()
        found = list(read_documents(encoder, polnear))
        seconds = time.perf_counter() - began
        words = sum(len(one.words) for one in polnear)
        figures["words_a_second"] = round(words / seconds)
        figures["polnear"] = polnear_figures(polnear, found)
    others = [one for one in documents if any(keep(one) for _, keep, _ in _COLLECTIONS)]
    read = dict(zip(map(id, others), read_documents(encoder, others), strict=True))
    for name, keep, of in _COLLECTIONS:
        kept = [one for one in others if keep(one)]
        if kept:
            figures[name] = of(kept, [read[id(one)] for one in kept])
    if with_vectors and has_corpus("allsides"):
        figures["vectors"] = vector_figures(encoder)
    return figures


def vector_figures(encoder: Encoder) -> Figures:
    """Rank correlation of likenesses with the untuned model, over pairs of AllSides sentences.

    Half of the pairs are neighbours in an article, half are drawn from the whole collection.
    """
    flat, theirs = _taught_pairs()
    tuned = np.concatenate(
        [reading.vectors for reading in encoder.read_windows([Window(tuple(w)) for w in flat])]
    )
    mine = _likeness(tuned)
    return {
        "spearman": round(_rank_correlation(mine, theirs), 4),
        "spearman_neighbours": round(_rank_correlation(mine[1::2], theirs[1::2]), 4),
        "spearman_drawn": round(_rank_correlation(mine[::2], theirs[::2]), 4),
    }


@cache
def _taught_pairs() -> tuple[list[list[str]], NDArray[np.float32]]:
    """The sentences, two by two, and how like each other the untuned model finds each two."""
    chance = random.Random(7)
    texts = [row["text"] for at, row in enumerate(rows_of("allsides")) if at % 18 == 0]
    groups = [words for text in texts if len(words := _sentences(text)) > 1]
    pairs = []
    for number in range(PAIRS):
        group = chance.choice(groups)
        at = chance.randrange(len(group) - 1)
        other = group[at + 1] if number % 2 else chance.choice(chance.choice(groups))
        pairs.append((group[at], other))
    flat = [words for pair in pairs for words in pair]
    taught = teach(load_base(), Pieces(VOCABULARY), flat, half=False)
    return flat, _likeness(taught.astype(np.float32))


def _sentences(text: str) -> list[list[str]]:
    found = re.split(r"(?<=[.!?])\s+|\n+", text)
    return [words for part in found if 5 <= len(words := _WORD.findall(part)) <= 60]


def _likeness(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray((vectors[::2] * vectors[1::2]).sum(1))


def _rank_correlation(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    ranks = [values.argsort().argsort() for values in (one, other)]
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


_COLLECTIONS: Final[tuple[tuple[str, Callable[[Document], bool], Measure], ...]] = (
    ("gum_dev", lambda one: one.id.startswith("GUM_") and one.part == "dev", gum_figures),
    ("gum_test", lambda one: one.id.startswith("GUM_") and one.part == "test", gum_figures),
    ("gum_news", lambda one: one.id.startswith("GUM_news") and one.part != "train", gum_figures),
    ("crossner_test", lambda one: one.id.startswith("politics_test"), crossner_figures),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network", type=Path)
    parser.add_argument("--work", type=Path, default=Path("build/reader"))
    parser.add_argument("--part", default="dev", choices=["dev", "validation"])
    parser.add_argument("--people", action="store_true", help="how far annotators agree instead")
    told = parser.parse_args(arguments)
    documents = load(told.work)
    figures = (
        people_figures(documents)
        if told.people
        else evaluate(told.network, documents, part=told.part)
    )
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
