"""Measures the events that are found in articles.

    python -m evaluation.events [--half tuning|fresh|validation|held_out] [--errors] [--meantime]

The gold is `gold/event_status.jsonl`: words of Helsinki and AllSides articles that an early
version of the reader took for events, drawn so that rare statuses are well represented, with the
status that a person read in the text before looking at the reader's; null where the words tell
of no event. `macro_f1` is the mean over the six statuses, of the gold events that are found;
`found` is their share, `accuracy` the share of all gold events found with the right status;
`refused` the share of words that tell of no event and are not taken for one. Rules were made
looking at the half `tuning` only; no article is in both. `fresh` and `validation` are two halves of
a later draw from other AllSides articles, by status as read and by words that cue one ("called
off", "would have", "is under way"), from a vocabulary wider than the reader's; rules were made
looking at the errors of `fresh`, too, and kept by their figures on `validation`.

`--meantime` compares what is taken for an event with the event mentions that MEANTIME marks
(120 Wikinews articles). It marks speech acts, states and aspects, too, that are no events here.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, get_args

from evaluation.corpora import GOLD, has_corpus, rows_of
from evaluation.meantime import meantime_events
from evaluation.speakers import articles_of as helsinki_articles
from variorum.ingest.articles import make_article
from variorum.ingest.items import Item
from variorum.ingest.page import Page
from variorum.ingest.rows import page_of_row
from variorum.read.encoder.encoder import Encoder
from variorum.read.passages import WindowReader
from variorum.read.reading import read
from variorum.record.article import Article, Block
from variorum.record.event import EventMention, Status

HALVES: Final = ("tuning", "fresh", "validation", "held_out")


class Labelled(NamedTuple):
    """Words of an article and the status of the event that they tell of; None for no event."""

    collection: str
    article: str
    start: int
    end: int
    status: Status | None


class Figures(NamedTuple):
    """Shares from 0 to 1, and how many gold events they count."""

    macro_f1: float
    accuracy: float
    found: float
    refused: float
    events: int


def gold_of(half: str) -> list[Labelled]:
    """The labelled words of a half."""
    with (GOLD / "event_status.jsonl").open(encoding="utf-8") as stream:
        return [
            Labelled(row["collection"], row["article"], row["start"], row["end"], row["status"])
            for row in map(json.loads, stream)
            if row["half"] == half
        ]


def articles_of(gold: Iterable[Labelled]) -> dict[tuple[str, str], Article]:
    """The articles that labelled words stand in; none if the texts are not at hand."""
    ids: dict[str, set[str]] = defaultdict(set)
    for one in gold:
        ids[one.collection].add(one.article)
    if not all(map(has_corpus, ids)):
        return {}
    found = {
        ("helsinki", given): article
        for given, article in helsinki_articles(sorted(ids["helsinki"])).items()
    }
    for row in rows_of("allsides"):
        if row["id"] in ids["allsides"]:
            page = page_of_row(Item(row["id"], "rows", json.dumps(row).encode()))
            if isinstance(page, Page):
                found["allsides", row["id"]] = make_article(page, {})
    return found


def event_at(one: Labelled, events: Iterable[EventMention]) -> EventMention | None:
    """The event that shares characters with labelled words."""
    return next(
        (event for event in events if event.start < one.end and event.end > one.start), None
    )


def figures_of(pairs: Counter[tuple[Status | None, Status | None]]) -> Figures:
    """The figures of pairs of gold and found statuses; None for no event."""
    scores = []
    for status in get_args(Status):
        gold = sum(count for (one, two), count in pairs.items() if one == status and two)
        found = sum(count for (one, two), count in pairs.items() if one and two == status)
        scores.append(2 * pairs[status, status] / max(1, gold + found))
    events = sum(count for (one, _), count in pairs.items() if one)
    others = sum(count for (one, _), count in pairs.items() if not one)
    right = sum(count for (one, two), count in pairs.items() if one and one == two)
    missed = sum(count for (one, two), count in pairs.items() if one and not two)
    return Figures(
        sum(scores) / len(scores),
        right / max(1, events),
        1 - missed / max(1, events),
        pairs[None, None] / max(1, others),
        events,
    )


def measure(half: str, encoder: WindowReader, *, tell_errors: bool = False) -> Figures | None:
    """The figures of a half; None if the texts are not at hand."""
    gold = gold_of(half)
    articles = articles_of(gold)
    if not articles:
        return None
    readings = {key: read(article, encoder) for key, article in articles.items()}
    pairs: Counter[tuple[Status | None, Status | None]] = Counter()
    for one in gold:
        reading = readings[one.collection, one.article]
        event = event_at(one, reading.events) if reading else None
        status = event.status if event else None
        pairs[one.status, status] += 1
        if tell_errors and one.status != status:
            text = articles[one.collection, one.article].text
            words = f"{text[max(0, one.start - 90) : one.start]}[{text[one.start : one.end]}]"
            after = text[one.end : one.end + 50]
            told = event.reasons if event else ()
            print(f"{one.status} read as {status} {told}: {(words + after)!r}")
    if tell_errors:
        print(*sorted(f"{one} as {two}: {count}" for (one, two), count in pairs.items()), sep="\n")
    return figures_of(pairs)


def measure_meantime(encoder: WindowReader) -> Mapping[str, float]:
    """How many marked events are found, how many found ones are marked, and with what status.

    `recall` counts events that are neither speech nor grammar; `status` is the share of found
    ones whose status is as marked, where happened, ongoing and cancelled count as one.
    """
    counts: Counter[str] = Counter()
    for text, marked in meantime_events():
        events = _events_of(text, encoder)
        counts["found"] += len(events)
        for event in events:
            counts["both"] += any(event.start < one.end and event.end > one.start for one in marked)
        for one in marked:
            met = next((e for e in events if e.start < one.end and e.end > one.start), None)
            counts["marked"] += one.kind == "OTHER"
            counts["recalled"] += one.kind == "OTHER" and met is not None
            counts["judged"] += met is not None
            counts["agreed"] += met is not None and _PLAIN.get(met.status) == one.status
    return {
        "recall": counts["recalled"] / max(1, counts["marked"]),
        "precision": counts["both"] / max(1, counts["found"]),
        "status": counts["agreed"] / max(1, counts["judged"]),
        "found": counts["found"],
        "marked": counts["marked"],
    }


_PLAIN: Final[Mapping[Status, Status]] = {
    "happened": "happened", "ongoing": "happened", "cancelled": "happened",
    "planned": "planned", "denied": "denied", "hypothetical": "hypothetical",
}  # fmt: skip


def _events_of(text: str, encoder: WindowReader) -> tuple[EventMention, ...]:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start, start + len(line), "body"))
        start += len(line) + 1
    article = Article(
        id="art1-0", source="x", sha256="0", text=text, title=None, outlet=None, authors=(),
        agencies=(), published=None, language="en", blocks=tuple(blocks),
    )  # fmt: skip
    reading = read(article, encoder)
    return reading.events if reading else ()


def _lines(options: argparse.Namespace, encoder: WindowReader) -> Iterator[str]:
    for half in [options.half] if options.half else HALVES:
        if figures := measure(half, encoder, tell_errors=options.errors):
            told = (f"{name} {value:.3f}" for name, value in figures._asdict().items())
            yield f"{half} {' '.join(told)}"
    if options.meantime:
        told = (f"{name} {value:.3f}" for name, value in measure_meantime(encoder).items())
        yield f"MEANTIME {' '.join(told)}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    parser.add_argument("--meantime", action="store_true")
    for line in _lines(parser.parse_args(), Encoder.shipped()):
        print(line)


if __name__ == "__main__":
    main()
