"""How far a run is."""

from typing import Protocol


class Progress(Protocol):
    """Told how far a run is, for a person who waits."""

    def stage(self, name: str, total: int | None) -> None:
        """A stage begins; `total` steps are to come, if that is known."""

    def advance(self, steps: int = 1) -> None:
        """Some steps of the stage are done."""


class Silent:
    """Progress for nobody."""

    def stage(self, name: str, total: int | None) -> None:
        """See `Progress.stage`."""

    def advance(self, steps: int = 1) -> None:
        """See `Progress.advance`."""
