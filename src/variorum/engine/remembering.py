"""An engine that remembers: for a process that draws one record again and again."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

import pyarrow as pa

from variorum.engine.protocol import Engine, Key, Made
from variorum.engine.relating import Related, Relation
from variorum.record.closing import Closing

Given = TypeVar("Given")

AT_ONCE: Final = 256
"""Keys that are looked up at a time."""

_NOTHING: Final = object()


class RememberingEngine(Closing):
    """An `Engine` that does what it is asked to `remember` once, and all else as another does.

    What comes of a key is kept until a drawing does not ask for it: `forget` ends a drawing. So
    what is kept is what the last one needed, and is as large as the record is.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._shelves: dict[Callable[..., Any], _Shelf] = {}
        self._related: dict[str, Related[Any, Any]] = {}

    def load(self, name: str, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> None:
        """See `Engine.load`."""
        self._engine.load(name, schema, batches)

    def derive(self, name: str, sql: str) -> None:
        """See `Engine.derive`."""
        self._engine.derive(name, sql)

    def query(self, sql: str) -> Iterator[pa.RecordBatch]:
        """See `Engine.query`."""
        return self._engine.query(sql)

    def map(
        self, function: Callable[[Given], Made], items: Iterable[Given], total: int | None = None
    ) -> Iterator[Made]:
        """See `Engine.map`."""
        return self._engine.map(function, items, total)

    def remember(
        self,
        function: Callable[[Any], Made],
        keys: Iterable[Key],
        load: Callable[[Sequence[Key]], Iterable[Any]] | None = None,
    ) -> Iterator[Made]:
        """See `Engine.remember`."""
        shelf = self._shelves.setdefault(function, _Shelf())
        rest = iter(keys)
        while some := list(islice(rest, AT_ONCE)):
            if missing := shelf.missing(some):
                made = self._engine.remember(function, missing, load)
                shelf.now.update(zip(missing, made, strict=True))
            yield from [shelf.now[key] for key in some]

    def related(self, relation: Relation[Any, Made]) -> Related[Any, Made]:
        """See `Engine.related`."""
        if relation.name not in self._related:
            self._related[relation.name] = self._engine.related(relation)
        return self._related[relation.name]

    def forget(self) -> None:
        """A drawing is done: forget what it did not ask for, of functions that it used."""
        for shelf in self._shelves.values():
            shelf.turn()

    @property
    def remembered(self) -> int:
        """How many keys something is known of."""
        return sum(map(len, self._shelves.values())) + sum(map(len, self._related.values()))

    def close(self) -> None:
        """See `Engine.close`."""
        self._shelves.clear()
        self._related.clear()
        self._engine.close()


class _Shelf:
    """What one function made, by key: in this drawing, and, if not asked for yet, before it."""

    def __init__(self) -> None:
        self.now: dict[Hashable, Any] = {}
        self._before: dict[Hashable, Any] = {}

    def __len__(self) -> int:
        return len(self.now) + len(self._before)

    def missing(self, keys: Iterable[Key]) -> list[Key]:
        """The keys, each once, of which nothing is known; the others' are laid out."""
        found: list[Key] = []
        for key in dict.fromkeys(keys):
            if key not in self.now:
                known = self._before.pop(key, _NOTHING)
                if known is _NOTHING:
                    found.append(key)
                else:
                    self.now[key] = known
        return found

    def turn(self) -> None:
        """What was not asked for goes; if nothing was, all stays for the next time."""
        if self.now:
            self.now, self._before = {}, self.now
