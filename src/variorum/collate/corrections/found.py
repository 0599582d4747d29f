"""What corrections are laid over: what the machine found, and what it found it in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from variorum.record.article import Article
from variorum.record.event import Event
from variorum.record.position import Position
from variorum.record.reading import Entity, Reading
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup


class Found(Protocol):
    """What the machine found, in order of ids, and what it found it in."""

    def article(self, article: str) -> Article | None:
        """An article, with its inferred date."""

    def articles(self) -> Iterable[str]:
        """The ids of all articles."""

    def reading(self, article: str) -> Reading | None:
        """What an article says, with its own entities."""

    def naming(self) -> Mapping[str, str]:
        """For each article's entity the article."""

    def entities(self) -> Sequence[Entity]:
        """The entities."""

    def joined(self) -> Mapping[str, str]:
        """For each article's entity the record's."""

    def statements(self) -> Sequence[Statement]:
        """The statements."""

    def events(self) -> Sequence[Event]:
        """The events."""

    def positions(self) -> Sequence[Position]:
        """The positions."""

    def stories(self) -> Sequence[StoryGroup]:
        """The stories."""
