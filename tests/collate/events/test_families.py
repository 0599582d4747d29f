"""Which nouns and verbs name events of one kind."""

import pytest

from variorum.collate.events.families import families_of, families_told, is_mutual


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("meet", "summit"),
        ("meeting", "talks"),
        ("phone call", "conversation"),
        ("phone conversation", "call"),
        ("resign", "resignation"),
        ("step down", "resignation"),
        ("deliver", "delivery"),
        ("announce", "announcement"),
        ("elections", "vote"),
        ("collided", "crash"),
        ("shut down", "closure"),
        ("convict", "verdict"),
        ("sentence", "verdict"),
        ("drone strike", "bombing"),
        ("rail strike", "walkout"),
        ("lift off", "launch"),
        ("go under", "collapse"),
        ("shake-up", "reshuffle"),
        ("loot", "pillage"),
    ],
)
def test_words_of_one_kind(one: str, other: str) -> None:
    assert families_of(one) & families_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("phone call", "summit"),
        ("phone conversation", "meeting"),
        ("visit", "election"),
        ("strike down", "rail strike"),
        ("drone strike", "rail strike"),
        ("convict", "acquit"),
        ("call off", "phone call"),
    ],
)
def test_words_of_two_kinds(one: str, other: str) -> None:
    assert not families_of(one) & families_of(other)


def test_light_words_are_of_no_kind() -> None:
    assert families_of("be") == families_of("this") == families_of("") == frozenset()


def test_who_speaks_alone_converses_with_nobody() -> None:
    assert not families_told("speak", 1, " to the crowd") & families_of("conversation")
    assert families_told("speak", 2, " at noon") & families_of("conversation")
    assert families_told("speak", 1, " briefly by telephone with him") == {"call"}


def test_what_leaves_people_dead_does_not_go_away() -> None:
    assert families_told("leave", 1, " at least 40 people dead") == families_of("death")
    assert families_told("leave", 1, " three sailors missing") & families_of("withdrawal") == set()
    assert families_told("leave", 1, " the coalition") & families_of("withdrawal")


def test_who_attends_an_opera_meets_nobody() -> None:
    meeting = families_of("meeting")
    assert not families_told("attend", 1, " the opera at the Rivel") & meeting
    assert families_told("attend", 1, " the spring summit in Rivel") & meeting
    assert families_told("attend", 1, " on Monday") & meeting


def test_what_takes_two() -> None:
    assert is_mutual(families_of("talks"))
    assert not is_mutual(families_of("parade"))


def test_the_type_of_a_word_leaves_fewer_kinds() -> None:
    assert families_told("fire", 0, " at the mill", "OTHER") & families_of("blaze")
    assert not families_told("fire", 1, " three aides", "SANCTION") & families_of("blaze")
    assert families_told("strike", 1, " over pay", "PROTEST") == families_of("walkout") - {
        "withdrawal"
    }
    assert not families_told("strike", 1, " on the depot", "ASSAULT") & families_of("walkout")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sacking", "dismiss"),
        ("accident", "derailment"),
        ("incident", "collision"),
        ("parole", "release"),
        ("petition", "sue"),
        ("truce", "agreement"),
        ("rule", "annul"),
        ("hand back", "return"),
        ("recapture", "liberate"),
    ],
)
def test_further_words_for_one_kind(one: str, other: str) -> None:
    assert families_of(one) & families_of(other)
