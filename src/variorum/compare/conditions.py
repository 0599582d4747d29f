"""Edits that drop or add the condition on which something is to be: "provided that", "unless"."""

import re
from typing import Final

from variorum.compare.edited import Difference, Side
from variorum.compare.words import first_words, folded_words, last_words, sentence_at, with_context

LONGEST: Final = 30
"""Words of a condition, at most."""

CONNECTORS: Final = (
    r"unless|provided(?: that)?|providing|on condition that|as long as|so long as|"
    r"in exchange for|in return for"
)
"""What leads to a condition, beside "if"."""

_CONDITION: Final = re.compile(
    rf"[\s,]*(?:but |and )?(?:only )?(?:if|{CONNECTORS})\s", re.IGNORECASE
)
CONDITIONAL: Final = re.compile(
    r"\b(?:if|unless|provided|providing|condition|as long as|in exchange|in return|should|only|"
    r"once|until|when|whether)\b",
    re.IGNORECASE,
)


def condition_difference(a: Side, b: Side) -> Difference | None:
    """A condition at the end of a sentence that stands on one side only."""
    if _is_condition(b) and not _is_condition(a):
        back = condition_difference(b, a)
        return back and back._replace(
            a=back.b, b=back.a, value_a=back.value_b, value_b=back.value_a
        )
    if not _is_condition(a) or len(folded_words(b.words)) > 1:
        return None
    sentences = [side.text[slice(*_bounds(side))] for side in (a, b)]
    if CONDITIONAL.search(sentences[1]) or not _begins_alike(a, b):
        return None
    return Difference(
        "wording", a.span, with_context(b.text, b.span, CONTEXT), "on a condition",
        "without it", 0.75, "Only one side has the condition",
    )  # fmt: skip


CONTEXT: Final = 6
"""Words shown around the place where the condition is missing."""


def _bounds(side: Side) -> tuple[int, int]:
    sentence = sentence_at(side.text, side.span)
    return sentence.start, sentence.end


def _is_condition(side: Side) -> bool:
    if not 4 <= len(folded_words(side.words)) <= LONGEST:
        return False
    if _CONDITION.match(side.text, side.span.start, side.span.end) is None:
        return False
    after = side.text[side.span.end : side.span.end + 2].lstrip('"”’ ')
    return after[:1] in (".", "", "\n") or side.words.rstrip('"”’ ').endswith(".")


def _begins_alike(a: Side, b: Side) -> bool:
    """Whether the four words before the place are the same, and it ends the sentence."""
    heads = [
        [word.folded for word in last_words(side.text, _bounds(side)[0], side.span.start, ALIKE)]
        for side in (a, b)
    ]
    rest = first_words(b.text, b.span.end, sentence_at(b.text, b.span).end, 1)
    return len(heads[0]) == ALIKE and heads[0] == heads[1] and not rest


ALIKE: Final = 4
"""Words before a condition that both texts must have."""
