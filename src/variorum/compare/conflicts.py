"""Conflicts: where articles tell one thing differently, each side with its words.

Derived from the record and never stored. What the parts of `Contradiction` come from is told in
`differences`, `dating`, `figures` and `accounts`; here they are joined and ordered.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

import msgspec

from variorum.compare.dating import Times, date_differences
from variorum.compare.differences import differences
from variorum.compare.edited import ConflictKind, Difference
from variorum.compare.words import flat, sentence_at
from variorum.record.article import Article
from variorum.record.identity import identify
from variorum.record.lineage import Dispatch
from variorum.record.reuse import Place, Reuse

KINDS: Final[tuple[ConflictKind, ...]] = ("number", "date", "status", "attribution", "wording")
"""In the order in which a reader is shown them."""


class Claim(msgspec.Struct, frozen=True, order=True):
    """What one article says: `value` are its words at the place, on one line."""

    value: str
    article: str
    start: int
    end: int


class Conflict(msgspec.Struct, frozen=True):
    """Where articles tell one thing differently.

    - `about`: words of the record: an event's label, a statement's text, or the sentence of
      the first claim;
    - `claims`: in order of the sides, and of publication within a side; `sides`: how many of
      them each side has; `values`: what each side comes to: a day, a status, a plain number;
    - `is_update`: whether later states of a dispatch, or later reports of an outlet, put
      another value in the place of their own earlier one, or a later report counts more of what
      goes on, which contradicts nobody;
    - `confidence` from 0 to 1; `reasons`: sentences a reader can check.
    """

    id: str
    kind: ConflictKind
    about: str
    claims: tuple[Claim, ...]
    sides: tuple[int, ...]
    values: tuple[str, ...]
    is_update: bool
    confidence: float
    reasons: tuple[str, ...]


def sides_of(conflict: Conflict) -> list[tuple[Claim, ...]]:
    """The claims of each side, what most articles tell first."""
    ends = list(accumulate(conflict.sides, initial=0))
    return [conflict.claims[start:end] for start, end in pairwise(ends)]


def is_about_claim(conflict: Conflict, articles: Mapping[str, Article]) -> bool:
    """Whether what a conflict is about is the sentence of a claim, and tells nothing more."""
    return any(
        _sentence(Place(one.article, one.start, one.end), articles) == conflict.about
        for one in conflict.claims
    )


class Contradiction(NamedTuple):
    """Two places that cannot both be right, and what they come to.

    `about` is empty where the words around the places tell; `is_update`: whether the later of
    them only counts anew; `joined_as`: only what has the same is joined, with places in common.
    """

    kind: ConflictKind
    a: Place
    b: Place
    value_a: str
    value_b: str
    confidence: float
    reason: str
    about: str = ""
    is_update: bool = False
    joined_as: str = ""


def contradictions_in(
    reuses: Iterable[Reuse], articles: Mapping[str, Article], times: Times
) -> Iterator[Contradiction]:
    """What the edits of aligned passages contradict."""
    for reuse in reuses:
        texts = articles[reuse.a.article].text, articles[reuse.b.article].text
        dated = list(date_differences(reuse, *texts, times))
        taken = [(one.a, one.b) for one in dated]
        for one in dated:
            yield _placed(one, reuse)
        for one in differences(reuse, *texts):
            if not any(one.a.meets(a) and one.b.meets(b) for a, b in taken):
                yield _placed(one, reuse)


def _placed(one: Difference, reuse: Reuse) -> Contradiction:
    return Contradiction(
        one.kind,
        Place(reuse.a.article, one.a.start, one.a.end),
        Place(reuse.b.article, one.b.start, one.b.end),
        one.value_a,
        one.value_b,
        one.confidence,
        one.reason,
    )


def find_conflicts(
    found: Iterable[Contradiction],
    articles: Mapping[str, Article],
    order: Sequence[str],
    dispatches: Iterable[Dispatch] = (),
) -> list[Conflict]:
    """The contradictions joined: places that were held against one another are one conflict.

    `order`: the articles by publication, the earliest first. Told first what is surest and
    what most articles tell; updates last.
    """
    ranks = {article: rank for rank, article in enumerate(order)}
    updates = _states(dispatches)
    conflicts = [_conflict(group, articles, ranks, updates) for group in _joined(found, ranks)]
    return sorted(conflicts, key=_precedence)


def _precedence(one: Conflict) -> tuple[bool, int, float, int, str]:
    return one.is_update, KINDS.index(one.kind), -one.confidence, -len(one.claims), one.id


def _joined(found: Iterable[Contradiction], ranks: Mapping[str, int]) -> list[list[Contradiction]]:
    """Contradictions of one kind that meet in a place."""
    edges = sorted(
        (one if _key(one.a, ranks) <= _key(one.b, ranks) else _turned(one) for one in found),
        key=lambda one: (one.kind, _key(one.a, ranks), _key(one.b, ranks)),
    )
    parents = list(range(len(edges)))

    def top(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    places = [
        (edge.kind + edge.joined_as, place.article, place.start, place.end, index)
        for index, edge in enumerate(edges)
        for place in (edge.a, edge.b)
    ]
    reach: tuple[str, str, int, int] = ("", "", 0, 0)
    for kind, article, start, end, index in sorted(places):
        if (kind, article) == reach[:2] and start < reach[2]:
            parents[max(top(index), top(reach[3]))] = min(top(index), top(reach[3]))
            reach = (kind, article, max(end, reach[2]), index)
        else:
            reach = (kind, article, end, index)
    groups: dict[int, list[Contradiction]] = defaultdict(list)
    for index, edge in enumerate(edges):
        groups[top(index)].append(edge)
    return list(groups.values())


def _key(place: Place, ranks: Mapping[str, int]) -> tuple[int, Place]:
    return ranks[place.article], place


def _turned(one: Contradiction) -> Contradiction:
    return one._replace(a=one.b, b=one.a, value_a=one.value_b, value_b=one.value_a)


def _conflict(
    group: Sequence[Contradiction],
    articles: Mapping[str, Article],
    ranks: Mapping[str, int],
    updates: Mapping[str, tuple[str, int]],
) -> Conflict:
    sides = _by_value(group)
    valued = sorted(
        (
            (sorted(_apart(places), key=lambda place: _key(place, ranks)), value)
            for value, places in sides.items()
        ),
        key=lambda side: (-len(side[0]), _key(side[0][0], ranks)),
    )
    listed = [places for places, _ in valued]
    claims = tuple(_claim(place, articles) for places in listed for place in places)
    kind = group[0].kind
    about = next((one.about for one in group if one.about), "")
    first = listed[0][0]
    return Conflict(
        id=identify("conflict", kind, sorted((one.article, one.start, one.end) for one in claims)),
        kind=kind,
        about=about or _sentence(first, articles),
        claims=claims,
        sides=tuple(map(len, listed)),
        values=tuple(flat(value) for _, value in valued),
        is_update=all(_is_update(one, articles, updates) for one in group),
        confidence=round(max(one.confidence for one in group), 3),
        reasons=tuple(sorted({one.reason for one in group})),
    )


def _by_value(group: Sequence[Contradiction]) -> dict[str, set[Place]]:
    """The places of each value; values of places that overlap are one, as the surest has it.

    Unless that leaves one side only: then but values of the same place are one.
    """
    sides = _sides(group, lambda one, other: one.span.meets(other.span))
    return sides if len(sides) > 1 else _sides(group, Place.__eq__)


def _sides(
    group: Sequence[Contradiction], is_one: Callable[[Place, Place], bool]
) -> dict[str, set[Place]]:
    known: dict[str, list[tuple[Place, str]]] = defaultdict(list)
    sides: dict[str, set[Place]] = defaultdict(set)
    for one in sorted(group, key=lambda one: (-one.confidence, one)):
        for place, value in ((one.a, one.value_a), (one.b, one.value_b)):
            told = known[place.article]
            met = next((had for other, had in told if is_one(place, other)), None)
            if met is None:
                told.append((place, value))
            sides[value if met is None else met].add(place)
    return sides


def _apart(places: Iterable[Place]) -> list[Place]:
    """Places of which none lies within another."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda one: (one.article, one.start, -one.end)):
        if not (kept and kept[-1].article == place.article and place.start < kept[-1].end):
            kept.append(place)
    return kept


def _claim(place: Place, articles: Mapping[str, Article]) -> Claim:
    words = flat(place.span.of(articles[place.article].text))
    return Claim(words, place.article, place.start, place.end)


def _sentence(place: Place, articles: Mapping[str, Article]) -> str:
    text = articles[place.article].text
    return flat(sentence_at(text, place.span).of(text))


def _states(dispatches: Iterable[Dispatch]) -> dict[str, tuple[str, int]]:
    """For each article the dispatch and the number of the state that it carries."""
    return {
        article: (dispatch.id, number)
        for dispatch in dispatches
        for number, state in enumerate(dispatch.states)
        for article in state.articles
    }


def _is_update(
    one: Contradiction,
    articles: Mapping[str, Article],
    states: Mapping[str, tuple[str, int]],
) -> bool:
    """Whether a text only corrects itself: another state of a dispatch, the same outlet later."""
    if one.is_update:
        return True
    a, b = articles[one.a.article], articles[one.b.article]
    if a.id in states and b.id in states:
        (dispatch_a, number_a), (dispatch_b, number_b) = states[a.id], states[b.id]
        if dispatch_a == dispatch_b and number_a != number_b:
            return True
    is_one_outlet = a.outlet is not None and a.outlet == b.outlet
    if not (is_one_outlet and a.published and b.published):
        return False
    return a.published.surely_before(b.published) or b.published.surely_before(a.published)
