"""What every engine does, as its protocol says. Subclass it and implement `start`."""

import multiprocessing
import random
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, count, islice, product
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from variorum.engine.protocol import Engine
from variorum.engine.relating import Relation
from variorum.record.errors import EngineError

SCHEMA = pa.schema([("word", pa.string()), ("page", pa.int64())])
MANY = 500
"""Items enough for an engine of several processes to use them."""

Row = tuple[Any, ...]


def batch(*rows: Row, schema: pa.Schema = SCHEMA) -> pa.RecordBatch:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.record_batch(
        [pa.array(list(column), field.type) for column, field in zip(columns, schema, strict=True)],
        schema=schema,
    )


def rows(batches: Iterable[pa.RecordBatch]) -> list[Row]:
    return [tuple(row.values()) for one in batches for row in one.to_pylist()]


def double(number: int) -> int:
    return number * 2


def refuse_seven(number: int) -> int:
    if number == 7:
        raise LookupError("seven is refused")
    return number


LETTERS = pa.schema([("item", pa.int32()), ("key", pa.int64()), ("length", pa.int64())])


def letters_of(words: Sequence[str]) -> list[NDArray[Any]]:
    """Each different letter of each word."""
    every = [(at, ord(one), len(word)) for at, word in enumerate(words) for one in sorted({*word})]
    return [np.array(column, np.int64) for column in list(zip(*every, strict=True)) or [()] * 3]


def both(pairs: Iterable[tuple[str, str]]) -> Iterator[str | None]:
    """Two words in one; none of two that begin alike."""
    return (one + other if one[:1] != other[:1] else None for one, other in pairs)


ALIKE: Relation[str, str] = Relation(
    "alike",
    LETTERS,
    letters_of,
    "SELECT *, count(*) OVER (PARTITION BY key) AS many FROM {rows} r",
    ("many",),
    "SELECT a.item AS a, b.item AS b FROM {one} a JOIN {other} b ON a.key = b.key "
    "AND a.length < b.length WHERE a.many <= 8 GROUP BY a.item, b.item HAVING count(*) > 1",
    both,
)
"""Words of different lengths that have two of the rarer letters in common."""


def alike(words: Sequence[str]) -> list[tuple[int, int, str]]:
    """What `ALIKE` finds, by trying all pairs."""
    rare = {one for one in "abcdefgh" if sum(one in word for word in words) <= 8}
    return [
        (a, b, words[a] + words[b])
        for a, b in combinations(range(len(words)), 2)
        if len(words[a]) != len(words[b])
        and len({*words[a]} & {*words[b]} & rare) > 1
        and words[a][0] != words[b][0]
    ]


def numbered_letters_of(words: Sequence[str]) -> list[NDArray[Any]]:
    """Each different letter of each word, with a number that tells the word."""
    where, keys, _ = letters_of(words)
    numbers = np.array([int.from_bytes(one.encode().ljust(6), "big") for one in words], np.int64)
    return [where, keys, numbers[where]]


NEXT: Relation[str, str] = Relation(
    "next",
    pa.schema([("item", pa.int32()), ("key", pa.int64()), ("number", pa.int64())]),
    numbered_letters_of,
    "SELECT *, lead(number, 2) OVER (PARTITION BY key ORDER BY number) AS last FROM {rows} r",
    ("last",),
    "SELECT DISTINCT a.item AS a, b.item AS b FROM {one} a JOIN {other} b ON a.key = b.key "
    "AND a.number < b.number WHERE a.last IS NULL OR b.number <= a.last",
    both,
)
"""Words that are one of the next two with a letter, in order of the alphabet."""


def next_ones(words: Sequence[str]) -> list[tuple[int, int, str]]:
    """What `NEXT` finds, by looking through the words, which are in order."""
    having = [[at for at, word in enumerate(words) if one in word] for one in "abcdefgh"]
    pairs = {
        (some[at], b) for some in having for at in range(len(some)) for b in some[at + 1 :][:2]
    }
    return [(a, b, words[a] + words[b]) for a, b in sorted(pairs) if words[a][0] != words[b][0]]


class EngineContract(ABC):
    @abstractmethod
    def start(self, *, processes: int = 1, memory: str = "1GB") -> Engine:
        """An engine with so many processes that holds tables in so much memory."""

    @pytest.fixture
    def engine(self) -> Iterator[Engine]:
        engine = self.start()
        yield engine
        engine.close()

    @pytest.fixture(params=[1, 2], ids=["one process", "two processes"])
    def mapper(self, request: pytest.FixtureRequest) -> Iterator[Engine]:
        engine = self.start(processes=request.param)
        yield engine
        engine.close()

    def test_what_is_loaded_is_found(self, engine: Engine) -> None:
        given_rows: list[Row] = [("ajar", 1), ("dør", 2), (None, 3), ("", -(2**62))]
        engine.load("words", SCHEMA, [batch(*given_rows[:2]), batch(), batch(*given_rows[2:])])
        assert sorted(rows(engine.query("SELECT * FROM words")), key=str) == sorted(
            given_rows, key=str
        )

    def test_every_type_that_stages_use_comes_back(self, engine: Engine) -> None:
        schema = pa.schema(
            [
                ("bytes", pa.binary()),
                ("flag", pa.bool_()),
                ("hash", pa.uint64()),
                ("small", pa.int8()),
                ("share", pa.float64()),
            ]
        )
        row = (b"\x00\xff", True, 2**64 - 1, -3, 0.1)
        engine.load("kinds", schema, [batch(row, schema=schema)])
        assert rows(engine.query("SELECT * FROM kinds")) == [row]

    def test_loading_again_replaces_the_table(self, engine: Engine) -> None:
        engine.load("words", SCHEMA, [batch(("ajar", 1))])
        other = pa.schema([("number", pa.int64())])
        engine.load("words", other, [batch((5,), schema=other)])
        assert rows(engine.query("SELECT * FROM words")) == [(5,)]

    @pytest.mark.parametrize("batches", [[], [batch()]], ids=["no batch", "an empty batch"])
    def test_an_empty_stream_makes_an_empty_table(
        self, engine: Engine, batches: list[pa.RecordBatch]
    ) -> None:
        engine.load("words", SCHEMA, batches)
        assert rows(engine.query("SELECT word, page FROM words")) == []
        assert rows(engine.query("SELECT count(*) FROM words")) == [(0,)]

    def test_a_derived_table_is_there_for_others_and_can_be_replaced(self, engine: Engine) -> None:
        engine.load("words", SCHEMA, [batch(("ajar", 1), ("ajar", 2), ("barge", 2))])
        engine.derive("counts", "SELECT word, count(*) AS pages FROM words GROUP BY word")
        query = "SELECT w.page, c.pages FROM words w JOIN counts c ON c.word = w.word"
        assert sorted(rows(engine.query(query))) == [(1, 2), (2, 1), (2, 2)]
        engine.derive("counts", "SELECT 'goat' AS word, 9 AS pages")
        assert rows(engine.query("SELECT * FROM counts")) == [("goat", 9)]

    def test_a_derived_table_stays_as_it_was_made(self, engine: Engine) -> None:
        engine.load("words", SCHEMA, [batch(("ajar", 1))])
        engine.derive("copy", "SELECT word FROM words")
        engine.load("words", SCHEMA, [batch(("barge", 2))])
        assert rows(engine.query("SELECT * FROM copy")) == [("ajar",)]

    def test_a_large_result_comes_in_several_batches(self, engine: Engine) -> None:
        numbers = pa.schema([("number", pa.int64())])
        size = 250_000
        engine.load(
            "numbers", numbers, [pa.record_batch([pa.array(range(size))], schema=numbers)] * 2
        )
        batches = list(engine.query("SELECT number FROM numbers"))
        assert len(batches) > 1
        assert sum(one.num_rows for one in batches) == 2 * size
        assert sum(sum(one["number"].to_pylist()) for one in batches) == size * (size - 1)

    def test_one_query_feeds_another(self, engine: Engine) -> None:
        engine.load("words", SCHEMA, [batch(*((f"word{n}", n) for n in range(2000)))])
        even = engine.query("SELECT * FROM words WHERE page % 2 = 0")
        engine.load("even", SCHEMA, even)
        both = zip(
            rows(engine.query("SELECT page FROM even ORDER BY page")),
            rows(engine.query("SELECT page FROM words WHERE page % 2 = 0 ORDER BY page")),
            strict=True,
        )
        assert all(one == other for one, other in both)

    def test_two_queries_are_read_side_by_side(self, engine: Engine) -> None:
        engine.load("words", SCHEMA, [batch(*((f"word{n}", n) for n in range(1000)))])
        up = engine.query("SELECT page FROM words ORDER BY page")
        first = next(up)
        down = engine.query("SELECT page FROM words ORDER BY page DESC")
        assert rows(down) == [(n,) for n in reversed(range(1000))]
        assert rows([first, *up]) == [(n,) for n in range(1000)]

    @pytest.mark.parametrize(
        "sql",
        [
            "SELECT * FROM nowhere",
            "SELECT FROM WHERE",
            "SELECT colour FROM words",
            "SELECT cast(word AS INTEGER) FROM words",
        ],
        ids=["unknown table", "no SQL", "unknown column", "fails on a row"],
    )
    def test_faulty_sql_is_an_engine_error(self, engine: Engine, sql: str) -> None:
        engine.load("words", SCHEMA, [batch(("ajar", 1))])
        with pytest.raises(EngineError) as refused:
            rows(engine.query(sql))
        assert refused.value.next_step
        with pytest.raises(EngineError):
            engine.derive("derived", sql)
        assert rows(engine.query("SELECT word FROM words")) == [("ajar",)]

    def test_a_name_that_is_none_is_an_engine_error(self, engine: Engine) -> None:
        with pytest.raises(EngineError, match="no table name"):
            engine.load('words"; DROP', SCHEMA, [])
        with pytest.raises(EngineError, match="no table name"):
            engine.derive("two words", "SELECT 1 AS one")

    # The test is inherited by the class of each engine, which Hypothesis warns of.
    @settings(
        max_examples=10,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.differing_executors],
    )
    @given(
        st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 5)), min_size=1).flatmap(
            lambda made: st.tuples(st.just(made), st.permutations(made))
        )
    )
    def test_results_do_not_depend_on_the_order_of_loading(
        self, orders: tuple[list[Row], list[Row]]
    ) -> None:
        engine = self.start()
        query = """
            SELECT a.word, count(*) AS pairs, min(b.page) AS least,
                row_number() OVER (ORDER BY a.word) AS place
            FROM words a JOIN words b ON a.page = b.page GROUP BY a.word ORDER BY a.word
        """
        found = []
        for order in orders:
            engine.load("words", SCHEMA, (batch(row) for row in order))
            found.append(rows(engine.query(query)))
        engine.close()
        assert found[0] == found[1]

    def test_map_keeps_the_order(self, mapper: Engine) -> None:
        doubled = [2 * n for n in range(MANY)]
        assert list(mapper.map(double, range(MANY))) == doubled
        assert list(mapper.map(double, iter(range(MANY)), MANY)) == doubled

    @pytest.mark.parametrize("size", [0, 1, 95, 96, 97])
    def test_map_loses_no_item(self, mapper: Engine, size: int) -> None:
        assert list(mapper.map(double, range(size))) == [2 * n for n in range(size)]

    def test_map_reads_its_items_as_it_goes(self, mapper: Engine) -> None:
        """Memory stays bounded: an endless stream gives results before it ends."""
        assert list(islice(mapper.map(double, count()), MANY)) == [2 * n for n in range(MANY)]

    def test_map_over_the_rows_of_a_query(self, mapper: Engine) -> None:
        mapper.load("words", SCHEMA, [batch(*((str(n), n) for n in range(MANY)))])
        pages = (page for (page,) in rows(mapper.query("SELECT page FROM words ORDER BY page")))
        assert list(mapper.map(double, pages)) == [2 * n for n in range(MANY)]

    def test_what_may_be_remembered_comes_in_the_order_of_its_keys(self, mapper: Engine) -> None:
        keys = [3, *range(MANY), 3]
        for _ in range(2):
            assert list(mapper.remember(double, keys)) == [2 * one for one in keys]

    def test_what_may_be_remembered_is_loaded_by_its_keys(self, mapper: Engine) -> None:
        keys = [str(number) for number in range(MANY)]
        for _ in range(2):
            made = mapper.remember(double, iter(keys), lambda some: map(int, some))
            assert list(made) == [2 * int(one) for one in keys]

    def test_an_exception_of_the_function_reaches_the_caller(self, mapper: Engine) -> None:
        with pytest.raises(LookupError, match="seven is refused"):
            list(mapper.map(refuse_seven, range(MANY)))
        assert list(mapper.map(double, range(MANY)))[-1] == 2 * (MANY - 1)

    def test_an_exception_of_the_items_reaches_the_caller(self, mapper: Engine) -> None:
        def broken() -> Iterator[int]:
            yield from range(MANY)
            raise LookupError("no more items")

        with pytest.raises(LookupError, match="no more items"):
            list(mapper.map(double, broken()))

    @pytest.mark.parametrize(("relation", "expected"), [(ALIKE, alike), (NEXT, next_ones)])
    def test_the_related_are_found_as_things_come_and_go(
        self,
        engine: Engine,
        relation: Relation[str, str],
        expected: Callable[[Sequence[str]], list[tuple[int, int, str]]],
    ) -> None:
        chance = random.Random(5)
        words = sorted({"".join(chance.choices("abcdefgh", k=chance.randint(1, 6)))
                        for _ in range(60)})  # fmt: skip
        related = engine.related(relation)
        kept = words[:20]
        for size in (20, 22, 0, 25):
            kept = sorted(chance.sample(kept, max(0, min(len(kept), size - 1))))
            more = chance.sample([one for one in words if one not in kept], size - len(kept))
            kept = sorted([*kept, *more])
            assert related.among(kept) == expected(kept)
            assert size < 20 or expected(kept)
        for size in (25, 26, 40):
            more = chance.sample([one for one in words if one not in kept], size - len(kept[1:]))
            kept = sorted([*kept[1:], *more])
            for drawing, turn in product((0, 1), (0, 1)):
                some = sorted({*kept[4 * turn :], *words[: 3 * drawing]})
                assert related.among(some, turn, drawing) == expected(some)

    def test_what_is_known_of_a_later_turn_only_may_come_to_the_first(self, engine: Engine) -> None:
        words = ["a", "ab", "abc", "bcd", "bcde", "cdef", "cdefg", "defgh"]
        related = engine.related(ALIKE)
        related.among(words[:-1])
        related.among(words, 1)
        assert related.among(words[1:]) == alike(words[1:]) != []

    def test_what_was_found_is_found_anew_after_a_failure(self, engine: Engine) -> None:
        def fail(_: object) -> list[str]:
            raise LookupError("no score")

        words = ["abc", "bcde", "cdefg", "bdefgh", "ab", "a"]
        with pytest.raises(LookupError):
            engine.related(ALIKE._replace(name="failing", score=fail)).among(words)
        related = engine.related(ALIKE)
        related.among(words)
        with pytest.raises(TypeError):
            related.among([*words, 7])
        assert related.among(words) == alike(words) != []

    def test_tables_larger_than_memory_give_right_results(self) -> None:
        numbers = pa.schema([("key", pa.int64()), ("value", pa.int64())])
        size, keys = 1_000_000, 400_009
        engine = self.start(processes=2, memory="40MB")

        def batches() -> Iterator[pa.RecordBatch]:
            for start in range(0, size, 50_000):
                values = range(start, start + 50_000)
                key = [value * 7919 % keys for value in values]
                yield pa.record_batch([pa.array(key), pa.array(values)], schema=numbers)

        engine.load("numbers", numbers, batches())
        engine.derive("sums", "SELECT key, sum(value) AS total FROM numbers GROUP BY key")
        query = "SELECT count(*), cast(sum(total) AS BIGINT), min(key), max(key) FROM sums"
        assert rows(engine.query(query)) == [(keys, size * (size - 1) // 2, 0, keys - 1)]
        joined = "SELECT count(*) FROM numbers a JOIN numbers b ON a.key = b.key"
        twice, often = keys * 3 - size, size - 2 * keys
        assert rows(engine.query(joined)) == [(twice * 4 + often * 9,)]
        engine.close()

    def test_closing_leaves_no_file_and_no_process(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        before = set(multiprocessing.active_children())
        engine = self.start(processes=2, memory="40MB")
        engine.load("words", SCHEMA, [batch(("ajar", 1))])
        list(engine.map(double, range(MANY)))
        engine.close()
        assert list(tmp_path.iterdir()) == []
        assert set(multiprocessing.active_children()) <= before

    def test_closing_in_the_middle_of_a_map_does_not_hang(self) -> None:
        engine = self.start(processes=2)
        running = engine.map(double, count())
        assert next(running) == 0
        engine.close()
