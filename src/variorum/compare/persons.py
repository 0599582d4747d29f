"""What reports of one story say of a person that cannot both be: the age, the post, whose kin.

"Casper Roe, 47" and "52-year-old Casper Roe"; "Foreign Minister Aila Brandt" and "Aila Brandt, the
interior minister"; "a cousin of the candidate" and "the candidate's brother". People are known by
their full names, so that namesakes with one surname are not held together.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from variorum.compare.accounts import pairs_apart
from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import alike, told_in
from variorum.record.article import Article
from variorum.record.letters import without_marks
from variorum.record.reuse import Place
from variorum.record.story import StoryGroup

APART: Final = 7 * 24.0
"""Hours between two publications beyond which a person may be older, or have another post."""

_PART: Final = r"(?:(?:al|el|de|da|van|von|bin|ben|der|di|le|la|du|dos)[ -])?[A-Z][\w’'-]+"
_NAME: Final = rf"(?P<name>[A-Z][\w’'-]+(?: [A-Z]\.)?(?: {_PART}){{1,3}})"
_AGE: Final = r"(?P<value>[1-9]\d)"

_AGES: Final = (
    re.compile(rf"\b{_NAME}, (?:aged |who is )?{_AGE}(?=[,.;)]| and\b)"),
    re.compile(rf"\b{_NAME} \({_AGE}\)"),
    re.compile(rf"\b{_AGE}-year-old (?:[a-z-]+ ){{0,3}}?{_NAME}\b"),
)

_PORTFOLIO: Final = (
    r"(?P<value>foreign|interior|home|finance|defen[cs]e|health|justice|education|labou?r|energy|"
    r"trade|economy|environment|agriculture|transport|culture|prime|oil|water|irrigation|"
    r"immigration|infrastructure|housing|sports?|tourism|mining|fisheries|police|industry)"
)
_OFFICE: Final = r"(?:minister|secretary|commissioner)"
_POSTS: Final = (
    re.compile(rf"\b(?i:{_PORTFOLIO} {_OFFICE}),? {_NAME}\b"),
    re.compile(
        rf"\b{_NAME}, (?:(?:the|its|their|his|her|[A-Z][\w’'-]+[’']s?) )(?:[A-Z][\w-]+ )?"
        rf"{_PORTFOLIO} {_OFFICE}\b"
    ),
)
_FORMER: Final = re.compile(
    r"\b(?:former|ex|deputy|vice|shadow|then|acting|junior|assistant|incoming|outgoing|late|"
    r"state)[- ]+(?:[A-Z][\w’'-]+ )?$",
    re.IGNORECASE,
)

_RANKS: Final = {
    form: rank
    for rank, forms in {
        "captain": "Captain Capt Capt.", "major": "Major Maj Maj.",
        "colonel": "Colonel Col Col.", "general": "General Gen Gen.",
        "lieutenant": "Lieutenant Lt Lt.", "sergeant": "Sergeant Sgt Sgt.",
        "corporal": "Corporal Cpl Cpl.", "admiral": "Admiral Adm Adm.",
        "commander": "Commander Cmdr Cmdr.", "brigadier": "Brigadier Brig Brig.",
    }.items()
    for form in forms.split()
}  # fmt: skip
_RANKED: Final = re.compile(
    rf"(?<![\w-])(?P<value>{'|'.join(re.escape(one) for one in sorted(_RANKS, key=len)[::-1])})"
    rf" {_NAME}\b"
)

_KIN: Final = (
    r"(?P<value>(?:step)?(?:brother|sister|son|daughter|father|mother)(?:-in-law)?|cousin|nephew|"
    r"niece|uncle|aunt|husband|wife|widow|widower|grandson|granddaughter|grandfather|grandmother)"
)
_RELATED: Final = (
    re.compile(
        rf"\b{_NAME},? (?:who (?:is|was)|(?:[a-z-]+ ){{0,4}}and)? ?an? (?:[a-z-]+ )?{_KIN} of "
        r"(?P<whose>[^,.;“”\"]{3,40})"
    ),
    re.compile(
        rf"\b{_NAME},? (?:who (?:is|was) )?(?:the )?(?P<whose>[^,.;“”\"]{{3,40}}?)[’']s? "
        rf"(?:[a-z-]+ )?{_KIN}\b"
    ),
)
_KIND_OF_KIN: Final = {
    "widow": "wife", "widower": "husband",
}  # fmt: skip


class Trait(NamedTuple):
    """What an article says of a person: of what kind, and the value."""

    place: Place
    name: str
    kind: str
    value: str


def person_contradictions(
    articles: Mapping[str, Article], stories: Iterable[StoryGroup]
) -> Iterator[Contradiction]:
    """Two ages, posts, ranks or kinships that reports of about one time give a person."""
    told = {name: tuple(traits_in(article)) for name, article in articles.items()}
    for story in stories:
        known = alike(told_in(story, told), lambda one: (one.name, one.kind))
        for some in known.values():
            for one, other in pairs_apart([(trait.value, trait) for trait in some]):
                a, b = one.place.article, other.place.article
                if a != b and articles[a].hours_apart(articles[b]) <= APART:
                    yield _contradiction(one, other)


def _contradiction(one: Trait, other: Trait) -> Contradiction:
    return Contradiction(
        "number" if one.kind == "age" else "wording",
        one.place, other.place, one.value, other.value, 0.65,
        f"Reports give one person another {one.kind}", joined_as=f"{one.kind} of {one.name}",
    )  # fmt: skip


def traits_in(article: Article) -> Iterator[Trait]:
    """What an article's body says of people."""
    text = article.text
    for block in article.blocks_of("body"):
        for kind, patterns in _KINDS:
            for pattern in patterns:
                for found in pattern.finditer(text, block.start, block.end):
                    if kind == "post" and _FORMER.search(text[: found.start()][-_BEFORE:]):
                        continue
                    if value := _value(kind, found):
                        place = Place(article.id, found.start(), found.end())
                        yield Trait(place, _name(found["name"]), kind, value)


_KINDS: Final = (
    ("age", _AGES),
    ("post", _POSTS),
    ("rank", (_RANKED,)),
    ("kinship", _RELATED),
)
_BEFORE: Final = 40


def _value(kind: str, found: re.Match[str]) -> str:
    """What is said, the same for the same; "" if it cannot be told."""
    value = str(found["value"])
    if kind == "rank":
        return _RANKS[value]
    if kind == "kinship" and re.search(r"\b[A-Z]|\b(?:his|her|their)\b", found["whose"]):
        return ""  # Kin of one and of another may be both.
    value = value.casefold()
    if kind == "post":
        return value.replace("defense", "defence").replace("labor", "labour").rstrip("s")
    return _KIND_OF_KIN.get(value, value)


def _name(printed: str) -> str:
    return without_marks(printed.casefold()).replace("’", "'").removesuffix("'s")
