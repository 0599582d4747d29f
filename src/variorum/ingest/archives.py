"""Pages in web archives (WARC, ISO 28500), as Common Crawl News has them, one by one."""

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from variorum.ingest.decoding import charset_in
from variorum.ingest.items import Item, broken, too_large
from variorum.record.failure import Failure

PAGES: Final = ("text/html", "application/xhtml+xml", "text/plain")
"""Content types of responses that may be articles; what else an archive holds is passed over."""


def items_of_archive(source: str, stream: BinaryIO, max_bytes: int) -> Iterator[Item | Failure]:
    """The pages of an archive, plain or gzipped, streaming.

    A page is a response with status 200 and a type of `PAGES`; it is called after the archive and
    the number of its response. An archive that ends in the middle gives what comes before, and
    a `Failure`.
    """
    number = 0
    try:
        records = ArchiveIterator(
            stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="none"
        )
        for record in records:
            number += 1
            if _is_page(record):
                yield _item(f"{source}:{number}", record, max_bytes)
    except (OSError, ValueError, RuntimeError) as error:
        yield broken(source, EOFError(str(error)))
    if number == 0:
        message = "The archive has no responses"
        yield Failure(source, "ingest", "empty", message, "Give an archive of fetched pages")


def _is_page(record: WarcRecord) -> bool:
    headers = record.http_headers
    if headers is None or headers.status_code != 200:
        return False
    return (record.http_content_type or "").casefold() in PAGES


def _item(source: str, record: WarcRecord, max_bytes: int) -> Item | Failure:
    raw = record.reader.read(max_bytes + 1)
    try:
        # fastwarc would decode too, but loses its place where a body is not read to its end.
        data = decoded(raw, _header(record, "Transfer-Encoding"), max_bytes + 1)
        data = decoded(data, _header(record, "Content-Encoding"), max_bytes + 1)
    except (ValueError, zlib.error) as error:
        return broken(source, EOFError(str(error)))
    if max(len(raw), len(data)) > max_bytes:
        return too_large(source, max_bytes)
    is_text = (record.http_content_type or "").casefold() == "text/plain"
    return Item(
        source,
        "text" if is_text else "html",
        data,
        record.headers.get("WARC-Target-URI"),
        record.headers.get("WARC-Date"),
        charset_in(_header(record, "Content-Type")),
    )


def _header(record: WarcRecord, name: str) -> str:
    headers = record.http_headers
    return (headers.get(name) or "" if headers else "").strip().casefold()


def decoded(data: bytes, encoding: str, most: int) -> bytes:
    """A body without its encoding, `most` bytes of it; one that was never applied is passed over.

    Archives often keep the header of an encoding that the crawler has taken off. Raises
    `ValueError` for an encoding that is not known, `zlib.error` for a damaged body.
    """
    if encoding in ("", "identity"):
        return data
    if encoding == "chunked":
        return _joined(data)
    if encoding not in ("gzip", "x-gzip", "deflate"):
        if data.lstrip()[:1] == b"<":
            return data
        raise ValueError(f"the encoding {encoding!r} is not known")
    is_packed = data[:2] == b"\x1f\x8b" or data[:1] == b"\x78"
    return zlib.decompressobj(_ANY_WINDOW).decompress(data, most) if is_packed else data


_ANY_WINDOW: Final = zlib.MAX_WBITS | 32
"""Asks zlib to tell gzip and zlib apart by their headers."""


def _joined(data: bytes) -> bytes:
    """The chunks of a body as one; a body that has none is returned as it is."""
    parts, at = [], 0
    while (end := data.find(b"\r\n", at)) >= 0:
        size = _CHUNK.fullmatch(data, at, end)
        if size is None:
            break
        length = int(size[1], 16)
        parts.append(data[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
        if length == 0:
            break
    return b"".join(parts) if parts else data


_CHUNK: Final = re.compile(rb"([0-9A-Fa-f]{1,8})\s*(?:;.*)?")
"""The line before a chunk: its size, and extensions that nobody uses."""
