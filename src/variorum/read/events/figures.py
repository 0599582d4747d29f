"""Figures of speech: words that mean no deed by the words that stand with them.

"The report did not capture the extent", "63 percent of the white vote", "lost its patience".
"""

from collections.abc import Iterable
from typing import Final

from variorum.read.entities import is_role
from variorum.read.events.grammar import Grammar
from variorum.read.events.phrases import is_what_something_is_called
from variorum.read.events.triggers import Found
from variorum.read.lexicon import verb_of_saying
from variorum.record.event import EventType

_IDEAS: Final = frozenset(
    "bill law idea proposal policy record plan chord note nerve point tone balance jackpot trail "
    "stride amendment legislation economy program programme inflation poverty climate corruption "
    "crime deal bargain odds chance hope career momentum message argument character credibility "
    "narrative rate rates price prices strides snag wall bottom milestone road high low gold heart "
    "time clock conversation appetite speech agenda measure obesity cancer disease fraud fire "
    "racism terrorism hunger bigotry system extent essence spirit mood moment imagination "
    "attention interest joy legacy notion course revenue percent dollars money movie "
    "film scene documentary picture pictures hand".split()
)
"""Objects that nobody strikes, hits, fights or kills but in a figure of speech."""

_ABSTRACT: Final = ("tion", "sion", "ity", "ness", "ism", "ship", "ence", "ance", "cy", "tude")
_BODIES: Final = frozenset(
    "administration delegation federation coalition organization organisation association "
    "commission corporation institution foundation opposition population nation union generation "
    "majority minority authority city university community facility agency infantry cavalry "
    "alliance militancy legion station plantation convention embassy residence ambulance audience "
    "presidency confederation congregation division expedition mission administration party "
    "entity celebrity caption election nomination conference ship warship battleship spaceship "
    "championship township".split()
)
"""Nouns in such endings that are somebody, or some thing that can be taken or struck."""

_DOCUMENTS: Final = frozenset(
    "report statement data poll figures video memo document documents letter list results "
    "transcript tape ad filing filings emails records study survey details information photo "
    "footage album book film version".split()
)
"""What is published when it is released."""

_WRITTEN: Final = frozenset(
    "report reports bill law laws constitution test tests data figures numbers study poll plan "
    "plans policy book film story rule rules photo photos video".split()
)
"""Subjects that do no deed: "the report did not capture the extent"."""

_DEEDS: Final = ("ASSAULT", "COERCE")
_HARMING: Final = frozenset("kill injure wound destroy poison hit strike".split())
"""What things do, too."""

_CONTESTS: Final = frozenset(
    "election elections race races primary primaries seat seats vote votes game games match title "
    "titles championship nomination caucus caucuses state states majority war battle case appeal "
    "lawsuit contract award awards prize medal presidency referendum runoff contest cup debate "
    "tournament house senate office reelection re-election second district county control bid "
    "trial suit series final events event delegates crown ruling approval freedom "
    "governorship court".split()
)
"""What is won or lost when something happens."""

_WANTED: Final = frozenset(
    "specification specifications target targets demand demands need needs requirement "
    "requirements deadline deadlines standard standards expectation expectations goal goals "
    "criteria condition conditions obligation obligations quota threshold challenge cost costs "
    "eye fate match resistance".split()
)
"""What is met by nobody who comes together with it."""

_OF_PEOPLE: Final = ("address", "promote")
"""What is done to people and, in a figure, to issues: "address the problem", "promote peace"."""

_HEARING: Final = frozenset(
    "nation parliament congress assembly rally crowd crowds reporters journalists lawmakers people "
    "summit conference meeting session troops supporters council media senate house workers "
    "students gathering forum convention mourners audience media chamber legislators delegates "
    "diplomats ministers soldiers officers general colonel deputy official officials him her them "
    "me us captain lieutenant staff".split()
)

_IDLE_WITH: Final = {
    "release": _DOCUMENTS,
    "meet": _WANTED,
    "pay": frozenset(
        "attention heed tribute homage price dividends toll respect respects visit tax taxes fee "
        "fees bill bills rent lip".split()
    ),
    "attend": frozenset("school schools college university class classes church".split()),
    "deny": frozenset(
        "access entry visa money funding benefits right rights request permission bail asylum "
        "oxygen chance opportunity footage credit".split()
    ),
    "turn up": frozenset("heat pressure volume evidence".split()),
}
"""Objects with which a verb means something else: "paid attention", "denied him entry"."""

_BEHIND: Final = frozenset("alone behind open unchanged untouched intact dead".split())
_THOSE: Final = frozenset(
    "workers troops men women people children families soldiers thousands dozens hundreds millions "
    "others consumers voters patients residents millions many".split()
)
_LEFT_IN: Final = frozenset(
    "control charge limbo place condition doubt ruins tatters dark danger shock coma power".split()
)
"""What stands behind who or what somebody leaves as they are."""

_ERUPTING: Final = frozenset(
    "volcano fighting violence protest protests riot riots clash clashes war unrest fire fires "
    "blaze gunfire brawl shooting mountain crowd scandal crisis conflict battle looting".split()
)
_PEOPLES: Final = frozenset(
    "popular white black latino hispanic youth evangelical electoral female male asian jewish "
    "muslim catholic women women's college suburban rural protest undecided".split()
)
_COUNTED: Final = frozenset("percent percentage share % majority plurality half third".split())
_AFTER: Final[dict[str, frozenset[str]]] = {
    "resignation": frozenset(["to"]),
    "confer": frozenset(["on", "upon"]),
    "cut": frozenset(["through", "across", "into"]),
    "crash": frozenset(["out"]),
    "burst": frozenset(["onto", "out"]),
    "explode": frozenset(["onto"]),
    "storm": frozenset(["to", "ahead", "back", "past"]),
    "march": frozenset(["ahead"]),
    "sail": frozenset(["through", "past"]),
    "flood": frozenset(["back"]),
    "bury": frozenset(["himself", "herself", "themselves"]),
    "hit": frozenset(["with"]),
    "search": frozenset(["engine"]),
}
"""Words right behind others that make a figure of them."""


_MASSES: Final = frozenset("flood storm avalanche tsunami blizzard drought hurricane".split())
"""What is said of much that comes at once: "a flood of bills"."""


def is_figure(grammar: Grammar, found: Found) -> bool:
    """Whether a verb or noun of events is a figure of speech or a mere quantity."""
    following = grammar.words[found.words[1] : found.words[1] + 1]
    if following and following[0] in _AFTER.get(found.trigger.label, ()):
        return True
    if following == ["of"] and found.trigger.label in _MASSES:
        return True
    return _is_figurative_verb(grammar, found) if found.is_verb else _is_count(grammar, found)


def _is_figurative_verb(grammar: Grammar, found: Found) -> bool:
    label, verb = found.trigger.label, found.head
    objects = [grammar.words[one] for one in _objects(grammar, verb)]
    if label in ("win", "lose"):
        return bool(objects) and not _any_named(grammar, verb) and not set(objects) & _CONTESTS
    if label == "leave":
        return _is_left_so(grammar, verb)
    if label in ("confer", "return", *_OF_PEOPLE):
        to_people = label in _OF_PEOPLE and (
            _any_named(grammar, verb) or any(one in _HEARING or is_role(one) for one in objects)
        )
        return bool(objects) and not to_people
    if label in _IDLE_WITH:
        return not _IDLE_WITH[label].isdisjoint(objects)
    if label in ("erupt", "die"):
        return _is_no_doer(grammar, label, verb)
    return (
        _is_idle_deed(grammar, found.type, label, verb)
        or _is_said(grammar, label, verb)
        or _is_no_victim(grammar, label, verb)
    )


_ON_PERSONS: Final = frozenset(
    "kidnap abduct hijack murder assassinate torture lynch behead strangle rape poison"
    " rob steal bury kill ambush besiege suffocate execute capture".split()
)
"""What is done to people and ships, and in a figure of speech to what is talked of."""

_SPOKEN: Final = frozenset(
    "debate debates discussion meeting process agenda narrative conversation reform campaign "
    "language truth democracy event occasion future past memory industry sector growth business "
    "trade market dream dreams joke vibe story book play show season innovation creativity "
    "competition conversation negotiations talks spirit discourse question issue headlines "
    "spotlight thunder limelight mandate referendum vote festival party match game evening "
    "moment atmosphere relationship relations friendship trust idea plan bill proposal film "
    "viewers readers fans".split()
)
"""Nothing that can be carried off or slain."""


def _is_no_victim(grammar: Grammar, label: str, verb: int) -> bool:
    """Whether what is done to people is done to talk, or a show bombed and a plan was torpedoed."""
    objects = _objects(grammar, verb)
    words = {grammar.words[one] for one in objects}
    if label == "torpedo":
        return any(grammar.tags[one] == "PRP" for one in objects) or bool(words & _SPOKEN)
    if label == "bomb":
        is_main = grammar.tags[verb] == "VBD" and not grammar.relations[verb].startswith("acl")
        return is_main and not objects and not grammar.children(verb, "aux:pass")
    return label in _ON_PERSONS and not _any_named(grammar, verb) and bool(words & _SPOKEN)


def _is_said(grammar: Grammar, label: str, verb: int) -> bool:
    """Whether somebody is attacked by words: "attacked him in a speech", "attacked her, saying"."""
    if label not in _SAID:
        return False
    if any(grammar.words[one] in _UTTERANCES for one in grammar.children(verb, "obl")):
        return True
    clauses = grammar.children(verb, "advcl", "conj", "xcomp")
    return any(
        grammar.tags[one] == "VBG"
        and (verb_of_saying(grammar.words[one]) or grammar.words[one] in _CALLING)
        for one in clauses
    )


_SAID: Final = ("attack", "assault", "hit")
_CALLING: Final = frozenset("calling accusing describing blaming branding labeling".split())
_UTTERANCES: Final = frozenset(
    "speech speeches tweet tweets interview statement debate editorial column ad ads address post "
    "article book letter remarks twitter".split()
)


def _is_no_doer(grammar: Grammar, label: str, verb: int) -> bool:
    """Whether the subject is nothing that erupts or dies: "the chiding erupted"."""
    subjects = grammar.children(verb, "nsubj")
    if label == "erupt":
        return any(_is_idea(grammar, one, _ERUPTING) for one in subjects)
    return any(grammar.words[one] in _IDEAS for one in subjects) or _is_paired(grammar, verb)


def _is_left_so(grammar: Grammar, verb: int) -> bool:
    """Whether somebody is left in some state, and nobody goes: "left workers without pay"."""
    objects = [one for one in grammar.children(verb, "obj", "iobj") if one > verb]
    if not objects:
        return False
    behind = grammar.children(verb, "advmod", "xcomp", "advcl")
    if len(objects) > 1 or any(grammar.words[one] in _BEHIND for one in behind):
        return True
    for one in grammar.children(verb, "obl"):
        case = grammar.case(one)
        near = (
            case is not None and objects[0] < case and ("," not in grammar.words[objects[0] : case])
        )
        text = grammar.words[case] if near and case is not None else ""
        if grammar.words[objects[0]] == "office":
            continue
        if text in ("with", "without") or (text == "in" and grammar.words[one] in _LEFT_IN):
            return True
    return grammar.tags[objects[0]] in ("CD", "PRP") or grammar.words[objects[0]] in _THOSE


def _is_idle_deed(grammar: Grammar, of_type: EventType, label: str, verb: int) -> bool:
    """Whether a deed is done by what does none, or to what suffers none."""
    if of_type not in _DEEDS:
        return False
    aims = [one for one in grammar.children(verb, "obl") if _is_aim(grammar, one)]
    suffering = [*_objects(grammar, verb), *aims]
    if any(grammar.words[one] in _IDEAS or grammar.words[one] == "$" for one in suffering):
        return True
    if label in _HARMING:
        return False
    if any(_is_idea(grammar, one) for one in _objects(grammar, verb)):
        return True
    subjects = grammar.children(verb, "nsubj")
    return any(
        grammar.words[one] in _WRITTEN or _is_idea(grammar, one)
        for one in subjects
        if grammar.tags[one] != "NNP"
    )


def _is_aim(grammar: Grammar, word: int) -> bool:
    case = grammar.case(word)
    return case is None or grammar.words[case] in ("of", "for", "against")


def _objects(grammar: Grammar, verb: int) -> list[int]:
    return grammar.children(verb, "obj", "nsubj:pass")


def _any_named(grammar: Grammar, verb: int) -> bool:
    return any(grammar.tags[one] in ("NNP", "NNPS", "PRP") for one in _objects(grammar, verb))


def _is_idea(grammar: Grammar, word: int, but: Iterable[str] = ()) -> bool:
    """Whether a noun names what nobody can touch, by its ending."""
    text = grammar.words[word]
    if grammar.tags[word] not in ("NN", "NNS", "VBG") or text in _BODIES or text in but:
        return False
    singular = text.removesuffix("s")
    if but:
        return grammar.tags[word] == "VBG" or singular.endswith((*_ABSTRACT, "ing"))
    return singular.endswith(_ABSTRACT) and singular not in _BODIES


def _is_paired(grammar: Grammar, verb: int) -> bool:
    """Whether it is one half of "live or die"."""
    return grammar.words[verb - 2 : verb - 1] in (["live"], ["do"]) and (
        grammar.words[verb - 1] == "or"
    )


def _is_count(grammar: Grammar, found: Found) -> bool:
    """Whether votes are counted, and no vote is held: "68 votes", "51 percent of the vote"."""
    noun = found.head
    if _is_general(grammar, noun) or is_what_something_is_called(grammar, noun):
        return True
    if found.trigger.label != "vote":
        return False
    for child in grammar.children(noun, "nummod", "amod", "compound", "nmod:poss"):
        text = grammar.words[child]
        is_tally = grammar.relations[child] == "nummod" and text not in _FEW
        if text in _PEOPLES or (is_tally and grammar.tags[noun] == "NNS"):
            return True
    case = grammar.case(noun)
    above = grammar.words[grammar.heads[noun]]
    is_part = case is not None and grammar.words[case] == "of"
    return is_part and (above in _COUNTED or grammar.tags[grammar.heads[noun]] == "CD")


_FEW: Final = frozenset("one two three four five".split())


def _is_general(grammar: Grammar, noun: int) -> bool:
    """Whether a sentence is of all of a kind: "no agreement is perfect"."""
    head = grammar.heads[noun]
    if grammar.relations[noun] != "nsubj" or grammar.tags[head] not in ("JJ", "JJR"):
        return False
    articles = [grammar.words[one] for one in grammar.children(noun, "det", "advmod")]
    return "no" in articles and bool(grammar.children(head, "cop"))
