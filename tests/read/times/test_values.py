"""What each way to name a time means, for an article of Tuesday, 25 February 2025."""

import pytest

from .readings import found, interval, told

DATES = [
    ("The envoys met on [Feb. 18].", "date", "2025-02-18"),
    ("The envoys had met by [December].", "date", "2024-12"),
    ("The envoys will have met by [December].", "date", "2025-12"),
    ("The envoys had agreed to meet by [December].", "date", "2025-12"),
    ("The envoys met on [18 February 2025].", "date", "2025-02-18"),
    ("The envoys met on [the 18th of February, 2025].", "date", "2025-02-18"),
    ("The paper is dated [2025-02-18].", "date", "2025-02-18"),
    ("The paper is dated [02/18/2025].", "date", "2025-02-18"),
    ("The paper is dated [18/02/2025].", "date", "2025-02-18"),
    ("The envoys met on [Tuesday, Feb. 18, 2025].", "date", "2025-02-18"),
    ("The envoys met in [March 2014].", "date", "2014-03"),
    ("The envoys met in [late February].", "date", "2025-02"),
    ("The envoys met in [mid-January].", "date", "2025-01"),
    ("The envoys met in [December].", "date", "2024-12"),
    ("The envoys will meet in [May].", "date", "2025-05"),
    ("The envoys will meet in [October of next year].", "date", "2026-10"),
    ("The envoys met in [1997].", "date", "1997"),
    ("The [1997] treaty held.", "date", "1997"),
    ("The fleet was built in [the early 1990s].", "date", "199"),
    ("The fleet was built in [the nineties].", "date", "199"),
    ("The fleet was built in [the '30s].", "date", "193"),
    ("The fleet was built in [the late 30s].", "date", "193"),
    ("The fort was built in [the 19th century].", "date", "18"),
    ("They left in [nineteen ninety-one].", "date", "1991"),
]
NEAR = [
    ("The envoys met [yesterday].", "date", "2025-02-24"),
    ("The envoys met [today].", "date", "2025-02-25"),
    ("The envoys meet [the day after tomorrow].", "date", "2025-02-27"),
    ("The envoys met [last week].", "date", "2025-W08"),
    ("The envoys will meet [next month].", "date", "2025-03"),
    ("The envoys met [earlier this month].", "date", "2025-02"),
    ("The envoys will meet [early next year].", "date", "2026"),
    ("The envoys met [last Friday].", "date", "2025-02-21"),
    ("The envoys will meet [next Friday].", "date", "2025-02-28"),
    ("The envoys meet again on [Friday] in Oslo.", "date", "2025-02-28"),
    ("A meeting that was planned for [Saturday] has been put off.", "date", "2025-03-01"),
    ("A meeting that had been planned for [Saturday] did not happen.", "date", "2025-02-22"),
    ("The envoys met [three years ago].", "date", "2022"),
    ("The envoys met [two months ago].", "date", "2024-12"),
    ("The envoys met [10 days ago].", "date", "2025-02-15"),
    ("The envoys met [last fall].", "date", "2024-FA"),
    ("The envoys will meet [this summer].", "date", "2025-SU"),
    ("The envoys met in [the summer of 1990].", "date", "1990-SU"),
    ("The envoys met over [the weekend].", "date", "2025-W08-WE"),
    ("The envoys will meet at [the end of the month].", "date", "2025-02"),
    ("The envoys will meet [the week of March 10].", "date", "2025-W11"),
    ("The envoys met on [Christmas Day].", "date", "2024-12-25"),
    ("The envoys will meet on [Easter Monday].", "date", "2025-04-21"),
    ("Earnings rose in [the third quarter of 1990].", "date", "1990-Q3"),
    ("Earnings rose in [the fourth quarter].", "date", "2024-Q4"),
    ("Earnings rose in [Q3 2024].", "date", "2024-Q3"),
    ("Earnings rose in [the first half of 2024].", "date", "2024-H1"),
    ("Earnings rose in [fiscal 2024].", "date", "2024"),
]
TIMES = [
    ("They spoke on [Sunday evening].", "time", "2025-02-23TEV"),
    ("They spoke [last night].", "time", "2025-02-24TNI"),
    ("They spoke [this morning].", "time", "2025-02-25TMO"),
    ("Drones came [overnight].", "time", "2025-02-24TNI"),
    ("They spoke at [10:35 a.m.]", "time", "2025-02-25T10:35"),
    ("They spoke at [10 p.m. EDT Friday].", "time", "2025-02-21T22:00"),
    ("They spoke at [14:30 GMT].", "time", "2025-02-25T14:30Z"),
    ("They spoke at [noon].", "time", "2025-02-25T12:00"),
    ("They spoke at [four in the morning].", "time", "2025-02-25T04:00"),
]
LENGTHS = [
    ("They spoke for [three years].", "duration", "P3Y"),
    ("They signed a [30-day] ceasefire.", "duration", "P30D"),
    ("They spoke for [two and a half years].", "duration", "P2Y6M"),
    ("They spoke for [5 1/2 hours].", "duration", "PT5H30M"),
    ("They spoke for [more than four hours].", "duration", "PT4H"),
    ("They spoke for [half an hour].", "duration", "PT30M"),
    ("They spoke over [the past two months].", "duration", "P2M"),
    ("They will speak in [the coming week].", "duration", "P1W"),
    ("They spoke in [recent weeks].", "duration", "PXW"),
    ("They have spoken for [decades].", "duration", "PXE"),
    ("They speak [every Tuesday].", "set", "XXXX-WXX-2"),
    ("They speak [twice a year].", "set", "P1Y"),
    ("They speak [annually].", "set", "P1Y"),
    ("They speak [every two weeks].", "set", "P2W"),
    ("They march [each July].", "set", "XXXX-07"),
    ("It costs $5 million [a year].", "set", "P1Y"),
    ("They speak on [Mondays].", "set", "XXXX-WXX-1"),
]
VAGUE = [
    ("They [now] speak.", "date", "PRESENT_REF"),
    ("They [currently] speak.", "date", "PRESENT_REF"),
    ("They [recently] spoke.", "date", "PAST_REF"),
    ("They spoke [several years ago].", "date", "PAST_REF"),
    ("They may speak in [the near future].", "date", "FUTURE_REF"),
]


@pytest.mark.parametrize(("line", "kind", "value"), [*DATES, *NEAR, *TIMES, *LENGTHS, *VAGUE])
def test_a_line_with_one_time(line: str, kind: str, value: str) -> None:
    words = line[line.index("[") + 1 : line.index("]")]
    assert told(line.replace("[", "").replace("]", "")) == [(words, kind, value)]


@pytest.mark.parametrize(
    "line",
    [
        "A 44-year-old man and a woman, aged 52, were 30 years old.",
        "May said the talks may fail, and protesters will march.",
        "The March on Washington was followed by the Sun and the New York Times.",
        "They won 3:2, paid $1,990 and 1990 dollars, and rang 555-1990.",
        "The Boeing 1900 flew past Room 2012 with 1995 people.",
        "He took the second of three-quarters of a fall in love.",
        "She is in her early 30s.",
        "It was just a matter of days and minutes apart.",
    ],
)
def test_what_names_no_time(line: str) -> None:
    assert told(line) == []


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("The envoys met on Monday.", "2025-02-24"),
        ("The envoys will meet on Monday.", "2025-03-03"),
        ("She said Monday that the envoys will meet.", "2025-02-24"),
        ("The envoy told reporters on Friday that talks will resume.", "2025-02-21"),
        ("Talks are scheduled to resume on Friday.", "2025-02-28"),
        ("He will be named envoy on Friday.", "2025-02-28"),
        ("The minister Friday condemned what will come.", "2025-02-21"),
        ("Friday's talks, which will go on, failed.", "2025-02-28"),
        ("They walked out of Friday's talks.", "2025-02-21"),
        ("Markets fell ahead of Friday's vote.", "2025-02-28"),
        ("Shops stay closed until Friday.", "2025-02-28"),
        ("The envoys met Tuesday.", "2025-02-25"),
    ],
)
def test_a_weekday_is_past_or_to_come_by_tense_and_report(line: str, value: str) -> None:
    assert [one.value for one in found(line)][:1] == [value]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("They met on Feb. 3 and parted two days later.", "2025-02-05"),
        ("They met on Feb. 3 and parted the next day.", "2025-02-04"),
        ("They met on Feb. 3, and again that night.", "2025-02-03TNI"),
        ("They met on Feb. 3 at 10 p.m.", "2025-02-03T22:00"),
        ("They met on April 24 and 25.", "2024-04-25"),
        ("They met in March 1995 and married the following year.", "1996"),
        ("Talks run through Feb. 28; nothing will happen until then.", "2025-02-28"),
        ("Third-quarter profit doubled from a year earlier.", "2023-Q3"),
    ],
)
def test_a_time_is_told_from_the_one_before(line: str, value: str) -> None:
    assert found(line)[-1].value == value


def test_the_time_before_may_stand_in_the_paragraph_before() -> None:
    lines = "In October, they met.", "The following month, they parted."
    assert [one.value for one in found(*lines)] == ["2024-10", "2024-11"]


def test_days_are_not_counted_from_a_month() -> None:
    assert found("In March 1995 they met. Two days later they parted.")[-1].value != "1995-03-03"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("They met on Feb. 18.", ("2025-02-18", "2025-02-18")),
        ("They met last week.", ("2025-02-17", "2025-02-23")),
        ("They met earlier this month.", ("2025-02-01", "2025-02-25")),
        ("They will meet later this month.", ("2025-02-25", "2025-02-28")),
        ("They met in late January.", ("2025-01-22", "2025-01-31")),
        ("They met in the 1990s.", ("1990", "1999")),
        ("They met in the third quarter of 1990.", ("1990-07", "1990-09")),
        ("They met last winter.", ("2023-12", "2024-02")),
        ("They spoke Sunday evening.", ("2025-02-23T17:00", "2025-02-23T23:59")),
        ("They spoke last night.", ("2025-02-24T18:00", "2025-02-25T05:59")),
        ("They spoke at 10 p.m. EDT on Friday.", ("2025-02-21T22:00-04:00",) * 2),
        ("They spoke at noon on Friday.", ("2025-02-21T12:00",) * 2),
        ("It burst at about 3:40 a.m. on Sunday.", ("2025-02-23T03:40",) * 2),
        ("They spoke at 10 p.m. EDT Friday.", ("2025-02-21T22:00-04:00",) * 2),
        ("They spoke over the past two months.", ("2024-12-25", "2025-02-25")),
        ("They will speak in the next three days.", ("2025-02-25", "2025-02-28")),
        ("They spoke for three days.", None),
        ("They speak every Tuesday.", None),
        ("They recently spoke.", None),
        ("They will mark the third anniversary.", None),
    ],
)
def test_intervals(line: str, expected: tuple[str, str] | None) -> None:
    assert interval(line) == expected


def test_only_what_hangs_on_nothing_else_is_stated() -> None:
    stated, inferred = found("They met on Feb. 18, 2025, and on Feb. 19.")
    assert stated.when is not None
    assert inferred.when is not None
    assert (stated.when.basis, inferred.when.basis) == ("stated", "inferred")


@pytest.mark.parametrize(
    ("line", "modifier"),
    [
        ("They met in early March.", "start"),
        ("They met in mid-March.", "mid"),
        ("They met at the end of March.", "end"),
        ("They spoke for nearly three years.", "at_most"),
        ("They spoke for at least three years.", "at_least"),
        ("They spoke at around 7:15 p.m.", "approximate"),
        ("They met in March.", ""),
    ],
)
def test_modifiers(line: str, modifier: str) -> None:
    assert found(line)[-1].modifier == modifier
