"""Words of names that are one in several spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import examples
from variorum.collate.entities.spelling import agreement, consonants, full_forms
from variorum.record.sounds import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Khodorov", "Hodoroff"),
        ("Erdoğan", "Erdogan"),
        ("Gaddafi", "Gadhafi"),
        ("Gaddafi", "Qaddafi"),
        ("Araqchi", "Araghchi"),
        ("Qalibaf", "Ghalibaf"),
        ("Tchaikin", "Chaikin"),
        ("Lukashenko", "Lukashenka"),
        ("Łukasz", "Lukash"),
        ("Xi", "Xi"),
        ("Jinping", "Jingping"),
    ],
)
def test_surnames_that_agree(one, other):
    assert agreement(fold(one), fold(other)) >= 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bergman", "Berkman"),
        ("Ivanov", "Ivanova"),
        ("Smith", "Smyrna"),
        ("Johnson", "Johnston"),
        ("Putin", "Paton"),
    ],
)
def test_surnames_that_do_not(one, other):
    assert agreement(fold(one), fold(other)) == 0


def test_given_names():
    assert agreement("bob", "robert", given=True) > 0.9
    assert agreement("bob", "robert") == 0
    assert agreement("carlo", "carla", given=True) == 0
    assert agreement("volodymyr", "vladimir", given=True) >= 0.9
    assert 0 < agreement("j", "john", given=True) < 0.9
    assert full_forms("bob") == {"bob", "robert"}


words = st.text(alphabet=st.characters(codec="utf-8"), max_size=12).map(fold)


@examples(max_examples=200)
@given(words, words)
def test_agreement_is_the_same_both_ways(one, other):
    assert agreement(one, other) == agreement(other, one)
    assert 0 <= agreement(one, other) <= 1
    assert fold(one) == one
    assert isinstance(consonants(one), str)
