"""Which quotations are one statement: candidates, scores, groups, wordings."""

from collections.abc import Iterable, Mapping

from variorum.collate.statements.candidates import Weights, find_pairs
from variorum.collate.statements.chosen import MAKER
from variorum.collate.statements.grouping import group
from variorum.collate.statements.rows import QuotationRow, rows_of
from variorum.collate.statements.scoring import Match, score
from variorum.collate.statements.telling import is_told
from variorum.collate.statements.wording import Member, make_statement
from variorum.collate.statements.wordings import wordings_of
from variorum.engine.protocol import Engine
from variorum.record.statement import Statement

__all__ = ["MAKER", "QuotationRow", "join_statements", "rows_of"]


def join_statements(
    engine: Engine, rows: Iterable[QuotationRow], joined: Mapping[str, str]
) -> list[Statement]:
    """The statements of the record, in order of their ids; each quotation is in one at most.

    What is only reported, by words that may report none, is left out (`telling.is_told`).

    `joined`: the record's entity for an article's.
    """
    wordings = wordings_of(rows, joined, engine.remember)
    weights = Weights(wordings)
    matches: dict[tuple[int, int], Match] = {}
    for a, b in find_pairs(engine, wordings, weights):
        match = score(wordings[a], wordings[b], weights)
        if match:
            matches[a, b] = match
    groups = (
        tuple(Member(wordings[link.wording], link.match) for link in links)
        for links in group(wordings, matches)
    )
    statements = engine.remember(_told, groups)
    return sorted((one for one in statements if one), key=lambda one: one.id)


def _told(members: tuple[Member, ...]) -> Statement | None:
    """The statement of some wordings; None if there is not enough to tell that it was made."""
    if not is_told(row for one in members for row in one.wording.rows):
        return None
    return make_statement(members, str(MAKER))
