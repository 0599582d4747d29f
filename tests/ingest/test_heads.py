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
