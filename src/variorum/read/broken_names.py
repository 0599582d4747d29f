"""Names of bodies that the encoder found in pieces: "Stevedores | ' | Coordination" is one."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from variorum.read.bodies import KINDS, kinds_of_name
from variorum.read.encoder.window import Words
from variorum.read.lexicon import CALENDAR, NATIONS
from variorum.read.passages import Analysis, Passage
from variorum.read.titles import POSSESSIVES, is_title

Found: TypeAlias = tuple[Words, str, float]
"""The words of a name, its kind, how sure."""

_WITHIN: Final = ("compound", "flat", "amod", "nmod:desc")
_OF_MANY: Final = frozenset(["People", "Women", "Men", "Children"])
_OF_SEVERAL: Final = ("'", "’")
"""What stands behind the owners of a body where they are several: "the Growers' Union"."""

_PARTIES: Final = frozenset(
    "democrats republicans conservatives liberals tories democrat republican gop democratic "
    "labour tory".split()
)
"""Whose body another word names: "GOP Congress" is no name."""


def mended(passage: Passage, analysis: Analysis, spans: Sequence[Found]) -> list[Found]:
    """The names, those of bodies with the pieces before them that depend on them."""
    surnames = {
        passage.words[last - 1].text
        for (first, last), kind, _ in spans
        if kind == "person" and last - first > 1
    }
    whole: list[Found] = []
    for span in _companies(passage, analysis, spans):
        (first, last), kind, sure = span
        while kind == "organization" and whole:
            piece = _piece_before(passage, analysis, whole[-1], (first, last), surnames)
            if piece is None:
                break
            first, sure = piece, min(sure, whole.pop()[2])
        if kind == "organization" and (owners := _owners_before(passage, analysis, first)):
            is_free = not whole or whole[-1][0][1] <= owners
            first = owners if is_free else first
        whole.append(((first, last), kind, sure))
    return whole


def _owners_before(passage: Passage, analysis: Analysis, first: int) -> int | None:
    """Where "Farmers'" stands that no name was seen in before "Party"."""
    word, owners = passage.words[first].text, first - 2
    if owners < 0 or passage.words[first - 1].text not in POSSESSIVES or not word[:1].isupper():
        return None
    text = passage.words[owners].text
    is_name = text[:1].isupper() and first <= analysis.heads[owners] and not _is_apart([text])
    is_one = is_name and _is_of_many(passage, analysis, owners)
    return (
        owners if is_one and passage.words[owners].end == passage.words[first - 1].start else None
    )


def _piece_before(
    passage: Passage,
    analysis: Analysis,
    before: Found,
    name: Words,
    surnames: set[str],
) -> int | None:
    """Where the name begins if the one before is a piece of it."""
    (first, last), kind, _ = before
    words = passage.words
    read = [word.text for word in words[first:last]]
    between = [word.text for word in words[last : name[0]]]
    if not name[0] <= analysis.heads[last - 1] < name[1] or _is_apart(read):
        return None
    if kind == "person" and (len(read) > 1 or read[0] in surnames):
        return None
    if not words[name[0]].text[:1].isupper() or not read[-1][:1].isupper():
        return None
    if not between:
        is_part = analysis.relations[last - 1] in _WITHIN and _is_proper(analysis, last - 1)
        return first if is_part and kind != "group" else None
    if len(between) > 1 or between[0] not in POSSESSIVES:
        return None
    return first if _is_of_many(passage, analysis, last - 1) else None


def _is_of_many(passage: Passage, analysis: Analysis, word: int) -> bool:
    """Whether a word before "'s" is of several owners: "Farmers'", "People's"."""
    text, sign = (one.text for one in passage.words[word : word + 2])
    is_plural = text.endswith("s") and analysis.parts_of_speech[word] in ("NNPS", "NNS")
    behind = analysis.heads[word]
    told = text.casefold(), passage.words[behind].text.casefold()
    is_body = text.endswith("s") and sign in _OF_SEVERAL and bool(kinds_of_name(told))
    return is_plural or is_body or text in _OF_MANY


def _behind_possessive(passage: Passage, analysis: Analysis, name: Words) -> int | None:
    """The capitalised word that a piece such as "Farmers'" belongs to, right behind it."""
    last = name[1]
    if last + 1 >= len(passage.words) or passage.words[last].text not in POSSESSIVES:
        return None
    word = passage.words[last + 1].text
    is_name = word[:1].isupper() and analysis.parts_of_speech[last + 1] in ("NNP", "NNPS")
    belongs = analysis.heads[last - 1] == last + 1 and _is_of_many(passage, analysis, last - 1)
    read = [one.text for one in passage.words[name[0] : last]]
    return last + 1 if is_name and belongs and not is_title(word) and not _is_apart(read) else None


def _is_apart(read: Sequence[str]) -> bool:
    """Whether words are a name by themselves whatever follows: countries, parties."""
    name = " ".join(read).casefold()
    return name in NATIONS or name in _PARTIES


def _is_proper(analysis: Analysis, word: int) -> bool:
    return analysis.parts_of_speech[word] in ("NNP", "NNPS", "JJ", "NN")


def _companies(passage: Passage, analysis: Analysis, spans: Sequence[Found]) -> Iterator[Found]:
    """Takes in the word behind a piece that it belongs to: "Doe Terminals", "People's Front"."""
    words = passage.words
    starts = {span[0][0] for span in spans}
    for span in spans:
        (first, last), _, sure = span
        behind = _behind_possessive(passage, analysis, (first, last))
        if behind is not None and behind not in starts:
            yield (first, behind + 1), "organization", sure
            continue
        follows = words[last].text if last < len(words) else ""
        tells = follows.casefold() in KINDS["company"].names and follows[:1].isupper()
        if (
            tells
            and last - first == 1
            and last not in starts
            and not is_title(follows)
            and words[first].text.casefold() not in CALENDAR
            and analysis.heads[first] == last
        ):
            yield (first, last + 1), "organization", sure
        else:
            yield span
