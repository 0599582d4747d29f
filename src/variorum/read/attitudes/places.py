"""Where the issue of a word of attitude stands: the head of its words."""

from collections.abc import Callable
from typing import Final

from variorum.read.attitudes.clauses import CIRCUMSTANCES, Clauses
from variorum.read.attitudes.lexicon import Sense
from variorum.read.attitudes.surface import noun_behind
from variorum.read.entities import is_role
from variorum.read.lexicon import CALENDAR, INSTITUTIONS, PEOPLE

_CLAUSE: Final = ("xcomp", "ccomp", "advcl", "acl", "csubj", "obl", "nmod")
_DEONTIC: Final = frozenset("should must ought needs need".split())


def head_of(clauses: Clauses, place: int, where: str, sense: Sense) -> int | None:
    """The head of the issue, if one stands there; `where` as in `data/attitudes.txt`."""
    is_asked = {"objto", "forto"}.intersection(sense.places)
    if where in ("thing", "for") and is_asked and _infinitive_for(clauses, place, any_noun=True):
        return None
    find = _FINDERS.get(where)
    return find(clauses, place, sense) if find else _behind(clauses, place, where, sense)


def _self(_: Clauses, place: int, __: Sense) -> int | None:
    return place


def _thing(clauses: Clauses, place: int, sense: Sense) -> int | None:
    found = _object(clauses, place, sense)
    return None if found is None or clauses.tags[found].startswith("NNP") else found


def _for_to(clauses: Clauses, place: int, _: Sense) -> int | None:
    return _infinitive_for(clauses, place)


def _asked(clauses: Clauses, place: int, _: Sense) -> int | None:
    found = _infinitive(clauses, place, asked=True)
    return found if found is not None else _infinitive_of_object(clauses, place)


def _infinitive_of_object(clauses: Clauses, place: int) -> int | None:
    """The infinitive that was hung on whom it is asked of: "wants the state to buy it"."""
    thing = clauses.child(place, "obj")
    if thing is None or thing < place:
        return None
    for one in clauses.related(thing, "acl"):
        is_to = any(clauses.low[mark] == "to" for mark in clauses.related(one, "mark"))
        if is_to and clauses.low[thing + 1 : thing + 2] == ["to"] and _may_be_asked(clauses, thing):
            return one
    return None


def _may_be_asked(clauses: Clauses, noun: int) -> bool:
    """Whether a noun may stand for somebody who does something."""
    low = clauses.low[noun]
    singular = low.removesuffix("s")
    is_known = any(one in INSTITUTIONS or one in PEOPLE or is_role(one) for one in (low, singular))
    return is_known or clauses.tags[noun].startswith(("NNP", "PRP")) or low in _DOING


_DOING: Final = frozenset(
    "region state county council city town village world bloc alliance country nation side sides "
    "parties rivals firm firms company companies banks owners operator regulator judge judges "
    "employers residents voters people islanders allies partners".split()
)
"""Nouns for those of whom something is asked."""


def _own(clauses: Clauses, place: int, _: Sense) -> int | None:
    return _infinitive(clauses, place, asked=False)


def _to(clauses: Clauses, place: int, sense: Sense) -> int | None:
    found = _infinitive(clauses, place, asked=False)
    return found if found is not None else _behind(clauses, place, "to", sense)


def _gerund(clauses: Clauses, place: int, sense: Sense) -> int | None:
    if (behind := _gerund_at(clauses, place + len(sense.particles) + 1)) is not None:
        return behind
    for one in clauses.related(place, "xcomp", "ccomp", "obj"):
        is_near = place < min([one, *clauses.children(one)]) < place + 3
        if clauses.tags[one] == "VBG" and is_near and clauses.child(one, "nsubj", "aux") is None:
            return one
    return None


def _gerund_at(clauses: Clauses, place: int) -> int | None:
    """The gerund right there, whatever the tree hangs it on: "ruled out ceding the islands"."""
    if clauses.tags[place : place + 1] != ["VBG"] or clauses.child(place, "nsubj") is not None:
        return None
    return place if any(one > place for one in clauses.children(place)) else None


def _that(clauses: Clauses, place: int, _: Sense) -> int | None:
    owners = [place]
    if clauses.tags[place].startswith("NN") and clauses.low[place + 1 : place + 2] == ["that"]:
        owners.append(clauses.heads[place])
    for owner in owners:
        for one in clauses.related(owner, "ccomp", "acl"):
            if one > place and _demanded(clauses, one):
                return one
    return None


def _demanded(clauses: Clauses, verb: int) -> bool:
    """Whether a clause is in the subjunctive, or has should or must."""
    if clauses.auxiliaries(verb) & _DEONTIC:
        return True
    plain = clauses.tags[verb] == "VB" or any(
        clauses.low[one] == "be" for one in clauses.related(verb, "aux:pass", "cop")
    )
    marks = {clauses.low[one] for one in clauses.related(verb, "aux", "mark")}
    has_modal = any(clauses.tags[one] == "MD" for one in clauses.related(verb, "aux"))
    subject = clauses.child(verb, "nsubj", "nsubj:pass")
    is_plain = plain and not has_modal and not marks & {"to", "do", "does", "did"}
    return is_plain and subject is not None


def _object(clauses: Clauses, place: int, sense: Sense) -> int | None:
    """The object; the subject of a passive; the noun that a participle hangs on."""
    if clauses.low[place + 1 : place + 2] == ["to"]:
        return None
    found = clauses.child(place, "obj")
    behind = next((one for one in clauses.related(place, "obj") if one > place), None)
    is_common = found is not None and clauses.tags[found].startswith("NN")
    found = behind if behind is not None and is_common else found
    if found is not None and clauses.low[found] == "what":
        return _cleft(clauses, place)
    if found is not None and clauses.tags[found] in ("WDT", "WP"):
        return _noun_of_relative(clauses, place)
    if found is None:
        found = clauses.child(place, "iobj")
    if found is None:
        found = _before_that(clauses, place, len(sense.particles))
    if found is None:
        found = _right_behind(clauses, place, sense)
    if found is None:
        found = _before_provided(clauses, place)
    if found is None and _lacks_object(clauses, place, len(sense.particles)):
        found = _said_to_be(clauses, clauses.heads[place])
    found = found if found is not None else _of_passive(clauses, place)
    return found if found is not None else _run_behind(clauses, place, sense)


def _before_that(clauses: Clauses, place: int, particles: int) -> int | None:
    """The noun of a relative clause whose "that" joins it: "an idea that they turned down"."""
    is_relative = clauses.relations[place] == "acl:relcl" and clauses.tags[place] != "VBG"
    marks = [one for one in clauses.related(place, "mark") if clauses.low[one] == "that"]
    subject = clauses.child(place, "nsubj")
    if not is_relative or not marks or subject is None or clauses.is_passive(place):
        return None
    behind = clauses.tags[place + particles + 1 : place + particles + 2]
    is_open = not behind or not behind[0].startswith(("DT", "NN", "JJ", "PRP", "CD", "TO", "VB"))
    noun = clauses.heads[place]
    return noun if is_open and clauses.low[noun + 1] == "that" else None


def _run_behind(clauses: Clauses, place: int, sense: Sense) -> int | None:
    """The noun of the words right behind an active verb, which were hung on another word."""
    is_verb = sense.kind in ("v", "d") and clauses.tags[place].startswith("VB")
    if not is_verb or clauses.is_passive(place) or clauses.relations[place] == "acl":
        return None
    found = noun_behind(clauses, place + len(sense.particles))
    if found is None or clauses.tags[found[0]].startswith("NNP"):
        return None
    return found[0] if clauses.low[found[0]] not in CALENDAR | CIRCUMSTANCES else None


def _cleft(clauses: Clauses, place: int) -> int | None:
    """The thing in "what they will not accept is the patent"."""
    if clauses.low[place + 1 : place + 2] not in (["is"], ["was"], ["are"], ["were"]):
        return None
    run = noun_behind(clauses, place + 1)
    return run[0] if run else None


def _of_passive(clauses: Clauses, place: int) -> int | None:
    found = clauses.child(place, "nsubj:pass")
    if found is not None and not clauses.is_passive(place):
        return None
    if found is not None:
        if clauses.tags[found] in ("WDT", "WP") and clauses.relations[place] == "acl:relcl":
            noun = clauses.heads[place]
            is_one = clauses.tags[noun] in ("NN", "NNP")
            return None if is_one and "were" in clauses.auxiliaries(place) else noun
        return found
    is_participle = clauses.tags[place] == "VBN" and clauses.relations[place] == "acl"
    return clauses.heads[place] if is_participle else None


def _noun_of_relative(clauses: Clauses, place: int) -> int | None:
    """What "that" stands for; a clause is no name's: "a tax that they oppose"."""
    noun = clauses.heads[place]
    is_common = clauses.tags[noun] in ("NN", "NNS") and clauses.tags[place + 1 : place + 2] != [
        "MD"
    ]
    is_told = clauses.relations[place] == "acl:relcl" and is_common
    return _said_to_be(clauses, noun) if is_told else None


def _before_provided(clauses: Clauses, place: int) -> int | None:
    """The object in "back the deal provided that …", where it was taken for a subject."""
    for at in range(place + 2, min(place + 9, len(clauses.low))):
        if clauses.low[at] == "provided" and clauses.low[at + 1 : at + 2] == ["that"]:
            noun = at - 1
            is_thing = clauses.tags[noun] in ("NN", "NNS") and clauses.heads[noun] == at
            return noun if is_thing and clauses.tags[place] == "VB" else None
    return None


def _lacks_object(clauses: Clauses, place: int, particles: int) -> bool:
    """Whether the object of a verb is the noun that its clause hangs on: "a tax he opposes"."""
    if clauses.relations[place] != "acl:relcl" or clauses.child(place, "aux:pass") is not None:
        return False
    subject = clauses.child(place, "nsubj")
    end = place + 1 + particles
    is_own = subject is not None and clauses.tags[subject] not in ("WDT", "WP")
    is_common = clauses.tags[clauses.heads[place]] in ("NN", "NNS")
    is_behind = is_common and clauses.heads[place] < place
    is_open = clauses.low[end : end + 1] in ([","], ["."], [";"], ["and"], ["but"]) or clauses.tags[
        end : end + 1
    ] in (["IN"], ["RB"], ["-LRB-"], [":"])
    is_bare = clauses.child(place, "obj", "ccomp", "xcomp") is None
    return is_own and is_behind and is_open and is_bare


def _said_to_be(clauses: Clauses, noun: int) -> int | None:
    """In "the line is a project that he opposes" the line."""
    if clauses.child(noun, "cop") is None:
        return noun
    subject = clauses.child(noun, "nsubj")
    return subject if subject is not None and clauses.tags[subject].startswith("NN") else None


def _right_behind(clauses: Clauses, place: int, sense: Sense) -> int | None:
    """A noun right behind an active verb, whatever it was hung on it as."""
    if clauses.child(place, "aux:pass") is not None or clauses.relations[place] == "acl":
        return None
    begins = place + len(sense.particles) + 1
    for one in clauses.related(place, "obl", "dep", "nsubj", "xcomp", "nmod", "obl:unmarked"):
        if one >= begins and clauses.tags[one].startswith("NN") and not clauses.case(one):
            nearest = min([one, *clauses.children(one)])
            if nearest == begins and clauses.low[one] not in CALENDAR:
                return one
    return None


def _infinitive(clauses: Clauses, place: int, *, asked: bool) -> int | None:
    """The verb of an infinitive with "to"; `asked`: somebody else is to do it."""
    at = place + 2 if clauses.low[place + 1 : place + 2] in (["never"], ["not"]) else place + 1
    if not asked and clauses.low[at : at + 1] == ["to"] and clauses.tags[at + 1 : at + 2] == ["VB"]:
        return at + 1
    has_object = clauses.child(place, "obj", "iobj") is not None or any(
        clauses.case(one) in ("on", "to", "for", "with")
        and clauses.low[one] not in CALENDAR
        and clauses.tags[one] != "CD"
        for one in clauses.related(place, "obl")
    )
    behind = [*clauses.related(place, "xcomp", "ccomp", "advcl", "acl", "obl")]
    for one in [*behind, *_beside(clauses, place)]:
        marks = [mark for mark in clauses.related(one, "mark", "aux") if mark < one]
        if one < place or not clauses.tags[one].startswith("VB"):
            continue
        if not any(clauses.low[mark] == "to" for mark in marks):
            continue
        own = clauses.child(one, "nsubj", "nsubj:pass")
        if asked == (has_object or own is not None):
            is_aim = clauses.relations[one] == "advcl" and clauses.tags[place].startswith("VB")
            # "Wants the line to be kept": whom it is asked of stands right before.
            is_next = asked and clauses.tags[marks[0] - 1].startswith(("NN", "PRP"))
            if is_aim and not is_next and clauses.low[place] not in _VOTING:
                continue
            return one
    return None


_VOTING: Final = frozenset("vote votes voted voting resolved".split())
"""Verbs whose aim is what is decided: "voted on Sunday to leave"."""


def _infinitive_for(clauses: Clauses, place: int, *, any_noun: bool = False) -> int | None:
    """The verb in "call for somebody to do", which may hang on the call or on somebody.

    `any_noun`: also in "urge somebody to do".
    """
    somebody = clauses.child(place, "obj") if any_noun else None
    somebody = somebody if somebody is not None else _behind(clauses, place, "for", None)
    owners = [place] if somebody is None else [place, somebody]
    _, end = clauses.sentence(place)
    is_for = any_noun or "for" in clauses.low[place + 1 : min(end, place + 4)]
    for owner in owners if is_for else ():
        for one in clauses.related(owner, "xcomp", "ccomp", "advcl", "acl", "obl"):
            marks = [clauses.low[mark] for mark in clauses.related(one, "mark", "aux")]
            if one > place + 1 and "to" in marks and clauses.tags[one].startswith("VB"):
                return one
    return None


def _behind(clauses: Clauses, place: int, where: str, sense: Sense | None) -> int | None:
    """The noun or gerund behind a preposition that depends on the word."""
    skipped = place + (len(sense.particles) if sense else 0)
    thing = clauses.child(place, "obj") if sense and sense.kind == "v" else None
    if clauses.low[skipped + 1 : skipped + 2] == [where]:
        gerund = _gerund_at(clauses, skipped + 2)
        if gerund is not None:
            return gerund
    inside = clauses.children(skipped) if skipped > place else []
    for one in [*clauses.children(place), *_beside(clauses, place), *inside]:
        if one <= skipped or clauses.relations[one].split(":")[0] not in _CLAUSE:
            continue
        case = clauses.case(one)
        if case == where or case.startswith(where + "_") or case.endswith("_" + where):
            is_verb = where == "to" and clauses.tags[one] in ("VB", "VBP")
            # In "called his bid for office bold" nobody calls for office.
            is_of_other = (
                thing is not None and skipped < thing < one and not _warns(clauses, place, where)
            )
            is_occasion = clauses.low[one] in CIRCUMSTANCES or clauses.low[one] in CALENDAR
            if not is_verb and not is_of_other and not is_occasion:
                return one
    return None


def _warns(clauses: Clauses, place: int, where: str) -> bool:
    """Whether somebody is warned against a thing, or asked for it, so that both are told."""
    if where == "for":
        return clauses.low[place].startswith(("ask", "press", "petition", "lobb", "beg"))
    return where == "against" and clauses.low[place].startswith(
        ("warn", "caution", "advis", "counsel", "recommend", "urg")
    )


def _beside(clauses: Clauses, place: int) -> list[int]:
    """What stands right behind a noun and may as well hang on it: "voiced support for it"."""
    if not clauses.tags[place].startswith("NN") or clauses.relations[place] != "obj":
        return []
    near = []
    for one in clauses.related(clauses.heads[place], "obl", "xcomp", "advcl"):
        first = min(clauses.related(one, "case", "mark"), default=0)
        is_cause = first > place and clauses.low[first] in ("over", "against")
        near += [one] if first == place + 1 or is_cause else []
    return near


_FINDERS: Final[dict[str, Callable[[Clauses, int, Sense], int | None]]] = {
    "self": _self,
    "obj": _object,
    "thing": _thing,
    "forto": _for_to,
    "objto": _asked,
    "inf": _own,
    "to": _to,
    "ing": _gerund,
    "that": _that,
}
