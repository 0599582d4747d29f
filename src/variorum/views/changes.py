"""What an edit does, as a reader is shown it: the kinds, and words that take sides told apart."""

from typing import Final, Literal

import msgspec

from variorum.compare.wordings import MOST_WORDS, kind_of_wording
from variorum.compare.words import folded_words
from variorum.record.reuse import EditKind

ShownKind = Literal[
    "qualifier", "loaded", "attribution", "number", "name", "tense", "wording", "style", "passage"
]
"""The kinds of `Edit`, and `loaded`: a word that takes sides came or went."""


class KindOfChange(msgspec.Struct, frozen=True):
    """A kind of change, and how a legend names it."""

    kind: ShownKind
    label: str


KINDS_OF_CHANGE: Final = (
    KindOfChange("qualifier", "Qualifier"),
    KindOfChange("loaded", "Loaded word"),
    KindOfChange("attribution", "Who says so"),
    KindOfChange("number", "Number"),
    KindOfChange("name", "Name"),
    KindOfChange("wording", "Other words"),
    KindOfChange("tense", "Tense"),
    KindOfChange("style", "Spelling and style"),
    KindOfChange("passage", "Passage only here"),
)
"""In the order in which a reader is shown them, the most telling first."""

RANKS: Final = {one.kind: rank for rank, one in enumerate(KINDS_OF_CHANGE)}


def shown_kind(kind: EditKind, before: str, after: str) -> ShownKind:
    """The kind of an edit that a reader is shown. `before`, `after`: the words on both sides."""
    is_verb_of_saying = kind == "attribution" and before and after
    if not (is_verb_of_saying or (kind == "wording" and (before or after))):
        return kind
    if max(len(folded_words(side)) for side in (before, after)) > MOST_WORDS:
        return kind
    return "loaded" if kind_of_wording(before, after, kind) == "loaded" else kind
