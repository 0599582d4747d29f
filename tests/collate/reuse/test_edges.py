import pytest

from tests.collate.stories import article, score

FILLER = "Nothing in this paragraph has a counterpart on the other page."
OTHER = "Rain fell over the harbour while a choir practised for Sunday."
SHARED = "spoke by telephone for 75 minutes on Tuesday, their first known talk in a year"


def passage(before, after):
    """The text of the only passage on either side, each paragraph amid others."""
    a = article("a", [FILLER, before, FILLER])
    b = article("b", [OTHER, after, OTHER])
    (reuse,) = score(a, b).reuses
    return reuse.a.span.of(a.text), reuse.b.span.of(b.text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"The presidents of Velmark and Torrenia {SHARED}.", f"The two presidents {SHARED}."),
        (f"The presidents {SHARED}.", f"Officials there said that the presidents {SHARED}."),
        (f"They {SHARED}.", f"They {SHARED}, an aide to one of them said."),
        (f'"They {SHARED}."', f"“They {SHARED}.”"),
        (f"They {SHARED}!", f"They {SHARED}!"),
    ],
)
def test_a_few_words_at_the_edge_of_a_paragraph_belong_to_the_passage(before, after):
    assert passage(before, after) == (before, after)


def test_an_own_sentence_at_the_edge_does_not():
    own = "Nobody in the ministry had expected this to happen before the spring. They"
    assert passage(f"They {SHARED}.", f"{own} {SHARED}.") == (f"They {SHARED}.", f"They {SHARED}.")


def test_a_mark_that_only_one_side_has_stays_outside():
    assert passage(f"They {SHARED}.", f"They {SHARED}!") == (f"They {SHARED}", f"They {SHARED}")


def test_words_of_another_passage_are_not_taken_in():
    first = "Ferry crews walked off their boats before dawn and left thousands behind on the pier"
    second = "a nurse on the outer island asked the coast guard for a boat with four berths"
    a = article("a", [f"{first}, while {second}."])
    b = article("b", [f"{second[0].upper()}{second[1:]}.", OTHER, f"{first}."])
    found = score(a, b).reuses
    assert len(found) == 2
    assert found[0].a.end <= found[1].a.start
    assert found[1].b.end <= found[0].b.start
