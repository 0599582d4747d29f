"""Opening a store by its name, whichever kind it is."""

from importlib import import_module
from pathlib import Path

from variorum.record.errors import InputError
from variorum.store.naming import StoreName
from variorum.store.sql_store import SqlStore
from variorum.store.sqlite import SqliteStore


def open_store(name: str | Path | StoreName, *, write: bool = False) -> SqlStore:
    """The store of a name: a file's path, or "postgresql://…" for a database on a server.

    Raises `StoreError` if there is none to read, or it cannot be used; `InputError` if what
    PostgreSQL needs is not installed.
    """
    name = StoreName(name)
    if name.path is not None:
        return SqliteStore(name.path, write=write)
    try:
        # psycopg is an extra, which the embedded store does without.
        postgres = import_module("variorum.store.postgres")
    except ModuleNotFoundError as error:
        raise InputError(
            "What PostgreSQL needs is not installed", "pip install 'variorum[postgres]'"
        ) from error
    store: SqlStore = postgres.PostgresStore(name, write=write)
    return store
