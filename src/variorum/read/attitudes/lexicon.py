"""The words that tell where somebody stands, in all their forms (`data/attitudes.txt`)."""

from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple


class Sense(NamedTuple):
    """What a word tells. The fields are told in `data/attitudes.txt`.

    `stance` is 1, -1, or 0 for mixed; `particles` are the words that must stand behind ("rule" +
    "out").
    """

    word: str
    kind: str
    stance: int
    negated: str
    sureness: float
    places: tuple[str, ...]
    particles: tuple[str, ...] = ()

    @property
    def printed(self) -> str:
        """The word with its particles."""
        return " ".join([self.word, *self.particles])


_IRREGULAR: Final = {
    "seek": "sought", "swear": "swore sworn", "stand": "stood", "fight": "fought",
    "speak": "spoke spoken", "come": "came", "give": "gave given", "sell": "sold", "shoot": "shot",
    "let": "letting", "undertake": "undertook undertaken", "uphold": "upheld",
    "beseech": "besought", "plead": "pled", "hold": "held", "stomach": "", "fall": "fell fallen",
    "forbid": "forbade forbidden", "lash": "", "hit": "hitting", "take": "took taken",
    "be": "is are was were 's ’s", "do": "does did", "have": "has had", "hear": "heard",
    "see": "saw seen", "leave": "left", "quit": "quitting", "shut": "shutting", "hurt": "hurting",
    "make": "made", "go": "went gone goes", "throw": "threw thrown",
    "withdraw": "withdrew withdrawn", "lean": "leant",
    "break": "broke broken", "draw": "drew drawn",
    "put": "putting", "stick": "stuck", "say": "said", "strike": "struck",
    "shrink": "shrank shrunk", "cut": "cutting", "send": "sent", "pay": "paid", "set": "setting",
    "get": "got getting", "find": "found", "swing": "swung", "freeze": "froze frozen",
    "meet": "met", "win": "won winning", "steal": "stole stolen", "become": "became",
    "bring": "brought", "pan": "panned panning", "overthrow": "overthrew overthrown",
    "forswear": "forswore forsworn", "nix": "nixes", "write": "wrote written", "rise": "rose risen",
    "lead": "led", "feel": "felt", "keep": "kept", "tell": "told", "begin": "began begun",
    "run": "ran running", "hide": "hid hidden", "light": "lit", "lose": "lost", "lay": "laid",
    "spring": "sprang sprung", "cling": "clung", "dig": "dug digging", "lend": "lent",
    "mean": "meant", "split": "splitting", "spell": "spelt", "know": "knew known",
    "think": "thought", "build": "built", "buy": "bought",
    "mislead": "misled", "tear": "tore torn", "rip": "ripped ripping", "blow": "blew blown",
}  # fmt: skip
_VOWELS: Final = frozenset("aeiou")
_SIGNS: Final = {"+": 1, "-": -1, "~": 0}


@cache
def senses() -> dict[str, tuple[Sense, ...]]:
    """The senses of each form, in small letters, by its first word."""
    found: dict[str, list[Sense]] = {}
    text = files("variorum.read.attitudes").joinpath("data", "attitudes.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            for sense in _senses_in(line):
                for form in sorted(_forms(sense.word, sense.kind)):
                    found.setdefault(form, []).append(sense)
    # What is told by more words is surer: "urged caution over" before "urged".
    return {
        form: tuple(sorted(some, key=lambda one: -len(one.particles)))
        for form, some in found.items()
    }


def _senses_in(line: str) -> list[Sense]:
    """The senses of one line; what is said of a thing has no places."""
    told, _, words = line.partition(":")
    kind, stance, negated, sureness, *places = told.split()
    where = tuple(places[0].split(",")) if places else ()
    made = []
    for entry in words.split():
        word, *particles = entry.split("_")
        sense = Sense(word, kind, _SIGNS[stance], negated, float(sureness), where, tuple(particles))
        made.append(sense)
    return made


def _forms(word: str, kind: str) -> set[str]:
    if kind in ("v", "e", "d"):
        return verb_forms(word)
    return {word, _with_s(word)} if kind in ("n", "l", "r") else {word}


def verb_forms(word: str) -> set[str]:
    """The forms of a verb; where a consonant may be doubled, with and without."""
    stems = {word}
    if len(word) > 2 and word[-1] not in "wxyaeiou" and word[-2] in _VOWELS:
        stems.add(word + word[-1])
    if word.endswith("e"):
        made = {word + "d", word[:-1] + "ing"}
    elif word.endswith("y") and word[-2] not in _VOWELS:
        made = {word[:-1] + "ied", word + "ing"}
    else:
        made = {stem + ending for stem in stems for ending in ("ed", "ing")}
    return made | {word, _with_s(word)} | set(_IRREGULAR.get(word, "").split())


def _with_s(word: str) -> str:
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"
