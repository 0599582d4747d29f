"""What changed since some time: what articles tell that have come since, and those before do not.

Derived and never stored: a record is what its articles tell, so that what was known at a time is
what those tell that had come by then. That the machine puts an utterance or an event together
otherwise, since more is told of it, is no change.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from variorum.compare.accounts import Said
from variorum.compare.conflicts import Claim, Conflict, sides_of
from variorum.compare.course import course_of, outcome_of
from variorum.compare.timeline import Sources
from variorum.record.article import Article
from variorum.record.event import Event, EventPlace, Status
from variorum.record.position import Position
from variorum.record.reuse import Place
from variorum.record.statement import Statement
from variorum.record.watched import version_of, version_source

NewsKind = Literal[
    "status", "stance", "version", "conflict", "statement", "event", "position", "confirmed",
    "article",
]  # fmt: skip

KINDS: Final[tuple[NewsKind, ...]] = (
    "status", "version", "stance", "conflict", "confirmed", "statement", "event", "position",
    "article",
)  # fmt: skip
"""In the order in which a reader is shown them."""

NewsNoun = Literal["event", "statement", "position", "conflict", "article"]


class News(msgspec.Struct, frozen=True):
    """One thing that changed.

    - `kind`: status (of an event that was told otherwise before), version (an outlet rewrote a
      page), stance (of somebody who stood elsewhere on the issue), conflict (which was none
      before), confirmed (an event or statement that one independent source told, and now another
      tells), statement, event, position (new ones), article (a new one that is no version);
    - `noun`, `id`: what it is about; of a version the article that it is;
    - `label`: words of the record that name it; `who`: says it or stands there, empty if nobody;
    - `before`, `after`: status or stance, as it was and is; empty for what has none;
    - `place`: words of an article that came since; `earlier`: of one that was there, as it tells
      it;
    - `independent_sources`: behind all that tell it now; of an article those that are new.
    """

    kind: NewsKind
    noun: NewsNoun
    id: str
    label: str
    place: Place
    earlier: Place | None = None
    before: str = ""
    after: str = ""
    independent_sources: int = 0
    who: str = ""


class Known(NamedTuple):
    """A record, and which of its articles a reader knows.

    `articles` in order of publication; `said`: all quotations by their ids.
    """

    articles: Mapping[str, Article]
    old: frozenset[str]
    events: Iterable[Event]
    statements: Iterable[Statement]
    positions: Sequence[Position]
    conflicts: Iterable[Conflict]
    said: Said
    sources: Sources


def find_news(known: Known) -> list[News]:
    """What articles brought that are not among the old ones: by kind, the weightiest first."""
    if known.old >= known.articles.keys():
        return []
    found: list[News] = []
    for of_kind in _FINDERS:
        found += of_kind(known)
    rank = {article: number for number, article in enumerate(known.articles)}
    return sorted(
        found,
        key=lambda one: (
            KINDS.index(one.kind), -one.independent_sources, -rank[one.place.article], one.id,
        ),
    )  # fmt: skip


def _of_events(known: Known) -> Iterator[News]:
    for event in known.events:
        here = [one for one in event.mentions if one.article in known.old]
        new = [one for one in event.mentions if one.article not in known.old]
        if not new:
            continue
        news = _new_event(event, new, known) if not here else _turned(event, here, new, known)
        if news:
            yield news


def _new_event(event: Event, new: Sequence[EventPlace], known: Known) -> News:
    best = _telling(event, new, event.status, known)
    return News("event", "event", event.id, event.label, best, after=event.status,
                independent_sources=_sources(event, known))  # fmt: skip


def _turned(
    event: Event, here: Sequence[EventPlace], new: Sequence[EventPlace], known: Known
) -> News | None:
    """An event that new articles tell to have come out otherwise, or that another source tells."""
    before = _status_before(event, known)
    outcomes = outcome_of(before), outcome_of(event.status)
    # What has happened is not to come again: such a report repeats an earlier one.
    is_turn = outcomes[0] != outcomes[1] and outcomes != ("real", "to come")
    telling = {
        one.article for one in event.status_history if outcome_of(one.status) == outcomes[1]
    }  # fmt: skip
    told = [one for one in new if one.article in telling]
    if is_turn and told:
        return News("status", "event", event.id, event.label,
                    _telling(event, told, event.status, known),
                    _telling(event, here, before, known),
                    before, event.status, _sources(event, known))  # fmt: skip
    further = _of_another_source([one.article for one in here], [one.article for one in new], known)
    if not further:
        return None
    places = [one for one in new if one.article in further]
    return News("confirmed", "event", event.id, event.label,
                _telling(event, places, event.status, known),
                _telling(event, here, before, known),
                after=event.status, independent_sources=_sources(event, known))  # fmt: skip


def _status_before(event: Event, known: Known) -> Status:
    """What the old articles make of an event in the end."""
    history = tuple(one for one in event.status_history if one.article in known.old)
    told = msgspec.structs.replace(event, status_history=history)
    course = course_of(told, known.sources)
    if course:
        return course[-1].status
    return history[-1].status if history else event.status


def _telling(event: Event, places: Sequence[EventPlace], status: Status, known: Known) -> Place:
    """Of some places the first of the latest article that tells the event with a status."""
    by_article = {one.article: one.status for one in event.status_history}
    rank = {article: number for number, article in enumerate(known.articles)}
    best = min(
        places,
        key=lambda one: (
            by_article.get(one.article) != status, one.status != status, -rank[one.article],
            one.start,
        ),
    )  # fmt: skip
    return Place(best.article, best.start, best.end)


def _sources(event: Event, known: Known) -> int:
    return len(known.sources({one.article for one in event.mentions}))


def _of_another_source(here: Iterable[str], new: Iterable[str], known: Known) -> set[str]:
    """The new articles of other sources, if all the old ones have one."""
    before = known.sources(here)
    if len(before) != 1:
        return set()
    return {one for one in new if not known.sources([one]) <= before}


def _of_statements(known: Known) -> Iterator[News]:
    for statement in known.statements:
        if not known.said.keys() >= set(statement.quotations):
            continue  # One of its articles is being read anew.
        here = [one for one in statement.articles if one in known.old]
        new = [one for one in statement.articles if one not in known.old]
        further = _of_another_source(here, new, known) if here else set(new)
        if not further:
            continue
        yield News(
            "confirmed" if here else "statement", "statement", statement.id, statement.text,
            _quoted(statement, further, known), _quoted(statement, here, known) if here else None,
            independent_sources=len(known.sources(statement.articles)),
            who=statement.speaker_name or "",
        )  # fmt: skip


def _quoted(statement: Statement, articles: Iterable[str], known: Known) -> Place:
    """Where one of some articles quotes a statement, most directly."""
    chosen = set(articles)
    kinds = {one.quotation: one.kind for one in statement.variants}
    article, quotation = min(
        (known.said[one] for one in statement.quotations if known.said[one][0] in chosen),
        key=lambda one: (
            one[1].mode != "direct", kinds.get(one[1].id) != "identical", one[1].id,
        ),
    )  # fmt: skip
    spans = sorted(quotation.content)
    return Place(article, spans[0].start, spans[-1].end)


def _of_positions(known: Known) -> Iterator[News]:
    before: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for one in known.positions:
        if any(place.article in known.old for place in one.evidence):
            before[_stand(one)].append(one)
    for one in known.positions:
        if any(place.article in known.old for place in one.evidence):
            continue
        earlier = _latest(before[_stand(one)])
        is_turn = earlier is not None and earlier.stance != one.stance
        yield News(
            "stance" if is_turn else "position", "position", one.id, one.issue, one.evidence[0],
            earlier=_known_evidence(earlier, known) if is_turn and earlier else None,
            before=earlier.stance if is_turn and earlier else "",
            after=one.stance,
            independent_sources=len(known.sources({at.article for at in one.evidence})),
            who=one.actor_name,
        )  # fmt: skip


def _known_evidence(position: Position, known: Known) -> Place:
    return next(place for place in position.evidence if place.article in known.old)


def _stand(position: Position) -> tuple[str, str]:
    return position.actor or position.actor_name, position.issue.casefold()


def _latest(positions: Sequence[Position]) -> Position | None:
    """The one that somebody took last; those without a date first."""
    return max(
        positions, key=lambda one: (one.as_of.latest if one.as_of else "", one.id), default=None
    )


def _of_conflicts(known: Known) -> Iterator[News]:
    for conflict in known.conflicts:
        sides = sides_of(conflict)
        old = [side for side in sides if any(one.article in known.old for one in side)]
        new = [one for one in conflict.claims if one.article not in known.old]
        if len(old) > 1 or not new:
            continue
        # Of the side that nobody told before, if there was one.
        fresh = next((one for side in sides if side not in old for one in side), new[0])
        other = next(side for side in sides if fresh not in side)
        told = next((one for one in other if one.article in known.old), other[0])
        yield News("conflict", "conflict", conflict.id, conflict.about, _place(fresh), _place(told),
                   after="update" if conflict.is_update else conflict.kind,
                   independent_sources=len(known.sources({one.article for one in conflict.claims})),
                   )  # fmt: skip


def _place(claim: Claim) -> Place:
    return Place(claim.article, claim.start, claim.end)


def _of_articles(known: Known) -> Iterator[News]:
    by_source = {source: one for one in known.articles.values() for source in one.sources}
    before = known.sources(known.old & known.articles.keys())
    for article in known.articles.values():
        if article.id in known.old:
            continue
        address, number = version_of(article.source)
        earlier = by_source.get(version_source(address, number - 1)) if number > 1 else None
        place, label = _head(article), article.title or ""
        sources = len(known.sources([article.id]) - before)
        if earlier and place and (first := _head(earlier)):
            yield News("version", "article", article.id, label, place, first,
                       independent_sources=sources)  # fmt: skip
        elif place:
            yield News("article", "article", article.id, label, place,
                       independent_sources=sources)  # fmt: skip


def _head(article: Article) -> Place | None:
    """The headline of an article, or else where its text begins."""
    told = article.blocks_of("headline") or article.blocks_of("body") or list(article.blocks)
    return Place(article.id, told[0].start, told[0].end) if told else None


_FINDERS: Final[tuple[Callable[[Known], Iterator[News]], ...]] = (
    _of_events,
    _of_statements,
    _of_positions,
    _of_conflicts,
    _of_articles,
)
