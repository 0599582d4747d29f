"""Titles: what office they name, so that "the Kremlin spokesman" is whoever bears it elsewhere."""

import re
from functools import lru_cache
from typing import Final

from variorum.collate.entities.countries import country_told
from variorum.record.sounds import fold

_SMALL: Final = frozenset("the a an of for to in on at and his her its their our s".split())
_PAST: Final = frozenset(
    "former ex then late onetime ousted predecessor successor deposed acting elect candidate "
    "nominee hopeful would be counterpart wife husband".split()
)
_ONE_OFFICE: Final = {
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "pm": "prime minister",
    "premier": "prime minister", "fm": "foreign minister", "chairman": "chair",
    "chairwoman": "chair", "chairperson": "chair", "adviser": "advisor", "tsar": "czar",
}  # fmt: skip
_OFFICES: Final = frozenset(
    "president minister chancellor king queen pope spokesperson secretary ambassador envoy "
    "leader chair director chief head speaker governor mayor counsel emperor emir sultan czar "
    "commissioner patriarch ayatollah dictator prince princess ruler".split()
)
"""Words for what one person at a time is."""

_HEADS: Final = ("president", "prime minister", "chancellor", "king", "queen", "emperor", "emir")

_WORDS: Final = re.compile(r"[^\W_]+(?:[.’'][^\W_]+)*\.?")
_LONGEST: Final = 8


@lru_cache(1 << 16)
def office_of(title: str) -> str | None:
    """The office that a title names, in a form that other titles of it share; None for none.

    "Ukraine’s president", "President of Ukraine" and "Ukrainian President" are one office.
    None for what somebody was or may be, and for roles that many have at a time ("official").
    """
    words = [_possessor(word) for word in _WORDS.findall(title.replace("-", " "))]
    plain = [fold(word) for word in words]
    if not words or len(words) > _LONGEST or _PAST & set(plain):
        return None
    told = sorted(_told(words))
    offices = _OFFICES & {word for one in told for word in one.split()}
    return " + ".join(told) if offices else None


def _told(words: list[str]) -> set[str]:
    """The words of a title that count, countries by their codes."""
    found = set()
    rest = words
    while rest:
        pair = " ".join(rest[:2])
        code = country_told(pair) if len(rest) > 1 and pair[:1].isupper() else None
        length = 2 if code else 1
        code = code or (country_told(rest[0]) if rest[0][:1].isupper() else None)
        plain = fold(rest[0])
        if code or plain not in _SMALL:
            found.add(f"={code}" if code else _ONE_OFFICE.get(plain, plain))
        rest = rest[length:]
    if {"prime", "minister"} <= found:
        found = found - {"prime", "minister"} | {"prime minister"}
    return found - {""}


def _possessor(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def is_definite(words: str) -> bool:
    """Whether words mean one known person: "the Kremlin spokesman", "Ukraine's president"."""
    head = words.split(maxsplit=1)[0] if words.split() else ""
    return head.casefold() == "the" or head.endswith(("'s", "’s"))


def offices_meant(words: str) -> list[str]:
    """The offices whose bearer definite words may mean, the likeliest first.

    A country's "leader" may be its president or its prime minister. None without a realm: whom
    "the president" means only the article tells.
    """
    office = office_of(words)
    if office is None or " + " not in office:
        return []
    parts = office.split(" + ")
    if "leader" in parts and any(part.startswith("=") for part in parts) and len(parts) == 2:
        realm = next(part for part in parts if part.startswith("="))
        return [office, *(" + ".join(sorted((realm, head))) for head in _HEADS)]
    return [office]
