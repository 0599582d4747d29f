"""What of a record is in its report: views, texts, and what they lead to while there is room."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

import msgspec
from markupsafe import Markup, escape

from variorum import __version__
from variorum.library import Story
from variorum.record.article import Article
from variorum.report.fragments import fitted
from variorum.report.links import Target, Wishes
from variorum.views.article import draw_text, text_end
from variorum.views.desk import Desk
from variorum.views.links import Links
from variorum.views.page import NothingThereError, Query, View
from variorum.views.pages import PAGES
from variorum.views.rendering import render

MOST_BYTES: Final = 4_750_000
"""A report stays below this, unless the views of the menu alone are larger."""

TEXT_BYTES: Final = 3_700_000
"""What texts may take of it."""

TEXT_COST: Final = 1.95
"""Bytes of the file for a byte of an escaped text, with all that is marked in it."""

TEXT_FRAME: Final = 1_900
"""Bytes for where a text is from."""

LARGEST_DETAIL: Final = 80_000
"""Bytes; a page that is larger, other than the views of the menu, is not in a file."""

MOST_MISFITS: Final = 3
"""After so many pages of one kind that were too large no other of the kind is tried."""

LISTS: Final = tuple(Target(page.name) for page in PAGES if page.label)


class Drawn(NamedTuple):
    """A page that was drawn for a file, and what it was asked for."""

    target: Target
    query: Query
    view: View
    desk: Desk

    def rendered(self, links: Links) -> Markup:
        """Its part of the file."""
        html = render(
            self.target.page.template,
            page=self.target.page,
            view=self.view,
            query=self.query,
            chosen=self.desk.group,
            links=links,
            depth=3,
            version=__version__,
        )
        return fitted(html, self.target.anchor)


class Contents(NamedTuple):
    """What is in a report.

    - `lists`: the views of the menu;
    - `texts`: the articles whose texts are in it, in order, and up to which character;
    - `details`: what these lead to.
    """

    desk: Desk
    lists: list[Drawn]
    texts: dict[str, int]
    details: list[Drawn]

    @property
    def targets(self) -> frozenset[Target]:
        """All pages that links can lead to."""
        texts = (Target("article", (("article", one),)) for one in self.texts)
        return frozenset((*texts, *(one.target for one in (*self.lists, *self.details))))


def choose_contents(story: Story) -> Contents:
    """What is in the report of a story: what the views lead to first, as far as there is room."""
    desk = Desk(story)
    wishes = Wishes()
    lists = [drawn for target in LISTS if (drawn := _draw(desk, target))]
    room: float = MOST_BYTES - sum(_size(one, wishes) for one in lists)
    texts = _texts(desk, (one for one in wishes.wanted if one.name == "article"))
    room -= sum(_text_size(desk.story.by_id[one], end) for one, end in texts.items())
    details = _details(desk, wishes.wanted, lambda: _wished_by_texts(desk, texts), room)
    return Contents(desk, lists, texts, list(details))


def _draw(desk: Desk, target: Target) -> Drawn | None:
    """A page; None if there is nothing there."""
    asked = dict(target.asked)
    if "story" in asked:
        group = next((one for one in desk.story.stories if one.id == asked["story"]), None)
        if group is None:
            return None
        desk = desk.within(group)
    query = msgspec.convert(asked, target.page.query, strict=False)
    try:
        return Drawn(target, query, target.page.draw(desk, query), desk)
    except NothingThereError:
        return None


def _size(one: Drawn, wishes: Wishes) -> int:
    return len(one.rendered(wishes).encode("utf-8", "replace"))


def _text_size(article: Article, end: int) -> float:
    return len(escape(article.text[:end]).encode("utf-8", "replace")) * TEXT_COST + TEXT_FRAME


def _texts(desk: Desk, wanted: Iterable[Target]) -> dict[str, int]:
    """The texts that there is room for: first those that the views lead to."""
    chosen: dict[str, int] = {}
    room: float = TEXT_BYTES
    led = (dict(one.asked)["article"] for one in wanted)
    for article in dict.fromkeys((*led, *(one.id for one in desk.articles))):
        known = desk.story.by_id.get(article)
        end = text_end(known) if known else 0
        size = _text_size(known, end) if known else 0
        if end and size <= room:
            room -= size
            chosen[article] = end
    return {one.id: chosen[one.id] for one in desk.articles if one.id in chosen}


def _wished_by_texts(desk: Desk, texts: Iterable[str]) -> Iterator[Target]:
    """What texts lead to: from where they are from first, then from their words."""
    beside, inside = Wishes(), Wishes()
    for article in texts:
        view = draw_text(desk, desk.story.by_id[article])
        render("provenance.html.j2", view=view, links=beside, depth=2)
        for block in view.blocks:
            for mark in (mark for piece in block.pieces for mark in piece.marks if mark.page):
                inside.page(mark.page, **{mark.page: mark.id})
    yield from beside.wanted
    yield from inside.wanted


class _Queue:
    """What is wanted: the kind of page that has had the least room is next."""

    def __init__(self) -> None:
        self._seen: set[Target] = set(LISTS)
        self._waiting: dict[str, deque[Target]] = {page.name: deque() for page in PAGES}
        self._spent = Counter({page.name: 0 for page in PAGES})
        self._misfits: Counter[str] = Counter()

    def extend(self, wanted: Iterable[Target]) -> None:
        """Add what was not wanted before. Texts have room of their own."""
        for one in wanted:
            if one.name != "article" and not {one, one.turned} & self._seen:
                self._seen.add(one)
                self._waiting[one.name].append(one)

    def next(self) -> Target | None:
        """The next, if there is one."""
        names = [
            name
            for name, waiting in self._waiting.items()
            if waiting and self._misfits[name] < MOST_MISFITS
        ]
        if not names:
            return None
        return self._waiting[min(names, key=lambda name: self._spent[name])].popleft()

    def spend(self, target: Target, size: int) -> None:
        """Note how much room a page took."""
        self._spent[target.name] += size

    def pass_over(self, target: Target) -> None:
        """Note that a page was too large."""
        self._misfits[target.name] += 1


def _details(
    desk: Desk, first: Iterable[Target], last: Callable[[], Iterable[Target]], room: float
) -> Iterator[Drawn]:
    """What the views lead to, what that leads to, and so on; then what texts lead to."""
    queue = _Queue()
    queue.extend(first)
    has_last = False
    while True:
        target = queue.next()
        if target is None and has_last:
            return
        if target is None:
            queue.extend(last())
            has_last = True
            continue
        drawn, wishes = _draw(desk, target), Wishes()
        size = _size(drawn, wishes) if drawn else 0
        if drawn and size <= min(room, LARGEST_DETAIL):
            room -= size
            queue.spend(target, size)
            queue.extend(wishes.wanted)
            yield drawn
        elif drawn:
            queue.pass_over(target)
