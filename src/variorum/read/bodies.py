"""What kinds of bodies there are: the nouns for them, and the words of their names that tell them.

A noun such as "company" or "bloc" stands for a body of its kind. What kind a body is, its name
tells ("Northern Airways" is an airline), or the text ("Doe, a contractor based in Singapore").
"""

from typing import Final, NamedTuple


class Kind(NamedTuple):
    """A kind of bodies.

    `general`: nouns that fit each of the kind; `special`: nouns that fit some of it only; `names`:
    words of a name that tell the kind, most often the last, or the whole name of a well-known one.
    """

    general: frozenset[str]
    special: frozenset[str]
    names: frozenset[str]


def _kind(general: str, special: str = "", names: str = "") -> Kind:
    return Kind(*(frozenset(words.split()) for words in (general, special, names)))


KINDS: Final = {
    "company": _kind(
        "company firm corporation business operator owner contractor developer employer maker "
        "manufacturer producer supplier builder giant conglomerate startup start-up subsidiary",
        "airline carrier bank lender insurer retailer miner carmaker automaker brewer brewery "
        "chain utility shipper refiner drugmaker planemaker chipmaker brokerage",
        "inc inc. corp corp. corporation co co. ltd ltd. limited plc llc gmbh ag holdings holding "
        "industries motors motor airlines airways airline energy oil gas petroleum mining mines "
        "minerals gold steel electric hydro power telecom telecommunications technologies "
        "technology systems logistics shipping lines pharma pharmaceuticals foods brewery brewing "
        "resources capital stores terminals railways aerospace entertainment pictures studios "
        "software labs laboratories chemicals cement construction contractors engineering "
        "insurance partners enterprises bank bancorp google facebook amazon apple microsoft "
        "twitter uber boeing airbus tesla walmart starbucks exxon exxonmobil chevron shell bp "
        "toyota volkswagen nissan honda samsung huawei netflix pfizer moderna gazprom rosneft "
        "verizon comcast airbnb lyft paypal spotify tiktok ibm intel oracle sony nokia siemens "
        "monsanto nike mcdonald's target carrier enron halliburton lockheed raytheon",
    ),
    "union": _kind(
        "union", "federation brotherhood guild", "union unions federation brotherhood guild unison"
    ),
    "bloc": _kind(
        "bloc",
        "alliance league",
        "eu asean ecowas nato mercosur caricom sadc opec gcc brics european african arab",
    ),
    "ministry": _kind("ministry department", "", "ministry department treasury"),
    "agency": _kind(
        "agency",
        "bureau service authority regulator watchdog",
        "agency bureau service authority directorate fbi cia nasa epa fda cdc nsa "
        "tsa irs fema ice dea atf noaa faa usda cbp uscis fsb mi5 mi6 unicef unhcr who iaea",
    ),
    "airline": _kind("airline carrier", "", "airlines airways airline air aviation"),
    "bank": _kind("bank lender", "", "bank bancorp reserve"),
    "party": _kind(
        "party", "front movement", "party front labour tories snp afd ukip gop fidesz likud"
    ),
    "court": _kind("court", "tribunal", "court tribunal circuit"),
    "council": _kind("council", "", "council"),
    "commission": _kind("commission", "panel", "commission"),
    "committee": _kind("committee", "panel", "committee"),
    "parliament": _kind(
        "parliament", "chamber legislature assembly house senate",
        "parliament senate house congress assembly legislature knesset duma rada bundestag",
    ),
    "newspaper": _kind(
        "newspaper paper", "daily tabloid weekly broadsheet",
        "times post journal tribune herald gazette guardian telegraph globe star sun mirror "
        "chronicle inquirer newspaper courier ledger observer sentinel constitution examiner "
        "dispatch register independent mail bild figaro monde pravda izvestia kommersant",
    ),
    "agency of news": _kind(
        "agency service", "wire",
        "reuters afp ap tass interfax xinhua anadolu yonhap kyodo dpa bloomberg ansa",
    ),
    "magazine": _kind(
        "magazine", "weekly", "magazine spiegel newsweek time economist politico atlantic"
    ),
    "network": _kind(
        "network channel broadcaster station", "",
        "abc nbc cbs cnn fox msnbc bbc npr pbs itv sky tv television radio network channel cnbc",
    ),
    "university": _kind("university college school", "institute", "university college school"),
    "hospital": _kind("hospital clinic", "", "hospital clinic"),
    "church": _kind("church", "diocese", "church diocese vatican"),
    "police": _kind("department force", "", "police sheriff"),
    "group": _kind(
        "group organization organisation",
        "association foundation institute charity coalition nonprofit society ngo watchdog "
        "institution centre center tank fund federation",
        "association foundation institute society coalition alliance network center "
        "centre league fund group rights watch action international crescent aclu "
        "aarp naacp nra pac project initiative trust forum union federation",
    ),
    "team": _kind("team club", "side", "fc team club united"),
}  # fmt: skip
"""By name. One noun may be of several kinds."""

GOVERNING: Final = frozenset(
    "house kremlin pentagon government administration cabinet presidency embassy consulate army "
    "navy force command palace street states nations police office ministry staff guard".split()
)
"""Words of names of bodies that no noun of these kinds stands for, but for their own."""

NOUNS: Final = frozenset(noun for kind in KINDS.values() for noun in kind.general | kind.special)

WELL_KNOWN: Final = {
    "european union": "bloc", "african union": "bloc", "arab league": "bloc",
    "associated press": "agency of news", "press association": "agency of news",
    "canadian press": "agency of news", "agence france-presse": "agency of news",
    "white house": "", "red cross": "group", "red crescent": "group",
}  # fmt: skip
"""Names whose last word tells nothing, or something else."""


def kinds_of_noun(noun: str) -> frozenset[str]:
    """The kinds of bodies that a noun may stand for."""
    return frozenset(
        name for name, kind in KINDS.items() if noun in kind.general or noun in kind.special
    )


def kinds_of_name(words: tuple[str, ...]) -> frozenset[str]:
    """The kinds that the words of a name tell, in small letters; of none, no kind."""
    known = WELL_KNOWN.get(" ".join(words))
    if known is not None:
        return frozenset([known] if known else [])
    if len(words) > 3 and words[-1] in ("states", "nations") and "of" in words:
        return frozenset(["bloc"])
    if words[-1] == "administration" and len(words) > 2:
        return frozenset(["agency"])
    last = words[-1].rpartition("-")[2]
    found = _kinds_with(last, of_many=len(words) > 1)
    if "of" in words[1:]:
        found = _kinds_with(words[words.index("of", 1) - 1], of_many=True) or found
    return found


_ONE_WORD: Final = frozenset(
    "gold gas oil power energy air star sun mirror time post times union house front target fox "
    "shell apple carrier sky press action watch rights cross united european african arab".split()
)
"""Words that alone are hardly the name of the body of their kind."""


def _kinds_with(word: str, *, of_many: bool) -> frozenset[str]:
    if not of_many and word in _ONE_WORD - {"target", "fox", "shell", "apple", "carrier", "sky"}:
        return frozenset()
    return frozenset(name for name, kind in KINDS.items() if word in kind.names)
