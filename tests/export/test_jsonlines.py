"""The record as JSON Lines: whole, as documented, and the same for the same articles."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import examples
from tests.contracts.nouns import add_nouns
from tests.contracts.readers import RuleReader
from tests.contracts.stories import SAMPLE, Record, build_store, built, invented_stories
from tests.documents import Field, documented_fields
from variorum.export.jsonlines import export_json_lines
from variorum.export.nouns import NOUNS
from variorum.library import Story, open_story
from variorum.record.errors import InputError

FIELDS = documented_fields()
FILES = {f"{noun}.jsonl" for noun in FIELDS}

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """The sample story, with a failure."""
    folder = tmp_path_factory.mktemp("export")
    (folder / "empty.txt").touch()
    build_store(folder / "s.variorum", SAMPLE, folder / "empty.txt", reader=RuleReader())
    add_nouns(folder / "s.variorum")
    with open_story(folder / "s.variorum") as opened:
        yield opened


@pytest.fixture(scope="module")
def rows(story: Story, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    folder = tmp_path_factory.mktemp("rows")
    export_json_lines(story, folder)
    return {
        file.stem: [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        for file in folder.iterdir()
    }


def contents(folder: Path) -> Record:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_one_file_a_noun(story: Story, tmp_path: Path) -> None:
    counts = export_json_lines(story, tmp_path / "new" / "folder")
    files = contents(tmp_path / "new" / "folder")
    assert files.keys() == FILES
    assert counts == {noun: files[f"{noun}.jsonl"].count(b"\n") for noun in FIELDS}
    assert all(counts.values())


@pytest.mark.parametrize("noun", FIELDS)
def test_rows_have_the_documented_fields_and_no_others(rows: Rows, noun: str) -> None:
    for row in rows[noun]:
        assert sorted(row) == sorted(field.name for field in FIELDS[noun])


PARTS = {
    f"{noun}.{field.name}": (noun, field)
    for noun, fields in FIELDS.items()
    for field in fields
    if field.parts
}


@pytest.mark.parametrize(("noun", "field"), PARTS.values(), ids=PARTS)
def test_objects_in_rows_have_the_documented_fields(rows: Rows, noun: str, field: Field) -> None:
    inner = [one for row in rows[noun] for one in row[field.name]]
    assert inner
    assert all(one.keys() == set(field.parts) for one in inner)


def test_every_span_lies_within_its_text(rows: Rows) -> None:
    texts = {row["id"]: row["text"] for row in rows["articles"]}
    for row in rows["articles"]:
        for block in row["blocks"]:
            assert 0 <= block["start"] < block["end"] <= len(row["text"])
    for row in rows["reuse"]:
        for side in "ab":
            place = row[side]
            assert 0 <= place["start"] < place["end"] <= len(texts[place["article"]])
            for edit in row["edits"]:
                span = edit[side]
                assert place["start"] <= span["start"] <= span["end"] <= place["end"]


def test_what_is_told_differently_stands_in_the_texts(rows: Rows) -> None:
    texts = {row["id"]: row["text"] for row in rows["articles"]}
    for row in rows["conflicts"]:
        assert sum(row["sides"]) == len(row["claims"])
        for claim in row["claims"]:
            words = texts[claim["article"]][claim["start"] : claim["end"]]
            assert " ".join(words.split()) == claim["value"]
    for row in rows["wordings"]:
        for place in row["places"]:
            for side, words in (("a", row["from"]), ("b", row["to"])):
                printed = texts[place[side]["article"]][place[side]["start"] : place[side]["end"]]
                assert words.split()[-1].casefold() in printed.casefold()


def test_times_are_as_documented(rows: Rows) -> None:
    times = [
        row[name] for row in rows["articles"] for name in ("published", "updated", "retrieved")
    ]
    times += [one["earliest"] for row in rows["dispatches"] for one in (row, *row["states"])]
    assert any(times)
    for when in filter(None, times):
        assert when.keys() == {"earliest", "latest", "grain", "basis"}


@examples(max_examples=5, derandomize=True)
@given(invented_stories(), st.randoms(use_true_random=False))
def test_the_same_articles_in_any_order_are_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], chance
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    files = [folder / f"{number}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    first = built(folder / "first.variorum", *files)
    chance.shuffle(files)
    assert built(folder / "second.variorum", *files) == first
    shutil.rmtree(folder)


def test_an_export_takes_the_place_of_an_older_one(story: Story, tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text("of another story\n" * 99)
    (tmp_path / "notes.txt").write_text("mine")
    export_json_lines(story, tmp_path)
    once = contents(tmp_path)
    export_json_lines(story, tmp_path)
    assert contents(tmp_path) == once
    assert once.keys() == FILES | {"notes.txt"}
    assert once["notes.txt"] == b"mine"
    assert b"of another story" not in once["articles.jsonl"]


def refused(story: Story, folder: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        export_json_lines(story, folder)
    assert str(folder) in caught.value.what
    assert caught.value.next_step
    return caught.value


@pytest.mark.parametrize("name", ["taken", "taken/below"])
def test_a_file_in_the_way_of_the_folder(story: Story, tmp_path: Path, name: str) -> None:
    (tmp_path / "taken").write_text("mine")
    refused(story, tmp_path / name)
    assert contents(tmp_path) == {"taken": b"mine"}


def test_a_folder_in_the_way_of_a_file(story: Story, tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").mkdir()
    refused(story, tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["articles.jsonl"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unwritable for root")
def test_a_folder_that_cannot_be_written(story: Story, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    refused(story, tmp_path)
    tmp_path.chmod(0o700)
    assert not contents(tmp_path)


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_is_cut_short_leaves_the_older_export_as_it_was(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def cut_short(_: Story) -> Iterator[Any]:
        yield story.pairs[0]
        raise error

    export_json_lines(story, tmp_path)
    before = contents(tmp_path)
    monkeypatch.setitem(NOUNS, "pairs", NOUNS["pairs"]._replace(rows=cut_short))
    first = NOUNS["articles"]._replace(rows=lambda story: story.articles[:1])
    monkeypatch.setitem(NOUNS, "articles", first)
    if isinstance(error, OSError):
        assert "No space left on device" in refused(story, tmp_path).what
    else:
        with pytest.raises(type(error)):
            export_json_lines(story, tmp_path)
    assert contents(tmp_path) == before
