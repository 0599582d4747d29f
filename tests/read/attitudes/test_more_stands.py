"""Stands that are told without a plain verb of attitude, and issues that point at others."""

import pytest

from tests.read.attitudes.test_finding import attitudes_in, told


def stands(text: str) -> list[tuple[str, str, str]]:
    """Actor, stance and the words that tell the issue, of each attitude."""
    return [
        (one.actor_name, one.stance, (one.introduced or one.issue).of(text))
        for one in attitudes_in(text)
    ]


class TestIssuesThatPoint:
    def test_a_demonstrative_takes_the_act_told_before(self) -> None:
        text = (
            "The Farmers League wants the county to purchase the old mill. "
            "Mary Doyle opposes any such purchase."
        )
        last = attitudes_in(text)[-1]
        assert last.introduced is not None
        assert last.issue.of(text) == "any such purchase"
        assert last.introduced.of(text) == "purchase the old mill"
        assert (last.actor_name, last.stance) == ("Mary Doyle", "against")

    def test_a_pronoun_takes_what_the_stand_before_was_about(self) -> None:
        text = "John Pell backs a tax on coal. Mary Doyle opposes it."
        assert stands(text)[-1] == ("Mary Doyle", "against", "tax on coal")

    def test_a_pronoun_after_nothing_told_is_left(self) -> None:
        assert stands("It rained in Oslo on Monday. Mary Doyle opposes it.") == []

    def test_a_noun_takes_what_was_planned(self) -> None:
        text = "Norway plans to drain the upper lake. Mary Doyle rejected the plan."
        assert ("Mary Doyle", "against", "drain the upper lake") in stands(text)

    def test_a_noun_takes_its_own_fuller_words(self) -> None:
        text = "A motion to close the ferry line was read out. Mary Doyle criticised the motion."
        assert stands(text)[-1] == ("Mary Doyle", "against", "motion to close the ferry line")

    def test_a_noun_that_nothing_introduces_stays_as_printed(self) -> None:
        assert stands("Mary Doyle denounced that decision.") == [
            ("Mary Doyle", "against", "that decision")
        ]

    def test_what_the_vote_is_on(self) -> None:
        text = (
            "Members will vote on Friday on a motion to close the ferry line. "
            "Mary Doyle said she would vote against."
        )
        assert stands(text)[-1] == ("Mary Doyle", "against", "motion to close the ferry line")


@pytest.mark.parametrize(
    ("text", "stance", "issue"),
    [
        ("Mary Doyle said the coal tax would hurt the poor.", "against", "coal tax"),
        ("Mary Doyle said the coal tax went too far.", "against", "coal tax"),
        ("Mary Doyle refused to rule out a tax on coal.", "mixed", "tax on coal"),
        ("Mary Doyle said the coal tax was unacceptable.", "against", "coal tax"),
        (
            '"There will be no talks on the islands," Mary Doyle said.',
            "against",
            "talks on the islands",
        ),
        ('"Nobody here wants a coal tax," Mary Doyle said.', "against", "coal tax"),
        (
            '"The two fishermen must be freed," Mary Doyle said.',
            "for",
            "two fishermen must be freed",
        ),
        (
            '"I do not think we should close the port," Mary Doyle said.',
            "against",
            "close the port",
        ),
        ("Mary Doyle is a critic of the coal tax.", "against", "coal tax"),
        ("Mary Doyle withdrew her support for the coal tax.", "against", "coal tax"),
        ("Mary Doyle stopped short of endorsing the coal tax.", "mixed", "coal tax"),
        ("Mary Doyle has not ruled out a tax on coal.", "mixed", "tax on coal"),
        ("Mary Doyle said she might support a tax on coal.", "mixed", "tax on coal"),
        ("Mary Doyle welcomed the coal tax but warned that it was too low.", "mixed", "coal tax"),
        ("Mary Doyle threatened to veto the coal tax.", "against", "coal tax"),
        ("Mary Doyle accepts no limits on trade.", "against", "limits on trade"),
        ("Mary Doyle warned London against meddling.", "against", "meddling"),
    ],
)
def test_told_without_a_plain_verb(text: str, stance: str, issue: str) -> None:
    assert ("Mary Doyle", stance, issue) in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Firefighters fought the flames near Oslo, Mary Doyle said.",
        "Mary Doyle said the storm had hurt the harvest.",
        "Mary Doyle said the strike would hurt the enemy.",
        "Mary Doyle signed a letter to her aunt.",
        "Mary Doyle plans to visit Oslo in May.",
        '"A coal tax is not necessary," Mary Doyle said.',
        "There will be no trains on Sunday, Mary Doyle said.",
        "Mary Doyle said she could support a tax on coal, John Pell asked?",
    ],
)
def test_what_tells_no_stand(text: str) -> None:
    assert stands(text) == []


class TestConditions:
    def test_what_may_be_on_a_condition(self) -> None:
        text = "Mary Doyle said she might support a tax on coal if rents were frozen."
        assert told(text) == [("Mary Doyle", "conditional", "tax on coal", "if rents were frozen")]

    def test_what_is_ruled_out_without_something(self) -> None:
        text = "Norway ruled out sending ships without a mandate from the council."
        assert told(text) == [
            ("Norway", "conditional", "sending ships", "without a mandate from the council")
        ]

    def test_a_threat_unless(self) -> None:
        [(_, stance, issue, condition)] = told(
            "Mary Doyle threatened to veto the coal tax unless rents were frozen."
        )
        assert (stance, issue, condition) == ("conditional", "coal tax", "unless rents were frozen")

    def test_what_others_accept_first_is_no_stand(self) -> None:
        text = "The fishing ban will be lifted as soon as the rebels accept a truce"
        assert told(f"{text}.") == []
        condition = "as soon as the rebels accept a truce"
        assert told(f"{text}, John Pell said.") == [
            ("John Pell", "conditional", "fishing ban will be lifted", condition)
        ]

    def test_a_condition_with_quoted_words(self) -> None:
        text = (
            'Mary Doyle warned that her party would walk out of the cabinet if it "sells the port".'
        )
        [(_, stance, _, condition)] = told(text)
        assert (stance, condition) == ("conditional", 'if it "sells the port')

    def test_somebody_speaks_for_the_body_told_before(self) -> None:
        text = (
            "Norway said in a statement that it would wait. "
            "It will sign the treaty only if the duty is dropped, spokeswoman Mary Doyle said."
        )
        assert ("Norway", "conditional") in [(one[0], one[1]) for one in told(text)]

    def test_all_who_are_named_together(self) -> None:
        text = "Norway and Sweden voted against the treaty on whales."
        assert [one[:3] for one in told(text)] == [
            ("Norway", "against", "treaty on whales"),
            ("Sweden", "against", "treaty on whales"),
        ]

    def test_one_comes_to_talks_on_a_condition(self) -> None:
        text = (
            "Mediators have called both sides to talks on Monday. "
            "The miners' union will come only if the letters are withdrawn, Mary Doyle said."
        )
        [one] = attitudes_in(text)
        assert one.stance == "conditional"
        assert one.condition is not None
        assert one.introduced is not None
        assert one.introduced.of(text).startswith("talks")
