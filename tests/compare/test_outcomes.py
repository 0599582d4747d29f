"""What came of one thing, as two reports have it."""

import pytest

from tests.compare.reports import two
from variorum.compare.outcomes import outcome_contradictions


def ends(one: str, other: str, *, is_near: bool = True) -> list[tuple[str, str]]:
    told = two(one, other, is_near=is_near)
    found = outcome_contradictions(told.articles, told.readings, told.stories, told.nearness)
    return [(each.value_a, each.value_b) for each in found]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "The senate of Orvik rejected the harbour levy.",
            "The harbour levy was approved by the senate of Orvik.",
            ("rejected", "approved"),
        ),
        (
            "The dye works in Tarn will close for good.",
            "Tarn keeps its mill: the dye works has been spared.",
            ("will close", "spared"),
        ),
        (
            "The mayor said he would fight the ring road.",
            "The mayor supports the ring road, he told the council.",
            ("would fight", "supports"),
        ),
        (
            "A jury acquitted Edda Pell of poisoning.",
            "The verdict was manslaughter, and Edda Pell wept.",
            ("acquitted", "verdict was manslaughter"),
        ),
        (
            "Markets in the Orvik hills will be closed until November.",
            "Markets remain open, but buyers stay away.",
            ("will be closed", "remain open"),
        ),
        (
            "The congress agreed to admit Kest as a member.",
            "Members of the congress put off a decision on the admission of Kest.",
            ("agreed to", "put off a decision"),
        ),
        (
            "The opposition walked out before the vote.",
            "The opposition voted against.",
            ("walked out", "voted against"),
        ),
    ],
)
def test_two_ends_of_one_thing(one: str, other: str, told: tuple[str, str]) -> None:
    assert ends(one, other) == [told]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one end
        (
            "The senate of Orvik rejected the harbour levy.",
            "The harbour levy was thrown out in the senate of Orvik.",
        ),
        # turned round
        (
            "The senate of Orvik rejected the harbour levy.",
            "The harbour levy was not approved by the senate of Orvik.",
        ),
        # of another thing
        (
            "The senate of Orvik rejected the harbour levy.",
            "Growers approved a new fund for orchards.",
        ),
        # left open
        (
            "The senate of Orvik rejected the harbour levy.",
            "The minister asked how the levy would run if approved by the senate of Orvik.",
        ),
        # both in one sentence
        (
            "The senate of Orvik rejected the harbour levy.",
            "The senate approved the harbour levy, which the council of Orvik had rejected.",
        ),
    ],
)
def test_what_is_no_other_outcome(one: str, other: str) -> None:
    assert ends(one, other) == []


def test_sentences_that_mean_other_things() -> None:
    one, other = "The senate rejected the levy.", "The senate approved the levy."
    assert ends(one, other)
    assert ends(one, other, is_near=False) == []
