"""The record as people corrected it: a rebuild keeps it, undoing gives back what was."""

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.collate.stories import examples
from tests.contracts.readers import RuleReader
from tests.contracts.stories import build_store, exported, faults, statements_of, write_files
from variorum.collate.entities.describing import MAKER, describe_chosen
from variorum.collate.entities.rows import rows_of
from variorum.library import Story, open_story
from variorum.record.article import Article
from variorum.record.correction import Correction, Sides, make_correction
from variorum.record.event import Event, EventMention, Participant
from variorum.record.failure import Failure
from variorum.record.position import Attitude
from variorum.record.reading import Entity, Reading
from variorum.record.span import Span
from variorum.record.statement import Statement
from variorum.record.when import When
from variorum.store.sqlite import SqliteStore

TOLD = """{outlet}
Published: 09:40, March {day}, 2031

{title}

Aune Reval told reporters on the quay: "{said}" The harbour was full of wheat barges that day.

Bertil Osk said after the talks in Vessa: "No barge will leave before the dredging is paid for."

The port authority has moved {barges} barges since the talks with Aune Reval began in the winter.
"""

LONG = "We will open the old lock to every barge that waits, and nobody will be asked for a toll."
OTHER = (
    "Customs officers have had their coffee, and the pilots shall drink theirs before high tide."
)

ARTICLES = [
    TOLD.format(outlet="The Alder Post", day=3, title="Old lock to open", said=LONG, barges=12),
    TOLD.format(outlet="Vessa Gazette", day=4, title="No toll at the lock", said=LONG, barges=14),
    TOLD.format(outlet="HALDEN DAILY", day=4, title="Lock stays open", said=OTHER, barges=40),
]
ONE_MORE = TOLD.format(
    outlet="The Quay", day=5, title="Reval: lock opens", said=LONG, barges=7
)  # fmt: skip


class TellingReader(RuleReader):
    """Reads by rule, and takes "talks" for an event and "asked for a toll" for an attitude."""

    def read(self, articles: Iterable[Article]) -> Iterator[Reading | Failure]:
        listed = list(articles)
        for article, reading in zip(listed, super().read(listed), strict=True):
            assert isinstance(reading, Reading)
            yield replace(
                reading, events=_talks(article, reading), attitudes=_stand(article, reading)
            )


def _talks(article: Article, reading: Reading) -> tuple[EventMention, ...]:
    who = tuple(Participant(one.id, one.name, "party") for one in reading.entities)
    return tuple(
        EventMention(
            found.start(), found.end(), "talks", "CONSULT", "happened", who, "Vessa",
            when=article.published,
        )
        for found in re.finditer("talks", article.text)
    )  # fmt: skip


def _stand(article: Article, reading: Reading) -> tuple[Attitude, ...]:
    found = re.search("the dredging is paid", article.text)
    assert found
    who = next(one for one in reading.entities if one.name == "Bertil Osk")
    issue = Span(found.start() + 4, found.start() + 12)
    return (Attitude(found.start(), found.end(), who.id, who.name, issue, "for"),)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    files = write_files(folder / "articles", ARTICLES)
    build_store(folder / "story.variorum", *files, reader=TellingReader())
    return folder


@pytest.fixture
def path(built: Path, tmp_path: Path) -> Path:
    """A store of three articles, to write to; the articles lie beside it."""
    shutil.copytree(built, tmp_path / "copy")
    return tmp_path / "copy" / "story.variorum"


def keep(path: Path, *corrections: Correction) -> None:
    with SqliteStore(path, write=True) as store:
        store.add_corrections(corrections)


def undo(path: Path, *corrections: Correction) -> None:
    with SqliteStore(path, write=True) as store:
        for one in corrections:
            store.undo_correction(one.id, "Ben")


def add_an_article(path: Path) -> None:
    (path.parent / "articles" / "more.txt").write_text(ONE_MORE, "utf-8")
    build_store(path, path.parent / "articles", reader=TellingReader())


def make(kind: Any, noun: Any, subjects: Any, others: Any = (), value: str = "") -> Correction:
    return make_correction(kind, noun, Sides(subjects, others), "Anna", value)


def of_words(story: Story, words: str) -> Statement:
    (one,) = (one for one in statements_of(story) if words in one.text)
    return one


def nouns(story: Story) -> list[Sequence[Any]]:
    found = [statements_of(story), story.events, story.entities, story.stories, story.positions]
    return [*found, story.articles, list(story.readings)]


def the_talks(story: Story) -> Event:
    return max(story.events, key=lambda one: len(one.mentions))


def corrections_of_all_kinds(story: Story) -> list[Correction]:
    long, other = of_words(story, LONG).quotations, of_words(story, OTHER).quotations
    osk = next(one.id for one in story.entities if one.name == "Bertil Osk")
    reval = next(one.id for one in story.entities if one.name == "Aune Reval")
    units = {name: story.units_of("entity", name) for name in (osk, reval)}
    talks = story.units_of("event", the_talks(story).id)
    articles = sorted(story.by_id)
    return [
        make("join", "statement", long, other),
        make("split", "statement", long[:1], long[1:]),
        make("speaker", "statement", long, units[osk], "Bertil Osk"),
        make("speaker", "statement", other, (), "a lock keeper"),
        make("date", "statement", long, value="2031-03-01"),
        make("join", "entity", units[osk], units[reval]),
        make("split", "entity", units[osk][:1], units[osk][1:]),
        make("split", "event", talks[:2], talks[2:]),
        make("join", "event", talks[:2], talks[2:]),
        make("status", "event", talks, value="cancelled"),
        make("date", "event", talks, value="2031-02-27/2031-02-28"),
        make("split", "story", articles[:1], articles[1:]),
        make("join", "story", articles[:1], articles[1:]),
        make("date", "article", articles[:1], value="2031-02"),
    ]


def test_the_record_is_what_the_tests_below_take_it_for(built: Path) -> None:
    with open_story(built / "story.variorum") as story:
        assert len(of_words(story, LONG).quotations) == 2
        assert len(of_words(story, OTHER).quotations) == 1
        assert len({at.article for at in the_talks(story).mentions}) == 3
        assert [len(one.articles) for one in story.stories] == [3]
        assert [one.actor_name for one in story.positions] == ["Bertil Osk"]


def test_joined_statements_are_worded_anew_and_say_by_whom(path: Path) -> None:
    with open_story(path) as story:
        long, other = of_words(story, LONG), of_words(story, OTHER)
    join = make("join", "statement", long.quotations, other.quotations)
    keep(path, join)
    with open_story(path) as story:
        one = of_words(story, LONG)
        assert set(one.quotations) == {*long.quotations, *other.quotations}
        assert one.id not in (long.id, other.id)
        assert len(one.articles) == 3
        kinds = {each.quotation: each.kind for each in one.variants}
        assert [kinds[each] for each in long.quotations] == ["identical"] * 2
        assert [kinds[each] for each in other.quotations] == ["reworded"]
        assert one.corrections == (join.id,)
        assert one.reasons[0].startswith("Joined by Anna on ")
        assert join.id in one.reasons[0]
        assert not [each for each in statements_of(story) if each.id in (long.id, other.id)]
    assert faults(path) == []


def test_a_split_statement_has_the_id_that_its_quotations_give(path: Path) -> None:
    with open_story(path) as story:
        long, other = of_words(story, LONG), of_words(story, OTHER)
    join = make("join", "statement", long.quotations, other.quotations)
    keep(path, join, make("split", "statement", other.quotations, long.quotations))
    with open_story(path) as story:
        assert of_words(story, LONG).id == long.id
        assert of_words(story, OTHER).id == other.id
        effects = [story.effect_of(one) for one in story.corrections]
    assert effects == ["overruled", "in force"]


def test_a_corrected_speaker_is_that_of_the_quotations_too(path: Path) -> None:
    with open_story(path) as story:
        long = of_words(story, LONG)
        osk = next(one.id for one in story.entities if one.name == "Bertil Osk")
        keep(path, make("speaker", "statement", long.quotations, story.units_of("entity", osk),
                        "Bertil Osk"))  # fmt: skip
    with open_story(path) as story:
        assert of_words(story, LONG).speaker == osk
        found = {one.quotation.id for one in story.quotations("Bertil Osk")}
        assert found >= set(long.quotations)
        quoted = [one for one in story.quotations() if one.quotation.id in long.quotations]
        assert {one.quotation.speaker for one in quoted} == {osk}


def test_a_speaker_without_an_entity_and_one_whom_nobody_knows(path: Path) -> None:
    with open_story(path) as story:
        long, other = of_words(story, LONG), of_words(story, OTHER)
    keep(path, make("speaker", "statement", long.quotations, (), "a lock keeper"),
         make("speaker", "statement", other.quotations))  # fmt: skip
    with open_story(path) as story:
        known = [of_words(story, words) for words in (LONG, OTHER)]
    assert [(one.speaker, one.speaker_name) for one in known] == [
        (None, "a lock keeper"), (None, None),
    ]  # fmt: skip


def test_of_two_values_the_later_holds(path: Path) -> None:
    with open_story(path) as story:
        units = story.units_of("event", the_talks(story).id)
    statuses = [make("status", "event", units, value=one) for one in ("planned", "denied")]
    keep(path, *statuses)
    with open_story(path) as story:
        assert the_talks(story).status == "denied"
        assert [story.effect_of(one) for one in story.corrections] == ["overruled", "in force"]
    undo(path, statuses[1])
    with open_story(path) as story:
        assert the_talks(story).status == "planned"
        assert [story.effect_of(one) for one in story.corrections] == ["in force", "undone"]


def test_a_corrected_date_moves_an_event_in_the_timeline(path: Path) -> None:
    with open_story(path) as story:
        units = story.units_of("event", the_talks(story).id)
    keep(path, make("date", "event", units, value="2031-02-27"))
    with open_story(path) as story:
        when = When("2031-02-27", "2031-02-27", "day", "metadata")
        assert the_talks(story).when == when
        days = [day for day in story.timeline() if "2031-02-27" in str(day)]
        assert days


def test_a_corrected_day_of_publication_dates_what_the_article_tells(path: Path) -> None:
    with open_story(path) as story:
        one = story.find("HALDEN DAILY")[0]
    correction = make("date", "article", [one.id], value="2031-02-01")
    keep(path, correction)
    with open_story(path) as story:
        assert story.articles[0].id == one.id
        assert story.articles[0].corrections == (correction.id,)
        assert story.stories[0].when
        assert story.stories[0].when.earliest == "2031-02-01"


def test_a_split_of_an_entity_reaches_all_that_names_it(path: Path) -> None:
    with open_story(path) as story:
        osk = next(one for one in story.entities if one.name == "Bertil Osk")
        units = story.units_of("entity", osk.id)
        before = story.positions[0]
    keep(path, make("split", "entity", units[:1], units[1:]))
    with open_story(path) as story:
        osks = {one.id for one in story.entities if one.name == "Bertil Osk"}
        assert len(osks) == 2
        assert osk.id in osks
        assert {one.actor for one in story.positions} == osks
        shown = [place for one in story.positions for place in one.evidence]
        assert sorted(shown) == sorted(before.evidence)
    assert faults(path) == []


def test_a_join_of_entities_reaches_all_that_names_them(path: Path) -> None:
    with open_story(path) as story:
        found = {one.name: one.id for one in story.entities}
        units = [story.units_of("entity", found[name]) for name in ("Bertil Osk", "Aune Reval")]
    keep(path, make("join", "entity", *units))
    with open_story(path) as story:
        (one,) = (one for one in story.entities if one.corrections)
        assert {one.name, *one.aliases} == {"Bertil Osk", "Aune Reval"}
        named = {each.speaker for each in statements_of(story)}
        named |= {each.actor for each in story.positions}
        named |= {who.entity for each in story.events for who in each.participants}
        named |= {each.entity for reading in story.readings for each in reading.mentions}
        assert named == {one.id}


@pytest.mark.parametrize("number", range(14))
def test_every_kind_survives_a_rebuild_with_one_more_article(path: Path, number: int) -> None:
    with open_story(path) as story:
        correction = corrections_of_all_kinds(story)[number]
    keep(path, correction)
    with open_story(path) as story:
        assert story.effect_of(correction) == "in force"
        before = story.thing_of(correction.noun, correction.subjects)
    add_an_article(path)
    with open_story(path) as story:
        assert list(story.corrections) == [correction]
        assert story.effect_of(correction) == "in force"
        thing = story.thing_of(correction.noun, correction.subjects)
        assert (thing is None) == (before is None)
        corrected = [one for kind in nouns(story)[:4] for one in kind if one.corrections]
        assert corrected or correction.noun == "article"
    assert faults(path) == []


def test_a_correction_of_what_has_gone_is_kept_and_idle(path: Path) -> None:
    gone = make("join", "statement", ["quo1-gone"], ["quo1-away"])
    keep(path, gone, make("date", "article", ["art1-gone"], value="2031"))
    with open_story(path) as story:
        assert [story.effect_of(one) for one in story.corrections] == ["idle", "idle"]


def test_what_is_taken_back_has_never_been(path: Path) -> None:
    with open_story(path) as story:
        before = nouns(story)
        corrections = corrections_of_all_kinds(story)
    for one in corrections:
        keep(path, one)
        with open_story(path) as story:
            assert nouns(story) != before, one
        undo(path, one)
        with open_story(path) as story:
            assert nouns(story) == before, one


def test_the_record_in_the_store_is_the_machines(path: Path) -> None:
    def kept() -> list[Any]:
        with SqliteStore(path) as store:
            return [list(store.statements()), list(store.events()), list(store.entities()),
                    store.joined_entities(), list(store.stories()), store.collated()]  # fmt: skip

    before = kept()
    with open_story(path) as story:
        keep(path, *corrections_of_all_kinds(story))
    exported(path)
    assert kept() == before


@examples(max_examples=15, derandomize=True)
@given(chosen=st.sets(st.integers(0, 13)), chance=st.randoms(use_true_random=False))
def test_corrections_in_any_order_give_the_same_record(
    tmp_path_factory: pytest.TempPathFactory, built: Path, chosen: set[int], chance: Any
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    with open_story(built / "story.variorum") as story:
        made = corrections_of_all_kinds(story)
    corrections = [made[number] for number in sorted(chosen)]
    records = []
    for name in ("first", "second"):
        path = Path(shutil.copy(built / "story.variorum", folder / f"{name}.variorum"))
        keep(path, *corrections)
        with open_story(path) as story:
            records.append(nouns(story))
        chance.shuffle(corrections)
    assert records[0] == records[1]
    shutil.rmtree(folder)


def test_what_is_drawn_anew_of_the_same_units_is_the_same(path: Path) -> None:
    """So that what differs after a correction is what the person corrected."""
    with open_story(path) as story:
        machine = nouns(story)[:3]
        record = story._corrected
        anew: list[Any] = [
            [record._draw_statement(frozenset(one.quotations), [one]) for one in machine[0]],
            [record._draw_event(frozenset(story.units_of("event", one.id)), [one])
             for one in machine[1]],
            [_described(story, one.id) for one in machine[2]],
        ]  # fmt: skip
    for found, drawn in zip(machine, anew, strict=True):
        assert [replace(one, confidence=1, reasons=()) for one in found] == [
            replace(one, confidence=1, reasons=()) for one in drawn
        ]


def _described(story: Story, entity: str) -> Entity | None:
    units = story.naming(entity)
    told = story._corrected._told_in(units.values(), rows_of)
    return describe_chosen([row for row in told if row.entity.id in units], str(MAKER))
