"""Stands that are told by what somebody does: "imposed sanctions", "sealed its border"."""

from collections.abc import Iterator
from typing import Final

from variorum.read.attitudes.actors import Actors
from variorum.read.attitudes.clauses import CIRCUMSTANCES, Clauses
from variorum.read.attitudes.conditions import is_supposed
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.issues import words_of
from variorum.read.attitudes.lexicon import Sense, verb_forms
from variorum.read.attitudes.naming import names_something
from variorum.read.attitudes.places import head_of
from variorum.read.attitudes.stand import Issue, Stand
from variorum.read.attitudes.subjects import subject_of
from variorum.read.lexicon import CALENDAR

_LAWS: Final = frozenset(
    "bill law act treaty agreement pact amnesty legislation decree resolution accord constitution "
    "petition deal convention ceasefire truce protocol amendment reform budget measure charter "
    "motion bailout referendum ordinance statute package contract nomination appointment plan "
    "proposal memorandum declaration".split()
)
_RULES: Final = frozenset(
    "sanction sanctions tariff duty levy tax ban embargo curfew lockdown quarantine blockade "
    "restriction limit cap quota moratorium freeze mandate rule regulation fee fine toll visa "
    "martial emergency censorship rationing boycott subsidy penalty control requirement siege "
    "no-fly closure evacuation inquiry investigation probe review audit recount strike raid "
    "offensive operation campaign ultimatum deadline amnesty pardon exemption waiver reward bounty "
    "austerity cut rise increase hike veto".split()
)
_PLACES: Final = frozenset(
    "border frontier crossing airspace port harbour harbor embassy consulate mission school "
    "schools university church beach road bridge market mosque strait canal terminal office "
    "airport station pipeline valve mine plant factory camp".split()
)
_RUNNING: Final = frozenset(
    "aid funding membership participation involvement presidency talks talk negotiation "
    "negotiations cooperation flight export import delivery shipment payment transfer licence "
    "license permit visa account asset fund constitution parliament election vote summit "
    "meeting mediation service trade relation ties diplomat ambassador envoy contract "
    "broadcast project work construction production transmission recruitment extradition "
    "deportation eviction execution hostility supplies supply march festival tournament "
    "parade rally game fair celebration pilgrimage strike round ballot runoff run-off".split()
)
_OFFICERS: Final = frozenset(
    "minister chief director general governor judge ambassador envoy commander prosecutor cabinet "
    "government parliament adviser diplomat diplomats attache officer".split()
)
FORCES: Final = frozenset(
    "troop troops soldier force warship warplane tank missile peacekeeper observer inspector "
    "monitor battalion fleet".split()
)
_BODIES: Final = frozenset(
    "union bloc alliance league coalition government cabinet treaty pact accord agreement "
    "convention organisation organization talks negotiation court council commission boycott "
    "strike lawsuit protest campaign suit march consortium".split()
)
POLICIES: Final = _LAWS | _RULES | _PLACES | _RUNNING
"""Nouns for what somebody decides on."""

CALLED: Final = frozenset(
    "strike strikes march rally vote election elections referendum protest boycott summit".split()
)
"""What one calls who decides that it is held."""

_FOR: Final = {
    **dict.fromkeys(
        "sign ratify adopt enact pass approve back authorise authorize table submit co-author "
        "draft endorse".split(),
        _LAWS | _RULES | {"sale", "purchase", "merger", "takeover", "transfer", "use"},
    ),
    **dict.fromkeys(
        "impose introduce declare proclaim levy slap announce order open grant "
        "tighten extend prolong toughen reinstate reimpose decree".split(),
        _RULES,
    ),
    "clear": frozenset(
        "merger takeover sale deal plan acquisition purchase bid drug vaccine trial listing".split()
    ),
    "call": CALLED,
    **dict.fromkeys("close shut seal reopen open evacuate occupy".split(), _PLACES),
    **dict.fromkeys(
        "suspend halt cancel freeze scrap postpone delay resume restart stop end lift ease relax "
        "abolish repeal rescind revoke outlaw waive unfreeze release break cut sever restore "
        "restrict limit curb call_off put_off break_off cut_off".split(),
        POLICIES,
    ),
    **dict.fromkeys(
        "sack fire dismiss oust expel recall appoint reinstate dissolve withdraw suspend".split(),
        _OFFICERS | FORCES | _RUNNING,
    ),
    **dict.fromkeys("deploy dispatch send withdraw recall admit".split(), FORCES | _OFFICERS),
    **dict.fromkeys("join rejoin".split(), _BODIES),
    **dict.fromkeys(
        "quit leave abandon walk_out_of pull_out_of storm_out_of withdraw_from".split(), _BODIES
    ),
    **dict.fromkeys("ban bar prohibit forbid outlaw".split(), frozenset[str]()),
    **dict.fromkeys("blockade block barricade picket occupy".split(), _PLACES),
}
"""What a deed must be done to, to tell a stand; nothing for whatever has a name."""

_CAUSES: Final = frozenset(["over", "in_protest_at", "in_protest_over", "in_protest_against"])
_PROTEST: Final = frozenset(["at", "over", "against", "about"])
_SEASONS: Final = frozenset("spring summer autumn winter fall night holiday holidays phone".split())
_NATURE: Final = frozenset("storm snow flood fire quake earthquake hurricane police".split())


def deeds(clauses: Clauses, actors: Actors, place: int, sense: Sense) -> Iterator[Stand]:
    """What somebody did or does that shows a stand."""
    if "aim" not in sense.places and not _is_done(clauses, place):
        return
    if "aim" in sense.places:
        yield from _fought(clauses, actors, place, sense)
        return
    is_over = "over" in sense.places
    if "self" in sense.places and _cause(clauses, place) is not None:
        return  # What it is done over is what it is about.
    issue = _cause(clauses, place) if is_over else _thing(clauses, place, sense)
    actor = _doer(clauses, actors, place) if issue is not None else None
    is_routine = actor is not None and actor.name.casefold() in _NATURE and sense.word != "ban"
    if issue is not None and actor is not None and not is_routine:
        yield Stand(place, place, sense.printed, sense.stance, sense.sureness, actor, issue)


def _fought(clauses: Clauses, actors: Actors, place: int, sense: Sense) -> Iterator[Stand]:
    """Against what somebody strives: "filed a lawsuit to stop the pipeline"."""
    governor = clauses.heads[place]
    thing = clauses.child(place, "obj")
    if clauses.low[place - 1] != "to" or thing is None or thing < place:
        return
    verb = clauses.heads[governor] if clauses.tags[governor].startswith("NN") else governor
    between = set(clauses.low[verb : place - 1])
    if not between & _STRIVING or is_supposed(clauses, verb) or clauses.negation(verb) is not None:
        return
    issue = Issue(clauses.phrase(thing), thing, "obj")
    subject = subject_of(clauses, verb)
    actor = actors.of(subject) if subject is not None else None
    if actor is not None and names_something(clauses, issue):
        yield Stand(place, verb, sense.printed, sense.stance, sense.sureness, actor, issue)


_STRIVING: Final = frozenset(
    "lawsuit suit petition campaign bid appeal motion injunction complaint legislation protest "
    "blockade strike referendum vote rally court tribunal".split()
) | frozenset(
    form
    for verb in ("sue", "campaign", "fight", "petition", "vote", "march", "rally", "mobilise",
                 "mobilize", "protest", "lobby", "appeal", "intervene", "move", "act", "seek")
    for form in verb_forms(verb)
)  # fmt: skip
"""What is done to stop a thing by those who are against it."""


def _is_done(clauses: Clauses, verb: int) -> bool:
    """Whether a verb tells of what is done or was, not of what may be or is not."""
    helpers = clauses.auxiliaries(verb)
    if clauses.negation(verb) is not None or is_supposed(clauses, verb):
        return False
    governor = clauses.tags[clauses.heads[verb]]
    is_beside = clauses.relations[verb] == "advcl" and governor in ("VBD", "VBN")
    is_told = clauses.tags[verb] in ("VBD", "VBZ", "VBP", "VBN") or (
        clauses.tags[verb] == "VBG" and (bool(helpers) or is_beside)
    )
    return is_told and not any(clauses.tags[one] == "MD" for one in clauses.related(verb, "aux"))


def _thing(clauses: Clauses, verb: int, sense: Sense) -> Issue | None:
    """What it is done to, or the whole deed."""
    where = sense.places[0]
    head = head_of(clauses, verb, "obj" if where == "self" else where, sense)
    if head is None or not clauses.tags[head].startswith("NN"):
        return None
    if not _is_of_kind(clauses, head, _FOR.get(sense.printed.replace(" ", "_"), POLICIES)):
        return None
    if where != "self":
        issue = Issue(words_of(clauses, verb, head), head, where)
        return issue if names_something(clauses, issue) else None
    if head < verb:
        return None
    words = clauses.phrase(verb, is_verb=True)
    is_whole = words[0] <= verb < head < words[1]
    issue = Issue((verb, words[1]), verb, "self")
    return issue if is_whole and _says_which(clauses, head) else None


def _says_which(clauses: Clauses, head: int) -> bool:
    """Whether a thing is told apart: by a word beside it, or because it is the doer's own."""
    return any(clauses.relations[one] != "punct" for one in clauses.children(head))


def _is_of_kind(clauses: Clauses, head: int, kinds: frozenset[str]) -> bool:
    low = clauses.low[head]
    forms = {low, low.removesuffix("s"), low.removesuffix("es"), low.replace("ies", "y")}
    return not kinds or bool(forms & kinds)


def _cause(clauses: Clauses, verb: int) -> Issue | None:
    """What somebody protests at by a deed: "recalled its envoy over the seizure"."""
    for one in clauses.descendants(verb):
        is_protest = clauses.low[clauses.heads[one]] == "protest" and clauses.case(one) in _PROTEST
        is_cause = is_protest or clauses.case(one) in _CAUSES
        is_behind = one > verb and is_cause and clauses.tags[one][:2] == "NN"
        is_near = clauses.heads[one] == verb or clauses.heads[clauses.heads[one]] == verb
        if is_behind and is_near:
            if clauses.low[one] in CALENDAR or clauses.low[one] in CIRCUMSTANCES | _SEASONS:
                return None
            issue = Issue(clauses.phrase(one), one, "over")
            first = max(issue.words[0], min(clauses.related(one, "case")) + 1)
            issue = issue._replace(words=(first, issue.words[1]))
            return issue if names_something(clauses, issue) else None
    return None


def _doer(clauses: Clauses, actors: Actors, verb: int) -> Actor | None:
    """Who does it; of a passive, who stands behind "by"."""
    is_participle = clauses.relations[verb] == "acl" and clauses.tags[verb] == "VBN"
    if clauses.child(verb, "aux:pass", "nsubj:pass") is not None or is_participle:
        for one in clauses.related(verb, "obl:agent", "obl"):
            if clauses.case(one) == "by":
                return actors.of(one)
        return None
    subject = subject_of(clauses, verb)
    return actors.of(subject) if subject is not None else None


POLICY: Final = frozenset(form for verb in _FOR for form in verb_forms(verb.split("_")[0]))
"""Forms of verbs for what a government, a company or a union does or undoes."""
