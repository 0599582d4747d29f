"""Measures whom short passages of news are read to tell where they stand.

    python -m evaluation.stands [--half tuning|held_out] [--errors]

`gold/position_passages_{tuning,held_out}.jsonl` (written for this project by somebody who did not
know its rules, Apache-2.0): passages of two to four sentences on invented people, each with all
stands that a careful reader would say it states or plainly shows; some state none. Each passage
is read as an article of its own. A golden stand counts as found if one that was read lies on its
`words` or its `issue_words` and is of a stance that the gold takes; `actor` is the share of the
found ones of which one has an actor that the gold names; `precise` the share of those read that
lie on some golden stand with its stance. Errors are told of the tuning half only.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from evaluation.corpora import GOLD
from evaluation.golden import Range, Row, locate, opinions, overlap
from evaluation.positions import article_of_text
from variorum.collate.positions.rows import rows_of
from variorum.read.encoder.encoder import Encoder
from variorum.read.lexicon import fold
from variorum.read.passages import WindowReader
from variorum.read.reading import read
from variorum.record.position import Attitude

HALVES: Final = ("tuning", "held_out")


class Shares(NamedTuple):
    """Shares from 0 to 1 and what they count."""

    found: float
    precise: float
    actor: float
    gold: int
    read: int


class Passage(NamedTuple):
    """A passage's golden stands, and what was read in it."""

    row: Row
    read: tuple[Attitude, ...]


def rows_of_half(half: str) -> list[Row]:
    """The passages of a half with their golden stands."""
    path = GOLD / f"position_passages_{half}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def read_passages(half: str, encoder: WindowReader) -> Iterator[Passage]:
    """What is read in each passage and would be in a record of it."""
    for row in rows_of_half(half):
        article = article_of_text(row["id"], row["text"])
        reading = read(article, encoder)
        kept = {(one.start, one.end, one.actor_name) for one in rows_of(article, reading)}
        yield Passage(
            row,
            tuple(one for one in reading.attitudes if (one.start, one.end, one.actor_name) in kept),
        )


def measure(passages: Iterable[Passage], *, errors: bool = False) -> Shares:
    """Found, precise and actor over all passages."""
    gold = found = named = read_ = right = 0
    for row, attitudes in passages:
        places = [(one, places_of(row["text"], one)) for one in row["positions"]]
        for one, at in places:
            near = [other for other in attitudes if _is_same(other, one, at)]
            gold += 1
            found += bool(near)
            named += any(is_called(other.actor_name, one["actor"]) for other in near)
            if errors and not near:
                _print_missed(row["text"], one, at, attitudes)
        for other in attitudes:
            read_ += 1
            right += (is_right := any(_is_same(other, one, at) for one, at in places))
            if errors and not is_right:
                print(f"too much: {_told(row['text'], other)}\n    {row['text']}")
    return Shares(_share(found, gold), _share(right, read_), _share(named, found), gold, read_)


def places_of(text: str, position: Row) -> list[Range]:
    """Where a passage names the issue of a golden stand, and shows it."""
    return [locate(text, position[key]) for key in ("words", "issue_words")]


def is_called(name: str, names: Iterable[str]) -> bool:
    """Whether a name is one of some, or has the same last word as one."""
    last = fold(name).split()[-1:]
    return any(last == fold(one).split()[-1:] or fold(one) in fold(name) for one in names)


def _is_same(read_: Attitude, position: Row, places: Iterable[Range]) -> bool:
    is_near = any(overlap((read_.start, read_.end), place) for place in places)
    return is_near and read_.stance in opinions(position["stance"])


def _print_missed(
    text: str, position: Row, places: Iterable[Range], attitudes: Iterable[Attitude]
) -> None:
    print(f"missed: {position['actor'][0]} | {position['stance']} | {position['issue']}")
    print(f"    {position['words']}")
    for other in attitudes:
        if any(overlap((other.start, other.end), place) for place in places):
            print(f"    read: {_told(text, other)}")


def _told(text: str, one: Attitude) -> str:
    return f"{one.actor_name} | {one.stance} | {one.issue.of(text)}"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--half", choices=HALVES, help="both, if it is not told")
    parser.add_argument("--errors", action="store_true", help="print what is wrong or missed")
    options = parser.parse_args()
    encoder = Encoder.shipped()
    for half in [options.half] if options.half else HALVES:
        errors = options.errors and half == "tuning"
        shares = measure(read_passages(half, encoder), errors=errors)
        print(
            f"{half}: found {shares.found:.3f} of {shares.gold}, precise {shares.precise:.3f} of "
            f"{shares.read}, actor {shares.actor:.3f} of those found"
        )


if __name__ == "__main__":
    main()
