"""How the words of a passage hang together: children, negations, phrases."""

from collections.abc import Iterator
from typing import Final

from variorum.read.encoder.window import Words
from variorum.read.lexicon import CALENDAR
from variorum.read.passages import Analysis, Passage

NEGATIONS: Final = frozenset("not n't n’t never neither hardly nor".split())
_NO: Final = frozenset(["no", "neither"])
MOST_WORDS: Final = 14
"""Words of a phrase that names an issue; a longer one is cut."""

_LEFT_OUT: Final = frozenset(
    "acl:relcl appos parataxis advcl advcl:relcl nsubj nsubj:pass nsubj:outer cop mark case cc "
    "discourse vocative obl:unmarked aux aux:pass expl ccomp dep".split()
)
"""What hangs on a noun but does not belong to its name."""

_LEFT_OUT_OF_VERB: Final = (_LEFT_OUT | {"conj"}) - {"ccomp"}
_ENDS: Final = frozenset(", ; : ( ) [ ] — – -- … . ! ? -LRB- -RRB-".split())
CIRCUMSTANCES: Final = frozenset(
    "day days week weeks month months year years decade decades occasion occasions time times past "
    "future tweet tweets interview interviews speech speeches statement statements morning evening "
    "weekend wake aftermath remarks briefing op-ed editorial letter email twitter facebook".split()
)
"""In or on these something is said or happens; they are no part of what it is about."""

_ONLY: Final = (["only"], ["just"], ["merely"], ["simply"])
_ONLY_WORDS: Final = frozenset(["only", "just", "merely", "simply"])
_OF_NOUN: Final = ("NN", "JJ", "DT", "CD", "PRP$", "POS")
_MARKS: Final = frozenset("\"“”„``''‘’'")


class Clauses:
    """The words of a passage by what they depend on; only sentences that are asked for."""

    def __init__(self, passage: Passage, analysis: Analysis) -> None:
        self.passage = passage
        self.low = [word.text.casefold() for word in passage.words]
        self.tags = analysis.parts_of_speech
        self.heads = analysis.heads
        self.relations = analysis.relations
        self._children: dict[int, dict[int, list[int]]] = {}

    def sentence(self, place: int) -> Words:
        """The words of the sentence that a word stands in."""
        return self.passage.sentence(self.passage.sentence_of(place))

    def children(self, place: int) -> list[int]:
        """The words that depend on one, in order."""
        number = self.passage.sentence_of(place)
        if number not in self._children:
            below: dict[int, list[int]] = {}
            for word in range(*self.passage.sentence(number)):
                if self.heads[word] != word:
                    below.setdefault(self.heads[word], []).append(word)
            self._children[number] = below
        return self._children[number].get(place, [])

    def related(self, place: int, *relations: str) -> Iterator[int]:
        """The words that depend on one in one of some relations."""
        return (one for one in self.children(place) if self.relations[one] in relations)

    def child(self, place: int, *relations: str) -> int | None:
        """The first word that depends on one in one of some relations."""
        return next(self.related(place, *relations), None)

    def case(self, place: int) -> str:
        """The prepositions before a noun, or what joins a clause: "in_favour_of"."""
        found = [one for one in self.related(place, "case", "mark") if one < place]
        if not found:
            return ""
        first = found[0]
        last = found[-1] if found[-1] - first < 3 else first
        return "_".join(self.low[first : last + 1])

    def auxiliaries(self, place: int) -> set[str]:
        """Modal and other auxiliary verbs of a predicate, in small letters."""
        return {self.low[one] for one in self.related(place, "aux", "aux:pass", "cop")}

    def is_passive(self, place: int) -> bool:
        """Whether something is done to a subject; what the tree calls so may be active."""
        if self.child(place, "aux:pass") is not None:
            return True
        is_finite = self.tags[place] == "VBD" or bool(
            self.auxiliaries(place) & {"have", "has", "had"}
        )
        return self.child(place, "nsubj:pass") is not None and not is_finite

    def negation(self, place: int) -> int | None:
        """The word that negates a predicate or a noun."""
        for one in self.children(place):
            word = self.low[one]
            if one > place and self.low[one + 1 : one + 2] == ["to"]:
                continue  # "vowed never to yield"
            if self.low[one + 1 : one + 2] in _ONLY:
                continue  # "would not only build it"
            if word in NEGATIONS and self.relations[one] in ("advmod", "aux", "cc:preconj", "dep"):
                return one
            if word in _NO and self.relations[one] in ("det", "advmod"):
                return one
            if word == "longer" and one and self.low[one - 1] == "no":
                return one - 1
        before = place - 1
        if before > 0 and self.low[before] == "to" and self.low[before - 1] in ("never", "not"):
            return before - 1  # "vowed never to yield"
        is_not = before >= 0 and self.low[before] in ("never", "not")
        return before if is_not and self.low[place] not in _ONLY_WORDS else None

    def descendants(self, place: int, left_out: frozenset[str] = frozenset()) -> set[int]:
        """A word and all that hangs on it, but for what hangs on it in some relations."""
        found = {place}
        waiting = [
            one
            for one in self.children(place)
            if self.relations[one] not in left_out
            or (one > place and self.relations[one].startswith("nsubj"))
        ]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting.extend(self.children(one))
        return found

    def phrase(self, head: int, *, is_verb: bool = False) -> Words:
        """The words around a head that belong to what it names, without a gap."""
        left_out = _LEFT_OUT_OF_VERB if is_verb else _LEFT_OUT
        if is_verb and self.child(head, "obj") is None:
            left_out = left_out - {"conj", "cc"}
        belonging = self.descendants(head, left_out)
        first, last = head, head + 1
        while first - 1 in belonging and self.low[first - 1] not in _ENDS:
            first -= 1
        first = max([first, *(one + 1 for one in self.related(head, "det") if first < one < head)])
        if is_verb and self.child(head, "expl") is None:
            first = min([head, *self.related(head, "cop", "aux:pass")])
        _, end = self.sentence(head)
        while last < end and last - first < MOST_WORDS:
            if self.low[last] in ("if", "unless"):
                break
            if self._opens_other(last, head) or self._opens_circumstance(last, head):
                break
            if last in belonging and self.low[last] not in _ENDS:
                last += 1
            elif self.low[last] in _MARKS and last + 1 in belonging:
                last += 2
            else:
                break
        if is_verb and last == head + 1 and self.tags[head].startswith("VB"):
            last = self._run(last, min(end, head + MOST_WORDS))
        return self._trimmed(head, first, last, end)

    def _run(self, first: int, end: int) -> int:
        """The end of a noun's words right behind a verb that were hung on another word."""
        last = first
        is_active = self.child(first - 1, "aux:pass", "nsubj:pass", "cop") is None
        while is_active and last < end and self.tags[last].startswith(_OF_NOUN):
            if self.low[last] in CALENDAR or self.low[last] in CIRCUMSTANCES:
                return first
            last += 1
        return last if self.tags[last - 1].startswith(("NN", "CD")) else first

    def _opens_other(self, place: int, head: int) -> bool:
        """Whether a relative clause or the like begins here."""
        owner = self.heads[place]
        relation = self.relations[owner] if head < owner else ""
        is_first = place == min([owner, *self.children(owner)])
        return is_first and relation in ("acl:relcl", "appos", "parataxis", "advcl")

    def _opens_circumstance(self, place: int, head: int) -> bool:
        """Whether a phrase of time or occasion begins here: "on Monday", "in a speech"."""
        noun = self.heads[place]
        is_case = self.relations[place] == "case" and noun > place > head
        return is_case and (self.low[noun] in CIRCUMSTANCES or self._is_date(noun))

    def _is_date(self, noun: int) -> bool:
        """Whether a word is of a date: "Monday", "May 17", "17 May"."""
        beside = (noun, noun - 1, noun + 1) if self.tags[noun] == "CD" else (noun,)
        return any(
            self.low[one] in CALENDAR or (self.low[one] == "may" and self.tags[one] == "NNP")
            for one in beside
            if 0 <= one < len(self.low)
        )

    def _trimmed(self, head: int, first: int, last: int, end: int) -> Words:
        """Without what cannot end or begin a phrase, and none cut within a smaller one."""
        if last - first >= MOST_WORDS and last < end:
            cut = last
            while cut > head + 1 and self.tags[cut] not in ("IN", "TO", "CC"):
                cut -= 1
            last = cut if cut > head + 1 else last
        while last - 1 > head and (
            self.tags[last - 1] in ("IN", "TO", "CC", "DT", "WDT", "PRP$", "RB", "POS")
            or self.low[last - 1] in _MARKS
            or (self.tags[last - 1] == "VBN" and self.relations[last - 1] == "acl")
        ):
            last -= 1
        while first < head and (
            self.tags[first] in ("DT", "PRP$", "PDT", "IN", "CC", "RB", "TO", "WDT", "WP$")
            or self.low[first] in _MARKS
            or self.low[first] == "such"
        ):
            first += 1
        return first, last
