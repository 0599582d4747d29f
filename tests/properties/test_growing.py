"""A record that grows in one process is, byte for byte, the one that is drawn at one go."""

import random
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from tests.contracts.stories import SAMPLE_FILES, Record, build_read_store, exported
from variorum.engine.duckdb import DuckdbEngine
from variorum.engine.protocol import Engine
from variorum.engine.remembering import RememberingEngine
from variorum.pipeline import collate
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.when import When
from variorum.stages.progress import Silent
from variorum.store.protocol import KeptArticle, KeptReading
from variorum.store.sqlite import SqliteStore

Read = tuple[KeptArticle, KeptReading]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> list[Read]:
    """The articles of the sample story as they are kept, with what was read in them."""
    path = tmp_path_factory.mktemp("sample") / "s.variorum"
    build_read_store(path, *SAMPLE_FILES)
    with SqliteStore(path) as store:
        keys = store.reading_keys()
        return [
            (kept, KeptReading(kept.id, keys[kept.id], msgspec.msgpack.decode(read, type=Reading)))
            for kept, read in store.reading_payloads()
            if read
        ]


def drawn(path: Path, articles: Sequence[Read], engine: Engine) -> Record:
    """The record of a store after some articles more."""
    with SqliteStore(path, write=True) as store:
        store.add_articles(kept for kept, _ in articles)
        store.add_readings(reading for _, reading in articles)
        collate(store, engine, Silent(), {})
    return exported(path)


def drawn_at_one_go(path: Path, articles: Sequence[Read]) -> Record:
    with DuckdbEngine(processes=1) as engine:
        return drawn(path, articles, engine)


def remembering() -> RememberingEngine:
    return RememberingEngine(DuckdbEngine(processes=1))


@pytest.mark.parametrize("seed", [1, 2])
def test_articles_that_come_one_by_one_give_the_record_of_one_build(
    tmp_path: Path, sample: list[Read], seed: int
) -> None:
    order = random.Random(seed).sample(sample, len(sample))
    engine = remembering()
    for number, one in enumerate(order):
        grown = drawn(tmp_path / "grown.variorum", [one], engine)
        engine.forget()
        if number == len(order) // 2:
            half = drawn_at_one_go(tmp_path / "half.variorum", order[: number + 1])
            assert grown == half
    engine.close()
    whole = drawn_at_one_go(tmp_path / "whole.variorum", sample)
    assert all(whole[name] for name in ("statements.jsonl", "events.jsonl", "positions.jsonl"))
    assert grown == whole


def test_what_another_record_left_behind_changes_nothing(
    tmp_path: Path, sample: list[Read]
) -> None:
    engine = remembering()
    drawn(tmp_path / "other.variorum", sample[::2], engine)
    engine.forget()
    some = sample[5:]
    grown = drawn(tmp_path / "some.variorum", some, engine)
    engine.close()
    assert grown == drawn_at_one_go(tmp_path / "fresh.variorum", some)


def test_articles_that_go_leave_nothing_behind(tmp_path: Path, sample: list[Read]) -> None:
    engine, chance = remembering(), random.Random(3)
    for number, lacking in enumerate((1, 2, 1, 0)):
        some = chance.sample(sample, len(sample) - lacking)
        grown = drawn(tmp_path / f"{number}.variorum", some, engine)
        engine.forget()
        assert grown == drawn_at_one_go(tmp_path / f"fresh-{number}.variorum", some)
    engine.close()


def test_a_date_that_is_stated_later_changes_what_hangs_on_it(
    tmp_path: Path, sample: list[Read]
) -> None:
    engine, path = remembering(), tmp_path / "grown.variorum"
    undated = [(_restated(kept, None), read) for kept, read in sample[:3]]
    without = drawn(path, [*undated, *sample[3:]], engine)
    fresh = tmp_path / "undated.variorum"
    assert without == drawn_at_one_go(fresh, [*undated, *sample[3:]])
    for number in range(3):
        engine.forget()
        grown = drawn(path, [sample[number]], engine)
    engine.close()
    assert without["events.jsonl"] != grown["events.jsonl"]
    assert grown == drawn_at_one_go(tmp_path / "dated.variorum", sample)


def _restated(kept: KeptArticle, published: When | None) -> KeptArticle:
    """An article that states another date, or none."""
    article = msgspec.msgpack.decode(kept.payload, type=Article)
    restated = msgspec.structs.replace(article, published=published)
    payload = msgspec.msgpack.encode(restated)
    return kept._replace(key=f"{kept.key} {published}", payload=payload)


def test_no_more_is_remembered_than_the_last_drawing_needed(
    tmp_path: Path, sample: list[Read]
) -> None:
    engine, other = remembering(), remembering()
    for number in range(len(sample) - 3, len(sample) + 1):
        drawn(tmp_path / f"{number}.variorum", sample[:number], engine)
        engine.forget()
    drawn(tmp_path / "fresh.variorum", sample, other)
    other.forget()
    assert engine.remembered == other.remembered
    engine.close()
    other.close()
