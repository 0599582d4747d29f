import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.record.identity import ID_HEX_DIGITS, ID_VERSION, fingerprint, identify

from .nouns import steady

KINDS = {
    "article": "art",
    "reuse": "reu",
    "dispatch": "dsp",
    "state": "sta",
    "cache": "mem",
}
parts = st.lists(st.text() | st.integers(0, 2**60) | st.none() | st.floats(allow_nan=False))


def test_an_id_stays_the_same_on_every_machine_and_run() -> None:
    assert identify("article", "abc") == "art1-c4e785b497c84d1d9f1a"
    assert identify("cache", "article", ["x", 1, None]) == "mem1-30225abeb734a6cab9d3"


@pytest.mark.parametrize(("kind", "prefix"), KINDS.items())
def test_an_id_tells_its_kind_and_version(kind: str, prefix: str) -> None:
    head, digits = identify(kind, "abc").split("-")
    assert head == f"{prefix}{ID_VERSION}"
    assert len(digits) == ID_HEX_DIGITS
    assert int(digits, 16) >= 0


def test_the_same_content_has_another_hash_as_another_kind() -> None:
    assert len({identify(kind, "abc").split("-")[1] for kind in KINDS}) == len(KINDS)


@steady
@given(parts)
def test_the_same_parts_give_the_same_id(some: list[object]) -> None:
    assert identify("reuse", *some) == identify("reuse", *list(some))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a", "b"), ("b", "a")),
        (("1",), (1,)),
        ((), (None,)),
        ((("a", "b"),), ("a", "b")),
        (("a",), (b"a",)),
    ],
)
def test_parts_do_not_run_into_each_other(
    one: tuple[object, ...], other: tuple[object, ...]
) -> None:
    assert identify("state", *one) != identify("state", *other)


def test_a_kind_that_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        identify("person", "abc")


def test_a_fingerprint_is_sha256() -> None:
    assert fingerprint(b"talks") == hashlib.sha256(b"talks").hexdigest()
