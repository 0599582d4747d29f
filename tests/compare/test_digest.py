"""The days that matter, and the sentences of articles that tell them."""

from collections.abc import Iterable
from datetime import date

from tests.collate.stories import article as story_article
from variorum.compare.digest import DigestDay, draw_digest
from variorum.compare.independence import independent_sources
from variorum.compare.named_days import sentences_of, settled
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.step import Direction, Step
from variorum.record.time_expression import TimeExpression
from variorum.record.when import day

FLOOD = "The dam above Orrin broke on 3 March 2031 and the lower town was under water by noon."
AGAIN = "Since the dam above Orrin broke on 3 March 2031 nobody has slept in the lower town."
MAYOR = "The mayor of Orrin laid down her office on 20 March 2031 after the report on the dam."
WAR = "The dam was built by prisoners and finished on 1 May 1944 in the last year of the war."
CALM = "Fishermen carried bread and post across the lower town in boats lent by the coast guard."
LOST = "It had been patched with planks and tar again and again in the years before it broke."

NAMED = {"3 March 2031": date(2031, 3, 3), "20 March 2031": date(2031, 3, 20),
         "1 May 1944": date(1944, 5, 1)}  # fmt: skip
ROOTS = {"copy": frozenset("a")}


def sources(articles: Iterable[str]) -> frozenset[str]:
    return independent_sources(articles, ROOTS)


def written(
    name: str, published: date | None, *sentences: str, clock: str = ""
) -> tuple[Article, Reading]:
    """An article of some sentences, read: the days of `NAMED` are found in it."""
    stamp = f"{published}T{clock}".removesuffix("T") if published else None
    article = story_article(name, sentences, published=stamp)
    text = article.text
    times = tuple(
        TimeExpression(at, at + len(words), "date", day(value, "stated"), value.isoformat())
        for words, value in NAMED.items()
        if (at := text.find(words)) >= 0
    )
    spans = tuple(block.span for block in article.blocks)
    return article, Reading(name, spans, (), (), times, (), b"", 0, "test")


def digest(
    *told: tuple[Article, Reading],
    days: int = 12,
    sentences: int = 2,
    between: tuple[date, date] | None = None,
) -> list[DigestDay]:
    articles = {article.id: article for article, _ in told}
    return draw_digest(articles, [one for _, one in told], sources, days, sentences, between)


def on(number: int) -> date:
    return date(2031, 3, number)


def test_the_day_that_most_sources_name_comes_first_and_days_are_in_order() -> None:
    told = [written("a", on(21), MAYOR, FLOOD), written("b", on(21), AGAIN, MAYOR),
            written("c", on(4), FLOOD)]  # fmt: skip
    assert [one.when for one in digest(*told)] == ["2031-03-03", "2031-03-20"]
    (one,) = digest(*told, days=1)
    assert one.when == "2031-03-03"
    assert one.independent_sources == 3
    assert one.reasons[0] == "3 independent sources name the day"
    assert one.reasons[1] == "2 of them more than a week later"


def test_sentences_stand_in_their_articles() -> None:
    told = [written("a", on(4), FLOOD, CALM), written("b", on(4), CALM, AGAIN)]
    texts = {article.id: article.text for article, _ in told}
    (one,) = digest(*told)
    assert [said.text for said in one.sentences] == [
        texts[said.place.article][said.place.start : said.place.end] for said in one.sentences
    ]
    assert len(one.sentences) == 2


def test_copies_are_one_source() -> None:
    told = [written("a", on(4), FLOOD), written("copy", on(4), FLOOD), written("c", on(5), MAYOR),
            written("d", on(5), MAYOR)]  # fmt: skip
    (one,) = digest(*told)
    assert one.when == "2031-03-20"


def test_where_one_source_is_all_its_days_are_told() -> None:
    (one,) = digest(written("a", on(4), FLOOD))
    assert one.independent_sources == 1
    assert one.reasons == (
        "1 independent source names the day",
        "1 in the first sentences of an article",
    )


def test_background_is_not_recalled() -> None:
    told = [written("a", on(4), CALM, CALM[:60], LOST, WAR), written("b", on(4), LOST, CALM, WAR)]
    (one,) = digest(*told)
    assert one.when == "1944-05-01"
    assert not [reason for reason in one.reasons if "later" in reason]


def test_a_day_within_limits() -> None:
    told = [written("a", on(21), MAYOR, FLOOD), written("b", on(21), MAYOR, AGAIN)]
    assert [one.when for one in digest(*told, between=(on(5), on(25)))] == ["2031-03-20"]


def test_what_lies_ahead() -> None:
    told = [written("a", on(4), MAYOR), written("b", on(5), MAYOR)]
    assert [one.to_come for one in digest(*told)] == [True]


def test_a_sentence_that_leans_on_another_does_not_tell() -> None:
    told = [written("a", on(3), LOST, FLOOD), written("b", on(3), LOST, FLOOD)]
    (one,) = digest(*told, sentences=3)
    assert LOST not in [said.text for said in one.sentences]


def test_reports_of_the_day_and_of_the_next_morning_tell() -> None:
    def chosen(published: date, clock: str) -> bool:
        told = [written("a", None, FLOOD), written("b", None, AGAIN),
                written("c", published, CALM, clock=clock)]  # fmt: skip
        (one,) = digest(*told, sentences=3)
        return CALM in [said.text for said in one.sentences]

    assert chosen(on(3), "23:10")
    assert chosen(on(4), "06:30")
    assert chosen(on(4), "")
    assert not chosen(on(4), "18:00")
    assert not chosen(on(5), "06:30")


def test_the_order_of_articles_does_not_matter() -> None:
    told = [written("a", on(21), MAYOR, FLOOD, CALM), written("b", on(21), AGAIN, MAYOR),
            written("c", on(4), FLOOD, CALM), written("d", on(4), CALM, WAR)]  # fmt: skip
    assert digest(*told) == digest(*reversed(told))


def weekday(name: str, value: date, published: date, direction: Direction = "past") -> set[date]:
    """The days that two sentences name: a lone weekday's, and 3 March as it is."""
    article, reading = written(name, published, "The council meets on Monday.", FLOOD)
    step = Step("weekday", 0, direction=direction)
    lone = TimeExpression(22, 28, "date", day(value, "inferred"), value.isoformat(), (step,))
    whole = Reading(name, reading.sentences, (), (), (lone, *reading.times), (), b"", 0, "test")
    told = settled(list(sentences_of(article, whole, sources)))
    return {named for one in told for named in one.names}


def test_a_weekday_six_days_off_counts_if_others_name_that_day() -> None:
    assert weekday("a", on(3), on(9)) == {on(3)}
    assert weekday("a", on(24), on(30)) == {on(3)}
    assert weekday("a", on(24), on(26)) == {on(3), on(24)}
    assert weekday("a", on(24), on(30), "before") == {on(3), on(24)}


def test_nothing_is_told_of_nothing() -> None:
    assert digest() == []
    assert digest(written("a", on(4), CALM)) == []
