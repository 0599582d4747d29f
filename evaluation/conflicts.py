"""Measures how many planted contradictions are found, and what else is taken for one.

    python -m evaluation.conflicts [--half tuning|held_out] [--errors]

`gold/planted_conflicts.jsonl` has a row for each copy of an article of the Helsinki or the AllSides
collection: from `start` to `end` the copy says `into` instead. `kind` is that of the conflict this
makes, null if it makes none: another spelling, word order, synonym or rounding, by hand like the
others, written before there was anything to find them. The copies are cut short by a quarter, as
desks do, and all articles and copies are read as one story. A conflict is right if it holds the
article's words against the copy's in the sentence that was changed. Rules were made looking at the
half `tuning` only.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from evaluation.corpora import GOLD, has_corpus, rows_of
from evaluation.running import story_of
from variorum.compare.conflicts import Conflict
from variorum.compare.words import sentence_at
from variorum.library import Story
from variorum.record.span import Span

HALVES: Final = ("tuning", "held_out")
KEPT: Final = 0.75
"""The share of an article that its copy keeps, or more where the change lies behind it."""


class Planted(NamedTuple):
    """A change planted in a copy; `kind` is None if it contradicts nothing."""

    article: str
    corpus: str
    start: int
    end: int
    into: str
    kind: str | None


class Figures(NamedTuple):
    """Shares from 0 to 1: planted ones that are found, found ones that are planted, right kind."""

    recall: float
    precision: float
    kind: float
    planted: int
    found: int


def planted_of(half: str) -> list[Planted]:
    """The changes of a half."""
    with (GOLD / "planted_conflicts.jsonl").open(encoding="utf-8") as stream:
        rows = [row for row in map(json.loads, stream) if row.pop("half") == half]
    return [Planted(**row) for row in rows]


def rows_for(planted: Sequence[Planted]) -> Iterator[dict[str, Any]]:
    """The articles and their copies, as rows of input."""
    texts = {
        (corpus, row["id"]): row["text"]
        for corpus in sorted({one.corpus for one in planted})
        for row in rows_of(corpus)
    }
    for number, one in enumerate(planted):
        text = texts[one.corpus, one.article]
        day = {"published": "2019-05-06", "title": f"Report {number}"}
        yield {"id": f"{one.article}-original", "outlet": "The Original", "text": text, **day}
        yield {"id": f"{one.article}-copy", "outlet": "The Copy", "text": copy_of(text, one), **day}


def copy_of(text: str, one: Planted) -> str:
    """The text with the change, cut at the end of a line or sentence."""
    end = sentence_at(text, Span(one.start, one.end)).end
    cut = max(end, text.rfind("\n", 0, int(KEPT * len(text))))
    return text[: one.start] + one.into + text[one.end : cut]


def judge(planted: Sequence[Planted], story: Story, *, tell_errors: bool = False) -> Figures:
    """The figures of a story's conflicts, headlines that recur aside."""
    by_given = {article.given_id: article for article in story.articles}
    found: Counter[int] = Counter()
    right_kind = total = 0
    for conflict in story.conflicts:
        hit = next(
            (at for at, one in enumerate(planted) if one.kind and _holds(conflict, one, by_given)),
            None,
        )
        total += 1
        if hit is None:
            if tell_errors:
                print(f"too many: {_told(conflict)}")
            continue
        found[hit] += 1
        right_kind += planted[hit].kind == conflict.kind
    for at, one in enumerate(planted):
        if tell_errors and one.kind and not found[at]:
            print(f"missed: {one}")
    is_planted = sum(one.kind is not None for one in planted)
    right = sum(found.values())
    return Figures(
        len(found) / is_planted, right / max(1, total), right_kind / max(1, right),
        is_planted, total,
    )  # fmt: skip


def _holds(conflict: Conflict, one: Planted, by_given: dict[str | None, Any]) -> bool:
    """Whether a conflict holds the article's words against the copy's where they were changed."""
    original, copy = by_given[f"{one.article}-original"], by_given[f"{one.article}-copy"]
    sentence = sentence_at(original.text, Span(one.start, one.end))
    ends = {
        original.id: (sentence.start, sentence.end),
        copy.id: (sentence.start, sentence.end + len(one.into)),
    }
    meets = {
        claim.article
        for claim in conflict.claims
        if claim.article in ends
        and claim.start < ends[claim.article][1]
        and ends[claim.article][0] < claim.end
    }
    return meets == set(ends)


def _told(conflict: Conflict) -> str:
    values = " | ".join(dict.fromkeys(claim.value for claim in conflict.claims))
    return f"{conflict.kind}: {values}: {conflict.about[:120]}"


def measure(half: str, *, tell_errors: bool = False) -> Figures | None:
    """The figures of a half; None if the texts are not at hand."""
    if not (has_corpus("helsinki") and has_corpus("allsides")):
        return None
    planted = planted_of(half)
    with story_of(rows_for(planted)) as story:
        return judge(planted, story, tell_errors=tell_errors)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    for half in [options.half] if options.half else HALVES:
        print(half, measure(half, tell_errors=options.errors))


if __name__ == "__main__":
    main()
