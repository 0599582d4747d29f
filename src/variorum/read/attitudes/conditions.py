"""Whether an attitude is held, only supposed, or held on a condition."""

from typing import Final

from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.surface import is_second_verb
from variorum.read.encoder.window import Words
from variorum.read.lexicon import CALENDAR

_PERHAPS: Final = frozenset("could can may might ca".split())
_FUTURE: Final = frozenset(
    "will would wo 'll ’ll 'd ’d shall can cannot ca could should must".split()
)
_NOMINAL: Final = ("nsubj", "obj", "nmod", "obl", "nsubj:pass", "conj")
_IF: Final = frozenset("if unless until till once provided providing before".split())
_NOT_BEFORE: Final = frozenset("until till before".split())
"""Words that set a condition for what is not done sooner."""

_INVERTED: Final = frozenset(["were", "should", "had"])
"""Words with which a condition may begin without "if": "should she sign it"."""

_NOT_THE_IF: Final = frozenset("even as what only but especially particularly".split())
_DOUBT: Final = frozenset(
    "accusation accusations accuse accused accuses accusing allegation allegations appears ask "
    "asked asking asks assume assumed assumes chance claim claims denial denials denied denies "
    "deny denying dismissed doubt doubted doubts expect expected expects falsely fear feared "
    "fears hope hoped hopes hoping idea imagine likelihood likely notion possibility pretend "
    "pretended question questioned rejected report reportedly reports rumor rumors rumour rumours "
    "seems speculation suggestion suggestions supposedly unclear unlikely whether wish wished "
    "wishes wonder wondered wonders wrongly".split()
)
"""Words under which a clause does not tell what somebody's stand is."""

_PHRASES: Final = tuple(
    tuple(phrase.split())
    for phrase in (
        "in exchange for", "in return for", "on condition", "on the understanding", "only once",
        "on the proviso", "with the proviso", "on the condition", "provided that",
        "as long as", "so long as", "only if", "only when", "only after", "subject to",
        "contingent on", "conditional on", "in case of", "on one condition", "unless", "as soon as",
        "if and when", "only with", "only on receipt of",
    )
)  # fmt: skip
_STRICT: Final = frozenset(["provided", "on", "contingent", "conditional", "subject"])
_FIRST_OF_PHRASES: Final = frozenset(phrase[0] for phrase in _PHRASES)
_MOST_WORDS: Final = 30
_NEAR: Final = 6
_STEPS: Final = 6
_IDLE: Final = frozenset("necessary needed possible so any ever not asked elected".split())


def is_possible(clauses: Clauses, place: int) -> bool:
    """Whether a predicate is only possible: "might support it"."""
    return bool(clauses.auxiliaries(place) & _PERHAPS) and clauses.negation(place) is None


def is_supposed(clauses: Clauses, place: int, *, may_be_possible: bool = False) -> bool:
    """Whether a predicate is only possible, asked, denied or doubted, or a condition itself.

    `may_be_possible`: that it is only possible does not count.
    """
    first, last = clauses.sentence(place)
    if "?" in clauses.low[max(first, last - 3) : last]:
        return True
    helpers = clauses.auxiliaries(place)
    if not may_be_possible and is_possible(clauses, place):
        return True
    if "would" in helpers and "have" in helpers:
        return True
    if clauses.tags[place].startswith("NN") and _hangs_on_perhaps(clauses, place):
        return True
    return _hangs_on_doubt(clauses, place)


def _hangs_on_perhaps(clauses: Clauses, noun: int) -> bool:
    """Whether a noun belongs to what only may be: "it could involve a commitment to do so"."""
    at = noun
    for _ in range(_STEPS):
        if clauses.relations[at] not in _NOMINAL:
            break
        at = clauses.heads[at]
        if clauses.auxiliaries(at) & _PERHAPS and clauses.negation(at) is None:
            return True
    return False


def _hangs_on_doubt(clauses: Clauses, place: int) -> bool:
    at = place
    for _ in range(_STEPS):
        relation, governor = clauses.relations[at].split(":")[0], clauses.heads[at]
        marks = {clauses.low[one] for one in clauses.related(at, "mark")}
        if marks & {"if", "whether", "unless"} and relation in ("advcl", "ccomp", "xcomp", "acl"):
            return True
        if relation == "advcl" and _is_awaited(clauses, at, governor):
            return True
        if governor == at or relation not in _CLAUSE or _is_relative(clauses, at):
            return False
        if is_second_verb(clauses, at):
            relation = "conj"
        if _is_doubted(clauses, governor, relation):
            return True
        if relation == "parataxis":
            return False
        at = governor
    return False


def _is_relative(clauses: Clauses, place: int) -> bool:
    """Whether a clause tells what was done with a thing: "an idea that they turned down"."""
    is_told = clauses.relations[place] == "acl:relcl" and clauses.child(place, "nsubj") is not None
    return is_told and clauses.child(place, "obj", "ccomp", "xcomp", "obl", "cop") is None


def _is_awaited(clauses: Clauses, place: int, governor: int) -> bool:
    """Whether a clause tells what must come first: "lifted as soon as they accept it"."""
    marks = {clauses.low[one] for one in clauses.related(place, "mark", "advmod")}
    if "before" in marks and "would" in clauses.auxiliaries(place):
        return True
    is_done = "had" in clauses.auxiliaries(place)
    is_open = clauses.tags[place] in ("VBP", "VBZ", "VB") or is_done
    mark = clauses.child(place, "mark")
    is_soon = clauses.low[governor] == "soon"
    waits = is_soon or bool(marks & {"until", "once", "before", "provided"})
    waits = waits or (mark is not None and clauses.low[mark - 1] == "soon")
    main = clauses.heads[governor] if is_soon else governor
    is_to_come = bool(clauses.auxiliaries(main) & (_FUTURE | _PERHAPS))
    return is_open and waits and (is_to_come or clauses.low[main] in _RULING_OUT)


_CLAUSE: Final = ("ccomp", "xcomp", "advcl", "acl", "conj", "obl", "csubj", "parataxis")


def _is_doubted(clauses: Clauses, governor: int, relation: str) -> bool:
    """Whether what a clause says is denied, asked or only possible by what it hangs on."""
    low = clauses.low[governor]
    if relation not in ("conj", "parataxis") and low in _DOUBT:
        return relation != "advcl" or low.startswith("accus")
    if relation == "ccomp" and clauses.negation(governor) is not None:
        return True
    return relation in ("ccomp", "xcomp") and bool(clauses.auxiliaries(governor) & _PERHAPS)


def condition_of(clauses: Clauses, place: int, issue: Words, *, negated: bool) -> Words | None:
    """The words of the condition under which a predicate holds."""
    if negated and clauses.low[place] in _RULING_OUT:
        return _without(clauses, issue) or _until(clauses, place, issue)
    if clauses.tags[place] == "VBD":
        return _phrase_behind(clauses, place, issue, negated=False, strict=True)
    for owner in (place, clauses.heads[place]):
        found = _if_clause(clauses, owner, negated=negated)
        if found and not _overlaps(found, issue):
            return found
        if clauses.relations[place] not in ("xcomp", "cop"):
            break
    found = _if_behind(clauses, max(place, issue[1] - 1)) or _opening(clauses, place)
    found = found or _phrase_behind(clauses, place, issue, negated=negated)
    return found or _behind_aside(clauses, max(place, issue[1] - 1))


def _behind_aside(clauses: Clauses, place: int) -> Words | None:
    """A condition behind who says so: "will come, she said, provided that the road is open"."""
    _, end = clauses.sentence(place)
    if clauses.low[place + 1 : place + 2] != [","]:
        return None
    stop = next((at for at in range(place + 2, min(end, place + 12)) if clauses.low[at] == ","), 0)
    is_said = stop and any(clauses.tags[one] == "VBD" for one in range(place + 2, stop))
    first = stop + 1
    fits = any(tuple(clauses.low[first : first + len(one)]) == one for one in _PHRASES)
    if not is_said or not (fits or clauses.low[first] in ("if", "unless")):
        return None
    words = _to_end(clauses, first, set(range(first, end)))
    return words if words[1] - words[0] > 3 else None


def _opening(clauses: Clauses, place: int) -> Words | None:
    """A condition with which the sentence begins: "as long as it is open, they will"."""
    first, _ = clauses.sentence(place)
    while first < place and not clauses.low[first][0].isalnum():
        first += 1
    fits = any(tuple(clauses.low[first : first + len(one)]) == one for one in _PHRASES)
    if not fits or "," not in clauses.low[first:place]:
        return None
    last = clauses.low.index(",", first)
    return (first, last) if 3 < last - first < _MOST_WORDS else None


_RULING_OUT: Final = frozenset("rule rules ruled ruling refuse refuses refused refusing".split())


def _without(clauses: Clauses, issue: Words) -> Words | None:
    """The condition in what is ruled out: "sending troops without a mandate"."""
    for first in range(issue[0] + 1, issue[1] - 1):
        if clauses.low[first] == "without" and clauses.tags[first + 1] != "VBG":
            return first, issue[1]
    return None


def _until(clauses: Clauses, place: int, issue: Words) -> Words | None:
    """How long somebody refuses: "refuses to sign until the fee is cut".

    Not of what is past, "refused to leave until it rained", but for what was only said.
    """
    is_past = clauses.tags[place] == "VBD" and clauses.low[place] != "ruled"
    for owner in (place, *clauses.related(place, "xcomp")):
        found = _if_clause(clauses, owner, negated=True)
        if found is None or _overlaps(found, issue):
            continue
        if not is_past or {clauses.tags[one] for one in range(*found)} & {"VBZ", "VBP"}:
            return found
    return None


def _if_clause(clauses: Clauses, place: int, *, negated: bool) -> Words | None:
    for one in clauses.related(place, "advcl", "ccomp"):
        mark = next((m for m in clauses.related(one, "mark") if clauses.low[m] in _IF), None)
        mark = _once(clauses, one) if mark is None else mark
        mark = _inverted(clauses, place, one) if mark is None else mark
        mark = _while(clauses, place, one, negated=negated) if mark is None else mark
        if mark is None and one > place and _is_provided(clauses, one):
            return _to_end(clauses, one, set(range(one, clauses.sentence(one)[1])))
        if mark is None or (mark and clauses.low[mark - 1] in _NOT_THE_IF - {"only"}):
            continue
        is_no = negated or clauses.negation(place) is not None
        if clauses.low[mark] in _NOT_BEFORE and not is_no:
            continue
        if clauses.low[mark] == "once" and not clauses.auxiliaries(place) & _FUTURE:
            continue
        first = mark - (clauses.low[mark - 1] == "only")
        words = _to_end(clauses, first, clauses.descendants(one) | {mark})
        told = [clauses.low[word] for word in range(mark + 1, words[1])]
        if len(told) > 1 and not (len(told) < 3 and _IDLE & set(told)):
            return words
    return None


def _once(clauses: Clauses, clause: int) -> int | None:
    """The "once" with which a clause begins, where it was taken for an adverb."""
    for one in clauses.related(clause, "advmod"):
        is_first = one < clause and not clauses.low[one - 1].endswith(",")
        if clauses.low[one] == "once" and is_first and clauses.child(clause, "mark") is None:
            return one if clauses.child(clause, "nsubj", "nsubj:pass") is not None else None
    return None


def _while(clauses: Clauses, place: int, clause: int, *, negated: bool) -> int | None:
    """The "while" or "when" behind what will be, or will not be as long as something is so.

    "Will not talk while the siege goes on", "would sign when there is a text": no time is told.
    """
    is_no = negated or clauses.negation(place) is not None
    if not clauses.auxiliaries(place) & _FUTURE:
        return None
    for one in clauses.related(clause, "mark", "advmod"):
        low, first = clauses.low[one], clauses.low[one - 1]
        is_time = low == "while" and not first.endswith(",")  # Behind a comma it is a contrast.
        if is_time and is_no and one > place and clauses.low[place] in _MEETING:
            return one if clauses.tags[clause] != "VBG" or clauses.auxiliaries(clause) else None
        is_there = clauses.child(clause, "expl") is not None or clauses.low[clause] in ("is", "are")
        is_done = bool(clauses.auxiliaries(clause) & {"have", "has", "had"})
        if low == "when" and not is_no and one > place and first not in _NOT_THE_IF:
            return one if is_there or is_done else None
    return None


_MEETING: Final = frozenset(
    "talk negotiate sit meet attend sign join discuss go travel hold resume return work come "
    "bargain accept engage participate enter host receive lift withdraw disarm vote".split()
)
"""What one will not do as long as something is so."""


def _inverted(clauses: Clauses, place: int, clause: int) -> int | None:
    """The helping verb that stands first in "were the price to fall", "should she sign"."""
    first = min([clause, *clauses.children(clause)])
    is_first = clauses.low[first] in _INVERTED and clauses.relations[first] in (
        "aux",
        "aux:pass",
        "cop",
    )
    is_open = bool(clauses.auxiliaries(place) & _FUTURE) or first > place
    return first if is_first and is_open and first != clause else None


def _if_behind(clauses: Clauses, place: int) -> Words | None:
    """A clause with "if" or "unless" that begins right behind, whatever it was hung on."""
    _, end = clauses.sentence(place)
    for first in range(place + 1, min(end, place + _NEAR)):
        low = clauses.low[first]
        if low == "should" and clauses.tags[first + 1 : first + 2] in (["PRP"], ["DT"], ["NNP"]):
            words = _to_end(clauses, first, set(range(first, end)))
            return words if words[1] - first > 3 else None
        if low in (".", ";", ":", "—", "–", "who", "which", "that", "and", "but"):
            return None
        if low not in ("if", "unless") and not _is_provided(clauses, first):
            continue
        before = clauses.low[first - 1]
        if before in _NOT_THE_IF - {"only"} or before in _DOUBT:
            return None
        start = first - (before == "only")
        words = _to_end(clauses, start, set(range(first, end)))
        told = clauses.low[first + 1 : words[1]]
        return words if len(told) > 2 and not _IDLE & set(told[:2]) else None
    return None


def _is_provided(clauses: Clauses, place: int) -> bool:
    """Whether "provided" begins a condition: "will come provided the road is open"."""
    behind = clauses.tags[place + 1 : place + 2]
    is_that = clauses.low[place + 1 : place + 2] == ["that"]
    is_clause = clauses.relations[place] in ("ccomp", "advcl", "mark", "conj", "xcomp", "root")
    does = {"VBZ", "VBP"} & {*clauses.tags[place + 2 : place + 5]}  # "provided Peru agrees"
    is_stated = behind == ["NNP"] and bool(does)
    is_open = is_that or is_stated or behind in (["DT"], ["PRP"], ["NNS"])
    is_apart = clauses.low[place - 1] == ","
    return clauses.low[place] == "provided" and (is_clause or is_apart) and is_open


def _to_end(clauses: Clauses, first: int, inside: set[int]) -> Words:
    """From a word to the last of a clause before a gap, a full stop or the next main clause."""
    _, end = clauses.sentence(first)
    last = first + 1
    while last < min(end, first + _MOST_WORDS):
        is_sign = not clauses.low[last][0].isalnum()
        if last not in inside and not (is_sign and last + 1 in inside):
            break
        opens = clauses.tags[last] == "``"
        if clauses.low[last] in (".", ";", "—", "–", "!", "?", ",", '"', "”") and not opens:
            break
        last += 1
    while last - 1 > first and not clauses.low[last - 1][-1].isalnum():
        last -= 1
    return first, last


def _phrase_behind(
    clauses: Clauses, place: int, issue: Words, *, negated: bool, strict: bool = False
) -> Words | None:
    """A condition without a clause: "in exchange for guarantees", "not … without guarantees".

    `strict`: only what sets a condition for what was decided before: "on condition that".
    """
    _, end = clauses.sentence(place)
    inside = None
    can_be_without = negated and bool(clauses.auxiliaries(place) & _FUTURE)
    for first in range(place + 1, min(end, place + _MOST_WORDS)):
        low = clauses.low[first]
        is_needed = can_be_without and low in _NEEDED_FIRST
        if low not in _FIRST_OF_PHRASES and not is_needed:
            continue
        fits = any(tuple(clauses.low[first : first + len(one)]) == one for one in _PHRASES)
        if not fits and not (is_needed and not _is_day(clauses, first)):
            continue
        if low == "as" and _is_soon(clauses, first + 3):
            continue
        if strict and low not in _STRICT:
            continue
        if inside is None:
            inside = clauses.descendants(place)
        if first not in inside and first != issue[1]:
            continue
        words = _to_end(clauses, first, inside | set(range(first, end)))
        if _IDLE_CONDITIONS & set(clauses.low[words[0] : words[1]]):
            continue
        if words[1] - words[0] > 1 and words[0] > issue[0]:
            return words
    return None


_NEEDED_FIRST: Final = frozenset("without before until till".split())
"""What is not done without a thing, or sooner than it comes."""


def _is_day(clauses: Clauses, place: int) -> bool:
    """Whether "before" or "until" is told of a day or an hour: no condition."""
    noun = clauses.heads[place]
    behind = clauses.low[place + 1 : place + 4]
    is_time = clauses.tags[noun] == "CD" or clauses.low[noun].rstrip(".") in CALENDAR | _SPANS
    return is_time or any(word in CALENDAR | _SPANS or word[0].isdigit() for word in behind)


_SPANS: Final = frozenset(
    "year years month months week weeks day days hour hours minutes next morning evening night "
    "noon midnight long further spring summer autumn winter christmas easter ramadan now then "
    "end beginning start".split()
)


_IDLE_CONDITIONS: Final = frozenset("anonymity anonymous confidentiality review approval".split())
"""What is told of those who speak, or of what is only open: "on condition of anonymity"."""


def _is_soon(clauses: Clauses, place: int) -> bool:
    """Whether "as soon as" is told of a day: no condition."""
    return clauses.low[place] in CALENDAR or clauses.low[place] in ("possible", "tomorrow", "next")


def _overlaps(one: Words, other: Words) -> bool:
    return one[0] < other[1] and other[0] < one[1]
