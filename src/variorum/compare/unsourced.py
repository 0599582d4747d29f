"""What one text gives by a source, and its copy or rewrite tells as its own.

A report in the reporter's words ("Noray said it would attend") is held against the sentences of
the texts that share passages with it: one that has its words and no source has dropped it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.polarity import negations
from variorum.compare.relatives import kin
from variorum.compare.sources import FIRST_PERSON, GOES_ON, REPORTING
from variorum.compare.words import folded_words, is_in_marks, sentence_at, stem
from variorum.record.article import Article
from variorum.record.lineage import Pair
from variorum.record.reading import Quotation, Reading
from variorum.record.reuse import Place
from variorum.record.span import Span

SHARES: Final = ((0.75, 0.6), (0.5, 0.8))
"""The share of the weight of what is reported that a sentence without a source must have, and the
share of that sentence's weight which the report must have, source and all: the one or the other."""

FEWEST: Final = 3
"""Words of a report, others than those of grammar, below which it tells too little by itself."""

_EMPTY: Final = frozenset(
    "the a an and or but of in on at to for from by with as that which who it its he his she her "
    "they their them is are was were be been being has have had do does did will would shall "
    "should can could may might this these those there than then so also".split()
)


class Bare(NamedTuple):
    """A sentence that gives no source, and its stems."""

    place: Place
    stems: frozenset[str]
    negations: int


def unsourced_contradictions(
    pairs: Iterable[Pair], readings: Mapping[str, Reading], articles: Mapping[str, Article]
) -> Iterator[Contradiction]:
    """Reports of a source that a text with shared passages tells without any.

    That two texts quote the same words is not enough.
    """
    related: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        if pair.relation != "quotes_only" and pair.a in articles and pair.b in articles:
            related[pair.a].add(pair.b)
            related[pair.b].add(pair.a)
    known = sorted(name for name in related if name in readings)
    bare = {name: tuple(_bare(articles[name].text, readings[name])) for name in known}
    weights = _weights(bare.values())
    press = press_of(articles.values())
    for name in known:
        others = [one for other in sorted(related[name]) for one in bare.get(other, ())]
        if others:
            yield from _dropped(articles[name], readings[name], others, weights, press)


def press_of(articles: Iterable[Article]) -> frozenset[str]:
    """The outlets and agencies of all articles: who credits one of them names no witness."""
    names = {name for one in articles for name in (one.outlet, *(by.name for by in one.agencies))}
    return frozenset(name.casefold() for name in names if name)


def _bare(text: str, reading: Reading) -> Iterator[Bare]:
    """The sentences that nobody is reported to say."""
    quoted = [part for one in reading.quotations for part in (*one.content, *one.source)]
    for at, span in enumerate(reading.sentences):
        words = folded_words(span.of(text))
        if len(words) < FEWEST or not _SOURCED.isdisjoint(words):
            continue
        if any(part.meets(span) for part in quoted):
            continue
        if is_in_marks(text, span.start) or "“" in span.of(text) or _goes_on(text, reading, at):
            continue
        yield Bare(Place(reading.article, span.start, span.end), _stems(words), negations(words))


_SOURCED: Final = REPORTING | FIRST_PERSON


def _goes_on(text: str, reading: Reading, at: int) -> bool:
    """Whether the next sentence says who says so: "He added that"."""
    if at + 1 == len(reading.sentences):
        return False
    following = reading.sentences[at + 1].of(text)
    return GOES_ON.match(following) is not None


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(kin(stem(word)) for word in words if word not in _EMPTY)


def _weights(bare: Iterable[Sequence[Bare]]) -> dict[str, float]:
    sentences = {one.stems for some in bare for one in some}
    counts = Counter(word for stems in sentences for word in stems)
    return defaultdict(
        lambda: math.log(1 + len(sentences)),
        {word: math.log((1 + len(sentences)) / count) for word, count in counts.items()},
    )


def _dropped(
    article: Article,
    reading: Reading,
    others: Sequence[Bare],
    weights: Mapping[str, float],
    press: frozenset[str],
) -> Iterator[Contradiction]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(others):
        for word in one.stems:
            holders[word].append(index)
    for said in reading.quotations:
        report = _report(said, article.text)
        if report is None or (said.speaker_name or "").casefold() in press:
            continue
        content, source, negated = report
        met: Counter[int] = Counter()
        for word in content:
            for index in holders.get(word, ()):
                met[index] += 1
        for index in sorted(met):
            other = others[index]
            if other.negations % 2 == negated and _is_told(content, source, other, weights):
                yield _contradiction(article, said, other)


def _report(said: Quotation, text: str) -> tuple[frozenset[str], frozenset[str], int] | None:
    """The stems of what is reported, those of its source, and whether it says no."""
    if said.mode != "indirect" or not (said.source and said.cue and said.speaker_name):
        return None
    cue = folded_words(" ".join(part.of(text) for part in said.cue))
    if (REPORTING | _BLAMING).isdisjoint(cue) or not _ACTS.isdisjoint(cue):
        return None
    words = folded_words(" ".join(part.of(text) for part in _of_cue(said, text)))
    source = folded_words(" ".join(part.of(text) for part in said.source))
    content = _stems(words)
    # Its own doings may be told of the source by name: "It would attend" and "Noray will attend".
    subject = _stems(source) if words and words[0] in _PRONOUNS else frozenset[str]()
    is_enough = len(content) >= FEWEST or (content and subject)
    return (content, subject, negations(words) % 2) if is_enough else None


def _of_cue(said: Quotation, text: str) -> list[Span]:
    """The parts of what is reported that stand in the sentence of the word that reports it."""
    sentence = sentence_at(text, said.cue[0])
    return [part for part in said.content if part.meets(sentence)] or list(said.content)


_BLAMING: Final = frozenset("blamed blames blaming accused accuses accusing".split())
_ACTS: Final = frozenset("announced announces announce declared declares".split())
"""Who announces a thing does it by that."""

_PRONOUNS: Final = frozenset("he she it they his her its their that".split())


def _is_told(
    content: frozenset[str], source: frozenset[str], other: Bare, weights: Mapping[str, float]
) -> bool:
    """Whether a sentence has most of the report's words, and little else."""
    if not _INTENT.isdisjoint(content ^ other.stems):
        return False
    if len(content) < FEWEST and source.isdisjoint(other.stems):
        return False
    covered = _weight(content & other.stems, weights) / (_weight(content, weights) or 1.0)
    filled = _weight((content | source) & other.stems, weights) / _weight(other.stems, weights)
    return any(covered >= one and filled >= two for one, two in SHARES)


def _weight(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return math.fsum(weights[word] for word in words)


_INTENT: Final = frozenset(
    map(
        stem,
        "hoped planned wanted intended wished expected tried aimed vowed promised "
        "threatened considered pledged offered".split(),
    )
)
"""What is meant, which is another thing than what is done."""


def _contradiction(article: Article, said: Quotation, other: Bare) -> Contradiction:
    place = _place(article, said)
    return Contradiction(
        "attribution", place, other.place, (said.speaker_name or "").casefold(),
        "nobody", 0.7, "Only one side says who says so",
    )  # fmt: skip


def _place(article: Article, said: Quotation) -> Place:
    """From the first to the last of the words of a source, of its verb and of what is reported.

    What stands in another sentence than the word that reports is left.
    """
    sentence = sentence_at(article.text, said.cue[0])
    parts = [part for part in (*said.cue, *said.source, *said.content) if part.meets(sentence)]
    start = max(sentence.start, min(part.start for part in parts))
    return Place(article.id, start, min(sentence.end, max(part.end for part in parts)))
