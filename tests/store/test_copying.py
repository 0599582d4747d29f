"""A record that is moved between stores is the same there, and is found the same."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contracts import search_contract
from tests.contracts.postgres_server import PostgresServer
from tests.contracts.store_contract import ONE, contents, failure_of, fill, interrupted, kept
from variorum.export.jsonlines import export_json_lines
from variorum.library import Story
from variorum.store.naming import StoreName
from variorum.store.opening import open_store
from variorum.store.rules import find_faults
from variorum.store.searching import FOUND_KINDS, SearchRequest, parse_terms, words_of
from variorum.store.sql_copy import KEPT
from variorum.store.sql_index import INDEX_TABLES
from variorum.store.sql_store import SqlStore

pytestmark = pytest.mark.postgres

Open = Callable[[str], SqlStore]
KINDS = ("sqlite", "postgres")


@pytest.fixture
def opened(tmp_path: Path, postgres: PostgresServer) -> Iterator[Open]:
    """Opens a new store of a kind for writing."""
    with ExitStack() as stack:

        def open_new(kind: str) -> SqlStore:
            name = postgres.address()
            if kind == "sqlite":
                name = str(tmp_path / f"{StoreName(name).schema}.variorum")
            return stack.enter_context(open_store(name, write=True))

        yield open_new


@pytest.mark.parametrize("target", KINDS)
@pytest.mark.parametrize("source", KINDS)
class TestCopies:
    def test_a_copy_has_all(self, opened: Open, source: str, target: str) -> None:
        given, taking = opened(source), opened(target)
        fill(given)
        given.add_windows("encoder/2", [("é", b"\x00"), ("z", b"\xff")])
        given.add_failure(failure_of("a\x00b\x01\ud7ff\U0001f600.txt"))
        taking.take_rows(given.kept_rows())
        assert contents(taking) == contents(given)
        assert taking.windows("encoder/2", ["é", "z"]) == {"é": b"\x00", "z": b"\xff"}
        assert list(taking.kept_rows()) == list(given.kept_rows())
        assert taking.problems() == []

    def test_a_copy_takes_the_place_of_all(self, opened: Open, source: str, target: str) -> None:
        given, taking = opened(source), opened(target)
        fill(taking)
        search_contract.fill(given)
        taking.take_rows(given.kept_rows())
        assert contents(taking) == contents(given)
        assert search_contract.search(taking, "corridor") == search_contract.search(
            given, "corridor"
        )
        assert taking.problems() == []

    def test_a_copy_that_is_interrupted_changes_nothing(
        self, opened: Open, source: str, target: str
    ) -> None:
        given, taking = opened(source), opened(target)
        fill(taking)
        search_contract.fill(given)
        before = contents(taking)
        with pytest.raises(KeyboardInterrupt):
            taking.take_rows(interrupted(given.kept_rows()))
        assert contents(taking) == before
        assert taking.problems() == []

    def test_an_outdated_record_stays_outdated(
        self, opened: Open, source: str, target: str
    ) -> None:
        given, taking = opened(source), opened(target)
        fill(given)
        given.drop_readings([ONE.id])
        taking.take_rows(given.kept_rows())
        assert taking.collated() is None
        assert contents(taking) == contents(given)


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_is_as_of_one_time(tmp_path: Path, postgres: PostgresServer, kind: str) -> None:
    name = str(tmp_path / "s") if kind == "sqlite" else postgres.address()
    with open_store(name, write=True) as writer:
        fill(writer)
        before = list(writer.kept_rows())
        with open_store(name) as reader:
            rows = reader.kept_rows()
            first = next(rows)
            writer.add_articles([kept(ONE, "other key")])
            writer.drop_windows("encoder/2")
            assert [first, *rows] == before
            assert list(reader.kept_rows()) != before


@pytest.mark.parametrize("kind", KINDS)
def test_a_store_is_empty_until_something_is_kept(opened: Open, kind: str) -> None:
    store = opened(kind)
    assert store.is_empty()
    store.add_failure(failure_of("a.txt"))
    assert not store.is_empty()


def columns_in_sqlite(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            for (name,) in names
            if not re.match(r"searched_words_|sqlite_", name)
        }


def columns_in_postgres(name: StoreName) -> dict[str, list[str]]:
    with psycopg.connect(name.address) as connection:
        rows = connection.execute(
            "SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position)"
            " FROM information_schema.columns WHERE table_schema = %s GROUP BY 1",
            (name.schema,),
        )
        return dict(rows.fetchall())


def test_all_stores_have_the_same_tables(tmp_path: Path, postgres: PostgresServer) -> None:
    """And all of them are copied, or made anew."""
    path, name = tmp_path / "s", StoreName(postgres.address())
    for one in (path, name):
        open_store(one, write=True).close()
    there = columns_in_postgres(name)
    assert there.pop("variorum") == ["version", "changed_by", "entries", "tokens"]
    assert there.pop("searched_words")[:3] == ["number", "words", "about"]
    here = columns_in_sqlite(path)
    assert here.pop("searched_words") == ["words", "about"]
    assert here == there
    assert {table: columns.split(", ") for table, columns in KEPT.items()} == {
        table: columns for table, columns in here.items() if table not in INDEX_TABLES
    }


def test_text_is_ordered_by_code_point_whatever_the_language(postgres: PostgresServer) -> None:
    name = StoreName(postgres.address())
    open_store(name, write=True).close()
    with psycopg.connect(name.address) as connection:
        rows = connection.execute(
            "SELECT DISTINCT collation_name FROM information_schema.columns"
            " WHERE table_schema = %s AND data_type = 'text'",
            (name.schema,),
        )
        assert rows.fetchall() == [("C",)]


@pytest.fixture(scope="module")
def shared(sample_store: Path, postgres: PostgresServer) -> Iterator[SqlStore]:
    """The sample story on a server."""
    name = postgres.address()
    with open_store(name, write=True) as store, open_store(sample_store) as sample:
        store.take_rows(sample.kept_rows())
    with open_store(name) as store:
        yield store


@pytest.fixture(scope="module")
def sample(sample_store: Path) -> Iterator[SqlStore]:
    with open_store(sample_store) as store:
        yield store


def exported(store: SqlStore, folder: Path) -> dict[str, bytes]:
    export_json_lines(Story(store), folder)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_sample_story_is_the_same_byte_for_byte_there_and_back(
    tmp_path: Path, sample: SqlStore, shared: SqlStore
) -> None:
    with open_store(tmp_path / "back", write=True) as back:
        back.take_rows(shared.kept_rows())
        before = exported(sample, tmp_path / "before")
        assert exported(shared, tmp_path / "there") == before
        assert exported(back, tmp_path / "again") == before
    assert list(find_faults(shared)) == []


def test_the_same_is_found_in_the_same_order(sample: SqlStore, shared: SqlStore) -> None:
    """What FTS5 finds and how it ranks is the oracle."""
    vocabulary = sorted(
        {word for one in sample.articles() for word in words_of(one.text)} | {"Řehořová", "ﬁ", "ß"}
    )
    word = st.sampled_from(vocabulary) | st.text(min_size=1, max_size=4)
    typed = st.lists(
        word | word.map(lambda one: f"{one[:3]}*")
        | st.lists(word, min_size=2, max_size=3).map(lambda some: f'"{" ".join(some)}"')
        | st.sampled_from(['"the president of"', '"that that"', '"of the', "the", "s*"]),
        max_size=3,
    ).map(" ".join)  # fmt: skip
    days = st.sampled_from(["", "2031-03-04", "2031-03-06", "x"])

    @settings(max_examples=300, deadline=None)
    @given(
        typed=typed,
        speaker=st.sampled_from(["", "", "venn"]),
        outlet=st.sampled_from(["", "", "post", "ö"]),
        status=st.sampled_from([None, None, "planned"]),
        kinds=st.sampled_from([(), (), *((kind,) for kind in FOUND_KINDS)]),
        first_day=days,
        last_day=days,
        offset=st.sampled_from([0, 0, 3]),
    )
    def found_alike(typed: str, **filters: object) -> None:
        terms = parse_terms(typed.encode("utf-8", "replace").decode())
        request = SearchRequest(terms, **filters)  # type: ignore[arg-type]
        assert shared.search(request) == sample.search(request)

    found_alike()
    assert sample.search(SearchRequest(parse_terms('"the president of" t*'))).total > 0
