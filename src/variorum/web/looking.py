"""When a reader last looked, as their own browser keeps it: no account, and nobody is followed.

The cookie of a store holds three times and nothing else: `since`, when the last articles had come
that the reader knew as this visit began; `seen`, when those had come that the latest page showed;
and when that page was asked for. A visit ends with half an hour in which no page is asked for. Who
opens the page of changes has seen them.
"""

import re
import time
from collections.abc import Callable
from hashlib import sha256
from typing import Final, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from variorum.store.naming import StoreName
from variorum.views.page import Query
from variorum.views.since import known_moment

VISIT: Final = 1800.0
"""Seconds without a page after which a visit is over."""

YEAR: Final = 365 * 24 * 3600

_MOMENT: Final = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
_TOLD: Final = re.compile(rf"({_MOMENT})_({_MOMENT})_(\d{{1,12}})")


class Look(NamedTuple):
    """What a reader knew as the visit began, and knows now: moments (`record.moment`)."""

    since: str
    seen: str

    def asked_for(self, query: Query) -> str | None:
        """Since when the reader is to be told of changes on a page that tells of them.

        None if the reader knows all, or the page does not tell, or is asked for another time.
        """
        tells = getattr(query, "since", "") is None
        return self.since if tells and self.since < self.seen else None

    def after(self, query: Query) -> "Look":
        """What a reader knows who has been shown the page of changes: all, if it told all."""
        told = known_moment(getattr(query, "since", None))
        is_all = told is None or told <= self.since
        return Look(self.seen, self.seen) if is_all else self


class Looking:
    """Tells what readers of one store knew, by the cookies that they bring."""

    def __init__(self, store: StoreName, clock: Callable[[], float] = time.time) -> None:
        # Cookies are the host's, whatever the port: those of two stores must not be mixed up.
        place = store.path.absolute() if store.path else store
        mark = sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        self._name = f"variorum-seen-{mark}"
        self._clock = clock

    def look(self, request: Request, latest: str) -> Look:
        """What a reader knew before, who is now shown what came up to `latest`.

        Who comes for the first time knows all that is there.
        """
        told = _TOLD.fullmatch(request.cookies.get(self._name, ""))
        if told is None:
            return Look(latest, latest)
        since, seen, asked = told[1], told[2], int(told[3])
        is_over = not 0 <= self._clock() - asked <= VISIT
        return Look(min(seen if is_over else since, latest), latest)

    def remember(self, answer: Response, look: Look) -> None:
        """Have the reader's browser bring back what it knows now."""
        told = f"{look.since}_{look.seen}_{int(self._clock())}"
        answer.set_cookie(self._name, told, max_age=YEAR, httponly=True, samesite="strict")
