"""Finds the dateline at the head of a report: where it was sent from, and by which agency."""

import re
from typing import Final

import msgspec

_DASH: Final = r"(?:—|–|--|-|―|:)"
_AGENCY: Final = r"\((?P<agency>[^\W\d_][\w .&/'’,-]{1,44})\)"
_UPPER: Final = r"[^\W\d_a-zß-öø-ÿ]"
_CAPITALS: Final = rf"{_UPPER}(?:{_UPPER}|[.'’ /-])*(?:{_UPPER}|\.)"
_WORDS: Final = r"[^\W\d_a-z][\w.'’-]+(?:[ /-][^\W\d_a-z][\w.'’-]+){0,3}"
_DATE: Final = r"(?:,?\s[^\W\d_]{3,9}\.?\s\d{1,2}(?:,\s\d{4})?)?"

_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        # PORT ALDERN, Velmora, March 12 (Calder Press) —
        rf"(?P<place>{_CAPITALS}(?:,\s{_WORDS})*){_DATE}\s*(?:{_AGENCY})?\s*{_DASH}{{1,2}}\s+(?=\S)",
        # Port Aldern, March 12 (Calder Press) —
        rf"(?P<place>{_WORDS}(?:,\s{_WORDS})*){_DATE}\s*{_AGENCY}\s*{_DASH}{{1,2}}\s*(?=\S)",
        # (Calder Press) — or, in capitals, (CNN) and the text behind it
        rf"(?P<place>){_AGENCY}\s*{_DASH}{{1,2}}\s*(?=\S)",
        r"(?P<place>)\((?P<agency>[A-Z]{2,6})\)\s*(?=[\"“A-Z])",
        # (Calder Press) PORT ALDERN —
        rf"{_AGENCY}\s*(?P<place>{_CAPITALS})\s*{_DASH}{{1,2}}\s+(?=\S)",
    )
)

LONGEST: Final = 90
"""No dateline is longer; what looks like one beyond this is a sentence."""


class Dateline(msgspec.Struct, frozen=True):
    """The first `length` characters of a paragraph; `agency` is what stands in brackets."""

    length: int
    place: str
    agency: str | None


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph begins with, or None.

    A place in capitals (two letters at least) before a dash, or any place before an
    agency in brackets and a dash.
    """
    start = paragraph[: LONGEST + 20]
    for form in _FORMS:
        match = form.match(start)
        if match and match.end() <= LONGEST and _is_place(match):
            agency = match["agency"] if "agency" in form.groupindex else None
            return Dateline(match.end(), match["place"].strip(), agency)
    return None


def _is_place(match: re.Match[str]) -> bool:
    place = match["place"]
    if not place:
        return True
    letters = sum(map(str.isalpha, place))
    return letters >= 3 or bool(match["agency"])
