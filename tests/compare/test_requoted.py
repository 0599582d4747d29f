"""Words in marks that a rewrite changes or gives to another."""

from tests.compare.reports import two, values
from variorum.compare.requoted import requotations


def told(one: str, other: str) -> list[tuple[str, str]]:
    both = two(one, other, people=("Edda Pell", "Anton Roe"))
    return values(list(requotations(both.retold(), both.readings, both.articles)))


def test_other_words() -> None:
    one = 'The mill said: "We shall hand over the keys within a year."'
    other = 'The mill said: "We shall hand over the keys when the town is ready."'
    assert told(one, other) == [
        ("we shall hand over the keys within a year",
         "we shall hand over the keys when the town is ready"),
    ]  # fmt: skip


def test_words_that_are_cut_short() -> None:
    one = 'The mill said: "Our people, frankly, have been kept waiting for years."'
    assert told(one, 'The mill said: "Our people have been kept waiting."') == []


def test_another_speaker() -> None:
    one = 'Edda Pell called the talks "long, cold and useful".'
    assert told(one, one.replace("Edda Pell", "Anton Roe")) == [("pell", "roe")]
    assert told(one, one.replace("Edda Pell", "The envoy")) == []
