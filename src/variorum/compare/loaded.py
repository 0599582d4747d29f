"""Words that take sides where another report of the same has plain ones: "hooligans", "students".

The words are put into families: those that only name, and those that judge or prettify. A sentence
with one that judges is held against the sentence of another report that tells the same thing and
has a plain one of the family only. What stands in marks is somebody's word, and not the report's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from variorum.compare.conflicts import Contradiction
from variorum.compare.halves import Half, half_of
from variorum.compare.polarity import GRAMMAR
from variorum.compare.relatives import kin
from variorum.compare.retold import Retold
from variorum.compare.words import first_words, is_in_marks, last_words, stem
from variorum.record.article import Article
from variorum.record.reading import Reading

NEAR: Final = 0.6
"""Nearness in meaning that two sentences must have."""

_FAMILIES: Final = (
    (
        r"protest(?:er|or)s?|demonstrators?|marchers?|students?|youths?|young (?:people|men)|"
        r"crowds?|"
        r"activists?|residents?|workers?|strikers?|villagers?|farmers?|supporters?|campaigners?|"
        r"picket(?:er)?s?|opponents?|critics?|people|men|fans",
        r"hooligans?|thugs?|mobs?|rioters?|(?:eco-|green |religious )?(?:extremists?|fanatics?)|"
        r"vandals?|troublemakers?|rabble|hordes?|anarchists?|agitators?|provocateurs?|eco-terrorists?|"
        r"saboteurs?|louts?|looters?|criminals|ruffians?|wreckers?|"
        r"(?:foreign|paid) (?:agents?|agitators?)|enemies of the people",
    ),
    (
        r"rebels?|fighters?|insurgents?|militants?|militia(?:men|s)?|gunmen|separatists?|soldiers?|"
        r"troops|forces|army|armed (?:group|men)|movement|combatants?|guerrillas?",
        r"terrorists?|bandits?|mercenar(?:y|ies)|fascists?|nazis?|invaders?|occupiers?|aggressors?|"
        r"freedom fighters?|martyrs?|heroes|henchmen|butchers|traitors?|liberators?|patriots?|"
        r"cut-?throats?|(?:heroic|brave) defenders?|occupation (?:forces?|army)",
    ),
    (
        r"coup|takeover|killings?|deaths|shooting|vote|election",
        r"(?:(?:patriotic|national|people[’']s) )?(?:revolution|correction|salvation|awakening|"
        r"uprising)|"
        r"massacre|slaughter|bloodbath|"
        r"carnage|butchery|sham|farce|charade|power grab|mutiny",
    ),
    (
        r"protests?|march(?:es)?|demonstrations?|rally|rallies|strike|walkout|sit-in|gathering|blockade",
        r"riots?|rampage|disorder|mayhem|anarchy|uprising|provocation|insurrection|mob rule|"
        r"hooliganism|sabotage|blackmail",
    ),
    (
        r"migrants?|asylum[- ]seekers?|refugees?|people|newcomers|displaced|families|workers",
        r"illegals|illegal (?:migrants?|immigrants?|aliens?|entrants?)|invaders?|aliens?|"
        r"infiltrators?|"
        r"intruders?|bogus \w+|economic migrants?|queue[- ]jumpers?|hordes?",
    ),
    (
        r"detain(?:s|ed)|arrest(?:s|ed)|held|seiz(?:es|ed)|depos(?:es|ed)|overthr(?:ew|own)|"
        r"remov(?:es|ed)|oust(?:s|ed)|toppl(?:es|ed)",
        r"plac(?:es|ed) [^.;:]{0,40}?under protection|protective custody|"
        r"reliev(?:es|ed) [^.;:]{0,50}?of (?:his|her|their) (?:duties|post|functions)|"
        r"kidnapp?(?:ed|ers?|ings?)|abduct(?:s|ed|ors?|ions?)|captors?|hostages?|rescued|"
        r"escorted to safety|snatched|for (?:his|her|their) own safety",
    ),
    (
        r"kill(?:s|ed|ing)?|died|dead|shot|deaths?",
        r"murder(?:s|ed)?|slaughter(?:s|ed)?|massacred|butchered|executed|martyred|neutrali[sz]ed|"
        r"eliminated|liquidated|cold blood|punished",
    ),
    (
        r"dismiss(?:es|ed)|fired|sacked|laid off|job cuts|cuts?|redundanc(?:y|ies)|lay-?offs|"
        r"closures?",
        r"right-?siz(?:es|ed|ing)|restructur(?:es|ed|ing)|streamlin(?:es|ed|ing)|purg(?:es|ed)|axed|"
        r"butchered|savaged|efficienc(?:y|ies)|optimi[sz]ation|dumped|thrown on the scrapheap",
    ),
)  # fmt: skip
_PATTERNS: Final = tuple(
    tuple(re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) for words in family)
    for family in _FAMILIES
)

_OF_CRIMES: Final = tuple(
    loaded for _, loaded in _PATTERNS if loaded.search("kidnapped") or loaded.search("murdered")
)
"""Families whose words take sides only if nobody else uses any of them."""

_ANY: Final = re.compile("|".join(loaded.pattern for _, loaded in _PATTERNS), re.IGNORECASE)


def loaded_contradictions(
    told: Iterable[Retold], readings: Mapping[str, Reading], articles: Mapping[str, Article]
) -> Iterator[Contradiction]:
    """A word that takes sides against a plain one, in sentences that tell one thing."""
    for one in told:
        if one.nearness < NEAR:
            continue
        if not any(
            _ANY.search(articles[line.place.article].text, line.place.start, line.place.end)
            for line in (one.a, one.b)
        ):
            continue
        a, b = (half_of(line, readings, articles) for line in (one.a, one.b))
        for plain, loaded in _PATTERNS:
            found = [_own_words(loaded, half) for half in (a, b)]
            if (found[0] is None) == (found[1] is None):
                continue
            taken, other = (a, b) if found[0] else (b, a)
            word = found[0] or found[1]
            named = _own_words(plain, other)
            if word is None or named is None or _is_known(word[0], other):
                continue
            if loaded in _OF_CRIMES and loaded.search(other.text):
                continue  # Both tell of a crime: one of them by a plain word, too.
            if _has(named[0], taken) or not _stand_alike(taken, word, other, named):
                continue  # The plain word stands beside it, or elsewhere: they name two things.
            yield _contradiction(taken, word, other, named)
            break


def _contradiction(
    taken: Half, word: re.Match[str], other: Half, named: re.Match[str]
) -> Contradiction:
    return Contradiction(
        "wording",
        taken.place(*word.span()), other.place(*named.span()),
        word[0].casefold(), named[0].casefold(), 0.55,
        "One report takes sides by a word for which the other has a plain one", joined_as="loaded",
    )  # fmt: skip


def _own_words(pattern: re.Pattern[str], half: Half) -> re.Match[str] | None:
    """The first of the words that a sentence has outside of marks."""
    return next(
        (
            found
            for found in pattern.finditer(half.text, half.span.start, half.span.end)
            if not is_in_marks(half.text, found.start())
        ),
        None,
    )


def _stand_alike(a: Half, one: re.Match[str], b: Half, other: re.Match[str]) -> bool:
    """Whether a word that tells something stands close to both."""
    return not _close_to(a, one).isdisjoint(_close_to(b, other))


def _close_to(half: Half, found: re.Match[str]) -> frozenset[str]:
    before = last_words(half.text, half.span.start, found.start(), CLOSE)
    after = first_words(half.text, found.end(), half.span.end, CLOSE)
    return frozenset(kin(stem(word.folded)) for word in (*before, *after)) - GRAMMAR - _EMPTY


CLOSE: Final = 4
"""Words on either side of a word among which one must stand beside both."""

_EMPTY: Final = frozenset(
    "in on at of from by with its his her their which who and or for as".split()
)


def _is_known(word: str, half: Half) -> bool:
    """Whether the other report has the word too, somewhere."""
    return re.search(rf"\b{re.escape(word)}\b", half.text, re.IGNORECASE) is not None


def _has(word: str, half: Half) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", half.words, re.IGNORECASE) is not None
