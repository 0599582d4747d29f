"""What a store does: keep pages, articles and the record drawn from them, safely."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

import msgspec

from variorum.record.article import Article
from variorum.record.correction import Correction
from variorum.record.event import Event
from variorum.record.failure import Failure
from variorum.record.lineage import Dispatch, Lineage, Pair
from variorum.record.position import Position
from variorum.record.reading import Entity, Quotation, Reading
from variorum.record.reuse import Reuse
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup
from variorum.record.time_expression import TimeExpression
from variorum.record.watched import Watched
from variorum.record.when import When
from variorum.store.searching import Found, SearchRequest


class KeptArticle(NamedTuple):
    """An article as it is kept.

    `key` is the hash of what it was made from, `payload` the article in MessagePack.
    """

    id: str
    key: str
    payload: bytes


class Score(NamedTuple):
    """A pair's score as it is kept: `key` is the hash of what it was computed from."""

    a: str
    b: str
    key: str
    payload: bytes


class ReadingKey(NamedTuple):
    """What a reading was made from: the hash of what was read, and who read it."""

    inputs: str
    maker: str


class KeptReading(NamedTuple):
    """What reading an article gave: a reading, or why there is none."""

    article: str
    key: ReadingKey
    result: Reading | Failure


class Quoting(msgspec.Struct, frozen=True, gc=False):
    """What a reading tells of words that its article reports."""

    article: str
    quotations: tuple[Quotation, ...]
    times: tuple[TimeExpression, ...]


class Joined(NamedTuple):
    """What was joined out of the readings of all articles.

    `joined`: for each entity of an article the one of the record.
    """

    entities: Iterable[Entity] = ()
    joined: Mapping[str, str] = {}
    statements: Iterable[Statement] = ()
    events: Iterable[Event] = ()
    positions: Iterable[Position] = ()
    stories: Iterable[StoryGroup] = ()


class Collation(NamedTuple):
    """The record that was drawn from all articles.

    `digest`: of the articles it was drawn from; `dates`: inferred publication, by article; `drawn`:
    when, as a moment (`record.moment`), None for now.
    """

    digest: str
    dates: Mapping[str, When]
    reuses: Iterable[Reuse]
    pairs: Iterable[Pair]
    lineage: Iterable[Lineage]
    dispatches: Iterable[Dispatch]
    joined: Joined = Joined()
    drawn: str | None = None


class Row(NamedTuple):
    """A row as it is kept: the table it stands in, and its values."""

    table: str
    values: tuple[Any, ...]


class Store(Protocol):
    """A record and what it was made from.

    Every change is one transaction: a process that is killed leaves the store as it was
    before or after, never between. One process writes at a time, others may read.
    Iterators give rows in order of their ids, so that two stores of the same input are
    read the same.
    """

    def sources(self) -> dict[str, str]:
        """The page that each source gave."""

    def add_page(self, source: str, page: str, payload: bytes | None) -> None:
        """Note that a source gave a page; `payload` is None if the page is already kept.

        Takes the place of what the source gave before, and of its failure. The page it
        gave before stays until `drop_unsourced`: another source may be about to give it.
        """

    def drop_unsourced(self) -> None:
        """Forget pages that no source gives any longer, and all that was drawn from them."""

    def add_failure(self, failure: Failure) -> None:
        """Note why a source gave no page. What it gave before stays."""

    def drop_failures(self, sources: Iterable[str]) -> None:
        """Forget the failures of some sources."""

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """The id and payload of each page."""

    def page_payloads(self, pages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The ids and payloads of some pages."""

    def article_keys(self) -> dict[str, str]:
        """For each article the hash of what it was made from."""

    def add_articles(self, articles: Iterable[KeptArticle]) -> None:
        """Keep articles, each in place of the one of its id."""

    def kept_articles(self, only: Iterable[str] | None = None) -> Iterator[KeptArticle]:
        """All articles, as they are kept, or some, by id; in order of their ids."""

    def kept_article(self, article: str) -> KeptArticle | None:
        """One article as it is kept, by id."""

    def articles(self) -> Iterator[Article]:
        """All articles."""

    def article(self, article: str) -> Article | None:
        """One article, by id."""

    def failures(self) -> Iterator[Failure]:
        """All failures, in order of their sources."""

    def reading_keys(self) -> dict[str, ReadingKey]:
        """For each article that was read, or could not be, what that was made from."""

    def add_readings(self, readings: Iterable[KeptReading]) -> None:
        """Keep what reading gave, each in place of that of its article.

        The record stays as it is, but is no longer that of these readings: `collated` is None.
        """

    def drop_readings(self, articles: Iterable[str]) -> None:
        """Forget what reading some articles gave; as for `add_readings`, if there was any."""

    def readings(self) -> Iterator[Reading]:
        """The readings of all articles that were read, in order of the articles' ids."""

    def quotings(self) -> Iterator[Quoting]:
        """The quotations of all articles that were read, in order of the articles' ids.

        Takes half the time of `readings`.
        """

    def count_quotations(self) -> int:
        """How many quotations all readings hold, without reading the rest of them."""

    def reading(self, article: str) -> Reading | None:
        """The reading of one article; None if it was not read."""

    def reading_payloads(
        self, only: Iterable[str] | None = None
    ) -> Iterator[tuple[KeptArticle, bytes | None]]:
        """All articles as they are kept, or some, each with its reading if it was read.

        In order of their ids; readings in MessagePack.
        """

    def unread(self) -> Iterator[Failure]:
        """Why articles were not read, in order of the articles' ids."""

    def windows(self, maker: str, ids: Iterable[str]) -> dict[str, bytes]:
        """What the encoder of that name found in windows, of those that are kept."""

    def add_windows(self, maker: str, windows: Iterable[tuple[str, bytes]]) -> None:
        """Keep what an encoder found in windows, each in place of the one of its id."""

    def drop_windows(self, but_of: str) -> None:
        """Forget what other encoders found."""

    def scores(self) -> Iterator[Score]:
        """The scores of pairs."""

    def add_scores(self, scores: Iterable[Score]) -> None:
        """Keep scores, each in place of the one of its pair."""

    def drop_scores(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Forget the scores of some pairs."""

    def collated(self) -> str | None:
        """The digest of the articles that the record was drawn from, None if there is no record."""

    def replace_collation(self, collation: Collation) -> None:
        """Put a record in place of the one that is there.

        Articles that no record held before have then arrived (`arrivals`).
        """

    def arrivals(self) -> dict[str, str]:
        """When each article of the record arrived: the moment at which the first one was drawn.

        Empty if that was before stores kept it. No two records have one moment, and a later record
        has a later one, whatever becomes of the clock. It goes with the article.
        """

    def dates(self) -> dict[str, When]:
        """The inferred publication intervals of articles that state none."""

    def reuses(self) -> Iterator[Reuse]:
        """All aligned passages, in order of their articles."""

    def reuses_between(self, a: str, b: str) -> list[Reuse]:
        """The aligned passages of two articles, given in order of their ids."""

    def pairs(self) -> Iterator[Pair]:
        """All related pairs of articles."""

    def lineage(self) -> Iterator[Lineage]:
        """All edges of the family trees."""

    def dispatches(self) -> Iterator[Dispatch]:
        """All inferred dispatches."""

    def entities(self) -> Iterator[Entity]:
        """The entities of the record, in order of their ids."""

    def joined_entities(self) -> dict[str, str]:
        """For each entity of an article the one of the record."""

    def statements(self) -> Iterator[Statement]:
        """All statements, in order of their ids."""

    def statement(self, statement: str) -> Statement | None:
        """One statement, by id."""

    def event(self, event: str) -> Event | None:
        """One event, by id."""

    def position(self, position: str) -> Position | None:
        """One position, by id."""

    def events(self) -> Iterator[Event]:
        """All events, in order of their ids."""

    def positions(self) -> Iterator[Position]:
        """All positions, in order of their ids."""

    def stories(self) -> Iterator[StoryGroup]:
        """All stories, in order of their ids."""

    def search(self, request: SearchRequest) -> Found:
        """What is found of what is looked for, the best first; ties in order of kind and id.

        Passages (of headlines, paragraphs and captions), statements, events and positions, each
        once, however many articles have it. Case, accents and English endings do not matter.
        What can be found is always what the store holds: each change changes it along.
        """

    def named(self, name: str) -> list[Entity]:
        """The entities of the record that have a name, whatever its case and accents, by id."""

    def corrections(self) -> Iterator[Correction]:
        """All corrections, in the order in which they were made, those taken back included.

        They belong to the people who made them: no other change of a store touches them.
        """

    def add_corrections(self, corrections: Iterable[Correction]) -> int:
        """Keep corrections; returns how many were not there, or not taken back, before.

        One that is there stays, and is taken back if either copy is.
        """

    def undo_correction(self, correction: str, author: str) -> Correction | None:
        """Take a correction back; returns it, or None if there is none of that id.

        It stays, with who took it back and when. One that was taken back before stays as it is.
        """

    def watched(self) -> Iterator[Watched]:
        """What is known of addresses that are watched, in order of the addresses."""

    def add_watched(self, watched: Iterable[Watched]) -> None:
        """Keep what is known of addresses, each in place of what was before."""

    def kept_rows(self) -> Iterator[Row]:
        """All that is kept but the index, as of now, for `take_rows` of another store.

        The same in every store, table by table, in order.
        """

    def take_rows(self, rows: Iterable[Row]) -> None:
        """Put the rows of another store in place of all that is here, in one transaction."""

    def is_empty(self) -> bool:
        """Whether nothing is kept here."""

    def may_be_changed(self) -> bool:
        """Whether who opened it may open it for writing, too."""

    def version(self) -> str:
        """What is another after every change that another process or connection made."""

    def problems(self) -> list[str]:
        """What is broken in the store itself, as sentences; empty if nothing is."""

    def close(self) -> None:
        """Let go of the store; it can be opened again."""
