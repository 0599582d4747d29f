"""Coverage: which outlet reports, only paraphrases or omits what the others tell.

An outlet omits only what an article of its own could have had: an article of the same story,
published when the thing had been reported. What only one source has is nobody's omission.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

import msgspec

from variorum.compare.timeline import Sources, places_of
from variorum.record.article import Article
from variorum.record.event import Event
from variorum.record.reading import Quotation
from variorum.record.reuse import Place
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup

How = Literal["reports", "paraphrases", "omits"]

SOURCES_TO_OMIT: Final = 2
"""Independent sources that must tell a thing before an outlet is said to omit it."""


class Telling(msgspec.Struct, frozen=True):
    """What one outlet makes of one thing: how, and where its first article that has it tells it.

    `outlet`: its name, or an article's id where the page names none. `place` is null for what is
    omitted.
    """

    outlet: str
    how: How
    place: Place | None


class Covered(msgspec.Struct, frozen=True):
    """A statement or an event, and what each outlet makes of it.

    `only_in`: the one source that has it, if only one has: an article, a dispatch or a state.
    """

    kind: Literal["statement", "event"]
    id: str
    text: str
    independent_sources: int
    only_in: str | None
    tellings: tuple[Telling, ...]

    def of(self, how: How) -> list[str]:
        """The outlets that treat it so."""
        return [one.outlet for one in self.tellings if one.how == how]


def draw_coverage(
    statements: Iterable[Statement],
    events: Iterable[Event],
    quotations: Mapping[str, tuple[str, Quotation]],
    articles: Mapping[str, Article],
    stories: Sequence[StoryGroup],
    sources: Sources,
) -> list[Covered]:
    """What is told, by the most independent sources first. `quotations`: by id, with article."""
    groups = _groups(articles, stories)
    covered = [
        _covered("statement", one.id, one.text, _statement_places(one, quotations), articles,
                 groups, sources)
        for one in statements
    ] + [
        _covered("event", one.id, one.label, _event_places(one), articles, groups, sources)
        for one in events
    ]  # fmt: skip
    told = (one for one in covered if one.tellings)
    return sorted(told, key=lambda one: (-one.independent_sources, -len(one.of("reports")), one.id))


Places = Mapping[str, tuple[How, Place]]
"""For each article that tells a thing how and where it does."""


def _statement_places(
    statement: Statement, quotations: Mapping[str, tuple[str, Quotation]]
) -> Places:
    kinds = {variant.quotation: variant.kind for variant in statement.variants}
    places: dict[str, tuple[How, Place]] = {}
    for one in statement.quotations:
        if one not in quotations:
            continue
        article, quotation = quotations[one]
        is_direct = kinds.get(one) != "paraphrased" and quotation.mode != "indirect"
        how: How = "reports" if is_direct else "paraphrases"
        span = quotation.content[0]
        known = places.get(article)
        if known is None or (known[0], how) == ("paraphrases", "reports"):
            places[article] = how, Place(article, span.start, span.end)
    return places


def _event_places(event: Event) -> Places:
    return {
        article: ("reports", Place(article, *span)) for article, span in places_of(event).items()
    }


def _groups(
    articles: Mapping[str, Article], stories: Sequence[StoryGroup]
) -> Mapping[str, frozenset[str]]:
    """For each article the articles of its stories; all articles where no story is known."""
    if not stories:
        everything = frozenset(articles)
        return dict.fromkeys(articles, everything)
    groups: dict[str, frozenset[str]] = defaultdict(frozenset)
    for story in stories:
        for article in story.articles:
            groups[article] |= frozenset(story.articles)
    return groups


def _covered(
    kind: Literal["statement", "event"],
    identity: str,
    text: str,
    places: Places,
    articles: Mapping[str, Article],
    groups: Mapping[str, frozenset[str]],
    sources: Sources,
) -> Covered:
    behind = sources(places)
    tellings: dict[str, Telling] = {}
    for article, (how, place) in sorted(places.items(), key=lambda item: _order(item, articles)):
        outlet = _outlet(articles[article])
        known = tellings.get(outlet)
        if known is None or (known.how, how) == ("paraphrases", "reports"):
            tellings[outlet] = Telling(outlet, how, place)
    if len(behind) >= SOURCES_TO_OMIT:
        for outlet in _could_have_had(places, articles, groups):
            tellings.setdefault(outlet, Telling(outlet, "omits", None))
    only = next(iter(behind)) if len(behind) == 1 else None
    return Covered(kind, identity, text, len(behind), only, tuple(tellings.values()))


def _outlet(article: Article) -> str:
    return article.outlet or article.id


def _order(item: tuple[str, tuple[How, Place]], articles: Mapping[str, Article]) -> tuple[str, str]:
    article = articles[item[0]]
    published = article.published
    return published.written_end.isoformat() if published else "9999", article.id


def _could_have_had(
    places: Places, articles: Mapping[str, Article], groups: Mapping[str, frozenset[str]]
) -> list[str]:
    """The outlets with an article of the same story that came out when the thing had been told."""
    dated = [when for article in places if (when := articles[article].published)]
    if not dated:
        return []
    first = min(dated, key=lambda when: when.written_end)
    near = {other for article in places for other in groups.get(article, ())}
    return sorted(
        {
            _outlet(articles[one])
            for one in near
            if (published := articles[one].published) and first.surely_before(published)
        }
    )
