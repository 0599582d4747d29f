"""Made-up sentences, read by the shipped network."""

from datetime import date

import msgspec
import pytest

from tests.read.events.told import PUBLISHED, event, parties, reading_of
from tests.read.plain_reader import article_of
from variorum.read.events.main import main_event
from variorum.record.when import day


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("Ilse Maran met Dorin Hale in Oslo on Tuesday.", "met", "happened"),
        ("Ilse Maran will meet Dorin Hale in Oslo next week.", "meet", "planned"),
        ("Ilse Maran is due to meet Dorin Hale in Oslo.", "meet", "planned"),
        ("Ilse Maran plans to visit Norway in May.", "visit", "planned"),
        ("Ilse Maran could meet Dorin Hale in Oslo.", "meet", "hypothetical"),
        ("Ilse Maran refused to meet Dorin Hale.", "meet", "denied"),
        ("Ilse Maran did not meet Dorin Hale.", "meet", "denied"),
        ("Norway and Sweden agreed to send envoys to Oslo.", "send envoys", "planned"),
        ("Ilse Maran will meet Dorin Hale on Friday if the envoys agree.", "meet", "planned"),
        ("Officials denied that Norway had attacked the port.", "attacked", "denied"),
        ("Norway called off the talks with Sweden.", "talks", "cancelled"),
        ("The talks between Norway and Sweden were postponed.", "talks", "cancelled"),
        ("Norway did not cancel the summit with Sweden.", "summit", "planned"),
        ("The proposed summit between Norway and Sweden drew criticism.", "summit", "hypothetical"),
        ("Ilse Maran urged Norway to declare a ceasefire.", "ceasefire", "hypothetical"),
        ("Norway ruled out a deal with Sweden.", "deal", "denied"),
        ("Norway arrived in Oslo ahead of the summit with Sweden.", "summit", "planned"),
        ("Thousands have fled since the invasion of Norway.", "invasion", "happened"),
        ("If Norway attacks Sweden, Finland will respond.", "attacks", "hypothetical"),
        ("Ilse Maran offered to resign.", "resign", "hypothetical"),
        ("Norway and Sweden are holding talks in Oslo.", "talks", "ongoing"),
        ("They failed to reach an agreement with Norway.", "agreement", "denied"),
        ("Plans for a visit to Norway were announced.", "visit", "planned"),
    ],
)
def test_status(text: str, words: str, status: str) -> None:
    found = event(text, words)
    assert (found.status, found.reasons) == (status, found.reasons)
    assert all(found.reasons)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A summit of President Nana Osei and President Alassane Diaby will take place in Kumasi "
         "on March 12, 2032.", "summit"),
        ("President Nana Osei met President Alassane Diaby in Kumasi.", "met"),
    ],
)  # fmt: skip
def test_parties_each_with_a_title(text: str, words: str) -> None:
    """However the tree hangs the second name on the first."""
    assert {name for name, _ in parties(event(text, words))} == {"Nana Osei", "Alassane Diaby"}


def test_three_who_meet() -> None:
    text = (
        "President Nana Osei met President Alassane Diaby and Prime Minister Mariam Kone in Kumasi."
    )
    names = {name for name, _ in parties(event(text, "met"))}
    assert names == {"Nana Osei", "Alassane Diaby", "Mariam Kone"}


def test_what_came_of_something_is_done_by_what_stands_before_it() -> None:
    text = "Osei ruled out aid for the freighter Halina, which sank in May, killing 14 people."
    assert parties(event(text, "killing")) == {("Halina", "source"), ("14 people", "target")}
    text = "Osei ruled out aid for the Halina, which sank in May, killing at least 14 people."
    assert ("at least 14 people", "target") in parties(event(text, "killing"))


def test_parties_of_a_verb_and_of_nouns() -> None:
    met = event("Ilse Maran met Dorin Hale in Oslo on Tuesday.", "met")
    assert parties(met) == {("Ilse Maran", "party"), ("Dorin Hale", "party")}
    talks = event("Talks between Norway and Sweden began on Monday.", "talks")
    assert parties(talks) == {("Norway", "party"), ("Sweden", "party")}
    invasion = event("Norway protested after Sweden's invasion of Finland.", "invasion")
    assert parties(invasion) == {("Sweden", "source"), ("Finland", "target")}
    arrest = event("Police arrested three men in Oslo on Friday.", "arrested")
    assert parties(arrest) == {("Police", "source"), ("three men", "target")}


def test_parties_are_the_articles_entities() -> None:
    text = "President Ilse Maran arrived in Oslo. She met Dorin Hale on Tuesday."
    reading = reading_of(text)
    met = event(text, "met")
    assert parties(met) == {("Ilse Maran", "party"), ("Dorin Hale", "party")}
    assert {one.entity for one in met.participants} <= {one.id for one in reading.entities}


def test_time_and_place() -> None:
    text = "Ilse Maran met Dorin Hale in Oslo on Tuesday."
    met = event(text, "met")
    assert met.place == "Oslo"
    assert met.at is not None
    assert met.at.of(text) == "Tuesday"
    assert met.when is not None
    assert met.when.earliest == "2031-03-11"
    talks = event("Officials praised last week's talks in Oslo.", "talks")
    assert talks.when is not None
    assert talks.when.latest < "2031-03-12"


def test_the_day_that_an_event_was_set_for_is_its_day() -> None:
    text = "A meeting of Norway and Sweden that was planned for Saturday has been put off."
    meeting = event(text, "meeting")
    assert meeting.status == "cancelled"
    assert meeting.when is not None
    assert meeting.when.earliest == "2031-03-15"


@pytest.mark.parametrize("known", [True, False])
def test_what_lies_ahead_is_planned(known: bool) -> None:
    text = "Ilse Maran meets Dorin Hale in Oslo next week."
    arguments = () if known else (None,)
    assert event(text, "meets", *arguments).status == "planned"


def test_a_quotation_holds_its_events() -> None:
    text = "“I met Dorin Hale yesterday in Oslo,” Ilse Maran said."
    met = event(text, "met")
    (quotation,) = reading_of(text).quotations
    assert met.quotation == quotation.id
    assert parties(met) == {("Ilse Maran", "party"), ("Dorin Hale", "party")}


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Maran said that the weather was fine.",
        "The fire department is in the conference room.",
        "It is a great deal of money.",
        "Norway often meets Sweden.",
        "The party fights poverty in Norway.",
        "In March it will be warm.",
    ],
)
def test_no_event(text: str) -> None:
    assert reading_of(text).events == ()


def test_those_who_stand_behind_and_take_part_whatever_the_tree_says() -> None:
    text = "President Ilse Maran and Prime Minister Dorin Hale will travel to Oslo next week."
    travel = event(text, "travel")
    assert parties(travel) == {("Ilse Maran", "source"), ("Dorin Hale", "source")}
    assert travel.place == "Oslo"


def test_an_adjective_that_shares_its_noun_is_nobody() -> None:
    meeting = event("A meeting of the Norwegian and Swedish presidents is possible.", "meeting")
    assert all(part.name.endswith("presidents") for part in meeting.participants)
    talks = event("Talks between the Norwegian and Swedish presidents began.", "talks")
    assert [part.name.split()[-1] for part in talks.participants] == ["presidents"]


def test_a_plan_does_not_colour_another_meeting() -> None:
    text = (
        "Ilse Maran plans to meet Dorin Hale in Oslo. "
        "Officials praised the Bergen talks between Anna Lund and Petra Osk."
    )
    assert event(text, "meet").status == "planned"
    assert event(text, "talks").status == "happened"


def test_the_summit_is_what_the_article_says_of_it() -> None:
    text = (
        "Ilse Maran will meet Dorin Hale at a summit in Oslo next week. "
        "Critics fear that the summit changes nothing."
    )
    found = [one for one in reading_of(text).events if text[one.start : one.end] == "summit"]
    assert {one.status for one in found} == {"planned"}


def test_main_event() -> None:
    text = (
        "President Ilse Maran resigned on Monday after protests in Oslo. "
        "The resignation of the president ends a month of protests. Dorin Hale visited Bergen."
    )
    article = article_of(text, published=PUBLISHED)
    article = msgspec.structs.replace(article, title="Maran resigns after protests")
    reading = reading_of(text)
    found = main_event(article, reading)
    assert found is not None
    assert found.mention.label in ("resign", "resignation")
    assert found.who == ("Ilse Maran",)
    assert found.when is not None
    assert found.when.earliest == "2031-03-10"


def test_a_pronoun_of_which_two_may_be_meant_names_nobody() -> None:
    text = (
        "Ilse Maran broke with her allies by phoning Dorin Hale, whom nobody had called "
        "before he ordered an invasion of Norway in May 2029."
    )
    assert ("Ilse Maran", "source") not in parties(event(text, "invasion"))


def test_who_is_named_right_before_a_clause_is_meant_in_it() -> None:
    text = (
        "Otto Brandt broke with his allies by phoning Dorin Hale, a call that ended the isolation "
        "of Dorin Hale since he ordered an invasion of Norway in May 2029."
    )
    assert ("Otto Brandt", "source") not in parties(event(text, "invasion"))


def test_a_verb_that_only_opens_what_is_named_behind_it_is_no_second_event() -> None:
    found = reading_of("Norway launched an attack on Sweden on Monday.").events
    assert [one.label for one in found] == ["attack"]


def test_who_tells_a_news_conference_holds_it() -> None:
    text = "Nobody would pay, Ilse Maran told a news conference in Oslo on Tuesday."
    assert parties(event(text, "news conference")) == {("Ilse Maran", "source")}


def test_the_host_of_a_summit_is_its_place() -> None:
    text = "Norway will host the summit between Sweden and Finland in May."
    found = event(text, "summit")
    assert found.place == "Norway"
    assert {name for name, _ in parties(found)} == {"Sweden", "Finland"}


def test_what_something_is_counted_from_is_not_its_time() -> None:
    text = "Ilse Maran met Dorin Hale for the first time since the vote in Oslo in May 2029."
    assert event(text, "met").when is None


def test_both_who_are_joined_by_and_take_part() -> None:
    text = "Ilse Maran and Dorin Hale spoke on Tuesday."
    assert parties(event(text, "spoke")) == {("Ilse Maran", "party"), ("Dorin Hale", "party")}


class TestDisasters:
    """What a disaster does is no event beside it."""

    TEXT = "A magnitude 6.4 earthquake struck eastern Norway early Tuesday, killing 14 people."

    def test_it_is_where_and_when_it_strikes(self) -> None:
        quake = event(self.TEXT, "earthquake")
        assert quake.place == "Norway"
        assert quake.when is not None

    def test_its_effects_are_no_attack(self) -> None:
        assert {one.type for one in reading_of(self.TEXT).events} == {"OTHER"}

    def test_a_province_lends_its_place(self) -> None:
        assert event("The quake hit Telemark province at dawn.", "quake").place == "Telemark"


def test_a_strike_of_workers_is_a_protest() -> None:
    text = "Rail workers in Norway began a strike on Tuesday, the union said. Wages are low."
    assert event(text, "strike").type == "PROTEST"
    text = "Norway's army said that a drone strike on Tuesday killed two soldiers in Oslo."
    assert event(text, "drone strike").type == "ASSAULT"


def test_what_is_there_to_be_pointed_at_is_no_wish() -> None:
    assert event("Workers in Oslo said they did not want this strike.", "strike").status != (
        "hypothetical"
    )


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Dorin Hale called on Ilse Maran to resign.", "resign", "Ilse Maran"),
        ("Dorin Hale invited Ilse Maran to pay a visit to Norway.", "visit", "Ilse Maran"),
    ],
)
def test_who_is_asked_is_who_would_do_it(text: str, words: str, who: str) -> None:
    assert {name for name, _ in parties(event(text, words))} == {who}


def test_who_accepts_a_resignation_does_not_resign() -> None:
    assert parties(event("Ilse Maran accepted the resignation on Tuesday.", "resignation")) == set()


def test_who_puts_off_a_meeting_with_somebody_was_to_meet_them() -> None:
    text = "Ilse Maran postponed a meeting with union leaders that had been set for Thursday."
    meeting = event(text, "meeting")
    assert ("Ilse Maran", "party") in parties(meeting)
    assert meeting.status == "cancelled"
    assert meeting.when is not None


def test_who_congratulates_in_a_call_is_on_it() -> None:
    call = event("Ilse Maran congratulated Dorin Hale in a phone call on Tuesday.", "phone call")
    assert parties(call) == {("Ilse Maran", "party"), ("Dorin Hale", "party")}


def test_a_truce_was_when_and_where_it_was_signed() -> None:
    text = "The truce, which was signed on Tuesday in Oslo, ended eleven weeks of fighting."
    truce = event(text, "truce")
    assert truce.place == "Oslo"
    assert truce.when is not None
    assert [one.label for one in reading_of(text).events].count("sign") == 0


def test_the_trial_is_when_it_is_set_to_begin() -> None:
    assert event("The trial in Oslo is set to begin on 14 July.", "trial").when is not None


def test_a_day_before_what_came_of_it_is_the_day_of_the_deed() -> None:
    text = (
        "A landslide triggered by three days of heavy rain buried a stretch of the A7 mountain "
        "road in northern Korvia early on Monday, leaving at least nine people missing, the civil "
        "protection agency said."
    )
    assert event(text, "buried").when is not None


def test_were_to_is_a_plan() -> None:
    assert event("The two leaders were to meet in Oslo on Friday.", "meet").status == "planned"


@pytest.mark.parametrize(
    ("text", "words", "status", "who"),
    [
        ("Ana King accused the rebels of ramming the ferry.", "ramming", "happened", "rebels"),
        ("Ana King thanked soldiers for attacking the port.", "attacking", "happened", "soldiers"),
        ("Ana King prevented police from arresting Jane Doe.", "arresting", "denied", "police"),
        ("Ana King was cleared of killing Jane Doe.", "killing", "denied", "Ana King"),
    ],
)
def test_what_is_laid_to_somebody_is_theirs(text: str, words: str, status: str, who: str) -> None:
    """Of what somebody was kept from or cleared of, it is told that it is not so."""
    found = event(text, words)
    assert found.status == status
    assert (who, "source") in parties(found)


@pytest.mark.parametrize(
    "text",
    [
        "The minister accused his rivals of kidnapping the debate.",
        "The band bombed in Oslo.",
        "The club crashed out of the cup on Monday.",
        "The novel exploded onto the scene in Oslo.",
        "He was torpedoed by his own party.",
    ],
)
def test_deeds_in_a_figure_of_speech_are_none(text: str) -> None:
    figures = ("kidnap", "bomb", "crash", "explode", "torpedo")
    assert not [one for one in reading_of(text).events if one.label in figures]


def test_what_is_said_of_it_is_of_the_event_before() -> None:
    text = "The tie forces Norway into a run-off. It is to be held on 28 August."
    found = event(text, "held")
    assert (found.label, found.status) == ("run-off", "planned")
    assert found.when is not None


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("A ministry in Norway ordered an inquiry on Monday.", "ordered", "investigate"),
        ("Five nurses in Oslo contracted an infection.", "contracted", "infect"),
        ("Two lorries collided near Bergen.", "collided", "collide"),
        ("The town of Bergen bulldozed the market.", "bulldozed", "bulldoze"),
        ("The renovation of the town hall in Bergen cost a fortune.", "renovation", "renovation"),
    ],
)
def test_further_words_of_the_news(text: str, word: str, label: str) -> None:
    assert event(text, word).label == label


def test_a_day_ahead_is_that_of_what_is_to_come_right_before_it() -> None:
    text = (
        "Governor Ilse Maran welcomed the takeover, which must be approved by shareholders on 28 "
        "April."
    )
    assert event(text, "approved").when == day(date(2031, 4, 28), "inferred")


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The chief executive of Aldern Bank, Dorin Hale, resigned on Friday.", "resigned", "Hale"),
        ("The head of the navy, Admiral Dorin Hale, visited Oslo on Friday.", "visited", "Hale"),
        ("The head of the navy, which lost a ship, visited Oslo on Friday.", "visited", "head"),
    ],
)
def test_who_holds_an_office_is_named_behind_it(text: str, words: str, who: str) -> None:
    assert any(who in one.name for one in event(text, words).participants)


def test_midnight_begins_the_day_that_something_is_after() -> None:
    early = event("Dorin Hale landed in Oslo shortly after midnight on Sunday.", "landed")
    late = event("Dorin Hale landed in Oslo shortly before midnight on Saturday.", "landed")
    assert early.when == late.when is not None
