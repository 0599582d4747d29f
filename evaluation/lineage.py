"""Measures who copied whom: on pairs of Helsinki coverage read by hand, and on derived chains.

    python -m evaluation.lineage

For each pair: its relation (copy, edited, partial, quotes_only, none) and, where text was
reused, the direction (a->b, b->a, common, unknown), and which carries the older state of one
dispatch.
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


class Truth(NamedTuple):
    """What a pair has to do with each other, by hand or by construction.

    `older` says which of the two carries the older state of one dispatch: a, b, same, or
    None if they do not carry one dispatch.
    """

    relation: str
    direction: str
    older: str | None


class Judgement(NamedTuple):
    """The truth about a pair, and what Variorum says."""

    truth: Truth
    relation: str
    direction: str
    older: str | None


def judge_helsinki(half: Literal["seen", "held_out"]) -> list[Judgement]:
    """The pairs read by hand; limits were set while looking at `seen` only."""
    lines = (GOLD / "helsinki_pairs.jsonl").read_text("utf-8").splitlines()
    labels = [label for label in map(json.loads, lines) if label["half"] == half]
    with story_of(rows_of("helsinki"), processes=None) as story:
        ids = {article.given_id: article.id for article in story.articles}
        return [
            _judged(
                story,
                ids[one["a"]],
                ids[one["b"]],
                Truth(one["relation"], one["direction"], one["older"]),
            )
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
                    _judged(
                        story,
                        ids[one.a],
                        ids[one.b],
                        Truth(one.relation or "none", one.direction, one.older),
                    )
                    for one in chain.truth
                ]
    return judged


_TURNED: Final = {"a->b": "b->a", "b->a": "a->b"}


def _judged(story: Story, a: str, b: str, truth: Truth) -> Judgement:
    pair: Pair | None = story.pair(a, b)
    if pair is None:
        return Judgement(truth, "none", "none", _older(story, a, b))
    found = pair.direction if pair.a == a else _TURNED.get(pair.direction, pair.direction)
    return Judgement(truth, pair.relation, found, _older(story, a, b))


def _older(story: Story, a: str, b: str) -> str | None:
    """Which of two articles carries the older state of one text."""
    of_a, of_b = story.state_of(a), story.state_of(b)
    if of_a is None or of_b is None:
        return "same" if of_a is of_b and _top(story, a) == _top(story, b) else None
    (dispatch, _), (other, _) = story.kinship.states[of_a.id], story.kinship.states[of_b.id]
    if dispatch.id != other.id:
        return None
    if of_a.id == of_b.id:
        return "same"
    order = [state.id for state in dispatch.states]
    return "a" if order.index(of_a.id) < order.index(of_b.id) else "b"


def _top(story: Story, node: str) -> str:
    """What an article's text goes back to."""
    above = [edge.parent for edge in story.parents.get(node, ()) if edge.relation != "partial"]
    return _top(story, above[0]) if above else node


def figures(judged: Iterable[Judgement]) -> dict[str, float]:
    """Figures of relations (accuracy, F1), of reuse (precision, recall), of direction, of states.

    `states_order`: of the pairs that carry one dispatch, how often it is right which of
    the two carries the older state, or that both carry the same.
    """
    listed = list(judged)
    both = [one for one in listed if one.truth.relation in DERIVED and one.relation in DERIVED]
    found = sum(one.relation in DERIVED for one in listed)
    true = sum(one.truth.relation in DERIVED for one in listed)
    staged = [one for one in both if one.truth.older]
    f1 = {relation: _f1(listed, relation) for relation in RELATIONS}
    present = [
        f1[relation]
        for relation in RELATIONS
        if any(one.truth.relation == relation for one in listed)
    ]
    return {
        "pairs": float(len(listed)),
        "reuse_precision": _share(len(both), found),
        "reuse_recall": _share(len(both), true),
        "relation_accuracy": _share(
            sum(one.truth.relation == one.relation for one in listed), len(listed)
        ),
        "relation_f1_macro": sum(present) / len(present),
        **{f"{relation}_f1": value for relation, value in f1.items()},
        "direction_accuracy": _share(
            sum(one.truth.direction == one.direction for one in both), len(both)
        ),
        "direction_decided": _share(sum(one.direction != "unknown" for one in both), len(both)),
        "states_pairs": float(len(staged)),
        "states_order": _share(sum(one.truth.older == one.older for one in staged), len(staged)),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _f1(judged: list[Judgement], relation: str) -> float:
    counts = Counter((one.truth.relation == relation, one.relation == relation) for one in judged)
    wrong = counts[True, False] + counts[False, True]
    right = counts[True, True]
    return 2 * right / (2 * right + wrong) if right + wrong else 1.0


def confusion(judged: Iterable[Judgement]) -> str:
    """A table: rows by hand, columns by Variorum."""
    counts = Counter((one.truth.relation, one.relation) for one in judged)
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
        print(f"  {name:22} {value:.0f}" if "pairs" in name else f"  {name:22} {value:.3f}")


if __name__ == "__main__":
    main()
