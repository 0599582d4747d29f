"""Words that reporters use for one another, so that what one calls lorries is another's trucks.

General English only: nothing here knows a topic.
"""

from typing import Final

from variorum.compare.words import stem

_KIN: Final = (
    # things that are counted
    "lorry truck", "helicopter chopper", "drone uav", "ship vessel boat",
    "aircraft plane airplane jet airliner", "child kid youngster", "officer policeman policemen",
    "home house", "job post", "firm company", "soldier troop serviceman servicemen",
    "tourist holidaymaker", "doctor medic", "fighter militant gunman gunmen insurgent",
    "demonstrator protester protestor marcher", "employee worker staff", "captive hostage",
    "inmate prisoner", "euro €", "dollar $", "pound £", "metre meter", "tonne ton",
    "lawmaker deputy legislator mp parliamentarian", "car vehicle", "shell rocket missile",
    "building structure", "ballot vote", "migrant refugee asylum-seeker immigrant",
    "tariff duty levy", "import imported", "export exported", "delegation delegate team",
    "expert specialist", "panel committee", "truce ceasefire armistice",
    "accord agreement deal pact treaty", "call conversation phone telephone",
    "talks negotiation negotiate", "demand request", "offer propose proposal", "poll survey",
    "verdict ruling", "warning warn", "war conflict warfare", "reporter journalist",
    "chief head boss director", "lawyer attorney counsel", "crew crewman", "wedge split rift",
    "border frontier", "barrier fence wall", "vaccine jab dose", "cash money sum",
    "riot unrest disorder", "leak leakage", "tent shelter", "aid relief assistance", "bus coach",
    "quake earthquake", "blaze fire", "rebel rebellion", "salary wage pay", "walkout stoppage",
    "gunfire shooting", "wife spouse husband",
    # two spellings
    "cancel cancelled canceled cancelling canceling cancellation scrap", "labour labor",
    "defence defense", "centre center", "programme program", "organise organize",
    "organisation organization", "neighbour neighbor", "favour favor", "harbour harbor",
    "honour honor", "colour color", "rumour rumor", "offence offense", "licence license",
    "travel travelled traveled travelling traveling", "theatre theater", "armour armor",
    "kilometre kilometer km", "litre liter", "fibre fiber", "judgement judgment", "tyre tire",
    "fuel fuelled fueled", "model modelled modeled", "signal signalled signaled",
    "behaviour behavior", "paediatric pediatric", "haemorrhagic hemorrhagic", "sceptic skeptic",
    # what is done to them
    "kill dead die died dies dying death slay slain fatality toll corpse perish",
    "injure hurt wound injury", "arrest detain detention custody", "strand trap stuck",
    "buy purchase acquire sell sale", "send despatch dispatch deploy rush", "receive reach get got",
    "evacuate displace move relocate", "free release", "kidnap abduct seize capture",
    "march rally protest demonstrate demonstration", "close shut closure", "fund finance financing",
    "resign quit resignation", "collapse burst breach", "raid storm", "invade invasion",
    "explode explosion blast", "build built construct construction", "begin start open",
    "steal theft", "threaten threat", "meddle meddling interfere interference", "collude collusion",
    "attack assault strike", "poison poisoning", "exchange swap trade",
    "jail imprison imprisonment prison", "halt stop pause suspend suspension",
    "postpone postponement delay defer", "endorse endorsement",
    "alter tamper falsify forge manipulate", "flee fled escape", "ban prohibit prohibition outlaw",
    "sack dismiss dismissal", "cut reduce reduction slash", "raise increase", "refuse refusal",
    "agree consent", "appoint appointment", "elect election", "order command instruct",
    "cross crossing", "rescue save rescuer", "recover retrieve", "expel expulsion",
    "accuse accusation", "blame blaming", "admit admission", "decide decision",
    "approve approval", "reject rejection", "withdraw withdrawal pullout", "remove removal",
    "destroy destruction", "extend extension", "recognise recognize recognition",
    "compensate compensation", "ratify ratification", "nominate nomination",
    "vaccinate vaccination immunise immunize immunisation immunization", "deport deportation",
    "extradite extradition", "merge merger", "deploy deployment", "pay payment payout",
    "treat treatment", "participate participation", "investigate investigation inquiry probe",
    "present presentation", "inspect inspection inspector", "restrict restriction curb",
    "compete competition", "negotiator envoy mediator", "passenger traveller traveler",
)  # fmt: skip

_HEADS: Final = {stem(word): stem(words.split()[0]) for words in _KIN for word in words.split()}


def kin(word: str) -> str:
    """The stem that stands for a stem and its relatives."""
    return _HEADS.get(word, word)
