"""Names for which a rewrite of a sentence has another: of a person, a place, a body.

A name that only the one text has, against one of its kind that only the other has, in sentences
that else say the same, is a name given wrongly, not another matter.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from variorum.compare.conflicts import Contradiction
from variorum.compare.retold import Retold
from variorum.compare.words import folded_words, is_in_marks, last_words
from variorum.record.article import Article
from variorum.record.letters import without_marks
from variorum.record.reading import Mention, Reading
from variorum.record.reuse import Place

NEAR: Final = 0.7
SHARE: Final = 0.55
"""Nearness in meaning, and the share of words, that two sentences must have in common."""

_KINDS: Final = frozenset(("person", "place", "organization"))


class Named(NamedTuple):
    """A name in a sentence: of what kind, its words, where, and the word right before it."""

    kind: str
    words: tuple[str, ...]
    place: Place
    before: str


def renamings(
    retold: Iterable[Retold], readings: Mapping[str, Reading], articles: Mapping[str, Article]
) -> Iterator[Contradiction]:
    """The only name that one of two sentences has and the other's text has not, on both sides."""

    @cache
    def words_of(article: str) -> frozenset[str]:
        return frozenset(map(without_marks, folded_words(articles[article].text)))

    for one in retold:
        if one.nearness < NEAR or one.share < SHARE:
            continue
        a, b = one.a.place, one.b.place
        sides = [
            _exclusive(_names(place, readings, articles), words_of(other.article))
            for place, other in ((a, b), (b, a))
        ]
        if len(sides[0]) == len(sides[1]) == 1:
            (name,), (other,) = sides
            if _are_alike(name, other) and not _are_one(name, other):
                yield Contradiction(
                    "wording", name.place, other.place, " ".join(name.words),
                    " ".join(other.words), 0.65, "A retelling of the sentence has another name",
                )  # fmt: skip


def _names(
    sentence: Place, readings: Mapping[str, Reading], articles: Mapping[str, Article]
) -> Iterator[Named]:
    text = articles[sentence.article].text
    mentions: tuple[Mention, ...] = readings[sentence.article].mentions
    at = bisect_left(mentions, sentence.start, key=lambda one: one.start)
    for one in mentions[at:]:
        if one.start >= sentence.end:
            break
        printed = text[one.start : one.end]
        if one.kind in _KINDS and printed[:1].isupper() and not is_in_marks(text, one.start):
            words = tuple(
                without_marks(word.removesuffix("'s").removesuffix("'"))
                for word in folded_words(printed)
                if word not in ("the", "of")
            )
            before = last_words(text, sentence.start, one.start, 1)
            place = Place(sentence.article, one.start, one.end)
            yield Named(one.kind, words, place, before[0].folded if before else "")


def _exclusive(names: Iterable[Named], known: Collection[str]) -> list[Named]:
    """The names of which the last word is not in the other text, nor their initials."""
    return [one for one in names if one.words and one.words[-1] not in known]


def _are_alike(one: Named, other: Named) -> bool:
    """Whether two names are of one kind, and stand behind the same word or have a word in common.

    "Calls from the Hill" and "members of Congress" name two things, and tell one.
    """
    if one.kind != other.kind:
        return False
    return one.before == other.before or not set(one.words).isdisjoint(other.words)


def _are_one(one: Named, other: Named) -> bool:
    """Whether two names may be two forms of one: an adjective, initials, another spelling."""
    last, other_last = one.words[-1], other.words[-1]
    if last[:SAME] == other_last[:SAME]:
        return True
    if DamerauLevenshtein.distance(last, other_last) <= 1:
        return True
    shorts = ("".join(word[0] for word in name.words) for name in (one, other))
    return last in shorts or other_last in shorts


SAME: Final = 4
"""Letters by which a name and an adjective of it begin alike."""
