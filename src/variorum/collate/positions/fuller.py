"""Issues of one word: named by fuller words of the article, or left out if they say nothing."""

import calendar
import re
from typing import Final

from variorum.collate.entities.countries import country_of_people
from variorum.record.reading import Entity, Reading

_LINKS: Final = "of|with|between|on|against|over|about|in|for|to"
_OWN: Final = frozenset("my your his her its our their this that these those such".split())
"""Words before a noun by which it means what was told of before."""

_POINTERS: Final = _OWN | {"the", "any"}

_EMPTY: Final = frozenset(
    "dialogue dialog meeting meetings talks talk call calls visit visits release return trip event "
    "events incident incidents incursion conversation discussion discussions conference session "
    "account accounts manner footage video gesture mission project campaign "
    "strategy agenda way mind spirit country government world future outcome moment today "
    "yesterday tomorrow".split()
)
"""Nouns that name no issue alone: something must say which."""

_DATES: Final = frozenset(
    name.casefold()
    for names in (calendar.month_name, calendar.month_abbr, calendar.day_name)
    for name in names
)
_TELLING: Final = (
    r"((?:\d[\d,.]*[ \t]+(?:[A-Z][^\W_]+[ \t]+)*[^\W\d_]{3,})"
    r"|(?:[A-Z][\w’'-]+(?:[ \t]+[A-Z][\w’'-]+){0,3}))"
)
"""A number with its noun, or a name."""

_OWNED: Final = re.compile(r"[ \t]+[^\W\d_]{3,}")

_BEFORE: Final = re.compile(r"([^\W\d_]+)(?:['’]s?)?\W*$")


def named(text: str, start: int, issue: str, reading: Reading) -> str | None:
    """The issue by words that tell which it is; None if it is too bare to mean anything.

    `start`: of the issue in the article's text. Longer issues stay as they are.
    """
    entity = _entity(issue, reading)
    if entity is not None:
        if entity.kind == "person":
            return entity.name
        return None if entity.kind == "place" else issue
    first, *others = issue.split()
    if len(others) == 1 and first.casefold() in _POINTERS:
        return _fuller(text, start, others[0]) or issue
    if others:
        return issue
    return _fuller(text, start, issue) or _alone(text, start, issue)


def _alone(text: str, start: int, noun: str) -> str | None:
    """A noun by itself, if it says enough: "sanctions"; "the talks", but not "talks"."""
    if noun.casefold() in _EMPTY:
        before = text[max(0, start - 4) : start]
        return before + noun if before.casefold() == "the " else None
    return None if _means_told(text, start) else noun


def _entity(issue: str, reading: Reading) -> Entity | None:
    """Whom an issue names and nothing else: by a whole name, or a given name that only one has."""
    low = issue.casefold()
    names = {
        one.id: {name.casefold() for name in (one.name, *one.aliases)} for one in reading.entities
    }
    whole = [one for one in reading.entities if low in names[one.id]]
    if whole or not issue[:1].isupper():
        return next(iter(whole), None)
    persons = [one for one in reading.entities if one.kind == "person"]
    parts = [one for one in persons if any(low in name.split() for name in names[one.id])]
    return parts[0] if len(parts) == 1 else None


def _fuller(text: str, start: int, noun: str) -> str | None:
    """The noun with the name or number behind it, where the article has it so the nearest."""
    pattern = re.compile(rf"\b{re.escape(noun)}[ \t]+(?:{_LINKS})[ \t]+(?:the[ \t]+)?{_TELLING}")
    found = [
        one
        for one in pattern.finditer(text)
        if one[1].split()[0].rstrip(".,").casefold() not in _DATES
        and (not _is_adjective(one[1].split()[-1]) or _KIND.match(text, one.end()))
    ]
    nearest = min(found, key=lambda one: (abs(one.start() - start), one.start()), default=None)
    return " ".join(_whole(text, nearest).split()) if nearest else None


def _whole(text: str, found: re.Match[str]) -> str:
    """What was found, to the end of what a name owns or tells the kind of.

    "Talks between Karsa's government", "duties on Chinese electric cars".
    """
    if _is_adjective(found[1].split()[-1]) and (kind := _KIND.match(text, found.end())):
        return found[0] + kind[0]
    if not found[0].endswith(("’s", "'s")):
        return found[0]
    owned = _OWNED.match(text, found.end())
    return found[0] + owned[0] if owned else found[0].removesuffix("’s").removesuffix("'s")


def _is_adjective(name: str) -> bool:
    """Whether a name tells whose a thing is, and not which: "Chinese", "Chinese-made"."""
    first, _, rest = name.partition("-")
    return country_of_people(first) is not None or first in _OF_MANY or rest in _MADE


_OF_MANY: Final = frozenset("European Western Asian African Arab Nordic Baltic Balkan".split())
_MADE: Final = frozenset("made built backed led owned run held grown based born".split())
_KIND: Final = re.compile(
    r"(?:[ \t]+(?!(?:and|or|of|in|on|at|to|by|as|for|from|with|that|is|was|are|were|has|have|had|"
    r"will|would|could|may|until|after|before|but|if|who|which|when|while)\b)[a-z][a-z-]+){0,2}?"
    r"[ \t]+[a-z][a-z-]*[a-rt-z]s\b|[ \t]+(?!as\b|is\b|was\b|has\b)[a-z][a-z-]{2,}"
)
"""Up to three words behind an adjective, to the first in the plural; else one."""


def _means_told(text: str, start: int) -> bool:
    """Whether "his" or "that" stands before a noun."""
    before = _BEFORE.search(text[max(0, start - 30) : start])
    return before is not None and before[1].casefold() in _OWN
