"""How sure an indirect quotation is.

A clause behind a word of saying reports words; a thing that somebody does something with seldom
does.
The encoder finds most of what is reported, and with it some of what is only done, felt or left
unsaid ("was charged with …", "did not respond to …"). The factors were set by reading what it finds
in seventy articles on ten subjects.
"""

from collections.abc import Iterable
from typing import Final

from variorum.read.encoder.window import Words
from variorum.read.lexicon import verb_of_saying
from variorum.read.quotations.draft import Draft
from variorum.read.quotations.sources import is_passive
from variorum.read.quotations.stretches import FINITE, Marked

_SAID_THING: Final = 0.7
"""A thing behind a word of saying: "dismissed the report"."""

_TOLD_CLAUSE: Final = 0.8
"""A clause with a subject behind another word: "documents show that …"."""

_TOLD_THAT: Final = 0.95

_STANDING: Final = frozenset(
    "rule rules ruled ruling reject rejects rejected rejecting deny denies denied denying demand "
    "demands demanded demanding oppose opposes opposed condemn condemns condemned condemning "
    "welcome welcomes welcomed hail hails hailed praise praises praised criticise criticises "
    "criticised criticize criticizes criticized denounce denounces denounced "
    "urge urges urged urging blame blames blamed blaming accuse accuses accused accusing dismiss "
    "dismisses dismissed dismissing slam slams slammed blast blasts blasted defend defends "
    "defended brand brands branded label labels labelled labeled".split()
)
"""Words with which a thing is what somebody's words come to: "ruled out any concessions"."""

_DONE: Final = 0.5
"""What somebody does or is to do: "is scheduled to testify"."""

_UNSAID: Final = 0.5
"""What is not said: "did not respond"."""

_TO_COME: Final = 0.6
"""What somebody will or may say."""

_UNTOLD: Final = 0.75
"""What is asked, or is said by nobody."""

_NOT: Final = frozenset("not n't n’t never without declined declines refused refuses".split())
_COMING: Final = frozenset("will 'll ’ll may might".split())
_ASKING: Final = frozenset("whether if who whom whose which what how why where when".split())


def weighed(marked: Marked, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts; the confidence of an indirect one is cut as little speaks for words."""
    found = list(drafts)
    for draft in found:
        if draft.mode == "indirect":
            draft.confidence *= _weight(marked, draft)
    return found


def _weight(marked: Marked, draft: Draft) -> float:
    """From 0 to 1: how likely somebody said something like the content."""
    if not draft.cue:
        return 1.0
    cue = [word.text.casefold() for word in marked.passage.words[slice(*draft.cue[0])]]
    weight = _weight_of_content(marked, draft, cue)
    if not _NOT.isdisjoint(cue):
        weight *= _UNSAID
    if not _COMING.isdisjoint(cue):
        weight *= _TO_COME
    is_passive_cue = is_passive(marked, draft.cue[0])
    if is_passive_cue and "asked" in cue and draft.source:
        weight *= _UNSAID  # Somebody else asks it.
    if (is_passive_cue and not draft.source) or _asks(marked, draft):
        weight *= _UNTOLD
    return weight


def _weight_of_content(marked: Marked, draft: Draft, cue: list[str]) -> float:
    is_said = any(
        word in ("according", ":") or word in _STANDING or verb_of_saying(word) for word in cue
    )
    heads = [head for head in _heads(marked, draft) if _is_verb(marked, head)]
    if is_said:
        return 1.0 if heads else _SAID_THING
    if not any(_has_subject(marked, head) for head in heads):
        return _DONE
    return _TOLD_CLAUSE if _first_word(marked, draft) != "that" else _TOLD_THAT


def _heads(marked: Marked, draft: Draft) -> list[int]:
    """The words of a content that hang on none of its other words."""
    ranges = [marked.words_in(span) for span in draft.content]
    places = {place for words in ranges for place in range(*words)}
    heads = marked.analysis.heads
    return [
        place for place in sorted(places) if heads[place] == place or heads[place] not in places
    ]


def _is_verb(marked: Marked, head: int) -> bool:
    """Whether a clause hangs on a word, which is no relative one."""
    if marked.analysis.relations[head] in ("acl:relcl", "acl", "amod", "case", "mark"):
        return False
    tag = marked.analysis.parts_of_speech[head]
    return tag in FINITE or tag == "VBG" or bool(_related(marked, head, _HELPING))


_HELPING: Final = frozenset(["aux", "aux:pass", "cop"])
_SUBJECTS: Final = frozenset(["nsubj", "nsubj:pass", "expl", "csubj"])


def _has_subject(marked: Marked, head: int) -> bool:
    """Whether somebody does what a verb says, and no infinitive stands there."""
    return bool(_related(marked, head, _SUBJECTS))


_REACH: Final = 40
"""Words around a head in which its dependents are looked for."""


def _related(marked: Marked, head: int, relations: frozenset[str]) -> list[int]:
    analysis = marked.analysis
    near: Words = max(0, head - _REACH), min(len(analysis.heads), head + _REACH)
    return [
        place
        for place in range(*near)
        if analysis.heads[place] == head and analysis.relations[place] in relations
    ]


def _asks(marked: Marked, draft: Draft) -> bool:
    """Whether a content is a question that is told: "whether …"."""
    return len(draft.content) == 1 and _first_word(marked, draft) in _ASKING


def _first_word(marked: Marked, draft: Draft) -> str:
    first, last = marked.words_in(draft.content[0])
    return marked.passage.words[first].text.casefold() if first < last else ""
