"""Which of two related texts came first: the evidence of times and of the texts themselves.

Weights are log-odds, fitted by logistic regression on the training half of the
derivation benchmark and rounded (see docs/evaluation.md). That one page said two things in an
order was seen, and needs no weighing.
"""

from typing import Final, NamedTuple

from variorum.collate.lineage.provenance import Provenance, are_versions
from variorum.collate.reuse.overlap import Overlap, Side
from variorum.record.when import When

BY_VERSION: Final = 9.0
BY_TIME: Final = 3.0
BY_NEW_LEAD: Final = 1.5
BY_TENSE: Final = 1.2
BY_HEDGES: Final = 0.7
BY_ATTRIBUTION: Final = 0.3
BY_CUT: Final = 0.6

SURE_ENOUGH: Final = 0.9
"""Log-odds from which an order is called known; below it Variorum says `unknown`."""


class Precedence(NamedTuple):
    """`score` > 0: the first of the two is the older text; the reasons are for a person."""

    score: float
    reasons: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Whether the evidence is enough to name an order."""
        return abs(self.score) >= SURE_ENOUGH


def precedence(overlap: Overlap, a: Provenance, b: Provenance) -> Precedence:
    """The evidence on whether `a` or `b` is the older text."""
    if are_versions(a, b):
        reason = f"{a.name} rewrote its page"
        return Precedence(BY_VERSION if a.version < b.version else -BY_VERSION, (reason,))
    evidence = [*_of_times(a, b), *_of_leads(overlap, a, b), *_of_cuts(overlap, a, b)]
    evidence += _of_wording(overlap, a, b)
    return Precedence(
        round(sum(weight for weight, _ in evidence), 2), tuple(reason for _, reason in evidence)
    )


def is_earlier(a: Provenance, b: Provenance) -> bool:
    """Whether `a` was surely out before `b`."""
    if are_versions(a, b):
        return a.version < b.version
    for first in (a.published, a.retrieved):
        if first and b.published and first.surely_before(b.published):
            return True
    return False


def as_day(when: When | None) -> str:
    """A time as a reason for a person names it."""
    if when is None:
        return "an unknown day"
    return (
        when.earliest.replace("T", " ")
        if when.earliest == when.latest
        else f"{when.earliest} to {when.latest}"
    )


def _of_times(a: Provenance, b: Provenance) -> list[tuple[float, str]]:
    for sign, first, second in ((1, a, b), (-1, b, a)):
        if is_earlier(first, second):
            known = first.published or first.retrieved
            reason = (
                f"{first.name} is of {as_day(known)}, {second.name} of {as_day(second.published)}"
            )
            return [(sign * BY_TIME, reason)]
    return []


def _of_leads(overlap: Overlap, a: Provenance, b: Provenance) -> list[tuple[float, str]]:
    """An update puts a new lead on top; the old one moves down or goes."""
    found = []
    for sign, old, new, name in (
        (1, overlap.side_a, overlap.side_b, b.name),
        (-1, overlap.side_b, overlap.side_a, a.name),
    ):
        if new.lead <= 0.35 and old.lead >= 0.5 and new.before >= 15:
            found.append((sign * BY_NEW_LEAD, f"{name} has a new lead above the other's"))
    return found if len(found) == 1 else []


def _of_cuts(overlap: Overlap, a: Provenance, b: Provenance) -> list[tuple[float, str]]:
    """What lies whole in a longer text that goes on at the end was cut from it."""
    if _is_cut(overlap.side_b, overlap.side_a):
        return [(BY_CUT, f"{b.name} stands whole in {a.name}, which goes on longer")]
    if _is_cut(overlap.side_a, overlap.side_b):
        return [(-BY_CUT, f"{a.name} stands whole in {b.name}, which goes on longer")]
    return []


def _is_cut(short: Side, long: Side) -> bool:
    return short.shared >= 0.9 * short.words and long.after >= 40 and long.before < 15


def _of_wording(overlap: Overlap, a: Provenance, b: Provenance) -> list[tuple[float, str]]:
    """Desks drop qualifiers and attributions, and what was to come has come in the later text."""
    found = []
    for one, other, weight, reason in (
        (overlap.hedged_a, overlap.hedged_b, BY_HEDGES, "has qualifiers that {} lacks"),
        (
            overlap.attributed_a,
            overlap.attributed_b,
            BY_ATTRIBUTION,
            "says who said what {} only states",
        ),
        (
            overlap.future_a,
            overlap.future_b,
            BY_TENSE,
            "speaks of what is to come as {} of what was",
        ),
    ):
        if one != other:
            older, newer = (a.name, b.name) if one > other else (b.name, a.name)
            strength = max(-2, min(2, one - other))
            found.append((weight * strength, f"{older} {reason.format(newer)}"))
    return found
