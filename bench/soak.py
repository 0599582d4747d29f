"""A story that grows while it is read: a feed brings articles to a watcher, readers use the desk.

    python -m bench.soak [--articles 2000] [--seconds 600] [--readers 10] [--words 200]

A server of this machine publishes articles, evenly over the time, in one feed; `variorum watch`
fetches them, `variorum serve` shows the record, and readers ask it for pages, one after another, at
leisure. In the end every article must be in a store that `variorum doctor` finds sound, and no page
may have failed. Memory of both is told at each quarter of the time, and once more after a minute in
which nothing came. Articles are the first words of those of the AllSides collection where it is at
hand, and else invented ones.
"""

import argparse
import json
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, Final

import httpx

from evaluation.corpora import has_corpus, rows_of
from tests.contracts.stories import faults, invent_heap
from tests.live.hostile import Site, feed, page, serving
from variorum.record.errors import StoreError
from variorum.store.sqlite import SqliteStore

COMMAND: Final = "from variorum.cli import main; main()"
EVERY: Final = 5
"""Seconds after which the watcher asks the feed again."""

IN_FEED: Final = 400
"""Articles that the feed lists at a time, the latest ones; feeds of outlets are short."""

PAGES: Final = (
    "/story", "/changes", "/events", "/statements", "/positions", "/actors", "/lineage",
    "/outlets", "/conflicts", "/articles", "/search?words=president", "/story.json",
)  # fmt: skip

Kept = dict[str, Any]


def texts(count: int, words: int) -> list[tuple[str, list[str]]]:
    """Articles: a title and paragraphs each."""
    if not has_corpus("allsides"):
        heap = (one.splitlines() for one in invent_heap(count, seed=3))
        return [(lines[1], lines[2:]) for lines in heap]
    found = []
    for row in islice(rows_of("allsides"), count):
        some = " ".join(row["text"].split()[:words]).split(". ")
        paragraphs = [". ".join(some[at : at + 3]) + "." for at in range(0, len(some), 3)]
        found.append((row.get("title") or "Untitled", paragraphs))
    return found


def publish(site: Site, articles: list[tuple[str, list[str]]], seconds: float) -> None:
    """Bring the articles into the feed, evenly over so many seconds."""
    start = time.monotonic()
    for number, (title, paragraphs) in enumerate(articles):
        due = start + seconds * number / len(articles)
        time.sleep(max(0.0, due - time.monotonic()))
        site[f"/{number}"] = page(title, *paragraphs)
        first = max(0, number + 1 - IN_FEED)
        site["/rss"] = feed(*(f"/{one}" for one in range(number, first - 1, -1)))


@contextmanager
def running(log: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A command of `variorum`, stopped as by Ctrl-C in the end."""
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, *words], stdout=stream, stderr=subprocess.STDOUT
        )
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(120)
            process.kill()


def read(address: str, number: int, stop: threading.Event, seen: Kept) -> None:
    """A reader, until it is enough: pages by chance, with a second or two for each."""
    chance = random.Random(number)
    with httpx.Client(base_url=address, timeout=300, follow_redirects=True) as client:
        while not stop.wait(chance.uniform(0.5, 2.5)):
            path = chance.choice(PAGES)
            start = time.perf_counter()
            try:
                answer = client.get(path)
                status = f"{answer.status_code}"
                linked = [one.split('"')[0] for one in answer.text.split('href="/')[1:40]]
            except httpx.HTTPError as error:
                status, linked = type(error).__name__, []
            seen["statuses"][status] += 1
            seen["seconds"].append(time.perf_counter() - start)
            if linked and not path.endswith(".json"):
                with suppress(httpx.HTTPError):
                    followed = client.get("/" + chance.choice(linked).replace("&amp;", "&"))
                    # What was redrawn meanwhile may have another address.
                    seen["followed"][f"{followed.status_code}"] += 1


def memory(process: subprocess.Popen[bytes]) -> float:
    """Megabytes that a process holds, with its workers."""
    total = 0.0
    for one in _family(process.pid):
        with suppress(OSError, IndexError):
            status = Path(f"/proc/{one}/status").read_text("utf-8")
            total += int(status.split("VmRSS:")[1].split()[0]) / 1000
    return total


def _family(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text("utf-8").split():
                yield from _family(int(child))


def come(store: Path) -> int:
    """How many articles are drawn into the record."""
    try:
        with SqliteStore(store) as opened:
            return len(opened.arrivals())
    except StoreError:
        return 0


def soak(arguments: argparse.Namespace, folder: Path) -> Kept:
    """The whole of it; gives what is reported."""
    store = folder / "soak.variorum"
    articles = texts(arguments.articles, arguments.words)
    seen: Kept = {"statuses": Counter(), "followed": Counter(), "seconds": []}
    told: Kept = {"articles": len(articles), "readers": arguments.readers, "memory_mb": []}
    stop = threading.Event()
    with serving() as site:
        site["/rss"] = feed()
        watching = running(
            folder / "watch.log", "watch", f"{site.address}/rss", "-o", str(store),
            "--every", str(EVERY), "--delay", "0", "--allow-private",
        )  # fmt: skip
        with watching as watcher:
            start = time.monotonic()
            publisher = threading.Thread(
                target=publish, args=(site, articles, arguments.seconds), daemon=True
            )
            publisher.start()
            while not come(store):
                time.sleep(0.5)
            told["first_seen_after_s"] = round(time.monotonic() - start, 1)
            port = _free_port()
            with running(folder / "serve.log", "serve", str(store), "--port", str(port)) as desk:
                address = f"http://127.0.0.1:{port}"
                _wait_for(address)
                readers = [
                    threading.Thread(target=read, args=(address, number, stop, seen), daemon=True)
                    for number in range(arguments.readers)
                ]
                for reader in readers:
                    reader.start()
                _watch_over(told, store, start, arguments, watcher, desk)
                stop.set()
                for reader in readers:
                    reader.join(300)
    told["lost"] = len(articles) - come(store)
    told["faults"] = faults(store)
    taken = sorted(seen["seconds"]) or [0.0]
    told["pages"] = len(taken)
    told["statuses"], told["followed"] = dict(seen["statuses"]), dict(seen["followed"])
    told["p50_ms"] = round(1000 * taken[len(taken) // 2])
    told["p95_ms"] = round(1000 * taken[int(0.95 * (len(taken) - 1))])
    told["watch"] = (folder / "watch.log").read_text("utf-8").splitlines()[-3:]
    return told


def _watch_over(
    told: Kept, store: Path, start: float, arguments: argparse.Namespace,
    watcher: subprocess.Popen[bytes], desk: subprocess.Popen[bytes],
) -> None:  # fmt: skip
    """Note memory at each quarter, until everything has come and a calm minute after it."""
    quarters = [start + arguments.seconds * part / 4 for part in (1, 2, 3, 4)]
    last = start + arguments.seconds + arguments.patience
    while (here := come(store)) < arguments.articles and time.monotonic() < last:
        for process, name in ((watcher, "watch"), (desk, "serve")):
            if process.poll() is not None:
                raise SystemExit(f"{name} ended with {process.returncode}")
        if quarters and time.monotonic() >= quarters[0]:
            quarters.pop(0)
            _note(told, start, here, watcher, desk)
        time.sleep(1)
    told["all_come_after_s"] = round(time.monotonic() - start, 1)
    _note(told, start, here, watcher, desk)
    time.sleep(arguments.calm)
    _note(told, start, here, watcher, desk)


def _note(
    told: Kept, start: float, here: int, watcher: subprocess.Popen[bytes],
    desk: subprocess.Popen[bytes],
) -> None:  # fmt: skip
    row = {
        "after_s": round(time.monotonic() - start), "articles": here,
        "watch": round(memory(watcher)), "serve": round(memory(desk)),
    }  # fmt: skip
    told["memory_mb"].append(row)
    print(row, flush=True)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(600):
        with suppress(httpx.HTTPError):
            if httpx.get(f"{address}/openapi.json").status_code == 200:
                return
        time.sleep(0.2)
    raise SystemExit("The application does not answer")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--readers", type=int, default=10)
    parser.add_argument("--words", type=int, default=200, help="of an article, at most")
    parser.add_argument("--patience", type=float, default=1800, help="seconds to wait for the rest")
    parser.add_argument("--calm", type=float, default=60, help="seconds to go on after the last")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = soak(arguments, Path(folder))
    print(json.dumps(told, indent=1))
    is_well = not (told["lost"] or told["faults"] or set(told["statuses"]) - {"200"})
    raise SystemExit(0 if is_well else 1)


if __name__ == "__main__":
    main()
