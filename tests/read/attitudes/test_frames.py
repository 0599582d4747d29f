"""Stands by how they are told: deeds, nouns, relative clauses, conditions, quotations."""

import pytest

from tests.read.attitudes.test_finding import attitudes_in, told


def stands(text: str) -> set[tuple[str, str, str]]:
    """Actor, stance and the words of the issue, of each attitude."""
    return {(name, stance, issue) for name, stance, issue, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Norway imposed sanctions on four banks.", ("Norway", "for", "sanctions on four banks")),
        (
            "Norway sealed its border with Finland on Monday.",
            ("Norway", "for", "sealed its border with Finland"),
        ),
        (
            "Norway banned foreign trawlers from the bay.",
            ("Norway", "against", "foreign trawlers from the bay"),
        ),
        (
            "Norway recalled its ambassador from Oslo over the seizure of a trawler.",
            ("Norway", "against", "seizure of a trawler"),
        ),
        (
            "Farmers marched through Oslo in protest at the new quotas.",
            ("Farmers", "against", "new quotas"),
        ),
        (
            "The Coal Union filed a lawsuit to stop the pipeline.",
            ("Coal Union", "against", "pipeline"),
        ),
    ],
)
def test_a_deed(text: str, stand: tuple[str, str, str]) -> None:
    assert stand in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Snow closed the port of Kiel on Monday.",
        "Norway did not impose sanctions on the banks.",
        "Norway closed 40 shops last year.",
        "Norway might impose sanctions on four banks.",
        "The team will play in the final if it wins on Sunday, coach Mary Doyle said.",
        "Prices would fall if demand dropped, Mary Doyle said.",
        "Prices will return to normal, Mary Doyle said.",
        "The coal tax would not only hurt the rich, John Pell wrote in a poem.",
    ],
)
def test_no_deed_and_no_stand(text: str) -> None:
    assert [one for one in attitudes_in(text) if one.stance != "against"] == []


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Mary Doyle's refusal to fund the arena angered fans.",
            ("Mary Doyle", "against", "fund the arena"),
        ),
        (
            "The refusal of Mary Doyle to fund the arena angered fans.",
            ("Mary Doyle", "against", "fund the arena"),
        ),
        (
            "Norway's insistence on a public inquiry surprised Oslo.",
            ("Norway", "for", "public inquiry"),
        ),
        ("Mary Doyle stuck to her demand for a vote.", ("Mary Doyle", "for", "vote")),
        (
            "Mary Doyle dropped her objections to the gas field.",
            ("Mary Doyle", "for", "gas field"),
        ),
        (
            "Mary Doyle raised objections to the coal tax.",
            ("Mary Doyle", "against", "coal tax"),
        ),
        (
            "The sale drew criticism from Mary Doyle.",
            ("Mary Doyle", "against", "sale"),
        ),
        (
            "Norway sold the ships against the advice of Mary Doyle.",
            ("Mary Doyle", "against", "sold the ships"),
        ),
    ],
)
def test_a_noun_of_attitude(text: str, stand: tuple[str, str, str]) -> None:
    assert stand in stands(text)


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "The tram line is a project that Mary Doyle has rejected out of hand.",
            ("Mary Doyle", "against", "tram line"),
        ),
        (
            "John Pell and Mary Doyle voted against the merger.",
            ("Mary Doyle", "against", "merger"),
        ),
        ("Seven of the nine judges backed the appeal.", ("nine judges", "for", "appeal")),
        ("Mary Doyle wants the festival cancelled.", ("Mary Doyle", "against", "festival")),
        (
            "Mary Doyle demanded that the sanctions on Norway be lifted.",
            ("Mary Doyle", "against", "sanctions on Norway"),
        ),
        (
            "Norway has yet to decide on the licence for the casino.",
            ("Norway", "mixed", "licence for the casino"),
        ),
        (
            "Norway is considering a boycott of the games.",
            ("Norway", "mixed", "boycott of the games"),
        ),
    ],
)
def test_how_a_clause_is_built(text: str, stand: tuple[str, str, str]) -> None:
    found = stands(text)
    if stand[0] == "nine judges":
        found = {("nine judges", stance, issue) for _, stance, issue in found}
    assert stand in found


@pytest.mark.parametrize(
    ("text", "issue", "condition"),
    [
        (
            "Flights would resume once the airlines had paid their fines, Mary Doyle said.",
            "Flights",
            "once the airlines had paid their fines",
        ),
        (
            "The strike would go ahead unless the offer was doubled, Mary Doyle said.",
            "strike",
            "unless the offer was doubled",
        ),
        (
            "As long as the mine stays open, the Coal Union will support the Oslo treaty.",
            "Oslo treaty",
            "As long as the mine stays open",
        ),
        (
            "The Oslo parliament approved the sale of the port, provided that it stays open.",
            "sale of the port",
            "provided that it stays open",
        ),
        (
            "John Pell threatened to leave the government should she sign the treaty.",
            "leave the government",
            "should she sign the treaty",
        ),
    ],
)
def test_a_condition(text: str, issue: str, condition: str) -> None:
    found = {(words, bound) for _, stance, words, bound in told(text) if stance == "conditional"}
    assert (issue, condition) in found


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            '"It is time to end the siege of Oslo," Mary Doyle said.',
            ("Mary Doyle", "for", "end the siege of Oslo"),
        ),
        (
            '"We need a ceasefire in the valley," Mary Doyle said.',
            ("Mary Doyle", "for", "ceasefire in the valley"),
        ),
        (
            '"The coal tax is a slap in the face," Mary Doyle said.',
            ("Mary Doyle", "against", "coal tax"),
        ),
        (
            "Mary Doyle vowed that no school would be closed.",
            ("Mary Doyle", "against", "school would be closed"),
        ),
        (
            "Mary Doyle announced that the curfew would be extended.",
            ("Mary Doyle", "for", "curfew would be extended"),
        ),
    ],
)
def test_what_a_speaker_says(text: str, stand: tuple[str, str, str]) -> None:
    assert stand in stands(text)


def test_an_answer_is_to_what_was_told() -> None:
    text = "Norway proposed a ban on trawlers. Finland has accepted."
    last = attitudes_in(text)[-1]
    assert (last.actor_name, last.stance) == ("Finland", "for")
    assert last.introduced is not None
    assert last.introduced.of(text) == "ban on trawlers"


def test_not_only_is_no_negation() -> None:
    found = stands("Mary Doyle does not only support the coal tax.")
    assert ("Mary Doyle", "against", "coal tax") not in found
