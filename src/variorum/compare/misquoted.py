"""Words in marks that articles give to different people.

The same few words between quotation marks, in two articles of a story, whose speakers are both
named next to them and are not one: what one agency has from the minister, another has from the
envoy. Slogans that everybody quotes tell nothing: words that a third speaker has too are left.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from variorum.compare.accounts import is_one_surname
from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import found_in, told_in
from variorum.compare.nearness import ALIKE, UNREAD, Nearness
from variorum.compare.words import folded_words
from variorum.record.article import Article
from variorum.record.letters import without_marks
from variorum.record.reading import Quotation, Reading
from variorum.record.reuse import Place
from variorum.record.story import StoryGroup

FEWEST: Final = 3
"""Words of a phrase, two of them others than those of grammar, that nobody quotes by chance."""

MOST_SPEAKERS: Final = 2
"""Speakers of a phrase in a story, beyond which it is a slogan."""

APART: Final = 7 * 24.0
"""Hours between two publications beyond which another may well have said the same."""


class Phrase(NamedTuple):
    """Words in marks: where, and whose they are: the speaker's last name, and the first."""

    place: Place
    words: tuple[str, ...]
    surname: str
    name: str


def misquotations(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    stories: Iterable[StoryGroup],
    nearness: Nearness = UNREAD,
) -> Iterator[Contradiction]:
    """Words in marks that two articles of a story give to different people, both named."""
    phrases = found_in(articles, readings, _phrases)
    for story in stories:
        told = told_in(story, phrases)
        for alike in _alike(told):
            speakers = {one.surname for one in alike}
            if len(speakers) != MOST_SPEAKERS or _are_said_by_both(alike):
                continue
            yield from _apart(alike, articles, nearness)


def _phrases(article: Article, reading: Reading) -> Iterator[Phrase]:
    text = article.text
    people = {one.id: one.name for one in reading.entities if one.kind == "person"}
    for said in reading.quotations:
        name = people.get(said.speaker or "")
        if name is None or not said.source or not said.content or not _is_named(said, name, text):
            continue
        start = max(0, said.content[0].start - 1)
        for found in _MARKED.finditer(text, start, min(len(text), said.content[-1].end + 2)):
            words = folded_words(found["words"])
            telling = set(words) - _GRAMMAR
            if len(words) >= FEWEST and len(telling) > 1 and not _is_title(found["words"]):
                place = Place(reading.article, found.start("words"), found.end("words"))
                yield Phrase(place, words, _fold(name.split()[-1]), _fold(name))


def _is_title(printed: str) -> bool:
    """Whether all words but those of grammar are written with a capital: "Meet the Press"."""
    words = [word for word in printed.split() if _fold(word.strip(",.")) not in _GRAMMAR]
    return all(word[:1].isupper() for word in words)


_MARKED: Final = re.compile(r"[“\"](?P<words>[^“”\"\n]{8,400})[”\"]")
_GRAMMAR: Final = frozenset(
    "the a an and or but of in on at to for from by with as that it its he his she her they their "
    "is are was were be been have has had do did will would not no i we you our my this very "
    "so".split()
)


def _fold(name: str) -> str:
    return without_marks(name.casefold())


def _is_named(said: Quotation, name: str, text: str) -> bool:
    """Whether the words next to the quotation name its speaker."""
    source = _fold(" ".join(part.of(text) for part in said.source))
    return _fold(name.rsplit(maxsplit=1)[-1]) in source


def _alike(told: Sequence[Phrase]) -> Iterator[list[Phrase]]:
    """Phrases of which the shorter is a part of each other one, by the shortest."""
    starts: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for one in told:
        for at in range(len(one.words) - FEWEST + 1):
            starts[one.words[at : at + FEWEST]].append(one)
    seen: set[tuple[str, ...]] = set()
    for short in sorted(told, key=lambda one: (len(one.words), one.words, one.place)):
        if short.words in seen:
            continue
        seen.add(short.words)
        alike = [one for one in starts[short.words[:FEWEST]] if _has(one.words, short.words)]
        if len({one.place.article for one in alike}) > 1:
            yield list(dict.fromkeys(alike))


def _has(words: Sequence[str], part: Sequence[str]) -> bool:
    size = len(part)
    return any(tuple(words[at : at + size]) == part for at in range(len(words) - size + 1))


def _are_said_by_both(alike: Sequence[Phrase]) -> bool:
    """Whether one article has the words from both."""
    speakers: dict[str, set[str]] = defaultdict(set)
    for one in alike:
        speakers[one.place.article].add(one.surname)
    return any(len(names) > 1 for names in speakers.values())


def _apart(
    alike: Sequence[Phrase], articles: Mapping[str, Article], nearness: Nearness
) -> Iterator[Contradiction]:
    first = alike[0]
    for one in alike:
        for other in alike:
            if one.surname != first.surname or not _are_apart(one, other):
                continue
            a, b = articles[one.place.article], articles[other.place.article]
            if a.hours_apart(b) > APART or _tells_of(b, other, one) or _tells_of(a, one, other):
                continue
            is_long = min(len(one.words), len(other.words)) >= LONG
            if is_long or nearness.between(one.place, other.place) >= ALIKE:
                yield Contradiction(
                    "attribution", one.place, other.place, one.name, other.name, 0.7,
                    "The same words are given to different speakers",
                )  # fmt: skip


LONG: Final = 4
"""Words that two people do not say by chance; of fewer the sentences must be near in meaning."""

FARTHEST: Final = 5
"""How many times as long as the one the other phrase may be: beyond that it quotes a quotation."""


def _are_apart(one: Phrase, other: Phrase) -> bool:
    short, long = sorted((len(one.words), len(other.words)))
    if one.place.article == other.place.article or (short < LONG and long > FARTHEST * short):
        return False
    return not is_one_surname(one.surname, other.surname) and not _is_part(one.name, other.name)


def _tells_of(article: Article, phrase: Phrase, other: Phrase) -> bool:
    """Whether the paragraph of a phrase names the other speaker too, who may be whose it is."""
    text = article.text
    start = text.rfind("\n", 0, max(0, phrase.place.start - 1)) + 1
    end = text.find("\n", phrase.place.end)
    return other.surname in _fold(text[start : end if end >= 0 else len(text)])


def _is_part(one: str, other: str) -> bool:
    """Whether a name has all of the words of the other."""
    names = {*one.split()}, {*other.split()}
    return names[0] <= names[1] or names[1] <= names[0]
