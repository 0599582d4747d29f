"""When an undated article was published, from the events that it shares."""

from datetime import date, timedelta

from tests.collate.events.tellers import (
    AUNE,
    BRANDT,
    CORVO,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    article,
    events,
    told,
)
from variorum.collate.dates.publication import LATEST_LAG
from variorum.collate.dates.shared_events import dates_from_events
from variorum.record.when import When, days

DATED = article("dated", told("phone call", AUNE, BRANDT, on=TUESDAY))
UNDATED = article("undated", told("conversation", AUNE, BRANDT, weekday=1), published=None)


def found(*articles: list, known: dict[str, When] | None = None) -> dict[str, When]:  # type: ignore[type-arg]
    rows = [row for rows in articles for row in rows]
    return dates_from_events(rows, events(*articles), known or {})


def test_it_follows_the_event_closely() -> None:
    told_when = days(TUESDAY, TUESDAY + LATEST_LAG, "inferred")
    assert found(DATED, UNDATED) == {"undated": told_when}


def test_another_weekday_tells_nothing() -> None:
    other = article("undated", told("conversation", AUNE, BRANDT, weekday=4), published=None)
    assert found(DATED, other) == {}


def test_other_people_tell_nothing() -> None:
    other = article("undated", told("conversation", AUNE, CORVO, weekday=1), published=None)
    assert found(DATED, other) == {}


def test_a_known_interval_is_only_narrowed() -> None:
    wide = days(MONDAY - timedelta(days=9), WEDNESDAY, "inferred")
    narrow = days(TUESDAY, TUESDAY, "inferred")
    assert found(DATED, UNDATED, known={"undated": wide})["undated"].earliest == str(TUESDAY)
    assert found(DATED, UNDATED, known={"undated": wide})["undated"].latest == str(WEDNESDAY)
    assert found(DATED, UNDATED, known={"undated": narrow}) == {}
    elsewhere = days(date(2031, 5, 1), date(2031, 5, 3), "inferred")
    assert found(DATED, UNDATED, known={"undated": elsewhere}) == {}


def test_it_follows_the_latest_of_several_events() -> None:
    earlier = article("dated2", told("summit", AUNE, CORVO, on=date(2031, 3, 1)))
    both = article(
        "undated",
        told("conversation", AUNE, BRANDT, weekday=1),
        told("meeting", AUNE, CORVO, weekday=5),
        published=None,
    )
    last = days(TUESDAY, TUESDAY + LATEST_LAG, "inferred")
    assert found(DATED, earlier, both) == {"undated": last}
