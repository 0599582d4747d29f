"""What articles brought that came since: new, or told otherwise; not what is put together anew."""

from collections.abc import Iterable, Sequence

import pytest

from variorum.compare.conflicts import Claim, Conflict
from variorum.compare.since import Known, News, find_news
from variorum.record.article import Article, Block
from variorum.record.event import Event, EventPlace, Status, StatusReport
from variorum.record.position import Position, Stance
from variorum.record.reading import Quotation
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.statement import Statement, Variant
from variorum.record.when import When


def article(name: str, source: str = "") -> Article:
    text = f"Title of {name}\nWords that {name} tells of it."
    head = text.index("\n")
    blocks = (Block(0, head, "headline"), Block(head + 1, len(text), "body"))
    source = source or f"{name}.txt"
    return Article(
        name, source, "", text, f"Title of {name}", name, (), (), None, "en", blocks, (source,)
    )  # fmt: skip


def day(number: int) -> When:
    return When(f"2031-03-{number:02}", f"2031-03-{number:02}", "day", "stated")


def event(*told: tuple[str, int, Status], status: Status) -> Event:
    return Event(
        "evt", "talks", "CONSULT", (), None, day(8), status,
        tuple(StatusReport(one, day(when), name) for name, when, one in told),
        tuple(EventPlace(name, 3, 8, one) for name, _, one in told),
    )  # fmt: skip


def quotation(name: str, start: int) -> Quotation:
    return Quotation(
        name, "direct", (Span(start, start + 5),), (), (), None, None, None, None, None, 0.9
    )  # fmt: skip


def statement(name: str, *quotations: str, of: Sequence[str]) -> Statement:
    variants = tuple(Variant(one, "identical") for one in quotations)
    return Statement(name, None, "Dorin Hale", "No.", None, None, quotations, tuple(of), variants)


def position(name: str, stance: Stance, *articles: str) -> Position:
    places = tuple(Place(one, 0, 5) for one in articles)
    return Position(name, "ent", "Dorin Hale", "the locks", stance, None, day(3), places)


def conflict(*sides: Sequence[str]) -> Conflict:
    claims = tuple(Claim("x", one, 0, 5) for side in sides for one in side)
    lengths = tuple(map(len, sides))
    return Conflict("con", "number", "barges", claims, lengths, ("1", "2"), False, 0.9, ())


def news(
    old: str,
    new: str,
    *,
    articles: Iterable[Article] = (),
    events: Sequence[Event] = (),
    statements: Sequence[Statement] = (),
    positions: Sequence[Position] = (),
    conflicts: Sequence[Conflict] = (),
    copies: str = "",
) -> list[News]:
    """What is new where articles are known by letters; `copies`: those that are one source."""
    known = {one: article(one) for one in (*old, *new)} | {one.id: one for one in articles}
    said = {f"q{one}": (one, quotation(f"q{one}", 4)) for one in known}

    def sources(some: Iterable[str]) -> frozenset[str]:
        return frozenset("dispatch" if one in copies else one for one in some)

    found = find_news(
        Known(known, frozenset(old), events, statements, positions, conflicts, said, sources)
    )
    return [one for one in found if one.kind != "article"]


def test_nothing_is_new_to_who_knows_all_articles() -> None:
    assert news("ab", "", events=[event(("a", 6, "planned"), status="planned")]) == []


def test_a_plan_that_became_fact_is_told_by_the_words_that_say_so() -> None:
    told = event(("a", 6, "planned"), ("b", 9, "planned"), ("c", 9, "happened"), status="happened")
    (one,) = news("a", "bc", events=[told])
    assert (one.kind, one.before, one.after) == ("status", "planned", "happened")
    assert one.place == Place("c", 3, 8)
    assert one.earlier == Place("a", 3, 8)
    assert one.independent_sources == 3


@pytest.mark.parametrize(
    "told",
    [
        event(("a", 6, "planned"), ("b", 7, "hypothetical"), status="hypothetical"),
        event(("a", 6, "happened"), ("b", 7, "ongoing"), status="ongoing"),
        event(("a", 9, "happened"), ("b", 9, "planned"), status="planned"),
        # The machine thinks otherwise of it now, but nobody who came since says so.
        event(("a", 6, "planned"), ("b", 7, "planned"), status="cancelled"),
    ],
)
def test_what_only_sounds_otherwise_is_no_turn(told: Event) -> None:
    assert [one.kind for one in news("a", "b", events=[told])] == ["confirmed"]
    assert news("a", "b", events=[told], copies="ab") == []


def test_an_event_is_new_if_nobody_told_it_before() -> None:
    told = event(("b", 6, "planned"), ("c", 7, "planned"), status="planned")
    (one,) = news("a", "bc", events=[told])
    assert (one.kind, one.before, one.after) == ("event", "", "planned")
    assert news("abc", "", events=[told]) == []


def test_a_statement_that_grows_is_not_new() -> None:
    """Its id is another, since it is made of its quotations."""
    grown = statement("stm-2", "qa", "qb", "qc", of="abc")
    assert news("ab", "c", statements=[grown]) == []
    (one,) = news("a", "bc", statements=[grown])
    assert (one.kind, one.place.article, one.independent_sources) == ("confirmed", "b", 3)
    assert news("a", "bc", statements=[grown], copies="abc") == []
    (one,) = news("z", "abc", statements=[grown])
    assert (one.kind, one.who, one.place) == ("statement", "Dorin Hale", Place("a", 4, 9))


def test_who_stands_elsewhere_now() -> None:
    before, after = position("pos-1", "for", "a"), position("pos-2", "against", "b")
    (one,) = news("a", "b", positions=[before, after])
    assert (one.kind, one.id, one.before, one.after) == ("stance", "pos-2", "for", "against")
    assert (one.place.article, one.earlier and one.earlier.article) == ("b", "a")
    (one,) = news("z", "b", positions=[after])
    assert (one.kind, one.before) == ("position", "")
    assert news("a", "b", positions=[position("pos-3", "for", "a", "b")]) == []


def test_a_difference_is_new_with_its_second_side() -> None:
    (one,) = news("a", "b", conflicts=[conflict("a", "b")])
    assert (one.kind, one.place.article, one.earlier and one.earlier.article) == (
        "conflict", "b", "a",
    )  # fmt: skip
    (one,) = news("a", "bc", conflicts=[conflict("bc", "a")])
    assert one.place.article == "b"
    (one,) = news("z", "ab", conflicts=[conflict("a", "b")])
    assert {one.place.article, one.earlier and one.earlier.article} == {"a", "b"}
    assert news("ab", "c", conflicts=[conflict("a", "bc")]) == []


def test_a_page_that_is_rewritten_is_held_against_the_version_before() -> None:
    pages = [article("one", "https://a.example/x"), article("two", "https://a.example/x#version-2")]
    (one,) = news("z", "", articles=[*pages])[:1] or [None]
    assert one is not None
    assert one.kind == "version"
    assert (one.id, one.earlier) == ("two", Place("one", 0, 12))
    assert one.place.span.of(pages[1].text) == "Title of two"


def test_the_weightiest_comes_first_whatever_the_order() -> None:
    two = [statement("stm-1", "qb", of="b"), statement("stm-2", "qb", "qc", of="bc")]
    for some in (two, two[::-1]):
        found = news("a", "bc", statements=some, conflicts=[conflict("b", "c")])
        assert [one.id for one in found] == ["con", "stm-2", "stm-1"]
