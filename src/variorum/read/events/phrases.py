"""Phrases that tell of an event's status by several words: "is under way", "is on hold"."""

from typing import Final

from variorum.read.events.grammar import Grammar
from variorum.read.events.lexicon import Cue, Cues
from variorum.read.events.status_words import ONGOING

_UNDER_WAY: Final = {"way": ("under",), "progress": ("in",), "course": ("in",), "swing": ("full",)}
_SPANS: Final = frozenset("hour day week month year stage phase stages round days weeks".split())
_LASTS: Final = frozenset("remains remain remained stays stay stayed is are was were".split())
_IN_FORCE: Final = (("in", "force"), ("in", "place"), ("in", "effect"), ("under", "way"))
_BEGUN: Final = ("begun", "started", "resumed")
_AFTER_ITS: Final = frozenset("in into enter enters entering entered".split())


def going_on(grammar: Grammar, head: int) -> str | None:
    """The words that say of their subject that it goes on: "is under way", "in its third week"."""
    word = grammar.words[head]
    before = grammar.words[head - 1] if head else ""
    if word in ONGOING:
        return grammar.printed(head)
    if before in _UNDER_WAY.get(word, ()):
        return f"{grammar.printed(head - 1)} {grammar.printed(head)}"
    if word in _BEGUN and any(
        grammar.words[one] in ("has", "have") for one in grammar.children(head, "aux")
    ):
        return f"have {grammar.printed(head)}"
    if word in _LASTS and tuple(grammar.words[head + 1 : head + 3]) in _IN_FORCE:
        return " ".join(grammar.printed(one) for one in range(head, head + 3))
    if word in ("going", "goes", "go") and grammar.words[head + 1 : head + 2] == ["on"]:
        return f"{grammar.printed(head)} on"
    return _in_its_week(grammar, head)


def _in_its_week(grammar: Grammar, head: int) -> str | None:
    """What lasts is in its third week, or enters it."""
    spans = [head, *grammar.children(head, "obj", "obl")]
    for span in spans:
        if grammar.words[span] not in _SPANS:
            continue
        owners = [one for one in grammar.children(span, "nmod:poss") if one < span]
        marks = {grammar.words[head], *(grammar.words[one - 1] for one in owners if one)}
        counted = any(_is_ordinal(grammar.words[one]) for one in grammar.children(span, "amod"))
        if owners and counted and marks & _AFTER_ITS:
            return " ".join(grammar.printed(one) for one in range(owners[0], span + 1))
    return None


def _is_ordinal(word: str) -> bool:
    return word in _ORDINALS or word[:1].isdigit()


_ORDINALS: Final = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth twentieth final last".split()
)


def is_off(grammar: Grammar, head: int) -> bool:
    """Whether a predicate says of its subject that it is called off: "is off", "is on hold"."""
    word = grammar.words[head]
    if word == "off":
        return grammar.heads[head] == head or grammar.relations[head] in ("ccomp", "conj", "advcl")
    if word in ("fell", "fallen", "falls", "fall"):
        return grammar.words[head + 1 : head + 2] in (["through"], ["apart"])
    return word in ("hold", "ice") and head > 0 and grammar.words[head - 1] == "on"


def is_shelved(grammar: Grammar, verb: int) -> bool:
    """Whether a verb puts its object off: "put the talks on hold"."""
    return any(is_off(grammar, one) for one in grammar.children(verb, "obl", "advmod", "xcomp"))


def said_behind(grammar: Grammar, cues: Cues, noun: int, verb: int) -> tuple[int, Cue] | None:
    """The passive infinitive behind a noun that cues it: "called for the vote to be delayed"."""
    for one in [*grammar.children(verb, "xcomp", "advcl"), *grammar.children(noun, "acl")]:
        cue = cues.of("object", grammar.words[one])
        if cue and noun < one < noun + 8 and grammar.words[one - 2 : one] == ["to", "be"]:
            return one, cue
    return None


def said_besides(grammar: Grammar, cues: Cues, verb: int) -> tuple[int, Cue] | None:
    """What else is said of the same subject: "had been scheduled but was cancelled"."""
    for one in grammar.children(verb, "conj"):
        cue = cues.of("object", grammar.words[one])
        helped = grammar.tags[one] == "VBN" and not grammar.children(one, "nsubj", "nsubj:pass")
        if cue and cue.effect == "cancelled" and helped and grammar.children(one, "aux:pass"):
            return one, cue
    return None


def noun_between(grammar: Grammar, cues: Cues, word: int, head: int) -> int | None:
    """The noun right before a verb or noun that is its cue, though the tree hangs both on a verb.

    "dropped plans to visit", "shelved plans for an invasion".
    """
    mark = grammar.case(word)
    before = mark - 1 if mark is not None and grammar.words[mark] in _OF else -1
    if before <= head or not grammar.tags[before].startswith("NN"):
        return None
    cue = cues.of("noun", grammar.words[before])
    return before if cue and not cue.loose and grammar.heads[before] == head else None


_OF: Final = frozenset("of for to against".split())


def wished_for(grammar: Grammar, verb: int, head: int) -> bool:
    """Whether an infinitive has its own subject with "for": "calls mounted for him to resign"."""
    for one in grammar.children(head, "obl", "nsubj"):
        case = grammar.case(one)
        near = head < one < verb and grammar.words[one + 1 : one + 2] == ["to"]
        if near and case is not None and grammar.words[case] == "for":
            return grammar.words[head] not in _LASTED
    return False


_LASTED: Final = frozenset("take takes took taken".split())


def is_inverted(grammar: Grammar, verb: int) -> bool:
    """Whether "had" before its subject makes a condition: "had Norway won, …"."""
    helpers = grammar.children(verb, "aux")
    subjects = grammar.children(verb, "nsubj", "nsubj:pass")
    if not helpers or not subjects or grammar.words[helpers[0]] != "had":
        return False
    first, last = grammar.passage.sentence(grammar.passage.sentence_of(verb))
    is_question = "?" in grammar.words[max(first, last - 2) : last]
    return helpers[0] < subjects[0] and not is_question


def not_done(grammar: Grammar, verb: int) -> bool:
    """Whether what a verb is done to is nothing: "has shipped none", "raised no objection"."""
    for one in grammar.children(verb, "obj"):
        if grammar.words[one] in ("none", "nothing", "nobody", "neither"):
            return True
        for child in grammar.children(one, "det", "advmod"):
            if grammar.words[child] == "no" and grammar.tags[child] == "DT":
                return True
    return False


def tells_of_all(grammar: Grammar, verb: int) -> bool:
    """Whether a participle stands by itself beside a clause: "…, with hundreds storming in"."""
    if grammar.tags[verb] != "VBG" or grammar.relations[verb] != "advcl":
        return False
    if grammar.children(verb, "mark", "aux"):
        return False
    before = verb - 1
    if before >= 0 and grammar.words[before] == ",":
        return True
    return any(
        one == before and (case := grammar.case(one)) is not None and grammar.words[case] == "with"
        for one in grammar.children(grammar.heads[verb], "obl")
    )


def lasts_since(grammar: Grammar, word: int) -> str | None:
    """The words by which a state lasts: "has been under curfew since May", "is still closed".

    Of what was done at once ("has been arrested since") the tree shows no difference, so only
    what stands with a form of "be" and of states counts.
    """
    is_done = bool(grammar.children(word, "aux:pass")) or grammar.tags[word] == "VBN"
    if is_done and grammar.words[word] not in _KEPT:
        return None
    helpers = grammar.children(word, "aux", "cop", "aux:pass")
    texts = [grammar.words[one] for one in helpers]
    if "been" in texts and texts[0] in ("has", "have"):
        since = [
            case
            for one in grammar.children(word, "obl", "nmod", "obl:unmarked", "advmod")
            if (case := grammar.case(one)) is not None and grammar.words[case] in _SINCE
        ]
        return grammar.printed(since[0]) if since else None
    for one in grammar.children(word, "advmod"):
        if grammar.words[one] == "still" and texts and texts[0] in _NOW:
            return grammar.printed(one)
    return None


_KEPT: Final = frozenset(
    "held detained jailed imprisoned closed shut blocked blockaded sealed suspended frozen halted "
    "besieged occupied surrounded stranded trapped grounded quarantined isolated banned confined "
    "displaced disrupted cut paralysed paralyzed shuttered barred locked stationed deployed".split()
)
"""What is done once and lasts."""

_SINCE: Final = ("since", "for")
_NOW: Final = frozenset("is are was were 's ’s".split())


def is_what_something_is_called(grammar: Grammar, noun: int) -> bool:
    """Whether a noun is what somebody calls something: "called the bill an attack on workers"."""
    verb, case = grammar.heads[noun], grammar.case(noun)
    articles = [grammar.words[one] for one in grammar.children(noun, "det")]
    if verb >= noun or not {"a", "an"}.intersection(articles):
        return False
    if case is not None and grammar.words[case].isalpha():
        return grammar.words[case] == "as" and grammar.words[verb] in _NAMING_AS
    others = [one for one in grammar.children(verb, "obj") if one != noun]
    is_second = grammar.relations[noun] == "xcomp" or (bool(others) and others[0] < noun)
    return grammar.words[verb] in _NAMING and is_second


_NAMING: Final = frozenset(
    "call calls called calling brand brands branded branding label labels labelled labeled "
    "labelling labeling dub dubbed term termed deem deemed consider considers considered declare "
    "declared pronounce pronounced".split()
)
_NAMING_AS: Final = frozenset(
    "describe describes described describing denounce denounces denounced denouncing see sees saw "
    "seen regard regards regarded portray portrays portrayed portraying characterise characterised "
    "characterize characterized hail hails hailed hailing condemn condemned condemning slam "
    "slammed slamming brand branded branding dismiss dismissed dismissing decry decried paint "
    "painted view viewed cast".split()
)
