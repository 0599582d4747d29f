"""When an address is asked next: decided from what is known of it, and nothing else."""

from collections.abc import Container, Iterable, Mapping
from typing import Final

import msgspec

from variorum.ingest.feeds import Entry, Named
from variorum.live.fetching import Failed, Fetched, Known
from variorum.record.watched import Watched

DAY: Final = 86_400.0

WATCHED_DAYS: Final = 7
"""How long a page that a source lists is asked again; outlets rewrite little after that."""

GIVEN_UP: Final = 10
"""Failures in a row after which a page that a source lists is not asked again."""

MOST_DEPTH: Final = 3
"""Sources that sources name: a list of feeds, an index of sitemaps, an index in it."""

MOST_SOURCES: Final = 5_000
"""Sources that one source may name."""

MOST_PAGES: Final = 10_000
"""Pages that are taken from one answer of a source, the first ones."""


def first(address: str, now: float) -> Watched:
    """An address that a person names: a source, until it turns out to be a page."""
    return Watched(address, "source", now, now)


def active(kept: Mapping[str, Watched], named: Iterable[str]) -> list[Watched]:
    """What is watched for what a person named: that, and what was found by it; by address."""
    wanted = set(named)
    for one in sorted(kept.values(), key=lambda one: (one.depth, one.address)):
        if one.found_by in wanted:
            wanted.add(one.address)
    return [kept[address] for address in sorted(wanted & kept.keys())]


def found_in(
    source: Watched, named: Named, kept: Mapping[str, Watched], reached: Container[str], now: float
) -> list[Watched]:
    """What a source lists that is new, or that it says was changed: to be asked at once.

    `reached`: the addresses that are active; others are, from now on, since this source lists them.
    """
    depth = source.depth + 1
    found = [
        Watched(one, "source", now, now, found_by=source.address, depth=depth)
        for one in named.sources[:MOST_SOURCES]
        if one not in kept and depth <= MOST_DEPTH
    ]
    for entry in named.entries[:MOST_PAGES]:
        before = kept.get(entry.address)
        if before is None:
            found.append(_listed(entry, source, depth, now))
        elif before.kind == "page":
            found += _listed_again(before, entry, source, reached, now)
    return found


def _listed(entry: Entry, source: Watched, depth: int, now: float) -> Watched:
    return Watched(
        entry.address,
        "page",
        now,
        now,
        modified=entry.modified,
        found_by=source.address,
        depth=depth,
    )


def _listed_again(
    before: Watched, entry: Entry, source: Watched, reached: Container[str], now: float
) -> list[Watched]:
    """A page that we know, if what we know of it changes by its being listed."""
    after = before
    if before.address not in reached:
        after = msgspec.structs.replace(after, found_by=source.address, depth=source.depth + 1)
    if entry.modified and entry.modified != before.modified:
        due = before.due if before.follows else now
        after = msgspec.structs.replace(after, due=due, modified=entry.modified)
    return [] if after is before else [after]


def answered(
    one: Watched, fetched: Fetched | None, now: float, every: float, *, changed: bool
) -> Watched:
    """After an answer; `fetched` is None if nothing was sent since nothing had changed."""
    calm = 0 if changed else min(one.calm + 1, 30)
    known = fetched.known if fetched else Known(one.etag, one.last_modified)
    return msgspec.structs.replace(
        one,
        due=_next(one, calm, now, every),
        calm=calm,
        failures=0,
        etag=known.etag,
        last_modified=known.last_modified,
    )


def _next(one: Watched, calm: int, now: float, every: float) -> float | None:
    """Sources each time; pages ever more rarely, as long as nothing changes, and then no more."""
    if one.kind == "source":
        return now + every
    if one.follows or (one.found_by and now - one.first_seen > WATCHED_DAYS * DAY):
        return None
    return now + min(every * float(2**calm), DAY)


def failed(one: Watched, failure: Failed, now: float, every: float) -> Watched:
    """After a failure: asked again when its host wishes, or else ever more rarely."""
    if failure.again_after is not None:
        return msgspec.structs.replace(one, due=now + min(failure.again_after, DAY))
    failures = one.failures + 1
    wait = min(every * float(2 ** min(failures, 30)), DAY)
    is_over = one.kind == "page" and one.found_by and (failure.is_gone or failures >= GIVEN_UP)
    return msgspec.structs.replace(one, failures=failures, due=None if is_over else now + wait)
