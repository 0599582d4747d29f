from tests.read.plain_reader import article_of
from variorum.collate.positions.rows import AttitudeRow, rows_of
from variorum.record.position import Attitude
from variorum.record.reading import Reading
from variorum.record.span import Span


def row_of(text: str, issue: str, *, introduced: str | None = None) -> AttitudeRow:
    def span(words: str) -> Span:
        return Span(text.rindex(words), text.rindex(words) + len(words))

    start = text.rindex("Doyle")
    attitude = Attitude(
        start=start, end=span(issue).end, actor=None, actor_name="Doyle", issue=span(issue),
        stance="against", introduced=span(introduced) if introduced else None,
    )  # fmt: skip
    article = article_of(text)
    reading = Reading(
        article=article.id, sentences=(), entities=(), mentions=(), times=(), quotations=(),
        vectors=b"", dimensions=0, maker="test", attitudes=(attitude,),
    )  # fmt: skip
    [row] = rows_of(article, reading)
    return row


def test_an_issue_that_points_is_named_by_what_told_of_it() -> None:
    text = "The town wants to buy the mill. Doyle opposes any such purchase."
    row = row_of(text, "any such purchase", introduced="buy the mill")
    assert row.issue == "buy the mill"
    assert "mill" in row.stems


def test_an_issue_that_only_points_is_one_only_where_the_same_words_are_printed() -> None:
    here = row_of("Doyle rejected that account", "that account")
    copy = row_of("In Oslo, Doyle rejected that account", "that account")
    other = row_of("Doyle denounced that account", "that account")
    assert here.stems == copy.stems
    assert here.stems != other.stems
    assert row_of("Doyle rejected the plan", "the plan").stems  # not dropped for its common noun
