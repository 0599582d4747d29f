"""What every store does, as its protocol says. Subclass it and implement `open`."""

import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Literal

import msgspec
import pytest

from variorum.record.article import Article, Block
from variorum.record.correction import Correction, Sides, make_correction
from variorum.record.errors import StoreBusyError, StoreError
from variorum.record.event import Event, EventPlace, Participant, StatusReport
from variorum.record.failure import Failure
from variorum.record.identity import fingerprint, identify
from variorum.record.lineage import Dispatch, DispatchState, Lineage, Pair
from variorum.record.position import Position
from variorum.record.reading import Entity, Mention, Quotation, Reading
from variorum.record.reuse import Place, Reuse
from variorum.record.span import Span
from variorum.record.statement import Statement, Variant
from variorum.record.story import StoryGroup
from variorum.record.watched import Watched
from variorum.record.when import When
from variorum.store.protocol import (
    Collation,
    Joined,
    KeptArticle,
    KeptReading,
    ReadingKey,
    Score,
    Store,
)

DAY = When("2031-03-05", "2031-03-07", "day", "inferred")


def article_of(text: str, *sources: str) -> Article:
    """An article of one block."""
    sha256 = fingerprint(text.encode())
    return Article(
        id=identify("article", sha256),
        source=sources[0] if sources else "a.txt",
        sha256=sha256,
        text=text,
        title=None,
        outlet=None,
        authors=(),
        agencies=(),
        published=None,
        language="en",
        blocks=(Block(0, len(text), "body"),),
        sources=sources or ("a.txt",),
    )


ONE, OTHER, THIRD = sorted(
    (article_of(text) for text in ("A door left ajar.", "A barge of wheat.", "A goat, in a hold.")),
    key=lambda article: article.id,
)

FOURTH = article_of("A lamp that is not lit.")


def kept(article: Article, key: str = "key") -> KeptArticle:
    return KeptArticle(article.id, key, msgspec.msgpack.encode(article))


def reuse_of(a: Article, b: Article, start: int = 0) -> Reuse:
    places = Place(a.id, start, start + 4), Place(b.id, start, start + 4)
    return Reuse(identify("reuse", a.id, b.id, start), *places, 1.0, ())


def pair_of(a: Article, b: Article) -> Pair:
    return Pair(a.id, b.id, "copy", "unknown", None, 1.0, 1.0)


def edge_of(parent: Article, child: Article) -> Lineage:
    return Lineage(parent.id, child.id, "copy", 1.0, 0.9, ("says so",))


def dispatch_of(*articles: Article) -> Dispatch:
    ids = tuple(article.id for article in articles)
    state = DispatchState(identify("state", ids), None, ids)
    return Dispatch(identify("dispatch", ids), "Meridian Press", ids, None, (state,))


def collation_of(digest: str = "digest", reuses: Iterable[Reuse] | None = None) -> Collation:
    """A record in which three articles are copies, given in no order."""
    between = [reuse_of(OTHER, THIRD), reuse_of(ONE, OTHER, 5), reuse_of(ONE, OTHER)]
    return Collation(
        digest=digest,
        dates={THIRD.id: DAY, ONE.id: DAY},
        reuses=between if reuses is None else reuses,
        pairs=[pair_of(OTHER, THIRD), pair_of(ONE, THIRD), pair_of(ONE, OTHER)],
        lineage=[edge_of(ONE, THIRD), edge_of(ONE, OTHER)],
        dispatches=[dispatch_of(OTHER, THIRD), dispatch_of(ONE, OTHER)],
        joined=Joined(
            entities=[Entity("ent-b", "B", "place"), Entity("ent-a", "A", "person")],
            joined={"ent": "ent-a"},
            statements=[statement_of("stm-b"), statement_of("stm-a")],
            events=[event_of("evt-b"), event_of("evt-a")],
            positions=[position_of("pos-b"), position_of("pos-a")],
            stories=[StoryGroup("sto-b", "B", (ONE.id,), DAY), StoryGroup("sto-a", "A", (), None)],
        ),
    )


def statement_of(name: str) -> Statement:
    variants = (Variant("quo", "identical"),)
    return Statement(name, "ent-a", "A", "No.", DAY, None, ("quo",), (ONE.id,), variants)


def event_of(name: str) -> Event:
    return Event(
        name, "talks", "CONSULT", (Participant("ent-a", "A", "party"),), "Vessa", DAY, "planned",
        (StatusReport("planned", DAY, ONE.id),), (EventPlace(ONE.id, 0, 4, "planned"),),
    )  # fmt: skip


def position_of(name: str) -> Position:
    places = (Place(ONE.id, 0, 4),)
    return Position(name, "ent-a", "A", "talks", "conditional", "if asked", DAY, places)


def watched_of(address: str, **fields: object) -> Watched:
    return Watched(address, "page", 1_930_000_000.0, 1_929_000_000.0, **fields)  # type: ignore[arg-type]


def failure_of(source: str, message: str = "The file is empty") -> Failure:
    return Failure(source, "ingest", "empty", message, "Fetch it again")


def reading_of(article: Article) -> Reading:
    """A reading that finds one entity, named by the first word."""
    return Reading(
        article=article.id,
        sentences=(Span(0, len(article.text)),),
        entities=(Entity("ent", "A", "other"),),
        mentions=(Mention(0, 1, "ent", "other"),),
        times=(),
        quotations=(),
        vectors=b"\x00\x3c",
        dimensions=1,
        maker="reader/1",
    )


def quotation_of(number: int) -> Quotation:
    """A quotation of the first letter, by nobody."""
    where = (Span(0, 1),)
    said = None
    return Quotation(f"q{number}", "direct", where, (), (), said, said, said, said, said, 1.0)


def kept_reading(article: Article, inputs: str = "inputs") -> KeptReading:
    return KeptReading(article.id, ReadingKey(inputs, "reader/1"), reading_of(article))


def not_read(article: Article) -> KeptReading:
    failure = Failure(article.source, "read", "language", "It is Italian", "Translate it")
    return KeptReading(article.id, ReadingKey("inputs", "reader/1"), failure)


def correction_of(minute: int, noun: Literal["statement", "story"] = "statement") -> Correction:
    """A join of things of which some are not there."""
    made = f"2031-03-05T10:{minute:02}:00Z"
    return make_correction("join", noun, Sides(["quo"], ["gone"]), "Anna", made=made)


FIRST, SECOND, LAST = correction_of(1), correction_of(2, "story"), correction_of(3)


def fill(store: Store) -> None:
    """Three pages and articles, two of them read, scores of their pairs, and a record."""
    for source, article in (("c.txt", THIRD), ("a.txt", ONE), ("b.txt", OTHER)):
        store.add_page(source, article.id, f"page of {source}".encode())
    store.add_articles([kept(THIRD), kept(ONE), kept(OTHER)])
    store.add_readings([kept_reading(THIRD), not_read(OTHER), kept_reading(ONE)])
    store.add_windows("encoder/1", [("b", b"window b"), ("a", b"window a")])
    store.add_scores(
        Score(a.id, b.id, "key", b"score") for a, b in ((OTHER, THIRD), (ONE, THIRD), (ONE, OTHER))
    )
    store.replace_collation(collation_of())
    store.add_corrections([LAST, FIRST])
    store.add_watched([watched_of("https://b.example/"), watched_of("https://a.example/")])


def contents(store: Store) -> list[object]:
    """All that a store gives."""
    return [
        store.sources(),
        list(store.pages()),
        store.article_keys(),
        list(store.kept_articles()),
        list(store.articles()),
        list(store.failures()),
        list(store.scores()),
        store.reading_keys(),
        list(store.readings()),
        list(store.unread()),
        store.windows("encoder/1", "abc"),
        store.arrivals(),
        list(store.corrections()),
        list(store.watched()),
        *record(store),
    ]


def record(store: Store) -> list[object]:
    """The record in a store."""
    return [
        store.collated(),
        store.dates(),
        list(store.reuses()),
        list(store.pairs()),
        list(store.lineage()),
        list(store.dispatches()),
        list(store.entities()),
        list(store.statements()),
        list(store.events()),
        list(store.positions()),
        list(store.stories()),
        store.joined_entities(),
    ]


NO_RECORD = [None, {}, *[[]] * 9, {}]

CHANGES: dict[str, Callable[[Store], object]] = {
    "add_page": lambda store: store.add_page("new.txt", "art1-new", b"page"),
    "drop_unsourced": lambda store: store.drop_unsourced(),
    "drop_failures": lambda store: store.drop_failures(["new.txt"]),
    "add_failure": lambda store: store.add_failure(failure_of("new.txt")),
    "add_articles": lambda store: store.add_articles([kept(ONE, "other key")]),
    "add_readings": lambda store: store.add_readings([kept_reading(OTHER)]),
    "drop_readings": lambda store: store.drop_readings([ONE.id]),
    "add_windows": lambda store: store.add_windows("encoder/1", [("c", b"")]),
    "drop_windows": lambda store: store.drop_windows("encoder/2"),
    "add_scores": lambda store: store.add_scores([Score("a", "b", "key", b"")]),
    "drop_scores": lambda store: store.drop_scores([(ONE.id, OTHER.id)]),
    "add_corrections": lambda store: store.add_corrections([SECOND]),
    "undo_correction": lambda store: store.undo_correction(FIRST.id, "Ben"),
    "replace_collation": lambda store: store.replace_collation(collation_of("other")),
    "add_watched": lambda store: store.add_watched([watched_of("https://c.example/")]),
}


def interrupted(values: Iterable[object]) -> Iterator[object]:
    """Some values, and then the end of the process as the store sees it."""
    yield from values
    raise KeyboardInterrupt


OPEN = "from variorum.store.opening import open_store\nstore = open_store"


class StoreContract(ABC):
    @abstractmethod
    def open(self, place: str, *, write: bool = True) -> Store:
        """The store at a place of the test's own."""

    @abstractmethod
    @pytest.fixture
    def place(self) -> str:
        """Where a store of the test's own may be made."""

    @pytest.fixture
    def store(self, place: str) -> Iterator[Store]:
        with closing(self.open(place)) as opened:
            yield opened

    @pytest.fixture
    def filled(self, store: Store) -> Store:
        fill(store)
        return store

    @contextmanager
    def other_writer(self, place: str) -> Iterator[subprocess.Popen[str]]:
        """Another process that holds the store for writing."""
        code = f"{OPEN}({place!r}, write=True)\nprint('open', flush=True)\ninput()\nstore.close()"
        writer = subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        with writer:
            assert writer.stdout
            assert writer.stdout.readline() == "open\n"
            yield writer
            writer.kill()

    def test_a_new_store_is_empty_and_sound(self, store: Store) -> None:
        assert contents(store) == [
            {}, [], {}, [], [], [], [], {}, [], [], {}, {}, [], [], *NO_RECORD,
        ]  # fmt: skip
        assert store.problems() == []

    def test_what_was_put_in_comes_out_after_opening_again(self, place: str) -> None:
        with closing(self.open(place)) as store:
            fill(store)
            before = contents(store)
        with closing(self.open(place)) as again, closing(self.open(place, write=False)) as reader:
            assert contents(again) == before == contents(reader)
            assert again.problems() == []

    def test_rows_come_in_order_of_their_ids(self, filled: Store) -> None:
        ids = [ONE.id, OTHER.id, THIRD.id]
        pairs = [(ONE.id, OTHER.id), (ONE.id, THIRD.id), (OTHER.id, THIRD.id)]
        assert list(filled.sources()) == ["a.txt", "b.txt", "c.txt"]
        assert [page for page, _ in filled.pages()] == ids
        assert list(filled.article_keys()) == ids
        assert [article.id for article in filled.kept_articles()] == ids
        assert list(filled.articles()) == [ONE, OTHER, THIRD]
        assert list(filled.reading_keys()) == ids
        assert [reading.article for reading in filled.readings()] == [ONE.id, THIRD.id]
        assert [(score.a, score.b) for score in filled.scores()] == pairs
        assert list(filled.dates()) == [ONE.id, THIRD.id]
        assert [(one.a.article, one.a.start) for one in filled.reuses()] == [
            (ONE.id, 0), (ONE.id, 5), (OTHER.id, 0),
        ]  # fmt: skip
        assert [(pair.a, pair.b) for pair in filled.pairs()] == pairs
        assert [edge.child for edge in filled.lineage()] == [OTHER.id, THIRD.id]
        dispatches = [one.id for one in filled.dispatches()]
        assert dispatches == sorted(dispatches)
        assert len(dispatches) == 2

    def test_some_pages_by_id(self, filled: Store) -> None:
        found = dict(filled.page_payloads([THIRD.id, "art1-nowhere", ONE.id]))
        assert found == {THIRD.id: b"page of c.txt", ONE.id: b"page of a.txt"}

    def test_one_article_by_id(self, filled: Store) -> None:
        assert filled.article(OTHER.id) == OTHER
        assert filled.kept_article(OTHER.id) == kept(OTHER)
        assert filled.article("art1-nowhere") is None
        assert filled.kept_article("art1-nowhere") is None

    def test_an_article_takes_the_place_of_the_one_of_its_id(self, filled: Store) -> None:
        marked_anew = msgspec.structs.replace(OTHER, title="Wheat")
        filled.add_articles([kept(marked_anew, "new key")])
        assert filled.article(OTHER.id) == marked_anew
        assert filled.article_keys() == {ONE.id: "key", OTHER.id: "new key", THIRD.id: "key"}

    def test_the_same_bytes_from_two_sources_are_one_page(self, store: Store) -> None:
        store.add_page("b.txt", ONE.id, b"page")
        store.add_page("a.txt", ONE.id, None)
        assert store.sources() == {"a.txt": ONE.id, "b.txt": ONE.id}
        assert list(store.pages()) == [(ONE.id, b"page")]

    def test_a_page_stays_while_a_source_gives_it(self, store: Store) -> None:
        for source in ("a.txt", "b.txt"):
            store.add_page(source, ONE.id, b"page")
        store.add_articles([kept(ONE)])
        store.add_page("a.txt", OTHER.id, b"other page")
        store.drop_unsourced()
        assert [page for page, _ in store.pages()] == [ONE.id, OTHER.id]
        assert store.article(ONE.id) == ONE
        store.add_page("b.txt", OTHER.id, None)
        store.drop_unsourced()
        assert [page for page, _ in store.pages()] == [OTHER.id]
        assert store.article(ONE.id) is None

    def test_a_page_that_moves_to_another_source_keeps_all(self, filled: Store) -> None:
        before = [*filled.pages()], [*filled.articles()], [*filled.scores()], record(filled)
        filled.add_page("a.txt", OTHER.id, None)
        filled.add_page("b.txt", ONE.id, None)
        filled.drop_unsourced()
        assert filled.sources() == {"a.txt": OTHER.id, "b.txt": ONE.id, "c.txt": THIRD.id}
        assert before == (
            [*filled.pages()], [*filled.articles()], [*filled.scores()], record(filled),
        )  # fmt: skip

    def test_with_a_page_goes_all_that_was_drawn_from_it(self, filled: Store) -> None:
        filled.add_page("b.txt", "art1-new", b"new page")
        filled.drop_unsourced()
        assert filled.sources() == {"a.txt": ONE.id, "b.txt": "art1-new", "c.txt": THIRD.id}
        assert [page for page, _ in filled.pages()] == sorted([ONE.id, "art1-new", THIRD.id])
        assert list(filled.articles()) == [ONE, THIRD]
        assert list(filled.reading_keys()) == [ONE.id, THIRD.id]
        assert list(filled.unread()) == []
        assert [(score.a, score.b) for score in filled.scores()] == [(ONE.id, THIRD.id)]
        assert record(filled) == NO_RECORD
        assert filled.problems() == []

    def test_a_source_that_gives_the_same_again_changes_nothing(self, filled: Store) -> None:
        before = contents(filled)
        filled.add_page("b.txt", OTHER.id, None)
        assert contents(filled) == before

    def test_a_failure_stays_until_its_source_gives_a_page(self, filled: Store) -> None:
        for source in ("d.txt", "a.txt"):
            filled.add_failure(failure_of(source))
        filled.add_failure(failure_of("d.txt", "The file is cut off"))
        assert list(filled.failures()) == [
            failure_of("a.txt"),
            failure_of("d.txt", "The file is cut off"),
        ]
        assert filled.sources()["a.txt"] == ONE.id
        assert filled.article(ONE.id) == ONE
        filled.add_page("a.txt", ONE.id, None)
        assert list(filled.failures()) == [failure_of("d.txt", "The file is cut off")]
        filled.drop_failures(["d.txt", "nowhere.txt"])
        assert list(filled.failures()) == []

    def test_a_reading_takes_the_place_of_that_of_its_article(self, filled: Store) -> None:
        assert filled.reading(ONE.id) == reading_of(ONE)
        assert filled.reading(OTHER.id) is None
        assert list(filled.unread()) == [not_read(OTHER).result]
        filled.add_readings([kept_reading(OTHER, "new inputs"), not_read(ONE)])
        assert filled.reading(OTHER.id) == reading_of(OTHER)
        assert filled.reading(ONE.id) is None
        assert filled.reading_keys()[OTHER.id] == ReadingKey("new inputs", "reader/1")
        assert list(filled.unread()) == [not_read(ONE).result]

    def test_quotations_are_counted_over_all_readings(self, filled: Store) -> None:
        assert filled.count_quotations() == 0
        for article, count in ((ONE, 2), (OTHER, 3)):
            said = tuple(quotation_of(number) for number in range(count))
            reading = msgspec.structs.replace(reading_of(article), quotations=said)
            filled.add_readings([kept_reading(article)._replace(result=reading)])
        assert filled.count_quotations() == 5

    def test_readings_can_be_forgotten(self, filled: Store) -> None:
        filled.drop_readings([OTHER.id, THIRD.id, "art1-nowhere"])
        assert list(filled.reading_keys()) == [ONE.id]
        assert [reading.article for reading in filled.readings()] == [ONE.id]
        assert list(filled.unread()) == []

    def test_readings_come_with_their_articles_as_they_are_kept(self, filled: Store) -> None:
        rows = list(filled.reading_payloads())
        assert [kept for kept, _ in rows] == list(filled.kept_articles())
        decoded = [msgspec.msgpack.decode(one, type=Reading) for _, one in rows if one]
        assert decoded == list(filled.readings())
        assert len(decoded) < len(rows)

    def test_some_articles_come_in_order_of_their_ids(self, filled: Store) -> None:
        some = [THIRD.id, ONE.id, "art1-nowhere"]
        assert [kept.id for kept in filled.kept_articles(some)] == [ONE.id, THIRD.id]
        every = list(filled.reading_payloads())
        assert list(filled.reading_payloads(some)) == [every[0], every[2]]
        assert list(filled.reading_payloads([])) == []

    def test_why_an_article_was_not_read_stands_beside_why_its_source_failed(
        self, filled: Store
    ) -> None:
        filled.add_failure(failure_of(OTHER.source))
        filled.drop_failures([OTHER.source])
        assert list(filled.unread()) == [not_read(OTHER).result]

    def test_windows_are_kept_by_encoder(self, filled: Store) -> None:
        filled.add_windows("encoder/2", [("a", b"another"), ("d", b"window d")])
        filled.add_windows("encoder/1", [("a", b"anew")])
        assert filled.windows("encoder/1", ["d", "b", "a"]) == {"a": b"anew", "b": b"window b"}
        assert filled.windows("encoder/2", ["a", "b"]) == {"a": b"another"}
        filled.drop_windows("encoder/2")
        assert filled.windows("encoder/1", ["a", "b"]) == {}
        assert filled.windows("encoder/2", ["d"]) == {"d": b"window d"}

    def test_what_is_watched_is_kept_by_address(self, filled: Store) -> None:
        asked = watched_of("https://a.example/", etag='"1"', source="https://a.example/")
        filled.add_watched([watched_of("https://c.example/"), asked])
        assert list(filled.watched()) == [
            asked, watched_of("https://b.example/"), watched_of("https://c.example/"),
        ]  # fmt: skip

    def test_scores_take_the_place_of_those_of_their_pair(self, filled: Store) -> None:
        filled.add_scores([Score(ONE.id, OTHER.id, "new key", b"new")])
        assert next(iter(filled.scores())) == Score(ONE.id, OTHER.id, "new key", b"new")
        filled.drop_scores([(ONE.id, OTHER.id), (ONE.id, "art1-nowhere")])
        assert [(score.a, score.b) for score in filled.scores()] == [
            (ONE.id, THIRD.id), (OTHER.id, THIRD.id),
        ]  # fmt: skip

    def test_a_record_takes_the_place_of_the_one_before(self, filled: Store) -> None:
        filled.replace_collation(Collation("next", {OTHER.id: DAY}, [], [], [], []))
        assert record(filled) == ["next", {OTHER.id: DAY}, *[[]] * 9, {}]

    def test_of_a_record_that_is_drawn_again_what_is_another_is_written(
        self, filled: Store
    ) -> None:
        before = collation_of("next")
        longer = msgspec.structs.replace(statement_of("stm-a"), text="Longer")
        statements = [statement_of("stm-c"), longer]
        joined = before.joined._replace(statements=statements, joined={"ent": "ent-b"})
        filled.replace_collation(
            before._replace(joined=joined, pairs=[pair_of(ONE, THIRD), pair_of(ONE, OTHER)])
        )
        assert list(filled.statements()) == [longer, statement_of("stm-c")]
        assert list(filled.events()) == [event_of("evt-a"), event_of("evt-b")]
        assert filled.joined_entities() == {"ent": "ent-b"}
        assert list(filled.pairs()) == [pair_of(ONE, OTHER), pair_of(ONE, THIRD)]
        assert filled.collated() == "next"

    def test_an_article_arrives_with_the_first_record_that_has_it(self, filled: Store) -> None:
        come = filled.arrivals()
        assert come.keys() == {ONE.id, OTHER.id, THIRD.id}
        assert len(set(come.values())) == 1
        filled.add_page("d.txt", FOURTH.id, b"page")
        filled.add_articles([kept(FOURTH), kept(ONE, "other key")])
        assert filled.arrivals() == come
        # A clock that was put back does not make what comes later look as if it came before.
        filled.replace_collation(collation_of("other")._replace(drawn="2001-01-01T00:00:00.000Z"))
        later = filled.arrivals()
        assert later.pop(FOURTH.id) > max(come.values())
        assert later == come

    def test_when_a_record_was_drawn_may_be_told(self, store: Store) -> None:
        moment = "2031-03-05T09:40:00.250Z"
        store.add_page("a.txt", ONE.id, b"page")
        store.add_articles([kept(ONE)])
        store.replace_collation(Collation("digest", {}, [], [], [], [], drawn=moment))
        assert store.arrivals() == {ONE.id: moment}
        store.add_page("a.txt", OTHER.id, b"page")
        store.drop_unsourced()
        assert store.arrivals() == {}

    def test_corrections_come_in_the_order_in_which_they_were_made(self, filled: Store) -> None:
        assert filled.add_corrections([SECOND]) == 1
        assert list(filled.corrections()) == [FIRST, SECOND, LAST]

    def test_corrections_stay_whatever_becomes_of_the_record(self, filled: Store) -> None:
        filled.replace_collation(Collation("next", {}, [], [], [], []))
        filled.drop_readings([ONE.id, OTHER.id, THIRD.id])
        for source in ("a.txt", "b.txt", "c.txt"):
            filled.add_page(source, "art1-new", b"new page")
        filled.drop_unsourced()
        assert list(filled.corrections()) == [FIRST, LAST]

    def test_a_correction_is_taken_back_once_and_stays(self, filled: Store) -> None:
        undone = filled.undo_correction(FIRST.id, "Ben")
        assert undone
        assert undone.undone
        assert undone.undone.author == "Ben"
        assert filled.undo_correction(FIRST.id, "Cleo") == undone
        assert list(filled.corrections()) == [undone, LAST]
        assert filled.undo_correction("cor1-nowhere", "Ben") is None

    def test_corrections_that_come_again_change_nothing(self, filled: Store) -> None:
        undone = FIRST.undo("Ben", "2031-03-06T10:00:00Z")
        assert filled.add_corrections([FIRST, LAST]) == 0
        assert filled.add_corrections([undone, LAST]) == 1
        assert filled.add_corrections([FIRST, undone]) == 0
        assert list(filled.corrections()) == [undone, LAST]

    def test_a_record_may_be_drawn_while_scores_are_read(self, filled: Store) -> None:
        drawn = (reuse_of(ONE, OTHER, place) for place, _ in enumerate(filled.scores()))
        filled.replace_collation(collation_of(reuses=drawn))
        assert [one.a.start for one in filled.reuses()] == [0, 1, 2]

    def test_passages_of_two_articles_in_order_of_the_text(self, filled: Store) -> None:
        assert filled.reuses_between(ONE.id, OTHER.id) == [
            reuse_of(ONE, OTHER),
            reuse_of(ONE, OTHER, 5),
        ]
        assert filled.reuses_between(ONE.id, THIRD.id) == []

    def test_a_change_that_is_interrupted_leaves_the_store_as_it_was(self, filled: Store) -> None:
        before = contents(filled)
        with pytest.raises(KeyboardInterrupt):
            filled.add_articles(interrupted([kept(ONE, "other")]))
        with pytest.raises(KeyboardInterrupt):
            filled.add_readings(interrupted([kept_reading(OTHER)]))
        with pytest.raises(KeyboardInterrupt):
            filled.add_windows("encoder/1", interrupted([("c", b"")]))
        with pytest.raises(KeyboardInterrupt):
            filled.add_scores(interrupted([Score("a", "b", "key", b"")]))
        with pytest.raises(KeyboardInterrupt):
            filled.add_watched(interrupted([watched_of("https://c.example/")]))
        with pytest.raises(KeyboardInterrupt):
            filled.drop_scores(interrupted([(ONE.id, OTHER.id)]))
        with pytest.raises(KeyboardInterrupt):
            filled.add_corrections(interrupted([SECOND]))
        half = interrupted([reuse_of(ONE, OTHER)])
        with pytest.raises(KeyboardInterrupt):
            filled.replace_collation(collation_of("other", half))
        assert contents(filled) == before
        filled.add_failure(failure_of("d.txt"))

    @pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
    def test_a_reader_refuses_to_write(self, place: str, change: Callable[[Store], object]) -> None:
        with closing(self.open(place)) as writer:
            fill(writer)
            before = contents(writer)
        with closing(self.open(place, write=False)) as reader:
            with pytest.raises(StoreError) as refused:
                change(reader)
            assert refused.value.next_step
            assert contents(reader) == before

    def test_readers_see_what_a_writer_has_done(self, place: str, filled: Store) -> None:
        with closing(self.open(place, write=False)) as reader:
            assert contents(reader) == contents(filled)
            filled.add_failure(failure_of("d.txt"))
            assert list(reader.failures()) == [failure_of("d.txt")]

    def test_a_second_writer_is_told_to_wait_and_a_reader_is_not(self, place: str) -> None:
        with self.other_writer(place):
            with pytest.raises(StoreBusyError) as refused:
                self.open(place)
            assert place in refused.value.what
            assert "again" in refused.value.next_step
            with closing(self.open(place, write=False)) as reader:
                assert list(reader.articles()) == []

    def test_a_writer_that_is_killed_leaves_the_store_free(self, place: str) -> None:
        with self.other_writer(place) as writer:
            writer.kill()
            writer.wait()
            with closing(self.open(place)) as store:
                fill(store)
                assert store.problems() == []

    def test_a_writer_that_closed_leaves_the_store_free(self, place: str) -> None:
        for _ in range(2):
            with closing(self.open(place)) as store:
                assert store.problems() == []
