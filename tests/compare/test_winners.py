"""Who got what one only can get."""

from tests.compare.reports import two
from variorum.compare.winners import winner_contradictions


def count(one: str, other: str) -> int:
    told = two(one, other)
    return len(list(winner_contradictions(told.articles, told.stories, told.nearness)))


def test_another_winner() -> None:
    one = 'The Silver Oar went on Sunday to "The Salt Road", a first film.'
    assert count(one, 'The Silver Oar itself was given to "Winter Accounts".') == 1
    assert count("Edda Pell won the election.", "Anton Roe has won the election.") == 1


def test_one_winner_or_another_prize() -> None:
    one = 'The Silver Oar went on Sunday to "The Salt Road", a first film.'
    assert count(one, '"The Salt Road" won the Silver Oar.') == 0
    assert count(one, 'The Golden Net went to "Winter Accounts".') == 0
    assert count("Edda Pell won the election.", "Anton Roe won the election in 2027.") == 0
