"""Addresses that are watched, in the embedded store."""

from collections.abc import Iterable, Iterator

from variorum.record.watched import Watched
from variorum.store.sqlite_rows import SqliteRows, packed


class SqliteWatched(SqliteRows):
    """The part of a `Store` that keeps what is watched."""

    def watched(self) -> Iterator[Watched]:
        """See `Store.watched`."""
        return self._nouns(Watched, "SELECT payload FROM watched ORDER BY address")

    def add_watched(self, watched: Iterable[Watched]) -> None:
        """See `Store.add_watched`."""
        with self._transaction():
            self._connection.executemany(
                "INSERT OR REPLACE INTO watched VALUES (?, ?)",
                ((one.address, packed(one)) for one in watched),
            )
