"""Cuts English paragraphs into words as the Penn Treebank does, with their characters."""

import re
from typing import Final, NamedTuple

INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Characters that change nothing for a reader; they may stand within words."""

_HIDDEN: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_LETTER: Final = r"[^\W_]"

ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof rev hon gov lt col gen sgt capt maj cmdr adm brig cpl pvt sen rep reps sens "
    "st ste mt ft no nos vs etc inc corp co ltd llc bros jr sr esq assn dept univ est approx fig "
    "pres supt det sec amb messrs mmes jan feb mar apr jun jul aug sept sep oct nov dec mon tue "
    "tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky "
    "la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont "
    "que vol ed eds cf al viz".split()
)
"""Words that keep a full stop behind them, without it."""

_WORD: Final = re.compile(
    rf"""
    [A-Za-z]+(?=[\s,])                                    # most words: what follows is not tried
  | (?:https?://|www\.)[^\s“”"«»<>]+                      # an address
  | [@\#]\w+                                              # a handle
  | [\w.+-]{{1,64}}@\w[\w-]{{0,64}}(?:\.\w{{1,64}}){{1,5}}  # an address of mail
  | (?:[^\W\d_]\.){{2,}}(?:-\w[\w-]*|[^\W\d_](?!\w))?     # U.S.
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|[ap]m)?(?![^\W_])   # 1,200.5
  | {_LETTER}(?:{_LETTER}|[{_HIDDEN}](?=\w))*(?:[-‐‑/&.’'_](?=\w)(?:\w|[{_HIDDEN}](?=\w))+)*
  | ``|''|‘‘|’’|,,(?=\w)                                  # marks of two signs
  | \.{{2,}}|…|-{{2,}}|[–—―]                              # dots and dashes
  | [^\s{_HIDDEN}]
    """,
    re.VERBOSE,
)
_CLITIC: Final = re.compile(
    r"(?<=[^\W_])(?:(n['’]t)|(['’](?:s|re|ve|ll|d|m)))$|(?<=[sS])(['’])$", re.IGNORECASE
)
_TWO_WORDS: Final = frozenset(["cannot", "gonna", "wanna", "gotta"])
_HALF: Final = len("can")


class Word(NamedTuple):
    """A word as it is read (without invisible characters) and its characters in the text."""

    text: str
    start: int
    end: int


def cut_words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`, in order, without white space."""
    words: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        first, last = match.span()
        if middle := _middle(match.group()):
            words.append(_word(text, first, first + middle))
        words.append(_word(text, first + middle, last))
    return words


def _middle(word: str) -> int:
    """Where two words are written as one, before a clitic or within "cannot"; 0 in others."""
    if word.isalnum():
        return _HALF if word.casefold() in _TWO_WORDS else 0
    clitic = _CLITIC.search(word) if len(word) > 2 else None
    return clitic.start() if clitic else 0


def _word(text: str, start: int, end: int) -> Word:
    word = text[start:end]
    return Word(word if word.isascii() else INVISIBLE.sub("", word) or word, start, end)


def with_full_stops(words: list[Word]) -> list[Word]:
    """Joins full stops to the abbreviations and initials before them ("Mr.", "J.")."""
    joined: list[Word] = []
    for place, word in enumerate(words):
        before = joined[-1] if joined else None
        if (
            word.text == "."
            and before
            and before.end == word.start
            and place + 1 < len(words)
            and _takes_full_stop(before.text, words[place + 1].text)
        ):
            joined[-1] = Word(before.text + ".", before.start, word.end)
        else:
            joined.append(word)
    return joined


def _takes_full_stop(word: str, following: str) -> bool:
    if word.casefold() in ("no", "fig"):
        return following[0].isdigit()
    if len(word) == 1:
        return word.isalpha() and word.isupper() and word != "I"
    is_short = word[0].isupper() and word.casefold() in ABBREVIATIONS
    return is_short or word in ("vs", "etc")
