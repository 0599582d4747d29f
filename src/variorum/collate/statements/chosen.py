"""The statement of quotations that a person holds for one utterance."""

from collections.abc import Iterable, Mapping
from typing import Final

from variorum.collate.statements.grouping import Link, fullness
from variorum.collate.statements.rows import QuotationRow
from variorum.collate.statements.wording import make_statement
from variorum.collate.statements.wordings import wordings_of
from variorum.record.maker import Maker
from variorum.record.statement import Statement

MAKER: Final = Maker("collate.statements", 6)
"""Of statements that are joined, whoever joined them."""


def join_chosen(rows: Iterable[QuotationRow], joined: Mapping[str, str]) -> Statement:
    """The statement of quotations that a person holds for one utterance, whatever speaks for it."""
    by_quotation = {row.quotation: row for row in rows}
    wordings = sorted(wordings_of(by_quotation, joined), key=fullness)
    links = [Link(number, None) for number in range(len(wordings))]
    return make_statement(links, wordings, by_quotation, str(MAKER))
