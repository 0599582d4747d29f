"""What a rewrite makes of a sentence."""

import pytest

from tests.compare.test_denials import article, reading
from variorum.compare.conflicts import Contradiction
from variorum.compare.nearness import Nearness
from variorum.compare.retellings import retelling_contradictions
from variorum.compare.retold import Line, Retold, retold_sentences
from variorum.compare.words import folded_words, stem
from variorum.record.article import Article
from variorum.record.lineage import Pair
from variorum.record.reading import Reading
from variorum.record.reuse import Place
from variorum.record.time_expression import TimeExpression
from variorum.record.when import When

Said = tuple[str, str, str]


def found(
    one: str, other: str, *said: Said, nearness: float = 0.8, days: tuple[str, ...] = ()
) -> list[Contradiction]:
    """What two sentences contradict that are held for one; `said`: reports in the first."""
    articles = {"a": article("a", one), "b": article("b", other)}
    readings = {"a": reading(articles["a"], *said), "b": reading(articles["b"])}
    for name, day in zip("ab", days, strict=False):
        readings[name] = with_day(articles[name], readings[name], day)
    lines = [
        Line(Place(name, 0, len(text.text)), stems(text), 5.0) for name, text in articles.items()
    ]
    shared = len(lines[0].stems & lines[1].stems) / min(len(line.stems) for line in lines)
    pair = Retold(lines[0], lines[1], nearness, 5.0 * shared)
    return list(retelling_contradictions([pair], readings, articles, frozenset({"tarn post"})))


def with_day(text: Article, its: Reading, day: str) -> Reading:
    words, when = day.split("=")
    start = text.text.index(words)
    interval = When(when, when, "day", "stated")
    time = TimeExpression(start, start + len(words), "date", interval, when)
    return Reading(text.id, its.sentences, (), (), (time,), its.quotations, b"", 0, "test")


def stems(text: Article) -> frozenset[str]:
    return frozenset(map(stem, folded_words(text.text)))


def values(*given: str, **more: float) -> list[tuple[str, str]]:
    return [(one.value_a, one.value_b) for one in found(*given, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "The guild will hand over 30 barges at the lock.",
            "At the lock 35 vessels are handed over by the guild.",
            ("30", "35"),
        ),
        (
            "All nine gates were shut at noon.",
            "All eight gates were bolted at noon.",
            ("9", "8"),
        ),
        (
            "Should the frost hold, the fleet would sail to Osk.",
            "The fleet will sail to Osk.",
            ("on a condition", "without it"),
        ),
        (
            "The mayor would sign the deed provided that the mill was sold.",
            "The mayor would sign the deed.",
            ("on a condition", "without it"),
        ),
        (
            "The guild would leave the league if the council took up the matter.",
            "Osk says the guild will leave the league.",
            ("on a condition", "without it"),
        ),
        (
            "Reis ruled out a seat for Osk “as long as the quay is a wreck”.",
            "Reis ruled out a seat for Osk.",
            ("on a condition", "without it"),
        ),
        (
            "The five-guild pact sends 64 barges to Tarn.",
            "The five-guild pact has 46 barges go to Tarn.",
            ("64", "46"),
        ),
        (
            "Thousands of pilgrims crossed the lake at Osk.",
            "Hundreds of pilgrims crossed the lake at Osk.",
            ("1000", "100"),
        ),
        (
            "The sale of the mill could begin in spring.",
            "The sale of the mill will begin in spring.",
            ("possible", "sure"),
        ),
        (
            "The regatta on Lake Osk has been postponed.",
            "The regatta on Lake Osk has been cancelled.",
            ("put off", "called off"),
        ),
    ],
)
def test_a_rewrite_tells_another_thing(one: str, other: str, told: tuple[str, str]) -> None:
    assert values(one, other) == [told]
    assert values(other, one) == [told[::-1]]
    assert values(one, other, nearness=0.4) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The guild sold 30 barges at the lock.", "The guild sold some 30 barges at the lock."),
        ("The guild sold 30 barges at the lock.", "The guild sold 900 barges at the lock."),
        (
            "The mayor would sign the deed, he said, and sail to Osk if the frost held.",
            "The mayor would sign the deed for the mill at Tarn.",
        ),
        (
            "The mayor would sign the deed if the mill was sold.",
            "The mayor would sign the deed. He will do so only if the mill is sold.",
        ),
        ("Dozens of pilgrims came to Osk.", "At least 40 pilgrims came to Osk."),
        ("The sale could begin in spring.", "The sale was opposed by many in the spring."),
        ("The regatta was not cancelled.", "The regatta was postponed."),
    ],
)
def test_a_rewrite_tells_the_same(one: str, other: str) -> None:
    assert values(one, other) == []


def test_another_day_of_the_same() -> None:
    one, other = "The first barge arrives on Friday.", "The first barge is due on Sunday."
    days = ("Friday=2031-05-02", "Sunday=2031-05-04")
    (conflict,) = found(one, other, days=days)
    assert (conflict.kind, conflict.value_a, conflict.value_b) == (
        "date",
        "2031-05-02",
        "2031-05-04",
    )
    other = "The mayor leaves for Osk on Sunday."
    assert found(one, other, days=days) == []


WELL = "The old well at Tarn had been poisoned with lead, the guild said."
SAID = ("guild", "the guild said", "The old well at Tarn had been poisoned with lead")


def test_a_source_is_told_at_the_end_of_a_sentence() -> None:
    one = "The old well at Tarn had been poisoned with lead, according to a keeper of the lock."
    (conflict,) = found(one, "Lead had poisoned the old well at Tarn since the spring.")
    assert (conflict.kind, conflict.value_a, conflict.a.start) == (
        "attribution",
        "a keeper of the lock",
        0,
    )


@pytest.mark.parametrize(
    ("other", "is_bare"),
    [
        ("Lead had poisoned the old well at Tarn since the spring.", True),
        ("Lead reportedly poisoned the old well at Tarn.", False),
        ("The guild poisoned the old well at Tarn with lead.", False),
        ("The old road from Osk to Alder goes by a bakery and three mills.", False),
    ],
)
def test_a_rewrite_drops_the_source(other: str, is_bare: bool) -> None:
    told = [(one.value_a, one.value_b) for one in found(WELL, other, SAID)]
    assert told == ([("guild", "nobody")] if is_bare else [])


def test_an_outlet_is_no_source() -> None:
    said = ("the Post", "the Post said", SAID[2])
    text = WELL.replace("the guild said", "the Post said")
    assert found(text, "Lead had poisoned the old well at Tarn.", said) == []


VECTORS = {"well": b"\x00\x3c\x00\x00", "road": b"\x00\x00\x00\x3c"}
"""Two numbers each: (1, 0) and (0, 1)."""


def test_sentences_are_held_for_one_by_meaning_and_words() -> None:
    articles = {
        "a": article("a", "The well at Tarn is poisoned. The road to Osk is shut."),
        "b": article("b", "The road to Osk was closed. The well at Tarn was poisoned."),
    }
    vectors = {"a": ("well", "road"), "b": ("road", "well")}
    readings = {
        name: Reading(
            name, reading(text).sentences, (), (), (), (),
            b"".join(VECTORS[topic] for topic in vectors[name]), 2, "test",
        )
        for name, text in articles.items()
    }  # fmt: skip
    nearness = Nearness(readings.values())
    pair = Pair("a", "b", "edited", "unknown", None, 0.5, 0.5)
    told = [
        (one.a.place.start, one.b.place.start, one.nearness)
        for one in retold_sentences([pair], readings, articles, nearness)
    ]
    assert told == [(0, 28, 1.0), (30, 0, 1.0)]
    quotes = Pair("a", "b", "quotes_only", "unknown", None, 0.5, 0.5)
    assert list(retold_sentences([quotes], readings, articles, nearness)) == []
    assert nearness.between(Place("a", 4, 6), Place("b", 4, 6)) == 0.0
    assert nearness.between(Place("a", 4, 6), Place("b", 30, 32)) == 1.0
    assert nearness.between(Place("a", 4, 6), Place("c", 30, 32)) == 0.0
