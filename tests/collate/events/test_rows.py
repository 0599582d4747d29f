"""The words that name an event."""

import zlib
from datetime import date

import pytest

from variorum.collate.events.countries import Countries
from variorum.collate.events.naming import objects_of
from variorum.collate.events.pairs import Named, meant
from variorum.collate.events.rows import EventRow, name_of, rows_of
from variorum.collate.stories.words import terms_in
from variorum.record.article import Article, Block
from variorum.record.event import EventMention, Participant, Status
from variorum.record.reading import Entity, Reading
from variorum.record.span import Span
from variorum.record.step import Step
from variorum.record.time_expression import TimeExpression
from variorum.record.when import day

from .tellers import MONDAY, events


@pytest.mark.parametrize(
    ("text", "own", "label", "name"),
    [
        ("She welcomed the U.S. envoy Jane Doe in Oslo.", "welcomed", "welcome",
         "welcomed the U.S. envoy Jane Doe"),
        ("Norway fired three missiles. Sweden fled.", "fired", "fire", "fired three missiles"),
        ("They met on Monday.", "met", "meet", "met"),
        ("She would visit Norway and Sweden.", "visit", "visit", "visit Norway"),
        ("The visit of Jane Doe was short.", "visit", "visit", "visit"),
        ("He was welcoming what he called peace.", "welcoming", "welcome", "welcoming"),
        ("They will send envoys to the port of Santa Rocha on Monday.", "send",
         "send", "send envoys to the port of Santa Rocha"),
    ],
)  # fmt: skip
def test_a_verb_is_named_with_what_it_is_about(text: str, own: str, label: str, name: str) -> None:
    start = text.index(own)
    mention = EventMention(start, start + len(own), label, "CONSULT", "happened")
    assert name_of(text, mention) == name


def test_the_presidents_of_two_countries_that_no_list_knows() -> None:
    """Of three presidents "those of Velmora and Kestria" are the two of these countries."""
    people = [
        Named(0, "e1", "Ilse Maran", frozenset({"head"}), is_counterpart=False,
              countries=frozenset({"velmora"})),
        Named(1, "e2", "Dorin Hale", frozenset({"head"}), is_counterpart=False,
              countries=frozenset({"calvera"})),
        Named(2, "e3", "Karol Venn", frozenset({"head"}), is_counterpart=False),
    ]  # fmt: skip
    countries = Countries({"velmora": "velmora", "kestria": "kestria", "calvera": "calvera"}, {})
    both = Participant(None, "presidents of Velmora and Kestria", "party")
    mention = EventMention(10, 15, "spoke", "CONSULT", "happened", (both,))
    assert {one.entity for one in meant(mention, people, countries)} == {"e1", "e3"}


def _rows_of_one(name: str, text: str, own: str, label: str) -> list[EventRow]:
    """The rows of an article in which only one word tells of an event."""
    start = text.index(own)
    mention = EventMention(start, start + len(own), label, "ASSAULT", "happened")
    blocks = (Block(0, len(text), "body"),)
    when = day(MONDAY, "stated")
    made = Article(name, name, "", text, None, None, (), (), when, "en", blocks)
    return list(rows_of(made, Reading(name, (), (), (), (), (), b"", 0, "", events=(mention,))))


TOLD = "Brandt ordered {} the Halden peninsula last winter, and few slept."


@pytest.mark.parametrize(
    ("own", "label", "around", "events_of_both"),
    [
        ("invasion", "invasion", "an {} of", 1),
        ("military operation", "military operation", "the {} on", 1),
        ("incursion", "incursion", "a full-scale {} into", 1),
        ("parade", "parade", "a {} on", 2),
    ],
)
def test_a_rewrite_that_puts_another_word_for_it(
    own: str, label: str, around: str, events_of_both: int
) -> None:
    """What stands between the same words is one event if both words name one kind."""
    first = _rows_of_one("a", TOLD.format("a full-scale invasion of"), "invasion", "invasion")
    other = _rows_of_one("b", TOLD.format(around.format(own)), own, label)
    assert len(events(first, other)) == events_of_both


def _rows_with(
    text: str, told: list[tuple[str, str, Status]], *people: str
) -> list[tuple[EventRow, list[str]]]:
    """The rows of a text, with their words; people named in a told word's sentence take part."""
    entities = tuple(Entity(f"e-{one}", one, "person") for one in people)
    mentions = []
    at = 0
    for own, label, status in told:
        at = text.index(own, at + 1)
        clause = text[text.rfind(".", 0, at) + 1 : text.index(".", at)]
        parties = tuple(
            Participant(one.id, one.name, "party")
            for one in entities
            if one.name in clause and "office" not in clause
        )
        mentions.append(EventMention(at, at + len(own), label, "CONSULT", status, parties))
    blocks = (Block(0, len(text), "body"),)
    made = Article("a", "a", "", text, None, None, (), (), day(MONDAY, "stated"), "en", blocks)
    reading = Reading("a", (), entities, (), (), (), b"", 0, "", events=tuple(mentions))
    rows = rows_of(made, reading)
    return [(row, [text[one.start : one.end] for one in row.mentions]) for row in rows]


def test_what_stands_behind_a_comma_says_more_of_the_same() -> None:
    text = "Maran and Hale could meet in May, officials said, the first such meeting in years."
    told: list[tuple[str, str, Status]] = [
        ("meet", "meet", "hypothetical"), ("meeting", "meeting", "happened"),
    ]  # fmt: skip
    ((row, words),) = _rows_with(text, told, "Maran", "Hale")
    assert words == ["meet", "meeting"]
    assert [one.status for one in row.mentions] == ["hypothetical", "hypothetical"]


def test_the_call_is_that_of_whoever_its_sentence_names() -> None:
    text = (
        "Maran had a call with Hale. Maran spoke to Venn. Maran praised her call with Hale. "
        "An aide in the office of Venn said the conversation lasted an hour."
    )
    told: list[tuple[str, str, Status]] = [
        ("call", "call", "happened"), ("spoke", "speak", "happened"),
        ("call", "call", "happened"), ("conversation", "conversation", "happened"),
    ]  # fmt: skip
    found = [words for _, words in _rows_with(text, told, "Maran", "Hale", "Venn")]
    assert ["spoke", "conversation"] in found


def test_one_act_on_two_things_is_two_events() -> None:
    text = "Officers suspended the constitution of Norway. Later envoys suspended the membership."
    told: list[tuple[str, str, Status]] = [("suspended", "suspend", "happened")] * 2
    assert len(_rows_with(text, told)) == 2
    again = "Officers suspended the constitution of Norway. Judges suspended the constitution."
    assert len(_rows_with(again, told)) == 1


@pytest.mark.parametrize(
    ("text", "own", "day_named", "first"),
    [
        ("The talks were called off on Saturday.", "called off", "Saturday", "2031-03-15"),
        ("The talks set for Saturday were called off.", "talks", "Saturday", "2031-03-22"),
    ],
)
def test_the_day_on_which_something_was_called_off_is_past(
    text: str, own: str, day_named: str, first: str
) -> None:
    """Published on Sunday, 16 March 2031."""
    start, at = text.index(own), text.index(day_named)
    named = Span(at, at + len(day_named))
    when, published = day(date(2031, 3, 15), "inferred"), day(date(2031, 3, 16), "stated")
    mention = EventMention(
        start, start + len(own), "talks", "CONSULT", "cancelled", when=when, at=named
    )
    told = TimeExpression(named.start, named.end, "date", when, "2031-03-15", (Step("weekday", 5),))
    article = Article(
        "a", "a", "", text, None, None, (), (), published, "en", (Block(0, len(text), "body"),)
    )
    reading = Reading("a", (), (), (), (told,), (), b"", 0, "", events=(mention,))
    (row,) = rows_of(article, reading)
    assert row.telling.days is not None
    assert date.fromordinal(row.telling.days[0]).isoformat() == first


@pytest.mark.parametrize(
    ("text", "own", "label", "words"),
    [
        ("Officials said all 31 schools had been shut.", "shut", "shut", {"schools"}),
        ("Exports of beef were not halted.", "halted", "halt", {"exports", "beef"}),
        ("She said they were met by nobody.", "met", "meet", set()),
    ],
)
def test_a_passive_is_of_its_subject(text: str, own: str, label: str, words: set[str]) -> None:
    start = text.index(own)
    mention = EventMention(start, start + len(own), label, "OTHER", "happened")
    wanted = {zlib.crc32(term.encode()) for word in words for term in terms_in(word)}
    assert wanted <= set(objects_of(text, mention))
    assert bool(wanted) == bool(set(objects_of(text, mention)))


def test_a_second_one_is_another() -> None:
    text = "The walkout on Monday emptied the docks. A second walkout will follow."
    first, second = text.index("walkout"), text.rindex("walkout")
    mentions = tuple(
        EventMention(at, at + 7, "walkout", "PROTEST", "happened") for at in (first, second)
    )
    blocks = (Block(0, len(text), "body"),)
    made = Article("a", "a", "", text, None, None, (), (), day(MONDAY, "stated"), "en", blocks)
    rows = rows_of(made, Reading("a", (), (), (), (), (), b"", 0, "", events=mentions))
    assert len(rows) == 2
    assert not any(row.telling.alone for row in rows)
