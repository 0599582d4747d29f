"""Who takes part in an event, by the words that hang on it."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from variorum.read.events.behind import beside
from variorum.read.events.clauses import is_passive, subjects_of
from variorum.read.events.grammar import Grammar
from variorum.read.events.lexicon import lexicon
from variorum.read.events.triggers import Found, is_definite
from variorum.read.lexicon import verb_of_saying
from variorum.record.event import Role

MOST: Final = 8
"""Participants of one mention; more are left out."""

_TOGETHER: Final = frozenset("with between among".split())
_AGAINST: Final = frozenset("against on at to into upon".split())
_OWN: Final[Sequence[str]] = ("nmod:poss", "compound", "amod", "nmod:desc")


class Part(NamedTuple):
    """The word that a participant is known by, and the role."""

    word: int
    role: Role


def parts_of(grammar: Grammar, found: Found, frame: Sequence[int]) -> list[Part]:
    """The words that may stand for participants, each once, in order of the text."""
    kept: dict[int, Part] = {}
    for part in islice(_parts(grammar, found, frame), 4 * MOST):
        for word in _joined(grammar, part.word):
            kept.setdefault(word, Part(word, part.role))
    return [kept[word] for word in sorted(kept)]


def _joined(grammar: Grammar, word: int) -> list[int]:
    """A noun with those that "and" joins to it.

    Where the tree has none, the noun behind "and" counts behind "between", or before a verb.
    """
    # The tree may hang "and Jane Doe" on any word of the name before it.
    name = (word, *grammar.children(word, "flat"))
    joined = [word, *[one for part in name for one in grammar.children(part, "conj")][:MOST]]
    if len(joined) > 1:
        return joined
    case, (second, end) = grammar.case(word), _second(grammar, word)
    if second is None:
        return joined
    is_between = case is not None and grammar.words[case] == "between"
    is_subject = grammar.relations[word].startswith("nsubj") and (
        grammar.tags[end : end + 1] == ["MD"] or "".join(grammar.tags[end : end + 1])[:2] == "VB"
    )
    return [word, second] if is_between or is_subject else joined


def _second(grammar: Grammar, word: int) -> tuple[int | None, int]:
    """The last noun of the run behind "and", and where the run ends."""
    place = word + 1
    if grammar.words[place : place + 1] != ["and"]:
        return None, place
    last = None
    for behind in range(place + 1, min(place + 8, len(grammar.words))):
        tag = grammar.tags[behind]
        if tag.startswith("NN"):
            last = behind
        elif tag not in ("DT", "JJ", "PRP$") or last is not None:
            return last, behind
    return last, place + 8


def _parts(grammar: Grammar, found: Found, frame: Sequence[int]) -> Iterator[Part]:
    together = found.trigger.build == "party"
    if found.is_verb:
        yield from _of_verb(grammar, found, together=together)
    else:
        yield from _of_noun(grammar, found)
        yield from _beside(grammar, found)
        verbs = [word for word in frame[1:] if grammar.is_verb(word)] or _done_by(grammar, found)
        verbs = verbs or _meant_by(grammar, found)
        yield from _on_the_call(grammar, found)
        if verbs:
            yield from _of_support(grammar, found, verbs)
    for word in frame[1:]:
        for child in grammar.children(word, "obl", "nmod"):
            case = grammar.case(child)
            text = grammar.words[case] if case is not None else ""
            if child not in frame and (text in _TOGETHER or (text == "from" and together)):
                yield Part(child, "party" if together else "target")


def _of_verb(grammar: Grammar, found: Found, *, together: bool) -> Iterator[Part]:
    verb = found.head
    subjects, _ = subjects_of(grammar, verb)
    suffers = is_passive(grammar, verb) and found.trigger.build != "intransitive"
    doer: Role = "party" if together else "source"
    sufferer: Role = "party" if together else "target"
    for subject in subjects:
        yield Part(subject, sufferer if suffers else doer)
    for child in grammar.children(verb, "obj", "iobj"):
        if found.trigger.build != "move" and not verb < child < found.words[1]:
            yield Part(child, sufferer)
    partners = grammar.children(verb, "obj", "iobj")
    for child in grammar.children(verb, "obl", "obl:agent"):
        case = grammar.case(child)
        text = grammar.words[case] if case is not None else ""
        if text == "by" and suffers:
            yield Part(child, doer)
        elif partners and text in _TOGETHER and _is_of_noun(grammar, case):
            continue
        elif text in _TOGETHER or (text == "to" and found.trigger.label in ("speak", "talk")):
            partners = [*partners, child]
            yield Part(child, "party" if together else "target")
        elif text == "against" or (text == "on" and found.trigger.type == "ASSAULT"):
            yield Part(child, "target")


def _is_of_noun(grammar: Grammar, case: int | None) -> bool:
    """Whether "with" stands right behind another event: "spoke to her after the call with him"."""
    return bool(case) and grammar.words[(case or 1) - 1] in lexicon().nouns


def _beside(grammar: Grammar, found: Found) -> Iterator[Part]:
    role: Role = "party" if found.trigger.build == "party" else "source"
    for word in beside(grammar, found).parties:
        yield Part(word, role if word < found.head or role == "party" else "target")


def _of_noun(grammar: Grammar, found: Found) -> Iterator[Part]:
    build = found.trigger.build
    together = build == "party"
    for child in grammar.children(found.head, *_OWN):
        if not found.words[0] <= child < found.words[1]:
            yield Part(child, "party" if together else _owner_role(grammar, found, child))
    for child in grammar.children(found.head, "nmod", "obl"):
        case = grammar.case(child)
        text = grammar.words[case] if case is not None else ""
        if text in _TOGETHER or (text in ("and", "from") and together):
            yield Part(child, "party" if together else "target")
        elif text == "by":
            yield Part(child, "source")
        elif text == "of":
            yield Part(child, _of_role(build))
        elif text in _AGAINST and build != "party" and found.trigger.type in _TOWARDS:
            yield Part(child, "target")


_TOWARDS: Final = ("ASSAULT", "SANCTION", "COERCE", "AID", "ACCUSE", "THREATEN", "PROTEST")
_SUFFERED: Final = frozenset(
    "arrest detention imprisonment death murder assassination killing trial indictment dismissal "
    "firing execution conviction impeachment kidnapping abduction release nomination appointment "
    "inauguration funeral poisoning rescue expulsion deportation removal extradition sentencing "
    "arraignment prosecution ouster beheading torture rape capture slaying acquittal pardon".split()
)


def _of_role(build: str) -> Role:
    return "party" if build == "party" else "target" if build == "transitive" else "source"


def _owner_role(grammar: Grammar, found: Found, child: int) -> Role:
    """The owner of an arrest is whom it befell, of an invasion who did it."""
    owned = grammar.relations[child] == "nmod:poss"
    return "target" if owned and found.trigger.label in _SUFFERED else "source"


def _done_by(grammar: Grammar, found: Found) -> list[int]:
    """The verb whose subject takes part: "told a news conference", "began with a call"."""
    noun = found.head
    verb, relation = grammar.heads[noun], grammar.relations[noun]
    if not grammar.is_verb(verb) or verb > noun:
        return []
    if relation in ("obj", "iobj"):
        return [verb] if grammar.words[verb] in _TELLING else []
    case = grammar.case(noun)
    text = grammar.words[case] if relation == "obl" and case is not None else ""
    if found.trigger.label in _SPEECHES and text in ("in", "at", "during"):
        return [verb] if verb_of_saying(grammar.words[verb]) else []
    by_it = text == "with"
    one = any(grammar.words[child] in ("a", "an") for child in grammar.children(noun, "det"))
    return [verb] if by_it and one and found.trigger.build == "party" else []


_SPEECHES: Final = frozenset(
    "address speech interview sermon broadcast briefing eulogy".split()
) | {"news conference", "press conference", "televised address", "video address", "video message"}
"""What is held by who says something in it: "said in a televised address"."""


def _meant_by(grammar: Grammar, found: Found) -> list[int]:
    """The verb whose subject is one side of what has the other: "put off a meeting with her"."""
    noun = found.head
    verb, behind = grammar.heads[noun], grammar.words[noun + 1 : noun + 2]
    is_object = grammar.relations[noun] == "obj" and grammar.is_verb(verb)
    return [verb] if is_object and found.trigger.build == "party" and behind == ["with"] else []


def _on_the_call(grammar: Grammar, found: Found) -> Iterator[Part]:
    """Who does something to whom in a call: "congratulated her in a phone call"."""
    noun, case = found.head, grammar.case(found.head)
    in_it = case is not None and grammar.words[case] in ("in", "during", "by", "over")
    if found.trigger.type != "CONSULT" or found.trigger.build != "party" or not in_it:
        return
    verb = next((one for one in grammar.above(noun, 2) if grammar.is_verb(one)), None)
    if verb is None or is_passive(grammar, verb):
        return
    objects = [one for one in grammar.children(verb, "obj", "iobj") if one < noun]
    for one in (*grammar.children(verb, "nsubj"), *objects) if objects else ():
        yield Part(one, "party")


_TELLING: Final = frozenset(
    "told tell tells telling addressed address addresses addressing".split()
)


_RECEIVING: Final = frozenset(
    "accept accepted accepts accepting cause caused causes causing see saw seen sees seeing "
    "want wanted wants call called calls calling receive received receives receiving".split()
)
"""Whose subject is not who goes: "accepted the resignation"."""


_JUDGING: Final = frozenset("call called calls calling name named names naming".split())
"""Whose subject only speaks of a certain event: "called Tuesday's talks a door left ajar"."""


def _of_support(grammar: Grammar, found: Found, verbs: Sequence[int]) -> Iterator[Part]:
    """The subject of the verb that an event hangs on: "Trump held talks"."""
    verb = verbs[0]
    is_subject = grammar.relations[found.head].startswith("nsubj")
    role: Role = "party" if found.trigger.build == "party" else "source"
    receives = grammar.words[verb] in _RECEIVING and found.trigger.type == "RETREAT"
    receives = receives or (grammar.words[verb] in _JUDGING and is_definite(grammar, found.head))
    if not is_subject and not receives and not is_passive(grammar, verb):
        for subject in subjects_of(grammar, verb)[0]:
            if subject != found.head:
                yield Part(subject, role)
    for child in grammar.children(verb, "obl", "obl:agent"):
        case = grammar.case(child)
        if case is not None and grammar.words[case] == "by" and is_passive(grammar, verb):
            yield Part(child, role)
