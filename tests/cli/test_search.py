"""`variorum search` prints what is found, for a person and for a program."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ended, Run
from variorum.library import open_story


def test_what_is_found_with_where_it_stands(run: Run, story: Path) -> None:
    shown = run("search", story, "telephone").stdout
    assert " result" in shown.splitlines()[0]
    assert "telephone" in shown
    assert "independent source" in shown


def test_options_narrow(run: Run, story: Path) -> None:
    by_outlet = json.loads(run("search", story, "corridor", "--outlet", "Harbour", "--json").stdout)
    assert (
        0
        < by_outlet["total"]
        < json.loads(run("search", story, "corridor", "--json").stdout)["total"]
    )
    for one in by_outlet["results"]:
        assert "Harbour Radio" in {article["outlet"] for article in one["articles"]}
    said = json.loads(run("search", story, "--speaker", "maran", "--json").stdout)["results"]
    assert {one["kind"] for one in said} <= {"statement", "position"}
    assert all("Maran" in one["speaker_name"] for one in said)


def test_marks_stand_on_the_found_words(run: Run, story: Path) -> None:
    told = json.loads(run("search", story, "corridor", "--kind", "passage", "--json").stdout)
    with open_story(story) as opened:
        for one in told["results"]:
            place = one["place"]
            assert (
                opened.by_id[place["article"]].text[place["start"] : place["end"]] == one["words"]
            )
            for mark in one["marks"]:
                assert one["words"][mark["start"] : mark["end"]].casefold().startswith("corridor")


def test_nothing_found_is_said(run: Run, story: Path) -> None:
    assert run("search", story, "zeppelin").stdout.startswith("Nothing is found.")
    assert run("search", story).stdout.startswith("Nothing is found.")


def test_what_is_no_day_is_refused(command: Callable[..., Ended], story: Path) -> None:
    ended = command("search", story, "talks", "--from", "Lent")
    assert ended.code == 1
    assert "Lent is no day" in ended.err
