"""A glance never tells apart what scoring holds for one event."""

from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import examples
from variorum.collate.events.families import families_of
from variorum.collate.events.scoring import SAME_EVENT, score
from variorum.collate.events.sketch import may_be_one, sketch
from variorum.collate.events.telling import Actor, Telling
from variorum.record.step import Step

from .test_scoring import AUSTRIA, DAY, NEVEN, NORWAY, ROLFE, TRENT, telling

LABELS = ("call", "phone conversation", "summit", "resignation", "election", "attack", "fall")
STATUSES = ("happened", "planned", "hypothetical", "denied")
PAIR = Actor("presidents of norway and austria", None, is_person=False,
             nations=("norway", "austria"), role="party", printed="Presidents of …")  # fmt: skip
NAMELESS = Actor("", None, is_person=False, nations=(), role="party", printed="—")
SHORT = Actor("neven", None, is_person=True, nations=(), role="source", printed="Neven")

spans = st.none() | st.builds(
    lambda first, length: (740_990 + first, 740_990 + first + length),
    st.sampled_from((0, 1, 2, 5, 15, 40, 90, 400)),
    st.sampled_from((0, 1, 5, 30)),
)
tellings = st.builds(
    lambda labels, actors, days, other, published, weekday, places, statuses, contexts, words: (
        Telling(
            tuple(sorted(labels)),
            frozenset.union(*map(families_of, labels)),
            tuple(sorted(actors)),
            days,
            published,
            (Step("weekday", weekday, direction="past"),) if weekday is not None else (),
            tuple(places),
            tuple(sorted(statuses)),
            frozenset(contexts),
            alternative=other if days else None,
            larger=frozenset({"austria"}) if "graz" in places else frozenset(),
            matter=frozenset(words),
            objects=frozenset(words[:1]),
            subject=tuple(words),
            about=frozenset(map(str, words[-2:])),
            alone=len(words) % 2 == 0,
        )
    ),
    st.sets(st.sampled_from(LABELS), min_size=1, max_size=2),
    st.sets(
        st.sampled_from((NEVEN, ROLFE, TRENT, NORWAY, AUSTRIA, PAIR, NAMELESS, SHORT)), max_size=4
    ),
    spans,
    spans,
    spans,
    st.none() | st.integers(0, 6),
    st.sets(st.sampled_from(("graz", "austria")), max_size=1),
    st.sets(st.sampled_from(STATUSES), min_size=1, max_size=2),
    st.sets(st.integers(0, 2), max_size=2),
    st.lists(st.integers(0, 9), max_size=8, unique=True),
)


class TestAGlance:
    @examples(max_examples=600)
    @given(tellings, tellings)
    def test_lets_through_what_is_one_event(self, one: Telling, other: Telling) -> None:
        scored = score(one, other)
        if scored.points >= SAME_EVENT and not scored.clash:
            assert may_be_one(sketch(one), sketch(other))

    @examples(max_examples=100)
    @given(tellings, tellings)
    def test_is_the_same_from_either_side(self, one: Telling, other: Telling) -> None:
        assert may_be_one(sketch(one), sketch(other)) == may_be_one(sketch(other), sketch(one))


def test_a_glance_tells_apart() -> None:
    call = sketch(telling("call", NEVEN, ROLFE, days=DAY))
    assert may_be_one(call, sketch(telling("phone conversation", NEVEN, ROLFE, days=DAY)))
    assert not may_be_one(call, sketch(telling("call", NEVEN, ROLFE, days=(741_040, 741_040))))
    assert not may_be_one(call, sketch(telling("call", TRENT, days=DAY)))
    alone = sketch(telling("call", NEVEN, published=(741_000, 741_000)))
    assert not may_be_one(alone, sketch(telling("call", NEVEN, published=(741_009, 741_009))))
