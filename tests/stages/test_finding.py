"""Names are looked for under all their spellings, and statements lead to their words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.search_contract import GAZETTE, article, record_of
from tests.contracts.store_contract import kept
from variorum.record.reading import Entity, Quotation, Reading
from variorum.record.span import Span
from variorum.record.statement import Statement
from variorum.stages.finding import find
from variorum.store.protocol import KeptReading, ReadingKey
from variorum.store.searching import EVERYTHING
from variorum.store.sqlite import SqliteStore

PRESS = article(
    "Leader speaks\nVolodar Selensky left Kyiv. “We stay,” said Selenskiy, of Kiev.\n"
    "Volodar Petrak stayed in Ostrava.",
    "Press",
)
START = PRESS.text.index("We stay")
QUOTATION = Quotation(
    "quo", "direct", (Span(START, START + 7),), (), (), "own", "Selenskiy", None, None, None, 1.0
)
READING = Reading(PRESS.id, (), (), (), (), (QUOTATION,), b"", 0, "tests/1")
ENTITIES = [
    Entity("ent-s", "Volodar Selensky", "person", ("Selensky", "Selenskiy", "Volodar")),
    Entity("ent-p", "Volodar Petrak", "person", ("Petrak", "Volodar")),
    Entity("ent-k", "Kyiv", "place", ("Kiev",)),
]
STATEMENT = Statement("stm", "ent-s", "Selensky", "We stay", None, None, ("quo",), (PRESS.id,), ())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "story.variorum", write=True) as store:
        store.add_articles([kept(PRESS), kept(GAZETTE)])
        store.add_readings([KeptReading(PRESS.id, ReadingKey("inputs", "tests/1"), READING)])
        store.replace_collation(
            record_of(entities=ENTITIES, statements=[STATEMENT], events=[], positions=[])
        )
        yield store


def looked_for(store: SqliteStore, typed: str) -> list[tuple[str, ...]]:
    (term,) = find(store, typed, EVERYTHING).terms
    return list(term.phrases)


def test_a_name_is_looked_for_in_its_other_spellings(store: SqliteStore) -> None:
    assert looked_for(store, "selensky") == [("selensky",), ("Selenskiy",)]
    assert looked_for(store, "Kiev") == [("Kiev",), ("Kyiv",)]


def test_what_is_no_spelling_of_a_name_is_not_looked_for(store: SqliteStore) -> None:
    assert looked_for(store, "Volodar") == [("Volodar",)]
    assert looked_for(store, "stayed") == [("stayed",)]
    assert looked_for(store, "selens*") == [("selens",)]


def test_where_nothing_is_found_names_that_sound_the_same_are_looked_for(
    store: SqliteStore,
) -> None:
    found = find(store, "Selenskyy", EVERYTHING)
    assert ("Selensky",) in found.terms[0].phrases
    assert found.total > 0
    assert find(store, "Zimbabwe", EVERYTHING).total == 0


def test_a_statement_leads_to_its_words(store: SqliteStore) -> None:
    hit = next(one for one in find(store, "stay", EVERYTHING).hits if one.kind == "statement")
    assert PRESS.text[hit.place.start : hit.place.end] == "We stay"
