"""An engine that remembers: for a process that draws one record again and again."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Final, TypeVar

import msgspec
import pyarrow as pa

from variorum.engine.protocol import Engine

Given = TypeVar("Given")
Made = TypeVar("Made")

MOST: Final = 20_000
"""Results that are remembered; those that were needed longest ago go first. The three of an article
that a watcher remembers have some 46 kB."""

AT_ONCE: Final = 256
"""Items that are looked up at a time."""


class RememberingEngine:
    """An `Engine` that runs some functions once for each item, and everything else as another does.

    `functions`: those whose results are remembered, by a hash of the item, which must be what
    MessagePack can hold.
    """

    def __init__(
        self, engine: Engine, functions: Iterable[Callable[..., Any]], most: int = MOST
    ) -> None:
        self._engine = engine
        self._functions = frozenset(functions)
        self._most = most
        self._made: OrderedDict[bytes, Any] = OrderedDict()

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
        if function not in self._functions:
            return self._engine.map(function, items, total)
        return self._mapped(function, iter(items))

    def _mapped(self, function: Callable[[Given], Made], items: Iterator[Given]) -> Iterator[Made]:
        while some := list(islice(items, AT_ONCE)):
            keys = [_key(function, one) for one in some]
            missing = {
                key: one for key, one in zip(keys, some, strict=True) if key not in self._made
            }
            made = self._engine.map(function, missing.values(), len(missing))
            new = dict(zip(missing, made, strict=True))
            for key in keys:
                if key in new:
                    yield new[key]
                else:
                    self._made.move_to_end(key)
                    yield self._made[key]
            self._remember(new)

    def _remember(self, new: dict[bytes, Any]) -> None:
        """After a chunk was handed out, so that nothing of it goes meanwhile."""
        self._made |= new
        while len(self._made) > self._most:
            self._made.popitem(last=False)

    def close(self) -> None:
        """See `Engine.close`."""
        self._made.clear()
        self._engine.close()


def _key(function: Callable[..., Any], item: object) -> bytes:
    name = f"{function.__module__}.{function.__qualname__}".encode()
    return hashlib.blake2b(msgspec.msgpack.encode(item), digest_size=16, key=name[-64:]).digest()
