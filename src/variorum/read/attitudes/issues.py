"""The words that name what an attitude is about, where a word of attitude has them."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.clauses import CIRCUMSTANCES, MOST_WORDS, Clauses
from variorum.read.attitudes.lexicon import Sense
from variorum.read.attitudes.naming import GENERIC, is_verb
from variorum.read.attitudes.places import head_of
from variorum.read.attitudes.stand import Issue
from variorum.read.encoder.window import Words
from variorum.read.lexicon import CALENDAR

_JOINING: Final = frozenset("of into on over about between against to with from for".split())


def issues_of(clauses: Clauses, place: int, sense: Sense, *, negated: bool) -> Iterator[Issue]:
    """The issues of a word of attitude, the likeliest first."""
    for where in sense.places:
        head = head_of(clauses, place, where, sense)
        if head is None:
            continue
        if where == "self":
            if negated and _has_thing(clauses, place):
                yield Issue(clauses.phrase(place, is_verb=True), place, where)
            continue
        words = words_of(clauses, place, head)
        if where == "obj" and sense.word in _JUDGING:
            words = _with_deed(clauses, place, words)
        if where == "that":
            words = _with_subject(clauses, place, head, words)
        yield Issue(words, head, where)


_JUDGING: Final = frozenset(
    "praise applaud hail laud commend salute compliment criticise criticize slam blast lambast "
    "lambaste assail castigate excoriate rebuke chide scold berate bash trash censure condemn "
    "denounce fault knock ridicule mock upbraid reprove reprimand eviscerate savage flay skewer "
    "pillory vilify disparage deride assail attack".split()
)
"""Verbs by which somebody is judged for what they do."""


def _with_deed(clauses: Clauses, place: int, words: Words) -> Words:
    """The words for whom somebody praises or blames, with what for: "the firm for selling it"."""
    first, last = words
    if clauses.low[last : last + 1] != ["for"] or first <= place:
        return words
    deed = last + 2 if clauses.low[last + 1 : last + 2] == ["not"] else last + 1
    if clauses.tags[deed : deed + 1] != ["VBG"]:
        return words
    end = clauses.phrase(deed, is_verb=True)[1]
    return (first, end) if deed < end and end - first <= MOST_WORDS else words


def _with_subject(clauses: Clauses, place: int, verb: int, words: Words) -> Words:
    """What is to happen to a thing, with the thing: "demanded that the fee rise by half"."""
    thing = clauses.child(verb, "nsubj")
    if thing is None or clauses.tags[thing] not in ("NN", "NNS") or not place < thing < verb:
        return words
    first = max(place + 1, clauses.phrase(thing)[0])
    return (first, words[1]) if words[1] - first <= MOST_WORDS else words


def _has_thing(clauses: Clauses, verb: int) -> bool:
    """Whether an object stands behind a verb, or a subject that is none ("give up Crimea")."""
    return any(one > verb for one in clauses.related(verb, "obj", "nsubj"))


def words_of(clauses: Clauses, place: int, head: int) -> Words:
    """The words of an issue; in "call for talks to be held" those of the talks too."""
    first, last = clauses.phrase(head, is_verb=is_verb(clauses, head))
    while first < head and clauses.tags[head][:2] == "NN" and _is_being(clauses, first):
        first += 1  # "what they will not accept is the tax"
    other = _other_verb(clauses, head, last)
    if other is not None:
        return first, clauses.phrase(other, is_verb=True)[1]
    if clauses.tags[head] == "VBN" and clauses.child(head, "aux:pass") is not None:
        first = max(place + 1, _first_of_passive(clauses, place, head, first))
    last = _with_relative(clauses, head, first, last)
    last = _farther(clauses, place, first, last)
    return first, _with_other_side(clauses, first, last)


def _is_being(clauses: Clauses, place: int) -> bool:
    return clauses.relations[place] in ("cop", "det") and clauses.tags[place][:2] in ("VB", "DT")


def _other_verb(clauses: Clauses, head: int, last: int) -> int | None:
    """The second verb in "to put off or cancel it", which has what the first is about."""
    other = last + 1
    if last != head + 1 or other >= len(clauses.low) or clauses.low[last] not in ("and", "or"):
        return None
    is_like = clauses.tags[head].startswith("VB") and clauses.tags[other] == clauses.tags[head]
    return other if is_like else None


def _first_of_passive(clauses: Clauses, place: int, head: int, first: int) -> int:
    """The first word of what is to be done something with."""
    own = clauses.child(head, "nsubj:pass", "nsubj")
    if own is not None and own < head:
        return clauses.phrase(own)[0]
    nouns = [one for one in range(place + 1, head) if clauses.tags[one].startswith("NN")]
    if not nouns or head - nouns[-1] >= 4:
        return first
    noun = nouns[-1]
    while clauses.relations[noun] == "nmod" and place < clauses.heads[noun] < noun:
        noun = clauses.heads[noun]
    return clauses.phrase(noun)[0]


def _with_other_side(clauses: Clauses, first: int, last: int) -> int:
    """The end of "talks between one and another", with the other."""
    if "between" not in clauses.low[first:last] or clauses.low[last : last + 1] != ["and"]:
        return last
    end = last + 1
    while end < len(clauses.low) and clauses.tags[end].startswith(("NN", "DT", "JJ")):
        end += 1
    return end if "and" not in clauses.low[first:last] and end > last + 1 else last


def _with_relative(clauses: Clauses, head: int, first: int, last: int) -> int:
    """The end of a phrase with the clause that tells which: "any deal that granted amnesty"."""
    if clauses.low[head] not in GENERIC or last != head + 1:
        return last
    verb = _telling_verb(clauses, head, last)
    if verb is None or verb < last:
        return last
    end = clauses.phrase(verb, is_verb=True)[1]
    return end if end - first <= MOST_WORDS else last


def _telling_verb(clauses: Clauses, head: int, last: int) -> int | None:
    """The verb of a clause right behind a noun: "a law obliging them", "plans to shut it"."""
    tags, low = clauses.tags[last : last + 2], clauses.low[last : last + 1]
    if tags[:1] == ["VBG"] and low[0] not in _LINKING:
        return last
    if low == ["to"] and tags[1:] == ["VB"]:
        return last + 1
    return clauses.child(head, "acl:relcl", "acl", "ccomp") if low == ["that"] else None


_LINKING: Final = frozenset(
    "following including regarding concerning according citing saying adding during pending "
    "telling calling starting beginning".split()
)
"""Participles that begin another clause or a circumstance."""


def _farther(clauses: Clauses, place: int, first: int, last: int) -> int:
    """The end of a phrase with what stands behind it but was hung on the word of attitude."""
    _, end = clauses.sentence(place)
    joining = _JOINING | {"in"} if clauses.low[last - 1] in GENERIC else _JOINING
    if first <= place or last >= end or clauses.low[last] not in joining:
        return last
    noun = clauses.heads[last]
    if clauses.relations[last] != "case" or clauses.heads[noun] != place or noun < last:
        return last
    is_name = clauses.tags[last - 1].startswith("NNP")
    if not clauses.tags[noun].startswith("NN") or (clauses.low[last] == "for" and is_name):
        return last
    if clauses.low[noun] in CIRCUMSTANCES:
        return last
    further = clauses.phrase(noun)[1]
    is_day = any(clauses.low[one].rstrip(".") in CALENDAR for one in range(last, further))
    return last if is_day or further - first > MOST_WORDS else further
