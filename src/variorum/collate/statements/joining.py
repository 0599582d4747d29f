"""Which quotations are one statement: candidates, scores, groups, wordings."""

from collections.abc import Iterable, Mapping

from variorum.collate.statements.candidates import Weights, find_pairs
from variorum.collate.statements.chosen import MAKER
from variorum.collate.statements.copies import Copies
from variorum.collate.statements.grouping import group
from variorum.collate.statements.rows import QuotationRow, rows_of
from variorum.collate.statements.scoring import Match, score
from variorum.collate.statements.telling import is_told
from variorum.collate.statements.wording import make_statement
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
    by_quotation = {row.quotation: row for row in rows}
    wordings = wordings_of(by_quotation, joined)
    weights = Weights(wordings)
    copies = Copies(wordings)
    matches: dict[tuple[int, int], Match] = {}
    for a, b in find_pairs(engine, wordings, weights):
        match = score(wordings[a], wordings[b], weights, copies)
        if match:
            matches[a, b] = match
    statements = (
        make_statement(links, wordings, by_quotation, str(MAKER))
        for links in group(wordings, matches)
        if is_told(by_quotation[one] for link in links for one in wordings[link.wording].quotations)
    )
    return sorted(statements, key=lambda one: one.id)
