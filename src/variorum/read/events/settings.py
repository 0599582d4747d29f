"""When and where an event takes place, by the words that hang on it."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from variorum.read.events.behind import beside
from variorum.read.events.clauses import STRIKING, TAKES
from variorum.read.events.grammar import Grammar
from variorum.read.events.lexicon import DATED, cues
from variorum.read.events.people import People
from variorum.read.events.triggers import Found
from variorum.read.lexicon import CALENDAR, NATIONS, verb_of_saying
from variorum.record.time_expression import TimeExpression

_WHERE: Final = frozenset("in at near outside inside across around".split())
_WHITHER: Final = frozenset("to in into at from for".split())
_BOUNDS: Final = frozenset("until till since".split())
_NEAR: Final = 14
_REGIONS: Final = frozenset(
    "province region district area state city town coast island county village capital port suburb "
    "prefecture republic municipality valley territory peninsula neighbourhood neighborhood".split()
)
_HOSTS: Final = frozenset("host hosts hosted hosting".split())


_SET: Final = frozenset(
    "planned scheduled slated due set expected fixed arranged booked proposed held convened hosted "
    "begun began started opened called signed agreed reached ratified brokered".split()
)
"""What is said of an event with the day on which it is or was to be."""


def _is_next_clause(grammar: Grammar, time: tuple[int, int], verb: int) -> bool:
    """Whether a verb begins a clause behind a time: "buried it on Monday, leaving two dead"."""
    first, last = time
    begins = grammar.words[last : last + 1] == [","] and last < verb <= last + 2
    is_inside = grammar.heads[verb] < first and grammar.relations[verb] == "advcl"
    return begins and is_inside and grammar.tags[verb] == "VBG"


_TO_COME: Final = frozenset("will must shall would can may could should".split())


def _ahead(grammar: Grammar, verb: int, time: int) -> int:
    """The verb of what is to come right before a time that the tree hangs on what was done.

    "welcomed the sale, which must be approved by June 28"
    """
    if grammar.tags[verb] != "VBD":
        return verb
    for one in range(time - 1, verb, -1):
        if grammar.words[one] == ",":
            return verb
        if grammar.relations[one] == "acl:relcl":
            helpers = grammar.children(one, "aux")
            return one if any(grammar.words[at] in _TO_COME for at in helpers) else verb
    return verb


class Place(NamedTuple):
    """Where, as printed, and the entity."""

    name: str
    entity: str | None


class Dates:
    """The time expressions of a passage by the word that they hang on."""

    def __init__(
        self, grammar: Grammar, times: Sequence[TimeExpression], triggers: Collection[int]
    ) -> None:
        self._grammar = grammar
        self._by_word: dict[int, list[TimeExpression]] = {}
        self._triggers = triggers
        self._starts = starts = [word.start for word in grammar.passage.words]
        for time in times:
            if time.type in ("date", "time") and (time.when is not None or time.relation):
                first = bisect_left(starts, time.start)
                last = bisect_left(starts, time.end)
                if first < last and grammar.words[max(0, first - 1)] not in _BOUNDS:
                    word = self._governor((first, last), triggers)
                    self._by_word.setdefault(word, []).append(time)

    def _governor(self, words: tuple[int, int], triggers: Collection[int]) -> int:
        """The verb or event that a time hangs on."""
        grammar = self._grammar
        heads = grammar.heads
        at = next((one for one in range(*words) if not words[0] <= heads[one] < words[1]), words[0])
        for above in grammar.above(at):
            case = grammar.case(at)
            if case is not None and case < words[0] and grammar.words[case] in _BOUNDS:
                return at  # "the first talks since the vote in May"
            if above in triggers or grammar.is_verb(above):
                is_next = _is_next_clause(grammar, words, above)
                return grammar.heads[above] if is_next else _ahead(grammar, above, words[0])
            at = above
        return at

    def of(self, found: Found, frame: Sequence[int]) -> TimeExpression | None:
        """The time of an event: what hangs on it, or on a verb that it shares its time with."""
        for word in frame:
            if (
                word != found.head
                and verb_of_saying(self._grammar.words[word])
                and word in frame[2:]
            ):
                continue
            if told := self._shared(word, found):
                return self._nearest(told, found)
        if found.is_verb:
            is_open = found.trigger.needs == DATED
            return None if is_open else self._of_clause_above(found)
        return (
            self._of_clause_below(found) or self._of_what_is_set(found) or self._of_occasion(found)
        )

    def _shared(self, word: int, found: Found) -> Sequence[TimeExpression]:
        """The times of a word of the frame that are the event's, too.

        "Agreed on Sunday to meet": Sunday is when they agreed.
        """
        told = self._by_word.get(word, [])
        if word == found.head or not found.is_verb:
            return told
        cue = cues().of("clause", self._grammar.words[word])
        if cue is None or cue.effect not in ("planned", "hypothetical", "denied"):
            return told
        start = self._grammar.passage.words[found.head].start
        return [one for one in told if one.start > start]

    def _nearest(self, told: Sequence[TimeExpression], found: Found) -> TimeExpression:
        """The finest time that does not only bound the event; the nearest of equals."""
        start = self._grammar.passage.words[found.head].start
        return min(told, key=lambda one: (abs(one.start - start), one.start))

    def behind(self, found: Found) -> TimeExpression | None:
        """The time that follows a noun and that the tree hangs on the verb before both.

        "praised the summit next week": what is to come is no time of praising.
        """
        grammar, head = self._grammar, self._grammar.heads[found.head]
        first = found.words[1]
        for time in self._by_word.get(head, ()):
            start = bisect_left(self._starts, time.start)
            between = range(first, start)
            if head < found.head < start <= first + _NEAR and not any(
                grammar.is_verb(one) or one in self._triggers for one in between
            ):
                return time
        return None

    def _of_clause_below(self, found: Found) -> TimeExpression | None:
        """When an event was to be or was: "a meeting that was planned for Saturday"."""
        grammar = self._grammar
        behind = _first_verb_behind(grammar, found.words[1])
        for clause in [*grammar.children(found.head, "acl", "acl:relcl", "amod"), *behind]:
            for verb in (clause, *grammar.children(clause, "xcomp")):
                told = self._by_word.get(verb)
                if told and {grammar.words[clause], grammar.words[verb]} & (_SET | STRIKING):
                    return told[0]
        return None

    def _of_what_is_set(self, found: Found) -> TimeExpression | None:
        """The time of "the trial is set to begin on Monday"."""
        grammar = self._grammar
        if not grammar.relations[found.head].startswith("nsubj"):
            return None
        for verb in grammar.children(grammar.heads[found.head], "xcomp"):
            if grammar.words[verb] in TAKES and (told := self._by_word.get(verb)):
                return told[0]
        return None

    def _of_occasion(self, found: Found) -> TimeExpression | None:
        """The time of what was done at it: "was agreed at a meeting between them on June 1"."""
        grammar = self._grammar
        case, verb = grammar.case(found.head), grammar.heads[found.head]
        at_it = case is not None and grammar.words[case] in ("at", "during")
        if found.type != "CONSULT" or not at_it or not grammar.is_verb(verb):
            return None
        return next(iter(self._by_word.get(verb, ())), None)

    def _of_clause_above(self, found: Found) -> TimeExpression | None:
        """The time of the verb above: "On Monday, she flew to Oslo and met Jane Doe"."""
        grammar = self._grammar
        head = grammar.heads[found.head]
        if grammar.relations[found.head] not in ("conj", "advcl") or head == found.head:
            return None
        if verb_of_saying(grammar.words[head]) or not grammar.is_verb(head):
            return None
        mark = grammar.case(found.head)
        is_means = mark is not None and grammar.words[mark] == "by"
        start = grammar.passage.words[head].start
        told = self._by_word.get(head, ())
        return next((one for one in told if is_means or one.start < start), None)


def _first_verb_behind(grammar: Grammar, start: int) -> list[int]:
    """The verb of a clause behind a noun, whatever noun between the tree hangs it on.

    "a meeting with union leaders that had been set for Thursday"
    """
    _, end = grammar.passage.sentence(grammar.passage.sentence_of(start - 1))
    for place in range(start, min(end, start + _NEAR)):
        if grammar.relations[place] in ("acl", "acl:relcl"):
            return [place]
        if grammar.is_verb(place) and not grammar.relations[place].startswith("aux"):
            return []
    return []


def place_of(grammar: Grammar, people: People, found: Found, frame: Sequence[int]) -> Place | None:
    """The place that is named with an event: "in Riyadh", "the Riyadh talks", "visit Kyiv"."""
    moves = found.trigger.build == "move"
    for word in frame:
        where = [*_reached(grammar, found, word), *_put(grammar, word, moves=moves)]
        if place := _first_named(grammar, people, where):
            return place
    if place := _host(grammar, people, frame):
        return place
    if found.is_verb:
        return None
    for clause in grammar.children(found.head, "acl:relcl", "acl"):  # "which was signed in Oslo"
        if grammar.words[clause] in _SET | STRIKING:
            where = [*_struck(grammar, clause), *_put(grammar, clause, moves=False)]
            if place := _first_named(grammar, people, where):
                return place
    behind = beside(grammar, found).place
    place = _named(grammar, people, behind) if behind is not None else None
    return place or _before(grammar, people, found)


def _reached(grammar: Grammar, found: Found, word: int) -> list[int]:
    """What stands behind a verb without "in" and may be a place: "visit Kyiv", "shelled a town"."""
    if word != found.head:
        return _struck(grammar, word)
    if found.trigger.build == "move":
        return grammar.children(word, "obj")
    if not found.is_verb or found.type != "ASSAULT":
        return []
    objects = grammar.children(word, "obj", "nsubj:pass")
    return [one for one in objects if grammar.words[one] in _REGIONS]


def _struck(grammar: Grammar, verb: int) -> list[int]:
    """Where a disaster happens: "struck eastern Turkey"."""
    if grammar.words[verb] not in STRIKING:
        return []
    return [one for one in grammar.children(verb, "obj", "obl") if grammar.case(one) is None]


def _put(grammar: Grammar, word: int, *, moves: bool) -> list[int]:
    """What hangs on a word with "in" or the like, or on a day that hangs on it."""
    hanging = grammar.children(word, "obl", "nmod")
    days = [one for one in hanging if grammar.words[one] in CALENDAR]
    days += [one for day in days for one in grammar.children(day, "nummod")]
    hanging = [*hanging, *(one for day in days for one in grammar.children(day, "nmod"))]
    fitting = _WHITHER if moves else _WHERE
    cases = ((one, grammar.case(one)) for one in hanging)
    return [one for one, case in cases if case is not None and grammar.words[case] in fitting]


def _first_named(grammar: Grammar, people: People, words: Iterable[int]) -> Place | None:
    return next((place for one in words if (place := _named(grammar, people, one))), None)


def _host(grammar: Grammar, people: People, frame: Sequence[int]) -> Place | None:
    """The city or country that is host to an event: it need not take part."""
    for verb in frame[1:]:
        if grammar.words[verb] in _HOSTS:
            for subject in grammar.children(verb, "nsubj"):
                if place := _named(grammar, people, subject):
                    return place
    return None


def _before(grammar: Grammar, people: People, found: Found) -> Place | None:
    """A city before a noun, "the Riyadh talks"; a country there takes part."""
    for child in grammar.children(found.head, "compound", "nmod:poss", "nmod:desc"):
        name = people.name_words(child) if people.place_at(child) else ""
        if name and name.casefold() not in NATIONS and "-" not in name:
            return _named(grammar, people, child)
    return None


def _named(grammar: Grammar, people: People, word: int) -> Place | None:
    """The place that a word names, or that lends a province its name: "Bingol province"."""
    parts = [word]
    if grammar.words[word] in _REGIONS:
        parts += grammar.children(word, "compound", "nmod", "appos", "flat")
        parts.sort(key=lambda part: grammar.tags[part] == "JJ" or part == word)
    for part in parts:
        if entity := people.place_at(part):
            return Place(people.name_words(part), entity.id)
    return None
