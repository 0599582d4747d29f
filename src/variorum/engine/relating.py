"""Which of many things are related: looked up by keys, and scored in pairs, as they come and go.

Candidates are a join over keys, and what two things are to each other is told by the keys that both
have. So when a few things come or go, only the pairs of things that stand otherwise now among those
with a key of theirs are found anew, and only those that were none before are scored.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any, Final, Generic, NamedTuple, Protocol, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.engine.numbers import Numbers, batch, distinct

Mask = NDArray[np.bool_]

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
    - `ranked`: SQL that makes of the rows in the table `{rows}` those that are joined, with where
      each stands among all of its key; the fewer rows one thing more changes, the better;
    - `stands`: the names of the columns that tell where;
    - `pairs`: SQL over these in the tables `{one}` and `{other}`: as first columns two things that
      may be related, one of each; a function of what they have of the keys in common;
    - `score`: for each of some pairs, the one first that comes first, what is found of it, or None
      if the two are not related; a pure function of each pair.
    """

    name: str
    schema: pa.Schema
    rows: Callable[[Sequence[Thing]], Sequence[NDArray[Any]]]
    ranked: str
    stands: tuple[str, ...]
    pairs: str
    score: Callable[[Iterable[tuple[Thing, Thing]]], Iterable[Found | None]]


class State(NamedTuple):
    """What is known of some things, by their numbers.

    `here`: whether the thing of each number is among them; `pairs`: the candidates, both numbers in
    one, in order.
    """

    here: Mask
    pairs: Numbers


class Related(Generic[Thing, Found]):
    """Things that are related, brought along as they change.

    The rows of all things, of whatever turn and drawing, lie in one large table and, those that
    came since it was made, in a small one beside it. What stands where is worked out for the keys
    that are asked for.
    """

    def __init__(self, engine: Tables, relation: Relation[Thing, Found]) -> None:
        self._engine = engine
        self._relation = relation
        self._tables = _Names(relation.name)
        self._begin()

    def _begin(self) -> None:
        self._numbers: dict[Thing, int] = {}
        self._keys: list[bytes] = []  # Of each number.
        self._sizes = {self._tables.large: 0, self._tables.small: 0}
        self._scored: Numbers = _NONE  # All pairs that were, in order.
        self._found: dict[int, Found] = {}  # Those that are related.
        self._states: dict[tuple[int, int], State] = {}

    def __len__(self) -> int:
        first = self._states.get((0, 0))
        return int(first.here.sum()) if first else 0

    def among(
        self, things: Sequence[Thing], turn: int = 0, drawing: int = 0
    ) -> list[tuple[int, int, Found]]:
        """Those related among some things: two by place, the smaller first, and what was found.

        In order. The things differ from each other, and of two that stay the same one stays first.
        `turn`: things that are put together and looked up again follow on those before; `drawing`:
        one that follows on another of the same record. Each turn of each drawing is compared with
        what it was the last time, or else with what comes next to it.
        """
        try:
            if turn == drawing == 0:
                self._settle()
            numbers, state = self._brought_along(things, turn, drawing)
            place = np.zeros(len(self._keys), np.int64)
            place[numbers] = np.arange(len(things))
            self._score(state.pairs, things, place)
        except BaseException:
            self._begin()  # Tables and numbers may not agree any more.
            raise
        self._states[drawing, turn] = state
        return self._listed(state.pairs, place)

    def _brought_along(
        self, things: Sequence[Thing], turn: int, drawing: int
    ) -> tuple[Numbers, State]:
        """The things by number, and what is known of them when they are paired."""
        likely = ((drawing, turn), (drawing - 1, turn), (drawing, turn - 1))
        known = next((self._states[one] for one in likely if one in self._states), None)
        numbers = np.fromiter(map(self._numbers.get, things, repeat(-1)), np.int64, len(things))
        if known is None or (turn == drawing == 0 and self._is_far(known, numbers)):
            return self._begun(things)
        if len(unknown := np.flatnonzero(numbers < 0)):
            numbers[unknown] = self._number([things[at] for at in unknown.tolist()])
        return numbers, self._changed(known, numbers)

    def _is_far(self, known: State, numbers: Numbers) -> bool:
        """Whether so much is another that all is better looked up anew."""
        common = _until(known.here, len(self._keys))[numbers[numbers >= 0]].sum()
        changes = known.here.sum() + len(numbers) - 2 * common
        return bool(changes > ANEW * len(numbers)) or len(self._keys) > _SPARSE * len(numbers)

    def _begun(self, things: Sequence[Thing]) -> tuple[Numbers, State]:
        """Look up all things anew."""
        self._begin()
        names, derive = self._tables, self._engine.derive
        derive_none = f"SELECT * FROM {names.large} WHERE false"
        numbers = self._number(things, at_first=True)
        derive(names.small, derive_none)
        # A key that only one thing has leads to no pair.
        several = f"SELECT key FROM {names.large} GROUP BY key HAVING count(*) > 1"
        derive(
            names.near, f"SELECT * FROM {names.large} r SEMI JOIN ({several}) s ON s.key = r.key"
        )
        derive(names.after, self._ranked(names.near))
        pairs = self._pairs((names.after, names.after))
        derive(names.near, derive_none)
        derive(names.after, self._ranked(names.near))
        return numbers, State(np.ones(len(things), bool), pairs)

    def _changed(self, known: State, numbers: Numbers) -> State:
        """What is known when some things came and went."""
        was, here = _until(known.here, len(self._keys)), np.zeros(len(self._keys), bool)
        here[numbers] = True
        came, went = np.flatnonzero(here & ~was), np.flatnonzero(was & ~here)
        if not len(came) and not len(went):
            return State(here, known.pairs)
        moved = self._moved(was, here)
        is_near = was & ~here
        is_near[moved] = True
        kept = known.pairs[~is_near[known.pairs >> _HALF] & ~is_near[known.pairs & _LOW]]
        found = self._pairs_with(moved, here, is_known=len(moved) == len(came))
        return State(here, distinct(np.concatenate([kept, found])))

    def _moved(self, was: Mask, here: Mask) -> Numbers:
        """The things that came, and those that stand otherwise now among those of some key."""
        names = self._tables
        self._find_near(np.flatnonzero(was ^ here))
        self._rank_near(names.before, was)
        self._rank_near(names.after, here)
        row = ", ".join(("item", "key", *self._relation.stands))
        found = self._engine.query(
            f"SELECT DISTINCT item FROM (SELECT {row}, 0 AS side FROM {names.before} "
            f"UNION ALL SELECT {row}, 1 AS side FROM {names.after}) every_row "
            f"GROUP BY {row} HAVING min(side) = max(side)"
        )
        moved = here & ~was
        for some in found:
            moved[some.column(0).to_numpy()] = True
        return np.flatnonzero(moved & here)

    def _pairs_with(self, moved: Numbers, here: Mask, *, is_known: bool) -> Numbers:
        """The pairs of some things with all that are here; `is_known`: all have a key of theirs."""
        names = self._tables
        if not len(moved):
            return _NONE
        if not is_known:
            self._find_near(moved)
            self._rank_near(names.after, here)
        self._load_items(moved)
        self._engine.derive(
            names.before,
            f"SELECT * FROM {names.after} r SEMI JOIN {names.items} i ON i.item = r.item",
        )
        return self._pairs((names.before, names.after), (names.after, names.before))

    def _find_near(self, numbers: Numbers) -> None:
        """Put the rows together that have a key of some things."""
        names = self._tables
        theirs = b"".join(self._keys[one] for one in numbers.tolist())
        keys = distinct(np.frombuffer(theirs, np.int64))
        self._engine.load(names.keys, _KEYS, [batch(_KEYS, keys)])
        self._engine.derive(
            names.near,
            " UNION ALL ".join(
                f"SELECT * FROM {rows} r SEMI JOIN {names.keys} k ON k.key = r.key"
                for rows in (names.large, names.small)
            ),
        )

    def _rank_near(self, table: str, here: Mask) -> None:
        """Make a table of what stands where among what is near and here."""
        names = self._tables
        self._load_items(np.flatnonzero(~here))
        rest = f"(SELECT * FROM {names.near} r ANTI JOIN {names.items} i ON i.item = r.item)"
        self._engine.derive(table, self._ranked(rest))

    def _ranked(self, rows: str) -> str:
        return self._relation.ranked.format(rows=rows)

    def _load_items(self, numbers: Numbers) -> None:
        self._engine.load(self._tables.items, _ITEMS, [batch(_ITEMS, numbers)])

    def _number(self, things: Sequence[Thing], *, at_first: bool = False) -> Numbers:
        """Give the next numbers to some things, and keep their rows."""
        names, schema, first = self._tables, self._relation.schema, len(self._keys)
        batches = []
        for start in range(0, len(things), _AT_ONCE):
            some = things[start : start + _AT_ONCE]
            place, key, *more = self._relation.rows(some)
            self._keys += _of_each(place, key, len(some))
            batches.append(batch(schema, place + (first + start), key, *more))
        self._numbers.update(zip(things, range(first, len(self._keys)), strict=True))
        self._sizes[names.large if at_first else names.small] += sum(map(len, batches))
        self._engine.load(names.large if at_first else names.came, schema, batches)
        if not at_first:
            both = f"SELECT * FROM {names.small} UNION ALL SELECT * FROM {names.came}"
            self._engine.derive(names.small, both)
        return np.arange(first, len(self._keys))

    def _settle(self) -> None:
        """Put the small table into the large one when it is no longer small; drop what is gone."""
        names = self._tables
        if self._sizes[names.small] * _LAYERED <= self._sizes[names.large]:
            return
        here = np.zeros(len(self._keys), bool)
        for state in self._states.values():
            here |= _until(state.here, len(here))
        self._load_items(np.flatnonzero(~here))
        both = f"(SELECT * FROM {names.large} UNION ALL SELECT * FROM {names.small})"
        rest = f"SELECT * FROM {both} r ANTI JOIN {names.items} i ON i.item = r.item"
        self._engine.derive(names.large, rest)
        self._engine.derive(names.small, f"SELECT * FROM {names.large} WHERE false")
        self._numbers = {one: number for one, number in self._numbers.items() if here[number]}
        self._keys = [keys if stays else b"" for keys, stays in zip(self._keys, here, strict=True)]
        self._sizes = {names.large: sum(map(len, self._keys)) // _SIZE, names.small: 0}
        self._scored = distinct(np.concatenate([state.pairs for state in self._states.values()]))
        asked = set(self._scored.tolist())
        self._found = {code: found for code, found in self._found.items() if code in asked}

    def _pairs(self, *tables: tuple[str, str]) -> Numbers:
        """The pairs between some tables, each as one number, in order."""
        found = [_NONE]
        for one, other in tables:
            for some in self._engine.query(self._relation.pairs.format(one=one, other=other)):
                a, b = (some.column(at).to_numpy().astype(np.int64) for at in (0, 1))
                found.append(np.minimum(a, b) << _HALF | np.maximum(a, b))
        return distinct(np.concatenate(found))

    def _score(self, pairs: Numbers, things: Sequence[Thing], place: Numbers) -> None:
        """Score the pairs that were not before."""
        new = np.setdiff1d(pairs, self._scored, assume_unique=True)
        self._scored = distinct(np.concatenate([self._scored, new]))
        first, second = (ends.tolist() for ends in _ends(new, place))
        every = self._relation.score(
            ((things[a], things[b]) for a, b in zip(first, second, strict=True))
        )
        related = zip(new.tolist(), every, strict=True)
        self._found.update((code, found) for code, found in related if found is not None)

    def _listed(self, pairs: Numbers, place: Numbers) -> list[tuple[int, int, Found]]:
        """The pairs that are related, by place, in order."""
        related = np.fromiter(self._found, np.int64, len(self._found))
        pairs = np.intersect1d(pairs, related, assume_unique=True)
        first, second = _ends(pairs, place)
        order = np.lexsort((second, first))
        found = map(self._found.__getitem__, pairs[order].tolist())
        return list(zip(first[order].tolist(), second[order].tolist(), found, strict=True))


class _Names:
    """The names of the tables of a relation."""

    def __init__(self, name: str) -> None:
        self.large, self.small, self.came = (f"{name}_{one}" for one in ("large", "small", "came"))
        self.keys, self.items, self.near = (f"{name}_{one}" for one in ("keys", "items", "near"))
        self.before, self.after = (f"{name}_{one}" for one in ("before", "after"))


def _until(here: Mask, numbers: int) -> Mask:
    """The same of so many numbers; what was numbered since is not here."""
    return np.pad(here, (0, numbers - len(here)))


def _of_each(place: NDArray[Any], key: NDArray[Any], things: int) -> Iterator[bytes]:
    """The keys of each of so many things."""
    keys = key[np.argsort(place, kind="stable")].astype(np.int64).tobytes()
    ends = _SIZE * np.cumsum(np.bincount(place, minlength=things))
    start = 0
    for end in ends.tolist():
        yield keys[start:end]
        start = end


def _ends(pairs: Numbers, place: Numbers) -> tuple[Numbers, Numbers]:
    """The places of pairs, the smaller first."""
    one, other = place[pairs >> _HALF], place[pairs & _LOW]
    return np.minimum(one, other), np.maximum(one, other)


_HALF: Final = 32
_LOW: Final = (1 << _HALF) - 1

_SIZE: Final = np.dtype(np.int64).itemsize

_AT_ONCE: Final = 20_000
"""Things whose rows are made together."""

_LAYERED: Final = 8
"""The small table has fewer rows than one for so many of the large one."""

_SPARSE: Final = 8
"""If so many numbers were given for each thing, they are given anew."""

_NONE: Final[Numbers] = np.empty(0, np.int64)

_ITEMS: Final = pa.schema([("item", pa.int64())])
_KEYS: Final = pa.schema([("key", pa.int64())])
