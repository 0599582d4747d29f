"""How what is made of an event changes from day to day: planned, then put off."""

from collections import defaultdict
from datetime import date
from typing import Final, Literal

import msgspec

from variorum.compare.timeline import Sources
from variorum.record.event import Event, Status, StatusReport

Outcome = Literal["to come", "real", "off", "denied"]

_OUTCOMES: Final[dict[Status, Outcome]] = {
    "planned": "to come",
    "hypothetical": "to come",
    "happened": "real",
    "ongoing": "real",
    "cancelled": "off",
    "denied": "denied",
}
"""Statuses that may be told of one event side by side without that anything has changed."""


class Turn(msgspec.Struct, frozen=True):
    """What most reports of one day make of an event that others made something else of before.

    `day`: of publication; `articles`: those that tell it so on that day, by id.
    """

    status: Status
    day: date
    articles: tuple[str, ...]


def course_of(event: Event, sources: Sources) -> list[Turn]:
    """How the status changed in the reports, the first turn being the first that was told.

    A day counts for what the most independent sources make of the event on it. Plans and
    suppositions are one ("to come"), as are what happened and what goes on. What has happened
    is not to come again: a later report that tells it so only repeats an earlier one.
    """
    days: dict[date, list[StatusReport]] = defaultdict(list)
    for report in event.status_history:
        if report.as_of:
            days[report.as_of.days[1]].append(report)
    turns: list[Turn] = []
    outcomes: list[Outcome] = []
    for day in sorted(days):
        turn = _turn(day, days[day], sources)
        outcome = _OUTCOMES[turn.status]
        if outcomes and (outcome == outcomes[-1] or (outcome, "real") == ("to come", outcomes[-1])):
            continue
        turns.append(turn)
        outcomes.append(outcome)
    return turns


def _turn(day: date, reports: list[StatusReport], sources: Sources) -> Turn:
    """What one day makes of an event; what is settled where sources are equally many."""
    tellers: dict[Outcome, dict[Status, set[str]]] = defaultdict(lambda: defaultdict(set))
    for report in reports:
        tellers[_OUTCOMES[report.status]][report.status].add(report.article)

    def weight(outcome: Outcome) -> tuple[int, int]:
        articles = set().union(*tellers[outcome].values())
        return -len(sources(articles)), _SETTLED.index(outcome)

    told = tellers[min(tellers, key=weight)]
    status = min(told, key=lambda one: (-len(sources(told[one])), _SURE.index(one)))
    return Turn(status, day, tuple(sorted(set().union(*told.values()))))


_SETTLED: Final[tuple[Outcome, ...]] = ("real", "off", "denied", "to come")

_SURE: Final[tuple[Status, ...]] = (
    "happened", "ongoing", "cancelled", "denied", "planned", "hypothetical",
)  # fmt: skip


def statuses_of(event: Event, sources: Sources) -> tuple[Status, ...]:
    """The statuses that an event had in the reports, one after another; the last is its own."""
    told = [turn.status for turn in course_of(event, sources)]
    if told and _OUTCOMES[told[-1]] == _OUTCOMES[event.status]:
        told.pop()
    return (*told, event.status)


def outcome_of(status: Status) -> Outcome:
    """What a status comes to, however it is told."""
    return _OUTCOMES[status]


def is_to_come(status: Status) -> bool:
    """Whether a status tells of what is planned or supposed, and has not begun."""
    return _OUTCOMES[status] == "to come"
