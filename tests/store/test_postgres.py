"""The store on a PostgreSQL server keeps the contract."""

import pytest

from tests.contracts.postgres_server import PostgresServer
from tests.contracts.search_contract import SearchContract
from tests.contracts.store_contract import StoreContract
from variorum.store.opening import open_store
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
