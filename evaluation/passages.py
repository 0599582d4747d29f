"""Compares the passages that Variorum finds on the Helsinki pages with another aligner's.

    python -m evaluation.passages EXTENTS.jsonl

Each line of the other's result is one pair of passages, `{"a", "begin", "end", "b", "begin2",
"end2"}`: the ids of two rows of the collection and half-open offsets into their texts.
Told are, of the pairs read by hand, how many of those that share text were found and how
many that do not; and how many characters of body the passages of the former cover.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from evaluation.corpora import GOLD, rows_of
from evaluation.lineage import DERIVED
from evaluation.running import story_of
from variorum.library import Story
from variorum.record.article import Article

Range = tuple[int, int]
Passages = Mapping[tuple[str, str], list[tuple[Range, Range]]]
"""The passages of two articles, named as the collection names them, in the order of the names."""


class Found(NamedTuple):
    """What an aligner found in the pairs read by hand; characters are of body, both sides."""

    derived: int
    others: int
    characters: int
    shared_with_other: int


def passages_of(path: Path) -> Passages:
    """The other aligner's passages."""
    found = defaultdict(list)
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        sides = {row["a"]: (row["begin"], row["end"]), row["b"]: (row["begin2"], row["end2"])}
        one, other = sorted(sides)
        found[one, other].append((sides[one], sides[other]))
    return found


def own_passages(story: Story) -> Passages:
    """The passages of a story's record."""
    found = defaultdict(list)
    for reuse in story.reuses:
        sides = {
            str(story.by_id[place.article].given_id): (place.start, place.end)
            for place in (reuse.a, reuse.b)
        }
        one, other = sorted(sides)
        found[one, other].append((sides[one], sides[other]))
    return found


def compare(story: Story, own: Passages, other: Passages) -> dict[str, Found]:
    """What each of two aligners found in the pairs read by hand."""
    labels = map(json.loads, (GOLD / "helsinki_pairs.jsonl").read_text("utf-8").splitlines())
    is_derived = {
        (min(one["a"], one["b"]), max(one["a"], one["b"])): one["relation"] in DERIVED
        for one in labels
    }
    articles = {str(article.given_id): article for article in story.articles}
    derived = [ends for ends, is_one in is_derived.items() if is_one]
    independent = [ends for ends, is_one in is_derived.items() if not is_one]
    covered = [
        [
            _body(articles[end], (sides[place] for sides in passages.get(ends, ())))
            for ends in derived
            for place, end in enumerate(ends)
        ]
        for passages in (own, other)
    ]
    both = sum(len(mine & theirs) for mine, theirs in zip(*covered, strict=True))
    return {
        name: Found(
            derived=sum(ends in passages for ends in derived),
            others=sum(ends in passages for ends in independent),
            characters=sum(map(len, sets)),
            shared_with_other=both,
        )
        for name, passages, sets in zip(("Variorum", "other"), (own, other), covered, strict=True)
    } | {"all": Found(len(derived), len(independent), 0, 0)}


def _body(article: Article, ranges: Iterable[Range]) -> set[int]:
    """The places of the ranges' characters that are body."""
    body = {place for block in article.blocks_of("body") for place in range(block.start, block.end)}
    return body & {place for start, end in ranges for place in range(start, end)}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("extents", type=Path)
    other = passages_of(parser.parse_args().extents)
    with story_of(rows_of("helsinki"), processes=None) as story:
        found = compare(story, own_passages(story), other)
    total = found.pop("all")
    for name, one in found.items():
        print(
            f"{name:9} {one.derived} of {total.derived} derived pairs, "
            f"{one.others} of {total.others} others; {one.characters:,} characters of body, "
            f"{one.shared_with_other / one.characters:.3f} of them found by both"
        )


if __name__ == "__main__":
    main()
