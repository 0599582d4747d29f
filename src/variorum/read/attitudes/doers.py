"""Which nouns and names stand for somebody who may stand somewhere, and which for nobody."""

import re
from typing import Final

from variorum.read.attitudes.clauses import Clauses
from variorum.read.entities import is_role
from variorum.read.lexicon import INSTITUTIONS, MEDIA, PEOPLE

NOBODY: Final = frozenset(
    "some many others most several few both those people someone everyone nobody other anyone "
    "who which that this these more all each another one ones none everybody somebody man woman "
    "person friend members member place source".split()
)
"""Words for people that do not tell who they are."""

BODIES: Final = frozenset(
    "wing faction lobby camp side duo trio left right voters veterans moderates hawks doves "
    "centrists liberals conservatives progressives unions workers farmers students women men "
    "teachers doctors scientists environmentalists parents families companies businesses "
    "firms banks investors manufacturers industry citizens residents people americans "
    "militants rebels fighters troops protesters demonstrators clerics bishops organizers "
    "organisers advocates campaigners panel jury bench groups nations countries states "
    "governments allies capitals opposition household diocese synod curia guild chamber clan tribe "
    "clans tribes village villages villagers town towns borough county parish commune "
    "communes province region district districts municipality municipalities neighbourhood "
    "neighborhood congregation faculty staff crew crews pilots nurses midwives miners makers "
    "bakers owners tenants drivers dockers landlords hoteliers publicans hunters fishers actors "
    "tutors academics artists authors monks nuns priests imams rabbis elders shareholders "
    "bondholders creditors donors guarantors charities charity museum gallery orchestra library "
    "hospital hospitals trust institution retailer retailers chain lender lenders insurer insurers "
    "utility utilities carrier carriers operator operators producer producers brewer brewers "
    "maker buyer buyers seller sellers supplier suppliers exporters importers cooperative co-op "
    "collective startup platform platforms league leagues club clubs federations unions lobby "
    "lobbyists neighbours neighbors descendants survivors relatives victims veterans pensioners "
    "commuters passengers motorists cyclists hauliers truckers islanders locals indigenous "
    "republicans democrats greens socialists communists nationalists royalists separatists "
    "federalists unionists loyalists islamists populists delegates deputies legislators mps meps "
    "judges justices magistrates bailiffs generals officers commanders troops mutineers soldiers "
    "chiefs mayors governors ministers premiers chancellors bosses directors managers trustees "
    "dispatchers ambassadors users customers shops restaurants cafes pubs traders shopkeepers "
    "stallholders "
    "universities colleges schools churches villages fishermen anglers beekeepers ranchers "
    "hunters growers breeders insurers regulators watchdogs "
    "family developers hauliers contractors landowners householders "
    "taxpayers ratepayers undertakers porters stewards handlers couriers riders crofters "
    "trawlermen smallholders sheepfarmers vintners brokers bookmakers".split()
)
"""Nouns for many who may stand somewhere together."""

OWNING: Final = frozenset("his her its their our my".split())
"""Words for whose something is."""

OWN_BODIES: Final = frozenset(
    "party government administration ministry union country nation group organisation organization "
    "company firm movement council cabinet coalition alliance league federation association "
    "department office campaign team side people fighters forces army city council club board bank "
    "firm school state agency commission committee parliament court church league airline operator "
    "coordination front members followers supporters players clients association deputies mps "
    "lawmakers legislators senators councillors delegates delegation ministers faction bloc caucus "
    "crews pilots drivers nurses teachers doctors farmers fishermen villagers residents workers "
    "hospital university museum theatre station village town community tribe family".split()
)
"""Bodies that somebody speaks for who calls them theirs."""

QUANTITIES: Final = frozenset(
    "thirds quarters fifths number group handful tens majority minority assortment array dozens "
    "hundreds thousands "
    "scores percent coalition pair trio series host half third quarter lot bunch plurality "
    "range".split()
)
"""Nouns that count those who are named behind them."""

ALONE: Final = frozenset(
    "parliament government cabinet opposition junta senate congress legislature presidency "
    "regulator coalition council assembly court police".split()
)
"""Bodies that are known without a name."""


_NO_DOERS: Final = frozenset(
    "numbers letters papers powers matters members orders borders quarters headquarters others "
    "computers rivers waters layers towers factors sectors doors floors colors colours rumors "
    "rumours errors terrors horrors mirrors favors favours offers tenders figures measures "
    "corridors harbors harbours hours vapors tumors tumours majors minors anniversaries dollars "
    "users readers viewers customers consumers trailers trackers servers routers printers covers "
    "winters summers posters chapters disasters fingers shoulders daughters sisters brothers "
    "mothers fathers feathers flowers showers answers dinners corners manners banners barriers "
    "carriers tankers containers helicopters bombers fighters boosters sensors reactors motors "
    "tractors monitors indicators vectors elevators calculators disorders folders borders "
    "blockers filters meters metres centers centres theaters theatres fibers fibres transfers "
    "barometers newspapers chambers charters clusters counters drawers feeders hangers heaters "
    "lasers lawnmowers lockers markers pointers razors rollers scanners shutters slippers "
    "speakers stickers timers trousers wrappers".split()
)
"""Plural nouns in -ers and -ors that do nothing themselves, or are anybody."""


def is_agentive(low: str, tag: str) -> bool:
    """Whether a plural names people by what they do: "growers", "economists", "fishermen"."""
    if tag not in ("NNS", "NN") or low in _NO_DOERS:
        return False
    is_sure = low.endswith(("men", "women", "ists", "icians", "arians", "eers", "neighbours"))
    return (is_sure and tag == "NNS") or (
        low.endswith(("ers", "ors")) and tag == "NNS" and len(low) > 6
    )


def is_bare_body(clauses: Clauses, head: int) -> bool:
    """Whether a subject is a body without its name, for which who speaks may well speak."""
    own = [clauses.low[one] for one in clauses.children(head) if one < head]
    return clauses.low[head] in OWN_BODIES - {"people", "side"} and own in (["the"], [])


def is_bare_office(clauses: Clauses, head: int) -> bool:
    """Whether a subject is an office without its holder's name: "said that the president would"."""
    own = [clauses.low[one] for one in clauses.children(head) if one < head]
    is_plain = own == ["the"] or (bool(own) and set(own) <= OWNING)
    return clauses.low[head] in _OFFICES and is_plain


_OFFICES: Final = frozenset(
    "president premier chancellor minister king queen emir sultan prince princess leader chairman "
    "chairwoman chair director governor mayor secretary ambassador envoy delegation negotiators "
    "delegates team forces troops soldiers army".split()
)
"""Offices and forces for which those who speak tell what they will do."""


_TEXTS: Final = frozenset(
    "constitution act bill amendment treaty report survey poll bible quran koran charter accord "
    "agreement code index clause".split()
)
_TWICE: Final = re.compile(r"(\w{4,})\1|\bMORE$")


def is_no_doer(name: str) -> bool:
    """Whether a name is a text's, or was run together by a page: "Lee GrahamGraham"."""
    return name.rsplit(maxsplit=1)[-1].casefold() in _TEXTS or _TWICE.search(name) is not None


def is_medium(name: str) -> bool:
    """Whether a name is a newspaper's or the like; an agency's only if it says so."""
    words = name.casefold().split()
    if words[-1] == "agency" and len(words) > 2:
        return bool({"news", "press"} & set(words))
    return words[-1] in MEDIA


def is_somebody(name: str) -> bool:
    """Whether words that stand for no entity tell of people or an office."""
    words = name.casefold().split()
    known = PEOPLE | INSTITUTIONS | BODIES
    return not is_vague(name) and any(
        word in known
        or is_role(word)
        or is_role(word.removesuffix("s"))
        or is_agentive(word, "NNS")
        for word in words
    )


def is_vague(name: str) -> bool:
    """Whether all words of a name are for people who are not told: "some others"."""
    return all(word in NOBODY or word in ("the", "a", "an") for word in name.casefold().split())
