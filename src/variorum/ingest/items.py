"""What inputs are made of: the bytes of one page, or why there are none."""

import gzip
import zlib
from typing import Literal

import msgspec

from variorum.record.failure import Failure

Kind = Literal["text", "html", "rows"]


class Item(msgspec.Struct, frozen=True):
    """The bytes of one page, or of one line of JSON.

    - `source`: the file as `source_name` has it; for a row with a colon and the line's number,
      for a page of a web archive with the response's number;
    - `url`, `retrieved`: the page's address, and when it was fetched (ISO 8601), where what holds
      the page tells;
    - `charset`: the encoding that its server told (`charset_in`), if it did.
    """

    source: str
    kind: Kind
    data: bytes
    url: str | None = None
    retrieved: str | None = None
    charset: str | None = None


def too_large(source: str, max_bytes: int) -> Failure:
    """The failure row for a page above the size limit."""
    return Failure(
        source,
        "ingest",
        "too_large",
        f"The page is larger than {max_bytes:,} bytes",
        "Split it into articles, or raise the limit with --max-bytes",
    )


def broken(name: str, error: Exception) -> Failure:
    """The failure row for a file that cannot be read, or not to its end."""
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        message = f"The compressed file is cut off or damaged ({error})"
        return Failure(name, "ingest", "truncated", message, "Fetch the file again")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Failure(
        name, "ingest", "unreadable", f"The file cannot be read: {reason}", "Check its permissions"
    )
