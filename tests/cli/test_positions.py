"""`variorum show --positions`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.contracts.stories import build_store
from variorum.library import open_story
from variorum.read.reader import shipped_reader
from variorum.store.sqlite import SqliteStore

DISPATCH = """PERISA, March 5 (Meridian Press) - John Pell rejected the coal tax on Wednesday, \
while Mary Doyle backed the coal tax and promised new jobs for the valley.

Mary Doyle said she was ready to resign if parliament voted the coal tax down.

Observers in the capital said the quarrel would go on for weeks, with neither side in sight of a \
majority in the upper house."""


@pytest.fixture(scope="module")
def read_story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("positions")
    row = {"id": "1", "text": DISPATCH, "outlet": "Perisa Times", "published": "2031-03-05"}
    (folder / "rows.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    store = folder / "s.variorum"
    with SqliteStore(folder / "memory.variorum", write=True) as memory:
        build_store(store, folder / "rows.jsonl", reader=shipped_reader(memory, threads=1))
    return store


class TestPositions:
    def test_by_issue_then_actor_with_the_words(self, run: Run, read_story: Path) -> None:
        shown = run("show", str(read_story), "--positions").stdout
        lines = shown.splitlines()
        issue = lines.index("coal tax")
        assert lines[issue + 1].startswith("  John Pell  against  as of ~5 Mar 2031, 1 source")
        assert "John Pell rejected the coal tax  Perisa Times" in lines[issue + 2]
        assert lines[issue + 3].startswith("  Mary Doyle  for")
        assert "1 source" in lines[issue + 3]
        assert "conditional  if parliament voted the coal tax down" in shown

    @pytest.mark.parametrize("columns", ["80", "160"])
    def test_lines_fit(
        self, run: Run, read_story: Path, columns: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        shown = run("show", str(read_story), "--positions").stdout
        assert max(map(len, shown.splitlines())) <= int(columns)

    def test_json_has_the_words_and_their_places(self, run: Run, read_story: Path) -> None:
        told = json.loads(run("show", str(read_story), "--positions", "--json").stdout)
        assert told["positions"]
        with open_story(read_story) as story:
            for position in told["positions"]:
                assert position["independent_sources"] == 1
                for place in position["evidence"]:
                    text = story.by_id[place["article"]].text
                    assert text[place["start"] : place["end"]].split() == place["words"].split()

    def test_a_limit(self, run: Run, read_story: Path) -> None:
        shown = run("show", str(read_story), "--positions", "--limit", "1").stdout
        assert "more issues (--limit)" in shown

    def test_nothing_read(self, run: Run, built_sample: Path) -> None:
        shown = run("show", str(built_sample), "--positions").stdout
        assert "nobody's stand" in shown
