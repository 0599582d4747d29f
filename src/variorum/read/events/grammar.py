"""The words of a passage with the tree that the encoder found over them."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from variorum.read.passages import Analysis, Passage

_OF_NAMES: Final = ("nmod:desc", "compound", "flat")

NEGATIONS: Final = frozenset("not n't n’t never neither nor no hardly".split())

_MOST_CHILDREN: Final = 60
"""More words that hang on one are not looked at: no sentence that a person wrote has so many."""


class Grammar:
    """Words in small letters, their tags, heads and relations, and what hangs on each."""

    def __init__(self, passage: Passage, analysis: Analysis) -> None:
        self.passage = passage
        self.words = [word.text.casefold() for word in passage.words]
        self.tags = analysis.parts_of_speech
        self.heads = list(analysis.heads)
        self.relations = [
            _related(self.words, self.tags, word, head, relation)
            for word, (head, relation) in enumerate(
                zip(analysis.heads, analysis.relations, strict=True)
            )
        ]
        self._mend()
        self._children: dict[int, list[int]] = {}
        for place, head in enumerate(self.heads):
            if head != place:
                below = self._children.setdefault(head, [])
                if len(below) < _MOST_CHILDREN:
                    below.append(place)

    def _mend(self) -> None:
        """Set right what trees of short training often have wrong, and the words tell.

        "Was shelved" is a passive; ", planned for May" says something of the noun before it;
        ", killing 14" is what came of what stands right before it.
        """
        helped = {
            head
            for word, head in enumerate(self.heads)
            if self.relations[word] == "cop"
            and self.tags[head] == "VBN"
            and self.words[word] in _BEING
        }
        for word, head in enumerate(self.heads):
            if head in helped and head != word:
                self.relations[word] = _PASSIVE.get(self.relations[word], self.relations[word])
        helped |= {
            head
            for word, head in enumerate(self.heads)
            if self.relations[word].startswith(("nsubj", "aux", "cop"))
        }
        for word, text in enumerate(self.words):
            if (
                text in _ARRANGED
                and word > 1
                and self.words[word - 1] == ","
                and word not in helped
            ):
                self._hang_on_noun(word)
            if text in _RESULTING and self.relations[word] == "advcl":
                self._hang_on_nearest(word)

    def _hang_on_nearest(self, participle: int) -> None:
        """Hang what came of something on the last clause before it: "…, which sank, killing 14"."""
        for verb in range(participle - 1, self.heads[participle], -1):
            if self.relations[verb] == "acl:relcl" and self.tags[verb] in ("VBD", "VBZ", "VBP"):
                self.heads[participle] = verb
                return

    def _hang_on_noun(self, participle: int) -> None:
        """Hang a participle behind a comma on the noun that the words before the comma are of."""
        if self.relations[participle] not in ("advcl", "conj", "parataxis", "xcomp", "dep", "acl"):
            return
        noun = participle - 2
        for _ in range(_MOST_STEPS):
            head = self.heads[noun]
            is_inner = head != noun and not self.tags[head].startswith("VB") and head < participle
            if self.relations[noun] not in _INSIDE or not is_inner:
                break
            noun = head
        if self.tags[noun].startswith("NN"):
            self.heads[participle], self.relations[participle] = noun, "acl"

    def children(self, word: int, *relations: str) -> list[int]:
        """The words that hang on a word, in order; with relations only those so related."""
        found = self._children.get(word, [])
        if not found or not relations:
            return found
        return [child for child in found if self.relations[child] in relations]

    def above(self, word: int, most: int = 12) -> Iterator[int]:
        """The words that a word hangs on, nearest first."""
        for _ in range(most):
            head = self.heads[word]
            if head == word:
                return
            yield head
            word = head

    def case(self, word: int) -> int | None:
        """The preposition of a noun: "in", or that which tells more: "ahead" of "ahead of".

        The tree may hang it on the first word of a name, and the name on its last.
        """
        before = [part for part in self.children(word, *_OF_NAMES) if part < word]
        hanging = (self.children(one, "case", "mark") for one in (word, *before))
        for one in chain.from_iterable(hanging):
            if self.words[one] in _OWNERS:
                continue
            if one > 0 and self.words[one] in ("of", "to") and self.words[one - 1] in _LONGER:
                return one - 1
            return one
        above = self.heads[word]
        is_longer = above < word and self.words[above] in _LONGER
        return above if is_longer and not self.tags[above].startswith("VB") else None

    def is_verb(self, word: int) -> bool:
        """Whether a word is a verb, or a predicate with a verb that only links it."""
        if self.tags[word].startswith("VB"):
            return not self.is_named_act(word)
        return bool(self.children(word, "cop", "aux")) or self.is_mistaken_noun(word)

    def is_mistaken_noun(self, word: int) -> bool:
        """Whether a verb was taken for a plural, "attacks": it has a subject and an object."""
        return (
            self.tags[word] == "NNS"
            and self.relations[word] in _CLAUSES
            and bool(self.children(word, "nsubj"))
            and bool(self.children(word, "obj"))
        )

    def is_named_act(self, word: int) -> bool:
        """Whether a gerund names an act as a noun does: "fighting continues", "amid looting"."""
        return (
            self.tags[word] == "VBG"
            and self.relations[word] in ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj")
            and not self.children(word, "obj", "aux", "nsubj", "mark", "xcomp", "ccomp")
            and (self.relations[word] != "conj" or self.is_named_act(self.heads[word]))
        )

    def is_mistaken_gerund(self, word: int) -> bool:
        """Whether a verb was taken for a noun, "bombing": it has a form of "be" to help it."""
        return (
            self.tags[word] == "NN"
            and self.words[word].endswith("ing")
            and not self.children(word, "det", "case", "amod", "nmod:poss", "cop")
            and any(self.words[one] in _BEING for one in self.children(word, "aux"))
        )

    def negation(self, word: int) -> int | None:
        """What negates a verb, or its subject if that is nobody: "no one met", "not a shot"."""
        for child in self.children(word):
            text, relation = self.words[child], self.relations[child]
            if text in NEGATIONS and relation in ("advmod", "det", "neg", "cc", "cc:preconj"):
                return child
            if relation.startswith("nsubj"):
                if text in ("nobody", "none", "neither", "nothing"):
                    return child
                for inner in self.children(child):
                    if self.words[inner] in ("no", "neither") and self.relations[inner] != "conj":
                        return inner
                if (none := self._not_one(child)) is not None:
                    return none
        return None

    def _not_one(self, noun: int) -> int | None:
        """The "not" of "not one boat", "not a single boat"."""
        for at in range(noun - 1, max(-1, noun - 4), -1):
            if self.words[at] == "not" and self.words[at + 1] in ("one", "a", "any"):
                return at
        return None

    def printed(self, word: int) -> str:
        """A word as it is printed."""
        return self.passage.words[word].text


_BEING: Final = frozenset("is are was were been be 's ’s 're ’re am".split())
_PASSIVE: Final = {"cop": "aux:pass", "nsubj": "nsubj:pass"}
_ARRANGED: Final = frozenset(
    "planned scheduled slated due set expected fixed arranged booked held convened".split()
)
_MOST_STEPS: Final = 6
_INSIDE: Final = (
    "nmod", "compound", "flat", "appos", "nummod", "nmod:poss", "nmod:desc", "amod", "conj",
    "nmod:unmarked",
)  # fmt: skip
_LONGER: Final = frozenset("ahead prior advance wake aftermath because front".split())
_RESULTING: Final = frozenset(
    "killing injuring wounding leaving destroying damaging causing sparking triggering forcing "
    "trapping displacing flooding burying cutting disrupting prompting".split()
)
"""Participles that tell what came of the clause before them."""

_CLAUSES: Final = frozenset("root advcl ccomp conj acl:relcl parataxis".split())
_OWNERS: Final = frozenset(["'s", "’s", "'", "’"])


def _related(words: Sequence[str], tags: Sequence[str], word: int, head: int, told: str) -> str:
    """The relation of a word to its head; what the tree holds for a part of a longer name is none.

    Behind "and" it is another's name ("President Roe and President Doe"), behind "of" or "between"
    that of a party ("a summit of President Roe"), and beside a verb who does it, or to whom.
    """
    if told not in _OF_NAMES:
        return told
    if tags[head] in _FINITE and tags[word] == "NNP":
        return "nsubj" if word < head else "obj"
    between = words[head + 1 : word]
    if told == "flat" and "and" in between:
        return "conj"
    return "nmod" if told == "flat" and between[:1] in _LEADING else told


_FINITE: Final = ("VBD", "VBZ", "VBP")
_LEADING: Final = (["of"], ["between"], ["with"])
