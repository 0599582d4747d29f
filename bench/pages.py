"""How long each kind of page takes in a large record, cold and under load.

    python -m bench.pages STORE [--readers 20] [--requests 60] [--output bench/pages.json]

The application runs in a process of its own, as `variorum serve` starts it, and is asked over
loopback. Cold: the first page of its kind that a fresh process is asked for, while it draws what
is slow in the background. Then so many readers at a time ask for pages of all kinds, half of them
pages that somebody asked for before.
`bench.multiplied` makes a store of ten thousand articles out of a small one.
"""

import argparse
import asyncio
import json
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, quote_plus

import httpx

from variorum.library import Story, open_story
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, Page
from variorum.views.pages import PAGES

READERS: Final = 20
EACH: Final = 40
"""Addresses of one kind of page that are asked for."""

_COMMAND: Final = "from variorum.cli.app import main; main()"


@contextmanager
def served(store: Path, settle: float = 0) -> Iterator[str]:
    """The application over a store; gives its address.

    `settle`: seconds to wait, at most, until it has drawn what is slow.
    """
    command = [sys.executable, "-u", "-c", _COMMAND, "serve", str(store), "--port", "0"]
    port = _free_port()
    command[-1] = str(port)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        address = f"http://127.0.0.1:{port}"
        for _ in range(600):
            try:
                httpx.get(f"{address}/openapi.json")
                break
            except httpx.TransportError:
                time.sleep(0.05)
        _settle(process.pid, settle)
        yield address
        process.terminate()


def _settle(process: int, seconds: float) -> None:
    """Wait until a process and those that it started do nothing any longer."""
    end = time.monotonic() + seconds
    before = -1.0
    while time.monotonic() < end:
        spent = sum(_spent(process))
        if abs(spent - before) < 0.05:
            return
        before = spent
        time.sleep(1)


def _spent(process: int) -> Iterator[float]:
    """Seconds of processor time of a process, and of each that it started and that is not done."""
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = file.read_text().rpartition(")")[2].split()
            if process in (int(file.parent.name), int(fields[1])):
                yield (int(fields[11]) + int(fields[12])) / 100


def _free_port() -> int:

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def addresses(store: Path) -> dict[str, list[str]]:
    """For each kind of page some addresses."""
    with open_story(store) as story:
        ids = _ids(story)
        words = _words(story)
    found = {}
    for page in PAGES:
        if page.name == "search":
            found[page.name] = [f"{page.path}?words={quote_plus(one)}" for one in words]
        elif "{" in page.path:
            found[page.name] = list(islice(_detail(page, ids), EACH))
        elif issubclass(page.query, ListQuery):
            found[page.name] = [f"{page.path}?page={number}" for number in range(1, EACH + 1)]
        else:
            found[page.name] = [page.path]
    return {name: paths for name, paths in found.items() if paths}


def _ids(story: Story) -> dict[str, list[str]]:
    chance = random.Random(5)
    acting = Desk(story).acting
    actors = [one for one in story.entities if one.id in acting]
    nouns = {"article": story.articles, "statement": story.statements(), "event": story.events,
             "position": story.positions, "actor": actors}  # fmt: skip
    ids = {
        name: [one.id for one in chance.sample(list(all_of), min(EACH, len(all_of)))]
        for name, all_of in nouns.items()
    }
    pairs = story.pairs[: EACH * 50 : 50]
    return ids | {"one": [pair.a for pair in pairs], "other": [pair.b for pair in pairs]}


def _detail(page: Page, ids: dict[str, list[str]]) -> Iterator[str]:
    fields = re.findall(r"{(\w+)}", page.path)
    for values in zip(*(ids.get(field, []) for field in fields), strict=False):
        path = page.path
        for field, value in zip(fields, values, strict=True):
            path = path.replace(f"{{{field}}}", quote(value))
        yield path


def _words(story: Story) -> list[str]:
    """Words and pairs of words that readers may look for, frequent and rare."""
    chance = random.Random(5)
    found = []
    for article in chance.sample(story.articles, min(EACH, len(story.articles))):
        long = re.findall(r"\b[A-Za-z]{5,}\b", article.title or "summit meeting") or ["summit"]
        found.append(" ".join(chance.sample(long, min(len(long), chance.choice((1, 2))))))
    return found


def measure_cold(store: Path, paths: dict[str, list[str]]) -> dict[str, float]:
    """Seconds to the first page of each kind, each from a fresh process."""
    seconds = {}
    for name, (first, *_) in paths.items():
        with served(store) as address:
            start = time.perf_counter()
            httpx.get(address + first, timeout=300).raise_for_status()
            seconds[name] = time.perf_counter() - start
    return seconds


async def _load(
    address: str, paths: dict[str, list[str]], readers: int, requests: int
) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = defaultdict(list)

    async def read(number: int) -> None:
        chance = random.Random(number)
        async with httpx.AsyncClient(base_url=address, timeout=300) as client:
            for _ in range(requests):
                name = chance.choice(list(paths))
                known = paths[name][: EACH // 4] if chance.random() < 0.5 else paths[name]
                path = chance.choice(known)
                start = time.perf_counter()
                answer = await client.get(path)
                taken[name].append(time.perf_counter() - start)
                answer.raise_for_status()

    await asyncio.gather(*(read(number) for number in range(readers)))
    return taken


def measure_load(
    store: Path, paths: dict[str, list[str]], readers: int, requests: int, settle: float
) -> dict[str, dict[str, float]]:
    """Median and 95th percentile of milliseconds for each kind of page, many readers at a time."""
    with served(store, settle) as address:
        for first, *_ in paths.values():
            httpx.get(address + first, timeout=300).raise_for_status()
        taken = asyncio.run(_load(address, paths, readers, requests))
    return {
        name: {
            "pages": len(seconds),
            "p50_ms": 1000 * statistics.median(seconds),
            "p95_ms": 1000 * sorted(seconds)[int(0.95 * (len(seconds) - 1))],
        }
        for name, seconds in sorted(taken.items())
    }


def measure_report(store: Path) -> dict[str, float]:
    """Seconds that the report takes, and megabytes of its file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        start = time.perf_counter()
        command = [sys.executable, "-c", _COMMAND, "report", str(store), "-o", str(file)]
        subprocess.run(command, check=True, capture_output=True)
        return {"seconds": time.perf_counter() - start, "megabytes": file.stat().st_size / 1e6}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--requests", type=int, default=60, help="pages that each reader asks for")
    parser.add_argument("--settle", type=float, default=600, help="seconds to wait before readers")
    parser.add_argument("--report", type=Path, help="a smaller store to measure the report of")
    parser.add_argument("--output", type=Path, default=Path(__file__).parent / "pages.json")
    arguments = parser.parse_args()
    paths = addresses(arguments.store)
    results: dict[str, Any] = {"cold_seconds": measure_cold(arguments.store, paths)}
    load = measure_load(
        arguments.store, paths, arguments.readers, arguments.requests, arguments.settle
    )
    results["load"] = load
    for name, row in load.items():
        cold = results["cold_seconds"][name]
        print(f"{name:12} cold {cold:6.2f} s   {row['pages']:5.0f} pages: "
              f"p50 {row['p50_ms']:6.1f} ms, p95 {row['p95_ms']:7.1f} ms")  # fmt: skip
    if arguments.report:
        results["report"] = measure_report(arguments.report)
        print("report: {seconds:.1f} s, {megabytes:.1f} MB".format(**results["report"]))
    arguments.output.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
