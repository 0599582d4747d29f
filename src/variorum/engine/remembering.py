"""An engine that remembers: for a process that draws one record again and again."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

import pyarrow as pa

from variorum.engine.protocol import Engine, Key, Made
from variorum.engine.relating import Related, Relation
from variorum.record.closing import Closing

Given = TypeVar("Given")

AT_ONCE: Final = 1024
"""Keys that are looked up at a time."""


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
                shelf.put(missing, self._engine.remember(function, missing, load))
            yield from shelf.take(some)

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


def remembering(engine: Engine) -> Engine:
    """An engine that remembers for as long as it is held: this one, if it does anyway."""
    return engine if isinstance(engine, RememberingEngine) else RememberingEngine(engine)


class _Shelf:
    """What one function made, by key, and in which drawing it was asked for last."""

    def __init__(self) -> None:
        self._drawing = 0
        self._is_used = False
        self._known: dict[Hashable, list[Any]] = {}

    def __len__(self) -> int:
        return len(self._known)

    def missing(self, keys: Sequence[Key]) -> list[Key]:
        """The keys, each once, of which nothing is known."""
        known = self._known
        return list(dict.fromkeys([key for key in keys if key not in known]))

    def put(self, keys: Iterable[Hashable], made: Iterable[Any]) -> None:
        """Lay down what was made of keys."""
        self._known.update((key, [one, self._drawing]) for key, one in zip(keys, made, strict=True))

    def take(self, keys: Iterable[Hashable]) -> list[Any]:
        """What was made of keys that are known."""
        found = list(map(self._known.__getitem__, keys))
        drawing = self._drawing
        for one in found:
            one[1] = drawing
        self._is_used = True
        return [one[0] for one in found]

    def turn(self) -> None:
        """What was not asked for goes; if nothing was, all stays for the next time."""
        if self._is_used:
            drawing = self._drawing
            for key in [key for key, one in self._known.items() if one[1] != drawing]:
                del self._known[key]
            self._drawing, self._is_used = drawing + 1, False
