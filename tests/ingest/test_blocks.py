from collections.abc import Sequence
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given

from variorum.ingest import blocks as blocks_module
from variorum.ingest.blocks import mark_blocks
from variorum.ingest.lines import cut_lines
from variorum.ingest.page import Tag
from variorum.record.article import ROLES, Block, Role

from .pages import PARAGRAPHS, STORY, TEXTS, marked, page_of, running, steady

BODY = PARAGRAPHS[0]


def shown(text: str, blocks: Sequence[Block]) -> list[tuple[Role, str]]:
    return [(block.role, text[block.start : block.end]) for block in blocks]


def cut(monkeypatch: pytest.MonkeyPatch, *parts: tuple[Role, str]) -> list[tuple[Role, str]]:
    """The blocks of a page of which the model has given each line the role that it has here."""
    text, _ = marked(*parts)
    monkeypatch.setattr(blocks_module, "give_roles", lambda *_: [role for role, _ in parts])
    return shown(text, mark_blocks(page_of(text), {}))


def test_the_blocks_of_a_whole_page() -> None:
    roles = shown(STORY, mark_blocks(page_of(STORY), {}))
    assert ("headline", "Talks resume in Port Aldern after a week of silence") in roles
    assert ("dateline", "PORT ALDERN (Calder Press) —") in roles
    assert ("caption", "Delegates leave the customs house in Port Aldern on Monday.") in roles
    assert ("credit", "(Photo: Jo Ray/Calder Press)") in roles
    assert ("furniture", "Leave a Reply") in roles
    assert sum(role == "body" for role, _ in roles) == 4


@steady
@given(TEXTS)
def test_blocks_are_in_order_disjoint_and_cover_every_visible_line(text: str) -> None:
    page = page_of(text)
    blocks = mark_blocks(page, {})
    assert all(one.end <= other.start for one, other in pairwise(blocks))
    assert all(block.role in ROLES for block in blocks)
    covered = {place for block in blocks for place in range(block.start, block.end)}
    for line in cut_lines(text):
        missed = [place for place in range(line.start, line.end) if place not in covered]
        assert "".join(text[place] for place in missed).strip() == ""
    for block in blocks:
        assert text[block.start : block.end].strip() == text[block.start : block.end]
    assert blocks == mark_blocks(page, {})


@pytest.mark.parametrize("title", ["Harbour to close", "  HARBOUR to  close"])
def test_the_title_that_the_data_declares_is_the_headline(
    monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    parts: list[tuple[Role, str]] = [
        ("furniture", "Talks resume"),
        ("promo", "Harbour to close"),
        ("body", BODY),
    ]
    text, _ = marked(*parts)
    monkeypatch.setattr(blocks_module, "give_roles", lambda *_: [role for role, _ in parts])
    roles = shown(text, mark_blocks(page_of(text, title=title), {}))
    assert roles[1] == ("headline", "Harbour to close")
    assert roles[0][0] == "furniture"


def test_the_elements_of_html_go_before_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    parts: list[tuple[Role, str]] = [
        ("promo", "Talks resume"),
        ("body", "What comes next"),
        ("furniture", "More from the harbour"),
        ("body", BODY),
    ]
    text, blocks = marked(*parts)
    names = ("title", "head", "head", "p")
    tags = tuple(
        Tag(block.start, block.end, name) for block, name in zip(blocks, names, strict=True)
    )
    monkeypatch.setattr(blocks_module, "give_roles", lambda *_: [role for role, _ in parts])
    page = msgspec.structs.replace(page_of(text), tags=tags)
    roles = [block.role for block in mark_blocks(page, {})]
    assert roles == ["headline", "heading", "furniture", "body"]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Delegates leave the customs house on Monday.", "(Photo: Jo Ray)"),
        ("Delegates leave the customs house on Monday", "(Jo Ray/Calder Press)"),
        ("Delegates leave the customs house on Monday.", "[Calder Press: Jo Ray]"),
        ("Delegates leave the customs house on Monday.", "(Calder Press Photo/Jo Ray)"),
        ("Delegates leave the customs house on Monday", "© Jo Ray"),
    ],
)
def test_a_credit_is_cut_off_its_caption(
    monkeypatch: pytest.MonkeyPatch, caption: str, credit: str
) -> None:
    roles = cut(monkeypatch, ("caption", f"{caption} {credit}"), ("body", BODY))
    assert roles[:2] == [("caption", caption), ("credit", credit)]


@pytest.mark.parametrize(
    "line",
    [
        "Delegates leave the customs house (left) on Monday.",
        "Delegates leave the customs house on Monday (far right).",
        "(Photo: Jo Ray)",
    ],
)
def test_a_caption_without_a_credit_behind_it_stays_whole(
    monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    assert cut(monkeypatch, ("caption", line), ("body", BODY))[0] == ("caption", line)


def test_brackets_at_the_end_of_a_paragraph_are_no_credit(monkeypatch: pytest.MonkeyPatch) -> None:
    line = f"{BODY} (Photo: Jo Ray)"
    assert cut(monkeypatch, ("body", line)) == [("body", line)]


@pytest.mark.parametrize("before", [0, 1, 2])
def test_a_dateline_is_cut_off_one_of_the_first_paragraphs(
    monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    first: list[tuple[Role, str]] = [("body", running(f"matter {n}")) for n in range(before)]
    roles = cut(
        monkeypatch, ("headline", "PORT ALDERN — Talks"), *first, ("body", f"HALDUN — {BODY}")
    )
    assert roles[0] == ("headline", "PORT ALDERN — Talks")
    assert roles[-2:] == [("dateline", "HALDUN —"), ("body", BODY)]


def test_what_looks_like_a_dateline_further_down_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    first: list[tuple[Role, str]] = [("body", running(f"matter {n}")) for n in range(3)]
    line = f"HALDUN — {BODY}"
    assert cut(monkeypatch, *first, ("body", line))[-1] == ("body", line)


def test_only_one_dateline_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    roles = cut(monkeypatch, ("body", f"HALDUN — {BODY}"), ("body", f"BROOK — {BODY}"))
    assert [role for role, _ in roles] == ["dateline", "body", "body"]


@pytest.mark.parametrize("speakers", ["MINISTER REPORTER", "MINISTER REPORTER MINISTER REPORTER"])
def test_a_speaker_of_a_transcript_is_no_dateline(
    monkeypatch: pytest.MonkeyPatch, speakers: str
) -> None:
    turns: list[tuple[Role, str]] = [
        ("body", f"{name}: {running(f'matter {n}')}") for n, name in enumerate(speakers.split())
    ]
    if len(turns) < 3:
        turns = [*turns, ("body", f"MINISTER: {BODY}"), ("body", f"REPORTER: {BODY}")]
    assert cut(monkeypatch, *turns) == turns


@pytest.mark.parametrize("names", [["MINISTER", "REPORTER"], ["MINISTER", "REPORTER", "MINISTER"]])
def test_the_last_speaker_of_a_short_transcript_is_no_dateline(
    monkeypatch: pytest.MonkeyPatch, names: list[str]
) -> None:
    turns: list[tuple[Role, str]] = [
        ("body", f"{name}: {running(f'matter {n}')}") for n, name in enumerate(names)
    ]
    assert cut(monkeypatch, *turns) == turns


def test_a_page_without_lines_has_no_blocks() -> None:
    assert mark_blocks(page_of("\u200b\n"), {}) == ()
