import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.claims import owner_in
from variorum.ingest.mastheads import proper_case_words
from variorum.ingest.outlets import (
    host_of,
    outlet_name,
    page_address,
    page_host,
)
from variorum.ingest.page import Declared
from variorum.record.article import Role

from .pages import PARAGRAPHS, marked, steady

Part = tuple[Role, str]
BODY: Part = ("body", PARAGRAPHS[0])
ADDRESS = "https://alderpost.example/talks"


def name_of(host: str | None, declared: dict[str, str], *parts: Part) -> str | None:
    return outlet_name(*marked(*parts, BODY), Declared(**declared), host)


def address_of(*parts: Part, **declared: str) -> str | None:
    return page_address(*marked(BODY, *parts), Declared(**declared))


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.alderpost.example/talks", "alderpost.example"),
        ("http://m.AlderPost.example:8080/", "alderpost.example"),
        ("https://amp.alderpost.example", "alderpost.example"),
        ("https://news.alderpost.co.uk/x", "news.alderpost.co.uk"),
        ("alderpost.example/talks", "alderpost.example"),
        (" alderpost.example ", "alderpost.example"),
        ("https://пост.рф/x", "пост.рф"),
        ("The Alder Post", None),
        ("localhost", None),
        ("http://[::1", None),
        ("", None),
        (None, None),
    ],
)
def test_the_host_of_an_address(address: str | None, host: str | None) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize("host", ["mobile.de", "amp.dev"])
def test_a_host_that_is_called_like_a_prefix_stays(host: str) -> None:
    assert host_of(f"https://{host}/x") == host


@steady
@given(st.text(max_size=40))
def test_any_text_has_a_host_or_none(text: str) -> None:
    host = host_of(text)
    assert host is None or ("." in host and "/" not in host and host == host.lower())


def test_the_declared_address_is_the_page_s() -> None:
    assert address_of(("furniture", "https://haldun.example/x"), url=ADDRESS) == ADDRESS


@pytest.mark.parametrize("line", [ADDRESS, f"<{ADDRESS}>", f"- {ADDRESS} -"])
@pytest.mark.parametrize("role", ["furniture", "promo", "byline", "credit"])
def test_an_address_alone_on_a_line_is_the_page_s(line: str, role: Role) -> None:
    assert address_of((role, line)) == ADDRESS


@pytest.mark.parametrize(
    "part",
    [
        ("body", ADDRESS),
        ("furniture", f"Read more at {ADDRESS}"),
        ("furniture", "https://www.facebook.com/alderpost"),
        ("furniture", "https://t.co/abc"),
        ("furniture", f"![harbour]({ADDRESS}.jpg)"),
    ],
)
def test_other_addresses_are_not_the_page_s(part: Part) -> None:
    assert address_of(part) is None


def test_an_address_on_another_host_than_declared_is_not_the_page_s() -> None:
    assert address_of(("furniture", ADDRESS), host="haldun.example") is None
    assert address_of(("furniture", ADDRESS), host="www.alderpost.example") == ADDRESS


@pytest.mark.parametrize(
    ("part", "declared", "address", "host"),
    [
        (BODY, {"host": "www.alderpost.example"}, None, "alderpost.example"),
        (BODY, {}, ADDRESS, "alderpost.example"),
        (("byline", "Ann Lee ann@alderpost.example"), {}, None, "alderpost.example"),
        (("byline", "Ann Lee ann.lee@gmail.com"), {}, None, None),
        (("body", "Write to ann@alderpost.example"), {}, None, None),
        (BODY, {"host": "Alder Post"}, None, None),
    ],
)
def test_the_host_of_a_page(
    part: Part, declared: dict[str, str], address: str | None, host: str | None
) -> None:
    assert page_host(*marked(part), Declared(**declared), address) == host


@pytest.mark.parametrize(
    ("parts", "host", "declared", "name"),
    [
        ([], "haldun.example", {"outlet": "The Alder Post"}, "The Alder Post"),
        ([], "theguardian.com", {}, "The Guardian"),
        ([], "amp.theguardian.com", {}, "The Guardian"),
        ([], None, {"outlet": "nytimes.com"}, "The New York Times"),
        ([("furniture", "Subscribe to The Alder Post")], "alderpost.example", {}, "The Alder Post"),
        ([("furniture", "THE ALDER POST")], "alderpost.co.uk", {}, "The Alder Post"),
        ([("furniture", "Subscribe")], "alder-post.example", {}, "Alder Post"),
        ([("furniture", "Subscribe")], "alderpost.example", {}, "alderpost.example"),
        ([], None, {"host": "Alder Post"}, "Alder Post"),
        (
            [("furniture", "© 2018 The Alder Post. All rights reserved.")],
            None,
            {},
            "The Alder Post",
        ),
        ([("furniture", "Copyright © 2016-2018 Alder Media | Terms")], None, {}, "Alder Media"),
        ([("furniture", "The Alder Post")], None, {}, "The Alder Post"),
        (
            [("furniture", "Velmora Hour"), ("promo", "More of Velmora Hour")],
            None,
            {},
            "Velmora Hour",
        ),
        ([("furniture", "Home")], None, {}, None),
        ([("furniture", "Velmora Hour")], None, {}, None),
        ([("headline", "The Alder Post")], None, {}, None),
        ([], None, {}, None),
    ],
)
def test_the_name_of_an_outlet(
    parts: list[Part], host: str | None, declared: dict[str, str], name: str | None
) -> None:
    assert name_of(host, declared, *parts) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("THE HALDUN POST", "The Haldun Post"),
        ("JOURNAL OF THE HARBOUR", "Journal of the Harbour"),
        ("BBC", "BBC"),
        ("The Post", "The Post"),
        ("BBC NEWS", "BBC News"),
        ("THE ABC OF ALDERN", "The ABC of Aldern"),
        ("HALDUN TV", "Haldun TV"),
    ],
)
def test_a_name_in_capitals_as_a_person_writes_it(name: str, expected: str) -> None:
    assert proper_case_words(name) == expected


TALKS: Part = ("headline", "Talks on the quay end without a word")
SECTIONS: Part = ("furniture", "Home | World | Letters")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((("furniture", "Tidewater"), SECTIONS), "Tidewater"),
        ((("furniture", "TIDEWATER"), ("furniture", "Home > World > Talks")), "Tidewater"),
        ((("furniture", "Brief24 | Trending | Markets"),), "Brief24"),
        ((("furniture", "World"), SECTIONS), None),
        ((("furniture", "Tidewater"), ("furniture", "Share | 12 March 2031")), None),
        ((("furniture", "Tidewater"),), None),
        ((("furniture", "HELDEN TRIBUNE EXCLUSIVE"),), "Helden Tribune"),
        ((("furniture", "Heldensky Vestnik (in English)"),), "Heldensky Vestnik"),
        ((("furniture", "Sources: Helden Post"),), None),
    ],
)
def test_an_outlet_s_name_stands_over_its_sections(parts: tuple[Part, ...], expected: str) -> None:
    assert name_of(None, {}, *parts) == expected


def test_the_name_at_the_head_comes_before_the_owner_of_the_rights() -> None:
    head: Part = ("furniture", "The Tide Courier")
    assert name_of(None, {}, head, ("furniture", "© 2031 Calder Press")) == "The Tide Courier"


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("© 2031 The Tide Courier Ltd. No part may be reproduced.", "The Tide Courier"),
        ("Copyright The Tide Limited 2031. All rights reserved.", "The Tide"),
        ("© Tide Newspapers Ltd", "Tide"),
        ("Copyright The Tide. Reproduction without permission is prohibited.", "The Tide"),
        ("© Copyright 2031 Calder Press. All rights reserved.", "Calder Press"),
        ("Copyright Policy", None),
        ("Copyright in an age of machines", None),
    ],
)
def test_the_owner_of_the_rights(line: str, owner: str | None) -> None:
    assert owner_in(line) == owner


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (
            (
                ("furniture", "Newsroom9"),
                ("furniture", "All of the news, all of the time"),
                TALKS,
            ),
            "Newsroom9",
        ),
        (
            (
                ("furniture", "Quill & Anchor"),
                ("furniture", "Est. 1884"),
                TALKS,
            ),
            "Quill & Anchor",
        ),
        (
            (
                ("furniture", "Join the Conversation"),
                ("furniture", "Obituaries Front"),
                TALKS,
            ),
            None,
        ),
        (
            (
                TALKS,
                ("byline", "By Ada Lund"),
                ("byline", "Alder News, Helden"),
            ),
            "Alder News",
        ),
        (
            (
                TALKS,
                ("byline", "Correspondent, Helden"),
            ),
            None,
        ),
        (
            (
                ("dateline", "HELDEN, March 3 (Alder News) -"),
                ("promo", "Our Standards: The Alder Code of Practice"),
            ),
            "Alder News",
        ),
        (
            (
                ("furniture", "Northfall"),
                TALKS,
                ("dateline", "HELDEN, March 3 (Northfall) -"),
            ),
            "Northfall",
        ),
        ((("byline", "© 2031 Agence du Nord (ADN)"),), "Agence du Nord"),
        ((("byline", "By Ada Lund, Alder Radio"),), "Alder Radio"),
        ((("byline", "By Ada Lund, Associated Press"),), None),
        ((("byline", "Alder Standard, Helden | Updated: March 3, 2031"),), "Alder Standard"),
        ((("byline", "By Ada Lund"), ("furniture", "The Alder Post")), None),
        ((("byline", "By Ada Lund"), ("furniture", "World News")), None),
        ((TALKS, ("byline", "Ada Lund"), ("byline", "The Helden Review")), "The Helden Review"),
        ((TALKS, ("byline", "Ada Lund"), ("byline", "News Desk")), None),
        ((TALKS, ("byline", "Ada Lund"), ("byline", "Associated Press")), None),
        ((("date", "WIRE24 | 12 MAY 2031 | 18:44 GMT"),), "Wire24"),
        ((("date", "HELDEN | 12 MAY 2031 | 18:44 GMT"),), None),
        ((("date", "Published by the Morning Argus on 12 May 2031"),), "Morning Argus"),
        ((("date", "Published by the Press Agency on 12 May 2031"),), None),
        ((("promo", "Subscribe to the Daily Horn newsletter for more."),), "Daily Horn"),
        ((("promo", "Subscribe to the Morning Bell newsletter."),), None),
        ((("promo", "Ada Lund covers trade for the Alder Post."),), "Alder Post"),
        ((("promo", "Ada Lund is the Alder Post's Helden correspondent."),), "Alder Post"),
        ((("promo", "Ada Lund is a reporter for Reuters."),), None),
        ((("promo", "Download the Tidewater app"),), "Tidewater"),
        ((("promo", "Download the Facebook app"),), None),
        ((("promo", "The Open Road welcomes letters from readers."),), "The Open Road"),
        ((TALKS, ("byline", "By Ada Lund for Tidewater")), "Tidewater"),
        ((TALKS, ("byline", "By Ada Lund for Reuters")), None),
        ((TALKS, ("byline", "From Open Ledger, 13 May 2031")), "Open Ledger"),
        ((("furniture", "Telegram channel: Helden Live"), TALKS), "Helden Live"),
        ((("furniture", "TIDEWATER"), TALKS), "Tidewater"),
        ((("furniture", "El Litoral"), TALKS), "El Litoral"),
        ((("furniture", "Portal 24"), TALKS), "Portal 24"),
        ((("furniture", "Tidewater – news for the coast since 1998"), TALKS), "Tidewater"),
        ((("furniture", "Explained"), TALKS), None),
        ((("furniture", "Norway"), TALKS), None),
        ((("furniture", "Quay"), TALKS), None),
        ((("furniture", "Reuters"), TALKS), None),
        ((("furniture", "Ada Lund"), TALKS), None),
        ((("byline", "Tidewater"), TALKS), None),
        (
            (("furniture", "Office of the Mayor"), ("byline", "PRESS RELEASE"), TALKS),
            "Office of the Mayor",
        ),
        ((("furniture", "PRESS RELEASE"), TALKS), None),
        ((("furniture", "Helden Harbour Board (HHB)"), TALKS), "Helden Harbour Board"),
        ((("furniture", "KTV"), TALKS, ("byline", "KTV Web Team")), "KTV"),
        ((("promo", "Ada Lund teaches history at Helden University."),), None),
    ],
)
def test_what_stands_around_tells_whose_page_it_is(parts: tuple[Part, ...], name: str | None):
    text, blocks = marked(*parts, BODY)
    headline = next((block for block in blocks if block.role == "headline"), None)
    assert outlet_name(text, blocks, Declared(), None, headline) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Talks on the quay end without a word | Tidewater", "Tidewater"),
        ("Talks on the quay end without a word | Opinion", None),
        ("Talks on the quay end without a word | Norway", None),
        ("Talks on the quay end without a word | Ada Lund", None),
    ],
)
def test_a_name_of_one_word_behind_the_headline(line: str, name: str | None) -> None:
    text, blocks = marked(("headline", line), BODY)
    assert outlet_name(text, blocks, Declared(), None, blocks[0]) == name
