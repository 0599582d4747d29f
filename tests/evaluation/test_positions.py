import json

import pytest

from evaluation.corpora import GOLD, has_corpus
from evaluation.positions import SAMPLED, article_of_text, gold_of, labelled_articles


def test_gold_rows_are_whole() -> None:
    lines = (GOLD / "positions.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) >= 300
    for row in rows:
        assert row["stance"] in ("for", "against", "conditional", None)
        assert 0 <= row["start"] < row["end"]
        assert (row["half"], row["collection"], row["sampled"]) in SAMPLED
    halves = {half: {row["article"] for row in rows if row["half"] == half} for half in
              ("tuning", "held_out")}  # fmt: skip
    assert not halves["tuning"] & halves["held_out"]


@pytest.mark.skipif(not has_corpus("helsinki"), reason="the Helsinki texts are not at hand")
def test_gold_places_are_in_their_texts() -> None:
    gold = {key: rows for key, rows in gold_of("tuning").items() if key[0] == "helsinki"}
    for key, article in labelled_articles(gold).items():
        for row in gold[key]:
            assert row.span.of(article.text).strip()


def test_lines_are_paragraphs() -> None:
    article = article_of_text("x", "One line .\n\nAnother one .")
    assert [article.text[one.start : one.end] for one in article.blocks_of("body")] == [
        "One line .",
        "Another one .",
    ]
