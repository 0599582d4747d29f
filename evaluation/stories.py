"""How well articles are grouped into stories: B³ on Giveme5W1H's events among other news.

    python -m evaluation.stories [--store STORE] [--read] [--half tuning|held_out] [--errors]

383 articles labelled with one of 69 events (news clusters of Giveme5W1H, Hamborg et al., 2019)
lie among 5,000 articles of the AllSides collection: the first 4,500 of those dated from 2016 on,
the years of the events, and the first 500 without a date. Half of the events, by a hash of their
number, are for tuning, the other half is held out; both lie in the one heap.

B³ (Bagga and Baldwin, 1998) is the mean over the labelled articles of a half: precision is the
share of an article's story that is labelled with its event, so that each AllSides article in the
story counts as wrong, even if it is in truth about the event; recall is the share of the event
that is in its story.
"""

import argparse
import hashlib
import json
import re
import tarfile
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from evaluation.corpora import data_folder, has_corpus, rows_of
from variorum.engine.duckdb import DuckdbEngine
from variorum.library import Story
from variorum.pipeline import build
from variorum.read.reader import shipped_reader
from variorum.store.sqlite import SqliteStore

Half = Literal["tuning", "held_out"]
HALVES: Final[tuple[Half, ...]] = ("tuning", "held_out")

DATED, UNDATED = 4_500, 500
"""AllSides articles that the events lie among."""

FIRST_DAY: Final = "2016-01-01"
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d$")


class Figures(NamedTuple):
    """B³, from 0 to 1, and the articles that it is the mean of."""

    precision: float
    recall: float
    f1: float
    articles: int


def has_events() -> bool:
    """Whether the labelled events and the articles that they lie among are at hand."""
    return _events_path() is not None and has_corpus("allsides")


def _events_path() -> Path | None:
    folder = data_folder()
    path = folder / "clusters" / "giveme5w1h.tar.gz" if folder else None
    return path if path and path.is_file() else None


def labelled() -> Iterator[tuple[dict[str, Any], int]]:
    """The labelled articles as rows of input, with the numbers of their events."""
    path = _events_path()
    if path is None:
        return
    with tarfile.open(path) as archive:
        for member in archive:
            if member.isfile() and member.name.startswith("news_cluster/data/"):
                stream = archive.extractfile(member)
                given = json.load(stream) if stream else {}
                row = {name: given[name] for name in ("url", "title", "text")}
                row |= {"id": given["dId"], "published": given["date_publish"]}
                yield row, given["newsCluster"]["EventId"]


def others() -> list[dict[str, Any]]:
    """The AllSides articles that the events lie among."""
    rows = list(rows_of("allsides"))
    dated = [row for row in rows if _DAY.match(row["published"] or "")]
    recent = [row for row in dated if row["published"] >= FIRST_DAY]
    recent.sort(key=lambda row: (row["published"], row["id"]))
    undated = sorted((row for row in rows if not row["published"]), key=lambda row: row["id"])
    return recent[:DATED] + undated[:UNDATED]


def half_of(event: int) -> Half:
    """The half of an event."""
    return HALVES[int(hashlib.sha256(str(event).encode()).hexdigest(), 16) % 2]


def b_cubed(events: Mapping[str, int], stories: Iterable[Collection[str]]) -> Figures:
    """B³ of stories over the labelled articles; one that is in no story stands alone."""
    story_of = {article: story for story in stories for article in story}
    sizes = Counter(events.values())
    precision = recall = 0.0
    for article, event in events.items():
        story = story_of.get(article, (article,))
        right = sum(events.get(one) == event for one in story)
        precision += right / len(story)
        recall += right / sizes[event]
    count = len(events)
    p, r = precision / count, recall / count
    return Figures(p, r, 2 * p * r / (p + r) if p + r else 0.0, count)


def build_heap(store: Path, *, read: bool) -> None:
    """Build the heap, or go on with it where it was left."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        rows = sorted((row for row, _ in labelled()), key=lambda row: row["id"]) + others()
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        with SqliteStore(store, write=True) as kept, DuckdbEngine() as engine:
            build([str(path)], kept, engine, reader=shipped_reader(kept) if read else None)


def measure(store: Path, half: Half, *, tell_errors: bool = False) -> Figures:
    """The figures of a half, from a store that `build_heap` made."""
    with Story(SqliteStore(store)) as story:
        given = {row["id"]: event for row, event in labelled()}
        events = {
            article.id: given[article.given_id or ""]
            for article in story.articles
            if article.given_id in given and half_of(given[article.given_id]) == half
        }
        stories = [one.articles for one in story.stories]
        if tell_errors:
            _print_errors(story, events)
    return b_cubed(events, stories)


def _print_errors(story: Story, events: Mapping[str, int]) -> None:
    story_of = {article: one.articles for one in story.stories for article in one.articles}
    for event in sorted(set(events.values())):
        members = {article for article, of in events.items() if of == event}
        parts = {frozenset(story_of.get(article, (article,))) for article in members}
        if parts == {frozenset(members)}:
            continue
        print(f"Event {event}: {len(members)} articles")
        for part in sorted(parts, key=lambda one: (-len(one), min(one))):
            print(f"  {len(part & members)} in a story of {len(part)}")
            for article in sorted(part):
                one = story.by_id[article]
                mark = " " if article in members else "X"
                day = one.published.earliest[:10] if one.published else "undated"
                print(f"    {mark} {day} {(one.title or '')[:90]}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--store", type=Path, help="where to build the heap, or go on with it")
    parser.add_argument("--read", action="store_true", help="read the articles: some 20 minutes")
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    if not has_events():
        raise SystemExit("The collections are not at hand: see docs/evaluation.md")
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or Path(folder) / "heap.variorum"
        build_heap(store, read=options.read)
        for half in [options.half] if options.half else HALVES:
            figures = measure(store, half, tell_errors=options.errors)
            print(half, *(f"{name} {value:.3f}" for name, value in figures._asdict().items()))


if __name__ == "__main__":
    main()
