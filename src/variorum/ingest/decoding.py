"""Bytes to text, whatever the encoding; says so when bytes are no text at all."""

import codecs
import re
from itertools import chain
from typing import Final

import py3langid
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

_ALL_MARKS: Final = tuple(mark for mark, _ in _MARKS)

_DECLARED: Final = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?([\w.:-]{2,40})",
    re.IGNORECASE,
)
_CHARSET: Final = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)

_KNOWN: Final = re.compile(
    r"ascii|utf-(?:8|16|32)(?:-[bl]e)?|cp\d+|iso8859-\d+|iso2022_\w+|koi8-\w|mac-\w+"
    r"|gb\w+|big5\w*|euc_\w+|shift_jis\w*|tis-620|kz1048|ptcp154|johab"
)
"""Encodings of pages, by Python's names. It knows others (punycode, unicode_escape), which no page
is in and which may take hours."""

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")

_SUPERSETS: Final = {
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What pages that declare an encoding are in: browsers read them so (WHATWG, Encoding)."""

_LATIN_PAGES: Final = {
    language: pages
    for languages, pages in (
        ("bs cs hr hu ro sk sl sq", ("iso8859-2", "cp1250")),
        ("pl", ("cp1250", "iso8859-2")),
        ("az ku tr", ("cp1254",)),
        ("et lt lv", ("cp1257",)),
        ("vi", ("cp1258",)),
    )
    for language in languages.split()
}
"""The code pages of languages in Latin letters that cp1252 has not, the likelier first."""

CONTROL_SHARE: Final = 0.01
"""Text holds next to no control characters; more than this share means binary data."""

SNIFFED: Final = 200_000
"""Bytes that the statistical detector looks at; it is slow and needs no more."""

ENOUGH: Final = 5_000
"""Bytes that tell the language."""

ZEROS_OF_UTF_16: Final = 0.05
"""In UTF-16 without a mark at least this share of the characters are spaces and other ASCII."""

SPOILED: Final = 0.2
"""Of UTF-8 with some wrong bytes in it less than this share of the characters beyond ASCII."""


class NotTextError(ValueError):
    """The bytes are no text. `code` is the failure code, the message a sentence."""

    def __init__(self, code: FailureCode, message: str) -> None:
        super().__init__(message)
        self.code: FailureCode = code


def charset_in(content_type: str) -> str | None:
    """The encoding that a header tells ("text/html; charset=cp1250"); None if it tells none."""
    found = _CHARSET.search(content_type[:1000])
    return found[1] if found else None


def decode(data: bytes, *, is_html: bool = False, charset: str | None = None) -> str:
    """The text in `data`: by byte-order mark, UTF-8, told, declared or detected encoding.

    `charset`: the encoding that a server told, which goes before the one that a page declares of
    itself (WHATWG, Encoding). Bytes beyond ASCII that are UTF-8 are nothing else by chance: servers
    that call everything Latin-1 are not believed.

    A byte-order mark is no character of the text. A wrong byte here and there in UTF-8 becomes
    U+FFFD. Raises `NotTextError` for empty input and for bytes that are no text in any encoding.
    """
    if not data.strip():
        raise NotTextError("empty", "The file is empty")
    told = None if data.startswith(_ALL_MARKS) else _told(data, charset)
    readings = (read(data) for read in (_READERS_OF_HTML if is_html else _READERS))
    text = next((text for text in chain([told], readings) if text is not None), None)
    if text is None:
        message = "The file holds no text in any encoding that could be recognised"
        raise NotTextError("binary", message)
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


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: the zero bytes of its ASCII characters stand on one side."""
    if 0 not in data:
        return None
    sides = {"utf-16-be": data[::2].count(0), "utf-16-le": data[1::2].count(0)}
    (_, fewer), (encoding, more) = sorted(sides.items(), key=lambda side: side[1])
    if more < ZEROS_OF_UTF_16 * len(data) / 2 or fewer > more / 10:
        return None
    text = _read_as(encoding, data)
    return text if text and " " in text else None


def _utf8(data: bytes) -> str | None:
    return _read_as("utf-8", data)


def _told(data: bytes, charset: str | None) -> str | None:
    """As a server tells, unless the bytes tell better."""
    if charset is None:
        return None
    as_utf8 = _utf8(data)
    return _read_by_name(charset, data) if as_utf8 is None or as_utf8.isascii() else as_utf8


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    return _read_by_name(match[1].decode("ascii", "replace"), data) if match else None


def _read_by_name(charset: str, data: bytes) -> str | None:
    try:
        encoding = codecs.lookup(charset).name
    except (LookupError, UnicodeError, ValueError):
        return None
    is_wide = encoding.startswith(("utf-16", "utf-32"))
    if not _KNOWN.fullmatch(encoding) or (0 in data and not is_wide):
        return None
    return _read_as(_SUPERSETS.get(encoding, encoding), data)


def _spoiled_utf8(data: bytes) -> str | None:
    """UTF-8 in which few bytes are wrong: a page that was cut off, or put together of two."""
    text = data.decode("utf-8", errors="replace")
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    return text if text.count("\ufffd") < SPOILED * beyond_ascii else None


def _detected(data: bytes) -> str | None:
    """Text in an older encoding.

    The statistical detector knows scripts well, but not the code pages of Latin letters,
    which are much alike: these follow from the language, which the letters of ASCII tell.
    """
    if 0 in data[:SNIFFED]:
        return None
    best = from_bytes(data[:SNIFFED]).best()
    if best is None:
        return None
    latin = _in_latin_letters(data) if _is_latin(str(best)) else None
    return latin or data.decode(best.encoding, errors="replace")


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter > "\x7f" and letter.isalpha()]
    return 2 * sum(letter < "\u0250" for letter in letters) >= len(letters)


def _in_latin_letters(data: bytes) -> str | None:
    """The text in that code page of its language in which most bytes are letters."""
    language, _ = py3langid.classify(data[:ENOUGH].decode("ascii", errors="ignore"))
    pages = _LATIN_PAGES.get(language, ("cp1252",))
    texts = [text for page in pages if (text := _read_as(page, data))]
    return max(texts, key=lambda text: sum(map(str.isalpha, text)), default=None)


def _read_as(encoding: str, data: bytes) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):
        return None


_READERS: Final = (_marked, _utf16, _utf8, _spoiled_utf8, _detected)
_READERS_OF_HTML: Final = (_marked, _utf16, _utf8, _declared, _spoiled_utf8, _detected)
"""From the surest to the one that guesses; the first that gives a text is believed."""
