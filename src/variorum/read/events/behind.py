"""What stands right before and behind the noun of an event, whatever the tree makes of it.

"phone call between the Russian and US presidents in Oslo": trees over long noun phrases are often
wrong, and the order of the words is not.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from variorum.read.events.grammar import Grammar
from variorum.read.events.triggers import Found
from variorum.read.lexicon import NATIONS

_TOGETHER: Final = frozenset("between with among".split())
_LONGEST: Final = 9
_RUN: Final = ("DT", "JJ", "PRP$", "POS", "CD", "HYPH", "PRP")


class Beside(NamedTuple):
    """The words of those who take part, and of the place."""

    parties: list[int]
    place: int | None


def beside(grammar: Grammar, found: Found) -> Beside:
    """Who is named right before and behind a noun with "between" or "with", and where with "in"."""
    parties = list(_before(grammar, found))
    at, last = found.words[1], _end(grammar, found.head)
    at = _past_matter(grammar, at, last)
    if at < last and grammar.words[at] in _TOGETHER:
        first, at = _run(grammar, at + 1, last)
        second = None
        if at < last and grammar.words[at] == "and":
            second, at = _run(grammar, at + 1, last)
        # In "the Russian and US presidents" the adjective names nobody by itself.
        shares_noun = first is not None and second is not None and grammar.tags[first] == "JJ"
        parties += [one for one in (None if shares_noun else first, second) if one is not None]
    place = None
    if at < last and grammar.words[at] in ("in", "at"):
        place, _ = _run(grammar, at + 1, last)
    return Beside(parties, place)


def _past_matter(grammar: Grammar, at: int, last: int) -> int:
    """Behind what the talks are about: "talks over pension reform between unions and firms"."""
    if at >= last or grammar.words[at] not in ("on", "over", "about"):
        return at
    _, behind = _run(grammar, at + 1, last)
    return behind if behind < last and grammar.words[behind] == "between" else at


def _end(grammar: Grammar, word: int) -> int:
    return grammar.passage.sentence(grammar.passage.sentence_of(word))[1]


def _before(grammar: Grammar, found: Found) -> Iterator[int]:
    before = found.words[0] - 1
    first = grammar.passage.sentence(grammar.passage.sentence_of(found.head))[0]
    if before < first:
        return
    text = grammar.words[before]
    hyphened = "-" in text and grammar.printed(before)[0].isupper()
    if text in NATIONS or hyphened:
        yield before


def _run(grammar: Grammar, start: int, last: int) -> tuple[int | None, int]:
    """The noun that a run of words names, and where the run ends.

    The name behind a title with "of" is taken: "Secretary of State Jane Doe".
    """
    noun: int | None = None
    at = start
    while at < min(last, start + _LONGEST):
        tag, text = grammar.tags[at], grammar.words[at]
        if tag.startswith("NN") or text in NATIONS or tag == "PRP":
            noun = at
        elif text == "of" and _is_title(grammar, at, last):
            noun = None
        elif tag not in _RUN:
            break
        at += 1
    return noun, at


def _is_title(grammar: Grammar, of: int, last: int) -> bool:
    """Whether a name stands behind "of" and one more word."""
    behind = grammar.tags[of + 1 : min(last, of + 4)]
    return len(behind) == 3 and all(tag in ("NNP", "NNPS") for tag in behind)
