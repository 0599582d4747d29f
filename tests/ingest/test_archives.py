"""Web archives: their pages with address and time, whatever else they hold, however they end."""

import gzip
import io
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.archives import items_of_archive
from variorum.ingest.items import Item
from variorum.ingest.reading import read_page
from variorum.ingest.sources import find_files, kind_of, read_items
from variorum.record.failure import Failure

ADDRESS = "https://news.example/2031/03/04/talks"
PARAGRAPHS = "".join(
    f"<p>Envoys of both sides met for hour {hour} of their talks in Perisa on Tuesday.</p>"
    for hour in range(8)
)
HTML = f"<html><body><article><h1>Talks</h1>{PARAGRAPHS}</article></body></html>".encode()
LIMIT = 1_000_000


def record(kind: str, block: bytes, *headers: tuple[str, str]) -> bytes:
    head = "".join(
        f"{name}: {value}\r\n"
        for name, value in (
            ("WARC-Type", kind),
            ("WARC-Record-ID", "<urn:uuid:00000000-0000-0000-0000-000000000001>"),
            ("WARC-Date", "2031-03-04T10:20:30Z"),
            *headers,
            ("Content-Length", str(len(block))),
        )
    )
    return b"WARC/1.0\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def response(
    body: bytes = HTML,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    more: str = "",
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    return record(
        "response",
        http,
        ("WARC-Target-URI", ADDRESS),
        ("Content-Type", "application/http; msgtype=response"),
    )


def items(archive: bytes, limit: int = LIMIT) -> list[Item | Failure]:
    return list(items_of_archive("a.warc", io.BytesIO(archive), limit))


def only(archive: bytes, limit: int = LIMIT) -> Item:
    (item,) = items(archive, limit)
    assert isinstance(item, Item)
    return item


def test_a_page_comes_with_its_address_and_time() -> None:
    item = only(record("warcinfo", b"software: none") + response())
    assert item == Item("a.warc:1", "html", HTML, ADDRESS, "2031-03-04T10:20:30Z", "utf-8")
    page = read_page(item)
    assert not isinstance(page, Failure)
    assert page.declared.url == ADDRESS
    assert page.declared.host == "news.example"
    assert page.declared.retrieved is not None
    assert page.declared.retrieved.earliest == "2031-03-04T10:20:30+00:00"


@pytest.mark.parametrize(
    "other",
    [
        response(status="404 Not Found"),
        response(status="301 Moved"),
        response(kind="image/png"),
        response(b"User-agent: *", kind="application/json"),
        record("request", b"GET / HTTP/1.1\r\n\r\n"),
        record("metadata", b"fetchTimeMs: 3"),
        record("response", b"no http at all"),
    ],
)
def test_what_is_no_page_is_passed_over(other: bytes) -> None:
    found = [one for one in items(other + response()) if isinstance(one, Item)]
    assert [one.data for one in found] == [HTML]


def test_each_record_may_be_compressed_by_itself() -> None:
    archive = gzip.compress(response()) + gzip.compress(response(HTML + b"<!-- 2 -->"))
    assert [one.data for one in items(archive) if isinstance(one, Item)] == [
        HTML,
        HTML + b"<!-- 2 -->",
    ]


def test_a_body_comes_out_of_its_encodings() -> None:
    packed = gzip.compress(HTML)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    more = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    assert only(response(chunked, more=more)).data == HTML


def test_plain_text_is_read_as_it_is() -> None:
    item = only(response("Talks – at last".encode(), kind="text/plain"))
    page = read_page(item)
    assert not isinstance(page, Failure)
    assert page.text == "Talks – at last"
    assert page.declared.url == ADDRESS


def test_the_encoding_that_a_server_told_comes_along() -> None:
    assert only(response(kind="text/html; charset=Windows-1250")).charset == "windows-1250"
    assert only(response(kind="text/html")).charset is None


def test_a_page_above_the_limit_is_told() -> None:
    first, second = items(response(b"x" * 5_000) + response(), 2_000)
    assert isinstance(first, Failure)
    assert (first.code, first.source) == ("too_large", "a.warc:1")
    assert isinstance(second, Item)


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zlib.compress(b"\0" * 200_000_000, 9)
    (found,) = items(response(bomb, more="Content-Encoding: deflate\r\n"), 100_000)
    assert isinstance(found, Failure)
    assert found.code == "too_large"


def test_an_archive_that_is_cut_off_gives_what_comes_before() -> None:
    archive = gzip.compress(response()) + gzip.compress(response(HTML * 50))[:-400]
    first, *rest = items(archive)
    assert isinstance(first, Item)
    assert first.data == HTML
    assert all(isinstance(one, Failure) or len(one.data) < len(HTML) * 50 for one in rest)


@pytest.mark.parametrize("data", [b"", b"not an archive", b"\x1f\x8b" + b"\0" * 50])
def test_what_is_no_archive_is_a_failure(data: bytes) -> None:
    found = items(data)
    assert found
    assert all(isinstance(one, Failure) for one in found)


@given(st.data())
def test_damage_never_raises(data: st.DataObject) -> None:
    archive = bytearray(gzip.compress(response()) + response() if data.draw(st.booleans())
                        else response() * 2)  # fmt: skip
    for _ in range(data.draw(st.integers(1, 8))):
        archive[data.draw(st.integers(0, len(archive) - 1))] = data.draw(st.integers(0, 255))
    for one in items(bytes(archive)):
        assert isinstance(one, Failure) or len(one.data) <= LIMIT


def test_archives_are_found_and_read_like_other_files(tmp_path: Path) -> None:
    (tmp_path / "one.warc").write_bytes(response())
    (tmp_path / "two.warc.gz").write_bytes(gzip.compress(response(HTML + b" ")))
    assert kind_of("TWO.WARC.GZ") == "archive"
    found = list(read_items(find_files([str(tmp_path)])))
    assert [one.source.rpartition("/")[2] for one in found] == ["one.warc:1", "two.warc.gz:1"]
    assert all(isinstance(one, Item) for one in found)
