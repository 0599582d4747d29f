"""One article: its text whole, its marks where they are, and where it is from."""

from pathlib import Path

import msgspec
import pytest

from tests.contracts.stories import build_store, write_lines
from variorum.library import Story, open_story
from variorum.record.errors import InputError, VariorumError
from variorum.views.article import PART, ArticleQuery, ArticleView, draw_article
from variorum.views.desk import Desk
from variorum.views.page import NothingThereError
from variorum.views.provenance import _may_lead


@pytest.fixture(scope="module")
def desk(sample_store: Path) -> Desk:
    return Desk(open_story(sample_store))


def article_of(story: Story, words: str) -> str:
    (found,) = [one.id for one in story.articles if words in one.source]
    return found


def drawn(desk: Desk, name: str, words: str = "") -> ArticleView:
    return draw_article(desk, ArticleQuery(article=article_of(desk.story, name), words=words))


def pieces(view: ArticleView, layer: str) -> list[tuple[str, str]]:
    return [
        (piece.text, mark.part)
        for block in view.blocks
        for piece in block.pieces
        for mark in piece.marks
        if mark.layer == layer
    ]


def test_the_text_is_whole(desk: Desk) -> None:
    for article in desk.articles:
        view = draw_article(desk, ArticleQuery(article=article.id))
        shown = ["".join(piece.text for piece in block.pieces) for block in view.blocks]
        assert shown == [block.span.of(article.text) for block in article.blocks]
        assert view.part.pages == 1


def test_marks_lead_to_what_they_are_part_of(desk: Desk) -> None:
    statements = {one.id for one in desk.statements}
    events = {one.id for one in desk.events}
    known = {
        "statement": statements, "event": events, "position": {one.id for one in desk.positions},
        "actor": set(desk.acting), "": {""},
    }  # fmt: skip
    led: set[str] = set()
    for article in desk.articles:
        for block in draw_article(desk, ArticleQuery(article=article.id)).blocks:
            for piece in block.pieces:
                for mark in piece.marks:
                    assert mark.id in known[mark.page]
                    led.add(mark.page)
    assert led == known.keys()


def test_who_only_stands_in_the_text_leads_nowhere(desk: Desk) -> None:
    assert desk.acting < desk.entities.keys()
    for one in (*desk.statements, *desk.positions):
        actor = getattr(one, "speaker", None) or getattr(one, "actor", None)
        assert actor is None or actor in desk.acting
    takes_part = {who.entity for one in desk.events for who in one.participants if who.entity}
    assert takes_part <= desk.acting


def test_what_is_marked_is_what_the_words_say(desk: Desk) -> None:
    view = drawn(desk, "calvera-herald-envoys-named")
    assert ("told", "cue") in pieces(view, "quotations")
    assert ("meet", "planned") in pieces(view, "events")
    assert ("Dorin Hale", "person") in pieces(view, "names")
    assert ("Wednesday", "date") in pieces(view, "times")
    assert view.quoted[0].name == "Dorin Hale"
    counts = {one.layer: one.count for one in view.layers}
    assert counts["quotations"] > 5
    assert counts["events"] > 5


def test_a_month_is_told_as_a_month(desk: Desk) -> None:
    view = drawn(desk, "calvera-herald-envoys-named")
    told = {p.text: m.told for b in view.blocks for p in b.pieces for m in p.ends if m.told}
    assert told["January last year"] == "Jan 2030"
    assert told["Tuesday"] == "4 Mar 2031"


def test_where_it_is_from(desk: Desk) -> None:
    view = drawn(desk, "calvera-herald-envoys-named").provenance
    assert view.agencies == ("Meridian Press",)
    assert view.published
    assert view.published.basis == "stated on the page"
    (parent,) = view.parents
    assert (parent.dispatch, parent.relation) == ("Meridian Press dispatch", "copy")
    assert parent.article
    assert len(view.stories) == 1


def test_words_that_are_pointed_at(desk: Desk) -> None:
    view = drawn(desk, "calvera-herald-envoys-named", "1120-1340")
    assert view.pointed
    text = desk.story.by_id[view.article.id].text
    lit = [piece for block in view.blocks for piece in block.pieces if piece.places]
    assert (lit[0].start, lit[-1].end) == (1120, 1340)
    shown = "".join("".join(one.text for one in lit).split())
    assert shown == "".join(text[1120:1340].split())
    assert [one.begins for one in lit].count(("words",)) == 1


@pytest.mark.parametrize("words", ["12", "a-b", "-5", "5-", "1-2-3", "١-٢", "9999999999-1", "1-2 "])
def test_what_is_no_range_is_refused(desk: Desk, words: str) -> None:
    with pytest.raises(InputError, match="names no words"):
        drawn(desk, "calvera-herald-envoys-named", words)


@pytest.mark.parametrize("words", ["9-9", "9-3", "5-999999", "800000-900000"])
def test_a_range_outside_the_text_is_not_there(desk: Desk, words: str) -> None:
    with pytest.raises(NothingThereError, match="no words at"):
        drawn(desk, "calvera-herald-envoys-named", words)


def test_no_article_has_a_next_step(desk: Desk) -> None:
    with pytest.raises(VariorumError) as raised:
        draw_article(desk, ArticleQuery(article="art1-" + "0" * 500))
    assert raised.value.next_step
    assert len(raised.value.what) < 200


def test_a_very_long_text_comes_in_parts(tmp_path: Path) -> None:
    paragraph = "The council of Varn met again and put off what it had to decide. " * 20
    text = "\n\n".join([paragraph.strip()] * 150 + ["x" * (2 * PART)])
    build_store(
        tmp_path / "s.variorum",
        write_lines(tmp_path / "a.jsonl", [msgspec.json.encode({"text": text}).decode()]),
    )
    with open_story(tmp_path / "s.variorum") as story:
        desk, (article,) = Desk(story), story.articles
        first = draw_article(desk, ArticleQuery(article=article.id))
        shown = ""
        for page in range(1, first.part.pages + 1):
            view = draw_article(desk, ArticleQuery(article=article.id, page=page))
            part = "".join(p.text for block in view.blocks for p in block.pieces)
            assert len(part) <= PART
            shown += part
        assert "".join(shown.split()) == "".join(article.text.split())
        at = article.text.index("xxx") + PART + 5
        view = draw_article(desk, ArticleQuery(article=article.id, words=f"{at}-{at + 9}"))
        assert [p.begins for b in view.blocks for p in b.pieces if p.places] == [("words",)]
        beyond = draw_article(desk, ArticleQuery(article=article.id, page=10**6))
        assert beyond.part.page == first.part.pages


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://news.example/a?b=1", True),
        ("http://news.example/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt://x.example/%0aalert(1)", False),
        ("data:text/html,<script>", False),
        ("//news.example/", False),
        ("https://", False),
        ("http://[broken", False),
        ("https://news.example/\u202egpj", False),
        ("https://news.example/" + "a" * 400, False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_are_led_to(address: str, may: bool) -> None:
    assert _may_lead(address) is may
