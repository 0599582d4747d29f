"""Whom "the president" means when two people have that office."""

import pytest

from tests.read.plain_reader import article_of
from variorum.read.encoder.encoder import Encoder
from variorum.read.reading import read

TALKS = """\
Osteria President Mirko Dahl called his Vardan counterpart Jens Aldo on Tuesday.
Aldo's office said he had made no promise. "Not one bridge is for sale," the president said.
"""
COURTESIES = """\
Foreign Ministers Lena Holt and Piet Marek met in Lund. Marek arrived late. "The road was long,"
the minister said. Holt waited. "I had a book," the foreign minister said.
"""


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (TALKS, "Not one bridge is for sale,", "Jens Aldo"),
        (COURTESIES, "The road was long,", "Piet Marek"),
        (COURTESIES, "I had a book,", "Lena Holt"),
    ],
)
def test_an_office_that_another_title_tells(
    encoder: Encoder, text: str, words: str, speaker: str
) -> None:
    article = article_of(text)
    said = {
        span.of(article.text): one.speaker_name
        for one in read(article, encoder).quotations
        for span in one.content
    }
    assert said[words] == speaker
