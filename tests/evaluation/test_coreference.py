"""Figures of coreference on the examples of the papers that define them."""

import pytest

from evaluation.coreference import Figure, b_cubed, ceaf_e, clusters_of, measure, muc

KEY = [frozenset("ABC"), frozenset("DEFG")]
RESPONSE = [frozenset("AB"), frozenset("CD"), frozenset("FGHI")]
"""The worked example of the reference scorer's paper (Pradhan et al. 2014, figure 1)."""


def approximately(figure: Figure, precision: float, recall: float) -> None:
    assert figure.precision == pytest.approx(precision, abs=1e-4)
    assert figure.recall == pytest.approx(recall, abs=1e-4)


def test_what_is_the_same_is_right() -> None:
    told = measure(KEY, KEY)
    assert told.conll == 1.0


def test_muc_counts_links() -> None:
    approximately(muc(KEY, RESPONSE), 2 / 5, 2 / 5)


def test_b_cubed_counts_mentions() -> None:
    # precision: A, B 1 each; C, D 1/2 each; F, G 1/2 each; H, I 0
    # recall: A, B 2/3 each; C 1/3; D 1/4; E 0; F, G 1/2 each
    approximately(b_cubed(KEY, RESPONSE), 4 / 8, (4 / 3 + 1 / 3 + 1 / 4 + 0 + 1) / 7)


def test_ceaf_matches_each_cluster_once() -> None:
    # {A B C} with {A B}: 4/5; {D E F G} with {F G H I}: 4/8
    approximately(ceaf_e(KEY, RESPONSE), 1.3 / 3, 1.3 / 2)


def test_all_in_one_has_all_links_and_few_that_are_right() -> None:
    everything = [frozenset("ABCDEFG")]
    told = measure(KEY, everything)
    approximately(told.muc, 5 / 6, 1.0)
    approximately(told.b_cubed, (3 * 3 / 7 + 4 * 4 / 7) / 7, 1.0)
    approximately(told.ceaf_e, 8 / 11, 4 / 11)


def test_nothing_found_is_nothing() -> None:
    assert measure(KEY, []).conll == 0.0


def test_clusters_are_by_name() -> None:
    assert set(clusters_of({"a": 1, "b": 2, "c": 1})) == {frozenset("ac"), frozenset("b")}
