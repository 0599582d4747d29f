"""What changed since a reader last looked: each line with the words that carry it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated, Final

import msgspec

from variorum.compare.changes import Change
from variorum.compare.since import KINDS, News, NewsKind, NewsNoun
from variorum.library.asking import moment_of
from variorum.record.errors import InputError
from variorum.views.changes import ShownKind, shown_kind
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, Part, View, part_of
from variorum.views.words import Words, clipped

TITLES: Final[Mapping[NewsKind, str]] = {
    "status": "Came out otherwise than told before",
    "version": "Outlets changed their text",
    "stance": "Stand elsewhere now",
    "conflict": "Reports differ",
    "confirmed": "Told by a second independent source",
    "statement": "New statements",
    "event": "New events",
    "position": "New positions",
    "article": "New articles",
}

COUNTED: Final[Mapping[NewsKind, tuple[str, str]]] = {
    "status": ("event came out otherwise", "events came out otherwise"),
    "version": ("outlet changed its text", "texts were changed by their outlets"),
    "stance": ("changed position", "changed positions"),
    "conflict": ("new difference between reports", "new differences between reports"),
    "confirmed": ("second source", "second sources"),
    "statement": ("new statement", "new statements"),
    "event": ("new event", "new events"),
    "position": ("new position", "new positions"),
    "article": ("new article", "new articles"),
}
"""One of a kind, and several."""

SHOWN: Final = 8
"""Of each kind, as long as none is chosen."""

SHOWN_OF_ONE: Final = 40
"""On one part of the list of one kind."""

SHOWN_EDITS: Final = 6
"""Edits of a version that are shown; the articles side by side show all."""

SHOWN_MOMENTS: Final = 12
"""Moments that a reader may choose, the latest ones."""

LONGEST_LABEL: Final = 240
LONGEST_NAME: Final = 80


_DAY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK: Final = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{3})?)?Z?"

Since = Annotated[str, msgspec.Meta(pattern=f"^({_DAY}([T ]{_CLOCK})?)?$")]
"""A time as a page may be asked for it: of this machine's zone, or UTC with a Z."""


class ChangesQuery(ListQuery, frozen=True, kw_only=True):
    """What may be asked for: changes after the time `since`; one `kind` of them.

    A time is like "2031-03-04 09:40"; without one, or with one of no calendar, the changes are
    those that the articles brought which came last.
    """

    since: Since | None = None
    kind: str | None = None


class ShownEdit(msgspec.Struct, frozen=True):
    """An edit between two versions of a page: the words before and after it."""

    kind: ShownKind
    before: str
    after: str


class ShownNews(msgspec.Struct, frozen=True):
    """One thing that changed.

    - `kind`, `noun`, `id`, `who`, `before`, `after`, `independent_sources`: as in `News`;
    - `label`: as in `News`; empty if the sentences of `words` and `earlier` tell it;
    - `words`: of an article that came since; `earlier`: of one that was there, as it told it;
    - `edits`: of a new version, against the one before, the most telling; `more_edits`: how many
      more there are.
    """

    kind: NewsKind
    noun: NewsNoun
    id: str
    label: str
    who: str
    before: str
    after: str
    words: Words
    earlier: Words | None
    independent_sources: int
    edits: tuple[ShownEdit, ...] = ()
    more_edits: int = 0


class CountedNews(msgspec.Struct, frozen=True):
    """How many things of a kind changed; `text`: that as a reader is told it."""

    kind: NewsKind
    title: str
    count: int
    text: str


class NewsGroup(msgspec.Struct, frozen=True):
    """Changes of one kind, the weightiest first; `more`: how many are not shown here."""

    kind: NewsKind
    title: str
    news: tuple[ShownNews, ...]
    more: int


class Arrival(msgspec.Struct, frozen=True):
    """A time at which articles came into the record (ISO 8601, UTC), and how many."""

    at: str
    articles: int


class ChangesView(View, frozen=True, kw_only=True):
    """What changed in the record since a time.

    - `since`: that time, null if nothing came before what is there; `latest`: when the last
      articles came;
    - `kinds`: how much there is of each, whatever is shown; `groups`: what is shown of it;
    - `arrivals`: when articles came, the latest first;
    - `conflicts_coming`: whether differences between reports are still being worked out.
    """

    since: str | None
    latest: str | None
    chosen: str | None
    kinds: tuple[CountedNews, ...]
    groups: tuple[NewsGroup, ...]
    part: Part
    arrivals: tuple[Arrival, ...]
    conflicts_coming: bool


class Notice(msgspec.Struct, frozen=True):
    """That something changed since a reader last looked: when that was, and how much."""

    since: str
    kinds: tuple[CountedNews, ...]


def draw_changes(desk: Desk, query: ChangesQuery) -> ChangesView:
    """What changed since the time that is asked for, or since the articles before the last came."""
    arrivals = arrivals_of(desk)
    since = known_moment(query.since) or before_the_last(arrivals)
    news = desk.news(since) if since is not None else []
    chosen = query.kind if query.kind in {one.kind for one in news} else None
    shown, part = part_of([one for one in news if one.kind == chosen], query.page, SHOWN_OF_ONE)
    return ChangesView(
        heading="What changed",
        since=since,
        latest=arrivals[0].at if arrivals else None,
        chosen=chosen,
        kinds=counted(news),
        groups=tuple(_groups(desk, shown if chosen else news, chosen)),
        part=part,
        arrivals=tuple(arrivals[:SHOWN_MOMENTS]),
        conflicts_coming=since is not None and desk.are_conflicts_coming,
    )


def draw_notice(desk: Desk, since: str | None) -> Notice | None:
    """What the front page tells of changes; nothing if there are none, or no time is told."""
    known = known_moment(since)
    kinds = counted(desk.news(known)) if known else ()
    return Notice(known, kinds) if known and kinds else None


def known_moment(since: str | None) -> str | None:
    """The moment that a page is asked for; None if it is of no calendar, or not told."""
    try:
        return moment_of(since) if since else None
    except InputError:
        return None


def arrivals_of(desk: Desk) -> list[Arrival]:
    """When articles came into the record, the latest first."""
    counts = Counter(desk.story.arrivals.values())
    return [Arrival(at, counts[at]) for at in sorted(counts, reverse=True) if at]


def counted(news: Sequence[News]) -> tuple[CountedNews, ...]:
    """How much changed, by kind."""
    counts = Counter(one.kind for one in news)
    return tuple(
        CountedNews(kind, TITLES[kind], count, f"{count:,} {COUNTED[kind][count > 1]}")
        for kind in KINDS
        if (count := counts[kind])
    )


def before_the_last(arrivals: Sequence[Arrival]) -> str | None:
    """When articles had come before the last ones did; None if all came at once."""
    return arrivals[1].at if len(arrivals) > 1 else None


def _groups(desk: Desk, news: Sequence[News], chosen: str | None) -> list[NewsGroup]:
    groups = []
    for kind in KINDS:
        found = [one for one in news if one.kind == kind]
        most = SHOWN_OF_ONE if chosen else SHOWN
        if found:
            shown = tuple(_shown(desk, one) for one in found[:most])
            groups.append(NewsGroup(kind, TITLES[kind], shown, len(found) - len(shown)))
    return groups


def _shown(desk: Desk, news: News) -> ShownNews:
    edits = edits_of(desk, news) if news.kind == "version" else []
    words = desk.words_of(news.place)
    earlier = desk.words_of(news.earlier) if news.earlier else None
    is_told = news.kind == "conflict" and any(
        clipped(news.label, 40).rstrip("…") in f"{one.before}{one.words}{one.after}"
        for one in (words, earlier)
        if one
    )
    return ShownNews(
        kind=news.kind,
        noun=news.noun,
        id=news.id,
        label="" if is_told else clipped(news.label, LONGEST_LABEL),
        who=clipped(news.who, LONGEST_NAME),
        before=news.before,
        after=news.after,
        words=words,
        earlier=earlier,
        independent_sources=news.independent_sources,
        edits=tuple(edits[:SHOWN_EDITS]),
        more_edits=max(0, len(edits) - SHOWN_EDITS),
    )


def edits_of(desk: Desk, news: News) -> list[ShownEdit]:
    """What a new version of a page has changed: words, and passages that came or went."""
    if news.earlier is None:
        return []
    retelling = desk.story.retelling(news.earlier.article, news.place.article)
    edits = [_edit(change) for change in retelling.telling]
    for places, is_added in (
        ((*retelling.left_out, *retelling.left_out_inside), False),
        ((*retelling.added, *retelling.added_inside), True),
    ):
        for place in places:
            words = clipped(place.span.of(desk.story.by_id[place.article].text), LONGEST_LABEL)
            edits.append(ShownEdit("passage", "" if is_added else words, words if is_added else ""))
    return edits


def _edit(change: Change) -> ShownEdit:
    before, after = clipped(change.before, LONGEST_LABEL), clipped(change.after, LONGEST_LABEL)
    return ShownEdit(shown_kind(change.kind, change.before, change.after), before, after)
