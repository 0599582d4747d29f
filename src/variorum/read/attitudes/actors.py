"""Who stands somewhere: the entity that a subject means, or the speaker."""

from typing import Final

from variorum.read.attitudes.doers import (
    ALONE,
    BODIES,
    NOBODY,
    OWN_BODIES,
    OWNING,
)
from variorum.read.attitudes.holders import OF_ABSTRACTS, TEXTS, Actor, Holders
from variorum.read.encoder.window import Words
from variorum.read.entities import is_role
from variorum.read.lexicon import INSTITUTIONS, NATIONS
from variorum.read.titles import printed

_FIRST: Final = frozenset("i we me us".split())
_THIRD: Final = {"he": ("person",), "she": ("person",), "it": ("organization", "place"),
                 "they": ("group", "organization")}  # fmt: skip


_HAPPENING: Final = frozenset(
    "talks negotiations discussions consultations meetings calls elections polls sanctions strikes "
    "attacks raids clashes protests plans proposals measures rules laws prices rates costs figures "
    "numbers results events floods fires storms".split()
)
"""What happens, or is made, and wants nothing itself, though a list of nouns in the plural may."""

_LONGEST_TITLE: Final = 3
"""Words of an office between the name of a body and that of who holds it."""

_OF_MANY: Final = ("s", "police", "people", "men", "women", "staff", "clergy", "crew")
"""How names of many end whom "they" may mean."""


class Actors(Holders):
    """The actors of one article."""

    def of(self, head: int) -> Actor | None:
        """Whom the head of a subject means; None if it is nobody, or is not told."""
        low = self._clauses.low[head]
        if low in _FIRST:
            speaker = self.speaker(head)
            return speaker._replace(words=(head, head + 1)) if speaker else None
        if low in _THIRD:
            return self._of_pronoun(head)
        named = self._told_by_name(head)
        if named is not None:
            return named
        if self._is_nobody(head) or self._clauses.tags[head][:2] not in ("NN", "JJ", "CD"):
            return None
        name = head if head in self._cast.name_at else self._named_behind(head)
        holder = self._holder_behind(head if name is None else name)
        if name is not None or holder is not None:
            return self._named(holder or name or head)
        return self._of_noun(head) or self._unlisted(head)

    def willing(self, head: int) -> Actor | None:
        """Whom a subject means of a verb that only somebody can do, though no list knows them."""
        known = self.of(head) or self._named_otherwise(head)
        low, tag = self._clauses.low[head], self._clauses.tags[head]
        is_noun = (
            tag in ("NN", "NNS") and low not in TEXTS | _HAPPENING and not self._is_nobody(head)
        )
        if known is not None or not is_noun:
            return known
        words = self._noun_phrase(head)
        name = printed(self._cast.passage, words)
        is_named = any(self._clauses.tags[one].startswith("NNP") for one in range(*words))
        is_whole = words[1] - words[0] > 1 and (is_named or not low.endswith(OF_ABSTRACTS))
        is_whole = is_whole or tag == "NNS"
        is_owned = self._clauses.tags[words[0] - 1] == "PRP$" if words[0] else False
        return Actor(None, name, words, 0.7) if is_whole and not is_owned else None

    def _told_by_name(self, head: int) -> Actor | None:
        """Who is named behind those who are counted: "two members, Brazil and Chile, voted"."""
        low = self._clauses.low[head]
        if low not in NOBODY and self._clauses.tags[head] not in ("CD", "NNS"):
            return None
        for one in self._clauses.descendants(head):
            is_name = self._clauses.relations[one] == "appos" and one in self._cast.name_at
            if is_name and one > head and "," in self._clauses.low[head:one]:
                return self._named(one)
        return None

    def beside(self, words: Words, end: int) -> Actor | None:
        """Who is named behind "and" beside somebody, before a word: "Brazil and Chile voted"."""
        low = self._clauses.low
        if low[words[1] : words[1] + 1] != ["and"]:
            return None
        for first in range(words[1] + 1, min(end, words[1] + 4)):
            place = self._cast.name_at.get(first)
            if place is None:
                continue
            last = self._cast.names[place].words[1]
            is_free = last <= end and low[last : last + 1] not in (["'s"], ["’s"], ["'"])
            is_near = not any(self._clauses.tags[one][:2] == "NN" for one in range(last, end))
            return self._named(first) if is_free and is_near else None
        return None

    def own_body(self, head: int, place: int) -> Actor | None:
        """The speaker, where the subject is the body they speak for: "said his party could"."""
        owners = {self._clauses.low[one] for one in self._clauses.related(head, "nmod:poss")}
        if not owners & OWNING or self._clauses.low[head] not in OWN_BODIES:
            return None
        speaker = self.speaker(place)
        return speaker._replace(sureness=0.95 * speaker.sureness) if speaker else None

    def _holder_behind(self, head: int) -> int | None:
        """Who holds an office of a named body: "European Council President Charles Michel"."""
        low, tags = self._clauses.low, self._clauses.tags
        named = self._cast.name_at.get(head)
        if named is None and tags[head] != "NNP":
            return None
        at = title = head + 1 if named is None else self._cast.names[named].words[1]
        while at < len(low) - 1 and at < title + _LONGEST_TITLE and at not in self._cast.name_at:
            if not tags[at].startswith(("NN", "JJ")):
                return None
            at += 1
        is_titled = at > title and is_role(low[at - 1]) and at in self._cast.name_at
        is_one = is_titled and self._cast.names[self._cast.name_at[at]].kind == "person"
        return at if is_one else None

    def _named_behind(self, head: int) -> int | None:
        return self._cast.named_behind(head) if is_role(self._clauses.low[head]) else None

    def _of_pronoun(self, head: int) -> Actor | None:
        low = self._clauses.low[head]
        quotation, speaker = self.quotation(head), self.speaker(head)
        if quotation and quotation.mode != "direct":
            kind = self._kinds.get(speaker.entity or "") if speaker else None
            is_many = speaker and (
                speaker.name.casefold().endswith(_OF_MANY) or " and " in speaker.name
            )
            is_one = kind in _THIRD[low] or (kind is None and is_many and low == "they")
            if speaker and (is_one or (low == "it" and self._is_body(speaker))):
                return speaker._replace(words=(head, head + 1), sureness=speaker.sureness * 0.95)
            if low in ("it", "they") and speaker is not None and kind == "person":
                return self._body_before(head)
            is_role_holder = speaker is not None and speaker.entity is None and not is_many
            if low in ("he", "she") and speaker is not None and is_role_holder:
                return speaker._replace(words=(head, head + 1), sureness=0.85 * speaker.sureness)
            if low != "he" or speaker is None or speaker.entity is None:
                return None
        if low in ("it", "they") and quotation is None:
            return self._of_plain(head)
        found = self._of_third(head) if low in ("he", "she") else None
        # Who speaks of "her" does not mean herself.
        return None if found and speaker and speaker.entity == found.entity else found

    def _of_plain(self, head: int) -> Actor | None:
        """Whom "it" or "they" means outside what is reported."""
        if not self._begins(head):
            return self._of_main_clause(head)
        low = self._clauses.low[head]
        return self._body_before(head) if low == "it" else self._many_before(head)

    def _of_main_clause(self, pronoun: int) -> Actor | None:
        """Whom the main clause is about: "the groups welcomed it, though they want more"."""
        clauses = self._clauses
        verb = clauses.heads[pronoun]
        main = clauses.heads[verb]
        is_clause = clauses.relations[pronoun] == "nsubj" and main != verb
        if not is_clause or clauses.relations[verb] not in ("advcl", "conj", "parataxis"):
            return None
        subject = clauses.child(main, "nsubj")
        if subject is None or subject > pronoun or clauses.tags[subject].startswith("PRP"):
            return None
        is_many = clauses.tags[subject] in ("NNS", "NNPS")
        between = range(subject + 1, pronoun)
        others = [one for one in between if clauses.relations[one].startswith("nsubj")]
        if others or is_many != (clauses.low[pronoun] == "they"):
            return None
        found = self.of(subject)
        is_one = found is not None and (is_many or found.kind != "person")
        return found._replace(sureness=0.95 * found.sureness) if found and is_one else None

    def _is_body(self, speaker: Actor) -> bool:
        """Whether a speaker of whom no more is known is told of as a body."""
        words = set(speaker.name.casefold().split())
        is_lone = len(words) == 1 and speaker.name[:1].isupper() and speaker.name[-1:] != "s"
        return speaker.entity is None and (is_lone or bool(words & (BODIES | INSTITUTIONS)))

    def _of_third(self, pronoun: int) -> Actor | None:
        words = (pronoun, pronoun + 1)
        found = self._cast.meant_by(words)
        if found.bearer is None or found.bearer >= len(self._entities):
            return None
        entity = self._entities[found.bearer]
        return Actor(entity.id, entity.name, words, 0.8)

    def _begins(self, pronoun: int) -> bool:
        """Whether a pronoun is the subject with which its sentence begins."""
        first, _ = self._clauses.sentence(pronoun)
        before = self._clauses.low[first:pronoun]
        return all(word in ("but", "and", "yet", "still", '"', "“") for word in before)

    def _many_before(self, pronoun: int) -> Actor | None:
        """Those whom the sentence before is about, where they are several."""
        number = self._clauses.passage.sentence_of(pronoun)
        if number == 0:
            return None
        for head in range(*self._clauses.passage.sentence(number - 1)):
            is_root = self._clauses.relations[self._clauses.heads[head]] in ("root", "ccomp")
            if not is_root or self._clauses.relations[head] != "nsubj":
                continue
            is_joined = self._clauses.child(head, "conj") is not None
            is_many = is_joined or self._clauses.tags[head] in ("NNS", "NNPS")
            found = self.of(head) if is_many and self._clauses.low[head] != "they" else None
            return found._replace(sureness=0.8 * found.sureness, words=None) if found else None
        return None

    def _body_before(self, pronoun: int) -> Actor | None:
        """The body that the sentence before is about, where somebody speaks for "it"."""
        number = self._clauses.passage.sentence_of(pronoun)
        if number == 0 or self._clauses.low[pronoun] != "it":
            return None
        for head in range(*self._clauses.passage.sentence(number - 1)):
            is_root = self._clauses.relations[self._clauses.heads[head]] in ("root", "ccomp")
            if is_root and self._clauses.relations[head] == "nsubj":
                found = self.of(head) if self._clauses.low[head] not in _THIRD else None
                is_body = found is not None and (
                    found.kind in ("organization", "place")
                    or self._clauses.low[head] in INSTITUTIONS
                )
                return (
                    found._replace(sureness=0.8, words=None, is_speaker=True)
                    if found and is_body
                    else None
                )
        return None

    def bearer_of_noun(self, noun: int) -> Actor | None:
        """Whose support or opposition it is: "Merkel's support", "Russian opposition"."""
        clauses = self._clauses
        for one in clauses.related(noun, "nmod:poss"):
            if clauses.low[one] in ("his", "her", "its", "their", "my", "our"):
                return self._of_possessive(one)
            return self.of(one)
        for one in clauses.related(noun, "nmod", "obl"):
            if one > noun and clauses.case(one) in ("from", "by", "among"):
                return self.of(one)
        for one in clauses.related(noun, "amod", "compound"):
            if one in self._cast.name_at and clauses.low[one] in NATIONS:
                return self._named(one)
            if clauses.low[one] in ALONE and clauses.low[one - 1] in ("a", "the", "this"):
                return Actor(None, clauses.low[one], (one, one + 1), 0.75)
        return None

    def _of_possessive(self, place: int) -> Actor | None:
        low = self._clauses.low[place]
        if low in ("my", "our"):
            return self.speaker(place)
        if low not in ("his", "her") or self.quotation(place) is not None:
            return None
        found = self._cast.meant_by((place, place + 1))
        if found.bearer is None or found.bearer >= len(self._entities):
            return None
        entity = self._entities[found.bearer]
        return Actor(entity.id, entity.name, (place, place + 1), 0.75)
