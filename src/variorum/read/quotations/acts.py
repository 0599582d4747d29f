"""What the encoder takes for a report of words though it tells an act, or where somebody stands.

"Ordered an assault", "agreed to send envoys", "called a strike", "opposes the purchase" report no
words: nothing is said in them but by the article. They are read as stands and events, not as
quotations.
"""

from typing import Final

from variorum.read.quotations.draft import Draft
from variorum.read.quotations.stretches import Marked

_ACTING: Final = frozenset(
    "agree agrees agreed agreeing refuse refuses refused refusing order orders ordered ordering "
    "decide decides decided deciding plan plans planned planning attempt attempts attempted "
    "attempting try tries tried trying decline declines declined declining fail fails failed "
    "failing manage manages managed prepare prepares prepared preparing choose chooses chose "
    "chosen begin begins began start starts started continue continues continued vote votes voted "
    "seek seeks sought seeking struggle struggles struggled".split()
)
"""Verbs whose infinitive is what somebody does or means to do."""

_STANDING: Final = frozenset(
    "oppose opposes opposed opposing support supports supported supporting back backs backed "
    "backing favor favors favored favour favours favoured want wants wanted wanting like "
    "prefer prefers preferred".split()
)
"""Verbs of a plain stand: with a thing or an infinitive they report no words."""

_DOING: Final = frozenset(
    "order orders ordered ordering launch launches launched launching schedule scheduled".split()
)
"""Verbs whose object is what somebody does."""

_CALLED: Final = frozenset(
    "strike strikes demonstration demonstrations protest protests rally rallies march election "
    "elections vote referendum meeting session summit conference halt truce boycott walkout".split()
)
"""What is called, and so takes place."""


_SAYING: Final = frozenset("said says say told saying according".split())
_CALLING: Final = frozenset(["call", "calls", "called", "calling"])
_CLAUSAL: Final = frozenset(["VBD", "VBZ", "VBP", "MD"])


def is_act(marked: Marked, draft: Draft) -> bool:
    """Whether an indirect quotation reports no words, but what is done or wanted."""
    if draft.mode != "indirect" or not draft.cue:
        return False
    cue = {word.text.casefold() for word in marked.passage.words[slice(*draft.cue[0])]}
    words = [place for span in draft.content for place in range(*marked.words_in(span))]
    if cue & _SAYING or not words:
        return False
    speech = [marked.analysis.parts_of_speech[place] for place in words]
    read = [marked.passage.words[place].text.casefold() for place in words]
    if read[0] == "to":
        return bool(cue & (_ACTING | _STANDING))
    is_thing = _CLAUSAL.isdisjoint(speech)
    if cue & _STANDING:
        return is_thing or "to" in read
    is_thing = is_thing and read[0] != "that"
    is_call = bool(cue & _CALLING) and "for" not in cue and _is_event(marked, words)
    return is_thing and (bool(cue & _DOING) or is_call)


def _is_event(marked: Marked, words: list[int]) -> bool:
    """Whether the first noun of a content, up to a preposition, is what people hold."""
    last = ""
    for place in words:
        tag = marked.analysis.parts_of_speech[place]
        if tag in ("IN", "TO", "WDT", ","):
            break
        if tag.startswith("NN"):
            last = marked.passage.words[place].text.casefold()
    return last in _CALLED
