"""What the form of a verb says: whether it happened, goes on, will or may happen, or did not."""

from typing import Final

from variorum.read.events.grammar import Grammar
from variorum.read.events.judging import Judgement, told_by
from variorum.read.events.status_words import BEING

_FUTURE: Final = frozenset("will shall 'll ’ll wo sha".split())
_PERHAPS: Final = frozenset("perhaps maybe possibly potentially probably likely".split())


_PROBABLY: Final = ("probably", "likely")


def tense_of(grammar: Grammar, verb: int) -> Judgement | None:
    """The status that a verb's own form and helping verbs tell; None if it has no tense of its own.

    Negation counts: "did not meet" is denied.
    """
    judged = _positive(grammar, verb)
    if judged is None:
        return None
    negation = grammar.negation(verb)
    if negation is not None:
        may_be = judged.status == "hypothetical" and not _rules_out(grammar, verb)
        is_so = may_be or _lasts_until(grammar, verb) or _is_another(grammar, verb)
        return judged if is_so else told_by(grammar.printed(negation), "denied")
    return _perhaps(grammar, verb, judged)


def _perhaps(grammar: Grammar, verb: int, judged: Judgement) -> Judgement:
    """What "perhaps" leaves of a judgement; what "probably" happened is told as a fact."""
    for child in grammar.children(verb, "advmod"):
        if grammar.words[child] in _PROBABLY and judged.status == "happened" and judged.told:
            return judged._replace(sure=0.65)
        if grammar.words[child] in _PERHAPS and judged.status != "denied":
            return told_by(grammar.printed(child), "hypothetical")
    return judged


def _lasts_until(grammar: Grammar, verb: int) -> bool:
    """Whether something is so at last: "did not leave until", "will not be published before"."""
    for child in grammar.children(verb, "obl", "advcl", "obl:unmarked"):
        case = grammar.case(child)
        if case is not None and case > verb and grammar.words[case] in ("until", "till"):
            return True
    return False


def _is_another(grammar: Grammar, noun: int) -> bool:
    """Whether a noun is but another one: "not the deal we wanted", "not his first strike"."""
    is_noun = grammar.tags[noun] in ("NN", "NNS") and bool(grammar.children(noun, "cop"))
    articles = [grammar.words[one] for one in grammar.children(noun, "det", "nmod:poss")]
    return is_noun and bool(_CERTAIN.intersection(articles))


_CERTAIN: Final = frozenset("the his her its their our my your".split())


def _rules_out(grammar: Grammar, verb: int) -> bool:
    """Whether a modal verb with "not" says no: "would not", "could not"; "might not" does not."""
    helpers = {grammar.words[child] for child in grammar.children(verb, "aux")}
    return bool(helpers & {"would", "could", "can", "ca", "cannot", "'d", "’d"})


def mood_of(grammar: Grammar, verb: int) -> Judgement | None:
    """As `tense_of`, whatever negates the verb: what "will not attend" says of attending."""
    return _positive(grammar, verb)


def _positive(grammar: Grammar, verb: int) -> Judgement | None:
    helpers = grammar.children(verb, "aux", "aux:pass", "cop")
    texts = [grammar.words[one] for one in helpers]
    for one, text in zip(helpers, texts, strict=True):
        if text in ("'d", "’d") and grammar.tags[verb] == "VBN" and len(helpers) == 1:
            return _past()
        if grammar.tags[one] == "MD" or text in _FUTURE:
            status = "planned" if text in _FUTURE else "hypothetical"
            return told_by(_modal(grammar, one), status)  # type: ignore[arg-type]
    if is_infinitive(grammar, verb):
        return _infinitive(grammar, verb, helpers)
    if helpers:
        return _helped(grammar, verb, helpers)
    return _bare(grammar, verb)


def _infinitive(grammar: Grammar, verb: int, helpers: list[int]) -> Judgement | None:
    """What "are to meet" says; other infinitives have no tense."""
    if (before := _being_to(grammar, verb)) is not None:
        marks = [*grammar.children(before, "mark"), *grammar.children(verb, "mark")]
        if any(grammar.words[one] == "if" for one in marks):
            return told_by("if", "hypothetical")
        return told_by(f"{grammar.printed(before)} to", "planned")
    if helpers and grammar.tags[helpers[0]] in ("VBZ", "VBP", "VBD"):
        return told_by(f"{grammar.printed(helpers[0])} to", "planned")
    return None


def _being_to(grammar: Grammar, verb: int) -> int | None:
    """The form of "be" right before the "to" of a verb: "are to meet"."""
    mark = next((one for one in grammar.children(verb, "mark") if grammar.words[one] == "to"), 0)
    is_near = mark > 0 and grammar.words[mark - 1] in BEING and mark == verb - 1
    has_own = is_near and grammar.children(mark - 1, "nsubj")
    return mark - 1 if has_own else None


def _modal(grammar: Grammar, modal: int) -> str:
    return {"wo": "will", "sha": "shall", "ca": "can"}.get(
        grammar.words[modal], grammar.printed(modal)
    )


def is_infinitive(grammar: Grammar, verb: int) -> bool:
    """Whether a verb stands behind "to"."""
    return any(grammar.words[child] == "to" for child in grammar.children(verb, "mark", "aux"))


def _helped(grammar: Grammar, verb: int, helpers: list[int]) -> Judgement | None:
    """The status of a verb with forms of be, have or do."""
    tags = [grammar.tags[one] for one in helpers]
    texts = [grammar.words[one] for one in helpers]
    is_gerund = grammar.tags[verb] == "VBG" or grammar.is_mistaken_gerund(verb)
    goes_on = is_gerund or "being" in texts
    if tags[0] == "VBG":  # "having met"; "being met" is what the clause above tells.
        return None if goes_on else _past()
    if texts[0] in _HAVE or tags[0] == "VBD" or texts[0] in _PAST:
        is_past = texts[0] not in _HAVE or not is_gerund
        return _past() if is_past else _going_on(grammar, verb, helpers[0])
    if goes_on:
        return _going_on(grammar, verb, helpers[0])
    return _past() if grammar.tags[verb] == "VBN" and texts[0] in _IS else _present()


_HAVE: Final = frozenset("has have 've ’ve".split())
_PAST: Final = frozenset("was were did had".split())
_IS: Final = frozenset(["'s", "’s"])


def _going_on(grammar: Grammar, verb: int, helper: int) -> Judgement:
    words = f"{grammar.printed(helper)} {grammar.printed(verb)}"
    return told_by(words, "ongoing", 0.8)


def _bare(grammar: Grammar, verb: int) -> Judgement | None:
    tag = grammar.tags[verb]
    if tag == "VBD":
        return _past()
    if tag in ("VBZ", "VBP", "NNS"):
        return _present()
    if tag == "VBN" and grammar.relations[verb] not in ("xcomp", "ccomp", "conj"):
        return _past()
    return None


def _past() -> Judgement:
    return Judgement("happened", "Told in the past tense", 0.85)


def _present() -> Judgement:
    return Judgement("happened", "Told in the present tense", 0.6, told=False)
