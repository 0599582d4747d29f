"""Measures the roles that ingest gives to lines, on pages of outlets it was not trained on.

    python -m evaluation.blocks

Scores the whole of ingest (roles, cut datelines and credits) on the held-out half of the
labelled Helsinki lines: each outlet is in one half only.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from evaluation.corpora import block_labels, has_corpus, helsinki_pages
from variorum.engine.duckdb import DuckdbEngine
from variorum.ingest.blocks import mark_blocks
from variorum.ingest.lines import cut_lines
from variorum.ingest.recurrence import find_recurrence, lines_of
from variorum.record.article import ROLES, Block

PAGE_FURNITURE = ("furniture", "promo")


class LabelledLine(NamedTuple):
    """A line's role by hand and by Variorum, and its length in characters."""

    gold: str
    found: str
    length: int


def labelled_lines(half: str, *, alone: bool = False) -> Iterator[LabelledLine]:
    """The labelled lines of a half. `alone`: as if each page were the only one at hand."""
    pages = helsinki_pages()
    with DuckdbEngine(processes=1) as engine:
        found = find_recurrence(engine, map(lines_of, pages.values()))
    repeats = {} if alone else found.repeats
    for given_id, labels in block_labels(half).items():
        page = pages[given_id]
        blocks = mark_blocks(page, repeats.get(page.id, {}))
        for line in cut_lines(page.text):
            if line.start in labels:
                found = _role_of(line.start, line.end, blocks)
                yield LabelledLine(labels[line.start], found, line.end - line.start)


def _role_of(start: int, end: int, blocks: Iterable[Block]) -> str:
    """The role of most characters of a line; a dateline cut off a paragraph counts with it."""
    lengths = Counter[str]()
    for block in blocks:
        if start <= block.start < end:
            lengths[block.role] += block.end - block.start
    return lengths.most_common(1)[0][0]


def measure(half: str = "held_out", *, alone: bool = False) -> dict[str, float]:
    """The figures: body F1 by characters, recall of furniture, F1 of each role by lines."""
    lines = list(labelled_lines(half, alone=alone))
    furniture = [line for line in lines if line.gold == "furniture"]
    either = [line for line in lines if line.gold in PAGE_FURNITURE]
    figures = {
        "lines": float(len(lines)),
        "accuracy": _share(line.gold == line.found for line in lines),
        "body_f1_characters": f1(lines, "body", by_characters=True),
        "furniture_recall": _share(line.found in PAGE_FURNITURE for line in furniture),
        "furniture_and_promo_recall": _share(line.found in PAGE_FURNITURE for line in either),
        "furniture_and_promo_kept_out_of_body": _share(line.found != "body" for line in either),
    }
    return figures | {f"{role}_f1": f1(lines, role) for role in ROLES}


def f1(lines: list[LabelledLine], role: str, *, by_characters: bool = False) -> float:
    """F1 of one role over lines, or over their characters."""
    weight = {line: line.length if by_characters else 1 for line in set(lines)}
    gold = sum(weight[line] for line in lines if line.gold == role)
    found = sum(weight[line] for line in lines if line.found == role)
    both = sum(weight[line] for line in lines if line.gold == line.found == role)
    return 2 * both / (gold + found) if gold + found else 1.0


def _share(flags: Iterable[bool]) -> float:
    listed = list(flags)
    return sum(listed) / len(listed) if listed else 1.0


def main() -> None:
    """The command."""
    if not has_corpus("helsinki"):
        raise SystemExit("The Helsinki collection is not at hand: see docs/evaluation.md")
    for alone in (False, True):
        print("each page alone" if alone else "all pages at hand")
        for name, value in measure(alone=alone).items():
            print(f"  {name:40} {value:.3f}" if name != "lines" else f"  {name:40} {value:.0f}")


if __name__ == "__main__":
    main()
