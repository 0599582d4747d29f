"""Measures which quotations of Helsinki articles are held for one utterance.

    python -m evaluation.statements [--half tuning|held_out] [--errors] [--store FILE]

The gold is `gold/helsinki_statements.jsonl`: the quotations that were read in 60 articles, each
with the group that it belongs to. They are the first 60 of all articles with 5 to 25 direct or
mixed quotations, in order of the SHA-256 of "statements " and their id; those in odd places are for
tuning, the others held out. One reader grouped both halves before any rule was made. Two quotations
are of one group if they report one utterance of one speaker, or consecutive sentences of it that
some article quotes together, in whatever words; so are a quotation and what stands inside it.

Figures are of pairs within a half: a pair is right if the gold has both in one group. The whole
collection is joined. Merging equal words, without regard to case and marks, is the baseline, for
each name of a speaker and for all. `quoted` counts direct and mixed quotations only.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

from evaluation.corpora import GOLD, has_corpus, rows_of
from evaluation.running import story_of
from variorum.library import Story, open_story
from variorum.record.reading import Quotation

HALVES: Final = ("tuning", "held_out")


class Labelled(NamedTuple):
    """A quotation by the id that the collection gives its article, and its group."""

    article: str
    start: int
    end: int
    group: str


class Figures(NamedTuple):
    """Of pairs of quotations, from 0 to 1; `pairs`: how many the gold has."""

    precision: float
    recall: float
    f1: float
    pairs: int


def gold_of(half: str) -> list[Labelled]:
    """The labelled quotations of a half."""
    with (GOLD / "helsinki_statements.jsonl").open(encoding="utf-8") as stream:
        rows = [row for row in map(json.loads, stream) if row["half"] == half]
    return [Labelled(row["article"], row["start"], row["end"], row["group"]) for row in rows]


def pair_figures(gold: Mapping[int, Hashable], found: Mapping[int, Hashable]) -> Figures:
    """Pairs of items that both groupings have together; an item that is not found is alone."""
    together = Counter((gold[item], found[item]) for item in gold if item in found)
    right = sum(map(_pairs, together.values()))
    expected = sum(map(_pairs, Counter(gold.values()).values()))
    given = sum(map(_pairs, Counter(found[item] for item in gold if item in found).values()))
    precision, recall = right / max(1, given), right / max(1, expected)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Figures(precision, recall, f1, expected)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def matched(story: Story, gold: Iterable[Labelled]) -> dict[int, Quotation]:
    """The quotation that overlaps each labelled one most, by half of both at least."""
    by_article: dict[str, list[tuple[int, Labelled]]] = defaultdict(list)
    for number, label in enumerate(gold):
        by_article[label.article].append((number, label))
    found: dict[int, Quotation] = {}
    for article in story.articles:
        labels = by_article.get(article.given_id or "", [])
        reading = story.reading_of(article.id) if labels else None
        if reading:
            found |= _assigned(labels, reading.quotations)
    return found


def _assigned(
    labels: Iterable[tuple[int, Labelled]], quotations: Iterable[Quotation]
) -> dict[int, Quotation]:
    """Each quotation is given to one label, the closest pairs first."""
    shares = sorted(
        (
            (-_agreement(label, one), number, one.id, one)
            for number, label in labels
            for one in quotations
        ),
        key=lambda row: row[:3],
    )
    found: dict[int, Quotation] = {}
    taken: set[str] = set()
    for share, number, identity, one in shares:
        if -share >= 0.5 and number not in found and identity not in taken:
            found[number] = one
            taken.add(identity)
    return found


def _agreement(label: Labelled, one: Quotation) -> float:
    start = min(span.start for span in one.content)
    end = max(span.end for span in one.content)
    shared = max(0, min(end, label.end) - max(start, label.start))
    return shared / (max(end, label.end) - min(start, label.start))


def exact(story: Story, found: Mapping[int, Quotation]) -> dict[str, dict[int, Hashable]]:
    """The baselines: quotations of the same words are one."""
    texts = {quoted.quotation.id: quoted for quoted in story.quotations()}
    alone: dict[int, Hashable] = {}
    spoken: dict[int, Hashable] = {}
    for number, one in found.items():
        text = texts[one.id].article.text
        printed = " ".join(span.of(text) for span in one.content)
        words = "".join(filter(str.isalnum, printed.casefold()))
        alone[number] = words
        spoken[number] = words, one.speaker_name
    return {"equal words": alone, "equal words of one name": spoken}


def measure(half: str, story: Story, *, tell_errors: bool = False) -> dict[str, Figures]:
    """The figures of a half, by method, over the labelled quotations that are read at all.

    What the reader finds is measured elsewhere, and the labels are of an earlier reader's.
    """
    labels = gold_of(half)
    found = matched(story, labels)
    gold: dict[int, Hashable] = {number: labels[number].group for number in found}
    groups = {one: made.id for made in story.statements() for one in made.quotations}
    ours: dict[int, Hashable] = {
        number: groups.get(one.id, one.id) for number, one in found.items()
    }
    if tell_errors:
        _tell(story, labels, found, ours)
    methods = {"Variorum": ours, **exact(story, found)}
    quoted = {number: gold[number] for number, one in found.items() if one.mode != "indirect"}
    return {name: pair_figures(gold, grouping) for name, grouping in methods.items()} | {
        f"{name}, quoted": pair_figures(quoted, grouping) for name, grouping in methods.items()
    }


def _tell(
    story: Story,
    labels: list[Labelled],
    found: Mapping[int, Quotation],
    ours: Mapping[int, Hashable],
) -> None:
    texts = {quoted.quotation.id: quoted.article.text for quoted in story.quotations()}
    for a, b in combinations(sorted(found), 2):
        is_one = labels[a].group == labels[b].group
        if is_one != (ours[a] == ours[b]):
            print("missed" if is_one else "too many")
            for number in (a, b):
                one = found[number]
                words = " … ".join(span.of(texts[one.id]) for span in one.content)
                print(
                    f"    {labels[number].article} {one.mode} {one.speaker_name}: {words[:150]!r}"
                )


@contextmanager
def _story(store: Path | None) -> Iterator[Story]:
    if store:
        with open_story(store) as story:
            yield story
    else:
        with story_of(rows_of("helsinki"), processes=None, reads=True) as story:
            yield story


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    parser.add_argument("--store", type=Path, help="the collection as built, to save the time")
    options = parser.parse_args()
    if not options.store and not has_corpus("helsinki"):
        parser.exit(1, "The texts are not at hand: see docs/evaluation.md\n")
    with _story(options.store) as story:
        for half in [options.half] if options.half else HALVES:
            for name, figures in measure(half, story, tell_errors=options.errors).items():
                shown = (f"{key} {value:.3f}" for key, value in figures._asdict().items())
                print(half, name, *shown)


if __name__ == "__main__":
    main()
