import pytest

from evaluation.golden import opinions
from evaluation.positions import article_of_text
from evaluation.stands import HALVES, Passage, is_called, measure, places_of, rows_of_half
from variorum.record.position import Attitude
from variorum.record.span import Span


@pytest.mark.parametrize("half", HALVES)
def test_gold_rows_are_whole(half: str) -> None:
    rows = rows_of_half(half)
    assert len(rows) == 36
    for row in rows:
        for one in row["positions"]:
            assert places_of(row["text"], one)
            assert one["condition"] is None or one["condition"] in row["text"]
            assert set(opinions(one["stance"])) <= {"for", "against", "conditional", "mixed"}
            assert one["actor"]


def test_the_halves_share_nothing() -> None:
    ids = [{row["id"] for row in rows_of_half(half)} for half in HALVES]
    assert not ids[0] & ids[1]


def test_names() -> None:
    assert is_called("Doyle", ["Mary Doyle"])
    assert is_called("the Farmers League", ["Farmers League"])
    assert not is_called("Doyle", ["John Pell"])


def test_shares() -> None:
    text = "Mary Doyle opposes the coal tax. John Pell backs the fish quota."
    gold = [
        {
            "actor": ["Mary Doyle"],
            "stance": "against",
            "issue": "coal tax",
            "words": "opposes the coal tax",
            "issue_words": "coal tax",
        },
        {
            "actor": ["John Pell"],
            "stance": ["for", "mixed"],
            "issue": "fish quota",
            "words": "backs the fish quota",
            "issue_words": "fish quota",
        },
    ]
    article = article_of_text("x", text)
    right = Attitude(0, 31, None, "John Pell", Span(23, 31), "against")
    wrong = Attitude(33, 63, None, "John Pell", Span(53, 63), "against")
    passage = Passage({"text": article.text, "positions": gold}, (right, wrong))
    shares = measure([passage])
    assert (shares.found, shares.precise, shares.actor) == (0.5, 0.5, 0.0)
