"""Countries that no list knows, and whose the persons are, as one article tells.

"Velmark's President Karol Venn" and "Ilse Maran of Torrenia" are whom another article means with
"the presidents of Velmark and Torrenia".
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from variorum.collate.events.telling import nations_in, offices_in
from variorum.record.lands import lands_of
from variorum.record.reading import Entity, Reading

_TOKEN: Final = re.compile(r"\w+|['’]s|[^\w\s]")


class Countries(NamedTuple):
    """What an article tells of countries.

    `words`: those that name one or its people, in small letters, and one name of it; `of_person`:
    by the ids of persons, theirs.
    """

    words: Mapping[str, str]
    of_person: Mapping[str, frozenset[str]]

    def named_in(self, words: str) -> list[str]:
        """The countries that words name, in their order."""
        found = (self.words.get(one.casefold()) for one in _TOKEN.findall(words))
        return list(dict.fromkeys(one for one in found if one))


NONE: Final = Countries({}, {})


def countries_of(text: str, reading: Reading) -> Countries:
    """The places of an article that may be countries of no list, and who governs them."""
    places = {one.name for one in reading.entities if one.kind == "place" and " " not in one.name}
    words = {one.casefold(): one.casefold() for one in places if not nations_in(one)}
    rulers = [
        one for one in reading.entities if one.kind == "person" and offices_in(" ".join(one.titles))
    ]
    if not words or not rulers:
        return Countries(words, {})
    peoples = lands_of(_TOKEN.findall(text)).peoples
    words |= {
        people.casefold(): land.casefold()
        for people, land in peoples.items()
        if land.casefold() in words
    }
    found = Countries(words, {})
    theirs = {one.id: _of_person(one, text, found) for one in rulers}
    return Countries(words, {person: some for person, some in theirs.items() if some})


def _of_person(person: Entity, text: str, countries: Countries) -> frozenset[str]:
    """The countries whose a person is said to be by titles, "of" or a genitive."""
    found = {land for title in person.titles for land in countries.named_in(title)}
    surname = re.escape(person.name.split()[-1])
    for match in re.finditer(rf"\b{surname} of (?:the )?(\w+)", text):
        found.update(countries.named_in(match[1]))
    owned = rf"\b(\w+)['’]s (?:[\w-]+ ){{0,5}}{surname}\b"
    for match in re.finditer(owned, text):
        found.update(countries.named_in(match[1]))
    return frozenset(found)
