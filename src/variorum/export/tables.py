"""The record as tables: Parquet with nested columns, or CSV for a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

import msgspec
import pyarrow as pa
from msgspec import inspect
from pyarrow import parquet

from variorum.export.nouns import NOUNS, Noun
from variorum.export.writing import write_files
from variorum.library import Story

BATCH: Final = 1_000
"""Rows that are turned into columns at once."""

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""Starts of a cell that a spreadsheet would calculate instead of showing it."""


def export_parquet(story: Story, folder: Path) -> dict[str, int]:
    """Write `articles.parquet`, … into a folder; returns the rows of each file.

    Columns are the documented fields with their structure: lists and structs, strings and numbers.
    Raises `InputError` if the folder cannot be written.
    """
    return write_files(
        folder,
        {f"{name}.parquet": partial(_write_parquet, story, noun) for name, noun in NOUNS.items()},
    )


def export_csv(story: Story, folder: Path) -> dict[str, int]:
    """Write `articles.csv`, … into a folder; returns the rows of each file.

    Fields with structure are JSON. A text that a spreadsheet would take for a formula has an
    apostrophe in front: articles are others' words, and must not calculate. Raises `InputError`
    if the folder cannot be written.
    """
    return write_files(
        folder, {f"{name}.csv": partial(_write_csv, story, noun) for name, noun in NOUNS.items()}
    )


def schema_of(row: type[msgspec.Struct]) -> pa.Schema:
    """The columns of a type of rows."""
    told = inspect.type_info(row)
    assert isinstance(told, inspect.StructType)
    return pa.schema([pa.field(one.encode_name, _column(one.type)) for one in told.fields])


_PLAIN: Final[dict[type[inspect.Type], pa.DataType]] = {
    inspect.StrType: pa.string(),
    inspect.LiteralType: pa.string(),
    inspect.IntType: pa.int64(),
    inspect.FloatType: pa.float64(),
    inspect.BoolType: pa.bool_(),
}


def _column(told: inspect.Type) -> pa.DataType:
    match told:
        case inspect.VarTupleType(item_type=item) | inspect.ListType(item_type=item):
            return pa.list_(_column(item))
        case inspect.StructType(fields=fields):
            return pa.struct([pa.field(one.encode_name, _column(one.type)) for one in fields])
        case inspect.UnionType(types=types):
            (known,) = (one for one in types if not isinstance(one, inspect.NoneType))
            return _column(known)
        case _:
            return _PLAIN[type(told)]


def _write_parquet(story: Story, noun: Noun, path: Path) -> int:
    schema = schema_of(noun.type)
    count = 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in _batches(noun.rows(story)):
            writer.write_table(pa.Table.from_pylist(batch, schema))
            count += len(batch)
    return count


def _batches(rows: Iterable[msgspec.Struct]) -> Iterator[list[dict[str, Any]]]:
    plain = (msgspec.to_builtins(row) for row in rows)
    while batch := list(islice(plain, BATCH)):
        yield batch


def _write_csv(story: Story, noun: Noun, path: Path) -> int:
    rows = (msgspec.to_builtins(row) for row in noun.rows(story))
    return write_cells(path, schema_of(noun.type).names, rows)


def write_cells(path: Path, names: Sequence[str], rows: Iterable[dict[str, Any]]) -> int:
    """Write rows as CSV (RFC 4180) with a line of names; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8", errors="replace", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(names)
        for row in rows:
            writer.writerow([_cell(row.get(name)) for name in names])
            count += 1
    return count


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return msgspec.json.encode(value).decode()
    return f"'{value}" if value.startswith(FORMULA) else value
