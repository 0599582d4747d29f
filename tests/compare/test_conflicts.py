"""Where articles tell one thing differently."""

import random
from datetime import date

import msgspec
import pytest

from tests.collate.stories import article, score
from variorum.compare.accounts import (
    day_contradictions,
    speaker_contradictions,
    status_contradictions,
)
from variorum.compare.conflicts import (
    Conflict,
    Contradiction,
    contradictions_in,
    find_conflicts,
    sides_of,
)
from variorum.compare.figures import duration_contradictions, figure_contradictions
from variorum.record.article import Article
from variorum.record.event import Event, EventMention, EventPlace
from variorum.record.lineage import Dispatch, DispatchState
from variorum.record.reading import Quotation, Reading
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup
from variorum.record.when import day

OPENING = (
    "The ferry Halcyon ran onto the Skarholm reef before dawn, and boats from four villages went."
)
CLOSING = (
    "Divers lifted the ship's bell on the second evening, and a choir sang on the quay for hours."
)


def told(one: str, other: str) -> list[Conflict]:
    """The conflicts of two texts that differ in one sentence."""
    a = article("a", [OPENING, one, CLOSING])
    b = article("b", [OPENING, other, CLOSING])
    return conflicts_of([a, b])


def conflicts_of(articles: list[Article], dispatches=()) -> list[Conflict]:
    by_id = {one.id: one for one in articles}
    reuses = [
        reuse
        for at, one in enumerate(articles)
        for other in articles[at + 1 :]
        if (found := score(one, other))
        for reuse in found.reuses
    ]
    found = contradictions_in(reuses, by_id, {})
    return find_conflicts(found, by_id, list(by_id), dispatches)


def values(conflict: Conflict) -> list[str]:
    return [claim.value for claim in conflict.claims]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("number", "The coastguard said the storm killed 12 people in the northern villages.",
         "The coastguard said the storm killed 15 people in the northern villages."),
        ("number", "The owner had insured the hull for $3 million with a house in the capital.",
         "The owner had insured the hull for $8 million with a house in the capital."),
        ("number", "Half of the cargo was washed ashore on the beaches to the north of Alder.",
         "A third of the cargo was washed ashore on the beaches to the north of Alder."),
        ("number", "It was the second grounding of a ferry on that bank since the war ended.",
         "It was the fourth grounding of a ferry on that bank since the war ended."),
        ("number", "Freight to the island has doubled in price since the channel was closed.",
         "Freight to the island has tripled in price since the channel was closed."),
        ("number", "The ferry carried a dozen passengers and their goats when it struck the bank.",
         "The ferry carried two dozen passengers and their goats when it struck the bank."),
        ("number", "A 34-year-old pilot from Alder was taken off the wreck by two fishermen.",
         "A 43-year-old pilot from Alder was taken off the wreck by two fishermen."),
        ("number", "The members of the board voted 6-3 to have the wreck blown up in spring.",
         "The members of the board voted 5-4 to have the wreck blown up in spring."),
        ("date", "The wreck is to be blown up next week if the wind and the owners allow it.",
         "The wreck is to be blown up next month if the wind and the owners allow it."),
        ("date", "The hearing in the customs house is to begin at 10 a.m. and to be public.",
         "The hearing in the customs house is to begin at 2 p.m. and to be public."),
        ("date", "The channel is to be marked with new lights this spring by the coastguard.",
         "The channel is to be marked with new lights this autumn by the coastguard."),
        ("status", "The council of the island approved a plan to move the light to the cape.",
         "The council of the island is considering a plan to move the light to the cape."),
        ("status", "The owner paid the families of the crew a year's wages in the autumn.",
         "The owner promised to pay the families of the crew a year's wages in the autumn."),
        ("attribution", "Fishermen say the lights of the channel were out in the night of fog.",
         "The lights of the channel were out in the night of fog."),
        ("attribution", "The lights were out, according to the army, when the ferry left the quay.",
         "The lights were out, residents said, when the ferry left the quay."),
        ("wording", "All of the crew were awake when the ferry ran on to the bank in the fog.",
         "Some of the crew were awake when the ferry ran on to the bank in the fog."),
        ("wording", "The board found that the boats of the ferry were safe to use in winter.",
         "The board found that the boats of the ferry were unsafe to use in winter."),
        ("date", "An inquiry into the grounding opened on Tuesday in the customs house of Perisa.",
         "An inquiry into the grounding opened on Friday in the customs house of Perisa."),
        ("date", "The hull had last been seen by an inspector on February 16 in the yard at Alder.",
         "The hull had last been seen by an inspector on February 26 in the yard at Alder."),
        ("status", "The company will pay the families of the crew before the end of the winter.",
         "The company may pay the families of the crew before the end of the winter."),
        ("status", "The minister postponed a visit to the island after a night of talks there.",
         "The minister began a visit to the island after a night of talks there."),
        ("attribution", "The captain had been asleep in his cabin all night, the prosecutor said.",
         "The captain had been asleep in his cabin all night."),
        ("attribution", "The mate told a hearing that the owner falsely claimed to hold a licence.",
         "The mate told a hearing that the owner claimed to hold a licence."),
        ("attribution", "The harbour pilot Osk said that the lights of the channel were out.",
         "The harbour pilot Reis said that the lights of the channel were out."),
        ("wording", "The union said that its members would not sail before the lights were lit.",
         "The union said that its members would sail before the lights were lit."),
        ("wording", "The price of freight to the island rose in the week of the grounding.",
         "The price of freight to the island fell in the week of the grounding."),
        ("wording", "The crew thought that the owner was willing to sell the wreck in spring.",
         "The crew thought that the owner was unwilling to sell the wreck in spring."),
    ],
)  # fmt: skip
def test_one_change_is_one_conflict(kind: str, one: str, other: str) -> None:
    (conflict,) = told(one, other)
    assert conflict.kind == kind
    assert conflict.sides == (1, 1)
    assert conflict.reasons
    assert not conflict.is_update
    assert {claim.article for claim in conflict.claims} == {"a", "b"}
    (back,) = told(other, one)
    assert back.kind == kind
    assert sorted(values(back)) == sorted(values(conflict))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The storm killed nearly 50 people in the northern villages, the coastguard said.",
         "The storm killed 49 people in the northern villages, the coastguard said."),
        ("The storm killed twelve people in the northern villages, the coastguard said.",
         "The storm killed 12 people in the northern villages, the coastguard said."),
        ("The union said that its members would not sail before the lights were lit.",
         "The union said that its members refused to sail before the lights were lit."),
        ("The union said it is ready to organise a search for the honour of the crew.",
         "The union said it's ready to organize a search for the honor of the crew."),
        ("The mate was more likely to have steered than the boy, a friend of his said.",
         "The mate was much likelier to have steered than the boy, a friend of his said."),
        ("The clerk did not say when the board would meet again or who would be heard.",
         "The clerk would not say when the board would meet again or who would be heard."),
        ("The licence ends in December unless the owner and the coastguard renew it.",
         "The licence ends in December if the owner and the coastguard do not renew it."),
        ("The owner paid some 300 sailors in the winter, an official of the port said.",
         "The owner paid about 300 sailors in the winter, an official of the port said."),
        ("An inquiry opened on Tuesday in the customs house of Perisa, a clerk said.",
         "An inquiry opened Tuesday in the customs house of Perisa, a clerk said."),
        ("“The sea does not forgive a man who sleeps at the wheel of a boat,” the prosecutor said.",
         "“The sea does not forgive a man who sleeps at the wheel of a boat.”"),
        ("The captain had been asleep in his cabin all night, the prosecutor Ines Osk said.",
         "The captain had been asleep in his cabin all night, the prosecutor said."),
    ],
)  # fmt: skip
def test_other_words_for_the_same_are_none(one: str, other: str) -> None:
    assert told(one, other) == []
    assert told(other, one) == []


NUMBERS = [
    f"The coastguard said the storm killed {count} people in the northern villages."
    for count in (12, 15)
]


def three() -> list[Article]:
    return [
        article("a", [OPENING, NUMBERS[0], CLOSING]),
        article("b", [OPENING, NUMBERS[1], CLOSING]),
        article("c", [OPENING, NUMBERS[0], CLOSING]),
    ]


def test_copies_stand_on_one_side() -> None:
    (conflict,) = conflicts_of(three())
    assert values(conflict) == ["12 people", "12 people", "15 people"]
    assert conflict.sides == (2, 1)
    assert conflict.about == NUMBERS[0]


def test_the_order_of_what_was_found_does_not_matter() -> None:
    by_id = {one.id: one for one in three()}
    found = [
        Contradiction("number", Place("a", 1, 5), Place("b", 1, 5), "12", "15", 0.9, "r"),
        Contradiction("number", Place("c", 1, 5), Place("b", 1, 5), "12", "15", 0.8, "s"),
        Contradiction("date", Place("a", 9, 12), Place("c", 9, 12), "1", "2", 0.9, "t"),
    ]
    expected = find_conflicts(found, by_id, ["a", "b", "c"])
    assert [one.sides for one in expected] == [(2, 1), (1, 1)]
    for seed in range(5):
        random.Random(seed).shuffle(found)
        assert find_conflicts(found, by_id, ["a", "b", "c"]) == expected


def test_a_later_state_of_a_dispatch_is_an_update() -> None:
    states = (DispatchState("s1", None, ("a", "c")), DispatchState("s2", None, ("b",)))
    dispatch = Dispatch("d", None, ("a", "b", "c"), None, states)
    (conflict,) = conflicts_of(three(), [dispatch])
    assert conflict.is_update


def test_an_outlet_that_corrects_itself_is_an_update() -> None:
    dated = [
        msgspec.structs.replace(
            one, outlet="Alder Post", published=day(date(2031, 3, at), "stated")
        )
        for at, one in enumerate(three()[:2], 1)
    ]
    (conflict,) = conflicts_of(dated)
    assert conflict.is_update
    other = [dated[0], msgspec.structs.replace(dated[1], outlet="Vessa Gazette")]
    assert not conflicts_of(other)[0].is_update


def dated_article(name: str, text: str, number: int = 4) -> Article:
    found = article(name, [text])
    return msgspec.structs.replace(found, published=day(date(2031, 3, number), "stated"))


TOLLS = (
    "Rescuers said the avalanche above Vessa killed 12 skiers on Monday.",
    "The avalanche above Vessa killed 15 skiers, rescuers told the radio.",
)


def test_independent_texts_with_other_numbers() -> None:
    pair = {"a": dated_article("a", TOLLS[0]), "b": dated_article("b", TOLLS[1])}
    (found,) = figure_contradictions(pair, [])
    assert {found.value_a, found.value_b} == {"12 skier", "15 skier"}
    late = pair | {"b": dated_article("b", TOLLS[1], 28)}
    assert list(figure_contradictions(late, [])) == []
    apart = [StoryGroup("s", "", ("a",), None), StoryGroup("t", "", ("b",), None)]
    assert list(figure_contradictions(pair, [], apart)) == []


def test_numbers_of_other_things_are_none() -> None:
    other = "A bus from Vessa carried 15 skiers home on Monday night."
    pair = {"a": dated_article("a", TOLLS[0]), "b": dated_article("b", other)}
    assert list(figure_contradictions(pair, [])) == []


def event_of(*mentions: EventPlace) -> Event:
    return Event("e", "phone call", "CONSULT", (), None, None, "happened", (), mentions)


def test_how_long_an_event_lasted() -> None:
    one = dated_article("a", "The two spoke by telephone for 75 minutes.")
    other = dated_article("b", "Their call lasted about an hour.")
    event = event_of(EventPlace("a", 8, 13, "happened"), EventPlace("b", 6, 10, "happened"))
    (found,) = duration_contradictions([event], {"a": one, "b": other})
    assert found.about == "phone call"
    assert {found.value_a, found.value_b} == {"75 time", "60 time"}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("The half-hour conversation was tense.", ["30"]),
        ("Their call lasted an hour and a half.", ["90"]),
        ("After an hour-long conversation they left.", ["60"]),
        ("It took three quarters of an hour, the call.", ["45"]),
        ("The call came half an hour late.", []),
        ("The call, which lasted 75 minutes, was tense.", []),
    ],
)
def test_how_long_in_other_words(text: str, minutes: list[str]) -> None:
    """Held against a call of 75 minutes."""
    one, other = dated_article("a", "Their call lasted 75 minutes."), dated_article("b", text)
    at = text.index("c" + ("all" if "call" in text else "onversation"))
    event = event_of(EventPlace("a", 6, 10, "happened"), EventPlace("b", at, at + 4, "happened"))
    found = duration_contradictions([event], {"a": one, "b": other})
    assert [conflict.value_b for conflict in found] == [f"{one} time" for one in minutes]


BEFORE = "They denied that there was a"


def statuses(first: str, second: str, days: tuple[int, int], roots=None) -> int:
    pair = {
        "a": dated_article("a", f"{BEFORE} meeting of Osk and Reis.", days[0]),
        "b": dated_article("b", f"{BEFORE} meeting of Reis and Osk.", days[1]),
    }
    start, end = len(BEFORE) + 1, len(BEFORE) + 8
    event = event_of(EventPlace("a", start, end, first), EventPlace("b", start, end, second))
    return len(list(status_contradictions([event], pair, roots or {})))


def test_statuses_at_one_time() -> None:
    assert statuses("planned", "cancelled", (5, 4)) == 1
    assert statuses("planned", "cancelled", (4, 5)) == 0
    assert statuses("happened", "denied", (4, 5)) == 1
    assert statuses("happened", "planned", (5, 4)) == 0
    one_source = {"a": frozenset("r"), "b": frozenset("r")}
    assert statuses("planned", "cancelled", (5, 4), one_source) == 0


def reading_of(name: str, events=(), quotations=()) -> Reading:
    return Reading(name, (), (), (), (), tuple(quotations), b"", 0, "m", tuple(events))


def test_a_denial_is_of_the_word_behind_it_and_of_the_same_thing() -> None:
    texts = {
        "a": "After the meeting of Osk and Reis the port of Perisa was open.",
        "b": "They would not say whether the port of Osk had been told of the meeting in Reis.",
        "c": "There was no meeting of Osk and Reis.",
        "d": "There was no meeting of fishermen.",
    }
    articles = {name: dated_article(name, text) for name, text in texts.items()}

    def found(one: str, other: str) -> int:
        places = [
            EventPlace(name, at, at + 7, status)
            for name, status in ((one, "happened"), (other, "denied"))
            for at in [texts[name].index("meeting")]
        ]
        return len(list(status_contradictions([event_of(*places)], articles, {})))

    assert [found("a", name) for name in "bcd"] == [0, 1, 0]


def test_days_of_one_event() -> None:
    text = "The meeting of Osk and Reis was on Tuesday."
    pair = {name: dated_article(name, text) for name in "ab"}

    def mention(number: int, start: int = 0, end: int = 3) -> EventMention:
        when, told_by = day(date(2031, 3, number), "stated"), Span(start, end)
        return EventMention(4, 11, "meeting", "CONSULT", "happened", when=when, at=told_by)

    event = event_of(EventPlace("a", 4, 11, "happened"), EventPlace("b", 4, 11, "happened"))
    readings = {"a": reading_of("a", [mention(4)]), "b": reading_of("b", [mention(5)])}
    (found,) = day_contradictions([event], readings, pair)
    assert (found.value_a, found.value_b) == ("2031-03-04", "2031-03-05")
    readings["b"] = reading_of("b", [mention(4)])
    assert list(day_contradictions([event], readings, pair)) == []
    readings["b"] = reading_of("b", [mention(11, text.index("Tuesday"), len(text) - 1)])
    assert list(day_contradictions([event], readings, pair)) == []


def test_speakers_of_one_statement() -> None:
    def quoted(name: str, speaker: str) -> Quotation:
        at = Span(0, len(speaker))
        return Quotation(
            name, "direct", (Span(10, 20),), (), (at,), speaker, speaker, None, None, None, 1.0
        )

    articles = {
        "a": article("a", ["Ines Osk said so here."]),
        "b": article("b", ["Amado Reis said so."]),
    }
    said = {"q": ("a", quoted("q", "Ines Osk")), "r": ("b", quoted("r", "Amado Reis"))}
    statement = Statement("s", None, None, "so", None, None, ("q", "r"), ("a", "b"), ())
    (found,) = speaker_contradictions([statement], said, articles)
    assert (found.value_a, found.value_b) == ("osk", "reis")
    said["r"] = ("b", quoted("r", "Osk"))
    assert list(speaker_contradictions([statement], said, articles)) == []


def test_a_slip_in_a_surname_is_no_other_speaker() -> None:
    names = ("Ines Huntley", "Hutnley")
    articles, said = {}, {}
    for article_id, quotation, name in zip("ab", "qr", names, strict=True):
        articles[article_id] = dated_article(article_id, f"“So it is,” said {name}.")
        source = Span(17, 17 + len(name))
        said[quotation] = (
            article_id,
            Quotation(
                quotation, "direct", (Span(1, 10),), (), (source,), f"e{quotation}", name,
                None, None, None, 1.0,
            ),
        )  # fmt: skip
    statement = Statement("s", None, None, "so", None, None, ("q", "r"), ("a", "b"), ())
    assert list(speaker_contradictions([statement], said, articles)) == []


def test_sides_have_their_claims_and_what_they_come_to() -> None:
    first, second, third = three()
    conflict = conflicts_of([first, second, third])[0]
    sides = sides_of(conflict)
    assert [len(side) for side in sides] == list(conflict.sides)
    assert tuple(claim for side in sides for claim in side) == conflict.claims
    assert len(set(conflict.values)) == len(sides)
