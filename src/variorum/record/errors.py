"""The one family of errors that Variorum raises on purpose.

Every error says what went wrong, with which item, and what to do next. A bad
input among many is not an error but a `Failure` row (see `record.failure`).
"""


class VariorumError(Exception):
    """Root of all errors. `what` names the fault and the item, `next_step` the way out."""

    def __init__(self, what: str, next_step: str) -> None:
        super().__init__(what, next_step)
        self.what = what
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.what}. {self.next_step}"


class SpanError(VariorumError):
    """A span does not fit the text it is said to point into."""


class InputError(VariorumError):
    """A path, option or value that a person gave cannot be used."""


class StoreError(VariorumError):
    """A store cannot be opened, is of another version, or breaks its own rules."""


class StoreBusyError(StoreError):
    """Another process is writing to the store."""


class EngineError(VariorumError):
    """The engine refused a table or a query."""
