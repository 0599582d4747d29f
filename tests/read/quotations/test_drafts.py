"""Which parts of an attribution belong together."""

import pytest

from tests.read.attitudes.test_finding import encoder
from tests.read.plain_reader import article_of
from variorum.read.quotations.drafts import own_sources
from variorum.read.reading import read

SHE_SAID = ((2, 3), [(0, 2)], [(3, 8)], 0.9)
"""Words 0 and 1 say, with word 2, words 3 to 7."""


@pytest.mark.parametrize(
    ("source", "own"),
    [
        ([(0, 2), (9, 12)], [(9, 12)]),
        ([(9, 10), (11, 12)], [(9, 10), (11, 12)]),
        ([(9, 12), (20, 22)], [(9, 12), (20, 22)]),
        ([(0, 2)], [(0, 2)]),
        ([(0, 2), (10, 11)], [(10, 11)]),
    ],
    ids=[
        "another cue lies between",
        "a joint source",
        "behind its cue, too",
        "the only one stays",
        "the nearest stays",
    ],
)
def test_a_source_that_belongs_to_another_cue_is_left_off(source, own):
    but_he_said = ((12, 13), source, [(13, 19)], 0.9)
    assert list(own_sources([SHE_SAID, but_he_said])) == [
        SHE_SAID,
        ((12, 13), own, [(13, 19)], 0.9),
    ]


def test_a_speaker_of_another_paragraph_does_not_say_what_follows_anothers_report():
    text = (
        "Kaduna's governor, Uba Sani, insisted no money had changed hands. "
        '"Not a single naira was paid," he said.\n\n'
        "Parents tell another story. One father, Ibrahim Musa, said families had paid the gang "
        'on Thursday. "We sold our land. What else could we do?"\n'
    )
    said = {
        one.content[0].of(text): one.speaker_name
        for one in read(article_of(text), encoder()).quotations
        if one.mode == "direct"
    }
    assert said["We sold our land. What else could we do?"] == "Ibrahim Musa"
    assert said["Not a single naira was paid,"] == "Uba Sani"


def test_who_stops_short_of_saying_a_thing_does_not_say_it():
    text = (
        "Monitors from the Organization for Security reported cases of vote-buying, but stopped "
        "short of saying that the election had been rigged.\n"
    )
    found = [one.content[0].of(text) for one in read(article_of(text), encoder()).quotations]
    assert not [one for one in found if "rigged" in one]


def test_what_another_paragraph_says_is_not_reported_by_a_later_one():
    text = (
        '"No such visit is planned," spokesman Emil Barga told a news conference. "Mr Grost must '
        'first apologise."\n\n'
        "Iran blames the inspectors for the bombing of its plants last month, in which 41 people "
        "died, according to the health ministry.\n"
    )
    found = read(article_of(text), encoder()).quotations
    assert {
        one.speaker_name for one in found for part in one.content if "apologise" in part.of(text)
    } == {"Emil Barga"}


def test_a_surname_that_is_taken_for_a_noun_says_what_it_denies():
    text = (
        '"This is the clearest mandate in 30 years," said Niek Stam, who leads the union. '
        "The strike will go ahead unless ECT guarantees every job until 2030, he added.\n\n"
        "ECT has asked a Rotterdam court to stop the action.\n\n"
        "Leo Ruijs, the firm's boss, said the union had rejected a three-year guarantee made on "
        'Wednesday night. Stam denied that any such offer had been received. "There is nothing on '
        'the table," he said.\n'
    )
    found = read(article_of(text), encoder()).quotations
    assert [one.speaker_name for one in found][-3:] == ["Leo Ruijs", "Niek Stam", "Niek Stam"]


def test_how_much_earlier_something_is_than_planned_is_not_when_it_is_said():
    text = "The duty will end on 31 May, Mira Osk said, a month earlier than planned.\n"
    (found,) = read(article_of(text), encoder()).quotations
    assert (found.speaker_name, found.said_at) == ("Mira Osk", None)
