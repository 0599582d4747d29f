from datetime import date
from math import isclose

import pytest

from evaluation.rouge import rouge_counts, stem
from evaluation.timeline_collections import as_printed, collections, has_timelines
from evaluation.timeline_scores import agreement, aligned, concat, date_score, mean, score

STRIKE, TALKS, FERRY = "Strike began.", "Talks failed again.", "Ferry sank."


def on(number: int) -> date:
    return date(2031, 3, number)


def test_words_are_stemmed_and_stop_words_left_out() -> None:
    assert rouge_counts(["The ministers meet."], ["Minister was meeting"], 1) == (2, 2, 2)
    assert rouge_counts(["The ministers meet."], ["Minister was meeting"], 2) == (1, 1, 1)
    assert stem("ies") == "ies"
    assert stem("running") == "run"


def test_a_word_counts_as_often_as_both_have_it() -> None:
    assert rouge_counts(["oil oil oil"], ["oil spill oil"], 1) == (2, 3, 3)
    assert rouge_counts([], ["oil"], 1) == (0, 0, 1)
    assert rouge_counts(["oil"], ["oil"], 2) == (0, 0, 0)


def test_days() -> None:
    found = {on(1): [STRIKE], on(2): [TALKS]}
    gold = {on(2): [TALKS], on(3): [TALKS], on(4): [FERRY]}
    assert date_score(found, gold) == score(1 / 2, 1 / 3)
    assert date_score({}, gold).f1 == 0


def test_concat_minds_no_days_and_agreement_all() -> None:
    found, gold = {on(1): [STRIKE]}, {on(2): [STRIKE], on(1): [FERRY]}
    assert concat(found, gold, 1) == score(2 / 2, 2 / 4)
    assert agreement(found, gold, 1).f1 == 0
    assert agreement(found, found, 1).f1 == 1


def test_words_of_days_apart_count_by_their_distance() -> None:
    """The day after counts half, two days after a third."""
    for apart, share in ((0, 1), (1, 1 / 2), (2, 1 / 3)):
        found, gold = {on(5): [STRIKE]}, {on(5 + apart): [STRIKE]}
        assert isclose(aligned(found, gold, 1).f1, share)


def test_a_day_is_given_the_day_that_costs_least() -> None:
    """Two days off with the same words costs less than one day off with others."""
    found, gold = {on(5): [TALKS]}, {on(4): [FERRY], on(7): [TALKS]}
    one = aligned(found, gold, 1)
    assert isclose(one.precision, 1 / 3)
    assert isclose(one.recall, (2 * (1 / 3)) / 4)


def test_several_days_are_given_one() -> None:
    found, gold = {on(4): [STRIKE, "Ferry."], on(5): [STRIKE]}, {on(5): [STRIKE]}
    one = aligned(found, gold, 1)
    assert isclose(one.precision, (2 / 2 + 2) / 5)
    assert one.recall == 1


def test_the_mean_is_of_precision_and_recall() -> None:
    assert mean([score(1, 0), score(0, 1)]) == score(0.5, 0.5)


def test_words_of_the_treebank_as_printed() -> None:
    treebank = "`` We did n't , '' said BP 's chief -LRB- a Briton -RRB- of the $ 5bn , or 5 % ."
    printed = "“We didn't,” said BP's chief (a Briton) of the $5bn, or 5%."
    assert as_printed(treebank) == printed


@pytest.mark.corpus
@pytest.mark.skipif(not has_timelines(), reason="the timelines are not at hand")
def test_the_collections_are_as_documented() -> None:
    found = {one.name: one for one in collections()}
    assert len(found) == 8
    assert {one.topic for one in found.values()} == {"bpoil", "h1n1"}
    assert len(found["bpoil_bbc"].timeline) == 48
    assert sum(len(one.rows) for one in found.values()) == 1_866
