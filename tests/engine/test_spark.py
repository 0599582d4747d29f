"""Apache Spark keeps the contract, and what is its own."""

import json
import shutil
from contextlib import closing
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pytest

from evaluation.corpora import has_corpus, rows_of
from tests.contracts.engine_contract import EngineContract
from tests.contracts.stories import SAMPLE, exported
from variorum.engine.choosing import start_engine
from variorum.engine.duckdb import DuckdbEngine
from variorum.engine.protocol import Engine
from variorum.engine.spark import SparkEngine
from variorum.pipeline import build
from variorum.read.reader import shipped_reader
from variorum.record.errors import EngineError, InputError
from variorum.store.sqlite import SqliteStore

pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(shutil.which("java") is None, reason="no Java: scripts/install-java"),
]


class TestSparkEngine(EngineContract):
    def start(self, *, processes: int = 1, memory: str = "1GB") -> SparkEngine:
        return SparkEngine(f"local[{processes}]", memory)


def test_the_record_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    assert_one_record(tmp_path, SAMPLE)


PAGES = 100
"""Real pages of which both engines draw the record; all 319 were tried by hand (docs/scale.md)."""


@pytest.mark.skipif(not has_corpus("helsinki"), reason="the Helsinki texts are not at hand")
def test_the_record_of_real_pages_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    pages = tmp_path / "pages.jsonl"
    rows = (json.dumps(row) for row in islice(rows_of("helsinki"), PAGES))
    pages.write_text("\n".join(rows), "utf-8")
    assert_one_record(tmp_path, pages)


def assert_one_record(folder: Path, pages: Path) -> None:
    """Build the record of some pages on each engine, and hold what is exported side by side."""
    records = []
    for name, engine in (("duckdb", DuckdbEngine(processes=1)), ("spark", SparkEngine("local[2]"))):
        store = folder / f"{name}.variorum"
        built_on(engine, pages, store)
        records.append(exported(store))
    assert records[0] == records[1]


def built_on(engine: Engine, pages: Path, path: Path) -> None:
    with SqliteStore(path, write=True) as store:
        build([str(pages)], store, engine, None, reader=shipped_reader(store))
    engine.close()


def test_an_engine_is_chosen_by_its_name() -> None:
    engine = start_engine("local[1]", "1GB", None)
    assert isinstance(engine, SparkEngine)
    engine.close()
    with pytest.raises(InputError, match="There is no engine 'hadoop'"):
        start_engine("hadoop", "1GB", None)
    with pytest.raises(InputError, match="no amount of memory"):
        start_engine("local[1]", "much", None)


def test_a_table_that_is_replaced_takes_no_more_room(tmp_path: Path) -> None:
    schema = pa.schema([("n", pa.int64())])
    with closing(SparkEngine("local[1]", folder=tmp_path)) as engine:
        engine.load("numbers", schema, [pa.record_batch([[1, 2]], schema)])
        for _ in range(3):
            engine.derive("numbers", "SELECT n + 1 AS n FROM numbers")
        rows = [one for batch in engine.query("SELECT n FROM numbers") for one in batch.to_pylist()]
        assert sorted(row["n"] for row in rows) == [4, 5]
        assert len(list(tmp_path.glob("*/table-*"))) == 1


def test_a_cluster_that_is_not_there_is_an_error() -> None:
    with pytest.raises(EngineError, match="cannot be started"):
        SparkEngine("local[nobody]")
