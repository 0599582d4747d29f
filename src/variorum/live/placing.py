"""Which article a fetched page is: a new one, a new version of one, or one that we have."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from variorum.ingest.items import Item
from variorum.ingest.page import Page
from variorum.ingest.reading import page_id, read_page
from variorum.live.fetching import Fetched
from variorum.live.pages import canonical_of, item_of, normalised, substance_of
from variorum.record.failure import Failure
from variorum.record.watched import Watched, version_of, version_source


class Placed(NamedTuple):
    """Where a fetched page belongs.

    `item` is what the pipeline is to take, None if it has it already; `number` is the version that
    the item is, 0 if there is none; `watched` is its address with what is known of it now.
    """

    watched: Watched
    item: Item | Failure | None
    number: int


class _Latest(NamedTuple):
    number: int
    page: str
    substance: str | None


class Places:
    """The pages in a store, by address, and the latest version of each.

    `sources`: the page that each source gave; `page_of`: a page as it was read into the store, None
    if it is not there; `watched`: all that is known of addresses.
    """

    def __init__(
        self,
        sources: dict[str, str],
        page_of: Callable[[str], Page | None],
        watched: Iterable[Watched],
    ) -> None:
        self._page_of = page_of
        self._latest: dict[str, _Latest] = {}
        for source, page in sources.items():
            address, number = version_of(source)
            if address not in self._latest or self._latest[address].number < number:
                self._latest[address] = _Latest(number, page, None)
        self._owners = {
            one.source: one.address for one in watched if one.source and one.follows is None
        }

    def place(self, watched: Watched, fetched: Fetched, now: float) -> Placed:
        """Where a page belongs, which was fetched from an address that is watched."""
        found = item_of(fetched, watched.address, now)
        if isinstance(found, Failure):
            return Placed(watched, found, 0)
        page = read_page(found)
        if isinstance(page, Failure):
            return Placed(watched, page, 0)
        substance = substance_of(page)
        own = self._own_address(watched, fetched, substance, page.id)
        owner = self._owners.setdefault(own, watched.address)
        follows = None if owner == watched.address else owner
        watched = msgspec.structs.replace(watched, source=own, follows=follows)
        if follows or self._is_latest(own, substance, page.id):
            return Placed(watched, None, 0)
        before = self._latest.get(own)
        number = before.number + 1 if before else 1
        self._latest[own] = _Latest(number, page_id(found.data), substance)
        source = version_source(own, number)
        return Placed(watched, msgspec.structs.replace(found, source=source, url=own), number)

    def _own_address(self, watched: Watched, fetched: Fetched, substance: str, page: str) -> str:
        """The address that a page is known by: its canonical one, unless another page has that."""
        if watched.source:
            return watched.source
        canonical = canonical_of(fetched)
        if self._is_free(canonical, watched) or self._is_latest(canonical, substance, page):
            return canonical
        final = normalised(fetched.address)
        return final if self._is_free(final, watched) else watched.address

    def _is_free(self, address: str, watched: Watched) -> bool:
        return self._owners.get(address, watched.address) == watched.address

    def _is_latest(self, address: str, substance: str, page: str) -> bool:
        """Whether a page says what the latest version at an address says."""
        latest = self._latest.get(address)
        if latest is None:
            return False
        if latest.page == page:
            return True
        if latest.substance is None:
            kept = self._page_of(latest.page)
            latest = latest._replace(substance=substance_of(kept) if kept else "")
            self._latest[address] = latest
        return latest.substance == substance
