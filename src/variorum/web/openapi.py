"""The OpenAPI document: what each page's JSON twin may be asked for, and what it gives."""

import re
from collections.abc import Sequence
from typing import Any, Final

import msgspec

from variorum import __version__
from variorum.views.page import Page

_REFERENCE: Final = "#/components/schemas/{name}"


class Problem(msgspec.Struct, frozen=True):
    """Why there is no answer, and what to do."""

    error: str
    next_step: str


def describe(pages: Sequence[Page]) -> dict[str, Any]:
    """The document, OpenAPI 3.1."""
    types = [page.view for page in pages] + [page.query for page in pages] + [Problem]
    _, schemas = msgspec.json.schema_components(types, ref_template=_REFERENCE)
    asked = {page.query.__name__ for page in pages}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Variorum",
            "version": __version__,
            "description": "One sourced record of many news reports: each page as JSON.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": {f"{page.path}.json": {"get": _operation(page, schemas)} for page in pages},
        "components": {
            "schemas": {name: one for name, one in schemas.items() if name not in asked}
        },
    }


def _operation(page: Page, schemas: dict[str, Any]) -> dict[str, Any]:
    answers = {
        "200": (_first_line(page.view), page.view.__name__),
        "400": ("The address cannot be understood", "Problem"),
        "404": ("There is no such thing in the record", "Problem"),
    }
    return {
        "operationId": page.name,
        "summary": _first_line(page.view),
        "parameters": list(_parameters(page, schemas[page.query.__name__])),
        "responses": {
            status: {
                "description": text,
                "content": {"application/json": {"schema": {"$ref": _REFERENCE.format(name=name)}}},
            }
            for status, (text, name) in answers.items()
        },
    }


def _first_line(of: type) -> str:
    return (of.__doc__ or of.__name__).partition("\n")[0].strip()


def _parameters(page: Page, schema: dict[str, Any]) -> list[dict[str, Any]]:
    in_path = set(re.findall(r"{(\w+)}", page.path))
    return [
        {
            "name": name,
            "in": "path" if name in in_path else "query",
            "required": name in in_path,
            "schema": one,
        }
        for name, one in schema["properties"].items()
    ]
