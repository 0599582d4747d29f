"""What is found is shown with its words marked, and leads to where they stand."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.contracts.search_contract import ARTICLES, POST, article, record_of
from tests.contracts.store_contract import kept
from variorum.library import Story
from variorum.record.story import StoryGroup
from variorum.store.sqlite import SqliteStore
from variorum.views.desk import Desk
from variorum.views.search import LONGEST, Result, SearchQuery, SearchView, draw_search

LONG = article(
    "A long report\n" + "Much was said before. " * 80 + "Then the lighthouse keeper spoke of fog "
    + "and of ships " * 60 + "until evening. The lighthouse fell dark.",
    "Long Reads",
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with SqliteStore(tmp_path / "story.variorum", write=True) as store:
        store.add_articles([kept(one) for one in (*ARTICLES, LONG)])
        store.replace_collation(record_of())
        yield Desk(Story(store))


def draw(desk: Desk, words: str = "", **asked: object) -> SearchView:
    return draw_search(desk, SearchQuery(words=words, **asked))


def shown(result: Result) -> str:
    return "".join(f"[{one.text}]" if one.is_found else one.text for one in result.pieces)


def test_nothing_is_shown_if_nothing_is_asked(desk: Desk) -> None:
    view = draw(desk)
    assert view.results == ()
    assert view.part.total == 0


def test_found_words_are_marked_in_their_sentence(desk: Desk) -> None:
    (result,) = draw(desk, "cafe").results
    assert shown(result) == "The [café] stayed open. …"
    at = result.place
    assert POST.text[at.start : at.end] == "café"
    assert at.article.outlet == "Haldun Post"


def test_long_passages_are_cut_around_what_is_found(desk: Desk) -> None:
    (result,) = draw(desk, "lighthouse keeper").results
    assert shown(result).startswith("… Then the [lighthouse] [keeper] spoke")
    assert shown(result).endswith(" …")
    assert len(shown(result)) < LONGEST + 20


def test_statements_events_and_positions_tell_who_and_when(desk: Desk) -> None:
    results = {one.kind: one for one in draw(desk, "rehorova").results}
    assert results["statement"].who == ("Jana Řehořová",)
    assert results["statement"].when == POST.published
    assert results["event"].who == ("Jana Řehořová",)
    assert results["event"].status == "planned"
    assert results["event"].articles == results["event"].independent_sources == 2
    assert results["position"].stance == "against"


def test_filters_tell_what_they_may_be_set_to(desk: Desk) -> None:
    view = draw(desk, "corridor", kind="passage", outlet="Gazette")
    assert {(one.value, one.found) for one in view.kinds} == {("passage", 1)}
    outlet = next(one for one in view.filters if one.name == "outlet")
    assert outlet.value == "Gazette"
    assert ("Gazette", 1) in {(one.value, one.found) for one in outlet.choices}
    nothing = draw(desk, "corridor", outlet="Nowhere Times")
    outlet = next(one for one in nothing.filters if one.name == "outlet")
    assert [one.value for one in outlet.choices] == ["Nowhere Times"]


def test_a_part_beyond_the_last_is_the_last(desk: Desk) -> None:
    view = draw(desk, "corridor", page=999_999_999)
    assert view.part.page == 1
    assert len(view.results) == view.part.total == 4


def test_a_chosen_story_is_kept_to(desk: Desk) -> None:
    group = StoryGroup("sto", "Lights", (LONG.id,), None)
    of_story = Desk(desk.story, group)
    assert draw(of_story, "corridor").results == ()
    assert len(draw(of_story, "lighthouse").results) == 1


def test_a_day_must_be_a_day() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"day_from": "March"}, SearchQuery)
