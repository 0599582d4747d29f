"""Reports without marks that the encoder missed: what stands before "…, she told reporters".

Three ways to attribute that grammar alone tells: a verb of saying behind a comma, "according to",
and a number that somebody puts a thing at.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from variorum.read.encoder.window import Words
from variorum.read.lexicon import verb_of_saying
from variorum.read.quotations.draft import Draft
from variorum.read.quotations.sources import phrase_of, source_of
from variorum.read.quotations.stretches import FINITE, Marked, span_of
from variorum.record.span import Span

BY_GRAMMAR: Final = 0.7
"""Confidence of a report that only the grammar around it shows."""

_SUBORDINATE: Final = frozenset(
    "as while when whenever after before since although though because once until whereas if "
    "unless despite whether what how why where who".split()
)
"""Words that begin a clause which is no report by itself."""

_JOINING: Final = frozenset(["but", "and", "while", "though", "although", "yet"])

_LEAST: Final = 3
"""Words of a report, at least."""

_FARTHEST: Final = 12
"""Words of a source with its titles, at most."""

_AMOUNTS: Final = frozenset("put puts places placed estimated estimates valued values".split())


def find_unmarked(marked: Marked, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The reports that no attribution holds, in order, one a sentence at most."""
    cues = {place for draft in drafts for cue in draft.cue for place in range(*cue)}
    for number in range(len(marked.passage.sentences)):
        sentence = marked.passage.sentence(number)
        for place in range(*sentence):
            if place in cues or marked.is_inside(place):
                continue
            found = _reported(marked, place, sentence)
            if found and not any(_is_told_by(marked, found.content[0], one) for one in drafts):
                yield found
                break


def _is_told_by(marked: Marked, content: Span, draft: Draft) -> bool:
    """Whether a draft reports some of a content from outside of it, and not what is told in it."""
    first, last = marked.words_in(content)
    return any(span.meets(content) for span in draft.content) and not any(
        first <= cue[0] < last for cue in draft.cue
    )


def _reported(marked: Marked, place: int, sentence: Words) -> Draft | None:
    word = marked.passage.words[place].text.casefold()
    if word == "according":
        return _according(marked, place, sentence)
    if not marked.analysis.parts_of_speech[place].startswith("VB"):
        return None
    if word in _AMOUNTS:
        return _amount(marked, place, sentence)
    return _told_behind(marked, place, sentence)


def _told_behind(marked: Marked, verb: int, sentence: Words) -> Draft | None:
    """What stands before: "There will be no retreat, the minister told a news conference"."""
    passage, speech = marked.passage, marked.analysis.parts_of_speech
    if speech[verb] not in ("VBD", "VBZ", "VBP") or not verb_of_saying(passage.words[verb].text):
        return None
    source = _beside(marked, verb, sentence)
    if source is None:
        return None
    first = min(source[0], verb)
    if verb - first > _FARTHEST or not _ends_there(marked, verb, source, sentence):
        return None
    content = _clause_before(marked, first, sentence)
    return content and _draft(marked, content, (verb, verb + 1), [source])


def _beside(marked: Marked, verb: int, sentence: Words) -> Words | None:
    """The noun phrase right before a verb that does what it says, or right behind it, inverted."""
    passage, analysis = marked.passage, marked.analysis
    for head in (*range(verb - 1, sentence[0] - 1, -1), *range(verb + 1, sentence[1])):
        is_behind = head > verb
        named = ("nsubj", "obj", "dep") if is_behind else ("nsubj",)
        if analysis.heads[head] != verb or not analysis.relations[head].startswith(named):
            continue
        phrase = phrase_of(passage, analysis, head, sentence)
        if is_behind and (phrase[0] != verb + 1 or passage.words[verb - 1].text != ","):
            return None
        if is_behind or verb - phrase[1] <= 1:
            return phrase
    return _between(marked, verb, sentence)


def _between(marked: Marked, verb: int, sentence: Words) -> Words | None:
    """The noun phrase that stands between a comma and a verb, whatever the tree hangs it on."""
    passage, speech = marked.passage, marked.analysis.parts_of_speech
    first = verb
    while first > sentence[0] and speech[first - 1][:2] in _NOMINAL:
        first -= 1
    is_noun = any(speech[at][:2] in ("NN", "PR") for at in range(first, verb))
    return (first, verb) if is_noun and passage.words[first - 1].text == "," else None


_NOMINAL: Final = frozenset("DT JJ NN PR PO IN CD".split())
"""How the parts of speech begin of which noun phrases are made."""


def _ends_there(marked: Marked, verb: int, source: Words, sentence: Words) -> bool:
    """Whether no report follows a verb, but at most to whom, when and where it was said."""
    analysis, words = marked.analysis, marked.passage.words
    behind = range(max(verb + 1, source[1]), sentence[1])
    if not behind or words[behind[0]].text in ",.;:)":
        return not any(
            analysis.heads[at] == verb and analysis.relations[at] == "ccomp" for at in behind
        )
    read = [words[at].text.casefold() for at in behind]
    if {"that", "whether", "how", "why"} & set(read) or any(map(marked.is_inside, behind)):
        return False
    if any(
        analysis.heads[at] == verb and analysis.relations[at] in ("ccomp", "xcomp") for at in behind
    ):
        return False
    is_told = verb_of_saying(words[verb].text) == "tell"
    heard = any(
        analysis.heads[at] == verb and analysis.relations[at] in ("obj", "iobj") for at in behind
    )
    return is_told or not heard


def _clause_before(marked: Marked, end: int, sentence: Words) -> Words | None:
    """The words of a whole clause up to a comma before a place; None if they are none."""
    passage, speech = marked.passage, marked.analysis.parts_of_speech
    if end - 1 <= sentence[0] or passage.words[end - 1].text != ",":
        return None
    first, last = sentence[0], end - 1
    first = max([first, *(at + 1 for at in range(first, last) if passage.words[at].text == ";")])
    if passage.words[first].text.casefold() in (*_JOINING, "or"):
        first += 1
    if last - first < _LEAST or passage.words[first].text.casefold() in _SUBORDINATE:
        return None
    if any(marked.is_inside(at) for at in range(first, last)):
        return None
    is_finite = any(speech[at] in FINITE and speech[at] != "VB" for at in range(first, last))
    return (first, last) if is_finite else None


def _according(marked: Marked, place: int, sentence: Words) -> Draft | None:
    """What stands before: "Two will abstain, according to an official"; or behind the source."""
    passage = marked.passage
    source = _behind(marked, place + 2, sentence)
    if passage.words[place + 1].text.casefold() != "to" or source is None:
        return None
    if place == sentence[0]:
        if source[1] >= sentence[1] or passage.words[source[1]].text != ",":
            return None
        content: Words | None = _without_stop(marked, (source[1] + 1, sentence[1]))
    else:
        content = _clause_before(marked, place, _joined(marked, place, sentence))
    return content and _draft(marked, content, (place, place + 2), [source])


def _behind(marked: Marked, first: int, sentence: Words) -> Words | None:
    """The noun phrase that begins at a place, up to the next comma, verb or stop."""
    passage, speech = marked.passage, marked.analysis.parts_of_speech
    end = first
    while end < sentence[1] and (
        speech[end][:2] in _NOMINAL and not marked.is_inside(end) and end - first < _FARTHEST
    ):
        end += 1
    while end > first and speech[end - 1] in ("IN", "DT"):
        end -= 1
    is_named = any(speech[at][:2] in ("NN", "PR") for at in range(first, end))
    return (first, end) if is_named and passage.words[first].text != "which" else None


def _joined(marked: Marked, place: int, sentence: Words) -> Words:
    """The last of the clauses that stand side by side before a place, if it is whole."""
    passage, analysis = marked.passage, marked.analysis
    for at in range(place - 2, sentence[0], -1):
        if passage.words[at].text in _JOINING and passage.words[at - 1].text == ",":
            told = range(at + 1, place)
            subjects = (analysis.relations[one].startswith("nsubj") for one in told)
            if any(subjects) and any(analysis.parts_of_speech[one] in FINITE for one in told):
                return at + 1, sentence[1]
            break
    return sentence


def _amount(marked: Marked, verb: int, sentence: Words) -> Draft | None:
    """The thing and its number: "The treasury put the cost at 450 million"."""
    passage, speech = marked.passage, marked.analysis.parts_of_speech
    source = source_of(marked, (verb, verb + 1))
    words = [
        passage.words[at].text.casefold() for at in range(verb + 1, min(sentence[1], verb + 14))
    ]
    if not source or source[0][1] > verb or "at" not in words[1:]:
        return None
    at = verb + 2 + words[1:].index("at")
    told = range(verb + 1, at)
    if speech[verb + 1][:2] not in ("DT", "JJ", "NN", "PR", "CD") or any(
        passage.words[one].text in ",;:." or speech[one].startswith("VB") for one in told
    ):
        return None
    end = at + 1
    while (
        end < sentence[1]
        and passage.words[end].text not in ",;:.()"
        and speech[end] not in ("CC", "VBD", "VBZ", "VBP")
        and end - at < _FARTHEST
    ):
        end += 1
    if not any(speech[one] == "CD" for one in range(at + 1, min(end, at + 5))):
        return None
    return _draft(marked, (verb + 1, end), (verb, verb + 1), source)


def _without_stop(marked: Marked, words: Words) -> Words | None:
    first, last = words
    while last > first and marked.passage.words[last - 1].text in ".!?":
        last -= 1
    is_finite = any(marked.analysis.parts_of_speech[at] in FINITE for at in range(first, last))
    is_quoted = any(marked.is_inside(at) for at in range(first, last))
    return (first, last) if last - first >= _LEAST and is_finite and not is_quoted else None


def _draft(marked: Marked, content: Words, cue: Words, source: list[Words]) -> Draft:
    return Draft("indirect", [span_of(marked.passage, content)], [cue], source, BY_GRAMMAR)
