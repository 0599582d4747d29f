"""Stands that only a speaker's own words show: "X is a mistake", "we must"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import MOST_WORDS, Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.deeds import POLICIES
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.lexicon import Sense
from variorum.read.attitudes.naming import is_verb, names_something
from variorum.read.attitudes.pointing import pointing
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.attitudes.surface import noun_behind
from variorum.read.attitudes.viewing import viewer

DEONTIC: Final = frozenset(["should", "must", "ought"])
_EMPTY_SUBJECTS: Final = frozenset("it that this there what which these those they".split())


def assessments(clauses: Clauses, actors: Actors, place: int, sense: Sense) -> Iterator[Stand]:
    """What a speaker says a thing is."""
    size = len(sense.particles)
    is_under = clauses.low[place - 1] == "under"  # Who is "under threat" judges nothing.
    if is_under or tuple(clauses.low[place + 1 : place + 1 + size]) != sense.particles:
        return
    place = _predicate(clauses, place, place + size)
    yield from _called(clauses, actors, place, sense)
    speaker = actors.speaker(place) or viewer(clauses, actors, place)
    is_needed = clauses.tags[place] == "VBN" and clauses.child(place, "aux:pass") is not None
    if speaker is None or (clauses.child(place, "cop") is None and not is_needed):
        return
    is_bygone = bool(clauses.auxiliaries(place) & _gone(actors, place))
    negation = clauses.negation(place)
    if (sense.negated == "only" and negation is None) or is_supposed(clauses, place):
        return
    if sense.negated == "drop" and negation is not None:
        return
    issue = _assessed(clauses, place)
    if issue is None or not (issue.points or names_something(clauses, issue)):
        return
    if is_bygone and not _is_deed(clauses, place, issue):
        return
    stance = -sense.stance if negation is not None else sense.stance
    yield Stand(place, place, sense.printed, stance, sense.sureness, speaker, issue, negation)


def _is_deed(clauses: Clauses, place: int, issue: Issue) -> bool:
    """Whether what is judged was done by somebody, so that the judgment holds after it."""
    if clauses.auxiliaries(place) & _PERFECT or issue.points:
        return False
    low = clauses.low[issue.head]
    return low.removesuffix("s") in POLICIES or low.removesuffix("s") in _DEEDS


_DEEDS: Final = frozenset(
    "decision attack killing murder shooting bombing arrest detention invasion occupation seizure "
    "raid crackdown move verdict ruling sentence deal vote takeover merger purchase sale closure "
    "annexation intervention coup resignation dismissal sacking expulsion massacre execution "
    "withdrawal lockdown bailout privatisation privatization speech remark comment tweet "
    "announcement statement appointment nomination".split()
)
"""Nouns for what somebody did."""


def _predicate(clauses: Clauses, first: int, last: int) -> int:
    """The word that a phrase hangs on: "slap" in "slap in the face", "idea" in "bad idea"."""
    for place in range(first, last + 1):
        if not first <= clauses.heads[place] <= last:
            return place
    return last


def _gone(actors: Actors, place: int) -> frozenset[str]:
    """Words by which a thing was so but may be no more: what others report is told in the past."""
    quotation = actors.quotation(place)
    is_reported = quotation is not None and quotation.mode != "direct"
    return _PERFECT if is_reported else _PERFECT | {"was", "were"}


_PERFECT: Final = frozenset(["have", "has", "had", "'ve", "’ve"])


def _called(clauses: Clauses, actors: Actors, place: int, sense: Sense) -> Iterator[Stand]:
    """What somebody calls a thing: "called the deal a disaster", "described it as unfair"."""
    verb = clauses.heads[place]
    if clauses.relations[place] == "conj" and clauses.heads[verb] != verb:
        verb = clauses.heads[verb]
    if clauses.low[verb] not in _CALLING or sense.negated == "only":
        return
    subject = subject_of(clauses, verb)
    things = [
        one
        for one in clauses.related(verb, "obj", "xcomp", "nsubj")
        if verb < one < place and clauses.tags[one].startswith(("NN", "PRP", "DT"))
    ]
    if not things and clauses.low[verb + 1 : place] in (["that"], ["this"]):
        things = [verb + 1]  # "find that unworkable"
    if not things and (run := noun_behind(clauses, verb)) and run[0] + 1 == place:
        things = [run[0]]  # "called the decision regrettable"
    if not things or subject is None:
        return
    thing = things[0]
    actor = actors.of(subject)
    issue = Issue(clauses.phrase(thing), thing, "obj")
    is_held = clauses.negation(verb) is None and clauses.negation(place) is None
    if actor is None or not is_held or is_supposed(clauses, verb):
        return
    named = issue if names_something(clauses, issue) else pointing(clauses, issue)
    if issue.words[1] <= place and named is not None:
        yield Stand(place, verb, sense.printed, sense.stance, sense.sureness, actor, named)


_CALLING: Final = frozenset(
    "call calls called calling describe describes described describing brand branded brands "
    "branding label labels labeled labelled labeling labelling cite cites cited citing dub dubbed "
    "dubs deem deems deemed consider considers considered considering see sees saw seeing view "
    "views viewed viewing regard regards regarded regarding term terms termed characterize "
    "characterized characterise characterised portray portrayed declare declared find found "
    "finds think thinks thought".split()
)


def _assessed(clauses: Clauses, place: int) -> Issue | None:
    """The subject, or the clause that "it" stands for."""
    subject = clauses.child(place, "nsubj", "csubj", "nsubj:outer", "nsubj:pass")
    expletive = clauses.child(place, "expl")
    if subject is None and expletive is None and clauses.relations[place] == "ccomp":
        above = clauses.related(clauses.heads[place], "csubj")
        subject = next((one for one in above if one < place), None)
    if subject is not None and clauses.low[subject] not in _EMPTY_SUBJECTS:
        if clauses.tags[subject].startswith("PRP"):
            return None
        verb = is_verb(clauses, subject)
        issue = Issue(clauses.phrase(subject, is_verb=verb), subject, "said")
        return issue if names_something(clauses, issue) else pointing(clauses, issue)
    it = expletive if expletive is not None else subject
    if it is None or clauses.low[it] not in ("it", "this", "that"):
        return None
    for one in clauses.related(place, "csubj", "xcomp", "ccomp", "acl", "advcl"):
        marks = {clauses.low[mark] for mark in clauses.related(one, "mark", "aux") if mark < one}
        if one > place and "to" in marks:
            return Issue(clauses.phrase(one, is_verb=True), one, "said")
    is_open = expletive is None and clauses.child(place, "ccomp", "advcl", "csubj") is None
    return pointing(clauses, Issue((it, it + 1), it, "said")) if is_open else None


def demands(clauses: Clauses, actors: Actors, place: int) -> Iterator[Stand]:
    """What a speaker says that somebody should do or not do."""
    verb = clauses.heads[place]
    if clauses.low[place] not in DEONTIC or clauses.relations[place] != "aux":
        return
    speaker = actors.speaker(place)
    is_inverted = clauses.tags[place + 1] in ("PRP", "DT", "NNP")  # "should she sign it"
    if speaker is None or is_inverted or _is_asked(clauses, place, verb):
        return
    if clauses.tags[verb] == "VBN" and clauses.child(verb, "aux:pass") is not None:
        yield from _done(clauses, place, verb, speaker)
        return
    is_unthought = _is_unthought(clauses, verb)
    if not _is_plain_act(clauses, verb) or (not is_unthought and is_supposed(clauses, verb)):
        return
    subject = clauses.child(verb, "nsubj")
    if subject is not None and subject < place and clauses.low[place] == "must":
        yield from _of_thing(clauses, actors, (place, verb, subject), speaker)
    if (
        subject is None
        or subject > place
        or (clauses.tags[subject] != "PRP" and actors.of(subject) is None)
    ):
        return
    issue = Issue(clauses.phrase(verb, is_verb=True), verb, "said")
    if not names_something(clauses, issue) or clauses.child(verb, "obj", "obl", "advcl") is None:
        return
    stance, negation = (-1, clauses.negation(clauses.heads[verb])) if is_unthought else (1, None)
    yield Stand(place, verb, clauses.low[place], stance, 0.7, speaker, issue, negation)


def _is_asked(clauses: Clauses, place: int, verb: int) -> bool:
    """Whether it is only asked what should be: "report on how much must be paid"."""
    return any(
        clauses.tags[one] in ("WRB", "WDT", "WP") and one < place
        for one in clauses.descendants(verb)
    )


def _of_thing(
    clauses: Clauses, actors: Actors, at: tuple[int, int, int], speaker: Actor
) -> Iterator[Stand]:
    """What a speaker says a thing must be or do: "the pause must not become a trap"."""
    place, verb, subject = at
    is_thing = clauses.tags[subject] in ("NN", "NNS") and actors.of(subject) is None
    if not is_thing or "have" in clauses.auxiliaries(verb) or is_supposed(clauses, verb):
        return
    first, last = clauses.phrase(subject)[0], clauses.phrase(verb, is_verb=True)[1]
    issue = Issue((first, min(last, first + MOST_WORDS)), subject, "said")
    if not names_something(clauses, issue) or last <= verb:
        return
    negation = clauses.negation(verb)
    if clauses.low[verb] == "go":
        yield from _gone_for_good(clauses, place, verb, subject, speaker)
        return
    words = (verb, issue.words[1]) if negation is not None else issue.words
    stance = -1 if negation is not None else 1
    yield Stand(
        place,
        verb,
        clauses.low[place],
        stance,
        0.62,
        speaker,
        issue._replace(words=words),
        negation,
    )


def _gone_for_good(
    clauses: Clauses, place: int, verb: int, subject: int, speaker: Actor
) -> Iterator[Stand]:
    """What a speaker says must go: "the dam must go"; that it must go farther tells nothing."""
    behind = clauses.low[verb + 1 : verb + 2]
    is_last = not behind or not behind[0][0].isalnum()
    thing = Issue(clauses.phrase(subject), subject, "said")
    if is_last and clauses.negation(verb) is None and names_something(clauses, thing):
        yield Stand(place, verb, "must go", -1, 0.7, speaker, thing)


def _is_unthought(clauses: Clauses, verb: int) -> bool:
    """Whether the speaker does not think so: "I don't think we should sign it"."""
    governor = clauses.heads[verb]
    if clauses.relations[verb] != "ccomp" or clauses.low[governor] not in ("think", "believe"):
        return False
    subject = clauses.child(governor, "nsubj")
    is_own = subject is not None and clauses.low[subject] in ("i", "we", "he", "she", "they")
    return is_own and clauses.negation(governor) is not None


def _done(clauses: Clauses, place: int, verb: int, speaker: Actor) -> Iterator[Stand]:
    """What a speaker says should be done: "the hostages must be released"."""
    subject = clauses.child(verb, "nsubj:pass", "nsubj")
    if subject is None or subject > verb or not clauses.tags[subject].startswith("NN"):
        return
    negation = clauses.negation(verb)
    if "have" in clauses.auxiliaries(verb) or clauses.low[subject] == "nothing":
        return
    if any(clauses.low[one] == "no" for one in clauses.children(subject)):
        return
    if is_supposed(clauses, verb) or (negation is not None and clauses.low[verb] not in _ALLOWED):
        return
    thing = Issue(clauses.phrase(subject), subject, "said")
    if not names_something(clauses, thing):
        return
    if negation is not None:
        yield Stand(place, verb, clauses.low[place], -1, 0.7, speaker, thing, negation)
        return
    last = clauses.phrase(verb, is_verb=True)[1]
    # The head is the noun: a passive verb would be taken for one that is negated in its own words.
    issue = Issue((thing.words[0], min(last, thing.words[0] + MOST_WORDS)), subject, "said")
    yield Stand(place, verb, clauses.low[place], 1, 0.7, speaker, issue)


_ALLOWED: Final = frozenset(
    "allowed permitted tolerated accepted approved adopted passed ratified built signed heard "
    "admitted used considered taught sold granted recognised recognized published broadcast "
    "imposed introduced opened extended deployed licensed exported funded subsidised "
    "subsidized".split()
)
"""What, if it should not be done to a thing, shows that one is against the thing."""


def _is_plain_act(clauses: Clauses, verb: int) -> bool:
    """Whether a predicate is something that somebody does, now or later."""
    is_act = clauses.tags[verb] == "VB" and clauses.child(verb, "cop") is None
    return is_act and "have" not in clauses.auxiliaries(verb)
