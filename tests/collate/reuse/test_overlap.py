import pytest
from hypothesis import given

from tests.collate.stories import (
    DISPATCH,
    INDEPENDENT,
    OTHER_DISPATCH,
    REWRITE,
    article,
    examples,
    retellings,
    score,
)


def overlap(one, other):
    return score(article("a", one), article("b", other)).overlap


def test_the_same_text_is_shared_whole():
    found = overlap(DISPATCH, DISPATCH)
    assert found.side_a == found.side_b
    assert found.side_a.shared == found.side_a.words
    assert (found.reworded, found.restyled, found.moved) == (0.0, 1.0, 0.0)
    assert (found.side_a.lead, found.side_a.spread) == (1.0, 1.0)


@pytest.mark.parametrize("role", ["caption", "credit", "furniture", "promo", "headline"])
def test_what_is_not_body_is_no_reuse(role):
    line = (role, DISPATCH[4])
    assert score(article("a", [line, *INDEPENDENT]), article("b", [line, *OTHER_DISPATCH])) is None


def test_a_caption_on_one_page_is_no_reuse_of_the_body_of_another():
    assert score(article("a", [("caption", DISPATCH[4])]), article("b", DISPATCH)) is None


def test_an_article_without_a_body_shares_nothing():
    assert score(article("a", [("headline", "Ferries idle")]), article("b", DISPATCH)) is None


def test_shared_quotations_are_shared_but_no_narrative():
    found = overlap(DISPATCH, INDEPENDENT)
    assert found.side_a.shared >= 25
    assert found.side_a.shared_narrative <= 2
    assert found.weight < 2


def test_words_that_one_side_quotes_are_no_narrative_on_the_other():
    sentence = "four patients due for dialysis were waiting in a school gymnasium on the island"
    found = overlap([f"A nurse said {sentence}."], [f"“A nurse said {sentence},” Tveit said."])
    assert found.side_a.shared > 10
    assert found.side_a.shared_narrative == 0


def test_names_and_stock_phrases_weigh_less_than_other_words():
    names = "Torrenian President Ilse Maran and Velmark Foreign Minister Anton Kessel Dorin Hale"
    plain = "old lamps in the cold customs house burned until long past eight this morning"
    assert overlap([names], [names]).weight < overlap([plain], [plain]).weight / 2


def test_what_was_moved_and_left_out_is_measured():
    moved = overlap(DISPATCH, DISPATCH[5:] + DISPATCH[:5])
    assert 0.3 < moved.moved <= 0.5
    assert moved.side_a.shared == moved.side_a.words
    cut = overlap(DISPATCH, DISPATCH[2:6])
    assert cut.side_b.shared == cut.side_b.words
    assert cut.side_a.before + cut.side_a.shared + cut.side_a.after == cut.side_a.words


def test_a_dropped_hedge_and_attribution_are_counted_for_the_side_that_has_them():
    found = overlap(DISPATCH[:3], REWRITE[:3])
    assert (found.hedged_a, found.hedged_b) == (1, 0)
    met = overlap(
        ["The two sides will meet in the old courthouse of Stennvik on Tuesday afternoon."],
        ["The two sides met in the old courthouse of Stennvik on Tuesday afternoon."],
    )
    assert (met.future_a, met.future_b) == (1, 0)


def test_words_that_were_dropped_are_no_look_ahead():
    found = overlap(
        ["A nurse on Hesk said that four patients due for dialysis waited in a school."],
        ["On Hesk, four patients due for dialysis waited in a school."],
    )
    assert (found.future_a, found.future_b) == (0, 0)


@examples(max_examples=100)
@given(retellings(), retellings())
def test_measures_stay_within_their_bounds_and_agree_on_both_sides(one, other):
    found = score(article("a", one), article("b", other))
    if found is None:
        return
    a, b = found.overlap.side_a, found.overlap.side_b
    assert a.shared == b.shared
    assert a.shared_narrative == b.shared_narrative
    for side in (a, b):
        assert 0 < side.shared <= side.words
        assert side.shared_narrative <= min(side.shared, side.narrative)
        assert side.before + side.between + side.shared + side.after == side.words
        assert 0 <= side.lead <= 1
        assert 0 <= side.spread <= 1
    for share in (found.overlap.restyled, found.overlap.moved):
        assert 0 <= share <= 1
    assert all(0 < reuse.similarity <= 1 for reuse in found.reuses)
    assert [reuse.a for reuse in found.reuses] == sorted(reuse.a for reuse in found.reuses)
