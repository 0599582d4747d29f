"""Corrections: what is one, what is none, and what is left when one is taken back."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.nouns import steady
from variorum.record.correction import (
    ALLOWED,
    Correction,
    Sides,
    Undone,
    make_correction,
    merged,
    parse_days,
)
from variorum.record.errors import InputError
from variorum.record.when import When

MADE = "2031-03-05T10:00:00.000000Z"


def join(*subjects: str, others: tuple[str, ...] = ("q9",), **told: Any) -> Correction:
    sides = Sides(subjects or ("q1",), others)
    return make_correction("join", "statement", sides, "Anna", **({"made": MADE} | told))


def test_an_id_is_of_all_but_the_taking_back() -> None:
    one = join("q2", "q1")
    assert one == join("q1", "q2", "q1")
    assert one.content_id == one.id == one.undo("Ben", MADE).content_id
    others = [join("q1"), join(others=("q8",)), join(made="2031-03-05T10:00:00.000001Z")]
    assert len({one.id, *(other.id for other in others)}) == 4


def test_taking_back_is_noted_once() -> None:
    one = join().undo("Ben", "2031-03-06T10:00:00Z")
    assert one.undone == Undone("2031-03-06T10:00:00Z", "Ben")
    assert one.undo("Cleo", "2031-03-07T10:00:00Z") == one


def test_two_copies_are_one_whatever_their_order() -> None:
    one = join()
    early, late = one.undo("Ben", "2031-03-06T10:00:00Z"), one.undo("Cleo", "2031-03-07T10:00:00Z")
    for a, b, both in ((one, one, one), (one, late, late), (early, late, early)):
        assert merged(a, b) == merged(b, a) == both


@pytest.mark.parametrize(
    ("kind", "noun"),
    [(kind, noun) for kind, nouns in ALLOWED.items() for noun in nouns],
)
def test_what_may_be_corrected_survives_a_round_trip(kind: Any, noun: Any) -> None:
    value = {"status": "planned", "date": "2031-03-04"}.get(kind, "")
    one = make_correction(kind, noun, Sides(["a"], ["b"]), "Anna", value)
    assert msgspec.json.decode(msgspec.json.encode(one), type=Correction) == one
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(one), type=Correction) == one


REFUSED: dict[str, dict[str, Any]] = {
    "a status of a statement": {"kind": "status", "noun": "statement", "value": "planned"},
    "a join of nothing": {"sides": Sides([], ["b"])},
    "a join with nothing": {"sides": Sides(["a"])},
    "a join with itself": {"sides": Sides(["a", "b"], ["b"])},
    "an unknown status": {"kind": "status", "noun": "event", "value": "over"},
    "no day": {"kind": "date", "noun": "event", "value": "soon"},
    "a day that no month has": {"kind": "date", "noun": "event", "value": "2031-02-30"},
    "an end before the start": {"kind": "date", "noun": "event", "value": "2031-03-05/2031-03-04"},
    "nobody": {"author": " "},
    "a name that is not seen": {"author": "An\u202ena"},
    "a long name": {"author": "A" * 121},
    "a long value": {"kind": "speaker", "noun": "statement", "value": "A" * 301},
    "a local time": {"made": "2031-03-05T10:00:00"},
    "no time": {"made": "Tuesday Z"},
}


@pytest.mark.parametrize("told", REFUSED.values(), ids=REFUSED)
def test_what_is_no_correction_is_refused(told: dict[str, Any]) -> None:
    usual: dict[str, Any] = {
        "kind": "join", "noun": "statement", "sides": Sides(["a"], ["b"]), "author": "Anna",
    }  # fmt: skip
    assert make_correction(**usual)
    with pytest.raises(InputError) as refused:
        make_correction(**usual | told)
    assert refused.value.next_step


def test_dates() -> None:
    assert parse_days("") is None
    assert parse_days("2031") == When("2031", "2031", "year", "metadata")
    assert parse_days("2031-02") == When("2031-02", "2031-02", "month", "metadata")
    assert parse_days("2031-03-04/2031-03-06") == When(
        "2031-03-04", "2031-03-06", "day", "metadata"
    )


@steady
@given(st.text(max_size=25))
def test_any_text_is_a_date_or_refused(value: str) -> None:
    try:
        when = parse_days(value)
    except InputError:
        return
    assert when is None or when.days[0] <= when.days[1]
