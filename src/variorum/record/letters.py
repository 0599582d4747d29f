"""Letters: as they are compared where an accent makes no other word, and as they are shown."""

import unicodedata
from typing import Final


def without_marks(text: str) -> str:
    """A text with its letters taken apart (NFKD) and accents and other marks left off."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_HIDDEN_RANGES: Final = (
    (0x00, 0x09), (0x0B, 0x0C), (0x0E, 0x20), (0x7F, 0xA0), (0xAD, 0xAE), (0x061C, 0x061D),
    (0x200B, 0x2010), (0x202A, 0x202F), (0x2060, 0x2070), (0xD800, 0xE000), (0xFEFF, 0xFF00),
    (0xFFF9, 0xFFFC), (0xE0000, 0xE0080),
)  # fmt: skip
_HIDDEN: Final = {code: "\ufffd" for start, end in _HIDDEN_RANGES for code in range(start, end)}


def visible(text: str) -> str:
    """A text with control characters, and marks that are not seen or turn the writing, shown."""
    # What is printable by Unicode is none of them; most texts are asked about, few have any.
    return text if text.isprintable() else text.translate(_HIDDEN)
