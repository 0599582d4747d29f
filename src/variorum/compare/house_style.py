"""Whether two wordings are one in another house's style: spelling, contractions, titles, dates."""

from typing import Final

from rapidfuzz.distance import Indel

from variorum.compare.words import folded_words, stem


def is_style(before: str, after: str) -> bool:
    """Whether only spelling, contraction, title, numeral or abbreviation changes."""
    one, other = (" ".join(map(_plain, folded_words(side))) for side in (before, after))
    squashed = ["".join(filter(str.isalnum, side)) for side in (one, other)]
    if squashed[0] == squashed[1]:
        return True
    words = [side.split() for side in (one, other)]
    kept = [[word for word in side if word not in _OF_STYLE] for side in words]
    if kept[0] == kept[1]:
        return True
    return len(words[0]) == len(words[1]) and all(
        _is_spelling(*pair) for pair in zip(*words, strict=True)
    )


def _plain(word: str) -> str:
    return _EXPANDED.get(word, word.removesuffix("'s").removesuffix("'"))


_EXPANDED: Final = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "they're": "they are",
    "it's": "it is", "he's": "he is", "she's": "she is", "we're": "we are", "i'm": "i am",
    "that's": "that is", "there's": "there is", "you're": "you are", "i've": "i have",
    "we've": "we have", "they've": "they have", "i'll": "i will", "we'll": "we will",
    "you'll": "you will", "he'll": "he will", "percent": "per cent", "pct": "per cent",
} | {
    f"{verb}n't": f"{verb} not"
    for verb in "is are was were do does did has have had would could should must".split()
}  # fmt: skip

_OF_STYLE: Final = frozenset(
    "mr mrs ms dr sen rep gov gen president senator representative governor general minister prime "
    "the a an on u.s us united states of that which than 's".split()
)
"""What house styles print or leave out: titles, articles, "on Monday"."""


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words are one in two spellings: "-our"/"-or", "-ise"/"-ize", a few letters."""
    if one == other or stem(one) == stem(other):
        return True
    if one[:1] != other[:1] or one.isdigit() or other.isdigit():
        return False
    return Indel.normalized_similarity(one, other) >= 0.8 and not any(
        {one, other} == {word, prefix + word} for prefix in ("un", "in") for word in (one, other)
    )
