"""Says what kind of change an edit makes: of style, number, name, qualifier, attribution, tense.

English closed classes and forms only; nothing here knows a topic. What fits no kind is
`wording`, which is where loaded words are found.
"""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Indel

from variorum.record.reuse import EditKind

LONGEST_PHRASE: Final = 12
"""Words beyond which a change is a passage dropped or added, not a change of wording."""

FEW_WORDS: Final = 6
"""Changed words up to which one hedge or reporting verb among them makes the change's kind."""

SAME_WORD: Final = 0.8
"""Likeness of letters from which two words are spellings or forms of one: "organise"/"organize"."""

Words = tuple[str, ...]

_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_COUNTED: Final = _UNITS + [
    ten if unit == "zero" else f"{ten}-{unit}" for ten in _TENS for unit in _UNITS[:10]
]
_DIGITS: Final = {word: str(number) for number, word in enumerate(_COUNTED)}
_NUMBER_WORDS: Final = frozenset(
    "dozen dozens hundred hundreds thousand thousands million millions billion billions half "
    "quarter third first second".split()
)
_HEDGES: Final = frozenset(
    "allegedly alleged reportedly apparently falsely wrongly supposedly purportedly "
    "purported ostensibly seemingly possibly probably perhaps likely unlikely largely "
    "partly mostly mainly some somewhat so-called self-styled self-proclaimed self-declared "
    "presumed suspected unconfirmed unverified unproven disputed baseless unfounded "
    "evidence proof nearly almost estimated estimates about around roughly several many few "
    "most".split()
)
_REPORTING: Final = frozenset(
    "said says say told tells added adds stated according reported reports announced "
    "claimed claims insisted argued noted stressed remarked maintained acknowledged "
    "conceded warned wrote testified explained declared recalled quoted described called".split()
)
_EMPTY_WORDS: Final = frozenset("the a an that which of per cent percent".split())
_FUTURE: Final = frozenset(
    "will shall would could may might expected due planned plans set scheduled hopes "
    "intends wants going ahead tomorrow upcoming forthcoming".split()
)
_PAST: Final = frozenset(
    "was were had did met went gave took made held said told left came began broke agreed "
    "spoke became brought sent stood won lost".split()
)


def kind_of_edit(before: str, after: str) -> EditKind:
    """What the change from `before` to `after` does; either may be empty."""
    old, new = _words(before), _words(after)
    if max(len(old), len(new)) > LONGEST_PHRASE:
        return "passage"
    changed = set(old) ^ set(new)
    is_short, is_replaced = len(changed) <= FEW_WORDS, bool(old and new)
    is_name = all(_has_name(side) for side in (before, after) if _WORD.search(side))
    tests: tuple[tuple[EditKind, bool], ...] = (
        ("style", _is_style(old, new)),
        ("qualifier", bool(changed & _HEDGES) and is_short),
        ("number", _numbers(old) != _numbers(new) and (is_short or is_replaced)),
        ("tense", _tense(old) * _tense(new) < 0),
        ("attribution", bool(changed & _REPORTING) and (is_short or not is_replaced)),
        ("name", is_name and is_short),
        ("passage", not is_short and not is_replaced),
    )
    return next((kind for kind, holds in tests if holds), "wording")


def hedges(text: str) -> int:
    """How many words of `text` hedge or qualify."""
    return sum(word in _HEDGES for word in _words(text))


def attributions(text: str) -> int:
    """How many words of `text` report who said so."""
    return sum(word in _REPORTING for word in _words(text))


def tense(text: str) -> int:
    """1 if the words speak of what is to come, else -1 if of what is past, else 0."""
    return _tense(_words(text))


def _tense(words: Words) -> int:
    if any(word in _FUTURE for word in words):
        return 1
    return -any(word in _PAST or (len(word) > 4 and word.endswith("ed")) for word in words)


@lru_cache(1024)
def _words(text: str) -> Words:
    """The words of a text in lower case, numbers up to a hundred in digits.

    Kept for a while, since the same side of an edit is asked for its kind and each measure.
    """
    words = (word.casefold().replace("’", "'") for word in _WORD.findall(text))
    return tuple(_DIGITS.get(word, word) for word in words)


def _is_style(old: Words, new: Words) -> bool:
    """The same words otherwise spelled, joined, inflected or abbreviated; or articles only."""
    squashed_old, squashed_new = (re.sub(r"\W", "", "".join(words)) for words in (old, new))
    if squashed_old == squashed_new or set(old) | set(new) <= _EMPTY_WORDS:
        return True
    if (
        "".join(word[0] for word in old) == squashed_new
        or "".join(word[0] for word in new) == squashed_old
    ):
        return len(old) != len(new)
    same_count = len(old) == len(new)
    return same_count and all(_is_one_word(*pair) for pair in zip(old, new, strict=True))


def _is_one_word(old: str, new: str) -> bool:
    if old.isdigit() or new.isdigit():
        return old == new
    return old[0] == new[0] and Indel.normalized_similarity(old, new) >= SAME_WORD


def _numbers(words: Words) -> list[str]:
    return [word for word in words if word[0].isdigit() or word in _NUMBER_WORDS]


def _has_name(text: str) -> bool:
    return any(word[0].isupper() for word in _WORD.findall(text))
