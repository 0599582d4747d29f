"""Three news texts, invented, as the shipped encoder reads them: who says what stands in marks."""

import pytest

from tests.read.plain_reader import article_of, parts_of
from variorum.read.encoder.encoder import Encoder
from variorum.read.reading import read
from variorum.record.reading import Quotation

COURT = """\
HARTFIELD, March 4 - A jury on Tuesday found the shipping magnate Anders Vell guilty of bribing \
two harbour officials, after a trial that lasted nine weeks.
"This verdict tells every company in this state that nobody is above the law," District Attorney \
Marisol Quint told reporters outside the courthouse. "We will ask for twelve years."
"The evidence was thin," said Vell's lawyer, Tobias Renn, "and the judge let the jury hear things \
it should never have heard."
A juror, who asked not to be named, said the panel had been divided for four days.
"It came down to the ledgers," the juror said.
Judge Helen Okafor set the sentencing for May 12. "I remind the parties that the court's order on \
publicity still stands," she said.
"We were lied to for years," Pia Lindgren, a former bookkeeper at the company, testified in \
January. "Every month there was a second set of books.
"Nobody dared to ask why."
In a statement on the messaging service Signalpost, Vell called the trial "a circus". He appeared \
last month on "Harbour Tonight" and wrote about the case in his memoir "The Long Quay".
Quint and Mayor Ruth Adeyemi said in a joint statement that the harbour board would be dissolved.
"""
BANK = """\
"Inflation is not defeated," Governor Liesbeth Maurer told a news conference in Ostervik. "We \
would rather do too much than too little."
Finance Minister Pavel Dorn criticized the decision. "Families cannot pay for the mistakes of \
economists," he wrote on Chirper.
"No one wanted this," a senior official said. The official added that the next meeting would be \
calmer.
KARL BREMER: Will you raise rates again in June?
LIESBETH MAURER: We will do what is needed, and I will not say more than that today.
"The bank is doing its job," said Norland's president, Emil Thorsen. Visiting President Ana Duarte \
of Castella said only that her country had "its own worries".
"""
QUAKE = """\
An earthquake of magnitude 6.8 struck the Marran valley early on Sunday, killing at least 41 \
people, the Interior Ministry said.
"The house moved like a boat," said Selim Arda, 34, a farmer in the village of Kovet. "I took the \
children and ran."
His wife, Nadia Arda, said they had slept in their car. "We have nothing left," she said.
"Please stay away from damaged buildings," the ministry wrote on X, adding that hospitals were open.
"We need tents, blankets, water - we need everything," said Dr. Amira Haddad of the Red Crescent, \
"and we need it tonight."
Prime Minister Olga Reiss, who cut short a visit to Lund, promised help "without delay". She and \
Interior Minister Bako Tarr said in a joint statement that the army had sent 600 soldiers.
"People should not go back into their homes," the seismologist Petra Holm said in an interview \
with Radio Marran.
The prime minister said the government would pay for funerals.
"""


def quotation(text: str, words: str, encoder: Encoder) -> Quotation:
    """The quotation that holds some words."""
    found = [
        one
        for one in read(article_of(text), encoder).quotations
        if any(words in part for part in parts_of(text, one))
    ]
    assert found, words
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (COURT, "This verdict tells", "Marisol Quint"),
        (COURT, "We will ask for twelve", "Marisol Quint"),
        (COURT, "The evidence was thin", "Tobias Renn"),
        (COURT, "and the judge let the jury", "Tobias Renn"),
        (COURT, "It came down to", "the juror"),
        (COURT, "I remind the parties", "Helen Okafor"),
        (COURT, "We were lied to", "Pia Lindgren"),
        (COURT, "Nobody dared", "Pia Lindgren"),
        (COURT, "a circus", "Anders Vell"),
        (COURT, "board would be dissolved", "Quint and Mayor Ruth Adeyemi"),
        (BANK, "Inflation is not", "Liesbeth Maurer"),
        (BANK, "We would rather", "Liesbeth Maurer"),
        (BANK, "Families cannot pay", "Pavel Dorn"),
        (BANK, "No one wanted this", "a senior official"),
        (BANK, "The bank is doing", "Emil Thorsen"),
        (BANK, "its own worries", "Ana Duarte"),
        (QUAKE, "The house moved", "Selim Arda"),
        (QUAKE, "I took the children", "Selim Arda"),
        (QUAKE, "We have nothing left", "Nadia Arda"),
        (QUAKE, "Please stay away", "Interior Ministry"),
        (QUAKE, "we need it tonight", "Amira Haddad"),
        (QUAKE, "without delay", "Olga Reiss"),
        (QUAKE, "People should not", "Petra Holm"),
        (QUAKE, "pay for funerals", "Olga Reiss"),
    ],
)
def test_who_says_it(text: str, words: str, speaker: str, encoder: Encoder) -> None:
    assert quotation(text, words, encoder).speaker_name == speaker


@pytest.mark.parametrize(
    ("text", "words", "venue"),
    [
        (COURT, "a circus", "Signalpost"),
        (BANK, "Inflation is not", "a news conference in Ostervik"),
        (BANK, "Families cannot pay", "Chirper"),
        (QUAKE, "Please stay away", "X"),
        (QUAKE, "People should not", "Radio Marran"),
        (
            '"They are handing it all over," Pavel Strand said at a rally in Oslo attended by some '
            "8,000 people.",
            "They are",
            "a rally in Oslo",
        ),
    ],
)
def test_where_it_is_said(text: str, words: str, venue: str, encoder: Encoder) -> None:
    assert quotation(text, words, encoder).venue == venue


def test_what_is_broken_or_runs_over_paragraphs_is_one(encoder: Encoder) -> None:
    assert len(quotation(COURT, "The evidence", encoder).content) == 2
    assert len(quotation(COURT, "We were lied", encoder).content) == 3


def test_titles_and_things_are_not_quoted(encoder: Encoder) -> None:
    for one in read(article_of(COURT), encoder).quotations:
        marked = [part.strip(' ".') for part in parts_of(COURT, one)]
        assert one.mode == "indirect" or not {"Harbour Tonight", "The Long Quay"} & set(marked)


def test_no_name_is_in_capitals(encoder: Encoder) -> None:
    for text in (COURT, BANK, QUAKE):
        names = [one.name for one in read(article_of(text), encoder).entities]
        assert not [name for name in names if " " in name and name.isupper()]
