"""Stands that are told by acts: by protest, by terms, by answers, in the imperative."""

import pytest

from tests.read.attitudes.test_more_stands import stands


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Beekeepers tipped honey into the fountain in Lund in anger at a ban on hives.",
            ("Beekeepers", "against", "ban on hives"),
        ),
        (
            "Commuters chained themselves to the barriers over a rise in bus fares.",
            ("Commuters", "against", "rise in bus fares"),
        ),
        (
            "The bakers' union has taken the ministry to court over the flour tax.",
            ("bakers' union", "against", "flour tax"),
        ),
        (
            "Villagers have gone to court to stop a cement plant.",
            ("Villagers", "against", "cement plant"),
        ),
        (
            "Three clubs walked out on Monday in a row over plans to shorten the season.",
            ("Three clubs", "against", "plans to shorten the season"),
        ),
    ],
)
def test_what_is_done_in_protest(text: str, stand: tuple[str, str, str]) -> None:
    assert stand in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador was summoned on Friday in protest against the arrest of two sailors.",
        "The two men sat over a glass of wine.",
        "Shares fell over the weekend.",
    ],
)
def test_what_is_no_protest_of_theirs(text: str) -> None:
    assert stands(text) == []


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Brenholm gave the rebels 48 hours to lay down their arms.",
            ("Brenholm", "for", "lay down their arms"),
        ),
        (
            "The regulator set the lender a deadline of June 30 to hand over its ledgers.",
            ("regulator", "for", "hand over its ledgers"),
        ),
        (
            "The rebels have until Friday to leave the harbour town, General Ivo Brandt said.",
            ("Ivo Brandt", "for", "leave the harbour town"),
        ),
    ],
)
def test_terms_that_are_set(text: str, stand: tuple[str, str, str]) -> None:
    assert stand in stands(text)


def test_a_term_of_nobody_tells_nothing() -> None:
    assert stands("The team has three days to rest before the next match.") == []


def test_who_asks_and_who_turns_it_down() -> None:
    text = "The cabinet rejected a request by the Farmers League to postpone the cattle census."
    assert set(stands(text)) == {
        ("cabinet", "against", "postpone the cattle census"),
        ("Farmers League", "for", "postpone the cattle census"),
    }


def test_who_signs_a_petition_against_a_thing_is_against_it() -> None:
    text = "Mary Doyle put her name to a petition against the quarry."
    assert stands(text) == [("Mary Doyle", "against", "quarry")]


def test_who_signs_what_asks_for_the_end_of_a_thing() -> None:
    text = "A group of 40 lawmakers signed a letter demanding that the fish levy be suspended."
    assert stands(text) == [("group of 40 lawmakers", "against", "fish levy")]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ('"Scrap the fish levy now," Mary Doyle said.', ("Mary Doyle", "against", "fish levy")),
        (
            '"No more cuts to the fire service," Mary Doyle told the rally.',
            ("Mary Doyle", "against", "cuts to the fire service"),
        ),
        (
            '"Open the harbour, and we will sign the treaty," Mary Doyle said.',
            ("Mary Doyle", "conditional", "sign the treaty"),
        ),
    ],
)
def test_what_is_called_for(text: str, stand: tuple[str, str, str]) -> None:
    assert stand in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        '"Open a window," Mary Doyle said.',
        '"Give it some thought," Mary Doyle said.',
        '"No to what?" Mary Doyle asked.',
    ],
)
def test_what_is_told_to_do_in_everyday_talk(text: str) -> None:
    assert stands(text) == []


def test_how_long_somebody_refuses() -> None:
    text = "Midwives are refusing to work night shifts until a second doctor is hired."
    assert stands(text) == [("Midwives", "conditional", "work night shifts")]


def test_what_somebody_would_do_with_their_own() -> None:
    text = "Brenholm would drop its complaint if the toll was halved."
    assert stands(text) == [("Brenholm", "conditional", "drop its complaint")]


def test_what_is_done_rather_than_another() -> None:
    text = "The clubs said they would play abroad rather than accept the new calendar."
    assert ("The clubs", "against", "accept the new calendar") in stands(text)


def test_the_main_clause_tells_whom_they_means() -> None:
    text = "Environmental groups welcomed the cut in herds, though they want a ban on slurry."
    assert ("Environmental groups", "for", "ban on slurry") in stands(text)


def test_members_of_a_party_that_is_somebodys() -> None:
    text = "Members of his own party oppose the railway merger."
    assert stands(text) == [("Members of his own party", "against", "railway merger")]


def test_a_noun_that_sums_up_what_was_said() -> None:
    text = "The museum wants to keep the crown, an idea that the Halden family turned down."
    assert ("Halden family", "against", "keep the crown") in stands(text)


def test_the_second_verb_has_the_first_one_s_subject() -> None:
    text = (
        "The mining company Orrin Copper denied that its blasting had set off the slide and "
        "rejected demands for a halt to work at the pit."
    )
    assert [one[:2] for one in stands(text)] == [("Orrin Copper", "against")]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "The opposition wants to march on the palace on Friday. "
            "Police said they would not allow it.",
            ("Police", "against", "march on the palace"),
        ),
        (
            "Growers have asked the ministry for a price floor.",
            ("Growers", "for", "price floor"),
        ),
        (
            "The plan has the backing of the Farmers League.",
            ("Farmers League", "for", "The plan"),
        ),
        (
            "John Pell said he would abide by the harbour ruling.",
            ("John Pell", "for", "harbour ruling"),
        ),
        (
            "The Senate rejected the nomination by 51 votes to 49.",
            ("Senate", "against", "the nomination"),
        ),
    ],
)
def test_whom_and_what_other_words_point_at(text: str, last: tuple[str, str, str]) -> None:
    assert stands(text)[-1] == last
