"""Which names are places', though the encoder took them for persons' or for those of bodies."""

from collections.abc import Iterator, Sequence
from typing import Final

from variorum.read.encoder.window import Words
from variorum.read.lexicon import FEMALE_NAMES, MALE_NAMES, NATIONS
from variorum.read.passages import Passage
from variorum.read.titles import POSSESSIVES, is_title
from variorum.record.lands import LEAST_LETTERS, lands_of
from variorum.record.nations import CAPITALS, LONG_NAMES

Span = tuple[Words, str, float]
"""A name: its words, its kind, and how sure the encoder is of that."""

_GIVEN: Final = MALE_NAMES | FEMALE_NAMES
_SEATED: Final = frozenset(
    "capital city town village port island province region district county suburb mayor governor "
    "bishop archbishop abbot abbess king queen prince princess duke duchess emir sultan sheriff "
    "vicar patriarch mufti metropolitan".split()
)
"""Of what these are something, that is a place."""


_COMING: Final = frozenset(
    "returned flew fled travelled traveled arrived came back departed sailed drove evacuated left "
    "flight flights train trains convoy returning flying fleeing travelling traveling arriving "
    "coming departing sailing driving moved expelled withdrew withdrawn".split()
)
"""Behind these "from" leads to a place."""


def with_places(passage: Passage, spans: Sequence[Span]) -> list[Span]:
    """The names, those of places told to be such.

    A name is a place's that is a country's or a capital's, if no person bears it, that the
    article forms a word for its people from, or that stands somewhere behind "in", "flew from",
    "the town of" or "the bishop of". An adjective that is made from a country's name is no name.
    """
    texts = [word.text for word in passage.words]
    lands, peoples = lands_of(texts)
    borne = {
        text
        for (first, last), kind, _ in spans
        if kind == "person" and last - first > 1
        for text in texts[first:last]
    }
    places = lands | frozenset(_located(texts, spans))
    found = []
    for words, kind, sure in spans:
        name = " ".join(texts[slice(*words)])
        if name in peoples and kind != "group" and not name.endswith("s"):
            continue
        is_place = (kind == "person" and (name in places or _is_known(name))) or (
            kind == "organization" and _is_capital(name)
        )
        found.append((words, "place" if is_place and name not in borne else kind, sure))
    return found


def _is_known(name: str) -> bool:
    """Whether a name is a country's or a capital's."""
    plain = name.casefold()
    is_short = name.isupper() and len(name) < LEAST_LETTERS
    is_country = plain in LONG_NAMES or NATIONS.get(plain) == plain
    return (is_country and not is_short) or _is_capital(name)


def _is_capital(name: str) -> bool:
    """Whether a name is a capital's, and no given name: "Sofia, 7, was found"."""
    return name.casefold().replace("-", " ") in CAPITALS and name.casefold() not in _GIVEN


def _located(texts: Sequence[str], spans: Sequence[Span]) -> Iterator[str]:
    """Names of one word that stand where a place does: "in Goma", "the town of Goma".

    Where a person is of, named with a title, is one: "President Jane Doe of Velmora".
    """
    for (first, last), kind, _ in spans:
        is_full = kind == "person" and last - first > 1 and first > 0
        if is_full and is_title(texts[first - 1]) and texts[last : last + 1] == ["of"]:
            yield from texts[last + 1 : last + 2]
        if kind != "person" or last - first > 1 or not first:
            continue
        behind = texts[last] if last < len(texts) else ""
        before = texts[first - 1].casefold()
        if behind in POSSESSIVES or behind[:1].isupper():
            continue  # "in Biden's view"
        further = texts[first - 2].casefold() if first > 1 else ""
        is_of = before == "of" and further in _SEATED
        if before == "in" or is_of or (before == "from" and further in _COMING):
            yield texts[first]
