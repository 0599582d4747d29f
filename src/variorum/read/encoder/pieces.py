"""Words → pieces of words and the shape that the uncased base model does not see."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from tokenizers import Tokenizer

PADDING, UNKNOWN, FIRST, LAST = 0, 100, 101, 102
"""Numbers of [PAD], [UNK], [CLS] and [SEP] in the base model's vocabulary."""

MOST_PIECES_A_WORD: Final = 8
"""The rest of a longer word (an address, a run of signs) is not read."""

MOST_WORDS_REMEMBERED: Final = 200_000

SHAPES: Final = 6
LOWER, CAPITALIZED, CAPITALS, MIXED, NUMBER, SIGN = range(SHAPES)


class Pieces:
    """Cuts words into pieces and remembers how, since news repeats its words."""

    def __init__(self, vocabulary: Path) -> None:
        """`vocabulary`: a tokenizer.json of the `tokenizers` library."""
        self._tokenizer = Tokenizer.from_file(str(vocabulary))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The pieces of each word; at least one each, [UNK] for what has no visible character."""
        known = self._known
        new = set(words).difference(known)
        if new:
            if len(known) > MOST_WORDS_REMEMBERED:
                known.clear()
                new = set(words)
            cut = [word[:200] for word in new]
            for word, found in zip(
                new, self._tokenizer.encode_batch(cut, add_special_tokens=False), strict=True
            ):
                known[word] = tuple(found.ids[:MOST_PIECES_A_WORD]) or (UNKNOWN,)
        return [known[word] for word in words]


@lru_cache(MOST_WORDS_REMEMBERED)
def shape_of(word: str) -> int:
    """One of six shapes: how a word is written."""
    if word.islower():
        return LOWER
    if any(letter.isdigit() for letter in word):
        return NUMBER
    if not any(letter.isalpha() for letter in word):
        return SIGN
    if word.isupper() and len(word) > 1:
        return CAPITALS
    return CAPITALIZED if word[0].isupper() and not any(map(str.isupper, word[1:])) else MIXED
