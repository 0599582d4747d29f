"""Doctor's rules for what is joined out of readings find each kind of damage."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.contracts.readers import RuleReader
from tests.contracts.store_contract import event_of, position_of, statement_of
from tests.contracts.stories import SAMPLE, build_store
from variorum.record.event import EventPlace, Participant, StatusReport
from variorum.record.reading import Entity
from variorum.record.reuse import Place
from variorum.record.statement import Variant
from variorum.record.story import StoryGroup
from variorum.store.protocol import Collation, Joined
from variorum.store.rules import find_faults
from variorum.store.sqlite import SqliteStore


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a store of the sample story."""
    path = tmp_path_factory.mktemp("read") / "story.variorum"
    build_store(path, SAMPLE, reader=RuleReader())
    return path.read_bytes()


@pytest.fixture
def store(tmp_path: Path, read: bytes) -> SqliteStore:
    path = tmp_path / "story.variorum"
    path.write_bytes(read)
    return SqliteStore(path, write=True)


def faults(store: SqliteStore, spoil: str | None = None, **changes: Any) -> list[str]:
    """What is found in a store of one noun each; one of them, `spoil`, with some changes."""
    reading = next(reading for reading in store.readings() if reading.quotations)
    article, quotation = reading.article, reading.quotations[0].id
    nouns = {
        "statements": msgspec.structs.replace(
            statement_of("stm"), quotations=(quotation,), articles=(article,),
            variants=(Variant(quotation, "identical"),),
        ),
        "events": msgspec.structs.replace(
            event_of("evt"), mentions=(EventPlace(article, 0, 4, "planned"),),
            status_history=(StatusReport("planned", None, article),),
        ),
        "positions": msgspec.structs.replace(
            position_of("pos"), evidence=(Place(article, 0, 4),)
        ),
        "stories": StoryGroup("sto", "A", (article,), None),
    }  # fmt: skip
    if spoil:
        nouns[spoil] = msgspec.structs.replace(nouns[spoil], **changes)
    entities = [Entity("ent-a", "A", "person")]
    rows: dict[str, Any] = {noun: [one] for noun, one in nouns.items()}
    joined = Joined(entities=entities, joined={"ent": "ent-a"}, **rows)
    store.replace_collation(Collation("digest", {}, [], [], [], [], joined))
    return list(find_faults(store))


def test_sound_nouns_have_no_fault(store: SqliteStore) -> None:
    assert faults(store) == []


NOWHERE = "art1-nowhere"
SPOILT: dict[str, tuple[str, dict[str, Any], str]] = {
    "a speaker": ("statements", {"speaker": "ent-x"}, "ent-x"),
    "a quotation": ("statements", {"quotations": ("quo-x",)}, "quo-x"),
    "a variant": ("statements", {"variants": (Variant("quo-x", "identical"),)}, "quo-x"),
    "an article": ("statements", {"articles": (NOWHERE,)}, NOWHERE),
    "a participant": ("events", {"participants": (Participant("ent-x", "X", "party"),)}, "ent-x"),
    "a report": ("events", {"status_history": (StatusReport("denied", None, NOWHERE),)}, NOWHERE),
    "a mention": ("events", {"mentions": (EventPlace(NOWHERE, 0, 4, "denied"),)}, NOWHERE),
    "an actor": ("positions", {"actor": "ent-x"}, "ent-x"),
    "no evidence": ("positions", {"evidence": ()}, "no words"),
    "evidence": ("positions", {"evidence": (Place(NOWHERE, 0, 4),)}, NOWHERE),
    "a story's article": ("stories", {"articles": (NOWHERE,)}, NOWHERE),
    "confidence": ("events", {"confidence": 1.5}, "1.5 sure"),
}


@pytest.mark.parametrize(("noun", "changes", "says"), SPOILT.values(), ids=SPOILT)
def test_a_noun_that_breaks_a_rule(
    store: SqliteStore, noun: str, changes: dict[str, Any], says: str
) -> None:
    found = faults(store, noun, **changes)
    assert found
    assert all(says in fault for fault in found)


def test_words_past_the_end_of_an_article(store: SqliteStore) -> None:
    article = next(reading.article for reading in store.readings() if reading.quotations)
    found = faults(store, "positions", evidence=(Place(article, 0, 1_000_000),))
    assert found == [f"pos points past the end of article {article}"]
