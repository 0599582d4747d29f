"""Which references to a weekday are worth comparing."""

from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import examples
from variorum.collate.dates.candidates import LEAST_RARE, RARE, Told, find_same_matter

from .heaps import MONDAY, SHARES, STRIKE, TUESDAY, contexts, engine, weekday

heaps = st.lists(
    st.builds(
        Told, st.integers(0, 9), st.builds(weekday, st.integers(0, 1), contexts), st.booleans()
    ),
    max_size=12,
)


def pairs(*told: Told) -> list[tuple[int, int]]:
    return find_same_matter(engine(), list(told))


@examples(max_examples=30)
@given(heaps)
def test_in_a_small_heap_they_are_those_that_share_words_and_the_weekday(told: list[Told]) -> None:
    assert pairs(*told) == [
        (asking, telling)
        for asking, one in enumerate(told)
        for telling, other in enumerate(told)
        if not one.dated
        and other.dated
        and one.reference.weekday == other.reference.weekday
        and len({*one.reference.context} & {*other.reference.context}) >= LEAST_RARE
    ]


def test_words_that_all_use_do_not_count() -> None:
    asking = Told(0, weekday(MONDAY, STRIKE), dated=False)
    common = [Told(1, weekday(TUESDAY, STRIKE[:-3]), dated=True)] * (RARE - 1)
    telling = Told(2, weekday(MONDAY, STRIKE), dated=True)
    assert pairs(asking, *common, telling) == [], "all but three words stand in one too many"
    assert pairs(asking, *common[1:], telling) == [(0, RARE - 1)]


def test_nothing_told_gives_nothing() -> None:
    assert pairs() == []
    assert pairs(Told(0, weekday(MONDAY, SHARES), dated=False)) == []
