"""The library's face: `variorum.open`, and what a story answers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import variorum
from tests.contracts.readers import RuleReader
from tests.contracts.stories import SAMPLE, SAMPLE_ARTICLES, build_store
from tests.views import remembered
from variorum.compare.changes import turned
from variorum.compare.independence import find_roots, independent_sources
from variorum.record.article import Article
from variorum.record.errors import InputError, StoreError
from variorum.record.lineage import Dispatch, DispatchState, Lineage
from variorum.record.reading import Entity


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    (folder / "empty.txt").touch()
    build_store(folder / "story.variorum", SAMPLE, folder / "empty.txt", reader=RuleReader())
    return folder / "story.variorum"


@pytest.fixture(scope="module")
def story(store: Path) -> Iterator[variorum.Story]:
    with variorum.open(store) as opened:
        yield opened


def named(story: variorum.Story, outlet: str, part: str = "") -> Article:
    """The article of an outlet from a file with this in its name."""
    (found,) = [
        one for one in story.articles if one.outlet == outlet and part in Path(one.source).name
    ]
    return found


def test_open_takes_a_path_or_its_name(store: Path) -> None:
    with variorum.open(store) as one, variorum.open(str(store)) as other:
        assert one.articles == other.articles
        assert len(one.articles) == SAMPLE_ARTICLES


def test_open_refuses_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="variorum build"):
        variorum.open(tmp_path / "nowhere")


def test_articles_are_in_order_of_publication(story: variorum.Story) -> None:
    ends = [one.published.written_end for one in story.articles if one.published]
    assert ends == sorted(ends)
    assert all(one.published for one in story.articles[: len(ends)]), "those of no date come last"
    assert story.by_id == {one.id: one for one in story.articles}


def test_articles_carry_their_inferred_dates(story: variorum.Story) -> None:
    published = named(story, "Frontline Monitor").published
    assert published
    assert published.basis == "inferred"
    first, last = published.days
    assert f"{first:%Y-%m}" == "2031-03"
    assert first.day <= 7 <= last.day + 1


def test_a_copy_has_its_parent_for_a_witness(story: variorum.Story) -> None:
    monitor, post = named(story, "Frontline Monitor"), named(story, "The Haldun Post")
    (edge,) = story.parents[monitor.id]
    assert (edge.parent, edge.relation) == (post.id, "copy")
    assert edge in story.children[post.id]
    witness = story.witness(edge)
    assert witness == (post.id, True)


def test_a_copy_of_a_dispatch_has_another_carrier_for_a_witness(story: variorum.Story) -> None:
    post = named(story, "The Haldun Post")
    (edge,) = [one for one in story.parents[post.id] if one.relation != "partial"]
    dispatch, _ = story.kinship.states[edge.parent]
    assert dispatch.agency == "Meridian Press"
    assert post.id in dispatch.articles
    witness = story.witness(edge)
    assert witness
    assert not witness.is_parent
    assert witness.article != post.id
    assert witness.article in dispatch.articles
    assert story.by_id[witness.article].outlet in ("The Lowland Gazette", "Harbour Radio")


def test_an_edge_that_nobody_else_carries_has_no_witness(story: variorum.Story) -> None:
    child = story.articles[0].id
    nowhere = Lineage("dsp1-nowhere", child, "copy", 1.0, 1.0, ())
    assert story.witness(nowhere) is None


def test_a_retelling_lists_what_was_changed(story: variorum.Story) -> None:
    gazette = named(story, "The Lowland Gazette", "call")
    post = named(story, "The Haldun Post")
    retelling = story.retelling(gazette.id, post.id)
    assert (retelling.a, retelling.b) == (gazette.id, post.id)
    changes = {(one.before, one.after) for one in retelling.changes}
    assert ("war", "conflict") in changes
    assert ("annexed", "reunified") in changes
    assert any("falsely" in before and "falsely" not in after for before, after in changes)
    for change in retelling.changes:
        if change.a:
            assert gazette.text[change.a.start : change.a.end] == change.before
        if change.b:
            assert post.text[change.b.start : change.b.end] == change.after
    assert "410,000" in "".join(gazette.text[one.start : one.end] for one in retelling.left_out)
    assert "a goat" in "".join(post.text[one.start : one.end] for one in retelling.added)


def test_a_retelling_turned_round_is_the_other_way_round(story: variorum.Story) -> None:
    pair = next(one for one in story.pairs if story.reuses_between(one.a, one.b)[0].edits)
    there, back = story.retelling(pair.a, pair.b), story.retelling(pair.b, pair.a)
    assert {(one.before, one.after) for one in there.changes} == {
        (one.after, one.before) for one in back.changes
    }
    assert there.left_out == back.added
    assert there.added == back.left_out
    for reuse in story.reuses:
        assert turned(turned(reuse)) == reuse


def test_two_articles_are_the_same_pair_from_either_side(story: variorum.Story) -> None:
    for pair in story.pairs:
        assert story.pair(pair.a, pair.b) == story.pair(pair.b, pair.a) == pair
        there, back = story.reuses_between(pair.a, pair.b), story.reuses_between(pair.b, pair.a)
        assert [turned(reuse) for reuse in there] == back
        assert all(reuse.a.article == pair.a for reuse in there)
    strangers = named(story, "Calvera Herald", "customs"), named(story, "Norden Wire", "call")
    assert story.pair(strangers[0].id, strangers[1].id) is None
    assert story.reuses_between(strangers[0].id, strangers[1].id) == []


def test_ten_copies_of_one_dispatch_are_one_source(story: variorum.Story) -> None:
    copies = ["The Lowland Gazette", "Harbour Radio", "The Haldun Post", "Eastern Daily"]
    call = [
        one.id
        for one in story.articles
        if one.outlet in copies and one.text.count("75 minutes") and "put-off" not in one.source
    ]
    assert len(call) == 4
    assert len(independent_sources(call, story.roots)) == 1
    assert len(independent_sources(story.by_id, story.roots)) == len(story.independent_sources)
    assert len(story.independent_sources) == 7
    assert independent_sources([], story.roots) == frozenset()


def test_failures_and_states(story: variorum.Story) -> None:
    (failure,) = story.failures
    assert failure.source.endswith("empty.txt")
    assert story.kinship.states.keys() == {
        state.id for one in story.dispatches for state in one.states
    }


def test_an_article_carries_a_state_itself_or_through_what_it_copies(
    story: variorum.Story,
) -> None:
    post, monitor = named(story, "The Haldun Post"), named(story, "Frontline Monitor")
    state = story.state_of(post.id)
    assert state
    assert post.id not in state.articles, "it reworked the state"
    assert story.state_of(monitor.id) == state, "a reprint of the rework"
    assert all(
        story.state_of(one) == sent
        for _, sent in story.kinship.states.values()
        for one in sent.articles
    )
    assert story.state_of(named(story, "Norden Wire", "call").id) is None


def edge(parent: str, child: str, relation: str = "copy") -> Lineage:
    return Lineage(parent, child, relation, 1.0, 1.0, ())  # type: ignore[arg-type]


def test_roots_are_the_texts_at_the_top() -> None:
    dispatch = Dispatch("d", None, ("a", "b"), None, (DispatchState("s", None, ("a", "b")),))
    edges = [
        edge("s", "a"),
        edge("d", "b"),
        edge("b", "c", "edited"),
        edge("x", "c"),
        edge("x", "e", "partial"),
    ]
    roots = find_roots(edges, [dispatch])
    assert roots["a"] == roots["b"] == {"d"}
    assert roots["c"] == {"d", "x"}
    assert "e" not in roots, "who only takes in passages has a text of their own"
    assert independent_sources("abcex", roots) == {"d", "x", "e"}


def test_what_an_article_says(story: variorum.Story) -> None:
    gazette = named(story, "The Lowland Gazette", "call")
    reading = story.reading_of(gazette.id)
    assert reading
    assert reading.article == gazette.id
    assert story.reading_of("art1-nowhere") is None
    readings = list(story.readings)
    assert reading in readings
    assert [one.article for one in readings] == sorted(story.by_id)
    entities = list(story.entities)
    assert {one.id for one in reading.entities} <= {one.id for one in entities}


def test_quotations_of_all_and_of_one(story: variorum.Story) -> None:
    everyone, hale = list(story.quotations()), list(story.quotations("dorin hale"))
    assert 0 < len(hale) < len(everyone)
    assert {quotation.speaker_name for _, quotation in hale} == {"Dorin Hale"}
    article, quotation = hale[0]
    assert list(story.quotations(quotation.speaker)) == [
        one for one in hale if one.quotation.speaker == quotation.speaker
    ]
    assert f'"{quotation.content[0].of(article.text)}"' in article.text
    assert list(story.quotations("Nemo")) == []
    assert list(story.quotations("")) == everyone


class TestStatements:
    PAGE = remembered.article("page", "“Come in.” “Stay out.”", 4)
    COME, _ = remembered.said("come", "Maran", [(PAGE, "Come in.")], when=remembered.on(4))
    STAY, _ = remembered.said("stay", "Venn", [(PAGE, "Stay out.")])
    STORY = remembered.story(
        articles=[PAGE],
        statements=[COME, STAY],
        entities=[Entity("Maran", "Ilse Maran", "person", ("the president",))],
    )

    def test_all(self) -> None:
        assert self.STORY.statements() == [self.COME, self.STAY]

    def test_of_one_speaker_by_id_name_or_another_name(self) -> None:
        for name in ("Maran", "ilse", "The President"):
            assert self.STORY.statements(speaker=name) == [self.COME]
        assert self.STORY.statements("nobody") == []

    def test_of_a_day(self) -> None:
        assert self.STORY.statements(day="2031-03-04") == [self.COME]
        assert self.STORY.statements(day=date(2031, 3, 5)) == []
        assert self.STORY.statements("Venn", "2031-03-04") == []

    def test_what_is_no_day_is_refused(self) -> None:
        with pytest.raises(InputError, match="'Friday' is no day"):
            self.STORY.statements(day="Friday")

    def test_whoever_changes_the_list_changes_theirs(self) -> None:
        self.STORY.statements().clear()
        assert len(self.STORY.statements()) == 2

    def test_a_notebook_shows_them(self) -> None:
        assert "Stay out." in self.STORY.statements()._repr_html_()


def test_a_notebook_shows_the_timeline() -> None:
    page = remembered.article("page", "They met.", 4)
    met = remembered.event("met", [(page, "met", "happened")], remembered.on(3))
    timeline = remembered.story(articles=[page], events=[met]).timeline()
    assert [day.when for day in timeline] == ["2031-03-03"]
    shown = timeline._repr_svg_()
    assert shown.startswith("<svg")
    assert "Latest report: 4 March 2031" in shown


def test_a_digest_of_some_articles(story: variorum.Story) -> None:
    days = story.digest(days=2, sentences=1)
    assert len(days) == 2
    assert [len(day.sentences) for day in days] == [1, 1]
    place = days[0].sentences[0].place
    assert story.by_id[place.article].text[place.start : place.end] == days[0].sentences[0].text
    (only,) = story.find("frontline")
    told = story.digest(articles=[only.id])
    assert {one.place.article for day in told for one in day.sentences} == {only.id}
