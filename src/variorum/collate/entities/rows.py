"""What joining needs of the entities of one article."""

import re
from collections import Counter
from typing import Final

import msgspec

from variorum.collate.entities.countries import country_of_capital
from variorum.collate.entities.titles import is_definite, offices_meant
from variorum.record.article import Article
from variorum.record.naming import unnamed
from variorum.record.reading import Entity, Mention, Reading

_PLACED: Final = frozenset("in at near outside inside around across downtown central".split())
_DEALT_WITH: Final = frozenset(
    "with between by against if that which and while but whether".split()
)
_ACTS: Final = re.compile(
    r"\s+(?:has|have|had|would|will|must|may|might|could|should|does|did|wants?|says?|said|"
    r"[a-z]{3,}ed|[a-z]{3,}[^su]s(?=\s+(?:the|an?|that|to|its|it|no|not|[A-Z])\b))\b"
)
_DATELINE: Final = re.compile(r"\s*(?:\([^)]*\)|,[^—–\n]{0,30})?\s*(?:—|–|--|-)\s")
_AROUND: Final = 40


class EntityRow(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """An entity of one article.

    - `printed`: its names as printed, with how often;
    - `is_government`: it has the name of a capital and the text treats it as one who acts;
    - `unnamed`: it is no name but the words for an office ("the Kremlin spokesman").
    """

    article: str
    entity: Entity
    printed: tuple[tuple[str, int], ...] = ()
    is_government: bool = False
    unnamed: bool = False


def rows_of(article: Article, reading: Reading) -> tuple[EntityRow, ...]:
    """What joining needs of an article."""
    mentions: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.entity:
            mentions.setdefault(mention.entity, []).append(mention)
    named = [_row(article, one, mentions.get(one.id, [])) for one in reading.entities]
    return (*named, *_unnamed(reading))


def _row(article: Article, entity: Entity, mentions: list[Mention]) -> EntityRow:
    known = {entity.name, *entity.aliases}
    words = Counter(" ".join(article.text[one.start : one.end].split()) for one in mentions)
    printed = {form: words.get(form, 0) for form in known} | {entity.name: words[entity.name] or 1}
    return EntityRow(
        article.id,
        entity,
        tuple(sorted((form, max(1, count)) for form, count in printed.items())),
        is_government=_is_government(article.text, entity, mentions),
    )


def _is_government(text: str, entity: Entity, mentions: list[Mention]) -> bool:
    """Whether more of a capital's mentions treat it as one who acts than as a place."""
    if entity.kind == "person" or country_of_capital(entity.name) is None:
        return False
    return sum(_use(text, one) for one in mentions) > 0


def _use(text: str, mention: Mention) -> int:
    """1 if a capital acts or is dealt with, -1 if it is a place, 0 if the text does not tell."""
    before = text[max(0, mention.start - _AROUND) : mention.start]
    after = text[mention.end : mention.end + _AROUND]
    last = (before.split() or [""])[-1].casefold()
    if last in _PLACED or after.startswith(", D") or _DATELINE.match(after):
        return -1
    if last in _DEALT_WITH or _ACTS.match(after) or re.match(r"\s+and\s+[A-Z]", after):
        return 1
    return 0


def _unnamed(reading: Reading) -> list[EntityRow]:
    """Who is told by an office alone: sources, participants and holders of attitudes."""
    words = {one.speaker_name for one in reading.quotations if not one.speaker}
    words |= {one.actor_name for one in reading.attitudes if not one.actor}
    words |= {one.name for event in reading.events for one in event.participants if not one.entity}
    return [
        EntityRow(
            reading.article,
            Entity(unnamed(reading.article, one), one, "person"),
            unnamed=True,
        )
        for one in sorted(filter(None, words))
        if is_definite(one) and offices_meant(one)
    ]
