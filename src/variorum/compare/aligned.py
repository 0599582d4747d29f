"""Which sentences of two articles tell one thing, asked by places within them."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from variorum.compare.retold import Retold
from variorum.record.reuse import Place


class Aligned:
    """Pairs of sentences that are each other's nearest; `(a, b) in aligned` asks of two places."""

    def __init__(self, told: Iterable[Retold]) -> None:
        pairs = {(one.a.place, one.b.place) for one in told}
        self._pairs = frozenset(pairs | {(b, a) for a, b in pairs})
        sentences = sorted({place for pair in pairs for place in pair})
        self._sentences: dict[str, list[Place]] = {}
        for place in sentences:
            self._sentences.setdefault(place.article, []).append(place)

    def __contains__(self, places: tuple[Place, Place]) -> bool:
        a, b = (self._sentence(place) for place in places)
        return a is not None and b is not None and (a, b) in self._pairs

    def _sentence(self, place: Place) -> Place | None:
        told = self._sentences.get(place.article, [])
        at = bisect_right(told, place.start, key=lambda one: one.start) - 1
        return told[at] if at >= 0 and place.start < told[at].end else None


UNALIGNED: Final = Aligned(())
"""Where nothing was held together."""
