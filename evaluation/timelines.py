"""How near a digest comes to the timelines of journalists: Timeline17, the part at hand.

    python -m evaluation.timelines [--stores FOLDER] [--each]

Eight collections on two topics (the oil spill in the Gulf of Mexico, 2010; swine flu, 2009). As for
those who published figures (Gholipour Ghalandari and Ifrim, 2020), the articles of all collections
on a topic lie in one heap, of which those count that were published between the first and the last
day of the journalist's timeline; as many days are asked for as it has, and as many sentences a day
as it has on average. With --each, only the articles that come with the timeline are used.

Reading the 1,866 articles takes some ten minutes of a processor; a folder of stores saves that the
next time.
"""

import argparse
import json
import tempfile
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from evaluation.timeline_collections import Collection, collections, has_timelines
from evaluation.timeline_scores import Score, Timeline, aligned, date_score, mean
from variorum.compare.digest import draw_digest
from variorum.engine.duckdb import DuckdbEngine
from variorum.library import Story
from variorum.pipeline import build
from variorum.read.reader import shipped_reader
from variorum.record.article import Article
from variorum.store.sqlite import SqliteStore

OUTLETS: Final = "/"
"""Between a collection's name and an article's number, in an article's id."""


class Figures(NamedTuple):
    """F1 of the days, and of words and pairs of words of aligned days (AR-1, AR-2)."""

    dates: Score
    words: Score
    pairs: Score


def build_topics(folder: Path, names: Container[str] | None = None) -> None:
    """A store for each topic, or go on with it where it was left; of all collections, or some."""
    rows: dict[str, list[str]] = {}
    for one in collections():
        if names is not None and one.name not in names:
            continue
        named = (row | {"id": f"{one.name}{OUTLETS}{row['id']}"} for row in one.rows)
        rows.setdefault(one.topic, []).extend(json.dumps(row) + "\n" for row in named)
    for topic, lines in rows.items():
        path = folder / f"{topic}.jsonl"
        path.write_text("".join(lines), "utf-8")
        with (
            SqliteStore(_store(folder, topic), write=True) as store,
            DuckdbEngine(processes=1) as engine,
        ):
            build([str(path)], store, engine, reader=shipped_reader(store))


def _store(folder: Path, topic: str) -> Path:
    return folder / f"{topic}.variorum"


def measure(
    folder: Path, *, is_each: bool, names: Container[str] | None = None
) -> Iterator[tuple[str, Figures]]:
    """The figures of each collection, by its name, from stores that `build_topics` made."""
    for one in collections():
        if names is not None and one.name not in names:
            continue
        with Story(SqliteStore(_store(folder, one.topic))) as story:
            yield one.name, figures(digest_of(story, one, is_each=is_each), one.timeline)


def figures(found: Timeline, gold: Timeline) -> Figures:
    """How near a timeline comes to a journalist's."""
    return Figures(date_score(found, gold), aligned(found, gold, 1), aligned(found, gold, 2))


def average(told: Sequence[Figures]) -> Figures:
    """The mean over collections, of precision and recall first."""
    return Figures(
        mean([one.dates for one in told]),
        mean([one.words for one in told]),
        mean([one.pairs for one in told]),
    )


def digest_of(story: Story, collection: Collection, *, is_each: bool) -> Timeline:
    """The digest that is as long as a collection's timeline."""
    gold = collection.timeline
    between = min(gold), max(gold)
    articles = _chosen(story.by_id, collection.name if is_each else "", between)
    days = draw_digest(
        articles,
        (one for one in story.readings if one.article in articles),
        story.sources_behind,
        days=len(gold),
        sentences=round(sum(map(len, gold.values())) / len(gold)),
        between=between,
        enough=1,
    )
    return {date.fromisoformat(day.when): [one.text for one in day.sentences] for day in days}


def _chosen(
    articles: Mapping[str, Article], name: str, between: tuple[date, date]
) -> dict[str, Article]:
    first, last = between
    return {
        one.id: one
        for one in articles.values()
        if one.published
        and first <= one.published.days[0] <= one.published.days[1] <= last
        and (not name or (one.given_id or "").startswith(f"{name}{OUTLETS}"))
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--stores", type=Path, help="where to build, or go on with, the stores")
    parser.add_argument("--each", action="store_true", help="each timeline's own articles only")
    options = parser.parse_args()
    if not has_timelines():
        raise SystemExit("The timelines are not at hand: see docs/evaluation.md")
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.stores or Path(temporary)
        folder.mkdir(exist_ok=True)
        build_topics(folder)
        told = list(measure(folder, is_each=options.each))
    for name, one in [*told, ("mean", average([one for _, one in told]))]:
        days, words, pairs = (score.f1 for score in one)
        print(f"{name:22} dates {days:.3f}  AR-1 {words:.3f}  AR-2 {pairs:.3f}")


if __name__ == "__main__":
    main()
