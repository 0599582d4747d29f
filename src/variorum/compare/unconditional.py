"""What a speaker says on a condition in one article, and without it in another."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from variorum.compare.conditions import ALIKE, CONDITIONAL, CONNECTORS
from variorum.compare.conflicts import Contradiction
from variorum.compare.words import last_words, sentence_at
from variorum.record.article import Article
from variorum.record.reading import Quotation, Reading
from variorum.record.reuse import Place
from variorum.record.story import StoryGroup


def condition_contradictions(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    stories: Iterable[StoryGroup],
) -> Iterator[Contradiction]:
    """What a speaker says on a condition in one article, and without it in another of the story."""
    for story in stories:
        said = [
            (name, one, articles[name].text)
            for name in story.articles
            if name in readings and name in articles
            for one in readings[name].quotations
            if one.content and one.speaker_name
        ]
        bare: dict[tuple[str, ...], list[tuple[str, Quotation]]] = defaultdict(list)
        for name, one, text in said:
            if key := _ending(one, text, one.content[-1].end):
                bare[key].append((name, one))
        for name, one, text in said:
            found = _IN_REPORT.search(text, one.content[-1].start, one.content[-1].end)
            if found is None or not (key := _ending(one, text, found.start())):
                continue
            for other_name, other in bare.get(key, ()):
                if other_name != name and _ends(articles[other_name].text, other):
                    yield _of_reports(name, one, other_name, other)


_IN_REPORT: Final = re.compile(
    rf",? (?:but |and )?(?:only )?(?:if(?! [\w’']+ (?:had|were)\b)|{CONNECTORS})\s"
)


def _ending(one: Quotation, text: str, end: int) -> tuple[str, ...]:
    """The speaker and the last words before a place."""
    last = last_words(text, one.content[-1].start, end, ALIKE)
    speaker = (one.speaker_name or "").split()[-1].casefold()
    return (speaker, *(word.folded for word in last)) if len(last) == ALIKE else ()


def _ends(text: str, one: Quotation) -> bool:
    """Whether nothing else that is said follows in the sentence, nor a condition before it."""
    sentence = sentence_at(text, one.content[-1])
    return CONDITIONAL.search(text, sentence.start, sentence.end) is None


def _of_reports(name: str, one: Quotation, other_name: str, other: Quotation) -> Contradiction:
    a = Place(name, one.content[-1].start, one.content[-1].end)
    b = Place(other_name, other.content[-1].start, other.content[-1].end)
    return Contradiction(
        "wording", a, b, "on a condition", "without it", 0.7, "Only one side has the condition"
    )
