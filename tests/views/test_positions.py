"""Who stands where in the sample story, and who speaks and acts in it."""

import msgspec
import pytest

from variorum.compare.standpoints import actor_key
from variorum.record.when import When
from variorum.views.actor import ActorQuery, draw_actor
from variorum.views.actors import ActorsQuery, draw_actors
from variorum.views.desk import Desk
from variorum.views.page import NothingThereError
from variorum.views.position import PositionQuery, draw_position
from variorum.views.positions import PositionsQuery, PositionsView, draw_positions


def drawn(desk: Desk, **asked: object) -> PositionsView:
    return draw_positions(desk, PositionsQuery(**asked))


def on(day: str) -> When:
    return When(day, day, "day", "stated")


def shown(view: PositionsView) -> list[str]:
    """The ids of all positions of a view."""
    stands = [each for row in view.rows for each in (*row.cells, *row.others) if each]
    told = [one.id for stand in stands for one in stand.positions]
    return told + [one.id for line in view.alone for one in line.positions]


def test_every_position_stands_once(sample_desk: Desk) -> None:
    found = shown(drawn(sample_desk))
    assert sorted(found) == sorted(one.id for one in sample_desk.positions)


def test_a_cell_is_its_columns_actors_and_its_rows_issues(sample_desk: Desk) -> None:
    view = drawn(sample_desk)
    by_id = {one.id: one for one in sample_desk.positions}
    assert len(view.columns) > 1
    for row in view.rows:
        assert len(row.cells) == len(view.columns)
        for column, cell in zip(view.columns, row.cells, strict=True):
            for one in cell.positions if cell else ():
                assert (actor_key(by_id[one.id]), one.issue) == (column.key, row.issue)


def test_what_several_stand_on_comes_first_and_what_is_told_once_last(sample_desk: Desk) -> None:
    view = drawn(sample_desk)
    actors = [row.actors for row in view.rows]
    assert actors == sorted(actors, reverse=True)
    assert actors[0] > 1
    alone = {one.id for line in view.alone for one in line.positions}
    for one in sample_desk.positions:
        if one.id in alone:
            assert len({place.article for place in one.evidence}) == 1


def test_a_change_is_shown_in_the_order_of_time(sample_desk: Desk) -> None:
    """No actor of the sample story changes a stand: let one do so."""
    one = next(one for one in sample_desk.positions if one.as_of and one.actor)
    days = ("2031-03-01", "2031-03-20", "2031-03-10")
    stances = ("for", "against", "mixed")
    names = ("A. Hale", "Dorin Hale", "the spokesman")  # One actor, as several articles have it.
    changed = [
        msgspec.structs.replace(one, id=f"pos-{day}", stance=stance, as_of=on(day), actor_name=name)
        for day, stance, name in zip(days, stances, names, strict=True)
    ]
    desk = Desk(sample_desk.story)
    desk.__dict__["positions"] = changed
    (row,) = drawn(desk).rows
    (cell,) = [*filter(None, row.cells), *row.others]
    assert [each.stance for each in cell.positions] == ["for", "mixed", "against"]
    view = draw_position(desk, PositionQuery(position="pos-2031-03-10"))
    assert [each.stance for each in view.before_and_after] == ["for", "against"]


def test_positions_can_be_asked_for(sample_desk: Desk) -> None:
    against = drawn(sample_desk, stance="against")
    stances = {one.id: one.stance for one in sample_desk.positions}
    assert {stances[one] for one in shown(against)} == {"against"}
    hale = drawn(sample_desk, actor="Dorin Hale")
    assert hale.total == len(shown(hale)) > 0
    assert {one.actor_name for one in sample_desk.positions if one.id in shown(hale)} == {
        "Dorin Hale"
    }
    assert drawn(sample_desk, issue="no such issue").total == 0


def test_a_position_leads_to_each_place_once(sample_desk: Desk) -> None:
    for one in sample_desk.positions:
        view = draw_position(sample_desk, PositionQuery(position=one.id))
        places = [
            (each.article.id, each.start, each.end)
            for same in view.places
            for each in (same.words, *same.also)
        ]
        assert sorted(places) == sorted(
            (place.article, place.start, place.end) for place in one.evidence
        )


def test_others_on_the_same_issue(sample_desk: Desk) -> None:
    one = next(one for one in sample_desk.positions if one.actor_name == "two presidents")
    view = draw_position(sample_desk, PositionQuery(position=one.id))
    assert [each.actor.name for each in view.others] == ["presidents of Velmark and Torrenia"]
    assert view.before_and_after == ()


def test_actors_by_independent_sources(sample_desk: Desk) -> None:
    view = draw_actors(sample_desk, ActorsQuery())
    sources = [one.sources for one in view.actors]
    assert sources == sorted(sources, reverse=True)
    persons = draw_actors(sample_desk, ActorsQuery(kind="person")).actors
    assert persons == tuple(one for one in view.actors if one.kind == "person") != ()
    (hale,) = draw_actors(sample_desk, ActorsQuery(called="hale")).actors
    assert hale.name == "Dorin Hale"


def test_all_that_is_told_of_an_actor(sample_desk: Desk) -> None:
    (hale,) = draw_actors(sample_desk, ActorsQuery(called="Dorin Hale")).actors
    view = draw_actor(sample_desk, ActorQuery(actor=hale.id))
    assert (
        view.part.total
        == hale.statements
        == len([one for one in sample_desk.statements if one.speaker == hale.id])
    )
    assert {one.actor.entity for one in view.positions} == {hale.id}
    for named in (*view.names, *view.titles):
        if named.words:
            text = sample_desk.story.by_id[named.words.article.id].text
            assert text[named.words.start : named.words.end] == named.name
    assert view.names[0].name == "Dorin Hale"
    assert view.names[0].words is not None
    assert view.titles[0].words is not None


def test_who_is_not_there(sample_desk: Desk) -> None:
    with pytest.raises(NothingThereError, match="There is no actor none"):
        draw_actor(sample_desk, ActorQuery(actor="none"))
    with pytest.raises(NothingThereError, match="There is no position none"):
        draw_position(sample_desk, PositionQuery(position="none"))
