"""Measures which event mentions are held for one, within and across the articles of MEANTIME.

    python -m evaluation.event_coreference [--half tuning|held_out]

Two settings. `given`: where the gold mentions stand is given; what they are is read (kind,
participants, time, place, status), and where the reader sees no event, the words have to do. `raw`:
from the text alone; mentions that are found and not marked count as wrong where a sentence is
marked. Beside ours stands the same measure for mentions that have one lemma and one day, across
the articles of a topic. Two topics are for tuning, two held out.
"""

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from evaluation.coreference import Coreference, Mention, clusters_of, measure
from evaluation.event_documents import EventDocument, GoldMention, by_topic, has_events
from evaluation.running import read_rows
from variorum.collate.entities import joining as entities
from variorum.collate.events.families import FAMILIES
from variorum.collate.events.joining import join_events
from variorum.collate.events.rows import rows_of
from variorum.engine.duckdb import DuckdbEngine
from variorum.record.article import Article
from variorum.record.event import EventMention
from variorum.record.reading import Reading

HALVES: Final = ("tuning", "held_out")


class ReadDocument(NamedTuple):
    """A document of the corpus, as an article, and what was read in it."""

    document: EventDocument
    article: Article
    reading: Reading


Names = Mapping[Mention, str]
"""For each mention (document, start, end) the event it is held for."""


def read_documents(half: str) -> dict[str, list[ReadDocument]]:
    """The documents of a half, read, by topic."""
    topics = by_topic(half)
    rows = [
        {"id": one.name, "published": one.published, "title": "", "text": one.text}
        for some in topics.values()
        for one in some
    ]
    read = {article.given_id: (article, reading) for article, reading in read_rows(rows)}
    return {
        topic: [ReadDocument(one, *read[one.name]) for one in some if one.name in read]
        for topic, some in topics.items()
    }


def gold_names(documents: Iterable[EventDocument]) -> Names:
    """What the corpus says."""
    return {
        (document.name, one.start, one.end): one.event
        for document in documents
        for one in document.mentions
    }


def with_given_mentions(read: ReadDocument) -> Reading:
    """The reading with an event for each gold mention and for nothing else."""
    events = {(one.start, one.end): _at(read, one) for one in read.document.mentions}
    return msgspec.structs.replace(
        read.reading, events=tuple(events[one] for one in sorted(events))
    )


def _at(read: ReadDocument, gold: GoldMention) -> EventMention:
    found = next(
        (one for one in read.reading.events if one.start < gold.end and gold.start < one.end), None
    )
    if found:
        return msgspec.structs.replace(found, start=gold.start, end=gold.end)
    words = lemma(read.article.text[gold.start : gold.end])
    return EventMention(gold.start, gold.end, words, "OTHER", "happened")


_IRREGULAR: Final = {
    form: forms.split()[0]
    for forms in (
        "fall fell fallen;rise rose risen;make made;say said;take took taken;have has had;"
        "be is are was were been being;go went gone;begin began begun;buy bought;sell sold;"
        "fly flew flown;give gave given;get got gotten;hold held;lose lost;leave left;"
        "lead led;meet met;pay paid;see saw seen;tell told;think thought;win won;do did done;"
        "come came;become became;grow grew grown;keep kept;know knew known;send sent;"
        "bring brought;build built;find found;run ran;speak spoke spoken;write wrote written"
    ).split(";")
    for form in forms.split()
}


def lemma(words: str) -> str:
    """The plain form of an event's words, roughly: for the baseline and where no event is read."""
    last = words.casefold().split()[-1] if words.split() else words
    if last in _IRREGULAR:
        return _IRREGULAR[last]
    for ending in ("", "s", "es", "ed", "ing"):
        stem = last.removesuffix(ending)
        for plain in (stem, stem + "e"):
            if last.endswith(ending) and plain in FAMILIES:
                return plain
    return re.sub(r"(?<=\w{3})(?:ing|ed|es|s|e)$", "", last)


def ours(topics: Mapping[str, Sequence[ReadDocument]], *, given: bool) -> Names:
    """What Variorum holds for one event."""
    names: dict[Mention, str] = {}
    with DuckdbEngine(processes=1) as engine:
        for some in topics.values():
            rows, people = [], []
            for one in some:
                reading = with_given_mentions(one) if given else one.reading
                rows.extend(rows_of(one.article, reading))
                people.extend(entities.rows_of(one.article, one.reading))
            joined = entities.join_entities(engine, people).joined
            named = {one.article.id: one.document.name for one in some}
            for event in join_events(engine, rows, joined, all_of_them=True):
                for place in event.mentions:
                    names[named[place.article], place.start, place.end] = event.id
    return names


def same_lemma_and_day(topics: Mapping[str, Sequence[ReadDocument]], *, given: bool) -> Names:
    """The baseline: one lemma, and one day: that which is told, else that of publication."""
    names: dict[Mention, str] = {}
    for topic, some in topics.items():
        for one in some:
            reading = with_given_mentions(one) if given else one.reading
            for event in reading.events:
                day = event.when.earliest[:10] if event.when else one.document.published
                words = lemma(one.article.text[event.start : event.end])
                names[one.document.name, event.start, event.end] = f"{topic} {words} {day}"
    return names


def figures(gold: Names, found: Names, topics: Iterable[Sequence[ReadDocument]]) -> Coreference:
    """The figures; what is found where nothing is marked is left out."""
    aligned = _aligned(gold, found, {one.document.name: one.document for s in topics for one in s})
    return measure(clusters_of(gold), clusters_of(aligned))


def _aligned(gold: Names, found: Names, documents: Mapping[str, EventDocument]) -> Names:
    """Mentions found under the name of the gold mention that they overlap."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for name, start, end in gold:  # type: ignore[misc]
        spans.setdefault(name, []).append((start, end))
    aligned: dict[Mention, str] = {}
    for (name, start, end), event in sorted(found.items()):  # type: ignore[misc]
        over = [one for one in spans.get(name, ()) if one[0] < end and start < one[1]]
        place = max(over, key=lambda one: min(one[1], end) - max(one[0], start)) if over else None
        if place and (name, *place) not in aligned:
            aligned[name, *place] = event
        elif place is None and end <= documents[name].annotated:
            aligned[name, start, end] = event
    return aligned


def table(half: str) -> dict[str, Coreference]:
    """The figures of a half, by setting and system."""
    topics = read_documents(half)
    gold = gold_names(one.document for some in topics.values() for one in some)
    told = {}
    for setting in ("given", "raw"):
        given = setting == "given"
        systems = {"variorum": ours(topics, given=given)}
        systems["same lemma and day"] = same_lemma_and_day(topics, given=given)
        for name, found in systems.items():
            told[f"{setting}, {name}"] = figures(gold, found, topics.values())
    return told


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES)
    asked = parser.parse_args()
    if not has_events("meantime"):
        raise SystemExit("MEANTIME is not at hand: see docs/evaluation.md")
    for half in (asked.half,) if asked.half else HALVES:
        print(f"{half}:  MUC, B³ and CEAF-e as precision/recall/F1; CoNLL F1")
        for name, told in table(half).items():
            parts = [
                f"{one.precision:.3f}/{one.recall:.3f}/{one.f1:.3f}"
                for one in (told.muc, told.b_cubed, told.ceaf_e)
            ]
            print(f"  {name:28} {'  '.join(parts)}  {told.conll:.3f}")


if __name__ == "__main__":
    main()
