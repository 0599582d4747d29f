"""Trains the block model and writes `src/variorum/ingest/weights/blocks.npz`.

    python -m training.blocks.train [--output FILE]

Learns from the pages written for the project (`training/blocks/pages`) and, where the
Helsinki collection is at hand (see docs/evaluation.md), from the lines of its training
half. Each Helsinki page counts twice, with and without what is known of other pages, so
that the model also stands alone. Takes two minutes. What else was tried is in
`training/LOG.md`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.neural_network import MLPClassifier

from evaluation.corpora import LabelledPage, labelled_helsinki
from variorum.ingest.features import NO_REPEATS, WORD_SLOTS, describe
from variorum.ingest.lines import as_line
from variorum.ingest.roles import with_neighbours
from variorum.record.article import ROLES

PAGES: Final = Path(__file__).parent / "pages"
OUTPUT: Final = Path(__file__).parents[2] / "src/variorum/ingest/weights/blocks.npz"

HIDDEN_UNITS: Final = 64
PENALTY: Final = 0.1
PASSES: Final = 15
NETWORKS: Final = 3
"""Networks of different random starts whose scores are averaged; they are shipped as one."""


def written_pages() -> list[LabelledPage]:
    """The pages written for the project; nothing is known of their neighbours."""
    pages = []
    for file in sorted(PAGES.glob("*.tsv")):
        rows = [line.split("\t", 1) for line in file.read_text("utf-8").splitlines()]
        lines = [as_line(0, len(text), text) for _, text in rows]
        roles = [role for role, _ in rows]
        pages.append(LabelledPage(file.stem, lines, roles, [NO_REPEATS] * len(lines)))
    return pages


def alone(page: LabelledPage) -> LabelledPage:
    """The page as it looks when no other page of its outlet is at hand."""
    return LabelledPage(page.outlet, page.lines, page.roles, [NO_REPEATS] * len(page.lines))


def arrays_of(pages: Sequence[LabelledPage]) -> tuple[csr_matrix, NDArray[np.int64]]:
    """The feature matrix and the role numbers of all labelled lines."""
    forms, slots, targets = [], [], []
    for page in pages:
        form, line_slots = describe(page.lines, [""] * len(page.lines), page.repeats)
        labelled = [place for place, role in enumerate(page.roles) if role]
        forms.append(with_neighbours(form)[labelled])
        slots.extend(line_slots[place] for place in labelled)
        targets.extend(ROLES.index(page.roles[place]) for place in labelled)
    rows = np.repeat(np.arange(len(slots)), [len(line) for line in slots])
    columns = np.array([slot for line in slots for slot in line])
    shape = (len(slots), WORD_SLOTS)
    words = csr_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=shape)
    return hstack([csr_matrix(np.vstack(forms)), words]).tocsr(), np.array(targets)


def train(pages: Sequence[LabelledPage]) -> dict[str, NDArray[np.float32]]:
    """The weights, as `variorum.ingest.roles.load_model` reads them."""
    matrix, targets = arrays_of(pages)
    networks = [
        MLPClassifier(
            (HIDDEN_UNITS,), alpha=PENALTY, max_iter=PASSES, batch_size=64, random_state=number
        ).fit(matrix, targets)
        for number in range(NETWORKS)
    ]
    seen = np.asarray((matrix != 0).sum(axis=0)).ravel() > 0
    first = np.hstack([network.coefs_[0] for network in networks]) * seen[:, None]
    width = matrix.shape[1] - WORD_SLOTS
    roles = np.zeros((first.shape[1], len(ROLES)))
    roles[:, networks[0].classes_] = np.vstack([net.coefs_[1] for net in networks]) / NETWORKS
    roles_bias = np.full(len(ROLES), -20.0)
    roles_bias[networks[0].classes_] = np.mean([net.intercepts_[1] for net in networks], axis=0)
    return {
        "forms": first[:width],
        "words": first[width:],
        "hidden_bias": np.hstack([network.intercepts_[0] for network in networks]),
        "roles": roles,
        "roles_bias": roles_bias,
    }


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    helsinki = labelled_helsinki("training")
    pages = [*written_pages(), *helsinki, *map(alone, helsinki)]
    print(f"{len(pages)} pages ({len(helsinki)} of the Helsinki collection, each twice)")
    weights = train(pages)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(arguments.output, **{k: v.astype(np.float16) for k, v in weights.items()})
    print(f"wrote {arguments.output} ({arguments.output.stat().st_size:,} bytes)")


if __name__ == "__main__":
    main()
