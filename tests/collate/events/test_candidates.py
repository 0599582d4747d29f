"""Which tellings are worth comparing."""

from variorum.collate.events.candidates import NEIGHBOURS, RARE, Placed
from variorum.collate.events.joining import LOOKED_UP
from variorum.collate.events.telling import Telling
from variorum.record.step import Step

from .tellers import engine
from .test_scoring import DAY, NEVEN, ROLFE, TRENT, telling


def _candidates(tellings: list[Telling]) -> list[tuple[int, int]]:
    every = LOOKED_UP._replace(score=lambda pairs: (True for _ in pairs))
    placed = [Placed(one, ("article", number)) for number, one in enumerate(tellings)]
    return [(a, b) for a, b, _ in engine().related(every).among(placed)]


def test_kind_participant_and_time_must_agree_roughly() -> None:
    found = _candidates(
        [
            telling("call", NEVEN, ROLFE, days=DAY),
            telling("conversation", NEVEN),
            telling("call", TRENT, days=DAY),
            telling("parade", NEVEN, days=DAY),
            telling("call", NEVEN, days=(730_000, 730_000)),
        ],
    )
    assert found == [(0, 1)]


def test_the_same_words_around_are_enough() -> None:
    one = Telling(("call",), frozenset(("call",)), contexts=frozenset((1, 2)))
    other = Telling(("call",), frozenset(("call",)), contexts=frozenset((2, 3)))
    assert _candidates([one, other]) == [(0, 1)]


def test_an_article_without_a_date_needs_two_participants_or_one_and_more() -> None:
    dated = telling("call", NEVEN, ROLFE, days=DAY, places=("graz",))
    monday = (Step("weekday", 0, direction="past"),)
    asking = {
        "both": telling("call", NEVEN, ROLFE, published=None),
        "one": telling("call", NEVEN, published=None),
        "one and a weekday": telling("call", NEVEN, published=None, steps=monday),
        "one and a place": telling("call", NEVEN, published=None, places=("graz",)),
    }
    found = {what: _candidates([dated, one]) == [(0, 1)] for what, one in asking.items()}
    assert found == {"both": True, "one": False, "one and a weekday": True, "one and a place": True}


def test_what_all_tell_of_is_compared_with_some_only() -> None:
    many = [telling("call", NEVEN, days=DAY) for _ in range(RARE + 20)]
    pairs = _candidates(many)
    assert len(pairs) <= len(many) * NEIGHBOURS
    assert {end for pair in pairs for end in pair} == set(range(len(many)))


def test_nothing_gives_nothing() -> None:
    assert _candidates([]) == []
