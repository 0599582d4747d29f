"""Whom the words beside an event mean, and the places among them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from variorum.read.entities import is_role
from variorum.read.events.grammar import Grammar
from variorum.read.events.parties import MOST, Part
from variorum.read.lexicon import CALENDAR, NATIONS, PEOPLE, fold
from variorum.read.speakers import Cast
from variorum.read.titles import printed
from variorum.record.event import Participant
from variorum.record.reading import Entity

_HUMAN: Final = frozenset(
    "people man men woman women child children police troops soldiers militants rebels protesters "
    "demonstrators gunman gunmen suspect suspects students workers voters civilians residents "
    "officers forces fighters crowd crowds passengers prisoners hostages refugees migrants "
    "countries nations sides leaders presidents ministers senators lawmakers judges jury court "
    "government parliament army military company companies union unions parties party rivals "
    "insurgents terrorists attackers bomber bombers shooter driver pilot crew victims teenager "
    "teen boy girl couple family families congress senate house council committee cabinet "
    "commission agents authorities prosecutors delegation delegations envoys negotiators members "
    "lawyers diplomats guests thousands hundreds dozens millions firefighters doctors staff "
    "employees teachers players team teams doctors supporters activists candidates "
    "group groups aides advisers advisors experts delegates".split()
)
_LEFT: Final = ("det", "amod", "compound", "nmod:poss", "nummod", "nmod:desc", "flat", "case")
_RELATIVES: Final = frozenset("who which that whom".split())


class Speech(NamedTuple):
    """A quotation: the characters of its contents, its id, and the number of who says it."""

    start: int
    end: int
    id: str
    speaker: int | None


class People:
    """The entities of an article, by the words that mean them."""

    def __init__(
        self, grammar: Grammar, cast: Cast, entities: Sequence[Entity], speech: Sequence[Speech]
    ) -> None:
        self._grammar = grammar
        self._cast = cast
        self._entities = entities
        self._speech = speech
        self._forms = _forms(entities)

    def participants(self, parts: Iterable[Part]) -> list[Participant]:
        """The participants that some words mean, each once, and no more than `MOST`."""
        found: dict[tuple[str | None, str], Participant] = {}
        for part in parts:
            for one in self._meant(part):
                found.setdefault((one.entity, one.name), one)
        return list(found.values())[:MOST]

    def _meant(self, part: Part) -> Iterator[Participant]:
        word, grammar = part.word, self._grammar
        text = grammar.printed(word)
        hyphened = [piece for piece in text.replace("–", "-").split("-") if piece]
        if len(hyphened) > 1 and text[:1].isupper() and self._all_known(hyphened):
            for piece in hyphened:
                entity = self._by_form(piece)
                yield Participant(
                    entity.id if entity else None, piece_name(entity, piece), part.role
                )
            return
        entity = self.entity_of(word)
        if entity is not None:
            if entity.kind != "other":
                yield Participant(entity.id, entity.name, part.role)
        elif grammar.words[word] in NATIONS and grammar.tags[word].startswith(("JJ", "NNP")):
            yield Participant(None, text, part.role)
        elif self._is_somebody(word):
            yield Participant(None, self._phrase(word), part.role)

    def _all_known(self, pieces: Sequence[str]) -> bool:
        return all(self._by_form(one) or one.casefold() in NATIONS for one in pieces)

    def _by_form(self, form: str) -> Entity | None:
        plain = fold(form)
        number = self._forms.get(plain, self._forms.get(_key(form)))
        return self._entities[number] if number is not None else None

    def entity_of(self, word: int) -> Entity | None:
        """The entity that a name, adjective, pronoun or role means, if the article tells."""
        grammar, cast = self._grammar, self._cast
        text = grammar.words[word]
        if text in NATIONS and (known := self._by_form(text)):
            return known
        if word in cast.name_at:
            return self._entities[cast.owners[cast.name_at[word]]]
        number = None
        if text in _RELATIVES:
            head = grammar.heads[grammar.heads[word]]
            return self.entity_of(head) if grammar.words[head] not in _RELATIVES else None
        if grammar.tags[word] in ("PRP", "PRP$"):
            number = self._of_pronoun(word, text)
        elif is_role(text) and grammar.tags[word].startswith("NN"):
            number = self._of_role(word)
        return self._entities[number] if number is not None else None

    def _of_pronoun(self, word: int, text: str) -> int | None:
        if text in _VAGUE:
            return None
        if text in ("i", "me", "my", "we", "us", "our"):
            start = self._grammar.passage.words[word].start
            found = speech_at(self._speech, start)
            return found.speaker if found and text in ("i", "me", "my") else None
        number = self._cast.bearer_of((word, word + 1))
        if number is None or number >= len(self._entities) or not self._is_doubtful(word, number):
            return number if number is not None and number < len(self._entities) else None
        return self._before_clause(word)

    def _before_clause(self, pronoun: int) -> int | None:
        """Whom "he" means in "the isolation of Jane Doe since he ...": who is named right before.

        Of those to whom something was done ("met Jane Doe after he ...") it may be either.
        """
        grammar = self._grammar
        before = pronoun - 2
        if before < 0 or grammar.words[pronoun - 1] not in _SINCE:
            return None
        case = grammar.case(before)
        is_owner = case is not None and grammar.words[case] in ("of", "for")
        if not is_owner and not grammar.relations[before].startswith("nmod"):
            return None
        if before in self._cast.name_at:
            owner = self._cast.owners[self._cast.name_at[before]]
            return owner if self._entities[owner].kind == "person" else None
        return self._of_role(before) if is_role(grammar.words[before]) else None

    def _is_doubtful(self, pronoun: int, number: int) -> bool:
        """Whether a pronoun may as well mean another person, whom its sentence names since.

        In "A. phoned B., the first call since he ..." it may be either. Who says something is
        sure to be meant in what is said: "A. said after seeing B. that he ...".
        """
        first, _ = self._grammar.passage.sentence(self._grammar.passage.sentence_of(pronoun))
        named = [
            self._cast.owners[self._cast.name_at[word]]
            for word in range(first, pronoun)
            if word in self._cast.name_at
        ]
        persons = [one for one in named if self._entities[one].kind == "person"]
        if not persons or persons[-1] == number:
            return False
        return not self._is_in_what_is_said(pronoun, number)

    def _is_in_what_is_said(self, pronoun: int, number: int) -> bool:
        """Whether a pronoun stands in a clause that is the object of somebody's verb."""
        grammar = self._grammar
        for word in (pronoun, *grammar.above(pronoun)):
            if grammar.relations[word] in ("ccomp", "xcomp", "conj", "parataxis"):
                for subject in grammar.children(grammar.heads[word], "nsubj"):
                    name = self._cast.name_at.get(subject)
                    if name is not None and self._cast.owners[name] == number:
                        return True
            elif grammar.relations[word].startswith(("advcl", "acl")):
                return False
        return False

    def _of_role(self, word: int) -> int | None:
        """Whose title a noun is: "spokesman Jane Doe"; or whom "the Russian leader" means."""
        for child in self._grammar.children(word, "flat", "appos", "nmod:desc"):
            if child in self._cast.name_at:
                return self._cast.owners[self._cast.name_at[child]]
        if (name := self._cast.named_behind(word)) is not None:
            return self._cast.owners[self._cast.name_at[name]]
        number = self._cast.bearer_of((self._start(word), word + 1))
        return number if number is not None and number < len(self._entities) else None

    def _is_somebody(self, word: int) -> bool:
        """Whether a noun is one for people or those who act for them."""
        grammar = self._grammar
        if not grammar.tags[word].startswith("NN") or grammar.words[word] in CALENDAR:
            return False
        text = grammar.words[word]
        singular = text.removesuffix("s")
        return text in _HUMAN or text in PEOPLE or is_role(text) or is_role(singular)

    def _start(self, word: int) -> int:
        start = word
        children = set(self._grammar.children(word, *_LEFT))
        for child in list(children):
            children.update(self._grammar.children(child))
        while start - 1 in children and word - start < _LONGEST_PHRASE:
            start -= 1
        return start

    def _phrase(self, word: int) -> str:
        """A noun with what stands before it, without article: "Russian officials"."""
        start = self._start(word)
        while start < word and (
            self._grammar.tags[start] in ("DT", "IN", "POS", "CC", "TO")
            or self._grammar.relations[start] == "case"
        ):
            start += 1
        return printed(self._grammar.passage, (self._with_first(start), self._end(word)))

    def _with_first(self, start: int) -> int:
        """Where "Russian and U.S. presidents" begins: the tree may leave out the first of two.

        "At least 14 people" begins with "at".
        """
        words = self._grammar.words
        if words[start] in ("least", "most") and start and words[start - 1] == "at":
            return start - 1
        is_second = start > 1 and words[start] in NATIONS and words[start - 1] == "and"
        return start - 2 if is_second and words[start - 2] in NATIONS else start

    def _end(self, word: int) -> int:
        """The end of a noun with "of" and the names behind it: "presidents of Peru and Chile".

        What a name has belongs to it: "the head of Peru's dockers' union".
        """
        grammar = self._grammar
        at, last = word + 1, min(len(grammar.words), word + 2 + _LONGEST_PHRASE)
        if grammar.words[at : at + 1] != ["of"]:
            return at
        end, is_owned = at, False
        for place in range(at + 1, last):
            tag = grammar.tags[place]
            is_owned = is_owned or (tag == "POS" and end > at)
            if tag in ("NNP", "NNPS") or (is_owned and tag in ("NN", "NNS")):
                end = place + 1
            elif is_owned and tag in ("POS", "JJ"):
                continue
            elif tag != "DT" and grammar.words[place] != "and":
                break
        return end

    def place_at(self, word: int) -> Entity | None:
        """The entity of a name if it is a place's."""
        if word not in self._cast.name_at:
            return None
        found = self._entities[self._cast.owners[self._cast.name_at[word]]]
        return found if found.kind == "place" else None

    def name_words(self, word: int) -> str:
        """The whole name that a word stands in, as printed."""
        name = self._cast.names[self._cast.name_at[word]]
        return printed(self._grammar.passage, name.words)


_LONGEST_PHRASE: Final = 6
_SINCE: Final = frozenset("since when after before until as because".split())
_VAGUE: Final = frozenset("it its itself they them their".split())


def piece_name(entity: Entity | None, piece: str) -> str:
    """The name of an entity, or the words that no entity is known by."""
    return entity.name if entity else piece


def speech_at(speech: Sequence[Speech], start: int) -> Speech | None:
    """The quotation in whose content a character stands; of several the first that is told."""
    return next((one for one in speech if one.start <= start < one.end), None)


def _key(form: str) -> str:
    plain = fold(form.replace("’s", "").replace("'s", ""))
    return NATIONS.get(plain, plain)


def _forms(entities: Sequence[Entity]) -> dict[str, int]:
    """Entities by name and alias, persons by surname too; the first of several counts."""
    forms: dict[str, int] = {}
    for number, entity in enumerate(entities):
        if entity.kind == "place":
            forms.setdefault(_key(entity.name), number)
    for number, entity in enumerate(entities):
        for form in (entity.name, *entity.aliases):
            if entity.kind != "group":
                forms.setdefault(_key(form) if entity.kind == "place" else fold(form), number)
                if entity.kind == "person":
                    forms.setdefault(fold(form.split()[-1]), number)
    for number, entity in enumerate(entities):
        if entity.kind == "group":
            forms.setdefault(_key(entity.name), number)
    return forms
