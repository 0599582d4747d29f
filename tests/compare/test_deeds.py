"""What one report has done, and another not."""

from tests.compare.reports import two
from variorum.compare.deeds import deed_contradictions


def count(one: str, other: str) -> int:
    told = two(one, other)
    found = deed_contradictions(told.articles, told.readings, told.stories, told.nearness)
    return len(list(found))


def test_done_and_not_done() -> None:
    shut = "Two pumping stations had been shut down in Karst."
    assert count(shut, "No pumping station in Karst had been closed, an engineer found.") == 1
    assert count("Some 400 weavers marched to the palace.", "No weavers had marched to the palace.")


def test_what_may_both_be() -> None:
    shut = "Two pumping stations had been shut down in Karst."
    assert count(shut, "No pumping station in Karst had yet been closed.") == 0
    assert count(shut, "No orchard in Tarn had been closed.") == 0
    assert count(shut, "An engineer did not say why the pumping stations were in the news.") == 0


def test_what_was_done_to_none() -> None:
    assert count("The mill sacked two stewards.", "Nobody has been dismissed, said a clerk.") == 1
    assert count("The mill in Tarn sacked two.", "Nobody in Osk has been dismissed.") == 0
