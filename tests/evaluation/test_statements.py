"""The figures of statements, on groupings made up here."""

import pytest

from evaluation.statements import HALVES, gold_of, pair_figures


def test_pairs_that_both_groupings_have():
    gold = {0: "a", 1: "a", 2: "a", 3: "b", 4: "b"}
    found = {0: "x", 1: "x", 2: "y", 3: "y", 4: "z"}
    figures = pair_figures(gold, found)
    assert (figures.precision, figures.recall, figures.pairs) == (1 / 2, 1 / 4, 4)
    assert figures.f1 == pytest.approx(1 / 3)


def test_what_is_not_found_is_alone():
    assert pair_figures({0: "a", 1: "a"}, {0: "x"}).recall == 0


def test_the_halves_share_no_article_and_labels_are_well_formed():
    tuning, held_out = map(gold_of, HALVES)
    assert not {one.article for one in tuning} & {one.article for one in held_out}
    assert not {one.group for one in tuning} & {one.group for one in held_out}
    for labels in tuning, held_out:
        assert len({one.article for one in labels}) == 30
        assert all(one.start < one.end for one in labels)
