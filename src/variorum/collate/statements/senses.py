"""Words that report one thing in other words: irregular forms, and words put for each other.

Two reports of one utterance, by other desks or from another language, share few words as printed.
What is meant here is no dictionary: of words in a line, any may stand for any other where somebody
is reported to have said that something was done.
"""

from typing import Final

_IRREGULAR: Final = """
be: been; become: became; begin: began begun; bind: bound; blow: blew blown; break: broke broken;
bring: brought; build: built; burn: burnt; buy: bought; catch: caught; choose: chose chosen;
cling: clung; deal: dealt; draw: drew drawn; drink: drank drunk; drive: drove driven; eat: ate
eaten; fall: fell fallen; feed: fed; feel: felt; fight: fought; find: found; flee: fled; fly: flew
flown; forbid: forbade forbidden; forget: forgot forgotten; forgive: forgave forgiven; freeze:
froze frozen; give: gave given; grow: grew grown; hang: hung; hear: heard; hide: hid hidden; hold:
held; keep: kept; lead: led; leave: left; lend: lent; lose: lost; mean: meant; meet: met; pay:
paid; ride: rode ridden; ring: rang rung; rise: rose risen; run: ran; see: saw seen; seek: sought;
sell: sold; send: sent; shake: shook shaken; shine: shone; shoot: shot; show: shown; shrink:
shrank shrunk; sing: sang sung; sink: sank sunk; sit: sat; sleep: slept; speak: spoke spoken;
spend: spent; stand: stood; steal: stole stolen; stick: stuck; strike: struck; swear: swore sworn;
swim: swam swum; take: took taken; teach: taught; tear: tore torn; tell: told; think: thought;
throw: threw thrown; understand: understood; undertake: undertook undertaken; wake: woke woken;
wear: wore worn; win: won; withdraw: withdrew withdrawn; write: wrote written; child: children;
man: men; woman: women; person: people; foot: feet; life: lives; wife: wives; mouse: mice; tooth:
teeth; half: halves; overthrow: overthrew overthrown; overtake: overtook overtaken; foresee:
foresaw foreseen; rebuild: rebuilt; repay: repaid; uphold: upheld; withhold: withheld; withstand:
withstood; mislead: misled; outgrow: outgrew; oversee: oversaw overseen; resell: resold; rethink:
rethought
"""

_ALIKE: Final = """
arrest detain custody
kill dead death die fatal fatality slay perish
wound injure hurt injury casualty
resign quit resignation
sack dismiss fire oust depose topple overthrow
postpone delay defer adjourn
cancel scrap
shut close closure shutdown
reopen open
suspend halt stop cease
resume restart
veto block
boycott shun
ban forbid prohibit outlaw bar
allow permit authorize
approve endorse adopt ratify
reject refuse rebuff
accept agree agreement consent
deal pact accord treaty
truce ceasefire armistice
troop soldier army military
weapon arm
captive prisoner detainee
hostage captor
rebel insurgent guerrilla
protester demonstrator protest demonstrate demonstration rally
strike walkout stoppage
talk negotiation negotiate dialogue
meet meeting
envoy ambassador diplomat emissary
law legislation bill
parliament legislature assembly
lawmaker legislator deputy mp
election poll ballot
vote referendum
court judge tribunal
trial prosecution prosecute
jail prison imprison
verdict ruling judgment
pay payment
debt arrear owe unpaid
buy purchase acquire acquisition
sell sale
raise increase hike
cut reduce reduction slash lower
fall drop decline decrease
rise climb grow growth
price cost
job worker employee staff workforce layoff
salary wage
begin start launch
finish complete
quick fast swift rapid
big large huge
doctor physician medic
hospital clinic
drug medicine medication
disease illness
vaccine vaccinate vaccination jab
migrant refugee
deport deportation expel expulsion
border frontier
flood deluge
dam reservoir
ship vessel boat
plane aircraft jet airliner
car vehicle
truck lorry
accident crash
bomb explosive
blast explosion explode detonate
missile rocket
shell artillery
drone uav
attack assault raid
shoot gunfire shooting
peace peaceful
war conflict
free release
withdraw withdrawal pullout
return handover
seize capture
destroy demolish
alter tamper falsify
fraud rigging rig
steal theft loot
lie false untrue falsehood
fake fabricate invention
evidence proof
probe investigation investigate inquiry
accuse blame
insult offend
threat threaten
warn warning
demand insist
promise pledge vow undertake
help aid assist assistance
fund money cash
sanction embargo
tariff duty levy
tax taxation
company firm enterprise
bank lender
plan scheme
report document
letter note
secret covert
leader chief head
country nation state
government cabinet
village hamlet
town city
region province
rule govern
safe secure security
danger dangerous risk
hunger famine starve starvation
poor poverty
old elderly pensioner
pupil schoolchild student
teacher lecturer
university college
search hunt
rescue save
miss missing
house home
land territory
river stream
gas lng
power electricity
valve tap
"""


def _forms() -> dict[str, str]:
    """Each irregular form with the word that it is a form of."""
    lines = (line.partition(":") for line in _IRREGULAR.replace("\n", " ").split(";"))
    return {form: base.strip() for base, _, forms in lines for form in forms.split()}


BASES: Final = _forms()
"""Irregular forms, with the words that they are forms of."""

ALIKE: Final = {
    word: line.split()[0] for line in _ALIKE.strip().splitlines() for word in line.split()
}
"""Words that reporters put for each other, with the first of their line."""
