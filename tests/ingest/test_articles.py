import msgspec
import pytest
from hypothesis import given

from variorum.ingest.articles import (
    find_authors,
    find_headline,
    find_publication,
    make_article,
    maker,
    title_of,
)
from variorum.ingest.dates import read_stamp
from variorum.ingest.reading import read_page
from variorum.ingest.roles import load_model
from variorum.record.article import Agency, Article, Role
from variorum.record.when import When

from .pages import (
    PARAGRAPHS,
    STORY,
    TEXTS,
    article_html,
    html_item,
    marked,
    page_of,
    read,
    running,
    steady,
)

Part = tuple[Role, str]
BODY: Part = ("body", PARAGRAPHS[0])
ADDRESS = "https://alderpost.example/2018/07/20/talks"


def published(
    *parts: Part, address: str | None = None, **declared: object
) -> tuple[str | None, str | None]:
    """The publication and the update of a page with these blocks, as printed."""
    text, blocks = marked(*parts)
    page = page_of(text, **{name: value for name, value in declared.items() if value})
    found = find_publication(page, blocks, address, "en")
    first, second = (when and when.earliest for when in found)
    return first, second


def basis(*parts: Part, address: str | None = None) -> str | None:
    text, blocks = marked(*parts)
    when, _ = find_publication(page_of(text), blocks, address, "en")
    return when and when.basis


def test_an_article_of_a_whole_page() -> None:
    article = make_article(page_of(STORY), {})
    assert article.text == STORY
    assert article.title == "Talks resume in Port Aldern after a week of silence"
    assert article.outlet == "The Alder Post"
    assert article.authors == ("Ann Lee",)
    assert article.agencies == (Agency("Calder Press", "origin"),)
    moment = "2018-07-16T11:22-04:00"
    assert article.published == When(moment, moment, "minute", "stated")
    assert (article.updated, article.retrieved) == (None, None)
    assert article.language == "en"
    assert article.sources == ("talks.txt",)
    assert article.maker == str(maker())


def test_the_maker_names_the_weights() -> None:
    assert maker().component == "ingest"
    assert maker().weights == load_model().digest


def test_what_is_declared_goes_before_what_the_page_says() -> None:
    declared = {
        "title": "Another title",
        "outlet": "Haldun Herald",
        "authors": ("Jo Ray",),
        "published": read_stamp("2018-07-17"),
        "retrieved": read_stamp("2018-07-20"),
        "url": ADDRESS,
        "given_id": "row-7",
    }
    article = make_article(page_of(STORY, **declared), {}, ("a.txt", "b.txt"))
    assert (article.title, article.outlet, article.authors) == (
        "Another title",
        "Haldun Herald",
        ("Jo Ray",),
    )
    assert article.published == declared["published"]
    assert article.retrieved == declared["retrieved"]
    assert (article.url, article.domain) == (ADDRESS, "alderpost.example")
    assert (article.given_id, article.sources) == ("row-7", ("a.txt", "b.txt"))


def test_an_html_page_keeps_its_roles() -> None:
    item = html_item(
        article_html("<h2>What comes next</h2>", f"<p>{PARAGRAPHS[1]}</p>"),
        '<title>Talks resume</title><html lang="en">',
    )
    article = make_article(read(read_page(item)), {})
    roles = {article.text[block.start : block.end]: block.role for block in article.blocks}
    assert roles["Talks resume"] == "headline"
    assert roles["What comes next"] == "heading"
    assert article.title == "Talks resume"
    assert article.published is None


@steady
@given(TEXTS)
def test_any_page_makes_an_article_that_can_be_kept(text: str) -> None:
    article = make_article(page_of(text), {})
    assert article.text == text
    assert article == make_article(page_of(text), {})
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(article), type=Article) == article


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([("headline", "Talks resume"), BODY], ("2018-07-20", None)),
        ([("date", "July 16, 2018"), BODY], ("2018-07-16", None)),
        ([("byline", "By Ann Lee, July 16, 2018 11:22"), BODY], ("2018-07-16T11:22", None)),
        ([("furniture", "Home | July 16, 2018"), BODY], ("2018-07-16", None)),
        ([BODY, ("date", "July 16, 2018")], ("2018-07-16", None)),
        # A date in the text, or in a pointer to another story, is not the page's own.
        ([("body", f"On July 16, 2018 {PARAGRAPHS[0]}")], ("2018-07-20", None)),
        ([("promo", "July 16, 2018: Harbour to close"), BODY], ("2018-07-20", None)),
        # Two different dates in the furniture above: neither is trusted.
        (
            [("furniture", "July 16, 2018"), ("furniture", "July 1, 2018"), BODY],
            ("2018-07-20", None),
        ),
    ],
)
def test_a_stated_date_goes_before_the_address(
    parts: list[Part], expected: tuple[str | None, str | None]
) -> None:
    assert published(*parts, address=ADDRESS) == expected


def test_the_basis_says_where_the_date_stands() -> None:
    image: Part = ("furniture", "![harbour](https://cdn.example/2018/07/14/harbour.jpg)")
    assert basis(("date", "July 16, 2018"), BODY) == "stated"
    assert basis(BODY, address=ADDRESS) == "url"
    assert basis(BODY, image) == "url"
    assert basis(BODY) is None


def test_the_latest_image_is_the_last_resort() -> None:
    images: list[Part] = [
        ("furniture", f"![harbour](https://cdn.example/{day}/harbour.jpg)")
        for day in ("2018/07/12", "2018/07/14", "2017/01/01")
    ]
    assert published(BODY, *images) == ("2018-07-14", None)
    assert published(BODY, images=("https://cdn.example/2018/07/13/a.jpg",)) == ("2018-07-13", None)
    assert published(BODY, *images, address=ADDRESS) == ("2018-07-20", None)


@pytest.mark.parametrize(
    "parts",
    [
        [BODY],
        [("date", "Updated today"), BODY],
        [("date", "3 hours ago"), ("byline", "By Ann Lee"), BODY],
        [("date", "Monday, July 16"), BODY],
        [("date", "03/04/2018"), BODY],
    ],
)
def test_a_page_without_a_date_has_none(parts: list[Part]) -> None:
    assert published(*parts, address="https://alderpost.example/talks") == (None, None)


def test_metadata_goes_before_all_and_the_update_is_still_read() -> None:
    stated: list[Part] = [("date", "July 16, 2018"), ("date", "Updated July 18, 2018"), BODY]
    assert published(*stated, published=read_stamp("2018-07-16T09:00:00"), address=ADDRESS) == (
        "2018-07-16T09:00:00",
        "2018-07-18",
    )


@pytest.mark.parametrize(
    "parts",
    [
        [("date", "July 16, 2018"), ("date", "Updated July 18, 2018"), BODY],
        [("date", "Updated July 18, 2018"), ("date", "Published July 16, 2018"), BODY],
        [("byline", "By Ann Lee July 16, 2018 | Updated July 18, 2018"), BODY],
    ],
)
def test_of_two_dates_at_the_head_the_later_is_the_update(parts: list[Part]) -> None:
    assert published(*parts) == ("2018-07-16", "2018-07-18")


def test_the_same_date_twice_is_no_update() -> None:
    assert published(("date", "July 16, 2018"), ("byline", "July 16, 2018"), BODY) == (
        "2018-07-16",
        None,
    )


def test_a_date_far_from_the_first_is_no_update() -> None:
    parts: list[Part] = [("date", "July 16, 2018"), ("date", "September 1, 2018"), BODY]
    assert published(*parts) == ("2018-07-16", None)


def test_an_update_is_later_than_the_publication() -> None:
    stated: list[Part] = [("date", "July 16, 2018"), ("date", "Updated July 18, 2018"), BODY]
    assert published(*stated, published=read_stamp("2018-07-20")) == ("2018-07-20", None)


def test_a_date_after_the_page_was_fetched_is_not_its_own() -> None:
    parts: list[Part] = [("date", "July 30, 2018"), BODY]
    assert published(*parts, retrieved=read_stamp("2018-07-18")) == (None, None)
    assert published(*parts, retrieved=read_stamp("2018-07-31")) == ("2018-07-30", None)


def test_an_old_date_below_the_text_of_a_fetched_page_is_another_story_s() -> None:
    parts: list[Part] = [BODY, ("date", "July 1, 2018")]
    assert published(*parts, retrieved=read_stamp("2018-07-18")) == (None, None)
    assert published(*parts, retrieved=read_stamp("2018-07-03")) == ("2018-07-01", None)


def test_dates_behind_pointers_to_other_stories_are_theirs() -> None:
    long_body: Part = ("body", running("dock") + " " + running("toll"))
    pointer: Part = ("promo", "Harbour to close")
    assert published(long_body, pointer, ("date", "July 1, 2018")) == (None, None)
    assert published(long_body, ("date", "July 1, 2018"), pointer) == ("2018-07-01", None)


@pytest.mark.parametrize(
    ("retrieved", "expected"), [("2018-04-05", "2018-04-03"), ("2018-03-05", "2018-03-04")]
)
def test_the_day_of_retrieval_settles_day_and_month(retrieved: str, expected: str) -> None:
    parts: list[Part] = [("date", "03/04/2018"), BODY]
    assert published(*parts, retrieved=read_stamp(retrieved)) == (expected, None)


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        ([("headline", "# Talks resume"), BODY], "Talks resume"),
        ([("headline", "**Talks resume**"), BODY], "Talks resume"),
        ([("headline", "Sport"), ("headline", "Delegations met after silence"), BODY],
         "Delegations met after silence"),
        ([("headline", "Talks resume"), ("headline", "Talks go on"), BODY], "Talks resume"),
        ([("heading", "World"), ("heading", "Talks resume"), BODY], "Talks resume"),
        ([BODY, ("heading", "Talks resume")], None),
        ([BODY], None),
        ([], None),
    ],
)  # fmt: skip
def test_the_title_is_the_headline_that_speaks_of_the_text(
    parts: list[Part], title: str | None
) -> None:
    text, blocks = marked(*parts)
    assert title_of(text, find_headline(text, blocks)) == title


@pytest.mark.parametrize(
    ("parts", "authors"),
    [
        ([("byline", "By Ann Lee and Jo Ray"), BODY], ["Ann Lee", "Jo Ray"]),
        (
            [("byline", "By Ann Lee"), ("byline", "Jo Ray, Calder Press"), BODY],
            ["Ann Lee", "Jo Ray"],
        ),
        ([("byline", "By Ann Lee"), BODY, ("byline", "Max Brook")], ["Ann Lee"]),
        ([BODY, ("byline", "Max Brook")], ["Max Brook"]),
        ([("byline", "Jo Ray contributed to this report"), BODY], []),
        ([("byline", "By Associated Press"), BODY], []),
        ([("byline", "Associated Press"), BODY, ("byline", "Max Brook")], ["Max Brook"]),
        ([("credit", "Jo Ray"), BODY], []),
        ([BODY], []),
    ],
)
def test_the_authors_are_the_persons_in_the_bylines(parts: list[Part], authors: list[str]) -> None:
    assert list(find_authors(*marked(*parts))) == authors


def test_a_day_in_the_dateline_dates_the_page_that_states_no_other() -> None:
    dateline: Part = ("dateline", "PORT ALDERN, July 16, 2018 (Calder Press) —")
    assert published(dateline, BODY) == ("2018-07-16", None)
    assert basis(dateline, BODY) == "stated"
    assert published(("date", "17 July 2018"), dateline, BODY) == ("2018-07-17", None)
    assert published(("dateline", "PORT ALDERN, July 16 (Calder Press) —"), BODY) == (None, None)


NAME: Part = ("furniture", "The Alder Post")
MATTER = "Delegations met again after silence of week"


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        ([NAME, ("headline", "Voices above shore"), ("furniture", MATTER), BODY], MATTER),
        ([NAME, ("caption", MATTER), BODY], MATTER),
        ([("headline", "Officials leave harbour"), ("caption", MATTER), BODY],
         "Officials leave harbour"),
        ([NAME, ("caption", f"{MATTER}."), BODY], None),
        ([NAME, ("promo", MATTER), BODY], None),
        ([BODY, ("caption", MATTER)], None),
    ],
)  # fmt: skip
def test_a_title_under_the_outlet_s_name_and_motto(parts: list[Part], title: str | None) -> None:
    text, blocks = marked(*parts)
    assert title_of(text, find_headline(text, blocks)) == title


def test_below_the_name_and_the_sections_of_a_site_stands_its_headline() -> None:
    text, blocks = marked(
        ("headline", "ALDER PULSE - The Voice of the Port"),
        ("furniture", "Home  Politics  Obituaries  Advertise"),
        ("heading", "Talks on the quay end without a word"),
        ("body", PARAGRAPHS[0]),
    )
    assert title_of(text, find_headline(text, blocks)) == "Talks on the quay end without a word"
