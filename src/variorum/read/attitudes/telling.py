"""A stand in words of a passage → an attitude in characters, with its reasons."""

from collections.abc import Mapping
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import condition_of
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.stand import Stand
from variorum.read.encoder.window import Words
from variorum.record.position import Attitude, Stance
from variorum.record.reading import Quotation
from variorum.record.span import Span
from variorum.record.time_expression import TimeExpression

TOLD_BY_ANOTHER: Final = 0.8
"""How much less sure an attitude is that somebody else says an actor has."""


def tell(
    clauses: Clauses, actors: Actors, stand: Stand, times: Mapping[int, TimeExpression]
) -> Attitude | None:
    """The attitude that a stand is; None if its actor is its issue, or that is who told of it.

    `times`: by their first characters.
    """
    quotation = actors.quotation(stand.place)
    speaker = actors.speaker(stand.place)
    actor, issue = stand.actor, stand.issue.words
    if actor.words and actor.words[0] < issue[1] and issue[0] < actor.words[1]:
        return None
    if _is_of_whom_nobody_judges(clauses, stand):
        return None
    condition = _condition(clauses, stand)
    if condition and issue[0] < condition[0] < issue[1]:
        issue = (issue[0], condition[0])
    by_other = speaker is not None and speaker.name != actor.name and not actor.is_speaker
    by_other = by_other and not (quotation and _is_own_voice(clauses, stand.place, quotation))
    sureness = stand.sureness * actor.sureness * (TOLD_BY_ANOTHER if by_other else 1.0)
    span = _around(clauses, stand, condition)
    at = _time(clauses, stand, times, condition or (0, 0))
    said = quotation if quotation and quotation.said else None
    return Attitude(
        start=span.start,
        end=span.end,
        actor=actor.entity,
        actor_name=actor.name,
        issue=_span(clauses, issue),
        introduced=_span(clauses, stand.issue.introduced) if stand.issue.introduced else None,
        stance=_stance(stand, condition),
        condition=_span(clauses, condition) if condition else None,
        as_of=at.when if at else said.said if said else None,
        at=Span(at.start, at.end) if at else said.said_at if said else None,
        quotation=quotation.id if quotation else None,
        confidence=round(sureness, 4),
        reasons=tuple(_reasons(clauses, stand, speaker if by_other else None, condition)),
    )


def _is_own_voice(clauses: Clauses, place: int, quotation: Quotation) -> bool:
    """Whether somebody is told of by their own spokesman: "will not go, his spokesman said"."""
    starts = {span.start for span in quotation.source}
    first, end = clauses.sentence(place)
    for at in range(first, end):
        if clauses.passage.words[at].start in starts and clauses.low[at] in _OWNERS:
            return any(word.startswith(_VOICES) for word in clauses.low[at + 1 : at + 4])
    return False


_OWNERS: Final = frozenset(["his", "her", "its", "their"])
_VOICES: Final = ("spokes",)
_TELLERS: Final = frozenset(
    "reporters journalists diplomats officials aides sources observers analysts correspondents "
    "spokesmen spokeswomen spokespeople witnesses onlookers bystanders".split()
)
"""Who tells of things, or stands by, and is seldom what somebody is for or against."""


def _is_of_whom_nobody_judges(clauses: Clauses, stand: Stand) -> bool:
    """Whether an issue is those who tell of it, or the actor once more: "from its camp"."""
    issue, actor = stand.issue, stand.actor
    if issue.introduced is None:
        return clauses.low[issue.head] in _TELLERS and stand.stance > 0
    first, last = issue.introduced
    own = " ".join(clauses.low[first:last]).replace(" 's", "'s").replace(" ’s", "’s")
    return own == actor.name.casefold()


def _stance(stand: Stand, condition: Words | None) -> Stance:
    if condition:
        return "conditional"
    if stand.stance == 0:
        return "mixed"
    return "for" if stand.stance > 0 else "against"


def _condition(clauses: Clauses, stand: Stand) -> Words | None:
    if stand.condition is not None:
        return stand.condition
    negated = stand.stance < 0 or stand.negation is not None
    found = condition_of(clauses, stand.predicate, stand.issue.words, negated=negated)
    head = stand.issue.head
    if found is None and stand.issue.place not in ("obj", "said") and clauses.tags[head][0] == "V":
        found = condition_of(clauses, head, stand.issue.words, negated=negated)
    if found is None and stand.inner is not None and clauses.tags[clauses.heads[head]] == "VB":
        found = condition_of(clauses, clauses.heads[head], stand.issue.words, negated=negated)
    return found


def _around(clauses: Clauses, stand: Stand, condition: Words | None) -> Span:
    """From the first to the last of the words that show it, within their sentence."""
    first, last = clauses.sentence(stand.place)
    parts = [stand.issue.words, (stand.place, stand.place + 1)]
    parts += [(one, one + 1) for one in (stand.negation,) if one is not None]
    parts += [one for one in (stand.actor.words, condition) if one]
    inside = [one for one in parts if first <= one[0] < last]
    return _span(clauses, (min(one[0] for one in inside), max(one[1] for one in inside)))


def _time(
    clauses: Clauses, stand: Stand, times: Mapping[int, TimeExpression], condition: Words
) -> TimeExpression | None:
    """The time that says when a predicate of the article's own was so: "rejected on Monday".

    A time of the condition says when that is to be so.
    """
    for place in range(*clauses.sentence(stand.place)):
        if place in range(*condition):
            continue
        time = times.get(clauses.passage.words[place].start)
        if time is None or time.type not in ("date", "time") or not (time.when or time.relation):
            continue
        if place and clauses.low[place - 1] in _ENDS:
            continue  # "dropped its demand after fees were waived until June"
        if _hangs_on(clauses, place, stand):
            return time
    return None


def _hangs_on(clauses: Clauses, time: int, stand: Stand) -> bool:
    """Whether a time is that of a predicate, and not of its issue or of another verb below it."""
    at = time
    for _ in range(3):
        head = clauses.heads[at]
        if head == stand.predicate:
            return at not in range(*stand.issue.words)
        if clauses.tags[head].startswith("VB"):
            return False
        at = head
    return False


_ENDS: Final = frozenset("until till by before through".split())
"""What stands before a time at which something ends, or by which it is to be done."""


def _reasons(
    clauses: Clauses, stand: Stand, teller: Actor | None, condition: Words | None
) -> list[str]:
    side = {1: "for", -1: "against", 0: "neither for nor against"}[stand.stance]
    by = "says so" if stand.actor.is_speaker else "is who does it"
    found = [f"“{stand.word}” shows that somebody is {side} it; {stand.actor.name} {by}"]
    if stand.inner:
        found.append(f"It is about “{stand.inner}”, and so about what that is about")
    turning = [one for one in (stand.negation, stand.inner_negation) if one is not None]
    found += [f"“{clauses.low[place]}” turns it round" for place in turning]
    if teller:
        found.append(f"{teller.name} says so of {stand.actor.name}")
    if stand.issue.introduced:
        found.append("What it is about was told before")
    if condition:
        found.append("A condition is told")
    return found


def _span(clauses: Clauses, words: Words) -> Span:
    passage = clauses.passage.words
    return Span(passage[words[0]].start, passage[words[1] - 1].end)
