"""What one mention of an event tells: who takes part, when it was, what stands around it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from variorum.collate.events.around import BESIDE, contexts_of, matter_of
from variorum.collate.events.countries import Countries
from variorum.collate.events.families import families_told
from variorum.collate.events.naming import objects_of
from variorum.collate.events.pairs import Named, meant
from variorum.collate.events.telling import (
    AHEAD,
    Actor,
    Telling,
    fold,
    nations_in,
    offices_in,
)
from variorum.record.article import Article
from variorum.record.event import EventMention, Participant
from variorum.record.reading import Entity
from variorum.record.span import Span
from variorum.record.step import Step
from variorum.record.when import When

Days = tuple[int, int] | None
"""First and last day as ordinals."""


def telling_of(
    article: Article,
    mention: EventMention,
    entities: Mapping[str, Entity],
    steps: Mapping[Span, tuple[Step, ...]],
    about: tuple[Sequence[Named], Countries],
) -> Telling:
    """What one mention tells.

    `entities`: of the article, by id; `steps`: of its times, by place; `about`: the persons that it
    names and their countries.
    """
    people, countries = about
    when, published = mention.when, article.published
    told = steps.get(mention.at, ()) if mention.at else ()
    behind = article.text[mention.end : mention.end + BESIDE]
    lies_ahead = mention.status in AHEAD and not _is_day_of_end(article.text, mention)
    days, alternative = _loosened(_ordinals(when), _ordinals(published), told, ahead=lies_ahead)
    actors = {_actor(one, entities, countries) for one in meant(mention, people, countries)}
    return Telling(
        labels=(mention.label,),
        families=families_told(mention.label, _parties(actors), behind, mention.type),
        actors=tuple(sorted(actors)),
        days=days,
        published=_ordinals(published),
        steps=told if when is None else (),
        places=(fold(mention.place),) if mention.place else (),
        statuses=(mention.status,),
        contexts=frozenset(contexts_of(article.text, mention)),
        alternative=alternative,
        matter=frozenset(matter_of(article.text, mention)),
        objects=frozenset(objects_of(article.text, mention)),
    )


def _ordinals(when: When | None) -> Days:
    if when is None:
        return None
    first, last = when.days
    return first.toordinal(), last.toordinal()


def _is_day_of_end(text: str, mention: EventMention) -> bool:
    """Whether a day is that on which something was called off: "were cancelled on Sunday".

    "Sunday's talks" and "talks set for Sunday" name the day that they were to be.
    """
    at = mention.at
    if mention.status != "cancelled" or at is None or at.start < mention.end:
        return False
    return text[mention.end : at.start].rstrip().endswith(" on")


SUNDAY: Final = 6

NEXT: Final = 4
"""A weekday named so many days after the last one may be the next as well."""


def _loosened(
    days: Days, published: Days, steps: tuple[Step, ...], *, ahead: bool
) -> tuple[Days, Days]:
    """The days of an event, and others that the same words may mean.

    "Last week" on a Sunday may be the week that ends with it. "Monday" on a Sunday is rather
    the day after, and surely so for what lies ahead.
    """
    if days is None or published is None or not steps:
        return days, None
    if steps[0].kind == "weekday" and 0 < (ago := published[0] - days[1]) <= 7:
        following = days[0] + 7, days[1] + 7
        return (following, None) if ahead else (days, following if ago >= NEXT else None)
    on_sunday = date.fromordinal(published[1]).weekday() == SUNDAY
    if on_sunday and steps[0].unit == "week" and (steps[0].kind, steps[0].number) == ("unit", -1):
        return (days[0], min(days[1] + 7, published[1])), None
    return days, None


_SEVERAL: Final = re.compile(r"^(?:two|both)\b|\band\b", re.I)


def _parties(actors: Iterable[Actor]) -> int:
    """How many take part, as far as the words tell: "the two presidents" are two."""
    return sum(2 if _SEVERAL.search(one.name) else int(one.is_named) for one in actors)


def _actor(participant: Participant, entities: Mapping[str, Entity], countries: Countries) -> Actor:
    entity = entities.get(participant.entity or "")
    name = entity.name if entity else participant.name
    is_person = bool(entity and entity.kind == "person")
    if entity and is_person:
        titles = (*entity.titles, participant.name.replace(name, ""))
        nations = {found[0] for title in titles if (found := nations_in(title))}
        nations |= countries.of_person.get(entity.id, frozenset())
    else:
        titles = (name, participant.name)
        nations = {*nations_in(name), *nations_in(participant.name)}
        nations.update(countries.named_in(participant.name))
    return Actor(
        fold(name),
        participant.entity,
        is_person,
        tuple(sorted(nations)),
        participant.role,
        printed=name,
        offices=tuple(sorted(offices_in(" ".join(titles)))),
    )
