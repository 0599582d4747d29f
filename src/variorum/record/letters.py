"""Letters as they are compared where an accent more or less makes no other word."""

import unicodedata


def without_marks(text: str) -> str:
    """A text with its letters taken apart (NFKD) and accents and other marks left off."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
