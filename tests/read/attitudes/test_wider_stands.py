"""Stands in the many ways that newspapers have of telling them."""

import pytest

from tests.read.attitudes.test_more_stands import stands


@pytest.mark.parametrize(
    ("text", "stance", "issue"),
    [
        # Who asks others to end a thing is against it.
        ("Mary Doyle urged ministers to scrap the coal tax.", "against", "coal tax"),
        ("Mary Doyle begged both sides to stop shelling the port.", "against", "shelling the port"),
        ("Mary Doyle asked ministers to reconsider the coal tax.", "against", "coal tax"),
        ("Mary Doyle called for the coal tax to be scrapped.", "against", "coal tax"),
        ("Mary Doyle wants the coal tax, her pet hate, thrown out.", "against", "coal tax"),
        ("Mary Doyle shrugged off criticism of the coal tax.", "for", "coal tax"),
        # What is taken back.
        ("Mary Doyle has dropped her bid for the old mill.", "against", "old mill"),
        ("Mary Doyle dropped her demand for a recount.", "mixed", "recount"),
        # What is held against somebody, foreseen, brought about.
        (
            "Mary Doyle accused the ministry of hiding the figures.",
            "against",
            "hiding the figures",
        ),
        ("Mary Doyle warned that the coal tax would empty the villages.", "against", "coal tax"),
        (
            "Mary Doyle hopes that the coal tax will be approved.",
            "for",
            "coal tax will be approved",
        ),
        ("Mary Doyle fears that the coal tax will be abolished.", "for", "coal tax"),
        ("Mary Doyle said the coal tax would cost 400 jobs.", "against", "coal tax"),
        ("Mary Doyle said the coal tax would bring relief to the valley.", "for", "coal tax"),
        # What a speaker says without a word of attitude.
        (
            '"Why should we pay for the coal tax?" Mary Doyle asked.',
            "against",
            "pay for the coal tax",
        ),
        ('"Who needs a coal tax in July?" Mary Doyle said.', "against", "coal tax"),
        (
            '"I did not run for office to tax the coal of my neighbours," Mary Doyle said.',
            "against",
            "tax the coal of my neighbours",
        ),
        ('"Nonsense," Mary Doyle said of the coal tax.', "against", "coal tax"),
        ('"Without the coal tax the till would be empty," Mary Doyle said.', "for", "coal tax"),
        ('"We cannot pay the nurses without the coal tax," Mary Doyle said.', "for", "coal tax"),
        ('"What we need is a tax on coal," Mary Doyle said.', "for", "tax on coal"),
        ('"The last thing we need is a tax on coal," Mary Doyle said.', "against", "tax on coal"),
        ('"The ban has to be repealed," Mary Doyle said.', "against", "ban"),
        (
            '"There can be no place for private prisons here," Mary Doyle said.',
            "against",
            "private prisons",
        ),
        ('"There is no alternative to the coal tax," Mary Doyle said.', "for", "coal tax"),
        (
            '"We will not be bullied into signing the fishing accord," Mary Doyle said.',
            "against",
            "signing the fishing accord",
        ),
        (
            'Mary Doyle told reporters the coal tax was "a plaster on a grave".',
            "against",
            "coal tax",
        ),
        ("In the view of Mary Doyle, the coal tax is a disaster.", "against", "coal tax"),
        ("What Mary Doyle will not accept is the coal tax.", "against", "coal tax"),
        # What somebody does, wants to see, or has done by others.
        ("Mary Doyle is keen to see a tax on coal.", "for", "tax on coal"),
        ("Mary Doyle signed an open letter calling for a tax on coal.", "for", "tax on coal"),
        ("Mary Doyle hired a lawyer to fight the coal tax.", "against", "coal tax"),
    ],
)
def test_where_somebody_stands(text: str, stance: str, issue: str) -> None:
    assert stands(text) == [("Mary Doyle", stance, issue)]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "The lake will be drained with the blessing of the Farmers League.",
            ("Farmers League", "for", "lake will be drained"),
        ),
        (
            "The statue was lifted from its plinth on the orders of the council.",
            ("council", "for", "statue was lifted from its plinth"),
        ),
        (
            "Students occupied the town hall in protest at a rise in bus fares.",
            ("Students", "against", "rise in bus fares"),
        ),
        (
            "Norway recalled its ambassador from Oslo over the seizure of a trawler.",
            ("Norway", "against", "seizure of a trawler"),
        ),
        (
            "The coal tax does not sit well with the Farmers League.",
            ("Farmers League", "against", "coal tax"),
        ),
        (
            "The fishing ban has left trawlermen fuming.",
            ("trawlermen", "against", "fishing ban"),
        ),
        (
            "Mary Doyle faces calls from miners to scrap the coal tax.",
            ("miners", "against", "coal tax"),
        ),
        (
            "The Farmers League, whose members own half of the valley, will back the coal tax.",
            ("Farmers League", "for", "coal tax"),
        ),
        (
            "The Orthodox synod of Lund has condemned the fishing ban.",
            ("Orthodox synod of Lund", "against", "fishing ban"),
        ),
    ],
)
def test_who_stands_there(text: str, stand: tuple[str, str, str]) -> None:
    assert stands(text) == [stand]


def test_who_asks_for_a_thing_though_the_tree_gives_it_to_another() -> None:
    text = (
        "Opposition leader Mary Doyle said that the government had been weak for too long and "
        "called for the fishing accord to be scrapped now."
    )
    assert stands(text) == [("Mary Doyle", "against", "fishing accord")]


def test_what_a_speaker_does_behind_what_is_said_of_a_thing() -> None:
    text = 'Mary Doyle said that the talks were "a start" but ruled out a merger.'
    assert stands(text) == [("Mary Doyle", "against", "merger")]
    assert ("talks", "against", "merger") not in stands(f"{text} The talks were short.")


def test_a_condition_behind_who_says_so() -> None:
    text = (
        "The Farmers League has no objection to merging the two mills, its chairman John Pell "
        "said, provided that no miller loses work."
    )
    assert stands(text) == [("Farmers League", "conditional", "merging the two mills")]


@pytest.mark.parametrize(
    "text",
    [
        "Agents accused of hiding the figures met in Oslo.",
        "The storm has angered the Farmers League.",
        "The Farmers League used to oppose the coal tax.",
        "The beams that support the bridge were replaced in March.",
        "The chapel stands against the wall of the mill.",
        "The krona fell against the dollar for a third day.",
        "The vote on the treaty is scheduled for Thursday.",
        "Demand for copper rose for a fourth week.",
        "Mary Doyle said that the letter holds no evidence to back the charges.",
    ],
)
def test_what_tells_no_stand(text: str) -> None:
    assert stands(text) == []
