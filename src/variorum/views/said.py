"""What the front page shows of who said what and who stands where."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import Final, TypeVar

import msgspec

from variorum.compare.words import flat
from variorum.record.position import Position, Stance
from variorum.record.reuse import Place
from variorum.record.statement import Statement
from variorum.record.when import When
from variorum.views.desk import Desk
from variorum.views.words import ArticleLine, Words, clipped

T = TypeVar("T")

SHOWN_STATEMENTS: Final = 6
SHOWN_STANDS: Final = 7
MOST_OF_ONE: Final = 2
"""Statements or positions of one person, so that the most quoted leave room to others."""

LONGEST_QUOTATION: Final = 320
LONGEST_ISSUE: Final = 120
QUOTATION_MARKS: Final = frozenset('"“”„«»')

LEAST_WORDS: Final = 5
"""Words of a quotation that can stand by itself."""


class KeyStatement(msgspec.Struct, frozen=True):
    """What somebody said, as one article quotes it, with how many tell of it.

    `words`: as printed, parts joined by " … "; `is_verbatim`: whether they all stand between
    marks in the article; `start`, `end`: where.
    """

    statement: str
    speaker: str | None
    speaker_name: str
    said: When | None
    venue: str | None
    words: str
    is_verbatim: bool
    article: ArticleLine
    start: int
    end: int
    independent_sources: int
    articles: int


class ShownStand(msgspec.Struct, frozen=True):
    """Where somebody stands on an issue, with the first words that show it."""

    position: str
    actor: str | None
    actor_name: str
    stance: Stance
    issue: str
    condition: str | None
    words: Words
    independent_sources: int


def key_statements(
    desk: Desk, statements: Iterable[Statement], most: int = SHOWN_STATEMENTS
) -> list[KeyStatement]:
    """Of some statements those that most sources tell, what is quoted directly first."""
    ranked = sorted(
        statements,
        key=lambda one: (
            not _is_direct(desk, one), -desk.sources(one.articles), -len(one.articles), one.id,
        ),
    )  # fmt: skip
    quoted = (found for one in ranked if (found := _quoted(desk, one)))
    return _spread(quoted, lambda one: one.speaker or one.speaker_name, most)


def _is_direct(desk: Desk, statement: Statement) -> bool:
    return any(desk.quotations[one].quotation.mode == "direct" for one in statement.quotations)


def _quoted(desk: Desk, statement: Statement) -> KeyStatement | None:
    """A statement by the earliest of the fullest direct quotations that the desk has."""
    kinds = {one.quotation: one.kind for one in statement.variants}
    direct = [
        desk.quotations[one]
        for one in statement.quotations
        if desk.quotations[one].quotation.mode != "indirect"
        and desk.quotations[one].article.id in desk.chosen
    ]
    if statement.speaker_name is None or not direct:
        return None
    best = min(
        direct,
        key=lambda one: (
            one.quotation.mode != "direct",
            kinds.get(one.quotation.id) != "identical",
            desk.order[one.article.id],
            one.quotation.id,
        ),
    )
    content = sorted(best.quotation.content)
    words = " … ".join(flat(span.of(best.article.text)).rstrip(" ,") for span in content)
    if len(words.split()) < LEAST_WORDS:
        return None
    return KeyStatement(
        statement=statement.id,
        speaker=statement.speaker,
        speaker_name=clipped(desk.name_of(statement.speaker, statement.speaker_name), 80),
        said=statement.said,
        venue=statement.venue and clipped(statement.venue, 80),
        words=clipped(words, LONGEST_QUOTATION),
        is_verbatim=best.quotation.mode == "direct" and QUOTATION_MARKS.isdisjoint(words),
        article=desk.line(best.article.id),
        start=content[0].start,
        end=content[-1].end,
        independent_sources=desk.sources(statement.articles),
        articles=len(statement.articles),
    )


def key_stands(desk: Desk) -> list[ShownStand]:
    """The positions that most independent sources show."""

    def sources(one: Position) -> int:
        return desk.sources([place.article for place in one.evidence])

    ranked = sorted(
        desk.positions,
        key=lambda one: (-sources(one), -len(one.evidence), -one.confidence, one.id),
    )
    stands = (_stand(desk, one, sources(one)) for one in ranked)
    return _spread(stands, lambda one: one.actor or one.actor_name, SHOWN_STANDS)


def _stand(desk: Desk, position: Position, sources: int) -> ShownStand:
    return ShownStand(
        position=position.id,
        actor=position.actor,
        actor_name=clipped(desk.name_of(position.actor, position.actor_name), 80),
        stance=position.stance,
        issue=clipped(position.issue, LONGEST_ISSUE),
        condition=position.condition and clipped(position.condition, LONGEST_ISSUE),
        words=desk.words_of(_first(desk, position)),
        independent_sources=sources,
    )


def _first(desk: Desk, position: Position) -> Place:
    """The place of the earliest article that counts."""
    return min(
        position.evidence,
        key=lambda one: (one.article not in desk.chosen, desk.order[one.article], one.start),
    )


def _spread(items: Iterable[T], owner: Callable[[T], Hashable], most: int) -> list[T]:
    """The first items, not more than `MOST_OF_ONE` of one owner."""
    taken: Counter[Hashable] = Counter()
    kept: list[T] = []
    for one in items:
        if taken[owner(one)] < MOST_OF_ONE:
            taken[owner(one)] += 1
            kept.append(one)
        if len(kept) == most:
            break
    return kept
