"""Who does what a verb says, also where its subject stands with another verb."""

from typing import Final

from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.surface import is_second_verb, subject_before

_PASSING: Final = frozenset(
    "continue continues continued continuing begin began begun begins start started decide decided "
    "decides deciding choose chose chosen chooses come came comes go going went gone vow vowed "
    "keep kept remain remains remained proceed proceeded join joined joins used tend tends "
    "help helped".split()
)
"""Verbs whose infinitive or participle has their own subject, and says what is so."""

_CAUSING: Final = frozenset(
    "prompt prompts prompted prompting lead leads led cause causes caused force forces forced "
    "push pushed make made compel compelled persuade persuaded convince convinced".split()
)
"""Verbs whose object does what their infinitive says."""

_RELATIVE: Final = frozenset(["who", "which", "that"])
_STEPS: Final = 5


def subject_of(clauses: Clauses, place: int) -> int | None:
    """The head of the subject of a predicate; None if nobody is told."""
    at: int | None = place
    for _ in range(_STEPS):
        if at is None:
            return None
        own = clauses.child(at, "nsubj", "nsubj:outer", "nsubj:pass")
        is_first = at == place and not is_second_verb(clauses, at)
        own = own if own is not None or not is_first else _beside(clauses, at)
        if own is not None:
            return _not_relative(clauses, at, _nearest(clauses, at, own))
        is_told = clauses.relations[at] in ("acl", "acl:relcl")
        if is_told and not is_second_verb(clauses, at):
            return _writer(clauses, at) or _noun_before(clauses, at) or _hirer(clauses, at)
        is_caused = clauses.relations[at] == "xcomp" or (
            clauses.relations[at] == "advcl" and clauses.low[at - 1] == "to"
        )
        if is_caused and clauses.low[clauses.heads[at]] in _CAUSING:
            behind = clauses.related(clauses.heads[at], "obj", "nsubj")
            return next((one for one in behind if clauses.heads[at] < one < at), None)
        at = _sharing(clauses, at)
    return None


def _nearest(clauses: Clauses, place: int, first: int) -> int:
    """Of two subjects that are not joined the nearer: "streets away thousands called"."""
    behind = [
        one
        for one in clauses.related(place, "nsubj")
        if first < one < place and clauses.tags[one] in ("NN", "NNS")
    ]
    is_joined = not behind or bool({"and", "or", ","} & set(clauses.low[first : behind[-1]]))
    is_joined = is_joined or clauses.tags[first] == "PRP"
    return first if is_joined else behind[-1]


def _not_relative(clauses: Clauses, place: int, subject: int) -> int | None:
    """A subject, or what "who" stands for."""
    if clauses.low[subject] not in _RELATIVE:
        return subject
    return clauses.heads[place] if clauses.relations[place] == "acl:relcl" else None


def _writer(clauses: Clauses, place: int) -> int | None:
    """Who signs or writes what asks for a thing: "signed a letter calling for a moratorium"."""
    noun = clauses.heads[place]
    is_paper = clauses.low[noun] in _PAPERS and clauses.tags[place] == "VBG"
    if not is_paper or clauses.relations[noun] not in ("obj", "obl", "nsubj:pass"):
        return None
    return clauses.child(clauses.heads[noun], "nsubj")


_PAPERS: Final = frozenset(
    "letter petition statement resolution motion declaration appeal amendment bill article memo "
    "op-ed manifesto communique communiqué email message note submission".split()
)
"""What is signed, written or moved by those who ask for what it asks for."""


def _hirer(clauses: Clauses, place: int) -> int | None:
    """Who does something by another: "hired a barrister to fight the plan"."""
    noun = clauses.heads[place]
    is_aim = clauses.low[place - 1] == "to" and clauses.low[place] in _AIMS
    if not is_aim or clauses.relations[noun] != "obj" or clauses.low[noun] in _PROOFS:
        return None
    return clauses.child(clauses.heads[noun], "nsubj")


_PROOFS: Final = frozenset(
    "evidence proof document documents data fact facts figures information testimony record "
    "records footage material intelligence statistics study studies".split()
)
"""What speaks for a claim, whoever has it: "the report holds no evidence to back the charge"."""


def _noun_before(clauses: Clauses, place: int) -> int | None:
    """The noun that a clause without a subject belongs to: "lawmakers opposing the deal"."""
    governor = clauses.heads[place]
    if any(clauses.low[one] == "to" for one in clauses.related(place, "mark", "aux")):
        return None
    is_active = clauses.tags[place] in ("VBG", "JJ", "VBP", "VBZ", "VBD", "VBN")
    return governor if is_active and clauses.tags[governor].startswith("NN") else None


def _sharing(clauses: Clauses, place: int) -> int | None:
    """The predicate whose subject is that of one without."""
    relation, governor = clauses.relations[place], clauses.heads[place]
    if governor == place:
        return None
    if relation == "xcomp":
        return governor if _passes_on(clauses, place, governor) else None
    if relation == "advcl":
        is_aim = clauses.low[place - 1] == "to" and clauses.tags[place] == "VB"
        is_aim = is_aim and clauses.low[place] not in ("avoid", "accept", "order", "support")
        return None if not is_aim and _has_own_mark(clauses, place) else governor
    is_wrong = is_second_verb(clauses, place)
    is_either = relation == "parataxis" and clauses.low[place - 1] in ("nor", "and", "but")
    return governor if relation == "conj" or is_either or is_wrong else None


def _passes_on(clauses: Clauses, place: int, governor: int) -> bool:
    """Whether an infinitive or the like has the subject of the verb that it hangs on."""
    is_finite = any(clauses.tags[one] == "MD" for one in clauses.related(place, "aux"))
    is_aim = clauses.low[place - 1] == "to" and clauses.low[place] in _AIMS
    # "was ready to talk yet would not yield", "took to the streets to demand a rise",
    # "is said to favour the plan"
    is_beside = clauses.tags[place] == "VBG" and clauses.low[governor] in _WRITING
    return is_finite or is_aim or is_beside or clauses.low[governor] in _HELD | _PASSING


_HELD: Final = frozenset("said believed understood reported thought known rumoured".split())
_WRITING: Final = frozenset(
    "signed signs signing wrote writing written issued published released sent tabled filed moved "
    "passed adopted marched rallied gathered protested demonstrated paraded chanted".split()
)
"""Verbs beside which a participle tells what those want: "signed a letter demanding"."""

_AIMS: Final = frozenset(
    "vote press push call urge seek stop block demand protest oppose support back denounce condemn "
    "voice express defend reject resist fight challenge contest".split()
)
"""Verbs for what people gather or write to do."""

_HELPING: Final = ("MD", "RB", "VBZ", "VBP", "VBD", "VB", "VBN", "``", "''")


_HELPERS: Final = frozenset(
    "is was are were be been am 's ’s 're ’re has have had would will not n't n’t never also "
    "still".split()
)


def _beside(clauses: Clauses, place: int) -> int | None:
    """A subject that stands right before a predicate but was hung on another.

    Behind "and" it is the subject of what stands before: "he was calm and was ready to talk".
    """
    first, _ = clauses.sentence(place)
    copula = clauses.child(place, "cop")
    start = place if copula is None else min(copula + 1, place)
    at = start - 1
    while at > first and clauses.low[at] in _HELPERS and clauses.tags[at].startswith(_HELPING):
        at -= 1
    if at == start - 1 and clauses.low[place] not in _HELPERS:
        return _name_of(clauses, place) or _across(clauses, place)
    if clauses.low[at] in ("and", "but"):
        for one in range(at - 1, max(first, at - 15) - 1, -1):
            if clauses.relations[one].startswith("nsubj") and clauses.heads[one] < at:
                return one
        return None
    is_subject = clauses.relations[at].startswith("nsubj") or clauses.tags[at] == "NNP"
    return at if is_subject else _across(clauses, place)


def _across(clauses: Clauses, place: int) -> int | None:
    """The subject of a finite verb that was hung on another, over an aside between commas."""
    is_bare = clauses.tags[place] == "VBN" and not clauses.auxiliaries(place)
    is_main = clauses.relations[place] in ("root", "ccomp", "conj")
    is_finite = clauses.tags[place] in ("VBD", "VBZ", "VBP") or any(
        clauses.tags[one] == "MD" for one in clauses.related(place, "aux")
    )
    is_finite = is_finite or (is_bare and is_main)
    found = subject_before(clauses, place) if is_finite else None
    return found if found is not None and clauses.relations[found].startswith("nsubj") else None


def _name_of(clauses: Clauses, place: int) -> int | None:
    """A name before a verb that was hung on it as a part of a name, which no verb has."""
    parts = [
        one
        for one in clauses.related(place, "compound", "flat", "nmod:desc")
        if one < place and clauses.tags[one].startswith("NNP")
    ]
    return parts[-1] if parts and clauses.tags[place].startswith("VB") else None


def _has_own_mark(clauses: Clauses, place: int) -> bool:
    """Whether a clause is joined by a word that lets its subject be another's."""
    marks = {clauses.low[one] for one in clauses.related(place, "mark", "case")}
    return bool(marks - {"while", "by", "in", "after", "when"}) or not clauses.tags[
        place
    ].startswith(("VBG", "JJ", "VBN"))
