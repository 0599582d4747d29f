"""The outlets: who reports, only paraphrases or omits what, and where their texts come from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

import msgspec

from variorum.compare.coverage import Covered, How, Telling
from variorum.record.article import Article
from variorum.record.lineage import Derivation
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, NothingThereError, Part, View, part_of
from variorum.views.said import QUOTATION_MARKS
from variorum.views.wordings import WordingGroup, draw_wordings
from variorum.views.words import ArticleLine, Words, clipped

THINGS: Final = 25
"""Things on one part of the grid."""

COLUMNS: Final = 12
"""Outlets in one part of the grid."""

ALONE: Final = 12
"""Things that only one source has, shown for all outlets together, or of one outlet's on a part."""

OMITTED: Final = 25
"""Things that an outlet omits which are shown."""

TEXTS: Final = 60
"""Articles of an outlet that are listed with where their texts come from."""

AROUND: Final = 70
"""Characters of an event's sentence that are shown on either side of its words."""

LONGEST: Final = 180
"""Characters of a statement that are shown."""


class OutletsQuery(ListQuery, frozen=True, kw_only=True):
    """What may be asked for: one `outlet`; else a part of the things told and of the outlets.

    These parts are `page` and `columns`, from 1.
    """

    outlet: str | None = None
    columns: int = 1


class OutletLine(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet in one line.

    - `outlet`: its name, or an article's id where the page names none; `name`: as printed;
    - `own`: articles with a text of its own; `taken`: articles whose text came from elsewhere;
    - `alone`: things that it alone has; `omits`: things that others told before an article of
      its own came out, and that it has not.
    """

    outlet: str
    name: str
    articles: int
    own: int
    taken: int
    reports: int
    paraphrases: int
    omits: int
    alone: int


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """A statement or event that is told. `words`: where the first article that has it tells it.

    `is_verbatim`: whether `text` is the speaker's own words throughout, as somebody prints them.
    """

    kind: Literal["statement", "event"]
    id: str
    text: str
    is_verbatim: bool
    speaker: str
    words: Words
    independent_sources: int
    outlets: int


class Cell(msgspec.Struct, frozen=True):
    """What one outlet makes of one thing; null if it had no occasion; `words`: as it tells it."""

    how: How | None
    words: Words | None


class GridRow(msgspec.Struct, frozen=True):
    """A thing, and a cell for each outlet of the grid."""

    thing: Thing
    cells: tuple[Cell, ...]


class Grid(msgspec.Struct, frozen=True):
    """What several independent sources tell, by outlet."""

    columns: tuple[OutletLine, ...]
    outlets_part: Part
    rows: tuple[GridRow, ...]
    part: Part


class TextOrigin(msgspec.Struct, frozen=True):
    """Where one article's text comes from.

    `relation`: null for a text of its own; `agency`: of the dispatch; `source`: the article that
    it was made from, or that carries the dispatch too; `is_parent`: which of the two.
    """

    article: ArticleLine
    relation: Derivation | None
    agency: str | None
    source: ArticleLine | None
    is_parent: bool
    share: float


class OneOutlet(msgspec.Struct, frozen=True, kw_only=True):
    """One outlet: what it alone has, what it omits, where its texts come from."""

    line: OutletLine
    alone: tuple[Thing, ...]
    alone_part: Part
    omitted: tuple[Thing, ...]
    more_omitted: int
    paraphrased: tuple[Thing, ...]
    texts: tuple[TextOrigin, ...]
    more_texts: int


class OutletsView(View, frozen=True, kw_only=True):
    """Who reports, only paraphrases or omits what, and which wordings recur.

    `grid` and `alone` (things that only one source has) are of all outlets; `one` is of the
    outlet that was asked for; `wordings` are its own, or all; `wordings_coming`: whether they are
    still being worked out, and none is shown yet.
    """

    outlets: int
    grid: Grid | None
    alone: tuple[Thing, ...]
    more_alone: int
    one: OneOutlet | None
    wordings: tuple[WordingGroup, ...]
    wordings_coming: bool


def draw_outlets(desk: Desk, query: OutletsQuery) -> OutletsView:
    """All outlets or one; raises `NothingThereError` if there is none of that name."""
    lines = desk.once(_lines)
    if query.outlet is not None:
        return _of_one(desk, query.outlet, lines, query.page)
    coming = desk.are_wordings_coming
    single = desk.once(_single)
    return OutletsView(
        heading="Who tells what",
        outlets=len(lines),
        grid=_grid(desk, list(lines.values()), query),
        alone=tuple(_thing(desk, one) for one in single[:ALONE]),
        more_alone=max(0, len(single) - ALONE),
        one=None,
        wordings=draw_wordings(desk, [] if coming else desk.wordings),
        wordings_coming=coming,
    )


def _lines(desk: Desk) -> Mapping[str, OutletLine]:
    """The outlets of the articles that count, those with most articles first."""
    articles: dict[str, list[Article]] = defaultdict(list)
    for article in desk.articles:
        articles[article.outlet or article.id].append(article)
    made = {edge.child for edge in desk.lineage if edge.relation != "partial"}
    hows = {how: Counter(_outlets_that(desk, how)) for how in ("reports", "paraphrases", "omits")}
    alone = Counter(
        one.tellings[0].outlet
        for one in desk.coverage
        if one.only_in is not None and len(one.tellings) == 1
    )
    lines = [
        OutletLine(
            outlet=outlet,
            name=desk.line(found[0].id).outlet,
            articles=len(found),
            own=sum(one.id not in made for one in found),
            taken=sum(one.id in made for one in found),
            reports=hows["reports"][outlet],
            paraphrases=hows["paraphrases"][outlet],
            omits=hows["omits"][outlet],
            alone=alone[outlet],
        )
        for outlet, found in articles.items()
    ]
    return {one.outlet: one for one in sorted(lines, key=_precedence)}


def _precedence(one: OutletLine) -> tuple[int, int, str, str]:
    return -one.articles, -one.reports, one.name.casefold(), one.outlet


def _outlets_that(desk: Desk, how: str) -> Iterator[str]:
    return (at.outlet for one in desk.coverage for at in one.tellings if at.how == how)


def _single(desk: Desk) -> list[Covered]:
    """What only one source has, that first which most outlets have from it."""
    found = [one for one in desk.coverage if one.only_in is not None]
    return sorted(found, key=lambda one: (-len(one.tellings), one.id))


def _shared(desk: Desk) -> list[Covered]:
    """What several independent sources have."""
    return [one for one in desk.coverage if one.only_in is None]


def _grid(desk: Desk, lines: list[OutletLine], query: OutletsQuery) -> Grid:
    shown, part = part_of(desk.once(_shared), query.page, THINGS)
    columns, outlets_part = part_of(lines, query.columns, COLUMNS)
    rows = tuple(_grid_row(desk, one, columns) for one in shown)
    return Grid(tuple(columns), outlets_part, rows, part)


def _grid_row(desk: Desk, covered: Covered, columns: Sequence[OutletLine]) -> GridRow:
    tellings = {one.outlet: one for one in covered.tellings}
    cells = tuple(_cell(desk, tellings.get(column.outlet)) for column in columns)
    return GridRow(_thing(desk, covered), cells)


def _cell(desk: Desk, telling: Telling | None) -> Cell:
    if telling is None:
        return Cell(None, None)
    return Cell(telling.how, desk.words_of(telling.place) if telling.place else None)


def _thing(desk: Desk, covered: Covered, outlet: str = "") -> Thing:
    """A thing in the words of an outlet, or if that has none, of the first that tells it."""
    places = {one.outlet: one.place for one in covered.tellings if one.place}
    first = places.get(outlet) or next(iter(places.values()))
    speaker, is_verbatim = "", False
    if covered.kind == "statement":
        statement = desk.statements_by_id[covered.id]
        is_verbatim = QUOTATION_MARKS.isdisjoint(covered.text) and any(
            desk.quotations[one].quotation.mode == "direct" for one in statement.quotations
        )
        speaker = desk.name_of(statement.speaker, statement.speaker_name)
    return Thing(
        kind=covered.kind,
        id=covered.id,
        text=clipped(covered.text, LONGEST),
        is_verbatim=is_verbatim,
        speaker=clipped(speaker, 80),
        words=_brief(desk.words_of(first)),
        independent_sources=covered.independent_sources,
        outlets=sum(one.how != "omits" for one in covered.tellings),
    )


def _brief(words: Words) -> Words:
    """Words with only so much of their sentence as a line has room for."""
    before, after = words.before, words.after
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    return msgspec.structs.replace(words, before=before, after=after)


def _of_one(desk: Desk, outlet: str, lines: Mapping[str, OutletLine], page: int) -> OutletsView:
    line = lines.get(outlet)
    if line is None:
        raise NothingThereError(
            f"There is no outlet {clipped(outlet, 80)}", "Choose one from the list of outlets"
        )
    alone, part = part_of(list(_told_alone(desk.coverage, outlet)), page, ALONE)
    omitted = list(_told(desk.coverage, outlet, "omits"))
    paraphrased = list(_told(desk.coverage, outlet, "paraphrases"))
    articles = [one for one in desk.articles if outlet in (one.outlet, one.id)]
    coming = desk.are_wordings_coming
    own = [] if coming else [one for one in desk.wordings if line.name in one.outlets]
    return OutletsView(
        heading=line.name,
        outlets=len(lines),
        grid=None,
        alone=(),
        more_alone=0,
        one=OneOutlet(
            line=line,
            alone=tuple(_thing(desk, one, outlet) for one in alone),
            alone_part=part,
            omitted=tuple(_thing(desk, one) for one in omitted[:OMITTED]),
            more_omitted=max(0, len(omitted) - OMITTED),
            paraphrased=tuple(_thing(desk, one, outlet) for one in paraphrased[:ALONE]),
            texts=tuple(_origin(desk, one.id) for one in articles[:TEXTS]),
            more_texts=max(0, len(articles) - TEXTS),
        ),
        wordings=draw_wordings(desk, own),
        wordings_coming=coming,
    )


def _told_alone(coverage: Iterable[Covered], outlet: str) -> Iterator[Covered]:
    """What one outlet alone has, statements first: a single outlet's events are many."""
    found = [
        one
        for one in coverage
        if one.only_in is not None and [at.outlet for at in one.tellings] == [outlet]
    ]
    yield from sorted(found, key=lambda one: one.kind != "statement")


def _told(coverage: Iterable[Covered], outlet: str, how: How) -> Iterator[Covered]:
    """What an outlet treats so, among what several sources tell; most sources first."""
    return (
        one
        for one in coverage
        if one.only_in is None and any(at.outlet == outlet and at.how == how for at in one.tellings)
    )


def _origin(desk: Desk, article: str) -> TextOrigin:
    """Where an article's text comes from: the edge by which most of it came."""
    edges = desk.story.parents.get(article, ())
    edge = max(edges, key=lambda one: (one.relation != "partial", one.share), default=None)
    if edge is None:
        return TextOrigin(desk.line(article), None, None, None, is_parent=False, share=0.0)
    witness = desk.story.witness(edge)
    return TextOrigin(
        desk.line(article),
        edge.relation,
        desk.agency_of(edge.parent),
        desk.line(witness.article) if witness else None,
        is_parent=witness is not None and witness.is_parent,
        share=round(edge.share, 4),
    )
