"""Issues that only point at what was told before, and the words that told it.

"The plan", "any such purchase" and "it" mean what an article named just before, "voted against"
what the vote was on. Their fuller words are taken where they are sure: from the same noun with
more words, from the verb it is made of ("plans to drain the lake" … "the plan"), or from the
stand that was told last.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from variorum.read.attitudes.clauses import MOST_WORDS, Clauses
from variorum.read.attitudes.decided import is_decided
from variorum.read.attitudes.issues import words_of
from variorum.read.attitudes.lexicon import Sense, verb_forms
from variorum.read.attitudes.naming import GENERIC, is_verb, names_something
from variorum.read.attitudes.places import head_of
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.encoder.window import Words

PRONOUNS: Final = frozenset(["it", "this", "that"])
_DEMONSTRATIVE: Final = frozenset("this that these those such".split())
_THE: Final = frozenset("the his her its their".split())
POINTING: Final = frozenset(
    "plan proposal scheme move decision deal agreement offer idea motion bill measure law "
    "legislation resolution demand request claim allegation charge accusation project step policy "
    "initiative suggestion appointment nomination verdict ruling approach report account "
    "call order reform pact accord".split()
)
"""Nouns that with "the" mean what an article has told of, and name none of it themselves."""

_DONE: Final = frozenset(["move", "step", "measure"])
_ANY: Final = frozenset("plan move idea step measure proposal scheme project".split())
"""Nouns for whatever somebody wants to do."""

_MADE_OF: Final = {
    "plan": "plan", "proposal": "propose suggest", "offer": "offer", "decision": "decide choose",
    "demand": "demand", "request": "request", "order": "order", "suggestion": "suggest propose",
    "idea": "suggest propose float", "appointment": "appoint name", "nomination": "nominate",
    "purchase": "buy purchase acquire", "sale": "sell", "closure": "close shut",
    "resignation": "resign quit", "withdrawal": "withdraw", "move": "announce decide",
    "deal": "agree", "agreement": "agree", "scheme": "plan propose", "project": "plan",
    "takeover": "buy acquire", "acquisition": "buy acquire", "charge": "charge", "ban": "ban",
}  # fmt: skip
"""Verbs whose object or act a noun may stand for."""

_ACTS: Final = frozenset(
    "purchase sale closure resignation withdrawal takeover acquisition".split()
)
_PROPOSED: Final = frozenset(
    "plan proposal scheme deal agreement offer idea motion bill measure law resolution demand "
    "project step policy initiative amendment referendum embargo sanctions budget treaty tax "
    "ban purchase sale closure merger takeover reform pact accord curfew sanction strike "
    "march summit election vote run-off runoff meeting blockade lockdown state".split()
)
"""Nouns for what one votes on or is against."""

_POINTERS: Final = _DEMONSTRATIVE | _THE | {"any", "all", "both"}
_TELLING_WHICH: Final = frozenset("that which who whose of for on to about by in against".split())
"""Words that go on to tell which it is."""

_NEAR: Final = 2
_FAR: Final = 6
"""Sentences before the pointing one in which it may have been told: of anything, of the noun."""

_STEPS: Final = frozenset(
    form
    for verb in (
        "cancel ban close shut suspend expel impose lift freeze cut raise halt stop end withdraw "
        "recall arrest sack fire dismiss dissolve appoint block scrap approve sign veto pardon "
        "send deploy seize nationalise extend postpone delay put build sell buy drain open reopen"
    ).split()
    for form in verb_forms(verb)
)
"""What is done that somebody may call a move, or is planned."""

_FUTURE: Final = frozenset("will would 'll ’ll".split())
_ANY_PLACE: Final = Sense("", "v", 1, "drop", 1.0, ("inf", "obj"))


def pointing(clauses: Clauses, issue: Issue) -> Issue | None:
    """The issue with its determiner, if its words only point at something."""
    head = issue.head
    if clauses.low[head] in PRONOUNS and clauses.tags[head] in ("PRP", "DT"):
        return issue._replace(words=(head, head + 1), points=True)
    first, last = issue.words
    if is_verb(clauses, head) or last - first > 1 or clauses.tags[head] not in ("NN", "NNS"):
        return None
    start = first
    while start > 0 and clauses.low[start - 1] in _POINTERS and clauses.tags[start - 1] != "IN":
        start -= 1
    owners = set(clauses.low[start:first])
    noun = _singular(clauses.low[head])
    is_pointed = owners & _DEMONSTRATIVE and (noun in POINTING or clauses.low[head] not in GENERIC)
    if not is_pointed and not (owners & _THE and noun in POINTING):
        return None
    behind = clauses.low[last : last + 1]
    if behind == ["to"] and clauses.tags[last + 1 : last + 2] == ["VB"]:
        return issue._replace(words=(first, clauses.phrase(last + 1, is_verb=True)[1]))
    if behind and behind[0] in _TELLING_WHICH and not _is_of_verb(clauses, head, last):
        return None
    return issue._replace(words=(start, last), points=True)


def _is_of_verb(clauses: Clauses, noun: int, place: int) -> bool:
    """Whether a phrase behind a noun tells of the verb: "appealed against the order to a court"."""
    owner = clauses.heads[place]
    is_count = clauses.low[place] == "by" and clauses.low[owner] in ("votes", "margin")
    is_phrase = clauses.relations[owner] == "obl" and (is_count or clauses.low[place] == "to")
    return is_phrase and owner > place and clauses.heads[owner] not in (noun, owner)


def of_event(clauses: Clauses, issue: Issue) -> Words | None:
    """The words that told what "the conversation" or "the swap" is, where some did."""
    if issue.introduced is not None or issue.words[1] - issue.words[0] > 1:
        return issue.introduced
    owner = clauses.low[issue.words[0] - 1] if issue.words[0] else ""
    is_told = owner in _THE | _DEMONSTRATIVE and clauses.tags[issue.head] in ("NN", "NNS")
    return _same_noun(clauses, issue) if is_told and clauses.low[issue.head] in _EVENTS else None


_EVENTS: Final = frozenset(
    "conversation call meeting summit talks negotiations visit exchange swap release return trip "
    "conference session discussion discussions discussion incident raid arrest operation campaign "
    "project mission election vote march strike protest protests".split()
)
"""Nouns for what happens or is planned, of which a story may have several."""


def is_noun(clauses: Clauses, issue: Issue) -> bool:
    """Whether the pointing words have a noun of their own: "the plan", not "it"."""
    return clauses.tags[issue.head] in ("NN", "NNS")


def introduced(clauses: Clauses, stand: Stand, before: Sequence[Stand]) -> Words | None:
    """The words that told what an issue points at; `before`: the stands told before it."""
    issue = stand.issue
    head = issue.head
    noun = _singular(clauses.low[head]) if is_noun(clauses, issue) else ""
    found = _same_noun(clauses, issue) if noun else None
    found = found or (_made_of(clauses, issue, noun) if noun else None)
    if found is None and (not noun or noun in _ANY - _DONE):
        found = _told_last(clauses, stand, before)
    if found is None and (noun in _ANY or (not noun and issue.place != "said")):
        found = _act_before(clauses, issue, noun)
    if found is None and clauses.low[head] in PRONOUNS:
        found = _asked_about(clauses, issue)
    if found is None and clauses.low[head] in PRONOUNS and stand.word in _FUTURE:
        found = _voted_on(clauses, issue)
    if found is None and not noun and clauses.low[head] not in PRONOUNS and issue.place != "unsaid":
        found = _voted_on(clauses, issue) or _laid_before(clauses, issue)
    if found is None and (clauses.low[head] == "it" or issue.place in ("unsaid", "act")):
        found = _decided_before(clauses, issue)
    return found


def _decided_before(clauses: Clauses, issue: Issue) -> Words | None:
    """What can be decided on and was told last: of a sentence what it is about."""
    number = clauses.passage.sentence_of(issue.head)
    for back in range(_NEAR + 1):
        if back > number:
            return None
        first, last = clauses.passage.sentence(number - back)
        things = [
            Issue(_with_act(clauses, clauses.phrase(at)), at, "obj")
            for at in range(first, min(last, issue.words[0]))
            if clauses.relations[at] != "compound" and is_decided(clauses, at)
        ]
        told = [one for one in things if names_something(clauses, one)]
        sure = [one for one in told if clauses.relations[one.head] in _SUBJECTS]
        if told:
            return (sure or told)[0].words
    return None


_SUBJECTS: Final = ("nsubj", "nsubj:pass", "obj")


def _back(clauses: Clauses, place: int, sentences: int) -> Iterator[int]:
    """The words before one, the nearest first, through so many sentences before its own."""
    number = clauses.passage.sentence_of(place)
    first, _ = clauses.passage.sentence(max(0, number - sentences))
    return iter(range(place - 1, first - 1, -1))


def _same_noun(clauses: Clauses, issue: Issue) -> Words | None:
    """The same noun with words that tell which."""
    for at in range(issue.words[0] - 1, -1, -1):
        if clauses.low[at] == clauses.low[issue.head] and clauses.tags[at].startswith("NN"):
            one = Issue(_with_act(clauses, clauses.phrase(at)), at, "obj")
            is_open = any(clauses.tags[word] in ("JJR", "JJS", "CC") for word in range(*one.words))
            if names_something(clauses, one) and one.words[1] - one.words[0] > 1 and not is_open:
                return one.words
    return None


def _made_of(clauses: Clauses, issue: Issue, noun: str) -> Words | None:
    """What was planned, offered, decided; of an act the verb with its object."""
    verbs = {form for verb in _MADE_OF.get(noun, "").split() for form in verb_forms(verb)}
    for at in _back(clauses, issue.words[0], _FAR):
        if clauses.low[at] not in verbs or not clauses.tags[at].startswith("VB"):
            continue
        if noun in _ACTS:
            one = Issue(clauses.phrase(at, is_verb=True), at, "obj")
            if clauses.child(at, "obj") is not None and names_something(clauses, one):
                return one.words
            continue
        for where in ("inf", "obj"):
            head = head_of(clauses, at, where, _ANY_PLACE)
            if head is not None and at < head < issue.words[0]:
                one = Issue(words_of(clauses, at, head), head, where)
                if names_something(clauses, one):
                    return one.words
    return None


def _with_act(clauses: Clauses, words: Words) -> Words:
    """A noun with the act behind it: "a motion for the city to buy the mill"."""
    first, last = words
    is_act = clauses.low[last : last + 1] == ["to"] and clauses.tags[last + 1 : last + 2] == ["VB"]
    if not is_act:
        return words
    end = clauses.phrase(last + 1, is_verb=True)[1]
    return (first, end) if end - first <= MOST_WORDS else words


def _told_last(clauses: Clauses, stand: Stand, before: Sequence[Stand]) -> Words | None:
    """What the stand before was about, if it was told in this sentence or the one before."""
    number = clauses.passage.sentence_of(stand.place)
    for one in reversed(before):
        words = one.issue.introduced or one.issue.words
        near = number - clauses.passage.sentence_of(one.place) < _NEAR
        if not near or one.place >= stand.place:
            continue
        if one.actor.name == stand.actor.name or _is_one_quotation(clauses, one, stand):
            continue
        if one.issue.points and one.issue.introduced is None and not is_noun(clauses, one.issue):
            continue
        is_name = clauses.tags[one.issue.head].startswith("NNP")
        if words[1] <= stand.issue.words[0] and not is_name:
            return words
    return None


def _act_before(clauses: Clauses, issue: Issue, noun: str) -> Words | None:
    """What was done, or is to be, in the sentence before: "cancelled the fair" … "the move"."""
    number = clauses.passage.sentence_of(issue.head)
    if number == 0:
        return None
    verb = next(
        (
            at
            for at in range(*clauses.passage.sentence(number - 1))
            if clauses.relations[at] == "root" and clauses.tags[at].startswith("VB")
        ),
        None,
    )
    if verb is None or clauses.negation(verb) is not None:
        return None
    if clauses.low[verb] in _MEANING and noun not in _DONE:
        head = head_of(clauses, verb, "inf", _ANY_PLACE)
        one = Issue(clauses.phrase(head, is_verb=True), head, "inf") if head else None
        return one.words if one and names_something(clauses, one) else None
    if clauses.child(verb, "obj") is None:
        return None
    is_to_come = bool(clauses.auxiliaries(verb) & {"will", "would", "'ll", "’ll"})
    if is_to_come == (noun in _DONE) or clauses.low[verb] not in _STEPS:
        return None
    one = Issue(clauses.phrase(verb, is_verb=True), verb, "obj")
    is_act = clauses.child(verb, "ccomp", "xcomp") is None
    return one.words if is_act and names_something(clauses, one) else None


_MEANT: Final = "want plan intend propose aim"
_MEANING: Final = frozenset(form for verb in _MEANT.split() for form in verb_forms(verb))
"""Verbs of those who mean to do something."""


def _is_one_quotation(clauses: Clauses, one: Stand, other: Stand) -> bool:
    """Whether both stand in one sentence, and the other is of what is said there of "it"."""
    same = clauses.passage.sentence_of(one.place) == clauses.passage.sentence_of(other.place)
    return same and other.issue.place == "said"


def _asked_about(clauses: Clauses, issue: Issue) -> Words | None:
    """What somebody was asked about: "Asked about the plan, she called it a joke"."""
    first, _ = clauses.sentence(issue.head)
    for at in range(first, issue.head - 1):
        behind = clauses.low[at + 1]
        if behind in _ON and clauses.low[at] in _ASKED:
            noun = next(
                (
                    one
                    for one in clauses.descendants(at)
                    if clauses.case(one) == behind and clauses.tags[one].startswith("NN")
                ),
                None,
            )
            return clauses.phrase(noun) if noun is not None and noun < issue.head else None
    return None


_ASKED: Final = frozenset(
    "asked questioned pressed quizzed commenting speaking talking referring responding reacting "
    "turning writing".split()
)
_ON: Final = frozenset("about on of to over".split())


def _voted_on(clauses: Clauses, issue: Issue) -> Words | None:
    """What the vote is on: "a motion to close the line" … "would vote against"."""
    for at in _back(clauses, issue.words[0], _NEAR - 1):
        if _singular(clauses.low[at]) in _PROPOSED and clauses.tags[at].startswith("NN"):
            one = Issue(_with_act(clauses, clauses.phrase(at)), at, "obj")
            if names_something(clauses, one):
                return one.words
    return None


def _laid_before(clauses: Clauses, issue: Issue) -> Words | None:
    """The bill that an article is about, where a vote against it is told farther on."""
    for at in _back(clauses, issue.words[0], _FAR):
        if _singular(clauses.low[at]) in _LAID and clauses.tags[at] in ("NN", "NNS"):
            one = Issue(clauses.phrase(at), at, "obj")
            return one.words if names_something(clauses, one) else _same_noun(clauses, one)
    return None


_LAID: Final = frozenset(
    "bill law treaty motion amendment resolution budget reform package agreement pact accord "
    "referendum proposal".split()
)
"""Nouns for what is laid before those who vote."""


def _singular(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    is_plural = low.endswith("s") and not low.endswith("ss") and len(low) > 3
    return low[:-1] if is_plural and low != "sanctions" else low
