"""Figures of what the encoder finds in annotated documents. Needs no torch: tests run it, too."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import Any

import numpy as np

from evaluation.attribution import ROLES, Marked, Pair, Scores, harmonic, score
from training.reader.document import UNKNOWN, Attributed, Document, Words
from training.reader.reading import Found
from variorum.read.encoder.labels import NAME_TAGS, PARTS_OF_SPEECH, RELATIONS
from variorum.read.encoder.window import Attribution
from variorum.record.span import Span

Figures = dict[str, Any]


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


def people_figures(documents: Sequence[Document]) -> Figures:
    """How far annotators of one article agree, each of two in turn taken for the truth."""
    several = [one for one in documents if len(one.readings) > 1]
    pairs = [
        (_true(first, one), _true(second, one))
        for one in several
        for first, second in permutations(one.readings, 2)
    ]
    return {"articles": len(several), "pairs": len(pairs), **_as_figures(score(pairs))}


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
