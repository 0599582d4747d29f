"""Whether two names are one entity's: a score with reasons, from the two names alone."""

from typing import Final, NamedTuple

from variorum.collate.entities.forms import (
    Form,
    content_words,
    initials,
    plain_words,
    without_legal_form,
)
from variorum.collate.entities.spelling import (
    INITIAL,
    SAME,
    SAME_CONSONANTS,
    SAME_SOUND,
    SHORT_FORM,
    agreement,
    agreement_of_things,
)

ENOUGH: Final = 0.7
"""A pair that scores less is not joined. Set on the tuning half of the gold of
`evaluation.entities` and on invented names."""

AGREE: Final = 0.5
"""From here two names of one entity do not speak against each other."""

_NO_MIDDLE: Final = 0.05
"""What a middle name costs that only one of two has."""

_PART: Final = 0.78
_TURNED: Final = 0.85
_CALLED: Final = 0.95
_LETTERS: Final = 0.8
_SEVERAL: Final = 3


class Pair(NamedTuple):
    """Two forms, and how many articles call one entity both, or have an entity of each."""

    a: Form
    b: Form
    called: int = 0
    together: int = 0


class Score(NamedTuple):
    """From 0 to 1; `conflict`: they are two, whatever a third name suggests; reasons."""

    value: float
    conflict: bool = False
    reason: str = ""


_APART: Final = Score(0.0, conflict=True, reason="other names")


def score_pair(pair: Pair) -> Score:
    """How likely two names are one entity's."""
    if pair.a == pair.b:
        return Score(SAME, reason="the same name")
    if pair.a.is_fact or pair.b.is_fact:
        return _APART
    if pair.a.is_person and pair.b.is_person:
        return _score_persons(pair)
    if pair.a.is_person or pair.b.is_person:
        return _score_mixed(pair)
    return _score_things(pair)


def _score_persons(pair: Pair) -> Score:
    if pair.a.suffix != pair.b.suffix:
        return Score(0.0, conflict=True, reason="one is a junior")
    short, long = sorted((pair.a.words, pair.b.words), key=lambda words: (len(words), words))
    if len(short) == 1:
        return _score_alone(short, long, pair)
    best = max(
        (_score_named(short, long), _score_part(short, long), _score_turned(short, long)),
        key=lambda score: score.value,
    )
    if best.value < SAME - _NO_MIDDLE and pair.together > pair.called:
        # An article's own persons are told apart already, by more than their names.
        return Score(0.0, conflict=True, reason="both are named in one article")
    return best if best.value else _APART


def _score_alone(short: tuple[str, ...], long: tuple[str, ...], pair: Pair) -> Score:
    if len(long) > 1:
        return _score_letters(long, short, pair)
    value = agreement(short[0], long[0])
    return Score(value, reason="another spelling") if value else _APART


def _score_named(short: tuple[str, ...], long: tuple[str, ...]) -> Score:
    """Given name and surname agree, and what stands between them does not disagree."""
    surname = agreement(short[-1], long[-1])
    given = agreement(short[0], long[0], given=True)
    middle = _middle_agreement(short[1:-1], long[1:-1])
    value = min(surname, given)
    is_loose = max(surname, given) < SAME_SOUND and value < SAME_CONSONANTS
    if not value or middle is None or is_loose:
        return Score(0.0)
    reason = {SHORT_FORM: "a short form of the given name", INITIAL: "an initial"}.get(given)
    if reason is None:
        reason = "another spelling" if value < SAME or middle == 0.0 else "a middle name"
    return Score(value - (0.0 if middle else _NO_MIDDLE), reason=reason)


def _middle_agreement(one: tuple[str, ...], other: tuple[str, ...]) -> float | None:
    """1 if middle names agree, 0 if only one has any, None if they disagree."""
    if not one or not other:
        return 1.0 if one == other else 0.0
    if all(agreement(a, b, given=True) for a, b in zip(one, other, strict=False)):
        return 1.0 if len(one) == len(other) else 0.0
    return None


def _score_part(short: tuple[str, ...], long: tuple[str, ...]) -> Score:
    """One is the beginning or the end of the other ("Peña Nieto", "Kim Jong")."""
    if len(short) == len(long) or len(short[0]) == 1:
        return Score(0.0)
    for part in (long[: len(short)], long[-len(short) :]):
        if all(agreement(a, b) >= SAME_SOUND for a, b in zip(short, part, strict=True)):
            return Score(_PART, reason="a part of the name")
    return Score(0.0)


def _score_turned(short: tuple[str, ...], long: tuple[str, ...]) -> Score:
    """The same words with the surname first."""
    if len(short) == len(long) and short != long and sorted(short) == sorted(long):
        return Score(_TURNED, reason="the same words in another order")
    return Score(0.0)


def _score_mixed(pair: Pair) -> Score:
    """A person's letters are read as an organization's, and some names are read as both."""
    person, thing = (pair.a, pair.b) if pair.a.is_person else (pair.b, pair.a)
    letters = _score_letters(person.words, thing.words, pair)
    if letters.value:
        return letters
    if person.words == thing.words and len(thing.words) > 1:
        return Score(_LETTERS, reason="the same name, read as a person and as something else")
    return _APART


def _score_letters(person: tuple[str, ...], other: tuple[str, ...], pair: Pair) -> Score:
    """A person's letters in an article that has the name too; elsewhere they prove nothing."""
    letters = "".join(word[0] for word in person)
    if len(letters) < _SEVERAL or other != (letters,):
        return Score(0.0)
    return Score(_LETTERS if pair.together else AGREE, reason="the initials, in one article")


def _score_things(pair: Pair) -> Score:
    a, b = content_words(pair.a.words), content_words(pair.b.words)
    if plain_words(pair.a.words) == plain_words(pair.b.words):
        return Score(SAME_SOUND, reason="the same words")
    firm = without_legal_form(pair.a.words)
    if firm == without_legal_form(pair.b.words) and len(" ".join(firm)) >= _SEVERAL:
        return Score(SAME_CONSONANTS, reason="the same but for the legal form")
    short, long = sorted((pair.a.words, pair.b.words), key=lambda words: (len(words), words))
    if len(short) == 1 < len(long) and _are_letters(short[0], long):
        if pair.called:
            return Score(_CALLED, reason="its letters, and articles call it both")
        if len(short[0]) >= _SEVERAL:
            return Score(_LETTERS, reason="its letters")
    return _score_spelling(a, b, pair)


def _are_letters(short: str, long: tuple[str, ...]) -> bool:
    return short in (initials(long), "".join(word[0] for word in long))


def _score_spelling(a: tuple[str, ...], b: tuple[str, ...], pair: Pair) -> Score:
    if any(word.isdigit() for word in {*a} ^ {*b}):
        return Score(0.0, conflict=True, reason="other numbers")
    if len(a) == len(b):
        value = min(agreement_of_things(one, other) for one, other in zip(a, b, strict=True))
        if value:
            return Score(value, reason="another spelling")
    joined = agreement_of_things("".join(a), "".join(b))
    if joined >= (SAME_SOUND if len(a) != len(b) else SAME_CONSONANTS):
        return Score(joined, reason="another spelling")
    if pair.called >= _SEVERAL and set(a) & set(b):
        return Score(_CALLED, reason="articles call it both")
    return Score(0.0)
