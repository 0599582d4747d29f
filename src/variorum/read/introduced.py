"""Whom a lead describes before the next sentences name them.

"The chairman of the panel says he disagrees. ¶ “…,” Rep. Jane Doe said Sunday."
"""

from typing import Final

from variorum.read.fitting import Wanted
from variorum.read.lexicon import verb_of_saying
from variorum.read.nearness import Nearness
from variorum.read.titles import role_words

_IN_LEAD: Final = 2
"""The last sentence, from 0, of a lead that may describe whom the next sentences name."""

_NAMED_WITHIN: Final = 2
"""Sentences."""

_MOST: Final = 400
"""Bearers that are thought of; an article has fewer."""

_DESCRIBING: Final = frozenset("the its their his her".split())

_HONORIFIC: Final = frozenset(
    role_words("mr mrs ms dr rep sen sir lord lady dame rev hon prof mp cllr chief")
)
"""Roles that go with any other."""


def introduced(text: Nearness, wanted: Wanted, first: str, head: int) -> int | None:
    """The one person whom the sentences behind a lead name for the first time, as a speaker.

    `wanted`: what the phrase tells, `first` its first word, `head` where its noun stands. Nobody,
    if the text tells another role of the one who is named.
    """
    sentence = text.passage.sentence_of(head)
    if sentence > _IN_LEAD or first not in _DESCRIBING:
        return None
    last = min(sentence + _NAMED_WITHIN, len(text.passage.sentences) - 1)
    _, end = text.passage.sentence(last)
    named = [
        number
        for number, bearer in enumerate(text.bearers[:_MOST])
        if bearer.kind == "person" and bearer.places and head < bearer.places[0] < end
    ]
    if len(named) != 1:
        return None
    bearer = text.bearers[named[0]]
    agrees = wanted.gender in (None, bearer.gender or wanted.gender)
    is_plain = bearer.roles <= _HONORIFIC
    return named[0] if is_plain and agrees and _speaks(text, bearer.places[0]) else None


def _speaks(text: Nearness, place: int) -> bool:
    """Whether a verb of saying has the name that begins at a place for its subject."""
    name = next((one.words for one in text.names if one.words[0] == place), (place, place))
    analysis = text.analysis
    return any(
        analysis.relations[at].startswith("nsubj")
        and verb_of_saying(text.passage.words[analysis.heads[at]].text) is not None
        for at in range(*name)
    )
