"""What engines are that remember nothing: a process that draws one record once needs no more."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from variorum.engine.protocol import Given, Key, Made
from variorum.engine.relating import Related, Relation
from variorum.record.closing import Closing

if TYPE_CHECKING:
    import pyarrow as pa


class Forgetful(Closing):
    """An engine that works out anew what it is asked to remember."""

    @abstractmethod
    def load(self, name: str, schema: "pa.Schema", batches: "Iterable[pa.RecordBatch]") -> None:
        """See `Engine.load`."""

    @abstractmethod
    def derive(self, name: str, sql: str) -> None:
        """See `Engine.derive`."""

    @abstractmethod
    def query(self, sql: str) -> "Iterator[pa.RecordBatch]":
        """See `Engine.query`."""

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

    def related(self, relation: Relation[Any, Made]) -> Related[Any, Made]:
        """See `Engine.related`. Nothing is known from before."""
        return Related(self, relation)
