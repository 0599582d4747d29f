"""What the documents say: their tables, fields, options, code and links."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

_CODE = re.compile(r"`([^`\n]+)`")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


class Field(NamedTuple):
    """A documented field; `parts`: the fields of the objects that it holds, as far as told."""

    name: str
    parts: tuple[str, ...]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def sections(text: str) -> dict[str, str]:
    """What stands below each heading of the second level."""
    _, *rest = re.split(r"^## +(.+)$", text, flags=re.MULTILINE)
    return dict(zip(rest[::2], rest[1::2], strict=True))


def rows(text: str) -> Iterator[list[str]]:
    """The rows of the tables in a text, without their heads."""
    lines = text.splitlines()
    for above, line in pairwise(lines):
        if line.startswith("|") and above.startswith("|") and not line.startswith("| ---"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def codes(text: str) -> list[str]:
    """What is set as code within lines."""
    return _CODE.findall(_FENCE.sub("", text))


def blocks(text: str, language: str) -> list[str]:
    """The blocks of code in a language."""
    return [code for named, code in _FENCE.findall(text) if named == language]


def links(text: str) -> list[str]:
    """Where links and images lead, on the web or not."""
    return _LINK.findall(_FENCE.sub("", text))


def documented_fields() -> Mapping[str, list[Field]]:
    """The fields of each exported noun, by the name of its file, as docs/record.md has them."""
    return {
        heading.removesuffix(".jsonl"): [
            Field(name, _parts(meaning)) for names, meaning in rows(body) for name in codes(names)
        ]
        for heading, body in sections(read("docs/record.md")).items()
        if heading.endswith(".jsonl")
    }


def _parts(meaning: str) -> tuple[str, ...]:
    found = re.search(r"`\{([^}]+)\}`", meaning)
    return tuple(found[1].split(", ")) if found else ()
