"""The word whose subject has the attitude that a word tells."""

from typing import Final

from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.lexicon import Sense, verb_forms

_LIGHT: Final = frozenset(
    form
    for verb in (
        "have express voice give offer show declare reiterate announce signal make issue reaffirm "
        "pledge maintain state repeat indicate draw lend throw promise renew see raise lodge file "
        "launch put pour cast grant find feel harbor harbour hold register sound air mount win "
        "bring submit send sign present deliver stage organise organize hold begin start call lead "
        "join plan cast collect gather"
    ).split()
    for form in verb_forms(verb)
)
"""Verbs that add nothing to the noun of attitude that is their object."""

_SAID: Final = ("root", "ccomp", "conj", "parataxis", "advcl", "xcomp", "acl:relcl", "acl")
_BEING: Final = frozenset(
    ["is", "are", "was", "were", "'s", "’s", "'re", "’re", "am", "been", "be"]
)


def predicate_of(clauses: Clauses, place: int, sense: Sense) -> int | None:
    """The word whose subject has the attitude."""
    if sense.kind == "r":
        return place if bearer_of_role(clauses, place) is not None else None
    if sense.kind == "a":
        return _of_adjective(clauses, place)
    if sense.kind == "v":
        return None if clauses.relations[place] == "amod" else place
    governor = clauses.heads[place]
    if sense.kind == "s":
        is_predicate = clauses.child(governor, "cop") is not None and governor > place
        return governor if is_predicate else _being(clauses, place) or _marching(clauses, place)
    return _of_noun(clauses, place, governor, sense)


def _of_adjective(clauses: Clauses, place: int) -> int | None:
    """The adjective itself, or the verb of remaining before it; None if it stands with a noun."""
    is_left = clauses.low[clauses.heads[place]] in _REMAINING
    if clauses.tags[place] == "VB" and clauses.low[place - 1] in _BEING:
        return place
    is_participle = clauses.tags[place] == "VBN" and not clauses.auxiliaries(place)
    is_said = clauses.relations[place] in _SAID and (is_left or not is_participle)
    if not is_said and clauses.low[place - 1] in _REMAINING:
        return place - 1  # The tree may hang it on "said": "said she remained committed to".
    return place if is_said else None


def _of_noun(clauses: Clauses, place: int, governor: int, sense: Sense) -> int | None:
    """The light verb of a noun of attitude, or the noun itself."""
    is_object = clauses.relations[place] in ("obj", "nsubj:pass")
    if any(clauses.case(one) == "by" for one in clauses.related(place, "nmod")):
        return place if sense.kind == "n" else None
    if is_object and clauses.low[governor] in _LIGHT | _TAKING_BACK | _KEEPING | _GIVING:
        return governor
    if clauses.relations[place] == "obl" and _is_kept(clauses, place, governor):
        return governor
    return place if sense.kind == "n" else None


_KEEPING: Final = frozenset(
    form
    for verb in ("press", "repeat", "stress", "reassert", "restate", "underline", "underscore")
    for form in verb_forms(verb)
)
_STICKING: Final = {"stick": "to by", "stand": "by", "hold": "to", "persist": "in", "cling": "to"}
_STUCK_TO: Final = {
    form: tuple(cases.split()) for verb, cases in _STICKING.items() for form in verb_forms(verb)
}


def _is_kept(clauses: Clauses, noun: int, verb: int) -> bool:
    """Whether somebody keeps to an attitude: "stuck to its demand for a vote"."""
    return clauses.case(noun) in _STUCK_TO.get(clauses.low[verb], ())


_REMAINING: Final = frozenset(
    form for verb in ("remain", "stay", "become", "feel", "stand") for form in verb_forms(verb)
)


def _being(clauses: Clauses, place: int) -> int | None:
    """The "is" that stands right before a preposition, where the tree does not join the two."""
    before = place - 1
    while before > 0 and clauses.tags[before] == "RB":
        before -= 1
    return before if before >= 0 and clauses.low[before] in _BEING else None


def _marching(clauses: Clauses, place: int) -> int | None:
    """The verb of those who take to the streets for or against a thing."""
    at = clauses.heads[place]
    for _ in range(2 if clauses.low[place] == "against" else 3):
        if clauses.low[at] in _MARCHING and clauses.tags[at].startswith("VB"):
            return at
        at = clauses.heads[at]
    return None


_MARCHING: Final = frozenset(
    form
    for verb in (
        "march",
        "rally",
        "demonstrate",
        "protest",
        "campaign",
        "gather",
        "speak",
        "vote",
        "come",
        "argue",
        "decide",
        "rule",
        "intervene",
    )
    for form in verb_forms(verb)
)


def bearer_of_role(clauses: Clauses, noun: int) -> int | None:
    """Who is said to be a critic or a supporter: the subject, or whom the noun stands beside."""
    if clauses.low[noun + 1 : noun + 2] not in (["of"], ["for"]):
        return None
    copula = clauses.child(noun, "cop")
    if copula is not None:
        subject = clauses.child(noun, "nsubj")
        return subject if subject is not None else _name_before(clauses, copula)
    return clauses.heads[noun] if clauses.relations[noun] == "appos" else None


def _name_before(clauses: Clauses, place: int) -> int | None:
    """A name right before a word, whatever it was hung on."""
    is_name = place > 0 and clauses.tags[place - 1].startswith("NNP")
    return place - 1 if is_name else None


def taken_back(clauses: Clauses, noun: int) -> int | None:
    """The verb by which support or opposition ends: "withdrew its support"."""
    governor = clauses.heads[noun]
    if clauses.relations[noun] not in ("obj", "nsubj:pass"):
        return None
    is_given_up = clauses.low[governor] in _GIVING and clauses.low[governor + 1] == "up"
    return governor if is_given_up or clauses.low[governor] in _TAKING_BACK else None


_TAKING_BACK: Final = frozenset(
    form
    for verb in ("withdraw", "drop", "abandon", "end", "pull", "shed", "waive", "retract", "lift")
    for form in verb_forms(verb)
)
_GIVING: Final = verb_forms("give")
