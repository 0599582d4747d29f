"""Measures who copied whom: on pairs of Helsinki coverage read by hand, and on derived chains.

    python -m evaluation.lineage

For each pair: its relation (copy, edited, partial, quotes_only, none) and, where text was
reused, the direction (a->b, b->a, common, unknown).
"""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from evaluation.corpora import GOLD, has_corpus, rows_of
from evaluation.derivation.chains import as_row, make_chains
from evaluation.derivation.events import Half
from evaluation.running import story_of
from variorum.library import Story
from variorum.record.lineage import Pair

RELATIONS: Final = ("copy", "edited", "partial", "quotes_only", "none")
DERIVED: Final = ("copy", "edited", "partial")
SEEDS: Final = (1, 2)
"""Chains of each event are drawn with these seeds."""


class Judgement(NamedTuple):
    """A pair's relation and direction, by hand (or by construction) and by Variorum."""

    relation: str
    found: str
    direction: str
    found_direction: str


def judge_helsinki(half: Literal["seen", "held_out"]) -> list[Judgement]:
    """The pairs read by hand. Limits were set while looking at `seen`; `held_out` was read after."""
    lines = (GOLD / "helsinki_pairs.jsonl").read_text("utf-8").splitlines()
    labels = [label for label in map(json.loads, lines) if label["half"] == half]
    with story_of(rows_of("helsinki"), processes=None) as story:
        ids = {article.given_id: article.id for article in story.articles}
        return [
            _judged(story, ids[one["a"]], ids[one["b"]], one["relation"], one["direction"])
            for one in labels
        ]


def judge_chains(half: Half, *, dated: bool) -> list[Judgement]:
    """The pairs of the derived chains of one half."""
    judged = []
    for seed in SEEDS:
        for chain in make_chains(half, seed):
            rows = [as_row(chain, member, dated=dated) for member in chain.members]
            with story_of(rows) as story:
                ids = {article.given_id: article.id for article in story.articles}
                judged += [
                    _judged(story, ids[one.a], ids[one.b], one.relation or "none", one.direction)
                    for one in chain.truth
                ]
    return judged


_TURNED: Final = {"a->b": "b->a", "b->a": "a->b"}


def _judged(story: Story, a: str, b: str, relation: str, direction: str) -> Judgement:
    pair: Pair | None = story.pair(a, b)
    if pair is None:
        return Judgement(relation, "none", direction, "none")
    found = pair.direction if pair.a == a else _TURNED.get(pair.direction, pair.direction)
    return Judgement(relation, pair.relation, direction, found)


def figures(judged: Iterable[Judgement]) -> dict[str, float]:
    """Accuracy and F1 of relations, precision and recall of reuse, accuracy of direction."""
    listed = list(judged)
    both = [one for one in listed if one.relation in DERIVED and one.found in DERIVED]
    found = sum(one.found in DERIVED for one in listed)
    true = sum(one.relation in DERIVED for one in listed)
    f1 = {relation: _f1(listed, relation) for relation in RELATIONS}
    present = [
        f1[relation] for relation in RELATIONS if any(one.relation == relation for one in listed)
    ]
    right = sum(one.direction == one.found_direction for one in both)
    decided = sum(one.found_direction != "unknown" for one in both)
    return {
        "pairs": float(len(listed)),
        "reuse_precision": len(both) / found if found else 1.0,
        "reuse_recall": len(both) / true if true else 1.0,
        "relation_f1_micro": sum(one.relation == one.found for one in listed) / len(listed),
        "relation_f1_macro": sum(present) / len(present),
        **{f"{relation}_f1": value for relation, value in f1.items()},
        "direction_accuracy": right / len(both) if both else 1.0,
        "direction_decided": decided / len(both) if both else 1.0,
    }


def _f1(judged: list[Judgement], relation: str) -> float:
    counts = Counter((one.relation == relation, one.found == relation) for one in judged)
    wrong = counts[True, False] + counts[False, True]
    right = counts[True, True]
    return 2 * right / (2 * right + wrong) if right + wrong else 1.0


def confusion(judged: Iterable[Judgement]) -> str:
    """A table: rows by hand, columns by Variorum."""
    counts = Counter((one.relation, one.found) for one in judged)
    head = " " * 12 + "".join(f"{name:>12}" for name in RELATIONS)
    rows = [
        f"{row:12}" + "".join(f"{counts[row, column]:12}" for column in RELATIONS)
        for row in RELATIONS
    ]
    return "\n".join([head, *rows])


def main() -> None:
    """The command."""
    for dated in (True, False):
        name = "with dates" if dated else "without dates"
        _print(f"Derived chains, held-out events, {name}", judge_chains("held_out", dated=dated))
    if has_corpus("helsinki"):
        _print("Helsinki pairs read before the limits were set", judge_helsinki("seen"))
        _print("Helsinki pairs read after", judge_helsinki("held_out"))


def _print(title: str, judged: list[Judgement]) -> None:
    print(f"\n{title}")
    if not judged:
        print("  no pairs")
        return
    print(confusion(judged))
    for name, value in figures(judged).items():
        print(f"  {name:22} {value:.3f}" if name != "pairs" else f"  {name:22} {value:.0f}")


if __name__ == "__main__":
    main()
