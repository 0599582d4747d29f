import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.html import page_of_html
from variorum.ingest.items import Item
from variorum.ingest.page import Declared, Page
from variorum.record.identity import fingerprint
from variorum.record.when import When

from .pages import PARAGRAPHS, article_html, html_item, read, refused, steady


def page_with(*elements: str, head: str = "<title>Talks resume</title>") -> Page:
    item = html_item(article_html(*elements), head)
    return read(page_of_html(item, item.data.decode()))


def tagged(page: Page) -> list[tuple[str, str]]:
    return [(tag.name, page.text[tag.start : tag.end]) for tag in page.tags]


def test_title_headings_paragraphs_lists_and_quotes_become_tagged_lines() -> None:
    page = page_with(
        "<h2>What comes <i>next</i></h2>",
        "<p>A second round\n is <a href='/x'>planned</a> for the end of the month.</p>",
        "<ul><li>The first point of the plan</li><li>The <b>second</b> point of the plan</li></ul>",
        "<blockquote>We will not sign anything that we have not read.</blockquote>",
    )
    assert tagged(page) == [
        ("title", "Talks resume"),
        ("p", PARAGRAPHS[0]),
        ("head", "What comes next"),
        ("p", "A second round is planned for the end of the month."),
        ("list", "The first point of the plan"),
        ("list", "The second point of the plan"),
        ("quote", "We will not sign anything that we have not read."),
        ("p", PARAGRAPHS[-1]),
    ]


def test_tags_are_in_order_and_leave_only_white_space_between_them() -> None:
    page = page_with("<h2>Next</h2>", "Loose <b>words</b> between elements", "<p>One.</p>")
    reached = 0
    for tag in page.tags:
        assert page.text[reached : tag.start].strip() == ""
        reached = tag.end
    assert reached == len(page.text)
    assert "Loose words between elements" in page.text


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("<p>Port Aldern<br>Monday<br/>evening talks</p>", "Port Aldern Monday evening talks"),
        (
            "<table><tr><td>12 March</td><td>Port Aldern</td></tr></table>",
            "12 March Port Aldern",
        ),
        (
            "<ul><li>The harbour<ul><li>the outer basin</li></ul></li></ul>",
            "The harbour the outer basin",
        ),
    ],
    ids=["br", "cells", "nested-list"],
)
def test_words_of_neighbouring_elements_are_not_glued(element: str, expected: str) -> None:
    assert expected in " ".join(page_with(element).text.split())


def test_paragraphs_that_line_breaks_part_are_lines() -> None:
    page = page_with("<p>The harbour closes at dawn.<br><br>The <b>town</b> does not.</p>")
    assert ("p", "The harbour closes at dawn.") in tagged(page)
    assert ("p", "The town does not.") in tagged(page)


def test_lines_within_a_list_or_a_quote_are_of_it() -> None:
    page = page_with(
        "<ul><li><p>The first basin of the harbour</p><p>is closed for now.</p></li></ul>",
        "<blockquote><p>We will not sign.</p><p>We have not read it.</p></blockquote>",
    )
    assert [name for name, _ in tagged(page)[2:-1]] == ["list", "list", "quote", "quote"]


@pytest.mark.parametrize(
    "element",
    [
        "<script>var hidden = 1;</script>",
        "<script type='application/ld+json'>{\"hidden\": 1}</script>",
        "<style>.hidden { color: red }</style>",
        "<!-- hidden -->",
        "<p onclick='hidden()'>A visible paragraph.</p>",
        "<template>hidden</template>",
    ],
)
def test_what_a_reader_does_not_see_is_not_in_the_text(element: str) -> None:
    assert "hidden" not in page_with(element).text


def test_the_navigation_around_an_article_is_left_out() -> None:
    links = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(9))
    item = html_item(f"<nav><ul>{links}</ul></nav>{article_html()}<footer>{links}</footer>")
    assert "Section 3" not in read(page_of_html(item, item.data.decode())).text


def test_an_article_behind_a_menu_that_was_never_closed_is_read() -> None:
    item = html_item(f"<nav><ul><li><a href='/'>Home</a></li></ul>{article_html()}")
    assert PARAGRAPHS[0] in read(page_of_html(item, item.data.decode())).text


METADATA = (
    "<title>Talks resume | The Alder Post</title>"
    '<meta property="og:title" content="Talks resume">'
    '<meta property="og:site_name" content="The Alder Post">'
    '<meta name="author" content="Ann Lee">'
    '<meta property="article:published_time" content="2018-07-16T11:22:00+03:00">'
    '<link rel="canonical" href="https://alderpost.example/talks">'
)


def test_the_metadata_of_the_page_is_declared() -> None:
    declared = page_with(head=METADATA).declared
    assert (declared.title, declared.outlet) == ("Talks resume", "The Alder Post")
    assert (declared.url, declared.host) == ("https://alderpost.example/talks", "alderpost.example")
    assert declared.authors == ("Ann Lee",)
    assert declared.published
    assert declared.published.basis == "metadata"
    assert [f"{bound:%Y-%m-%d}" for bound in declared.published.days] == ["2018-07-16"] * 2


@pytest.mark.parametrize("fraction", ["", ".000", ".123456"])
def test_the_time_of_day_in_the_metadata_is_kept(fraction: str) -> None:
    head = METADATA.replace("11:22:00", f"11:22:00{fraction}")
    published = page_with("<time>3 July 2018</time>", head=head).declared.published
    assert published
    assert published.earliest == "2018-07-16T11:22:00+03:00"


def test_a_day_without_a_time_is_a_day() -> None:
    published = page_with(
        head='<meta property="article:published_time" content="2018-07-16">'
    ).declared.published
    assert published
    assert (published.earliest, published.grain) == ("2018-07-16", "day")


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("published_time' content='2018-07-16T23:22:00Z", "2018-07-16T23:22:00+00:00"),
        ("published_time' content='2018-07-17T02:22:00Z", "2018-07-17T02:22:00+00:00"),
        ("modified_time' content='2019-03-02T11:22:00Z", None),
    ],
)
def test_the_metadata_must_agree_with_the_address(stamp: str, expected: str | None) -> None:
    link = '<link rel="canonical" href="https://alderpost.example/2018/07/16/talks">'
    published = page_with(head=f"{link}<meta property='article:{stamp}'>").declared.published
    assert (published and published.earliest) == expected


def test_a_date_that_only_the_address_tells_says_so() -> None:
    link = '<link rel="canonical" href="https://alderpost.example/2018/07/16/talks">'
    published = page_with(head=f"<title>Talks resume</title>{link}").declared.published
    assert published is None or published.basis == "url"


@pytest.mark.parametrize(
    "element",
    ["", "<p>Updated today</p>", "<p>Published 3 hours ago</p>", "<p>Monday, July 16</p>"],
)
def test_a_page_without_a_date_has_none(element: str) -> None:
    assert page_with(element).declared.published is None


def test_what_is_declared_beside_the_page_goes_before_its_metadata() -> None:
    item = html_item(article_html(), METADATA)
    beside = Declared(
        title="Another title", published=When("2018-07-15", "2018-07-15", "day", "metadata")
    )
    declared = read(page_of_html(item, item.data.decode(), beside)).declared
    assert (declared.title, declared.published) == (beside.title, beside.published)
    assert declared.outlet == "The Alder Post"


def test_images_of_the_article_are_declared() -> None:
    image = "https://cdn.example/2018/07/16/harbour.jpg"
    assert page_with(f"<p><img src='{image}'></p>").declared.images == (image,)


def test_the_id_is_of_the_bytes() -> None:
    item = html_item(article_html())
    page = read(page_of_html(item, item.data.decode()))
    assert (page.sha256, page.source) == (fingerprint(item.data), "talks.html")


@pytest.mark.parametrize(
    "body",
    ["", "<script>var talks = 'resume'</script>", "<p> </p>", "<!-- talks -->"],
)
@pytest.mark.parametrize("head", ["", "<title>Talks resume</title>"])
def test_html_without_text_is_a_failure(body: str, head: str) -> None:
    item = html_item(body, head)
    failure = refused(page_of_html(item, item.data.decode()))
    assert (failure.source, failure.code) == ("talks.html", "no_text")


def test_a_page_of_navigation_only_is_a_failure() -> None:
    links = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Home", "World", "Sport"))
    item = html_item(f"<nav><ul>{links}</ul></nav>")
    assert refused(page_of_html(item, item.data.decode())).code == "no_text"


@pytest.mark.parametrize(
    "html",
    [
        "not <html at all",
        "<html><body><p>An unclosed paragraph of talks<div><b>and <i>more",
        "<div>" * 5000 + PARAGRAPHS[0],
        "<table>" * 300 + PARAGRAPHS[0],
        "<p><b>" * 1000 + PARAGRAPHS[0],
        "&#0;&#xD800;&nbsp;" * 50,
        "\x00\x01<html><body><p>Talks</p></body></html>",
        "<?xml version='1.0' encoding='utf-8'?><html><body><p>Talks</p></body></html>",
        "<p>" + "word " * 200_000,
        "<a href='http://[::1'>talks</a>" * 20,
    ],
    ids=[
        "no-html",
        "unclosed",
        "divs",
        "tables",
        "inline",
        "entities",
        "nul",
        "xml",
        "long",
        "addresses",
    ],
)
def test_html_that_is_broken_deep_or_huge_gives_a_page_or_a_failure(html: str) -> None:
    result = page_of_html(Item("talks.html", "html", html.encode()), html)
    if isinstance(result, Page):
        assert all(result.text[tag.start : tag.end].strip() for tag in result.tags)
        assert len(result.text) <= 2 * len(html)
    else:
        assert refused(result).code == "no_text"


@steady
@given(st.lists(st.text(min_size=1, max_size=40), max_size=5))
def test_paragraphs_of_any_text_keep_their_tags_within_the_text(paragraphs: list[str]) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    item = html_item(article_html(body))
    result = page_of_html(item, item.data.decode())
    if isinstance(result, Page):
        assert "\n\n".join(text for _, text in tagged(result)) == result.text
