"""Damages pages, archives and feeds in many ways: nothing but articles or failures may come of it.

    python -m bench.fuzz [--count 10000] [--first 0] [--seconds 30] [--pages FOLDER]

Case number n is always the same damage to the same input. Inputs are the sample story and, where
they are at hand, pages of the collections (docs/evaluation.md) and HTML files of a folder. Each
case must end within some seconds with an article that keeps the record's rules, or with a failure;
every hundred cases are drawn into a record together, which `variorum doctor` then checks. A case
that hangs or crashes ends the run with its number; what raises is listed.
"""

import argparse
import faulthandler
import gzip
import html
import io
import json
import random
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Final, Literal, NamedTuple
from urllib.parse import urlsplit

import msgspec

from evaluation.corpora import has_corpus, rows_of
from variorum.engine.duckdb import DuckdbEngine
from variorum.ingest.archives import items_of_archive
from variorum.ingest.articles import make_article
from variorum.ingest.feeds import read_feed
from variorum.ingest.items import Item
from variorum.ingest.page import Page
from variorum.ingest.reading import read_page
from variorum.pipeline import add
from variorum.read.protocol import Reader
from variorum.read.reader import shipped_reader
from variorum.read.reading import why_unread
from variorum.record.article import Article
from variorum.record.failure import Failure
from variorum.record.reading import Reading
from variorum.store.reading_rules import faults_in_reading
from variorum.store.rules import find_faults
from variorum.store.sqlite import SqliteStore

InputKind = Literal["html", "text", "rows", "archive", "feed"]

MAX_BYTES: Final = 1_000_000
"""Of a page; larger ones are refused, which costs nothing and finds nothing."""

HEAP: Final = 100
"""Cases that are drawn into one record."""

READ_EACH: Final = 10
"""One article in so many is read by the encoder too, which takes most of the time."""

READ_A_SECOND: Final = 4_000
"""Bytes that the encoder reads in a second, at least, on a busy machine."""

OF_EACH: Final = 60
"""Pages that are taken of each collection."""

ADDRESS: Final = "https://news.example/2031/03/04/talks"


class Input(NamedTuple):
    """What is damaged."""

    kind: InputKind
    data: bytes


class Case(NamedTuple):
    """A damaged input; `charset`: what its server says of it."""

    kind: InputKind
    data: bytes
    charset: str | None


class FaultError(Exception):
    """A rule of the record is broken."""


def inputs(
    folder: Path | None = None, corpora: Sequence[str] = ("helsinki", "allsides")
) -> list[Input]:
    """What there is to damage: the sample story, pages of a folder, some pages of collections."""
    pages = list(_pages(folder, corpora))
    texts = [one.data for one in pages if one.kind == "text"]
    found = pages + [Input("html", _as_html(text)) for text in texts]
    found += [Input("rows", _as_row(text)) for text in texts]
    htmls = [one.data for one in found if one.kind == "html"]
    found += [Input("archive", _archive(htmls[at : at + 3])) for at in range(0, len(htmls), 3)]
    found += [Input("feed", one) for one in _feeds()]
    return found


def _pages(folder: Path | None, corpora: Sequence[str]) -> Iterator[Input]:
    story = files("variorum.sample").joinpath("story")
    for file in sorted(story.iterdir(), key=lambda one: one.name):
        if file.name.endswith((".txt", ".md", ".html")):
            yield Input("html" if file.name.endswith(".html") else "text", file.read_bytes())
    for name in corpora:
        if has_corpus(name):
            for row in islice(rows_of(name), OF_EACH):
                yield Input("text", row["text"].encode())
    for path in sorted(folder.rglob("*.htm*"))[:OF_EACH] if folder else ():
        yield Input("html", path.read_bytes()[:MAX_BYTES])


def _as_html(text: bytes) -> bytes:
    """A page as outlets print them, with what stands around an article."""
    title, *lines = text.decode("utf-8", "replace").splitlines() or ["Untitled"]
    told = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": title,
        "datePublished": "2031-03-04T09:40:00.123+01:00", "author": [{"name": "Ann Lee"}],
    }  # fmt: skip
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines if line.strip())
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}'
        f'</title><link rel="canonical" href="{ADDRESS}"><script type="application/ld+json">'
        f'{json.dumps(told)}</script></head><body><nav><ul><li><a href="/">Home</a></ul></nav>'
        f"<article><h1>{html.escape(title)}</h1><time datetime='2031-03-04'>March 4</time>"
        f"<figure><img src='a.jpg'><figcaption>A quay. (Jo Ray/AP)</figcaption></figure>{body}"
        "<table><tr><td>1</td><td>2</td></tr></table></article><footer>© 2031</footer></body>"
    ).encode()


def _as_row(text: bytes) -> bytes:
    told = {"id": "7", "text": text.decode("utf-8", "replace"), "title": "Talks", "url": ADDRESS,
            "published": "2031-03-04T09:40:00Z", "authors": ["Ann Lee"]}  # fmt: skip
    return json.dumps(told).encode()


def _archive(pages: Sequence[bytes]) -> bytes:
    """A web archive, each record gzipped by itself as Common Crawl does."""
    records = []
    for number, page in enumerate(pages):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
        packed = gzip.compress(page, mtime=0) if number % 2 else page
        http += b"Content-Encoding: gzip\r\n" if number % 2 else b""
        body = http + b"\r\n" + packed
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {ADDRESS}/{number}\r\n"
            f"WARC-Date: 2031-03-04T09:40:00Z\r\nContent-Type: application/http; msgtype=response"
            f"\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + body + b"\r\n\r\n", mtime=0))
    return b"".join(records)


def _feeds() -> Iterator[bytes]:
    items = "".join(
        f"<item><title>Talks &amp; more {n}</title><link>{ADDRESS}/{n}</link>"
        f"<pubDate>Tue, 04 Mar 2031 09:{n:02}:00 GMT</pubDate></item>"
        for n in range(20)
    )
    yield f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()
    entries = "".join(
        f'<entry><title>T</title><link rel="alternate" href="{ADDRESS}/{n}"/><updated>2031-03-04T'
        "09:40:00Z</updated></entry>"
        for n in range(20)
    )
    yield f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode()
    urls = "".join(f"<url><loc>{ADDRESS}/{n}</loc></url>" for n in range(20))
    maps = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    yield f"<urlset {maps}>{urls}</urlset>".encode()
    yield gzip.compress(f"<urlset {maps}>{urls}</urlset>".encode(), mtime=0)
    index = f"<sitemap><loc>{ADDRESS}.xml</loc></sitemap>"
    yield f"<sitemapindex {maps}>{index}</sitemapindex>".encode()
    outlines = "".join(f'<outline type="rss" xmlUrl="{ADDRESS}/{n}.xml"/>' for n in range(20))
    yield f'<opml version="2.0"><body>{outlines}</body></opml>'.encode()


_JUNK: Final = (
    b"<", b">", b"&", b"\"", b"'", b"</p>", b"</article>", b"<p>", b"<!--", b"-->", b"<![CDATA[",
    b"]]>", b"<script>", b"<style>", b"<template>", b"<nav>", b"<svg>", b"<math>", b"<plaintext>",
    b"<textarea>", b"<frameset>", b"<iframe>", b"<base href='javascript:'>", b"<title>",
    b"&#0;", b"&#x110000;", b"&#55296;", b"&nosuch;", b"&amp", b"<!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3", b"\x1b[31m", b"\x0c", b"\r",
    "\u2028\u202e\u200b\u2066".encode(), "“".encode() * 40, b"\"" * 41, "‘’«»„“".encode(),
    b"<meta charset='utf-16'>", b"<meta charset='idna'>", b"<meta charset='euc-jp'>",
    b"<?xml version='1.0' encoding='utf-32'?>", b"<time datetime='0000-00-00'>",
    b'{"@type":"NewsArticle","datePublished":"9999-99-99T99:99:99+99:99"}', b"[[[[", b"{}",
    b"Content-Length: -1\r\n", b"Content-Length: 99999999999999999999\r\n", b"\r\n\r\n",
    b"Transfer-Encoding: chunked\r\n", b"ffffffff\r\n", b"WARC/9.9\r\n", b"HTTP/1.1 200\r\n",
    b"<link>javascript:alert(1)</link>", b"<loc>http://[::</loc>", b"http://a:b@c:0/", b"%00%ff",
    b"Feb. 30, 0001", b"12th of Never", b" said said said ", b"1.1.1.1.1", b"9" * 400, b"(" * 400,
    b"Mr. " * 60, b"A. B. C. " * 60, "Ⅻ½①".encode(), "é".encode() * 200,
)  # fmt: skip
"""What breaks parsers; put in anywhere."""

_CHARSETS: Final = (
    None, None, None, "utf-8", "iso-8859-1", "windows-1251", "utf-16", "euc-kr", "punycode", "x",
)  # fmt: skip

_KINDS: Final[tuple[InputKind, ...]] = (
    "html", "html", "html", "text", "rows", "archive", "feed",
)  # fmt: skip

_ENCODINGS: Final = ("utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "shift_jis", "utf-7")


def case(known: Sequence[Input], number: int) -> Case:
    """The damaged input of a number."""
    chance = random.Random(number)
    kind = chance.choice(_KINDS)
    some = [one for one in known if one.kind == kind]
    data = bytearray(chance.choice(some).data)
    for _ in range(chance.choice((1, 1, 2, 4, 8, 30))):
        other = chance.choice(some).data
        data = chance.choice(_DAMAGES)(data, other, chance)[: MAX_BYTES + 10]
    return Case(kind, bytes(data), chance.choice(_CHARSETS))


Damage = Callable[[bytearray, bytes, random.Random], bytearray]


def _span(data: bytearray, chance: random.Random, most: int) -> slice:
    start = chance.randint(0, len(data))
    return slice(start, min(len(data), start + chance.randint(0, most)))


def _flip(data: bytearray, _: bytes, chance: random.Random) -> bytearray:
    for _number in range(chance.randint(1, 20)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)
    return data


def _drop(data: bytearray, _: bytes, chance: random.Random) -> bytearray:
    del data[_span(data, chance, 2000)]
    return data


def _cut(data: bytearray, _: bytes, chance: random.Random) -> bytearray:
    return data[: chance.randint(0, len(data))]


def _repeat(data: bytearray, _: bytes, chance: random.Random) -> bytearray:
    where = _span(data, chance, 300)
    data[where] = data[where] * chance.choice((2, 10, 200, 1000))
    return data


def _put(data: bytearray, _: bytes, chance: random.Random) -> bytearray:
    junk = chance.choice(_JUNK) * chance.choice((1, 1, 1, 3, 50))
    data[_span(data, chance, chance.choice((0, 0, 5)))] = junk
    return data


def _nest(data: bytearray, _: bytes, chance: random.Random) -> bytearray:
    tags = (b"<div>", b"<table><tr><td>", b"<ul><li>", b"<b>", b"<blockquote>", b"[", b'{"a":')
    tag = chance.choice(tags)
    data[_span(data, chance, 0)] = tag * chance.choice((20, 300, 3000, 20_000))
    return data


def _splice(data: bytearray, other: bytes, chance: random.Random) -> bytearray:
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _swap(data: bytearray, _: bytes, chance: random.Random) -> bytearray:
    one, two = _span(data, chance, 500), _span(data, chance, 500)
    first, second = data[one], data[two]
    data[one] = second
    data[two] = first
    return data


def _encode(data: bytearray, _: bytes, chance: random.Random) -> bytearray:
    text = data.decode("utf-8", "replace")
    return bytearray(text.encode(chance.choice(_ENCODINGS), "replace"))


def _line(data: bytearray, _: bytes, chance: random.Random) -> bytearray:
    """One line of everything, or every word a line."""
    old, new = chance.choice(((b"\n", b" "), (b" ", b"\n"), (b" ", b""), (b"\n", b"\r\n")))
    return data.replace(old, new)


_DAMAGES: Final[tuple[Damage, ...]] = (
    _flip, _drop, _cut, _repeat, _put, _put, _put, _nest, _splice, _swap, _encode, _line,
)  # fmt: skip


def items_of(one: Case, number: int) -> list[Item | Failure]:
    """What the pipeline is given of a case; of a feed nothing, but it is read."""
    source = f"case/{number}"
    if one.kind == "feed":
        _read_feed(one.data)
        return []
    if one.kind == "archive":
        return list(items_of_archive(source, io.BytesIO(one.data), MAX_BYTES))
    return [Item(source, one.kind, one.data, charset=one.charset)]


def _read_feed(data: bytes) -> None:
    named = read_feed(data, ADDRESS)
    for address in (*(entry.address for entry in named.entries), *named.sources):
        if urlsplit(address).scheme not in ("http", "https"):
            raise FaultError(f"A feed names {address!r}")


def check(one: Case, number: int, reader: Reader | None = None) -> Counter[str]:
    """What comes of a case; raises what it should not raise, or `FaultError`."""
    outcome: Counter[str] = Counter()
    for item in items_of(one, number):
        page = item if isinstance(item, Failure) else read_page(item)
        if isinstance(page, Failure):
            _check_failure(page)
            outcome[f"failure: {page.code}"] += 1
        else:
            outcome["article"] += 1
            _check_page(page, reader)
    return outcome


def _check_failure(failure: Failure) -> None:
    if not (failure.message and failure.next_step and failure.source):
        raise FaultError(f"A failure says too little: {failure}")


def _check_page(page: Page, reader: Reader | None) -> None:
    article = make_article(page, {})
    packed = msgspec.msgpack.encode(article)
    if msgspec.msgpack.decode(packed, type=Article) != article:
        raise FaultError("An article does not come out as it was put in")
    if reader and not why_unread(article):
        for read in reader.read([article]):
            if isinstance(read, Reading):
                for fault in faults_in_reading(read, article.text):
                    raise FaultError(fault)


def check_heap(known: Sequence[Input], numbers: Sequence[int]) -> list[str]:
    """What is wrong with a record that is drawn from some cases."""
    given = [item for number in numbers for item in items_of(case(known, number), number)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.variorum"
        with SqliteStore(path, write=True) as store, DuckdbEngine(processes=1) as engine:
            add(given, store, engine)
        with SqliteStore(path) as store:
            return list(find_faults(store))


class _Forgetful:
    """A memory of windows that keeps none: each case is read anew."""

    def windows(self, maker: str, ids: Iterable[str]) -> dict[str, bytes]:  # noqa: ARG002
        """See `WindowMemory.windows`."""
        return {}

    def add_windows(self, maker: str, windows: Iterable[tuple[str, bytes]]) -> None:
        """See `WindowMemory.add_windows`."""

    def drop_windows(self, but_of: str) -> None:
        """See `WindowMemory.drop_windows`."""


class _Run:
    """Cases one after the other, with what came of them."""

    def __init__(self, known: Sequence[Input], seconds: float) -> None:
        self.known = known
        self.seconds = seconds
        self.outcomes: Counter[str] = Counter()
        self.faults: list[str] = []
        self.slowest = (0.0, 0)
        self._reader = shipped_reader(_Forgetful(), threads=1)

    def one(self, number: int) -> None:
        """One case. One that hangs ends the process, with where it hangs."""
        made = case(self.known, number)
        faulthandler.dump_traceback_later(20 * self.seconds, exit=True)
        start = time.perf_counter()
        try:
            self.outcomes += check(made, number, None if number % READ_EACH else self._reader)
        except Exception:
            self.faults.append(f"case {number} ({made.kind}):\n{traceback.format_exc(limit=-4)}")
        taken = time.perf_counter() - start
        self.slowest = max(self.slowest, (taken, number))
        if taken > self.seconds + len(made.data) / READ_A_SECOND:
            self.faults.append(f"case {number} ({made.kind}) took {taken:.0f} s")

    def heap(self, numbers: Sequence[int]) -> None:
        """A record drawn from some cases."""
        faulthandler.dump_traceback_later(600, exit=True)
        try:
            found = check_heap(self.known, numbers)
        except Exception:
            found = [traceback.format_exc(limit=-4)]
        self.faults += [f"cases {numbers[0]} to {numbers[-1]}: {one}" for one in found]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=30.0, help="that a case may take")
    parser.add_argument("--pages", type=Path, help="a folder of HTML pages to damage, too")
    arguments = parser.parse_args()
    run = _Run(inputs(arguments.pages), arguments.seconds)
    last = arguments.first + arguments.count
    start = time.perf_counter()
    for number in range(arguments.first, last):
        sys.stderr.write(f"\rcase {number}, {len(run.faults)} faults")
        run.one(number)
        if (number + 1) % HEAP == 0:
            run.heap(range(number + 1 - HEAP, number + 1))
    faulthandler.cancel_dump_traceback_later()
    taken = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"\n{arguments.count:,} cases in {taken:.0f} s, the slowest, {run.slowest[1]}, in "
          f"{run.slowest[0]:.1f} s; {memory:.1f} GB at most")  # fmt: skip
    for name, count in run.outcomes.most_common():
        print(f"{count:8,} {name}")
    for fault in run.faults:
        print(fault)
    raise SystemExit(1 if run.faults else 0)


if __name__ == "__main__":
    main()
