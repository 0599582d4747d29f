"""Makes the reader's weights: prepare → train → calibrate → export → evaluate, in one command.

    python -m training.reader.run [--work FOLDER] [--minutes N] [--ship]
    python -m training.reader.run --toy

Needs the extra `training` and the corpora (docs/evaluation.md); what a step made before is
used again. `--ship` puts the int8 network and its vocabulary into the package. `--toy` goes
through all steps in under a minute, on sentences written for the project.
"""

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import torch

from evaluation.corpora import data_folder
from training.reader.base import VOCABULARY
from training.reader.calibrate import calibrate
from training.reader.document import Document
from training.reader.evaluate import evaluate
from training.reader.export import export
from training.reader.gum import NON_COMMERCIAL
from training.reader.prepare import load, load_vectors, prepare, save, save_vectors
from training.reader.toy import toy_documents
from training.reader.train import WEIGHTS, load_reader, train

SHIPPED: Final = Path(__file__).parents[2] / "src/variorum/read/encoder/weights"
FULL: Final = "reader-full.onnx"
SMALL: Final = "reader.onnx"
FIGURES: Final = "figures.json"


def run(work: Path, *, epochs: int, minutes: float, toy: bool, ship: bool) -> dict[str, Any]:
    """Every step; gives the figures of both networks."""
    documents = _prepared(work, toy=toy)
    if not (work / WEIGHTS).exists():
        train(learned(documents), load_vectors(work), work, epochs=epochs, minutes=minutes)
    export(load_reader(work / WEIGHTS), work / FULL, work / SMALL)
    bonus = calibrate(work / SMALL, documents)
    print(json.dumps({"bonus": bonus.tolist()}))
    if bonus.any():
        export(load_reader(work / WEIGHTS), work / FULL, work / SMALL, bonus.tolist())
    figures = {
        name: evaluate(work / name, documents, with_vectors=not toy) for name in (FULL, SMALL)
    }
    (work / FIGURES).write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    if ship:
        SHIPPED.mkdir(exist_ok=True)
        shutil.copyfile(work / SMALL, SHIPPED / SMALL)
        shutil.copyfile(VOCABULARY, SHIPPED / VOCABULARY.name)
    return figures


def learned(documents: Sequence[Document]) -> list[Document]:
    """What is learned from: the training parts, and CrossNER's dev, on which nothing is chosen.

    GUM counts twice, being the only grammar by hand; its genres that may not be used
    commercially are left out, so that the weights can be.
    """
    chosen = []
    for one in documents:
        if one.id.startswith("GUM_") and one.part == "train":
            chosen.extend([one, one] if one.outlet not in NON_COMMERCIAL else [])
        elif one.part == "train" or one.id.startswith("politics_dev"):
            chosen.append(one)
    return chosen


def _prepared(work: Path, *, toy: bool) -> list[Document]:
    if toy:
        work.mkdir(parents=True, exist_ok=True)
        save(work, toy_documents())
        save_vectors(work, load(work))
    else:
        data = data_folder()
        if data is None:
            raise SystemExit("No corpora are at hand; docs/evaluation.md says where to get them")
        prepare(data, work)
    return load(work)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs all steps and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=None)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--minutes", type=float, default=100)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--toy", action="store_true")
    parser.add_argument("--ship", action="store_true")
    told = parser.parse_args(arguments)
    torch.set_num_threads(told.threads)
    work = told.work or Path("build/reader-toy" if told.toy else "build/reader")
    figures = run(
        work, epochs=told.epochs, minutes=told.minutes, toy=told.toy, ship=told.ship
    )  # fmt: skip
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
