"""The tables of words, and what is made of them."""

from typing import get_args

import pytest

from variorum.read.events.forms import noun_forms, verb_forms
from variorum.read.events.judging import Judgement, compose
from variorum.read.events.lexicon import NO_EVENT, cues, lexicon
from variorum.record.event import EventType, Status

EFFECTS = {*get_args(Status), "fact", "carry", "planned-meeting", "presence"}


def test_every_trigger_has_a_type_and_a_build() -> None:
    for triggers in (lexicon().verbs, lexicon().nouns):
        for one in {trigger for found in triggers.values() for trigger in found}:
            assert one.type in (*get_args(EventType), NO_EVENT)
            assert one.build in ("party", "transitive", "intransitive", "move", "-")
            assert one.needs in ("", "weak", "strict", "told")


def test_no_trigger_stands_twice() -> None:
    """The second of two would never be found."""
    for triggers in (lexicon().verbs, lexicon().nouns):
        for found in triggers.values():
            assert len({(one.label, one.beside, one.about) for one in found}) == len(found)


def test_every_type_has_triggers() -> None:
    found = {one.type for many in lexicon().nouns.values() for one in many}
    found |= {one.type for many in lexicon().verbs.values() for one in many}
    assert found == {*get_args(EventType), NO_EVENT}


def test_cues_have_an_effect() -> None:
    kinds = cues().kinds
    assert set(kinds) == {"object", "clause", "content", "noun", "adjective", "preposition"}
    assert {cue.effect for known in kinds.values() for cue in known.values()} <= EFFECTS


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("meet", {"meet", "meets", "met", "meeting"}),
        ("stab", {"stabbed", "stabbing"}),
        ("deny", {"denies", "denied", "denying"}),
        ("free", {"freed", "freeing", "frees"}),
        ("withdraw", {"withdrew", "withdrawn"}),
        ("die", {"died", "dies", "dying"}),
    ],
)
def test_forms_of_verbs(verb: str, forms: set[str]) -> None:
    assert forms <= verb_forms(verb)


def test_forms_of_nouns() -> None:
    assert noun_forms("treaty") == {"treaty", "treaties"}
    assert noun_forms("clash") == {"clash", "clashes"}


@pytest.mark.parametrize(
    ("effect", "above", "expected"),
    [
        ("cancelled", "happened", "cancelled"),
        ("cancelled", "denied", "planned"),
        ("cancelled", "hypothetical", "planned"),
        ("denied", "denied", "hypothetical"),
        ("planned", "cancelled", "cancelled"),
        ("planned", "denied", "denied"),
        ("hypothetical", "planned", "hypothetical"),
        ("happened", "planned", "planned"),
    ],
)
def test_what_a_cue_makes_of_an_event_in_its_own_mood(
    effect: str, above: Status, expected: str
) -> None:
    judged = compose(effect, "word", Judgement(above, "Because", 0.8))
    assert judged.status == expected
    assert "word" in judged.reason


def test_verbs_in_ee() -> None:
    assert verb_forms("agree") == {"agree", "agrees", "agreed", "agreeing"}
