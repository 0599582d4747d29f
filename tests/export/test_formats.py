"""The record in other programs' formats, as programs that are not ours read it."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import rustworkx
from lxml import etree
from pyarrow import parquet
from typer.testing import CliRunner

from tests.contracts.nouns import add_nouns
from tests.contracts.readers import RuleReader
from tests.contracts.stories import SAMPLE, article_line, build_store, write_lines
from variorum.cli.app import app
from variorum.export.formats import FORMATS
from variorum.export.jsonlines import export_json_lines
from variorum.export.nouns import NOUNS
from variorum.export.plover import QUADS
from variorum.export.tables import schema_of
from variorum.library import Story, open_story
from variorum.record.event import EventType


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    folder = tmp_path_factory.mktemp("formats")
    build_store(folder / "s.variorum", SAMPLE, reader=RuleReader())
    add_nouns(folder / "s.variorum")
    with open_story(folder / "s.variorum") as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(story: Story, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All formats in one folder."""
    folder = tmp_path_factory.mktemp("exported")
    for one in FORMATS.values():
        one.write(story, folder)
    return folder


def lines(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_record_is_the_same_bytes(story: Story, tmp_path: Path, name: str) -> None:
    first = FORMATS[name].write(story, tmp_path / "first")
    assert FORMATS[name].write(story, tmp_path / "second") == first
    assert sum(first.values()) > 0
    for file in (tmp_path / "first").iterdir():
        assert file.read_bytes() == (tmp_path / "second" / file.name).read_bytes()


@pytest.mark.parametrize("noun", NOUNS)
def test_parquet_holds_what_json_lines_hold(folder: Path, noun: str) -> None:
    read = parquet.read_table(folder / f"{noun}.parquet")
    assert read.schema.equals(schema_of(NOUNS[noun].type))
    assert read.to_pylist() == lines(folder / f"{noun}.jsonl")


@pytest.mark.parametrize("noun", NOUNS)
def test_csv_holds_what_json_lines_hold(folder: Path, noun: str) -> None:
    for cells, row in zip(
        table(folder / f"{noun}.csv"), lines(folder / f"{noun}.jsonl"), strict=True
    ):
        assert cells.keys() == row.keys()
        for name, value in row.items():
            if value is None:
                assert cells[name] == ""
            elif isinstance(value, str):
                assert cells[name].removeprefix("'") == value.removeprefix("'")
            else:
                assert json.loads(cells[name]) == value


def test_a_cell_of_an_article_does_not_calculate(tmp_path: Path) -> None:
    title = '=HYPERLINK("http://evil.example";"Talks")'
    rows = write_lines(tmp_path / "a.jsonl", [article_line("One. Two.", title=title)])
    build_store(tmp_path / "s.variorum", rows)
    with open_story(tmp_path / "s.variorum") as opened:
        FORMATS["csv"].write(opened, tmp_path / "out")
    (row,) = table(tmp_path / "out" / "articles.csv")
    assert row["title"] == f"'{title}"


def test_lineage_is_a_graph_that_others_read(story: Story, folder: Path) -> None:
    (graph,) = rustworkx.read_graphml(str(folder / "lineage.graphml"))
    ends = {graph[node]["id"]: node for node in graph.node_indices()}
    assert ends.keys() >= {article.id for article in story.articles}
    for edge in story.lineage:
        told = graph.get_edge_data(ends[edge.parent], ends[edge.child])
        assert told["relation"] == edge.relation
        assert told["share"] == edge.share


def test_every_node_and_datum_of_a_graph_is_declared(folder: Path) -> None:
    name = "{http://graphml.graphdrawing.org/xmlns}"
    for file in folder.glob("*.graphml"):
        root = etree.parse(str(file)).getroot()
        declared = {key.get("id"): key.get("for") for key in root.iter(f"{name}key")}
        nodes = [node.get("id") for node in root.iter(f"{name}node")]
        assert len(nodes) == len(set(nodes))
        for edge in root.iter(f"{name}edge"):
            assert {edge.get("source"), edge.get("target")} <= set(nodes)
        for datum in root.iter(f"{name}data"):
            assert datum.getparent().tag == name + declared[datum.get("key")]


def test_annotations_point_at_their_words(story: Story, folder: Path) -> None:
    found = lines(folder / "annotations.jsonl")
    count = sum(1 for _ in story.quotations()) + sum(len(one.mentions) for one in story.events)
    assert len(found) == len({one["id"] for one in found}) == count
    for one in found:
        assert one["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert one["type"] == "Annotation"
        targets = one["target"] if isinstance(one["target"], list) else [one["target"]]
        for target in targets:
            text = story.by_id[target["source"].removeprefix("urn:variorum:")].text
            position, quote = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_every_plover_type_has_its_quad() -> None:
    types = set(EventType.__args__) - {"OTHER"}
    assert types == QUADS.keys()


def test_plover_rows_tell_the_first_report(story: Story, folder: Path) -> None:
    events = {one.id: one for one in story.events}
    found = table(folder / "plover.csv")
    assert {row["event_id"] for row in found} == {
        one.id for one in events.values() if one.type != "OTHER"
    }
    for row in found:
        event = events[row["event_id"]]
        assert row["quad_code"] == QUADS[event.type]
        assert any(
            (at.article, str(at.start)) == (row["article_id"], row["start"])
            for at in event.mentions
        )


def test_news_articles_have_names_of_schema_org_only(story: Story, folder: Path) -> None:
    known = set(
        "@context @type @id headline url inLanguage datePublished author publisher creditText "
        "sourceOrganization articleBody isBasedOn".split()
    )
    found = lines(folder / "newsarticles.jsonl")
    assert len(found) == len(story.articles)
    for row in found:
        assert row.keys() <= known
        assert row["@type"] == "NewsArticle"
        date = row.get("datePublished", "2031-03-04")
        assert re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?)?", date)


def test_ninjs_tell_who_published_and_what_it_was_made_from(story: Story, folder: Path) -> None:
    found = {row["uri"].removeprefix("urn:variorum:"): row for row in lines(folder / "ninjs.jsonl")}
    assert found.keys() == story.by_id.keys()
    for name, row in found.items():
        article = story.by_id[name]
        sources = [(one["name"], one["role"]) for one in row.get("infosources", [])]
        assert (article.outlet, "urn:variorum:outlet") in sources or not article.outlet
        for agency in article.agencies:
            assert (agency.name, f"urn:variorum:agency:{agency.role}") in sources
        parents = {f"urn:variorum:{edge.parent}" for edge in story.parents.get(name, ())}
        assert {one["uri"] for one in row.get("associations", [])} == parents
        assert all(one["value"] in article.text for one in row.get("headlines", []))
    assert any("associations" in row for row in found.values())


def test_formats_are_chosen_on_the_command_line(tmp_path: Path) -> None:
    build_store(tmp_path / "s.variorum", SAMPLE)
    command = ["export", str(tmp_path / "s.variorum"), str(tmp_path / "out")]
    told = CliRunner().invoke(app, [*command, "-f", "graphml", "-f", "plover", "--json"])
    assert told.exit_code == 0
    assert json.loads(told.output).keys() == {"lineage.graphml", "actors.graphml", "plover.csv"}
    refused = CliRunner().invoke(app, [*command, "-f", "xml"])
    assert "There is no format 'xml'" in str(refused.exception)
    assert not (tmp_path / "out" / "xml").exists()


def test_the_default_is_json_lines(story: Story, tmp_path: Path) -> None:
    assert FORMATS["jsonl"].write is export_json_lines
