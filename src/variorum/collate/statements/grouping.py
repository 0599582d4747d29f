"""Which wordings are one utterance: each is given to the fullest that it is a wording of.

The fullest wordings come first and found groups; a shorter one joins the group of the one that it
agrees with best, or founds its own. So two sentences that a third article quotes together join it,
but nothing is welded by a chain: what joins is part of the fullest wording, overlaps it by half or
reports it, or reports words that are part of it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from variorum.collate.statements.agreeing import Wording, are_akin, do_meet
from variorum.collate.statements.scoring import Match
from variorum.engine.components import components

CLEAR: Final = 0.08
"""By this much a short phrase must agree better with one group than with any other: a catchword
that fits two utterances belongs to neither."""


class Member(NamedTuple):
    """A wording in a group, and what speaks for it; nothing for the fullest, which founded it."""

    wording: Wording
    match: Match | None


Members = tuple[Member, ...]


class Tangle(NamedTuple):
    """Wordings that hang together, in order, and their matches, by places, the smaller first."""

    wordings: tuple[Wording, ...]
    matches: tuple[tuple[int, int, Match], ...]


def tangles(
    wordings: Sequence[Wording], matches: Mapping[tuple[int, int], Match]
) -> Iterator[Tangle]:
    """The wordings by what hangs together. `matches`: by places, the smaller first, in order."""
    groups = components(len(wordings), matches)
    place = {
        number: (group, at) for group, some in enumerate(groups) for at, number in enumerate(some)
    }
    within: list[list[tuple[int, int, Match]]] = [[] for _ in groups]
    for (a, b), match in matches.items():
        within[place[a][0]].append((place[a][1], place[b][1], match))
    for some, theirs in zip(groups, within, strict=True):
        yield Tangle(tuple(wordings[number] for number in some), tuple(theirs))


class _Group:
    def __init__(self, founder: int, one: Wording) -> None:
        self.founder = founder
        self.members = [Member(one, None)]
        self.parts: set[int] = set()
        self.phrases: set[int] = set()
        self.speakers: dict[bool, Wording] = {}
        self.said: tuple[date, date] | None = None
        self._know(one)

    def add(self, number: int, one: Wording, match: Match) -> None:
        self.members.append(Member(one, match))
        if match.kind == "part":
            self.parts.add(number)
        if match.kind == "phrase":
            self.phrases.add(number)
        self._know(one)

    def may_hold(self, one: Wording, match: Match) -> bool:
        """Whether no member has another speaker or another day; people of one surname aside.

        A copy that gives the words to another is held in spite of that, and what stands in the
        same place of a shared passage in spite of the day, which one of them may have wrong.
        """
        known = self.speakers.get(one.kind == "person")
        if (
            match.kind not in ("copy", "place")
            and one.speaker
            and known
            and known.speaker != one.speaker
            and not are_akin(known, one)
        ):
            return False
        if match.kind == "place":
            return True
        return not (one.said and self.said) or do_meet(one.said, self.said)

    def _know(self, one: Wording) -> None:
        if one.speaker:
            self.speakers.setdefault(one.kind == "person", one)
        if one.said and (self.said is None or _length(one.said) < _length(self.said)):
            self.said = one.said


def _length(days: tuple[date, date]) -> timedelta:
    return days[1] - days[0]


def group(tangle: Tangle) -> list[Members]:
    """The groups among wordings that hang together, each with its fullest wording first."""
    wordings = tangle.wordings
    near: dict[int, list[tuple[int, Match]]] = defaultdict(list)
    for a, b, match in tangle.matches:
        near[a].append((b, match))
        near[b].append((a, match))
    groups: dict[int, _Group] = {}
    for number in sorted(range(len(wordings)), key=lambda place: fullness(wordings[place])):
        one = wordings[number]
        found = _best(one, wordings, near[number], groups)
        if found is None:
            groups[number] = _Group(number, one)
        else:
            chosen, match = found
            chosen.add(number, one, match)
            groups[number] = chosen
    return [tuple(one.members) for number, one in groups.items() if one.founder == number]


def fullness(one: Wording) -> tuple[int, int, tuple[str, ...]]:
    """By what wordings are sorted, the fullest first.

    Most words of the speaker's first, and of those the one with fewest of the reporter's.
    """
    others = len(one.words) if one.quoted else -len(one.words)
    return -len(one.quoted), others, one.key


def _best(
    one: Wording,
    wordings: Sequence[Wording],
    near: Sequence[tuple[int, Match]],
    groups: Mapping[int, _Group],
) -> tuple[_Group, Match] | None:
    best: dict[int, Match] = {}
    for other, match in near:
        placed = groups.get(other)
        if (
            placed is None
            or not placed.may_hold(one, match)
            or not _reaches(placed, other, wordings, match)
        ):
            continue
        founder = placed.founder
        if founder not in best or match.score > best[founder].score:
            best[founder] = match
    chosen = _choose(one, best, wordings)
    return None if chosen is None else (groups[chosen], best[chosen])


def _choose(one: Wording, best: Mapping[int, Match], wordings: Sequence[Wording]) -> int | None:
    """The group that agrees best, by its fullest wording; None if there is none to tell."""
    ranked = sorted(best, key=lambda place: (-best[place].score, fullness(wordings[place])))
    if not ranked or best[ranked[0]].kind != "phrase":
        return ranked[0] if ranked else None
    longer = [place for place in ranked if len(wordings[place].quoted) > len(one.quoted) + 1]
    scores = [best[place].score for place in longer]
    if longer and (len(longer) == 1 or scores[0] - scores[1] >= CLEAR):
        return longer[0]
    return next((place for place in ranked if place not in longer), None)


def _reaches(placed: _Group, other: int, wordings: Sequence[Wording], match: Match) -> bool:
    """Whether agreement with this member counts: it founded the group or is part of its words."""
    held = wordings[other]
    if placed.founder == other or match.kind == "place":
        return True
    if other in placed.phrases:
        is_same_report = match.kind == "report" and match.score >= _SAME_REPORT
        is_of_body = match.kind == "phrase" and not match.is_named
        return is_same_report or (is_of_body and len(held.quoted) == len(held.words))
    is_quoted = 2 * len(held.quoted) >= len(held.words)
    return other in placed.parts and is_quoted and match.kind in ("report", "phrase")


_SAME_REPORT: Final = 0.85
"""A report as sure as this is the same report, by another desk."""
