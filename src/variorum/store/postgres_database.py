"""A store's database: reached, locked, known for what it is, and brought up to date."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from shlex import quote
from typing import Any, Final

import psycopg
from psycopg import errors, sql
from psycopg.types.string import StrDumperUnknown

from variorum.record.errors import StoreBusyError, StoreError
from variorum.store.naming import StoreName

Connection = psycopg.Connection[tuple[Any, ...]]

OLDEST_SERVER: Final = 13
"""The oldest version of PostgreSQL that knows all that is asked of it."""

CONNECT_SECONDS: Final = 10
"""How long a server may take to answer at all."""

BUSY_SECONDS: Final = 1.0
"""How long a writer tries to get the lock: of one that was killed, the server hears a bit later."""

_LOCK: Final = 0x56415249
"""The lock of Variorum's writers ("VARI"); a second number tells the stores of a database apart."""

_VARIORUM: Final = (
    "CREATE TABLE variorum (version integer, changed_by bigint, entries bigint, tokens bigint)"
)
"""One row: by which transaction it was changed last; how many entries can be searched, and their
tokens, which ranking must know."""

_ALIVE: Final = "tcp_keepalives_idle=30 tcp_keepalives_interval=10 tcp_keepalives_count=3"
"""So the server hears within a minute of a writer whose machine is gone, and frees the lock."""


class _WithNul(StrDumperUnknown):
    """Text as PostgreSQL takes it, which has no character 0.

    Character 1 is put before 1 and in place of 0, which keeps texts apart, and in order.
    """

    def dump(self, obj: str) -> Any:
        if "\x00" in obj or "\x01" in obj:
            obj = obj.replace("\x01", "\x01\x02").replace("\x00", "\x01\x01")
        return super().dump(obj)


def with_nul(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row as it was before it was written."""
    if any(value.__class__ is str and "\x01" in value for value in row):
        return tuple(_as_was(value) if isinstance(value, str) else value for value in row)
    return row


def _as_was(text: str) -> str:
    return text.replace("\x01\x01", "\x00").replace("\x01\x02", "\x01")


def connect(name: StoreName, *, write: bool) -> Connection:
    """A connection that leaves the beginning and end of transactions to us."""
    try:
        connection = psycopg.connect(
            name.address,
            autocommit=True,
            connect_timeout=CONNECT_SECONDS,
            application_name="variorum",
            client_encoding="utf8",
        )
    except psycopg.ProgrammingError:
        # What the library says of an address that it cannot read may hold the password.
        raise StoreError(
            f"{name} is no address that PostgreSQL understands",
            "Write it as postgresql://user@host:port/database",
        ) from None
    except psycopg.Error as error:
        raise StoreError(
            f"{name} cannot be reached: {told(error)}",
            "Check that the server runs there, and that the account and the database exist",
        ) from error
    try:
        _set_up(connection, name, write=write)
    except BaseException:
        connection.close()
        raise
    return connection


def _set_up(connection: Connection, name: StoreName, *, write: bool) -> None:
    connection.adapters.register_dumper(str, _WithNul)
    if connection.info.server_version < OLDEST_SERVER * 10_000:
        raise StoreError(
            f"The server of {name} is of an older version than PostgreSQL {OLDEST_SERVER}",
            "Use a newer server",
        )
    if connection.info.parameter_status("server_encoding") != "UTF8":
        raise StoreError(
            f"The database of {name} does not keep its text in UTF-8",
            "Make another: createdb -E UTF8 -T template0 NAME",
        )
    settings = dict(one.split("=") for one in _ALIVE.split()) if write else {}
    # As with the embedded store, a crash of the machine may take the last changes, and halves none.
    settings |= {"synchronous_commit": "off"} if write else {"default_transaction_read_only": "on"}
    for setting, value in settings.items():
        connection.execute("SELECT set_config(%s, %s, false)", (setting, value))
    if name.schema is not None:
        connection.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier(name.schema)))


def lock(connection: Connection, name: StoreName) -> None:
    """The right to write, which the server takes back when the connection ends."""
    until = time.monotonic() + BUSY_SECONDS
    asked = "SELECT pg_try_advisory_lock(%s, hashtext(coalesce(%s, current_schema(), '')))"
    while not _first(connection, asked, _LOCK, name.schema):
        if time.monotonic() > until:
            raise StoreBusyError(
                f"Another process is writing to {name}",
                "Wait until it has ended, then try again",
            )
        time.sleep(0.02)


def checked_version(connection: Connection, name: StoreName, *, write: bool) -> int:
    """The version of a store; what is no store, or cannot be used as it is, is refused."""
    rows = connection.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    ).fetchall()
    tables = {table for (table,) in rows}
    newest = max(migrations())
    if "variorum" not in tables:
        if tables:
            raise StoreError(
                f"{name} is a database, but no Variorum store",
                "Give another, or a part of its own in it: add ?schema=NAME to the address",
            )
        if not write:
            raise StoreError(
                f"There is no store at {name}",
                f"Make one with: variorum build INPUT -o {quote(str(name))}",
            )
        return 0
    version = int(_first(connection, "SELECT version FROM variorum"))
    if version > newest:
        raise StoreError(
            f"{name} was written by a newer Variorum", "Upgrade: pip install -U variorum"
        )
    if version < newest and not write:
        raise StoreError(
            f"{name} is of an older version",
            f"Bring it up to date with: variorum build -o {quote(str(name))}",
        )
    return version


def prepare(connection: Connection, name: StoreName, version: int) -> None:
    """Makes a store ready for a writer, and brings it to the newest version."""
    with connection.transaction():
        if not version:
            if name.schema is not None:
                make = sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(name.schema))
                connection.execute(make)
            connection.execute(_VARIORUM)
            connection.execute("INSERT INTO variorum VALUES (0, 0, 0, 0)")
        for number, script in migrations().items():
            if number > version:
                connection.execute(script.encode())
                connection.execute("UPDATE variorum SET version = %s", (number,))


def migrations() -> dict[int, str]:
    """The steps that bring a store to the newest version, as SQL, by the version they bring it to.

    A version is the same step in the embedded store.
    """
    folder = files("variorum.store").joinpath("postgres_migrations")
    scripts = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    return {int(name[:4]): folder.joinpath(name).read_text("utf-8") for name in scripts}


@contextmanager
def telling(name: StoreName, done: str) -> Iterator[None]:
    """What a server refuses, as an error that says what to do; `done`: "read" or "written"."""
    try:
        yield
    except psycopg.Error as error:
        raise StoreError(f"{name} cannot be {done}: {told(error)}", _next_step(error)) from error


def _next_step(error: psycopg.Error) -> str:
    if isinstance(error, errors.DiskFull | errors.OutOfMemory):
        return "Make room on the server, then give the same command again"
    if isinstance(error, errors.InsufficientPrivilege):
        return "Ask for the right to, or give a part of the database that is yours: ?schema=NAME"
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return "Check that the server runs, then give the same command again: it goes on from there"
    return "Check it with: variorum doctor; else take a copy from before"


def told(error: psycopg.Error) -> str:
    """What a server says, on one line. It does not repeat passwords."""
    return " ".join(str(error).split()) or type(error).__name__


def _first(connection: Connection, asked: str, *values: Any) -> Any:
    row = connection.execute(asked, values).fetchone()
    return row[0] if row else None
