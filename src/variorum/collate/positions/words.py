"""The words of an issue that tell it from others: stems without endings, names, the head."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_MARKS: Final = "\"“”„«»`‘’'"
_STOP: Final = frozenset(
    "a an the of to for on in with from by at as into over about between against and or its his "
    "her their our my your this that these those any some all more most many much such be been is "
    "are was were being not no it he she they we i who which what than other another new further "
    "own very also still only just 's ’s part whole entire mr mrs ms dr president minister prime "
    "chancellor secretary senator sen rep gov plan plans idea proposal proposals decision effort "
    "efforts move policy issue bill measure measures possible potential current recent".split()
)
_BEHIND_HEAD: Final = frozenset(
    "of to for on in with from by at as into over about between against during after before "
    "without that which who if unless under within among".split()
)
_SAME: Final = {
    "join": "membership", "joining": "membership", "joined": "membership", "joins": "membership",
    "accession": "membership", "admission": "membership", "admit": "membership",
    "admitted": "membership", "member": "membership", "admitting": "membership",
    "entry": "membership", "pullout": "withdrawal", "pull-out": "withdrawal",
    "withdraw": "withdrawal", "withdrawing": "withdrawal", "withdrew": "withdrawal",
    "truce": "ceasefire", "cease-fire": "ceasefire", "armistice": "ceasefire",
    "quit": "resign", "quitting": "resign", "resignation": "resign", "resigning": "resign",
    "negotiation": "talk", "negotiations": "talk", "negotiate": "talk", "negotiating": "talk",
    "dialogue": "talk", "dialog": "talk", "probe": "investigation", "inquiry": "investigation",
    "enquiry": "investigation", "investigate": "investigation", "referendum": "vote",
    "relations": "relation", "relationship": "relation", "relationships": "relation",
    "ties": "relation", "summit": "meeting", "summits": "meeting", "meetings": "meeting",
    "boost": "increase", "boosting": "increase", "raise": "increase", "raising": "increase",
    "hike": "increase", "hikes": "increase", "hiking": "increase", "higher": "increase",
    "increased": "increase", "increasing": "increase", "increases": "increase",
    "better": "improve", "improved": "improve", "improving": "improve", "closer": "improve",
    "improvement": "improve", "warmer": "improve", "restore": "improve", "restoring": "improve",
    "scrap": "cancel", "scrapping": "cancel", "scrapped": "cancel", "cancelling": "cancel",
    "canceling": "cancel", "cancellation": "cancel", "cancelled": "cancel", "canceled": "cancel",
    "pact": "agreement", "accord": "agreement", "accords": "agreement", "deal": "agreement",
    "deals": "agreement", "agreements": "agreement", "tariffs": "tariff", "duties": "tariff",
    "levies": "tariff", "firearms": "gun", "firearm": "gun", "guns": "gun",
    "vehicle": "car", "vehicles": "car", "automobiles": "car",
    "migrants": "immigrant", "migrant": "immigrant", "immigrants": "immigrant",
    "immigration": "immigrant", "migration": "immigrant", "jobs": "job", "employment": "job",
    "extension": "extend", "extending": "extend", "extended": "extend", "prolong": "extend",
    "prolonging": "extend", "renewal": "extend", "renew": "extend", "renewing": "extend",
    "legislation": "law", "laws": "law", "statute": "law", "statutes": "law",
    "shutdown": "closure", "closing": "closure", "shuttering": "closure",
    "weaponry": "weapon", "arms": "weapon", "soldiers": "troop", "forces": "troop",
    "us": "america", "u.s": "america", "usa": "america", "american": "america",
    "eu": "europe", "british": "britain", "uk": "britain", "u.k": "britain",
    "french": "france", "german": "germany", "spanish": "spain", "polish": "poland",
    "turkish": "turkey", "greek": "greece", "dutch": "netherlands", "swedish": "sweden",
    "finnish": "finland", "danish": "denmark", "irish": "ireland", "chinese": "china",
    "kiev": "kyiv", "israeli": "israel", "iraqi": "iraq", "saudi": "saudi", "afghan": "afghanistan",
}  # fmt: skip
"""Words that are used for one thing, and names of a country and its people."""

_MEANT: Final = frozenset(_SAME.values())
"""What such words are taken for."""

_TURNING: Final = frozenset(
    "lift lifting end ending drop dropping remove removing scrap scrapping repeal repealing cancel "
    "cancelling canceling stop stopping halt halting block blocking ban banning abolish abolishing "
    "reject rejecting rescind rescinding undo undoing suspend suspending postpone postponing delay "
    "delaying kill killing leave leaving dismantle dismantling overturn overturning "
    "eliminate eliminating eradicate terminate terminating revoke revoking withdraw withdrawing "
    "withdrawal exit removal cancellation abolition repeal suspension defund defunding cut cutting "
    "reduce reducing ease easing roll overturn oust ousting fire firing end limit limiting "
    "reverse reversing override prevent preventing avoid avoiding slash slashing shut shutting "
    "shutter shuttering lower lowering shrink shrinking curb curbing dismiss dismissing".split()
)
"""Words that turn an issue round: who is for lifting sanctions is not for sanctions."""

_ACTS: Final = frozenset(["membership", "withdrawal", "resign", "investigation"])
"""What "joining the union" and "membership of the union" are both about."""

_ENDINGS: Final = ("ization", "isation", "ations", "ation", "ments", "ment", "ings", "ing", "ies",
                   "ships", "ed", "es", "al", "s")  # fmt: skip
_PEOPLE: Final = re.compile(r"(ians|ian|ans|ia|an|a|e)$")


_LEAVING: Final = re.compile(r"\b(?:step|stepping|stand|standing) (?:down|aside)\b", re.IGNORECASE)


class IssueWords(NamedTuple):
    """The telling words of an issue: stems in order, the head among them, which are names.

    `turned`: it is about ending or preventing something.
    """

    stems: tuple[str, ...]
    head: str
    names: tuple[str, ...]
    turned: bool


def issue_words(text: str, alliances: Mapping[str, str] | None = None) -> IssueWords:
    """The telling words of an issue as printed; `alliances`: what "the alliance" is called."""
    stems: list[str] = []
    names: set[str] = set()
    head = ""
    text = _LEAVING.sub("resign", text)
    is_behind, turned = False, _PUT_OFF.match(text) is not None
    for place, match in enumerate(_WORD.finditer(text)):
        word = match[0].removesuffix("'s").removesuffix("’s")
        low = word.casefold()
        known = (alliances or {}).get(low)
        turned = turned or low in _TURNING or stem_of(low) in _TURNING
        turned = turned or (place == 0 and _is_turning_past(low))
        is_behind = is_behind or (low in _BEHIND_HEAD and bool(stems))
        if low in _STOP and not word.isupper():
            continue
        stem = known or stem_of(word)
        if known or (word[0].isupper() and (place > 0 or _is_name(word))):
            names.add(stem)
        if stem not in stems:
            stems.append(stem)
        head = head if is_behind else stem
    head = next((stem for stem in stems if stem in _ACTS), head)
    return IssueWords(tuple(stems), head, tuple(sorted(names)), turned)


_PUT_OFF: Final = re.compile(r"(?:call|put|brok|break|scal)\w* (?:off|back|down)\b", re.IGNORECASE)


def _is_turning_past(word: str) -> bool:
    """Whether a word is the past of one that turns an issue round: "postponed the march"."""
    return any(word.removesuffix(ending) in _TURNING for ending in ("d", "ed")) and (
        word not in _TURNING
    )


def _is_name(word: str) -> bool:
    """Whether the first word of an issue is a name though it begins a sentence maybe."""
    return word.isupper() or not word.endswith(("ing", "s", "ed"))


def stem_of(word: str) -> str:
    """A word without its endings, in small letters; a country and its people have one stem."""
    low = word.casefold().rstrip(".")
    for form in (low, low.removesuffix("s")):
        if form in _SAME or form in _MEANT:
            return _SAME.get(form, form)
    if word[0].isupper() and len(low) > 5:
        return _PEOPLE.sub("", low)
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4 and not low.endswith("ss"):
            stem = low[: -len(ending)]
            stem = stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] else stem
            return _SAME.get(stem, stem.rstrip("e") if len(stem) > 4 else stem)
    return low.rstrip("e") if len(low) > 5 else low


def plain(text: str) -> str:
    """Words as printed on one line, without marks that have no partner."""
    flat = " ".join(text.split()).strip(_MARKS + " ")
    if flat.count("“") != flat.count("”") or flat.count('"') % 2:
        flat = re.sub('[“”"]', "", flat)
    return flat


def share_of(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of words that two phrases have in common (Dice), from 0 to 1."""
    left, right = set(one), set(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0
