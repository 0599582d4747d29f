"""A place where a text names a day, before it is known which day that is."""

from typing import Literal

import msgspec

Tense = Literal["past", "future", "unknown"]


class DayReference(msgspec.Struct, frozen=True, gc=False):
    """A day named in a body: "on Wednesday", "Feb. 18", "January 29, 2025".

    - `start`, `end`: its characters in the article's text;
    - `weekday`: 0 for Monday to 6 for Sunday; `year`, `month`, `day`: as far as stated;
    - `tense`: whether the words around it speak of what was or of what is to come;
    - `context`: the names and longer words around it, folded, each once, sorted: two
      references to one day mostly share them.
    """

    start: int
    end: int
    tense: Tense
    context: tuple[str, ...]
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
