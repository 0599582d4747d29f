import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.items import Item, Kind
from variorum.ingest.page import Declared, Page
from variorum.ingest.reading import page_id, read_page
from variorum.record.failure import Failure

from .pages import PARAGRAPHS, STORY, article_html, html_item, read, refused, row_item, steady

PAGE = html_item(
    "<nav><a href='/'>Home</a></nav>"
    + article_html(
        "<h2>Next</h2><ul><li>One</li></ul><blockquote>Never.</blockquote>",
        "<table><tr><td>1</td></tr></table><img src='/2018/07/16/harbour.jpg'>",
    )
    + "<script>var hidden = 1;</script><footer>© 2018 The Alder Post</footer>",
    '<title>Talks resume</title><meta name="author" content="Ann Lee">'
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2018-07-16"}'
    "</script>",
).data.decode()
FRAGMENTS = (
    "</p>,</div>,<div>,<table>,<td>,<tr>,</table>,<!--,-->,<![CDATA[,<script>,</script>,<svg>,<li>,"
    "<ul>,<h1>,<br>,<hr>,&nbsp;,&#0;,\x00,\uffff,<noscript>,<time datetime='x'>,</body>,</html>,"
    "<title>,<figure><figcaption>,<a href='http://[::1'>,<meta name=author content=',"
    "<base href=':'>"
).split(",")

kinds = st.sampled_from(["text", "html", "rows"])
mutations = st.lists(
    st.tuples(
        st.integers(0, len(PAGE)), st.sampled_from([0, 1, 5, 60]), st.sampled_from(["", *FRAGMENTS])
    ),
    max_size=8,
)


def holds(item: Item, result: Page | Failure) -> None:
    """What is true of whatever comes out of any input."""
    assert result.source == item.source
    if isinstance(result, Failure):
        refused(result)
        return
    assert result.id == page_id(item.data)
    assert result.text.strip()
    assert len(result.text) <= 4 * len(item.data) + 100
    assert all(0 <= tag.start < tag.end <= len(result.text) for tag in result.tags)


def test_plain_text_keeps_every_character_and_declares_nothing() -> None:
    text = "\r\nTalks\u00a0resume \r\n\n“soon”\t\n"
    page = read(read_page(Item("talks.txt", "text", text.encode())))
    assert (page.text, page.declared, page.tags) == (text, Declared(), ())


def test_each_kind_goes_its_way() -> None:
    assert read(read_page(Item("a", "text", STORY.encode()))).text == STORY
    assert PARAGRAPHS[0] in read(read_page(Item("a", "html", PAGE.encode()))).text
    assert read(read_page(row_item(text="Talks"))).text == "Talks"


def test_html_in_another_encoding_is_read() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace(
        PARAGRAPHS[0], "Переговоры продолжались весь день, сообщил представитель министерства. " * 3
    )
    text = read(read_page(Item("a.html", "html", page.encode("cp1251", "replace")))).text
    assert "Переговоры продолжались" in text


def test_the_id_is_known_before_the_page_is_read() -> None:
    data = STORY.encode()
    assert read(read_page(Item("a.txt", "text", data))).id == page_id(data)


def test_the_same_bytes_under_two_names_are_one_article() -> None:
    one, two = (read(read_page(Item(name, "text", b"Talks"))) for name in ("a.txt", "b.txt"))
    assert one.id == two.id


@pytest.mark.parametrize(
    ("kind", "data", "code"),
    [
        ("text", b"", "empty"),
        ("text", b" \n", "empty"),
        ("html", b"", "empty"),
        ("text", bytes(99), "binary"),
        ("html", b"\x89PNG\x00\x00\x00\x01" * 9, "binary"),
        ("text", b"\xef\xbb\xbf\xff\xff", "unreadable"),
        ("html", b"<html><body></body></html>", "no_text"),
        ("rows", b"no json", "not_an_article"),
        ("rows", b'{"text": ""}', "empty"),
        ("rows", b'{"a":' * 100_000, "unreadable"),
    ],
)
def test_what_is_no_page_is_a_failure_with_its_reason(kind: Kind, data: bytes, code: str) -> None:
    failure = refused(read_page(Item("heap/talks", kind, data)))
    assert (failure.source, failure.code) == ("heap/talks", code)


@steady
@given(kinds, st.binary(max_size=500))
def test_any_bytes_give_a_page_or_a_failure(kind: Kind, data: bytes) -> None:
    item = Item("heap/talks", kind, data)
    holds(item, read_page(item))


@steady
@given(mutations, st.booleans())
def test_any_damage_to_a_page_gives_a_page_or_a_failure(
    damage: list[tuple[int, int, str]], in_row: bool
) -> None:
    html = PAGE
    for place, length, fragment in damage:
        html = html[:place] + fragment + html[place + length :]
    data = json.dumps({"html": html}).encode() if in_row else html.encode()
    item = Item("heap/talks", "rows" if in_row else "html", data)
    holds(item, read_page(item))


@steady
@given(st.lists(st.tuples(st.integers(0, len(PAGE) - 1), st.integers(0, 255)), max_size=8))
def test_any_wrong_bytes_in_a_page_give_a_page_or_a_failure(wrong: list[tuple[int, int]]) -> None:
    data = bytearray(PAGE.encode())
    for place, byte in wrong:
        data[place] = byte
    item = Item("heap/talks", "html", bytes(data))
    holds(item, read_page(item))


def test_a_page_that_is_one_frame_gives_a_page_or_a_failure() -> None:
    item = Item("frame.html", "html", b"<iframe>html")
    holds(item, read_page(item))
