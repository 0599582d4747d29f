import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.plain_reader import PlainReader, article_of, parts_of, read_text
from variorum.read.reading import prepare, read, why_unread
from variorum.record.article import Article
from variorum.record.reading import Quotation, Reading
from variorum.record.span import Span, check_fits
from variorum.record.when import When

PEOPLE = {"Dorin Hale": "person", "Hale": "person", "Ilse Maran": "person", "Maran": "person"}
TUESDAY = When("2025-02-25", "2025-02-25", "day", "stated")


def quotations(
    text: str,
    attributions: Sequence[tuple[str, str, Sequence[str]]] = (),
    names: dict[str, str] | None = None,
) -> tuple[Quotation, ...]:
    reader = PlainReader(names or PEOPLE, attributions)  # type: ignore[arg-type]
    return read_text(text, reader, TUESDAY).quotations


def test_a_quotation_broken_by_its_cue_is_one() -> None:
    text = "“We want it,” palace spokesman Dorin Hale said. “It is overdue.”"
    (one,) = quotations(text, [("said", "palace spokesman Dorin Hale", ["We want it"])])
    assert parts_of(text, one) == ["We want it,", "It is overdue."]
    assert (one.mode, one.speaker_name) == ("direct", "Dorin Hale")
    assert [span.of(text) for span in one.cue] == ["said"]


def test_found_by_its_marks_alone() -> None:
    text = "“We want it very much,” Dorin Hale said."
    (one,) = quotations(text)
    assert parts_of(text, one) == ["We want it very much,"]
    assert (one.mode, one.speaker_name) == ("direct", "Dorin Hale")


def test_runs_over_paragraphs() -> None:
    text = "“We want this very much,” Dorin Hale said. “It is late.\n“It was late.\n“They will go.”"
    (one,) = quotations(text)
    assert len(one.content) == 4


def test_mixed_keeps_its_marks_in_pairs() -> None:
    text = 'Ilse Maran said a meeting was not "useful" now.'
    (one,) = quotations(text, [("said", "Ilse Maran", ['a meeting was not " useful " now'])])
    assert (one.mode, parts_of(text, one)) == ("mixed", ['a meeting was not "useful" now'])


def test_indirect() -> None:
    text = "Ilse Maran said that they will go."
    (one,) = quotations(text, [("said", "Ilse Maran", ["that they will go"])])
    assert (one.mode, parts_of(text, one)) == ("indirect", ["that they will go"])


@pytest.mark.parametrize(
    "text", ['The "Oslo Post" is a "so-called" paper.', "“The Beast” arrived."]
)
def test_scare_quotes_and_titles_are_none(text: str) -> None:
    assert quotations(text) == ()


def test_goes_on_with_the_speaker_before() -> None:
    text = "Dorin Hale spoke of a need.\n“We want a very long peace. They have agreed.”"
    (one,) = quotations(text)
    assert (one.speaker_name, one.cue) == ("Dorin Hale", ())


def test_a_short_sentence_behind_names_the_speaker() -> None:
    text = "“We want a very long peace.” Dorin Hale noted."
    (one,) = quotations(text)
    assert one.speaker_name == "Dorin Hale"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("“They have agreed to this,” he said.", "Dorin Hale"),
        ("“They have agreed to this,” she said.", "Ilse Maran"),
        ("“They have agreed to this,” the spokesman said.", "Dorin Hale"),
        ("“They have agreed to this,” a spokesman said.", "a spokesman"),
        ("“They have agreed to this,” officials said.", "officials"),
        ("“They have agreed to this,” Hale said.", "Dorin Hale"),
        ("“They have agreed to this,” the Torrenian leader said.", None),
    ],
)
def test_stands_for_a_speaker(second: str, expected: str | None) -> None:
    text = f"President Ilse Maran met palace spokesman Dorin Hale.\n{second}"
    names = {**PEOPLE}
    found = quotations(text, names=names)
    if expected:
        assert found[-1].speaker_name == expected


def test_two_of_one_surname_stay_two() -> None:
    text = "Bill Stone met Mary Stone.\n“We want to go now,” Mary Stone said."
    reader = PlainReader({"Bill Stone": "person", "Mary Stone": "person"})
    reading = read_text(text, reader)
    assert [entity.name for entity in reading.entities] == ["Bill Stone", "Mary Stone"]


def test_entity_has_its_aliases_and_titles() -> None:
    text = "Kremlin spokesman Dorin Hale left. Hale, the head of an office, spoke."
    (entity, *_) = read_text(text, PlainReader(PEOPLE)).entities  # type: ignore[arg-type]
    assert entity.name == "Dorin Hale"
    assert entity.aliases == ("Hale",)
    assert entity.titles == ("Kremlin spokesman", "head of an office")


def test_setting() -> None:
    text = (
        "“We want it very much,” Dorin Hale told reporters at a news conference in Oslo on Monday."
    )
    (one,) = quotations(text)
    assert (one.addressee, one.venue) == ("reporters", "a news conference in Oslo")
    assert one.said
    assert one.said.earliest == "2025-02-24"
    assert one.said_at
    assert one.said_at.of(text) == "Monday"


def test_medium() -> None:
    text = "“We want it very much,” Dorin Hale told state television."
    (one,) = quotations(text)
    assert (one.addressee, one.venue) == (None, "state television")


def test_other_languages_are_not_read() -> None:
    article = article_of("Wir wollen das.", language="de")
    assert "de" in (why_unread(article) or "")


def test_an_empty_body_is_read() -> None:
    reading = read(article_of(""), PlainReader())
    assert reading.sentences == ()


def long_text(count: int, first: int = 0) -> list[str]:
    return [
        f"Paragraph {number} tells of {number * 7919 % 101} barges and {number * 31 % 17} ships. "
        "The ships were late, and nobody who was asked by the harbour's office knew why it was so."
        for number in range(first, first + count)
    ]


def test_windows_of_a_shared_run_are_the_same() -> None:
    shared = long_text(60)
    one = prepare(article_of("\n".join(shared)), PlainReader().count_pieces)
    other = prepare(
        article_of("\n".join([*long_text(5, 900), *shared, *long_text(4, 950)])),
        PlainReader().count_pieces,
    )
    common = set(one.windows) & set(other.windows)
    assert len(common) >= 0.8 * len(one.windows)
    assert all(
        sum(PlainReader().count_pieces(window.words)) <= 254 for window in other.windows
    )  # fmt: skip


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    article = article_of("word " * 1000)
    prepared = prepare(article, PlainReader().count_pieces)
    assert max(len(window.words) for window in prepared.windows) <= 254
    assert sum(len(window.words) for window in prepared.windows) == 1000


SIGNS = st.sampled_from(
    [
        *"\"“”„«»‟‹›‘’'`´.,!?:;()[]—- \n\n\u200b\u00ad\ufeff\u202e",
        *["Dorin Hale", "Hale", "he", "said", "told", "The", "спокойно", "我们", "مرحبا", "3.5"],
        *["Mr.", "on", "Monday", "president", "``", "''", "e\u0301", "🙂"],
    ]
)


def check(article: Article, reading: Reading) -> None:
    text = article.text
    for quotation in reading.quotations:
        assert quotation.content
        reached = 0
        for span in quotation.content:
            check_fits(span, text)
            assert reached <= span.start < span.end
            reached = span.end
        for span in (*quotation.cue, *quotation.source):
            check_fits(span, text)
            assert span.start < span.end
    ids = [quotation.id for quotation in reading.quotations]
    assert len(set(ids)) == len(ids)
    entities = {entity.id for entity in reading.entities}
    assert len(entities) == len(reading.entities)
    reached = 0
    for sentence in reading.sentences:
        assert reached <= sentence.start < sentence.end <= len(text)
        reached = sentence.end
    for mention in reading.mentions:
        assert mention.end <= len(text)
        assert mention.entity is None or mention.entity in entities
    for one in reading.quotations:
        assert one.speaker is None or one.speaker in entities
    assert len(reading.vectors) == 2 * reading.dimensions * len(reading.sentences)


@settings(max_examples=300, deadline=None)
@given(st.lists(SIGNS, max_size=120), st.sampled_from(["", " "]))
def test_spans_are_valid_whatever_is_read(parts: list[str], between: str) -> None:
    article = article_of(between.join(parts))
    reader = PlainReader(
        {"Dorin Hale": "person", "Hale": "person", "Monday": "organization"},
        [("said", "Hale", ["he"]), ("told", "", ["The president", "on Monday"])],
    )
    reading = read(article, reader)
    check(article, reading)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_spans_are_valid_in_any_text(text: str) -> None:
    article = article_of(text)
    reading = read(article, PlainReader())
    check(article, reading)


@pytest.mark.parametrize("unit", ['"', "“a ", 'Hale said "no" ', "“We want it,” Hale said.\n", "a"])
def test_two_megabytes_are_read_in_bounded_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    article = article_of(text)
    reading = read(article, PlainReader(PEOPLE))  # type: ignore[arg-type]
    check(article, reading)


def check_events(article: Article, reading: Reading) -> None:
    """Every event stands at its words, and names entities and quotations of the reading."""
    entities = {entity.id for entity in reading.entities} | {None}
    quotations = {quotation.id for quotation in reading.quotations} | {None}
    places = {Span(time.start, time.end) for time in reading.times} | {None}
    reached = -1
    for event in reading.events:
        assert reached <= event.start < event.end <= len(article.text)
        reached = event.start
        assert {event.place_entity, *(one.entity for one in event.participants)} <= entities
        assert event.quotation in quotations
        assert event.at in places
        assert 0 < event.confidence <= 1
        assert all(event.reasons)


EVENT_WORDS = st.sampled_from(
    [
        *[
            "met",
            "will",
            "meet",
            "called off",
            "the",
            "talks",
            "between",
            "with",
            "and",
            "to",
            "of",
        ],
        *["Dorin Hale", "Hale", "he", "said", "not", "if", "plans", "for", "a", "visit", "Monday"],
        *["proposed", "summit", ",", ".", "?", "“", "”", "\n", "ahead", "attack", "on", "in", "no"],
        *["US-Norway", "before", "until", "by", "call", "war", "of words", "could", "agreed"],
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(EVENT_WORDS, max_size=80))
def test_events_are_valid_whatever_is_read(words: list[str]) -> None:
    article = article_of(" ".join(words), published=TUESDAY)
    reader = PlainReader({**PEOPLE, "Monday": "organization"}, [("said", "Hale", ["will meet"])])  # type: ignore[arg-type]
    reading = read(article, reader)
    assert reading is not None
    check(article, reading)
    check_events(article, reading)


@pytest.mark.parametrize(
    "unit",
    [
        "met Hale and ",
        "the talks between ",
        "will meet ",
        "plans to attack ",
        "call of war ",
        "if ",
    ],
)
def test_events_of_hostile_text_are_read_in_bounded_time(unit: str) -> None:
    def steps(size: int) -> float:
        article = article_of(unit * (size // len(unit)))
        begin = time.process_time()
        reading = read(article, PlainReader(PEOPLE))  # type: ignore[arg-type]
        assert reading is not None
        check_events(article, reading)
        return time.process_time() - begin

    short, long = steps(10_000), steps(80_000)
    assert long < 1 + 20 * short
