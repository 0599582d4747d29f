"""Whether quotations of one utterance are enough to hold that there was one."""

from collections.abc import Iterable
from typing import Final

from variorum.collate.statements.rows import QuotationRow
from variorum.collate.statements.words import is_content

SURE: Final = 0.75
"""From here on an indirect quotation makes a statement with `_FEW` telling word."""

UNSURE: Final = 0.55
"""From here on it does with `_MANY`; below, it makes none."""

_FEW: Final = 1
_MANY: Final = 3


def is_told(rows: Iterable[QuotationRow]) -> bool:
    """Whether one of them has words between marks, or surely reports some that say something.

    What several articles report needs to be as sure in none of them.
    """
    known = list(rows)
    is_of_several = len({row.article for row in known}) > 1
    return any(
        row.mode != "indirect" or _is_report(row, is_of_several=is_of_several) for row in known
    )


def _is_report(row: QuotationRow, *, is_of_several: bool) -> bool:
    telling = len({word for word in row.words.split() if is_content(word)})
    is_sure = row.confidence >= SURE or is_of_several
    return telling >= (_FEW if is_sure else _MANY) and row.confidence >= UNSURE
