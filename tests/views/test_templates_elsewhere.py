"""Views rendered where no page can be reached, as in a file: the text stays, no link is broken."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from variorum.views.actor import ActorQuery, draw_actor
from variorum.views.actors import ActorsQuery, draw_actors
from variorum.views.desk import Desk
from variorum.views.page import Query, View
from variorum.views.position import PositionQuery, draw_position
from variorum.views.positions import PositionsQuery, draw_positions
from variorum.views.rendering import render
from variorum.views.statement import StatementQuery, draw_statement
from variorum.views.statements import StatementsQuery, draw_statements


class Nowhere:
    """Links to nothing."""

    def page(self, name: str, **query: object) -> str | None:
        return None

    def words(self, article: str, start: int, end: int) -> str | None:
        return None


def _first(desk: Desk, noun: str) -> str:
    some = {"statement": desk.statements, "position": desk.positions, "actor": desk.actors}[noun]
    return some[0].entity.id if noun == "actor" else some[0].id


@pytest.mark.parametrize(
    ("name", "draw", "query"),
    [
        ("statements", draw_statements, StatementsQuery),
        ("statement", draw_statement, StatementQuery),
        ("positions", draw_positions, PositionsQuery),
        ("position", draw_position, PositionQuery),
        ("actors", draw_actors, ActorsQuery),
        ("actor", draw_actor, ActorQuery),
    ],
)
def test_a_view_stands_without_links(
    sample_desk: Desk, name: str, draw: Callable[[Desk, Any], View], query: type[Query]
) -> None:
    fields = {} if name.endswith("s") else {name: _first(sample_desk, name)}
    asked = query(**fields)
    text = render(
        f"{name}.html.j2", view=draw(sample_desk, asked), query=asked, links=Nowhere(), depth=3
    )
    assert "<form" not in text
    assert re.findall(r'(?:href|action)="(?!#)[^"]*"', text) == []
    assert "<h2" not in text
    assert "None" not in text
    assert re.search("<blockquote|<table|<mark>", text)
