"""Who is named in the words of a source: the head, the person whose title it is, or several."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from variorum.read.encoder.window import Words
from variorum.read.entities import is_demonym, is_role
from variorum.read.lexicon import CALENDAR, MEDIA
from variorum.read.names import NameMention
from variorum.read.passages import Analysis, Passage
from variorum.read.quotations.sources import head_of

_JOINING: Final = frozenset(["and", "&", ","])
_BEHIND: Final = frozenset([",", "(", "of", "in", "at", "from", "for"])
"""What may stand behind somebody who is named with a title."""

_PARTING: Final = frozenset([",", "and", "&", "to", "for", "with", "from", "by"])
"""What parts a title from the name of another: "an aide to President Doe"."""

_BETWEEN: Final = ("NN", "JJ", "DT", "PR", "PO", "CC", "HY", ",", "CD")
"""How tags begin that may stand between the names of joint speakers: their titles."""

_LONGEST_TITLE: Final = 4

_OF_PARTIES: Final = frozenset(
    "tory liberal socialist communist libertarian centrist islamist nationalist".split()
)


def is_member(word: str) -> bool:
    """Whether a name is that of one of a party or people, as well as a role: "Tory"."""
    return is_role(word) or is_demonym(word) or word.casefold() in _OF_PARTIES


class Naming(NamedTuple):
    """The names of a passage, and the name that each word belongs to."""

    passage: Passage
    analysis: Analysis
    names: Sequence[NameMention]
    name_at: dict[int, int]

    def head(self, source: Words) -> int | None:
        """The name that a source means; None if its head is no name and nobody's title."""
        head = head_of(self.analysis, source)
        called = self._called_in(source)
        if called is not None:
            return called
        if head in self.name_at and not self._is_member(head):
            return self.name_at[head]
        return None

    def joint(self, source: Sequence[Words]) -> Words | None:
        """The words of several named speakers of one quotation: "Jane Doe and John Roe"."""
        first, last = source[0]
        for start, end in source[1:]:
            between = self.passage.words[last:start] if start >= last else []
            if len(between) > 2 or not any(word.text in _JOINING for word in between):
                return None
            last = end
        inside = [name for name in self._inside((first, last)) if self._may_speak(name)]
        if len(inside) == 1 and self._is_with_pronoun(first, inside[0]):
            return first, self.names[inside[0]].words[1]
        if len(inside) < 2 or not self._are_joined(inside, last):
            return None
        head = head_of(self.analysis, (first, self.names[inside[0]].words[1]))
        begins = head in self.name_at and self.name_at[head] == inside[0]
        return (first, self.names[inside[-1]].words[1]) if begins else None

    def _is_with_pronoun(self, first: int, name: int) -> bool:
        """In "she and Minister Jane Doe"."""
        words, tags = self.passage.words, self.analysis.parts_of_speech
        between = tags[first + 2 : self.names[name].words[0]]
        joined = tags[first] == "PRP" and words[first + 1].text == "and"
        return joined and all(tag.startswith(_BETWEEN) and tag != "," for tag in between)

    def _inside(self, source: Words) -> list[int]:
        return sorted({self.name_at[word] for word in range(*source) if word in self.name_at})

    def _may_speak(self, name: int) -> bool:
        """Whether a name is no country before a title, nor somebody's own ("Doe's")."""
        last = self.names[name].words[1]
        behind = self.passage.words[last].text if last < len(self.passage.words) else ""
        tag = self.analysis.parts_of_speech[last] if last < len(self.passage.words) else ""
        is_adjective = self.analysis.parts_of_speech[last - 1] == "JJ"
        return (
            behind not in ("'s", "’s", "'", "’") and not tag.startswith("NN") and not is_adjective
        )

    def _are_joined(self, names: Sequence[int], last: int) -> bool:
        """Whether only titles, commas and "and" stand between names, and nothing behind."""
        has_and = False
        for before, name in pairwise(names):
            between = range(self.names[before].words[1], self.names[name].words[0])
            read = [self.passage.words[place].text.casefold() for place in between]
            if not read or read[0] not in _JOINING:
                return False
            tags = [self.analysis.parts_of_speech[place] for place in between]
            named = all(
                tag.startswith(_BETWEEN) or word in ("of", "&")
                for tag, word in zip(tags, read, strict=True)
            )
            if not named or (read[0] == "," and "and" not in read and before == names[-2]):
                return False
            has_and = has_and or "and" in read or "&" in read
        end = self.names[names[-1]].words[1]
        return has_and and (end == last or self.passage.words[end].text in (",", "("))

    def _called_in(self, source: Words) -> int | None:
        """The first person of a source who has a title before, if there is nobody between."""
        persons = [name for name in self._inside(source) if self.names[name].kind == "person"]
        return next((name for name in persons if self._is_titled(source, name)), None)

    def _is_titled(self, source: Words, name: int) -> bool:
        """Whether a title, names aside, is all that stands before a name: "Lund MP Jane Doe"."""
        words = self.passage.words
        first, last = self.names[name].words
        ends = last == source[1] or words[last].text.casefold() in _BEHIND
        if not ends or first == source[0] or not is_role(words[first - 1].text):
            return False
        plain = {
            words[place].text.casefold()
            for place in range(self._set_off(source[0], first), first)
            if place not in self.name_at
        }
        return plain.isdisjoint(_PARTING)

    def _set_off(self, start: int, name: int) -> int:
        """Where the words before a name begin that a comma parts from others, if they are a title.

        "Its president for the month, Ambassador Jane Doe": what it says before the comma is hers.
        """
        for place in range(name - 1, max(start, name - _LONGEST_TITLE) - 1, -1):
            if self.passage.words[place].text == ",":
                return place + 1
        return start

    def medium(self, source: Words, head: int) -> int | None:
        """The medium or company that a noun stands beside: "TASS news agency"."""
        place = head - 1
        while place > source[0] and self.passage.words[place].text.casefold() in MEDIA:
            if place in self.name_at:
                break
            place -= 1
        if place < source[0] or place not in self.name_at:
            return None
        name = self.names[self.name_at[place]]
        return (
            self.name_at[place]
            if name.kind == "organization" and name.words[1] == place + 1
            else None
        )

    def _is_member(self, head: int) -> bool:
        """Whether a name stands for one of a party or people: "the Democrat", "the Norwegian"."""
        name = self.names[self.name_at[head]]
        first, last = name.words
        word = name.tokens[-1]
        is_one = name.kind != "person" and last == head + 1 and is_member(word)
        return is_one and first > 0 and self.passage.words[first - 1].text.casefold() == "the"

    def named_by(self, source: Words, head: int) -> int | None:
        """The person whose title the head is ("spokesman Dmitry Peskov"), or the only name."""
        inside = self._inside(source)
        for name in inside:
            first = self.names[name].words[0]
            person = self.names[name].kind == "person"
            if person and first > head and self._is_called(head, first):
                return name
        for name in inside:
            if self._is_set_off(source, name) or self._is_of_kind(source, head, name):
                return name
        for name in inside:
            first, last = self.names[name].words
            if self.names[name].kind == "person" and last <= head and self._is_next(last - 1, head):
                behind = self.passage.words[last].text if last < source[1] else ""
                if behind == ",":
                    return name
        return None

    def _is_of_kind(self, source: Words, head: int, name: int) -> bool:
        """In "shipping line Lund Maritime": a body's name right behind the noun for its kind."""
        first, last = self.names[name].words
        noun = self.passage.words[first - 1].text
        return (
            self.names[name].kind == "organization"
            and head in (first - 1, last - 1)
            and source[0] < first
            and last == source[1]
            and self.analysis.parts_of_speech[first - 1] == "NN"
            and noun.islower()
            and noun not in CALENDAR
            and not is_role(noun)
        )

    def _is_called(self, head: int, name: int) -> bool:
        """In "spokesman Jane Doe", "envoy to Peru Jane Doe"; not in "an aide to Jane Doe"."""
        if self._is_next(head, name):
            return True
        texts = [self.passage.words[place].text for place in range(head + 1, name)]
        if not texts or texts[0] not in ("to", "of", "for", "at") or "," in texts:
            return False
        before = self.name_at.get(name - 1)
        if before is not None:
            return self.names[before].kind != "person"
        tags = self.analysis.parts_of_speech[head + 2 : name]
        is_office = bool(tags) and all(tag.startswith(("NN", "DT")) for tag in tags)
        return is_office and not is_role(texts[-1])

    def _is_set_off(self, source: Words, name: int) -> bool:
        """In "an ally in parliament, Jane Doe, said": a person between commas at the end."""
        first, last = self.names[name].words
        while first > source[0] and is_role(self.passage.words[first - 1].text):
            first -= 1
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
