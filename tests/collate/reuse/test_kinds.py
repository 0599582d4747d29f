import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import examples
from variorum.collate.reuse.kinds import kind_of_edit

EXAMPLES = {
    "style": [
        ("cease-fire", "ceasefire"),
        ("US", "U.S."),
        ("U.S.", "United States"),
        ("US", "United States"),
        ("organise", "organize"),
        ("adviser", "advisor"),
        ("percent", "per cent"),
        ("a", "the"),
        ("that", ""),
        ("Erdogan’s", "Erdogan's"),
        ("five", "5"),
        ("twelve", "12"),
        ("forty-one", "41"),
    ],
    "number": [
        ("212", "240"),
        ("212", ""),
        ("two", ""),
        ("twenty", "thirty"),
        ("at least 40 people", "at least 400 people"),
        ("240 prisoners", "two hundred prisoners"),
        ("12,000", "12.5"),
    ],
    "name": [
        ("Kessel", "Osk"),
        ("the Kremlin leader", "Putin"),
        ("President Venn", ""),
        ("of Velmark and Torrenia", ""),
        ("", "Riyadh"),
    ],
    "qualifier": [
        ("falsely", ""),
        ("falsely claiming", "saying"),
        ("", "allegedly"),
        ("reportedly", ""),
        ("most", ""),
        ("about", "more than"),
        ("and most election monitors", ""),
        ("repeatedly and without evidence said", "claimed"),
    ],
    "attribution": [
        ("", "said"),
        ("he added", ""),
        ("said", "claimed"),
        ("according to the governor", ""),
        ("according to two diplomats who were in the room", ""),
        ("Reis said", ""),
    ],
    "tense": [
        ("will meet", "met"),
        ("are to be held, is planned", "was held"),
        ("would begin", "began"),
    ],
    "wording": [
        ("war", "conflict"),
        ("full-scale offensive", "special military operation"),
        ("annexed", "reunified"),
        ("attacked", "addressed"),
        ("rejected as a sham", "not recognised"),
        ("under military rule", "at gunpoint"),
        ("invasion", ""),
        ("not", ""),
        ("terrorists", "armed men"),
        ("regime", "elected government"),
    ],
    "passage": [
        ("Hale had spoken of two other days in the diary", ""),
        ("one sentence that is long enough to be more than a dozen words in all", ""),
        ("", "he said. The others who had come from far went home without a word then"),
    ],
}


def cases():
    for kind, examples_of_kind in EXAMPLES.items():
        for one in examples_of_kind:
            yield pytest.param(*one, kind)


@pytest.mark.parametrize(("before", "after", "kind"), list(cases()))
def test_kinds_of_changes(before, after, kind):
    assert kind_of_edit(before, after) == kind


WORDS = st.lists(
    st.sampled_from(
        "the a said falsely about Venn Osk U.S. US 212 240 two will met war conflict of in".split()
    ),
    max_size=4,
).map(" ".join)


@examples(max_examples=300)
@given(WORDS, WORDS)
def test_a_change_is_of_one_kind_seen_from_either_side(before, after):
    assert kind_of_edit(before, after) == kind_of_edit(after, before)


@examples(max_examples=200)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_kind(before, after):
    assert kind_of_edit(before, after)
