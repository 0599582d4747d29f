"""Whom "the two leaders" means: the two persons of that office that the article named last."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from variorum.collate.events.countries import NONE, Countries
from variorum.collate.events.telling import nations_in, offices_in
from variorum.record.event import EventMention, Participant
from variorum.record.reading import Reading

_SEVERAL: Final = re.compile(
    r"^(?:(?:the|these|those|their|both|two)\s+)*"
    r"(?:presidents|leaders|premiers|heads(?: of state)?|rulers|ministers|diplomats|prime ministers"
    r"|foreign ministers|men|women|pair)(?: of (?P<whose>[\w ,]+))?$",
    re.I,
)


_FORMER: Final = re.compile(r"\b(?:ex|former|late|then)\b", re.I)


class Named(NamedTuple):
    """A person that an article names at a place; with the offices that its titles say."""

    start: int
    entity: str
    name: str
    offices: frozenset[str]
    is_counterpart: bool
    countries: frozenset[str] = frozenset()


def people_of(reading: Reading, countries: Countries = NONE) -> list[Named]:
    """The persons that an article names, in the order of the text."""
    people = {one.id: one for one in reading.entities if one.kind == "person"}
    found = []
    for mention in reading.mentions:
        entity = people.get(mention.entity or "")
        if entity:
            titles = " ".join(title for title in entity.titles if not _FORMER.search(title))
            offices = offices_in(titles)
            other = "counterpart" in titles.casefold()
            theirs = countries.of_person.get(entity.id, frozenset())
            found.append(Named(mention.start, entity.id, entity.name, offices, other, theirs))
    return found


def meant(
    mention: EventMention, people: Sequence[Named], countries: Countries = NONE
) -> Iterator[Participant]:
    """The participants of a mention; the two persons in the place of "the two leaders"."""
    for one in mention.participants:
        pair = _pair(one, mention.start, people, countries) if _is_several(one) else ()
        if pair:
            yield from (Participant(other.entity, other.name, one.role) for other in pair)
        else:
            yield one


def _is_several(participant: Participant) -> bool:
    if participant.entity or nations_in(participant.name):
        return False
    name = participant.name.strip()
    found = _SEVERAL.match(name)
    # "Heads of state of the union" are not two; "the presidents of Velmora and Kestria" are. A
    # capital begins the sentence: no "the" stands before it.
    if found is None or (found["whose"] is not None and " and " not in found["whose"]):
        return False
    return name[:1].islower() or _TWO.match(name) is not None


_TWO: Final = re.compile(r"(?:the|both|two)\b", re.I)


def _pair(
    participant: Participant, before: int, people: Sequence[Named], countries: Countries
) -> tuple[Named, ...]:
    """The last two of an office who are named before a place, or the only two in the article.

    If it is told whose they are, none of another country.
    """
    wanted = offices_in(participant.name)
    told = frozenset(countries.named_in(participant.name))
    fitting = [one for one in people if not wanted or one.is_counterpart or one.offices & wanted]
    if told:
        fitting = [one for one in fitting if not one.countries or one.countries & told]
    found: dict[str, Named] = {}
    for one in reversed([one for one in fitting if one.start < before]):
        found.setdefault(one.entity, one)
    last = list(found.values())[:2]
    if len(last) < 2 and wanted:
        last = list({one.entity: one for one in fitting}.values())
    return tuple(sorted(last)) if len(last) == 2 else ()
