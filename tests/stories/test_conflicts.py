"""The sample story's conflicts beside those that a careful reader found."""

from pathlib import Path

import pytest

import variorum
from evaluation.golden import Row, locate, overlap, rows
from tests.stories.known import items
from variorum.compare.words import sentence_at
from variorum.record.span import Span

GOLD = rows(Path(__file__).parent / "sample", "conflicts")
KNOWN = {
    "people who have fled the peninsula": '"about" and "more than" may both be true',
    "whether Venn called the meeting off": "the denial and the report are not held for one event",
    "why the talks ended without agreement": "told by words that one text adds",
}


def is_found(story: variorum.Story, texts: dict[str, str], ids: dict[str, str], row: Row) -> bool:
    """Whether a conflict holds two of the row's values against each other."""
    for conflict in (one for one in story.conflicts if one.kind == row["kind"]):
        values = {
            claim["value"]
            for claim in row["claims"]
            for one in conflict.claims
            if one.article == ids[claim["file"]]
            and overlap((one.start, one.end), _sentence(texts[claim["file"]], claim["text"]))
        }
        if len(values) > 1:
            return True
    return False


def _sentence(text: str, words: str) -> tuple[int, int]:
    """The sentence that says some words: a conflict may be shown by others of it."""
    sentence = sentence_at(text, Span(*locate(text, words)))
    return sentence.start, sentence.end


@pytest.mark.parametrize("row", items({row["about"]: row for row in GOLD}, KNOWN))
def test_conflicts_that_a_reader_found(story, texts, articles, row: Row) -> None:
    ids = {file: article.id for file, article in articles.items()}
    assert is_found(story, texts, ids, row)


def test_none_is_found_of_plain_rewording(story) -> None:
    # The gold leaves out sources that a rewrite drops of what nobody disputes; they are told too.
    disputed = [
        one for one in story.conflicts if one.reasons[0] != "Only one side says who says so"
    ]
    assert len(disputed) <= len(GOLD)
    assert all(len(one.sides) > 1 for one in story.conflicts)
