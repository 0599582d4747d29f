"""Schemas that others published, which exports are held against. `scripts/install-schemas` has them
out of packages; they are not this project's and are not kept with it."""

import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

SCHEMAS: Final = Path(os.environ.get("VARIORUM_SCHEMAS", Path(sys.prefix) / "schemas"))

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"

_QUAD: Final = re.compile(r"<([^>]*)> <([^>]*)> <([^>]*)> <[^>]*> \.")


def schema_file(name: str) -> Path:
    """A published schema; a test that asks for one that is not there is skipped."""
    if not (SCHEMAS / name).exists():
        pytest.skip(f"no {name}: scripts/install-schemas fetches it")
    return SCHEMAS / name


def json_schema(name: str) -> dict[str, Any]:
    """A published JSON Schema."""
    return json.loads(schema_file(name).read_text("utf-8"))


class Vocabulary:
    """What an RDF vocabulary, given as N-Quads, says of its classes and properties."""

    def __init__(self, name: str) -> None:
        self._told: dict[tuple[str, str], set[str]] = defaultdict(set)
        for line in schema_file(name).read_text("utf-8").splitlines():
            if found := _QUAD.fullmatch(line):
                subject, predicate, thing = found.groups()
                self._told[subject, predicate].add(thing)

    def told(self, subject: str, *predicates: str) -> set[str]:
        """The things that some of these predicates lead to."""
        return set().union(*(self._told.get((subject, one), ()) for one in predicates))

    def is_a(self, subject: str, kind: str) -> bool:
        """Whether it is an instance of a class, or of one below it."""
        return any(kind in self.above(one) for one in self.told(subject, f"{RDF}type"))

    def above(self, kind: str) -> set[str]:
        """A class and all classes above it."""
        found, open_ones = set(), [kind]
        while open_ones:
            one = open_ones.pop()
            if one not in found:
                found.add(one)
                open_ones += self.told(one, f"{RDFS}subClassOf")
        return found


def nodes_of(value: Any) -> Iterator[dict[str, Any]]:
    """All objects in a JSON value, the outermost first."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from nodes_of(one)
    elif isinstance(value, list):
        for one in value:
            yield from nodes_of(one)


def each(value: Any) -> list[Any]:
    """The values of a property, of which JSON-LD writes one without brackets."""
    return value if isinstance(value, list) else [value]
