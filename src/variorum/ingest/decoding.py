"""Bytes to text, whatever the encoding; says so when bytes are no text at all."""

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from variorum.record.failure import FailureCode

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks, longest first where one begins another."""

_DECLARED: Final = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?([\w.:-]{2,40})",
    re.IGNORECASE,
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")

CONTROL_SHARE: Final = 0.01
"""Text holds next to no control characters; more than this share means binary data."""

SNIFFED: Final = 200_000
"""Bytes that the statistical detector looks at; it is slow and needs no more."""


class NotTextError(ValueError):
    """The bytes are no text. `code` is the failure code, the message a sentence."""

    def __init__(self, code: FailureCode, message: str) -> None:
        super().__init__(message)
        self.code: FailureCode = code


def decode(data: bytes, *, is_html: bool = False) -> str:
    """The text in `data`: by byte-order mark, UTF-8, declared or detected encoding.

    A byte-order mark is no character of the text. Raises `NotTextError` for empty input
    and for bytes that are no text in any encoding.
    """
    if not data.strip():
        raise NotTextError("empty", "The file is empty")
    text = _marked(data) or _utf8(data) or (_declared(data) if is_html else None) or _detected(data)
    if len(_CONTROLS.findall(text)) > CONTROL_SHARE * len(text):
        raise NotTextError("binary", "The file holds binary data, not text")
    if not text.strip():
        raise NotTextError("empty", "The file holds only white space")
    return text


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                message = f"The file is marked {encoding} but byte {error.start} does not fit"
                raise NotTextError("unreadable", message) from error
    return None


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    if not match:
        return None
    try:
        return data.decode(match[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None


def _detected(data: bytes) -> str:
    if data.count(0) > len(data) * 0.2:
        return _two_byte(data)
    if b"\x00" in data[:SNIFFED]:
        raise NotTextError("binary", "The file holds binary data, not text")
    best = from_bytes(data[:SNIFFED]).best()
    if best is None:
        raise NotTextError(
            "binary", "The file holds no text in any encoding that could be recognised"
        )
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _two_byte(data: bytes) -> str:
    """UTF-16 without a mark: the zero bytes of Latin text stand on one side."""
    encoding = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTextError("binary", "The file holds binary data, not text") from error
