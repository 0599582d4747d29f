"""How far records agree with golden folders: shares from 0 to 1, by noun.

    python -m evaluation.agreement [FOLDER ...] [--errors]

Without a folder, those of `tests/stories`: rules were made looking at `sample` and `tuning`, not at
`held_out`, whose errors are not told. A folder's articles lie in its subfolder `articles`; those
of `sample` are the packaged story. *Found* is the share of golden rows that the record has,
*precise* the share of what the record has that some golden row tells of. The gold is what one
reader would list, so that precision is a lower bound.
"""

import argparse
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from statistics import fmean
from typing import Final, Protocol

import variorum.sample
from evaluation.golden import Range, Row, locate, opinions, overlap, rows
from evaluation.running import record_of
from variorum.compare.conflicts import Conflict
from variorum.library import Story
from variorum.record.article import Article
from variorum.record.event import Event, EventPlace
from variorum.record.reading import Quotation
from variorum.record.span import Span

Figures = dict[str, float]
Articles = Mapping[str, Article]
Place = tuple[str, Range]

STORIES: Final = Path(__file__).resolve().parents[1] / "tests" / "stories"

HELD_OUT: Final = "held_out"

_COVERED: Final = 0.5
"""How much of a golden quotation's characters one of the record must cover to be that one."""


class Agreement:
    """Holds a record against a golden folder; `faults` are lines on what differs."""

    def __init__(self, folder: Path, story: Story, articles: Articles) -> None:
        self._folder, self._story, self._articles = folder, story, articles
        self._texts = {one.id: one.text for one in articles.values()}
        self.faults: list[str] = []

    def figures(self) -> Figures:
        """All figures."""
        gold = self._gold("quotations")
        found = {row["id"]: self._quotation_of(row) for row in gold}
        return {
            **self._quotations(gold, found),
            "statements_pair_f1": self._statements(found),
            **self._events(),
            **self._positions(),
            **self._conflicts(),
            **self._related(),
            **self._heads(),
        }

    def _gold(self, noun: str) -> list[Row]:
        return rows(self._folder, noun)

    def _fault(self, noun: str, *told: object) -> None:
        self.faults.append(": ".join([noun, " | ".join(str(one) for one in told)]))

    def _places(self, evidence: Iterable[Row]) -> list[Place]:
        """Where golden rows with a file and a text stand."""
        articles = ((row, self._articles[row["file"]]) for row in evidence)
        return [
            (article.id, locate(article.text, row["text"], row.get("nth")))
            for row, article in articles
        ]

    # quotations

    def _quotation_of(self, row: Row) -> Quotation | None:
        """The quotation of the record that covers most of a golden one, if it covers enough."""
        article = self._articles[row["file"]]
        reading = self._story.reading_of(article.id)
        gold = places_of(row, article.text)
        least = _COVERED * sum(end - start for start, end in gold)
        best = max(
            reading.quotations if reading else (),
            key=lambda one: (_shared(gold, one.content), one.mode == row["mode"]),
            default=None,
        )
        return best if best and _shared(gold, best.content) >= least else None

    def _quotations(self, gold: Sequence[Row], found: Mapping[str, Quotation | None]) -> Figures:
        wanted = [row for row in gold if not row.get("optional")]
        known = [(row, one) for row in wanted if (one := found[row["id"]])]
        right = 0
        for row, one in known:
            right += (agrees := _is_speaker(row, one))
            if not agrees:
                self._fault("speaker", row["speaker"], one.speaker_name, row["words"])
        for row in wanted:
            if not found[row["id"]]:
                self._fault("quotation missed", row["mode"], row["speaker"], row["words"])
        return {
            "quotations_found": len(known) / len(wanted),
            "quotations_precise": self._precise_quotations(gold),
            "quotations_speaker": right / max(1, len(known)),
        }

    def _precise_quotations(self, gold: Iterable[Row]) -> float:
        places = defaultdict(list)
        for row in gold:
            article = self._articles[row["file"]]
            places[article.id] += places_of(row, article.text)
        right = total = 0
        for article, text in self._texts.items():
            reading = self._story.reading_of(article)
            for one in reading.quotations if reading else ():
                total += 1
                right += (is_right := _shared(places[article], one.content) > 0)
                if not is_right:
                    words = [text[part.start : part.end] for part in one.content]
                    self._fault("quotation too much", one.mode, one.speaker_name, words)
        return right / max(1, total)

    # statements

    def _statements(self, found: Mapping[str, Quotation | None]) -> float:
        """Pair F1 over the golden quotations: two in one statement there, and in the record."""
        group = {
            variant["quotation"]: row["statement"]
            for row in self._gold("statements")
            for variant in row["variants"]
        }
        statement = {one: row.id for row in self._story.statements() for one in row.quotations}
        known = {name: one for name, one in found.items() if one}
        true = {name: group.get(name, name) for name in known}
        drawn = {name: statement.get(one.id, one.id) for name, one in known.items()}
        words = {row["id"]: row["words"] for row in self._gold("quotations")}
        self._tell_groups("statement", true, drawn, words)
        return pair_f1(true, drawn)

    def _tell_groups(
        self,
        noun: str,
        true: Mapping[str, Hashable],
        drawn: Mapping[str, Hashable],
        words: Mapping[str, object],
    ) -> None:
        """Which groups are in parts, and which are of several, by a member of each."""
        for told, groups, others in (("in parts", true, drawn), ("of several", drawn, true)):
            parts = defaultdict(dict)
            for name, group in sorted(groups.items()):
                parts[group].setdefault(others[name], f"{name} {words[name]}")
            for some in parts.values():
                if len(some) > 1:
                    self._fault(f"{noun} {told}", *some.values())

    # events

    def _events(self) -> Figures:
        """Whether the places that tell of an event are in one event, and with which status."""
        true: dict[str, str] = {}
        drawn: dict[str, str] = {}
        texts: dict[str, str] = {}
        told = right = 0
        for row in self._gold("events"):
            for number, report in enumerate(row["status_history"]):
                name = f"{row['event']}/{number}"
                true[name], texts[name] = row["event"], report["text"]
                if place := self._event_at(report):
                    event, mention = place
                    drawn[name] = event.id
                    told += 1
                    right += (agrees := mention.status in opinions(report["status"]))
                    if not agrees:
                        self._fault("status", report["status"], mention.status, report["text"])
                else:
                    self._fault("event missed", row["event"], report["text"])
        known = {name: true[name] for name in drawn}
        self._tell_groups("event", known, drawn, texts)
        return {
            "events_found": len(drawn) / len(true),
            "events_precise": self._precise_events(),
            "events_pair_f1": pair_f1(known, drawn),
            "events_status": right / max(1, told),
        }

    def _event_at(self, report: Row) -> tuple[Event, EventPlace] | None:
        """The event that the words of a golden report mention: the most told, of several."""
        ((article, place),) = self._places([report])
        found = [
            (event, mention)
            for event in self._story.events
            for mention in event.mentions
            if mention.article == article and overlap((mention.start, mention.end), place)
        ]
        return max(found, key=lambda one: (len(one[0].mentions), one[0].id), default=None)

    def _precise_events(self) -> float:
        gold = [
            place for row in self._gold("events") for place in self._places(row["status_history"])
        ]
        right = 0
        for event in self._story.events:
            right += (is_right := _is_at(event.mentions, gold))
            if not is_right:
                self._fault("event too much", event.label, event.status, self._around(event))
        return right / max(1, len(self._story.events))

    def _around(self, event: Event) -> str:
        first = event.mentions[0]
        text = self._texts[first.article]
        return " ".join(text[max(0, first.start - 50) : first.end + 50].split())

    # positions

    def _positions(self) -> Figures:
        """Shares of golden positions, and of the record's, with one of that stance there."""
        gold = [
            (row, opinions(row["stance"]), self._places(row["evidence"]))
            for row in self._gold("positions")
        ]
        held = self._story.positions
        found = precise = 0
        for row, stances, places in gold:
            at = [one for one in held if _is_at(one.evidence, places)]
            found += (is_found := any(one.stance in stances for one in at))
            if not is_found:
                read = [one.stance for one in at]
                self._fault("position missed", row["actor"], row["stance"], row["issue"], read)
        for one in held:
            is_right = any(
                one.stance in stances and _is_at(one.evidence, places)
                for _, stances, places in gold
            )
            precise += is_right
            if not is_right:
                self._fault("position too much", one.actor_name, one.stance, one.issue)
        return {
            "positions_found": found / len(gold),
            "positions_precise": precise / max(1, len(held)),
        }

    # conflicts

    def _conflicts(self) -> Figures:
        """Shares of golden conflicts, and of the record's, with two sides that the other has.

        An update is right where a golden row tells of it, and never too much.
        """
        gold = [(row, self._sides(row)) for row in self._gold("conflicts")]
        known = self._story.conflicts
        missed = [row for row, sides in gold if not any(_shares_sides(one, sides) for one in known)]
        drawn = [one for one in known if not one.is_update]
        too_much = [one for one in drawn if not any(_shares_sides(one, sides) for _, sides in gold)]
        for row in missed:
            self._fault("conflict missed", row["kind"], row["about"])
        for one in too_much:
            self._fault("conflict too much", one.kind, one.about, [c.value for c in one.claims])
        return {
            "conflicts_found": 1 - len(missed) / len(gold),
            "conflicts_precise": 1 - len(too_much) / max(1, len(drawn)),
        }

    # articles

    def _heads(self) -> Figures:
        """Shares of articles with the right title and outlet."""
        right: dict[str, list[bool]] = {"title": [], "outlet": []}
        for row in self._gold("articles"):
            for name, found in right.items():
                known = getattr(self._articles[row["file"]], name)
                found.append(known in opinions(row[name]))
                if not found[-1]:
                    self._fault(f"{name} wrong", row["file"], row[name], known)
        return {f"{name}s_right": fmean(found) for name, found in right.items()}

    # lineage

    def _related(self) -> Figures:
        """Shares of golden pairs with their relation, and of the record's that are golden ones.

        Pairs that share no more than quotations may be told or left out.
        """
        names = {article.id: name for name, article in self._articles.items()}
        drawn = {frozenset((names[one.a], names[one.b])): one.relation for one in self._story.pairs}
        gold = {
            frozenset((row["a"], row["b"])): opinions(row["relation"])
            for row in self._gold("pairs")
        }
        right = 0
        for pair, relations in gold.items():
            loose = "quotes_only" in relations and pair not in drawn
            right += (agrees := loose or drawn.get(pair) in relations)
            if not agrees:
                self._fault("pair", *sorted(pair), relations, drawn.get(pair))
        sure = [pair for pair, relation in drawn.items() if relation != "quotes_only"]
        for pair in sure:
            if pair not in gold:
                self._fault("pair too much", *sorted(pair), drawn[pair])
        return {
            "pairs_right": right / max(1, len(gold)),
            "pairs_precise": sum(pair in gold for pair in sure) / max(1, len(sure)),
        }

    def _sides(self, row: Row) -> dict[str, list[Place]]:
        sides = defaultdict(list)
        for claim in row["claims"]:
            sides[str(claim["value"])] += self._places([claim])
        return sides


def places_of(row: Row, text: str) -> list[Range]:
    """Where the words of a golden quotation stand."""
    return [locate(text, words) for words in row["words"]]


def _shared(places: Iterable[Range], content: Iterable[Span]) -> int:
    content = list(content)
    return sum(
        max(0, min(end, part.end) - max(start, part.start))
        for start, end in places
        for part in content
    )


def _is_speaker(row: Row, found: Quotation) -> bool:
    return any(
        found.speaker is None if name is None else same_name(name, found.speaker_name)
        for name in opinions(row.get("speaker"))
    )


def same_name(one: str, other: str | None) -> bool:
    """Whether one name's words are among the other's."""
    words, others = set(one.split()), set((other or "").split())
    return bool(words and others) and (words <= others or others <= words)


def pair_f1(true: Mapping[str, Hashable], drawn: Mapping[str, Hashable]) -> float:
    """The harmonic mean of precision and recall over the pairs that are in one group."""
    there, here = _pairs(true), _pairs(drawn)
    return 2 * len(there & here) / max(1, len(there) + len(here))


def _pairs(groups: Mapping[str, Hashable]) -> set[tuple[str, str]]:
    members = defaultdict(list)
    for name, group in groups.items():
        members[group].append(name)
    return {pair for some in members.values() for pair in combinations(sorted(some), 2)}


class _Placed(Protocol):
    """What stands somewhere in an article."""

    @property
    def article(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def _is_at(found: Iterable[_Placed], places: Iterable[Place]) -> bool:
    """Whether one of what was found overlaps one of the places."""
    places = list(places)
    return any(
        one.article == article and overlap((one.start, one.end), words)
        for one in found
        for article, words in places
    )


def _shares_sides(conflict: Conflict, sides: Mapping[str, list[Place]]) -> bool:
    return sum(_is_at(conflict.claims, places) for places in sides.values()) > 1


def golden_folders() -> list[Path]:
    """All golden folders that come with the tests."""
    return sorted(one.parent for one in STORIES.rglob("events.jsonl"))


@contextmanager
def golden_record(folder: Path) -> Iterator[tuple[Story, Articles]]:
    """The record of a golden folder's articles, and these by the names of their files."""
    texts = folder / "articles"
    if not texts.is_dir():
        texts = Path(variorum.sample.__file__).parent / "story"
    with record_of(texts, reads=True) as story:
        yield story, {Path(one.source).name: one for one in story.articles}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--errors", action="store_true", help="print what differs")
    options = parser.parse_args()
    folders = options.folders or golden_folders()
    table: dict[str, Figures] = {}
    for folder in folders:
        with golden_record(folder) as (story, articles):
            agreement = Agreement(folder, story, articles)
            table[folder.name] = agreement.figures()
        if options.errors and folder.parent.name != HELD_OUT:
            print(folder.name, *sorted(agreement.faults), sep="\n  ")
    _print(table)


def _print(table: Mapping[str, Figures]) -> None:
    print(f"{'':20}", *(f"{name[:9]:>9}" for name in table), f"{'mean':>9}")
    for name in next(iter(table.values())):
        values = [figures[name] for figures in table.values()]
        print(f"{name:20}", *(f"{value:9.3f}" for value in (*values, fmean(values))))


if __name__ == "__main__":
    main()
