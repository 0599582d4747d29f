"""The sample story's golden folder agrees with the story's texts and with itself."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evaluation.golden import locate, opinions, quoted_places, rows

TRUTH = Path(__file__).parent / "sample"
NOUNS = sorted(file.stem for file in TRUTH.glob("*.jsonl"))

ENTITY_KINDS = {"person", "organization", "place", "group", "other"}
VARIANTS = {"identical", "truncated", "reworded", "paraphrased"}
STATUSES = {"happened", "ongoing", "planned", "cancelled", "denied", "hypothetical"}
STANCES = {"for", "against", "conditional", "mixed"}
CONFLICTS = {"date", "number", "status", "attribution", "wording"}
EVENT_TYPES = set(
    "ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST "
    "RETREAT SANCTION SUPPORT THREATEN".split()
)
"""The types of PLOVER, the Political Language Ontology for Verifiable Event Records."""


@pytest.fixture(scope="module")
def names() -> set[str]:
    """The names that the entities go by."""
    return {row["name"] for row in rows(TRUTH, "entities")}


def files_in(value: Any) -> Iterator[str]:
    """All files that a row names, wherever in it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from (
                opinions(inner) if key in ("file", "as_sent", "reworked") else files_in(inner)
            )
    elif isinstance(value, list):
        for inner in value:
            yield from files_in(inner)


@pytest.mark.parametrize("noun", NOUNS)
def test_every_row_stands_once_and_names_articles(noun: str, texts: dict[str, str]) -> None:
    told = rows(TRUTH, noun)
    assert told
    assert len({json.dumps(row, sort_keys=True) for row in told}) == len(told)
    assert {file for row in told for file in files_in(row)} <= set(texts)


@pytest.mark.parametrize("noun", NOUNS)
def test_all_words_stand_in_their_articles(noun: str, texts: dict[str, str]) -> None:
    for row in rows(TRUTH, noun):
        for file, words, nth, phrase in quoted_places(row):
            locate(texts[file], words, nth, phrase)


def test_pairs_and_lineage_name_articles_and_dispatches(texts: dict[str, str]) -> None:
    dispatches = rows(TRUTH, "dispatches")
    states = {state["state"] for row in dispatches for state in row["states"]}
    nodes = {*texts, *states, *(row["dispatch"] for row in dispatches)}
    edges = rows(TRUTH, "lineage")
    assert {row["parent"] for row in edges} <= nodes
    assert {row["child"] for row in edges} <= set(texts)
    pairs = [frozenset((row["a"], row["b"])) for row in rows(TRUTH, "pairs")]
    assert len(set(pairs)) == len(pairs)
    assert all(len(pair) == 2 and pair <= set(texts) for pair in pairs)


def test_carriers_of_states_descend_from_them() -> None:
    edges = {(row["parent"], row["child"]): row["relation"] for row in rows(TRUTH, "lineage")}
    states = [state for row in rows(TRUTH, "dispatches") for state in row["states"]]
    for state in states:
        assert {edges[state["state"], file] for file in state["as_sent"]} == {"copy"}
        assert {edges[state["state"], file] for file in state["reworked"]} <= {"edited"}


def test_lineage_is_told_by_pairs_too() -> None:
    pairs = {frozenset((row["a"], row["b"])): row for row in rows(TRUTH, "pairs")}
    for edge in rows(TRUTH, "lineage"):
        pair = pairs.get(frozenset((edge["parent"], edge["child"])))
        if "." in edge["parent"]:
            assert pair
            assert pair["relation"] == edge["relation"]
            assert pair["direction"] == ("a->b" if pair["a"] == edge["parent"] else "b->a")


def test_quotations_have_speakers_and_modes(names: set[str], texts: dict[str, str]) -> None:
    quotations = rows(TRUTH, "quotations")
    assert len({row["id"] for row in quotations}) == len(quotations)
    for row in quotations:
        assert row["mode"] in {"direct", "mixed", "indirect"}
        assert row["speaker"] in names or (row["speaker"] is None and row["source"])
        assert row.get("source", "") in texts[row["file"]]
        assert ("quoted" in row) == (row["mode"] == "mixed")
        for words in row.get("quoted", ()):
            assert sum(part.count(words) for part in row["words"]) == 1


def test_statements_gather_quotations(names: set[str]) -> None:
    quotations = {row["id"]: row for row in rows(TRUTH, "quotations")}
    gathered: set[str] = set()
    for row in rows(TRUTH, "statements"):
        members = [quotations[variant["quotation"]] for variant in row["variants"]]
        assert len(members) > 1
        assert gathered.isdisjoint(member["id"] for member in members)
        gathered |= {member["id"] for member in members}
        assert row["speaker"] is None or row["speaker"] in names
        kinds = {one["quotation"]: one["kind"] for one in row["variants"]}
        assert set(kinds.values()) <= VARIANTS
        fullest = [member for member in members if member["words"] == row["words"]]
        assert fullest
        assert all(kinds[member["id"]] == "identical" for member in fullest)


def test_entities_have_one_name_each(names: set[str]) -> None:
    entities = rows(TRUTH, "entities")
    assert len(names) == len(entities)
    assert {row["kind"] for row in entities} <= ENTITY_KINDS


def test_entities_are_named_in_the_texts(texts: dict[str, str]) -> None:
    story = "\n".join(texts.values()).casefold()
    for row in rows(TRUTH, "entities"):
        for name in (row["name"], *row["aliases"], *row["titles"]):
            assert name.casefold() in story.replace("’", "'"), name


def test_events_tell_of_entities(names: set[str]) -> None:
    for row in rows(TRUTH, "events"):
        assert row["type"] is None or set(opinions(row["type"])) <= EVENT_TYPES
        assert {*row["participants"], row["place"]} <= names | {None}
        assert row["earliest"] is None or row["earliest"] <= row["latest"]
        for entry in row["status_history"]:
            assert set(opinions(entry["status"])) <= STATUSES


def test_positions_are_those_of_entities(names: set[str]) -> None:
    for row in rows(TRUTH, "positions"):
        assert row["actor"] in names
        assert set(opinions(row["stance"])) <= STANCES
        assert (row["condition"] is not None) == (row["stance"] == "conditional")
        told = [place["text"] for place in row["evidence"]]
        assert row["condition"] is None or any(row["condition"] in text for text in told)


def test_conflicts_have_claims_that_differ(names: set[str]) -> None:
    for row in rows(TRUTH, "conflicts"):
        assert row["kind"] in CONFLICTS
        assert len({claim["value"] for claim in row["claims"]}) > 1
        assert {claim["by"] for claim in row["claims"]} <= names | {None}


def test_times_are_intervals() -> None:
    for row in rows(TRUTH, "times"):
        assert row["earliest"] <= row["latest"]
