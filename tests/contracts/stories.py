"""Stories for tests, the packaged one and small invented ones, and a line to build and export."""

import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

import variorum.sample
from variorum.engine.duckdb import DuckdbEngine
from variorum.export.jsonlines import export_json_lines
from variorum.library import Story, open_story
from variorum.pipeline import BuildSummary, Progress, build
from variorum.read.protocol import Reader
from variorum.read.reader import shipped_reader
from variorum.record.statement import Statement
from variorum.store.rules import find_faults
from variorum.store.sqlite import SqliteStore

SAMPLE = Path(variorum.sample.__file__).parent / "story"
SAMPLE_FILES = sorted(file for file in SAMPLE.iterdir() if not file.name.startswith("."))
SAMPLE_ARTICLES = 16

PARAGRAPHS = tuple(
    sorted(
        {
            line
            for file in SAMPLE_FILES
            if file.suffix == ".txt"
            for line in file.read_text("utf-8").splitlines()
            if len(line) > 110
        }
    )
)
"""What the sample story's articles say, a paragraph each."""

MASTHEADS = ("The Alder Post", "Vessa Gazette", "HALDEN DAILY")

Record = dict[str, bytes]


def build_store(
    store: Path,
    *inputs: Path | str,
    processes: int = 1,
    progress: Progress | None = None,
    reader: Reader | None = None,
    **limits: int,
) -> BuildSummary:
    """Build a store from inputs, as `variorum build` does."""
    with SqliteStore(store, write=True) as opened, DuckdbEngine(processes=processes) as engine:
        return build(
            [str(one) for one in inputs], opened, engine, progress, reader=reader, **limits
        )


def build_read_store(store: Path, *inputs: Path | str) -> BuildSummary:
    """Build a store from inputs with the reader that is shipped."""
    with SqliteStore(store, write=True) as opened, DuckdbEngine(processes=1) as engine:
        reader = shipped_reader(opened, threads=1)
        assert reader, "The reader's weights are not in the package"
        return build([str(one) for one in inputs], opened, engine, reader=reader)


def exported(store: Path) -> Record:
    """The files of a store's export, by name."""
    folder = store.with_name(f"{store.name}-export")
    with open_story(store) as story:
        export_json_lines(story, folder)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def built(
    store: Path, *inputs: Path | str, processes: int = 1, reader: Reader | None = None
) -> Record:
    """The export of a store that is built from inputs at one go."""
    build_store(store, *inputs, processes=processes, reader=reader)
    return exported(store)


def statements_of(story: Story) -> list[Statement]:
    """All statements of a story."""
    return list(story.statements())


def noun(record: Record, name: str) -> list[dict[str, Any]]:
    """The rows of one file of an export."""
    return [json.loads(line) for line in record[f"{name}.jsonl"].splitlines()]


def without_sources(record: Record) -> dict[str, list[dict[str, Any]]]:
    """An export but for the places that its articles were read from."""
    rows = {name.removesuffix(".jsonl"): noun(record, name[:-6]) for name in record}
    for article in rows["articles"]:
        del article["source"], article["sources"]
    return rows


def faults(store: Path) -> list[str]:
    """What `variorum doctor` finds in a store."""
    with SqliteStore(store) as opened:
        return list(find_faults(opened))


def article_line(text: str, **fields: Any) -> str:
    """An article as a line of JSON Lines."""
    return json.dumps({"text": text, **fields}, ensure_ascii=False)


def write_lines(path: Path, lines: Iterable[str]) -> Path:
    """A file of some lines."""
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def write_files(folder: Path, texts: Iterable[str]) -> list[Path]:
    """A folder with a text file for each text."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number, text in enumerate(texts):
        files.append(folder / f"{number:03}.txt")
        files[-1].write_text(text, "utf-8")
    return files


@st.composite
def invented_stories(draw: st.DrawFn) -> list[str]:
    """A few different articles that share paragraphs, some of them dated."""
    bodies = draw(
        st.lists(
            st.lists(st.sampled_from(PARAGRAPHS[:16]), min_size=2, max_size=6, unique=True),
            min_size=2,
            max_size=5,
            unique_by=tuple,
        )
    )
    return [
        "\n".join([draw(st.sampled_from(MASTHEADS)), *_date_line(draw), *body, ""])
        for body in bodies
    ]


def _date_line(draw: st.DrawFn) -> list[str]:
    day = draw(st.none() | st.integers(1, 28))
    return [f"Published: 09:40, March {day}, 2031"] if day else []


def invent_heap(size: int, seed: int) -> list[str]:
    """Many small articles of the sample story's paragraphs; the same for the same seed."""
    chance = random.Random(seed)
    heap = []
    for number in range(size):
        body = chance.sample(PARAGRAPHS, chance.randint(2, 4))
        dated = [f"Published: 09:40, March {chance.randint(1, 28)}, 2031"] * chance.randint(0, 1)
        heap.append("\n".join([MASTHEADS[number % 3], f"Report {number}", *dated, *body, ""]))
    return heap
