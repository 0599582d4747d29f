"""Names of months in the languages of the world, from Unicode's CLDR (through babel)."""

from functools import cache
from typing import Final

from babel.dates import get_month_names

from variorum.record.letters import without_marks

LANGUAGES: Final = (
    "en de fr es pt it nl sv da nb fi pl cs sk hu ro bg el tr ru uk sr hr sl et lv lt "
    "id ms vi sw ca eu ga is sq az uz"
).split()
"""Languages whose month names are read as words; the others write months as numbers."""


@cache
def months(language: str | None) -> dict[str, int]:
    """Month names and abbreviations, in the form that is compared, to their number.

    All languages count, so that foreign page furniture is read too. Where two
    languages disagree (`listopad` is October in Croatian, November in Polish),
    `language` (ISO 639-1) decides, then the order of `LANGUAGES`.
    """
    names: dict[str, int] = {}
    first = [language] if language in LANGUAGES else []
    for tag in [*first, *LANGUAGES]:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, tag).items():
                    names.setdefault(_form(name), number)
    names.setdefault("sept", 9)
    return {name: number for name, number in names.items() if len(name) > 2 and name.isalpha()}


def month_number(word: str, language: str | None) -> int | None:
    """The month that a word names, or None."""
    return months(language).get(_form(word))


def _form(name: str) -> str:
    """A name as compared: small letters without accents, which capitals often lose."""
    return without_marks(name.casefold().replace("ı", "i")).rstrip(".")
