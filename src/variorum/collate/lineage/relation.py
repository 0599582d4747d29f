"""Decides what two articles have to do with each other, from what they share.

The limits were set on half of the pairs of Helsinki coverage that were read by hand
(see docs/evaluation.md) and on the training half of the derivation benchmark.
"""

from typing import Final, NamedTuple

from rapidfuzz.fuzz import token_set_ratio

from variorum.collate.lineage.provenance import Provenance, are_versions
from variorum.collate.reuse.overlap import Overlap, Side
from variorum.record.lineage import PairRelation

LEAST_WEIGHT: Final = 9.0
LEAST_RUN: Final = 6.0
"""Shared narrative (names and stock phrases counted less), and the longest unbroken run of it,
from which text is reuse. Of 80 hand-read pairs that share nothing but quotations 79 lie below,
of 83 with reused text 81 above."""

LEAST_QUOTED: Final = 8
"""Shared words of quotation from which two independent reports are worth naming."""

COPY_SHARE: Final = 0.88
COPY_REWORDED: Final = 0.006
COPY_OWN: Final = 0.1
COPY_LEFT_OUT: Final = 0.2
COPY_NEW_LEAD: Final = 20
COPY_LEAD: Final = 0.6
"""A copy has nearly all its words from the other text, rewords next to none (spelling aside), adds
little of its own inside, leaves out little between its first and last words, and misses no lead
of the other."""

SAME_STORY_SHARE: Final = 0.42
SAME_STORY_WEIGHT: Final = 55.0
"""One text reworked, not passages of it in another: one side mostly stands in the other."""

BOTH_SHARE: Final = 0.1
STATES_WEIGHT: Final = 75.0
REWRITE_WEIGHT: Final = 45.0
REWRITE_SPREAD: Final = 0.36
"""Less is enough on both sides if the two name one agency or author (successive states of one
agency story may agree in a tenth), or if it is spread over many paragraphs of one (who takes in
passages of another's text takes a few paragraphs, who rewrites goes through it all)."""

SAME_TITLE: Final = 88
TITLE_WORDS: Final = 4
"""Likeness (0 to 100) of two headlines of this many words from which they are one."""


class RelationDecision(NamedTuple):
    """The relation of a pair and how sure it is (0 to 1), with the evidence in words.

    `are_versions`: one outlet's page said both, at two times.
    """

    relation: PairRelation
    confidence: float
    reasons: tuple[str, ...]
    are_versions: bool = False


def decide_relation(overlap: Overlap, a: Provenance, b: Provenance) -> RelationDecision | None:
    """What two articles have to do with each other; None if what they share is chance."""
    if are_versions(a, b):
        reason = f"{a.name} said both on one page, at two times"
        relation: PairRelation = "copy" if _is_copy(overlap) else "edited"
        return RelationDecision(
            relation, 0.99, (reason, _how_much(overlap, a, b)), are_versions=True
        )
    if overlap.weight < LEAST_WEIGHT or overlap.longest < LEAST_RUN:
        return _quotes_only(overlap)
    confidence = min(0.99, 0.6 + overlap.weight / 150)
    shared = f"{overlap.side_a.shared_narrative} words outside quotations agree"
    if _is_copy(overlap):
        return RelationDecision("copy", confidence, (shared, _how_much(overlap, a, b)))
    if a.is_running != b.is_running:
        reason = (
            f"{(a if a.is_running else b).name} is a running file of updates, the other one story"
        )
        return RelationDecision("partial", confidence, (shared, reason))
    if _is_same_story(overlap, a, b):
        return RelationDecision("edited", confidence, (shared, _how_much(overlap, a, b)))
    return RelationDecision("partial", confidence, (shared, _how_much(overlap, a, b)))


def _quotes_only(overlap: Overlap) -> RelationDecision | None:
    quoted = overlap.side_a.shared - overlap.side_a.shared_narrative
    if quoted < LEAST_QUOTED:
        return None
    reason = f"{quoted} words of quotation agree, but no sentence around them"
    return RelationDecision("quotes_only", min(0.95, 0.6 + quoted / 100), (reason,))


def _is_copy(overlap: Overlap) -> bool:
    if _substantive(overlap) > COPY_REWORDED or overlap.moved > COPY_OWN:
        return False
    return _is_taken_whole(overlap.side_a, overlap.side_b) or _is_taken_whole(
        overlap.side_b, overlap.side_a
    )


def _is_taken_whole(copy: Side, other: Side) -> bool:
    """All of `copy` stands in `other`, which goes on longer at the end, if at all."""
    extent = other.words - other.before - other.after
    return (
        copy.shared >= COPY_SHARE * copy.words
        and copy.between <= COPY_OWN * copy.words
        and other.between <= COPY_LEFT_OUT * extent
        and other.before <= COPY_NEW_LEAD
        and other.lead >= COPY_LEAD
    )


def _is_same_story(overlap: Overlap, a: Provenance, b: Provenance) -> bool:
    least, most = sorted(map(_narrative_share, (overlap.side_a, overlap.side_b)))
    if _same_title(a, b) or (most >= SAME_STORY_SHARE and overlap.weight >= SAME_STORY_WEIGHT):
        return True
    if least < BOTH_SHARE:
        return False
    if set(a.origins) & set(b.origins) or set(a.authors) & set(b.authors):
        return overlap.weight >= STATES_WEIGHT
    spread = max(overlap.side_a.spread, overlap.side_b.spread)
    return overlap.weight >= REWRITE_WEIGHT and spread >= REWRITE_SPREAD


def _substantive(overlap: Overlap) -> float:
    """The share of reworded words, spelling and the like aside."""
    return overlap.reworded * (1 - overlap.restyled)


def _same_title(a: Provenance, b: Provenance) -> bool:
    if not a.title or not b.title or min(len(a.title.split()), len(b.title.split())) < TITLE_WORDS:
        return False
    return token_set_ratio(a.title, b.title) >= SAME_TITLE


def _share(side: Side) -> float:
    return side.shared / side.words


def _narrative_share(side: Side) -> float:
    return side.shared_narrative / max(side.narrative, 1)


def _how_much(overlap: Overlap, a: Provenance, b: Provenance) -> str:
    share_a, share_b = _share(overlap.side_a), _share(overlap.side_b)
    return f"{share_a:.0%} of {a.name} and {share_b:.0%} of {b.name} stand in both"
