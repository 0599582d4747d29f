"""An assistant reads the record through tools: whole, marked as data, and nothing else."""

import json
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters, stdio_client

from tests.contracts.stories import SAMPLE, build_store
from variorum.assistant.server import NOTICE, build_server
from variorum.library import open_story
from variorum.views.pages import PAGES


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("assistant") / "s.variorum"
    build_store(store, SAMPLE)
    return store


def call(store: Path, name: str, **arguments: object) -> Any:
    async def ask() -> Any:
        async with Client(build_server(store)) as client:
            return await client.call_tool(name, arguments)

    return anyio.run(ask)


def test_every_page_is_a_tool_that_only_reads(store: Path) -> None:
    async def ask() -> Any:
        async with Client(build_server(store)) as client:
            return await client.list_tools()

    tools = anyio.run(ask).tools
    assert [tool.name for tool in tools] == [page.name for page in PAGES]
    assert all(tool.annotations.read_only_hint for tool in tools)
    (article,) = (tool for tool in tools if tool.name == "article")
    assert article.input_schema["required"] == ["article"]


def test_an_answer_is_the_page_marked_as_data(store: Path) -> None:
    notice, answer = call(store, "articles").content
    assert notice.text == NOTICE
    with open_story(store) as story:
        listed = [one["article"]["id"] for one in json.loads(answer.text)["articles"]]
        assert listed == [article.id for article in story.articles]


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("article", {"article": "nothing"}, "There is no article nothing"),
        ("articles", {"pages": 2}, "articles does not know 'pages'"),
        ("articles", {"page": "two"}, "cannot be understood"),
        ("rewrite", {}, "There is no tool rewrite"),
        ("articles", {"story": "none"}, "There is no story none"),
    ],
)
def test_what_cannot_be_answered_says_why(
    store: Path, name: str, arguments: dict[str, object], told: str
) -> None:
    answer = call(store, name, **arguments)
    assert answer.is_error
    assert told in answer.content[1].text


def test_the_command_answers_on_standard_output(store: Path) -> None:
    run = "from variorum.cli import main; main()"
    command = StdioServerParameters(command=sys.executable, args=["-c", run, "mcp", str(store)])

    async def ask() -> Any:
        async with Client(stdio_client(command)) as client:
            return await client.call_tool("articles", {})

    assert not anyio.run(ask).is_error
