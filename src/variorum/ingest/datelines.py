"""Finds the dateline at the head of a report: where it was sent from, and by which agency."""

import re
from typing import Final

import msgspec

_CASED: Final = [chr(code) for code in range(0x2000)]
"""Below U+2000 lie the letters of every script in use that has capitals."""

_UPPER: Final = f"[{''.join(filter(str.isupper, _CASED))}]"
_FIRST: Final = rf"[^\W\d_{''.join(filter(str.islower, _CASED))}]"

_DASH: Final = r"(?:—|–|--|-|―|:)"
_AGENCY: Final = r"\((?P<agency>[^\W\d_][\w .&/'’,-]{1,44})\)"
_SLASHED: Final = r"/(?P<agency>[^\W\d_][^/\n]{1,44})/"
_CAPITALS: Final = rf"{_UPPER}(?:{_UPPER}|[.'’ /-])*(?:{_UPPER}|\.)"
_WORDS: Final = rf"{_FIRST}[\w.'’-]+(?:[ /-]{_FIRST}[\w.'’-]+){{0,3}}"
_PLACES: Final = rf"{_WORDS}(?:,\s{_WORDS})*"
_MONTH: Final = r"[^\W\d_]{3,9}\.?"
_DATE: Final = rf"(?:,?\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\.?\s{_MONTH})(?:,?\s\d{{4}})?)?"

_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        # PORT ALDERN, Velmora, March 12 (Calder Press) —
        rf"(?P<place>{_CAPITALS}(?:,\s{_WORDS})*){_DATE}\s*(?:{_AGENCY})?\s*{_DASH}{{1,2}}\s+(?=\S)",
        # Port Aldern, 12 March (Calder Press) —
        rf"(?P<place>{_PLACES}){_DATE}\s*{_AGENCY}\s*{_DASH}{{1,2}}\s*(?=\S)",
        # PORT ALDERN, March 12. /Calder Press/.
        rf"(?P<place>{_PLACES}){_DATE}\.?\s*{_SLASHED}\.?\s*{_DASH}{{0,2}}\s+(?=\S)",
        # (Calder Press) — or, in capitals, (CNN) and the text behind it
        rf"(?P<place>){_AGENCY}\s*{_DASH}{{1,2}}\s*(?=\S)",
        r"(?P<place>)\((?P<agency>[A-Z]{2,6})\)\s*(?=[\"“A-Z])",
        # (Calder Press) PORT ALDERN —
        rf"{_AGENCY}\s*(?P<place>{_CAPITALS})\s*{_DASH}{{1,2}}\s+(?=\S)",
    )
)
_LABELS: Final = frozenset(
    "analysis audio breaking clarification comment commentary correction editor exclusive "
    "explainer gallery listen live more note opinion photo photos read related see summary "
    "update updated video warning watch".split()
)
"""Words that editors print before a colon, in capitals as places are."""

LONGEST: Final = 90
"""No dateline is longer; what looks like one beyond this is a sentence."""


class Dateline(msgspec.Struct, frozen=True):
    """The first `length` characters of a paragraph; `agency` stands in brackets or slashes."""

    length: int
    place: str
    agency: str | None


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph begins with, or None.

    A place in capitals (three letters at least) before a dash, or any place before an
    agency in brackets and a dash, or in slashes.
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
    if not place or match["agency"]:
        return True
    words = re.findall(r"[^\W\d_]{2,}", place.lower())
    return sum(map(len, words)) >= 3 and not _LABELS.issuperset(words)
