"""Which nouns and verbs name events of one kind: "meet", "meeting", "talks", "summit"."""

import re
from functools import lru_cache
from typing import Final

_FAMILIES: Final = """
call: call phone telephone ring dial videocall
meeting: meet meeting summit sit-down confer conference negotiation negotiate parley roundtable
    huddle tete-a-tete audience encounter mediation mediate
call meeting: talk discussion discuss conversation converse speak consultation consult
    contact chat dialogue
visit: visit travel trip tour journey arrive arrival host fly
attack invasion: assault
attack: attack bomb bombing bombardment bombard shell shelling raid airstrike air-strike
    missile shoot shooting ambush hit target fire
attack walkout: strike
walkout: walkout stoppage
invasion: invade invasion incursion offensive operation aggression intervention
war: war conflict hostility fighting fight warfare
annexation: annex annexation seize seizure capture occupy occupation
death: kill killing death die murder assassinate assassination slay slaying massacre deadly
injury: injure wound injury hurt
explosion: explode explosion blast detonate detonation
election: elect election re-election reelection vote poll ballot referendum by-election runoff
resignation: resign resignation quit depart departure exit oust ouster step-down stand-down leave
    give-up
withdrawal: withdraw withdrawal retreat pull-out pullout leave exit
appointment: appoint appointment name nominate nomination install inauguration inaugurate swear-in
sanction: sanction embargo
tariff: tariff duty levy
ceasefire: ceasefire cease-fire truce armistice cessation
agreement: agreement agree accord pact treaty deal sign signing
arrest: arrest detain detention apprehend custody house-arrest
charge: charge indict indictment
suit: sue lawsuit suit litigation
trial: trial try retrial
conviction: convict conviction verdict
sentence: sentence sentencing
protest: protest demonstrate demonstration rally march unrest
swap: swap exchange
release: release free liberate
dismissal: fire dismiss dismissal sack
launch: launch release unveil introduce introduction debut rollout roll-out unveiling
announcement: announce announcement unveil declare declaration
crash: crash collision collide derail derailment
fall: fall drop decline decrease slide slump plunge tumble plummet sink
rise: rise gain increase climb jump surge soar rally
purchase: buy purchase acquire acquisition takeover buyout
merger: merge merger
sale: sell sale
cut: cut layoff reduce reduction eliminate elimination slash
aid: aid loan bailout grant bail-out rescue
ban: ban prohibit bar
test: test
flight: flight fly
briefing: briefing brief news-conference press-conference
invitation: invite invitation
postponement: postpone postponement delay put-off
bankruptcy: bankruptcy
hearing: hearing testify testimony
quake: quake earthquake tremor temblor
storm: storm hurricane cyclone typhoon
flood: flood flooding
landslide: landslide mudslide
eruption: eruption erupt
avalanche: avalanche
blaze: blaze wildfire inferno
hack: hack hacking meddling meddle interference interfere
dispute: dispute row spat quarrel clash rift split
coup: coup putsch overthrow topple oust ouster depose power-grab mutiny
closure: close closure shut shutter shutdown close-down wind-down wind-up
reopening: reopen reopening
blockade: block blockade barricade picket seal roadblock choke
transfer: transfer move relocate relocation
burial: bury burial
accusation: accuse accusation blame allegation
threat: threaten threat warn warning ultimatum
demand: demand plea plead appeal urge
evacuation: evacuate evacuation
collapse: collapse burst breach give-way crack
inquiry: inquiry probe investigation investigate
halt: halt stop suspend stoppage pause suspension
resumption: resume restart resumption
entry: storm enter storming
handover: hand-over hand-back give-back handover
increase: raise increase hike
"""


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entry in re.sub(r"\n\s+", " ", _FAMILIES).strip().split("\n"):
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
    found = [FAMILIES[plain] for word in words if (plain := _plain(word)) in FAMILIES]
    if not found:
        return (
            frozenset()
            if not words or words[-1] in _LIGHT
            else frozenset(("=" + _stem(words[-1]),))
        )
    common = frozenset.intersection(*found)
    return common or found[-1]


def _plain(word: str) -> str:
    """A word without the ending of a plural, if that gives a word of a family."""
    for ending in ("", "s", "es"):
        plain = word.removesuffix(ending)
        if plain in FAMILIES:
            return plain
    return word


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


def families_told(label: str, parties: int, behind: str) -> frozenset[str]:
    """The families of an event with so many parties, and the words behind it.

    Who speaks alone converses with nobody; who speaks by telephone calls.
    """
    families = families_of(label)
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
    return bool(families & {"resignation", "death", "appointment", "election"})


def is_placed(families: frozenset[str]) -> bool:
    """Whether nobody does it, so that it is known by its place: an earthquake, a flood."""
    return bool(families & _PLACED)


_PLACED: Final = frozenset(
    {"quake", "storm", "flood", "blaze", "eruption", "landslide", "crash", "explosion", "avalanche"}
)
