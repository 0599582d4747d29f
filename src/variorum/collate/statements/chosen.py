"""The statement of quotations that a person holds for one utterance."""

from collections.abc import Iterable, Mapping
from typing import Final

from variorum.collate.statements.grouping import Member, fullness
from variorum.collate.statements.rows import QuotationRow
from variorum.collate.statements.wording import make_statement
from variorum.collate.statements.wordings import wordings_of
from variorum.record.maker import Maker
from variorum.record.statement import Statement

MAKER: Final = Maker("collate.statements", 10)
"""Of statements that are joined, whoever joined them."""


def join_chosen(rows: Iterable[QuotationRow], joined: Mapping[str, str]) -> Statement:
    """The statement of quotations that a person holds for one utterance, whatever speaks for it."""
    wordings = sorted(wordings_of(rows, joined), key=fullness)
    return make_statement([Member(one, None) for one in wordings], str(MAKER))
