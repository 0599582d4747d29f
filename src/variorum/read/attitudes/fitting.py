"""Whether an actor and an issue fit a word that tells a stand only with some of them."""

from typing import Final

from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.deeds import POLICIES
from variorum.read.attitudes.holders import Actor
from variorum.read.attitudes.naming import is_verb
from variorum.read.attitudes.stand import Issue

_LAWS: Final = frozenset(
    "bill law act treaty order agreement pact amnesty legislation decree resolution accord "
    "petition deal convention ceasefire truce".split()
)
_MEASURES: Final = frozenset(
    "plan plans proposal proposals bill law laws ban bans change changes measure measures order "
    "rule rules regulation regulations project projects move moves decision closure closures cut "
    "cuts tax taxes deal merger takeover extradition eviction evictions nomination subpoena reform "
    "reforms amendment referendum pipeline dam farm airport terminal mine mines motorway road wall "
    "scheme policy policies lawsuit effort efforts attempt attempts request requests restriction "
    "levy levies sale purchase appointment budget bailout subsidy candidacy export exports toll "
    "tariff tariffs quota law transfer increase rise statue treaty "
    "restrictions mandate mandates expansion development permit licence license".split()
)
_THREATENED: Final = frozenset(
    "strike strikes sanctions tariffs tariff boycott retaliation action walkout veto lawsuit war "
    "force shutdown embargo blockade cuts reprisals consequences impeachment".split()
)
_INQUIRIES: Final = frozenset(
    "inquiry probe investigation review audit withdrawal evacuation freeze halt ban recount "
    "ceasefire truce".split()
)
_SOUGHT: Final = frozenset(
    "ties relations talks ceasefire truce peace extension membership ban sanctions compromise "
    "dialogue agreement deal accord settlement mediation delay postponement".split()
)
_BLOCKED: Final = (_MEASURES | _LAWS | _THREATENED | _INQUIRIES) - frozenset(
    "pipeline dam farm airport terminal mine mines motorway road wall force war strikes".split()
) | frozenset("accession membership entry bid candidacy aid funding".split())
_WORTH: Final = frozenset(
    "wisdom need necessity legality value merit merits fairness usefulness validity legitimacy "
    "morality feasibility timing motives constitutionality integrity independence".split()
)
_APPEALED: Final = frozenset(
    "ruling rulings verdict verdicts decision decisions sentence sentences conviction convictions "
    "judgment judgement judgments order orders injunction fine fines ban bans suspension "
    "suspensions disqualification dismissal rejection denial acquittal award".split()
)
"""What one appeals because one is against it."""

_CELEBRATED: Final = _APPEALED | _LAWS | _MEASURES | _INQUIRIES | frozenset(["vote", "release"])
"""What one is glad of, or sorry for, because one is for it."""

_GRANTED: Final = frozenset(
    "request requests application applications bid appeal appeals petition permission permit "
    "permits visa visas licence license bail parole access entry asylum consent approval funding "
    "support recognition claim leave exemption waiver".split()
)
"""What is denied or withheld by those who are against granting it."""

_BACKED: Final = _LAWS | _MEASURES | frozenset(["motion", "ordinance", "constitution"])
_THINGS: Final = {
    "sign": _LAWS, "fight": _MEASURES, "threaten": _THREATENED, "order": _INQUIRIES,
    "direct": _INQUIRIES, "mandate": _INQUIRIES | _MEASURES, "obey": _APPEALED | _LAWS | _MEASURES,
    "sponsor": _BACKED, "spearhead": _BACKED, "co-sponsor": _BACKED, "underwrite": _BACKED,
    "seek": _SOUGHT, "question": _MEASURES | _LAWS | _WORTH, "block": _BLOCKED,
    "obstruct": _BLOCKED, "appeal": _APPEALED, "celebrate": _CELEBRATED,
    "ignore": _APPEALED | _LAWS | _GRANTED | _THREATENED, "flout": _MEASURES | _LAWS | _APPEALED,
    "deny": _GRANTED - {"claim"}, "withhold": _GRANTED, "challenge": _MEASURES | _LAWS | _APPEALED,
    "mourn": _CELEBRATED, "stall": _BLOCKED, "thwart": _BLOCKED,
}  # fmt: skip
"""What a word must be about, if it is about a thing, to tell a stand."""

_ROUTINE: Final = frozenset(
    "run meet hold attend visit travel return vote campaign speak file go see operate cast appear "
    "fly arrive spend announce publish release issue host celebrate mark launch move open".split()
)
"""What is planned without anybody being against it."""

_PONDERING: Final = frozenset(["consider", "weigh", "mull", "study", "examine", "contemplate"])
_WORRYING: Final = frozenset(
    "concern concerns concerned worry worries worried anxiety anxious alarm alarmed nervous uneasy "
    "unease disquiet fearful doubtful upset cut suspend freeze".split()
)
"""Words that tell a stand on what somebody decides, but none on what befalls one."""

_DEEDS: Final = frozenset(
    "arrest detention killing execution crackdown violation abuse mistreatment torture expulsion "
    "eviction deportation demolition seizure annexation occupation invasion escalation bombing "
    "shelling shooting censorship surveillance interference privatisation privatization dismissal "
    "sacking appointment decision ruling verdict sentence treatment handling use deployment "
    "sale purchase closure expansion construction militarisation militarization disappearance "
    "imprisonment persecution blockade siege strike attack".split()
)
"""Nouns for what somebody does, at which others may be worried since they are against it."""

_CERTAIN: Final = frozenset(["this", "these"])
_HARMING: Final = frozenset("kill shoot harm attack hurt murder rape beat burn bomb stab".split())


def fits(clauses: Clauses, actor: Actor, issue: Issue, word: str) -> bool:
    """Whether a word of attitude tells a stand of this actor on this issue."""
    head = clauses.low[issue.head]
    act = is_verb(clauses, issue.head)
    if word in _THINGS and not act and issue.place in ("thing", "obj"):
        return head in _THINGS[word]
    if word == "plan":
        is_body = actor.kind in ("organization", "place", "group") or actor.entity is None
        return act and is_body and not actor.is_speaker and head not in _ROUTINE
    if word in _WORRYING | _PONDERING:
        known = _MEASURES | _LAWS | _THREATENED | _INQUIRIES
        known = known | POLICIES if word in _PONDERING else known
        is_deed = word in _WORRYING and head.removesuffix("s") in _DEEDS
        return act or is_deed or head in known or head.removesuffix("s") in known
    if word == "threaten":
        return head not in _HARMING
    if word == "need":
        is_own = actor.is_speaker and issue.words[1] - issue.words[0] > 1
        return is_own and clauses.low[max(0, issue.words[0] - 1)] in _CERTAIN
    return True
