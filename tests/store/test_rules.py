"""Doctor's rules find each kind of damage, and find none in a sound store."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.contracts.readers import RuleReader
from tests.contracts.stories import SAMPLE, build_store
from variorum.record.article import Article
from variorum.record.correction import Sides, make_correction
from variorum.record.lineage import Dispatch, Lineage, Pair
from variorum.record.reading import Mention, Quotation, Reading
from variorum.record.reuse import Edit, Place, Reuse
from variorum.record.span import Span
from variorum.record.when import When
from variorum.store.rules import find_faults, unfinished_work
from variorum.store.sqlite import SqliteStore


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a sound store of the sample story, and of an input that gave no article."""
    folder = tmp_path_factory.mktemp("sound")
    (folder / "empty.txt").touch()
    build_store(folder / "story.variorum", SAMPLE, folder / "empty.txt", reader=RuleReader())
    return (folder / "story.variorum").read_bytes()


@pytest.fixture
def path(tmp_path: Path, sound: bytes) -> Path:
    path = tmp_path / "story.variorum"
    path.write_bytes(sound)
    return path


def faults(path: Path) -> list[str]:
    with SqliteStore(path) as store:
        return list(find_faults(store))


def damage(path: Path, sql: str, *values: object) -> None:
    """As a disk, a careless script or a bug of ours may do it."""
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(sql, values).rowcount > 0


def replace(path: Path, table: str, before: Any, after: Any) -> None:
    """Put one noun in place of another, keys left as they are."""
    old, new = msgspec.msgpack.encode(before), msgspec.msgpack.encode(after)
    damage(path, f"UPDATE {table} SET payload = ? WHERE payload = ?", new, old)


def first(path: Path, noun: str) -> Any:
    """The first reuse, pair, edge, dispatch or article of a store."""
    with SqliteStore(path) as store:
        return next(iter(getattr(store, noun)()))


def with_edits(path: Path) -> Reuse:
    with SqliteStore(path) as store:
        return next(reuse for reuse in store.reuses() if reuse.edits)


def move(struct: Any, **changes: Any) -> Any:
    return msgspec.structs.replace(struct, **changes)


def test_a_sound_store_has_no_fault(path: Path) -> None:
    assert faults(path) == []
    with SqliteStore(path) as store:
        assert unfinished_work(store) == []


def test_a_passage_past_its_text(path: Path) -> None:
    reuse: Reuse = first(path, "reuses")
    beyond = Place(reuse.b.article, reuse.b.start, 1_000_000)
    replace(path, "reuses", reuse, move(reuse, b=beyond, edits=()))
    (fault,) = faults(path)
    assert reuse.id in fault
    assert "1000000" in fault


def test_an_edit_outside_its_passage(path: Path) -> None:
    reuse = with_edits(path)
    outside = Edit("delete", Span(reuse.a.end, reuse.a.end + 3), Span(reuse.b.start, reuse.b.start))
    replace(path, "reuses", reuse, move(reuse, edits=(outside,)))
    assert faults(path) == [f"Passage {reuse.id} has an edit outside itself"]


def test_a_passage_of_an_article_that_is_not_there(path: Path) -> None:
    reuse: Reuse = first(path, "reuses")
    nowhere = Place("art1-nowhere", reuse.a.start, reuse.a.end)
    replace(path, "reuses", reuse, move(reuse, a=nowhere))
    (fault,) = faults(path)
    assert reuse.id in fault
    assert "art1-nowhere" in fault


def test_a_block_past_its_text(path: Path) -> None:
    article: Article = first(path, "articles")
    raw = msgspec.to_builtins(article)
    raw["blocks"][-1]["end"] = 1_000_000
    damage(
        path,
        "UPDATE articles SET payload = ? WHERE id = ?",
        msgspec.msgpack.encode(raw),
        article.id,
    )
    (fault,) = faults(path)
    assert article.source in fault


def test_an_article_that_is_another_than_its_id_says(path: Path) -> None:
    article: Article = first(path, "articles")
    replace(path, "articles", article, move(article, sha256="0" * 64))
    (fault,) = faults(path)
    assert article.id in fault


READINGS: dict[str, tuple[Callable[[Reading], Reading], str]] = {
    "a sentence past the text": (
        lambda one: move(one, sentences=(*one.sentences[:-1], Span(0, 1_000_000))),
        "ends at 1000000",
    ),
    "a mention past the text": (
        lambda one: move(one, mentions=(Mention(0, 1_000_000, None, "other"),)),
        "ends at 1000000",
    ),
    "a time past the text": (
        lambda one: move(one, times=(move(one.times[0], end=1_000_000),)),
        "ends at 1000000",
    ),
    "words past the text": (
        lambda one: move(one, quotations=(quoted(one, content=(Span(0, 1_000_000),)),)),
        "ends at 1000000",
    ),
    "a quotation of nothing": (
        lambda one: move(one, quotations=(quoted(one, content=(Span(3, 3),)),)),
        "of no words",
    ),
    "more than certainty": (
        lambda one: move(one, quotations=(quoted(one, confidence=1.5),)),
        "1.5 sure",
    ),
    "a speaker who is not there": (
        lambda one: move(one, quotations=(quoted(one, speaker="ent1-nobody"),)),
        "ent1-nobody",
    ),
    "a mention of nobody": (
        lambda one: move(one, mentions=(Mention(0, 1, "ent1-nobody", "other"),)),
        "ent1-nobody",
    ),
    "one entity twice": (
        lambda one: move(one, entities=(*one.entities, *one.entities)),
        "one id",
    ),
    "a time that ends before it starts": (
        lambda one: move(one, times=(move(one.times[0], when=BACKWARDS),)),
        "no interval",
    ),
    "words said at no time of any calendar": (
        lambda one: move(one, quotations=(quoted(one, said=NO_DAY),)),
        "no interval",
    ),
    "a vector too few": (lambda one: move(one, vectors=one.vectors[:-8]), "vector"),
    "an article that is not there": (
        lambda one: move(one, article="art1-nowhere"),
        "art1-nowhere",
    ),
}
BACKWARDS = When("2031-03-09", "2031-03-01", "day", "stated")
NO_DAY = When("2031-02-30", "2031-02-30", "day", "stated")


def quoted(reading: Reading, **changes: Any) -> Quotation:
    return move(reading.quotations[0], **changes)


@pytest.mark.parametrize(("spoil", "says"), READINGS.values(), ids=READINGS)
def test_a_reading_that_breaks_a_rule(
    path: Path, spoil: Callable[[Reading], Reading], says: str
) -> None:
    with SqliteStore(path) as store:
        reading = next(one for one in store.readings() if one.quotations and one.times)
    replace(path, "readings", reading, spoil(reading))
    (fault,) = (fault for fault in faults(path) if "gathers quotation" not in fault)
    assert says in fault
    assert reading.article in fault or "nowhere" in fault


def test_a_reading_of_an_article_that_is_not_there(path: Path) -> None:
    damage(path, "UPDATE readings SET article = 'art1-nowhere' WHERE article = "
           "(SELECT min(article) FROM readings)")  # fmt: skip
    assert any("art1-nowhere" in fault for fault in faults(path))


def test_an_article_without_its_source(path: Path) -> None:
    article: Article = first(path, "articles")
    replace(path, "articles", article, move(article, sources=("elsewhere.txt",)))
    (fault,) = faults(path)
    assert article.id in fault


@pytest.mark.parametrize("end", ["parent", "child"])
def test_an_edge_to_nowhere(path: Path, end: str) -> None:
    edge: Lineage = first(path, "lineage")
    replace(path, "lineage", edge, move(edge, **{end: "art1-nowhere"}))
    (fault,) = faults(path)
    assert "art1-nowhere" in fault


def test_a_circle_of_ancestors(path: Path) -> None:
    with SqliteStore(path) as store:
        ids = [article.id for article in store.articles()][:3]
    edges = [
        Lineage(parent, child, "copy", 1.0, 1.0, ())
        for parent, child in zip(ids, [*ids[1:], ids[0]], strict=True)
    ]
    damage(path, "DELETE FROM lineage")
    for edge in edges:
        damage(
            path,
            "INSERT INTO lineage VALUES (?, ?, ?)",
            edge.child,
            edge.parent,
            msgspec.msgpack.encode(edge),
        )
    found = faults(path)
    assert len(found) == 3
    assert all(any(article in fault and "ancestor" in fault for fault in found) for article in ids)


def test_a_pair_out_of_order(path: Path) -> None:
    pair: Pair = first(path, "pairs")
    replace(path, "pairs", pair, move(pair, a=pair.b, b=pair.a))
    (fault,) = faults(path)
    assert "out of order" in fault
    assert pair.a in fault


def test_a_pair_with_nobody(path: Path) -> None:
    pair: Pair = first(path, "pairs")
    replace(path, "pairs", pair, move(pair, b="art1-~nowhere"))
    (fault,) = faults(path)
    assert "art1-~nowhere" in fault


def test_a_source_without_a_page(path: Path) -> None:
    damage(path, "INSERT INTO sources VALUES ('lost.txt', 'art1-nowhere')")
    (fault,) = faults(path)
    assert "sources" in fault


TABLES = ["articles", "readings", "reuses", "pairs", "lineage", "dispatches", "dates", "failures"]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("payload", [b"\xc1nonsense", b"\x80"], ids=["no MessagePack", "no noun"])
def test_a_payload_that_cannot_be_decoded(path: Path, table: str, payload: bytes) -> None:
    keys = {
        "dates": "article",
        "readings": "article",
        "failures": "source",
        "pairs": "a",
        "lineage": "child",
    }
    key = keys.get(table, "id")
    one = f"UPDATE {table} SET payload = ? WHERE {key} = (SELECT min({key}) FROM {table})"
    damage(path, one, payload)
    assert faults(path)


@pytest.mark.parametrize("noun", ["dispatch", "date"])
def test_what_is_said_of_an_article_that_is_not_there(path: Path, noun: str) -> None:
    if noun == "dispatch":
        dispatch: Dispatch = first(path, "dispatches")
        articles = (*dispatch.articles, "art1-nowhere")
        replace(path, "dispatches", dispatch, move(dispatch, articles=articles))
    else:
        damage(path, "UPDATE dates SET article = 'art1-nowhere' WHERE article = "
               "(SELECT min(article) FROM dates)")  # fmt: skip
    assert any("art1-nowhere" in fault for fault in faults(path))


def test_when_an_article_came_that_is_not_there(path: Path) -> None:
    damage(path, "INSERT INTO arrivals VALUES ('art1-nowhere', '2031-03-04T09:40:00.000Z')")
    (fault,) = faults(path)
    assert "art1-nowhere" in fault


def test_a_disk_that_lost_pages_of_the_file(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for start in range(8 * 4096, len(data), 9 * 4096):
        data[start : start + 60] = b"\xff" * 60
    path.write_bytes(data)
    assert faults(path)


FIND: dict[str, tuple[str, Callable[[list[str]], bool]]] = {
    "an article that is not marked": (
        "DELETE FROM articles WHERE id = (SELECT min(id) FROM articles)",
        lambda notes: "1 pages" in notes[0],
    ),
    "a page whose source gives another now": (
        "INSERT INTO pages VALUES ('art1-orphan', x'00')",
        lambda notes: "1 pages are given by no source" in notes[1],
    ),
    "a record that is not drawn": (
        "DELETE FROM sources WHERE source = (SELECT min(source) FROM sources)",
        lambda notes: "not drawn" in notes[1],
    ),
}


@pytest.mark.parametrize(("sql", "says"), FIND.values(), ids=FIND)
def test_work_that_a_run_left_is_told_apart_from_faults(
    path: Path, sql: str, says: Callable[[list[str]], bool]
) -> None:
    with SqliteStore(path, write=True) as store:
        store.drop_readings(store.reading_keys())
    for table in ("reuses", "pairs", "lineage", "dispatches", "dates", "arrivals"):
        damage(path, f"DELETE FROM {table}")
    damage(path, sql)
    damage(path, "DELETE FROM facts WHERE name = 'searched'")
    SqliteStore(path, write=True).close()  # The index follows what was taken away by hand.
    assert faults(path) == []
    with SqliteStore(path) as store:
        assert says(unfinished_work(store))


def test_a_correction_that_was_tampered_with(path: Path) -> None:
    sides = Sides(["quo1-gone"], ["quo1-away"])
    one = make_correction("join", "statement", sides, "Anna", made="2031-03-05T10:00:00Z")
    with SqliteStore(path, write=True) as store:
        store.add_corrections([one])
    assert faults(path) == []
    replace(path, "corrections", one, move(one, author="Ben"))
    assert faults(path) == [f"Correction {one.id} has another id than its content"]
