"""Measures a network file, as it is shipped, on what it did not learn from.

python -m training.reader.evaluate NETWORK [--work FOLDER]
"""

import argparse
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from evaluation.attribution import ROLES, Marked, Pair, Scores, harmonic, score
from evaluation.corpora import has_corpus, rows_of
from training.reader.base import VOCABULARY, load_base
from training.reader.document import UNKNOWN, Attributed, Document, Words
from training.reader.prepare import load
from training.reader.reading import Found, read_documents
from training.reader.teacher import teach
from variorum.read.encoder.encoder import Encoder
from variorum.read.encoder.labels import NAME_TAGS, PARTS_OF_SPEECH, RELATIONS
from variorum.read.encoder.pieces import Pieces
from variorum.read.encoder.window import Attribution, Window
from variorum.record.span import Span

PAIRS: Final = 2_000
_WORD: Final = re.compile(r"\w+|[^\w\s]")

Figures = dict[str, Any]
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


def polnear_figures(documents: Sequence[Document], found: Sequence[Found]) -> Figures:
    """Attributions against the first annotator, also by outlet; the rest against CoreNLP."""
    pairs = attribution_pairs(documents, found)
    by_outlet: dict[str, list[Pair]] = defaultdict(list)
    for one, pair in zip(documents, pairs, strict=True):
        by_outlet[one.outlet].append(pair)
    return {
        **_as_figures(score(pairs)),
        "by_outlet": {
            outlet: round(score(some).whole.f1, 3) for outlet, some in sorted(by_outlet.items())
        },
        "names_silver": names_figures(documents, found),
        "speech_silver": _speech(documents, found),
    }


def attribution_pairs(documents: Sequence[Document], found: Sequence[Found]) -> list[Pair]:
    """What the first annotator marked and what was found, for each document, in characters."""
    return [
        (_true(one.readings[0], one), _marked(read.attributions, one))
        for one, read in zip(documents, found, strict=True)
    ]


def _as_figures(scores: Scores) -> Figures:
    figures: Figures = {}
    for name in ("exact", "parts", "overlap"):
        for role in ROLES:
            figures[f"{name}_{role}"] = round(getattr(scores, name)[role].f1, 4)
    figures["whole"] = [round(value, 4) for value in scores.whole]
    return figures


def gum_figures(documents: Sequence[Document], found: Sequence[Found]) -> Figures:
    """Dependencies, parts of speech and names against what people marked."""
    heads = names = total = 0
    for one, read in zip(documents, found, strict=True):
        right = read.heads == np.array(one.heads)
        true = [RELATIONS[name] for name in one.relations]
        labelled = right & (np.array(read.relations) == np.array(true))
        heads, names, total = (
            heads + int(right.sum()),
            names + int(labelled.sum()),
            total + len(true),
        )
    return {
        "uas": round(heads / total, 4),
        "las": round(names / total, 4),
        "speech": _speech(documents, found),
        "names": names_figures(documents, found),
    }


def crossner_figures(documents: Sequence[Document], found: Sequence[Found]) -> Figures:
    """Names; what we call a group has no kind of its own there and counts as other."""
    mapped = [
        read._replace(
            names=[(words, "other" if kind == "group" else kind) for words, kind in read.names]
        )
        for read in found
    ]
    return {"names": names_figures(documents, mapped)}


def names_figures(documents: Sequence[Document], found: Sequence[Found]) -> Figures:
    """Exact F1 by kind and of all; words without a known tag are left out with their names."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for one, read in zip(documents, found, strict=True):
        there = set(_true_names(one.names))
        here = {
            (words, kind)
            for words, kind in read.names
            if UNKNOWN not in one.names[words[0] : words[1]]
        }
        groups: tuple[set[tuple[Words, str]], ...] = (there & here, set(here), there)
        for at, names in enumerate(groups):
            for _, kind in names:
                counts[kind][at] += 1
                counts["all"][at] += 1
    return {kind: round(harmonic(*count).f1, 4) for kind, count in sorted(counts.items())}


def _true_names(tags: Sequence[int]) -> Iterable[tuple[Words, str]]:
    start = None
    for at, tag in enumerate([*tags, 0]):
        if start is not None and not (tag > 0 and tag % 2 == 0):
            yield (start, at), NAME_TAGS[tags[start]][2:]
            start = None
        if tag > 0 and tag % 2 == 1:
            start = at


def _speech(documents: Sequence[Document], found: Sequence[Found]) -> float:
    right = total = 0
    for one, read in zip(documents, found, strict=True):
        for true, tag in zip(one.parts_of_speech, read.parts_of_speech, strict=True):
            total += true != UNKNOWN
            right += true != UNKNOWN and PARTS_OF_SPEECH[true] == tag
    return round(right / max(1, total), 4)


def _true(reading: Sequence[Attributed], document: Document) -> list[Marked]:
    return [
        Marked(
            _characters(one.source, document),
            _characters(one.cue, document),
            _characters(one.content, document),
        )
        for one in reading
        if one.cue
    ]


def _marked(attributions: Sequence[Attribution], document: Document) -> list[Marked]:
    return [
        Marked(
            _characters(one.source, document),
            _characters((one.cue,), document),
            _characters(one.content, document),
        )
        for one in attributions
    ]


def _characters(parts: Sequence[Words], document: Document) -> tuple[Span, ...]:
    """Parts as characters; parts with no word between them are one."""
    joined: list[Words] = []
    for first, last in sorted(parts):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(Span(document.starts[first], document.ends[last - 1]) for first, last in joined)


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
    told = parser.parse_args(arguments)
    print(json.dumps(evaluate(told.network, load(told.work), part=told.part), indent=1))


if __name__ == "__main__":
    main()
