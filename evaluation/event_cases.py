"""Measures which places that tell of an event are held for one, on short cases of three reports.

    python -m evaluation.event_cases [--half tuning|held_out] [--errors]

The gold, `gold/event_cases_{half}.jsonl`, was written for this project by somebody who did not know
the reader: each case is three reports on one invented story, with the places that tell of each
event (the word that tells, and the words around it), its status by the last report and its day.
Different words tell of one event, and in each case two events are alike in kind. Rules were made
looking at the half `tuning` only.

Of each case a record is made. A place is found if a mention of the record overlaps its telling
word. `precision`, `recall` and `f1` are of pairs of places that are held for one event, over all
cases; a place that is not found is alone. `f1_of_found` leaves out the places that are not found.
`status` is the share of events found with the right status, `mixed` how many pairs of different
events of a case have places in one event of the record.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, Final, NamedTuple

from evaluation.corpora import GOLD
from evaluation.golden import locate, overlap
from evaluation.running import story_of
from variorum.library import Story
from variorum.record.event import Event, EventPlace

HALVES: Final = ("tuning", "held_out")

Case = dict[str, Any]
Place = tuple[int, int, int]
"""A place that tells of an event: the number of its article, and of its first and last character
in the body of that article."""


class Counts(NamedTuple):
    """What is counted in one case or several.

    `places`, `found`: golden places, and those that are found; `told`, `drawn`, `right`: pairs of
    places that are one event by the gold, by the record, by both; `told_of_found`: the first of
    places that are found; `events`, `status`: events found, those with the right status; `mixed`.
    """

    places: int = 0
    found: int = 0
    told: int = 0
    drawn: int = 0
    right: int = 0
    told_of_found: int = 0
    events: int = 0
    status: int = 0
    mixed: int = 0

    def __add__(self, other: object) -> "Counts":
        assert isinstance(other, Counts)
        return Counts(*(one + more for one, more in zip(self, other, strict=True)))


def cases(half: str) -> list[Case]:
    """The cases of a half."""
    path = GOLD / f"event_cases_{half}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def places_of(case: Case) -> dict[Place, str]:
    """The places of a case that tell of an event, and of which."""
    found: dict[Place, str] = {}
    for event in case["events"]:
        for mention in event["mentions"]:
            text = case["articles"][mention["article"]]["text"]
            start, _ = locate(text, mention["words"])
            at = mention["words"].index(mention["trigger"])
            first = start + at
            found[mention["article"], first, first + len(mention["trigger"])] = event["label"]
    return found


def count(case: Case, drawn: Mapping[Place, str], statuses: Mapping[str, str]) -> Counts:
    """What a record that holds places for events counts; `statuses`: of its events."""
    true = places_of(case)
    known = {place: true[place] for place in drawn}
    told, ours = _pairs(true), _pairs(drawn)
    wanted = {event["label"]: event["status"] for event in case["events"]}
    held = _held(true, drawn)
    return Counts(
        places=len(true),
        found=len(drawn),
        told=len(told),
        drawn=len(ours),
        right=len(told & ours),
        told_of_found=len(_pairs(known)),
        events=len(held),
        status=sum(statuses[event] == wanted[label] for label, event in held.items()),
        mixed=len(mixed(true, drawn)),
    )


def mixed(true: Mapping[Place, str], drawn: Mapping[Place, str]) -> set[tuple[str, str]]:
    """Pairs of different events of which places are in one event of the record."""
    pairs = (
        sorted((true[one], true[other]))
        for one, other in combinations(sorted(drawn), 2)
        if drawn[one] == drawn[other] and true[one] != true[other]
    )
    return {(one, other) for one, other in pairs}


def _pairs(groups: Mapping[Place, str]) -> set[tuple[Place, Place]]:
    members: dict[str, list[Place]] = defaultdict(list)
    for place, group in sorted(groups.items()):
        members[group].append(place)
    return {pair for some in members.values() for pair in combinations(some, 2)}


def _held(true: Mapping[Place, str], drawn: Mapping[Place, str]) -> dict[str, str]:
    """For each event found that of the record which has most of its places."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for place, event in drawn.items():
        counts[true[place]][event] += 1
    return {
        label: max(some, key=lambda event, some=some: (some[event], event))
        for label, some in counts.items()
    }


def drawn_in(story: Story, case: Case) -> dict[Place, Event]:
    """For each place of a case that is found the event of the record which is told of there."""
    articles = {one.given_id: one for one in story.articles}
    found = {}
    for place in places_of(case):
        number, *words = place
        article = articles[str(number)]
        start = article.text.index(case["articles"][number]["text"][:_LEAD])
        at = start + words[0], start + words[1]
        over = [
            (_shared(mention, at), event.id, event)
            for event in story.events
            for mention in event.mentions
            if mention.article == article.id and overlap((mention.start, mention.end), at)
        ]
        if over:
            found[place] = max(over)[-1]
    return found


_LEAD: Final = 40
"""Characters by which the body of an article is found in its text."""


def _shared(mention: EventPlace, at: tuple[int, int]) -> int:
    return min(mention.end, at[1]) - max(mention.start, at[0])


def measured(half: str) -> Iterator[tuple[Case, dict[Place, Event]]]:
    """Each case of a half, with what its record tells at its places."""
    for case in cases(half):
        rows = [{"id": str(number), **one} for number, one in enumerate(case["articles"])]
        with story_of(rows, reads=True) as story:
            yield case, drawn_in(story, case)


def counted(case: Case, found: Mapping[Place, Event]) -> Counts:
    """What is counted in a case of which some events were found."""
    statuses = {event.id: event.status for event in found.values()}
    return count(case, {place: event.id for place, event in found.items()}, statuses)


def figures(total: Counts) -> dict[str, float]:
    """The figures of the counts of all cases."""
    precision = total.right / max(1, total.drawn)
    recall = total.right / max(1, total.told)
    return {
        "found": total.found / max(1, total.places),
        "precision": precision,
        "recall": recall,
        "f1": 2 * total.right / max(1, total.drawn + total.told),
        "f1_of_found": 2 * total.right / max(1, total.drawn + total.told_of_found),
        "status": total.status / max(1, total.events),
        "mixed": total.mixed,
    }


def errors(case: Case, found: Mapping[Place, Event]) -> Iterator[str]:
    """What differs in a case, a line each."""
    true = places_of(case)
    drawn = {place: event.id for place, event in found.items()}
    for event in case["events"]:
        places = [place for place, label in sorted(true.items()) if label == event["label"]]
        parts = defaultdict(list)
        for place in places:
            parts[drawn.get(place, "not found")].append(_words(case, place))
        if len(parts) > 1:
            yield f"{case['id']} in parts: {event['label']}: " + " | ".join(
                f"{'?' if name == 'not found' else ''}{'; '.join(words)}"
                for name, words in parts.items()
            )
    for one, other in sorted(mixed(true, drawn)):
        yield f"{case['id']} of several: {one} | {other}"
    wanted = {event["label"]: event["status"] for event in case["events"]}
    known = {event.id: event.status for event in found.values()}
    for label, held in sorted(_held(true, drawn).items()):
        if known[held] != wanted[label]:
            yield f"{case['id']} status: {label}: {wanted[label]}, told {known[held]}"


def _words(case: Case, place: Place) -> str:
    number, start, end = place
    text = case["articles"][number]["text"]
    around = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 40]}"
    return f"{number}: {' '.join(around.split())}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true", help="print what differs in tuning")
    asked = parser.parse_args()
    for half in (asked.half,) if asked.half else HALVES:
        total = Counts()
        for case, found in measured(half):
            total += counted(case, found)
            if asked.errors and half == "tuning":
                print(*errors(case, found), sep="\n")
        told = (f"{name} {value:.3g}" for name, value in figures(total).items())
        print(f"{half:10}{'  '.join(told)}  ({total.events} events)")


if __name__ == "__main__":
    main()
