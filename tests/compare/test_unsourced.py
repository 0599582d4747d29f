"""Sources that a copy or rewrite drops."""

import pytest

from tests.compare.test_denials import article, reading
from variorum.compare.unsourced import unsourced_contradictions
from variorum.record.lineage import Pair

FILLER = "A choir sang in the old chapel. Trams ran late."


def values(
    text: str, said: tuple[str, str, str], other: str, relation: str = "edited"
) -> list[tuple[str, str]]:
    one, its_copy = article("a", text), article("b", f"{other} {FILLER}")
    readings = {"a": reading(one, said), "b": reading(its_copy)}
    pair = Pair("a", "b", relation, "unknown", None, 0.8, 0.8)  # type: ignore[arg-type]
    found = unsourced_contradictions([pair], readings, {"a": one, "b": its_copy})
    return [(found.value_a, found.b.span.of(its_copy.text)) for found in found]


WELL = (
    "The old well at Tarn had been poisoned, the guild said.",
    ("guild", "the guild said", "The old well at Tarn had been poisoned"),
)


def test_a_rewrite_drops_the_source() -> None:
    bare = "The old well at Tarn was poisoned."
    assert values(*WELL, bare) == [("guild", bare)]


def test_what_somebody_says_of_himself_is_told_of_him() -> None:
    said = ("Osk", "Osk said", "he would sail")
    assert values("Osk said he would sail.", said, "Osk will sail.") == [("osk", "Osk will sail.")]


@pytest.mark.parametrize(
    "other",
    [
        "The old well at Tarn was poisoned, the mayor said.",
        "The old well at Tarn was not poisoned.",
        "The old well at Tarn was poisoned. He said so on Monday.",
        "The old well at Tarn draws visitors from all over the valley in the spring.",
    ],
)
def test_other_sentences(other: str) -> None:
    assert values(*WELL, other) == []


def test_texts_that_only_quote_the_same_drop_nothing() -> None:
    assert values(*WELL, "The old well at Tarn was poisoned.", "quotes_only") == []


def test_what_is_hoped_is_not_what_is_done() -> None:
    said = ("Osk", "Osk said", "he hoped to sail round the cape")
    text = "Osk said he hoped to sail round the cape."
    assert values(text, said, "Osk sailed round the cape.") == []
