"""What is read in sentences made up here, with the network that comes with the package."""

from functools import cache

import pytest

from tests.read.plain_reader import article_of
from variorum.read.encoder.encoder import Encoder
from variorum.read.reading import read
from variorum.record.position import Attitude


@cache
def encoder() -> Encoder:
    return Encoder.shipped(threads=1)


def attitudes_in(text: str) -> tuple[Attitude, ...]:
    reading = read(article_of(text), encoder())
    assert reading is not None
    return reading.attitudes


def told(text: str) -> list[tuple[str, str, str, str | None]]:
    return [
        (
            one.actor_name,
            one.stance,
            one.issue.of(text),
            one.condition.of(text) if one.condition else None,
        )
        for one in attitudes_in(text)
    ]


PLAIN = [
    ("Mary Doyle will vote against the minimum-wage bill.", "against", "minimum-wage bill"),
    ("John Pell rejected the trade deal with France.", "against", "trade deal with France"),
    ("Mary Doyle has backed higher taxes on fuel.", "for", "higher taxes on fuel"),
    ("Mary Doyle called for new elections.", "for", "new elections"),
    ("John Pell ruled out sending troops to Germany.", "against", "sending troops to Germany"),
    ("Mary Doyle refused to sign the fishing treaty.", "against", "sign the fishing treaty"),
    ("Mary Doyle is opposed to the coal tax.", "against", "coal tax"),
    ("Mary Doyle is against sanctions on Norway.", "against", "sanctions on Norway"),
    ("Mary Doyle voiced support for the pipeline.", "for", "pipeline"),
    ("The coal tax was rejected by Mary Doyle.", "against", "coal tax"),
    ("John Pell described the sanctions as unfair.", "against", "sanctions"),
]


@pytest.mark.parametrize(("text", "stance", "issue"), PLAIN)
def test_a_subject_stands_somewhere(text: str, stance: str, issue: str) -> None:
    [(name, found, words, condition)] = told(text)
    assert name in text
    assert (found, words, condition) == (stance, issue, None)


class TestWhatIsTurnedRound:
    def test_a_negation(self) -> None:
        [(_, stance, issue, _)] = told("Mary Doyle does not support the coal tax.")
        assert (stance, issue) == ("against", "coal tax")

    def test_a_negation_that_tells_nothing(self) -> None:
        assert told("Mary Doyle has not demanded a tax on coal.") == []
        assert told("Mary Doyle did not praise the coal tax.") == []

    def test_an_attitude_to_an_attitude(self) -> None:
        [(name, stance, issue, _)] = told("John Pell urged Congress to reject the coal tax.")
        assert (name, stance, issue) == ("John Pell", "against", "coal tax")


class TestWhatIsNotHeld:
    @pytest.mark.parametrize(
        "text",
        [
            "John Pell denied that he backs the coal tax.",
            "John Pell asked whether Mary Doyle supports the coal tax.",
            "John Pell may support the coal tax.",
            "Does John Pell support the coal tax?",
            "John Pell supported it.",
            "John Pell declined to comment.",
            "The evidence supports the theory of plate movement.",
        ],
    )
    def test_nothing_is_told(self, text: str) -> None:
        assert told(text) == []


class TestConditions:
    @pytest.mark.parametrize(
        ("text", "issue", "condition"),
        [
            (
                "Mary Doyle said she was ready to resign if it brought peace.",
                "resign",
                "if it brought peace",
            ),
            (
                "Mary Doyle offered to step down in exchange for new elections.",
                "step down",
                "in exchange for new elections",
            ),
            (
                "Germany would not accept a peace deal without security guarantees.",
                "peace deal",
                "without security guarantees",
            ),
        ],
    )
    def test_what_it_depends_on(self, text: str, issue: str, condition: str) -> None:
        [(_, stance, words, found)] = told(text)
        assert (stance, words, found) == ("conditional", issue, condition)

    def test_even_if_is_no_condition(self) -> None:
        [(_, stance, _, condition)] = told("Mary Doyle will back the coal tax even if it rains.")
        assert (stance, condition) == ("for", None)


class TestSpeech:
    def test_what_a_speaker_says_a_thing_is(self) -> None:
        text = '"Sending troops would be a mistake," Mary Doyle said.'
        assert told(text) == [("Mary Doyle", "against", "Sending troops", None)]

    def test_the_actor_is_whom_the_speaker_speaks_of(self) -> None:
        text = "John Pell said Germany would not accept territorial concessions."
        [(name, stance, issue, _)] = told(text)
        assert (name, stance, issue) == ("Germany", "against", "territorial concessions")
        [one] = attitudes_in(text)
        assert one.quotation
        assert any("John Pell" in reason for reason in one.reasons)

    def test_the_words_go_from_the_actor_to_the_issue(self) -> None:
        text = "On Monday Mary Doyle rejected the coal tax in a speech."
        [one] = attitudes_in(text)
        assert text[one.start : one.end] == "Mary Doyle rejected the coal tax"


def test_a_hostile_text_is_read() -> None:
    text = "support oppose if unless " * 800 + "Mary Doyle backs the coal tax."
    for one in attitudes_in(text):
        assert 0 <= one.start < one.end <= len(text)


class TestWhatIsBoundToACondition:
    def test_a_common_word_is_told_apart_by_its_condition(self) -> None:
        text = "Mary Doyle said she would back the agreement if the ministry published it in full."
        expected = "if the ministry published it in full"
        assert told(text) == [("Mary Doyle", "conditional", "the agreement", expected)]

    def test_what_one_would_do(self) -> None:
        text = "Mary Doyle said Norway would drop its claim only if France paid for the harbour."
        expected = (
            "Norway",
            "conditional",
            "drop its claim",
            "only if France paid for the harbour",
        )
        assert told(text) == [expected]

    def test_a_time_in_the_condition_is_not_since_when(self) -> None:
        text = "Mary Doyle would free the boats only if France paid by the end of May 2032."
        [found] = attitudes_in(text)
        assert found.at is None

    def test_a_time_until_which_something_lasts_is_not_since_when(self) -> None:
        text = (
            "Mary Doyle dropped her demand for compensation after the ministry agreed to waive "
            "port fees until June 2032."
        )
        [found] = [one for one in attitudes_in(text) if one.actor_name == "Mary Doyle"]
        assert found.as_of is None

    def test_a_time_of_what_was_said_beside_it_is_not_since_when(self) -> None:
        text = "Mary Doyle rejected the coal tax, saying that fees had been raised in June 2032."
        [found] = [one for one in attitudes_in(text) if one.stance == "against"]
        assert found.as_of is None

    def test_an_actor_is_named_with_those_whose_body_it_is(self) -> None:
        text = "The Farmers' Party, whose votes the cabinet needs, opposes the coal tax."
        assert told(text) == [("Farmers' Party", "against", "coal tax", None)]

    def test_what_another_would_do_is_a_forecast(self) -> None:
        assert told("Mary Doyle said prices would hurt families if France closed its ports.") == []


def test_a_gerund_whatever_it_hangs_on() -> None:
    [(_, stance, issue, _)] = told("Mary Doyle ruled out ceding the northern islands.")
    assert (stance, issue) == ("against", "ceding the northern islands")


def test_a_day_is_no_issue() -> None:
    issues = [issue for _, _, issue, _ in told("Mary Doyle insisted on Monday that it would rain.")]
    assert issues == []


def test_a_former_office_with_its_name_behind() -> None:
    text = "Former central bank governor Wim de Haan called on Norway to join the talks."
    assert {one[0] for one in told(text)} == {"Wim de Haan"}


def test_an_office_with_its_name_behind() -> None:
    text = "The Coal Union was angry. Its leader, Mary Doyle, demanded a referendum."
    assert told(text) == [("Mary Doyle", "for", "referendum", None)]
