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
    build_store,
    write_lines,
)
from variorum.library import open_story
from variorum.record.errors import InputError
from variorum.report import page
from variorum.report.page import render_report, write_report

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
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    return rendered(tmp_path_factory.mktemp("report") / "sample.variorum", SAMPLE)


def check_is_ours(document: str) -> html.HtmlElement:
    """Every element, link and script of a report is the template's own."""
    tree = html.document_fromstring(document)
    (script,), (style,) = tree.findall(".//script"), tree.findall(".//style")
    assert (script.text, style.text) == (page._asset("report.js"), page._asset("report.css"))
    assert not tree.xpath("//plot | //img | //iframe | //object | //embed | //base | //comment()")
    assert not tree.xpath("//@*[starts-with(name(), 'on')] | //@style | //@src | //@action")
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    targets = {link.removeprefix("#") for link in tree.xpath("//@href")}
    assert targets <= set(tree.xpath("//@id"))
    return tree


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_what_an_article_says_stays_text(tmp_path: Path, words: str) -> None:
    tree = check_is_ours(story_of(words, tmp_path))
    title = f"Title {words}"
    assert tree.findtext(".//h1") == title
    assert title in tree.xpath("string(//figcaption)")
    assert any(title in label for label in tree.xpath("//svg/@aria-label"))
    assert any(f"Outlet 0 {words}" in name for name in tree.xpath("//g/title/text()"))
    assert any(words in cell.text_content() for cell in tree.find_class("cell"))
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
    assert not re.search(r"url\(|@import|//", page._asset("report.css"))
    assert not re.search(r"fetch|XMLHttp|import|eval|innerHTML", page._asset("report.js"))


def test_any_order_of_inputs_gives_the_same_report(tmp_path: Path, sample: str) -> None:
    files = list(SAMPLE_FILES)
    random.Random(5).shuffle(files)
    assert rendered(tmp_path / "shuffled.variorum", *files) == sample
    assert rendered(tmp_path / "grown.variorum", *files[:5]) != sample
    assert rendered(tmp_path / "grown.variorum", *files) == sample


def test_what_the_sample_tells(sample: str) -> None:
    text = " ".join(html.document_fromstring(sample).text_content().split())
    assert "16 articles 9 outlets 7 independent sources" in text
    assert "Meridian Press dispatch" in text
    assert "falsely claiming" in text
    assert 50_000 < len(sample) < 500_000


def test_pairs_that_would_make_it_too_large_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = rendered(tmp_path / "s.variorum", SAMPLE)
    monkeypatch.setattr(page, "TEXT_BUDGET", 10_000)
    monkeypatch.setattr(page, "FULL_TEXTS", 3)
    small = rendered(tmp_path / "s.variorum")
    check_is_ours(small)
    assert "further pairs would make this file too large" in small
    assert len(small) < len(whole) / 2


def test_stories_of_little(tmp_path: Path) -> None:
    assert "No article has its text from another" in rendered(tmp_path / "none.variorum")
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
