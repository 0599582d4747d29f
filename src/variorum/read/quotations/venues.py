"""Where something was said: the medium, the platform or the occasion, by the words around the cue.

A medium or platform is named alone ("Telegram", not "a statement on the messaging service
Telegram"), an occasion with its place ("a news conference in Oslo").
"""

from collections.abc import Sequence
from typing import Final

from variorum.read.encoder.window import Words
from variorum.read.lexicon import MEDIA, OCCASIONS, PLATFORMS, verb_of_saying
from variorum.read.passages import Analysis, Passage
from variorum.read.titles import printed

_PHRASE: Final = ("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CD", "HYPH", "VBN", "JJS")
_SERVING: Final = frozenset(
    "messaging blogging microblogging micro-blogging networking sharing streaming".split()
)
_PLACED: Final = frozenset("in at on during via through over after before".split())
_WITH: Final = frozenset("with for to on in from by".split())
"""What stands between an occasion and the medium that it was on."""

TIMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight "
    "morning afternoon evening night week month year earlier later last next".split()
)
_PLATFORM_NOUNS: Final = frozenset(
    "social platform site account page website tv television radio media".split()
)
_DESCRIBING: Final = frozenset(
    "platform site website account page feed app channel service network agency newspaper magazine "
    "broadcaster station program programme show".split()
)
"""Nouns that tell what a named medium is."""

_POSTING: Final = frozenset("wrote writes writing written posted posts posting tweeted".split())
"""Verbs behind which "on" and a name tell a platform."""

_NETWORKS: Final = frozenset(
    "bbc cnn nbc abc cbs msnbc npr fox cnbc sky itv pbs bloomberg rt radio tv channel".split()
)


def phrase_at(passage: Passage, analysis: Analysis, start: int, free: set[int]) -> Words | None:
    """The noun phrase that begins at a word, without a time or a participle at its end."""
    end = start
    while end in free and (
        analysis.parts_of_speech[end] in _PHRASE
        or passage.words[end].text in ("&", "-")
        or passage.words[end].text in _SERVING
    ):
        if passage.words[end].text.casefold() in TIMES:
            break
        end += 1
    while end > start and analysis.parts_of_speech[end - 1] == "VBN":
        end -= 1  # "a rally in Oslo attended by thousands"
    return (start, end) if end > start else None


def venue_of(passage: Passage, analysis: Analysis, around: Sequence[int]) -> str | None:
    """What "on Telegram", "at a news conference in Oslo", "in an interview with …" name."""
    free = set(around)
    for place in around:
        word = passage.words[place].text.casefold()
        if word not in _PLACED and word != "to":
            continue
        found = phrase_at(passage, analysis, place + 1, free)
        if found is None:
            continue
        medium = is_medium(passage, analysis, found)
        spoken = verb_of_saying(passage.words[place - 1].text) == "speak" if place else False
        if word == "to" and not (medium and spoken):
            continue
        posted = place > 0 and passage.words[place - 1].text.casefold() in _POSTING
        platform = word in ("on", "via") and (
            _is_platform(passage, found) or (posted and _is_name(passage, found))
        )
        if word == "on" and not (medium or platform):
            continue
        if platform or medium or is_occasion(passage, found):
            return named_venue(passage, analysis, found, free)
    return None


def named_venue(passage: Passage, analysis: Analysis, found: Words, free: set[int]) -> str:
    """A medium or platform by its name; an occasion by what it was on, or with its place."""
    if _is_platform(passage, found) or not is_occasion(passage, found):
        return _bare(passage, found)
    first, last = found
    if last not in free:
        return printed(passage, found)
    link = passage.words[last].text.casefold()
    more = phrase_at(passage, analysis, last + 1, free) if link in (*_WITH, "at", "of") else None
    if more is None or passage.words[more[0]].text.casefold() in TIMES:
        return printed(passage, found)
    on_platform = link in ("on", "to", "via") and _is_platform(passage, more)
    if link in _WITH and (is_medium(passage, analysis, more) or on_platform):
        return _bare(passage, more)
    return printed(passage, (first, more[1]) if link in ("in", "at", "of") else found)


def _bare(passage: Passage, words: Words) -> str:
    """A medium without what it is called beside its name: "his Truth Social platform"."""
    first, last = words
    end = last
    while end > first and passage.words[end - 1].text in _DESCRIBING | {"news"}:
        end -= 1
    start = end
    while start > first and _is_name(passage, (start - 1, start)):
        start -= 1
    if start < end - 1 and passage.words[start].text == "The":
        start += 1
    named = {word.text.casefold() for word in passage.words[start:end]} - _PLATFORM_NOUNS
    return printed(passage, (start, end) if named else words)


def is_medium(passage: Passage, analysis: Analysis, words: Words) -> bool:
    """Whether a phrase names a newspaper, a broadcaster or the like."""
    read = _last_words(passage, words)
    if read in (["the", "press"], ["the", "media"], ["the", "news", "media"]):
        return False  # Those who ask.
    if read[-1] in MEDIA or (len(read) > 1 and read[-2] in MEDIA and read[-1] == "news"):
        return True
    is_whole = "POS" not in analysis.parts_of_speech[words[0] : words[1]]
    return is_whole and _is_name(passage, words) and bool(_NETWORKS.intersection(read[:2]))


def _is_name(passage: Passage, words: Words) -> bool:
    """Whether all words of a phrase are capitalised, but for an article before them."""
    read = [word.text for word in passage.words[words[0] : words[1]]]
    named = read[1:] if read[0] == "the" else read
    return bool(named) and all(word[0].isupper() or word[0].isdigit() for word in named)


def _is_platform(passage: Passage, words: Words) -> bool:
    read = _last_words(passage, words)
    return (
        read[-1] in PLATFORMS
        or read[-1] in _PLATFORM_NOUNS
        or (any(word in _PLATFORM_NOUNS or word in ("service", "app") for word in read[:-1]))
    )


def is_occasion(passage: Passage, words: Words) -> bool:
    """Whether a phrase names a statement, a meeting or the like."""
    return _last_words(passage, words)[-1] in OCCASIONS


def _last_words(passage: Passage, words: Words) -> list[str]:
    return [word.text.casefold().rstrip(".") for word in passage.words[words[0] : words[1]]]
