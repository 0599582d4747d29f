"""What is read from heads and feet of pages as they come when a site is copied as plain text."""

import pytest

from variorum.ingest.articles import make_article
from variorum.record.article import Article

from .heads import HEADS, TEXTS, Head
from .pages import page_of


def article_of(head: Head) -> Article:
    return make_article(page_of(f"{head.top}\n\n{TEXTS[head.text]}\n\n{head.foot}\n"), {})


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.layout)
def test_the_head_of_a_page(head: Head) -> None:
    article = article_of(head)
    day = article.published.earliest[:10] if article.published else None
    assert (article.title, article.outlet, day) == (head.title, head.outlet, head.day)


@pytest.mark.parametrize(
    "head", [head for head in HEADS if head.authors], ids=lambda head: head.layout
)
def test_the_authors_in_the_head_of_a_page(head: Head) -> None:
    assert article_of(head).authors == head.authors


CAPTIONED = """\
Talks on the ferry gather pace

(FILES) This handout photograph that the coastguard put on its page on January 29, 2033 shows the \
damaged ferry in the outer harbour of Ostervik, with smoke above its deck

The minister of transport and her counterpart. © Steffen Ostrand/Getty Images
"""


def test_a_caption_tells_neither_the_day_of_the_page_nor_whose_it_is() -> None:
    text = TEXTS["bridge"]
    article = make_article(page_of(f"{CAPTIONED}\n\n{text}\n"), {})
    assert (article.published, article.outlet) == (None, None)


@pytest.mark.parametrize(
    "line", ["Ada Lund / Reuters", "Senior Media Reporter", "SkyWeather.com Quick Look"]
)
def test_what_is_no_outlets_name(line: str) -> None:
    text = TEXTS["bridge"]
    page = page_of(f"{line}\n\nFerry talks gather pace\n\n{text}\n\nYou like {line}\n")
    assert make_article(page, {}).outlet is None
