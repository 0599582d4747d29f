"""`variorum copy`, and every other command on a store that lies on a server."""

import json
from pathlib import Path
from shlex import quote

import pytest

from tests.cli.conftest import Ended, Run
from tests.contracts.postgres_server import PostgresServer
from tests.contracts.stories import SAMPLE, SAMPLE_FILES
from variorum.assistant.server import build_server
from variorum.record.correction import Sides, make_correction
from variorum.store.opening import open_store


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


class TestCopies:
    def test_a_copy_exports_the_same(self, run: Run, story: Path) -> None:
        done = run("copy", story, "copies/other.variorum")
        assert done.exit_code == 0, done.output
        assert "16 articles and 0 corrections copied to copies/other.variorum" in done.output
        run("export", story, "one")
        run("export", "copies/other.variorum", "other")
        assert files(Path("one")) == files(Path("other"))

    def test_a_record_is_not_overwritten_unasked(self, command, run: Run, story: Path) -> None:
        run("build", "--no-read", SAMPLE_FILES[0], "-o", "other")
        before = json.loads(run("show", "other", "--json").output)
        refused: Ended = command("copy", story, "other")
        assert refused.code == 1
        assert "holds a record already" in refused.err
        assert "--replace" in refused.err
        assert json.loads(run("show", "other", "--json").output) == before
        counts = json.loads(run("copy", story, "other", "--replace", "--json").stdout)
        assert counts["articles"] == 16
        assert run("show", "other", "--json").output == run("show", story, "--json").output

    def test_a_store_is_not_copied_onto_itself(self, command, story: Path) -> None:
        refused: Ended = command("copy", story, f"./{story}", "--replace")
        assert refused.code == 1
        assert "are one store" in refused.err

    def test_what_is_not_there_is_not_copied(self, command, folder: Path) -> None:
        refused: Ended = command("copy", "nowhere.variorum", "other.variorum")
        assert refused.code == 1
        assert "There is no store at nowhere.variorum" in refused.err
        assert list(folder.iterdir()) == []


@pytest.mark.postgres
class TestOnAServer:
    """Commands say of a copy on a server what they say of the file."""

    @pytest.fixture
    def shared(self, run: Run, story: Path, postgres: PostgresServer) -> str:
        address = postgres.address("desk_of_commands")
        done = run("copy", story, address, "--replace")
        assert done.exit_code == 0, done.output
        return address

    @pytest.mark.parametrize(
        "words",
        [
            "show {}", "show {} --timeline", "show {} --statements --json", "show {} --conflicts",
            "search {} corridor", "search {} talks --json", "corrections list {}",
        ],
    )  # fmt: skip
    def test_what_is_printed(self, run: Run, story: Path, shared: str, words: str) -> None:
        here, there = (run(*words.format(one).split()) for one in (story, shared))
        assert here.exit_code == 0
        assert len(here.output) > 20
        assert there.output.replace(shared, str(story)) == here.output

    def test_what_is_written(self, run: Run, story: Path, shared: str) -> None:
        for store in (story, shared):
            for words in (
                ["export", store, "out"], ["export", store, "out", "-f", "csv"],
                ["report", store, "-o", "out/report.html"],
                ["draw", store, "timeline", "-o", "out/timeline.svg"],
            ):  # fmt: skip
                assert run(*words).exit_code == 0
            Path("out").rename("there" if store == shared else "here")
        here, there = files(Path("here")), files(Path("there"))
        assert len(here) > 20
        assert here == there

    def test_files_are_named_after_it(self, run: Run, folder: Path, shared: str) -> None:
        assert "desk_of_commands.html" in run("report", shared).output
        assert "desk_of_commands.timeline.svg" in run("draw", shared, "timeline").output

    def test_the_same_is_built(self, run: Run, folder: Path, postgres: PostgresServer) -> None:
        address = postgres.address()
        for store, out in ((address, "there"), ("story.variorum", "here")):
            done = run("build", SAMPLE, "-o", store, "--no-read")
            assert done.exit_code == 0, done.output
            assert f"variorum show {quote(store)}" in done.output
            run("export", store, out)
        assert files(folder / "here") == files(folder / "there")
        again = json.loads(run("build", SAMPLE, "-o", address, "--no-read", "--json").stdout)
        assert (again["read"], again["known"], again["store"]) == (0, 16, address)
        assert "is sound" in run("doctor", address).output

    def test_corrections_go_there_and_back(self, run: Run, story: Path, shared: str) -> None:
        with open_store(story, write=True) as store:
            article = next(store.articles()).id
            one = make_correction("date", "article", Sides([article]), "Anna", "2031-03-02")
            store.add_corrections([one])
        run("corrections", "export", story, "made.jsonl")
        assert "1 corrections new in" in run("corrections", "import", "made.jsonl", shared).output
        run("corrections", "undo", shared, one.id, "--author", "Ben")
        assert run("copy", shared, story, "--replace").exit_code == 0
        with open_store(story) as store:
            (kept,) = store.corrections()
        assert kept.undone
        assert kept.undone.author == "Ben"

    def test_an_assistant_is_answered(self, shared: str) -> None:
        assert build_server(shared)

    def test_a_watcher_may_write_there(self, command, postgres: PostgresServer) -> None:
        address = postgres.address()
        tried: Ended = command("watch", "-o", address, "--once")
        assert tried.code == 1
        assert "nothing to watch" in tried.err
        with open_store(address) as store:
            assert store.is_empty()

    def test_no_password_is_printed(self, command, shared: str) -> None:
        address = shared.replace("desk@", "desk:geheim@")
        printed: Ended = command("build", "nowhere", "-o", address)
        told = [printed, command("doctor", address), command("doctor", f"{address}_not")]
        assert [one.code for one in told] == [1, 0, 1]
        assert "is sound" in told[1].out
        assert "There is no store at" in told[2].err
        assert not any("geheim" in text for one in told for text in (one.out, one.err))
