"""The small tables shipped with the package: news agencies and names of outlets."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from variorum.record.errors import VariorumError


@cache
def agency_names() -> dict[str, str]:
    """Every name and slug under which an agency is credited, to the name that we print."""
    names: dict[str, str] = {}
    for name, *other in _rows("agencies.tsv"):
        for alias in (name, *other):
            names.setdefault(alias, name)
    return names


@cache
def outlet_names() -> dict[str, str]:
    """Hosts of well-known outlets to the names that a person writes."""
    return dict(_pair(row) for row in _rows("outlets.tsv"))


def _pair(row: list[str]) -> tuple[str, str]:
    return row[0], row[1]


def _rows(table: str) -> Iterator[list[str]]:
    text = files("variorum.ingest").joinpath("data", table).read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("#"):
            first, mark, rest = line.partition("\t")
            if not mark:
                raise VariorumError(f"{table}:{number} has no tab", "Reinstall variorum")
            yield [first, *rest.split("|")]
