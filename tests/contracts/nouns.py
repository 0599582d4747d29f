"""Hand-made statements, events, positions and stories, put into a store that has its articles."""

from datetime import date
from pathlib import Path

import msgspec

from variorum.record.article import Article
from variorum.record.correction import Sides, make_correction
from variorum.record.event import Event, EventPlace, Participant, StatusReport
from variorum.record.identity import identify
from variorum.record.position import Position
from variorum.record.reuse import Place
from variorum.record.statement import Statement, Variant
from variorum.record.story import StoryGroup
from variorum.record.when import day
from variorum.store.protocol import Collation, Joined
from variorum.store.sqlite import SqliteStore

DAY = day(date(2031, 3, 4), "stated")


def an_event(articles: list[Article], words: str, status: str = "happened", **told) -> Event:
    """An event that articles tell of where they first say some words."""
    found = [one for one in articles if words in one.text]
    mentions = tuple(
        EventPlace(one.id, one.text.index(words), one.text.index(words) + len(words), status)
        for one in found
    )
    history = tuple(StatusReport(status, one.published, one.id) for one in found)
    event = Event(
        id=identify("event", words, status),
        label=words,
        type="CONSULT",
        participants=(Participant(None, "Ilse Maran", "party"),),
        place=None,
        when=DAY,
        status=status,
        status_history=history,
        mentions=mentions,
        reasons=("the same words",),
        maker="tests/1",
    )
    return msgspec.structs.replace(event, **told)


def add_nouns(path: Path) -> None:
    """Put one statement, event, position and story, and a correction that was taken back,
    beside what a store holds."""
    with SqliteStore(path, write=True) as store:
        sides = Sides(["quo1-one"], ["quo1-other"])
        made = "2031-03-05T10:00:00Z"
        correction = make_correction("join", "statement", sides, "Anna", made=made)
        store.add_corrections([correction.undo("Ben", "2031-03-05T11:00:00Z")])
        articles = sorted(store.articles(), key=lambda one: one.id)
        quoted = next(
            (reading.article, one) for reading in store.readings() for one in reading.quotations
        )
        article, quotation = quoted
        statement = Statement(
            id=identify("statement", quotation.id),
            speaker=None,
            speaker_name="Ilse Maran",
            text="as printed",
            said=None,
            venue=None,
            quotations=(quotation.id,),
            articles=(article,),
            variants=(Variant(quotation.id, "identical"),),
            maker="tests/1",
        )
        position = Position(
            id=identify("position", article),
            actor=None,
            actor_name="Ilse Maran",
            issue="a meeting",
            stance="conditional",
            condition="an open corridor",
            as_of=None,
            evidence=(Place(article, 0, 5),),
            maker="tests/1",
        )
        story = StoryGroup(
            id=identify("story", article),
            label="Talks",
            articles=tuple(one.id for one in articles),
            when=None,
            maker="tests/1",
        )
        joined = Joined(
            entities=list(store.entities()),
            joined=store.joined_entities(),
            statements=[statement],
            events=[an_event(articles, "spoke by telephone")],
            positions=[position],
            stories=[story],
        )
        store.replace_collation(
            Collation(
                digest=store.collated() or "",
                dates=store.dates(),
                reuses=list(store.reuses()),
                pairs=list(store.pairs()),
                lineage=list(store.lineage()),
                dispatches=list(store.dispatches()),
                joined=joined,
            )
        )
