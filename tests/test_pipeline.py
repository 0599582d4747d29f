"""The same input gives the same record: in any order, form and number of steps."""

import gzip
import io
import json
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contracts.stories import (
    PARAGRAPHS,
    SAMPLE,
    SAMPLE_ARTICLES,
    SAMPLE_FILES,
    Record,
    article_line,
    build_store,
    built,
    exported,
    faults,
    invent_heap,
    invented_stories,
    noun,
    without_sources,
    write_files,
    write_lines,
)
from variorum.library import open_story
from variorum.pipeline import BuildSummary, Silent
from variorum.record.failure import Failure
from variorum.store.sqlite import SqliteStore

few_examples = settings(max_examples=8, deadline=None, derandomize=True)
on_the_sample = settings(max_examples=3, deadline=None, derandomize=True)
GOATS = "The goats of Mount Alder climb higher than their own shepherds dare to look.\n"
BARGES = "Grain barges have waited at the locks of Ansel since the first frost of last year.\n"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The export of the sample story, built at one go."""
    return built(tmp_path_factory.mktemp("sample") / "story", *SAMPLE_FILES)


@contextmanager
def a_folder() -> Iterator[Path]:
    """A folder for one example of Hypothesis, which knows no `tmp_path`."""
    folder = Path(tempfile.mkdtemp(prefix="variorum-test-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def sources_of(store: Path) -> dict[str, str]:
    with SqliteStore(store) as opened:
        return opened.sources()


def failures_of(store: Path) -> list[Failure]:
    with SqliteStore(store) as opened:
        return list(opened.failures())


def score_keys(store: Path) -> dict[tuple[str, str], str]:
    with SqliteStore(store) as opened:
        return {(score.a, score.b): score.key for score in opened.scores()}


class TestTheSameInput:
    def test_is_the_whole_sample(self, sample: Record) -> None:
        assert len(noun(sample, "articles")) == SAMPLE_ARTICLES
        assert all(noun(sample, name) for name in ("reuse", "lineage", "dispatches", "pairs"))

    @on_the_sample
    @given(st.permutations(SAMPLE_FILES))
    def test_in_any_order_of_files(self, sample: Record, order: list[Path]) -> None:
        with a_folder() as folder:
            assert built(folder / "story", *order) == sample

    def test_as_files_a_folder_or_a_glob(self, tmp_path: Path, sample: Record) -> None:
        assert built(tmp_path / "folder", SAMPLE) == sample
        assert built(tmp_path / "glob", f"{SAMPLE}/c*", f"{SAMPLE}/[!c]*", SAMPLE) == sample

    @on_the_sample
    @given(st.permutations(SAMPLE_FILES), st.integers(2, 7))
    def test_a_few_articles_at_a_time(self, sample: Record, order: list[Path], step: int) -> None:
        with a_folder() as folder:
            for start in range(0, len(order), step):
                build_store(folder / "story", *order[start : start + step])
            assert exported(folder / "story") == sample
            assert faults(folder / "story") == []

    @few_examples
    @given(invented_stories(), st.randoms())
    def test_as_lines_of_one_file_or_as_files(self, texts: list[str], chance: object) -> None:
        lines = [article_line(text, outlet=text.split("\n", 1)[0]) for text in texts]
        with a_folder() as folder:
            one = built(folder / "one", write_lines(folder / "all.jsonl", lines))
            chance.shuffle(lines)  # type: ignore[attr-defined]
            files = [
                write_lines(folder / f"{number}.jsonl", [line]) for number, line in enumerate(lines)
            ]
            assert without_sources(built(folder / "many", *files)) == without_sources(one)

    @few_examples
    @given(invented_stories())
    def test_one_article_at_a_time(self, texts: list[str]) -> None:
        with a_folder() as folder:
            files = write_files(folder / "in", texts)
            for file in reversed(files):
                build_store(folder / "steps", file)
            assert exported(folder / "steps") == built(folder / "one", *files)

    @few_examples
    @given(invented_stories(), invented_stories())
    def test_after_some_articles_were_edited(self, before: list[str], after: list[str]) -> None:
        after = [f"{text}{GOATS}" for text in after]
        with a_folder() as folder:
            files = write_files(folder / "in", before)
            build_store(folder / "steps", *files)
            files = sorted({*files, *write_files(folder / "in", after)})
            build_store(folder / "steps", *files)
            assert exported(folder / "steps") == built(folder / "one", *files)
            assert faults(folder / "steps") == []

    def test_compressed_or_on_standard_input(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lines = [article_line(text) for text in invent_heap(6, seed=3)]
        plain = write_lines(tmp_path / "all.jsonl", lines)
        packed = tmp_path / "packed.jsonl.gz"
        packed.write_bytes(gzip.compress(plain.read_bytes()))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(plain.read_bytes())))
        records = [
            without_sources(built(tmp_path / name, source))
            for name, source in (("plain", plain), ("packed", packed), ("stdin", "-"))
        ]
        assert len(records[0]["articles"]) == 6
        assert records[0] == records[1] == records[2]

    def test_as_text_files_or_as_rows_of_text(self, tmp_path: Path) -> None:
        """The bytes differ, and so do the ids; what is told of the texts does not."""
        texts = [file.read_text("utf-8") for file in SAMPLE_FILES if file.suffix == ".txt"]
        rows = write_lines(tmp_path / "all.jsonl", map(article_line, texts))
        build_store(tmp_path / "files", *write_files(tmp_path / "in", texts))
        build_store(tmp_path / "rows", rows)
        assert told(tmp_path / "files") == told(tmp_path / "rows")

    def test_whichever_of_two_equal_files_is_read_first(self, tmp_path: Path) -> None:
        files = write_files(tmp_path / "in", [GOATS, GOATS])
        there, back = (
            built(tmp_path / name, *files[::step]) for name, step in (("a", 1), ("b", -1))
        )
        assert there == back

    def test_in_one_process_or_two(self, tmp_path: Path) -> None:
        files = write_files(tmp_path / "in", invent_heap(110, seed=1))
        one = built(tmp_path / "one", *files)
        assert built(tmp_path / "two", *files, processes=2) == one
        assert len(noun(one, "pairs")) > 100


def told(store: Path) -> tuple[object, object]:
    """What a story tells of its texts, whatever their ids."""
    with open_story(store) as story:
        texts = {article.id: article.text for article in story.articles}
        places = {
            node: (dispatch.agency, frozenset(texts[article] for article in group.articles))
            for dispatch in story.dispatches
            for node, group in (
                (dispatch.id, dispatch),
                *((one.id, one) for one in dispatch.states),
            )
        }
        articles = {
            (one.text, one.title, one.outlet, one.authors, one.agencies, one.published, one.blocks)
            for one in story.articles
        }
        edges = {
            (texts.get(edge.parent) or places[edge.parent], texts[edge.child], edge.relation)
            for edge in story.lineage
        }
    return articles, edges


class TestGrowing:
    def test_a_second_build_reads_and_compares_nothing(
        self, tmp_path: Path, sample: Record
    ) -> None:
        store = tmp_path / "story"
        first = build_store(store, SAMPLE)
        assert first == BuildSummary(SAMPLE_ARTICLES, 0, 0, SAMPLE_ARTICLES, first.compared)
        assert first.compared > 0
        again = build_store(store, SAMPLE)
        assert again == BuildSummary(0, SAMPLE_ARTICLES, 0, SAMPLE_ARTICLES, 0)
        assert build_store(store) == BuildSummary(0, 0, 0, SAMPLE_ARTICLES, 0)
        assert exported(store) == sample

    def test_a_new_article_is_compared_and_no_other_pair_again(self, tmp_path: Path) -> None:
        bodies = [[*PARAGRAPHS[k : k + 2], *PARAGRAPHS[k + 5 : k + 7]] for k in range(8)]
        texts = [
            "\n".join([f"{name} reports", *body])
            for name, body in zip("abcdefgh", bodies, strict=True)
        ]
        *files, last = write_files(tmp_path / "in", texts)
        store = tmp_path / "story"
        build_store(store, *files)
        before = score_keys(store)
        summary = build_store(store, last)
        new = sources_of(store)[str(last)]
        changed = {pair for pair, key in score_keys(store).items() if before.get(pair) != key}
        assert changed
        assert all(new in pair for pair in changed)
        assert summary == BuildSummary(1, 0, 0, 8, len(changed))

    def test_a_page_of_which_its_outlet_repeats_a_line_is_marked_anew(self, tmp_path: Path) -> None:
        store = tmp_path / "story"
        roles, keys = [], []
        for number, outlet in enumerate(
            ("Alder Post", "Vessa Gazette", "Alder Post", "Alder Post")
        ):
            lines = [f"{outlet} of day {number}", *PARAGRAPHS[2 * number : 2 * number + 2]]
            if outlet == "Alder Post":
                lines.append("Letters to the harbour desk")
            page = article_line("\n\n".join(lines), outlet=outlet)
            build_store(store, write_lines(tmp_path / f"{number}.jsonl", [page]))
            with SqliteStore(store) as opened:
                pages = opened.sources()
                article = opened.article(pages[f"{tmp_path}/0.jsonl:1"])
                other = pages.get(f"{tmp_path}/1.jsonl:1", "")
                keys.append((opened.article_keys()[article.id], opened.article_keys().get(other)))
            roles.append(article.blocks[-1].role)
        assert roles[0] != "furniture", "a line that nobody repeats"
        assert roles[-1] == "furniture", "a line of three pages of the outlet"
        own, others = zip(*keys, strict=True)
        assert own[0] == own[1], "another outlet's page says nothing of it"
        assert len(set(own[1:])) == 3
        assert len(set(others[1:])) == 1, "and other outlets' pages stay as they are"

    def test_progress_reaches_the_end_of_each_stage(self, tmp_path: Path) -> None:
        told = Told()
        build_store(tmp_path / "story", SAMPLE, progress=told)
        assert next(iter(told.totals)) == "Reading pages"
        assert told.steps["Reading pages"] == SAMPLE_ARTICLES
        known = {name: total for name, total in told.totals.items() if total is not None}
        assert len(known) >= 3
        assert known == {name: told.steps[name] for name in known}


class Told(Silent):
    """Remembers what a person would see."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.totals: dict[str, int | None] = {}
        self.steps: dict[str, int] = defaultdict(int)
        self._stop_at = stop_at

    def stage(self, name: str, total: int | None) -> None:
        if len(self.totals) == self._stop_at:
            raise KeyboardInterrupt
        self.totals[name] = total

    def advance(self, steps: int = 1) -> None:
        self.steps[list(self.totals)[-1]] += steps


@pytest.mark.parametrize("stage", range(5))
def test_a_run_that_is_stopped_goes_on_where_it_was(
    tmp_path: Path, sample: Record, stage: int
) -> None:
    store = tmp_path / "story"
    with pytest.raises(KeyboardInterrupt):
        build_store(store, SAMPLE, progress=Told(stop_at=stage))
    assert faults(store) == []
    rest = build_store(store, SAMPLE)
    assert rest.read == (SAMPLE_ARTICLES if stage == 0 else 0)
    assert bool(rest.compared) == (stage < 4)
    assert exported(store) == sample


class TestSourcesThatChange:
    def test_the_new_text_replaces_the_old(self, tmp_path: Path) -> None:
        (file,) = write_files(tmp_path / "in", [GOATS])
        build_store(tmp_path / "story", file)
        file.write_text(BARGES)
        assert build_store(tmp_path / "story", file).read == 1
        (article,) = noun(exported(tmp_path / "story"), "articles")
        assert article["text"] == BARGES

    def test_a_file_that_is_gone_keeps_its_article(self, tmp_path: Path) -> None:
        """Nothing already stored is lost."""
        first, _ = write_files(tmp_path / "in", [GOATS, BARGES])
        build_store(tmp_path / "story", tmp_path / "in")
        first.unlink()
        build_store(tmp_path / "story", tmp_path / "in")
        texts = {row["text"] for row in noun(exported(tmp_path / "story"), "articles")}
        assert texts == {GOATS, BARGES}

    @pytest.mark.parametrize("change", ["swapped", "renamed", "a line before"])
    def test_a_text_that_moves_to_another_source(self, tmp_path: Path, change: str) -> None:
        folder = tmp_path / "in"
        folder.mkdir()
        lines = [article_line(GOATS), article_line(BARGES)]
        first, second = (folder / name for name in ("first.jsonl", "second.jsonl"))
        write_lines(first, lines if change == "a line before" else lines[:1])
        if change == "swapped":
            write_lines(second, lines[1:])
        build_store(tmp_path / "story", folder)
        write_lines(first, [article_line(PARAGRAPHS[0]), *lines] if "line" in change else lines[1:])
        if "line" not in change:
            write_lines(second, lines[:1])
        build_store(tmp_path / "story", folder)
        assert exported(tmp_path / "story") == built(tmp_path / "new", folder)

    def test_a_text_that_one_of_two_sources_gives_no_longer(self, tmp_path: Path) -> None:
        first, second = write_files(tmp_path / "in", [GOATS, GOATS])
        build_store(tmp_path / "story", first, second)
        first.write_text(BARGES)
        build_store(tmp_path / "story", first, second)
        assert faults(tmp_path / "story") == []
        rows = noun(exported(tmp_path / "story"), "articles")
        assert {row["source"]: row["text"] for row in rows} == {
            str(first): BARGES, str(second): GOATS,
        }  # fmt: skip

    def test_two_texts_on_standard_input_one_after_the_other(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for text in (GOATS, BARGES):
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
            build_store(tmp_path / "story", "-")
        texts = {row["text"] for row in noun(exported(tmp_path / "story"), "articles")}
        assert texts == {GOATS, BARGES}


BAD: dict[str, tuple[str, bytes, str]] = {
    "nothing": ("a.txt", b"", "empty"),
    "white space": ("a.md", b" \n\t ", "empty"),
    "binary data": ("a.txt", bytes(range(256)) * 20, "binary"),
    "a broken encoding": ("a.txt", b"\xff\xfe\x00\xd8\x41", "unreadable"),
    "a cut off file": ("a.txt.gz", gzip.compress(GOATS.encode() * 50)[:-12], "truncated"),
    "what is not compressed": ("a.txt.gz", GOATS.encode(), "truncated"),
    "HTML without text": ("a.html", b"<html><body><nav><a href=x>y</a></nav>", "no_text"),
    "an empty file of rows": ("a.jsonl", b"", "empty"),
    "no JSON": ("a.jsonl", b"{'text': 'goats'}\n", "not_an_article"),
    "a list": ("a.jsonl", b'["goats"]\n', "not_an_article"),
    "a row without text": ("a.jsonl", b'{"title": "Goats"}\n', "not_an_article"),
    "a row of half a character": ("a.jsonl", b'{"text": "\\ud83d goats"}\n', "not_an_article"),
    "a row with an empty text": ("a.jsonl", b'{"text": "  "}\n', "empty"),
    "a row that is too deep": ("a.jsonl", b"[" * 9_000, "unreadable"),
    "a row that is too large": ("a.jsonl", b'{"text": "' + b"g" * 20_000 + b'"}\n', "too_large"),
    "a file that is too large": ("a.txt", b"g" * 20_000, "too_large"),
}


class TestBadInputs:
    @pytest.mark.parametrize(("name", "data", "code"), BAD.values(), ids=BAD)
    def test_are_rows_with_a_reason_and_stop_nothing(
        self, tmp_path: Path, name: str, data: bytes, code: str
    ) -> None:
        bad = tmp_path / name
        bad.write_bytes(data)
        good = write_files(tmp_path / "in", [GOATS])
        summary = build_store(tmp_path / "story", bad, *good, max_bytes=10_000)
        assert (summary.read, summary.failed, summary.articles) == (1, 1, 1)
        (failure,) = failures_of(tmp_path / "story")
        assert failure.source.startswith(str(bad))
        assert failure.code == code
        assert failure.message
        assert failure.next_step
        assert faults(tmp_path / "story") == []

    def test_one_bad_row_among_good_ones_is_named_by_its_line(self, tmp_path: Path) -> None:
        rows = tmp_path / "rows.jsonl"
        write_lines(rows, [article_line(GOATS), "{oops", "", article_line(BARGES)])
        summary = build_store(tmp_path / "story", rows)
        assert (summary.read, summary.failed, summary.articles) == (2, 1, 2)
        assert [one.source for one in failures_of(tmp_path / "story")] == [f"{rows}:2"]

    def test_what_came_before_the_cut_is_kept(self, tmp_path: Path) -> None:
        rows = tmp_path / "rows.jsonl.gz"
        lines = "".join(f"{article_line(text)}\n" for text in (GOATS, BARGES))
        rows.write_bytes(gzip.compress(lines.encode())[:-8])
        summary = build_store(tmp_path / "story", rows)
        assert (summary.articles, summary.failed) == (2, 1)

    def test_give_the_same_rows_in_any_order(self, tmp_path: Path) -> None:
        sources = []
        for number, (name, data, _) in enumerate(BAD.values()):
            sources.append(tmp_path / f"{number}{name}")
            sources[-1].write_bytes(data)
        there, back = (tmp_path / "there", tmp_path / "back")
        build_store(there, *sources, max_bytes=10_000)
        build_store(back, *reversed(sources), max_bytes=10_000)
        assert exported(there) == exported(back)
        assert len(noun(exported(there), "failures")) == len(BAD)

    def test_that_are_repaired_are_no_failures_any_more(self, tmp_path: Path) -> None:
        file = tmp_path / "a.txt"
        file.touch()
        build_store(tmp_path / "story", file)
        file.write_text(GOATS)
        assert build_store(tmp_path / "story", file).failed == 0
        assert failures_of(tmp_path / "story") == []

    def test_that_gave_an_article_before_keep_it(self, tmp_path: Path) -> None:
        (file,) = write_files(tmp_path / "in", [GOATS])
        build_store(tmp_path / "story", file)
        file.write_bytes(b"")
        assert build_store(tmp_path / "story", file).articles == 1

    def test_that_are_as_they_were_before_are_no_failures_any_more(self, tmp_path: Path) -> None:
        (file,) = write_files(tmp_path / "in", [GOATS])
        for text in (GOATS, "", GOATS):
            file.write_text(text)
            build_store(tmp_path / "story", file)
        assert failures_of(tmp_path / "story") == []

    @pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
    def test_of_rows_that_are_fetched_again_are_no_failures_any_more(
        self, tmp_path: Path, name: str
    ) -> None:
        rows = tmp_path / name
        data = f"{article_line(GOATS)}\n".encode()
        data = gzip.compress(data) if name.endswith(".gz") else data
        rows.write_bytes(data[:-9] if name.endswith(".gz") else b"")
        build_store(tmp_path / "story", rows)
        rows.write_bytes(data)
        build_store(tmp_path / "story", rows)
        assert failures_of(tmp_path / "story") == []

    @pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
    @pytest.mark.parametrize("text", [GOATS, ""], ids=["a text", "nothing"])
    def test_a_file_name_of_another_encoding(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "in").mkdir()
        Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/caf\xe9.txt")).write_text(text)
        write_files(tmp_path / "in", [BARGES])
        summary = build_store(tmp_path / "story", tmp_path / "in")
        assert summary.read + summary.failed == 2
        assert exported(tmp_path / "story")

    @few_examples
    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["txt", "md", "html", "jsonl", "txt.gz", "jsonl.gz"]),
                st.binary(max_size=300)
                | st.text(max_size=200).map(str.encode)
                | st.dictionaries(
                    st.sampled_from(["text", "html", "title", "published", "url", "authors", "id"]),
                    st.text(max_size=40)
                    | st.integers()
                    | st.floats()
                    | st.none()
                    | st.lists(st.text()),
                ).map(lambda row: json.dumps(row).encode()),
            ),
            max_size=12,
        )
    )
    def test_of_any_kind_at_all(self, inputs: list[tuple[str, bytes]]) -> None:
        with a_folder() as folder:
            files = [folder / f"{number}.{kind}" for number, (kind, _) in enumerate(inputs)]
            for file, (_, data) in zip(files, inputs, strict=True):
                file.write_bytes(data)
            summary = build_store(folder / "story", *files)
            assert summary.read == len(sources_of(folder / "story"))
            assert summary.failed == len(failures_of(folder / "story"))
            assert faults(folder / "story") == []
            assert build_store(folder / "story", *files).read == 0
            exported(folder / "story")
