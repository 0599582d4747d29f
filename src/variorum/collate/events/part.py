"""What one side of two tellings says of whether they are of one event."""

from typing import NamedTuple


class Part(NamedTuple):
    """What one side of two tellings says, and whether it excludes that they are of one event."""

    points: float
    reason: str = ""
    clash: bool = False
