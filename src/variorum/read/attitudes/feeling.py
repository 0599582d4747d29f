"""What a thing makes somebody feel: "the plan has angered farmers", "delighted by the ruling"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.surface import noun_behind

_STANCES: Final = {
    -1: (
        "anger infuriate enrage alarm dismay outrage upset annoy irritate rile horrify appal "
        "appall disgust worry unsettle exasperate offend incense irk vex frustrate disappoint "
        "scandalise "
        "scandalize unnerve antagonise antagonize sicken"
    ),
    1: "delight please thrill cheer hearten reassure gratify",
    0: "divide split",
}
_FORMS: Final = {
    form: stance
    for stance, verbs in _STANCES.items()
    for verb in verbs.split()
    for form in verb_forms(verb)
}
_LEAVING: Final = verb_forms("leave") | {"left"}
_LEFT: Final = frozenset(
    "fuming furious angry seething dismayed worried unhappy frustrated outraged aghast cold "
    "unimpressed bitter reeling disappointed".split()
)
FEELING: Final = frozenset(_FORMS) | _LEAVING
"""Forms of verbs for what a thing does to those who are for or against it."""

_PAST: Final = frozenset("has have had 've ’ve".split())


def feelings(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """Who is angry or glad at what; `place`: of the verb."""
    if not clauses.tags[place].startswith("VB") or clauses.negation(place) is not None:
        return
    is_passive = clauses.is_passive(place) or clauses.low[place + 1 : place + 2] == ["by"]
    if is_supposed(clauses, place) or is_passive:
        return
    thing = clauses.child(place, "nsubj", "csubj", "nsubj:pass")
    is_left = clauses.low[place] in _LEAVING
    somebody = _left(clauses, place) if is_left else clauses.child(place, "obj")
    if somebody is None and not is_left and (run := noun_behind(clauses, place)) is not None:
        somebody = run[0]
    if thing is None or somebody is None or not thing < place < somebody:
        return
    helpers = clauses.auxiliaries(place)
    is_told = clauses.tags[place] in ("VBD", "VBZ", "VBP") or bool(helpers & _PAST)
    is_told = is_told or (clauses.tags[place] == "VBG" and bool(helpers))
    is_act = clauses.tags[thing] == "VBG"
    issue = Issue(clauses.phrase(thing, is_verb=is_act), thing, "said")
    named = issue if names_something(clauses, issue) else pointing(clauses, issue)
    if not is_told or not is_decided(clauses, thing) or named is None:
        return
    actor = actors.of(somebody)
    if actor is not None:
        stance = -1 if is_left else _FORMS[clauses.low[place]]
        yield Stand(place, place, clauses.low[place], stance, 0.75, actor, named)


def _left(clauses: Clauses, verb: int) -> int | None:
    """Whom a thing has left how: "left miners fuming"."""
    _, end = clauses.sentence(verb)
    for at in range(verb + 2, min(end, verb + _NEAR)):
        if clauses.low[at] in _LEFT and clauses.tags[at - 1].startswith("NN"):
            return at - 1
    return None


_NEAR: Final = 7
