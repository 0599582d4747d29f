"""A watcher against a server on this machine: what comes into the record, and what does not."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.contracts.readers import RuleReader
from tests.contracts.stories import PARAGRAPHS, exported, faults, noun
from tests.live.hostile import PatientClock, Reply, Site, etagged, feed, page
from variorum.engine.duckdb import DuckdbEngine
from variorum.live.fetching import Fetcher, Limits
from variorum.live.watching import Round, Settings, Watcher
from variorum.pipeline import add
from variorum.record.errors import InputError, StoreBusyError
from variorum.record.failure import Failure
from variorum.record.watched import Watched
from variorum.store.sqlite import SqliteStore

Make = Callable[..., Watcher]

TEXT, OTHER, THIRD = PARAGRAPHS[:4], PARAGRAPHS[4:8], PARAGRAPHS[8:12]
DAY = 86_400


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "story.variorum"


@pytest.fixture
def make(store: Path, clock: PatientClock) -> Iterator[Make]:
    with DuckdbEngine(processes=1) as engine:

        def watcher(*named: str, **settings: float) -> Watcher:
            return Watcher(
                named,
                lambda: SqliteStore(store, write=True),
                lambda items, opened: add(items, opened, engine, reader=RuleReader()),
                Fetcher(clock, Limits(100_000, 2.0, 4), allow_private=True),
                clock,
                Settings(**settings),
            )

        yield watcher


def sources(store: Path) -> list[str]:
    with SqliteStore(store) as opened:
        return list(opened.sources())


def watched(store: Path, address: str) -> Watched:
    with SqliteStore(store) as opened:
        return next(one for one in opened.watched() if one.address == address)


def failures(store: Path) -> list[Failure]:
    with SqliteStore(store) as opened:
        return list(opened.failures())


def counts(done: Round) -> tuple[int, int, int]:
    return done.new, done.changed, done.failed


def test_pages_of_a_feed_come_into_the_record(make: Make, store: Path, site: Site) -> None:
    site["/rss"] = feed("/a", "/b")
    site["/a"], site["/b"] = page("Talks in Vessa", *TEXT), page("The barge of wheat", *OTHER)
    done = make(f"{site.address}/rss").round()
    assert (done.sources, done.pages, *counts(done)) == (1, 2, 2, 0, 0)
    articles = noun(exported(store), "articles")
    assert {(one["source"], one["title"]) for one in articles} == {
        (f"{site.address}/a", "Talks in Vessa"), (f"{site.address}/b", "The barge of wheat"),
    }  # fmt: skip
    assert all(one["url"] == one["source"] for one in articles)
    assert all(one["retrieved"] for one in articles)
    assert faults(store) == []


def test_the_encoding_that_a_server_tells_is_the_pages(make: Make, store: Path, site: Site) -> None:
    text = page("Rozmowy w Łodzi", *(f"Ilość łodzi wzrosła. {one}" for one in TEXT))
    site["/a"] = Reply(text.encode("cp1250", "replace"), kind="text/html; charset=cp1250")
    make(f"{site.address}/a").round()
    (article,) = noun(exported(store), "articles")
    assert article["title"] == "Rozmowy w Łodzi"
    assert "Ilość łodzi wzrosła." in article["text"]


def test_what_is_as_it_was_is_not_fetched_again(
    make: Make, store: Path, site: Site, clock: PatientClock
) -> None:
    site["/rss"] = feed("/a")
    site["/a"] = etagged(page("Talks in Vessa", *TEXT), '"1"')
    watcher = make(f"{site.address}/rss")
    watcher.round()
    assert counts(watcher.round()) == (0, 0, 0)
    assert site.pages_asked() == ["/rss", "/a"]
    clock.time += 300
    assert counts(watcher.round()) == (0, 0, 0)
    assert site.pages_asked() == ["/rss", "/a", "/rss", "/a"]
    assert site.headers[-1]["if-none-match"] == '"1"'
    assert sources(store) == [f"{site.address}/a"]


def test_pages_are_asked_ever_more_rarely_and_at_last_no_more(
    make: Make, site: Site, clock: PatientClock
) -> None:
    site["/rss"] = feed("/a")
    site["/a"] = page("Talks in Vessa", *TEXT)
    watcher = make(f"{site.address}/rss", every=3_600)
    gaps, last = [], 0.0
    for _ in range(9 * 24):
        before = len(site.asked)
        watcher.round()
        if "/a" in site.asked[before:]:
            gaps.append(round((clock.time - last) / 3_600))
            last = clock.time
        clock.time += 3_600
    assert gaps[1:6] == [1, 2, 4, 8, 16]
    assert max(gaps[1:]) == 24
    assert clock.time - last > DAY


def test_a_page_that_a_feed_calls_changed_is_asked_at_once(
    make: Make, store: Path, site: Site, clock: PatientClock
) -> None:
    def sitemap(modified: str) -> Reply:
        entry = f"<url><loc>{site.address}/a</loc><lastmod>{modified}</lastmod></url>"
        return Reply(f"<urlset>{entry}</urlset>".encode(), kind="text/xml")

    site["/map"], site["/a"] = sitemap("2031-03-05"), page("Talks in Vessa", *TEXT)
    watcher = make(f"{site.address}/map", every=300)
    for _ in range(6):
        watcher.round()
        clock.time += 300
    site["/map"], site["/a"] = sitemap("2031-03-06"), page("Talks in Vessa", *TEXT, THIRD[0])
    assert watcher.round().changed == 1
    assert sources(store) == [f"{site.address}/a", f"{site.address}/a#version-2"]


class TestVersions:
    def rewritten(
        self, make: Make, site: Site, clock: PatientClock, *pages: str
    ) -> list[tuple[int, int, int]]:
        watcher = make(f"{site.address}/a")
        done = []
        for one in pages:
            site["/a"] = one
            done.append(counts(watcher.round()))
            clock.time += DAY
        return done

    def test_a_page_that_is_rewritten_is_a_version_of_its_article(
        self, make: Make, store: Path, site: Site, clock: PatientClock
    ) -> None:
        second = page("Talks in Vessa", *TEXT[:3], THIRD[0])
        assert self.rewritten(make, site, clock, page("Talks in Vessa", *TEXT), second) == [
            (1, 0, 0), (0, 1, 0),
        ]  # fmt: skip
        address = f"{site.address}/a"
        assert sources(store) == [address, f"{address}#version-2"]
        record = exported(store)
        (edge,) = noun(record, "lineage")
        ids = {one["source"]: one["id"] for one in noun(record, "articles")}
        assert (edge["parent"], edge["child"]) == (ids[address], ids[f"{address}#version-2"])
        assert noun(record, "reuse")
        assert {one["url"] for one in noun(record, "articles")} == {address}

    def test_what_surrounds_an_article_makes_no_version(
        self, make: Make, store: Path, site: Site, clock: PatientClock
    ) -> None:
        def at(hour: int) -> str:
            head = f"<meta name=nonce content={hour}><script>var hour = {hour}</script>"
            return page("Talks in Vessa", *TEXT, head=head)

        done = self.rewritten(make, site, clock, *(at(hour) for hour in range(3)))
        assert done == [(1, 0, 0), (0, 0, 0), (0, 0, 0)]
        assert sources(store) == [f"{site.address}/a"]

    def test_a_page_that_becomes_what_it_was(
        self, make: Make, store: Path, site: Site, clock: PatientClock
    ) -> None:
        one, other = page("Talks in Vessa", *TEXT), page("Talks in Vessa", *TEXT, THIRD[0])
        assert self.rewritten(make, site, clock, one, other, one)[2] == (0, 1, 0)
        assert len(sources(store)) == 3
        assert len(noun(exported(store), "articles")) == 2
        assert faults(store) == []

    def test_a_page_that_goes_leaves_its_article(
        self, make: Make, store: Path, site: Site, clock: PatientClock
    ) -> None:
        watcher = make(f"{site.address}/a")
        site["/a"] = page("Talks in Vessa", *TEXT)
        watcher.round()
        del site.replies["/a"]
        clock.time += DAY
        assert counts(watcher.round()) == (0, 0, 1)
        assert sources(store) == [f"{site.address}/a"]
        assert [one.code for one in failures(store)] == ["unreachable"]
        site["/a"] = page("Talks in Vessa", *TEXT)
        clock.time += DAY
        watcher.round()
        assert failures(store) == []


class TestOnePage:
    def test_has_many_addresses(self, make: Make, store: Path, site: Site) -> None:
        head = '<link rel="canonical" href="/talks?utm_source=x#top">'
        site["/rss"] = feed("/talks?utm_medium=rss", "/amp/talks", "/t/1", "/old")
        site["/talks?utm_medium=rss"] = page("Talks in Vessa", *TEXT, head=head)
        site["/amp/talks"] = page("Talks in Vessa", *TEXT, head=head + "<!-- small -->")
        site["/t/1"] = Reply(status=302, headers={"Location": "/talks"})
        site["/old"] = Reply(status=301, headers={"Location": "/t/1"})
        site["/talks"] = page("Talks in Vessa", *TEXT, head=head)
        assert counts(make(f"{site.address}/rss").round()) == (1, 0, 0)
        assert sources(store) == [f"{site.address}/talks"]

    def test_is_asked_again_under_one_address_only(
        self, make: Make, site: Site, clock: PatientClock
    ) -> None:
        site["/rss"] = feed("/b", "/a")
        head = '<link rel="canonical" href="/talks">'
        site["/a"] = site["/b"] = page("Talks in Vessa", *TEXT, head=head)
        watcher = make(f"{site.address}/rss")
        watcher.round()
        clock.time += DAY
        site.asked.clear()
        watcher.round()
        assert site.asked == ["/robots.txt", "/rss", "/a"]

    def test_does_not_hide_another_that_claims_its_address(
        self, make: Make, store: Path, site: Site
    ) -> None:
        head = '<link rel="canonical" href="/news">'
        site["/rss"] = feed("/a", "/b")
        site["/a"] = page("Talks in Vessa", *TEXT, head=head)
        site["/b"] = page("The barge of wheat", *OTHER, head=head)
        assert counts(make(f"{site.address}/rss").round()) == (2, 0, 0)
        assert sources(store) == [f"{site.address}/b", f"{site.address}/news"]

    @pytest.mark.parametrize(
        "claimed", ["https://alderpost.example/scoop", "/", "", "javascript:alert(1)", "http://["]
    )
    def test_cannot_claim_to_be_anothers(
        self, make: Make, store: Path, site: Site, claimed: str
    ) -> None:
        site["/a"] = page("Talks", *TEXT, head=f'<link rel="canonical" href="{claimed}">')
        make(f"{site.address}/a").round()
        assert sources(store) == [f"{site.address}/a"]


def test_sources_that_sources_name(make: Make, store: Path, site: Site) -> None:
    site["/list.opml"] = (
        f'<opml><body><outline xmlUrl="{site.address}/rss"/>'
        f'<outline xmlUrl="{site.address}/index.xml"/></body></opml>'
    )
    site["/rss"] = feed("/a")
    site["/index.xml"] = (
        f"<sitemapindex><sitemap><loc>{site.address}/map</loc></sitemap></sitemapindex>"
    )
    site["/map"] = f"<urlset><url><loc>{site.address}/b</loc></url></urlset>"
    site["/a"], site["/b"] = page("Talks in Vessa", *TEXT), page("The barge of wheat", *OTHER)
    done = make(f"{site.address}/list.opml").round()
    assert (done.sources, done.pages, done.new) == (4, 2, 2)


def test_sources_that_name_each_other_come_to_an_end(make: Make, site: Site) -> None:
    for number in range(20):
        site[f"/{number}"] = (
            f"<sitemapindex><sitemap><loc>{site.address}/{number + 1}</loc></sitemap>"
            f"<sitemap><loc>{site.address}/{number}</loc></sitemap></sitemapindex>"
        )
    make(f"{site.address}/0").round()
    assert site.pages_asked() == ["/0", "/1", "/2", "/3"]


def test_a_feed_that_is_an_error_page_for_once_stays_a_feed(
    make: Make, store: Path, site: Site, clock: PatientClock
) -> None:
    site["/rss"], site["/a"] = feed("/a"), page("Talks in Vessa", *TEXT)
    watcher = make(f"{site.address}/rss")
    watcher.round()
    site["/rss"] = page("Sorry", *OTHER)
    clock.time += 300
    assert watcher.round().failed == 1
    assert sources(store) == [f"{site.address}/a"]
    site["/rss"], site["/b"] = feed("/b"), page("The barge of wheat", *OTHER)
    clock.time += 600
    assert watcher.round().new == 1
    assert failures(store) == []


def test_a_source_that_fails_is_asked_ever_more_rarely(
    make: Make, store: Path, site: Site, clock: PatientClock
) -> None:
    site["/rss"] = Reply(status=500)
    watcher = make(f"{site.address}/rss", every=100)
    for _ in range(16):
        watcher.round()
        clock.time += 100
    assert 3 <= site.pages_asked().count("/rss") <= 5
    assert [one.source for one in failures(store)] == [f"{site.address}/rss"]


def test_a_host_that_is_busy_is_no_failure_and_is_asked_later(
    make: Make, store: Path, site: Site, clock: PatientClock
) -> None:
    site["/rss"] = feed("/a", "/b")
    site["/a"] = Reply(status=429, headers={"Retry-After": "1000"})
    site["/b"] = page("The barge of wheat", *OTHER)
    watcher = make(f"{site.address}/rss", every=300)
    done = watcher.round()
    assert counts(done) == (0, 0, 0)
    assert failures(store) == []
    clock.time += 400
    watcher.round()
    assert site.pages_asked() == ["/rss", "/a"]
    site["/a"] = page("Talks in Vessa", *TEXT)
    clock.time += 700
    assert counts(watcher.round()) == (2, 0, 0)


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(b"%PDF-1.7", kind="application/pdf"), "unsupported"),
        (Reply(b"x" * 200_000), "too_large"),
        (Reply(b"", 404), "unreachable"),
        (Reply(b"<html><body></body></html>"), "no_text"),
        (Reply(b""), "empty"),
        (Reply(b"\x00\x01\x02" * 99, kind="text/plain"), "binary"),
    ],
)
def test_pages_that_give_no_article(
    make: Make, store: Path, site: Site, reply: Reply, code: str
) -> None:
    site["/rss"] = feed("/a", "/b")
    site["/a"], site["/b"] = reply, page("The barge of wheat", *OTHER)
    assert counts(make(f"{site.address}/rss").round()) == (1, 0, 1)
    assert [(one.source, one.code) for one in failures(store)] == [(f"{site.address}/a", code)]
    assert faults(store) == []


def test_there_is_a_limit_to_a_round_and_the_rest_follows(make: Make, site: Site) -> None:
    site["/rss"] = feed(*(f"/{number}" for number in range(5)))
    for number in range(5):
        site[f"/{number}"] = page(f"Talks of day {number}", *PARAGRAPHS[number * 3 :][:3])
    watcher = make(f"{site.address}/rss", limit=2)
    assert [watcher.round().new for _ in range(4)] == [2, 2, 1, 0]


def test_without_sources_it_goes_on_with_those_of_before(make: Make, site: Site) -> None:
    with pytest.raises(InputError):
        make().round()
    site["/rss"], site["/a"] = feed("/a"), page("Talks in Vessa", *TEXT)
    make(f"{site.address}/rss").round()
    site["/rss"], site["/b"] = feed("/a", "/b"), page("The barge of wheat", *OTHER)
    assert make().round(at_once=True).new == 1


def test_only_what_is_named_is_asked(make: Make, site: Site, clock: PatientClock) -> None:
    site["/one"], site["/other"] = feed("/a"), feed("/a", "/b")
    site["/a"], site["/b"] = page("Talks in Vessa", *TEXT), page("The barge of wheat", *OTHER)
    make(f"{site.address}/one").round()
    clock.time += DAY
    site.asked.clear()
    make(f"{site.address}/other").round()
    assert site.pages_asked() == ["/other", "/a", "/b"]


@pytest.mark.parametrize("named", ["", "a.example", "file:///etc/passwd", "ftp://a.example/"])
def test_what_is_no_address_is_refused(make: Make, named: str) -> None:
    with pytest.raises(InputError, match="https"):
        make(named)


def test_a_store_that_somebody_else_writes_to_is_waited_for(
    make: Make, store: Path, site: Site, clock: PatientClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    site["/a"] = page("Talks in Vessa", *TEXT)
    watcher = make(f"{site.address}/a")
    opened, tries = watcher._open, []

    def busy() -> SqliteStore:
        tries.append(clock.now())
        if len(tries) % 3:
            raise StoreBusyError("Another process is writing", "Wait")
        return opened()

    monkeypatch.setattr(watcher, "_open", busy)
    assert watcher.round().new == 1
    assert len(tries) > 3


def test_a_fault_of_ours_stops_nothing_else(
    make: Make, store: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site["/rss"] = feed("/a", "/b")
    site["/a"], site["/b"] = page("Talks in Vessa", *TEXT), page("The barge of wheat", *OTHER)
    watcher = make(f"{site.address}/rss")
    fetch = watcher._fetcher.fetch

    def faulty(address: str, *known: object) -> object:
        return 1 / 0 if address.endswith("/a") else fetch(address, *known)

    monkeypatch.setattr(watcher._fetcher, "fetch", faulty)
    assert counts(watcher.round()) == (1, 0, 1)
    assert [one.code for one in failures(store)] == ["internal"]


def test_rounds_follow_each_other_when_something_is_due(
    make: Make, site: Site, clock: PatientClock
) -> None:
    site["/rss"] = feed()
    times = []

    def tell(_: Round) -> None:
        times.append(clock.time)
        if len(times) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(f"{site.address}/rss", every=300).run(tell, once=False)
    assert [round(b - a) for a, b in pairwise(times)] == [300, 300]
