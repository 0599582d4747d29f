"""Offices that people share: a counterpart has the other's, and "Presidents A and B" both have."""

from collections.abc import Iterator, Sequence

from variorum.read.entities import Bearer
from variorum.read.fitting import office_of
from variorum.read.names import NameMention
from variorum.read.passages import Passage
from variorum.read.titles import is_title


def share_offices(
    passage: Passage, names: Sequence[NameMention], bearers: Sequence[Bearer], owners: Sequence[int]
) -> None:
    """Let people know by what office they may be called, though another's title tells it.

    `owners`: the bearer of each name, by number.
    """
    for place, name in enumerate(names):
        if name.kind != "person":
            continue
        if any(title.casefold().endswith("counterpart") for title in name.titles):
            for other in _beside(passage, names, place):
                if owners[other] != owners[place] and (shared := _offices(bearers[owners[other]])):
                    bearers[owners[place]].offices.update(dict.fromkeys(shared))
                    break
        if office := _of_several(passage, name):
            for one in _joined(passage, names, place):
                bearers[owners[one]].offices.setdefault(office)


def _offices(bearer: Bearer) -> list[str]:
    titles = (*bearer.titles, *bearer.offices)
    return [office for title in titles if (office := office_of(title))]


def _beside(passage: Passage, names: Sequence[NameMention], place: int) -> Iterator[int]:
    """The other people of a sentence, by number: those before first, the nearest first."""
    sentence = passage.sentence_of(names[place].words[0])
    for others in (range(place - 1, -1, -1), range(place + 1, len(names))):
        for other in others:
            if passage.sentence_of(names[other].words[0]) != sentence:
                break
            if names[other].kind == "person":
                yield other


def _of_several(passage: Passage, name: NameMention) -> str | None:
    """The office in a plural right before a name: "Foreign Ministers"."""
    first, _ = passage.sentence(passage.sentence_of(name.words[0]))
    before = name.words[0] - 1
    if before < first:
        return None
    word = passage.words[before].text
    if not word.endswith("s") or is_title(word) or not is_title(word[:-1]):
        return None
    ahead = passage.words[before - 1].text if before > first else ""
    return office_of(f"{ahead} {word[:-1]}")


def _joined(passage: Passage, names: Sequence[NameMention], place: int) -> Iterator[int]:
    """A name and those that "and" joins to it, by number."""
    yield place
    for other in range(place + 1, len(names)):
        between = passage.words[names[other - 1].words[1] : names[other].words[0]]
        words = {word.text.casefold() for word in between}
        if names[other].kind != "person" or len(between) > 2 or not words <= {"and", ","}:
            return
        yield other
        if "and" in words:
            return
