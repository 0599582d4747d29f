"""The words that name what an attitude is about, where a word of attitude has them."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from variorum.read.attitudes.clauses import CIRCUMSTANCES, MOST_WORDS, Clauses
from variorum.read.attitudes.lexicon import Sense
from variorum.read.encoder.window import Words
from variorum.read.entities import is_role
from variorum.read.lexicon import CALENDAR, PEOPLE

GENERIC: Final = frozenset(
    "plan idea proposal move decision measure step effort thing issue matter question way part "
    "approach position view point fact notion suggestion claim request call offer action change "
    "option course case one ones person people man woman guy kind sort lot bit fact time day "
    "place role side work answer outcome result role reason example those some others any both "
    "each all none more most such same other former latter initiative motion act attempt "
    "policy law bill measure statement comment remark demand concept practice effort efforts "
    "plans ideas proposals moves decisions measures steps things issues matters questions ways "
    "approaches positions views points claims requests calls offers actions changes options "
    "attempts policies laws bills statements comments remarks demands practices allegations "
    "accusations charges reports suggestions notions terms conditions term condition deal "
    "agreement bid nomination legislation work words language behavior behaviour situation "
    "report story article advice choice choices opportunity chance job everything something "
    "anything nothing everyone someone anyone everybody somebody anybody nobody home role "
    "lives family families children life opposite kind movement nation number money information timing anonymity support opposition backing praise criticism approval invitation help assistance attack attacks "
    "call pressure leadership comfort word reality team right rights candidate candidates".split()
)
"""Nouns that name no issue by themselves: something must say which."""

_SPEAKING: Final = frozenset(
    "say comment know see talk speak discuss answer elaborate acknowledge name identify disclose "
    "tell respond reply explain provide give go come be do get have know understand hear think "
    "look remember stress emphasize emphasise note point mention add remind thank clarify ask "
    "begin start continue find take make specify address share reveal release offer expect "
    "suggest call assume claim argue believe imagine see add meet cooperate work help try use "
    "become turn protect ensure".split()
)
"""Verbs that name no issue if somebody refuses or wants to do it: "declined to comment"."""

_ACTS: Final = frozenset(
    "resign quit negotiate withdraw compromise surrender retire disarm intervene capitulate secede "
    "abdicate testify impeach apologise apologize retaliate disarm mediate leave ceasefire step "
    "pull run vote join strike attack invade concede resigning quitting negotiating withdrawing "
    "retiring intervening testifying leaving apologising apologizing".split()
)
"""Verbs that name an act by themselves."""

_CLAUSE: Final = ("xcomp", "ccomp", "advcl", "acl", "csubj", "obl", "nmod")
_DEONTIC: Final = frozenset("should must ought needs need".split())


class Issue(NamedTuple):
    """The words of an issue, its head, and what kind of place they stand in."""

    words: Words
    head: int
    place: str


def issues_of(clauses: Clauses, place: int, sense: Sense, *, negated: bool) -> Iterator[Issue]:
    """The issues of a word of attitude, the likeliest first."""
    for where in sense.places:
        head = _head(clauses, place, where, sense)
        if head is None:
            continue
        if where == "self":
            if negated and _has_thing(clauses, place):
                yield Issue(clauses.phrase(place, is_verb=True), place, where)
            continue
        yield Issue(_words(clauses, place, head), head, where)


def _has_thing(clauses: Clauses, verb: int) -> bool:
    """Whether an object stands behind a verb, or a subject that is none ("give up Crimea")."""
    return any(one > verb for one in clauses.related(verb, "obj", "nsubj"))


def _words(clauses: Clauses, place: int, head: int) -> Words:
    """The words of an issue; in "call for talks to be held" those of the talks too."""
    first, last = clauses.phrase(head, is_verb=is_verb(clauses, head))
    if last < len(clauses.low) - 1 and clauses.low[last] in ("and", "or") and last == head + 1:
        other = last + 1
        if clauses.tags[other] == clauses.tags[head] and clauses.tags[head].startswith("VB"):
            return first, clauses.phrase(other, is_verb=True)[1]  # "to put off or cancel it"
    if clauses.tags[head] == "VBN" and clauses.child(head, "aux:pass") is not None:
        nouns = [one for one in range(place + 1, head) if clauses.tags[one].startswith("NN")]
        own = clauses.child(head, "nsubj:pass", "nsubj")
        if own is not None and own < head:
            first = max(place + 1, clauses.phrase(own)[0])
        elif nouns and head - nouns[-1] < 4:
            noun = nouns[-1]
            while clauses.relations[noun] == "nmod" and place < clauses.heads[noun] < noun:
                noun = clauses.heads[noun]
            first = max(place + 1, clauses.phrase(noun)[0])
    last = _farther(clauses, place, first, last)
    return first, _with_other_side(clauses, first, last)


def _with_other_side(clauses: Clauses, first: int, last: int) -> int:
    """The end of "talks between one and another", with the other."""
    if "between" not in clauses.low[first:last] or clauses.low[last : last + 1] != ["and"]:
        return last
    end = last + 1
    while end < len(clauses.low) and clauses.tags[end].startswith(("NN", "DT", "JJ")):
        end += 1
    return end if "and" not in clauses.low[first:last] and end > last + 1 else last


_JOINING: Final = frozenset("of into on over about between against to with from for".split())


def _farther(clauses: Clauses, place: int, first: int, last: int) -> int:
    """The end of a phrase with what stands behind it but was hung on the word of attitude."""
    _, end = clauses.sentence(place)
    if first <= place or last >= end or clauses.low[last] not in _JOINING:
        return last
    noun = clauses.heads[last]
    if clauses.relations[last] != "case" or clauses.heads[noun] != place or noun < last:
        return last
    is_name = clauses.tags[last - 1].startswith("NNP")
    if not clauses.tags[noun].startswith("NN") or (clauses.low[last] == "for" and is_name):
        return last
    further = clauses.phrase(noun)[1]
    is_day = any(clauses.low[one].rstrip(".") in CALENDAR for one in range(last, further))
    return last if is_day or further - first > MOST_WORDS else further


def is_verb(clauses: Clauses, head: int) -> bool:
    """Whether a head is a verb, or a predicate with a copula: it names an act."""
    return clauses.tags[head].startswith("VB") or clauses.child(head, "cop") is not None


def _head(clauses: Clauses, place: int, where: str, sense: Sense) -> int | None:
    if where == "self":
        return place
    if where in ("thing", "for") and {"objto", "forto"} & set(sense.places):
        if _infinitive_for(clauses, place, any_noun=True) is not None:
            return None
    if where in ("obj", "thing"):
        found = _object(clauses, place, sense)
        if clauses.low[place + 1 : place + 2] == ["to"]:
            return None
        is_name = found is not None and clauses.tags[found].startswith("NNP")
        return None if is_name and where == "thing" else found
    if where == "forto":
        return _infinitive_for(clauses, place)
    if where == "objto":
        return _infinitive(clauses, place, asked=True)
    if where == "inf":
        return _infinitive(clauses, place, asked=False)
    if where == "to":
        found = _infinitive(clauses, place, asked=False)
        return found if found is not None else _behind(clauses, place, where, sense)
    if where == "ing":
        return next(
            (
                one
                for one in clauses.related(place, "xcomp", "ccomp", "obj")
                if clauses.tags[one] == "VBG"
                and place < min([one, *clauses.children(one)]) < place + 3
                and clauses.child(one, "nsubj", "aux") is None
            ),
            None,
        )
    if where == "that":
        return _demanded(clauses, place)
    return _behind(clauses, place, where, sense)


def _object(clauses: Clauses, place: int, sense: Sense) -> int | None:
    """The object; the subject of a passive; the noun that a participle hangs on."""
    if sense.kind == "s":
        return None
    found = clauses.child(place, "obj")
    found = found if found is not None else _right_behind(clauses, place, sense)
    if found is not None:
        return found
    found = clauses.child(place, "nsubj:pass")
    if found is not None:
        if clauses.tags[found] in ("WDT", "WP") and clauses.relations[place] == "acl:relcl":
            noun = clauses.heads[place]
            is_one = clauses.tags[noun] in ("NN", "NNP")
            return None if is_one and "were" in clauses.auxiliaries(place) else noun
        return found
    is_participle = clauses.tags[place] == "VBN" and clauses.relations[place] == "acl"
    return clauses.heads[place] if is_participle else None


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
    is_plain = clauses.low[place + 1 : place + 2] == ["to"] and not asked
    if is_plain and clauses.tags[place + 2 : place + 3] == ["VB"]:
        return place + 2
    has_object = clauses.child(place, "obj", "iobj") is not None or any(
        clauses.case(one) in ("on", "to", "for", "with") for one in clauses.related(place, "obl")
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
            if clauses.relations[one] == "advcl" and clauses.tags[place].startswith("VB"):
                continue
            return one
    return None


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


def _demanded(clauses: Clauses, place: int) -> int | None:
    """A clause with "that" in the subjunctive, or with should or must."""
    for one in clauses.related(place, "ccomp"):
        if one < place:
            continue
        if clauses.auxiliaries(one) & _DEONTIC:
            return one
        subject = clauses.child(one, "nsubj", "nsubj:pass")
        plain = clauses.tags[one] == "VB" or any(
            clauses.low[aux] == "be" for aux in clauses.related(one, "aux:pass", "cop")
        )
        marks = {clauses.low[aux] for aux in clauses.related(one, "aux", "mark")}
        has_modal = any(clauses.tags[aux] == "MD" for aux in clauses.related(one, "aux"))
        has_modal = has_modal or bool(marks & {"do", "does", "did"})
        if subject is not None and plain and "to" not in marks and not has_modal:
            return one
    return None


def _behind(clauses: Clauses, place: int, where: str, sense: Sense | None) -> int | None:
    """The noun or gerund behind a preposition that depends on the word."""
    skipped = place + (len(sense.particles) if sense else 0)
    thing = clauses.child(place, "obj") if sense and sense.kind == "v" else None
    for one in [*clauses.children(place), *_beside(clauses, place)]:
        if one <= skipped or clauses.relations[one].split(":")[0] not in _CLAUSE:
            continue
        case = clauses.case(one)
        if case == where or case.startswith(where + "_") or case.endswith("_" + where):
            if where == "to" and clauses.tags[one] in ("VB", "VBP"):
                continue
            if clauses.low[one] in CIRCUMSTANCES:
                continue
            if thing is not None and place < thing < one:
                continue  # In "called his bid for office bold" nobody calls for office.
            return one
    return None


def _beside(clauses: Clauses, place: int) -> list[int]:
    """What stands right behind a noun and may as well hang on it: "voiced support for it"."""
    if not clauses.tags[place].startswith("NN") or clauses.relations[place] != "obj":
        return []
    near = []
    for one in clauses.related(clauses.heads[place], "obl", "xcomp", "advcl"):
        first = min(clauses.related(one, "case", "mark"), default=0)
        near += [one] if first == place + 1 else []
    return near


def names_something(clauses: Clauses, issue: Issue) -> bool:
    """Whether the words of an issue say what it is to a reader who sees them alone."""
    first, last = issue.words
    if issue.place != "self" and clauses.low[issue.head] in _SPEAKING and is_verb(clauses, issue.head):
        return False
    nouns = [place for place in range(first, last) if clauses.tags[place].startswith("NN")]
    telling = [
        place
        for place in range(first, last)
        if _is_telling(clauses, place) and (place != issue.head or not is_verb(clauses, place))
    ]
    if is_verb(clauses, issue.head):
        if clauses.tags[issue.head].startswith("JJ"):
            return False
        if last - first <= 2 and clauses.low[issue.head] in _ACTS:
            return True
        return any(clauses.low[place] not in GENERIC for place in nouns)
    if _is_somebody(clauses, issue.head) and any(
        clauses.tags[place].startswith("NNP") and place < issue.head for place in telling
    ):
        return True  # "Europe's leaders" says who they are.
    if clauses.low[issue.head] in GENERIC or _is_somebody(clauses, issue.head):
        behind = clauses.low[issue.head + 1] if issue.head + 1 < last else ""
        return any(
            (place > issue.head and behind not in ("from", "by", "at"))
            or (clauses.tags[place][:2] == "NN" and clauses.relations[place] == "compound")
            for place in telling
        )
    return bool(nouns and telling)


def _is_somebody(clauses: Clauses, head: int) -> bool:
    """Whether a noun stands for people or offices that it does not name: "his opponents"."""
    low = clauses.low[head]
    is_name = clauses.tags[head].startswith("NNP")
    return not is_name and (low in PEOPLE or is_role(low) or is_role(low.removesuffix("s")))


_EMPTY: Final = frozenset(
    "new own many own first last next good bad great such other same certain various several "
    "further recent current former possible potential big whole entire very".split()
)


def _is_telling(clauses: Clauses, place: int) -> bool:
    """Whether a word carries meaning of its own."""
    if not clauses.tags[place].startswith(("NN", "JJ", "VB")):
        return False
    low = clauses.low[place]
    return low not in GENERIC and low not in _EMPTY and len(low) > 1
