"""Measures how many contradictions between two reports are found, and what is wrongly held for one.

    python -m evaluation.disputes [--half tuning|held_out] [--errors]

`gold/conflict_cases_tuning.jsonl` and `gold/conflict_cases_held_out.jsonl` have a case a line,
written for this project by a writer who did not know what it looks for: two reports of one invented
occurrence by two outlets, and where they contradict each other, by words of either. In half of the
cases the second report is a rewrite of the first, in the others they are independent; a quarter
have no contradiction, but differences that look like one. Each case is read as a story by itself.

A contradiction counts as found if a conflict of the record has on one side a place in the sentence
of the first report's words, and on another one in that of the second's. Precise are the conflicts
that hold such sentences together, of those that hold the two reports against each other: what one
report itself says is denied is not counted. Rules were made looking at the half `tuning` only.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from evaluation.corpora import GOLD
from evaluation.running import story_of
from variorum.compare.conflicts import Conflict, sides_of
from variorum.compare.words import sentence_at
from variorum.library import Story
from variorum.record.article import Article
from variorum.record.span import Span

HALVES: Final = ("tuning", "held_out")

Row = Mapping[str, Any]


class Judged(NamedTuple):
    """What came of a case: which of its contradictions were found, which conflicts are right."""

    case: Row
    found: tuple[bool, ...]
    right: tuple[bool, ...]
    drawn: tuple[Conflict, ...]


class Figures(NamedTuple):
    """Shares from 0 to 1, and what they are of."""

    found: float
    precise: float
    gold: int
    drawn: int


def cases_of(half: str) -> list[Row]:
    """The cases of a half."""
    path = GOLD / f"conflict_cases_{half}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def judge(case: Row) -> Judged:
    """What the record of a case's two reports makes of it."""
    with story_of(_rows_for(case), reads=True) as story:
        return _judged(case, story)


def _rows_for(case: Row) -> Iterator[dict[str, Any]]:
    for number, one in enumerate(case["articles"]):
        yield {
            "id": str(number),
            "outlet": one["outlet"],
            "title": one["title"],
            "published": one["date"],
            "text": one["text"],
        }


def _judged(case: Row, story: Story) -> Judged:
    articles = {one.given_id: one for one in story.articles}
    reports = articles["0"], articles["1"]
    gold = [
        tuple(
            _sentence(report, one[side])
            for report, side in zip(reports, ("one", "other"), strict=True)
        )
        for one in case["conflicts"]
    ]
    drawn = [one for one in story.conflicts if len({c.article for c in one.claims}) > 1]
    holds = [[_holds(one, reports, spans) for spans in gold] for one in drawn]
    return Judged(
        case,
        tuple(any(row[at] for row in holds) for at in range(len(gold))),
        tuple(any(row) for row in holds),
        tuple(drawn),
    )


def _sentence(article: Article, words: str) -> Span:
    """The sentence, or sentences, in which an article has some words."""
    start = article.text.index(words)
    return sentence_at(article.text, Span(start, start + len(words)))


def _holds(conflict: Conflict, reports: Sequence[Article], spans: Sequence[Span]) -> bool:
    """Whether one side of a conflict meets the first report's sentence, another the second's."""
    met = [
        {
            number
            for number, side in enumerate(sides_of(conflict))
            for claim in side
            if claim.article == report.id and Span(claim.start, claim.end).meets(span)
        }
        for report, span in zip(reports, spans, strict=True)
    ]
    return any(one != other for one in met[0] for other in met[1])


def figures_of(judged: Iterable[Judged]) -> Figures:
    """The figures of some cases together."""
    some = list(judged)
    found = [one for case in some for one in case.found]
    right = [one for case in some for one in case.right]
    shares = (sum(flags) / max(1, len(flags)) for flags in (found, right))
    return Figures(*shares, len(found), len(right))


def measure(half: str) -> Figures:
    """The figures of a half."""
    return figures_of(map(judge, cases_of(half)))


def _by_kind(judged: Iterable[Judged]) -> dict[str, list[bool]]:
    kinds: dict[str, list[bool]] = defaultdict(list)
    for one in judged:
        for gold, is_found in zip(one.case["conflicts"], one.found, strict=True):
            kinds[gold["kind"]].append(is_found)
    return kinds


def _tell_errors(one: Judged) -> None:
    label = f"{one.case['id']} {'rewrite' if one.case['rewrite'] else 'independent'}"
    for gold, is_found in zip(one.case["conflicts"], one.found, strict=True):
        if not is_found:
            print(f"{label} missed: {gold['kind']}: {gold['one']} | {gold['other']}")
    for conflict, is_right in zip(one.drawn, one.right, strict=True):
        if not is_right:
            values = " | ".join(dict.fromkeys(claim.value for claim in conflict.claims))
            print(f"{label} too much: {conflict.kind}: {values} ({conflict.reasons[0]})")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    for half in [options.half] if options.half else HALVES:
        judged = [judge(case) for case in cases_of(half)]
        if options.errors:
            for one in judged:
                _tell_errors(one)
        print(half, figures_of(judged))
        for is_rewrite, name in ((True, "rewrites"), (False, "independent")):
            print(f"  {name}", figures_of(x for x in judged if x.case["rewrite"] == is_rewrite))
        for kind, flags in sorted(_by_kind(judged).items()):
            print(f"  {kind:12} {sum(flags)} of {len(flags)}")


if __name__ == "__main__":
    main()
