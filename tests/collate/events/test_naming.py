"""Who has no name in one article and one in another takes part in events as one person."""

import msgspec
import pytest

from tests.collate.events.tellers import AUNE, BRANDT, TUESDAY, article, engine, told
from tests.read.events.told import reading_of
from variorum.collate.events.joining import EventRow, join_events
from variorum.collate.events.naming import name_of
from variorum.record.naming import unnamed

OFFICE = "the Norwegian president"


def without_name(row: EventRow) -> EventRow:
    """The row with the office alone in place of who holds it."""
    actors = tuple(
        msgspec.structs.replace(one, entity=None, is_person=False, name=OFFICE, printed=OFFICE)
        if one.printed == AUNE
        else one
        for one in row.telling.actors
    )
    return msgspec.structs.replace(row, telling=msgspec.structs.replace(row.telling, actors=actors))


def test_an_office_is_who_holds_it() -> None:
    named = article("a", told("phone call", AUNE, BRANDT, on=TUESDAY))
    (row,) = article("b", told("phone call", AUNE, BRANDT, on=TUESDAY))
    entity = next(one.entity for one in named[0].telling.actors if one.printed == AUNE)
    assert entity
    joined = {unnamed("b", OFFICE): entity}
    (event,) = join_events(engine(), [without_name(row)], joined, all_of_them=True)
    assert entity in {one.entity for one in event.participants}
    (event,) = join_events(engine(), [*named, without_name(row)], joined)
    assert {one.name for one in event.participants} == {AUNE, BRANDT}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Customers withdrew 2.3 billion crowns on Monday.", "withdrew 2.3 billion crowns"),
        ("Norway bombed 3 sites.", "bombed 3 sites"),
    ],
)
def test_a_number_is_named_whole(text: str, name: str) -> None:
    assert [name_of(text, one) for one in reading_of(text).events] == [name]
