"""Which names an article shows to be those of countries, though no list knows them.

"the presidents of Valdoria and Kestria … the Kestrian foreign minister": a name is a country's if
the article forms a word for its people from it, or names those who govern it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

_ENDINGS: Final = (("a", "an"), ("a", "ans"), ("ia", "ish"), ("land", "lander"), ("", "ian"),
                   ("", "ians"), ("", "ese"), ("", "i"), ("", "is"), ("", "an"), ("", "ans"),
                   ("e", "ian"), ("y", "ian"), ("o", "an"), ("o", "ans"), ("", "ish"))  # fmt: skip
"""What a country's name may end in, and what its people's does instead."""

LEAST_LETTERS: Final = 4
"""Shorter names have too many words like theirs by chance."""

_GOVERNED: Final = frozenset(
    "president presidents leaders king queen premier premiers minister ministers ambassador "
    "ambassadors parliament government governments capital capitals army border borders republic "
    "kingdom citizens chancellor emperor republics governor coast provinces armies".split()
)
"""What a country has."""

_OWNED: Final = _GOVERNED | frozenset("prime foreign defence defense supreme opposition".split())
_OWNERS: Final = frozenset(["'s", "’s", "'", "’"])


class Lands(NamedTuple):
    """The words for countries, as printed, and for each word for people or what is theirs its own.

    `names`: countries; `peoples`: "Velmoran" → "Velmora".
    """

    names: frozenset[str]
    peoples: Mapping[str, str]


def lands_of(words: Sequence[str]) -> Lands:
    """The countries that the words of an article show to be such; marks are words, too."""
    printed = frozenset(one for one in words if one[:1].isupper() and one.isalpha())
    peoples = {form: land for land in sorted(printed) for form in _peoples(land) if form in printed}
    return Lands(frozenset(peoples.values()).union(_governed(words)), peoples)


def _peoples(land: str) -> Iterator[str]:
    """What the people of a country may be called."""
    if len(land) >= LEAST_LETTERS:
        for ending, other in _ENDINGS:
            if land.endswith(ending):
                yield land.removesuffix(ending) + other


def _governed(words: Sequence[str]) -> Iterator[str]:
    """Names behind "president of" and before "'s foreign minister"; the second of two, too."""
    for place, word in enumerate(words[:-1]):
        if not (word[:1].isupper() and word.isalpha() and len(word) >= LEAST_LETTERS):
            continue
        before = [one.casefold() for one in words[max(0, place - 2) : place]]
        if len(before) == 2 and before[1] == "of" and before[0] in _GOVERNED:
            if words[place + 1][:1].isupper():
                continue  # "president of Ashford College"
            yield word
            second = words[place + 2 : place + 3]
            if words[place + 1] == "and" and second and second[0][:1].isupper():
                yield second[0]
        owned = words[place + 2].casefold() if place + 2 < len(words) else ""
        if words[place + 1] in _OWNERS and owned in _OWNED and not _is_end(words, place):
            yield word


def _is_end(words: Sequence[str], place: int) -> bool:
    """Whether a word is the last of a longer name: "Jane Doe's government"."""
    return place > 0 and words[place - 1][:1].isupper() and words[place - 1].isalpha()
