from variorum.compare.edited import Side
from variorum.compare.statuses import status_difference
from variorum.record.span import Span


def side(article: str, text: str, words: str) -> Side:
    start = text.index(words)
    return Side(article, text, Span(start, start + len(words)))


PLAN = side("a", "Reports say the pirates may be released for the crew.", "may be")


def test_what_may_be_and_what_was_differ() -> None:
    done = side("b", "Reports say the pirates were released for the crew.", "were")
    assert status_difference(PLAN, done) is not None


def test_what_was_not_is_not_told_as_done() -> None:
    none = side("b", "In the end no captive pirates were released for the crew.", "were")
    assert status_difference(PLAN, none) is None
    assert status_difference(none, PLAN) is None


def test_who_agreed_to_do_it_will_do_it() -> None:
    agreed = side("a", "On Monday they agreed to free the crew.", "agreed to free")
    will = side("b", "On Monday they will free the crew.", "will free")
    done = side("c", "On Monday they freed the crew.", "freed")
    assert status_difference(agreed, will) is None
    assert status_difference(will, done) is not None


def test_what_is_not_ruled_out_is_not_yet_threatened() -> None:
    left_open = side("a", "The guild has not ruled out a strike.", "has not ruled out")
    threatened = side("b", "The guild is threatening a strike.", "is threatening")
    found = status_difference(left_open, threatened)
    assert found is not None
    assert "ruled out" in found.reason
    assert status_difference(left_open, side("b", "The guild led a strike.", "led")) is None
