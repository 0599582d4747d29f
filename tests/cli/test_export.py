"""`variorum export`: file and field names are a public contract."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.cli.conftest import Run
from tests.contracts.nouns import add_nouns
from tests.contracts.readers import RuleReader
from tests.contracts.stories import SAMPLE, build_store
from variorum.cli.app import app

PLACE = {"article": {}, "start": {}, "end": {}}
SPAN = {"start": {}, "end": {}}
WHEN = {"earliest": {}, "latest": {}, "grain": {}, "basis": {}}

TABLE: dict[str, dict[str, Any]] = {
    "articles": {
        "id": {}, "source": {}, "sha256": {}, "text": {}, "title": {}, "outlet": {}, "authors": {},
        "agencies": {"name": {}, "role": {}}, "published": WHEN, "language": {},
        "blocks": {"start": {}, "end": {}, "role": {}},
    },
    "entities": {"id": {}, "name": {}, "kind": {}, "aliases": {}, "titles": {}},
    "mentions": {"article": {}, "start": {}, "end": {}, "entity": {}, "kind": {}},
    "times": {"article": {}, "start": {}, "end": {}, "type": {}, "when": WHEN, "value": {}},
    "quotations": {
        "id": {}, "article": {}, "mode": {}, "content": SPAN, "cue": SPAN, "source": SPAN,
        "speaker": {}, "speaker_name": {}, "addressee": {}, "venue": {}, "said": WHEN,
        "statement": {}, "confidence": {},
    },
    "statements": {
        "id": {}, "speaker": {}, "speaker_name": {}, "text": {}, "said": WHEN, "venue": {},
        "quotations": {}, "articles": {}, "independent_sources": {},
        "variants": {"quotation": {}, "kind": {}},
    },
    "events": {
        "id": {}, "label": {}, "type": {}, "participants": {"entity": {}, "name": {}, "role": {}},
        "place": {}, "when": WHEN, "status": {},
        "status_history": {"status": {}, "as_of": WHEN, "article": {}},
        "mentions": PLACE | {"status": {}},
    },
    "positions": {
        "id": {}, "actor": {}, "actor_name": {}, "issue": {}, "stance": {}, "condition": {},
        "as_of": WHEN, "evidence": PLACE,
    },
    "stories": {"id": {}, "label": {}, "articles": {}, "when": WHEN},
    "conflicts": {"id": {}, "kind": {}, "about": {}, "claims": PLACE | {"value": {}}},
    "wordings": {
        "from": {}, "to": {}, "count": {}, "outlets": {}, "places": {"a": PLACE, "b": PLACE},
    },
    "reuse": {
        "id": {}, "a": PLACE, "b": PLACE, "similarity": {},
        "edits": {"op": {}, "a": SPAN, "b": SPAN},
    },
    "lineage": {
        "parent": {}, "child": {}, "relation": {}, "share": {}, "confidence": {}, "reasons": {},
    },
    "dispatches": {
        "id": {}, "agency": {}, "articles": {}, "earliest": WHEN,
        "states": {"id": {}, "earliest": WHEN, "articles": {}},
    },
    "pairs": {
        "a": {}, "b": {}, "relation": {}, "direction": {}, "agency": {}, "share_a": {},
        "share_b": {},
    },
    "corrections": {
        "id": {}, "kind": {}, "noun": {}, "subjects": {}, "others": {}, "value": {}, "author": {},
        "made": {}, "undone": {"made": {}, "author": {}},
    },
    "failures": {"source": {}, "stage": {}, "code": {}, "message": {}, "next_step": {}},
}  # fmt: skip
"""The record as exported, as the design has it: never renamed."""

ADDED = {
    "articles": {
        "sources",
        "updated",
        "retrieved",
        "url",
        "domain",
        "given_id",
        "maker",
        "corrections",
    },
    "statements": {"confidence", "reasons", "corrections"},
    "events": {"confidence", "reasons", "maker", "corrections"},
    "positions": {"confidence", "reasons", "maker"},
    "stories": {"confidence", "reasons", "maker", "corrections"},
    "conflicts": {"sides", "values", "is_update", "confidence", "reasons"},
    "wordings": {"kind", "has_direction"},
    "reuse": {"maker"},
    "entities": {"confidence", "reasons", "maker", "corrections"},
    "reuse.edits": {"kind"},
    "lineage": {"maker"},
    "dispatches": {"maker"},
    "pairs": {"confidence", "reasons", "maker"},
}
"""What was added since; an addition is written here and in the documentation."""


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("export")
    (folder / "empty.txt").touch()
    build_store(folder / "s.variorum", SAMPLE, folder / "empty.txt", reader=RuleReader())
    add_nouns(folder / "s.variorum")
    CliRunner().invoke(app, ["export", str(folder / "s.variorum"), str(folder / "out")])
    return {
        file.stem: [json.loads(line) for line in file.read_bytes().splitlines()]
        for file in (folder / "out").iterdir()
    }


def names(value: object, fields: dict[str, Any], path: str) -> None:
    """Every object at this path has the fields of the table and the additions, no others."""
    if isinstance(value, list):
        for one in value:
            names(one, fields, path)
    elif isinstance(value, dict):
        assert value.keys() == fields.keys() | ADDED.get(path, set()), path
        for name, inner in fields.items():
            if inner:
                names(value[name], inner, f"{path}.{name}")


@pytest.mark.parametrize("noun", TABLE)
def test_fields(rows: dict[str, list[dict[str, Any]]], noun: str) -> None:
    assert rows[noun]
    names(rows[noun], TABLE[noun], noun)


def test_files(rows: dict[str, list[dict[str, Any]]]) -> None:
    assert rows.keys() == TABLE.keys()


def test_everything_points_at_something(rows: dict[str, list[dict[str, Any]]]) -> None:
    texts = {row["id"]: row["text"] for row in rows["articles"]}
    nodes = texts.keys() | {
        node
        for row in rows["dispatches"]
        for node in (row["id"], *(s["id"] for s in row["states"]))
    }
    entities = {row["id"] for row in rows["entities"]}
    for row in (*rows["mentions"], *rows["times"]):
        assert texts[row["article"]][row["start"] : row["end"]].strip()
    assert all(row["entity"] in entities for row in rows["mentions"])
    for row in rows["quotations"]:
        spans = (*row["content"], *row["cue"], *row["source"])
        assert all(texts[row["article"]][one["start"] : one["end"]].strip() for one in spans)
        assert row["speaker"] is None or row["speaker"] in entities
    for reuse in rows["reuse"]:
        for side in ("a", "b"):
            place = reuse[side]
            assert texts[place["article"]][place["start"] : place["end"]].strip()
    assert all(
        row["a"] < row["b"] and {row["a"], row["b"]} <= texts.keys() for row in rows["pairs"]
    )
    assert all(row["child"] in texts and row["parent"] in nodes for row in rows["lineage"])
    assert all(texts.keys() >= set(row["articles"]) for row in rows["dispatches"])


def test_edits_turn_one_passage_into_the_other(rows: dict[str, list[dict[str, Any]]]) -> None:
    """What stands between the edits is the same in both, but for case and punctuation."""
    articles = {row["id"]: row for row in rows["articles"]}
    edited = [row for row in rows["reuse"] if row["edits"]]
    assert edited
    for reuse in edited:
        a, b = (
            kept_words(
                articles[reuse[side]["article"]], reuse[side], [e[side] for e in reuse["edits"]]
            )
            for side in ("a", "b")
        )
        assert a == b


def kept_words(
    article: dict[str, Any], place: dict[str, Any], edits: list[dict[str, int]]
) -> list[str]:
    """The letters of the body between the edits of a passage."""
    ends = [place["start"], *(end for edit in edits for end in edit.values()), place["end"]]
    return [
        "".join(
            article["text"][k].casefold()
            for k in range(start, end)
            if article["text"][k].isalnum()
            and any(b["role"] == "body" and b["start"] <= k < b["end"] for b in article["blocks"])
        )
        for start, end in zip(ends[::2], ends[1::2], strict=True)
    ]


def test_counts_as_json_and_for_a_person(run: Run, story: Path) -> None:
    counts = json.loads(run("export", story, "out", "--json").stdout)
    assert counts.keys() == TABLE.keys()
    for name, count in counts.items():
        assert len(Path(f"out/{name}.jsonl").read_bytes().splitlines()) == count
    printed = run("export", story, "out").stdout
    assert all(f"out/{name}.jsonl" in printed for name in TABLE)
    assert len(list(Path("out").iterdir())) == len(TABLE)
