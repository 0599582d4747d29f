"""The days that a story covers."""

from collections.abc import Sequence
from typing import Final

from variorum.record.when import Basis, When, days, first_day, last_day

_WEAKEST_LAST: Final[tuple[Basis, ...]] = ("stated", "metadata", "url", "inferred")


def whole_of(published: Sequence[When]) -> When | None:
    """From the first to the last publication, in days; null if none is known."""
    if not published:
        return None
    first = min(first_day(when.earliest) for when in published)
    last = max(last_day(when.latest) for when in published)
    basis = max((when.basis for when in published), key=_WEAKEST_LAST.index)
    return days(first, last, basis)
