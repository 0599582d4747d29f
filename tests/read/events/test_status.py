"""What words around an event make of it; made-up sentences, read by the shipped network."""

import pytest

from tests.read.events.told import reading_of
from variorum.record.event import Status

ONGOING = [
    ("The talks were under way in Oslo.", "talks"),
    ("A third round of talks is in progress in Oslo.", "talks"),
    ("A search was still going on in Norway on Tuesday.", "search"),
    ("Police said the investigation was continuing.", "investigation"),
    ("The protests are now in their third week.", "protests"),
    ("Fighting continues in the east of Norway.", "fighting"),
    ("The siege of Bergen enters its second month.", "siege"),
    ("The trial of Dorin Hale is under way.", "trial"),
    ("Norway has been bombing the port for weeks.", "bombing"),
    ("The strike is now in its tenth day.", "strike"),
    ("Norway continues to bomb the port.", "bomb"),
    ("The two sides remain in talks, officials said.", "talks"),
    ("An investigation into the crash has begun.", "investigation"),
    ("Army chiefs were continuing to draw up plans, Ilse Maran said.", "up"),
    ("The city has been under a curfew since Saturday.", "curfew"),
    ("The schools have been closed since Thursday.", "closed"),
    ("A curfew remains in force in Bergen.", "curfew"),
    ("The strike at the port of Bergen goes on.", "strike"),
    ("The border will remain closed until further notice.", "closed"),
]
PLANNED = [
    ("Norway will not attend the summit in Oslo.", "summit"),
    ("Ilse Maran would not attend the rally on Saturday.", "rally"),
    ("Ilse Maran could attend the summit in Oslo next week.", "summit"),
    ("Calls have mounted for senators to postpone the vote.", "vote"),
    ("Ilse Maran asked for the hearing to be postponed.", "hearing"),
    ("The judge refused to postpone the trial.", "trial"),
    ("Norway threatened to call off the summit with Sweden.", "summit"),
    ("Norway may cancel the summit with Sweden.", "summit"),
    ("Ilse Maran wanted the summit to be held in Oslo.", "summit"),
    ("Norway had been scheduled to hold an election in May.", "election"),
    ("Ilse Maran had been due to meet Dorin Hale on Monday.", "meet"),
    ("Ilse Maran is to meet Dorin Hale on Friday.", "meet"),
    ("The two leaders are to meet on Saturday in Oslo, officials said.", "meet"),
    ("Ilse Maran said she would visit Norway in May.", "visit"),
    ("Ilse Maran agreed to meet Dorin Hale.", "meet"),
    ("Ilse Maran is preparing for a visit to Norway.", "visit"),
    ("Preparations for the summit in Oslo have begun.", "summit"),
    ("Ilse Maran praised the summit next week in Oslo.", "summit"),
    ("The trial of Dorin Hale begins on Friday.", "trial"),
    ("Officials announced a visit to Norway next month.", "visit"),
    ("The Senate is set to vote on Friday.", "vote"),
    ("Ilse Maran vowed to veto the bill.", "veto"),
    ("The vote is expected on Friday.", "vote"),
    ("Ilse Maran plans on visiting Norway in May.", "visiting"),
    ("Norway was supposed to host the summit on Friday.", "summit"),
    ("The terminal in Oslo will close in May with the loss of 400 jobs.", "loss"),
    ("It will now be held on November 6, Ilse Maran said.", "held"),
]
CANCELLED = [
    ("The meeting was put on hold.", "meeting"),
    ("Norway put the talks on hold.", "talks"),
    ("The talks are on hold.", "talks"),
    ("The summit in Oslo is off.", "summit"),
    ("The trip to Norway was called off at the last minute.", "trip"),
    ("The court halted the execution of Dorin Hale.", "execution"),
    ("Norway suspended the talks with Sweden.", "talks"),
    ("The election in Norway has been delayed until May.", "election"),
    ("Norway pulled out of the talks with Sweden.", "talks"),
    ("The visit had been scheduled for Monday but was cancelled.", "visit"),
    ("A plot to attack the port was foiled.", "attack"),
    ("Police foiled a plot to bomb the port.", "bomb"),
    ("Norway shelved plans for an invasion of Sweden.", "invasion"),
    ("Norway abandoned its plan to invade Sweden.", "invade"),
    ("Ilse Maran cancelled plans to visit Norway.", "visit"),
    ("Ilse Maran dropped plans to visit Norway.", "visit"),
    ("The planned visit to Norway has been scrapped.", "visit"),
    ("Ilse Maran was forced to cancel a visit to Norway.", "visit"),
    ("Ilse Maran backed out of the debate.", "debate"),
    ("Ilse Maran met Dorin Hale after the vote was postponed.", "vote"),
    ("Norway vetoed the sanctions on Sweden.", "sanctions"),
    ("The planned handover of two camps did not go ahead on Saturday.", "handover"),
    ("Friday's dinner in Oslo will not take place, the ministry said.", "dinner"),
]
DENIED = [
    ("Not one krone was paid to the gang, Ilse Maran said.", "paid"),
    ("Not a single soldier was killed in Bergen, Norway said.", "killed"),
    ("The meeting, originally scheduled for Monday, never took place.", "meeting"),
    ("Norway denied attacking the port.", "attacking"),
    ("Norway denied any attack on the port.", "attack"),
    ("Norway rejected claims that it had attacked the port.", "attacked"),
    ("Norway dismissed reports of an attack on the port.", "attack"),
    ("Officials denied reports that Ilse Maran had resigned.", "resigned"),
    ("There was no attack on the port, Norway said.", "attack"),
    ("No meeting with Dorin Hale took place, Ilse Maran said.", "meeting"),
    ("Ilse Maran never met Dorin Hale.", "met"),
    ("Norway and Sweden have not reached an agreement.", "agreement"),
    ("They left Oslo without an agreement.", "agreement"),
    ("Ilse Maran said she had no plans to visit Norway.", "visit"),
    ("Ilse Maran has no intention of resigning.", "resigning"),
    ("Ilse Maran is not expected to visit Norway.", "visit"),
    ("It is untrue that Norway attacked the port.", "attacked"),
    ("Nobody was arrested in Oslo on Monday.", "arrested"),
    ("Ilse Maran stopped short of endorsing Dorin Hale.", "endorsing"),
    ("The talks failed to produce a ceasefire.", "ceasefire"),
    ("The court decided not to prosecute Dorin Hale.", "prosecute"),
    ("The decision not to prosecute Dorin Hale drew criticism.", "prosecute"),
    ("Ilse Maran apologised for failing to prosecute Dorin Hale.", "prosecute"),
    ("The company said it had shipped none of the vaccine.", "shipped"),
    ("Norway raised no objection to the plan.", "raised"),
    ("Reports that a truce had been agreed were false.", "truce"),
]
HYPOTHETICAL = [
    ("Norway would have attacked the port had Sweden not surrendered.", "attacked"),
    ("If Norway had attacked the port, Sweden would have surrendered.", "attacked"),
    ("Sweden feared that Norway might attack the port.", "attack"),
    ("There are fears of an attack on the port.", "attack"),
    ("The prospect of a war between Norway and Sweden alarmed envoys.", "war"),
    ("The risk of an invasion of Norway has grown.", "invasion"),
    ("Norway called for a ceasefire in Sweden.", "ceasefire"),
    ("Calls for a ceasefire in Sweden grew.", "ceasefire"),
    ("Hopes of a ceasefire in Sweden faded.", "ceasefire"),
    ("Norway said it was willing to release the prisoners.", "release"),
    ("Norway would release the prisoners only if Sweden withdrew.", "release"),
    ("It is unclear whether Norway attacked the port.", "attacked"),
    ("Ilse Maran wants to meet Dorin Hale.", "meet"),
    ("The committee is considering whether to impeach Ilse Maran.", "impeach"),
    ("A war between Norway and Sweden would be a disaster.", "war"),
    ("An attack could lead to a war with Sweden.", "war"),
    ("Norway could be forced to withdraw from Sweden.", "withdraw"),
    ("A victory in Norway would have helped Ilse Maran.", "victory"),
    ("A court could order the release of the prisoners.", "release"),
    ("Ilse Maran is open to a meeting with Dorin Hale.", "meeting"),
    ("The two sides could get down to negotiations in May.", "negotiations"),
    ("A settlement could be achieved through peaceful negotiations.", "negotiations"),
    ("Officials would not speculate on talks with Norway.", "talks"),
    ("The valve would be reopened once Norway had paid its debts.", "paid"),
    ("Should the dam fail, Norway would evacuate the valley.", "evacuate"),
]
HAPPENED = [
    ("Norway rejected an offer of talks.", "offer"),
    ("It was not the first strike at the mine in Bergen.", "strike"),
    ("Ilse Maran said this was not the agreement that she wanted.", "agreement"),
    ("Ilse Maran did not attend the meeting in Oslo on Monday.", "meeting"),
    ("Ilse Maran skipped the summit in Oslo.", "summit"),
    ("The Senate declined to confirm Dorin Hale, who was arrested in Oslo.", "arrested"),
    ("Norway failed to prevent the attack on the port.", "attack"),
    ("The police could not stop the riot in Oslo.", "riot"),
    ("Ilse Maran, who met Dorin Hale in May, will resign.", "met"),
    ("Ilse Maran will discuss the attack on the port.", "attack"),
    ("Ilse Maran will testify about the attack on the port.", "attack"),
    ("Norway may punish those who attacked the port.", "attacked"),
    ("Ilse Maran refused to comment on the arrest of Dorin Hale.", "arrest"),
    ("Ilse Maran managed to escape from Norway.", "escape"),
    ("Norway decided to invade Sweden in 2014.", "invade"),
    ("Ilse Maran used to visit Norway before the war with Sweden.", "war"),
    ("Ilse Maran flew to Oslo to meet Dorin Hale on Monday.", "meet"),
    ("Norway accused Sweden of attacking the port.", "attacking"),
    ("Norway blamed Sweden for the attack on the port.", "attack"),
]


def status_of(text: str, word: str) -> Status | None:
    """The status of the event that a word of a text ends or is part of."""
    for one in reading_of(text).events:
        words = text[one.start : one.end].casefold()
        if word in words.split() or words.endswith(word):
            return one.status
    return None


@pytest.mark.parametrize(("text", "word"), ONGOING)
def test_what_goes_on(text: str, word: str) -> None:
    assert status_of(text, word) == "ongoing"


@pytest.mark.parametrize(("text", "word"), PLANNED)
def test_what_is_to_come_whoever_stays_away(text: str, word: str) -> None:
    assert status_of(text, word) == "planned"


@pytest.mark.parametrize(("text", "word"), CANCELLED)
def test_what_is_called_off(text: str, word: str) -> None:
    assert status_of(text, word) == "cancelled"


@pytest.mark.parametrize(("text", "word"), DENIED)
def test_what_is_not_so(text: str, word: str) -> None:
    assert status_of(text, word) == "denied"


@pytest.mark.parametrize(("text", "word"), HYPOTHETICAL)
def test_what_only_may_be(text: str, word: str) -> None:
    assert status_of(text, word) == "hypothetical"


@pytest.mark.parametrize(("text", "word"), HAPPENED)
def test_what_happened(text: str, word: str) -> None:
    assert status_of(text, word) == "happened"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The report did not capture the extent of the damage.", "capture"),
        ("Ilse Maran took 63 percent of the white vote.", "vote"),
        ("The bill needs 60 votes to pass, Ilse Maran said.", "votes"),
        ("The shutdown left 800 workers in Norway without pay.", "left"),
        ("Ilse Maran was hit with a blistering statement.", "hit"),
        ("The plan will live or die in Norway on Friday.", "die"),
        ("No agreement is perfect, Ilse Maran said.", "agreement"),
        ("Ilse Maran lost her patience with Norway in May.", "lost"),
        ("Norway will raid $700 million from the fund.", "raid"),
        ("The constitution confers on Ilse Maran the power to pardon.", "confers"),
        ("Ilse Maran saw a flood of bills in Norway.", "flood"),
        ("In the event of a crisis in Norway, Ilse Maran will speak.", "event"),
        ("In a speech on Sunday, Ilse Maran attacked her rival in Norway.", "attacked"),
        ("Ilse Maran attacked her rival in Norway, calling him a coward.", "attacked"),
        ("Ilse Maran is constantly meeting Dorin Hale.", "meeting"),
        ("The schools in Oslo are shut until Monday, Ilse Maran announced.", "announced"),
        ("Ilse Maran, who leads the convoy, said that soldiers had come.", "leads"),
        ("The bridge meets every specification, Ilse Maran said.", "meets"),
        ("Ilse Maran declined to comment on Friday.", "declined"),
        ("People in Norway pay taxes.", "pay"),
        ("The NATO military alliance met in Oslo.", "alliance"),
        ("Ilse Maran called the verdict a victory for common sense.", "victory"),
        ("Ilse Maran described the tax as an attack on farmers.", "attack"),
    ],
)
def test_figures_of_speech_are_no_events(text: str, word: str) -> None:
    assert status_of(text, word) is None


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("The fever claimed 31 lives in Norway.", "claimed", "kill"),
        ("Dorin Hale was being held at a barracks in Oslo.", "held", "detain"),
        ("Soldiers turned it back at the bridge.", "turned", "turn back"),
        ("Ilse Maran turned down the terms.", "down", "turn down"),
        ("The senator took the oath in Oslo.", "took", "swear in"),
        ("Officials deny that police used live rounds.", "deny", "deny"),
        ("Ilse Maran said that it would go ahead.", "ahead", "go ahead"),
        ("Norway kicked out three Swedish envoys on Monday.", "out", "expel"),
        ("Police rounded up forty marchers in Oslo.", "up", "arrest"),
        ("Norway put up its fares on Monday.", "up", "raise price"),
        ("The Norwegian ferry went down on Monday.", "down", "sink"),
    ],
)
def test_what_a_verb_means_with_its_noun(text: str, word: str, label: str) -> None:
    (found,) = [one for one in reading_of(text).events if text[one.start : one.end].endswith(word)]
    assert found.label == label


def test_the_closure_of_something_is_told_of() -> None:
    assert status_of("Envoys talked of the closure of the strait.", "closure") == "happened"


def test_a_year_to_come_is_that_of_a_plan() -> None:
    assert status_of("Ilse Maran faces an election in Norway next year.", "election") == "planned"


def test_a_war_that_a_date_puts_in_the_past_is_over() -> None:
    text = "The war in Norway in 2003 is a lesson, Ilse Maran said."
    assert status_of(text, "war") == "happened"


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Norway has not ruled out nationalising the port.", "nationalising", "hypothetical"),
        ("The parliament of Norway is yet to approve the budget.", "approve", "hypothetical"),
        ("Her resignation had been expected.", "resignation", "happened"),
        ("Two ferries narrowly avoided a collision off Bergen.", "collision", "cancelled"),
        ("Ilse Maran was to have opened the bridge on Friday.", "opened", "cancelled"),
        (
            "He had been due to meet farm leaders on Monday, but the talks fell through.",
            "meet",
            "cancelled",
        ),
        ("The merger is subject to approval by regulators.", "merger", "planned"),
        ("Dockers are on strike at the port of Bergen.", "strike", "ongoing"),
        ("Alsted is in talks to buy its rival in Norway.", "talks", "ongoing"),
        ("Alsted is in talks to buy its rival in Norway.", "buy", "hypothetical"),
        ("Dorin Hale denied having met the envoy.", "met", "denied"),
        ("Dorin Hale pleaded not guilty to bribing a judge.", "bribing", "denied"),
        ("The council backed away from closing the library.", "closing", "denied"),
        ("The train nearly crashed into a lorry.", "crashed", "denied"),
        ("The firm almost collapsed last year.", "collapsed", "denied"),
    ],
)
def test_what_was_meant_or_near_and_did_not_come(text: str, word: str, status: Status) -> None:
    assert status_of(text, word) == status
