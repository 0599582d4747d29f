"""One statement: its fullest wording, every other in its outlet, and who stands behind it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

from variorum.compare.rewording import Piece
from variorum.compare.variants import (
    KINDS,
    MARKS,
    PrintedWording,
    held_against,
    printed_wordings,
)
from variorum.record.position import Position, Stance
from variorum.record.statement import Statement, VariantKind
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, NothingThereError, Part, View, part_of
from variorum.views.saying import Printed, StatementLine, printed, statement_line
from variorum.views.statements import position_place_in
from variorum.views.words import ArticleLine, clipped

LONGEST: Final = 2_000
"""Characters of a wording that are shown; its link leads to all."""

SHOWN: Final = 30
"""Wordings on one part of the list."""

PLACES: Final = 60
"""Places of one wording that are named."""

SOURCES: Final = 60
"""Independent sources that are named."""


class StatementQuery(ListQuery, frozen=True, kw_only=True):
    """Which statement, and which part of its wordings."""

    statement: str


class ShownWording(msgspec.Struct, frozen=True):
    """One wording, in the sentence of the article that printed it first.

    - `pieces`: the words, marked where they differ from the fullest; `before`, `after`: what
      the article prints around them;
    - `places`: all articles that have it, that one first, as far as they are named;
      `total`: how many have it.
    """

    kind: VariantKind
    quoted: bool
    before: str
    pieces: tuple[Piece, ...]
    after: str
    places: tuple[Printed, ...]
    total: int


class WordingsOfKind(msgspec.Struct, frozen=True):
    """Wordings of one kind; `places`: how many quotations have one of that kind."""

    kind: VariantKind
    wordings: tuple[ShownWording, ...]


class Source(msgspec.Struct, frozen=True):
    """An independent source: a text that none of the others was made from.

    `kind`: an article that is in hand, or a dispatch inferred from its copies; `name`: the
    outlet or agency, empty if none is named; `articles`: those of the statement that have it
    from there.
    """

    kind: Literal["article", "dispatch"]
    id: str
    name: str
    articles: tuple[ArticleLine, ...]


class TakenPosition(msgspec.Struct, frozen=True):
    """A position that words of the statement show."""

    id: str
    actor: str
    issue: str
    stance: Stance
    condition: str | None


class StatementView(View, frozen=True, kw_only=True):
    """A statement and its wordings.

    - `fullest`: the wording that all others are held against, as first printed, and who
      prints the same;
    - `counts`: how many quotations have each kind of wording;
    - `others`: the other wordings by kind, the commonest first; `part`: of these;
    - `sources`: the independent sources behind it; `positions`: those that it shows.
    """

    statement: StatementLine
    fullest: ShownWording
    counts: dict[VariantKind, int]
    others: tuple[WordingsOfKind, ...]
    part: Part
    sources: tuple[Source, ...]
    positions: tuple[TakenPosition, ...]


def draw_statement(desk: Desk, query: StatementQuery) -> StatementView:
    """A statement; raises `NothingThereError` if there is none of that id."""
    one = desk.statements_by_id.get(query.statement)
    if one is None:
        raise NothingThereError(
            f"There is no statement {query.statement}", "Choose one from the list of statements"
        )
    wordings = printed_wordings(one, desk.quotations)
    line = statement_line(desk, one, LONGEST)
    shown, part = part_of(wordings[1:], query.page, SHOWN)
    return StatementView(
        heading=f"What {line.speaker.name} said" if line.speaker.key else "What was said",
        statement=line,
        fullest=_shown(desk, one, wordings[0]),
        counts=_counts(wordings),
        others=tuple(
            WordingsOfKind(kind, tuple(_shown(desk, one, each) for each in of_kind))
            for kind in KINDS
            if (of_kind := [each for each in shown if each.kind == kind])
        ),
        part=part,
        sources=_sources(desk, one),
        positions=tuple(
            TakenPosition(
                each.id,
                desk.name_of(each.actor, each.actor_name),
                each.issue,
                each.stance,
                each.condition,
            )
            for each in positions_in(desk, one)
        ),
    )


def _counts(wordings: list[PrintedWording]) -> dict[VariantKind, int]:
    counts = dict.fromkeys(KINDS, 0)
    for one in wordings:
        counts[one.kind] += len(one.places)
    return counts


def _shown(desk: Desk, statement: Statement, wording: PrintedWording) -> ShownWording:
    """A wording as it is first printed; quotation marks around it are among its pieces."""
    first = printed(*wording.places[0])
    around = desk.words(first.article.id, first.start, first.end)
    pieces = _cut(held_against(statement, wording.places[0], desk.quotations))
    opening, closing = _marks_beside(around.before, around.after)
    return ShownWording(
        kind=wording.kind,
        quoted=first.mode != "indirect",
        before=around.before.removesuffix(opening),
        pieces=(*_same(opening), *pieces, *_same(closing)),
        after=around.after.removeprefix(closing),
        places=tuple(printed(*each) for each in wording.places[:PLACES]),
        total=len(wording.places),
    )


def _cut(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces up to the length that is shown of any wording."""
    left = LONGEST
    for one in pieces:
        if len(one.text) > left:
            yield Piece(clipped(one.text, max(1, left)), one.mark)
            return
        yield one
        left -= len(one.text)


def _marks_beside(before: str, after: str) -> tuple[str, str]:
    opening = before[len(before.rstrip(MARKS)) :]
    closing = after[: len(after) - len(after.lstrip(MARKS))]
    return opening, closing


def _same(marks: str) -> tuple[Piece, ...]:
    return (Piece(marks, "same"),) if marks else ()


def _sources(desk: Desk, statement: Statement) -> tuple[Source, ...]:
    """The roots behind a statement, those first that most articles have it from."""
    behind: dict[str, list[str]] = defaultdict(list)
    for article in statement.articles:
        for root in desk.story.sources_behind([article]):
            behind[root].append(article)
    dispatches = desk.story.kinship.dispatches_by_id
    found = []
    for root in sorted(behind, key=lambda root: (-len(behind[root]), root)):
        articles = tuple(desk.line(one) for one in sorted(behind[root], key=desk.order.__getitem__))
        if root in desk.story.by_id:
            found.append(Source("article", root, desk.line(root).outlet, articles))
        else:
            agency = dispatches[root].agency if root in dispatches else None
            found.append(Source("dispatch", root, agency or "", articles))
    return tuple(found[:SOURCES])


def positions_in(desk: Desk, statement: Statement) -> list[Position]:
    """The positions that words of a statement show."""
    found = {
        one.id: one
        for article in statement.articles
        for one, place in desk.positions_in.get(article, ())
        if position_place_in(desk, statement, place)
    }
    return [found[key] for key in sorted(found)]
