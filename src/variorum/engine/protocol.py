"""What an engine does: hold tables of any size, join them in SQL, run functions over rows."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:  # Who only shows a record loads no tables.
    import pyarrow as pa

    from variorum.engine.relating import Related, Relation

Given = TypeVar("Given")
Made = TypeVar("Made")
Key = TypeVar("Key", bound=Hashable)

Remember = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]
"""How a function is applied to many: `map`, or `Engine.remember`."""


class Engine(Protocol):
    """A place where tables are joined and functions are run over many items.

    An engine knows nothing about news. The SQL that callers give stays within what
    DuckDB and Spark share: joins, groups, windows and plain arithmetic over the
    tables that were loaded. Memory is bounded: what does not fit goes to disk.

    Results do not depend on the engine, on the number of processors, or on the
    order in which rows were loaded; a caller that needs an order says ORDER BY.
    Faulty SQL and unknown tables raise `EngineError`.
    """

    def load(self, name: str, schema: "pa.Schema", batches: "Iterable[pa.RecordBatch]") -> None:
        """Make (or replace) the table `name` from a stream of record batches."""

    def derive(self, name: str, sql: str) -> None:
        """Make (or replace) the table `name` from a query over the tables at hand."""

    def query(self, sql: str) -> "Iterator[pa.RecordBatch]":
        """The rows of a query, in batches."""

    def map(
        self, function: Callable[[Given], Made], items: Iterable[Given], total: int | None = None
    ) -> Iterator[Made]:
        """`function` of each item, in the order of the items, on all processors.

        `function` is importable by name and depends on nothing but its item. `total`,
        if known, lets the engine stay in one process for a handful of items.
        """

    def remember(
        self,
        function: Callable[[Any], Made],
        keys: Iterable[Key],
        load: Callable[[Sequence[Key]], Iterable[Any]] | None = None,
    ) -> Iterator[Made]:
        """`function` of what each key stands for, in the order of the keys.

        A key stands for itself, and the work is done in this process; or for what `load` gives for
        some keys, and it is done as by `map`. `function` depends on nothing but that, and that on
        nothing but the key: an engine that lives on may remember what came of it.
        """

    def related(self, relation: "Relation[Any, Made]") -> "Related[Any, Made]":
        """The related among things that come and go, `relation` telling how they are found.

        An engine that lives on may remember them, by the name of the relation.
        """

    def close(self) -> None:
        """Let go of tables, processes and temporary files."""
