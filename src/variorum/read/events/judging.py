"""What comes of a status when a word above it in the sentence bears on it."""

from typing import Final, NamedTuple

from variorum.record.event import Status


class Judgement(NamedTuple):
    """A status, the words that show it as a sentence, and how sure it is (0 to 1).

    `told`: whether words of the sentence show it, so that it is no mere default.
    """

    status: Status
    reason: str
    sure: float = 0.8
    told: bool = True


_REASONS: Final[dict[str, str]] = {
    "planned": "makes it a plan",
    "hypothetical": "makes it a possibility",
    "cancelled": "calls it off",
    "denied": "says that it is not so",
    "ongoing": "says that it goes on",
    "happened": "says that it took place",
}

_WHEN_DENIED: Final[dict[str, Status]] = {
    "planned": "denied",
    "hypothetical": "hypothetical",
    "cancelled": "planned",
    "denied": "hypothetical",
    "ongoing": "denied",
    "happened": "denied",
}
"""What a cue's effect comes to when the cue is negated: "did not cancel" leaves a plan."""

_WHEN_POSSIBLE: Final[dict[str, Status]] = {
    "planned": "hypothetical",
    "hypothetical": "hypothetical",
    "cancelled": "planned",
    "denied": "hypothetical",
    "ongoing": "hypothetical",
    "happened": "hypothetical",
}


def reason_of(word: str, status: str) -> str:
    """A sentence that tells what a word makes of an event."""
    return f'"{word}" {_REASONS[status]}'


def told_by(word: str, status: Status, sure: float = 0.85) -> Judgement:
    """A judgement that one word shows."""
    return Judgement(status, reason_of(word, status), sure)


def compose(effect: str, word: str, above: Judgement) -> Judgement:
    """What a cue makes of an event, given what the sentence makes of the cue itself.

    `effect`: as `data/cues.tsv` names it, but `fact` and `carry`; `word`: the cue as printed.
    """
    if above.status == "denied":
        status = _WHEN_DENIED[effect]
    elif above.status == "hypothetical":
        status = _WHEN_POSSIBLE[effect]
    elif above.status == "cancelled" and effect in ("planned", "happened", "ongoing"):
        status = "cancelled"
    elif above.status == "planned" and effect in ("happened", "ongoing"):
        status = "planned"
    else:
        status = effect  # type: ignore[assignment]
    if status == effect:
        return told_by(word, status)
    both = f"{reason_of(word, effect)}, but: {above.reason}"
    return Judgement(status, both, above.sure - 0.1)
