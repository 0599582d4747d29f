import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import examples
from variorum.collate.reuse.kinds import kind_of_edit


def wrong(*pair, reason):
    return pytest.param(*pair, marks=pytest.mark.xfail(strict=True, reason=reason))


NUMERALS = "a number in words and the same in digits count as two numbers"
PARTICIPLES = "every word in -ed counts as past tense"

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
        wrong("five", "5", reason=NUMERALS),
        wrong("twelve", "12", reason=NUMERALS),
    ],
    "number": [
        ("212", "240"),
        ("212", ""),
        ("two", ""),
        ("at least 40 people", "at least 400 people"),
        ("240 prisoners", "two hundred prisoners"),
        ("12,000", "12.5"),
    ],
    "name": [
        ("Kessel", "Osk"),
        ("the Kremlin leader", "Putin"),
        ("President Venn", ""),
        ("of Velmark and Torrenia", ""),
        wrong("", "Riyadh", reason="a name that was added is called wording, one dropped a name"),
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
        wrong("terrorists", "armed men", reason=PARTICIPLES),
        wrong("regime", "elected government", reason=PARTICIPLES),
    ],
    "passage": [
        ("one sentence that is long enough to be more than a dozen words in all", ""),
        ("", "he said. The others who had come from far went home without a word then"),
    ],
}


def cases():
    for kind, examples_of_kind in EXAMPLES.items():
        for one in examples_of_kind:
            marks = getattr(one, "marks", ())
            before, after = getattr(one, "values", one)
            yield pytest.param(before, after, kind, marks=marks)


@pytest.mark.parametrize(("before", "after", "kind"), list(cases()))
def test_kinds_of_changes(before, after, kind):
    assert kind_of_edit(before, after) == kind


WORDS = st.lists(
    st.sampled_from(
        "the a said falsely about Venn Osk U.S. US 212 240 two will met war conflict of in".split()
    ),
    max_size=4,
).map(" ".join)


@pytest.mark.xfail(
    strict=True, reason="a name that was added is called wording, one dropped a name"
)
@examples(max_examples=300)
@given(WORDS, WORDS)
def test_a_change_is_of_one_kind_seen_from_either_side(before, after):
    assert kind_of_edit(before, after) == kind_of_edit(after, before)


@examples(max_examples=200)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_kind(before, after):
    assert kind_of_edit(before, after)
