"""An input that could not be used: a row in the record, never the end of a run."""

from typing import Literal

import msgspec

FailureCode = Literal[
    "empty",
    "binary",
    "unreadable",
    "truncated",
    "too_large",
    "no_text",
    "not_an_article",
    "unsupported",
    "language",
    "unreachable",
    "refused",
    "internal",
]


class Failure(msgspec.Struct, frozen=True, gc=False, order=True):
    """Why one source gave no article or was not read further, and what a person can do about it.

    `source` is the path (with the line, for JSON Lines) as given; `stage` the
    room that gave up; `code` the kind of fault; `message` and `next_step` are
    sentences for a person.
    """

    source: str
    stage: str
    code: FailureCode
    message: str
    next_step: str
