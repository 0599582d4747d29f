"""Measures timelines of one entity each, from raw text: the trial part of SemEval-2015 Task 4.

    python -m evaluation.event_timelines

For each target its events in order of time. As in the task (Minard et al., 2015, after UzZaman's
temporal awareness) relations are compared, micro-averaged over the targets: that an event lies on
its day, that two lie on one place of the line, that one place is before the next. Precision is the
part of the relations of the found line that follow from the gold one, recall the reverse. This is a
measure of our own making after that description, not the task's program; events without any date
(place 0) do not count. The task's events are whatever happens or is said: a target's line holds the
events in whose words, or sentence, it is named, and what it is quoted as saying.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from evaluation.event_documents import (
    EventDocument,
    gold_timelines,
    has_events,
    timeline_documents,
)
from evaluation.running import read_rows
from variorum.collate.entities import joining as entities
from variorum.collate.events.joining import join_events
from variorum.collate.events.rows import rows_of
from variorum.engine.duckdb import DuckdbEngine
from variorum.record.event import Event, EventPlace
from variorum.record.span import Span

Place = tuple[str, int, str]
"""Document, sentence and last word of an event mention."""

Line = Mapping[Place, tuple[int, str]]
"""For each mention its place in the order, and its day."""


class Said(NamedTuple):
    """Where an article says that somebody says something."""

    article: str
    cue: Span
    speaker: str


class Found(NamedTuple):
    """All events and quotations of the collection, and where its documents are."""

    events: list[Event]
    said: list[Said]
    documents: Mapping[str, EventDocument]


def gold_lines() -> dict[str, Line]:
    """The gold timelines, by target."""
    lines = {}
    for target, events in gold_timelines().items():
        lines[target] = {
            (one.document, one.sentence, _last_word(one.words)): (one.order, one.day)
            for one in events
            if one.order
        }
    return lines


def _last_word(words: str) -> str:
    return re.split(r"[\s_]+", words.casefold().strip())[-1]


def find_events() -> Found:
    """All events that Variorum finds in the collection."""
    documents = {one.name: one for one in timeline_documents()}
    texts = [
        {"id": one.name, "published": one.published, "title": "", "text": one.text}
        for one in documents.values()
    ]
    rows, people, said, by_article = [], [], [], {}
    for article, reading in read_rows(texts):
        by_article[article.id] = documents[article.given_id or ""]
        rows.extend(rows_of(article, reading))
        people.extend(entities.rows_of(article, reading))
        said += [
            Said(article.id, one.cue[-1], one.speaker_name)
            for one in reading.quotations
            if one.cue and one.speaker_name
        ]
    with DuckdbEngine(processes=1) as engine:
        joined = entities.join_entities(engine, people).joined
        return Found(join_events(engine, rows, joined, all_of_them=True), said, by_article)


def found_line(target: str, found: Found) -> Line:
    """The timeline of a target: the events in whose words, or sentence, it is named."""
    days: dict[str, list[Place]] = defaultdict(list)
    for event in found.events:
        places = [one for one in event.mentions if _is_about(target, event, one, found)]
        for one in places:
            document = found.documents[one.article]
            day = event.when.earliest[:10] if event.when else document.published
            number = _sentence_of(document, one.start)
            word = _last_word(document.text[one.start : one.end])
            days[day].append((document.name, number, word))
    for one in found.said:
        if any(name in one.speaker.casefold() for name in _names(target)):
            document = found.documents[one.article]
            word = _last_word(document.text[one.cue.start : one.cue.end])
            number = _sentence_of(document, one.cue.start)
            days[document.published].append((document.name, number, word))
    return {
        place: (order, day)
        for order, (day, places) in enumerate(sorted(days.items()), start=1)
        for place in places
    }


def _is_about(target: str, event: Event, place: EventPlace, found: Found) -> bool:
    document = found.documents[place.article]
    start, end = document.sentences[_sentence_of(document, place.start)]
    sentence = document.text[start:end].casefold()
    names = _names(target)
    if event.status in ("hypothetical", "denied", "cancelled"):
        return False
    named = any(name in one.name.casefold() for one in event.participants for name in names)
    return named or names[0] in sentence


def _names(target: str) -> tuple[str, str]:
    """A target in small letters, whole and its last word."""
    return target.casefold(), target.casefold().split()[-1]


def _sentence_of(document: EventDocument, place: int) -> int:
    return next((n for n, (start, end) in document.sentences.items() if start <= place < end), 0)


def relations(line: Line) -> Iterator[tuple[str, Place, Place | str]]:
    """What a line tells, without what follows from the rest of it."""
    by_order: dict[int, list[Place]] = defaultdict(list)
    for place, (order, day) in sorted(line.items()):
        by_order[order].append(place)
        if "X" not in day:
            yield "on", place, day
    ordered = [places for _, places in sorted(by_order.items())]
    for places in ordered:
        for one, other in pairwise(places):
            yield "same", one, other
    for earlier, later in pairwise(ordered):
        yield "before", earlier[0], later[0]


def follows(relation: tuple[str, Place, Place | str], line: Line) -> bool:
    """Whether a line tells a relation."""
    kind, one, other = relation
    if one not in line:
        return False
    order, day = line[one]
    if isinstance(other, str):
        return day.startswith(other) or other.startswith(day)
    if other not in line:
        return False
    return order == line[other][0] if kind == "same" else order < line[other][0]


def micro_f1(gold: Mapping[str, Line], found: Mapping[str, Line]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all targets."""
    right = told = wanted = reached = 0
    for target, line in gold.items():
        ours, theirs = list(relations(found[target])), list(relations(line))
        right += sum(follows(one, line) for one in ours)
        reached += sum(follows(one, found[target]) for one in theirs)
        told, wanted = told + len(ours), wanted + len(theirs)
    precision, recall = right / max(1, told), reached / max(1, wanted)
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def figures() -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 for each target, and over all."""
    gold, found = gold_lines(), find_events()
    lines = {target: found_line(target, found) for target in gold}
    told = {target: micro_f1({target: gold[target]}, lines) for target in gold}
    return {**told, "all": micro_f1(gold, lines)}


def print_figures(told: Iterable[tuple[str, tuple[float, float, float]]]) -> None:
    """A line for each target."""
    for target, (precision, recall, f1) in told:
        print(f"  {target:22} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


def main() -> None:
    """The command."""
    if not has_events("timelines"):
        raise SystemExit("The timelines are not at hand: see docs/evaluation.md")
    print_figures(figures().items())


if __name__ == "__main__":
    main()
