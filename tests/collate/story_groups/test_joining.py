"""Which articles are about one development, and what is told of them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import (
    DISPATCH,
    INDEPENDENT,
    NEW_LEAD,
    OTHER_DISPATCH,
    REWRITE,
    article,
    examples,
    retellings,
)
from variorum.collate.stories.joining import ArticleRow, join_stories, rows_of
from variorum.collate.stories.rows import NamedEntity
from variorum.engine.duckdb import DuckdbEngine
from variorum.record.article import Article
from variorum.record.story import StoryGroup
from variorum.record.when import When

NO_ROOTS: Mapping[str, frozenset[str]] = {}


@cache
def engine() -> DuckdbEngine:
    """One engine for all heaps: each takes the place of the one before."""
    return DuckdbEngine(processes=1)


def row(name: str, lines: Sequence[str], title: str = "", day: str | None = None) -> ArticleRow:
    (made,) = rows_of(article(name, lines, title=title or None, published=day), None)
    return made


STRIKE = [
    row("dispatch", DISPATCH, "Ferry strike cuts off islands", "2031-03-03"),
    row("rewrite", REWRITE, "Ferry crews strike on the Sound of Orrin", "2031-03-03"),
    row("update", [*NEW_LEAD, *DISPATCH[4:8]], "Orrin ferry talks fail", "2031-03-04"),
]
SHARES = [
    row("shares", OTHER_DISPATCH, "Pension fund falls", "2031-03-03"),
    row("shares-too", OTHER_DISPATCH[1:], "Halvorsen Pensions loses a tenth", "2031-03-04"),
]


def stories(
    rows: Iterable[ArticleRow],
    roots: Mapping[str, frozenset[str]] = NO_ROOTS,
    joined: Mapping[str, str] | None = None,
) -> list[StoryGroup]:
    return join_stories(engine(), rows, joined or {}, roots)


def grouped(
    rows: Iterable[ArticleRow], roots: Mapping[str, frozenset[str]] = NO_ROOTS
) -> list[tuple[str, ...]]:
    return sorted(one.articles for one in stories(rows, roots))


def story_with(name: str, found: Iterable[StoryGroup]) -> StoryGroup:
    (one,) = (story for story in found if name in story.articles)
    return one


def test_two_developments_of_one_day_are_two_stories() -> None:
    assert grouped(STRIKE + SHARES) == [
        ("dispatch", "rewrite", "update"),
        ("shares", "shares-too"),
    ]


def test_an_article_that_stands_alone_is_no_story() -> None:
    assert stories([STRIKE[0], SHARES[0]]) == []
    assert stories([STRIKE[0]]) == []
    assert stories([]) == []


def test_a_late_article_joins() -> None:
    late = row("late", INDEPENDENT[:1] + DISPATCH[3:8], "Strike on the sound", "2031-03-12")
    assert grouped([*STRIKE, late, *SHARES])[0] == ("dispatch", "late", "rewrite", "update")


def test_two_stories_merge_when_a_report_tells_of_both() -> None:
    first = [row("a1", DISPATCH[:4], "Ferry strike"), row("a2", REWRITE[:3], "Ferry strike")]
    second = [row("b1", DISPATCH[4:], "Islanders"), row("b2", REWRITE[3:], "Islanders")]
    assert grouped(first + second) == [("a1", "a2"), ("b1", "b2")]
    whole = [row("c1", DISPATCH, "Ferry strike"), row("c2", REWRITE, "Islanders")]
    assert grouped(first + second + whole) == [("a1", "a2", "b1", "b2", "c1", "c2")]


def test_the_same_told_in_another_year_is_another_development() -> None:
    again = [
        row(f"again-{one.article}", lines, one.title or "", "2033-02-01")
        for one, lines in zip(STRIKE, (DISPATCH, REWRITE, DISPATCH[2:]), strict=True)
    ]
    found = grouped(STRIKE + again)
    assert found == [
        ("again-dispatch", "again-rewrite", "again-update"),
        ("dispatch", "rewrite", "update"),
    ]


def test_a_long_silence_parts_a_matter_into_its_developments() -> None:
    again = [
        row(f"again-{one.article}", lines, one.title or "", "2031-06-10")
        for one, lines in zip(STRIKE, (DISPATCH, REWRITE, DISPATCH[2:]), strict=True)
    ]
    assert [len(one) for one in grouped(STRIKE + again)] == [3, 3]
    assert [len(one) for one in grouped([*STRIKE, again[0]])] == [4]


def test_an_article_without_a_date_is_grouped_by_its_words() -> None:
    undated = msgspec.structs.replace(STRIKE[2], published=None)
    found = stories([*STRIKE[:2], undated])
    assert [one.articles for one in found] == [("dispatch", "rewrite", "update")]
    assert found[0].when == When("2031-03-03", "2031-03-03", "day", "stated")


def test_copies_of_one_text_are_one_story_whatever_their_words() -> None:
    roots = {name: frozenset({"dsp"}) for name in ("dispatch", "shares")}
    (one,) = stories([STRIKE[0], SHARES[0]], roots)
    assert one.articles == ("dispatch", "shares")
    assert one.confidence == 1.0
    assert "All 2 have their text from one source" in one.reasons


def test_copies_are_one_vote() -> None:
    copies = [msgspec.structs.replace(STRIKE[0], article=f"copy-{n}") for n in range(20)]
    roots = {one.article: frozenset({"dispatch"}) for one in copies}
    alone, among = stories(STRIKE), stories(STRIKE + copies, roots)
    assert among[0].articles == tuple(sorted([*(one.article for one in STRIKE + copies)]))
    assert among[0].confidence == alone[0].confidence
    assert "23 articles carry 3 texts; copies of one text count once" in among[0].reasons


def test_what_is_told_of_a_story() -> None:
    one = story_with("dispatch", stories(STRIKE + SHARES))
    assert one.label in {row.title for row in STRIKE}
    assert one.when == When("2031-03-03", "2031-03-04", "day", "stated")
    assert 0.5 < one.confidence < 1
    assert "Published a day apart" in one.reasons
    assert any("“ferry”" in reason.casefold() for reason in one.reasons)


def test_names_are_told_by_the_entities_of_the_record() -> None:
    named = [
        msgspec.structs.replace(one, entities=(NamedEntity(f"e-{one.article}", name, 3),))
        for one, name in zip(STRIKE, ("Aune", "Berit Aune", "Aune"), strict=True)
    ]
    joined = {f"e-{one.article}": "aune" for one in STRIKE}
    (one,) = stories(named, joined=joined)
    assert "All name “Berit Aune”" in one.reasons


def test_the_days_are_inferred_if_one_of_them_is() -> None:
    guessed = When("2031-03-05", "2031-03-07", "day", "inferred")
    (one,) = stories([*STRIKE[:2], msgspec.structs.replace(STRIKE[2], published=guessed)])
    assert one.when == When("2031-03-03", "2031-03-07", "day", "inferred")


def test_an_article_without_words_has_no_row() -> None:
    assert rows_of(article("empty", [("furniture", "Menu")]), None) == ()


def heaps() -> st.SearchStrategy[list[ArticleRow]]:
    """A few retellings of two matters, some on one day, some undated."""
    source = st.sampled_from([tuple(DISPATCH), tuple(OTHER_DISPATCH), tuple(REWRITE)])
    texts = source.flatmap(retellings)
    days = st.sampled_from([None, "2031-03-03", "2031-03-04", "2031-03-20", "2031-09-01"])
    return st.lists(st.tuples(texts, days), min_size=2, max_size=9).map(
        lambda told: [row(f"a{number}", lines, day=day) for number, (lines, day) in enumerate(told)]
    )


@examples(derandomize=True, max_examples=40)
@given(heaps(), st.randoms(use_true_random=False))
def test_input_order_does_not_matter(rows: list[ArticleRow], chance) -> None:
    shuffled = chance.sample(rows, len(rows))
    assert msgspec.json.encode(stories(rows)) == msgspec.json.encode(stories(shuffled))


@examples(derandomize=True, max_examples=40)
@given(heaps(), st.data())
def test_every_article_is_in_one_story_at_most(rows: list[ArticleRow], data: st.DataObject) -> None:
    roots = {
        one.article: frozenset(data.draw(st.sets(st.sampled_from("xyz"), min_size=1)))
        for one in rows
        if data.draw(st.booleans())
    }
    found = stories(rows, roots)
    members = [article for story in found for article in story.articles]
    assert len(members) == len(set(members))
    assert set(members) <= {one.article for one in rows}
    assert all(len(story.articles) > 1 and story.reasons for story in found)
    of = {article: story.id for story in found for article in story.articles}
    for one in rows:
        for other in rows:
            ends = roots.get(one.article), roots.get(other.article)
            if one != other and ends[0] and ends[0] == ends[1] and len(ends[0]) == 1:
                assert of[one.article] == of[other.article]


@pytest.fixture(scope="module", autouse=True)
def _close_engine() -> Iterable[None]:
    yield
    engine().close()
    engine.cache_clear()


def test_rows_mark_the_words_of_title_and_lead() -> None:
    made: Article = article("one", ["Boats lay idle.", "x " * 400, "Harbours froze."], title="Idle")
    (found,) = rows_of(made, None)
    uses = dict(zip(found.terms.split(" "), found.uses, strict=True))
    assert uses["idle"] & 128
    assert uses["boat"] == 1 + 64
    assert uses["harbour"] == 1
