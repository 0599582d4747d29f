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

    def number(self, things: Iterable[Thing]) -> None:
        """Give the next numbers to some things."""
        for one in things:
            self.numbers[one] = self.following
            self.following += 1

    def is_far_from(self, things: Sequence[Thing]) -> bool:
        """Whether so much is another that all is better looked up anew."""
        common = sum(map(self.numbers.__contains__, things))
        changes = len(self.numbers) + len(things) - 2 * common
        return changes > ANEW * len(things) or self.following > _SPARSE * len(things)

    def drop_all_but(self, things: Sequence[Thing], new: int) -> Numbers:
        """Forget what is not among some things, of which so many are new; the numbers of that."""
        gone = len(self.numbers) + new - len(things)
        left = set(self.numbers).difference(things) if gone else ()
        return np.fromiter((self.numbers.pop(one) for one in left), np.int64, gone)

    def replace(self, near: NDArray[np.bool_], pairs: Numbers) -> Numbers:
        """Put pairs in place of all whose ends are near; returns those that are new."""
        known = near[self.pairs >> _HALF] & near[self.pairs & _LOW]
        before = self.pairs[known]
        for code in np.setdiff1d(before, pairs, assume_unique=True).tolist():
            self.found.pop(code, None)
        self.pairs = np.union1d(self.pairs[~known], pairs)
        new: Numbers = np.setdiff1d(pairs, before, assume_unique=True)
        return new

    def copy(self) -> "State[Thing, Found]":
        """The same, to be changed without changing this."""
        return State(dict(self.numbers), self.following, self.pairs, dict(self.found))


class Related(Generic[Thing, Found]):
    """Things that are related, brought along as they change.

    The rows of all lie in one large table. Those of a key that was touched since go to a small one
    that lies over it, in which what the large one has of them counts no more. Things that are put
    together and looked up again in several turns have a small table for each turn.
    """

    def __init__(self, engine: Tables, relation: Relation[Thing, Found]) -> None:
        self._engine = engine
        self._relation = relation
        self._turns: list[State[Thing, Found]] = []

    def __len__(self) -> int:
        return len(self._turns[0].numbers) if self._turns else 0

    def among(self, things: Sequence[Thing], turn: int = 0) -> list[tuple[int, int, Found]]:
        """Those related among some things: two by place, the smaller first, and what was found.

        In order. The things differ from each other, and of two that stay the same one stays first.
        `turn`: of one drawing the first is 0; a later one follows on the one before, and is
        compared with what it was in the drawing before.
        """
        try:
            state, new = self._brought_along(things, turn)
            numbers = np.fromiter(map(state.numbers.__getitem__, things), np.int64, len(things))
            place = np.zeros(state.following, np.int64)
            place[numbers] = np.arange(len(things))
            self._score(things, place, new, state.found)
        except BaseException:
            self._turns.clear()  # Tables and numbers may not agree any more.
            raise
        return _listed(state.found, place)

    def _brought_along(
        self, things: Sequence[Thing], turn: int
    ) -> tuple[State[Thing, Found], Numbers]:
        """What is known when the things are numbered and paired, and the pairs that are new."""
        known = self._turns[turn] if turn < len(self._turns) else None
        if known is None or known.is_far_from(things):
            if turn == 0:
                return self._begun(things)
            known = self._follow_on(turn)
        new = [one for one in things if one not in known.numbers]
        gone = known.drop_all_but(things, len(new))
        if not new and not len(gone):
            return known, _NONE
        first = known.following
        known.number(new)
        layer = _Layer(self._relation.name, turn)
        self._load(new, first)
        self._lay_over(layer, gone)
        near = np.zeros(known.following, bool)
        for some in self._engine.query(f"SELECT item FROM {layer.items}"):
            near[some.column(0).to_numpy()] = True
        added = known.replace(near, self._pairs_in(layer.near))
        if turn == 0:
            self._settle(layer)
        return known, added

    def _begun(self, things: Sequence[Thing]) -> tuple[State[Thing, Found], Numbers]:
        """Look up all things anew."""
        self._turns.clear()
        state: State[Thing, Found] = State()
        state.number(things)
        layer = _Layer(self._relation.name, 0)
        self._load(things, 0)
        self._engine.derive(layer.base, self._relation.ranked.format(rows=layer.rows))
        self._load([], 0)
        self._empty(layer)
        state.pairs = self._pairs_in(layer.base)
        self._turns.append(state)
        return state, state.pairs

    def _follow_on(self, turn: int) -> State[Thing, Found]:
        """Begin a turn with what is known of the one before."""
        before, layer = _Layer(self._relation.name, turn - 1), _Layer(self._relation.name, turn)
        self._engine.derive(layer.over, f"SELECT * FROM {before.over}")
        self._engine.derive(layer.replaced, f"SELECT * FROM {before.replaced}")
        state = self._turns[turn - 1].copy()
        self._turns[turn:] = [state]
        return state

    def _lay_over(self, layer: "_Layer", gone: Numbers) -> None:
        """Lay the rows of what is new, and of all that have a key of what is new or gone, over."""
        derive, columns = self._engine.derive, ", ".join(self._relation.schema.names)
        self._engine.load(layer.gone, _ITEMS, [batch(_ITEMS, gone)])
        derive(
            layer.touched,
            f"SELECT key FROM {layer.rows} "
            f"UNION SELECT key FROM ({layer.having('item', layer.gone)}) r",
        )
        derive(layer.before, layer.having("key", layer.touched))
        derive(
            layer.after,
            f"SELECT {columns} FROM {layer.before} b ANTI JOIN {layer.gone} g ON g.item = b.item "
            f"UNION ALL SELECT {columns} FROM {layer.rows}",
        )
        derive(
            layer.over,
            f"SELECT * FROM {layer.over} o ANTI JOIN {layer.touched} t ON t.key = o.key "
            f"UNION ALL SELECT * FROM ({self._relation.ranked.format(rows=layer.after)}) a",
        )
        derive(
            layer.replaced,
            f"SELECT key FROM {layer.replaced} UNION SELECT key FROM {layer.touched}",
        )
        derive(layer.items, f"SELECT item FROM {layer.before} UNION SELECT item FROM {layer.after}")
        derive(layer.near, layer.having("item", layer.items))

    def _settle(self, layer: "_Layer") -> None:
        """Make the large table anew when the small one is no longer small."""
        counts = (
            self._engine.query(f"SELECT count(*) FROM {table}")
            for table in (layer.replaced, layer.base)
        )
        few, many = (sum(some.column(0)[0].as_py() for some in count) for count in counts)
        if few * _LAYERED > many:
            self._engine.derive(
                layer.base,
                f"SELECT * FROM {layer.base} b ANTI JOIN {layer.replaced} r ON r.key = b.key "
                f"UNION ALL SELECT * FROM {layer.over}",
            )
            self._empty(layer)
            del self._turns[1:]

    def _empty(self, layer: "_Layer") -> None:
        self._engine.derive(layer.over, f"SELECT * FROM {layer.base} WHERE false")
        self._engine.derive(layer.replaced, f"SELECT key FROM {layer.base} WHERE false")

    def _load(self, things: Sequence[Thing], first: int) -> None:
        schema = self._relation.schema
        batches = []
        for start in range(0, len(things), _AT_ONCE):
            place, *more = self._relation.rows(things[start : start + _AT_ONCE])
            batches.append(batch(schema, place + (first + start), *more))
        self._engine.load(self._relation.name, schema, batches)

    def _pairs_in(self, table: str) -> Numbers:
        """The pairs in a table, each as one number, in order."""
        found = [_NONE]
        for some in self._engine.query(self._relation.pairs.format(ranked=table)):
            a, b = (some.column(one).to_numpy().astype(np.int64) for one in (0, 1))
            found.append(np.minimum(a, b) << _HALF | np.maximum(a, b))
        pairs: Numbers = np.unique(np.concatenate(found))
        return pairs

    def _score(
        self, things: Sequence[Thing], place: Numbers, pairs: Numbers, kept: dict[int, Found]
    ) -> None:
        """Score some pairs; keep those that are related."""
        first, second = _ends(pairs, place)
        ends = zip(first.tolist(), second.tolist(), strict=True)
        scored = self._relation.score([(things[a], things[b]) for a, b in ends])
        every = zip(pairs.tolist(), scored, strict=True)
        kept.update((code, found) for code, found in every if found is not None)


class _Layer:
    """The names of the tables of one turn."""

    def __init__(self, name: str, turn: int) -> None:
        self.rows, self.base = name, f"{name}_base"
        self.over, self.replaced = f"{name}_over{turn}", f"{name}_replaced{turn}"
        self.gone, self.touched, self.items = (f"{name}_{one}" for one in _WORKED_WITH[:3])
        self.before, self.after, self.near = (f"{name}_{one}" for one in _WORKED_WITH[3:])

    def having(self, column: str, table: str) -> str:
        """The query for the rows that have a key, or an item, of a table."""
        own = f"SEMI JOIN {table} t ON t.{column} = i.{column}"
        return (
            f"SELECT b.* FROM (SELECT * FROM {self.base} i {own}) b "
            f"ANTI JOIN {self.replaced} r ON r.key = b.key "
            f"UNION ALL SELECT * FROM {self.over} i {own}"
        )


_WORKED_WITH: Final = ("gone", "touched", "items", "before", "after", "near")


def _ends(pairs: Numbers, place: Numbers) -> tuple[Numbers, Numbers]:
    """The places of pairs, the smaller first."""
    one, other = place[pairs >> _HALF], place[pairs & _LOW]
    return np.minimum(one, other), np.maximum(one, other)


def _listed(found: dict[int, Found], place: Numbers) -> list[tuple[int, int, Found]]:
    first, second = _ends(np.fromiter(found, np.int64, len(found)), place)
    values = list(found.values())
    ends = list(zip(first.tolist(), second.tolist(), strict=True))
    return [(*ends[at], values[at]) for at in np.lexsort((second, first)).tolist()]


_HALF: Final = 32
_LOW: Final = (1 << _HALF) - 1

_AT_ONCE: Final = 20_000
"""Things whose rows are made together."""


_LAYERED: Final = 8
"""The keys that were replaced are fewer than one for so many rows of the large table."""

_SPARSE: Final = 8
"""If so many numbers were given for each thing, they are given anew."""

_NONE: Final[Numbers] = np.empty(0, np.int64)

_ITEMS: Final = pa.schema([("item", pa.int64())])
