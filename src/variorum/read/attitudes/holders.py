"""Whom names and nouns mean that may stand somewhere, and who speaks."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.doers import (
    ALONE,
    BODIES,
    NOBODY,
    OWN_BODIES,
    QUANTITIES,
    is_agentive,
    is_medium,
    is_no_doer,
    is_somebody,
    is_vague,
)
from variorum.read.encoder.window import Words
from variorum.read.entities import is_role
from variorum.read.lexicon import CALENDAR, INSTITUTIONS, PEOPLE
from variorum.read.speakers import Cast
from variorum.read.titles import printed
from variorum.record.reading import Entity, Quotation

TEXTS: Final = frozenset(
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

OF_ABSTRACTS: Final = (
    "ion", "ment", "ness", "ity", "ence", "ance", "ism", "ing", "ship", "ure"
)  # fmt: skip
"""Endings of nouns that will nothing."""

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


class Holders:
    """The names and nouns of one article that stand for somebody."""

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

    def of(self, head: int) -> Actor | None:
        """Whom the head of a subject means; None if it is nobody, or is not told."""
        raise NotImplementedError

    def quotation(self, place: int) -> Quotation | None:
        """The innermost quotation whose content a word stands in."""
        number = self._quoted.get(place)
        return None if number is None else self._quotations[number]

    def speaker(self, place: int) -> Actor | None:
        """Who says a word, if it is reported and told who does."""
        found = self.quotation(place)
        if found is None or not found.speaker_name:
            return None
        name = found.speaker_name
        if found.speaker is None and not (is_somebody(name) or _is_joint(name)):
            return None
        if is_medium(found.speaker_name):
            return None  # What an agency reports is not what it holds.
        if found.speaker and self._kinds.get(found.speaker) == "other":
            return None
        kind = self._kinds.get(found.speaker or "")
        return Actor(
            found.speaker, found.speaker_name, None, found.confidence, is_speaker=True, kind=kind
        )

    def teller(self, place: int) -> Actor | None:
        """Whose words a word reports: "called" of "called for its exit"."""
        at = self._clauses.passage.words[place].start
        said = next(
            (
                one
                for one in self._quotations
                if one.speaker and any(span.start <= at < span.end for span in one.cue)
            ),
            None,
        )
        if said is None or self._kinds.get(said.speaker or "") == "other":
            return None
        name = said.speaker_name or ""
        kind = self._kinds.get(said.speaker or "")
        return Actor(said.speaker, name, None, said.confidence, kind=kind) if name else None

    def _unlisted(self, head: int) -> Actor | None:
        """Who is printed like a name but was not taken for one: "watchdog PlatoLimpio"."""
        is_name = self._clauses.tags[head].startswith("NNP") and len(self._clauses.low[head]) > 2
        if not is_name or self._clauses.low[head] in CALENDAR:
            return None
        words = self._noun_phrase(head)
        name = printed(self._cast.passage, words)
        return None if is_no_doer(name) or is_medium(name) else Actor(None, name, words, 0.8)

    def _is_nobody(self, head: int) -> bool:
        """Whether a noun does not tell who is meant, or that nobody is."""
        low = self._clauses.low[head]
        if "no" in self._clauses.low[max(0, head - 3) : head]:
            return True
        is_member = low in ("member", "members") and any(
            self._clauses.tags[one].startswith("NNP") or self._clauses.low[one] in OWN_BODIES
            for one in self._clauses.related(head, "nmod", "compound")
        )
        is_counted = low == "people" and self._is_counted(head)
        return low in NOBODY and not (is_member or is_counted)

    def _named(self, head: int) -> Actor | None:
        place = self._cast.name_at[head]
        bearer = self._cast.owners[place]
        entity = self._entities[bearer]
        if entity.kind not in _ACTING or is_no_doer(entity.name):
            return None
        return Actor(entity.id, entity.name, self._cast.names[place].words, 1.0, kind=entity.kind)

    def _named_otherwise(self, head: int) -> Actor | None:
        """Whose name was taken for that of a thing: "the Orthodox synod of Vardana"."""
        place = self._cast.name_at.get(head)
        if place is None:
            return None
        entity = self._entities[self._cast.owners[place]]
        last = entity.name.casefold().split()[-1]
        if is_no_doer(entity.name) or last in TEXTS:
            return None
        return Actor(entity.id, entity.name, self._cast.names[place].words, 0.75, kind=entity.kind)

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
        is_owned = any(self._clauses.tags[one] == "PRP$" for one in range(words[0] - 1, head))
        if (
            is_owned
            and self._clauses.tags[head] == "NNS"
            and is_agentive(self._clauses.low[head], "NNS")
        ):
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
        is_one = is_one or low == "police"
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


def _is_joint(name: str) -> bool:
    """Whether several are named who speak together: "France, Britain and Germany"."""
    named = [one for one in re.split(r", | and ", name) if one]
    return len(named) > 1 and all(one[0].isupper() for part in named for one in part.split())
