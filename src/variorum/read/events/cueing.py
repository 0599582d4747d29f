"""How words hang on the words that cue them: helping verbs, particles, the verb before "to"."""

from variorum.read.events.grammar import Grammar
from variorum.read.events.lexicon import Cue, Cues
from variorum.read.events.status_words import UNITS


def shares_helpers(grammar: Grammar, verb: int) -> bool:
    """Whether a verb stands under the helping verb of another: "will meet and discuss"."""
    if grammar.relations[verb] != "conj" or grammar.children(verb, "aux", "aux:pass", "cop"):
        return False
    head = grammar.heads[verb]
    return grammar.tags[verb] in ("VB", "VBN", "VBG", "VBP") and (
        grammar.tags[verb] == grammar.tags[head] and not grammar.children(verb, "nsubj")
    )


def is_asked(grammar: Grammar, verb: int) -> bool:
    """Whether the verb is the one that a question asks about."""
    if grammar.relations[verb] != "root":
        return False
    first, last = grammar.passage.sentence(grammar.passage.sentence_of(verb))
    ends = grammar.words[max(first, last - 2) : last]
    return "?" in ends and not any(grammar.tags[one] in ("WP", "WRB") for one in range(first, verb))


def is_would(grammar: Grammar, verb: int) -> bool:
    """Whether "would" stands with a verb, and no "have"."""
    helpers = [grammar.words[one] for one in grammar.children(verb, "aux")]
    return bool(helpers) and helpers[0] in ("would", "'d", "’d") and "have" not in helpers


def verb_cue(grammar: Grammar, cues: Cues, kind: str, dependent: int, head: int) -> Cue | None:
    """The cue that a verb is, with its particle or the preposition of what hangs on it."""
    word = grammar.words[head]
    case = grammar.case(dependent)
    beside = [grammar.words[one] for one in grammar.children(head, "compound:prt")]
    if case is not None:
        beside.append(grammar.words[case])
    beside += [" ".join(grammar.words[head + 1 : head + size]) for size in (3, 2)]
    of_case = grammar.words[case] if kind == "object" and case is not None else ""
    for other in beside:
        if of_case and other.split()[-1:] != [of_case]:
            continue  # "kept up the pressure during a meeting"
        if found := cues.of(kind, f"{word} {other}"):
            return found
    has_particle = bool(grammar.children(head, "compound:prt"))
    if (kind == "object" and case is not None) or has_particle:
        return None
    return cues.of(kind, word)


def asked_before(grammar: Grammar, cues: Cues, verb: int) -> int | None:
    """The verb right before the "to" of an infinitive if it is a cue: "agreed to begin".

    Trees hang such infinitives on a verb further up now and then.
    """
    mark = next((one for one in grammar.children(verb, "mark") if grammar.words[one] == "to"), 0)
    before = mark - 1
    if before <= 0 or before >= verb or not grammar.tags[before].startswith("VB"):
        return None
    return before if cues.of("clause", grammar.words[before]) else None


def cue_phrase(grammar: Grammar, verb: int) -> str:
    """A cue as printed, with its particle: "called off"."""
    parts = grammar.children(verb, "compound:prt")
    return " ".join(grammar.printed(one) for one in (verb, *parts))


def is_late(grammar: Grammar, head: int) -> bool:
    """Whether something is put off for no more than hours."""
    return any(
        grammar.words[at] in UNITS
        and grammar.words[at - 1] != "last"
        and grammar.words[at + 1 : at + 2] not in (["before"], ["after"], ["ahead"], ["later"])
        for at in range(head + 1, min(head + 6, len(grammar.words)))
    )


def if_behind(grammar: Grammar, verb: int) -> bool:
    """Whether a condition follows in the sentence, or begins it: "she would resign at once if …".

    "Should the dam break, they would leave", "they would sign were the price held".
    """
    first, end = grammar.passage.sentence(grammar.passage.sentence_of(verb))
    if grammar.words[first] in ("should", "were") and first < verb:
        return "?" not in grammar.words[max(first, end - 2) : end]
    return any(
        (grammar.words[at] in _CONDITIONS and grammar.words[at - 1] not in ("even", "as"))
        or (grammar.words[at] == "were" and _is_inverted_behind(grammar, at))
        for at in range(verb + 1, min(end, verb + 14))
    )


_CONDITIONS = ("if", "unless", "provided", "providing", "assuming")


def _is_inverted_behind(grammar: Grammar, were: int) -> bool:
    """Whether "were" stands before its subject: "were the price held"."""
    head = grammar.heads[were]
    subjects = grammar.children(head, "nsubj", "nsubj:pass")
    return bool(subjects) and subjects[0] > were and "," not in grammar.words[were - 1]
