"""The embedded store beside one on a PostgreSQL server: copying, building, searching, reading.

    python -m bench.stores STORE ADDRESS [--build INPUT] [--output bench/stores.json]

STORE is a file, ADDRESS a part of a database that may be overwritten (postgresql://…?schema=bench).
Both hold the same record while they are measured, in turns, in one process.
"""

import argparse
import json
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from variorum.engine.duckdb import DuckdbEngine
from variorum.pipeline import build
from variorum.store.opening import open_store
from variorum.store.searching import SearchRequest, parse_terms
from variorum.store.sql_store import SqlStore

QUERIES: Final = 40
READ: Final = 300


def seconds(task: Callable[[], object]) -> float:
    """How long a task takes."""
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def copied(source: Path, target: str) -> float:
    """Seconds to put a whole record into another store."""
    with open_store(source) as given, open_store(target, write=True) as taking:
        return seconds(lambda: taking.take_rows(given.kept_rows()))


def built(inputs: str, target: str) -> float:
    """Seconds to build a store from inputs, unread."""
    with open_store(target, write=True) as store, DuckdbEngine() as engine:
        return seconds(lambda: build([inputs], store, engine))


def typed(store: SqlStore) -> list[str]:
    """Words and pairs of words that readers may look for, frequent and rare."""
    chance = random.Random(5)
    found = []
    articles = list(store.articles())
    for article in chance.sample(articles, min(QUERIES, len(articles))):
        long = re.findall(r"\b[A-Za-z]{5,}\b", article.title or "") or ["summit"]
        found.append(" ".join(chance.sample(long, min(len(long), chance.choice((1, 2))))))
    return found


def measured(tasks: list[Callable[[SqlStore], object]], stores: list[SqlStore]) -> list[Any]:
    """Median and 95th percentile of milliseconds of some tasks on each store, in turns."""
    taken: list[list[float]] = [[] for _ in stores]
    for task in tasks:
        answers = []
        for store, times in zip(stores, taken, strict=True):
            start = time.perf_counter()
            answers.append(task(store))
            times.append(1000 * (time.perf_counter() - start))
        assert answers[0] == answers[1]
    return [
        {"p50_ms": statistics.median(times), "p95_ms": sorted(times)[int(0.95 * (len(times) - 1))]}
        for times in taken
    ]


def compare(source: Path, address: str, inputs: str | None) -> dict[str, Any]:
    """All figures: of the file, then of the server."""
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "copy.variorum")
        figures["copy_seconds"] = [copied(source, target) for target in (file, address)]
        with open_store(file) as one, open_store(address) as other:
            stores = [one, other]
            words = typed(one)
            requests = [SearchRequest(parse_terms(one)) for one in words]
            searches = [lambda store, asked=asked: store.search(asked) for asked in requests]
            figures["search_first"] = measured(searches, stores)
            figures["search_again"] = measured(searches, stores)
            ids = random.Random(5).sample(list(one.article_keys()), READ)
            reads = [lambda store, one=one: (store.article(one), store.reading(one)) for one in ids]
            figures["article"] = measured(reads, stores)
            whole = [lambda store: sum(1 for _ in store.readings())]
            figures["all_readings"] = measured(whole, stores)
        if inputs:
            with open_store(address, write=True) as other:
                other.take_rows(())
            targets = str(Path(folder) / "built.variorum"), address
            figures["build_seconds"] = [built(inputs, target) for target in targets]
    return figures


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("address")
    parser.add_argument("--build", help="inputs to build both stores from")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    figures = compare(arguments.store, arguments.address, arguments.build)
    text = json.dumps(figures, indent=2)
    print(text)
    if arguments.output:
        arguments.output.write_text(text + "\n")


if __name__ == "__main__":
    main()
