"""Measures who, what, when and where of the event that an article is about.

    python -m evaluation.main_events [--errors]

The gold is Giveme5W1H's: 96 articles, each with phrases that people marked as answers. An answer
is right if it shares a name, a number or a word of four letters or more with one of the phrases; of
`when`, if the interval holds the day that the phrase was taken for, or shares such a word.
Precision is the share of right answers among those given where there is a gold phrase. This is
not how others were judged (people rated their answers, .73 of which were right), so the figures
tell of progress, not of rank. Half of the articles, by the hash of their id, tuned the weights.
"""

import argparse
import hashlib
import json
import tarfile
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from evaluation.corpora import data_folder
from variorum.ingest.articles import make_article
from variorum.ingest.items import Item
from variorum.ingest.page import Page
from variorum.ingest.rows import page_of_row
from variorum.read.encoder.encoder import Encoder
from variorum.read.events.main import MainEvent, main_event
from variorum.read.passages import WindowReader
from variorum.read.reading import read
from variorum.record.article import Article

QUESTIONS: Final = ("who", "what", "when", "where")


def documents() -> Iterator[dict[str, Any]]:
    """The gold articles as they stand in their files; none if they are not at hand."""
    folder = data_folder()
    path = folder / "clusters" / "giveme5w1h.tar.gz" if folder else None
    if path is None or not path.exists():
        return
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda one: one.name):
            name = member.name.rpartition("/")[2]
            wanted = "gold_standard" in member.name and name.endswith(".json")
            if wanted and not name.startswith("._") and (stream := archive.extractfile(member)):
                yield json.load(stream)


def half_of(document: dict[str, Any]) -> str:
    """The half that a document belongs to."""
    return ("tuning", "held_out")[hashlib.sha256(document["dId"].encode()).digest()[0] % 2]


def article_of(document: dict[str, Any]) -> Article | None:
    """A gold document as an article."""
    row = {
        "id": document["dId"], "url": document["url"], "title": document["title"],
        "published": document["date_publish"], "text": document["text"],
    }  # fmt: skip
    page = page_of_row(Item(row["id"], "rows", json.dumps(row).encode()))
    return make_article(page, {}) if isinstance(page, Page) else None


def is_right(question: str, found: MainEvent, article: Article, gold: list[dict[str, Any]]) -> bool:
    """Whether an answer agrees with one of the gold phrases."""
    mention = found.mention
    answers = {
        "who": " ".join(found.who),
        "what": f"{found.what} {mention.label}",
        "when": mention.at.of(article.text) if mention.at else "",
        "where": found.where or "",
    }
    words = _words(answers[question])
    if any(words & _words(one["text"]) for one in gold):
        return True
    if question != "when" or found.when is None:
        return False
    first, last = (day.isoformat() for day in found.when.days)
    return any(first <= str(one.get("parsed") or "")[:10] <= last for one in gold)


def _words(text: str) -> set[str]:
    words = "".join(sign if sign.isalnum() else " " for sign in text).split()
    return {word.casefold()[:6] for word in words if len(word) > 3 or not word.islower()}


def measure(encoder: WindowReader, *, tell_errors: bool = False) -> dict[str, dict[str, float]]:
    """The precision of each question in each half, with the mean of all."""
    right: Counter[tuple[str, str]] = Counter()
    given: Counter[tuple[str, str]] = Counter()
    for document in documents():
        article, half = article_of(document), half_of(document)
        reading = read(article, encoder) if article else None
        found = main_event(article, reading) if article and reading else None
        if article is None or found is None:
            continue
        for question in QUESTIONS:
            marked = document["fiveWoneH"][question]["annotated"]
            gold = [one for one in marked if one.get("text")]
            if gold and (question != "where" or found.where) and (question != "who" or found.who):
                good = is_right(question, found, article, gold)
                given[half, question] += 1
                right[half, question] += good
                if tell_errors and not good and half == "tuning":
                    phrases = [one["text"] for one in gold]
                    answer = (found.mention.label, found.who, found.when, found.where)
                    print(f"{question}: {article.title!r}: {answer} for {phrases}")
    figures: dict[str, dict[str, float]] = {}
    for half in ("tuning", "held_out"):
        shares = {one: right[half, one] / max(1, given[half, one]) for one in QUESTIONS}
        figures[half] = shares | {
            "mean": sum(shares.values()) / len(shares),
            "answers": sum(given[half, one] for one in QUESTIONS),
        }
    return figures


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print what is wrong in tuning")
    for half, figures in measure(Encoder.shipped(), tell_errors=parser.parse_args().errors).items():
        print(half, *(f"{name} {value:.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
