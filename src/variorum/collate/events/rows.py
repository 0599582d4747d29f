"""What one article tells of events: its mentions, those of one event together."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice, pairwise, zip_longest
from typing import Final

import msgspec

from variorum.collate.events.countries import Countries, countries_of
from variorum.collate.events.families import families_told, is_mutual
from variorum.collate.events.pairs import Named, meant, people_of
from variorum.collate.events.scoring import SAME_IN_ARTICLE, score
from variorum.collate.events.subject import subject_of
from variorum.collate.events.telling import (
    AHEAD,
    Actor,
    Telling,
    combine,
    fold,
    nations_in,
    offices_in,
)
from variorum.collate.stories.words import common_words, terms_in
from variorum.record.article import Article
from variorum.record.event import EventMention, Participant
from variorum.record.reading import Entity, Reading
from variorum.record.span import Span
from variorum.record.step import Step
from variorum.record.when import When

CONTEXT: Final = 4
"""Words on one side of an event's own that make it known as a copied one, together with it."""


Days = tuple[int, int] | None
"""First and last day as ordinals."""


class EventRow(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """What joining needs of one event as one article tells of it.

    - `mentions`: where; `words`: those that name it there; `telling`: what;
    - `published`: when the article was;
    - `hanging`: the steps from its publication to the event, for each mention that has them;
    - `inside`: places that the article puts in another ("Riyadh, Saudi Arabia"), folded;
    - `voiced`: for each mention whether it stands in words that are printed as somebody's own.
    """

    article: str
    mentions: tuple[EventMention, ...]
    words: tuple[str, ...]
    telling: Telling
    published: When | None = None
    hanging: tuple[tuple[Step, ...], ...] = ()
    inside: tuple[tuple[str, str], ...] = ()
    voiced: tuple[bool, ...] = ()


def rows_of(article: Article, reading: Reading) -> tuple[EventRow, ...]:
    """The rows of one article; entities in `reading` are its own."""
    if not reading.events:
        return ()
    entities = {one.id: one for one in reading.entities}
    steps = {Span(one.start, one.end): one.relation for one in reading.times if one.relation}
    countries = countries_of(article.text, reading)
    people = people_of(reading, countries)
    inside = tuple(sorted(set(_inside(article, reading))))
    about, subject = _about(reading), subject_of(article)
    voices = {one.id for one in reading.quotations if one.mode != "indirect"}
    tellings = [
        (mention, _telling(article, mention, entities, steps, (people, countries)))
        for mention in reading.events
    ]
    return tuple(
        EventRow(
            article.id,
            tuple(mention for mention, _ in group),
            tuple(name_of(article.text, one) for one, _ in group),
            _in_article(_all(telling for _, telling in group), about, subject),
            article.published,
            tuple(steps[one.at] for one, _ in group if one.at and one.at in steps),
            tuple(pair for pair in inside if _is_told_of(pair, group)),
            tuple(one.quotation in voices for one, _ in group),
        )
        for group in _grouped(article.text, tellings)
    )


Told = tuple[EventMention, Telling]


def _all(tellings: Iterable[Telling]) -> Telling:
    first, *rest = tellings
    for other in rest:
        first = combine(first, other)
    return msgspec.structs.replace(
        first, told=1, actors=tuple(msgspec.structs.replace(one, told=1) for one in first.actors)
    )


MOST_ABOUT: Final = 5
"""Persons and bodies that an article is about, at most."""


def _about(reading: Reading) -> frozenset[str]:
    """The persons and bodies that an article names most often, and more than once."""
    acting = {one.id for one in reading.entities if one.kind in ("person", "organization")}
    counts = Counter(one.entity for one in reading.mentions if one.entity in acting)
    often = [entity for entity, count in counts.most_common(MOST_ABOUT) if count > 1]
    return frozenset(often)


def _in_article(telling: Telling, about: frozenset[str], subject: tuple[int, ...]) -> Telling:
    """An event with its article's subject; one of no known participant with whom that is about."""
    company = telling.about if telling.names_somebody else about
    return msgspec.structs.replace(telling, about=company, subject=subject)


def _is_told_of(pair: tuple[str, str], group: Iterable[Told]) -> bool:
    return any(pair[0] in telling.places for _, telling in group)


class _Known:
    """The events that an article has told of so far.

    `text`: of the article; `new`: mentions that begin another; `same`: those that point back,
    "the call".
    """

    def __init__(
        self, text: str, new: Container[EventMention], same: Container[EventMention]
    ) -> None:
        self._text = text
        self._new = new
        self._same = same
        self.groups: list[list[Told]] = []
        self._tellings: list[Telling] = []
        self._last: list[int] = []
        self._by_family: dict[str, set[int]] = defaultdict(set)
        self._count = 0

    def add(self, mention: EventMention, telling: Telling) -> None:
        """Join a mention to the event that it fits best, or begin a new one."""
        place = self._added(mention, telling)
        if place is not None:  # It has no verb of its own to tell whether it was held.
            status = self.groups[place][-1][0].status
            mention = msgspec.structs.replace(mention, status=status)
            telling = msgspec.structs.replace(telling, statuses=(status,))
        elif mention not in self._new:
            place = self._best(mention, telling)
        if place is None:
            place = len(self.groups)
            self.groups.append([])
            self._tellings.append(telling)
            self._last.append(0)
        else:
            self._tellings[place] = combine(self._tellings[place], telling)
        self.groups[place].append((mention, telling))
        self._last[place] = self._count
        self._count += 1
        for family in telling.families:
            self._by_family[family].add(place)

    def _added(self, mention: EventMention, telling: Telling) -> int | None:
        """The event before a comma that a mention says more of: "…, the first such meeting"."""
        if not _ADDED.search(self._text, max(0, mention.start - 40), mention.start):
            return None
        places = {place for one in telling.families for place in self._by_family[one]}
        last = max(places, key=lambda place: self._last[place], default=None)
        if last is None or _SENTENCE_END.search(
            self._text, self.groups[last][-1][0].end, mention.start
        ):
            return None
        return last

    def _best(self, mention: EventMention, telling: Telling) -> int | None:
        """The event that a mention fits best; of two that it fits as well the one told last."""
        found = []
        points_back = mention in self._same
        beside = _sentence_words(self._text, mention) if _is_bare(telling) else frozenset()
        telling = _undated(telling)
        for place in {place for one in telling.families for place in self._by_family[one]}:
            known = _undated(self._tellings[place])
            scored = score(telling, known)
            strange = 0.0 if points_back else _strangeness(telling, known)
            points = scored.points + IN_ARTICLE - strange - _otherness(telling, known)
            if not scored.clash and points >= _least(telling, known):
                ago = self._count - self._last[place]
                points += NAMED_BESIDE * any(
                    one.name.rpartition(" ")[2] in beside for one in known.core
                )
                found.append((points - FADING * ago, self._last[place], place))
        return max(found)[2] if found else None


def _undated(telling: Telling) -> Telling:
    """A telling without its article's date, which tells nothing within the article."""
    return msgspec.structs.replace(telling, published=None, steps=())


def _strangeness(telling: Telling, known: Telling) -> float:
    """Points off where two have other words and no one in common: a call and talks on one day."""
    if _is_bare(telling) and "denied" in {*telling.statuses, *known.statuses}:
        return 0.0 if set(telling.statuses) & set(known.statuses) else STRANGE
    if _is_bare(telling) or set(telling.labels) & set(known.labels):
        return 0.0
    return 0.0 if telling.core and known.core else STRANGE


def _otherness(telling: Telling, known: Telling) -> float:
    """Points off where nothing is told of two but that they are of different things.

    "Suspended the chairman", "suspended the budget". What talks are about is told in many words.
    """
    both = bool(telling.objects) and bool(known.objects)
    if not both or telling.objects & known.objects or not (_is_bare(telling) or _is_bare(known)):
        return 0.0
    return 0.0 if is_mutual(telling.families | known.families) else OTHER_OBJECT


def _least(telling: Telling, known: Telling) -> float:
    """The points from which a mention is of an event that its article told of before."""
    if _is_bare(telling):
        if set(telling.labels) & set(known.labels):
            return LEAST_SAME_BARE
        return LEAST_BARE if telling.is_ahead == known.is_ahead else LEAST_TURNED_BARE
    if _is_bare(known):
        return LEAST_OF_BARE
    if bool(telling.core) != bool(known.core):
        return LEAST_ONE_SIDED
    both_dated = telling.is_dated and known.is_dated
    if telling.is_ahead != known.is_ahead and not both_dated:
        return LEAST_TURNED
    return SAME_IN_ARTICLE


def _is_bare(telling: Telling) -> bool:
    """Whether nothing but the kind of event is told: "the call", "the talks"."""
    return not (telling.core or telling.days or telling.steps or telling.places)


def _grouped(text: str, tellings: Sequence[Told]) -> list[list[Told]]:
    """The mentions of one article by event, in the order of the text."""
    new = {one for one, telling in tellings if _is_bare(telling) and _is_indefinite(text, one)}
    same = {one for one, telling in tellings if not telling.core and _points_back(text, one)}
    known = _Known(text, new, same)
    for mention, telling in tellings:
        known.add(mention, telling)
    return known.groups


_INDEFINITE: Final = re.compile(
    r"\b(?:another|any|no|more|further|future|new|such|some|other)\s+(?:[\w-]+\s+)?$", re.I
)


def _is_indefinite(text: str, mention: EventMention) -> bool:
    """Whether the words before a mention say that it is none that was told of: "another call"."""
    return bool(_INDEFINITE.search(text, max(0, mention.start - 30), mention.start))


_ADDED: Final = re.compile(
    r",\s+(?:the|its|his|her|their|a)\s+(?:(?:first|second|third|latest|last|longest|largest|biggest"
    r"|only|worst|deadliest)\s+)(?:(?:such|known|direct|ever|face-to-face|high-level)\s+){0,2}$",
    re.I,
)
"""What stands before a mention that only says more of the event before the comma."""


def _sentence_words(text: str, mention: EventMention) -> frozenset[str]:
    """The folded words of a mention's sentence."""
    before = _SENTENCE_END.split(text[max(0, mention.start - REACH) : mention.start])[-1]
    after = _SENTENCE_END.split(text[mention.end : mention.end + REACH])[0]
    return frozenset(fold(before + " " + after).split())


_BACK: Final = re.compile(r"\b(?:the|that|this)\s+$", re.I)


def _points_back(text: str, mention: EventMention) -> bool:
    """Whether the word before a mention says that it was told of: "the exchange"."""
    return bool(_BACK.search(text, max(0, mention.start - 8), mention.start))


IN_ARTICLE: Final = 0.9
"""Points for standing in one article."""

LEAST_BARE: Final = 1.6
"""Points from which a bare mention is of an event that the article told of before."""

LEAST_TURNED_BARE: Final = 2.0
"""... and if one of both lies ahead and the other is past."""

LEAST_SAME_BARE: Final = 0.9
"""... and if it is called the same: "the deal" is one, whether it is hoped for or hailed."""

LEAST_OF_BARE: Final = 2.0
"""... and from which a mention that tells more is of an event of which only the kind was told."""

LEAST_TURNED: Final = 5.5
"""... and from which what lies ahead is what the same article tells of as past: "they met, and will
meet again"."""

NAMED_BESIDE: Final = 1.6
"""Points for "the call" in whose sentence somebody is named who took part: "her office said the
call lasted an hour"."""

STRANGE: Final = 0.8

OTHER_OBJECT: Final = 1.0

LEAST_ONE_SIDED: Final = 2.9
"""... and from which one that names participants is of an event of which none were told."""

FADING: Final = 0.05
"""Points that an event loses with each mention of others in between."""


def _telling(
    article: Article,
    mention: EventMention,
    entities: Mapping[str, Entity],
    steps: Mapping[Span, tuple[Step, ...]],
    about: tuple[Sequence[Named], Countries],
) -> Telling:
    people, countries = about
    when, published = mention.when, article.published
    told = steps.get(mention.at, ()) if mention.at else ()
    behind = article.text[mention.end : mention.end + _REACH]
    lies_ahead = mention.status in AHEAD and not _is_day_of_end(article.text, mention)
    days, alternative = _loosened(_ordinals(when), _ordinals(published), told, ahead=lies_ahead)
    actors = {_actor(one, entities, countries) for one in meant(mention, people, countries)}
    return Telling(
        labels=(mention.label,),
        families=families_told(mention.label, _parties(actors), behind),
        actors=tuple(sorted(actors)),
        days=days,
        published=_ordinals(published),
        steps=told if when is None else (),
        places=(fold(mention.place),) if mention.place else (),
        statuses=(mention.status,),
        contexts=frozenset(_contexts(article.text, mention)),
        alternative=alternative,
        matter=frozenset(_matter(article.text, mention)),
        objects=frozenset(_objects(article.text, mention)),
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


_NO_OBJECT: Final = (
    "and but that who which what whom whose how why while when where as after before since if than "
    "must should shall may might can is are be been do does did not "
    "because so said says he she it they we i you has had have was were is are will would could "
    "by for on in at over during last this next later yesterday today earlier again"
).replace(" ", "|")
_WITHIN: Final = r"[\w'’-]+(?:(?<=[A-Z])\.[A-Z]\.)*"
_NUMBERS: Final = r"\d|(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)\b"
_OBJECT: Final = re.compile(
    rf"\s+(?!(?:{_NO_OBJECT})\b){_WITHIN}"
    rf"(?:\s+(?!(?:{_NO_OBJECT})\b)(?!(?<![\d,] )(?:{_NUMBERS})){_WITHIN}){{0,5}}"
    rf"(?:\s+(?-i:[A-Z])[\w'’-]*){{0,3}}",
    re.I,
)
"""What follows a verb, up to the first word or mark that begins something else; names whole."""

_LOOSE_END: Final = re.compile(
    r"(?:\s+(?:the|a|an|his|her|its|their|of|to|from|with|against|into|between|some|two|new|first"
    r"|additional|more|[\w-]+['’]s))+$",
    re.I,
)
_INFINITIVE: Final = re.compile(
    r"\b(?:to|will|would|could|can|may|might|must|should|not)\s+$", re.I
)


def name_of(text: str, mention: EventMention) -> str:
    """The words that name an event; of a verb with what it is about: "welcomed the envoy"."""
    own = " ".join(text[mention.start : mention.end].split())
    is_inflected = fold(own) not in (fold(mention.label), fold(mention.label) + "s")
    before = text[max(0, mention.start - _REACH) : mention.start]
    if not is_inflected and not _INFINITIVE.search(before):
        return own
    found = _OBJECT.match(text[mention.end : mention.end + _REACH].replace("\n", "|"))
    behind = _LOOSE_END.sub("", found.group()) if found else ""
    return f"{own} {' '.join(behind.split())}".strip()


_OF: Final = re.compile(
    rf"\s+(?:of|on|over|to|into|in|against|for)\s+(?:(?:the|a|an|its|his|her|their)\s+)?"
    rf"{_WITHIN}(?:\s+(?!(?:{_NO_OBJECT}|of|with|after|before)\b){_WITHIN}){{0,3}}",
    re.I,
)
"""What follows a noun and says of what it is: "closure of the border"."""


def _objects(text: str, mention: EventMention) -> Iterator[int]:
    """Hashes of the words that say of what an event is: "the border" of "closed the border".

    Of a noun those of its kind before it ("border closure") and those behind it with "of".
    """
    own = text[mention.start : mention.end]
    name = name_of(text, mention)
    words = name[len(" ".join(own.split())) :]
    if not words:
        behind = _OF.match(text[mention.end : mention.end + _REACH].replace("\n", "|"))
        label = mention.label.rpartition(" ")[0]
        words = f"{label} {_LOOSE_END.sub('', behind.group()) if behind else ''}"
    for term in terms_in(words):
        if term not in _TIMES and term not in _SMALL and not term[0].isdigit():
            yield zlib.crc32(term.encode())


REACH: Final = 160
"""Characters on one side of an event in which its matter is looked for."""

_WORD: Final = re.compile(r"\w+")
_REACH: Final = 60
"""Characters in which the words beside an event's own are looked for."""


_SMALL: Final = frozenset(
    "a an the this that these those its his her their our of on in at to for from by with into over"
    " against between and or but as who which".split()
)
"""Words that a rewrite puts or leaves out beside the one that it replaces."""

SLOT: Final = (2, 3)
"""Telling words before and behind an event's own between which another word for it may stand."""

PUT_BEFORE: Final = 2
"""Telling words that may be put before it besides: "a full-scale assault"."""


def _contexts(text: str, mention: EventMention) -> Iterator[int]:
    """Hashes of an event's words with those before, with those after, and of both without it."""
    own = _WORD.findall(text[mention.start : mention.end].casefold())
    before = _WORD.findall(text[max(0, mention.start - _REACH) : mention.start].casefold())
    after = _WORD.findall(text[mention.end : mention.end + _REACH].casefold())
    for words in ([*before[-CONTEXT:], *own], [*own, *after[:CONTEXT]]):
        if len(words) == CONTEXT + len(own):
            yield _hashed(words)
    behind = _telling_words(after)[: SLOT[1]]
    if len(behind) == SLOT[1]:
        for two in islice(pairwise(reversed(_telling_words(before))), PUT_BEFORE + 1):
            yield _hashed([*two, "~", *behind])


MATTER: Final = 12
"""Telling words of its sentence by which an event is known, at most: the nearest."""

TELLING: Final = 0.05
"""The share of news articles that have a telling word, at most."""

_SENTENCE_END: Final = re.compile(r"[.!?][\"”’']?\s|\n")


def _matter(text: str, mention: EventMention) -> Iterator[int]:
    """Hashes of the telling words around an event's own in its sentence."""
    before = _SENTENCE_END.split(text[max(0, mention.start - REACH) : mention.start])[-1]
    after = _SENTENCE_END.split(text[mention.end : mention.end + REACH])[0]
    beside = zip_longest(reversed(list(_known_by(before))), _known_by(after))
    nearest = (word for pair in beside for word in pair if word)
    for word in islice(dict.fromkeys(nearest), MATTER):
        yield zlib.crc32(word.encode())


def _known_by(words: str) -> Iterator[str]:
    return (
        term
        for term in terms_in(words)
        if common_words().get(term, 0.0) <= TELLING and term not in _TIMES
    )


_TIMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday said told yesterday today tomorrow"
    " january february march april may june july august september october november december"
    " official spokesman spokeswoman spokesperson".split()
)


def _telling_words(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in _SMALL]


def _hashed(words: Iterable[str]) -> int:
    return zlib.crc32(" ".join(words).encode())


def _inside(article: Article, reading: Reading) -> Iterator[tuple[str, str]]:
    """Places that stand before a comma and the place that they lie in."""
    places = [one for one in reading.mentions if one.kind == "place"]
    for one, other in pairwise(places):
        if article.text[one.end : other.start] == ", ":
            yield (
                fold(article.text[one.start : one.end]),
                fold(article.text[other.start : other.end]),
            )
