"""Reports whose attribution stands behind them, in sentences that the encoder reads without it."""

import pytest

from tests.read.plain_reader import article_of
from variorum.read.encoder.encoder import Encoder
from variorum.read.reading import read

BEFORE = "The meeting of the harbour board lasted until midnight on Tuesday.\n\n"


def reports(encoder: Encoder, sentence: str) -> list[tuple[str | None, str]]:
    article = article_of(BEFORE + sentence)
    return [
        (one.speaker_name, " … ".join(span.of(article.text) for span in one.content))
        for one in read(article, encoder).quotations
        if one.mode == "indirect"
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        (
            "There will be no second ferry, Transport Minister Oda Brekke told a news conference "
            "an hour later.",
            "Oda Brekke",
            "There will be no second ferry",
        ),
        (
            "The mayor and the owner talked for an hour on Monday, officials on both sides said.",
            "officials on both sides",
            "The mayor and the owner talked for an hour on Monday",
        ),
        (
            "Council, which is to debate the quay on Friday, is expected to back her, said its "
            "speaker, Counsellor Jon Vik.",
            "Counsellor Jon Vik",
            "Council, which is to debate the quay on Friday, is expected to back her",
        ),
        (
            "Brekke asks for 900 kroner a week; Solheim has offered 840, two clerks in his office "
            "said.",
            "two clerks in his office",
            "Solheim has offered 840",
        ),
        (
            "Solheim, who leads the party, supports the bill, but two of its deputies intend to "
            "abstain, according to a party official who asked not to be named.",
            "party official",
            "two of its deputies intend to abstain",
        ),
        (
            "The treasury put the cost at 450 million kroner.",
            "treasury",
            "the cost at 450 million kroner",
        ),
    ],
)
def test_what_stands_before_an_attribution_is_a_report(
    encoder: Encoder, sentence: str, speaker: str, words: str
) -> None:
    assert (speaker, words) in [
        (name and name.removeprefix("a ").removeprefix("The "), told)
        for name, told in reports(encoder, sentence)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "After the vote, Brekke told reporters that she would resign.",
        "In the rough sea, little went according to plan.",
        "As the talks ended, Solheim said nothing.",
        "The owner put the ferry at the quay and left.",
    ],
)
def test_what_is_no_clause_of_its_own_is_no_report(encoder: Encoder, sentence: str) -> None:
    told = [words for _, words in reports(encoder, sentence)]
    assert not any(words.startswith(("After", "In the", "As the", "the ferry")) for words in told)
