"""The language of an article, by py3langid over its running text."""

from collections.abc import Iterable
from typing import Final

import py3langid

from variorum.record.article import Block

ENOUGH: Final = 700
"""Characters that are looked at; more change nothing."""

TOO_LITTLE: Final = 60
"""Below this many characters a guess is worth nothing."""


def find_language(text: str, blocks: Iterable[Block], declared: str | None) -> str | None:
    """ISO 639-1 code of the body's language; what is declared counts for short texts only."""
    sample = ""
    for block in blocks:
        if block.role == "body":
            sample += text[block.start : block.end] + "\n"
        if len(sample) >= ENOUGH:
            break
    if len(sample) < TOO_LITTLE:
        return declared[:2].lower() if declared else None
    return str(py3langid.classify(sample[:ENOUGH])[0])
