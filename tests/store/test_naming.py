"""A store's name is a path or an address, and tells no password."""

from pathlib import Path

import pytest

from variorum.record.errors import InputError
from variorum.store.naming import StoreName


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("postgresql://desk@host:5433/story", "postgresql://desk@host:5433/story"),
        ("postgresql://desk:geheim@host/story", "postgresql://desk@host/story"),
        ("postgres://desk:gehe%40im@host/s?schema=a", "postgres://desk@host/s?schema=a"),
        ("postgresql://host/s?user=desk&password=geheim", "postgresql://host/s?user=desk"),
        ("postgresql://d:geheim@one:1,two:2/s", "postgresql://d@one:1,two:2/s"),
        ("postgresql://d:ge@heim@one/s", "postgresql://d@one/s"),
        ("postgresql://d@/s?host=%2Frun&sslpassword=geheim", "postgresql://d@/s?host=%2Frun"),
        ("postgresql:///story", "postgresql:///story"),
        ("story.variorum", "story.variorum"),
    ],
)
def test_as_text_it_tells_no_password(given: str, shown: str) -> None:
    name = StoreName(given)
    assert str(name) == shown
    assert shown in repr(name)
    assert "heim" not in f"{name} {name!r}"
    assert StoreName(name) == name


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://desk:gehe/im@host/story",
        "postgresql://desk:gehe#im@host/story",
        "postgresql://desk:gehe?im@host/story",
        "postgresql://[desk:geheim@host/story",
    ],
)
def test_an_address_that_may_be_misread_is_refused_unprinted(given: str) -> None:
    with pytest.raises(InputError, match="cannot be understood") as refused:
        StoreName(given)
    assert "im@" not in str(refused.value)
    assert "%2F" in refused.value.next_step


def test_what_the_server_is_asked_for() -> None:
    name = StoreName("postgresql://desk:geheim@host/story?schema=spring%20talks&sslmode=require")
    assert name.address == "postgresql://desk:geheim@host/story?sslmode=require"
    assert name.schema == "spring talks"
    assert name.path is None
    assert StoreName("postgresql://host/story").schema is None
    with pytest.raises(InputError, match="no address"):
        _ = StoreName("story.variorum").address


def test_files_beside_a_store() -> None:
    assert StoreName("a/b.variorum").beside(".html") == Path("a/b.html")
    assert StoreName("postgresql://host/talks").beside(".html") == Path("talks.html")
    assert StoreName("postgresql://host/t?schema=../x").beside(".html") == Path("___x.html")
    assert StoreName("postgresql://host").beside(".timeline.svg") == Path("story.timeline.svg")


def test_a_path_is_a_path_whatever_it_looks_like() -> None:
    assert StoreName(Path("postgresql://host/s")).path == Path("postgresql:/host/s")
    assert StoreName(Path("s")) == StoreName("s")
    assert len({StoreName("s"), StoreName(Path("s")), StoreName("t")}) == 2
