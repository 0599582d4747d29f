"""Which words tell of events, and which words beside them say whether they happen."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, Literal, NamedTuple, cast

from variorum.read.events.forms import noun_forms, verb_forms
from variorum.record.errors import VariorumError
from variorum.record.event import EventType

NO_EVENT: Final = "-"
"""The type of phrases that look like triggers and tell of nothing that happens."""


DATED: Final = "dated"
"""What a verb of no list needs beside it: a day or month that its clause names."""


class Trigger(NamedTuple):
    """A word or phrase that may tell of an event.

    `label`: its plain form; `build` (party, transitive, intransitive, move): how its participants
    stand with it; `needs`: "weak" if it needs a name, a date or a place beside it,
    "strict" if it needs somebody to whom it happens, a date or a place, "told" if its tense or a
    cue must tell that it is no habit; `beside`: for verbs, the words that follow ("off" of "call
    off"); for nouns, those before ("phone" of "phone call"). `about`: the forms of the noun that a
    verb must have for object or subject ("lives" of "claimed 12 lives"); empty if any does.
    """

    label: str
    type: EventType | Literal["-"]
    build: str
    needs: str
    beside: tuple[str, ...]
    about: frozenset[str] = frozenset()


class Cue(NamedTuple):
    """What a word makes of an event: `effect` as `data/cues.tsv` names it.

    `loose`: only of an event that is not a definite one.
    """

    effect: str
    loose: bool


class Lexicon(NamedTuple):
    """Triggers by one of their words in each of its forms, longest first.

    For verbs that is the first word, for nouns the last.
    """

    verbs: dict[str, tuple[Trigger, ...]]
    nouns: dict[str, tuple[Trigger, ...]]


class Cues(NamedTuple):
    """Cues by kind and word; `object`, `clause` and `content` hold verbs in all forms."""

    kinds: dict[str, dict[str, Cue]]

    def of(self, kind: str, word: str) -> Cue | None:
        """The cue that a word (in small letters) is of a kind."""
        return self.kinds[kind].get(word)


@cache
def lexicon() -> Lexicon:
    """The triggers that come with the package."""
    verbs: dict[str, list[Trigger]] = {}
    nouns: dict[str, list[Trigger]] = {}
    for row in _rows("triggers.tsv", 4):
        of_type, part, build, lemmas = row
        for lemma in lemmas.split("|"):
            plain, _, label = lemma.partition(">")
            phrase, _, about = plain.partition(" ~ ")
            words = phrase.split()
            head, beside = (words[0], words[1:]) if part == "verb" else (words[-1], words[:-1])
            trigger = _trigger(label or plain.replace(" ~ ", " "), of_type, build, beside)
            if about:
                trigger = trigger._replace(about=frozenset(noun_forms(about)))
            forms = verb_forms(head) if part == "verb" else noun_forms(head)
            for form in forms:
                (verbs if part == "verb" else nouns).setdefault(form, []).append(trigger)
    return Lexicon(_longest_first(verbs), _longest_first(nouns))


def _trigger(lemma: str, of_type: str, build: str, beside: Sequence[str]) -> Trigger:
    first, hyphen, last = build.partition("-")
    needs = first if hyphen and last else ""
    shape = last if needs else build
    return Trigger(lemma, cast("EventType", of_type), shape, needs, tuple(beside))


def _longest_first(found: dict[str, list[Trigger]]) -> dict[str, tuple[Trigger, ...]]:
    return {
        form: tuple(sorted(triggers, key=lambda one: (-len(one.beside), not one.about)))
        for form, triggers in found.items()
    }


@cache
def cues() -> Cues:
    """The cues that come with the package; the first of two for one word counts."""
    kinds: dict[str, dict[str, Cue]] = {}
    for effect, kind, words in _rows("cues.tsv", 3):
        known = kinds.setdefault(kind.removesuffix("-loose"), {})
        plain, loose = effect.removesuffix("-loose"), effect.endswith("-loose")
        for form in _cue_forms(kind, words.split("|")):
            known.setdefault(form, Cue(plain, loose))
    return Cues(kinds)


def _cue_forms(kind: str, words: Iterable[str]) -> Iterator[str]:
    for phrase in words:
        first, space, rest = phrase.partition(" ")
        if kind in ("object", "clause", "content"):
            yield from (form + space + rest for form in sorted(verb_forms(first)))
        elif kind == "noun":
            yield from sorted(noun_forms(phrase))
        else:
            yield phrase


def _rows(table: str, columns: int) -> Iterator[list[str]]:
    text = files("variorum.read.events").joinpath("data", table).read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("#"):
            row = line.split("\t")
            if len(row) != columns:
                raise VariorumError(
                    f"{table}:{number} has no {columns} columns", "Reinstall variorum"
                )
            yield row
