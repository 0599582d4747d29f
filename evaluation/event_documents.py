"""Documents with events marked by hand: MEANTIME, and the trial part of SemEval-2015 Task 4.

Both are Wikinews articles given as tokens, read without unpacking them from
`meantime/meantime_english.tar.gz` and `timelines/semeval2015-task4-trial.tar.gz` in the folder of
others' texts. Blanks between tokens are put back by guess, each sentence is a paragraph.
Of MEANTIME's four topics two are for tuning and two are held out.
"""

import re
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from evaluation.corpora import data_folder

TOPICS: Final = {"airbus": "tuning", "stock": "tuning", "apple": "held_out", "gm": "held_out"}
"""The topics of MEANTIME and the half that each belongs to."""

_MEANTIME: Final = "meantime/meantime_english.tar.gz"
_TIMELINES: Final = "timelines/semeval2015-task4-trial.tar.gz"
_QUOTES: Final = {"``": "“", "''": "”"}
_NO_BLANK_BEFORE: Final = re.compile(r"[,.%);:?!”]|['’]s$|['’]$")


class GoldMention(NamedTuple):
    """An event mention marked by hand; `event`: the same for all mentions of one event."""

    start: int
    end: int
    event: str


class EventDocument(NamedTuple):
    """One document with its events.

    - `published`: an ISO day;
    - `annotated`: where the part that is marked ends;
    - `sentences`: start and end by the sentence's number.
    """

    name: str
    topic: str
    published: str
    text: str
    annotated: int
    mentions: tuple[GoldMention, ...]
    sentences: dict[int, tuple[int, int]]


class TimelineEvent(NamedTuple):
    """A mention on a timeline: `order`, day as printed there, document, sentence, words."""

    order: int
    day: str
    document: str
    sentence: int
    words: str


def has_events(corpus: str) -> bool:
    """Whether `meantime` or `timelines` is at hand."""
    return _archive({"meantime": _MEANTIME, "timelines": _TIMELINES}[corpus]) is not None


def _archive(name: str) -> Path | None:
    folder = data_folder()
    path = folder / name if folder else None
    return path if path and path.exists() else None


def _members(archive: str) -> Iterator[tuple[str, bytes]]:
    path = _archive(archive)
    if path is None:
        return
    with tarfile.open(path) as opened:
        for member in opened.getmembers():
            name = member.name.rpartition("/")[2]
            if not name.startswith("._") and (stream := opened.extractfile(member)):
                yield member.name, stream.read()


@cache
def meantime_events() -> tuple[EventDocument, ...]:
    """MEANTIME's documents, in order of their names."""
    found = []
    for path, content in _members(_MEANTIME):
        topic = path.rpartition("corpus_")[2].partition("/")[0]
        if "intra_cross-doc" in path and topic in TOPICS and path.endswith(".xml"):
            found.append(_meantime_document(path.rpartition("/")[2], topic, content))
    return tuple(sorted(found, key=lambda one: one.name))


def _meantime_document(name: str, topic: str, content: bytes) -> EventDocument:
    root = etree.fromstring(content)
    text, tokens, sentences = _text_of(root)
    created = [
        one.get("value", "")
        for one in root.iter("TIMEX3")
        if one.get("functionInDocument") == "CREATION_TIME"
    ]
    published = next((one for one in created if re.match(r"\d{4}-\d\d-\d\d", one)), None)
    published = published or _day_in(text[slice(*sentences[1])])
    mentions = tuple(sorted(_mentions(root, name, tokens)))
    last = sentences[max(number for number in sentences if number < _MARKED)]
    return EventDocument(name, topic, published[:10], text, last[1], mentions, sentences)


_MARKED: Final = 6
"""MEANTIME marks the headline, the date line and the first sentences only."""


def _mentions(
    root: etree._Element, name: str, tokens: dict[str, tuple[int, int]]
) -> Iterator[GoldMention]:
    events = {
        one.get("m_id"): one.get("instance_id") or f"{name}:{one.get('m_id')}"
        for one in root.iter("EVENT")
    }
    meant = {
        source.get("m_id"): events[event]
        for relation in root.iter("REFERS_TO")
        if (event := relation.find("target").get("m_id")) in events
        for source in relation.findall("source")
    }
    for one in root.iter("EVENT_MENTION"):
        anchors = [anchor.get("t_id") for anchor in one.findall("token_anchor")]
        if anchors:
            number = one.get("m_id")
            start, end = tokens[anchors[0]][0], tokens[anchors[-1]][1]
            yield GoldMention(start, max(end, start + 1), meant.get(number, f"{name}:{number}"))


def _text_of(
    root: etree._Element,
) -> tuple[str, dict[str, tuple[int, int]], dict[int, tuple[int, int]]]:
    pieces: list[str] = []
    tokens: dict[str, tuple[int, int]] = {}
    sentences: dict[int, tuple[int, int]] = {}
    length, last = 0, -1
    for token in root.findall("token"):
        number, word = int(token.get("sentence")), _QUOTES.get(token.text, token.text or "")
        gap = "" if not pieces else "\n\n" if number != last else " "
        if gap == " " and (_NO_BLANK_BEFORE.match(word) or pieces[-1] in ("(", "$", "£", "€", "“")):
            gap = ""
        start = length + len(gap)
        pieces += [gap, word] if gap or pieces else [word]
        length, last = start + len(word), number
        tokens[token.get("t_id")] = (start, length)
        sentences[number] = (sentences.get(number, (start, 0))[0], length)
    return "".join(pieces), tokens, sentences


@cache
def timeline_documents() -> tuple[EventDocument, ...]:
    """The 30 documents of SemEval-2015 Task 4's trial part; the second line is the date."""
    found = []
    for path, content in _members(_TIMELINES):
        if path.endswith(".xml"):
            root = etree.fromstring(content)
            text, _, sentences = _text_of(root)
            number = re.match(r"\d+", root.get("doc_id") or path.rpartition("/")[2])
            published = _day_in(text[slice(*sentences[1])])
            name = number.group() if number else path
            found.append(EventDocument(name, "", published, text, len(text), (), sentences))
    return tuple(sorted(found, key=lambda one: one.name))


def _day_in(text: str) -> str:
    """The day that a date line names; empty if it names none."""
    found = re.search(r"([A-Z][a-z]+) (\d{1,2})\s?,? (\d{4})", text)
    if not found:
        return ""
    return datetime.strptime(" ".join(found.groups()), "%B %d %Y").date().isoformat()


@cache
def gold_timelines() -> dict[str, tuple[TimelineEvent, ...]]:
    """The timelines by the name of whom they are about."""
    timelines: dict[str, tuple[TimelineEvent, ...]] = {}
    for path, content in _members(_TIMELINES):
        if path.endswith(".txt") and "TimeLines" in path:
            name, *lines = content.decode("utf-8").splitlines()
            timelines[name.strip()] = tuple(_timeline_events(lines))
    return timelines


def _timeline_events(lines: list[str]) -> Iterator[TimelineEvent]:
    for line in lines:
        order, day, *events = line.split("\t")
        for event in filter(None, map(str.strip, events)):
            document, sentence, words = event.split("-", 2)
            yield TimelineEvent(int(order), day, document, int(sentence), words)


def by_topic(half: str) -> dict[str, list[EventDocument]]:
    """The documents of a half of MEANTIME, by topic."""
    topics: dict[str, list[EventDocument]] = defaultdict(list)
    for document in meantime_events():
        if TOPICS[document.topic] == half:
            topics[document.topic].append(document)
    return topics
