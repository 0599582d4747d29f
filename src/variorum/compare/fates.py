"""What befell the people whom a number counts: killed, arrested, on board, on strike."""

import re
from collections.abc import Sequence
from typing import Final

from variorum.compare.relatives import kin
from variorum.compare.words import Word, stem
from variorum.record.span import Span

BEHIND: Final = 7
"""Words after a number, up to the next, among which what befell the counted is looked for."""

BEFORE: Final = 5
"""Words before it, from the one before."""

FATE_OF: Final = {
    kin(stem(word)): fate
    for fate, words in {
        "killed": "killed died deaths dead fatality bodies toll lives slain perished",
        "injured": "injured wounded hurt",
        "arrested": "arrested detained arrests",
        "questioned": "questioned interrogated",
        "missing": "missing unaccounted",
        "jobs": "jobs redundant redundancies layoffs",
        "moved": "evacuated displaced homeless",
        "crowd": "marched marchers protesters demonstrators crowd rallied turnout attended",
        "freed": "freed released liberated",
        "abducted": "kidnapped abducted",
        "rescued": "rescued saved",
        "infected": "infected",
        "expelled": "expelled deported",
        "jailed": "jailed imprisoned",
        "aboard": "aboard",
        "striking": "strikers",
    }.items()
    for word in words.split()
}  # fmt: skip
"""What may befall people, by the stems of the words for it."""

WORDS_FOR: Final = {
    fate: frozenset(word for word, other in FATE_OF.items() if other == fate)
    for fate in FATE_OF.values()
}

_PHRASES: Final = {
    "aboard": re.compile(r"[^.;,:]{0,30}\bon board\b|\s+passengers and crew\b"),
    "striking": re.compile(
        r"[^.;,:]{0,30}\b(?:walk(?:ed|ing) out|walked off the job|downed tools|stopped work|"
        r"(?:went|were|are|was|is|gone|come out|came out) on strike|joined the (?:strike|walkout|"
        r"stoppage))\b"
    ),
}
"""Words behind a number that tell together what befell the counted, or what they did."""

FATES: Final = frozenset(FATE_OF.values())

WHOEVER: Final = frozenset(_PHRASES)
"""What is told of all who did it, whatever they are called."""

RISING: Final = frozenset(
    ("killed", "injured", "missing", "arrested", "moved", "freed", "rescued", "infected")
)
"""What is counted anew while it goes on, so that a later number puts an earlier one aside."""

ANYBODY: Final = frozenset(
    kin(stem(word))
    for word in "demonstrators passengers residents villagers inhabitants patients suspects "
    "participants strikers survivors".split()
)
"""Who may be meant by "people" just as well, where but one number is told of what befell them."""


def fate_of(before: Sequence[Word], after: Sequence[Word], window: Span, text: str) -> str | None:
    """What is told to have befallen the counted, by the nearest word for it."""
    behind = after[0].start - 1 if after else window.end
    for told, phrase in _PHRASES.items():
        if phrase.match(text, max(window.start, behind), window.end):
            return told
    found = []
    for distance, word in enumerate(reversed(before[-BEFORE:])):
        if word.folded == "and" or "," in text[word.end : word.end + 1]:
            break
        if word.start >= window.start and (fate := FATE_OF.get(kin(stem(word.folded)))):
            found.append((distance + 0.5, fate))
    for distance, word in enumerate(after[:BEHIND]):
        if distance and "," in text[after[distance - 1].end : word.start]:
            break
        if word.end <= window.end and (fate := FATE_OF.get(kin(stem(word.folded)))):
            found.append((distance, fate))
    return min(found)[1] if found else None
