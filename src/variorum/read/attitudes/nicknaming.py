"""What somebody calls a thing in words that no list has: called the plan "a plaster on a grave"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.lexicon import senses, verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.attitudes.viewing import viewer
from variorum.read.encoder.window import Words

NICKNAMING: Final = frozenset(
    form for verb in ("call", "describe", "brand", "dub", "label", "dismiss", "liken", "compare")
    for form in verb_forms(verb)
)  # fmt: skip
"""Verbs by which a thing gets a name."""

_SURELY_AGAINST: Final = verb_forms("dismiss") | verb_forms("brand")
_OPENING: Final = frozenset(["``", '"', "“", "‘", "'", "„", "«"])
_CLOSING: Final = frozenset(["''", '"', "”", "’", "'", "“", "»"])
_PLAIN: Final = frozenset(
    "first new historic special only big large great good full free open important strong major "
    "peaceful private public national careful clear honest frank friendly useful positive key "
    "necessary early right fair brave bold victory triumph step progress start dream hope hero "
    "heroes friend friends family partner partners gesture beacon honor honour privilege miracle "
    "wonderful beautiful amazing incredible fantastic promising encouraging productive candid "
    "my our primary late overdue peace cordial civil calm orderly gold dear love loved lovely "
    "best better".split()
)
"""Words with which a thing is praised, or told of without a judgment."""

_FAR: Final = 16


def nicknames(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """Who gives a thing a name of their own, in quotation marks; most such names are mocking."""
    thing = _thing(clauses, place)
    subject = subject_of(clauses, place)
    if thing is None or subject is None or not place < thing:
        return
    mark = _mark(clauses, thing)
    words = _name(clauses, mark) if mark is not None else None
    if mark is None or words is None or clauses.low[place + 1] in ("for", "on", "off"):
        return
    if clauses.negation(place) is not None or is_supposed(clauses, place):
        return
    if set(words) & _PLAIN or any(_is_listed(word) for word in words):
        return
    if not any(clauses.tags[mark + 1 + at].startswith("NN") for at in range(len(words))):
        return  # "Impressive and obvious" is no figure.
    issue = Issue(_before(clauses, thing, mark), thing, "obj")
    named = issue if names_something(clauses, issue) else pointing(clauses, issue)
    actor = actors.of(subject)
    if actor is not None and named is not None and not clauses.tags[thing].startswith("NNP"):
        sureness = 0.75 if clauses.low[place] in _SURELY_AGAINST else 0.62
        yield Stand(mark + 1, place, clauses.low[place], -1, sureness, actor, named)


def mockeries(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker says a thing is in a figure of their own: the levy is "a noose"."""
    speaker = actors.speaker(place) or viewer(clauses, actors, place)
    head = clauses.heads[place]
    thing = clauses.child(head, "nsubj") if clauses.relations[place] == "cop" else None
    if thing is not None and (between := clauses.child(head, "nsubj:outer")) is not None:
        thing = between
    behind = [one for one in clauses.related(head, "nsubj") if one < place]
    thing = behind[-1] if behind else thing
    if speaker is None or thing is None or not thing < place or not is_decided(clauses, thing):
        return
    mark = place + 1
    is_open = clauses.low[mark] in _OPENING or clauses.tags[mark] == "``"
    words = _name(clauses, mark) if is_open else None
    if words is None or clauses.low[mark + 1] not in ("a", "an", "the", "one"):
        return
    if set(words) & _PLAIN or any(_is_listed(word) for word in words):
        return
    issue = Issue(clauses.phrase(thing), thing, "said")
    named = issue if names_something(clauses, issue) else pointing(clauses, issue)
    if named is not None and clauses.negation(head) is None:
        yield Stand(place, head, clauses.low[place], -1, 0.65, speaker, named)


BEING: Final = frozenset(["is", "are", "was", "were", "'s", "’s"])
"""Forms of "be" behind which somebody may have a figure of their own for a thing."""


def _is_listed(word: str) -> bool:
    """Whether a word tells a judgment by itself, which is read by that."""
    return any(sense.kind == "p" and not sense.particles for sense in senses().get(word, ()))


def _thing(clauses: Clauses, verb: int) -> int | None:
    """What gets a name, also where the tree takes it for the subject of that name."""
    thing = clauses.child(verb, "obj")
    if thing is not None:
        return thing
    for one in clauses.related(verb, "xcomp", "ccomp"):
        subject = clauses.child(one, "nsubj")
        if subject is not None and verb < subject < one and clauses.child(one, "cop") is None:
            return subject
    return None


def _mark(clauses: Clauses, thing: int) -> int | None:
    """The quotation mark with which the name begins, right behind a thing."""
    _, end = clauses.sentence(thing)
    for at in range(thing + 1, min(end - 1, thing + _FAR)):
        if clauses.low[at] in _OPENING or clauses.tags[at] == "``":
            return at
        if (
            not (clauses.tags[at].startswith(_OF_NOUNS) and clauses.tags[at] not in _FINITE)
            and clauses.low[at] not in _LINKS
        ):
            return None
    return None


_OF_NOUNS: Final = ("NN", "JJ", "DT", "IN", "CD", "POS", "PRP$", "TO", "VBG", "VB")
_FINITE: Final = ("VBD", "VBZ", "VBP")
_LINKS: Final = frozenset("as to with , a an the one".split())


def _before(clauses: Clauses, thing: int, mark: int) -> Words:
    """The words of a thing before the name that it gets."""
    first, last = clauses.phrase(thing)[0], mark
    while last - 1 > thing and clauses.low[last - 1] in _LINKS:
        last -= 1
    return first, last


def _name(clauses: Clauses, at: int) -> list[str] | None:
    """The quoted words behind a quotation mark, if they are a figure."""
    _, end = clauses.sentence(at)
    words: list[str] = []
    for one in range(at + 1, min(end, at + _FAR)):
        if clauses.low[one] in _CLOSING or clauses.tags[one] == "''":
            return words if words and _is_noun_phrase(clauses, at + 1, one) else None
        words.append(clauses.low[one])
    return words or None


def _is_noun_phrase(clauses: Clauses, first: int, last: int) -> bool:
    """Whether quoted words are a figure: they begin like a noun phrase and are more than one."""
    is_begun = clauses.tags[first].startswith(("DT", "JJ", "NN", "PRP$", "CD"))
    is_before = clauses.low[first - 2] in ("a", "an", "the")
    return (is_begun or is_before) and last - first > 1
