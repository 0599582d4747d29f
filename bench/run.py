"""Articles per second and peak memory of each stage, beside near-duplicate search by peers.

    python -m bench.run [--sizes 1000 5000 18662] [--read] [--output bench/results.json]

With `--read` articles are also read for names, times and quotations, which is slow: how long it
takes, and how many words go through the network when none goes twice.

Takes articles of the AllSides collection (see docs/evaluation.md). Each run is a process
of its own, so that peak memory is its own; children are counted in. The peers find pairs
of whole documents that are nearly the same; Variorum finds passages and aligns them.
"""

import argparse
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any, Final

from bench.peers import PEERS
from evaluation.corpora import has_corpus, rows_of
from variorum.engine.duckdb import DuckdbEngine
from variorum.pipeline import Silent, build
from variorum.read.reader import shipped_reader
from variorum.store.sqlite import SqliteStore

RESULTS: Final = Path(__file__).parent / "results.json"
SIZES: Final = (1000, 5000, 18662)

INGEST: Final = ("Reading pages", "Marking blocks")
REUSE: Final = ("Finding shared text", "Aligning passages")


class Clock(Silent):
    """Notes when each stage begins."""

    def __init__(self) -> None:
        self.begun: list[tuple[str, float]] = []

    def stage(self, name: str, total: int | None) -> None:  # noqa: ARG002  (the protocol's)
        """See `Progress.stage`."""
        self.begun.append((name, time.perf_counter()))

    def seconds(self) -> dict[str, float]:
        """Wall seconds of each stage."""
        ends = [*(start for _, start in self.begun[1:]), time.perf_counter()]
        return {name: end - start for (name, start), end in zip(self.begun, ends, strict=True)}


def measure_build(count: int) -> dict[str, Any]:
    """A whole build of the first `count` articles."""
    with tempfile.TemporaryDirectory() as folder:
        source = _write_rows(Path(folder), count)
        clock = Clock()
        start = time.perf_counter()
        with (
            SqliteStore(Path(folder) / "s.variorum", write=True) as store,
            DuckdbEngine() as engine,
        ):
            summary = build([str(source)], store, engine, clock)
        seconds = clock.seconds()
        total = time.perf_counter() - start
    return {
        "articles": count,
        "ingest_seconds": sum(seconds[name] for name in INGEST),
        "reuse_seconds": sum(seconds[name] for name in REUSE),
        "total_seconds": total,
        "pairs_aligned": summary.compared,
        "stages": seconds,
    }


def measure_one_more(count: int) -> dict[str, Any]:
    """Adding one article to a store of `count`."""
    with tempfile.TemporaryDirectory() as folder:
        source = _write_rows(Path(folder), count)
        last = Path(folder) / "last.txt"
        path = Path(folder) / "s.variorum"
        with SqliteStore(path, write=True) as store, DuckdbEngine() as engine:
            build([str(source)], store, engine)
        row = next(islice(rows_of("allsides"), count, None))
        last.write_text(row["text"], "utf-8")
        clock = Clock()
        start = time.perf_counter()
        with SqliteStore(path, write=True) as store, DuckdbEngine() as engine:
            build([str(last)], store, engine, clock)
        return {
            "articles": count,
            "seconds": time.perf_counter() - start,
            "stages": clock.seconds(),
        }


def measure_read(corpus: str, count: int) -> dict[str, Any]:
    """Reading the first `count` articles of a collection, and what the memory of windows saves."""
    with tempfile.TemporaryDirectory() as folder:
        source = _write_rows(Path(folder), count, corpus)
        clock = Clock()
        path = Path(folder) / "s.variorum"
        with SqliteStore(path, write=True) as store, DuckdbEngine() as engine:
            reader = shipped_reader(store)
            if reader is None:
                raise SystemExit("The reader's weights are not there")
            summary = build([str(source)], store, engine, clock, reader=reader)
        asked, encoded = reader.words
    return {
        "articles": summary.articles,
        "articles_read": summary.readings,
        "seconds": clock.seconds()["Reading articles"],
        "words": asked,
        "words_encoded": encoded,
        "words_saved": 1 - encoded / asked if asked else 0.0,
    }


def measure_peer(name: str, count: int) -> dict[str, Any]:
    """A peer's near-duplicate search over the first `count` articles."""
    texts = [row["text"] for row in islice(rows_of("allsides"), count)]
    start = time.perf_counter()
    pairs = PEERS[name](texts)
    return {"articles": count, "seconds": time.perf_counter() - start, "pairs": pairs}


def _write_rows(folder: Path, count: int, corpus: str = "allsides") -> Path:
    path = folder / "rows.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for row in islice(rows_of(corpus), count):
            stream.write(json.dumps(row) + "\n")
    return path


TASKS: Final[dict[str, Callable[[int], dict[str, Any]]]] = {
    "build": measure_build,
    "one_more": measure_one_more,
} | {name: lambda count, name=name: measure_peer(name, count) for name in PEERS}


READING: Final[dict[str, Callable[[int], dict[str, Any]]]] = {
    f"read_{corpus}": lambda count, corpus=corpus: measure_read(corpus, count)
    for corpus in ("helsinki", "allsides")
}
READ_SIZE: Final = 400
"""Articles that are read of each collection, at most; two cores read a few a second."""


def in_a_process(task: str, count: int) -> dict[str, Any]:
    """The result of a task run alone, with its peak memory."""
    command = [sys.executable, "-m", "bench.run", "--task", task, "--sizes", str(count)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(output.splitlines()[-1])


def _run_task(task: str, count: int) -> None:
    result = (TASKS | READING)[task](count)
    own, children = (
        resource.getrusage(who).ru_maxrss / 1e6
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(json.dumps(result | {"peak_gb": own, "peak_gb_of_a_worker": children}))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--output", type=Path, default=RESULTS)
    parser.add_argument("--task", choices=sorted(TASKS | READING))
    parser.add_argument("--read", action="store_true", help="measure reading, too: slow")
    arguments = parser.parse_args()
    if not has_corpus("allsides"):
        raise SystemExit("The AllSides collection is not at hand: see docs/evaluation.md")
    if arguments.task:
        _run_task(arguments.task, arguments.sizes[0])
        return
    results: dict[str, list[dict[str, Any]]] = {}
    fixed = {"one_more": [10_000]} | {task: [READ_SIZE] for task in READING}
    for task in TASKS | READING if arguments.read else TASKS:
        for count in fixed.get(task, arguments.sizes):
            result = in_a_process(task, count)
            results.setdefault(task, []).append(result)
            print(_line(task, result), flush=True)
    machine = {
        "processor": platform.processor() or platform.machine(),
        "python": platform.python_version(),
    }
    arguments.output.write_text(
        json.dumps({"machine": machine, "results": results}, indent=1) + "\n"
    )


def _line(task: str, result: dict[str, Any]) -> str:
    count = result["articles"]
    if task == "build":
        ingest, reuse, total = (
            result[f"{stage}_seconds"] for stage in ("ingest", "reuse", "total")
        )
        return (
            f"variorum   {count:6,} articles: ingest {ingest:6.1f} s, reuse {reuse:6.1f} s, "
            f"all {total:6.1f} s ({1000 * total / count:.2f} ms an article), "
            f"{result['peak_gb']:.2f} GB"
        )
    if task in READING:
        return (
            f"{task} {result['articles_read']:,} articles: {result['seconds']:6.1f} s "
            f"({result['articles_read'] / result['seconds']:.1f} a second), "
            f"{result['words_encoded']:,} of {result['words']:,} words through the network "
            f"({result['words_saved']:.0%} saved), {result['peak_gb']:.2f} GB"
        )
    return f"{task:10} {count:6,} articles: {result['seconds']:6.1f} s, {result['peak_gb']:.2f} GB"


if __name__ == "__main__":
    main()
