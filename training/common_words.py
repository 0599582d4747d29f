"""Counts how common words are in the news at large, for `variorum.collate.stories`.

    python -m training.common_words

A word's share is the least of three periods', so that what was in the news once is not common;
2016 to May 2018, from which `evaluation.stories` takes its articles, is left out. Words that one
article in a hundred has are kept: one line for each percentage, and the words that have it.
"""

import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

from evaluation.corpora import has_corpus, rows_of
from variorum.collate.stories.words import RAREST, terms_in

WORDS: Final = (
    Path(__file__).parents[1] / "src" / "variorum" / "collate" / "stories" / "common_words.txt"
)
PERIODS: Final = (("2012", "2014"), ("2014", "2016"), ("2018-06", "2021"))
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d$")


def shares() -> dict[str, float]:
    """The least share of a period's AllSides articles that have a word, for common words."""
    articles: Counter[int] = Counter()
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for row in rows_of("allsides"):
        period = _period(row["published"] or "")
        if period is not None:
            articles[period] += 1
            counts[period].update(set(terms_in(f"{row['title'] or ''} {row['text']}")))
    least = {
        word: min(counts[period][word] / articles[period] for period in articles)
        for word in counts[0]
    }
    return {word: share for word, share in least.items() if share >= RAREST}


def _period(published: str) -> int | None:
    if not _DAY.match(published):
        return None
    return next((n for n, (start, end) in enumerate(PERIODS) if start <= published < end), None)


def main() -> None:
    if not has_corpus("allsides"):
        raise SystemExit("The AllSides collection is not at hand: see docs/evaluation.md")
    by_percent: dict[int, list[str]] = defaultdict(list)
    for word, share in shares().items():
        by_percent[round(100 * share)].append(word)
    lines = (f"{percent} {' '.join(sorted(by_percent[percent]))}\n" for percent in by_percent)
    WORDS.write_text("".join(sorted(lines, key=lambda line: -int(line.split()[0]))), "utf-8")


if __name__ == "__main__":
    main()
