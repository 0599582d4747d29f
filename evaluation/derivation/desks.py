"""The edits that newspaper desks make to a text, each with a source of chance of its own."""

import re
from random import Random
from typing import Final

Paragraphs = list[str]

HOUSE_STYLES: Final[tuple[tuple[tuple[str, str], ...], ...]] = (
    (("kilometres", "kilometers"), ("metres", "meters"), ("labour", "labor"), ("centre", "center"),
     ("organis", "organiz"), ("percent", "per cent"), ("a.m.", "am"), ("p.m.", "pm")),
    (("kilometers", "kilometres"), ("meters", "metres"), ("labor ", "labour "),
     ("center", "centre"),
     ("organiz", "organis"), ("per cent", "percent"), ("“", '"'), ("”", '"'), ("’", "'")),
    (("percent", "%"), (" per cent", "%"), ("adviser", "advisor"), ("toward ", "towards "),
     ("’", "'"), ("—", "-")),
    (("“", "‘"), ("”", "’"), (" and ", " and "), ("government", "Government")),
)  # fmt: skip


def house_style(text: Paragraphs, chance: Random) -> Paragraphs:
    """One house's spelling and marks throughout."""
    style = chance.choice(HOUSE_STYLES)
    return [_replaced(paragraph, style) for paragraph in text]


def _replaced(paragraph: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        paragraph = paragraph.replace(old, new)
    return paragraph


def cut_from_end(text: Paragraphs, chance: Random) -> Paragraphs:
    """What fits: the first 45 to 90 percent of the paragraphs."""
    return text[: max(4, round(len(text) * chance.uniform(0.45, 0.9)))]


def loaded_words(text: Paragraphs, pairs: list[tuple[str, str]], chance: Random) -> Paragraphs:
    """Two to five of the event's words give way to what a partisan desk would say."""
    chosen = chance.sample(pairs, min(len(pairs), chance.randint(2, 5)))
    return [_words_replaced(paragraph, chosen) for paragraph in text]


def _words_replaced(paragraph: str, pairs: list[tuple[str, str]]) -> str:
    for old, new in pairs:
        paragraph = re.sub(rf"\b{re.escape(old)}\b", new, paragraph)
    return paragraph


def drop_qualifiers(text: Paragraphs, qualifiers: list[str], chance: Random) -> Paragraphs:
    """One to all of the event's hedges and attributions go."""
    chosen = chance.sample(qualifiers, chance.randint(1, len(qualifiers)))
    for qualifier in chosen:
        text = [re.sub(r"  +", " ", paragraph.replace(qualifier, " ")) for paragraph in text]
    return [paragraph.replace(" ,", ",").replace(" .", ".") for paragraph in text]


def drop_inside(text: Paragraphs, chance: Random) -> Paragraphs:
    """One to three paragraphs in the middle go."""
    gone = set(chance.sample(range(2, len(text) - 1), min(chance.randint(1, 3), len(text) - 4)))
    return [paragraph for place, paragraph in enumerate(text) if place not in gone]


def reorder(text: Paragraphs, chance: Random) -> Paragraphs:
    """One or two paragraphs below the lead change place."""
    text = list(text)
    for _ in range(chance.randint(1, 2)):
        moved = text.pop(chance.randrange(2, len(text)))
        text.insert(chance.randrange(1, len(text)), moved)
    return text


def merge(main: Paragraphs, other: Paragraphs, chance: Random) -> Paragraphs:
    """Two dispatches in one story: about two thirds of one, a third of the other, in turns."""
    first = list(main[: max(5, round(len(main) * 0.65))])
    for paragraph in other[: max(3, len(first) // 2)]:
        first.insert(chance.randrange(2, len(first) + 1), paragraph)
    return first
