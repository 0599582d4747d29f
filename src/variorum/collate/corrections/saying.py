"""What a correction did, as a sentence among the reasons of what it is about."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from variorum.record.correction import Correction

_DONE = {
    "join": "Joined",
    "split": "Split",
    "speaker": "Speaker corrected",
    "date": "Date corrected",
    "status": "Status corrected",
}


def sentence(one: Correction) -> str:
    """What was done, by whom and on which day: "Joined by Anna on 3 Mar 2031 (cor1-…)"."""
    day = datetime.fromisoformat(one.made)
    return f"{_DONE[one.kind]} by {one.author} on {day.day} {day:%b %Y} ({one.id})"


def sentences(ids: Iterable[str], corrections: Mapping[str, Correction]) -> tuple[str, ...]:
    """The sentences of some corrections."""
    return tuple(sentence(corrections[one]) for one in ids)
