"""The report: harmless whatever articles say, whole in itself, the same for the same articles."""

import random
import re
from pathlib import Path

import pytest
from lxml import html

from tests.contracts.stories import (
    PARAGRAPHS,
    SAMPLE,
    SAMPLE_FILES,
    article_line,
    build_read_store,
    build_store,
    write_lines,
)
from tests.report.checking import check_is_ours
from variorum.library import open_story
from variorum.record.errors import InputError
from variorum.report import contents
from variorum.report.contents import choose_contents
from variorum.report.page import render_report, report_script, report_style, write_report
from variorum.views.pages import PAGES

HOSTILE = {
    "a script": "<script>window.owned = 1</script>",
    "the end of ours": "</script><plot onload=owned()>",
    "the end of our style": "</style><plot>",
    "the end of a title": "</title></textarea></svg><plot>",
    "a picture": '<img src=x onerror="owned()">',
    "quotes": '" onmouseover="owned()" x=\'',
    "a section": "]]><plot/><![CDATA[",
    "a comment": "--><plot><!--",
    "an entity": "&lt;plot&gt; &amp;amp; &#60;plot>",
    "a template": "{{ 7 * 7 }}{% raw %}",
    "a form": '<form action="/x"><input></form>',
    "a place": 'id="main" href="#articles#x"',
}
HIDDEN = "\u202egnitirw\u202c \u2067other\u2069 \u200f\u061c\x1b[31m\x00"


def rendered(store: Path, *inputs: Path | str) -> str:
    build_store(store, *inputs)
    with open_story(store) as story:
        return render_report(story)


def story_of(words: str, folder: Path) -> str:
    """The report of two articles that say these words wherever an article can say something."""
    lines = []
    for number, spoken in enumerate((f"the {words} war and of peace", f"war and of {words} talks")):
        body = [*PARAGRAPHS[:3], f"{PARAGRAPHS[3]} They spoke of {spoken} for long."]
        lines.append(
            article_line(
                "\n\n".join([f"Title {words}", *body]),
                title=f"Title {words}", outlet=f"Outlet {number} {words}", authors=[words],
                published=f"2031-03-0{number + 1}", url=f"javascript:{words}", id=words,
            )
        )  # fmt: skip
    name = words.replace("/", "⁄").replace("\0", "")
    (folder / f"{name}.txt").touch()
    rows = write_lines(folder / f"{name}.jsonl", lines)
    return rendered(folder / "s.variorum", rows, folder / f"{name}.txt")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("report") / "sample.variorum"
    build_read_store(store, SAMPLE)
    return store


@pytest.fixture(scope="module")
def sample(store: Path) -> str:
    with open_story(store) as story:
        return render_report(story)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_what_an_article_says_stays_text(tmp_path: Path, words: str) -> None:
    tree = check_is_ours(story_of(words, tmp_path))
    title = f"Title {words}"
    assert tree.findtext(".//h1") == title
    assert any(f"Outlet 0 {words}" in one.text_content() for one in tree.iter("summary"))
    assert any(words in block.text_content() for block in tree.find_class("body"))


def test_what_is_hidden_or_turns_the_writing_is_seen(tmp_path: Path) -> None:
    document = story_of(HIDDEN, tmp_path)
    assert not set(HIDDEN) & set(document) - set("gnitirwother [31m")
    assert "�gnitirw� �other�" in document


def test_nothing_outside_is_loaded(sample: str) -> None:
    tree = check_is_ours(sample)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert not re.search(r"url\(|@import|//", report_style())
    assert not re.search(r"fetch|XMLHttp|import|eval|innerHTML", report_script())


def test_any_order_of_inputs_gives_the_same_report(tmp_path: Path) -> None:
    files = list(SAMPLE_FILES)
    sample = rendered(tmp_path / "sample.variorum", *files)
    random.Random(5).shuffle(files)
    assert rendered(tmp_path / "shuffled.variorum", *files) == sample
    assert rendered(tmp_path / "grown.variorum", *files[:5]) != sample
    assert rendered(tmp_path / "grown.variorum", *files) == sample


def test_the_report_has_all_views_of_the_menu_in_order(sample: str) -> None:
    tree = html.document_fromstring(sample)
    menu = [page for page in PAGES if page.label]
    links = tree.xpath("//nav[@class='contents']//a")
    assert [one.text for one in links] == [*(page.label for page in menu), "Texts"]
    ids = [one for one in tree.xpath("//main/section/@id") if one != "texts"]
    assert ids == [page.name for page in menu]
    assert "16 articles 9 outlets 7 independent sources" in " ".join(tree.text_content().split())


def test_a_small_report_holds_all_that_it_leads_to(store: Path, sample: str) -> None:
    with open_story(store) as story:
        held = choose_contents(story)
        assert held.texts.keys() == story.by_id.keys()
        wanted = {"statement": story.statements, "event": story.events}
        for name, things in wanted.items():
            if name in {page.name for page in PAGES}:
                known = {
                    dict(one.target.asked)[name] for one in held.details if one.target.name == name
                }
                assert known == {one.id for one in (things() if callable(things) else things)}
    assert len(sample.encode()) < 3_000_000


def test_words_that_are_led_to_are_one_place(sample: str, store: Path) -> None:
    tree = html.document_fromstring(sample)
    with open_story(store) as story:
        texts = [one.text for one in story.articles]
    links = {one for one in tree.xpath("//@href") if re.match(r"#w\d", one)}
    assert len(links) > 50
    for link in links:
        (element,) = tree.xpath(f"//*[@id='{link[1:]}']")
        number, start, end = map(int, link[2:].split("-"))
        loose = tree.xpath(f"//*[contains(concat(' ', @data-in, ' '), ' {link[1:]} ')]")
        shown = element.text_content() + "".join(one.text_content() for one in loose)
        wanted = texts[number - 1][start:end]
        assert "".join(shown.split()) == "".join(wanted.split())


def test_what_would_make_it_too_large_is_left_out(
    store: Path, sample: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "MOST_BYTES", 0)
    monkeypatch.setattr(contents, "TEXT_BYTES", 30_000)
    with open_story(store) as story:
        held = choose_contents(story)
        small = render_report(story)
    assert not held.details
    assert 0 < len(held.texts) < 16
    check_is_ours(small)
    assert f"{16 - len(held.texts)} further texts would make this file too large" in small
    assert len(small) < len(sample)


def test_stories_of_little(tmp_path: Path) -> None:
    check_is_ours(rendered(tmp_path / "none.variorum"))
    (tmp_path / "a.txt").write_text(PARAGRAPHS[0])
    check_is_ours(rendered(tmp_path / "one.variorum", tmp_path / "a.txt"))


@pytest.mark.parametrize(
    "holds", [b"<html>a page of evidence</html>", None], ids=["file", "folder"]
)
def test_what_is_no_report_is_not_written_over(tmp_path: Path, holds: bytes | None) -> None:
    build_store(tmp_path / "s.variorum")
    path = tmp_path / "page.html"
    path.mkdir() if holds is None else path.write_bytes(holds)
    with open_story(tmp_path / "s.variorum") as story:
        with pytest.raises(InputError, match="no report"):
            write_report(story, path)
        assert holds is None or path.read_bytes() == holds
        for _ in range(2):
            assert write_report(story, tmp_path / "new.html") > 1_000
    assert {file.name for file in tmp_path.iterdir()} >= {"new.html", "page.html"}
    assert not list(tmp_path.glob("*.part"))
