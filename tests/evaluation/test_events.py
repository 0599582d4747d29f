"""What the figures of events count."""

from collections import Counter

import pytest

from evaluation.events import Labelled, event_at, figures_of
from variorum.record.event import EventMention


def test_accuracy_counts_events_that_are_not_found() -> None:
    figures = figures_of(
        Counter({
            ("happened", "happened"): 3, ("happened", None): 1, ("planned", "happened"): 2,
            (None, None): 1, (None, "happened"): 3,
        })
    )  # fmt: skip
    assert figures.accuracy == pytest.approx(3 / 6)
    assert figures.found == pytest.approx(5 / 6)
    assert figures.refused == pytest.approx(1 / 4)
    assert figures.macro_f1 == pytest.approx((2 * 3 / 8) / 6)


def test_an_event_is_known_by_its_characters() -> None:
    event = EventMention(5, 9, "meet", "CONSULT", "happened")
    assert event_at(Labelled("x", "y", 8, 12, "planned"), [event]) is event
    assert event_at(Labelled("x", "y", 9, 12, "planned"), [event]) is None
