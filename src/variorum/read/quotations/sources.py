"""Sources that the encoder missed or took wrongly, by the grammar around the cue."""

from typing import Final

from variorum.read.encoder.window import Words
from variorum.read.lexicon import ROLES
from variorum.read.passages import Analysis, Passage
from variorum.read.quotations.stretches import Marked

_HANGING: Final = frozenset(["advcl", "conj", "parataxis", "xcomp", "dep", "acl", "ccomp", "aux"])
"""Relations of a verb that shares the subject of the one it hangs on."""

_BE: Final = frozenset("be is are was were been being am".split())
_HAVE: Final = frozenset(["has", "have", "had", "'ve", "’ve", "'s", "’s"])
_STOPS: Final = frozenset(',."“”„«»‟＂‹›‘’‚`´') | {"``", "''", "‘‘", "’’", "'"}


def mended_source(marked: Marked, cue: Words, source: list[Words]) -> list[Words]:
    """The encoder's source, or the subject if it found none or took the object before a participle.

    "A attacked B, claiming …" and "A told B, adding …": what follows the comma is A's.
    """
    if not source:
        return source_of(marked, cue)
    verbs = [place for place in range(*cue) if marked.analysis.parts_of_speech[place] == "VBG"]
    if not verbs or cue[0] == 0 or source[0][1] > cue[0] or cue[0] - source[0][1] > 3:
        return source
    if owner := _owner_of_participle(marked, verbs[-1], source[0]):
        return owner
    if "," in [word.text for word in marked.passage.words[source[0][1] : cue[0]]]:
        return _subject_over_object(marked, source)
    return source


def _subject_over_object(marked: Marked, source: list[Words]) -> list[Words]:
    """The subject of the verb whose object a source is."""
    analysis = marked.analysis
    place = source[0][1] - 1
    for _ in range(4):
        if analysis.relations[place] in ("obj", "obl", "nmod:poss", "nmod", "iobj"):
            verb = _verb_above(analysis, place)
            return (_subject_of(marked, verb) if verb is not None else []) or source
        if analysis.relations[place] not in ("flat", "compound", "appos", "nmod:desc", "punct"):
            return source
        place = analysis.heads[place]
    return source


def _owner_of_participle(marked: Marked, participle: int, source: Words) -> list[Words]:
    """The subject of the verb above a participle, if the source is set beside the verb's object.

    "A attacked the leader, B claiming …": B is the leader, and it is A who claims.
    """
    analysis, words = marked.analysis, marked.passage.words
    verb = analysis.heads[participle]
    is_clause = analysis.relations[participle] == "advcl" and verb + 1 < source[0]
    if not is_clause or words[source[0] - 1].text != ",":
        return []
    if words[source[0] - 2].text.casefold() not in ROLES or not analysis.parts_of_speech[
        verb
    ].startswith("VB"):
        return []
    subject = _subject_of(marked, verb)
    return subject if subject and subject[0][1] <= verb else []


def _verb_above(analysis: Analysis, place: int) -> int | None:
    for _ in range(5):
        place = analysis.heads[place]
        if analysis.parts_of_speech[place].startswith("VB"):
            return place
    return None


def source_of(marked: Marked, cue: Words) -> list[Words]:
    """The source of a cue that the encoder found none for: whoever does what the cue's verb says.

    "adding" and "saying" take the subject of the verb that they hang on.
    """
    analysis = marked.analysis
    verbs = [place for place in range(*cue) if analysis.parts_of_speech[place].startswith("VB")]
    if not verbs or is_passive(marked, cue):
        return []
    at = verbs[-1]
    for _ in range(4):
        if found := _subject_of(marked, at):
            return found
        hangs = analysis.relations[at] in _HANGING or analysis.parts_of_speech[at] == "VBG"
        if not hangs or analysis.heads[at] == at:
            return []
        at = analysis.heads[at]
    return []


def is_passive(marked: Marked, cue: Words) -> bool:
    """Whether somebody is asked or told something, and says nothing."""
    words, speech = marked.passage.words, marked.analysis.parts_of_speech
    verbs = [place for place in range(*cue) if speech[place].startswith("VB")]
    if not verbs or speech[verbs[-1]] != "VBN":
        return False
    read = {words[place].text.casefold() for place in range(max(0, cue[0] - 2), cue[1])}
    return bool(read & _BE) or not (read & _HAVE or _has_subject(marked, verbs[-1]))


def _has_subject(marked: Marked, verb: int) -> bool:
    """Whether a noun before a verb does what it says."""
    analysis = marked.analysis
    first, _ = marked.passage.sentence(marked.passage.sentence_of(verb))
    return any(
        analysis.heads[place] == verb and analysis.relations[place] == "nsubj"
        for place in range(max(first, verb - 30), verb)
    )


def _subject_of(marked: Marked, verb: int) -> list[Words]:
    """The words of a verb's subject: what depends on it, or stands behind ("said Jane Doe")."""
    analysis, passage = marked.analysis, marked.passage
    first, last = passage.sentence(passage.sentence_of(verb))
    for place in range(first, last):
        if analysis.heads[place] == verb and analysis.relations[place].startswith("nsubj"):
            if analysis.parts_of_speech[place] == "EX" or marked.is_inside(place):
                continue
            return [phrase_of(passage, analysis, place, (first, last))]
    if analysis.relations[verb] in ("root", "parataxis") and verb + 1 < last:
        end = _noun_behind(analysis, verb + 1, last)
        if end is not None:
            for head in range(end, verb, -1):
                if analysis.heads[head] == verb:
                    start, stop = phrase_of(passage, analysis, head, (first, last))
                    return [(start, max(stop, end + 1))]
    return []


def _noun_behind(analysis: Analysis, place: int, last: int) -> int | None:
    """The last word of the run of nouns that begins at a place."""
    end = place
    while end < last and analysis.parts_of_speech[end] in ("DT", "JJ", "NN", "NNP", "NNPS", "PRP"):
        end += 1
    return end - 1 if end > place else None


def phrase_of(passage: Passage, analysis: Analysis, head: int, within: Words) -> Words:
    """The run of words around a noun that depend on it."""
    first, last = within
    depends = {head}
    for _ in range(3):
        depends.update(
            place
            for place in range(first, last)
            if analysis.heads[place] in depends and place != head
        )
    start = end = head
    while start - 1 in depends and passage.words[start - 1].text not in _STOPS:
        start -= 1
    while end + 1 in depends and passage.words[end + 1].text not in _STOPS:
        end += 1
    return start, end + 1


def head_of(analysis: Analysis, phrase: Words) -> int:
    """The word of a phrase that the others depend on."""
    heads, speech = analysis.heads, analysis.parts_of_speech
    outward = [place for place in range(*phrase) if not phrase[0] <= heads[place] < phrase[1]]
    outward += [place for place in range(*phrase) if heads[place] == place]
    nouns = [
        place for place in outward if speech[place][:2] in ("NN", "PR", "WP", "WD", "CD", "DT")
    ]  # fmt: skip
    if nouns:
        return nouns[0]
    inside = [place for place in range(*phrase) if speech[place][:2] in ("NN", "PR")]
    subjects = [place for place in inside if analysis.relations[place] == "nsubj"]
    return next(iter(subjects or inside[-1:]), phrase[1] - 1)
