import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.items import Item
from variorum.ingest.page import Declared
from variorum.ingest.rows import FIELDS, page_of_row
from variorum.record.identity import fingerprint

from .pages import PARAGRAPHS, article_html, read, refused, row_item, steady

JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=4,
)


def declared(**fields: object) -> Declared:
    return read(page_of_row(row_item(text="Talks", **fields))).declared


@pytest.mark.parametrize(
    ("field", "given_value", "attribute", "expected"),
    [
        ("id", "row-7", "given_id", "row-7"),
        ("id", 7, "given_id", "7"),
        ("title", "  Talks\n resume ", "title", "Talks resume"),
        ("url", "https://alderpost.example/talks", "url", "https://alderpost.example/talks"),
        ("outlet", "The Alder Post", "outlet", "The Alder Post"),
        ("publisher", "alderpost.example", "host", "alderpost.example"),
        ("authors", ["Ann Lee", " Jo  Ray ", "", 7], "authors", ("Ann Lee", "Jo Ray", "7")),
        ("authors", "By Ann Lee and Jo Ray", "authors", ("Ann Lee", "Jo Ray")),
        ("language", "en", "language", "en"),
    ],
)
def test_a_field_is_read(field: str, given_value: object, attribute: str, expected: object) -> None:
    assert getattr(declared(**{field: given_value}), attribute) == expected


@pytest.mark.parametrize(
    ("field", "attribute"),
    [("published", "published"), ("date", "published"), ("scraped", "retrieved")],
)
@pytest.mark.parametrize("stamp", ["2018-07-16", "16 July 2018", 1531699200])
def test_a_date_field_is_read(field: str, attribute: str, stamp: object) -> None:
    when = getattr(declared(**{field: stamp}), attribute)
    assert when.days[0].isoformat() == "2018-07-16"
    assert when.basis == "metadata"


def test_published_goes_before_date_if_it_can_be_read() -> None:
    both = declared(published="2018-07-16", date="2018-07-18").published
    assert both
    assert both.earliest == "2018-07-16"
    fallback = declared(published="yesterday", date="2018-07-18").published
    assert fallback
    assert fallback.earliest == "2018-07-18"


@pytest.mark.parametrize(
    "field", [name for name in FIELDS.split(", ") if name not in ("text", "html")]
)
@pytest.mark.parametrize("value", [None, True, {"a": 1}, [], "", "  ", [[]]])
def test_a_value_of_a_wrong_type_is_passed_over(field: str, value: object) -> None:
    assert declared(**{field: value}) == Declared()


def test_the_text_is_kept_to_the_character() -> None:
    text = "\r\nTalks\u00a0resume\u2028 “soon” \x0c\n\n"
    assert read(page_of_row(row_item(text=text))).text == text


def test_the_id_is_of_the_line_and_not_of_its_place() -> None:
    item = row_item(text="Talks", title="A")
    page = read(page_of_row(item))
    moved = read(page_of_row(Item("other.jsonl:9", "rows", item.data)))
    assert page.sha256 == fingerprint(item.data)
    assert (page.id, page.source) == (moved.id, "heap.jsonl:1")
    assert page.id != read(page_of_row(row_item(text="Talks", title="B"))).id


def test_html_in_a_row_is_read_and_what_the_row_declares_goes_first() -> None:
    html = f"<html><head><title>Old title</title></head><body>{article_html()}</body></html>"
    page = read(page_of_row(row_item(html=html, title="New title", outlet="The Alder Post")))
    assert PARAGRAPHS[0] in page.text
    assert "<p>" not in page.text
    assert (page.declared.title, page.declared.outlet) == ("New title", "The Alder Post")
    assert page.tags


def test_text_goes_before_html_unless_it_is_empty() -> None:
    html = f"<html><body>{article_html()}</body></html>"
    assert read(page_of_row(row_item(text="Talks", html=html))).text == "Talks"
    assert PARAGRAPHS[0] in read(page_of_row(row_item(text=" ", html=html))).text


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"talks went on", "not_an_article", "not JSON"),
        (b'{"text": "cut', "not_an_article", "not JSON"),
        (b'{"text": "a"} {"text": "b"}', "not_an_article", "not JSON"),
        (b'{"text": "\xff"}', "not_an_article", "not JSON"),
        (b"[1, 2]", "not_an_article", "object"),
        (b'"text"', "not_an_article", "object"),
        (b"null", "not_an_article", "object"),
        (b"{}", "not_an_article", "neither"),
        (b'{"title": "Talks"}', "not_an_article", "neither"),
        (b'{"text": 5, "html": null}', "not_an_article", "neither"),
        (b'{"text": ""}', "empty", "empty"),
        (b'{"text": " \\n\\u00a0", "html": ""}', "empty", "empty"),
        (b'{"html": "<html><body></body></html>"}', "no_text", "HTML"),
    ],
)
def test_a_line_that_is_no_article_says_why(data: bytes, code: str, says: str) -> None:
    failure = refused(page_of_row(Item("heap.jsonl:3", "rows", data)))
    assert (failure.source, failure.code) == ("heap.jsonl:3", code)
    assert says in failure.message


def test_a_line_without_text_tells_which_fields_there_are() -> None:
    failure = refused(page_of_row(row_item(headline="Talks")))
    assert all(field in failure.next_step for field in ("text", "html", "authors", "scraped"))


@steady
@given(st.dictionaries(st.sampled_from(FIELDS.split(", ")), JSON_VALUES))
def test_a_row_of_any_values_is_a_page_or_a_failure(row: dict[str, object]) -> None:
    result = page_of_row(Item("heap.jsonl:1", "rows", json.dumps(row).encode()))
    text = row.get("text")
    if isinstance(text, str) and text.strip():
        assert read(result).text == text
    else:
        assert result.source == "heap.jsonl:1"


@pytest.mark.parametrize(
    "stamp", [10**400, "²²² 1, 2018"], ids=["too-large-a-number", "superscript-month"]
)
def test_a_date_that_cannot_be_is_passed_over(stamp: object) -> None:
    assert declared(date=stamp).published is None
