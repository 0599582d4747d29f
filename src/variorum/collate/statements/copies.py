"""Which articles quote so much alike that one copies the other, or both a third."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import Final

from variorum.collate.statements.scoring import Wording

_LONG: Final = 5
"""Words of a quotation that two reporters hardly write alike by themselves."""

_OTHERS: Final = 2
"""Quotations, beside the one in question, that copies have in the same words."""

_MOST: Final = 20
"""Articles of a wording that are looked at; if these are no copies, no more are asked."""


class Copies:
    """Tells whether two wordings stand in articles that quote alike elsewhere too."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._quoted: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for one in wordings:
            if len(one.words) >= _LONG:
                for article in one.articles:
                    self._quoted[article].add(one.words)

    def __call__(self, a: Wording, b: Wording) -> bool:
        """Whether an article of each has other quotations in the same words."""
        own = {a.words, b.words}
        return any(
            one != other and len((self._quoted[one] & self._quoted[other]) - own) >= _OTHERS
            for one in islice(sorted(a.articles), _MOST)
            for other in islice(sorted(b.articles), _MOST)
        )
