"""Since when articles are in the record."""

from datetime import UTC, datetime

from variorum.record.moment import following, moment
from variorum.store.sql_rows import SqlRows


class SqlArrivals(SqlRows):
    """The part of a `Store` that keeps when articles came."""

    def arrivals(self) -> dict[str, str]:
        """See `Store.arrivals`."""
        return dict(self._rows("SELECT article, at FROM arrivals ORDER BY article"))

    def _note_arrivals(self, drawn: str | None) -> None:
        """In the transaction that draws a record: note the articles that are new in it."""
        last = self._one("SELECT max(at) FROM arrivals")
        now = following(drawn or moment(datetime.now(UTC)), (last and last[0]) or "")
        self._run(
            "INSERT INTO arrivals (article, at) SELECT id, ? FROM articles"
            " WHERE id NOT IN (SELECT article FROM arrivals)",
            now,
        )
