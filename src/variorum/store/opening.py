"""Opening a store by its name, whichever kind it is."""

from importlib import import_module
from pathlib import Path
from time import monotonic, sleep

from variorum.record.errors import InputError, StoreBusyError
from variorum.store.naming import StoreName
from variorum.store.sql_store import SqlStore
from variorum.store.sqlite import SqliteStore


def open_store(
    name: str | Path | StoreName, *, write: bool = False, patience: float = 0.0
) -> SqlStore:
    """The store of a name: a file's path, or "postgresql://…" for a database on a server.

    `patience`: seconds for which a store that somebody else writes to is waited for. Raises
    `StoreBusyError` if it still is; `StoreError` if there is none to read, or it cannot be used;
    `InputError` if what PostgreSQL needs is not installed.
    """
    until = monotonic() + patience
    while True:
        try:
            return _opened(StoreName(name), write=write)
        except StoreBusyError:
            if monotonic() > until:
                raise
            sleep(0.05)


def _opened(name: StoreName, *, write: bool) -> SqlStore:
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
