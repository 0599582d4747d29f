"""Names for which a rewrite has another."""

from tests.compare.reports import two, values
from variorum.compare.renamed import renamings

ONE = "The talks were held in Hemsby on the lake, the two governments said."


def names(one: str, other: str) -> list[tuple[str, str]]:
    told = two(
        one, other, people=("Edda Pell", "Edda Roe"), places=("Hemsby", "Tornvik", "Hemsbian")
    )
    return values(list(renamings(told.retold(), told.readings, told.articles)))


def test_another_name() -> None:
    assert names(ONE, ONE.replace("Hemsby", "Tornvik")) == [("hemsby", "tornvik")]
    one = "The rope was cut, said Edda Pell of the rescue team."
    assert names(one, one.replace("Pell", "Roe")) == [("edda pell", "edda roe")]


def test_a_name_that_both_texts_have() -> None:
    other = ONE.replace("Hemsby", "Tornvik") + " They had begun in Hemsby."
    assert names(ONE, other) == []
