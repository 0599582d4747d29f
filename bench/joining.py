"""How everything that is joined grows with the heap: seconds of each stage, and peak memory.

    python -m bench.joining STORE [--sizes 1000 4000 18662] [--engine MASTER] [--more COUNT]
        [--output FILE]

Takes the first articles of a store by id, which is a hash, and so a sample of them, with their
readings, into a store of its own, and draws its record: reuse, lineage, dates, entities, events,
statements, positions, stories. What was read is not read again. One process does it all, so that
its processor seconds, which other work on the machine changes little, are all there is; DuckDB's
threads count too. Each size is a process of its own, so that peak memory is its own. *Growth* is
what an article costs, against what it costs among the fewest. With `--engine "local[2]"` Spark does
much of it in other processes: there, seconds are those of the processor in all of them, the Java
machine's too, as `/proc` tells. With `--wall` they are those of a clock on the wall, of two
processes; memory is that of the largest one. With `--more` that many articles are then added
one by one in the same process, as `watch` adds them, and the median is given of what that took.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, Final

import msgspec

from variorum.engine.choosing import EMBEDDED, start_engine
from variorum.engine.protocol import Engine
from variorum.engine.remembering import RememberingEngine
from variorum.pipeline import collate
from variorum.record.reading import Reading
from variorum.stages.progress import Silent
from variorum.store.protocol import KeptReading, Store
from variorum.store.sqlite import SqliteStore

SIZES: Final = (1000, 4000, 18662)
AT_ONCE: Final = 500
MEMORY: Final = "4GB"
PROCESSES: Final = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


class Clock(Silent):
    """Adds up the seconds of each stage, by a clock: of the processor, or on the wall."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._begun: list[tuple[str, float]] = []

    def stage(self, name: str, total: int | None) -> None:  # noqa: ARG002  (the protocol's)
        """See `Progress.stage`; told as it goes, for what a run that is broken off has taken."""
        self._begun.append((name, self._now()))
        print(f"{self._begun[-1][1]:10.1f} s  {name}", file=sys.stderr, flush=True)

    def seconds(self) -> dict[str, float]:
        """The seconds of each stage; of one that is run twice, both."""
        seconds: dict[str, float] = {}
        ends = [*(start for _, start in self._begun[1:]), self._now()]
        for (name, start), end in zip(self._begun, ends, strict=True):
            seconds[name] = seconds.get(name, 0.0) + end - start
        return seconds


def measure(
    source: Path, count: int, master: str | None, *, wall: bool, more: int = 0
) -> dict[str, Any]:
    """What drawing the record of the first `count` articles of a store takes, and of some more."""
    with tempfile.TemporaryDirectory() as folder:
        with SqliteStore(Path(folder) / "s.variorum", write=True) as store:
            articles = _copy(source, store, 0, count)
        now = time.perf_counter if wall else _of_all_processes if master else time.process_time
        clock = Clock(now)
        started = time.perf_counter()
        chosen = start_engine(master or EMBEDDED, MEMORY, 2 if wall else 1)
        engine = RememberingEngine(chosen) if more else chosen
        with SqliteStore(Path(folder) / "s.variorum", write=True) as store, closing(engine):
            collate(store, engine, clock, {})
            seconds, taken = clock.seconds(), time.perf_counter() - started
            again = list(_added(source, store, engine, range(count, count + more), now))
            counts = {
                "entities": sum(1 for _ in store.entities()),
                "statements": sum(1 for _ in store.statements()),
                "events": sum(1 for _ in store.events()),
                "positions": sum(1 for _ in store.positions()),
                "stories": sum(1 for _ in store.stories()),
                "pairs": sum(1 for _ in store.pairs()),
            }
    peak = max(resource.getrusage(who).ru_maxrss for who in PROCESSES) / 1e6
    found = {"articles": articles, "seconds": seconds, "wall": taken, "peak_gb": peak}
    return found | counts | ({"one_more": median(again)} if again else {})


def _of_all_processes() -> float:
    """Processor seconds of this process and all that it started, those that ended included."""
    taken: dict[int, tuple[int, int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            told = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # It ended meanwhile.
        taken[int(folder.name)] = int(told[1]), sum(map(int, told[11:15]))
    ours, ticks = {os.getpid()}, 0
    while ours:
        ticks += sum(taken[one][1] for one in ours)
        ours = {one for one, (parent, _) in taken.items() if parent in ours}
    return ticks / os.sysconf("SC_CLK_TCK")


def _added(
    source: Path, store: Store, engine: Engine, numbers: Iterable[int], now: Callable[[], float]
) -> Iterator[float]:
    """Add some articles of a store, by place, one by one; the seconds that each takes."""
    for number in numbers:
        if isinstance(engine, RememberingEngine):
            engine.forget()
        _copy(source, store, number, number + 1)
        started = now()
        collate(store, engine, Silent(), {})
        yield now() - started


def _copy(source: Path, store: Store, first: int, last: int) -> int:
    """Keep some of the articles that were read, by place; how many there are."""
    copied = 0
    with SqliteStore(source) as whole:
        keys = whole.reading_keys()
        read = ((kept, payload) for kept, payload in whole.reading_payloads() if payload)
        some = islice(read, first, last)
        while batch := list(islice(some, AT_ONCE)):
            store.add_articles(kept for kept, _ in batch)
            store.add_readings(
                KeptReading(kept.id, keys[kept.id], msgspec.msgpack.decode(payload, type=Reading))
                for kept, payload in batch
            )
            copied += len(batch)
    return copied


def in_a_process(source: Path, count: int, options: Sequence[str]) -> dict[str, Any]:
    """What `measure` gives, with the peak memory of that alone."""
    command = [sys.executable, "-m", "bench.joining", str(source), "--sizes", str(count), "--alone"]
    command += options
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    result: dict[str, Any] = json.loads(output.splitlines()[-1])
    return result


def table(results: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Lines of a table: for each stage seconds, milliseconds an article, and growth."""
    sizes = [one["articles"] for one in results]
    yield f"{'':24}" + "".join(f"{size:>12,} articles" for size in sizes)
    stages = list(dict.fromkeys(name for one in results for name in one["seconds"]))
    for name in [*stages, "all"]:
        cells, first = [], 0.0
        for one in results:
            seconds = one["seconds"]
            taken = sum(seconds.values()) if name == "all" else seconds.get(name, 0.0)
            each = taken / one["articles"]
            first = first or each
            cells.append(f"{taken:8.1f} s {1000 * each:5.2f} {each / first:4.1f}" if first else "")
        yield f"{name:24}" + "".join(f"{cell:>21}" for cell in cells)
    if all("one_more" in one for one in results):
        yield f"{'one article more':24}" + "".join(f"{one['one_more']:>19.1f} s" for one in results)
    yield f"{'peak memory':24}" + "".join(f"{one['peak_gb']:>18.2f} GB" for one in results)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--engine", help="a Spark master, such as local[2]; else DuckDB")
    parser.add_argument("--wall", action="store_true", help="seconds on the wall, two processes")
    parser.add_argument("--more", type=int, default=0, help="articles to add one by one")
    parser.add_argument("--output", type=Path, help="where to write the results as JSON")
    parser.add_argument("--alone", action="store_true", help="measure the one size in this process")
    options = parser.parse_args()
    if options.alone:
        wall = options.wall
        size, master = options.sizes[0], options.engine
        found = measure(options.store, size, master, wall=wall, more=options.more)
        print(json.dumps(found))
        return
    results = []
    for size in options.sizes:
        more = ["--engine", options.engine] if options.engine else []
        more += ["--wall"] if options.wall else []
        more += ["--more", str(options.more)]
        results.append(in_a_process(options.store, size, more))
        print(json.dumps(results[-1]), flush=True)
    print("\n".join(table(results)))
    if options.output:
        options.output.write_text(json.dumps(results, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
