"""What was said in the sample story, and each wording of it."""

import msgspec
import pytest

from variorum.views.desk import Desk
from variorum.views.page import NothingThereError
from variorum.views.statement import StatementQuery, StatementView, draw_statement
from variorum.views.statements import (
    NOBODYS,
    OF_EACH,
    StatementsQuery,
    StatementsView,
    draw_statements,
)


def drawn(desk: Desk, **asked: object) -> StatementsView:
    return draw_statements(desk, StatementsQuery(**asked))


def statement_with(desk: Desk, words: str, page: int = 1) -> StatementView:
    (one,) = [one for one in desk.statements if words in one.text]
    return draw_statement(desk, StatementQuery(statement=one.id, page=page))


def words_at(desk: Desk, view: StatementView) -> str:
    place = view.statement.place
    return desk.story.by_id[place.article.id].text[place.start : place.end]


def test_everybody_is_shown_with_the_first_statements_of_each(sample_desk: Desk) -> None:
    view = drawn(sample_desk)
    assert view.total == len(sample_desk.statements)
    assert 0 < view.quoted < view.total
    assert [by.speaker.name for by in view.by[:2]] == ["Dorin Hale", "Ilse Maran"]
    for by in view.by:
        assert len(by.statements) == min(OF_EACH, by.total)
    further = drawn(sample_desk, page=2)
    assert {by.asked for by in view.by}.isdisjoint(by.asked for by in further.by)


def test_the_speakers_words_are_set_apart_from_the_reporters(sample_desk: Desk) -> None:
    lines = {
        "".join(part.text for part in one.text): one
        for by in drawn(sample_desk, speaker="Ilse Maran").by
        for one in by.statements
    }
    (words,) = [one for one in lines if "still cannot say" in one]
    reported, quoted = lines[words].text
    assert (reported.quoted, quoted.quoted) == (False, True)
    assert reported.text == "that she had listened "
    assert quoted.text.startswith('"for an hour')


def test_all_of_one_speaker_by_name_or_id(sample_desk: Desk) -> None:
    by_name = drawn(sample_desk, speaker="dorin hale")
    (hale,) = by_name.by
    assert len(hale.statements) == hale.total == by_name.total > OF_EACH
    by_id = drawn(sample_desk, speaker=hale.asked)
    assert by_id.by == by_name.by
    assert by_id.chosen == "Dorin Hale"
    assert drawn(sample_desk, speaker="No Such Person").by == ()


def test_what_is_given_to_nobody_can_be_asked_for(sample_desk: Desk) -> None:
    nobodys = [one for one in sample_desk.statements if not (one.speaker or one.speaker_name)]
    assert drawn(sample_desk, speaker=NOBODYS).total == len(nobodys)


def test_by_day(sample_desk: Desk) -> None:
    days = drawn(sample_desk).days
    assert days
    for day in days:
        found = drawn(sample_desk, day=day.value)
        assert found.total >= day.count > 0
        for by in found.by:
            for one in by.statements:
                assert one.said
                first, last = one.said.days
                assert str(first) <= day.value <= str(last)
    assert drawn(sample_desk, day="1999-01-01").total == 0


def test_by_words_or_by_an_issue_on_which_it_takes_a_position(sample_desk: Desk) -> None:
    assert {"districts" in _text(one) for one in _lines(drawn(sample_desk, issue="DISTRICTS"))} == {
        True
    }
    # "admission" stands in the condition; the issue of the position is to step down.
    found = [_text(one) for one in _lines(drawn(sample_desk, issue="step down"))]
    assert any("step down" in one for one in found)
    issue = "meeting of the two leaders"
    position = next(one for one in sample_desk.positions if one.issue == issue)
    by_issue = drawn(sample_desk, issue=position.issue)
    places = {(place.article) for place in position.evidence}
    assert by_issue.total > 0
    assert places & {one.place.article.id for one in _lines(by_issue)}


def test_quoted_and_reported_are_all(sample_desk: Desk) -> None:
    quoted, reported = drawn(sample_desk, told="quoted"), drawn(sample_desk, told="reported")
    assert quoted.total + reported.total == len(sample_desk.statements)
    assert reported.quoted == 0
    assert all(not one.quoted for one in _lines(reported))


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"day": "yesterday"}, StatementsQuery)


def test_each_wording_leads_to_its_words(sample_desk: Desk) -> None:
    view = statement_with(sample_desk, "conversation between two grown-up nations")
    assert words_at(sample_desk, view).startswith("This is a conversation")
    assert view.heading == "What Dorin Hale said"
    shown = [view.fullest, *(one for kind in view.others for one in kind.wordings)]
    for wording in shown:
        for place in wording.places:
            text = sample_desk.story.by_id[place.article.id].text
            printed = " ".join(text[place.start : place.end].split())
            first = next(one.text for one in wording.pieces if one.mark == "same")
            assert first.strip(' "“”,.') in printed
    assert sum(one.total for one in shown) == sum(view.counts.values())


def test_a_wording_stands_in_its_sentence(sample_desk: Desk) -> None:
    view = statement_with(sample_desk, "conversation between two grown-up nations")
    wording = next(
        one
        for kind in view.others
        for one in kind.wordings
        if "promising" in "".join(piece.text for piece in one.pieces if piece.mark == "same")
        and one.before
    )
    printed = "".join(
        one.text for one in wording.pieces if one.mark in ("same", "own", "added", "between")
    )
    article = sample_desk.story.by_id[wording.places[0].article.id]
    sentence = " ".join(f"{wording.before}{printed}{wording.after}".split()).strip("… ")
    assert sentence.replace(" ", "") in article.text.replace("\n", " ").replace(" ", "")


def test_sources_are_named_and_dispatches_are_one(sample_desk: Desk) -> None:
    view = statement_with(sample_desk, "conversation between two grown-up nations")
    assert len(view.sources) == view.statement.sources
    assert [one.kind for one in view.sources] == ["dispatch", "article"]
    assert view.sources[0].name == "Meridian Press"
    told = [article.id for source in view.sources for article in source.articles]
    assert sorted(told) == sorted(
        next(one for one in sample_desk.statements if one.id == view.statement.id).articles
    )


def test_a_statement_names_the_positions_that_it_shows(sample_desk: Desk) -> None:
    view = statement_with(sample_desk, "ready to step down immediately")
    assert [(one.issue, one.stance) for one in view.positions] == [("step down", "conditional")]


def test_a_statement_that_is_not_there(sample_desk: Desk) -> None:
    with pytest.raises(NothingThereError, match="There is no statement none"):
        draw_statement(sample_desk, StatementQuery(statement="none"))


def _lines(view: StatementsView):
    return [one for by in view.by for one in by.statements]


def _text(line) -> str:
    return "".join(part.text for part in line.text)
