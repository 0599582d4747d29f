"""Feeds, sitemaps and lists: what they name, and nothing worse, whatever they hold."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.feeds import Entry, Named, absolute, read_feed

BASE = "https://news.example/feeds/all.xml"

RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>News</title><link>https://news.example/</link>
<item><title>Talks in <![CDATA[Vessa & Perisa]]></title><link>/2031/talks?id=1&amp;b=2#top</link>
<pubDate>Wed, 05 Mar 2031 09:40:00 GMT</pubDate></item>
<item><title>Again</title><link>https://news.example/2031/talks?id=1&amp;b=2</link></item>
<item><title>No link</title></item>
<item><link>javascript:alert(1)</link></item>
<item><link>file:///etc/passwd</link></item>
<item><link>https://other.example/goats</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><title>Äpfel</title><link rel="alternate" href="https://news.example/a"/>
<published>2031-03-05T09:40:00Z</published><updated>2031-03-05T10:00:00Z</updated></entry>
</feed>""".encode()

SITEMAP = b"""<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://news.example/a </loc><lastmod>2031-03-05T11:00Z</lastmod><news:news>
<news:publication_date>2031-03-05</news:publication_date><news:title>Talks</news:title>
</news:news></url>
<url><lastmod>2031-03-05</lastmod></url>
<url><loc>https://news.example/b</loc></url></urlset>"""

INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://news.example/one.xml.gz</loc></sitemap>
<sitemap><loc>two.xml</loc></sitemap></sitemapindex>"""

OPML = b"""<opml version="2.0"><body><outline text="North"><outline type="rss"
xmlUrl="https://north.example/rss"/><outline xmlurl="https://south.example/rss"/></outline>
<outline text="no address"/></body></opml>"""


def test_a_feed_names_its_pages_in_order_each_once() -> None:
    assert read_feed(RSS, BASE) == Named("feed", (
        Entry("https://news.example/2031/talks?id=1&b=2", "Talks in Vessa & Perisa",
              "Wed, 05 Mar 2031 09:40:00 GMT"),
        Entry("https://other.example/goats"),
    ))  # fmt: skip


def test_an_atom_feed() -> None:
    when = "2031-03-05T09:40:00Z", "2031-03-05T10:00:00Z"
    assert read_feed(ATOM, BASE) == Named(
        "feed", (Entry("https://news.example/a", "Äpfel", *when),)
    )


def test_a_news_sitemap() -> None:
    assert read_feed(SITEMAP, BASE) == Named("sitemap", (
        Entry("https://news.example/a", "Talks", "2031-03-05", "2031-03-05T11:00Z"),
        Entry("https://news.example/b"),
    ))  # fmt: skip


def test_an_index_of_sitemaps_names_sources() -> None:
    sources = ("https://news.example/one.xml.gz", "https://news.example/feeds/two.xml")
    assert read_feed(INDEX, BASE) == Named("index", (), sources)


def test_a_list_of_feeds_names_sources() -> None:
    sources = ("https://north.example/rss", "https://south.example/rss")
    assert read_feed(OPML, BASE) == Named("list", (), sources)


@pytest.mark.parametrize("data", [RSS, ATOM, SITEMAP, INDEX, OPML])
def test_gzipped_it_names_the_same(data: bytes) -> None:
    assert read_feed(gzip.compress(data), BASE) == read_feed(data, BASE)


@pytest.mark.parametrize("data", [b"", b"Talks", b"<html><p>Talks", b"\x1f\x8b", b"\x00" * 99])
def test_anything_else_is_a_page(data: bytes) -> None:
    assert read_feed(data, BASE) == Named("page")


def test_there_is_a_limit() -> None:
    assert len(read_feed(SITEMAP, BASE, most=1).entries) == 1
    assert len(read_feed(INDEX, BASE, most=1).sources) == 1


HALVES = ["&#55296;", "&#xDfff;", "&#x0D800", "&#x110000;", "&#0;", "&#" + "9" * 5_000 + ";"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("half", HALVES)
def test_a_character_that_is_none_spoils_nothing_else(half: str, encoding: str) -> None:
    """Found by damage: lxml takes it and raises when it is asked, feedparser gives up the feed."""
    documents = [
        f"<rss version='2.0'><channel><item><title>T{half}</title><link>http://a.example/1</link>"
        "</item><item><link>http://a.example/2</link></item></channel></rss>",
        f"<urlset><url><loc>http://a.example/1</loc><lastmod>{half}</lastmod></url><url>"
        "<loc>http://a.example/2</loc></url></urlset>",
        f"<sitemapindex><sitemap><loc>{half}</loc></sitemap><sitemap><loc>http://a.example/2</loc>"
        "</sitemap></sitemapindex>",
        f"<opml version='2.0'><body><outline text='{half}' xmlUrl='http://a.example/1'/>"
        f"<outline xmlUrl='http://a.example/2'/><outline xmlUrl='http://{half}/3'/></body></opml>",
    ]
    for document in documents:
        named = read_feed(document.encode(encoding), BASE)
        found = [*(one.address for one in named.entries), *named.sources]
        assert "http://a.example/2" in found or encoding == "utf-16"


def test_what_comes_before_a_cut_is_named() -> None:
    assert read_feed(SITEMAP[: SITEMAP.index(b"<url><lastmod>")], BASE).entries[0].title == "Talks"


def test_entities_are_neither_unfolded_nor_loaded(tmp_path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("https://secret.example/")
    attack = (
        b'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a "https://a.example/">'
        b'<!ENTITY s SYSTEM "%s">]><urlset><url><loc>&s;</loc></url>'
        b"<url><loc>https://news.example/b</loc></url></urlset>" % secret.as_uri().encode()
    )
    assert read_feed(attack, BASE).entries == (Entry("https://news.example/b"),)


def test_a_bomb_of_entities_is_no_bomb() -> None:
    levels = b"".join(
        b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * 10) for level in range(1, 12)
    )
    for root in (b"urlset", b"rss"):
        doctype = b'<!DOCTYPE x [<!ENTITY e0 "goat">%s]>' % levels
        bomb = doctype + b"<%s><url><loc>&e11;</loc></url></%s>" % (root, root)
        assert read_feed(bomb, BASE).entries == ()


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.example/", "mailto:a@b.example", "http://",
     "http://[::1", "data:text/html,x", "https://a.example/" + "x" * 3_000],
)  # fmt: skip
def test_only_the_web_has_addresses(address: str) -> None:
    assert absolute(address, BASE) is None


@given(st.binary(max_size=400))
def test_bytes_of_any_kind(data: bytes) -> None:
    assert isinstance(read_feed(data, BASE), Named)


@given(
    st.sampled_from([RSS, ATOM, SITEMAP, INDEX, OPML]),
    st.integers(0, 900),
    st.integers(0, 60),
    st.binary(max_size=30),
)
def test_damage_of_any_kind(data: bytes, start: int, length: int, other: bytes) -> None:
    found = read_feed(data[:start] + other + data[start + length :], BASE)
    for address in (*found.sources, *(entry.address for entry in found.entries)):
        assert address.startswith(("http://", "https://"))
