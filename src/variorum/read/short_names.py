"""Short names of bodies: the letters of a long name, the first word of a company's."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from variorum.read.bodies import kinds_of_name
from variorum.read.lexicon import NATIONS
from variorum.read.names import NameMention

Key = tuple[str, ...]
"""The folded words of a name."""

MINOR: Final = frozenset("of and the for in on de la at to".split())
"""Words whose first letters no short name has."""


def with_short_names(
    names: Sequence[NameMention], keys: Sequence[Key], borne: AbstractSet[str]
) -> list[Key]:
    """The keys; those of short names of bodies are the keys of the names in full.

    In "the Economic Community of West African States (ECOWAS)" letters stand beside the name that
    they are made from; "Doe" is short for "Doe Airlines" where nobody bears that name, and "the
    Times" for the only paper of a longer name that ends so.
    """
    short = _papers(names, keys)
    for place, (name, key) in enumerate(zip(names, keys, strict=True)):
        if name.kind == "person" or len(key) < 2:
            continue
        behind = names[place + 1] if place + 1 < len(names) else None
        if behind and behind.words[0] == name.words[1] + 1 and _is_made_from(behind.tokens, key):
            short.setdefault(keys[place + 1], key)
        first = key[:1]
        is_free = len(first[0]) > 2 and first[0] not in borne and first[0] not in NATIONS
        if is_free and "company" in kinds_of_name(key):
            short.setdefault(first, key)
    titled = {key for name, key in zip(names, keys, strict=True) if name.titles}
    return [short.get(key, key) if key not in titled else key for key in keys]


def _papers(names: Sequence[NameMention], keys: Sequence[Key]) -> dict[Key, Key]:
    """For the last word of a newspaper's name the whole, if it is that of one only."""
    bodies = {key for name, key in zip(names, keys, strict=True) if name.kind == "organization"}
    whole: dict[Key, set[Key]] = defaultdict(set)
    for key in bodies:
        if len(key) > 1 and key[-1:] in bodies and "newspaper" in kinds_of_name(key):
            whole[key[-1:]].add(key)
    return {last: one for last, (one, *others) in whole.items() if not others}


def _is_made_from(letters: Sequence[str], name: Sequence[str]) -> bool:
    """Whether capitals are made from the first letters of a name's words, one or more of each."""
    if len(letters) > 1 or not letters[0].isupper() or len(letters[0]) < 3:
        return False
    rest, words = letters[0].casefold(), [word for word in name if word not in MINOR]
    ends = {0}
    for word in words:
        ends = {
            start + length
            for start in ends
            for length in range(1, min(3, len(word)) + 1)
            if rest.startswith(word[:length], start)
        }
    return len(rest) in ends
