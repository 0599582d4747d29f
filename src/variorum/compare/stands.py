"""What somebody is said to have turned down, and by another report of those days not to have.

"Ruled out compensation" and "did not rule out compensation": one actor, one issue, one verb, and a
negation that only one has. Who stands elsewhere in other words may have thought better of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import alike
from variorum.compare.polarity import GRAMMAR, negations
from variorum.compare.relatives import kin
from variorum.compare.standpoints import actor_key
from variorum.compare.words import folded_words, stem
from variorum.record.article import Article
from variorum.record.position import Position
from variorum.record.reuse import Place

APART: Final = 2 * 24.0
"""Hours between two publications beyond which somebody may have thought better of it."""

MOST: Final = 60
"""Places that show where one actor stands on one issue, beyond which they are of many days."""


class _Shown(NamedTuple):
    """A place that shows a stand; `verbs`: the stems of its words beside those of the issue."""

    place: Place
    position: Position
    is_negated: bool
    verbs: frozenset[str]


def stand_contradictions(
    positions: Iterable[Position], articles: Mapping[str, Article]
) -> Iterator[Contradiction]:
    """Where one report has the very stand that another says somebody has not."""
    for some in alike(positions, lambda one: (actor_key(one), one.issue)).values():
        if len({stand.stance for stand in some}) == 1:
            continue
        shown = [_shown(place, stand, articles) for stand in some for place in stand.evidence]
        if len(shown) > MOST:
            continue
        for one, other in combinations(shown, 2):
            if _contradict(one, other, articles):
                yield Contradiction(
                    "status", one.place, other.place, one.position.stance, other.position.stance,
                    0.6, "One says of somebody's stand what the other says is not so",
                    joined_as=f"stand {one.position.issue}",
                )  # fmt: skip


def _contradict(one: _Shown, other: _Shown, articles: Mapping[str, Article]) -> bool:
    a, b = articles[one.place.article], articles[other.place.article]
    return (
        a.id != b.id
        and one.position.stance != other.position.stance
        and one.is_negated != other.is_negated
        and not one.verbs.isdisjoint(other.verbs)
        and a.hours_apart(b) <= APART
    )


def _shown(place: Place, position: Position, articles: Mapping[str, Article]) -> _Shown:
    words = folded_words(articles[place.article].text[place.start : place.end])
    issue = set(folded_words(f"{position.issue} {position.actor_name}"))
    verbs = frozenset(
        kin(stem(word)) for word in words if word not in issue and word not in GRAMMAR
    )
    return _Shown(place, position, negations(words) % 2 == 1, verbs)
