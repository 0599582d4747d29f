"""Where links lead: to addresses of the application, or to places in one file."""

from typing import Protocol


class Links(Protocol):
    """How templates name what they link to; None for what cannot be reached from here."""

    def page(self, name: str, **query: object) -> str | None:
        """A page by the name that `PAGES` gives it, with the fields of its query.

        A field that is None is left out. The story that the reader has chosen is kept.
        """

    def words(self, article: str, start: int, end: int) -> str | None:
        """Words in the text of an article."""


class Nowhere:
    """Links of a picture that stands alone: there is nothing to lead to."""

    def page(self, name: str, **query: object) -> None:
        """No page."""

    def words(self, article: str, start: int, end: int) -> None:
        """No words."""
