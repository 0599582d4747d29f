"""Verbs of no list that tell of an event because it is told when it was: "moored on Saturday".

What a timeline wants is what has its day. So any verb counts whose clause has one, but those of
saying, thinking, being and having, and those that only carry what hangs on them.
"""

from collections.abc import Collection, Iterator
from typing import Final

from variorum.read.events.cueing import shares_helpers
from variorum.read.events.forms import plain_verb
from variorum.read.events.grammar import Grammar
from variorum.read.events.judging import Judgement
from variorum.read.events.lexicon import DATED, Trigger, cues
from variorum.read.events.tenses import tense_of
from variorum.read.events.triggers import Found, is_act, particles_of
from variorum.read.lexicon import verb_of_saying
from variorum.record.time_expression import VAGUE, TimeExpression
from variorum.record.when import When


def opened(grammar: Grammar, known: Collection[int], names: Collection[int]) -> Iterator[Found]:
    """The verbs of a passage that are no triggers and would tell of events if they are dated.

    `known`: the words of triggers; `names`: those that stand in names.
    """
    for place, word in enumerate(grammar.words):
        if place in known or place in names or not is_act(grammar, place) or not word.isalpha():
            continue
        if not grammar.tags[place].startswith("VB") or grammar.relations[place] in _HELPING:
            continue
        plain = plain_verb(word)
        particle = _particle(grammar, place)
        if _is_idle(plain, word) and not (particle and plain in _LIGHT):
            continue
        label = f"{plain} {particle}".rstrip()
        trigger = Trigger(label, "OTHER", "transitive", DATED, ())
        yield Found(place, (place, place + 1), trigger, is_verb=True)


_HELPING: Final = ("aux", "aux:pass", "cop", "case", "mark", "amod", "compound")


def _particle(grammar: Grammar, verb: int) -> str:
    beside = particles_of(grammar, verb)
    return grammar.words[beside[0]] if beside else ""


def _is_idle(plain: str, word: str) -> bool:
    """Whether a verb tells how things are, what is said, or how it stands with what hangs on it."""
    is_cue = any(cues().of(kind, word) is not None for kind in ("clause", "content"))
    is_state = plain in _STATES or plain + "e" in _STATES
    return is_state or plain in _LIGHT or is_cue or verb_of_saying(word) is not None


def is_dated(
    grammar: Grammar, verb: int, judged: Judgement, told: tuple[TimeExpression, When | None]
) -> bool:
    """Whether it is told when something was or will be, and not only how things are.

    `told`: the time, and when the article was published. A purpose ("to mend it by May"), a year
    long past and "now" do not count.
    """
    time, published = told
    is_tensed = tense_of(grammar, verb) is not None or shares_helpers(grammar, verb)
    is_meant = grammar.relations[verb] == "xcomp" and judged.status in _MEANT
    if not judged.told or time.value in VAGUE or not (is_tensed or is_meant):
        return False
    if time.when is None or time.when.grain != "year":
        return True
    return published is not None and abs(_year(time.when) - _year(published)) <= 1


def _year(when: When) -> int:
    return when.days[0].year


_MEANT: Final = ("planned", "hypothetical", "cancelled", "denied")


_LIGHT: Final = frozenset(
    "take get give put let come go begin start stop keep run turn hold bring set pull move cut "
    "call carry lay".split()
)
"""Verbs that tell of an event only with a particle: "came down", "put up"."""

_STATES: Final = frozenset(
    # Being, having, seeming.
    "be have do seem appear become remain stay keep lie stand sit exist live reside belong "
    "consist contain comprise include involve depend rely matter resemble equal cost weigh "
    "measure own possess lack need require deserve owe represent constitute concern relate refer "
    "apply correspond coincide differ vary tend suit fit befit cover total amount number average "
    "range account feature rank date stem derive originate boast bear "
    # Thinking, feeling, perceiving.
    "think know believe understand feel see hear look watch notice find consider regard view "
    "experience sustain deem expect want wish hope fear love like hate enjoy prefer worry doubt "
    "wonder remember forget recall realize realise recognize recognise learn assume presume "
    "suppose imagine anticipate await wait intend mean care mind trust suspect guess estimate "
    "reckon judge regret rejoice dream listen perceive sense smell taste ponder assess evaluate "
    "analyse analyze "
    # Saying in all its ways.
    "say tell speak talk ask add note write tweet retweet post comment remark state claim argue "
    "insist explain describe discuss mention detail outline signify suggest show depict list "
    "portray reflect illustrate demonstrate prove quote cite term label dub name address react "
    "respond reply answer echo reiterate repeat stress emphasise emphasize underline highlight "
    "signal indicate confirm verify acknowledge joke chat email text emailed thank dictate spell "
    "summarise summarize interpret translate caption publicise editorialize opine "
    # Light verbs and those of course, cause and aspect.
    "make use end finish continue proceed last try attempt seek strive struggle manage help allow "
    "enable permit cause force lead prompt spark trigger drive affect influence impact contribute "
    "result follow precede occur happen unfold ensue mark face deal handle tackle treat work act "
    "serve function operate spend waste prepare plan aim focus concentrate base root hinge "
    "revolve center centre compare contrast match exceed surpass outpace outnumber trail near "
    "approach celebrate study read teach train practise practice report".split()
)
"""Verbs of which a day beside them makes no event: they tell how things are, or what is said."""
