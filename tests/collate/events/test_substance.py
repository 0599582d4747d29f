"""Of which events enough is told; made-up rows."""

import pytest

from variorum.collate.events.drawing import has_substance
from variorum.collate.events.rows import EventRow
from variorum.collate.events.telling import Telling
from variorum.record.event import EventMention, Status


def row(status: Status, *, voiced: bool, quotation: str | None, objects: int = 0) -> EventRow:
    mention = EventMention(
        0, 6, "cancel", "OTHER", status, quotation=quotation, confidence=0.6, reasons=("x",)
    )
    telling = Telling(
        labels=("cancel",),
        families=frozenset(["cancellation"]),
        statuses=(status,),
        objects=frozenset(range(objects)),
    )
    return EventRow("art1-a", (mention,), ("cancel",), telling, voiced=(voiced,))


@pytest.mark.parametrize(
    ("told", "is_kept"),
    [
        (row("planned", voiced=True, quotation="quo1"), False),
        (row("planned", voiced=False, quotation="quo1"), True),
        (row("happened", voiced=False, quotation=None), False),
        (row("happened", voiced=False, quotation=None, objects=1), True),
        (row("happened", voiced=True, quotation="quo1", objects=1), False),
    ],
)
def test_what_is_reported_is_kept_and_what_is_only_said_is_not(
    told: EventRow,
    is_kept: bool,
) -> None:
    assert has_substance([told], told.telling) is is_kept
