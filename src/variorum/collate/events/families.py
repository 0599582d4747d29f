"""Which nouns and verbs name events of one kind: "meet", "meeting", "talks", "summit"."""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

from variorum.record.event import EventType


def _table() -> dict[str, frozenset[str]]:
    text = files("variorum.collate.events").joinpath("families.txt").read_text("utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    found: dict[str, frozenset[str]] = {}
    for entry in re.sub(r"\n\s+", " ", lines).strip().split("\n"):
        families, _, words = entry.partition(": ")
        for word in words.split():
            found[word] = found.get(word, frozenset()) | frozenset(families.split())
    return found


FAMILIES: Final = _table()
"""Plain forms → the families that they may name."""

_JOINED: Final = {
    ("news", "conference"): "news-conference",
    ("press", "conference"): "press-conference",
    ("step", "down"): "step-down",
    ("sit", "down"): "sit-down",
    ("stand", "down"): "stand-down",
    ("swear", "in"): "swear-in",
    ("air", "strike"): "air-strike",
    ("roll", "out"): "roll-out",
    ("pull", "out"): "pull-out",
    ("put", "off"): "put-off",
    ("power", "grab"): "power-grab",
    ("close", "down"): "close-down",
    ("wind", "down"): "wind-down",
    ("wind", "up"): "wind-up",
    ("seize", "power"): "coup",
    ("take", "power"): "coup",
    ("walk", "out"): "walkout",
    ("seal", "off"): "seal",
    ("choke", "off"): "choke",
    ("cordon", "off"): "seal",
    ("give", "way"): "give-way",
    ("hand", "over"): "hand-over",
    ("hand", "back"): "hand-back",
    ("give", "back"): "give-back",
    ("house", "arrest"): "house-arrest",
    ("step", "aside"): "step-down",
    ("give", "up"): "give-up",
}

_ENDINGS: Final = (
    "ization", "isation", "ication", "ations", "ation", "ments", "ment", "tions", "tion", "sions",
    "sion", "ates", "ate", "at", "ances", "ance", "ences", "ence", "ings", "ing", "als", "al",
    "ery", "eries", "ies", "ed", "es", "er", "s", "e", "y",
)  # fmt: skip
LEAST_STEM: Final = 4

_LIGHT: Final = frozenset(
    "be have do get make take give go come see say tell use begin start continue become seem want "
    "plan need try help this that these those which it".split()
)
"""Words that say too little to be known as one event's by themselves."""


@lru_cache(100_000)
def families_of(label: str) -> frozenset[str]:
    """The families that an event's plain form belongs to.

    Of several words those that leave less open count: a phone conversation is a call. A word
    of no family has its stem for one, so that "deliver" and "delivery" go together.
    """
    words = tuple(re.findall(r"[\w'-]+", label.casefold()))
    if words in _JOINED:
        words = (_JOINED[words],)
    elif "-".join(words) in FAMILIES:
        words = ("-".join(words),)
    elif len(words) == 2 and words[0] in _OTHERWISE and words[1] in _PARTICLES:
        words = ("-".join(words),)  # "Strike down" is no strike.
    elif len(words) > 1 and words[-1] in _PARTICLES:
        words = words[:-1]
    found = [FAMILIES[plain] for word in words if (plain := _plain(word)) in FAMILIES]
    if found and (narrowed := _narrowed(words, found[-1])):
        return narrowed
    if not found:
        return (
            frozenset()
            if not words or words[-1] in _LIGHT
            else frozenset(("=" + _stem(words[-1]),))
        )
    common = frozenset.intersection(*found)
    return common or found[-1]


def _plain(word: str) -> str:
    """A word without an ending, if that gives a word of a family: "sackings" are of "sack"."""
    for ending, put in _INFLECTED:
        plain = word.removesuffix(ending) + put
        if word.endswith(ending) and plain in FAMILIES:
            return plain
    return word


_INFLECTED: Final = (
    ("", ""), ("s", ""), ("es", ""), ("ed", ""), ("d", ""), ("ied", "y"), ("", "e"), ("ing", ""),
    ("ing", "e"),
)  # fmt: skip
"""Endings, and what stands in their place in a plain form."""


def _narrowed(words: tuple[str, ...], families: frozenset[str]) -> frozenset[str]:
    """Of the families of a word those that the word before it leaves: "rail strike"."""
    for family, before in _BEFORE.items():
        if family in families and before.intersection(words[:-1]):
            return frozenset((family,))
    return frozenset()


_OTHERWISE: Final = frozenset("strike call hit fall drop blow hold".split())
"""Verbs that tell of another kind of event with a particle."""

_PARTICLES: Final = frozenset("down up off out in over away back on through under apart".split())

_BEFORE: Final = {
    family: frozenset(words.split())
    for family, words in {
        "attack": "drone missile rocket air aerial artillery mortar bomb suicide knife gun terror"
        " arson retaliatory military night overnight precision naval",
        "walkout": "rail train tube bus pilot pilots teacher teachers nurse nurses doctors docker"
        " dockers port miner miners general wage pay solidarity warning token hour day week"
        " month national nationwide transport airline union farmers public-sector wildcat",
    }.items()
}
"""Words that tell which of its kinds a noun behind them names."""


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            return word.removesuffix(ending)
    return word


SPEECH: Final = frozenset({"speak", "talk"})
"""What one party may do by itself: it is a conversation only with a second."""


_BY_PHONE: Final = re.compile(
    r"\s*(?:\w+\s+){0,3}?(?:by|over|on)\s+(?:the\s+)?(?:tele)?phone\b", re.I
)


_LEFT: Final = {
    "dead": "death", "injured": "injury", "wounded": "injury", "hurt": "injury",
    **dict.fromkeys("missing homeless stranded trapped unconscious paralysed paralyzed blind "
                    "orphaned widowed isolated".split(), "=left"),
}  # fmt: skip
_LEAVING: Final = re.compile(rf"\s*(?:[\w,'’-]+\s+){{1,6}}?({'|'.join(_LEFT)})\b", re.I)
"""What befalls whom something leaves so: "leaving 40 people dead"."""


_ATTENDED: Final = re.compile(r"\s+((?:the|a|an|his|her|their|its|this|that)(?:\s+[\w'’-]+){1,4})")
"""What is attended: at an opera or a match nobody meets."""


_NEVER: Final[Mapping[EventType, frozenset[str]]] = {
    "PROTEST": frozenset({"attack", "explosion"}),
    "ASSAULT": frozenset({"walkout", "dismissal", "condemnation", "charge", "trial"}),
    "ACCUSE": frozenset({"attack", "explosion"}),
    "SANCTION": frozenset({"attack", "blaze"}),
    "OTHER": frozenset({"attack", "dismissal", "condemnation"}),
}
"""Kinds that an event of a type is none of, where its word may mean others: "the fire"."""


def families_told(
    label: str, parties: int, behind: str, kind: EventType | None = None
) -> frozenset[str]:
    """The families of an event with so many parties, of a type, and the words behind it.

    Who speaks alone converses with nobody; who speaks by telephone calls; what leaves people dead
    does not go away.
    """
    families = families_of(label)
    if kind is not None and kind in _NEVER:
        families = families - _NEVER[kind] or families
    if label.startswith("leave") and (left := _LEAVING.match(behind)):
        return frozenset((_LEFT[left[1].casefold()],))
    if label == "attend" and (what := _ATTENDED.match(behind)):
        is_met = any("meeting" in families_of(one) for one in what[1].casefold().split())
        return families if is_met else families - {"meeting"}
    if "call" in families and _BY_PHONE.match(behind):
        return frozenset(("call",))
    if label in SPEECH and parties < 2:
        return frozenset(("=" + label,))
    return families


def is_mutual(families: frozenset[str]) -> bool:
    """Whether the parties of such an event do one thing together: a call, a meeting."""
    return bool(families & {"call", "meeting"})


def is_once(families: frozenset[str]) -> bool:
    """Whether it happens to somebody once in a while only: nobody dies or resigns twice a week."""
    return bool(families & {"resignation", "death", "appointment", "election", "runoff", "coup"})


def is_daily(families: frozenset[str]) -> bool:
    """Whether it may happen every day anew: what is not dated is of the day of the report."""
    return bool(families & {"rise", "fall"})


def is_manifold(families: frozenset[str]) -> bool:
    """Whether one story has many of the kind: warnings, offers, arrests, deaths, attacks."""
    return bool(families & _MANIFOLD)


_MANIFOLD: Final = frozenset(
    "threat advice offer promise demand refusal denial condemnation accusation announcement speech"
    " briefing agreement arrest charge death injury attack meeting call visit sending arrival"
    " departure withdrawal approval vote inquiry suit cancellation appeal invitation leak handover"
    " payment trade rise fall".split()
)


def is_placed(families: frozenset[str]) -> bool:
    """Whether nobody does it, so that it is known by its place: an earthquake, a flood."""
    return bool(families & _PLACED)


_PLACED: Final = frozenset(
    {"quake", "storm", "flood", "blaze", "eruption", "landslide", "crash", "explosion", "avalanche"}
)
