"""Which attitudes are one position.

Issues are found in the material: attitudes with the same telling words are about one issue, and
issues whose words and sentences are alike enough are joined (candidates → score → group). What an
actor holds on one issue is then cut into stretches of time, and by condition.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from variorum.collate.positions.candidates import IssueKey, find_candidates
from variorum.collate.positions.grouping import Joint, Stretch, group_issues, stretches
from variorum.collate.positions.rows import AttitudeRow, rows_of
from variorum.collate.positions.scoring import JOINED, Issue, in_whole_numbers, score_pair
from variorum.engine.protocol import Engine
from variorum.record.identity import identify
from variorum.record.maker import Maker
from variorum.record.naming import entity_in_record
from variorum.record.position import Position
from variorum.record.reuse import Place

__all__ = ["MAKER", "AttitudeRow", "join_positions", "rows_of"]

MAKER: Final = Maker("collate.positions", 9)

_CLEAR: Final = range(2, 7)
"""Words of a wording that names an issue best."""


def join_positions(
    engine: Engine, rows: Iterable[AttitudeRow], joined: Mapping[str, str]
) -> list[Position]:
    """The positions of the record, in order of their ids.

    `joined`: the record's entity for an article's.
    """
    ordered = sorted(rows, key=lambda row: (row.article, row.start, row.end, row.issue))
    actors = [_actor(row, joined) for row in ordered]
    by_issue: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, row in enumerate(ordered):
        by_issue[tuple(sorted(row.stems)), row.names, row.turned].append(number)
    keys = sorted(by_issue)
    groups = _groups(engine, ordered, actors, [by_issue[key] for key in keys])
    found = [
        position
        for numbers in groups
        for position in _positions_on(ordered, actors, numbers, joined)
    ]
    return sorted(found, key=lambda position: position.id)


def _actor(row: AttitudeRow, joined: Mapping[str, str]) -> str:
    known = entity_in_record(row.actor, row.article, row.actor_name, joined)
    if known:
        return known
    return "name " + row.actor_name.casefold().removeprefix("the ")


def _groups(
    engine: Engine,
    rows: Sequence[AttitudeRow],
    actors: Sequence[str],
    issues: Sequence[Sequence[int]],
) -> list[list[int]]:
    """The numbers of the attitudes to each issue, after issues that are one are joined."""
    keys = [
        IssueKey(rows[numbers[0]].stems, tuple(sorted({actors[one] for one in numbers})))
        for numbers in issues
    ]
    counts = Counter(stem for key in keys for stem in key.stems)
    told = (
        _Told(
            tuple(rows[one] for one in numbers),
            key.actors,
            tuple(_weight(counts[stem], len(keys)) for stem in key.stems),
        )
        for numbers, key in zip(issues, keys, strict=True)
    )
    compared = list(engine.remember(_issue, told))
    pairs = find_candidates(engine, keys)
    likely = engine.remember(score_pair, ((compared[a], compared[b]) for a, b in pairs))
    joints = [
        Joint(likeness.score, *pair)
        for pair, likeness in zip(pairs, likely, strict=True)
        if likeness.score >= JOINED
    ]
    group = group_issues([one.names for one in compared], joints)
    together: dict[int, list[int]] = defaultdict(list)
    for issue, numbers in enumerate(issues):
        together[group[issue]].extend(numbers)
    return [sorted(together[one]) for one in sorted(together)]


class _Told(NamedTuple):
    """Attitudes to an issue, who has them, and what its stems weigh, as whole numbers."""

    rows: tuple[AttitudeRow, ...]
    actors: tuple[str, ...]
    weights: tuple[int, ...]


_STEPS: Final = 32
"""Steps from one weight to the next whole number: few change when an issue more is found."""


def _weight(count: int, issues: int) -> int:
    """Rare words tell more: the weight is 1 for one found everywhere, and grows with rarity."""
    return round(_STEPS * (1 + math.log(issues / count) / 4))


def _issue(told: _Told) -> Issue:
    first = told.rows[0]
    weights = (weight / _STEPS for weight in told.weights)
    return Issue(
        weights=dict(zip(first.stems, weights, strict=True)),
        head=first.head,
        names=frozenset(first.names),
        turned=first.turned,
        vector=_mean(told.rows),
        articles=frozenset(row.article for row in told.rows),
        actors=frozenset(told.actors),
    )


def _mean(rows: Sequence[AttitudeRow]) -> bytes:
    vectors = [np.frombuffer(row.vector, dtype="<f2").astype(np.float64) for row in rows]
    sizes = {len(vector) for vector in vectors}
    if len(sizes) != 1 or sizes == {0}:
        return b""
    total = np.sum(vectors, axis=0)
    length = float(np.linalg.norm(total))
    return in_whole_numbers(total / length) if length else b""


def _positions_on(
    rows: Sequence[AttitudeRow],
    actors: Sequence[str],
    numbers: Sequence[int],
    joined: Mapping[str, str],
) -> Iterable[Position]:
    """The positions on one issue."""
    named = _wording([rows[one] for one in numbers])
    by_actor: dict[str, list[AttitudeRow]] = defaultdict(list)
    for one in numbers:
        by_actor[actors[one]].append(rows[one])
    for actor in sorted(by_actor):
        for stretch in stretches(by_actor[actor]):
            yield _position(stretch, named, by_actor[actor], joined)


def _wording(rows: Sequence[AttitudeRow]) -> str:
    """The commonest wording of an issue that says enough alone, as one article prints it."""
    articles: dict[str, set[str]] = defaultdict(set)
    printed: dict[str, str] = {}
    for row in rows:
        folded = row.issue.casefold()
        articles[folded].add(row.article)
        printed[folded] = min(printed.get(folded, row.issue), row.issue)
    best = min(
        articles,
        key=lambda one: (
            len(one.split()) not in _CLEAR,
            -len(articles[one]),
            len(one.split()),
            one,
        ),
    )
    return printed[best]


def _position(
    stretch: Stretch, issue: str, of_actor: Sequence[AttitudeRow], joined: Mapping[str, str]
) -> Position:
    rows = stretch.rows
    best = max(rows, key=lambda row: (row.confidence, row.article, -row.start))
    evidence = tuple(sorted({Place(row.article, row.start, row.end) for row in rows}))
    names = Counter(row.actor_name for row in of_actor)
    known = [entity_in_record(row.actor, row.article, row.actor_name, joined) for row in of_actor]
    entities = [entity for entity in known if entity]
    dated = [row.as_of for row in rows if row.as_of]
    condition = best.condition if stretch.stance == "conditional" else None
    actor = entities[0] if entities else None
    name = max(names, key=lambda one: (names[one], len(one), one))
    return Position(
        id=identify("position", actor or name, issue, stretch.stance, condition, evidence),
        actor=actor,
        actor_name=name,
        issue=issue,
        stance=stretch.stance,
        condition=condition,
        as_of=min(dated, key=lambda when: (when.latest, when.earliest, when.basis), default=None),
        evidence=evidence,
        confidence=best.confidence,
        reasons=tuple(_reasons(rows, best)),
        maker=str(MAKER),
    )


def _reasons(rows: Sequence[AttitudeRow], best: AttitudeRow) -> list[str]:
    found = list(best.reasons)
    wordings = sorted({row.issue.casefold() for row in rows})
    if len(wordings) > 1:
        found.append("Held for one issue: " + "; ".join(wordings[:5]))
    return found
