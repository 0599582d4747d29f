"""Exports are valid by the schemas that those who made the formats published (`published`)."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from jsonschema import Draft4Validator, Draft7Validator, FormatChecker
from lxml import etree

from tests.contracts.readers import RuleReader
from tests.contracts.stories import article_line, build_store, write_lines
from tests.export.published import RDF, RDFS, Vocabulary, each, json_schema, nodes_of, schema_file
from variorum.export.annotations import CONTEXT
from variorum.export.formats import FORMATS
from variorum.export.nouns import NOUNS
from variorum.export.tables import schema_of
from variorum.library import open_story

HOSTILE = [
    article_line(
        'Talks\x0b in <Perisa> & elsewhere.\n\nAnn Lee said "we \ud7ff\ufffe said so" on Monday.',
        title='\x01 =cmd|" /C calc"!A0 </data> ]]>',
        url='https://news.example/a b/<c>?"d"={e}|f#[g]',
        published="2031-03-04T09:40:00.5+05:30",
        authors=["Ann; Lee", "Jo\x7f"],
    ),
    article_line("A second text, which nobody dated.\n\nIt has “words” of “its own”.", url="x:y z"),
    article_line("A third. It is of a day.", published="2031-03-04", url="http://[::1/"),
    article_line("A fourth. It is of a month.", published="2031-03", url="http://ü.example/ä"),
    article_line("A fifth, of a minute in no zone.", published="2031-03-04T09:40"),
]
"""What articles may say of themselves that formats have no place for."""


@pytest.fixture(scope="module", params=["the sample story", "hostile articles"])
def folder(
    request: pytest.FixtureRequest, sample_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """All formats of a story in one folder."""
    folder = tmp_path_factory.mktemp("published")
    store = sample_store
    if request.param == "hostile articles":
        store = folder / "s.variorum"
        build_store(store, write_lines(folder / "rows.jsonl", HOSTILE), reader=RuleReader())
    with open_story(store) as story:
        for one in FORMATS.values():
            one.write(story, folder)
    return folder


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def checker(*formats: str) -> FormatChecker:
    """Checks these formats of strings, which without what it needs for them it would not."""
    return FormatChecker(formats)  # raises KeyError for one that cannot be checked


def test_graphs_are_valid_by_the_schema_of_graphml(folder: Path) -> None:
    schema = etree.XMLSchema(etree.parse(str(schema_file("graphml.xsd"))))
    for name in ("lineage", "actors"):
        graph = etree.parse(str(folder / f"{name}.graphml"))
        assert schema.validate(graph), schema.error_log
        graph.getroot().find("{*}graph").set("edgedefault", "sideways")
        assert not schema.validate(graph)


def test_articles_are_valid_by_the_schema_of_ninjs(folder: Path) -> None:
    schema = json_schema("ninjs.json")
    validator = Draft4Validator(schema, format_checker=checker("uri", "date-time"))
    rows = lines(folder / "ninjs.jsonl")
    for row in rows:
        validator.validate(row)
        assert schema["id"].removesuffix("#") == row["standard"]["schema"]
    for wrong in ({"versioncreated": "2031-03-04"}, {"uri": "a b"}, {"people": "Ann"}):
        assert not validator.is_valid(rows[0] | wrong)


def test_annotations_are_valid_by_a_schema_of_web_annotations(folder: Path) -> None:
    validator = Draft7Validator(json_schema("annotation.json"), format_checker=checker("iri"))
    rows = lines(folder / "annotations.jsonl")
    for row in rows:
        validator.validate(row)
    sound = {"@context": CONTEXT, "type": "Annotation", "id": "urn:a", "target": "urn:b"}
    validator.validate(sound)
    for wrong in ({"type": "Note"}, {"id": "a b"}, {"target": {"selector": []}}):
        assert not validator.is_valid(sound | wrong)


OA = "http://www.w3.org/ns/oa#"
XSD = "http://www.w3.org/2001/XMLSchema#"

TERMS = {
    "body": "hasBody", "target": "hasTarget", "motivation": "motivatedBy", "source": "hasSource",
    "purpose": "hasPurpose", "selector": "hasSelector", "scope": "hasScope", "start": "start",
    "end": "end", "exact": "exact", "prefix": "prefix", "suffix": "suffix",
}  # fmt: skip
"""The properties that keys stand for, by the table of keys in the Web Annotation Vocabulary."""

OTHERS = {"@context", "id", "type", "value", "format", "generator", "name"}
"""Keys that stand for properties of other vocabularies."""

LITERALS = {
    f"{XSD}string": lambda value: isinstance(value, str),
    f"{XSD}nonNegativeInteger": lambda value: type(value) is int and value >= 0,
}


def faults_in_annotation(annotation: dict[str, Any], vocabulary: Vocabulary) -> Iterator[str]:
    for node in nodes_of(annotation):
        kind = OA + node["type"]
        if node["type"] != "Software" and not vocabulary.is_a(kind, f"{RDFS}Class"):
            yield f"{node['type']} is no class"
        for key in node.keys() - OTHERS:
            term = OA + TERMS[key]
            if not vocabulary.is_a(term, f"{RDF}Property"):
                yield f"{key} is no property"
            if not vocabulary.told(term, f"{RDFS}domain") <= vocabulary.above(kind):
                yield f"{key} is not of {node['type']}"
            for wanted in vocabulary.told(term, f"{RDFS}range"):
                for value in each(node[key]):
                    if not is_of(value, wanted, vocabulary):
                        yield f"{key} is {value}"


def is_of(value: Any, wanted: str, vocabulary: Vocabulary) -> bool:
    if wanted in LITERALS:
        return LITERALS[wanted](value)
    if isinstance(value, str):
        return vocabulary.is_a(OA + value, wanted)
    return wanted in vocabulary.above(OA + value["type"])


def test_annotations_use_the_web_annotation_vocabulary_as_it_is(folder: Path) -> None:
    vocabulary = Vocabulary("oa.nq")
    iris = checker("iri", "uri")
    for row in lines(folder / "annotations.jsonl"):
        assert list(faults_in_annotation(row, vocabulary)) == []
        for node in nodes_of(row):
            for key in node.keys() & {"id", "source", "scope"}:
                iris.check(node[key], "iri")
    wrong = {"type": "SpecificResource", "motivation": "wondering", "selector": {"type": "Choice"}}
    assert len(list(faults_in_annotation(wrong, vocabulary))) == 3
    assert list(faults_in_annotation({"type": "TextPositionSelector", "start": -1}, vocabulary))


SCHEMA = "http://schema.org/"
FORMS = {
    "Date": date.fromisoformat,
    "DateTime": datetime.fromisoformat,
    "URL": lambda text: checker("iri").conforms(text, "iri"),
    "Text": str,
}


def faults_in_article(row: dict[str, Any], vocabulary: Vocabulary) -> Iterator[str]:
    for node in nodes_of(row):
        kind = SCHEMA + node["@type"]
        if not vocabulary.is_a(kind, f"{RDFS}Class"):
            yield f"{node['@type']} is no class"
        for key in node.keys() - {"@context", "@type", "@id"}:
            domain = vocabulary.told(SCHEMA + key, f"{SCHEMA}domainIncludes")
            if domain.isdisjoint(vocabulary.above(kind)):
                yield f"{key} is not of {node['@type']}"
            ranges = vocabulary.told(SCHEMA + key, f"{SCHEMA}rangeIncludes")
            for value in each(node[key]):
                if not fits(value, ranges, vocabulary):
                    yield f"{key} is {value}"


def fits(value: Any, ranges: set[str], vocabulary: Vocabulary) -> bool:
    if isinstance(value, dict):
        return not ranges.isdisjoint(vocabulary.above(SCHEMA + value["@type"]))
    return any(is_written_as(value, one.removeprefix(SCHEMA)) for one in ranges)


def is_written_as(value: str, kind: str) -> bool:
    if kind == "DateTime" and not re.search(r"T\d\d:\d\d:\d\d", value):
        return False
    try:
        return kind in FORMS and FORMS[kind](value) is not False
    except ValueError:
        return False


def test_articles_use_the_vocabulary_of_schema_org_as_it_is(folder: Path) -> None:
    vocabulary = Vocabulary("schema.nq")
    rows = lines(folder / "newsarticles.jsonl")
    for row in rows:
        assert list(faults_in_article(row, vocabulary)) == []
        assert row["@id"].startswith("urn:")
    wrong = {
        "@type": "NewsArticle", "datePublished": "2031-03-04T09:40", "byline": "Ann Lee",
        "author": "Ann Lee", "publisher": {"@type": "Place"}, "url": "a b",
    }  # fmt: skip
    assert len(list(faults_in_article(wrong, vocabulary))) == 6


READERS = {
    "parquet": "SELECT * FROM read_parquet(?)",
    "csv": "SELECT * FROM read_csv(?, header = true, all_varchar = true, strict_mode = true,"
    " delim = ',', quote = '\"', escape = '\"', max_line_size = 10000000)",
}
"""DuckDB reads both itself, and is strict about RFC 4180."""


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("kind", READERS)
def test_tables_are_read_by_another_program(folder: Path, noun: str, kind: str) -> None:
    wanted = lines(folder / f"{noun}.jsonl")
    with duckdb.connect() as connection:
        found = connection.execute(READERS[kind], [str(folder / f"{noun}.{kind}")])
        names = [column[0] for column in found.description]
        rows = found.fetchall()
    assert len(rows) == len(wanted)
    assert names == schema_of(NOUNS[noun].type).names
    if "id" in names and kind == "parquet":
        assert [row[names.index("id")] for row in rows] == [one["id"] for one in wanted]


def test_lines_of_tables_end_as_rfc_4180_says(folder: Path) -> None:
    for file in folder.glob("*.csv"):
        text = file.read_bytes().decode("utf-8")
        assert text.endswith("\r\n")
        rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}
