import gzip
import io
import json
import re
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from variorum.ingest import sources
from variorum.ingest.items import Item
from variorum.ingest.reading import read_page
from variorum.ingest.sources import find_files, kind_of, read_items, sniff
from variorum.record.errors import InputError
from variorum.record.failure import Failure

from .pages import read, refused

HTML = b"<!DOCTYPE html><html><body><p>Talks</p></body></html>"
ROWS = b'{"text": "one"}\n{"text": "two"}\n'


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    """A folder with pages of each kind and with what is no page."""
    for name in (
        "b.txt",
        "a.md",
        "deep/er/c.html",
        "rows.jsonl",
        "notes.docx",
        "picture.png",
        "README",
        ".hidden.txt",
        ".git/d.txt",
    ):
        path = tmp_path / "heap" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"Talks")
    (tmp_path / "heap" / "z.txt.gz").write_bytes(gzip.compress(b"Talks"))
    return tmp_path / "heap"


def names(found: list[str], heap: Path) -> list[str]:
    return [Path(path).relative_to(heap).as_posix() for path in found]


def items(*files: Path | str, max_bytes: int = sources.MAX_PAGE_BYTES) -> list[Item | Failure]:
    return list(read_items([str(file) for file in files], max_bytes))


def test_a_folder_is_searched_whole_in_order(heap: Path) -> None:
    found = find_files([str(heap)])
    assert names(found, heap) == ["a.md", "b.txt", "deep/er/c.html", "rows.jsonl", "z.txt.gz"]


def test_a_file_named_by_hand_is_taken_whatever_its_ending(heap: Path) -> None:
    chosen = [str(heap / "README"), str(heap / ".hidden.txt")]
    assert find_files(chosen) == chosen


def test_a_file_named_twice_is_found_once(heap: Path) -> None:
    found = find_files([str(heap / "b.txt"), str(heap), str(heap / "b.txt")])
    assert names(found, heap)[0] == "b.txt"
    assert len(found) == len(set(found)) == 5


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.html", ["deep/er/c.html"]),
        ("[ab].*", ["a.md", "b.txt"]),
        ("de*", ["deep/er/c.html"]),
    ],
)
def test_a_glob_finds_files_and_folders(heap: Path, pattern: str, expected: list[str]) -> None:
    assert names(find_files([str(heap / pattern)]), heap) == expected


def test_a_file_whose_name_looks_like_a_glob_is_itself(tmp_path: Path) -> None:
    for name in ("[ab].txt", "a.txt"):
        (tmp_path / name).write_bytes(b"Talks")
    assert find_files([str(tmp_path / "[ab].txt")]) == [str(tmp_path / "[ab].txt")]


@pytest.mark.parametrize(
    "name",
    [
        "missing.txt",
        "missing/*.txt",
        pytest.param("x" * 5000, id="too-long"),
    ],
)
def test_a_path_that_does_not_exist_is_an_error_of_the_person(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        find_files([str(tmp_path / name)])
    assert name[:20] in caught.value.what


def test_a_folder_below_a_hidden_one_is_read_if_it_is_named(tmp_path: Path) -> None:
    folder = tmp_path / ".cache" / "news"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_bytes(b"Talks")
    assert find_files([str(folder)]) == [str(folder / "a.txt")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", "text"),
        ("a.MD", "text"),
        ("a.htm", "html"),
        ("a.xhtml", "html"),
        ("a.jsonl", "rows"),
        ("a.ndjson.GZ", "rows"),
        ("a.txt.gz", "text"),
        ("a.gz", None),
        ("txt", None),
        ("a.txt.bak", None),
    ],
)
def test_the_ending_tells_the_kind(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (HTML, "html"),
        (b"\xef\xbb\xbf  \n<HTML lang='en'>", "html"),
        (b"<?xml version='1.0'?><html>", "html"),
        (ROWS, "rows"),
        (b'\xef\xbb\xbf{"text": "one"}', "rows"),
        (b"{curly} start of a text", "text"),
        (b"Talks <b>resume</b>", "text"),
        (b"", "text"),
    ],
)
def test_content_without_an_ending_is_sniffed(data: bytes, kind: str) -> None:
    assert sniff(data) == kind


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
@pytest.mark.parametrize(
    ("ending", "data", "expected"),
    [
        (".txt", b"Talks\r\n", [("text", b"Talks\r\n")]),
        (".md", b"# Talks", [("text", b"# Talks")]),
        (".html", HTML, [("html", HTML)]),
        (".jsonl", ROWS, [("rows", b'{"text": "one"}'), ("rows", b'{"text": "two"}')]),
    ],
)
def test_each_kind_is_read_plain_and_compressed(
    tmp_path: Path,
    pack: Callable[[bytes], bytes],
    ending: str,
    data: bytes,
    expected: list[tuple[str, bytes]],
) -> None:
    path = tmp_path / f"heap{ending}{'.gz' if pack is gzip.compress else ''}"
    path.write_bytes(pack(data))
    read_now = items(path)
    assert [(item.kind, item.data) for item in read_now if isinstance(item, Item)] == expected
    assert all(item.source.startswith(str(path)) for item in read_now)


def test_rows_are_named_by_their_line_and_blank_lines_are_none(tmp_path: Path) -> None:
    path = tmp_path / "heap.jsonl"
    path.write_bytes(b'\n{"text": "one"}\r\n   \n{"text": "two"}')
    assert [item.source for item in items(path)] == [f"{path}:2", f"{path}:4"]
    assert [item.data for item in items(path) if isinstance(item, Item)] == ROWS.split(b"\n")[:2]


def test_an_unknown_ending_is_sniffed(tmp_path: Path) -> None:
    page, text = tmp_path / "page.php", tmp_path / "README"
    page.write_bytes(HTML)
    text.write_bytes(b"Talks")
    assert [item.kind for item in items(page, text) if isinstance(item, Item)] == ["html", "text"]


def test_rows_under_an_unknown_ending_are_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "heap.json"
    path.write_bytes(ROWS)
    assert [read(read_page(item)).text for item in items(path) if isinstance(item, Item)] == [
        "one",
        "two",
    ]


def test_one_object_spread_over_lines_under_an_unknown_ending_is_one_row(tmp_path: Path) -> None:
    path = tmp_path / "talks.json"
    path.write_bytes(b'{\n  "title": "Talks",\n  "text": "one"\n}\n')
    assert [read(read_page(item)).text for item in items(path) if isinstance(item, Item)] == ["one"]


def test_rows_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "heap.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + ROWS)
    assert [read(read_page(item)).text for item in items(path) if isinstance(item, Item)] == [
        "one",
        "two",
    ]


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Talks\r\nresume\r\n", [("stdin", "text", b"Talks\r\nresume\r\n")]),
        (HTML, [("stdin", "html", HTML)]),
        (b"<!DOCTYPE html>\n<html>\n", [("stdin", "html", b"<!DOCTYPE html>\n<html>\n")]),
        (
            ROWS,
            [("stdin:1", "rows", b'{"text": "one"}'), ("stdin:2", "rows", b'{"text": "two"}')],
        ),
        (b"", [("stdin", "text", b"")]),
    ],
)
def test_standard_input_may_be_of_each_kind(
    monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[tuple[str, str, bytes]]
) -> None:
    standard_input(monkeypatch, data)
    assert find_files(["-"]) == ["-"]
    found = [i for i in items("-") if isinstance(i, Item)]
    places = [re.sub("[:-][0-9a-f]{8}$", "", i.source) for i in found]
    assert [(*place, i.kind, i.data) for i, *place in zip(found, places, strict=True)] == expected
    assert all(place != i.source for i, place in zip(found, places, strict=True)), "each its own"


@pytest.mark.parametrize("data", [b"x" * 101, b"x\n" * 51, b'{"text": "' + b"x" * 100])
def test_standard_input_is_bounded_too(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    standard_input(monkeypatch, data)
    assert [refused(item).code for item in items("-", max_bytes=100)] == ["too_large"]  # type: ignore[arg-type]


def test_a_truncated_heap_keeps_what_was_read_before(tmp_path: Path) -> None:
    rows = [json.dumps({"text": f"report {n} {n * 7919 % 10007:x}"}).encode() for n in range(5000)]
    path = tmp_path / "heap.jsonl.gz"
    whole = gzip.compress(b"\n".join(rows))
    path.write_bytes(whole[: len(whole) // 2])
    *kept, last = items(path)
    assert [item.data for item in kept if isinstance(item, Item)] == rows[: len(kept)]
    assert len(kept) > 1000
    assert refused(last).code == "truncated"  # type: ignore[arg-type]
    assert last.source == str(path)


@pytest.mark.parametrize(
    "data", [gzip.compress(b"Talks " * 99)[:-9], b"no gzip at all", b"\x1f\x8b\x08\x00" + bytes(20)]
)
def test_a_damaged_page_is_one_failure_and_the_next_file_is_read(
    tmp_path: Path, data: bytes
) -> None:
    broken, sound = tmp_path / "broken.txt.gz", tmp_path / "sound.txt"
    broken.write_bytes(data)
    sound.write_bytes(b"Talks")
    failure, item = items(broken, sound)
    assert refused(failure).code == "truncated"  # type: ignore[arg-type]
    assert item == Item(str(sound), "text", b"Talks")


def test_a_page_up_to_the_limit_is_read_and_a_larger_one_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"x" * 100)
    assert isinstance(items(path, max_bytes=100)[0], Item)
    failure = refused(items(path, max_bytes=99)[0])  # type: ignore[arg-type]
    assert failure.code == "too_large"
    assert "99" in failure.message
    assert "--max-bytes" in failure.next_step


def test_a_line_above_the_limit_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "heap.jsonl"
    path.write_bytes(b'{"text": "one"}\n' + b"x" * 1000 + b'\n{"text": "two"}\n')
    first, failure, last = items(path, max_bytes=100)
    assert (first.source, last.source) == (f"{path}:1", f"{path}:3")
    assert refused(failure).code == "too_large"  # type: ignore[arg-type]
    assert failure.source == f"{path}:2"
    assert isinstance(last, Item)


@pytest.mark.parametrize("ending", [".txt", ".html", ".jsonl", ""])
def test_a_gzip_bomb_is_bounded(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"bomb{ending}.gz"
    path.write_bytes(gzip.compress(bytes(40_000_000), 1))
    tracemalloc.start()
    try:
        found = items(path, max_bytes=100_000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [refused(item).code for item in found] == ["too_large"]  # type: ignore[arg-type]
    assert peak < 4_000_000


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_heap_is_a_failure(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "heap.jsonl"
    path.write_bytes(data)
    assert [refused(item).code for item in items(path)] == ["empty"]  # type: ignore[arg-type]


def test_a_folder_or_a_lost_file_is_a_failure_and_the_next_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "sound.txt").write_bytes(b"Talks")
    *failures, last = items(tmp_path, tmp_path / "lost.txt", tmp_path / "sound.txt")
    assert [refused(failure).code for failure in failures] == ["unreadable"] * 2  # type: ignore[arg-type]
    assert isinstance(last, Item)


def test_a_file_that_may_not_be_read_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(sources, "open", forbidden, raising=False)
    (found,) = items(tmp_path / "secret.txt")
    failure = refused(found)  # type: ignore[arg-type]
    assert failure.code == "unreadable"
    assert "Permission denied" in failure.message
    assert "permissions" in failure.next_step


def test_pages_are_read_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_bytes(b"Talks")
    stream = read_items([str(tmp_path / "first.txt"), str(tmp_path / "later.txt")])
    next(stream)
    (tmp_path / "later.txt").write_bytes(b"More talks")
    assert isinstance(next(stream), Item)
