"""Who stands somewhere: the entity that a subject means, or the speaker."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.doers import (
    ALONE,
    BODIES,
    NOBODY,
    OWN_BODIES,
    OWNING,
    QUANTITIES,
    is_agentive,
    is_medium,
    is_no_doer,
    is_somebody,
    is_vague,
)
from variorum.read.encoder.window import Words
from variorum.read.entities import is_role
from variorum.read.lexicon import CALENDAR, INSTITUTIONS, NATIONS, PEOPLE
from variorum.read.speakers import Cast
from variorum.read.titles import printed
from variorum.record.reading import Entity, Quotation

_FIRST: Final = frozenset("i we me us".split())
_THIRD: Final = {"he": ("person",), "she": ("person",), "it": ("organization", "place"),
                 "they": ("group", "organization")}  # fmt: skip
_TEXTS: Final = frozenset(
    "report letter study statement resolution bill motion article editorial poll survey evidence "
    "data decision ruling verdict law text draft document treaty agreement constitution research "
    "analysis paper book film programme program plan proposal budget deal order report note memo "
    "email message post tweet banner banners slogan placard placards sign signs headline words "
    "speech interview source sources rule rules policy move step thing things idea issue event "
    "events results result figures numbers prices market markets storm weather vote campaign "
    "effort efforts attempt attempts actions acts attack attacks generations times days years "
    "conditions environment pictures images photos videos cuts taxes sanctions tariffs lawsuits "
    "protest strike petition theory tradition history law laws reforms changes measures".split()
)
"""Nouns for what may say or ask a thing but stands nowhere."""

_OF_ABSTRACTS: Final = ("ion", "ment", "ness", "ity", "ence", "ance", "ism", "ing", "ship", "ure")
_CROWDS: Final = frozenset("hundreds thousands".split())
_ACTING: Final = frozenset(["person", "organization", "place", "group"])
_LONGEST_NAME: Final = 8


class Actor(NamedTuple):
    """Somebody: their entity if it is known, name as read, words, and how sure."""

    entity: str | None
    name: str
    words: Words | None
    sureness: float
    is_speaker: bool = False
    kind: str | None = None


class Actors:
    """The actors of one article."""

    def __init__(
        self,
        cast: Cast,
        clauses: Clauses,
        quotations: Sequence[Quotation],
        entities: Sequence[Entity],
    ) -> None:
        self._cast = cast
        self._clauses = clauses
        self._quotations = quotations
        self._entities = entities
        self._kinds = {entity.id: entity.kind for entity in entities}
        self._quoted = self._paint()

    def _paint(self) -> dict[int, int]:
        """For each reported word the number of the innermost quotation."""
        starts = [word.start for word in self._cast.passage.words]
        size = {n: sum(map(len, one.content)) for n, one in enumerate(self._quotations)}
        painted: dict[int, int] = {}
        for number in sorted(size, key=lambda one: -size[one]):
            for span in self._quotations[number].content:
                first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
                painted.update(dict.fromkeys(range(first, last), number))
        return painted

    def quotation(self, place: int) -> Quotation | None:
        """The innermost quotation whose content a word stands in."""
        number = self._quoted.get(place)
        return None if number is None else self._quotations[number]

    def speaker(self, place: int) -> Actor | None:
        """Who says a word, if it is reported and told who does."""
        found = self.quotation(place)
        if found is None or not found.speaker_name:
            return None
        if found.speaker is None and not is_somebody(found.speaker_name):
            return None
        if is_medium(found.speaker_name):
            return None  # What an agency reports is not what it holds.
        if found.speaker and self._kinds.get(found.speaker) == "other":
            return None
        kind = self._kinds.get(found.speaker or "")
        return Actor(
            found.speaker, found.speaker_name, None, found.confidence, is_speaker=True, kind=kind
        )

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
        if head in self._cast.name_at:
            return self._named(head)
        name = self._name_behind(head)
        if name is not None:
            return self._named(name)
        return self._of_noun(head) or self._unlisted(head)

    def _unlisted(self, head: int) -> Actor | None:
        """Who is printed like a name but was not taken for one: "watchdog PlatoLimpio"."""
        is_name = self._clauses.tags[head].startswith("NNP") and len(self._clauses.low[head]) > 2
        if not is_name or self._clauses.low[head] in CALENDAR:
            return None
        words = self._noun_phrase(head)
        name = printed(self._cast.passage, words)
        return None if is_no_doer(name) or is_medium(name) else Actor(None, name, words, 0.8)

    def willing(self, head: int) -> Actor | None:
        """Whom a subject means of a verb that only somebody can do, though no list knows them."""
        known = self.of(head) or self._named_otherwise(head)
        low, tag = self._clauses.low[head], self._clauses.tags[head]
        is_noun = tag in ("NN", "NNS") and low not in _TEXTS and not self._is_nobody(head)
        if known is not None or not is_noun:
            return known
        words = self._noun_phrase(head)
        name = printed(self._cast.passage, words)
        is_named = any(self._clauses.tags[one].startswith("NNP") for one in range(*words))
        is_whole = words[1] - words[0] > 1 and (is_named or not low.endswith(_OF_ABSTRACTS))
        is_whole = is_whole or tag == "NNS"
        is_owned = self._clauses.tags[words[0] - 1] == "PRP$" if words[0] else False
        return Actor(None, name, words, 0.7) if is_whole and not is_owned else None

    def _named_otherwise(self, head: int) -> Actor | None:
        """Whose name was taken for that of a thing: "the Orthodox synod of Vardana"."""
        place = self._cast.name_at.get(head)
        if place is None:
            return None
        entity = self._entities[self._cast.owners[place]]
        last = entity.name.casefold().split()[-1]
        if is_no_doer(entity.name) or last in _TEXTS:
            return None
        return Actor(entity.id, entity.name, self._cast.names[place].words, 0.75, kind=entity.kind)

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

    def _is_nobody(self, head: int) -> bool:
        """Whether a noun does not tell who is meant, or that nobody is."""
        low = self._clauses.low[head]
        if "no" in self._clauses.low[max(0, head - 3) : head]:
            return True
        is_member = low in ("member", "members") and any(
            self._clauses.tags[one].startswith("NNP")
            for one in self._clauses.related(head, "nmod", "compound")
        )
        is_counted = low == "people" and self._is_counted(head)
        return low in NOBODY and not (is_member or is_counted)

    def own_body(self, head: int, place: int) -> Actor | None:
        """The speaker, where the subject is the body they speak for: "said his party could"."""
        owners = {self._clauses.low[one] for one in self._clauses.related(head, "nmod:poss")}
        if not owners & OWNING or self._clauses.low[head] not in OWN_BODIES:
            return None
        speaker = self.speaker(place)
        return speaker._replace(sureness=0.95 * speaker.sureness) if speaker else None

    def _name_behind(self, head: int) -> int | None:
        """The name between commas behind an office: "its leader, Jane Doe, said"."""
        low = self._clauses.low
        place = self._cast.name_at.get(head + 2)
        if place is None or low[head + 1] != "," or not is_role(low[head]):
            return None
        end = self._cast.names[place].words[1]
        return head + 2 if low[end : end + 1] == [","] else None

    def _of_pronoun(self, head: int) -> Actor | None:
        low = self._clauses.low[head]
        quotation, speaker = self.quotation(head), self.speaker(head)
        if quotation and quotation.mode != "direct":
            kind = self._kinds.get(speaker.entity or "") if speaker else None
            is_many = speaker and speaker.name.casefold().endswith("s")
            if speaker and (kind in _THIRD[low] or (kind is None and is_many and low == "they")):
                return speaker._replace(words=(head, head + 1), sureness=speaker.sureness * 0.95)
            if low == "it" and speaker is not None and self._is_body(speaker):
                return speaker._replace(words=(head, head + 1), sureness=speaker.sureness * 0.9)
            if low in ("it", "they") and speaker is not None and kind == "person":
                return self._body_before(head)
            is_role_holder = speaker is not None and speaker.entity is None and not is_many
            if low in ("he", "she") and speaker is not None and is_role_holder:
                return speaker._replace(words=(head, head + 1), sureness=0.85 * speaker.sureness)
            if low != "he" or speaker is None or speaker.entity is None:
                return None
        if low in ("it", "they") and quotation is None and self._begins(head):
            return self._body_before(head) if low == "it" else self._many_before(head)
        found = self._of_third(head) if low in ("he", "she") else None
        # Who speaks of "her" does not mean herself.
        return None if found and speaker and speaker.entity == found.entity else found

    def _is_body(self, speaker: Actor) -> bool:
        """Whether a speaker of whom no more is known is told of as a body."""
        words = set(speaker.name.casefold().split())
        return speaker.entity is None and bool(words & (BODIES | INSTITUTIONS))

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

    def _named(self, head: int) -> Actor | None:
        place = self._cast.name_at[head]
        bearer = self._cast.owners[place]
        entity = self._entities[bearer]
        if entity.kind not in _ACTING or is_no_doer(entity.name):
            return None
        return Actor(entity.id, entity.name, self._cast.names[place].words, 1.0, kind=entity.kind)

    def _of_noun(self, head: int) -> Actor | None:
        low = self._clauses.low[head]
        if low in QUANTITIES or self._clauses.tags[head] == "CD":
            return self._of_quantity(head)
        if low in ("people", "residents", "workers") and self._is_counted(head):
            first, last = self._clauses.phrase(head)
            words = (first, head + 1) if last > head else (first, last)
            return Actor(None, printed(self._cast.passage, words), words, 0.8)
        singular = low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")
        known = (
            low in BODIES
            or low.startswith("member")
            or low in PEOPLE
            or low in INSTITUTIONS
            or is_role(low)
            or is_role(singular)
            or is_agentive(low, self._clauses.tags[head])
        )
        if not known and singular not in INSTITUTIONS:
            return None
        return self._of_phrase(head)

    def _of_phrase(self, head: int) -> Actor | None:
        """Whom a noun for people or a body means with the words around it."""
        words = self._noun_phrase(head)
        found = self._cast.meant_by(words)
        if found.bearer is not None and found.bearer < len(self._entities):
            entity = self._entities[found.bearer]
            return Actor(entity.id, entity.name, words, found.sureness, kind=entity.kind)
        name = printed(self._cast.passage, words)
        is_owned = any(self._clauses.tags[one] == "PRP$" for one in range(words[0] - 1, words[1]))
        if is_owned and self._clauses.tags[head] == "NNS" and is_agentive(self._clauses.low[head], "NNS"):
            return Actor(None, printed(self._cast.passage, (head, head + 1)), words, 0.75)
        if is_owned or is_vague(name):
            return None
        if self._is_bare(head, words):
            return Actor(None, name, words, 0.75) if self._stands_alone(head) else None
        return Actor(None, name, words, 0.85)

    def _is_counted(self, head: int) -> bool:
        return self._clauses.child(head, "nummod") is not None

    def _of_quantity(self, head: int) -> Actor | None:
        """In "a group of senators" the senators; their words from the first to the last."""
        for one in self._clauses.related(head, "nmod"):
            is_of = self._clauses.case(one) in ("of", "among")
            if is_of and self._clauses.tags[one] == "NNPS" and one not in self._cast.name_at:
                words = (self._noun_phrase(head)[0], one + 1)
                return Actor(None, printed(self._cast.passage, words), words, 0.8)
            whole = self.of(one) if is_of else None
            if whole and whole.words and whole.entity is None:
                words = (min(self._noun_phrase(head)[0], head), whole.words[1])
                return whole._replace(name=printed(self._cast.passage, words), words=words)
        words = self._noun_phrase(head)
        counts = _CROWDS | {"half", "percent", "majority"}
        if self._clauses.low[head] not in counts or words[1] - head < 3:
            return None
        return Actor(None, printed(self._cast.passage, words), words, 0.8)

    def _is_bare(self, head: int, words: Words) -> bool:
        """Whether a noun alone does not tell who is meant: "the officials", "a man"."""
        return words[1] - words[0] == 1 and not self._clauses.tags[head].startswith("NNP") and (
            is_role(self._clauses.low[head]) or self._clauses.low[head] in INSTITUTIONS
        )  # fmt: skip

    def _stands_alone(self, head: int) -> bool:
        """Whether a bare noun is a body of which a story has one: "parliament", "the junta"."""
        low, owner = self._clauses.low[head], self._clauses.low[head - 1] if head else ""
        is_one = self._clauses.tags[head] == "NN" and owner not in ("a", "an")
        is_told = owner == "the" and self.quotation(head) is None
        return is_one and (low in ALONE or is_told)

    def _noun_phrase(self, head: int) -> Words:
        first, last = self._clauses.phrase(head)
        end = head + 1
        while end < min(last, head + _LONGEST_NAME) and not (
            self._clauses.tags[end].startswith(("VB", "TO")) or self._clauses.low[end] == "such"
        ):
            end += 1
        while end - 1 > head and self._clauses.tags[end - 1] in ("IN", "DT", "CC"):
            end -= 1
        return max(first, head - _LONGEST_NAME), end

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
