"""What became of an event: what each article made of it, and what holds in the end."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, get_args

from variorum.record.event import EventMention, Status, StatusReport
from variorum.record.when import When

HALF_LIFE: Final = 1.0
"""Days in which a report counts half as much as a later one."""

LASTING: Final = 2
"""Days beyond which a report that it happened, or was called off, loses nothing more: it stays true
though later reports are silent on it."""

STALE: Final = 0.25
"""What a plan or supposition counts that is told after the event's day: it looks back, if it was
not misread."""

_AHEAD: Final = frozenset({"planned", "hypothetical"})

STANDS: Final[Mapping[Status, float]] = {
    "happened": 1.5, "cancelled": 1.5, "ongoing": 1.1, "denied": 1.1,
    "planned": 1.0, "hypothetical": 0.6,
}  # fmt: skip
"""What a report of a status weighs: that something happened stays true while later articles
still recall that it was planned; a supposition decides only where nothing else is told."""

_ORDER: Final = {status: place for place, status in enumerate(get_args(Status))}


def status_history(
    told: Iterable[tuple[str, When | None, Sequence[EventMention]]],
    days: tuple[int, int] | None = None,
) -> tuple[StatusReport, ...]:
    """What each article makes of an event, in order of publication; those without a date last.

    `days`: when it was, if known. What an article published before can only tell as a plan: a bare
    "the summit" has no tense.
    """
    reports = [
        StatusReport(_in_time(_of_article(some), published, days), published, name)
        for name, published, some in told
    ]
    return tuple(sorted(reports, key=_by_publication))


def _in_time(status: Status, published: When | None, days: tuple[int, int] | None) -> Status:
    early = published is not None and days is not None and _day(published) < days[0]
    return "planned" if early and status in ("happened", "ongoing") else status


def _by_publication(report: StatusReport) -> tuple[bool, str, str, str]:
    when = report.as_of
    if when is None:
        return True, "", "", report.article
    return False, when.days[1].isoformat(), when.latest, report.article


def _of_article(mentions: Sequence[EventMention]) -> Status:
    """The status that most mentions of one article give, by their confidence."""
    weights: dict[Status, float] = defaultdict(float)
    for one in mentions:
        weights[one.status] += STANDS[one.status] * one.confidence
    likely = max(weights, key=lambda status: (round(weights[status], 6), -_ORDER[status]))
    sure = any(one.status == "planned" and one.confidence > SURE for one in mentions)
    return "planned" if likely == "hypothetical" and sure else likely


SURE: Final = 0.7
"""Confidence beyond which a mention tells of a plan: others that only suppose it ("could meet")
do not make less of what an article calls prepared or agreed."""


def latest_status(history: Sequence[StatusReport], days: tuple[int, int] | None = None) -> Status:
    """The status that the latest reports support best.

    `days`: of the event; what is told before the first of them cannot yet know how it came.
    What lies ahead is planned if one article calls it so, however many only suppose it.
    """
    dated = [one for one in history if one.as_of]
    last = max((_day(one.as_of) for one in dated), default=0)
    knowing = [one for one in dated if not days or _day(one.as_of) >= days[0]]
    weights: dict[Status, float] = defaultdict(float)
    for one in reversed(knowing or list(history)):
        age = last - _day(one.as_of) if one.as_of else 0
        if knowing and _is_settled(one.status):
            age = min(age, LASTING)
        stale = days is not None and _day(one.as_of) > days[1] and one.status in _AHEAD
        weight = STANDS[one.status] * (STALE if stale else 1.0)
        weights[one.status] += weight * 0.5 ** (age / HALF_LIFE)
    likely = max(weights, key=lambda status: (round(weights[status], 6), -_ORDER[status]))
    is_past = days is not None and last > days[1]
    planned = any(one.status == "planned" for one in history)
    return "planned" if likely == "hypothetical" and planned and not is_past else likely


def _is_settled(status: Status) -> bool:
    """Whether a status is the last one that an event has."""
    return status in ("happened", "cancelled")


def _day(when: When | None) -> int:
    return when.days[1].toordinal() if when else 0
