"""Which verbs an event shares its subject, time and place with."""

from typing import Final

from variorum.read.events.grammar import Grammar
from variorum.read.events.lexicon import Cues
from variorum.read.events.tenses import is_infinitive

_SUBJECTS: Final = ("nsubj", "nsubj:pass", "nsubj:outer")
_MOST_STEPS: Final = 3
_HELD: Final = ("carry", "planned", "ongoing")


def frame_of(grammar: Grammar, cues: Cues, head: int) -> list[int]:
    """An event's word, and the verbs above it that only say that it is held, begun or planned.

    "They agreed to hold talks on Monday": talks, hold, agreed.
    """
    frame = [head]
    for _ in range(_MOST_STEPS):
        word, above = frame[-1], grammar.heads[frame[-1]]
        if above == word or not _is_shared(grammar, cues, word, above):
            break
        frame.append(above)
    return frame


def _is_shared(grammar: Grammar, cues: Cues, word: int, above: int) -> bool:
    relation = grammar.relations[word]
    if relation in ("xcomp", "nmod"):
        return relation == "xcomp" or grammar.words[above] in _PARTS
    if not grammar.is_verb(above) or grammar.is_verb(word):
        return False
    text = grammar.words[above]
    if relation in ("obj", "nsubj:pass"):
        cue = cues.of("object", text)
        clause = cues.of("clause", text)
        return (cue is not None and cue.effect in _HELD) or (
            relation == "nsubj:pass" and clause is not None and clause.effect == "planned"
        )
    if relation == "nsubj":
        return text in TAKES or not grammar.tags[above].startswith("VB")
    found = [cues.of("object", f"{text} {beside}") for beside in _beside(grammar, word, above)]
    return relation == "obl" and any(cue and cue.effect in _HELD for cue in found)


def _beside(grammar: Grammar, word: int, above: int) -> list[str]:
    """The preposition of a noun, alone and with what stands before it: "in", "part in"."""
    case = grammar.case(word)
    if case is None or case <= above:
        return []
    return [grammar.words[case], " ".join(grammar.words[above + 1 : case + 1])]


STRIKING: Final = frozenset(
    "strike strikes struck striking hit hits hitting rock rocks rocked shake shook jolt jolted "
    "sweep swept ravage ravaged devastate devastated batter battered destroyed engulfed".split()
)
"""What earthquakes, storms and fires do to places."""

_PARTS: Final = frozenset("round rounds series day days wave hours start beginning".split())
TAKES: Final = STRIKING | frozenset(
    "open opens opened opening "
    "take takes took taken taking place happen happens happened happening occur occurs occurred "
    "begin begins began start starts started resume resumes resumed end ends ended come comes "
    "came follow followed last lasted erupt erupted conclude concluded break broke continued "
    "continue go went is was be killed kill left injured".split()
)


def subjects_of(grammar: Grammar, verb: int) -> tuple[list[int], bool]:
    """The words that do what a verb says, its own or the clause's above; whether they suffer it."""
    at = verb
    for _ in range(_MOST_STEPS + 1):
        found = grammar.children(at, *_SUBJECTS)
        found = [one for one in found if grammar.tags[one] != "EX"] or names_before(grammar, at)
        if found:
            return found, grammar.relations[found[0]] == "nsubj:pass" and at == verb
        head, relation = grammar.heads[at], grammar.relations[at]
        if head == at or relation not in ("xcomp", "advcl", "conj", "acl", "acl:relcl"):
            return [], False
        if relation in ("acl", "acl:relcl") and not grammar.is_verb(head):
            if owner := _owner(grammar, at, head):
                if grammar.is_verb(owner):
                    at = owner
                    continue
                return [owner], False
            return [head], grammar.tags[at] == "VBN" and not grammar.children(at, "aux")
        asked = _asked(grammar, at, head, relation)
        if asked:
            return asked, False
        at = head
    return [], False


def qualified(grammar: Grammar, verb: int) -> list[int]:
    """The noun that a clause says something of, to which or by which it is done.

    "The crossing that soldiers had held", "a border sealed at dawn".
    """
    head = grammar.heads[verb]
    is_beside = grammar.relations[verb] in ("acl", "acl:relcl") and not grammar.is_verb(head)
    own = grammar.children(verb, "obj", "nsubj:pass")
    is_whole = is_beside and all(grammar.tags[one] in _RELATIVE for one in own)
    return [head] if is_whole and not is_infinitive(grammar, verb) else []


def _owner(grammar: Grammar, verb: int, noun: int) -> int | None:
    """Whose plan it is to do what hangs on a noun, or the verb that has the plan for its object.

    "his plan to resign", "has no intention of resigning".
    """
    mark = grammar.case(verb)
    if mark is None or grammar.words[mark] not in ("to", "of", "for"):
        return None
    if owners := grammar.children(noun, "nmod:poss"):
        return owners[0]
    head = grammar.heads[noun]
    is_object = grammar.relations[noun] == "obj" and grammar.is_verb(head)
    return head if is_object and not _is_laid_to_object(grammar, verb, head) else None


def _asked(grammar: Grammar, verb: int, head: int, relation: str) -> list[int]:
    """Who is to do what an infinitive says: "called on him to resign", "invited her to visit"."""
    if relation == "xcomp":
        if objects := grammar.children(head, "obj", "nsubj:pass"):
            return objects
        wanted = _ASKED_WITH.get(grammar.words[head])
        return [
            one
            for one in grammar.children(head, "obl")
            if head < one < verb and (case := grammar.case(one)) and grammar.words[case] == wanted
        ]
    is_asked = relation == "advcl" and (
        grammar.words[head] in _ASKING or _is_laid_to_object(grammar, verb, head)
    )
    objects = grammar.children(head, "obj", "nsubj:pass") if is_asked else []
    return [one for one in objects if one < verb]


def _is_laid_to_object(grammar: Grammar, verb: int, head: int) -> bool:
    """Whether the object does it: "accused the crew of ramming", "kept him from leaving"."""
    mark = grammar.case(verb)
    if mark is None or grammar.tags[verb] != "VBG":
        return False
    return grammar.words[head].startswith(_LAID_TO.get(grammar.words[mark], ()))


def kept_from(grammar: Grammar, verb: int) -> int | None:
    """The verb by which it did not come to something, or is not so after all.

    "Prevented the crew from leaving", "cleared her of bribing judges".
    """
    mark = grammar.case(verb)
    if mark is None or grammar.tags[verb] != "VBG":
        return None
    stems = _NOT_LAID_TO.get(grammar.words[mark], ())
    head = grammar.heads[verb]
    above = head if grammar.is_verb(head) else grammar.heads[head]
    if grammar.words[mark] in ("from", "of") and grammar.words[mark - 1] in _AWAY:
        stems = _TURNING
    return above if grammar.words[above].startswith(stems) else None


_AWAY: Final = frozenset("away back off short".split())
_TURNING: Final = (
    "back", "step", "shy", "shie", "pull", "turn", "hold", "held", "walk", "hang", "hung", "stop",
    "mov", "fall", "fell", "draw", "drew", "edg",
)  # fmt: skip
"""Verbs by how they begin by which, with "away" or "back", somebody does not do it after all."""


def names_before(grammar: Grammar, verb: int) -> list[int]:
    """The names right before a verb that the tree has no subject for, one or two with "and"."""
    first, _ = grammar.passage.sentence(grammar.passage.sentence_of(verb))
    at = verb - 1
    while at > first and grammar.tags[at] in ("MD", "RB", "VBD", "VBZ", "VBP"):
        at -= 1
    if grammar.tags[verb] not in _FINITE and at == verb - 1:
        return []
    if at < first or grammar.tags[at] != "NNP" or grammar.heads[at] > verb:
        return []
    subjects = [at]
    while at > first and grammar.tags[at] in _NAMING:
        at -= 1
    if at > first and grammar.words[at] == "and" and grammar.tags[at - 1] == "NNP":
        subjects.insert(0, at - 1)
    return subjects


_RELATIVE: Final = ("WP", "WDT")
_ASKED_WITH: Final = {
    "call": "on", "called": "on", "calls": "on", "calling": "on",
    "appeal": "to", "appealed": "to", "appeals": "to", "appealing": "to",
    "prevailed": "on", "pleaded": "with", "plead": "with", "pleads": "with", "pleading": "with",
}  # fmt: skip
_NOT_LAID_TO: Final = {
    "of": ("acquit", "clear", "absolv", "exonerat"),
    "from": ("stop", "prevent", "keep", "kept", "ban", "bar", "deter", "dissuad", "discourag",
             "block", "prohibit", "restrain", "exclud", "hinder", "refrain", "abstain", "desist",
             "recoil", "shrank", "shrink"),
}  # fmt: skip
"""Verbs by how they begin whose object does not do what follows the preposition."""

_LAID_TO: Final = {
    "of": (*_NOT_LAID_TO["of"], "accus", "suspect", "convict", "warn"),
    "with": ("charg", "credit", "task"),
    "from": _NOT_LAID_TO["from"],
    "for": ("blam", "prais", "thank", "critici", "condemn", "jail", "arrest", "fin", "punish",
            "sack", "fir", "detain", "sue", "prosecut", "rebuk", "denounc", "chid",
            "sentenc", "fault", "forgiv", "rebuff", "reprimand", "appla", "laud", "hail"),
    "into": ("talk", "trick", "pressur", "coerc", "bull", "push", "lur", "forc", "dup", "scar"),
    "against": ("warn", "caution", "advis"),
}  # fmt: skip
"""Verbs by how they begin whose object does what follows the preposition."""

_ASKING: Final = frozenset(
    "ask asked asks asking invite invited invites inviting urge urged urges urging tell told tells "
    "telling order ordered orders ordering press pressed presses pressing persuade persuaded "
    "encourage encouraged request requested instruct instructed allow allowed allows allowing "
    "force forced forces forcing advise advised warn warned beg begged implore implored".split()
)
_FINITE: Final = ("VBD", "VBZ", "VBP")
_NAMING: Final = ("NNP", "NN", "JJ", "PRP$", "DT")


def is_passive(grammar: Grammar, verb: int) -> bool:
    """Whether the subject of a verb suffers what it says: "was arrested", "the man arrested"."""
    if grammar.children(verb, "aux:pass", "nsubj:pass"):
        return True
    bare = grammar.tags[verb] == "VBN" and not grammar.children(verb, "aux", "obj")
    return bare and not grammar.children(verb, "nsubj")
