"""Who said what: statements by speaker, those first that most sources report."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from variorum.record.article import Article
from variorum.record.reading import Entity, Quotation
from variorum.record.statement import Statement

NOBODY: Final = "Nobody named"
"""The speaker of words that the articles give to none."""

Said = tuple[Article, Quotation]
"""A quotation, with the article that has it."""


Sources = Callable[[Iterable[str]], frozenset[str]]
"""The independent sources behind some articles."""


class Speaker(NamedTuple):
    """A speaker, with what he or she says in order of how much is made of it.

    `key`: the id of the entity, or else the name as printed; empty for `NOBODY`.
    """

    key: str
    name: str
    entity: Entity | None
    statements: Sequence[Statement]


def by_speaker(
    statements: Iterable[Statement],
    quotations: Mapping[str, Said],
    entities: Mapping[str, Entity],
    sources: Sources,
) -> list[Speaker]:
    """The statements of each speaker; who is quoted by most articles first, nobody last.

    Of one speaker's, what somebody puts between marks comes before what is only reported,
    then what most independent sources tell.
    """
    found: dict[str, list[Statement]] = defaultdict(list)
    for one in in_rank(statements, quotations, sources):
        found[one.speaker or one.speaker_name or ""].append(one)
    speakers = [_speaker(key, ranked, entities.get(key)) for key, ranked in found.items()]
    return sorted(speakers, key=lambda one: (not one.key, -_articles(one), one.name, one.key))


def in_rank(
    statements: Iterable[Statement], quotations: Mapping[str, Said], sources: Sources
) -> list[Statement]:
    """Statements that somebody quotes, then those that are only reported, by their sources."""

    def order(one: Statement) -> tuple[bool, int, int, str, str]:
        behind, count = len(sources(one.articles)), len(one.quotations)
        return not is_quoted(one, quotations), -behind, -count, one.text, one.id

    return sorted(statements, key=order)


def _speaker(key: str, statements: Sequence[Statement], entity: Entity | None) -> Speaker:
    name = entity.name if entity else statements[0].speaker_name or NOBODY
    return Speaker(key, name, entity, statements)


def _articles(speaker: Speaker) -> int:
    return sum(len(one.articles) for one in speaker.statements)


def called(speakers: Iterable[Speaker], words: str) -> list[Speaker]:
    """Those of the speakers that have this key or name, or, if none has, words of it."""
    asked = words.casefold()
    known = [(one, {name.casefold() for name in _names(one)}) for one in speakers]
    exact = [one for one, names in known if one.key == words or asked in names]
    return exact or [one for one, names in known if any(asked in name for name in names)]


def _names(speaker: Speaker) -> set[str]:
    names = {speaker.name, *(one.speaker_name or "" for one in speaker.statements)}
    return names | set(speaker.entity.aliases if speaker.entity else ())


def is_quoted(statement: Statement, quotations: Mapping[str, Said]) -> bool:
    """Whether somebody prints words of it between marks."""
    return any(quotations[one][1].mode != "indirect" for one in statement.quotations)


def addressee_of(statement: Statement, quotations: Mapping[str, Said]) -> str | None:
    """To whom it was said, as most articles print that tell it."""
    told = Counter(quotations[one][1].addressee for one in statement.quotations)
    told.pop(None, None)
    return min(told, key=lambda name: (-told[name], -len(name or ""), name), default=None)
