"""What joining needs of the attitudes of one article."""

from bisect import bisect_right
from typing import Final

import msgspec

from variorum.collate.positions.fuller import named
from variorum.collate.positions.words import issue_words, plain
from variorum.record.article import Article
from variorum.record.position import Attitude, Stance
from variorum.record.reading import Reading
from variorum.record.span import Span
from variorum.record.when import When

_ALLIANCES: Final = {
    "alliance": ("nato", "north atlantic treaty organization"),
    "bloc": ("eu", "european union", "e.u."),
}
"""Common nouns for a body, and the names that an article must have for it."""

_STEMS: Final = {"alliance": "nato", "bloc": "europe"}


class AttitudeRow(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """One attitude, with the words of its issue.

    `actor`: the article's entity; `issue` (see `fuller`), `condition`: as printed, on one line;
    `stems`, `head`, `names`, `turned`: see `words.IssueWords`; `vector`: the sentence's,
    little-endian float16.
    """

    article: str
    start: int
    end: int
    actor: str | None
    actor_name: str
    issue: str
    stems: tuple[str, ...]
    head: str
    names: tuple[str, ...]
    turned: bool
    stance: Stance
    condition: str | None
    as_of: When | None
    confidence: float
    reasons: tuple[str, ...]
    vector: bytes


def rows_of(article: Article, reading: Reading) -> tuple[AttitudeRow, ...]:
    """The rows of one article; entities in `reading` are its own."""
    if not reading.attitudes:
        return ()
    known = {name.casefold() for one in reading.entities for name in (one.name, *one.aliases)}
    alliances = {
        noun: _STEMS[noun] for noun, names in _ALLIANCES.items() if known.intersection(names)
    }
    starts = [sentence.start for sentence in reading.sentences]
    return tuple(
        row
        for one in reading.attitudes
        if (row := _row(article, reading, one, alliances, starts)) is not None
    )


def _row(
    article: Article,
    reading: Reading,
    one: Attitude,
    alliances: dict[str, str],
    starts: list[int],
) -> AttitudeRow | None:
    span = one.introduced or one.issue
    printed = plain(span.of(article.text))
    issue = named(article.text, span.start, printed, reading)
    if issue is None and one.condition:
        issue = printed  # "Talks" alone say little, but not with the condition on which one comes.
    if issue is None:
        return None
    words = issue_words(issue, alliances)
    stems = words.stems + _own_stem(article, one, issue)
    if not stems:
        return None
    return AttitudeRow(
        article=article.id,
        start=one.start,
        end=one.end,
        actor=one.actor,
        actor_name=one.actor_name,
        issue=issue,
        stems=stems,
        head=words.head or stems[0],
        names=words.names,
        turned=words.turned,
        stance=one.stance,
        condition=_words_of(article, one.condition),
        as_of=one.as_of or article.published,
        confidence=one.confidence,
        reasons=one.reasons,
        vector=_vector(reading, bisect_right(starts, one.issue.start) - 1),
    )


def _own_stem(article: Article, one: Attitude, issue: str) -> tuple[str, ...]:
    """What tells an issue that only points ("the plan") from all others: the words around it.

    Articles that print the same words mean the same.
    """
    first = issue.split(maxsplit=1)[0].casefold()
    is_pointing = one.introduced is None and first in _POINTERS
    return (plain(article.text[one.start : one.end]).casefold(),) if is_pointing else ()


_POINTERS: Final = frozenset(
    "the this that these those such any all both his her its their".split()
)


def _words_of(article: Article, span: Span | None) -> str | None:
    return plain(span.of(article.text)) if span else None


def _vector(reading: Reading, sentence: int) -> bytes:
    size = 2 * reading.dimensions
    return reading.vectors[sentence * size : (sentence + 1) * size] if sentence >= 0 else b""
