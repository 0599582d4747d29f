import random
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.statements.said import DAY, groups_of, joined_by_name, said, statements_of
from tests.collate.stories import examples
from variorum.collate.statements.joining import join_statements
from variorum.collate.statements.telling import is_told
from variorum.engine.duckdb import DuckdbEngine

FEET = "We have asked politely for eleven years and now we are asking with our feet"
FETCH = "Nobody is angry with the crews, but somebody has to come and fetch these people"


def test_the_same_words_of_one_speaker_are_one_statement():
    assert groups_of(said("a", FEET), said("b", FEET + ",")) == {"a b"}


def test_a_phrase_of_some_words_of_one_speaker_is_one_utterance_within_days():
    whole = said("a", "they called it a wall built out of panic by men who never saw the river")
    phrase = said("b", "that the closing was *built out of panic*", mode="mixed")
    assert groups_of(whole, phrase) == {"a b"}
    assert groups_of(whole, said("b", "*out of*", mode="mixed")) == {"a", "b"}


def test_different_speakers_never_join():
    assert groups_of(said("a", FEET), said("b", FEET, speaker="Tveit")) == {"a", "b"}


def test_a_spokesman_is_the_voice_of_the_body_that_his_titles_name():
    words = "it was ready to talk *without conditions*"
    one = said("a", words, mode="mixed", voice_of="harbour board")
    other = said("b", words, mode="mixed", speaker="The Harbour Board", kind="organization")
    third = said("c", words, mode="mixed", speaker="The Deckhands", kind="organization")
    assert groups_of(one, other, third) == {"a b", "c"}


def test_a_speaker_who_is_described_is_whoever_has_those_words_for_a_title():
    words = "nobody in the cabinet gave the order to clear the harbour road"
    named = said("a", words, mode="indirect", titles="infrastructure minister")
    told = said("b", "that nobody gave the order to clear the road", mode="indirect",
                speaker=None, name="its infrastructure minister")  # fmt: skip
    assert groups_of(named, told) == {"a b"}
    other = said("b", "that nobody gave the order to clear the road", mode="indirect",
                 speaker=None, name="its health minister")  # fmt: skip
    assert groups_of(named, other) == {"a", "b"}


@pytest.mark.parametrize("named_on", ["2031-03-03", "2031-03-05", None])
@pytest.mark.parametrize("told_on", ["2031-03-03", "2031-03-05", None])
def test_whom_others_describe_is_found_on_the_days_next_to_theirs_and_if_none_are_told(
    named_on: str | None, told_on: str | None
) -> None:
    words = "nobody in the cabinet gave the order to clear the harbour road"
    named = said("a", words, mode="indirect", titles="infrastructure minister", published=named_on)
    told = said("b", "that nobody gave the order to clear the road", mode="indirect",
                speaker=None, name="its infrastructure minister", published=told_on)  # fmt: skip
    others = [
        said(f"c{number}", "the road is long", speaker=f"Somebody {number}", titles="minister")
        for number in range(3)
    ]
    assert groups_of(named, told, *others) == {"a b", "c0", "c1", "c2"}


def test_a_slip_in_a_surname_or_a_wrong_given_name_makes_nobody_else():
    whole = said("a", FEET, speaker="Sigrid Tveitan")
    slip = said("b", "they were *asking with our feet* for eleven years", speaker="Tveiten",
                mode="mixed")  # fmt: skip
    assert groups_of(whole, slip) == {"a b"}
    other = said("b", FEET, speaker="Anne Tveitan")
    assert groups_of(whole, other) == {"a b"}
    phrase = said("b", "asking with our feet", speaker="Anne Tveitan")
    assert groups_of(whole, phrase) == {"a", "b"}
    assert groups_of(said("a", FEET, speaker="Aune"), said("b", FEET, speaker="Rune")) == {"a", "b"}


def test_long_and_equal_words_join_one_whose_speaker_is_not_told():
    rows = said("a", FEET), said("b", FEET, speaker=None)
    assert groups_of(*rows) == {"a b"}
    (made,) = statements_of(*rows)
    assert made.speaker == "Aune"
    assert any("name the speaker" in reason for reason in made.reasons)


def test_few_words_do_not_join_one_whose_speaker_is_not_told():
    assert groups_of(said("a", "asking with our feet"), said("b", FEET, speaker=None)) == {"a", "b"}


def test_an_organization_may_be_the_person_who_speaks_for_it():
    union = said("b", FEET, speaker="Deckhands", kind="organization")
    assert groups_of(said("a", FEET), union) == {"a b"}


def test_a_line_said_on_two_days_is_two_statements():
    rows = [
        said("a", FEET, on="2031-03-03"),
        said("b", FEET, on="2031-03-05", published="2031-03-05"),
        said("c", FEET, on="2031-03-05", published="2031-03-06"),
    ]
    assert groups_of(*rows) == {"a", "b c"}


def test_what_was_said_after_an_article_was_published_is_not_quoted_in_it():
    late = said("b", FEET, on="2031-03-09", published="2031-03-09")
    assert groups_of(said("a", FEET), late) == {"a", "b"}


def test_a_part_joins_the_whole_and_is_called_truncated():
    rows = said("a", FEET), said("b", "they were *asking with our feet* now", mode="mixed")
    (made,) = statements_of(*rows)
    assert made.text == FEET
    assert {one.quotation: one.kind for one in made.variants} == {
        "a": "identical",
        "b": "truncated",
    }


def test_a_single_word_joins_the_sentence_of_the_same_day():
    rows = [
        said("a", "That's promising", on=DAY),
        said("b", "the letter *promising*", mode="mixed", on=DAY),
    ]
    assert groups_of(*rows) == {"a b"}


@pytest.mark.parametrize("phrase", ["No comment", "Very strong"])
def test_a_common_phrase_at_two_venues_is_two_statements(phrase):
    rows = [
        said("a", phrase, on=DAY, venue="an interview with Radio Orrin"),
        said("b", phrase, on=DAY, venue="a rally in Stennvik"),
    ]
    assert groups_of(*rows) == {"a", "b"}


def test_a_common_phrase_with_nothing_else_in_common_is_two_statements():
    rows = [
        said("a", "Very strong", around="The governor praised the mediator's opening offer."),
        said("b", "Very strong", around="Asked about the wind, he looked at the harbour."),
    ]
    assert groups_of(*rows) == {"a", "b"}


def test_brackets_ellipses_and_tidied_grammar_do_not_part_wordings():
    rows = [
        said("a", FETCH),
        said("b", "Nobody is angry with the crews [of Orrin Line], but somebody has to come"),
        said(
            "c", "Nobody's angry with the crews ... somebody has got to come and fetch these people"
        ),
    ]
    assert groups_of(*rows) == {"a b c"}


def test_a_report_of_what_another_article_quotes_is_a_paraphrase():
    rows = [
        said("a", "The company will not negotiate while a single boat lies idle in Stennvik"),
        said("b", "that the company would not negotiate while boats lay idle in Stennvik",
             mode="indirect"),
    ]  # fmt: skip
    (made,) = statements_of(*rows)
    assert {one.quotation: one.kind for one in made.variants}["b"] == "paraphrased"


def test_another_translation_is_reworded():
    around = "The minister spoke to reporters at the harbour after the cabinet met in Stennvik."
    rows = [
        said("a", "The ferries must sail before the winter storms arrive", around=around),
        said("b", "The ferries have to sail before winter storms begin", around=around),
    ]
    (made,) = statements_of(*rows)
    assert sorted(one.kind for one in made.variants) == ["identical", "reworded"]


def test_two_sentences_join_the_passage_that_has_both_and_nothing_is_welded():
    first, second = FEET, FETCH
    third = "Wages on the boats have not risen since the line was sold to a pension fund"
    rows = [
        said("whole", f"{first}. {second}"),
        said("one", first),
        said("two", second),
        said("other", f"{third}. Fares went up by a third and the timetable was halved"),
        said("three", third),
    ]
    assert groups_of(*rows) == {"one two whole", "other three"}


def test_a_chain_of_overlaps_does_not_weld_its_ends():
    parts = [
        "Ferry crews walked off their boats before dawn on Monday without any warning",
        "The union had delivered a letter by hand on Friday afternoon to head office",
        "Four patients due for dialysis were waiting in a school gymnasium on Hesk",
        "The governor offered the old courthouse as neutral ground for the two sides",
    ]
    chain = [said(f"c{n}", f"{a}. {b}") for n, (a, b) in enumerate(pairwise(parts))]
    ends = [said("first", parts[0]), said("last", parts[-1])]
    found = groups_of(*chain, *ends)
    assert not any("first" in group and "last" in group for group in found)


def test_a_catchword_that_fits_two_utterances_belongs_to_neither():
    rows = [
        said("a", "This inquiry is a phantom hunt that my enemies began in the winter"),
        said("b", "When we won, the phantom hunt of the harbour police took up every hour"),
        said("c", "the affair a *phantom hunt*", mode="mixed"),
    ]
    assert "c" in groups_of(*rows)


def test_reports_in_words_for_the_same_things_join():
    rows = [
        said("a", "that police had arrested forty dockers at the northern gate", mode="indirect"),
        said("b", "forty dockers were detained by police at the northern gate", mode="indirect"),
        said("c", "that the mayor fell ill at the northern gate", mode="indirect"),
    ]
    assert groups_of(*rows) == {"a b", "c"}


def test_what_is_put_off_is_not_what_was_to_begin():
    plan = "talks on a further exchange of prisoners will begin in Aldern on Friday"
    off = "the talks in Aldern on a further exchange of prisoners on Friday had been postponed"
    again = "talks on a further exchange of prisoners begin in Aldern on Friday"
    reports = [said("a", plan, mode="indirect"), said("b", off, mode="indirect")]
    assert groups_of(*reports) == {"a", "b"}
    assert groups_of(reports[0], said("c", again, mode="indirect")) == {"a c"}


def test_quotations_within_one_article_join():
    rows = [
        said("lead", "*asking with our feet*", mode="mixed", article="x"),
        said("full", FEET, article="x"),
    ]
    assert groups_of(*rows) == {"full lead"}


def test_circumstances_are_those_of_the_members_that_tell_them():
    rows = [
        said("a", FEET, name="Aune", venue="the quay"),
        said("b", FEET, name="Berit Aune", on=DAY, venue="Radio Orrin"),
        said("c", FEET, name="Aune"),
    ]
    (made,) = statements_of(*rows)
    assert made.speaker_name == "Berit Aune"
    assert made.said
    assert made.said.earliest == DAY
    assert made.venue == "Radio Orrin"
    assert made.articles == ("art-a", "art-b", "art-c")
    assert 0.5 < made.confidence <= 1


def test_no_quotations():
    assert statements_of() == []


_SENTENCES = [
    FEET,
    FETCH,
    f"{FEET}. {FETCH}",
    "asking with our feet",
    "*asking with our feet* again",
    "that they had asked politely for eleven years",
    "No comment",
    "which",
    "Wages on the boats have not risen since the line was sold",
]

_rows = st.lists(
    st.tuples(
        st.sampled_from(_SENTENCES),
        st.sampled_from(["direct", "mixed", "indirect"]),
        st.sampled_from(["Aune", "Tveit", None]),
        st.sampled_from([None, "2031-03-02", "2031-03-03"]),
        st.sampled_from([None, "2031-03-03", "2031-03-05"]),
        st.sampled_from([None, "Radio Orrin", "a rally"]),
    ),
    min_size=1,
    max_size=14,
)


def _made(drawn):
    return [
        said(f"q{number:02}", words, mode=mode, speaker=speaker, on=on, published=at, venue=venue)
        for number, (words, mode, speaker, on, at, venue) in enumerate(drawn)
    ]


@examples(max_examples=25, derandomize=True)
@given(_rows, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(drawn, chance: random.Random):
    rows = _made(drawn)
    expected = statements_of(*rows)
    chance.shuffle(rows)
    assert statements_of(*rows) == expected


@examples(max_examples=15, derandomize=True)
@given(_rows)
def test_a_late_article_gives_the_same_as_all_at_once(drawn):
    rows = _made(drawn)
    with DuckdbEngine(processes=1) as engine:
        join_statements(engine, rows[:-1], joined_by_name(rows))
        assert join_statements(engine, rows, joined_by_name(rows)) == statements_of(*rows)


@examples(max_examples=25, derandomize=True)
@given(_rows)
def test_each_quotation_is_in_one_statement_and_speakers_and_days_agree(drawn):
    rows = {row.quotation: row for row in _made(drawn)}
    made = statements_of(*rows.values())
    placed = [one for each in made for one in each.quotations]
    assert len(placed) == len(set(placed))
    left_out = [rows[one] for one in rows.keys() - set(placed)]
    assert all(row.mode == "indirect" and not is_told([row]) for row in left_out)
    for each in made:
        members = [rows[one] for one in each.quotations]
        speakers = {row.speaker.partition("-")[2] for row in members if row.speaker}
        assert len(speakers) <= 1
        assert len({row.said for row in members if row.said}) <= 1
        assert [one.quotation for one in each.variants] == list(each.quotations)


def test_what_a_lead_gives_to_a_body_its_spokesman_says_below():
    lead = said("lead", "the letter *promising*", mode="mixed", speaker="Ministry",
                kind="organization", article="x")  # fmt: skip
    later = said("later", "That's promising, and we shall answer it by Friday", article="x")
    assert groups_of(lead, later) == {"later lead"}
    elsewhere = said("else", "the letter *promising*", mode="mixed", speaker="Ministry",
                     kind="organization", article="y")  # fmt: skip
    assert groups_of(elsewhere, later) == {"else", "later"}


def test_what_an_article_quotes_twice_in_other_words_was_said_twice():
    rows = [
        said("a", "The crews want peace and the islands want peace this winter", article="x"),
        said("b", "that the islands *want peace this year* and *the crews agree*", mode="mixed",
             article="x"),
    ]  # fmt: skip
    assert groups_of(*rows) == {"a", "b"}


def test_long_sentences_that_two_desks_print_nearly_alike_are_one_report():
    rows = [
        said("a", "the *restoration* of ties and a start of talks on a possible truce at sea",
             mode="mixed", speaker=None, name="Top island and mainland officials"),
        said("b", "a *restoration* of ties and start of talks on a possible truce at sea",
             mode="mixed", speaker=None, name="Top officials"),
    ]  # fmt: skip
    assert groups_of(*rows) == {"a b"}


def test_what_is_only_reported_must_say_something_to_be_a_statement():
    report = said("a", "that the dam would hold until the spring", mode="indirect", speaker="Pell")
    thing = said("b", "the allegations", mode="indirect", speaker="Pell")
    marked = said("c", "*rubbish*", speaker="Osk")
    unsure = msgspec.structs.replace(thing, confidence=0.7)
    doubted = msgspec.structs.replace(report, confidence=0.5)
    assert [is_told(one) for one in ([report], [marked], [unsure, report])] == [True] * 3
    assert [is_told([one]) for one in (unsure, doubted)] == [False, False]
    elsewhere = msgspec.structs.replace(unsure, article="other")
    assert is_told([unsure, elsewhere])
    assert [one.quotations for one in statements_of(unsure, marked)] == [("c",)]
