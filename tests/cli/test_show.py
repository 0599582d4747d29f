"""`variorum show`."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.contracts.readers import RuleReader
from tests.contracts.stories import SAMPLE_ARTICLES, build_store
from variorum.library import open_story


def test_articles_lineage_and_changes_at_a_glance(run: Run, story: Path) -> None:
    shown = run("show", story).stdout
    assert f"{SAMPLE_ARTICLES} articles" in shown
    assert "Who copied whom · 7 independent sources" in shown
    assert re.search(r"Meridian Press dispatch, inferred: seen in \d articles", shown)
    assert re.search(r"Mar 2031 09:40 +The Lowland Gazette +Meridian Press +Velmark", shown)
    assert "inferred from what the text tells" in shown
    retelling = shown[shown.index("The Haldun Post (6 Mar 2031) against") :]
    assert re.search(r"falsely .*dropped|falsely claiming → saying", retelling)
    assert re.search(r"war → conflict", retelling)


def test_limit(run: Run, story: Path) -> None:
    shown = run("show", story, "--limit", "2").stdout
    assert f"and {SAMPLE_ARTICLES - 2} more (--limit)" in shown
    assert "more families (--limit)" in shown


def test_all_of_it_as_json(run: Run, story: Path) -> None:
    data = json.loads(run("show", story, "--json").stdout)
    assert data.keys() == {
        "articles", "dispatches", "lineage", "independent_sources", "retellings", "failures",
    }  # fmt: skip
    assert len(data["articles"]) == SAMPLE_ARTICLES
    assert data["independent_sources"] == 7
    ids = {article["id"] for article in data["articles"]}
    assert {edge["child"] for edge in data["lineage"]} <= ids
    assert {(one["a"] in ids, one["b"] in ids) for one in data["retellings"]} == {(True, True)}


def test_two_articles_held_against_each_other(run: Run, story: Path) -> None:
    shown = run("show", story, "--pair", "frontline-monitor", "haldun-post").stdout
    assert shown.startswith("copy, The Haldun Post → Frontline Monitor\n")
    assert "The palace in Haldun on Wednesday hailed" in shown
    refused = run("show", story, "--pair", "frontline-monitor", "nowhere")
    assert "No article matches 'nowhere'" in str(refused.exception)


def test_failures(run: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    build_store(Path("s.variorum"), "empty.txt")
    shown = run("show", "s.variorum", "--failures").stdout
    assert "empty.txt" in shown
    assert "Fetch the page again" in shown
    assert "--failures" in run("show", "s.variorum").stdout
    assert json.loads(run("show", "s.variorum", "--json").stdout)["failures"]


def test_no_failures(run: Run, story: Path) -> None:
    assert "Every input gave an article" in run("show", story, "--failures").stdout


def test_articles_that_have_nothing_to_do_with_each_other(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("Goats climb higher than their own shepherds dare to look.\n")
    build_store(Path("s.variorum"), "a.txt")
    assert "No article has its text from another" in run("show", "s.variorum").stdout


def test_a_store_without_articles(run: Run) -> None:
    build_store(Path("s.variorum"))
    assert run("show", "s.variorum").exit_code == 0
    assert json.loads(run("show", "s.variorum", "--json").stdout)["articles"] == []


def test_nothing_is_cut_in_a_narrow_terminal(
    run: Run, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = run("show", story).stdout
    articles, trees = " ".join(shown.split("What each retelling")[0].split()).split("Who copied")
    assert "5 Mar 2031 09:40 The Lowland Gazette · Meridian Press Velmark, " in articles
    with open_story(story) as opened:
        assert all(one.title in articles for one in opened.articles if one.title)
        assert all(one.outlet in trees for one in opened.articles if opened.parents.get(one.id))
    assert re.search(r"The Haldun Post · 6 Mar 2031 · edited \d\d% · Talks", trees)
    assert "…" not in articles + trees
    assert max(map(len, shown.splitlines())) <= 80


class TestQuotations:
    def test_by_speaker_each_saying_with_all_its_places(self, run: Run, story: Path) -> None:
        shown = run("show", story, "--quotations").stdout
        assert re.match(r"\d+ quotations in \d+ articles\n", shown)
        assert shown.count('"This is a conversation between two grown-up nations,"') == 1
        hale = shown[shown.index("Dorin Hale · ") :].split("\n\n")[0]
        assert re.search(
            r"    The Lowland Gazette · 5 Mar 2031 09:40 · direct · to reporters · on state tele",
            hale,
        )
        assert "    Perisa Times · 5 Mar 2031 18:05 · direct" in hale
        assert shown.index("Dorin Hale") < shown.index("Nobody named")

    def test_of_one_speaker(self, run: Run, story: Path) -> None:
        shown = run("show", story, "--quotations", "--speaker", "dorin").stdout
        assert "Dorin Hale · " in shown
        assert shown == run("show", story, "--speaker", "HALE").stdout
        assert "Nobody named" not in shown
        assert run("show", story, "--speaker", "Nemo").stdout == "No quotation of Nemo.\n"

    def test_as_json(self, run: Run, story: Path) -> None:
        data = json.loads(run("show", story, "--speaker", "Hale", "--json").stdout)
        (rows,) = data.values()
        assert {row["speaker_name"] for row in rows} == {"Dorin Hale"}
        with open_story(story) as opened:
            for row in rows:
                article = opened.by_id[row["article"]["id"]]
                words = [article.text[one["start"] : one["end"]] for one in row["content"]]
                assert [one.strip('"') for one in row["words"]] == words
                assert row["article"]["outlet"] == article.outlet

    def test_limit(self, run: Run, story: Path) -> None:
        shown = run("show", story, "--quotations", "--limit", "1").stdout
        assert re.search(r"… and \d+ more sayings \(--limit\)", shown)
        assert re.search(r"… and \d+ more speakers \(--limit\)", shown)

    def test_nothing_is_cut_in_a_narrow_terminal(
        self, run: Run, story: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        lines = run("show", story, "--quotations").stdout.splitlines()
        assert max(map(len, lines)) <= 40
        assert not any(line.endswith(" ") for line in lines)
        flat = " ".join(" ".join(lines).split())
        with open_story(story) as opened:
            for article, quotation in opened.quotations():
                assert article.outlet in flat
                assert quotation.content[0].of(article.text).casefold()[:-1] in flat.casefold()

    def test_nobody_is_quoted(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text("Goats climb higher than their own shepherds dare to look.\n")
        build_store(Path("s.variorum"), "a.txt")
        assert "No article was read" in run("show", "s.variorum", "--quotations").stdout
        build_store(Path("s.variorum"), reader=RuleReader())
        assert "quote nobody" in run("show", "s.variorum", "--quotations").stdout

    def test_text_never_steers_a_terminal(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text('Dorin Hale said "red \x1b[31m [bold] words" to us all.\n')
        build_store(Path("s.variorum"), "a.txt", reader=RuleReader())
        shown = run("show", "s.variorum", "--quotations").stdout
        assert "\x1b" not in shown
        assert "[bold] words" in shown

    def test_articles_that_were_not_read_are_listed(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text(
            "Il ministro degli Esteri ha detto mercoledì che il governo non accetterà condizioni "
            "e che il grano resterà nel porto finché i negoziati non saranno conclusi.\n"
        )
        build_store(Path("s.variorum"), "a.txt", reader=RuleReader())
        shown = run("show", "s.variorum").stdout
        assert "1 articles were not read for quotations (--failures)" in shown
        assert "gave no article" not in shown
        assert "its language is it" in run("show", "s.variorum", "--failures").stdout


class TestStatements:
    def test_each_once_with_its_wordings_and_where_they_stand(self, run: Run, story: Path) -> None:
        shown = run("show", story, "--statements").stdout
        assert re.match(r"\d+ statements, \d+ of them in several articles\n", shown)
        flat = " ".join(shown.split())
        with open_story(story) as opened:
            places = {one.quotation.id: one for one in opened.quotations()}
            for made in opened.statements():
                sources = len(opened.sources_behind(made.articles))
                assert f"{sources} independent source" in flat
                for variant in made.variants[:1]:
                    article, quotation = places[variant.quotation]
                    span = quotation.content[0]
                    assert f"{article.outlet} {span.start}–" in flat

    def test_as_json(self, run: Run, story: Path) -> None:
        data = json.loads(run("show", story, "--statements", "--json").stdout)
        (rows,) = data.values()
        with open_story(story) as opened:
            assert {row["id"] for row in rows} == {one.id for one in opened.statements()}
            for row in rows:
                for variant in row["variants"]:
                    text = opened.by_id[variant["article"]["id"]].text
                    words = text[variant["start"] : variant["end"]]
                    assert words.startswith(variant["words"][0].strip("\"'“”")[:10])

    def test_of_one_speaker(self, run: Run, story: Path) -> None:
        shown = run("show", story, "--statements", "--speaker", "hale").stdout
        assert "Dorin Hale · " in shown
        assert "Nobody named" not in shown
        refused = run("show", story, "--statements", "--speaker", "Nemo").stdout
        assert refused == "No statement of Nemo.\n"

    def test_nothing_is_wider_than_the_terminal(
        self, run: Run, story: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for columns in 40, 80, 160:
            monkeypatch.setenv("COLUMNS", str(columns))
            lines = run("show", story, "--statements").stdout.splitlines()
            assert max(map(len, lines)) <= columns

    def test_limit(self, run: Run, story: Path) -> None:
        shown = run("show", story, "--statements", "--limit", "1").stdout
        assert re.search(r"… and \d+ more speakers \(--limit\)", shown)

    def test_nobody_is_quoted(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text("Goats climb higher than their own shepherds dare to look.\n")
        build_store(Path("s.variorum"), "a.txt", reader=RuleReader())
        assert "quote nobody" in run("show", "s.variorum", "--statements").stdout

    def test_text_never_steers_a_terminal(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text('Dorin Hale said "red \x1b[31m [bold] words" to us all.\n')
        build_store(Path("s.variorum"), "a.txt", reader=RuleReader())
        shown = run("show", "s.variorum", "--statements").stdout
        assert "\x1b" not in shown
        assert "[bold] words" in shown
