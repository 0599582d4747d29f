"""What engines are that remember nothing: a process that draws one record once needs no more."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from variorum.engine.protocol import Given, Key, Made
from variorum.record.closing import Closing


class Forgetful(Closing):
    """An engine that works out anew what it is asked to remember."""

    @abstractmethod
    def map(
        self, function: Callable[[Given], Made], items: Iterable[Given], total: int | None = None
    ) -> Iterator[Made]:
        """See `Engine.map`."""

    def remember(
        self,
        function: Callable[[Any], Made],
        keys: Iterable[Key],
        load: Callable[[Sequence[Key]], Iterable[Any]] | None = None,
    ) -> Iterator[Made]:
        """See `Engine.remember`. Nothing is."""
        if load is None:
            return map(function, keys)
        listed = list(keys)
        return self.map(function, load(listed), len(listed))
