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
visit meeting: attend
visit: visit travel trip tour journey arrive arrival host fly
attack invasion: assault
attack: attack bomb bombing bombardment bombard shell shelling raid airstrike air-strike
    missile shoot shooting ambush hit target fire
attack walkout: strike
walkout: walkout stoppage work-stoppage industrial-action down-tools go-on-strike strike-action
    walk-out
invasion: invade invasion incursion offensive operation aggression intervention
war: war conflict hostility fighting fight warfare
annexation: annex annexation seize seizure capture occupy occupation
death: kill killing death die murder assassinate assassination slay slaying massacre deadly
injury: injure wound injury hurt
explosion: explode explosion blast detonate detonation
election: first-round election-day polling general-election presidential-election
runoff: runoff run-off second-round
rerun: re-run rerun revote
election: elect election re-election reelection vote poll ballot referendum by-election
resignation: resign resignation quit depart departure exit oust ouster step-down stand-down leave
    give-up recuse recusal
withdrawal: withdraw withdrawal retreat pull-out pullout leave exit quit walk-away walk-out
    pull-back drawdown
appointment: appoint appointment name nominate nomination install inauguration inaugurate swear-in
sanction: sanction embargo
tariff: tariff duty levy
ceasefire: ceasefire cease-fire truce armistice cessation
agreement: agreement agree accord pact treaty deal sign signing accept initial settlement
    prisoner-swap hostage-deal trade-deal peace-deal
arrest: arrest detain detention apprehend custody house-arrest captivity captive hold-captive
    imprison imprisonment jail take-hostage seize
charge: charge indict indictment
suit: sue lawsuit suit litigation file lodge complaint complain arbitration claim court-case
    class-action arbitration-claim
trial: trial try retrial
conviction: convict conviction verdict
sentence: sentence sentencing
protest: protest demonstrate demonstration rally march unrest sit-in encampment
swap: swap exchange
release: release free liberate set-free repatriation repatriate
release swap handover: hand-over hand-back
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
speech: address speech televised-address video-address video-message radio-address sermon
    televised-speech video-speech campaign-speech keynote
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
dispute: dispute row spat quarrel clash rift split feud squabble falling-out trade-dispute
coup: coup putsch overthrow topple oust ouster depose power-grab mutiny
closure: close closure shut shutter shutdown close-down wind-down wind-up seal-off border-closure
    airspace-closure
closure halt: suspend suspension interrupt interruption switch-off cut-off cutoff shutoff shut-off
    gas-cut supply-cut disrupt disruption cut-supply turn-tap turn-wheel
closure blockade: seal choke choke-off
reopening: reopen reopening open opening open-border open-crossing open-gate
resumption reopening: switch-on
blockade: block blockade barricade picket seal-off cordon roadblock road-block choke block-road
    human-chain
transfer: transfer move relocate relocation
burial: bury burial funeral
accusation: accuse accusation blame allegation
condemnation: condemn condemnation denounce denunciation slam blast criticise criticize criticism
    deplore decry rebuke lambast castigate
threat: threaten threat warn warning ultimatum
advice: advise advice counsel warn warning caution recommend recommendation advisory travel-advisory
    travel-warning
demand: demand plea plead appeal urge implore beg ask request call-for
denial: deny denial rebut refute contradict dismiss-as
refusal: refuse refusal reject rejection decline turn-down rebuff spurn rule-out veto snub brush-off
    brush-aside throw-out vote-down
veto: veto block override
promise: promise pledge vow guarantee undertake
offer: offer propose proposal
evacuation: evacuate evacuation
collapse: collapse burst breach give-way crack fail failure rupture cave-in dam-failure dam-break
    building-collapse bridge-collapse
collapse crash explosion quake storm flood landslide blaze sinking: disaster catastrophe tragedy
    calamity
sinking: sink sinking capsize capsizing shipwreck founder
inquiry: inquiry probe investigation investigate police-inquiry internal-inquiry
    commission-of-inquiry examine examination
halt: halt stop stoppage pause cease break-off break-down halt-work stop-work halt-production
resumption: resume restart resumption
entry: storm enter storming
handover: hand-over hand-back give-back handover
increase: raise increase hike price-hike rate-hike rate-rise price-rise raise-price raise-rate
    price-increase fare-increase
decrease: lower slash trim lower-rate cut-rate rate-cut
sending: send dispatch despatch rush fly-in ferry ship airlift deploy deployment send-in send-troops
    send-soldiers send-forces send-warships send-ship send-aid send-help airdrop
shipment: ship shipment supply delivery deliver consignment resupply
arrival: arrive arrival dock moor berth anchor land landing come-ashore
departure: depart departure sail set-out set-off take-off
trade: buy purchase acquire acquisition sell sale
payment: pay payment pay-off pay-out repay repayment settle
detection: detect detection identify diagnose diagnosis discover discovery
infection: infect infection outbreak epidemic
vaccination: vaccinate vaccination inoculate inoculation immunise immunize vaccination-campaign
    vaccination-drive
death: drown perish toll fatality casualty claim-life put-toll raise-toll take-toll bring-toll
    drowning mass-killing
expulsion: expel expulsion deport deportation banish declare-persona send-home persona-non-grata
repulse: turn-back turn-away push-back send-back pushback
recall: recall recall-ambassador withdraw-ambassador
summons: summon summons
cancellation: cancel cancellation scrap call-off axe abandon drop
postponement: defer adjourn adjournment reschedule put-back push-back
espionage: spy spying espionage eavesdrop eavesdropping wiretap wiretapping bug spy-on surveil
    surveillance
leak: leak disclose disclosure reveal revelation pass-secret hand-secret sell-secret pass-document
swap: spy-swap prisoner-swap prisoner-exchange hostage-deal exchange-prisoners swap-prisoners
    trade-prisoners
coup: remove removal seize-power take-power
dismissal: remove removal oust lay-off layoff redundancy job-cut make-redundant lose-job job-loss
strikeballot: strike-ballot strike-vote
lifting: lift lifting ease easing remove relax loosen unfreeze
freeze sanction: freeze asset-freeze freeze-assets freeze-account
approval: approve approval adopt adoption pass passage enact enactment ratify ratification clear
    endorse endorsement sign-into-law
count: count recount vote-count vote-counting count-vote count-ballot ballot-count
campaign: campaign election-campaign
vote: vote ballot poll cast-ballot cast-vote division vote-against
oath: swear-in swearing-in inauguration inaugurate oath oath-taking
nationalisation takeover: nationalise nationalize nationalisation nationalization take-over takeover
rescue: rescue save bail-out bailout recapitalise recapitalize rescue-package rescue-loan
    rescue-mission rescue-operation
fine: fine penalty penalise penalize
devaluation: devalue devaluation
default: default bankruptcy go-bankrupt insolvency
rationing: ration rationing curtail curtailment throttle reduce
increase sending: reinforce reinforcement buildup build-up
ceremony: ceremony rite ritual blessing procession
match: match game fixture final semifinal semi-final cup-final
fund: fund funding finance
expansion: expand expansion extend extension
construction: build construct construction erect
repair: repair rebuild rebuilding restore reconstruction reinforce strengthen
drainage: drain empty lower
search: search comb scour dig-through search-operation rescue-effort
curfew: curfew impose-curfew curfew-order
lockdown: lockdown quarantine isolate self-isolation
appeal: appeal
extradition: extradite extradition
absence: stay-away fail-to-appear no-show fail-to-attend
attendance: attend turn-up show-up take-part
hiring: hire hiring recruit recruitment
surrender: surrender capitulate capitulation lay-down
defection: defect defection
deadlock: deadlock impasse stalemate standoff stand-off
torching: burn torch set-fire set-ablaze burn-down arson
robbery: rob robbery heist burglary steal theft burgle
extension: prolong prolongation
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
    elif "-".join(words) in FAMILIES:
        words = ("-".join(words),)
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
    return bool(families & {"resignation", "death", "appointment", "election", "runoff", "coup"})


def is_placed(families: frozenset[str]) -> bool:
    """Whether nobody does it, so that it is known by its place: an earthquake, a flood."""
    return bool(families & _PLACED)


_PLACED: Final = frozenset(
    {"quake", "storm", "flood", "blaze", "eruption", "landslide", "crash", "explosion", "avalanche"}
)
