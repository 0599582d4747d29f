"""Bodies that a text calls by a noun: "the company", "its operator", "the bloc".

The noun means a body named before that is of its kind, by its own name or by what the text tells of
it. Of several, the one that was last what a sentence is about or who spoke; where that does not
tell, the noun stays open: a wrong name is worse than none.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from variorum.read.bodies import GOVERNING, KINDS, NOUNS, kinds_of_name, kinds_of_noun
from variorum.read.encoder.window import Words
from variorum.read.entities import Bearer, is_role, nations_in
from variorum.read.fitting import last_before
from variorum.read.lexicon import INSTITUTIONS, METONYMS
from variorum.read.names import NameMention
from variorum.read.passages import Analysis, Passage

TOLD, BY_KIND, LIKELY = 3, 2, 1
"""How well a body fits: the text or its name has the very noun; its kind is the noun's; nothing is
known of its kind."""

_DEFINITE: Final = frozenset(["the", "this", "that"])
_OWNING: Final = frozenset("his her its their".split())
_ARTICLES: Final = frozenset("a an the its his her their one".split())
_NOUN_TAGS: Final = ("NN", "JJ", "VBN", "VBG", "HYPH", "CD", "RB", "AFX", "POS")
_BEHIND: Final = frozenset([",", "(", "–", "—", "--"])
_LONGEST: Final = 12
"""Words of what is told of a body beside its name."""

_OPEN: Final = frozenset(
    "company firm group organization organisation agency union airline bloc operator contractor "
    "regulator charity".split()
)
"""Nouns that may mean a body of which nothing is told."""

_LEAD: Final = 2
"""Sentences at the beginning that may call a body by a noun before they name it."""

_ABOUT: Final = 4
"""Sentences back in which a body that was a subject or spoke is still what the text is about."""

_MOST: Final = 300
"""Bodies that are thought of; an article has fewer."""


class Asked(NamedTuple):
    """A noun phrase: its noun, the words before that, whether somebody's, and where it stands."""

    noun: str
    modifiers: frozenset[str]
    is_owned: bool
    place: int


class Told:
    """What the text tells of each body: nouns, and the words that stand with them."""

    def __init__(
        self,
        passage: Passage,
        analysis: Analysis,
        names: Sequence[NameMention],
        owners: Sequence[int],
    ) -> None:
        self._passage, self._analysis = passage, analysis
        self._starts = {name.words[0]: place for place, name in enumerate(names)}
        self.nouns: dict[int, set[str]] = {}
        self.words: dict[int, set[str]] = {}
        for name, owner in zip(names, owners, strict=True):
            for phrase in self._beside(name.words):
                self._take(owner, phrase)
        for name, owner in zip(names, owners, strict=True):
            if name.kind == "person" and any(map(_is_chief, name.titles)):
                self._led(name, names, owners, owner)

    def _take(self, owner: int, phrase: Words) -> None:
        words = self._passage.words
        noun = words[phrase[1] - 1].text.casefold()
        if noun in NOUNS:
            self.nouns.setdefault(owner, set()).add(noun)
            read = (word.text.casefold() for word in words[phrase[0] : phrase[1]])
            self.words.setdefault(owner, set()).update(read)

    def _beside(self, name: Words) -> Iterator[Words]:
        """The noun phrases that tell what a name is, each up to its noun."""
        words = self._passage.words
        first, last = self._passage.sentence(self._passage.sentence_of(name[0]))
        behind = words[name[1]].text.casefold() if name[1] < last else ""
        if behind in (",", "(", "is", "was", "–", "—", "--") and name[1] + 2 < last:
            start = name[1] + 1
            if words[start].text.casefold() in _ARTICLES:
                yield from (
                    phrase
                    for phrase in self._phrase(start + 1, last)
                    if behind != "," or self._is_apposition(phrase[1] - 1, name)
                )
        if name[0] - first >= 1:
            end = name[0] - 1 if words[name[0] - 1].text == "," else name[0]
            is_set_off = end < name[0] and behind in (",", "(", ".", "", "said", "says")
            if end > first and (end == name[0] or is_set_off):
                yield from self._phrase_before(end, first, needs_article=is_set_off)

    def _is_apposition(self, noun: int, name: Words) -> bool:
        """Whether a noun tells what a name is: "At Doe Hall, a group gathered" does not."""
        relation, head = self._analysis.relations[noun], self._analysis.heads[noun]
        return relation == "appos" and name[0] <= head < name[1]

    def _phrase(self, start: int, last: int) -> Iterator[Words]:
        """The phrase from a place to its noun: what is behind a preposition is not of it."""
        end = start
        while end < min(last, start + _LONGEST) and self._is_of_phrase(end):
            end += 1
        is_noun = end > start and self._analysis.parts_of_speech[end - 1] == "NN"
        if is_noun and (end == last or self._closes(end)):
            yield start, end

    def _closes(self, place: int) -> bool:
        """Whether what stands there does not make the noun before the subject of a verb."""
        tag, text = self._analysis.parts_of_speech[place], self._passage.words[place].text
        return tag in ("IN", "VBN", "VBG", "WDT", "WP", "TO") or text in (",", ".", ";", ")", ":")

    def _phrase_before(self, end: int, first: int, *, needs_article: bool) -> Iterator[Words]:
        start = end
        while start > max(first, end - _LONGEST) and self._is_of_phrase(start - 1):
            start -= 1
        before = self._passage.words[start - 1].text.casefold() if start > first else ""
        if start == end or self._analysis.parts_of_speech[end - 1] != "NN":
            return
        if not needs_article or before in _ARTICLES:
            yield start, end

    def _is_of_phrase(self, place: int) -> bool:
        tag = self._analysis.parts_of_speech[place]
        return tag.startswith(_NOUN_TAGS) or self._passage.words[place].text == "-"

    def _led(
        self, name: NameMention, names: Sequence[NameMention], owners: Sequence[int], person: int
    ) -> None:
        """Takes the body beside the name of its chief executive for a company."""
        first, last = self._passage.sentence(self._passage.sentence_of(name.words[0]))
        for place in range(max(first, name.words[0] - 6), min(last, name.words[1] + 10)):
            body = self._starts.get(place)
            if body is None or owners[body] == person:
                continue
            read = " ".join(names[body].tokens)
            if any(_is_chief(title) and read in title for title in name.titles):
                self.nouns.setdefault(owners[body], set()).add("company")


def _is_chief(title: str) -> bool:
    return "chief executive" in title.casefold() or "CEO" in title.split()


class Described:
    """The bodies of a passage, asked for by noun."""

    def __init__(
        self,
        passage: Passage,
        analysis: Analysis,
        names: Sequence[NameMention],
        named: tuple[list[Bearer], list[int]],
    ) -> None:
        self._passage, self._analysis = passage, analysis
        self._bearers, owners = named
        self._told = Told(passage, analysis, names, owners)
        self._kinds: dict[int, frozenset[str]] = {}
        self._governs: set[int] = set()
        self._places: dict[int, list[int]] = {}
        for name, owner in zip(names, owners, strict=True):
            self._places.setdefault(owner, []).append(name.words[0])
        for number, bearer in islice(enumerate(self._bearers), _MOST):
            if bearer.kind == "person":
                continue
            self._kinds[number] = self._kinds_of(number, bearer)

    def _kinds_of(self, number: int, bearer: Bearer) -> frozenset[str]:
        found: set[str] = set()
        for form in bearer.forms:
            words = tuple(form.casefold().replace("’", "'").split())
            own = kinds_of_name(words)
            if _is_of_many(words):
                own |= {"group"} if _is_of_owners(words) else {"union", "group"}
            found |= own
            if not own and ({words[-1], " ".join(words)} & (GOVERNING | INSTITUTIONS | METONYMS)):
                self._governs.add(number)
        for noun in self._told.nouns.get(number, ()):
            found |= kinds_of_noun(noun)
        return frozenset(found)

    def asked(self, source: Words, head: int) -> Asked | None:
        """What a noun phrase asks for; None if it is no definite one for a body of some kind."""
        words = self._passage.words
        noun, first = words[head].text.casefold(), words[source[0]].text.casefold()
        if noun not in NOUNS or first not in _DEFINITE | _OWNING:
            return None
        if head + 1 < source[1] and words[head + 1].text not in _BEHIND:
            return None
        if any(self._analysis.parts_of_speech[at] == "POS" for at in range(source[0], head)):
            return None
        modifiers = frozenset(word.text.casefold() for word in words[source[0] + 1 : head])
        return Asked(noun, modifiers, first in _OWNING, source[0])

    def fitting(self, asked: Asked) -> tuple[int, list[int]]:
        """How well the best bodies fit that are named before, and which they are."""
        fits: dict[int, list[int]] = {}
        for number in self._kinds:
            if self.last_named(number, asked.place) is not None:
                fits.setdefault(self._fit(number, asked), []).append(number)
        best = max(fits, default=0)
        return best, fits.get(best, []) if best else []

    def may_be(self, number: int, noun: str) -> bool:
        """Whether a noun is no word for another kind of bodies than a body is known to be."""
        kinds, wanted = self._kinds.get(number), kinds_of_noun(noun)
        return not (kinds and wanted) or bool(kinds & wanted)

    def last_named(self, number: int, place: int) -> int | None:
        """Where a body was last named before a place."""
        return last_before(self._places.get(number, ()), place)

    def named_later(self, asked: Asked) -> int | None:
        """The only body of the article that fits by its kind, for a noun in the lead."""
        if self._passage.sentence_of(asked.place) >= _LEAD or asked.modifiers:
            return None
        fits = [one for one in self._kinds if self._fit(one, asked) >= BY_KIND]
        return fits[0] if len(fits) == 1 else None

    def _fit(self, number: int, asked: Asked) -> int:
        bearer = self._bearers[number]
        told, kinds = self._told.nouns.get(number, set()), self._kinds[number]
        if not self._are_told(number, asked):
            return 0
        if asked.noun in told or self._is_named(bearer, asked.noun):
            return TOLD
        shared = kinds & kinds_of_noun(asked.noun)
        if any(asked.noun in KINDS[kind].general for kind in shared):
            return BY_KIND
        is_open = asked.noun in _OPEN and bearer.kind == "organization"
        return LIKELY if is_open and not kinds and number not in self._governs else 0

    def _is_named(self, bearer: Bearer, noun: str) -> bool:
        """Whether a name has the noun, as its last word or before "of"."""
        for form in bearer.forms:
            words = form.casefold().split()
            if len(words) > 1 and (words[-1] == noun or f" {noun} of " in f" {form.casefold()} "):
                return noun != "union" or words[0] not in ("european", "african")
        return False

    def _are_told(self, number: int, asked: Asked) -> bool:
        """Whether what stands before the noun is told of a body, but for its country."""
        bearer = self._bearers[number]
        own = self._told.words.get(number, set()) | {
            word for form in bearer.forms for word in form.casefold().split()
        }
        rest = asked.modifiers - own
        home = nations_in(" ".join(own))
        for word in rest:
            nations = nations_in(word)
            if not nations or (home and not home & nations):
                return False
        return True


def _is_of_many(words: Sequence[str]) -> bool:
    """Whether a name is of people who do one thing: "Teachers' Alliance", "Nurses United"."""
    if len(words) == 1:
        return False
    is_role_of_many = words[0].endswith("s") and is_role(words[0].removesuffix("s"))
    return is_role_of_many or any(word.endswith("s'") for word in words[:-1])


_OWNERS: Final = frozenset(
    "shippers shipowners employers owners retailers bankers brokers exporters importers merchants "
    "manufacturers producers growers brewers builders traders landlords publishers lenders "
    "insurers operators investors developers distributors wholesalers grocers hoteliers "
    "industrialists parents patients students residents consumers tenants ratepayers taxpayers "
    "veterans".split()
)
"""Whose body is called no union: those who employ others, and those who are not employed."""

_OF_OWNERS: Final = frozenset("council chamber board club exchange bureau".split())


def _is_of_owners(words: Sequence[str]) -> bool:
    """Whether a name of many is hardly a union's: "Shippers' Council", "Retailers' Association"."""
    told = {word.replace("'", "") for word in words}
    return words[-1] in _OF_OWNERS or not told.isdisjoint(_OWNERS)


def chosen(
    latest: dict[int, int], active: dict[int, int], place: int, passage: Passage
) -> int | None:
    """Which of several bodies is meant: what the text was last about, else the only one near.

    `latest`: where each was named last; `active`: where it last was a subject or spoke.
    """
    here = passage.sentence_of(place)
    about = {
        one: at for one, at in active.items() if here - passage.sentence_of(at) <= _ABOUT
    }  # fmt: skip
    if about:
        return max(about, key=lambda one: about[one])
    near = [one for one, at in latest.items() if here - passage.sentence_of(at) <= _ABOUT]
    return near[0] if len(near) == 1 else None
