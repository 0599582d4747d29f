"""What a speaker wishes in the first person, and what somebody wants done with a thing."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import MOST_WORDS, Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.issues import words_of
from variorum.read.attitudes.lexicon import verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.attitudes.surface import noun_behind

_NEEDING: Final = frozenset("need have got 've ’ve want ought".split())
_WE: Final = frozenset(["we", "us"])
_WANTING: Final = frozenset(
    form for verb in ("want", "like", "prefer", "need", "demand") for form in verb_forms(verb)
)
ENDING: Final = frozenset(
    form
    for verb in (
        "cancel scrap lift end drop stop ban abolish repeal revoke withdraw remove suspend "
        "postpone delay halt axe shelve block overturn dismantle rescind annul ditch bin close "
        "shut quash void reverse abandon throw bin kill reject"
    ).split()
    for form in verb_forms(verb)
) | {"off"}
"""What is done to a thing by those who are against it; "off" as in "called off"."""


def wishes(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker says we need, have to do, let us do, or it is time to do."""
    speaker = actors.speaker(place)
    if speaker is None:
        return
    low = clauses.low[place]
    head, where = None, "said"
    if clauses.tags[clauses.heads[place]].startswith("NN") and low in ("need", "want"):
        yield from _cleft(clauses, place, speaker)
        return
    if (stand := _has_to_be(clauses, place, speaker)) is not None:
        yield stand
        return
    if low == "let":
        head = _let(clauses, place)
    elif low == "time":
        head = _due(clauses, place)
    elif low in _NEEDING:
        head, where = _needed(clauses, place)
    if head is None or clauses.negation(place) is not None or is_supposed(clauses, place):
        return
    words = clauses.phrase(head, is_verb=clauses.tags[head].startswith("VB"))
    if clauses.tags[head] == "VBN":
        words = words_of(clauses, place, head)
    issue = Issue(words, head, where)
    is_verb = clauses.tags[head].startswith("VB")
    if names_something(clauses, issue) and (not is_verb or words[1] - words[0] > 1):
        negation = clauses.negation(head) if is_verb else None
        stance = -1 if negation is not None else 1
        yield Stand(place, place, low, stance, 0.7, speaker, issue, None, None, negation)


def _cleft(clauses: Clauses, place: int, speaker: Actor) -> Iterator[Stand]:
    """What "what we need is a ban" is for, "the last thing we need is a ban" against."""
    run = noun_behind(clauses, place + 1)
    if clauses.low[place + 1 : place + 2] not in (["is"], ["are"], ["was"]) or run is None:
        return
    before = clauses.low[max(0, place - 4) : place]
    is_last = before[-3:-1] == ["last", "thing"]
    if before[-1] not in _WE | {"it"} or not (is_last or "what" in before):
        return
    first, last = clauses.phrase(run[0])
    issue = Issue((max(first, place + 2), max(last, run[1][1])), run[0], "thing")
    if names_something(clauses, issue):
        yield Stand(place, place, "need", -1 if is_last else 1, 0.75, speaker, issue)


def _has_to_be(clauses: Clauses, place: int, speaker: Actor) -> Stand | None:
    """What a speaker says has to be done: "the ban has to be repealed", "the cranes had to go"."""
    thing = clauses.child(place, "nsubj", "nsubj:pass")
    is_told = clauses.low[place] in _HAVING and clauses.low[place + 1 : place + 2] == ["to"]
    if not is_told or thing is None or thing > place or clauses.tags[thing] not in ("NN", "NNS"):
        return None
    is_negated = clauses.negation(place) is not None or is_supposed(clauses, place)
    issue = Issue(clauses.phrase(thing), thing, "said")
    if is_negated or not (names_something(clauses, issue) or clauses.low[place + 2] == "go"):
        return None
    behind = clauses.low[place + 2 : place + 5]
    if behind[:1] == ["go"] and not behind[1][0].isalnum():
        return Stand(place, place, "has to go", -1, 0.7, speaker, issue)
    is_done = behind[:1] == ["be"] and clauses.tags[place + 3] == "VBN"
    if is_done and (behind[1] in ENDING or tuple(behind[1:3]) in _OFF):
        return Stand(place, place, "has to be", -1, 0.7, speaker, issue)
    if not is_done or not is_decided(clauses, thing):
        return None
    end = max(clauses.phrase(place + 3, is_verb=True)[1], place + 4)
    last = min(end, issue.words[0] + MOST_WORDS)
    whole = issue._replace(words=(issue.words[0], last))
    return Stand(place, place, "has to be", 1, 0.65, speaker, whole)


_HAVING: Final = frozenset("has have had needs need needed".split())


def _let(clauses: Clauses, place: int) -> int | None:
    """The verb in "let us give them a chance"."""
    if clauses.low[place + 1 : place + 2] not in (["us"], ["'s"], ["’s"]):
        return None
    for one in clauses.related(place, "xcomp", "ccomp"):
        if clauses.tags[one] == "VB" and one > place:
            return one
    return None


def _due(clauses: Clauses, place: int) -> int | None:
    """The verb in "it is time to end the siege", "high time the siege was lifted"."""
    subject = clauses.child(place, "nsubj", "expl")
    if subject is None or clauses.low[subject] not in ("it", "now"):
        return None
    for one in clauses.related(place, "acl", "acl:relcl", "advcl", "ccomp", "csubj", "xcomp"):
        if one > place and clauses.tags[one].startswith("VB"):
            return one
    return None


def _needed(clauses: Clauses, place: int) -> tuple[int | None, str]:
    """What "we need", "we have to do"."""
    subject = clauses.child(place, "nsubj")
    if subject is None or clauses.low[subject] not in _WE:
        return None, "said"
    if clauses.low[place + 1 : place + 2] == ["to"]:
        act = clauses.child(place, "xcomp")
        is_act = act is not None and clauses.tags[act] == "VB" and act < place + 5
        return (act if is_act else None), "said"
    thing = clauses.child(place, "obj")
    is_thing = clauses.low[place] == "need" and thing is not None and thing > place
    return (thing if is_thing else None), "thing"


def wanted(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What somebody wants done with a thing: "wants the match called off"."""
    if clauses.low[place] not in _WANTING or not clauses.tags[place].startswith("VB"):
        return
    done = _participle(clauses, place)
    if done is None or is_supposed(clauses, place):
        return
    thing, verb = done
    subject = subject_of(clauses, place)
    actor = actors.of(subject) if subject is not None else None
    issue = Issue(clauses.phrase(thing), thing, "said")
    negation = clauses.negation(place)
    if clauses.low[thing] in ("it", "them"):
        pointed = pointing(clauses, issue)
        issue = pointed if pointed is not None else issue
    is_named = issue.points or names_something(clauses, issue)
    if actor is None or not is_named or negation is not None:
        return
    behind = set(clauses.low[verb : verb + 2])
    if behind & ENDING or tuple(clauses.low[verb : verb + 2]) in _OFF:
        yield Stand(place, place, clauses.low[place], -1, 0.75, actor, issue)
        return
    last = min(clauses.phrase(verb, is_verb=True)[1], issue.words[0] + MOST_WORDS)
    words = issue.words if issue.points else (issue.words[0], max(last, verb + 1))
    yield Stand(place, place, clauses.low[place], 1, 0.75, actor, issue._replace(words=words))


def _participle(clauses: Clauses, place: int) -> tuple[int, int] | None:
    """The thing and the participle behind a verb of wanting."""
    for verb in clauses.related(place, "xcomp", "ccomp"):
        is_off = clauses.low[verb + 1 : verb + 2] == ["off"]
        is_done = clauses.tags[verb] in ("VBN", "VBD") or is_off
        is_full = any(clauses.relations[one] in ("mark", "aux") for one in clauses.children(verb))
        thing = clauses.child(verb, "nsubj:pass", "nsubj") or clauses.child(place, "obj")
        if not is_done or is_full or thing is None or not place < thing < verb:
            continue
        if clauses.tags[thing] in ("NN", "NNS") or clauses.low[thing] in ("it", "them"):
            return thing, verb
    return _ended(clauses, place)


def _ended(clauses: Clauses, place: int) -> tuple[int, int] | None:
    """The thing and the participle by which it ends, whatever the tree hangs them on."""
    run = noun_behind(clauses, place)
    _, end = clauses.sentence(place)
    if run is None:
        return None
    for verb in range(run[1][1], min(end, run[1][1] + _FAR)):
        pair = (clauses.low[verb], clauses.low[min(verb + 1, end - 1)])
        if clauses.tags[verb] == "VBN" and (pair[0] in ENDING or pair in _OFF):
            return run[0], verb
        is_other = clauses.tags[verb].startswith(("VB", "MD", "TO")) and pair[0] != "put"
        if is_other or pair[0] in (";", ".", "and", "but", "that"):
            return None
        if pair in _OFF:
            return run[0], verb
    return None


_FAR: Final = 10
_OFF: Final = frozenset(
    [("put", "off"), ("called", "off"), ("thrown", "out"), ("struck", "down"), ("torn", "up"),
     ("voted", "down"), ("kicked", "out"), ("taken", "down"), ("torn", "down"), ("shut", "down"),
     ("closed", "down"), ("broken", "off"), ("ruled", "out"), ("pulled", "down")]
)  # fmt: skip
"""Verbs with their particles by which a thing ends."""
