"""Statements: one utterance of one speaker, in however many articles and wordings."""

from typing import Literal

import msgspec

from variorum.record.when import When

VariantKind = Literal["identical", "truncated", "reworded", "paraphrased"]


class Variant(msgspec.Struct, frozen=True, gc=False):
    """A quotation of a statement, held against the statement's fullest wording.

    identical: the same words but for punctuation and capitals; truncated: a part of them;
    reworded: other words between marks, another translation say; paraphrased: reported
    without marks.
    """

    quotation: str
    kind: VariantKind


class Statement(msgspec.Struct, frozen=True, gc=False):
    """One utterance.

    - `text`: its fullest wording, as printed; `speaker`: an entity, null if it is not known;
    - `said`: when, `venue`: where or in which medium; null if no article tells;
    - `quotations`: all quotations of it, by id; `articles`: those that have them;
    - `variants`: how each quotation's wording differs from `text`;
    - `confidence` from 0 to 1; `reasons`: why the quotations are held for one utterance;
    - `corrections`: by their ids those of a person that made it what it is.
    """

    id: str
    speaker: str | None
    speaker_name: str | None
    text: str
    said: When | None
    venue: str | None
    quotations: tuple[str, ...]
    articles: tuple[str, ...]
    variants: tuple[Variant, ...]
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    maker: str = ""
    corrections: tuple[str, ...] = ()
