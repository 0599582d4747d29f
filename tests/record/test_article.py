import msgspec
import pytest
from hypothesis import given

from variorum.record.article import ROLES, Agency, Article, Block
from variorum.record.errors import SpanError
from variorum.record.span import Span
from variorum.record.when import When

from .nouns import STRATEGIES, steady, survives_both_formats

TEXT = "Talks resume\nThe envoys met on Monday."


def article_with(*blocks: Block, text: str = TEXT) -> Article:
    return Article(
        id="art1-0",
        source="talks.txt",
        sha256="0",
        text=text,
        title=None,
        outlet=None,
        authors=(),
        agencies=(),
        published=None,
        language=None,
        blocks=blocks,
    )


def test_an_article_takes_blocks_that_touch_and_reach_its_end() -> None:
    article = article_with(
        Block(0, 12, "headline"), Block(12, 13, "furniture"), Block(13, len(TEXT), "body")
    )
    assert article.blocks[-1].span.of(article.text) == "The envoys met on Monday."


@pytest.mark.parametrize(
    "blocks",
    [
        [Block(5, 5, "body")],
        [Block(6, 5, "body")],
        [Block(-1, 5, "body")],
        [Block(0, len(TEXT) + 1, "body")],
        [Block(0, 12, "headline"), Block(11, 20, "body")],
        [Block(13, 20, "body"), Block(0, 12, "headline")],
        [Block(0, 12, "headline"), Block(0, 12, "headline")],
    ],
    ids=["empty", "backwards", "negative", "past the end", "overlap", "out of order", "twice"],
)
def test_an_article_refuses_blocks_that_do_not_fit(blocks: list[Block]) -> None:
    with pytest.raises(SpanError, match=r"talks\.txt"):
        article_with(*blocks)


def test_an_article_that_is_read_from_a_file_is_checked_too() -> None:
    whole = msgspec.json.encode(article_with(Block(0, 12, "headline")))
    with pytest.raises(SpanError):
        msgspec.json.decode(whole.replace(b'"end":12', b'"end":999'), type=Article)


def test_a_block_of_an_unknown_role_is_refused_when_read() -> None:
    with pytest.raises(msgspec.ValidationError, match="role"):
        msgspec.json.decode(b'{"start":0,"end":1,"role":"advert"}', type=Block)


def test_blocks_are_found_by_role_in_order() -> None:
    article = article_with(
        Block(0, 5, "body"), Block(6, 12, "headline"), Block(13, 20, "body"), Block(20, 25, "promo")
    )
    assert [block.start for block in article.blocks_of("promo", "body")] == [0, 13, 20]
    assert article.blocks_of("caption") == []


def test_the_span_of_a_block_is_checked() -> None:
    assert Block(3, 7, "body").span == Span(3, 7)
    with pytest.raises(SpanError):
        _ = Block(7, 3, "body").span


def test_an_article_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        article_with().title = "Another"  # type: ignore[misc]


def test_roles_are_the_ten_of_the_design() -> None:
    design = "headline byline date dateline caption credit heading body promo furniture"
    assert list(ROLES) == design.split()


@steady
@given(STRATEGIES[Article])
def test_articles_survive_both_formats(article: Article) -> None:
    assert survives_both_formats(article)


@steady
@given(STRATEGIES[Agency])
def test_agencies_survive_both_formats(agency: Agency) -> None:
    assert survives_both_formats(agency)


def test_hours_between_two_publications() -> None:
    moments = (When(f"2031-03-04T{hour}:00", f"2031-03-04T{hour}:00", "minute", "stated")
               for hour in ("10", "16"))  # fmt: skip
    one, other = (msgspec.structs.replace(article_with(), published=when) for when in moments)
    assert one.hours_apart(other) == other.hours_apart(one) == 6
    assert one.hours_apart(article_with()) == article_with().hours_apart(one) == 0
