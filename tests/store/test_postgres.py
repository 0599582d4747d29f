"""The store on a PostgreSQL server keeps the contract."""

import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from shlex import quote

import psycopg
import pytest

from tests.contracts import search_contract
from tests.contracts.postgres_server import PostgresServer
from tests.contracts.search_contract import SearchContract
from tests.contracts.store_contract import StoreContract, contents, failure_of, fill, kept
from variorum.record.errors import StoreBusyError, StoreError
from variorum.store import postgres_database, sqlite_file
from variorum.store.naming import StoreName
from variorum.store.opening import open_store
from variorum.store.protocol import Score
from variorum.store.rules import find_faults
from variorum.store.searching import SearchRequest, Term, words_of
from variorum.store.sql_store import SqlStore

pytestmark = pytest.mark.postgres


class TestPostgresStore(StoreContract):
    def open(self, place: str, *, write: bool = True) -> SqlStore:
        return open_store(place, write=write)

    @pytest.fixture
    def place(self, postgres: PostgresServer) -> str:
        return postgres.address()


class TestPostgresSearch(SearchContract):
    def open(self, place: str, *, write: bool = True) -> SqlStore:
        return open_store(place, write=write)

    @pytest.fixture
    def places(self, postgres: PostgresServer) -> list[str]:
        return [postgres.address(), postgres.address()]


@pytest.fixture
def place(postgres: PostgresServer) -> str:
    return postgres.address()


def run(place: str, *statements: str) -> None:
    """SQL that somebody else runs in a store's part of the database."""
    name = StoreName(place)
    with psycopg.connect(name.address, autocommit=True) as connection:
        connection.execute(f'CREATE SCHEMA IF NOT EXISTS "{name.schema}"'.encode())
        connection.execute(f'SET search_path TO "{name.schema}"'.encode())
        for sql in statements:
            connection.execute(sql.encode())


@pytest.mark.parametrize("write", [False, True], ids=["to read", "to write"])
class TestRefusals:
    def test_tables_of_others(self, place: str, write: bool) -> None:
        run(place, "CREATE TABLE recipes (name text)")
        with pytest.raises(StoreError, match="is a database, but no Variorum store") as refused:
            open_store(place, write=write)
        assert place in refused.value.what
        assert "?schema=" in refused.value.next_step

    def test_a_newer_version(self, place: str, write: bool) -> None:
        open_store(place, write=True).close()
        run(place, "UPDATE variorum SET version = 9999")
        with pytest.raises(StoreError, match="newer Variorum") as refused:
            open_store(place, write=write)
        assert "pip install -U variorum" in refused.value.next_step

    @pytest.mark.parametrize(
        "address",
        [
            "postgresql://desk:geheim@/nowhere?host={host}",
            "postgresql://desk:geheim@/postgres?host=/nowhere",
            "postgresql://desk:geheim@127.0.0.1:1/postgres",
            "postgresql://desk:geheim@/postgres?host={host}&colour=red",
            "postgresql://desk:%zz@/postgres?host={host}",
        ],
    )
    def test_a_database_that_cannot_be_reached(
        self, postgres: PostgresServer, address: str, write: bool
    ) -> None:
        with pytest.raises(StoreError) as refused:
            open_store(address.format(host=postgres.folder), write=write)
        assert refused.value.next_step
        assert "geheim" not in "".join(traceback.format_exception(refused.value))
        assert "%zz" not in "".join(traceback.format_exception(refused.value))

    def test_text_that_is_not_unicode(self, postgres: PostgresServer, write: bool) -> None:
        address = StoreName(postgres.address()).address
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("DROP DATABASE IF EXISTS latin")
            connection.execute(
                "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"
            )
        with pytest.raises(StoreError, match="UTF-8") as refused:
            open_store(address.replace("/postgres?", "/latin?"), write=write)
        assert "createdb -E UTF8" in refused.value.next_step

    def test_an_account_that_may_not(self, postgres: PostgresServer, write: bool) -> None:
        place = postgres.address()
        with open_store(place, write=True) as store:
            fill(store)
        other = place.replace("desk@", f"reader_{write}@")
        run(place, f'CREATE ROLE "reader_{write}" LOGIN')
        with pytest.raises(StoreError, match=r"permission denied|There is no"):
            open_store(other, write=write)


def test_a_store_that_is_not_there_is_refused_with_the_command_that_makes_one(place: str) -> None:
    with pytest.raises(StoreError, match="There is no store at") as refused:
        open_store(place)
    assert refused.value.next_step == f"Make one with: variorum build INPUT -o {quote(place)}"


def test_an_account_that_may_only_read(postgres: PostgresServer, place: str) -> None:
    with open_store(place, write=True) as store:
        fill(store)
        before = contents(store)
        assert store.may_be_changed()
    schema = StoreName(place).schema
    run(place, 'CREATE ROLE visitor LOGIN', f'GRANT USAGE ON SCHEMA "{schema}" TO visitor',
        f'GRANT SELECT ON ALL TABLES IN SCHEMA "{schema}" TO visitor')  # fmt: skip
    visited = place.replace("desk@", "visitor@")
    with open_store(visited) as reader:
        assert contents(reader) == before
        assert not reader.may_be_changed()
    with pytest.raises(StoreError, match="permission denied") as refused:
        open_store(visited, write=True).add_failure(failure_of("x"))
    assert "?schema=" in refused.value.next_step


def test_an_older_store_is_brought_up_to_date_by_a_writer_only(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(place, write=True) as store:
        fill(store)
        before = contents(store)
    steps = postgres_database.migrations() | {9000: "CREATE TABLE of_tomorrow (id text);"}
    monkeypatch.setattr(postgres_database, "migrations", lambda: steps)
    with pytest.raises(StoreError, match="of an older version") as refused:
        open_store(place)
    assert f"variorum build -o {quote(place)}" in refused.value.next_step
    for _ in range(2):
        with open_store(place, write=True) as store:
            assert contents(store) == before
    with open_store(place) as store:
        assert contents(store) == before


def test_both_kinds_of_store_are_of_one_version() -> None:
    assert max(postgres_database.migrations()) == len(sqlite_file.migrations())


def test_stores_of_one_database_are_apart(postgres: PostgresServer) -> None:
    places = [postgres.address(), postgres.address('spring "talks"; DROP SCHEMA public')]
    with open_store(places[0], write=True) as one, open_store(places[1], write=True) as other:
        fill(one)
        assert other.is_empty()
        before = other.version()
        one.add_failure(failure_of("x"))
        assert other.version() == before


def test_a_store_without_a_schema_is_in_the_accounts_own(postgres: PostgresServer) -> None:
    address = StoreName(postgres.address()).address
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE DATABASE story")
    place = address.replace("/postgres?", "/story?")
    with open_store(place, write=True) as store:
        fill(store)
        with pytest.raises(StoreBusyError):
            open_store(place, write=True)
    with open_store(place) as reader:
        assert len(list(reader.articles())) == 3


def test_readers_share_a_connection(place: str) -> None:
    with open_store(place, write=True) as store:
        fill(store)
    with open_store(place) as reader, ThreadPoolExecutor(8) as threads:
        before = contents(reader)
        assert list(threads.map(lambda _: contents(reader), range(24))) == [before] * 24


def test_rows_that_nobody_fetched_to_the_end_are_let_go(place: str) -> None:
    with open_store(place, write=True) as store:
        store.add_windows("maker", ((f"{number:04}", b"") for number in range(300)))
        store.add_scores(Score(f"{number:04}", "b", "", b"") for number in range(300))
        for _ in range(3):
            assert next(store.scores()).a == "0000"
        assert len(list(store.scores())) == 300
        assert store._all("SELECT name FROM pg_cursors WHERE is_holdable") == []


def test_an_index_that_tells_other_than_the_record_is_a_fault(place: str) -> None:
    with open_store(place, write=True) as store:
        search_contract.fill(store)
    run(place, "DELETE FROM searched_words WHERE number = 1",
        "UPDATE searched SET digest = 'x' WHERE kind = 'event'",
        "DELETE FROM searched_places WHERE number = 2")  # fmt: skip
    with open_store(place) as reader:
        faults = list(find_faults(reader))
    assert sum("otherwise than the record" in fault for fault in faults) == 2
    assert any("at other places" in fault for fault in faults)
    assert any("counts its words otherwise" in fault for fault in faults)


def test_an_index_that_was_made_otherwise_is_made_anew(place: str) -> None:
    with open_store(place, write=True) as store:
        search_contract.fill(store)
    run(place, "DELETE FROM searched_words", "UPDATE facts SET value = 'x' WHERE name = 'searched'")
    with open_store(place, write=True) as store:
        assert search_contract.search(store, "corridor").total == 4
        assert store.problems() == []


LONG = "ab" * 2_000
MANY = " ".join(f"{number:06x}" for number in range(100_000, 200_000))


@pytest.mark.parametrize(
    "typed",
    [
        '"no no"', '"no no no"', "no", "no*", LONG, f"{LONG[:600]}*", f"{LONG}x", LONG[:600],
        "0186a0", "0186a*", '"0186a0 0186a1"', '"0186a1 0186a0"', "nul", '"nul here"',
        "ﬁne", "fine", "ⅷ", "İstanbul", "istanbul", "straße", "strasse", "o’clock", "e\u0301t",
    ],
)  # fmt: skip
def test_hostile_words_are_found_as_in_the_embedded_store(
    hostile: tuple[SqlStore, SqlStore], typed: str
) -> None:
    request = SearchRequest((Term((words_of(typed),), typed.endswith("*")),))
    here, there = (store.search(request) for store in hostile)
    assert there == here


@pytest.fixture(scope="module")
def hostile(
    tmp_path_factory: pytest.TempPathFactory, postgres: PostgresServer
) -> Iterator[tuple[SqlStore, SqlStore]]:
    texts = [
        f"Long\nno no no no {LONG} no", f"Many\n{MANY} no no", "Nul\na nul\x00here \x01\x01 no",
        "Letters\nﬁne ⅷ İstanbul straße o’clock été \ufdd0 \ue000 \U0001f600",
    ]  # fmt: skip
    articles = [search_contract.article(text, "Post\x00 & Co") for text in texts]
    with ExitStack() as stack:
        names = tmp_path_factory.mktemp("hostile") / "s", postgres.address()
        stores = [stack.enter_context(open_store(name, write=True)) for name in names]
        for store in stores:
            store.add_articles(kept(one) for one in articles)
            assert store.problems() == []
            assert list(store.articles()) == sorted(articles, key=lambda one: one.id)
        yield stores[0], stores[1]
