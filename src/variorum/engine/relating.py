"""Which of many things are related: looked up by keys, and scored in pairs, as they come and go.

Candidates are a join over keys, and what two things are to each other is told by the keys that both
have. So when a few things come or go, only the pairs of things with a key of theirs are found anew,
and only those that were none before are scored.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Generic, NamedTuple, Protocol, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.engine.numbers import Numbers, batch

Thing = TypeVar("Thing", bound=Hashable)
Found = TypeVar("Found")

ANEW: Final = 0.25
"""If more than this part of the things changed, all are looked up anew."""


class Tables(Protocol):
    """What relating needs of an engine."""

    def load(self, name: str, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> None:
        """See `Engine.load`."""

    def derive(self, name: str, sql: str) -> None:
        """See `Engine.derive`."""

    def query(self, sql: str) -> Iterable[pa.RecordBatch]:
        """See `Engine.query`."""


class Relation(NamedTuple, Generic[Thing, Found]):
    """How related things are found.

    - `name`: of its tables, and no other relation's;
    - `schema`: of its rows: `item`, a number that tells but which thing it is; `key`; more;
    - `rows`: the columns of the rows of some things, `item` by place; pure in each thing;
    - `ranked`: SQL that gives the rows of the table `{rows}` more columns: where each stands among
      all of its key;
    - `pairs`: SQL over these in the table `{ranked}`: as first columns two things that may be
      related, a function of what they have of the keys that they have in common;
    - `score`: for each of some pairs, the one first that comes first, what is found of it, or None
      if the two are not related; a pure function of each pair.
    """

    name: str
    schema: pa.Schema
    rows: Callable[[Sequence[Thing]], Sequence[NDArray[Any]]]
    ranked: str
    pairs: str
    score: Callable[[Sequence[tuple[Thing, Thing]]], Iterable[Found | None]]


@dataclass
class State(Generic[Thing, Found]):
    """What is known of some things.

    `numbers`: of each thing, below `following`; `pairs`: of numbers, both in one, the candidates in
    order; `found`: what was found of those that are related.
    """

    numbers: dict[Thing, int] = field(default_factory=dict)
    following: int = 0
    pairs: Numbers = field(default_factory=lambda: np.empty(0, np.int64))
    found: dict[int, Found] = field(default_factory=dict)

    def copy(self) -> "State[Thing, Found]":
        """The same, to be changed without changing this."""
        return State(dict(self.numbers), self.following, self.pairs, dict(self.found))


class Related(Generic[Thing, Found]):
    """Things that are related, brought along as they change."""

    def __init__(self, engine: Tables, relation: Relation[Thing, Found]) -> None:
        self._engine = engine
        self._relation = relation
        self.name = relation.name
        self.state: State[Thing, Found] = State()

    def __len__(self) -> int:
        return len(self.state.numbers)

    def among(self, things: Sequence[Thing]) -> list[tuple[int, int, Found]]:
        """Those related among some things: two by place, the smaller first, and what was found.

        In order. The things differ from each other, and of two that stay the same one stays first.
        """
        try:
            new = self._bring_along(things)
            numbers = np.fromiter(
                map(self.state.numbers.__getitem__, things), np.int64, len(things)
            )
            place = np.zeros(self.state.following, np.int64)
            place[numbers] = np.arange(len(things))
            self._score(things, place, new)
        except BaseException:
            self.state = State()  # Tables and numbers may not agree any more.
            raise
        return self._listed(place)

    def begin_with(self, other: "Related[Thing, Found]") -> None:
        """Begin with what another relation of the same rows knows, if nothing is known here."""
        if other.state.numbers and not self.state.numbers:
            for part in ("base", "over", "replaced"):
                self._engine.derive(f"{self.name}_{part}", f"SELECT * FROM {other.name}_{part}")
            self.state = other.state.copy()

    def _bring_along(self, things: Sequence[Thing]) -> Numbers:
        """Number the things, find the pairs among them, and return those that are new."""
        known = self.state.numbers
        new = [one for one in things if one not in known]
        gone = len(known) + len(new) - len(things)
        if len(new) + gone > ANEW * len(things) or self.state.following > _SPARSE * len(things):
            self.state = State()
            self._number(things)
            return self._find_all(things)
        if not new and not gone:
            return _NONE
        left = set(known).difference(things) if gone else ()
        numbers = np.fromiter((known.pop(one) for one in left), np.int64, gone)
        first = self.state.following
        self._number(new)
        return self._find_changed(new, first, numbers)

    def _number(self, things: Iterable[Thing]) -> None:
        for one in things:
            self.state.numbers[one] = self.state.following
            self.state.following += 1

    def _find_all(self, things: Sequence[Thing]) -> Numbers:
        name = self.name
        self._load(things, 0)
        self._engine.derive(f"{name}_base", self._relation.ranked.format(rows=name))
        self._load([], 0)
        self._engine.derive(f"{name}_over", f"SELECT * FROM {name}_base WHERE false")
        self._engine.derive(f"{name}_replaced", f"SELECT key FROM {name}_base WHERE false")
        self.state.pairs = self._queried(f"{name}_base")
        return self.state.pairs

    def _find_changed(self, new: Sequence[Thing], first: int, gone: Numbers) -> Numbers:
        """Find the pairs anew of all that have a key of what is new or gone.

        The rows of these keys go to a small table that lies over the large one, in which what it
        has of them counts no more.
        """
        name, engine = self.name, self._engine
        columns = ", ".join(self._relation.schema.names)
        self._load(new, first)
        engine.load(f"{name}_gone", _ITEMS, [batch(_ITEMS, gone)])
        engine.derive(
            f"{name}_touched",
            f"SELECT key FROM {name} UNION SELECT key FROM ({self._with('item', 'gone')}) r",
        )
        engine.derive(f"{name}_before", self._with("key", "touched"))
        engine.derive(
            f"{name}_stay",
            f"SELECT {columns} FROM {name}_before n ANTI JOIN {name}_gone g ON g.item = n.item "
            f"UNION ALL SELECT {columns} FROM {name}",
        )
        engine.derive(
            f"{name}_over",
            f"SELECT * FROM {name}_over o ANTI JOIN {name}_touched t ON t.key = o.key "
            f"UNION ALL SELECT * FROM ({self._relation.ranked.format(rows=f'{name}_stay')}) a",
        )
        engine.derive(
            f"{name}_replaced",
            f"SELECT key FROM {name}_replaced UNION SELECT key FROM {name}_touched",
        )
        engine.derive(
            f"{name}_items",
            f"SELECT item FROM {name}_before UNION SELECT item FROM {name}_stay",
        )
        engine.derive(f"{name}_near", self._with("item", "items"))
        near = np.zeros(self.state.following, bool)
        for some in engine.query(f"SELECT item FROM {name}_items"):
            near[some.column(0).to_numpy()] = True
        self._settle()
        known = near[self.state.pairs >> _HALF] & near[self.state.pairs & _LOW]
        before, found = self.state.pairs[known], self._queried(f"{name}_near")
        for code in np.setdiff1d(before, found, assume_unique=True).tolist():
            self.state.found.pop(code, None)
        self.state.pairs = np.union1d(self.state.pairs[~known], found)
        new_pairs: Numbers = np.setdiff1d(found, before, assume_unique=True)
        return new_pairs

    def _with(self, column: str, others: str) -> str:
        """The query for the rows that have a key, or an item, of another table."""
        name = self.name
        return (
            f"SELECT b.* FROM (SELECT * FROM {name}_base i SEMI JOIN {name}_{others} o "
            f"ON o.{column} = i.{column}) b ANTI JOIN {name}_replaced r ON r.key = b.key "
            f"UNION ALL SELECT * FROM {name}_over i SEMI JOIN {name}_{others} o "
            f"ON o.{column} = i.{column}"
        )

    def _settle(self) -> None:
        """Make one table of both when the upper one is no longer small."""
        name = self.name
        sizes = [_count(self._engine.query(f"SELECT count(*) FROM {name}_{one}"))
                 for one in ("replaced", "base")]  # fmt: skip
        if sizes[0] * _LAYERED > sizes[1]:
            self._engine.derive(f"{name}_base", self._whole())
            self._engine.derive(f"{name}_over", f"SELECT * FROM {name}_base WHERE false")
            self._engine.derive(f"{name}_replaced", f"SELECT key FROM {name}_base WHERE false")

    def _whole(self) -> str:
        """The query for all rows."""
        name = self.name
        return (
            f"SELECT b.* FROM {name}_base b ANTI JOIN {name}_replaced r ON r.key = b.key "
            f"UNION ALL SELECT * FROM {name}_over"
        )

    def _load(self, things: Sequence[Thing], first: int) -> None:
        schema = self._relation.schema
        batches = []
        for start in range(0, len(things), _AT_ONCE):
            place, *more = self._relation.rows(things[start : start + _AT_ONCE])
            batches.append(batch(schema, place + (first + start), *more))
        self._engine.load(self.name, schema, batches)

    def _queried(self, table: str) -> Numbers:
        """The pairs in a table, each as one number, in order."""
        found = [_NONE]
        for some in self._engine.query(self._relation.pairs.format(ranked=table)):
            a, b = (some.column(one).to_numpy().astype(np.int64) for one in (0, 1))
            found.append(np.minimum(a, b) << _HALF | np.maximum(a, b))
        pairs: Numbers = np.unique(np.concatenate(found))
        return pairs

    def _score(self, things: Sequence[Thing], place: Numbers, pairs: Numbers) -> None:
        """Score some pairs; keep those that are related."""
        one, other = place[pairs >> _HALF], place[pairs & _LOW]
        ends = zip(np.minimum(one, other).tolist(), np.maximum(one, other).tolist(), strict=True)
        scored = self._relation.score([(things[a], things[b]) for a, b in ends])
        for code, found in zip(pairs.tolist(), scored, strict=True):
            if found is not None:
                self.state.found[code] = found

    def _listed(self, place: Numbers) -> list[tuple[int, int, Found]]:
        pairs = np.fromiter(self.state.found, np.int64, len(self.state.found))
        one, other = place[pairs >> _HALF], place[pairs & _LOW]
        first, second = np.minimum(one, other), np.maximum(one, other)
        found = list(self.state.found.values())
        order = np.lexsort((second, first)).tolist()
        ends = list(zip(first.tolist(), second.tolist(), strict=True))
        return [(*ends[at], found[at]) for at in order]


_HALF: Final = 32
_LOW: Final = (1 << _HALF) - 1

_AT_ONCE: Final = 20_000
"""Things whose rows are made together."""


def _count(rows: Iterable[pa.RecordBatch]) -> int:
    return sum(int(value) for some in rows for value in some.column(0).to_pylist())


_LAYERED: Final = 8
"""The keys that were replaced are fewer than one for so many rows of the large table."""

_SPARSE: Final = 8
"""If so many numbers were given for each thing, they are given anew."""

_NONE: Final[Numbers] = np.empty(0, np.int64)

_ITEMS: Final = pa.schema([("item", pa.int64())])
