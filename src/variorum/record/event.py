"""Events: what happened, goes on, is planned, was put off, is denied or only supposed."""

from typing import Literal

import msgspec

from variorum.record.span import Span, check_range
from variorum.record.when import When

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
]  # fmt: skip
"""The sixteen types of PLOVER (Halterman et al., 2023), and OTHER for what it does not hold."""

Status = Literal["happened", "ongoing", "planned", "cancelled", "denied", "hypothetical"]

Role = Literal["source", "target", "party"]
"""PLOVER's source (who does it) and target (to whom); a party of what several do together."""


class Participant(msgspec.Struct, frozen=True, gc=False):
    """Who takes part: an entity if it is known whom the words mean, and its name as read."""

    entity: str | None
    name: str
    role: Role


class EventMention(msgspec.Struct, frozen=True, gc=False):
    """One place where an article tells of an event.

    - `start`, `end`: the words that name it ("phone call", "met");
    - `label`: those words in their plain form ("phone call", "meet");
    - `place`: where, as printed; `place_entity` the entity;
    - `when`: the interval in which it lies, null if that cannot be told; `at` the time
      expression that tells it;
    - `quotation`: the id of the quotation in whose content it stands, if any;
    - `confidence` from 0 to 1, that it is an event with this status; `reasons`: sentences a
      reader can check.
    """

    start: int
    end: int
    label: str
    type: EventType
    status: Status
    participants: tuple[Participant, ...] = ()
    place: str | None = None
    place_entity: str | None = None
    when: When | None = None
    at: Span | None = None
    quotation: str | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_range("An event mention", self.start, self.end)


class StatusReport(msgspec.Struct, frozen=True, gc=False):
    """What an article made of an event, as of its publication."""

    status: Status
    as_of: When | None
    article: str


class EventPlace(msgspec.Struct, frozen=True, gc=False):
    """Where an article tells of an event, and with what status."""

    article: str
    start: int
    end: int
    status: Status


class Event(msgspec.Struct, frozen=True, gc=False):
    """One event, in however many articles.

    - `label`: words of an article that name it; `type`: of PLOVER;
    - `when`: the interval in which it lies; null if none tells;
    - `status`: as the latest and best reports have it; `status_history`: what each article
      made of it, in order of publication;
    - `mentions`: where it is told of. `confidence` from 0 to 1; `reasons`: why the mentions
      are held for one event; `corrections`: by their ids those of a person that made it what
      it is.
    """

    id: str
    label: str
    type: EventType
    participants: tuple[Participant, ...]
    place: str | None
    when: When | None
    status: Status
    status_history: tuple[StatusReport, ...]
    mentions: tuple[EventPlace, ...]
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    maker: str = ""
    corrections: tuple[str, ...] = ()
