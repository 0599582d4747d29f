"""Sentences in the manner of several newsrooms, invented, as the shipped encoder reads them."""

from datetime import date

import pytest

from tests.read.plain_reader import article_of, parts_of
from variorum.read.encoder.encoder import Encoder
from variorum.read.reading import read
from variorum.record.when import day

ASSEMBLY = """\
Leader of the Opposition Sunita Yerrapalli alleged that the Minister was hiding the report. "Why \
is he afraid?" she asked.
Earlier, Ms. Yerrapalli said that farmers had lost. "Forty-two are dead," said the Yuva leader.
Cllr Janet Frobisher responded that letters had gone out in July.
Lund MP Sir Graham Pell wrote on Facebook that he had asked the minister to step in.
"""
RIVER = """\
Its health minister, Ileana Sobhari, said her ministry had been given a day's notice and called \
the decision "a wall built out of panic".
The blessing goes ahead on Friday, the abbess of Doma confirmed. "The river has been sick \
before," she said.
Corvane Hydro, which was paid to mend the dam in 2030, said that it had met every rule.
Commenting on the minister's statement that roads could open, the engineer Ana Brill said that \
nobody had asked her.
A guard, who asked not to be named, said it was late. The ministry denied that at the time.
"""
VALLEY = """\
"You can't eat copper," Rosa Quispe says, and laughs. "They never ask," says Quispe.
Andes Copper, the Canadian company that holds the right, says the mine will bring 3,000 jobs. In \
an email its director, Grant Whitlock, wrote that the company "will listen to everybody".
When I read this to Quispe, she is silent. "Who did he listen to?" she asks finally.
President Josefa Marrin thanked the crews. "You sent thirty boats," Marrin said. Quoting the poet \
Ana Lira, she said: "The sea gives back what it takes."
"""
LEAD = """\
The Republican chairman of the House panel says he does not agree that the inquiry is late.
"I don't think it is late," Rep. Orrin Gowd said Sunday.
"""

NORTH = """\
Envoy Sigrid Hallan flew in twice. The Norwegian said: "A telephone is not a drum."
Baraka Mwela chaired the panel. The Tanzanian hydrologist said the report would be late.
Minister Milena Kostova spoke in Varna. According to her words, the debt amounts to 310 million.
Asked about Ansel, Dorin Hald did not pause. "We will stay," he said.
"""
COURTS = """\
The appeals court heard Corvane Hydro on Monday. The ministry then cancelled the flight. It said \
that the flight had cost a million crowns.
Ambassador Ines Larrond of Uruguay, who said that three members had asked for it, left early.
Prime Minister Lemma Workin will travel to Kigali in May, his office announced.
Tory councillor Simon Asher wrote the rule. "Rules are rules," the Tory snapped.
"""
ROW = """\
Gran-of-six Maureen Pickering, 71, said: "I have had that bin longer than my second husband."
Paul Nzeru, the union's secretary general, wants more. The government spokesman denied that the \
line was closed.
Mayor Ada Prior did not respond to requests for comment.
"""


@pytest.fixture(scope="module")
def said(encoder: Encoder) -> dict[str, str | None]:
    """What is quoted in all texts, and by whom."""
    return {
        " … ".join(parts_of(text, one)): one.speaker_name
        for text in (ASSEMBLY, RIVER, VALLEY, LEAD, NORTH, COURTS, ROW)
        for one in read(article_of(text), encoder).quotations
    }


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("that the Minister was hiding the report", "Sunita Yerrapalli"),
        ("Why is he afraid?", "Sunita Yerrapalli"),
        ("Forty-two are dead,", "Sunita Yerrapalli"),
        ("that letters had gone out in July", "Janet Frobisher"),
        ("that he had asked the minister to step in", "Graham Pell"),
        ("her ministry had been given a day's notice", "Ileana Sobhari"),
        ('the decision "a wall built out of panic"', "Ileana Sobhari"),
        ("The river has been sick before,", "the abbess of Doma"),
        ("that nobody had asked her", "Ana Brill"),
        ("it was late", "A guard"),
        ("the mine will bring 3,000 jobs", "Andes Copper"),
        ("Who did he listen to?", "Rosa Quispe"),
        ("The sea gives back what it takes.", "Josefa Marrin"),
        ("he does not agree that the inquiry is late", "Orrin Gowd"),
        ("A telephone is not a drum.", "Sigrid Hallan"),
        ("the report would be late", "Baraka Mwela"),
        ("the debt amounts to 310 million", "Milena Kostova"),
        ("We will stay,", "Dorin Hald"),
        ("that the flight had cost a million crowns", "ministry"),
        ("that three members had asked for it", "Ines Larrond"),
        ("Prime Minister Lemma Workin will travel to Kigali in May", "Lemma Workin"),
        ("Rules are rules,", "Simon Asher"),
        ("I have had that bin longer than my second husband.", "Maureen Pickering"),
        ("that the line was closed", "The government spokesman"),
    ],
)
def test_who_says_what(words: str, speaker: str, said: dict[str, str | None]) -> None:
    assert said.get(words) == speaker


@pytest.mark.parametrize(
    "words",
    ["that at the time", "not to be named", "the minister's statement", "to requests for"],
)
def test_what_nobody_says(words: str, said: dict[str, str | None]) -> None:
    assert not [content for content in said if content.startswith(words)]


def test_a_day_that_is_told_of_the_source_is_not_the_day_of_the_words(encoder: Encoder) -> None:
    published = day(date(2032, 11, 8), "stated")
    (told,) = [
        one
        for one in read(article_of(RIVER, published=published), encoder).quotations
        if one.speaker_name == "Corvane Hydro"
    ]
    assert told.said is None


QUAY = """\
The head of Norway's nurses' union was arrested on Saturday before talks were to begin.
Tram director Ilse Maran insisted that the line was safe. Dorin Hale is accused of threats.
Terminal operator Osterlin BV said it had gone to court over the terminal. Shipping line Corvay \
Maritime said it had turned three ships away.
"""


def test_nobody_is_held_for_another_whose_office_is_of_something_else(encoder: Encoder) -> None:
    found = read(article_of(QUAY, published=day(date(2032, 11, 8), "stated")), encoder)
    (held,) = [one for one in found.events if QUAY[one.start : one.end] == "arrested"]
    assert [(one.entity, one.name) for one in held.participants] == [
        (None, "head of Norway's nurses' union")
    ]


def test_a_body_behind_what_it_is_speaks_by_its_name(encoder: Encoder) -> None:
    found = read(article_of(QUAY), encoder)
    said = {" … ".join(parts_of(QUAY, one)): one.speaker_name for one in found.quotations}
    assert said.get("it had gone to court over the terminal") in ("Osterlin BV", "Osterlin")
    assert said.get("it had turned three ships away") == "Corvay Maritime"
    kinds = {one.name.split()[0]: one.kind for one in found.entities}
    assert "Terminal" not in kinds
    assert kinds["Osterlin"] == "organization"
