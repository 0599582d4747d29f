"""Finds where sentences of a paragraph begin, by rules over its words."""

from collections.abc import Sequence
from typing import Final

from variorum.read.words import Word

_ENDS: Final = frozenset([".", "!", "?", "…", "...", "。", "！", "？", ".."])
_CLOSERS: Final = frozenset(['"', "”", "’", "'", "''", "’’", "»", "›", ")", "]", "“", "‘"])
"""What may stand between the end of a sentence and the next; “ and ‘ close in German."""

_OPENERS: Final = frozenset(['"', "“", "‘", "'", "``", "‘‘", "„", "‚", "«", "‹", "(", "[", "»"])

_STARTERS: Final = frozenset(
    "the a an he she it they we i you this that these those there here in on at but and or so if "
    "when while as after before since for with by from to his her its their our my your what who "
    "why how where not no yes some many most all both one two also however meanwhile still even "
    "now then according under over during despite although though because asked speaking".split()
)
"""Words that begin a sentence when capitalised, not a name."""

_MAY_END: Final = frozenset(
    "inc. corp. co. ltd. llc. jr. sr. etc. bros. u.s. u.k. u.n. e.u. p.m. a.m. d.c. ph.d. dept. "
    "calif. mass. conn. fla. ariz. pa. va. ill. mich. minn. wis. wash. tenn. ore.".split()
)
"""Abbreviations that end a sentence if a word follows that begins one."""

_SAYING: Final = frozenset(
    "said says say asked asks wrote writes tweeted added adds told replied shouted exclaimed cried "
    "joked quipped wondered posted declared demanded responded answered insisted".split()
)
_LONGEST_SUBJECT: Final = 4


def sentence_starts(words: Sequence[Word]) -> list[int]:
    """The places of the first words of sentences; the first is 0 unless there are no words."""
    if not words:
        return []
    starts = [0]
    place = 0
    while place < len(words):
        word = words[place].text
        if word in _ENDS or (word[-1] == "." and len(word) > 1):
            after = _behind_closers(words, place)
            if after < len(words) and _ends(words, place, after):
                starts.append(after)
            place = after
        else:
            place += 1
    return starts


def _behind_closers(words: Sequence[Word], place: int) -> int:
    """The place behind the end sign, further end signs and what closes with them."""
    after = place + 1
    while after < len(words) and (
        words[after].text in _ENDS
        or (
            words[after].text in _CLOSERS
            and (words[after].start == words[after - 1].end or _stands_apart(words, after))
        )
    ):
        after += 1
    return after


def _stands_apart(words: Sequence[Word], place: int) -> bool:
    """Whether a closing mark of one kind only is printed with a space before it."""
    return words[place].text in ("”", "''", "’’") and place + 1 < len(words)


def _ends(words: Sequence[Word], place: int, after: int) -> bool:
    word, following = words[place].text, words[after]
    glued = after == place + 1 and following.start == words[place].end
    if glued and following.text not in _OPENERS and not following.text[0].isupper():
        return False
    first = _first_word(words, after)
    if word in _ENDS:
        if first[:1].islower():
            return False
        quoted = after > place + 1
        return not (quoted and word != "." and _reports(words, after))
    if word.casefold() in _MAY_END:
        return first.casefold() in _STARTERS and first[:1].isupper()
    return False


def _first_word(words: Sequence[Word], place: int) -> str:
    while place < len(words) and words[place].text in _OPENERS:
        place += 1
    return words[place].text if place < len(words) else ""


def _reports(words: Sequence[Word], place: int) -> bool:
    """Whether a name and a verb of saying follow: the sentence of `"Why?" Jane Doe asked` goes on."""
    for distance, word in enumerate(words[place : place + _LONGEST_SUBJECT + 1]):
        if word.text in _SAYING:
            return distance > 0
        if not (word.text[0].isupper() or word.text.casefold() in ("the", "of", "'s", "’s")):
            return False
    return False
