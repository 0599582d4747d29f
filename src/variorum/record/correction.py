"""Corrections: what a person knows better than the machine, as edges that are never overwritten."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final, Literal, NamedTuple, Self, get_args

import msgspec
from msgspec.structs import asdict, replace

from variorum.record.errors import InputError
from variorum.record.event import Status
from variorum.record.identity import identify
from variorum.record.when import Grain, When, first_day, last_day

CorrectionKind = Literal["join", "split", "speaker", "date", "status"]
CorrectedNoun = Literal["article", "entity", "event", "statement", "story"]

ALLOWED: Final[dict[CorrectionKind, tuple[CorrectedNoun, ...]]] = {
    "join": ("statement", "entity", "event", "story"),
    "split": ("statement", "entity", "event", "story"),
    "speaker": ("statement",),
    "date": ("statement", "event", "article"),
    "status": ("event",),
}
"""What can be corrected in which noun."""

LONGEST_AUTHOR: Final = 120
LONGEST_VALUE: Final = 300
"""Characters of an author's name, and of a value, at most."""


class Undone(msgspec.Struct, frozen=True, order=True):
    """By whom, and when (ISO 8601, UTC), a correction was taken back."""

    made: str
    author: str

    def __post_init__(self) -> None:
        _check_hand(self.author, self.made)


class Correction(msgspec.Struct, frozen=True):
    """One correction by a person.

    - `subjects`, `others`: what it is about, as base units that stay the same when articles are
      added: a statement's quotations and an entity's entities in single articles by their ids,
      an event's mentions as `article:start-end` (`unit_of`), a story's articles by their ids.
    - join: what has the `subjects` and what has the `others` is one thing;
    - split: the `subjects` are another thing than the `others`;
    - speaker: who said the `subjects`: `value` is the name, `others` are entities of articles that
      mean them; an empty `value`: it is not known who;
    - date: `value` is a day, month or year, or two of them with a slash between; empty: unknown;
    - status: `value` is a status of an event;
    - `author`, `made`: by whom and when (ISO 8601, UTC); `undone`: when it was taken back, if so.

    `id` is a hash of all but `undone`. Raises `InputError` for what is no correction.
    """

    id: str
    kind: CorrectionKind
    noun: CorrectedNoun
    subjects: tuple[str, ...]
    others: tuple[str, ...]
    value: str
    author: str
    made: str
    undone: Undone | None = None

    def __post_init__(self) -> None:
        if self.noun not in ALLOWED[self.kind]:
            raise _refused(f"The {self.kind} of a {self.noun} cannot be corrected")
        if not self.subjects:
            raise _refused("A correction is about nothing")
        if self.kind in ("join", "split"):
            _check_sides(self.subjects, self.others)
        if self.kind == "date":
            parse_days(self.value)
        if self.kind == "status" and self.value not in get_args(Status):
            raise _refused(f"{self.value!r} is no status")
        if len(self.value) > LONGEST_VALUE:
            raise _refused(f"A value is longer than {LONGEST_VALUE} characters")
        _check_hand(self.author, self.made)

    @property
    def content_id(self) -> str:
        """The id that its content has; another than `id` if it was tampered with."""
        told = {name: one for name, one in asdict(self).items() if name not in ("id", "undone")}
        return identify("correction", *told.values())

    @property
    def order(self) -> tuple[str, str]:
        """Later corrections count more than earlier ones."""
        return self.made, self.id

    def undo(self, author: str, made: str | None = None) -> Self:
        """The correction, taken back; one that was taken back before stays as it is."""
        return self if self.undone else replace(self, undone=Undone(made or now(), author))


class Sides(NamedTuple):
    """The base units that a correction is about: see `Correction`."""

    subjects: Iterable[str]
    others: Iterable[str] = ()


def make_correction(
    kind: CorrectionKind,
    noun: CorrectedNoun,
    sides: Sides,
    author: str,
    value: str = "",
    made: str | None = None,
) -> Correction:
    """A correction with its id. `made`: now, if it is not given."""
    one = Correction(
        "",
        kind,
        noun,
        tuple(sorted(set(sides.subjects))),
        tuple(sorted(set(sides.others))),
        " ".join(value.split()),
        " ".join(author.split()),
        made or now(),
    )
    return replace(one, id=one.content_id)


def merged(one: Correction, other: Correction) -> Correction:
    """Two copies of one correction as one: taken back if either was, at the earlier time."""
    undone = [each.undone for each in (one, other) if each.undone]
    return replace(one, undone=min(undone, default=None))


def now() -> str:
    """The present moment in UTC, to the microsecond, so that two corrections have an order."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def unit_of(article: str, start: int, end: int) -> str:
    """A mention of an event as a base unit."""
    return f"{article}:{start}-{end}"


_GRAINS: Final[tuple[Grain, ...]] = ("year", "month", "day")
_DAY: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def parse_days(value: str) -> When | None:
    """The interval that a corrected date gives; null for an empty one. Raises `InputError`.

    Its basis is metadata: data given beside the text, here by a person.
    """
    if not value:
        return None
    earliest, slash, latest = value.partition("/")
    latest = latest if slash else earliest
    try:
        are_days = _DAY.fullmatch(earliest) and _DAY.fullmatch(latest)
        is_interval = bool(are_days) and first_day(earliest) <= last_day(latest)
    except ValueError:
        is_interval = False  # a thirtieth of February
    if not is_interval:
        raise _refused(f"{value!r} is no date")
    return When(earliest, latest, _GRAINS[earliest.count("-")], "metadata")


def _check_sides(subjects: tuple[str, ...], others: tuple[str, ...]) -> None:
    if not others or set(subjects) & set(others):
        raise _refused("A correction joins or splits what is one already, or has one side only")


def _check_hand(author: str, made: str) -> None:
    if not author.strip() or len(author) > LONGEST_AUTHOR or not author.isprintable():
        raise _refused(f"{author[:40]!r} is no name of an author")
    try:
        is_absolute = datetime.fromisoformat(made).tzinfo is not None
    except ValueError:
        is_absolute = False
    if not is_absolute or not made.endswith("Z"):
        raise _refused(f"{made!r} is no time in UTC")


def _refused(what: str) -> InputError:
    return InputError(what, "Correct it and try again")
