"""Measures the dates that are inferred for articles that state none.

    python -m evaluation.dates

Hides the stated date of every second dated article of the Helsinki collection and infers
it anew from the others: with the day on which each page was fetched, and without.
"""

from collections.abc import Iterable
from datetime import date
from statistics import median
from typing import NamedTuple

import msgspec

from evaluation.corpora import has_corpus, helsinki_pages
from variorum.collate.dates.publication import DatedText, infer_dates
from variorum.engine.duckdb import DuckdbEngine
from variorum.ingest.articles import make_article
from variorum.ingest.recurrence import find_recurrence, lines_of
from variorum.read.days import find_days
from variorum.record.article import Article
from variorum.record.when import When


class HiddenDate(NamedTuple):
    """The true day of an article whose date was hidden, and what was inferred."""

    true: date
    found: When | None

    @property
    def holds(self) -> bool:
        """Whether the interval holds the true day."""
        return self.found is not None and self.found.days[0] <= self.true <= self.found.days[1]

    @property
    def width(self) -> int:
        """The days that the interval leaves open, one for a single day."""
        return (self.found.days[1] - self.found.days[0]).days + 1 if self.found else 0


def hidden_dates(*, retrieved: bool) -> list[HiddenDate]:
    """Every second dated article of the collection. `retrieved`: the day of fetching is told."""
    texts = [_dated_text(article, retrieved=retrieved) for article in _articles()]
    hidden = {text.article: _day(text) for text in [one for one in texts if _day(one)][::2]}
    shown = [
        msgspec.structs.replace(text, published=None) if text.article in hidden else text
        for text in texts
    ]
    with DuckdbEngine(processes=1) as engine:
        found = infer_dates(engine, shown, date.max)
    return [HiddenDate(true, found.get(article)) for article, true in hidden.items() if true]


def _articles() -> Iterable[Article]:
    pages = helsinki_pages().values()
    with DuckdbEngine(processes=1) as engine:
        repeats = find_recurrence(engine, map(lines_of, pages)).repeats
    articles = {page.id: make_article(page, repeats.get(page.id, {})) for page in pages}
    return sorted(articles.values(), key=lambda article: article.id)


def _dated_text(article: Article, *, retrieved: bool) -> DatedText:
    fetched = article.retrieved if retrieved else None
    return DatedText(article.id, article.published, fetched, tuple(find_days(article)))


def _day(text: DatedText) -> date | None:
    """The day on which a text was published, if it is dated to one."""
    if text.published is None:
        return None
    first, last = text.published.days
    return first if first == last else None


def figures(judged: Iterable[HiddenDate]) -> dict[str, float]:
    """How many dates were hidden; the share inferred, the share of these right; median width."""
    listed = list(judged)
    inferred = [one for one in listed if one.found]
    return {
        "hidden": float(len(listed)),
        "inferred": len(inferred) / len(listed),
        "holds_the_true_day": sum(one.holds for one in inferred) / len(inferred),
        "median_width_in_days": float(median(one.width for one in inferred)),
    }


def main() -> None:
    """The command."""
    if not has_corpus("helsinki"):
        raise SystemExit("The Helsinki collection is not at hand: see docs/evaluation.md")
    for retrieved in (True, False):
        print("day of fetching told" if retrieved else "day of fetching not told")
        for name, value in figures(hidden_dates(retrieved=retrieved)).items():
            counted = name in ("hidden", "median_width_in_days")
            print(f"  {name:40} {value:.0f}" if counted else f"  {name:40} {value:.3f}")


if __name__ == "__main__":
    main()
