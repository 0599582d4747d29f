import pytest

from evaluation.disputes import HALVES, Figures, cases_of, figures_of, judge

CASE = {
    "id": "invented",
    "rewrite": True,
    "articles": [
        {
            "outlet": "The Vellmar Post",
            "title": "Ferry runs aground",
            "date": "2031-04-02",
            "text": "A ferry with 120 passengers ran aground off the island of Tesk on Tuesday. "
            "The passengers were taken ashore by fishing boats before dark.",
        },
        {
            "outlet": "Tesk Weekly",
            "title": "Ferry aground",
            "date": "2031-04-02",
            "text": "A ferry with 180 passengers ran aground off the island of Tesk on Tuesday. "
            "The passengers were taken ashore by fishing boats before dark.",
        },
    ],
    "conflicts": [
        {"kind": "number", "one": "with 120 passengers", "other": "with 180 passengers"},
        {"kind": "day", "one": "before dark", "other": "before dark"},
    ],
}


@pytest.mark.parametrize("half", HALVES)
def test_cases_have_the_words_that_contradict_each_other(half: str) -> None:
    cases = cases_of(half)
    assert len(cases) == 30
    for case in cases:
        one, other = case["articles"]
        assert one["outlet"] != other["outlet"]
        for conflict in case["conflicts"]:
            assert conflict["one"] in one["text"]
            assert conflict["other"] in other["text"]


def test_halves_have_no_case_in_common() -> None:
    tuning, held_out = ({case["id"] for case in cases_of(half)} for half in HALVES)
    assert tuning.isdisjoint(held_out)


def test_a_contradiction_is_found_where_both_sentences_are_held_together() -> None:
    judged = judge(CASE)
    assert judged.found == (True, False)
    assert judged.right == (True,)
    assert figures_of([judged]) == Figures(0.5, 1.0, 2, 1)
