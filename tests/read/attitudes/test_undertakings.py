"""What somebody will not do, promises, calls a thing, or makes depend on another thing."""

import pytest

from tests.read.attitudes.test_finding import attitudes_in, told


def stands(text: str) -> set[tuple[str, str, str]]:
    """Actor, stance and the words of the issue, of each attitude."""
    return {(name, stance, issue) for name, stance, issue, _ in told(text)}


def bound(text: str) -> set[tuple[str, str, str | None]]:
    """Actor, issue and condition of each attitude that is held on one."""
    return {
        (one.actor_name, one.issue.of(text), one.condition.of(text) if one.condition else None)
        for one in attitudes_in(text)
        if one.stance == "conditional"
    }


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Norway announced that its president would not travel to Lima for the summit.",
            ("Norway", "against", "travel to Lima for the summit"),
        ),
        (
            "The company will not pay the fine, its lawyer Mary Doyle said.",
            ("Mary Doyle", "against", "pay the fine"),
        ),
        (
            '"I will not go there to sign away a single island," Mary Doyle told lawmakers.',
            ("Mary Doyle", "against", "sign away a single island"),
        ),
        (
            "The mayor, John Pell, said the statue would not be removed.",
            ("John Pell", "for", "statue"),
        ),
        (
            "Ambassador John Pell told this paper that his country would stay in the talks "
            "regardless.",
            ("John Pell", "for", "stay in the talks"),
        ),
        (
            "Mary Doyle promised her that nurses would be able to retire at 60.",
            ("Mary Doyle", "for", "nurses would be able to retire at 60"),
        ),
        (
            "Mary Doyle has refused to say whether she will fly to Lima next Saturday.",
            ("Mary Doyle", "mixed", "fly to Lima"),
        ),
        ("Norway has not confirmed the meeting in Lima.", ("Norway", "mixed", "meeting in Lima")),
        (
            "Mary Doyle said she could live with the wind farm.",
            ("Mary Doyle", "for", "wind farm"),
        ),
        (
            "Norway said it had no objection to the visit of inspectors.",
            ("Norway", "for", "visit of inspectors"),
        ),
        (
            '"The harbour is not for sale," Mayor John Pell said.',
            ("John Pell", "against", "harbour"),
        ),
    ],
)
def test_what_somebody_will_and_will_not_do(text: str, stand: tuple[str, str, str]) -> None:
    assert stand in stands(text)


def test_a_forecast_of_what_others_will_not_do_is_no_stand() -> None:
    assert stands("Mary Doyle said John Pell would not win the election in May.") == set()


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            'John Pell called the plan for a dam "a plaster on a grave".',
            ("John Pell", "against", "plan for a dam"),
        ),
        (
            "John Pell described the reform of the courts as “a week bought for the shredder”.",
            ("John Pell", "against", "reform of the courts"),
        ),
        (
            "The Coal Union criticised Acme for closing the plant in Ohio.",
            ("Coal Union", "against", "Acme for closing the plant in Ohio"),
        ),
        (
            "Norway lodged a protest with Finland over the release of the water.",
            ("Norway", "against", "release of the water"),
        ),
        ('"The tax on sugar must go," John Pell said.', ("John Pell", "against", "tax on sugar")),
        (
            "Norway closed the door on a merger of the two parks.",
            ("Norway", "against", "merger of the two parks"),
        ),
        (
            "Norway left the door open to a second referendum.",
            ("Norway", "mixed", "second referendum"),
        ),
        (
            "Mary Doyle would sooner resign than sign the law on strikes.",
            ("Mary Doyle", "against", "sign the law on strikes"),
        ),
        (
            "Mary Doyle said she regretted the departure of the engineers.",
            ("Mary Doyle", "against", "departure of the engineers"),
        ),
        (
            "Two of its members, Norway and Peru, oppose any expansion of the port.",
            ("Norway", "against", "expansion of the port"),
        ),
    ],
)
def test_judgments(text: str, stand: tuple[str, str, str]) -> None:
    assert stand in stands(text)


def test_a_name_that_praises_is_not_against_a_thing() -> None:
    text = 'John Pell called the treaty on whaling "a gesture of friendship".'
    assert ("John Pell", "against", "treaty on whaling") not in stands(text)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            '"No ceasefire, no soldiers," Prime Minister John Pell said.',
            ("John Pell", "soldiers", "No ceasefire"),
        ),
        (
            '"No talks without a ceasefire," Foreign Minister John Pell told reporters.',
            ("John Pell", "talks", "without a ceasefire"),
        ),
        (
            '"A ceasefire must come before any talks," Foreign Minister John Pell said.',
            ("John Pell", "talks", "ceasefire"),
        ),
        (
            "Any deal depends on the release of the hostages, Foreign Minister John Pell said.",
            ("John Pell", "deal", "on the release of the hostages"),
        ),
        (
            "Foreign Minister John Pell said any opening of the port must wait until the guns are "
            "withdrawn.",
            ("John Pell", "opening of the port", "until the guns are withdrawn"),
        ),
        (
            "Norway will only return to the talks once the duties are lifted, President John Pell "
            "said.",
            ("Norway", "return to the talks", "once the duties are lifted"),
        ),
        (
            'Foreign Minister John Pell said that the president would not sit at a table "while '
            'the tap is being turned".',
            ("John Pell", "sit at a table", "while the tap is being turned"),
        ),
        (
            "The union's leader threatened to leave the government should she sign the treaty.",
            ("union's leader", "leave the government", "should she sign the treaty"),
        ),
    ],
)
def test_conditions_without_if(text: str, condition: tuple[str, str, str]) -> None:
    assert condition in bound(text)


def test_anonymity_is_no_condition() -> None:
    text = (
        "Norway backs the bill on fisheries, said an official who spoke on condition of anonymity."
    )
    assert bound(text) == set()


def test_a_strike_from_a_day_on_unless_something_is_done() -> None:
    text = '"We will strike from May 17 unless the order is withdrawn," Mary Doyle said.'
    assert bound(text) == {("Mary Doyle", "strike", "unless the order is withdrawn")}


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            '"We will never negotiate with smugglers," Mary Doyle said in Lima.',
            ("Mary Doyle", "against", "negotiate with smugglers"),
        ),
        (
            "John Pell will not step down, his spokesman Adam Roe said.",
            ("John Pell", "against", "step down"),
        ),
        (
            "Mary Doyle said that Norway would not send troops to Cyprus.",
            ("Norway", "against", "send troops to Cyprus"),
        ),
        (
            "Norway has vowed to continue the offensive until the harbour is taken.",
            ("Norway", "for", "continue the offensive"),
        ),
        (
            "Amnesty International called on Norway to investigate the attack.",
            ("Amnesty International", "for", "investigate the attack"),
        ),
        (
            "President Mary Doyle called on Norway to return the children.",
            ("Mary Doyle", "for", "return the children"),
        ),
        ("Norway has blocked Peru's accession to the pact.",
         ("Norway", "against", "Peru's accession to the pact")),
    ],
)  # fmt: skip
def test_what_is_refused_or_asked_for_is_a_stand(text: str, stand: tuple[str, str, str]) -> None:
    assert stand in stands(text)


def test_what_others_do_meanwhile_is_no_condition() -> None:
    text = "Mr Pell said Norway would vote against the tariffs, while Peru is in favour."
    assert ("Norway", "against", "tariffs") in stands(text)
    assert not bound(text)


def test_who_calls_off_a_strike_calls_none() -> None:
    text = "The Quay Union called off a strike that had been due to begin on Thursday."
    assert stands(text) == {("Quay Union", "for", "called off a strike")}


def test_who_holds_an_office_of_a_body_is_the_actor_and_not_the_body() -> None:
    text = "European Council President Charles Michel called for an investigation into the vote."
    assert stands(text) == {("Charles Michel", "for", "investigation into the vote")}


def test_adjectives_of_praise_are_no_mockery() -> None:
    text = 'Prime Minister Mary Doyle described the victory as "impressive and obvious".'
    assert not stands(text)


def test_who_remains_committed_is_for_it_also_where_another_says_so() -> None:
    text = "Doyle said Norway remained committed to joining the European Union."
    assert ("Norway", "for", "joining the European Union") in stands(text)


def test_what_diplomats_always_say_of_their_talks_tells_no_stand() -> None:
    assert not stands('Mary Doyle described the call with John Pell as "frank and constructive".')
    assert stands('Mary Doyle described the ceasefire plan as "constructive".')


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Minister Mary Doyle said talks with Peru would not resume before the visit.",
            ("Mary Doyle", "talks with Peru", "before the visit"),
        ),
        (
            '"Cooperation with the agency can continue only if our security is guaranteed," '
            "Foreign Minister Mary Doyle told state television.",
            ("Mary Doyle", "cooperation with the agency", "only if our security is guaranteed"),
        ),
        (
            "Norway and Peru warned that they would restore sanctions unless inspectors returned.",
            ("Norway and Peru", "restore sanctions", "unless inspectors returned"),
        ),
    ],
)
def test_what_goes_on_or_comes_back_on_a_condition(text: str, stand: tuple[str, str, str]) -> None:
    actor, issue, condition = stand
    found = {(who, what.casefold(), on) for who, what, on in bound(text)}
    assert (actor, issue.casefold(), condition) in found


def test_who_is_under_threat_judges_nothing() -> None:
    text = "Norway was ready to resume talks. Peru has said it will not negotiate under threat."
    assert all(issue != "it" for _, _, issue in stands(text))


def test_who_votes_on_whether_to_do_a_thing_may_not_be_for_it() -> None:
    assert not stands("Dock workers in Lima will vote on Thursday on whether to strike.")
    assert stands("Dock workers in Lima voted to strike.")


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Pell ruled out a truce until Norway lifts its sanctions.",
            ("Pell", "truce", "until Norway lifts its sanctions"),
        ),
        (
            "Norway ruled out a return to the talks until the prisoners were freed.",
            ("Norway", "return to the talks", "until the prisoners were freed"),
        ),
        (
            "Pell said the talks would resume in Lima on 14 September, provided Peru frees the "
            "aid workers.",
            ("Pell", "talks", "provided Peru frees the aid workers"),
        ),
        (
            "Pell said he would meet Doyle, provided Peru frees the aid workers.",
            ("Pell", "meet Doyle", "provided Peru frees the aid workers"),
        ),
        (
            "Pell said his party would call a vote of no confidence unless the agreement is "
            "published.",
            ("Pell", "call a vote of no confidence", "unless the agreement is published"),
        ),
    ],
)
def test_until_when_something_is_ruled_out_and_what_is_called(
    text: str, stand: tuple[str, str, str]
) -> None:
    assert bound(text) == {stand}
