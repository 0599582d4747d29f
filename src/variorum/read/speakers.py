"""Whom the words of a source mean: a name, a noun, a pronoun, or the speaker before.

Nouns and pronouns are resolved by agreement in role, country, gender and number, and by what is
near: speakers before subjects before others. Where that does not tell, they stay open.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from variorum.read.encoder.window import Words
from variorum.read.entities import Bearer, gender_of_title, is_role, nations_in
from variorum.read.lexicon import (
    CALENDAR,
    FULL_ROLES,
    INSTITUTIONS,
    MEDIA,
    PEOPLE,
    SAME_ROLES,
)
from variorum.read.names import NameMention, printed, role_words
from variorum.read.passages import Analysis, Passage
from variorum.read.quotations.draft import Draft
from variorum.read.quotations.stretches import Marked
from variorum.record.reading import EntityKind

_PRONOUNS: Final[dict[str, str]] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "herself": "female",
    "it": "thing", "its": "thing", "itself": "thing", "they": "many", "them": "many",
}  # fmt: skip
_RELATIVES: Final = frozenset(["who", "which", "that", "whom"])
_DEFINITE: Final = frozenset("the this that his her its their".split())
_INDEFINITE: Final = frozenset("a an one another some several many two three four five no".split())
_NAMING: Final = frozenset(["DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS"])
_GENERIC: Final = frozenset(
    "man woman politician leader businessman billionaire veteran democrat republican official boss "
    "tycoon magnate star lawmaker native father mother statesman conservative".split()
)
"""Words that fit people of whom no role was told."""

MOST_BEARERS: Final = 400
"""Later ones of a longer text are not thought of for nouns."""

SENTENCES_BACK: Final = 6
"""How far back the bearer of a pronoun is looked for."""


class Speaker(NamedTuple):
    """Who is meant: the number of a bearer, the words that stand for them, and how sure."""

    bearer: int | None
    words: Words | None
    sureness: float = 1.0


class Cast:
    """The people and offices of one passage; grows while its quotations are read in order."""

    def __init__(
        self,
        passage: Passage,
        analysis: Analysis,
        marked: Marked,
        names: Sequence[NameMention],
        named: tuple[list[Bearer], list[int]],
    ) -> None:
        self.passage = passage
        self.analysis = analysis
        self.marked = marked
        self.names = names
        self.bearers, self.owners = named
        self.name_at = {
            word: place for place, name in enumerate(names) for word in range(*name.words)
        }
        self._names_in: dict[int, list[int]] = {}
        for place, name in enumerate(names):
            self._names_in.setdefault(passage.sentence_of(name.words[0]), []).append(place)
        self._spoke: dict[int, list[tuple[int, int]]] = {}
        self._offices: dict[tuple[str, ...], int] = {}

    def speaker_of(self, draft: Draft) -> Speaker:
        """Who says a quotation; call it in the order of the text."""
        if draft.source:
            found = self._of_source(draft)
        elif draft.follows:
            found = Speaker(self._before(draft), None, 0.7)
        else:
            found = Speaker(None, None)
        if found.bearer is not None:
            place = draft.anchor if draft.anchor is not None else self._first_word(draft)
            sentence = self.passage.sentence_of(place)
            self._spoke.setdefault(sentence, []).append((place, found.bearer))
            if draft.follows or draft.mode == "direct":
                last = self.passage.sentence_of(self._last_word(draft))
                if last != sentence:
                    self._spoke.setdefault(last, []).append((place, found.bearer))
        return found

    def meant_by(self, words: Words) -> Speaker:
        """Whom the words of a noun phrase mean; ask when all speakers are found."""
        return self._of_source(Draft("indirect", [], [], [words], 1.0))

    def _first_word(self, draft: Draft) -> int:
        return self.marked.words[draft.quoted[0]][0] if draft.quoted else draft.cue[0][0]

    def _last_word(self, draft: Draft) -> int:
        if not draft.quoted:
            return draft.cue[-1][1] - 1
        first, last = self.marked.words[draft.quoted[-1]]
        return max(first, last - 1)

    def _of_source(self, draft: Draft) -> Speaker:
        source = draft.source[0]
        head = self._head(source)
        word = self.passage.words[head].text.casefold()
        if head in self.name_at and not self._is_member(head):
            name = self.name_at[head]
            return Speaker(self.owners[name], self.names[name].words)
        if word in _PRONOUNS:
            return Speaker(self._of_pronoun(draft, head, _PRONOUNS[word]), (head, head + 1), 0.9)
        if word in _RELATIVES:
            return Speaker(self._named_before(head), (head, head + 1), 0.9)
        named = self._named_by(source, head)
        if named is not None:
            return Speaker(self.owners[named], self.names[named].words)
        return self._of_common_noun(draft, source, head)

    def _of_common_noun(self, draft: Draft, source: Words, head: int) -> Speaker:
        word = self.passage.words[head].text.casefold()
        speech = self.analysis.parts_of_speech[head]
        owner = _PRONOUNS.get(self.passage.words[source[0]].text.casefold())
        if word == "office" and owner in ("male", "female"):
            return Speaker(self._of_pronoun(draft, source[0], owner), source, 0.8)
        if word in CALENDAR:
            return Speaker(None, None)
        found, sureness = None, 1.0
        if word in PEOPLE or speech in ("NNS", "NNPS"):
            pass
        elif word in INSTITUTIONS or word in MEDIA:
            found, sureness = self._office(source, head), 0.9
        elif is_role(word) or word.endswith("-old"):
            found, sureness = self._of_noun(draft, source, head), 0.85
        elif speech == "NNP":
            found, sureness = self._office(source, head, is_name=True), 0.8
        return Speaker(found, source, sureness)

    def _is_member(self, head: int) -> bool:
        """Whether a party's name stands for one of its people: "the Democrat"."""
        name = self.names[self.name_at[head]]
        word = self.passage.words[head].text.casefold()
        single = len(name.tokens) == 1 and name.kind != "person"
        return (
            single
            and is_role(word)
            and head > 0
            and (self.passage.words[head - 1].text.casefold() == "the")
        )

    def _head(self, phrase: Words) -> int:
        """The word of a phrase that the others depend on."""
        heads = self.analysis.heads
        outward = [place for place in range(*phrase) if not phrase[0] <= heads[place] < phrase[1]]
        outward += [place for place in range(*phrase) if heads[place] == place]
        nouns = [
            place
            for place in outward
            if self.analysis.parts_of_speech[place][:2] in ("NN", "PR", "WP", "WD", "CD", "DT")
        ]
        if nouns:
            return nouns[0]
        inside = [
            place
            for place in range(*phrase)
            if self.analysis.parts_of_speech[place][:2] in ("NN", "PR")
        ]
        subjects = [place for place in inside if self.analysis.relations[place] == "nsubj"]
        return next(iter(subjects or inside[-1:]), phrase[1] - 1)

    def _named_by(self, source: Words, head: int) -> int | None:
        """The person whose title the head is ("spokesman Dmitry Peskov"), or the only name."""
        inside = sorted({self.name_at[word] for word in range(*source) if word in self.name_at})
        for name in inside:
            first = self.names[name].words[0]
            person = self.names[name].kind == "person"
            if person and first > head and self._is_called(head, first):
                return name
        for name in inside:
            if self._is_set_off(source, name):
                return name
        for name in inside:
            first, last = self.names[name].words
            if self.names[name].kind == "person" and last <= head and self._is_next(last - 1, head):
                behind = self.passage.words[last].text if last < source[1] else ""
                if behind == ",":
                    return name
        return None

    def _is_called(self, head: int, name: int) -> bool:
        """In "spokesman Jane Doe", "envoy to Peru Jane Doe"; not in "an aide to Jane Doe"."""
        if self._is_next(head, name):
            return True
        texts = [self.passage.words[place].text for place in range(head + 1, name)]
        before = self.name_at.get(name - 1)
        return (
            bool(texts)
            and texts[0] in ("to", "of", "for", "at")
            and "," not in texts
            and before is not None
            and self.names[before].kind != "person"
        )

    def _is_set_off(self, source: Words, name: int) -> bool:
        """In "an ally in parliament, Jane Doe, said": a person between commas at the end."""
        first, last = self.names[name].words
        rest = [word.text for word in self.passage.words[last : source[1]]]
        before = self.passage.words[first - 1].text if first > source[0] else ""
        return self.names[name].kind == "person" and before == "," and rest in ([], [","])

    def _is_next(self, before: int, behind: int) -> bool:
        """Whether two words of a phrase mean one person: nothing but a comma or nouns between."""
        between = range(before + 1, behind)
        speech = [self.analysis.parts_of_speech[place] for place in between]
        texts = [self.passage.words[place].text for place in between]
        return all(
            tag.startswith(("NN", "JJ", "DT", "PRP$", "POS")) or text in (",", "-", '"', "“", "”")
            for tag, text in zip(speech, texts, strict=True)
        )

    def _named_before(self, place: int) -> int | None:
        """The bearer of the name right before a relative pronoun."""
        for distance in range(1, 8):
            if place - distance in self.name_at:
                return self.owners[self.name_at[place - distance]]
        return None

    def _of_pronoun(self, draft: Draft, place: int, wanted: str) -> int | None:
        for bearer in self._near(draft, place, self.passage.sentence_of(place), SENTENCES_BACK):
            if self._agrees(bearer, wanted):
                if wanted in ("male", "female") and self.bearers[bearer].gender is None:
                    self.bearers[bearer].gender = wanted
                return bearer
        return None

    def _agrees(self, bearer: int, wanted: str) -> bool:
        found = self.bearers[bearer]
        if wanted in ("male", "female"):
            return found.kind == "person" and found.gender in (None, wanted)
        if wanted == "thing":
            return found.kind in ("organization", "place")
        return found.kind == "group" and found.name.endswith("s")

    def _near(self, draft: Draft, place: int, sentence: int, back: int) -> Iterator[int]:
        """Bearers before a place, the likeliest first.

        Sentence by sentence backwards; in each the last speaker, then subjects, then others.
        """
        seen: set[int] = set()
        for number in range(sentence, max(-1, sentence - back - 1), -1):
            spoke = [bearer for at, bearer in self._spoke.get(number, ()) if at < place]
            names = [
                name
                for name in self._names_in.get(number, ())
                if self.names[name].words[1] <= place and not self._is_content(draft, name)
            ]
            plain = [name for name in names if not self.marked.is_inside(self.names[name].words[0])]
            subjects = [name for name in plain if self._is_subject(name)]
            ordered = [*spoke[::-1], *(self.owners[name] for name in [*subjects, *plain])]
            for bearer in ordered:
                if bearer not in seen:
                    seen.add(bearer)
                    yield bearer

    def _is_content(self, draft: Draft, name: int) -> bool:
        start = self.passage.words[self.names[name].words[0]].start
        return any(span.start <= start < span.end for span in draft.content)

    def _is_subject(self, name: int) -> bool:
        first, last = self.names[name].words
        return any(
            self.analysis.relations[word].startswith("nsubj")
            and not first <= self.analysis.heads[word] < last
            for word in range(first, last)
        )

    def _before(self, draft: Draft) -> int | None:
        """The speaker that a quotation without a cue goes on with."""
        place = self._first_word(draft)
        sentence = self.passage.sentence_of(place)
        paragraph = self.passage.paragraph_of(place)
        for bearer in self._near(draft, place, sentence, 4):
            latest = _last_before(self.bearers[bearer].places, place) or 0
            spoken = max(
                (at for one in range(max(0, sentence - 4), sentence + 1)
                 for at, who in self._spoke.get(one, ()) if who == bearer), default=0
            )  # fmt: skip
            if self.bearers[bearer].kind not in ("person", "organization"):
                continue
            if paragraph - self.passage.paragraph_of(max(latest, spoken)) <= 2:
                return bearer
        return None

    def _office(self, source: Words, head: int, *, is_name: bool = False) -> int | None:
        """The office that a noun stands for: one named before, or a new one if it is a certain one.

        `is_name`: the words are a name that the encoder did not find.
        """
        words = [word.text for word in self.passage.words[source[0] : head + 1]]
        if words[0].casefold() in _INDEFINITE:
            return None
        key = tuple(word.casefold() for word in words if word.casefold() not in _DEFINITE)
        if key in self._offices:
            return self._offices[key]
        known = self._known_office(key)
        if known is not None:
            return known
        if not is_name and len(key) == 1 and words[0].casefold() not in _DEFINITE:
            return None
        start = source[0] + (words[0].casefold() in ("the", "this", "that"))
        form = printed(self.passage, (start, self._end_of_name(source, head)))
        kind: EntityKind = "organization"
        office = Bearer(kind, tuple(key), forms={form: None}, places=[source[0]])
        self.bearers.append(office)
        self._offices[key] = len(self.bearers) - 1
        return len(self.bearers) - 1

    def _end_of_name(self, source: Words, head: int) -> int:
        """The end of an office's name: "the relief agency of the church" is named to its end."""
        behind = self.passage.words[head + 1].text if head + 1 < source[1] else ""
        if behind not in ("of", "for"):
            return head + 1
        end = head + 2
        while end < source[1] and self.analysis.parts_of_speech[end] in _NAMING:
            end += 1
        return end if end > head + 2 else head + 1

    def _known(self) -> Iterator[tuple[int, Bearer]]:
        """The bearers with their numbers; no more than an article has, so that time is bounded."""
        return islice(enumerate(self.bearers), MOST_BEARERS)

    def _known_office(self, key: tuple[str, ...]) -> int | None:
        """The last office before whose name ends in the same words ("the ministry")."""
        candidates = [
            number
            for number, bearer in self._known()
            if bearer.kind == "organization"
            and any(
                tuple(form.casefold().split())[-len(key) :] == key
                or (len(key) == 1 and key[0] in form.casefold().split())
                for form in bearer.forms
            )
        ]
        return max(candidates, key=lambda one: self.bearers[one].places[-1], default=None)

    def _of_noun(self, draft: Draft, source: Words, head: int) -> int | None:
        words = [word.text for word in self.passage.words[source[0] : source[1]]]
        first = words[0].casefold()
        told = range(source[0], head)
        owned = any(self.analysis.parts_of_speech[one] in ("POS", "PRP$") for one in told)
        if first in _INDEFINITE or (first not in _DEFINITE and not owned and len(words) > 1):
            return None
        role = self.passage.words[head].text.casefold()
        role = FULL_ROLES.get(role, role)
        nations = nations_in(" ".join(words))
        gender = gender_of_title(role)
        fitting = [
            (score, number)
            for number, bearer in self._known()
            if bearer.kind == "person"
            and bearer.places
            and (score := _fit(bearer, role, nations, gender, head)) is not None
        ]
        best = max(fitting, default=None)
        if best and best[0][2]:
            return best[1]
        is_generic = role in _GENERIC or role.endswith("-old")
        for number in self._near(draft, source[0], self.passage.sentence_of(head), 2):
            bearer = self.bearers[number]
            if bearer.kind != "person" or gender not in (None, bearer.gender or gender):
                continue
            fits = not nations or not bearer.nations
            return number if fits and (is_generic or not bearer.roles) else best and best[1]
        return best and best[1]


def _fit(
    bearer: Bearer, role: str, nations: set[str], gender: str | None, place: int
) -> tuple[int, bool, bool, int] | None:
    """How well somebody fits a noun such as "the Ukrainian leader"; None if not at all."""
    if gender and bearer.gender and gender != bearer.gender:
        return None
    if nations and bearer.nations and not nations & bearer.nations:
        return None
    same = 2 if role in bearer.roles else 0
    if not same and any(role in roles and roles & bearer.roles for roles in SAME_ROLES):
        same = 1
    if not same:
        return None
    before = _last_before(bearer.places, place)
    at_home = bool(nations & bearer.nations) if nations else _is_plain(bearer, role)
    is_before = before is not None
    return same, at_home, is_before, before if before is not None else -bearer.places[0]


def _last_before(places: Sequence[int], place: int) -> int | None:
    behind = bisect_left(places, place)
    return places[behind - 1] if behind else None


def _is_plain(bearer: Bearer, role: str) -> bool:
    """Whether the text never calls somebody by a role with a country: "the president" is theirs."""
    titles = [title for title in bearer.titles if role in role_words(title)]
    return bool(titles) and not any(nations_in(title) for title in titles)
