"""The record as the machine made it, for whoever lays people's corrections over it."""

from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from variorum.record.article import Article
from variorum.record.event import Event
from variorum.record.position import Position
from variorum.record.reading import Entity, Reading
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup
from variorum.record.when import When
from variorum.store.protocol import Store


class MachineRecord:
    """What a store holds of the machine's making, before anybody corrected it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _dates(self) -> Mapping[str, When]:
        return self._store.dates()

    def dated(self, article: Article) -> Article:
        """An article with the date that is stated, or else the inferred one."""
        published = article.published or self._dates.get(article.id)
        return msgspec.structs.replace(article, published=published)

    def article(self, article: str) -> Article | None:
        """See `Found.article`."""
        found = self._store.article(article)
        return self.dated(found) if found else None

    def articles(self) -> Iterable[str]:
        """See `Found.articles`."""
        return self._store.article_keys()

    def reading(self, article: str) -> Reading | None:
        """See `Found.reading`."""
        return self._store.reading(article)

    def naming(self) -> Mapping[str, str]:
        """See `Found.naming`."""
        return self._naming

    @cached_property
    def _naming(self) -> Mapping[str, str]:
        return {
            entity.id: reading.article
            for reading in self._store.readings()
            for entity in reading.entities
        }

    def entities(self) -> list[Entity]:
        """See `Found.entities`."""
        return list(self._store.entities())

    def joined(self) -> Mapping[str, str]:
        """See `Found.joined`."""
        return self._store.joined_entities()

    def statements(self) -> list[Statement]:
        """See `Found.statements`."""
        return list(self._store.statements())

    def events(self) -> list[Event]:
        """See `Found.events`."""
        return list(self._store.events())

    def positions(self) -> list[Position]:
        """See `Found.positions`."""
        return list(self._store.positions())

    def stories(self) -> list[StoryGroup]:
        """See `Found.stories`."""
        return list(self._store.stories())
