"""Readers for tests: one that reads by a simple rule, and an encoder that knows no language."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from variorum.read.encoder.window import Attribution, Name, Window, WindowReading
from variorum.read.times import find_times
from variorum.record.article import Article
from variorum.record.failure import Failure
from variorum.record.identity import identify
from variorum.record.maker import Maker
from variorum.record.reading import Entity, Mention, Quotation, Reading
from variorum.record.span import Span
from variorum.record.time_expression import TimeExpression

QUOTED = re.compile(r'"(?P<said>[^"\n]+)"')
SPEAKER = re.compile(r"(?P<name>[A-Z]\w+ [A-Z]\w+)[^\"\n]*? (?P<cue>said|told|called|added)\b")
DIMENSIONS = 4


class RuleReader:
    """Whoever is the first in a paragraph to have said something said all that it quotes."""

    def __init__(
        self,
        maker: str = "tests.rule/1",
        refuse: Callable[[Article], bool] = lambda _: False,
        stop_after: int | None = None,
    ) -> None:
        self.maker = maker
        self.given: list[str] = []
        self._refuse = refuse
        self._stop_after = stop_after

    def read(self, articles: Iterable[Article]) -> Iterator[Reading | Failure]:
        for article in articles:
            if len(self.given) == self._stop_after:
                raise KeyboardInterrupt
            self.given.append(article.id)
            if self._refuse(article):
                yield Failure(article.source, "read", "internal", "It is odd", "Report it")
            else:
                yield read_by_rule(article, self.maker)


def read_by_rule(article: Article, maker: str) -> Reading:
    """Paragraphs for sentences, "First Last … said" for speakers, whatever stands in quotes."""
    body = article.blocks_of("body")
    times = find_times(article.text, body, article.published)
    entities: dict[str, Entity] = {}
    mentions, quotations = [], []
    for block in body:
        paragraph = article.text[block.start : block.end]
        speaker = SPEAKER.search(paragraph)
        entity = None
        if speaker:
            entity = Entity(f"ent1-{article.id[-8:]}-{speaker['name']}", speaker["name"], "person")
            entities[entity.id] = entity
            start = block.start + speaker.start("name")
            mentions.append(Mention(start, start + len(speaker["name"]), entity.id, "person"))
        quotations += [
            _quotation(article, block.start, found, speaker, entity, times)
            for found in QUOTED.finditer(paragraph)
        ]
    return Reading(
        article=article.id,
        sentences=tuple(block.span for block in body),
        entities=tuple(entities.values()),
        mentions=tuple(mentions),
        times=times,
        quotations=tuple(quotations),
        vectors=bytes(2 * DIMENSIONS * len(body)),
        dimensions=DIMENSIONS,
        maker=maker,
    )


def _quotation(
    article: Article,
    offset: int,
    found: re.Match[str],
    speaker: re.Match[str] | None,
    entity: Entity | None,
    times: Sequence[TimeExpression],
) -> Quotation:
    content = Span(offset + found.start("said"), offset + found.end("said"))
    told = next((one for one in times if offset <= one.start < content.start), None)
    groups = [
        (Span(offset + speaker.start(part), offset + speaker.end(part)),) if speaker else ()
        for part in ("cue", "name")
    ]
    return Quotation(
        id=identify("cache", "quotation", article.id, content.start),
        mode="direct",
        content=(content,),
        cue=groups[0],
        source=groups[1],
        speaker=entity.id if entity else None,
        speaker_name=entity.name if entity else None,
        addressee="reporters" if entity else None,
        venue="on state television" if "television" in article.text else None,
        said=told.when if told else None,
        confidence=0.5,
        said_at=Span(told.start, told.end) if told else None,
    )


class CountingEncoder:
    """Finds in each window the same, told by its words; remembers which windows it was given."""

    def __init__(self, weights: str = "a" * 64) -> None:
        self.maker = Maker("tests.encoder", 1, weights)
        self.given: list[Window] = []

    def count_pieces(self, words: Sequence[str]) -> list[int]:
        return [1 for _ in words]

    def read_windows(self, windows: Sequence[Window]) -> Iterator[WindowReading]:
        for window in windows:
            self.given.append(window)
            yield window_reading_of(window)


def window_reading_of(window: Window) -> WindowReading:
    """A reading of the right form for a window."""
    count = len(window.words)
    return WindowReading(
        parts_of_speech=tuple("NNP" if word.istitle() else "NN" for word in window.words),
        names=(Name((0, 1), "person", 0.75),),
        attributions=(Attribution((count - 1, count), ((0, 1),), ((0, count),), 0.3),),
        heads=np.zeros(count, np.int32),
        relations=tuple("root" if at == 0 else "dep" for at in range(count)),
        vectors=np.full((len(window.sentences), DIMENSIONS), 0.1 * count, np.float32),
    )
