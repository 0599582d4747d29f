"""A store that is asked in SQL, whole: what is left to a database is told here."""

from abc import abstractmethod

from variorum.record.closing import Closing
from variorum.store.searching import Found, SearchRequest
from variorum.store.sql_copy import SqlCopy


class SqlStore(SqlCopy, Closing):
    """A `Store` in a database; it can be used in a `with` statement, which closes it."""

    @abstractmethod
    def close(self) -> None:
        """See `Store.close`."""

    @abstractmethod
    def search(self, request: SearchRequest) -> Found:
        """See `Store.search`."""

    @abstractmethod
    def may_be_changed(self) -> bool:
        """See `Store.may_be_changed`."""

    @abstractmethod
    def version(self) -> str:
        """See `Store.version`."""

    @abstractmethod
    def problems(self) -> list[str]:
        """See `Store.problems`."""
