"""What a group of quotations says as one statement: its fullest wording, and how others differ."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import fsum
from typing import Final

from variorum.collate.statements.agreeing import Wording
from variorum.collate.statements.grouping import Member
from variorum.collate.statements.rows import QuotationRow
from variorum.collate.statements.scoring import Match
from variorum.collate.statements.venues import venue_of
from variorum.record.identity import identify
from variorum.record.statement import Statement, Variant, VariantKind
from variorum.record.when import When

_FEW: Final = 2
"""Words between marks that say too little for the words around them not to count."""


def make_statement(members: Sequence[Member], maker: str) -> Statement:
    """The statement of some wordings, the fullest first."""
    fullest = members[0].wording
    rows = sorted((row for one in members for row in one.wording.rows), key=_quotation)
    kinds = {row.quotation: _kind(one, fullest) for one, _ in members for row in one.rows}
    speaker = _speaker(members)
    return Statement(
        id=identify("statement", *map(_quotation, rows)),
        speaker=speaker,
        speaker_name=_speaker_name(speaker, members),
        text=fullest.rows[0].text,
        said=_said(one.said for one in rows),
        venue=_venue(one.venue for one in rows),
        quotations=tuple(map(_quotation, rows)),
        articles=tuple(sorted({one.article for one in rows})),
        variants=tuple(Variant(one.quotation, kinds[one.quotation]) for one in rows),
        confidence=_confidence(members),
        reasons=_reasons(members),
        maker=maker,
    )


def _quotation(row: QuotationRow) -> str:
    return row.quotation


def _kind(one: Wording, fullest: Wording) -> VariantKind:
    if one.words == fullest.words and bool(one.quoted) == bool(fullest.quoted):
        return "identical"
    if not one.quoted:
        return "paraphrased"
    whole = fullest.quoted or fullest.words
    if one.quoted == whole:
        return "identical" if len(whole) > _FEW else "reworded"
    remaining = iter(whole)
    return "truncated" if all(word in remaining for word in one.quoted) else "reworded"


def _confidence(members: Sequence[Member]) -> float:
    """How sure it is, on average, that a quotation belongs here; 1 for the fullest wording."""
    scores = [(match.score if match else 1.0, len(one.rows)) for one, match in members]
    return round(fsum(score * count for score, count in scores) / sum(c for _, c in scores), 3)


def _speaker(members: Sequence[Member]) -> str | None:
    """The entity that most quotations name; a person before an organization that speaks."""
    counts = Counter[tuple[bool, str]]()
    for one, _ in members:
        if one.speaker:
            counts[one.kind == "person", one.speaker] += len(one.rows)
    ranked = sorted(counts, key=lambda known: (-known[0], -counts[known], known[1]))
    return ranked[0][1] if ranked else None


def _speaker_name(speaker: str | None, members: Sequence[Member]) -> str | None:
    names = Counter(
        row.speaker_name for one, _ in members if one.speaker == speaker for row in one.rows
    )
    printed = [name for name in names if name]
    return max(printed, key=lambda name: (len(name.split()), names[name], name), default=None)


def _said(times: Iterable[When | None]) -> When | None:
    """What all that tell the day agree on, or else the closest told; null if none tells it."""
    told = sorted((one for one in times if one), key=_breadth)
    if not told:
        return None
    closest = told[0]
    firmest = [
        one for one in told if (one.earliest, one.latest) == (closest.earliest, closest.latest)
    ]
    return min(firmest, key=lambda one: _BASES.index(one.basis))


_BASES: Final = ("stated", "url", "metadata", "inferred")


def _breadth(when: When) -> tuple[float, str, str]:
    first, last = when.bounds
    return (last - first).total_seconds(), when.earliest, when.latest


def _venue(printed: Iterable[str | None]) -> str | None:
    """The one that tells most: with a name, told by most, longest."""
    counts = Counter(one for one in printed if one)
    return max(
        counts,
        key=lambda one: (bool(venue_of(one).names), counts[one], len(one), one),
        default=None,
    )


def _reasons(members: Sequence[Member]) -> tuple[str, ...]:
    """Why these are one statement, as sentences, with how many quotations each is about."""
    reasons = []
    matched = [(match, len(one.rows)) for one, match in members if match]
    for kind, say in _SENTENCES.items():
        found = [(match, count) for match, count in matched if match.kind == kind]
        if found:
            least, most = (choose(match.amount for match, _ in found) for choose in (min, max))
            reasons.append(say(sum(count for _, count in found), least, most, _why(found)))
    unnamed = sum(count for match, count in matched if not match.is_named)
    if same := len(members[0].wording.rows) - 1:
        reasons.insert(
            0, f"{_count(same)} the same words, speaker and days as the fullest wording."
        )
    if unnamed:
        reasons.append(
            f"{_count(unnamed)} long and equal words, though one side does not name the speaker."
        )
    return tuple(reasons)


def _why(found: Sequence[tuple[Match, int]]) -> str:
    """What else speaks for it, the commonest."""
    counts = Counter[str]()
    for match, count in found:
        counts[match.why] += count
    best = min((why for why in counts if why), key=lambda why: (-counts[why], why), default="")
    return f", {best}" if best else ""


def _count(number: int) -> str:
    return "1 quotation has" if number == 1 else f"{number:,} quotations have"


def _between(least: str, most: str) -> str:
    return least if least == most else f"{least} to {most}"


_SENTENCES: Final[Mapping[str, Callable[[int, float, float, str], str]]] = {
    "part": lambda number, least, most, why: (
        f"{_count(number)} {_between(f'{least:.0f}', f'{most:.0f}')} words of it "
        f"in the same order{why}."
    ),
    "overlap": lambda number, least, most, why: (
        f"{_count(number)} {_between(f'{least:.0f}', f'{most:.0f}')} words in the same order "
        f"as it, among others{why}."
    ),
    "phrase": lambda number, _least, _most, why: f"{_count(number)} a phrase of it{why}.",
    "report": lambda number, least, most, why: (
        f"{_count(number)} {_between(f'{least:.0%}', f'{most:.0%}')} of the telling words in "
        f"common with it or a part of it{why}."
    ),
    "place": lambda number, _least, _most, why: (
        f"{_count(number)} the same place in a passage that the articles share{why}."
    ),
    "inside": lambda number, _least, _most, _why: (
        f"{_count(number)} a place inside it, or around it, in one article."
    ),
    "copy": lambda number, least, most, why: (
        f"{_count(number)} {_between(f'{least:.0f}', f'{most:.0f}')} words of it, by another "
        f"speaker{why}."
    ),
}
