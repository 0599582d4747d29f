"""The events of one article, put together from its triggers."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from variorum.read.events.carrying import only_carries, told_of, told_with_it
from variorum.read.events.clauses import frame_of, subjects_of
from variorum.read.events.grammar import Grammar
from variorum.read.events.judging import Judgement
from variorum.read.events.lexicon import DATED, Cues, Lexicon, Trigger, cues, lexicon
from variorum.read.events.opened import is_dated, opened
from variorum.read.events.parties import parts_of
from variorum.read.events.people import People, Speech, speech_at
from variorum.read.events.senses import counts, with_senses
from variorum.read.events.settings import Dates, Place, place_of
from variorum.read.events.status import Statuses
from variorum.read.events.tenses import tense_of
from variorum.read.events.triggers import Found, find_triggers, is_definite, is_shown, whole_words
from variorum.read.passages import Analysis, Passage
from variorum.read.speakers import Cast
from variorum.record.event import EventMention, Participant
from variorum.record.reading import Entity
from variorum.record.span import Span
from variorum.record.time_expression import TimeExpression, resolve
from variorum.record.when import When, day

_ANY_DAY: Final = day(date(2001, 5, 16), "inferred")
"""A day to count from where an article's is unknown: "next week" is later than any."""


_MOST_TOLD: Final = 40
"""Mentions of one word that are looked at for another's status."""


_FAINT: Final = 0.7
"""Judgements no surer than this give way to what dates and other mentions tell."""

_AHEAD: Final = ("planned", "hypothetical")
_CALLS: Final = frozenset(
    {
        "call", "phone call", "telephone call", "conversation", "phone conversation", "speak",
        "telephone conversation", "video call", "conference call", "talk",
    }
)  # fmt: skip
_PLURAL: Final = ("NNS", "NNPS")


class Told(NamedTuple):
    """What is known of an article before its events are looked for."""

    passage: Passage
    analysis: Analysis
    cast: Cast
    entities: Sequence[Entity]
    times: Sequence[TimeExpression]
    speech: Sequence[Speech]
    published: When | None


@dataclass(frozen=True)
class _Draft:
    found: Found
    judged: Judgement
    participants: list[Participant]
    place: Place | None
    time: TimeExpression | None


def find_events(told: Told) -> tuple[EventMention, ...]:
    """The mentions of events in an article, in order of the text."""
    grammar = Grammar(told.passage, told.analysis)
    drafts = list(_drafts(told, grammar, lexicon(), cues()))
    judged = _with_memory(grammar, drafts, told.published)
    return tuple(
        _mention(told, grammar, draft, one) for draft, one in zip(drafts, judged, strict=True)
    )


class _Scene(NamedTuple):
    """What the events of a passage are read with."""

    told: Told
    grammar: Grammar
    known: Cues
    statuses: Statuses
    people: People
    dates: Dates


def _drafts(told: Told, grammar: Grammar, words: Lexicon, known: Cues) -> Iterator[_Draft]:
    names = {
        word
        for name in told.cast.names
        if name.kind in ("person", "organization", "place")
        for word in range(*name.words)
    }
    triggers = with_senses(grammar, find_triggers(grammar, words, names))
    heads = {one.head for one in triggers}
    scene = _Scene(
        told,
        grammar,
        known,
        Statuses(grammar, known, {one.head: one.type for one in triggers}),
        People(grammar, told.cast, told.entities, told.speech),
        Dates(grammar, told.times, heads),
    )
    for found, named in _telling(grammar, triggers, opened(grammar, heads, names)):
        if draft := _draft(scene, found, named):
            yield draft


def _telling(
    grammar: Grammar, triggers: Sequence[Found], others: Iterable[Found]
) -> Iterator[tuple[Found, Found]]:
    """The words that tell of events, each with that which names its event: most often itself."""
    nouns = {one.head: one for one in triggers if not one.is_verb}
    verbs = {one.head for one in triggers if one.is_verb}
    disasters = {one.head for one in nouns.values() if one.type == "OTHER"}
    for found in sorted([*triggers, *others], key=lambda one: one.head):
        if only_carries(grammar, found, nouns, verbs):
            if noun := told_of(grammar, found, nouns):
                yield found._replace(trigger=_as(grammar, noun)), noun
        elif noun := told_with_it(grammar, found, nouns):
            renamed = found._replace(trigger=_as(grammar, noun))
            yield renamed, renamed
        elif not _is_effect(grammar, found, disasters):
            yield found, found


def _draft(scene: _Scene, found: Found, named: Found) -> _Draft | None:
    """What a word tells of the event that `named` names; None if it tells of none."""
    grammar, published = scene.grammar, scene.told.published
    frame = frame_of(grammar, scene.known, named.head)
    place = place_of(grammar, scene.people, named, frame)
    participants = [
        one
        for one in scene.people.participants(parts_of(grammar, named, frame))
        if place is None or one.entity is None or one.entity != place.entity
    ]
    time = scene.dates.of(named, frame)
    judged = scene.statuses.of(named.head)
    if time is None and not found.is_verb and not judged.told:
        time = _if_ahead(scene.dates.behind(found), published)
    if found.trigger.needs == DATED and not (
        time and is_dated(grammar, found.head, judged, (time, published))
    ):
        return None
    if not counts(grammar, named, judged, (participants, place, time)):
        return None
    is_there = found.type == "AGREE" and is_shown(grammar, found.head)
    if not is_there:  # A vote on Sunday on "this agreement" is no agreement on Sunday.
        arranged = _arranged(grammar, found, judged, time)
        judged = _dated(arranged, time, published, is_verb=found.is_verb)
    return _Draft(found, judged, participants, place, time)


def _as(grammar: Grammar, noun: Found) -> Trigger:
    """The trigger of a verb that tells of the event that a noun names."""
    return noun.trigger._replace(label=whole_words(grammar, noun)[1])


_EFFECTS: Final = (
    "strike", "hit", "kill", "injure", "wound", "destroy", "devastate", "demolish", "topple",
)  # fmt: skip
"""Verbs of events that tell what a disaster does, and are no attack then."""


def _is_effect(grammar: Grammar, found: Found, disasters: Container[int]) -> bool:
    """Whether a verb only tells what a disaster did: "the earthquake killed 24 people"."""
    if not found.is_verb or found.trigger.label not in _EFFECTS:
        return False
    subjects, _ = subjects_of(grammar, found.head)
    # The tree may hang "a quake" in "after a quake killed 24" on "after".
    beside = [one for one in grammar.children(found.head, "obl") if one < found.head]
    return any(one in disasters for one in (*subjects, *beside))


def _arranged(
    grammar: Grammar, found: Found, judged: Judgement, time: TimeExpression | None
) -> Judgement:
    """Those who "will meet on Saturday if ..." have a plan, though it hangs on a condition."""
    is_open = judged.status == "hypothetical" and judged.reason.startswith(_CONDITIONS)
    if not is_open or time is None or not found.is_verb or found.type != "CONSULT":
        return judged
    own = tense_of(grammar, found.head)
    return own if own is not None and own.status == "planned" else judged


_CONDITIONS: Final = ('"if"', '"unless"')


def _if_ahead(time: TimeExpression | None, published: When | None) -> TimeExpression | None:
    """A time if it lies after the publication."""
    since = published or _ANY_DAY
    when = None if time is None else time.when if published else _counted(time, since)
    return time if when is not None and since.surely_before(when) else None


_SETTLED: Final = ('"decided" makes', '"chose" makes', '"agreed" makes', '"opted" makes')


def _dated(
    judged: Judgement, time: TimeExpression | None, published: When | None, *, is_verb: bool
) -> Judgement:
    """What lies after the publication is planned, whatever tense tells of it.

    "They called a strike for Friday": the noun's day, and not that of the call.
    """
    since = published or _ANY_DAY
    when = None if time is None else time.when if published else _counted(time, since)
    if when is None:
        return judged
    is_open = judged.status == "ongoing" or (
        judged.status == "happened" and not (judged.told and is_verb)
    )
    if is_open and since.surely_before(when):
        return Judgement("planned", "Its date lies after the article's", 0.85)
    if judged.status == "ongoing" and not judged.told and when.surely_before(since):
        return Judgement("happened", "Its date lies before the article's", 0.75)
    is_settled = judged.status == "planned" and judged.reason.startswith(_SETTLED)
    if is_settled and when.surely_before(since):
        return Judgement("happened", "Its date lies before the article's", 0.65)
    if judged.status in _AHEAD and judged.sure <= _FAINT and when.surely_before(since):
        return Judgement("happened", "Its date lies before the article's", 0.75)
    return judged


def _counted(time: TimeExpression, since: When) -> When | None:
    """When a time is that hangs on a publication date, if that is some day."""
    return resolve(time, since).when if time.relation else None


def _with_memory(
    grammar: Grammar, drafts: Sequence[_Draft], published: When | None
) -> list[Judgement]:
    """A bare "the summit" has the status that most others in the article are told to have."""
    told: dict[str, list[_Draft]] = {}
    for draft in drafts:
        if draft.judged.told and _key(draft):
            told.setdefault(_key(draft), []).append(draft)
    return [
        draft.judged
        if _is_settled(grammar, draft, published)
        else _remembered(draft, told.get(_key(draft), [])[:_MOST_TOLD])
        for draft in drafts
    ]


def _key(draft: _Draft) -> str:
    """What mentions of one event have in common: meetings have many names. Empty for verbs."""
    if draft.found.type == "CONSULT" and draft.found.trigger.build == "party":
        return "call" if draft.found.trigger.label in _CALLS else "meeting"
    return "" if draft.found.is_verb else draft.found.trigger.label


def _is_settled(grammar: Grammar, draft: _Draft, published: When | None) -> bool:
    """Whether a mention tells its status itself, or may be of another event than those around."""
    found, when = draft.found, draft.time.when if draft.time else None
    if draft.judged.told or found.is_verb or not is_definite(grammar, found.head):
        return True
    if grammar.tags[found.head] in _PLURAL and draft.found.type != "CONSULT":
        return True
    if when is None or published is None or _is_either_week(draft.time):
        return False
    return when.surely_before(published)


def _is_either_week(time: TimeExpression | None) -> bool:
    """Whether a bare weekday may be of the week before or behind: "Monday's summit"."""
    return time is not None and len(time.relation) == 1 and time.relation[0].kind == "weekday"


def _remembered(draft: _Draft, told: Sequence[_Draft]) -> Judgement:
    fitting = [one for one in told if _may_be(draft, one)]
    firm = [one for one in fitting if one.judged.sure > _FAINT]
    known = _most(firm or fitting, draft.found.head)
    if known is None or known.status in ("denied", "hypothetical"):
        return draft.judged
    if known.status == "cancelled" and draft.found.trigger.label != _label_of(known, fitting):
        return draft.judged
    return Judgement(known.status, f"As elsewhere in the article: {known.reason}", 0.6)


def _label_of(judged: Judgement, drafts: Sequence[_Draft]) -> str:
    return next(one.found.trigger.label for one in drafts if one.judged is judged)


def _most(others: Sequence[_Draft], place: int) -> Judgement | None:
    """What most others are told to be; of equals what the last before a place is."""
    counts = Counter(one.judged.status for one in others)
    ordered = sorted(others, key=lambda one: (one.found.head < place, one.found.head))
    best = max(counts.values(), default=0)
    likely = [one.judged for one in ordered if counts[one.judged.status] == best]
    return likely[-1] if likely else None


def _may_be(draft: _Draft, other: _Draft) -> bool:
    """Whether two mentions may be of one event, as far as places and participants tell."""
    mine, others = (
        {one.entity for one in each.participants if one.entity} for each in (draft, other)
    )
    if mine and not mine & others:
        return False
    places = (draft.place, other.place)
    return None in places or draft.place == other.place


def _mention(told: Told, grammar: Grammar, draft: _Draft, judged: Judgement) -> EventMention:
    words, label = whole_words(grammar, draft.found)
    start = told.passage.words[words[0]].start
    said = speech_at(told.speech, start)
    time, place = draft.time, draft.place
    return EventMention(
        start=start,
        end=told.passage.words[words[1] - 1].end,
        label=label,
        type=draft.found.type,
        status=judged.status,
        participants=tuple(draft.participants),
        place=place.name if place else None,
        place_entity=place.entity if place else None,
        when=time.when if time else None,
        at=Span(time.start, time.end) if time else None,
        quotation=said.id if said else None,
        confidence=round(
            max(0.1, min(1.0, judged.sure - 0.1 * bool(draft.found.trigger.needs))), 2
        ),
        reasons=(judged.reason,),
    )
