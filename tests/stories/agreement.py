"""How far a record agrees with a golden folder: shares from 0 to 1, by noun."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final

import variorum
from tests.stories.truth import Range, Row, locate, opinions, overlap, rows
from variorum.record.article import Article
from variorum.record.event import Event, EventPlace
from variorum.record.reading import Quotation
from variorum.record.span import Span

Figures = dict[str, float]
Articles = Mapping[str, Article]

_COVERED: Final = 0.5
"""How much of a golden quotation's characters one of the record must cover to be that one."""


def agreement(folder: Path, story: variorum.Story, articles: Articles) -> Figures:
    """All figures; `articles` by the names that the folder has for them."""
    gold = {noun: rows(folder, noun) for noun in ("quotations", "statements", "events")}
    found = {row["id"]: _quotation_of(row, story, articles) for row in gold["quotations"]}
    return {
        **_quotations(gold["quotations"], found),
        "statements_pair_f1": _statements(gold, found, story),
        **_events(gold["events"], story, articles),
        "positions_recall": _positions(rows(folder, "positions"), story, articles),
        "conflicts_recall": _conflicts(rows(folder, "conflicts"), story, articles),
    }


# quotations


def places_of(row: Row, text: str) -> list[Range]:
    """Where the words of a golden row stand."""
    return [locate(text, words) for words in row["words"]]


def _quotation_of(row: Row, story: variorum.Story, articles: Articles) -> Quotation | None:
    """The quotation of the record that covers most of a golden one, if it covers enough."""
    article = articles[row["file"]]
    reading = story.reading_of(article.id)
    gold = places_of(row, article.text)
    least = _COVERED * sum(end - start for start, end in gold)
    best = max(
        reading.quotations if reading else (),
        key=lambda one: (_shared(gold, one.content), one.mode == row["mode"]),
        default=None,
    )
    return best if best and _shared(gold, best.content) >= least else None


def _shared(places: Iterable[Range], content: Iterable[Span]) -> int:
    content = list(content)
    return sum(
        max(0, min(end, part.end) - max(start, part.start))
        for start, end in places
        for part in content
    )


def _quotations(gold: Sequence[Row], found: Mapping[str, Quotation | None]) -> Figures:
    wanted = [row for row in gold if not row.get("optional")]
    known = [(row, one) for row in wanted if (one := found[row["id"]])]
    right = sum(_is_speaker(row, one) for row, one in known)
    return {
        "quotations_found": len(known) / len(wanted),
        "quotations_speaker": right / max(1, len(known)),
    }


def _is_speaker(row: Row, found: Quotation) -> bool:
    names = opinions(row.get("speaker"))
    return any(
        found.speaker is None if name is None else same_name(name, found.speaker_name)
        for name in names
    )


def same_name(one: str, other: str | None) -> bool:
    """Whether one name's words are among the other's."""
    words, others = set(one.split()), set((other or "").split())
    return bool(words and others) and (words <= others or others <= words)


# statements


def _statements(
    gold: Mapping[str, Sequence[Row]], found: Mapping[str, Quotation | None], story: variorum.Story
) -> float:
    """Pair F1 over the golden quotations: two in one statement there, and in the record."""
    group = {
        variant["quotation"]: row["statement"]
        for row in gold["statements"]
        for variant in row["variants"]
    }
    statement = {one: row.id for row in story.statements() for one in row.quotations}
    true, drawn = {}, {}
    for name, quotation in found.items():
        if quotation:
            true[name] = group.get(name, name)
            drawn[name] = statement.get(quotation.id, quotation.id)
    return pair_f1(true, drawn)


def pair_f1(true: Mapping[str, Hashable], drawn: Mapping[str, Hashable]) -> float:
    """The harmonic mean of precision and recall over the pairs that are in one group."""
    there, here = _pairs(true), _pairs(drawn)
    return 2 * len(there & here) / max(1, len(there) + len(here))


def _pairs(groups: Mapping[str, Hashable]) -> set[tuple[str, str]]:
    members = defaultdict(list)
    for name, group in groups.items():
        members[group].append(name)
    return {pair for some in members.values() for pair in combinations(sorted(some), 2)}


# events


def _events(gold: Sequence[Row], story: variorum.Story, articles: Articles) -> Figures:
    """Whether the places that tell of an event are in one event, and with which status."""
    true: dict[str, str] = {}
    drawn: dict[str, str] = {}
    told = right = 0
    for row in gold:
        for number, report in enumerate(row["status_history"]):
            name = f"{row['event']}/{number}"
            true[name] = row["event"]
            if place := _event_place(report, story, articles):
                event, mention = place
                drawn[name] = event.id
                told += 1
                right += mention.status in opinions(report["status"])
    return {
        "events_found": len(drawn) / len(true),
        "events_pair_f1": pair_f1({name: true[name] for name in drawn}, drawn),
        "events_status": right / max(1, told),
    }


def _event_place(
    report: Row, story: variorum.Story, articles: Articles
) -> tuple[Event, EventPlace] | None:
    """The event that the words of a golden report are a mention of: the most told, of several."""
    article = articles[report["file"]]
    place = locate(article.text, report["text"], report.get("nth"))
    found = [
        (event, mention)
        for event in story.events
        for mention in event.mentions
        if mention.article == article.id and overlap((mention.start, mention.end), place)
    ]
    return max(found, key=lambda one: (len(one[0].mentions), one[0].id), default=None)


# positions and conflicts


def _positions(gold: Sequence[Row], story: variorum.Story, articles: Articles) -> float:
    """The share of golden positions with one of the record of that stance on their words."""
    found = 0
    for row in gold:
        places = _evidence(row["evidence"], articles)
        found += any(
            one.stance in opinions(row["stance"])
            and any(
                place.article == article and overlap((place.start, place.end), words)
                for place in one.evidence
                for article, words in places
            )
            for one in story.positions
        )
    return found / len(gold)


def _conflicts(gold: Sequence[Row], story: variorum.Story, articles: Articles) -> float:
    """The share of golden conflicts of which two sides are the claims of one of the record."""
    found = 0
    for row in gold:
        sides = defaultdict(list)
        for claim in row["claims"]:
            sides[str(claim["value"])] += _evidence([claim], articles)
        found += any(
            sum(
                any(
                    claim.article == article and overlap((claim.start, claim.end), words)
                    for claim in one.claims
                    for article, words in places
                )
                for places in sides.values()
            )
            > 1
            for one in getattr(story, "conflicts", ())
        )
    return found / len(gold)


def _evidence(places: Iterable[Row], articles: Articles) -> list[tuple[str, Range]]:
    return [
        (articles[row["file"]].id, locate(articles[row["file"]].text, row["text"], row.get("nth")))
        for row in places
    ]
