"""Whom the words of a source mean: a name, a noun, a pronoun, or the speaker before.

Nouns and pronouns are resolved by agreement in role, country, gender and number, and by what is
near: speakers before subjects before others. Where that does not tell, they stay open.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from variorum.read.counterparts import share_offices
from variorum.read.described import BY_KIND, LIKELY, Described, chosen
from variorum.read.encoder.window import Words
from variorum.read.entities import Bearer, gender_of_title, is_role
from variorum.read.fitting import (
    FORMER_ROLE,
    VERY_ROLE,
    Fit,
    Wanted,
    fit_of,
    last_before,
    wanted_by,
)
from variorum.read.introduced import introduced
from variorum.read.lexicon import (
    CALENDAR,
    INSTITUTIONS,
    MEDIA,
    PEOPLE,
)
from variorum.read.names import NameMention
from variorum.read.naming import Naming, is_member
from variorum.read.nearness import Nearness
from variorum.read.passages import Analysis, Passage
from variorum.read.quotations.draft import Draft
from variorum.read.quotations.sources import head_of, phrase_of
from variorum.read.quotations.stretches import Marked
from variorum.read.titles import printed
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
    "tycoon magnate star lawmaker native father mother statesman conservative mum mom dad widow "
    "widower grandmother grandfather pensioner teenager youngster academic cleric priest pastor "
    "preacher imam expert scientist researcher scholar lawyer surgeon medic nurse teacher farmer "
    "fisherman shopkeeper driver engineer author writer novelist poet singer actor actress "
    "musician artist footballer player striker midfielder goalkeeper defender coach athlete "
    "entrepreneur firebrand campaigner activist survivor victim mayoress peer baroness".split()
)
"""Words that fit people of whom no role was told."""

_ASKING: Final = frozenset(["reporter", "journalist", "interviewer", "correspondent", "anchor"])
"""Who asks rather than tells."""

_OWN_WORDS: Final = frozenset(
    "office words account statement statements comments remarks testimony spokespeople".split()
)
"""What stands for whom it belongs to: "according to his words"."""

MOST_BEARERS: Final = 400
"""Later ones of a longer text are not thought of for nouns."""

_OF_WHAT: Final = 8
"""Words behind "head of" that may tell of what."""

_UNNAMED_BACK: Final = 3
"""How many sentences back somebody without a name is looked for."""

SENTENCES_BACK: Final = 6
"""How far back the bearer of a pronoun is looked for."""


class Speaker(NamedTuple):
    """Who is meant: the number of a bearer, the words that stand for them, and how sure.

    `printed`: the words that name several who speak together.
    """

    bearer: int | None
    words: Words | None
    sureness: float = 1.0
    printed: Words | None = None


_LONGEST_OFFICE: Final = 9
_MOST_TITLES: Final = 4
"""Words of an office with what it is of, and of titles before a name, at most."""


class Cast(Nearness):
    """The people and offices of one passage; grows while its quotations are read in order."""

    def __init__(
        self,
        passage: Passage,
        analysis: Analysis,
        marked: Marked,
        names: Sequence[NameMention],
        named: tuple[list[Bearer], list[int]],
    ) -> None:
        super().__init__(passage, analysis, marked, names, named)
        self.name_at = {
            word: place for place, name in enumerate(names) for word in range(*name.words)
        }
        self.naming = Naming(passage, analysis, names, self.name_at)
        self._described = Described(passage, analysis, names, named)
        share_offices(passage, names, *named)
        self._unnamed: tuple[int, Words, str | None] | None = None
        self._offices: dict[tuple[str, ...], int] = {}

    def named_behind(self, office: int) -> int | None:
        """Where a holder's name begins: "the head of the navy, Jo Pell, said", "its head Pell".

        Between commas; a body may stand so too, right behind: "its owner, Doe Lines, said".
        """
        words, last = self.passage.words, len(self.passage.words) - 1
        at = office + 1
        if at in self.name_at:
            return at if self.names[self.name_at[at]].kind == "person" else None
        is_of = at < last and words[at].text == "of"
        while is_of and at < min(last, office + _LONGEST_OFFICE) and words[at].text != ",":
            if self.analysis.parts_of_speech[at].startswith("VB"):
                return None
            at += 1
        if at >= last or words[at].text != ",":
            return None
        first = at + 1
        while first < min(last, at + _MOST_TITLES) and first not in self.name_at:
            if not is_role(words[first].text):
                return None
            first += 1
        place = self.name_at.get(first)
        if place is None or (self.names[place].kind != "person" and (is_of or first > at + 1)):
            return None
        end = self.names[place].words[1]
        return first if end <= last and words[end].text == "," else None

    def speaker_of(self, draft: Draft) -> Speaker:
        """Who says a quotation; call it in the order of the text."""
        if draft.source:
            found = self._of_source(draft)
        elif draft.follows:
            found = Speaker(self._before(draft), None, 0.7)
        else:
            found = Speaker(None, None)
        if found.bearer is None and found.words and draft.source:
            self._know_unnamed(found.words)
        if found.bearer is not None:
            place = draft.anchor if draft.anchor is not None else self._first_word(draft)
            sentence = self.passage.sentence_of(place)
            self._spoke.setdefault(sentence, []).append((place, found.bearer))
            if draft.follows or draft.mode == "direct":
                last = self.passage.sentence_of(self._last_word(draft))
                if last != sentence:
                    self._spoke.setdefault(last, []).append((place, found.bearer))
        return found

    def _know_unnamed(self, words: Words) -> None:
        """Keeps one person without a name who spoke, for the pronouns that follow."""
        head = head_of(self.analysis, words)
        noun = self.passage.words[head].text.casefold()
        if is_role(noun) and noun not in _ASKING and self.analysis.parts_of_speech[head] == "NN":
            self._unnamed = head, words, gender_of_title(noun)

    def bearer_of(self, words: Words) -> int | None:
        """Whom a pronoun, or a noun with what stands before it, means outside of quotations.

        Ask when all quotations are read; nothing new is learned.
        """
        head = words[1] - 1
        text = self.passage.words[head].text.casefold()
        draft = Draft("indirect", [], [words], [words], 1.0)
        if text in _PRONOUNS:
            return self._he_or_she(self._of_pronoun(draft, head, _PRONOUNS[text]), _PRONOUNS[text])
        return self._of_noun(draft, words, head)

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
        joint = self.naming.joint(draft.source)
        if joint is not None:
            return Speaker(None, None, printed=joint)
        named = self.naming.head(source)
        if named is not None:
            return Speaker(self.owners[named], self.names[named].words)
        head = head_of(self.analysis, source)
        word = self.passage.words[head].text.casefold()
        if word in _PRONOUNS:
            return self._speaker_of_pronoun(draft, head, word)
        if word in _RELATIVES:
            return Speaker(self._named_before(head), (head, head + 1), 0.9)
        named = self.naming.named_by(source, head)
        if named is not None:
            return Speaker(self.owners[named], self.names[named].words)
        return self._of_common_noun(draft, source, head)

    def _of_common_noun(self, draft: Draft, source: Words, head: int) -> Speaker:
        word = self.passage.words[head].text.casefold()
        speech = self.analysis.parts_of_speech[head]
        owner = _PRONOUNS.get(self.passage.words[source[0]].text.casefold())
        if word in _OWN_WORDS and owner in ("male", "female"):
            found = self._subject_of_content(draft, owner) if word == "office" else None
            if found is None:
                found = self._of_pronoun(draft, source[0], owner)
            return Speaker(self._he_or_she(found, owner), source, 0.8)
        if word in CALENDAR:
            return Speaker(None, None)
        found, sureness = None, 1.0
        if word in PEOPLE or speech in ("NNS", "NNPS"):
            pass
        elif (medium := self.naming.medium(source, head)) is not None and word in MEDIA:
            found, source = self.owners[medium], self.names[medium].words
        elif (body := self._body(source, head)) is not None:
            found, sureness = body, 0.85
        elif word in INSTITUTIONS or word in MEDIA:
            found, sureness = self._office(source, head), 0.9
        elif is_member(word) or word.endswith(("-old", "ologist")):
            found, sureness = self._of_noun(draft, source, head), 0.85
        elif speech == "NNP":
            found, sureness = self._office(source, head, is_name=True), 0.8
        return Speaker(found, source, sureness)

    def _subject_of_content(self, draft: Draft, wanted: str) -> int | None:
        """Who does what a quotation says: "Jane Doe will travel to Peru, her office said"."""
        for place, name in enumerate(self.names):
            if self._is_content(draft, place) and self._is_subject(place):
                owner = self.owners[place]
                return owner if name.kind == "person" and self._agrees(owner, wanted) else None
        return None

    def _body(self, source: Words, head: int) -> int | None:
        """The body that a noun of its kind means; what it says itself may name it."""
        asked = self._described.asked(source, head)
        if asked is None:
            return None
        fit, rivals = self._described.fitting(asked)
        if not rivals:
            return self._described.named_later(asked)
        if (asked.is_owned or fit == LIKELY) and len(rivals) > 1:
            return None
        latest = {one: self._described.last_named(one, asked.place) or 0 for one in rivals}
        spoken = ((one, self._last_active(one, asked.place)) for one in rivals)
        active = {one: at for one, at in spoken if at is not None}
        if fit < BY_KIND and not active:
            return None
        return rivals[0] if len(rivals) == 1 else chosen(latest, active, asked.place, self.passage)

    def _named_before(self, place: int) -> int | None:
        """The bearer of the name right before a relative pronoun."""
        found = None
        for distance in range(1, 8):
            name = self.name_at.get(place - distance)
            if name is None:
                continue
            if self.names[name].kind == "person" or self.passage.words[place].text != "who":
                return self.owners[name]
            if self._follows(name, ("of", "from", "in", "for", "at")):
                found = self.owners[name] if found is None else found
            else:
                return self.owners[name]
        return found

    def _follows(self, name: int, words: Sequence[str]) -> bool:
        """Whether one of some words stands before a name, or before its article."""
        first = self.names[name].words[0]
        before = [word.text.casefold() for word in self.passage.words[max(0, first - 2) : first]]
        return bool(before) and (
            before[-1] in words or (before[-1] == "the" and before[0] in words)
        )

    def _of_pronoun(self, draft: Draft, place: int, wanted: str) -> int | None:
        aside = self._turned_to(place)
        for bearer in self._near(draft, place, self.passage.sentence_of(place), SENTENCES_BACK):
            if self._agrees(bearer, wanted) and bearer not in aside:
                return bearer
        return None

    def _turned_to(self, place: int) -> set[int]:
        """Whom the clause before a pronoun names: in "Quoting Jane Doe, she said" not she."""
        first, _ = self.passage.sentence(self.passage.sentence_of(place))
        if self.analysis.parts_of_speech[first] not in ("VBG", "VBN"):
            return set()
        comma = next(
            (at for at in range(first, place) if self.passage.words[at].text == ","), first
        )
        return {self.owners[self.name_at[at]] for at in range(first, comma) if at in self.name_at}

    def _body_before(self, draft: Draft, place: int) -> Speaker | None:
        """The body that the sentence before, or the clause, has for its subject without a name.

        "The ministry cancelled the flight. It said …": it is not whoever was named before that.
        """
        here = self.passage.sentence_of(place)
        for sentence in (here, here - 1):
            if sentence < 0:
                return None
            first, last = self.passage.sentence(sentence)
            if self.passage.paragraph_of(first) != self.passage.paragraph_of(place):
                return None
            for at in range(first, min(last, place)):
                if self._is_plain_body(at):
                    start, end = phrase_of(self.passage, self.analysis, at, (first, last))
                    return self._of_common_noun(draft, (start, end), at)
                if at in self.name_at and self.analysis.relations[at].startswith("nsubj"):
                    return None
        return None

    def _is_plain_body(self, place: int) -> bool:
        """Whether a noun for a body that is no name is the subject of a main verb."""
        analysis, text = self.analysis, self.passage.words[place].text.casefold()
        head = analysis.heads[place]
        return (
            text in INSTITUTIONS
            and place not in self.name_at
            and analysis.parts_of_speech[place] == "NN"
            and analysis.relations[place] == "nsubj"
            and analysis.relations[head] in ("root", "conj", "parataxis")
        )

    def _speaker_of_pronoun(self, draft: Draft, head: int, word: str) -> Speaker:
        if word == "it" and (body := self._body_before(draft, head)):
            return Speaker(body.bearer, (head, head + 1), 0.9, body.printed or body.words)
        found = self._of_pronoun(draft, head, _PRONOUNS[word])
        unnamed = self._unnamed_since(found, head, _PRONOUNS[word])
        if unnamed and word in ("he", "she"):
            return Speaker(None, (head, head + 1), printed=unnamed)
        return Speaker(self._he_or_she(found, _PRONOUNS[word]), (head, head + 1), 0.9)

    def _he_or_she(self, bearer: int | None, wanted: str) -> int | None:
        """Whom a pronoun means, with what it tells of them kept for later ones."""
        if bearer is not None and wanted in ("male", "female"):
            self.bearers[bearer].gender = self.bearers[bearer].gender or wanted
        return bearer

    def _unnamed_since(self, bearer: int | None, place: int, wanted: str) -> Words | None:
        """The words of somebody without a name who spoke since the bearer of a pronoun did."""
        if self._unnamed is None or wanted not in ("male", "female"):
            return None
        at, words, gender = self._unnamed
        near = self.passage.sentence_of(place) - self.passage.sentence_of(at) <= 1
        same = self.passage.paragraph_of(place) == self.passage.paragraph_of(at)
        if at >= place or not (near or same) or gender not in (None, wanted):
            return None
        active = self._last_active(bearer, place) if bearer is not None else None
        return words if active is None or active < at else None

    def _agrees(self, bearer: int, wanted: str) -> bool:
        found = self.bearers[bearer]
        if wanted in ("male", "female"):
            return found.kind == "person" and found.gender in (None, wanted)
        if wanted == "thing":
            return found.kind in ("organization", "place")
        return found.kind == "group" and found.name.endswith("s")

    def _before(self, draft: Draft) -> int | None:
        """The speaker that a quotation without a cue goes on with."""
        place = self._first_word(draft)
        sentence = self.passage.sentence_of(place)
        paragraph = self.passage.paragraph_of(place)
        for bearer in self._near(draft, place, sentence, 4):
            latest = last_before(self.bearers[bearer].places, place) or 0
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
            and (len(key) > 1 or self._described.may_be(number, key[0]))
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
        wanted = wanted_by(words, self.passage.words[head].text.casefold(), head)
        fits = [
            (fit, number)
            for number, bearer in self._known()
            if bearer.kind == "person"
            and bearer.places
            and (fit := fit_of(bearer, wanted)) is not None
        ]
        best = max(fits, default=None)
        if best is None and first == "its" and self._is_somebodys(source):
            return introduced(self, wanted, first, head)
        if self._is_of_nobody_named(best, wanted.role, source, head):
            return None
        if best and best[0].is_before:
            rivals = [number for fit, number in fits if fit[:3] == best[0][:3]]
            return self._nearest(draft, rivals, source[0])
        if found := self._near_role(draft, source, wanted):
            return best[1] if best and found.bearer is None else found.bearer
        return best[1] if best else introduced(self, wanted, "its" if owned else first, head)

    def _near_role(self, draft: Draft, source: Words, wanted: Wanted) -> Speaker | None:
        """The person nearest to a noun that none is called by; nobody, if that one has a role."""
        is_told = self._is_of_another(source, wanted.place)
        is_generic = (
            wanted.role in _GENERIC
            or wanted.role.endswith(("-old", "ologist"))
            or (is_member(wanted.role) and not is_role(wanted.role))
        )
        for number in self._near(draft, source[0], self.passage.sentence_of(wanted.place), 2):
            bearer = self.bearers[number]
            if bearer.kind != "person" or wanted.gender not in (
                None,
                bearer.gender or wanted.gender,
            ):
                continue
            if is_told and not any(" " in form for form in bearer.forms):
                continue
            may_be = not wanted.nations or not bearer.nations
            is_meant = may_be and (is_generic or not bearer.roles)
            return Speaker(number if is_meant else None, None)
        return None

    def _is_of_another(self, source: Words, head: int) -> bool:
        """Whether a phrase tells of what somebody is the head: "the abbess of Doma".

        It points at nobody before of whom the text has no full name.
        """
        behind = range(head + 1, source[1])
        is_of = bool(behind) and self.passage.words[head + 1].text in ("of", "at", "for")
        return is_of and any(place in self.name_at for place in behind)

    def _is_of_nobody_named(
        self, best: tuple[Fit, int] | None, role: str, source: Words, head: int
    ) -> bool:
        """Whether a noun stands for somebody without a name, or for whom the text tells nothing."""
        if (best is None or best[0].same < VERY_ROLE) and self._is_unnamed(role, source[0]):
            return True
        if best is None:
            return self._is_somebodys(source)
        is_other_role = best[0].same < FORMER_ROLE
        return is_other_role and (
            self._is_somebodys(source) or self._is_told_otherwise(head, best[1])
        )

    def _is_somebodys(self, source: Words) -> bool:
        """Whether a phrase begins like "his aide": it means nobody of whom it is not told."""
        return self.analysis.parts_of_speech[source[0]] == "PRP$"

    def _is_told_otherwise(self, head: int, number: int) -> bool:
        """Whether what a role is of is told otherwise of somebody: of a union, not of the port."""
        words = self.passage.words
        if head + 1 >= len(words) or words[head + 1].text.casefold() != "of":
            return False
        _, end = self.passage.sentence(self.passage.sentence_of(head))
        told: set[str] = set()
        for at in range(head + 2, min(end, head + 2 + _OF_WHAT)):
            part = self.analysis.parts_of_speech[at]
            if part.startswith("NN"):
                told.add(words[at].text.casefold())
            elif not part.startswith(("DT", "JJ", "POS", "PRP$", "CD")):
                break
        bearer = self.bearers[number]
        known = " ".join((*bearer.titles, *bearer.offices)).casefold().split()
        return bool(told) and told.isdisjoint(known)

    def _is_unnamed(self, role: str, place: int) -> bool:
        """Whether a role stands for somebody whom the text brought in without a name."""
        words = self.passage.words
        sentence = self.passage.sentence_of(place)
        first, _ = self.passage.sentence(max(0, sentence - _UNNAMED_BACK))
        for at in range(place - 1, first - 1, -1):
            if words[at].text.casefold() != role:
                continue
            if at + 1 in self.name_at:
                return False
            for back in range(at - 1, max(first, at - 6) - 1, -1):
                text = words[back].text.casefold()
                if text in _INDEFINITE:
                    return not (words[back - 1].text == "," and back - 2 in self.name_at)
                if text in _DEFINITE or self.analysis.parts_of_speech[back] in ("IN", ","):
                    break
        return False
