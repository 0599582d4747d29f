"""A small record in memory: what a desk lays out without a store on disk."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from variorum.library import Story
from variorum.record.article import Article, Block
from variorum.record.event import Event, EventPlace, Participant, Status, StatusReport
from variorum.record.position import Position, Stance
from variorum.record.reading import Entity, Quotation, Reading
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.statement import Statement, Variant
from variorum.record.story import StoryGroup
from variorum.record.when import When, day


class Memory:
    """Answers like a store that holds these nouns, and nothing else."""

    def __init__(self, **nouns: Any) -> None:
        self._nouns = {"dates": {}, "joined_entities": {}} | nouns

    def quotings(self) -> Any:
        return self._nouns.get("readings", [])

    def __getattr__(self, name: str) -> Any:
        return lambda *_: self._nouns.get(name, [])


def story(**nouns: Any) -> Story:
    return Story(Memory(**nouns))  # type: ignore[arg-type]


def on(number: int) -> When:
    return day(date(2031, 3, number), "stated")


def article(name: str, text: str, published: int | None = None, outlet: str = "") -> Article:
    return Article(
        id=name, source=f"{name}.txt", sha256="0" * 64, text=text, title=f"Title of {name}",
        outlet=outlet or f"The {name} Post", authors=(), agencies=(),
        published=on(published) if published else None, language="en",
        blocks=(Block(0, len(text), "body"),),
    )  # fmt: skip


def place(of: Article, words: str) -> Place:
    start = of.text.index(words)
    return Place(of.id, start, start + len(words))


def event(
    name: str,
    told: Sequence[tuple[Article, str, Status]],
    when: When | None = None,
    who: Sequence[tuple[str | None, str]] = (),
) -> Event:
    """An event with the words that tell of it; the last of them tells its status."""
    mentions = tuple(
        EventPlace(at.article, at.start, at.end, status)
        for of, words, status in told
        for at in [place(of, words)]
    )
    history = tuple(StatusReport(status, of.published, of.id) for of, _, status in told)
    parties = tuple(Participant(entity, called, "party") for entity, called in who)
    return Event(
        name, name, "CONSULT", parties, None, when, told[-1][2], history, mentions,
        0.8, ("They name one day",),
    )  # fmt: skip


def said(
    name: str,
    speaker: str,
    quoted: Sequence[tuple[Article, str]],
    mode: str = "direct",
    when: When | None = None,
) -> tuple[Statement, list[tuple[str, Quotation]]]:
    """A statement, and its quotations, each with its article."""
    quotations = [
        (of.id, Quotation(f"{name}-{of.id}", mode, (place(of, words).span,), (), (),  # type: ignore[arg-type]
                          speaker, speaker, None, None, when, 1.0))
        for of, words in quoted
    ]  # fmt: skip
    ids = tuple(one.id for _, one in quotations)
    statement = Statement(
        name, speaker, speaker, quoted[0][1], when, None, ids,
        tuple(of.id for of, _ in quoted), tuple(Variant(one, "identical") for one in ids),
    )  # fmt: skip
    return statement, quotations


def reading(of: Article, quotations: Sequence[tuple[str, Quotation]] = ()) -> Reading:
    mine = tuple(one for name, one in quotations if name == of.id)
    return Reading(of.id, (Span(0, len(of.text)),), (), (), (), mine, b"", 0, "tests/1")


def person(name: str) -> Entity:
    return Entity(name, f"{name} Hale", "person")


def position(name: str, actor: str, stance: Stance, at: Place) -> Position:
    return Position(name, actor, actor, f"issue {name}", stance, None, None, (at,))


def group(name: str, *articles: Article) -> StoryGroup:
    return StoryGroup(name, f"Label of {name}", tuple(one.id for one in articles), None)
