"""Times that hang on a publication date that was inferred after the article was read."""

from datetime import date

from tests.contracts.readers import read_by_rule
from tests.contracts.store_contract import article_of
from variorum.record.dating import date_reading
from variorum.record.when import day, days

TEXT = 'Dorin Hale said on Wednesday: "No." Karol Venn was born on 3 May 1969.'
READING = read_by_rule(article_of(TEXT), "reader/1")
THURSDAY = day(date(2031, 3, 6), "inferred")


def test_without_a_date_the_relation_stays_open() -> None:
    assert [one.value for one in READING.times] == ["XXXX-WXX-3", "1969-05-03"]
    assert READING.quotations[0].said is None
    assert date_reading(READING, None) == READING


def test_a_date_tells_the_times_that_hang_on_it_and_when_words_were_said() -> None:
    dated = date_reading(READING, THURSDAY)
    assert [one.value for one in dated.times] == ["2031-03-05", "1969-05-03"]
    assert dated.times[1] == READING.times[1]
    assert dated.quotations[0].said == dated.times[0].when
    assert dated.quotations[0].said
    assert dated.quotations[0].said.days == (date(2031, 3, 5), date(2031, 3, 5))


def test_another_date_takes_the_place_of_the_first() -> None:
    later = days(date(2031, 3, 13), date(2031, 3, 14), "inferred")
    assert date_reading(date_reading(READING, THURSDAY), later) == date_reading(READING, later)


def test_words_said_at_a_time_of_their_own_keep_it() -> None:
    text = 'Dorin Hale said on 3 May 1969: "No."'
    reading = read_by_rule(article_of(text), "reader/1")
    assert reading.quotations[0].said
    assert date_reading(reading, THURSDAY) == reading
