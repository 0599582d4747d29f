"""Who a sentence says says so: reporting frames that come and go between aligned passages."""

import re
from typing import Final, NamedTuple

from variorum.compare.words import (
    Word,
    folded_words,
    is_in_marks,
    sentence_at,
    with_context,
    words_in,
)
from variorum.record.span import Span

REPORTING: Final = frozenset(
    "said says say saying told tells telling added adds adding according reported announced "
    "announces claimed claims claiming insisted insists insist argued argues arguing argue noted "
    "notes noting stressed maintained maintains acknowledged conceded warned warns wrote writes "
    "tweeted tweets explained explains declared declares recalled testified alleged alleges "
    "suggested suggests believed believes believe denied denies predicted predicts estimated "
    "estimates confirmed revealed disclosed vowed pledged promised signaled signalled indicated "
    "replied responded answered contends contended asserts asserted stated alleging allege contend "
    "assert deny confirm warn predict estimate suggest stresses emphasized emphasised remarked "
    "commented assured complained concluded found finds learned says".split()
)
"""Verbs that report what somebody says, and "according"."""

GOES_ON: Final = re.compile(r"(?:He|She|They|It|We)\s+(?:also\s+)?(?:said|added|told)")
"""How a sentence begins that says who says what stands before it."""

FIRST_PERSON: Final = frozenset("i we my our me us i'm i've we're".split())
"""Words of a sentence that is somebody's own, whoever says so."""

_PEOPLE: Final = frozenset(
    "officials official sources source aides aide diplomats diplomat analysts experts observers "
    "investigators prosecutors police authorities lawmakers administrators advisers advisors "
    "witnesses residents critics supporters republicans democrats researchers economists "
    "scientists doctors lawyers activists spokesmen ministers leaders administration government "
    "ministry department bureau agency office committee commission report reports study company "
    "army military palace statement poll document documents".split()
)
"""Nouns for those who may have said so."""

_ANONYMOUS: Final = frozenset(
    "officials official sources source aides diplomats analysts experts observers investigators "
    "authorities lawmakers witnesses residents critics".split()
)
_ROLES: Final = frozenset(
    "president minister secretary senator sen rep gov governor chancellor premier prime foreign "
    "spokesman spokeswoman spokesperson mr mrs ms dr the a an leader chief director general vice "
    "chairman justice judge king queen prince pope he she they it who we i republican republicans "
    "democrat democrats white house kremlin palace state attorney house senate".split()
)
_NOT_NAMES: Final = frozenset(
    "the a an in on at but and so if when while after before as he she they it we i there this "
    "that those these his her their its then now still yet even also for from with by monday "
    "tuesday wednesday thursday friday saturday sunday".split()
)
NEXT: Final = 40
"""Characters next to a frame in which marks are looked for."""

_LONGEST: Final = 10
"""Words of a reporting frame, at most."""


class Frame(NamedTuple):
    """The two places and what they come to."""

    a: Span
    b: Span
    value_a: str
    value_b: str
    confidence: float


def dropped_frame(text_a: str, a: Span, text_b: str, b: Span) -> Frame | None:
    """The frame that stands on one side only: "officials said", "according to the palace"."""
    is_framed = is_frame(text_a, a), is_frame(text_b, b)
    if is_framed[0] == is_framed[1]:
        return None
    if is_framed[1]:
        back = dropped_frame(text_b, b, text_a, a)
        return back and Frame(back.b, back.a, back.value_b, back.value_a, back.confidence)
    is_reported = _is_reported(text_b, b) and not _reports_of_telling(text_a, a, text_b, b)
    if is_reported or _is_in_first_person(text_b, b):
        return None
    if (
        _is_followed_by_circumstance(text_a, a)
        or is_in_marks(text_b, b.start)
        or _is_quoting(text_a, a)
    ):
        return None
    instead = words_in(text_b, b.start, b.end)
    if len(instead) > 2 or any(word.folded not in _NOT_NAMES for word in instead):
        return None
    return Frame(a, sentence_at(text_b, b), _folded(text_a, a), "nobody", 0.8)


def _is_followed_by_circumstance(text: str, span: Span) -> bool:
    """Whether a frame opens its sentence with where or when: "The president said in an interview".

    Without it another clause takes its place, and nothing that was reported is left bare.
    """
    following = words_in(text, span.end, min(len(text), span.end + 20))[:1]
    return (
        bool(following)
        and following[0].folded in _CIRCUMSTANCE
        and (text[span.end : following[0].start].isspace())
    )


_CIRCUMSTANCE: Final = frozenset(
    "in on at during ahead after before to via through from while as".split()
)


def _folded(text: str, span: Span) -> str:
    return " ".join(folded_words(text[span.start : span.end]))


def is_frame(text: str, span: Span) -> bool:
    """Whether edited words are who says so: a source next to a reporting verb, and little else."""
    folded = folded_words(span.of(text))
    if not 2 <= len(folded) <= _LONGEST or REPORTING.isdisjoint(folded):
        return False
    words = words_in(text, span.start, span.end)
    verbs = [at for at, word in enumerate(words) if _is_verb(word)]
    if len(verbs) != 1:
        return False
    after = words[verbs[0] + 1 : verbs[0] + 7]
    if words[verbs[0]].folded == "according":
        return any(map(_is_source_word, after))
    before = [word for word in words[: verbs[0]] if word.folded not in _ADVERBS][-1:]
    if any(map(_is_source_word, before)) or _has_article(words[: verbs[0]]):
        return True
    return not before and any(map(_is_source_word, after[:1]))


def _has_article(before: list[Word]) -> bool:
    """Whether words before a verb are somebody without a name: "the prosecutor"."""
    return 1 < len(before) <= 4 and before[0].folded in _DETERMINERS


_DETERMINERS: Final = frozenset("the a an one two three several some his her its".split())


def _is_verb(word: Word) -> bool:
    is_proper = word.text[:1].isupper() and word.folded != "according"
    return word.folded in REPORTING and not is_proper


_ADVERBS: Final = frozenset("also has have had later then repeatedly only".split())


def _is_source_word(word: Word) -> bool:
    if word.folded in _PEOPLE:
        return True
    return word.text[:1].isupper() and word.folded not in _NOT_NAMES


def _is_reported(text: str, span: Span) -> bool:
    """Whether the sentence, or the one before or after it, still says who says so."""
    sentence = sentence_at(text, span)
    outside = _without_marks(text[sentence.start : sentence.end])
    if not REPORTING.isdisjoint(folded_words(outside)):
        return True
    following = text[sentence.end : sentence.end + 120].split("\n", 1)[0]
    return GOES_ON.match(following.lstrip()) is not None


def _reports_of_telling(text_a: str, a: Span, text_b: str, b: Span) -> bool:
    """Whether what is sourced is itself that somebody told: "Reis told them, according to two"."""
    if folded_words(a.of(text_a))[:1] != ("according",):
        return False
    sentence = sentence_at(text_a, a)
    outside = text_a[sentence.start : a.start] + text_a[a.end : sentence.end]
    other = sentence_at(text_b, b).of(text_b)
    told, told_there = (
        REPORTING.intersection(folded_words(_without_marks(words))) for words in (outside, other)
    )
    return bool(told) and told == told_there


def _is_in_first_person(text: str, span: Span) -> bool:
    """Whether the sentence is somebody's own words, set apart without marks."""
    sentence = sentence_at(text, span)
    return not _FIRST_PERSON.isdisjoint(folded_words(text[sentence.start : sentence.end]))


_FIRST_PERSON: Final = frozenset("i we my our me us i'm i've we're".split())


def _without_marks(text: str) -> str:
    return re.sub(r'["“][^"”]*["”]?', " ", text)


def _is_quoting(text: str, span: Span) -> bool:
    """Whether the frame stands next to words in marks, or among them."""
    before = text[max(0, span.start - NEXT) : span.start].rstrip(" ,")[-1:]
    after = text[span.end : span.end + NEXT].lstrip(" ,:.")[:1]
    if any(mark in text[span.start : span.end] for mark in _MARKS):
        return True
    return before in _MARKS or after in _MARKS or is_in_marks(text, span.start)


_MARKS: Final = tuple('"“”‘')


def speakers_differ(text_a: str, a: Span, text_b: str, b: Span) -> Frame | None:
    """Two sources of the same words: one name before or after the verb, and another."""
    one = _subject(text_a, a)
    other = _subject(text_b, b) if one else None
    if one is None or other is None or not _are_others(one, other):
        return None
    return Frame(_span(one), _span(other), _told(one), _told(other), 0.75)


def _told(words: list[Word]) -> str:
    return " ".join(word.folded for word in words)


def _subject(text: str, span: Span) -> list[Word] | None:
    """The edited words if they are the source of a reporting verb in or next to them."""
    if len(folded_words(span.of(text))) > _LONGEST:
        return None
    words = words_in(text, span.start, span.end)
    names = [word for word in words if _is_source_word(word) and not _is_verb(word)]
    others = [word for word in words if word not in names]
    if not names or any(
        not _is_verb(word) and word.folded not in _GRAMMAR | _NOT_NAMES for word in others
    ):
        return None
    if is_in_marks(text, span.start) or _is_possessive(names[-1]):
        return None
    near = with_context(text, span, 1)
    return names if _has_verb(text, words_in(text, near.start, near.end), names) else None


def _is_possessive(word: Word) -> bool:
    return re.search(r"['’]s?$", word.text) is not None


def _has_verb(text: str, around: list[Word], names: list[Word]) -> bool:
    """Whether a reporting verb stands before or after the names, with no comma between."""
    for verb in filter(_is_verb, around):
        between = (
            text[verb.end : names[0].start] if verb < names[0] else text[names[-1].end : verb.start]
        )
        most = 2 if verb.folded == "according" else 1
        if not re.search(r"[,;:.]\s", between) and len(between.split()) <= most:
            return True
    return False


_GRAMMAR: Final = frozenset(
    "has have had also of two three several some other with knowledge talks involved in not "
    "to repeatedly previously foreign senior top former".split()
)


def _are_others(one: list[Word], other: list[Word]) -> bool:
    names = [{_name(word) for word in side} for side in (one, other)]
    if names[0] & names[1]:
        return False
    are_people = [not side.isdisjoint(_ANONYMOUS) for side in names]
    if all(are_people):
        return False
    proper = [side - _ROLES - _PEOPLE for side in names]
    if are_people[0] or are_people[1]:
        named = names[1] if are_people[0] else names[0]
        return bool(named - _ROLES)
    return bool(proper[0]) and bool(proper[1])


def _name(word: Word) -> str:
    return word.folded.removesuffix("'s")


def _span(words: list[Word]) -> Span:
    return Span(words[0].start, words[-1].end)
