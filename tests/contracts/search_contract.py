"""How every store is searched, as its protocol says. Subclass it and implement `open`."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contracts.store_contract import CHANGES, article_of, collation_of, interrupted, kept
from variorum.record.article import Article, Block
from variorum.record.event import Event, EventPlace, Participant
from variorum.record.position import Position
from variorum.record.reading import Entity
from variorum.record.reuse import Place
from variorum.record.statement import Statement
from variorum.record.when import When
from variorum.store.protocol import Collation, Joined, Store
from variorum.store.searching import Found, SearchRequest, parse_terms

MARCH = When("2031-03-05", "2031-03-05", "day", "stated")
APRIL = When("2031-04-01", "2031-04-03", "day", "inferred")


def article(text: str, outlet: str, published: When | None = MARCH) -> Article:
    """An article whose first line is its headline."""
    made = article_of(text)
    head = text.index("\n")
    blocks = [Block(0, head, "headline")]
    at = head + 1
    for line in text[at:].split("\n"):
        blocks.append(Block(at, at + len(line), "body"))
        at += len(line) + 1
    return msgspec.structs.replace(
        made, outlet=outlet, published=published, blocks=tuple(blocks), title=text[:head]
    )


SHARED = "The envoys talked about the corridor for nine hours."
POST = article(
    f"Talks in Vessa\n{SHARED}\nThe café stayed open. “No corridor,” Řehořová said.", "Haldun Post"
)
GAZETTE = article(f"Nine hours\n{SHARED}\nNothing else happened; a barge waited.", "Gazette", None)
ARTICLES = (POST, GAZETTE)

ENTITIES = [
    Entity("ent-r", "Jana Řehořová", "person", ("Řehořová",)),
    Entity("ent-v", "Vessa", "place", ("Wessa",)),
]
STATEMENT = Statement(
    "stm-1", "ent-r", "Řehořová", "No corridor", MARCH, None, ("quo",), (POST.id,), ()
)
EVENT = Event(
    "evt-1", "talks", "CONSULT", (Participant("ent-r", "Řehořová", "party"),), "Vessa", APRIL,
    "planned", (), (EventPlace(POST.id, 0, 5, "planned"), EventPlace(GAZETTE.id, 0, 4, "planned")),
)  # fmt: skip
POSITION = Position(
    "pos-1", "ent-r", "Řehořová", "an open corridor", "against", "if asked", None,
    (Place(POST.id, 0, 5),),
)  # fmt: skip


def record_of(**joined: object) -> Collation:
    nouns = {"entities": ENTITIES, "statements": [STATEMENT], "events": [EVENT],
             "positions": [POSITION]} | joined  # fmt: skip
    return Collation("digest", {GAZETTE.id: APRIL}, (), (), (), (), Joined(**nouns))


def fill(store: Store) -> None:
    for one in ARTICLES:
        store.add_page(one.source + one.id, one.id, b"page")
    store.add_articles([kept(one) for one in ARTICLES])
    store.replace_collation(record_of())


def search(store: Store, typed: str = "", **filters: object) -> Found:
    return store.search(SearchRequest(parse_terms(typed), **filters))


def kinds(found: Found) -> list[str]:
    return [hit.kind for hit in found.hits]


class SearchContract(ABC):
    @abstractmethod
    def open(self, place: str, *, write: bool = True) -> Store:
        """The store at a place of the test's own."""

    @abstractmethod
    @pytest.fixture
    def places(self) -> list[str]:
        """Two places where stores of the test's own may be made."""

    @pytest.fixture
    def store(self, places: list[str]) -> Iterator[Store]:
        with closing(self.open(places[0])) as store:
            fill(store)
            yield store

    def test_what_is_found_is_told_with_its_words(self, store: Store) -> None:
        (hit,) = search(store, "cafe open").hits
        assert (hit.kind, hit.articles) == ("passage", (POST.id,))
        assert [mark.of(hit.words) for mark in hit.marks] == ["café", "open"]
        start, end = hit.place.start, hit.place.end
        assert POST.text[start:end] == hit.words

    def test_what_is_joined_comes_before_a_passage(self, store: Store) -> None:
        found = search(store, "corridor")
        assert kinds(found)[:2] == ["statement", "position"]
        assert kinds(found)[2:] == ["passage", "passage"]
        assert found.total == 4

    def test_a_passage_of_many_articles_is_found_once(self, store: Store) -> None:
        (hit,) = search(store, "nine hours", kinds=("passage",)).hits
        assert hit.words == SHARED
        assert hit.articles == (POST.id, GAZETTE.id)
        (hit,) = search(store, "nine hours", kinds=("passage",), outlet="gazette").hits
        assert hit.articles == (GAZETTE.id,)

    @pytest.mark.parametrize("typed", ["talk", "TALKING", "“envoys talked”", "corrid*", "rehorova"])
    def test_case_accents_and_endings_do_not_matter(self, store: Store, typed: str) -> None:
        assert search(store, typed).total > 0

    def test_a_phrase_keeps_its_order(self, store: Store) -> None:
        assert search(store, '"corridor for nine"').total == 1
        assert search(store, '"nine corridor"').total == 0
        assert search(store, "nine corridor").total == 1

    def test_names_lead_to_what_does_not_print_them(self, store: Store) -> None:
        assert kinds(search(store, "Vessa rehorova")) == ["event"]
        assert kinds(search(store, "Jana corridor")) == ["statement", "position"]

    def test_filters(self, store: Store) -> None:
        assert kinds(search(store, speaker="rehorova")) == ["statement", "position"]
        assert kinds(search(store, speaker="ent-r", kinds=("statement",))) == ["statement"]
        assert kinds(search(store, issue="Corridor")) == ["position"]
        assert kinds(search(store, status="planned")) == ["event"]
        assert search(store, status="denied").total == 0
        assert {hit.kind for hit in search(store, outlet="GAZETTE").hits} == {
            "event", "headline", "passage",
        }  # fmt: skip
        only = search(store, articles=frozenset([GAZETTE.id]))
        assert {hit.place.article for hit in only.hits} == {GAZETTE.id}

    def test_days_are_those_of_the_thing_and_of_a_passage_its_article(self, store: Store) -> None:
        in_april = search(store, first_day="2031-04-02")
        assert {hit.kind for hit in in_april.hits} == {"event", "headline", "passage"}
        assert {one.place.article for one in in_april.hits if one.kind == "headline"} == {
            GAZETTE.id
        }
        assert search(store, last_day="2031-03-04").total == 0
        day = {"first_day": "2031-03-05", "last_day": "2031-03-05"}
        assert "statement" in kinds(search(store, **day))

    def test_values_of_filters_are_counted(self, store: Store) -> None:
        found = search(store, "corridor", kinds=("passage",))
        assert found.total == 2
        assert {one.value: one.found for one in found.counts["kind"]} == {
            "statement": 1, "position": 1, "passage": 2,
        }  # fmt: skip
        assert {one.value: one.found for one in found.counts["outlet"]} == {
            "Haldun Post": 2, "Gazette": 1,
        }  # fmt: skip
        (speaker,) = search(store, "corridor").counts["speaker"]
        assert speaker == ("ent-r", "Jana Řehořová", 2)

    def test_parts_make_up_the_whole(self, store: Store) -> None:
        whole = search(store, outlet="o").hits
        parts = [search(store, outlet="o", offset=at, limit=2).hits for at in range(0, 12, 2)]
        assert len(whole) > 4
        assert [hit for part in parts for hit in part] == list(whole)

    @pytest.mark.parametrize("typed", ["", '"', "*", "()", "--", "   "])
    def test_no_words_find_nothing(self, store: Store, typed: str) -> None:
        assert search(store, typed) == Found((), 0, {}, ())

    @pytest.mark.parametrize(
        "typed",
        ["corridor' OR 1=1 --", "NEAR(corridor nine)", "words:corridor", "corridor AND", "NOT nine",
         "^corridor", '"corridor" + nine', "{words about}: nine", "corridor; DROP TABLE searched"],
    )  # fmt: skip
    def test_no_word_is_an_operator(self, store: Store, typed: str) -> None:
        found = search(store, typed)
        assert all("corridor" in hit.words or "nine" in hit.words for hit in found.hits)
        assert search(store, "corridor").total == 4

    def test_whatever_is_typed_is_answered(self, store: Store) -> None:
        @settings(max_examples=60, deadline=None, derandomize=True)
        @given(typed=st.text(), outlet=st.text(max_size=9), day=st.text(max_size=9))
        def is_answered(typed: str, outlet: str, day: str) -> None:
            typed, outlet, day = (
                one.encode("utf-8", "replace").decode() for one in (typed, outlet, day)
            )
            for first_day in ("2031", day):
                found = search(store, typed, first_day=first_day, outlet=outlet)
                for hit in found.hits:
                    assert all(mark.end <= len(hit.words) for mark in hit.marks)

        is_answered()

    def test_an_article_that_changes_is_found_as_it_is(self, store: Store) -> None:
        longer = msgspec.structs.replace(POST, blocks=POST.blocks[:2], outlet="Morning Post")
        store.add_articles([kept(longer)])
        assert search(store, "cafe").total == 0
        assert sorted(kinds(search(store, outlet="morning"))) == sorted(
            ["event", "headline", "passage", "position", "statement"]
        )
        assert store.problems() == []

    def test_an_article_that_goes_is_not_found(self, store: Store) -> None:
        store.add_page(POST.source + POST.id, "art1-new", b"page")
        store.drop_unsourced()
        assert {hit.place.article for hit in search(store, "nine").hits} == {GAZETTE.id}
        assert search(store, "corridor").total == 1
        assert store.named("Vessa") == []
        assert store.problems() == []

    @pytest.mark.parametrize("moment", range(1, 7))
    def test_what_goes_while_it_is_looked_for(
        self, store: Store, places: list[str], moment: int
    ) -> None:
        """A writer comes by between two questions of a reader."""
        with closing(self.open(places[0], write=False)) as reader:
            ask, asked = reader._all, []  # type: ignore[attr-defined]

            def ask_slowly(sql: str, *values: object) -> object:
                asked.append(sql)
                if len(asked) == moment:
                    store.add_page(POST.source + POST.id, "art1-new", b"page")
                    store.drop_unsourced()
                return ask(sql, *values)

            reader._all = ask_slowly  # type: ignore[attr-defined]
            found = search(reader, "corridor")
        assert asked
        assert all(POST.id in hit.articles or hit.words == SHARED for hit in found.hits)

    def test_a_record_that_changes_is_found_as_it_is(self, store: Store) -> None:
        other = msgspec.structs.replace(STATEMENT, text="No tunnel")
        store.replace_collation(record_of(statements=[other], events=[]))
        assert search(store, "tunnel").total == 1
        assert "statement" not in kinds(search(store, "corridor"))
        assert search(store, status="planned").total == 0
        assert store.problems() == []

    def test_who_is_named_anew_is_found_by_the_new_name_only(self, store: Store) -> None:
        renamed = msgspec.structs.replace(ENTITIES[0], name="Marta Quill", aliases=("Quill",))
        before = search(store, "Quill").total
        store.replace_collation(record_of(entities=[renamed, *ENTITIES[1:]]))
        assert before == 0
        assert {"statement", "event", "position"} <= set(kinds(search(store, "Quill")))
        assert store.named("quill") == [renamed]
        assert store.named("Řehořová") == []
        assert store.problems() == []

    @pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
    def test_no_change_leaves_the_index_behind(self, store: Store, change) -> None:
        change(store)
        assert store.problems() == []

    def test_a_change_that_is_interrupted_changes_nothing_that_is_found(self, store: Store) -> None:
        before = search(store, "corridor")
        with pytest.raises(KeyboardInterrupt):
            store.add_articles(interrupted([kept(article_of("A corridor."))]))
        half = collation_of()._replace(joined=Joined(statements=interrupted([])))
        with pytest.raises(KeyboardInterrupt):
            store.replace_collation(half)
        assert search(store, "corridor") == before
        assert store.problems() == []

    def test_the_order_of_changes_does_not_matter(self, places: list[str], store: Store) -> None:
        with closing(self.open(places[1])) as other:
            other.add_articles([kept(GAZETTE)])
            other.replace_collation(record_of(statements=[]))
            other.add_articles([kept(POST)])
            other.replace_collation(record_of())
            for typed in ("corridor", "nine", "talks"):
                assert search(other, typed) == search(store, typed)

    def test_names_whatever_their_accents(self, store: Store) -> None:
        assert store.named("REHOROVA") == [ENTITIES[0]]
        assert store.named("wessa") == [ENTITIES[1]]
        assert store.named("corridor") == []
        assert store.statement("stm-1") == STATEMENT
        assert store.event("evt-1") == EVENT
        assert store.position("pos-1") == POSITION
        assert store.statement("evt-1") is None
