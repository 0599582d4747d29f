"""Watches sources: asks them, fetches what is new, and has it drawn into the record.

What is known of each address is kept in the store, after the pages that it gave: a watcher that is
killed asks again for what it had not finished, finds that it has it, and goes on.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, suppress
from queue import Empty, Queue
from threading import Event
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import msgspec

from variorum.ingest.feeds import absolute, read_feed
from variorum.ingest.items import Item
from variorum.live import scheduling
from variorum.live.clock import Clock
from variorum.live.fetching import Answer, Failed, Fetched, Fetcher, Known, NotModified
from variorum.live.placing import Placed, Places
from variorum.pipeline import BuildSummary, kept_page
from variorum.record.errors import InputError, StoreBusyError
from variorum.record.failure import Failure
from variorum.record.watched import Watched
from variorum.store.protocol import Store

AT_ONCE: Final = 8
"""Hosts that are asked at the same time."""

BATCH: Final = 200
"""Answers that are taken at a time, at most."""

PATIENCE: Final = 2.0
"""Seconds for which answers are gathered before they are drawn into the record."""

BUSY_TRIES: Final = 120
"""Seconds for which a store that somebody else writes to is waited for."""

Open = Callable[[], AbstractContextManager[Store]]
Add = Callable[[Iterable[Item | Failure], Store], BuildSummary]
Answered = list[tuple[Watched, Answer]]


class Settings(NamedTuple):
    """How often sources are asked (seconds), and how many pages at most are fetched in a round."""

    every: float = 300.0
    limit: int = 1_000


class Round(NamedTuple):
    """What one round did.

    Requests for sources and for pages, articles that are new and that have a new version, pages
    that gave none; and when something is due next (seconds since 1970).
    """

    sources: int
    pages: int
    new: int
    changed: int
    failed: int
    next_due: float | None


class Watcher:
    """Watches what a person named, into a store that is open only while it is written to.

    `named` are addresses; without any, those that the store had watched before.
    """

    def __init__(
        self,
        named: Sequence[str],
        opened: Open,
        add: Add,
        fetcher: Fetcher,
        clock: Clock,
        settings: Settings,
    ) -> None:
        self._named = [_address(one) for one in named]
        self._open = opened
        self._add = add
        self._fetcher = fetcher
        self._clock = clock
        self._settings = settings
        self._stop = Event()
        self._kept: dict[str, Watched] = {}
        self._counts: dict[str, int] = {}
        self._is_started = False

    def run(self, tell: Callable[[Round], None], *, once: bool) -> Round:
        """Round after round, or one, which is returned; `tell` hears of each."""
        while True:
            done = self.round(at_once=once)
            tell(done)
            if once:
                return done
            now = self._clock.now()
            due = now + self._settings.every if done.next_due is None else done.next_due
            self._clock.sleep(min(max(due - now, 1.0), self._settings.every))

    def round(self, *, at_once: bool = False) -> Round:
        """Ask what is due; with `at_once` also sources that are not, unless they failed."""
        self._counts = defaultdict(int)
        self._look_up()
        asked: set[str] = set()
        while sources := self._due_sources(asked, at_once=at_once):
            asked.update(one.address for one in sources)
            for answers in self._fetch(sources):
                self._take_sources(answers)
        for answers in self._fetch(self._due_pages()):
            self._take_pages(answers)
        due = [one.due for one in self._active() if one.due is not None]
        count = self._counts
        return Round(
            sources=count["sources"],
            pages=count["pages"],
            new=count["new"],
            changed=count["changed"],
            failed=count["failed"],
            next_due=min(due, default=None),
        )

    def _look_up(self) -> None:
        """What the store knows; what is named for the first time is noted in it."""
        now = self._clock.now()
        with self._opened() as store:
            self._kept = {one.address: one for one in store.watched()}
            if not self._named:
                self._named = [one.address for one in self._kept.values() if one.found_by is None]
            news = [scheduling.first(one, now) for one in self._named if one not in self._kept]
            self._keep(store, news)
            if not self._is_started:
                # A watcher that was killed may have left pages that are not in the record yet.
                self._add((), store)
                self._is_started = True
        if not self._named:
            raise InputError("There is nothing to watch", "Name feeds, sitemaps or pages")

    def _active(self) -> list[Watched]:
        return scheduling.active(self._kept, self._named)

    def _due_sources(self, asked: set[str], *, at_once: bool) -> list[Watched]:
        now = self._clock.now()
        return [
            one
            for one in self._active()
            if one.kind == "source" and one.address not in asked and one.due is not None
            if one.due <= now or (at_once and not one.failures)
        ]  # fmt: skip

    def _due_pages(self) -> list[Watched]:
        now = self._clock.now()
        due = [one for one in self._active() if one.kind == "page" and one.due is not None]
        due = [one for one in due if one.due is not None and one.due <= now]
        return sorted(due, key=lambda one: (one.due, one.address))[: self._settings.limit]

    def _fetch(self, wanted: Sequence[Watched]) -> Iterator[Answered]:
        """Answers as they come, in batches; hosts are asked side by side, each by one thread.

        Whatever came while a batch was drawn into the record is the next one.
        """
        hosts: dict[str, list[Watched]] = defaultdict(list)
        for one in wanted:
            hosts[urlsplit(one.address).hostname or ""].append(one)
        arrived: Queue[tuple[Watched, Answer]] = Queue()
        with ThreadPoolExecutor(AT_ONCE) as threads:
            try:
                for group in hosts.values():
                    threads.submit(self._ask_host, group, arrived)
                left = len(wanted)
                while left:
                    batch = _arrived(arrived, min(left, BATCH))
                    left -= len(batch)
                    yield sorted(batch, key=lambda one: one[0].address)
            finally:
                self._stop.set()
        self._stop.clear()

    def _ask_host(self, wanted: Sequence[Watched], arrived: Queue[tuple[Watched, Answer]]) -> None:
        for one in wanted:
            if self._stop.is_set():
                return
            arrived.put((one, self._answer(one)))

    def _answer(self, one: Watched) -> Answer:
        try:
            return self._fetcher.fetch(one.address, Known(one.etag, one.last_modified))
        except Exception as error:  # A fault of ours: it must not stop the others.
            message = f"The page could not be fetched: {type(error).__name__}: {error}"[:300]
            step = "Report this with the address"
            return Failed(Failure(one.address, "fetch", "internal", message, step))

    def _take_sources(self, answers: Answered) -> None:
        """Note what sources name; one that is a page is taken as one."""
        now = self._clock.now()
        changes: list[Watched] = []
        failures: list[Failure] = []
        pages = [(one, answer) for one, answer in answers if _is_page(one, answer)]
        reached = {one.address for one in self._active()}
        for one, answer in answers:
            if isinstance(answer, NotModified):
                changes.append(self._after(one, None, now, changed=False))
            elif isinstance(answer, Failed):
                changes.append(self._after_failure(one, answer, now, failures))
            elif not _is_page(one, answer):
                named = read_feed(answer.data, answer.address)
                if named.kind == "page":
                    changes.append(self._after_failure(one, _no_source(one), now, failures))
                    continue
                found = scheduling.found_in(one, named, self._kept, reached, now)
                changes += [self._after(one, answer, now, changed=bool(found)), *found]
        # A source is kept with what it names, in one transaction: nothing that it named is lost.
        with self._opened() as store:
            store.drop_failures(one.address for one in changes if not one.failures)
            self._note(store, changes, failures)
        self._counts["sources"] += len(answers) - len(pages)
        if pages:
            self._take_pages([(msgspec.structs.replace(one, kind="page"), it) for one, it in pages])

    def _take_pages(self, answers: Answered) -> None:
        """Have new pages and versions drawn into the record; then note what is known now."""
        now = self._clock.now()
        self._counts["pages"] += len(answers)
        changes: list[Watched] = []
        failures: list[Failure] = []
        items: list[Item | Failure] = []
        with self._opened() as store:
            places = Places(
                store.sources(), lambda page: kept_page(store, page), self._kept.values()
            )
            for one, answer in answers:
                if isinstance(answer, Failed):
                    changes.append(self._after_failure(one, answer, now, failures))
                elif isinstance(answer, NotModified):
                    changes.append(self._after(one, None, now, changed=False))
                else:
                    placed = places.place(one, answer, now)
                    changed = self._count(placed)
                    changes.append(self._after(placed.watched, answer, now, changed=changed))
                    items += [placed.item] if placed.item else []
            store.drop_failures(
                one.address for one, answer in answers if not isinstance(answer, Failed)
            )
            if items:
                self._add(items, store)
            self._note(store, changes, failures)

    def _count(self, placed: Placed) -> bool:
        """Whether a page is news, and of which kind."""
        self._counts["new"] += placed.number == 1
        self._counts["changed"] += placed.number > 1
        self._counts["failed"] += isinstance(placed.item, Failure)
        return placed.number > 0

    def _after(
        self, one: Watched, fetched: Fetched | None, now: float, *, changed: bool
    ) -> Watched:
        one = msgspec.structs.replace(one, lists=one.lists or one.kind == "source")
        return scheduling.answered(one, fetched, now, self._settings.every, changed=changed)

    def _after_failure(
        self, one: Watched, answer: Failed, now: float, failures: list[Failure]
    ) -> Watched:
        """A failure that only means "later" is none."""
        if answer.again_after is None:
            self._counts["failed"] += 1
            failures.append(answer.failure)
        return scheduling.failed(one, answer, now, self._settings.every)

    def _note(self, store: Store, changes: Sequence[Watched], failures: Sequence[Failure]) -> None:
        for failure in failures:
            store.add_failure(failure)
        self._keep(store, changes)

    def _keep(self, store: Store, changes: Sequence[Watched]) -> None:
        if changes:
            store.add_watched(changes)
            self._kept |= {one.address: one for one in changes}

    @contextmanager
    def _opened(self) -> Iterator[Store]:
        """The store for writing, once nobody else writes to it."""
        for tried in range(BUSY_TRIES):
            try:
                context = self._open()
            except StoreBusyError:
                if tried == BUSY_TRIES - 1:
                    raise
                self._clock.sleep(1.0)
            else:
                with context as store:
                    yield store
                return


def _address(named: str) -> str:
    """An address as a person names it. Raises `InputError` if it is none of the web's."""
    found = absolute(named.strip(), "")
    if found is None:
        raise InputError(
            f"{named!r} is no address of the web", "Name one that begins with https:// or http://"
        )
    return found


def _is_page(one: Watched, answer: Answer) -> bool:
    """Whether what a person named is a page itself. What has listed pages before is none."""
    if not isinstance(answer, Fetched) or one.lists or one.found_by:
        return False
    return read_feed(answer.data, answer.address).kind == "page"


def _no_source(one: Watched) -> Failed:
    message = "The source names no pages: it is no feed, sitemap or list"
    return Failed(Failure(one.address, "fetch", "unsupported", message, "Check its address"))


def _arrived(arrived: Queue[tuple[Watched, Answer]], most: int) -> Answered:
    """What has come: at least one answer, and what follows within `PATIENCE` seconds."""
    batch = [arrived.get()]
    until = time.monotonic() + PATIENCE
    with suppress(Empty):
        while len(batch) < most:
            batch.append(arrived.get(timeout=max(until - time.monotonic(), 0.001)))
    return batch
