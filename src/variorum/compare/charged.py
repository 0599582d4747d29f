"""Words of news English that take sides.

Made by hand, of general English. Their neutral counterparts ("government" for "regime", "said" for
"claimed") are left out: a change is told by the word that takes sides, wherever it came or went.
"""

from typing import Final

from variorum.compare.words import stem

_GROUPS: Final = (
    # armed force
    "war invasion invade invaded assault offensive attacked incursion raid intervention aggression "
    "bombardment genocide massacre massacred slaughter slaughtered bloodshed carnage onslaught",
    # land
    "annexed annexation occupied occupation seized seizure liberated liberation reunified "
    "reunification breakaway conquered conquest stolen grabbed colonized colonised",
    # fighters
    "terrorist terrorists terrorism terror militant militants rebel rebels insurgent insurgents "
    "separatist separatists extremist extremists gunman gunmen jihadist jihadists guerrilla "
    "guerrillas mercenary mercenaries freedom partisans thug thugs henchmen warlord warlords",
    # rule
    "regime junta dictator dictators dictatorship strongman autocrat autocratic tyrant tyranny "
    "puppet "
    "clique cronies oligarch oligarchs",
    # crowds
    "riot riots rioters mob mobs unrest uprising revolt coup putsch insurrection turmoil crackdown",
    # death
    "murdered murder executed execution assassinated assassination eliminated neutralized "
    "neutralised martyred martyr slain",
    # moving people
    "alien aliens illegals illegal undocumented deported deportation expelled expulsion",
    # saying
    "claimed claim claims claiming admitted admits admit conceded concedes confessed boasted "
    "bragged "
    "alleged alleges ranted lashed slammed blasted railed vowed threatened scoffed mocked "
    "ridiculed "
    "lied whined complained refused",
    # judging
    "falsely sham scam hoax plot conspiracy scandal meddling collusion fraud rigged corrupt bribe "
    "lie lies lying propaganda disinformation fake so-called notorious infamous hardline hard-line "
    "far-right far-left radical fringe ultranationalist extreme disgraced embattled",
    # dealing
    "surrender surrendered capitulation capitulated appeasement ultimatum blackmail extortion "
    "snubbed rebuffed ousted toppled unpunished purged purge sacked",
    # money and rights
    "bailout handout handouts gutted slashed censorship torture tortured gunpoint coercion duress",
    # feeling
    "furious enraged panicked chaos chaotic disaster catastrophe debacle fiasco humiliated "
    "humiliation humiliating triumph triumphant brutal ruthless savage barbaric cowardly heroic "
    "hero traitor treason betrayed betrayal foe enemy adversary",
)
CHARGED: Final = frozenset(stem(word) for group in _GROUPS for word in group.split())
"""The stems of all of them."""
