"""Where links lead within one file: to anchors of what is in it."""

import re
from collections import defaultdict
from hashlib import sha256
from typing import Final, NamedTuple

from variorum.views.page import Page
from variorum.views.pages import PAGES

_FIELD: Final = re.compile(r"{(\w+)}")
_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]{1,80}")
_BY_NAME: Final = {page.name: page for page in PAGES}

UNASKED: Final = frozenset({"search"})
"""Pages that a file does not have: they answer what a reader types."""


class Target(NamedTuple):
    """A page as it can be asked for within a file: its name, and the fields of its query."""

    name: str
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def page(self) -> Page:
        """The page."""
        return _BY_NAME[self.name]

    @property
    def anchor(self) -> str:
        """The id of its element in the file."""
        asked = dict(self.asked)
        part = asked.pop("page", "")
        values = list(asked.values())
        if not all(_PLAIN.fullmatch(one) for one in values):
            values = [self.name, sha256("\0".join(values).encode("utf-8", "replace")).hexdigest()]
        if len(values) != 1:
            values = [self.name, *values]
        return "-".join(values) + (f"-part-{part}" if part else "")

    @property
    def turned(self) -> "Target":
        """The same two things in the other order, for a page that compares them."""
        asked = dict(self.asked)
        if asked.keys() != {"one", "other"}:
            return self
        return Target(self.name, (("one", asked["other"]), ("other", asked["one"])))


def target_of(name: str, query: dict[str, object]) -> Target | None:
    """What a link asks for; None for what no file has: filtered lists, and answers to questions.

    A file is of the whole record: within the view of one story, links lead to what it tells of
    all of them.
    """
    page = _BY_NAME.get(name)
    if page is None or name in UNASKED:
        return None
    asked = {key: str(value) for key, value in query.items() if value not in (None, "")}
    if asked.get("page") in ("0", "1"):
        del asked["page"]
    needed = _FIELD.findall(page.path)
    if name != "story":
        asked.pop("story", None)
    known = {*needed, "page"} | ({"story"} if name == "story" else set())
    if not needed and "page" in asked and "story" in asked:
        return None
    if not set(needed) <= asked.keys() <= known:
        return None
    return Target(name, tuple(sorted(asked.items())))


class Wishes:
    """Links (see `views.links.Links`) that lead everywhere, and note what they were asked for."""

    def __init__(self) -> None:
        self.wanted: dict[Target, None] = {}

    def page(self, name: str, **query: object) -> str | None:
        """The anchor of a page, which is noted."""
        target = target_of(name, query)
        if target is None:
            return None
        self.wanted[target] = None
        return f"#{target.anchor}"

    def words(self, article: str, start: int, end: int) -> str | None:  # noqa: ARG002 (protocol)
        """The anchor of words; their article is noted."""
        return self.page("article", article=article)


class Anchors:
    """Links to what is in the file.

    `texts`: for each article whose text is in it, in order, up to which character.
    """

    def __init__(self, targets: frozenset[Target], texts: dict[str, int]) -> None:
        self._targets = targets
        self._texts = texts
        self._numbers = {article: number for number, article in enumerate(texts, start=1)}
        self.places: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)

    def page(self, name: str, **query: object) -> str | None:
        """The anchor of a page, if it is in the file."""
        target = target_of(name, query)
        ways = (target, target.turned) if target else ()
        return next((f"#{one.anchor}" for one in ways if one in self._targets), None)

    def words(self, article: str, start: int, end: int) -> str | None:
        """The anchor of words, if their text is in the file; their place is noted in `places`."""
        if not 0 <= start < min(end, self._texts.get(article, 0)):
            return None
        name = f"w{self._numbers[article]}-{start}-{end}"
        self.places[article][name] = start, end
        return f"#{name}"
