"""Whether the words of an issue say what it is about to a reader who sees them alone."""

from typing import Final

from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.stand import Issue
from variorum.read.entities import is_role
from variorum.read.lexicon import PEOPLE

GENERIC: Final = frozenset(
    "accusations act action actions advice agreement all allegations anonymity answer any "
    "anybody anyone anything approach approaches approval article assistance attack attacks "
    "attempt attempts backing behavior behaviour bid bill bills bit both call calls candidate "
    "candidates case chance change changes charges children choice choices claim claims "
    "comfort comment comments concept condition conditions course criticism date dates day "
    "deal decision decisions demand demands each effort efforts everybody everyone everything "
    "example fact families family former guy help home idea ideas information initiative "
    "invitation issue issues job kind language latter law laws leadership legislation life "
    "lives lot man matter matters measure measures money more most motion move movement moves "
    "nation nobody nomination none nothing notion notions number offer offers one ones "
    "opportunity opposite opposition option options other others outcome part people person "
    "place plan plans point points policies policy possibility prospect position positions "
    "practice practices praise pressure proposal proposals question questions reality reason "
    "remark remarks report reports request requests result right rights role same side sides "
    "situation some somebody someone something sort statement statements step steps story "
    "such suggestion suggestions support team term terms thing things those time timing view "
    "views way ways woman word words work".split()
)
"""Nouns that name no issue by themselves: something must say which."""

_SPEAKING: Final = frozenset(
    "acknowledge add address answer argue ask assume be become begin believe call claim clarify "
    "come comment continue cooperate disclose discuss do elaborate emphasise emphasize ensure "
    "expect explain find get give go have hear help identify imagine know look make meet mention "
    "name note offer point protect provide release remember remind reply respond reveal say see "
    "share speak specify start stress suggest take talk tell thank think try turn understand use "
    "work".split()
)
"""Verbs that name no issue if somebody refuses or wants to do it: "declined to comment"."""

_ACTS: Final = frozenset(
    "abdicate apologise apologising apologize apologizing attack capitulate ceasefire compromise "
    "concede disarm impeach intervene intervening invade join leave leaving mediate negotiate "
    "negotiating pull quit quitting resign resigning retaliate retire retiring run secede step "
    "strike striking sue suing surrender testify testifying vote withdraw withdrawing".split()
)
"""Verbs that name an act by themselves."""

_WITH_PARTICLE: Final = frozenset("step stepping stand standing".split())
"""Verbs that name an act with "down" or "aside"."""

_WITH_THING: Final = frozenset(
    "release protect provide ensure share start begin continue reveal disclose work make use take "
    "meet".split()
)
"""Verbs that name an act if they have an object."""

_TALK: Final = frozenset(
    "detail details figure figures comment comments question questions interview interviews answer "
    "answers reason reasons name names estimate estimates number numbers timeline timetable date "
    "information evidence explanation breakdown call calls place look effort efforts progress "
    "decision decisions time advantage sense difference mistake mistakes mention way use reporters "
    "journalists press friends".split()
)
"""What one gives, takes or makes that names no act: "declined to give details"."""

_EMPTY: Final = frozenset(
    "bad big certain current entire first former further good great last many new next other own "
    "possible potential recent same several such various very whole".split()
)
"""Adjectives that tell nothing apart."""


def is_verb(clauses: Clauses, head: int) -> bool:
    """Whether a head is a verb, or a predicate with a copula: it names an act."""
    return clauses.tags[head].startswith("VB") or clauses.child(head, "cop") is not None


def names_something(clauses: Clauses, issue: Issue, *, bound: bool = False) -> bool:
    """Whether the words of an issue say what it is.

    `bound`: a condition is told, which says more of it than its own words: "support the agreement
    if it is published", "withdraw its claim".
    """
    if clauses.tags[issue.head] in ("PRP", "WP", "WDT", "CD"):
        return False
    if is_verb(clauses, issue.head):
        return _names_act(clauses, issue, bound=bound)
    return _names_thing(clauses, issue) or (bound and _is_certain(clauses, issue))


def _is_certain(clauses: Clauses, issue: Issue) -> bool:
    """Whether a common noun is said to be a certain one: "the agreement"."""
    head = issue.head
    owners = {clauses.low[one] for one in clauses.related(head, "det", "nmod:poss")}
    is_owned = clauses.child(head, "nmod:poss") is not None
    return clauses.tags[head] in ("NN", "NNS") and (is_owned or bool(owners & _CERTAIN))


_CERTAIN: Final = frozenset("the this that these those his her its their our".split())


def _names_act(clauses: Clauses, issue: Issue, *, bound: bool) -> bool:
    first, last = issue.words
    low = clauses.low[issue.head]
    if last - first <= 2 and low in _ACTS and low not in _WITH_PARTICLE:
        return True
    is_out = low in _LEAVING and clauses.low[issue.head + 1 : issue.head + 2] == ["out"]
    if bound and (is_out or (last - first == 1 and low in _BOUND_ACTS)):
        return True
    if last - first == 1 and issue.place == "against" and clauses.tags[issue.head] == "VBG":
        return True
    if tuple(clauses.low[issue.head : last])[1:] in (("down",), ("aside",)):
        return low in _WITH_PARTICLE
    is_travel = low in _TRAVEL and any(
        clauses.case(one) in ("to", "into") and one < last
        for one in clauses.related(issue.head, "obl")
    )
    is_idle = low in _SPEAKING and not is_travel
    thing = clauses.child(issue.head, "obj")
    is_idle = is_idle and not (
        thing is not None
        and clauses.low[thing] not in _TALK
        and (bound or low in _WITH_THING or clauses.child(issue.head, "compound:prt") is not None)
    )
    if clauses.tags[issue.head].startswith("JJ") or (issue.place != "self" and is_idle):
        return False
    named = _SEEN_INTO if low in _SEEING_INTO else _HANDLED
    return any(
        (clauses.tags[place].startswith("NN") or place == thing)
        and (bound or clauses.low[place] not in GENERIC - named)
        and clauses.tags[place] not in ("PRP", "WP", "DT", "CD")
        for place in range(first, last)
    )


_SEEING_INTO: Final = frozenset(["investigate", "probe", "condemn", "avenge"])
_SEEN_INTO: Final = frozenset(["attack", "attacks", "allegations", "claims", "accusations"])
_HANDLED: Final = frozenset(["charges", "children", "families", "laws"])
"""What names an act together with the verbs above it, or with any: "investigate the attack"."""


_TRAVEL: Final = frozenset("go come going coming".split())
"""Verbs that name an act if it is told where to."""

_LEAVING: Final = frozenset("walk pull storm drop".split())
"""Verbs that with "out" name an act."""

_BOUND_ACTS: Final = frozenset(
    "sign ratify accept pay return deliver resume agree stop come attend deploy sell talk meet "
    "negotiate go".split()
)
"""Verbs that name an act if its condition is told: "would sign if the price fell"."""


def _names_thing(clauses: Clauses, issue: Issue) -> bool:
    first, last = issue.words
    head = issue.head
    telling = [place for place in range(first, last) if _is_telling(clauses, place)]
    is_somebody = _is_somebody(clauses, head)
    if is_somebody and any(_is_name(clauses, place) and place < head for place in telling):
        return True  # "Europe's leaders" says who they are.
    if clauses.low[head] in GENERIC or is_somebody:
        behind = clauses.low[head + 1] if head + 1 < last else ""
        if not is_somebody and _is_of_somebody(clauses, head, first):
            return True
        return any(
            (place > head and behind not in ("from", "by", "at"))
            or (clauses.tags[place][:2] == "NN" and clauses.relations[place] == "compound")
            or (place < head and not is_somebody and _tells_kind(clauses, place))
            for place in telling
        )
    nouns = any(clauses.tags[place].startswith("NN") for place in range(first, last))
    return bool(nouns and telling)


def _tells_kind(clauses: Clauses, place: int) -> bool:
    """Whether an adjective says which kind it is: a "nuclear" deal, an "assisted dying" bill."""
    is_adjective = clauses.tags[place] in ("JJ", "VBG") and clauses.relations[place] in (
        "amod",
        "compound",
    )
    low = clauses.low[place]
    if is_adjective and "-" in low:
        first, *_, last = low.split("-")
        return first.isalpha() and first not in _VAGUE_FIRST and last not in _VAGUE_LAST
    return is_adjective and low not in _JUDGING and low.endswith(_OF_KINDS)


_VAGUE_FIRST: Final = frozenset(
    "long much so well ill hard high low last first short late half full big top all best worst "
    "would never ever far new newly highly widely hotly badly one two three four five six seven "
    "eight nine ten twelve multi many single double triple game ground eye".split()
)
_VAGUE_LAST: Final = frozenset(
    "ever minute awaited needed called old year week month day hour page point part step stage "
    "profile ditch term scale sided wide reaching ranging up off down over out in".split()
)
"""Parts of hyphenated words that judge, count or date a thing: "long-awaited", "12-point"."""


_OF_KINDS: Final = ("al", "ic", "ary", "ar", "ing", "ese", "ish", "an", "ory", "ive", "ous")
_JUDGING: Final = frozenset(
    "final initial original actual controversial crucial critical usual special formal official "
    "additional potential exceptional essential vital radical drastic dramatic realistic "
    "optimistic tragic fantastic historic massive extensive expensive comprehensive decisive "
    "excessive effective attractive positive negative various serious ambitious obvious previous "
    "dangerous famous generous ridiculous outrageous enormous existing outstanding remaining "
    "ongoing pending upcoming sweeping leading growing following forthcoming amazing promising "
    "interesting similar particular popular regular clear temporary preliminary necessary "
    "extraordinary ordinary primary contradictory unsatisfactory satisfactory ideal equal total "
    "partial real general substantial single human foreign big-ticket basic specific public "
    "cynical practical personal several".split()
)
"""Adjectives that judge, count or date a thing but do not say which it is."""


def _is_of_somebody(clauses: Clauses, head: int, first: int) -> bool:
    """Whether it is said whose it is, by a name: "Norway's proposal"."""
    owner = clauses.child(head, "nmod:poss")
    return owner is not None and owner >= first and _is_name(clauses, owner)


def _is_name(clauses: Clauses, place: int) -> bool:
    return clauses.tags[place].startswith("NNP")


def _is_somebody(clauses: Clauses, head: int) -> bool:
    """Whether a noun stands for people or offices that it does not name: "his opponents"."""
    low = clauses.low[head]
    is_known = low in PEOPLE or is_role(low) or is_role(low.removesuffix("s"))
    return is_known and not _is_name(clauses, head)


def _is_telling(clauses: Clauses, place: int) -> bool:
    """Whether a word carries meaning of its own."""
    low = clauses.low[place]
    is_word = clauses.tags[place].startswith(("NN", "JJ", "VB")) and len(low) > 1
    return is_word and low not in GENERIC and low not in _EMPTY
