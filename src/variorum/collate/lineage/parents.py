"""Where one article's text came from: candidates, score with reasons, decision.

The candidates are the articles that carry the same text and the dispatch of the agency
that they credit, which is rarely in hand. An outlet prints what the agency sent; that
another outlet printed it earlier does not make it the source. So a credit weighs most,
then edits that only two articles share, then time.
"""

from typing import Final, Literal, NamedTuple

from variorum.collate.lineage.families import Family, is_outlet
from variorum.collate.lineage.precedence import SURE_ENOUGH

NAMED: Final = 6.0
"""The article names the candidate's outlet as the origin of its text."""

OWN_PAGE: Final = 4.4
"""The candidate is the agency's, or the syndicating outlet's, own page."""

SAME_EDITS: Final = 3.2
SAME_EDITS_MOST: Final = 2.5
"""The two share rewordings that no other carrier of the text has; more, if they are many."""

OLDER: Final = 1.5
OLDER_UNSIGNED: Final = 0.8
"""The candidate is known to be older, and is signed by an author of its own, or by nobody: two
outlets that print one unsigned text mostly have it from a third, whatever the hour."""

DISPATCH_CREDITED: Final = 5.0
DISPATCH_OF_FAMILY: Final = 3.0
DISPATCH_UNNAMED: Final = 1.0
"""The article credits the agency itself; only others do that carry the text; nobody does."""

OF_ONE_PAGE: Final = 0.98
"""How sure it is that a rewritten page was made from what it said before."""

LEAST_SAME_EDITS: Final = 0.008
MANY_SAME_EDITS: Final = 0.06
"""How much closer two articles must be to each other than to the rest, in reworded words."""

MUCH_REWORDED: Final = 0.05
"""Reworded words from which one credited text is enough to show that two others were edited."""

SAME_LEAD: Final = 0.4
"""A version whose lead does not stand in the others is the agency's update, no outlet's edit."""


class Parent(NamedTuple):
    """Where a text came from: an article, the family's dispatch, or nowhere (it is a root).

    `confidence` from 0 to 1; the reasons are for a person.
    """

    kind: Literal["article", "dispatch", "none"]
    article: str | None
    confidence: float
    reasons: tuple[str, ...]


class _Candidate(NamedTuple):
    score: float
    kind: Literal["article", "dispatch", "none"]
    article: str | None
    reasons: tuple[str, ...]


def find_parent(family: Family, member: str) -> Parent:
    """The likeliest source of a member's text."""
    before = family.earlier_version(member)
    if before:
        reason = f"it is what {family.provenances[member].name} said on the same page before"
        return Parent("article", before, OF_ONE_PAGE, (reason,))
    candidates = [_dispatch(family, member)]
    candidates += [
        found for other in family.relatives(member) if (found := _article(family, other, member))
    ]
    ranked = sorted(candidates, key=lambda one: (-round(one.score, 6), one.article or ""))
    best = ranked[0]
    margin = best.score - (ranked[1].score if len(ranked) > 1 else 0)
    confidence = min(0.95, 0.5 + min(margin, 2.5) * 0.1 + min(best.score, 5) * 0.04)
    return Parent(best.kind, best.article, round(confidence, 2), best.reasons)


def _dispatch(family: Family, member: str) -> _Candidate:
    """What speaks for the agency's text as it was sent, or as its own page has it."""
    name = family.provenances[member].name
    source = family.source
    if source == member:
        return _Candidate(NAMED, "none", None, (f"it is {family.agency}'s own page",))
    if source:
        return _Candidate(
            DISPATCH_OF_FAMILY, "article", source, (f"{family.agency}'s own page is at hand",)
        )
    if family.credits(member):
        return _Candidate(DISPATCH_CREDITED, "dispatch", None, (f"{name} credits {family.agency}",))
    if family.agency is None:
        return _Candidate(DISPATCH_UNNAMED, "dispatch", None, ("nothing tells whose text it is",))
    crediting = [other for other in family.relatives(member) if family.credits(other)]
    if not crediting and not _has_common_text(family, member):
        return _Candidate(
            DISPATCH_UNNAMED,
            "none",
            None,
            (f"{name} is tied to the {family.agency} text by one article only",),
        )
    credited = family.provenances[crediting[0] if crediting else family.crediting[0]].name
    reason = f"{credited} prints the same text and credits {family.agency}"
    return _Candidate(DISPATCH_OF_FAMILY, "dispatch", None, (reason,))


def _has_common_text(family: Family, member: str) -> bool:
    """Whether a member agrees with two others that also agree with each other."""
    relatives = family.relatives(member)
    return any(
        family.between(one, other) for one in relatives for other in relatives if one < other
    )


def _article(family: Family, other: str, member: str) -> _Candidate | None:
    """What speaks for `other` as the source of `member`; None if it is not the older."""
    order = family.order(other, member)
    source, copy = family.provenances[other], family.provenances[member]
    closeness = family.agreement(other, member) / 100_000
    if any(is_outlet(source, origin) for origin in copy.origins) and not is_outlet(
        copy, source.outlet
    ):
        reason = f"{copy.name} names {source.name} as its origin"
        return _Candidate(NAMED + closeness, "article", other, (reason,))
    if order.score <= -SURE_ENOUGH or member == family.source:
        return None
    if other == family.source:
        reason = f"it is {source.name}'s own text"
        return _Candidate(OWN_PAGE, "article", other, (reason, *order.reasons))
    if not order.is_known:
        return None
    signed = source.authors or (source.outlet and source.outlet == copy.outlet)
    score, reasons = OLDER if signed else OLDER_UNSIGNED, order.reasons
    sent = family.credits(other) or family.credits(member)
    closer = 0.0 if sent else _same_edits(family, other, member)
    if closer >= LEAST_SAME_EDITS:
        score += SAME_EDITS + SAME_EDITS_MOST * min(1.0, closer / MANY_SAME_EDITS)
        reason = f"{copy.name} has edits of {source.name} that no other carrier of the text has"
        reasons = (reason, *reasons)
    return _Candidate(score + closeness, "article", other, reasons)


def _same_edits(family: Family, one: str, other: str) -> float:
    """By how much two members' wordings are closer to each other than to the text as sent.

    The text as sent is what two others have that agree with each other, or what one has
    that credits the agency and differs in much.
    """
    pair = family.between(one, other)
    thirds = set(family.relatives(one)) & set(family.relatives(other))
    thirds = {third for third in thirds if _same_lead(family, one, third)}
    witnesses = {
        third
        for third in thirds
        if (family.credits(third) and _reworded(family, one, third) >= MUCH_REWORDED)
        or any(
            _reworded(family, third, fourth) * 2 <= _reworded(family, one, third)
            for fourth in thirds - {third}
        )
    }
    if not pair or not witnesses:
        return 0.0
    distances = [
        (_reworded(family, one, witness) + _reworded(family, other, witness)) / 2
        for witness in witnesses
    ]
    return min(distances) - _reworded(family, one, other)


def _reworded(family: Family, one: str, other: str) -> float:
    pair = family.between(one, other)
    return pair.overlap.reworded * (1 - pair.overlap.restyled) if pair else 1.0


def _same_lead(family: Family, one: str, other: str) -> bool:
    pair = family.between(one, other)
    return pair is not None and min(pair.overlap.side_a.lead, pair.overlap.side_b.lead) >= SAME_LEAD
