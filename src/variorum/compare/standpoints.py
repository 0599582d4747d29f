"""Who stands where, issue by issue: those first on which most actors stand somewhere."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from variorum.record.article import Article
from variorum.record.position import Position
from variorum.record.reuse import Place

Sources = Callable[[Iterable[str]], frozenset[str]]
"""The independent sources behind some articles."""


def by_issue(positions: Iterable[Position]) -> list[tuple[str, list[Position]]]:
    """Issues by how many actors and then places they have; actors by name, then in time."""
    found: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        found[position.issue].append(position)
    for some in found.values():
        some.sort(key=_in_order)
    return sorted(found.items(), key=_weight)


def actor_key(position: Position) -> str:
    """What tells one actor from others: the entity's id, or else the name as read."""
    return position.actor or position.actor_name


def _weight(item: tuple[str, Sequence[Position]]) -> tuple[int, int, str]:
    issue, some = item
    actors = {actor_key(one) for one in some}
    return -len(actors), -sum(len(one.evidence) for one in some), issue.casefold()


def _in_order(position: Position) -> tuple[str, str, str]:
    day = position.as_of.written_end.isoformat() if position.as_of else ""
    return position.actor_name.casefold(), day, position.id


def in_time(position: Position) -> tuple[str, str, str]:
    """Positions by the day on which they were taken, the undated last."""
    day = position.as_of.written_end.isoformat() if position.as_of else "9999"
    return day, position.actor_name.casefold(), position.id


def shown_first(
    position: Position, articles: Mapping[str, Article], sources: Sources
) -> list[Place]:
    """The places of a position in order of publication, one of each independent source first."""
    seen: set[frozenset[str]] = set()
    first: list[Place] = []
    rest: list[Place] = []
    for place in sorted(position.evidence, key=lambda one: (_day(articles, one), one)):
        source = sources([place.article])
        (rest if source in seen else first).append(place)
        seen.add(source)
    return first + rest


def _day(articles: Mapping[str, Article], place: Place) -> str:
    published = articles[place.article].published
    return published.written_end.isoformat() if published else "9999"
