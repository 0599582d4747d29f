"""What a number counts: the dead, the arrested, jobs, a crowd, lorries, the price of a thing.

A tally is a number with the family of what it counts, and the words around it. Left are numbers
of a part ("seven of them"), of others ("another 13"), of each, of another year, or only supposed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from variorum.compare.bodies import size_of
from variorum.compare.fates import ANYBODY, FATE_OF, FATES, WHOEVER, WORDS_FOR, fate_of
from variorum.compare.quantities import Quantity, quantities_in
from variorum.compare.relatives import kin
from variorum.compare.sources import REPORTING
from variorum.compare.words import Word, sentence_at, stem, words_in
from variorum.record.article import Article
from variorum.record.reuse import Place
from variorum.record.span import Span

NEAR: Final = 8
"""Words on either side that tell best what is counted."""

_THINGS: Final = frozenset(
    kin(stem(word))
    for word in "lorries helicopters drones ships aircraft cars buses trains tanks missiles bombs "
    "shots bullets rounds guns rifles weapons tickets containers cranes barrels tonnes litres "
    "gallons acres hectares kilometres metres feet miles houses buildings schools churches shops "
    "bridges villages towns districts hospitals beds tents shelters camps soldiers police "
    "peacekeepers personnel sailors marines hostages prisoners refugees passengers crew sailors "
    "flights sorties strikes families households cases infections doses vaccines tests patients "
    "animals cattle sheep pigs cows trees boxes documents files pages ballots signatures shares "
    "wells mines factories plants stores branches warrants raids earthquakes aftershocks fires "
    "wagons carriages motorcycles tractors bodyguards firefighters rescuers boats".split()
)
"""What is counted once for all: whole things, captives, troops. Of leaders, states or candidates an
article has as many numbers as it has matters."""

_PEOPLE: Final = frozenset(
    stem(word) for word in "people persons person victims bodies lives deaths".split()
)
_MONEY: Final = frozenset(
    {
        "$", "€", "£", "¥",
        *map(stem, (
            "dollars", "euros", "pounds", "crowns", "kronor", "kroner", "francs", "rupees",
            "roubles", "rubles", "pesos", "yuan", "yen", "dinars", "rand", "liras", "zloty",
            "shillings", "naira", "riyals", "dirhams", "shekels", "baht", "ringgit", "won",
        )),
    }
)  # fmt: skip
_UNCOUNTED: Final = frozenset(
    {
        *map(stem, (
            "years", "months", "year-old", "points", "degrees", "times", "percentage", "decades",
            "centuries", "ages", "p", "steps", "things", "ways", "reasons", "terms", "sides",
            "cents", "others", "generations", "parts", "games", "matches", "goals",
            "runs", "wins", "losses", "votes",
        )),
    }
)  # fmt: skip
"""Units of what is measured rather than counted, or has as many counts as uses."""

_OTHERS: Final = frozenset(
    "another other others further additional more extra up many including among first next last "
    "only each every per a".split()
) - {"only", "a"}
_SUPPOSED: Final = re.compile(
    r"\b(?:if|would|could|might|should|may|unless|whether|estimated to)\b"
)
_OTHER_TIME: Final = re.compile(
    r"\b(?:ago|anniversary|annually|average|(?:each|every|per|last|previous|this) "
    r"(?:year|month|week|day|decade)|a (?:day|year|month|week)|(?:so far|earlier) this)\b"
)
_IN_MONTH: Final = re.compile(
    r"\bin (?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b(?! \d)"
)
SUM: Final = 1000
"""From here on what befell people is told as a sum, of which a story has few."""

_SINCE: Final = re.compile(r"\bsince\b")
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PART: Final = re.compile(
    r"\s+(?:of (?:them|the|those|these|whom|which|its|his|her|their)\b|"
    r"(?:\w+\s+)?(?:of (?:them|those|these|whom|which)\b|out of|in \d+|more\b|others?\b))",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(r"\s+of (?:the|its|his|her|their)\b", re.IGNORECASE)
"""Behind what is counted it tells whose, not of how many: "the 11 trucks of the charity"."""

_RATE: Final = re.compile(
    r"\s+(?:[a-z]+\s+){0,3}?(?:an?|per|each|every)\s+(?P<time>hour|day|night|week|month|year)\b"
)
_UNLIKE: Final = {
    "%": re.compile(
        r"\b(?:poll(?:s|ed|ing)?|survey\w*|voters?|votes?|respondents|approv\w+|points?|index|shares|"
        r"quarter|growth|favou?rab\w+|likely|primar\w+|precincts|Dow|Nasdaq|stocks?|rose|fell)\b"
    ),
    "time": re.compile(
        r"\b(?:later|earlier|ago|after|before|within|next|past|last|first|every|old|away)\b"
    ),
}
"""Words that tell that a share or a time is of what is measured over and over."""

_FOR: Final = re.compile(r"\b(?:for|lasted|lasts|took)\s+(?:about |some |nearly |almost )?$")

_VENUE: Final = re.compile(
    r"\b(?:in|at|near|outside)\s+(?:the\s+)?((?!January|February|March|April|May|June|July|August|"
    r"September|October|November|December)[A-Z][\w’'-]+)"
)
_SCOPE: Final = re.compile(
    r"\b(?:(?:in|across) (?:the|its|this) (?:own )?(?=(?:country|territory|capital|city|province|"
    r"state|region|district|county)\b)|on (?:the|its|this) (?:own )?(?=(?:soil|territory)\b))(\w+)"
)
_WEEKDAYS: Final = frozenset(
    map(stem, "monday tuesday wednesday thursday friday saturday sunday".split())
)
_EMPTY: Final = frozenset(
    "the a an and or but of in on at to for from by with as that which who it its he his she her "
    "they their is are was were be been being has have had do did will would than more about over "
    "nearly some this these those not said say says told according after before when while least "
    "there into out up also new one two all no i we you my our them him us been were where what "
    "his than then so only".split()
)


def is_money(one: Quantity) -> bool:
    """Whether a number is of a currency."""
    return one.unit in _MONEY


class Tally(NamedTuple):
    """A number with what it counts.

    `places`: where copies of its sentence have it; `family`: what is counted; `near`: the stems
    around it, relatives being one; `stems`: all of its sentence; `names`: those that are written
    with a capital; `weekdays`, `venues`: the weekdays and the places that it names; `scopes`:
    within what else it counts ("in the country"); `sentence`: its words, and which of them the
    number is.
    """

    places: tuple[Place, ...]
    quantity: Quantity
    family: str
    near: frozenset[str]
    stems: frozenset[str]
    names: frozenset[str]
    weekdays: frozenset[str]
    venues: frozenset[str]
    scopes: frozenset[str]
    sentence: str

    @property
    def value(self) -> str:
        """The number and what it counts, in short."""
        return f"{self.quantity.value:.12g} {self.family}"

    @property
    def fate(self) -> str:
        """What befell those who are counted, "" if it is not people."""
        head = self.family.split()[0]
        return head if head in FATES else ""

    @property
    def is_thing(self) -> bool:
        """Whether it is of things that one would count but once."""
        return self.family in _THINGS or self.family.endswith(" size")

    @property
    def is_measured(self) -> bool:
        """Whether it is a share or a length of time."""
        return self.family in ("%", "time")

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return is_money(self.quantity)


def tallies_in(article: Article) -> Iterator[Tally]:
    """The numbers of an article's body of which it can be told what they count.

    Of two of one family in a sentence neither: they are parts, or of several things.
    """
    text = article.text
    year = article.published.days[1].year if article.published else 0
    told: dict[tuple[Span, str], list[Tally]] = defaultdict(list)
    for block in article.blocks_of("body", "headline"):
        found = quantities_in(text, block.start, block.end)
        sentences = _sentences(text, found)
        counts = Counter(sentences)
        for at, (one, sentence) in enumerate(zip(found, sentences, strict=True)):
            if counts[sentence] > MOST_NUMBERS:
                continue
            start = found[at - 1].end if at and sentences[at - 1] == sentence else sentence.start
            is_last = at + 1 == len(found) or sentences[at + 1] != sentence
            end = sentence.end if is_last else found[at + 1].start
            tally = _tally(article.id, text, one, sentence, Span(start, max(end, one.end)), year)
            if tally is not None:
                told[sentence, tally.family].append(tally)
    yield from (some[0] for some in told.values() if len(some) == 1)


MOST_NUMBERS: Final = 12
"""Numbers of a sentence, beyond which it is a table."""


def _sentences(text: str, found: Sequence[Quantity]) -> list[Span]:
    """The sentence of each of the numbers of a paragraph."""
    sentences: list[Span] = []
    for one in found:
        if sentences and one.end <= sentences[-1].end:
            sentences.append(sentences[-1])
        else:
            sentences.append(sentence_at(text, one.span))
    return sentences


def _tally(
    article: str, text: str, one: Quantity, sentence: Span, window: Span, year: int
) -> Tally | None:
    if one.unit in _UNCOUNTED or _is_apart(text, one, sentence):
        return None
    before = words_in(text, sentence.start, one.start)
    after = words_in(text, one.end, sentence.end)
    size = size_of(text, sentence, one)
    is_body = bool(size) and size not in FATE_OF and size not in _PEOPLE
    family = size if is_body else _family(text, one, before, after, window)
    if family is None:
        return None
    unlike = _UNLIKE.get(one.unit)
    is_length = one.unit == "time" and _FOR.search(text, sentence.start, one.start) is not None
    if unlike and not is_length and unlike.search(text, sentence.start, sentence.end):
        return None
    is_of_fate = family.split()[0] in FATES
    if is_of_fate and _SUPPOSED.search(text, sentence.start, sentence.end):
        return None
    rate = _RATE.match(text, one.end, sentence.end)
    if rate:
        family = f"{family} a {rate['time']}"
    elif one.unit not in _MONEY and _is_of_another_time(
        text, one, sentence, year, is_sum=is_of_fate
    ):
        return None
    of_family = {*family.split(), kin(one.unit), *WORDS_FOR.get(family.split()[0], ())}
    near = _stems([*before[-NEAR:], *after[:NEAR]]) - of_family
    stems = _stems([*before, *after]) - of_family
    names = _stems(word for word in [*before, *after] if word.text[0].isupper())
    words = f"{' '.join(word.folded for word in [*before, *after])} @{len(before)}"
    place = Place(article, one.start, one.end)
    venues = frozenset(_venues(text, sentence))
    weekdays = frozenset(_weekdays([*before, *after]))
    if is_of_fate and len(stems) < FEW_STEMS:
        stems |= _stems(_sentence_before(text, sentence)) - of_family
    scopes = frozenset(_SCOPE.findall(text, sentence.start, sentence.end)) if is_of_fate else NONE
    return Tally((place,), one, family, near, stems, names, weekdays, venues, scopes, words)


NONE: Final[frozenset[str]] = frozenset()

FEW_STEMS: Final = 4
"""Words of a sentence, besides what it counts, under which the one before tells of what it is."""


def _sentence_before(text: str, sentence: Span) -> list[Word]:
    """The words of the sentence before, in the same paragraph."""
    end = len(text[: sentence.start].rstrip(" "))
    if end == 0 or text[end - 1] == "\n":
        return []
    before = sentence_at(text, Span(end - 1, end))
    return words_in(text, before.start, before.end)


def _weekdays(words: Sequence[Word]) -> Iterator[str]:
    """The weekdays that words name, but for those on which somebody spoke: "he said on Friday"."""
    for at, word in enumerate(words):
        if stem(word.folded) in _WEEKDAYS:
            ahead = [one.folded for one in words[max(0, at - 2) : at] if one.folded != "on"]
            if not ahead or ahead[-1] not in REPORTING:
                yield stem(word.folded)


def _venues(text: str, sentence: Span) -> Iterator[str]:
    """The places that a sentence names, but for those in "the ministry in Orhavel"."""
    for found in _VENUE.finditer(text, sentence.start, sentence.end):
        head = words_in(text, max(sentence.start, found.start() - 24), found.start())[-1:]
        if not (head and head[0].folded in _BODIES):
            yield found[1]


_BODIES: Final = frozenset(
    "ministry government office officials official embassy court parliament police palace "
    "spokesman spokeswoman authorities hospital command headquarters leaders leader "
    "university".split()
)


def _is_apart(text: str, one: Quantity, sentence: Span) -> bool:
    """Whether a number is of a part, or of others."""
    is_noun = not text[one.end - 1].isdigit() and bool(one.unit)
    if _PART.match(text, one.end) and not (is_noun and _WHOLE.match(text, one.end)):
        return True
    head = words_in(text, max(sentence.start, one.start - 24), one.start)[-2:]
    return any(word.folded in _OTHERS for word in head)


def _is_of_another_time(
    text: str, one: Quantity, sentence: Span, year: int, *, is_sum: bool
) -> bool:
    """Whether its sentence is of another year, or of what comes again and again.

    Who has died "since 2029" is of the same sum as who has died.
    """
    if _OTHER_TIME.search(text, sentence.start, sentence.end):
        return True
    if not (is_sum and one.value >= SUM) and _IN_MONTH.search(text, sentence.start, sentence.end):
        return True
    if _SINCE.search(text, sentence.start, sentence.end):
        return not is_sum
    return any(
        abs(int(found[0]) - year) > 0
        for found in _YEAR.finditer(text, sentence.start, sentence.end)
        if not one.start <= found.start() < one.end
    )


def _family(
    text: str, one: Quantity, before: Sequence[Word], after: Sequence[Word], window: Span
) -> str | None:
    """What is counted: what befell people, money, or the noun itself; None if that is not told."""
    if one.unit in _MONEY:
        return kin(one.unit)
    if one.unit in ("%", "time"):
        return one.unit
    unit = kin(one.unit)
    if unit in FATE_OF:
        return None if FATE_OF[unit] == "questioned" else FATE_OF[unit]
    fate = fate_of(before, after, window, text)
    if not one.unit and after and after[0].text[0].isupper() and fate:
        return f"{fate} {kin(stem(after[0].folded))}"
    if one.unit in _PEOPLE or not one.unit or fate in WHOEVER or (fate and unit in ANYBODY):
        return fate
    return f"{fate} {unit}" if fate else unit


def _stems(words: Sequence[Word] | Iterator[Word]) -> frozenset[str]:
    return frozenset(
        kin(stem(word.folded))
        for word in words
        if word.folded not in _EMPTY and word.folded[0].isalpha()
    )
