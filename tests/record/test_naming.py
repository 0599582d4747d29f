"""What was read in an article, with the record's entities."""

import msgspec

from variorum.record.event import EventMention, Participant
from variorum.record.naming import (
    held_by_name,
    names_of_persons,
    unnamed,
    with_joined_entities,
)
from variorum.record.position import Attitude, Position
from variorum.record.reading import Entity, Mention, Quotation, Reading
from variorum.record.span import Span

OFFICE = "the Kremlin spokesman"
SAID = (Span(30, 40),)


def quotation(speaker, name):
    return Quotation("q", "direct", SAID, (), (Span(0, 21),), speaker, name, None, None, None, 1.0)


READING = Reading(
    article="art1-a",
    sentences=(),
    entities=(Entity("e1", "Zelenskyy", "person"),),
    mentions=(Mention(50, 59, "e1", "person"), Mention(0, 21, None, "other")),
    times=(),
    quotations=(quotation(None, OFFICE), quotation("e1", "Zelenskyy")),
    vectors=b"",
    dimensions=0,
    maker="test/1",
    events=(
        EventMention(
            22, 26, "meet", "CONSULT", "happened",
            (Participant("e1", "Zelenskyy", "party"), Participant(None, OFFICE, "party")),
        ),
    ),
    attitudes=(Attitude(0, 40, None, OFFICE, Span(30, 35), "against"),),
)  # fmt: skip
JOINED = {"e1": "record-1", unnamed("art1-a", OFFICE): "record-2"}


def test_entities_are_the_records():
    found = with_joined_entities(READING, JOINED)
    assert [one.id for one in found.entities] == ["record-1"]
    assert found.mentions[0].entity == "record-1"
    assert found.quotations[1].speaker == "record-1"
    assert found.events[0].participants[0].entity == "record-1"


def test_who_has_an_office_only_is_whom_other_articles_name():
    found = with_joined_entities(READING, JOINED)
    assert found.quotations[0].speaker == "record-2"
    assert found.mentions[1].entity == "record-2"
    assert found.events[0].participants[1].entity == "record-2"
    assert found.attitudes[0].actor == "record-2"


def test_what_is_not_joined_stays():
    assert with_joined_entities(READING, {}) == READING


def test_persons_go_by_the_name_of_the_record_and_others_by_that_of_the_article() -> None:
    """Of a people the record's name may be an adjective."""
    names = names_of_persons(
        [Entity("e1", "Jean-Luc Crucke", "person"), Entity("e2", "Republican", "group")]
    )
    held = Position("p1", "e1", "Crucke", "reform", "for", None, None, (), 1.0, (), "test")
    assert held_by_name(held, names).actor_name == "Jean-Luc Crucke"
    many = msgspec.structs.replace(held, actor="e2", actor_name="Republicans")
    assert held_by_name(many, names) == many
