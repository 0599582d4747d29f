"""How much room words take, and how they are set into the room there is.

No font is at hand where a drawing is made, and another one may be where it is seen: widths are
those of the widest of the common sans-serif faces.
"""

from typing import Final
from unicodedata import east_asian_width

_SHARES: Final = {
    letter: share
    for share, letters in (
        (0.32, "iljI.,:;'’‘|! "),
        (0.41, 'tfr()[]-–"'),
        (0.56, "sckvxyz"),
        (0.98, "mwMWQOG@%—…→"),
    )
    for letter in letters
}
_BOLD: Final = 1.12


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line in pixels, in letters of `size` pixels; a little more than it takes."""
    return size * sum(map(_share, text)) * (_BOLD if bold else 1)


def _share(letter: str) -> float:
    known = _SHARES.get(letter)
    if known is not None:
        return known
    if letter.isupper():
        return 0.72
    return 1.0 if east_asian_width(letter) in "WF" else 0.63


def cut(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """The head of a line that fits into `width` pixels, with an ellipsis if it is cut."""
    if width_of(text, size, bold=bold) <= width:
        return text
    kept = ""
    for letter in text:
        if width_of(f"{kept}{letter}…", size, bold=bold) > width:
            break
        kept += letter
    return kept.rstrip(" ,;·") + "…"


def wrapped(text: str, size: float, width: float, lines: int, *, bold: bool = False) -> list[str]:
    """A text on at most so many lines of `width` pixels; what is left over is cut."""
    words = text.split()
    made: list[str] = []
    while words and len(made) < lines - 1:
        count = 1
        while (
            count < len(words) and width_of(" ".join(words[: count + 1]), size, bold=bold) <= width
        ):
            count += 1
        made.append(cut(" ".join(words[:count]), size, width, bold=bold))
        words = words[count:]
    return [*made, cut(" ".join(words), size, width, bold=bold)] if words else made
