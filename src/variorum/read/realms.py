"""Whose an office of state is: "Kestria's Interior Ministry", "the Kestrian Interior Ministry".

A ministry, court or army is called by what it does, and every country has one. So two of one name
are one only if they are one country's; named without a country it is the one told of last.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from variorum.read.lexicon import NATIONS, fold
from variorum.read.passages import Passage
from variorum.read.titles import POSSESSIVES
from variorum.record.lands import lands_of
from variorum.record.nations import LONG_NAMES, SEATS
from variorum.record.reading import EntityKind

Words = tuple[int, int]


class Realm(NamedTuple):
    """Whose an office is.

    `land`: the place, as a key; `office`: the words for the office, folded; `owner`: the words of a
    place before "'s", as printed, of which the name itself has none.
    """

    land: str
    office: tuple[str, ...]
    owner: tuple[str, ...] = ()


def realms_of(passage: Passage, names: Sequence[tuple[Words, EntityKind]]) -> Mapping[Words, Realm]:
    """For the words of each name of an office whose it is, if the article tells that."""
    told = _Told([word.text for word in passage.words], names)
    bodies = [words for words, kind in names if kind == "organization"]
    found = {words: realm for words in bodies if (realm := told.realm(words))}
    known: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for one in found.values():
        known[one.office].add(one.land)
    last: dict[tuple[str, ...], str] = {}
    for words in bodies:
        office = told.office(words)
        if words in found:
            last[found[words].office] = found[words].land
        elif office in last:
            found[words] = Realm(last[office], office)
        elif len(known[office]) == 1:  # Its country is told behind it.
            found[words] = Realm(min(known[office]), office)
    return found


class _Told:
    """What the words around a body's name tell of whose it is; `texts`: of the passage."""

    def __init__(self, texts: Sequence[str], names: Sequence[tuple[Words, EntityKind]]) -> None:
        self._texts = texts
        self._peoples = lands_of(texts).peoples
        # The encoder takes many a country that owns something for a person or a body.
        persons = [words for words, kind in names if kind == "person"]
        borne = {texts[last - 1] for first, last in persons if last - first > 1}
        self._ending = {last: (first, last) for (first, last), _ in names
                        if texts[last - 1] not in borne}  # fmt: skip
        self._beginning = {first: (first, last) for (first, last), _ in names}

    def office(self, words: Words) -> tuple[str, ...]:
        """What a body is called, folded."""
        return tuple(map(fold, self._texts[slice(*words)]))

    def realm(self, words: Words) -> Realm | None:
        """Whose a body is by its name, or by the words right beside it; None of no office."""
        read = self._texts[slice(*words)]
        for length in (2, 1):
            land = self._land(read[:length])
            if land and len(read) > length and _is_office(read[length:]):
                return Realm(land, self.office(words)[length:])
        return self._owned(words) or self._seated(words) if _is_office(read) else None

    def _owned(self, words: Words) -> Realm | None:
        """In "Kestria's Interior Ministry"."""
        first = words[0]
        owner = self._ending.get(first - 1)
        if owner is None or self._texts[first - 1] not in POSSESSIVES:
            return None
        read = self._texts[slice(*owner)]
        land = self._land(read) or " ".join(map(fold, read))
        return Realm(land, self.office(words), tuple(self._texts[owner[0] : first]))

    def _seated(self, words: Words) -> Realm | None:
        """In "the Interior Ministry in Kyiv"."""
        last = words[1]
        seat = self._beginning.get(last + 1)
        if seat is None or self._texts[last] != "in":
            return None
        land = SEATS.get(" ".join(self._texts[slice(*seat)]).casefold())
        return Realm(land, self.office(words)) if land else None

    def _land(self, read: Sequence[str]) -> str | None:
        """The country that words name, or whose people they do."""
        plain = " ".join(read).casefold()
        if len(read) > 1:
            return LONG_NAMES.get(plain)
        return NATIONS.get(plain) or (fold(land) if (land := self._peoples.get(read[0])) else None)


def _is_office(read: Sequence[str]) -> bool:
    words = [word.casefold() for word in read]
    return not _HEADS.isdisjoint(words) and all(word in _HEADS | _DUTIES for word in words)


_HEADS: Final = frozenset(
    "ministry department court parliament senate assembly cabinet government army navy forces "
    "police bank council commission committee office service guard agency authority chamber "
    "treasury prosecutors".split()
)
_DUTIES: Final = frozenset(
    "foreign interior internal defence defense health finance energy justice education transport "
    "transportation culture agriculture economy economic labour labor trade environment home "
    "external affairs central national supreme constitutional federal high appeals state security "
    "election elections electoral air armed coast border secret intelligence military general "
    "public civil aviation emergency emergencies disaster water prosecutor prosecutors "
    "prosecutor's lower upper reserve statistics meteorological weather maritime harbour railway "
    "competition immigration tax customs".split()
) | frozenset(["of", "and", "the", "for", "'s", "’s"])
"""What offices of state are called: of whose country these words tell nothing."""
