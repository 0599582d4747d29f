"""What one article sets against what it tells, other than by "he denied that"."""

import pytest

from tests.compare.test_denials import article, reading, told

Said = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "claim", "denial"),
    [
        (
            "Reis said the guild had sold the mill, which Osk has since denied.",
            "Reis said the guild had sold the mill",
            "which Osk has since denied",
        ),
        (
            "The pilot was accused of leaving the wheel, a charge he rejects.",
            "The pilot was accused of leaving the wheel",
            "a charge he rejects",
        ),
        (
            "Two barges sank, Reis said, blaming the guild, which denied any part in it.",
            "Two barges sank, Reis said, blaming the guild",
            "which denied any part in it",
        ),
        (
            "A paper reported that Osk would sell the yard, which he called “a tale I never told”.",
            "A paper reported that Osk would sell the yard",
            "which he called “a tale I never told”",
        ),
        (
            "The keeper went home at noon, contradicting his own claim that he had kept watch.",
            "he had kept watch",
            "The keeper went home at noon",
        ),
    ],
)
def test_within_a_sentence(text: str, claim: str, denial: str) -> None:
    one = article("a", text)
    assert told((one, reading(one))) == [(claim, denial)]


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        ("Reis said the guild had made an offer. There was no such offer, Osk said.", 1),
        ("Osk said the gates had been lowered. That contradicts Reis, who runs the dam.", 1),
        ("Reis said the guild had offered to pay. Osk denied that such an offer had been made.", 1),
    ],
)
def test_of_the_sentence_before(text: str, denial: int) -> None:
    one = article("a", text)
    sentences = [part.strip() + "." for part in text.rstrip(".").split(". ")]
    assert (sentences[0], sentences[denial]) in told((one, reading(one)))


@pytest.mark.parametrize(
    "text",
    [
        "Reis said the guild had made an offer. There is no such offer as hers, Osk said.",
        "Reis said the guild had made an offer. If no such offer came, Osk would leave.",
        "The guild sold the mill, which holds the first contested deed of the valley.",
        "The fair opened at noon, which Osk called “a day that was not warm”.",
        "The mill was sold in spring. Boats received no such care as barges.",
        "Reis wants the guild to sell the mill, which Osk may have denied.",
    ],
)
def test_what_contests_nothing(text: str) -> None:
    one = article("a", text)
    assert told((one, reading(one))) == []


def test_a_clause_of_a_sentence_is_told() -> None:
    one = article("a", "Reports that the yard had sold its floating dock were false, Osk said.")
    other = article("b", "Work could end by autumn after the yard sold its floating dock to Tarn.")
    found = told((one, reading(one)), (other, reading(other)))
    assert [claim for claim, _ in found] == ["the yard sold its floating dock to Tarn."]
