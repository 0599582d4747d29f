"""Invented pages for the tests of ingest: the town, newspapers and agency do not exist."""

import json
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from variorum.ingest.items import Item
from variorum.ingest.page import Declared, Page
from variorum.record.article import Block, Role
from variorum.record.failure import Failure
from variorum.record.identity import fingerprint, identify

steady = settings(deadline=None, derandomize=True, max_examples=60)
"""The same examples on every run, however slow the machine."""

STORY = """The Alder Post
Home | World | Sport

Talks resume in Port Aldern after a week of silence
By Ann Lee
July 16, 2018 11:22 a.m. EDT

PORT ALDERN (Calder Press) — The two delegations met again on Monday after a week of silence, \
officials of both sides said in the evening.

The foreign ministry said that a second round was planned for the end of the month, and that \
nothing had been agreed so far.

Delegates leave the customs house in Port Aldern on Monday. (Photo: Jo Ray/Calder Press)

“We will not sign anything that we have not read,” the envoy of the southern delegation told \
reporters at the harbour gate.

READ MORE: Mayor offers the old town hall for the next round

The mayor said that the town was ready to host the next round as well, although the harbour \
would have to be closed again.

Share this story
Leave a Reply
© 2018 The Alder Post. All rights reserved.
"""
"""One page as scraped, with most of what a page has around its text."""

PARAGRAPHS = (
    "The two delegations met again on Monday after a week of silence, officials of both sides "
    "said in the evening, and neither of them left the harbour.",
    "The foreign ministry said that a second round was planned for the end of the month, and "
    "that nothing had been agreed on the customs union so far.",
    "Fishermen who had waited since dawn were told that the outer basin would stay closed until "
    "the delegates had left the town by the mountain road.",
)


def running(subject: str) -> str:
    """A paragraph of running text that no other subject has."""
    return (
        f"The {subject} was the matter of a long debate in the town council of Port Aldern, where "
        f"the members could not agree on what the {subject} should cost."
    )


def page_of(text: str, name: str = "talks.txt", **declared: Any) -> Page:
    """A plain page with what is declared beside it."""
    sha256 = fingerprint(f"{name} {text}".encode())
    return Page(identify("article", sha256), sha256, name, text, Declared(**declared))


def marked(*parts: tuple[Role, str]) -> tuple[str, tuple[Block, ...]]:
    """A text of one line for each part, and its blocks."""
    text, blocks = "", []
    for role, line in parts:
        blocks.append(Block(len(text), len(text) + len(line), role))
        text += line + "\n"
    return text, tuple(blocks)


def html_item(body: str, head: str = "<title>Talks resume</title>") -> Item:
    """An HTML page with this body and head."""
    whole = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return Item("talks.html", "html", whole.encode())


def article_html(*elements: str) -> str:
    """The elements of an article between two paragraphs of running text."""
    first, *_, last = PARAGRAPHS
    inner = "".join(elements)
    return f"<article><h1>Talks resume</h1><p>{first}</p>{inner}<p>{last}</p></article>"


def row_item(**fields: object) -> Item:
    """A line of JSON with these fields."""
    return Item("heap.jsonl:1", "rows", json.dumps(fields).encode())


def read(result: Page | Failure) -> Page:
    """The page that was read; fails the test if there is none."""
    assert isinstance(result, Page), result
    return result


def refused(result: Page | Failure) -> Failure:
    """The failure; fails the test if a page was read, or if the row does not help."""
    assert isinstance(result, Failure), result
    assert result.stage == "ingest"
    assert result.source
    assert result.message
    assert result.next_step
    return result


LINES = st.one_of(
    st.sampled_from([line for line in STORY.splitlines() if line]),
    st.sampled_from(PARAGRAPHS),
    st.text(min_size=1, max_size=60),
    st.sampled_from(
        [
            "МОСКВА — Переговоры продолжаются.",
            "MINISTER: We have met the delegation.",
            "![harbour](https://cdn.example/2018/07/16/harbour.jpg)",
            "https://alderpost.example/2018/07/16/talks",
            "[Share](https://alderpost.example/share) | ann@alderpost.example",
            "· · ·",
            "\u200b",
            "   \u00a0",
            "16.07.2018",
            "12",
        ]
    ),
)
"""Lines as pages have them, and lines that no page has."""

TEXTS = st.lists(LINES, max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\r"]).map(lambda end: end.join(lines))
)
"""Whole pages of such lines."""
