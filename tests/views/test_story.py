"""The front page chooses what most independent sources tell, and leads to its words."""

from tests.views.remembered import (
    article,
    event,
    group,
    on,
    person,
    place,
    position,
    reading,
    said,
    story,
)
from variorum.record.lineage import Lineage
from variorum.record.story import StoryGroup
from variorum.views.desk import Desk
from variorum.views.page import ListQuery
from variorum.views.said import MOST_OF_ONE
from variorum.views.stories import draw_stories
from variorum.views.story import StoryQuery, StoryView, draw_story

ONE = article("one", "They will meet on Saturday. “Doors do not need guards today,” she said.", 4)
TWO = article("two", "The meeting was put off. He wants talks. “Open the door and I will come,”", 7)
COPY = article("copy", ONE.text, 5)
OTHER = article("other", "A bridge fell in the north.", 6)

MEETING = event(
    "meeting",
    [(ONE, "meet", "planned"), (COPY, "meet", "planned"), (TWO, "meeting", "cancelled")],
    on(8),
)
BRIDGE = event("bridge", [(OTHER, "fell", "happened")], on(6))
GUARDS = "Doors do not need guards today,"
DOORS, DOORS_QUOTED = said("doors", "Maran", [(ONE, GUARDS), (COPY, GUARDS)])
OPEN, OPEN_QUOTED = said("open", "Hale", [(TWO, "Open the door and I will come,")])
QUOTED = [*DOORS_QUOTED, *OPEN_QUOTED]
ARTICLES = [ONE, TWO, COPY, OTHER]

RECORD = story(
    articles=ARTICLES,
    readings=[reading(one, QUOTED) for one in ARTICLES],
    events=[BRIDGE, MEETING],
    statements=[OPEN, DOORS],
    positions=[position("talks", "Hale", "for", place(TWO, "wants talks"))],
    entities=[person("Maran"), person("Hale")],
    stories=[group("small", OTHER), group("large", ONE, TWO, COPY)],
    lineage=[Lineage("one", "copy", "copy", 1.0, 1.0, ())],
)


def drawn(chosen: str | None = None) -> StoryView:
    found = next((one for one in RECORD.stories if one.id == chosen), None)
    return draw_story(Desk(RECORD, found), StoryQuery(story=chosen))


def test_how_much_there_is() -> None:
    held = drawn().held
    assert (held.articles, held.outlets, held.independent_sources) == (4, 4, 3)
    assert (str(held.first), str(held.last)) == ("2031-03-04", "2031-03-07")


def test_several_stories_are_listed_the_largest_first() -> None:
    view = drawn()
    assert view.heading == "Label of large"
    assert [(one.id, one.articles, one.independent_sources) for one in view.stories] == [
        ("large", 3, 2),
        ("small", 1, 1),
    ]
    listed = draw_stories(Desk(RECORD), ListQuery())
    assert listed.stories == view.stories


def test_no_story_names_the_whole_unless_most_articles_tell_it() -> None:
    halves = [group("one half", ONE, TWO), group("other half", COPY, OTHER)]
    desk = Desk(story(articles=ARTICLES, stories=halves))
    assert draw_story(desk, StoryQuery()).heading == "What 4 articles tell"


def test_of_a_chosen_story_only_what_its_articles_tell() -> None:
    view = drawn("large")
    assert view.heading == "Label of large"
    assert view.stories == ()
    assert [one.label for lane in view.timeline for one in lane.events] == ["meeting"]
    assert drawn("small").statements == ()


def test_a_heading_that_is_a_headline_leads_to_its_article() -> None:
    titled = StoryGroup("titled", "Title\u00a0of two", ("one", "two"), None)
    desk = Desk(story(articles=[ONE, TWO], stories=[titled]))
    view = draw_story(desk, StoryQuery())
    assert view.heading == "Title of two"
    assert view.headline_of
    assert view.headline_of.id == "two"
    assert drawn("large").headline_of is None


def test_the_timeline_has_the_day_and_how_the_status_changed() -> None:
    lanes = drawn().timeline
    assert [(one.when, one.to_come) for one in lanes] == [
        ("2031-03-06", False),
        ("2031-03-08", True),
    ]
    assert lanes[1].events[0].course == ("planned", "cancelled")


def test_a_status_that_changed_leads_to_the_words_of_both() -> None:
    (turn,) = drawn().turns
    assert [(one.status, one.words.article.id, one.words.words) for one in turn.turns] == [
        ("planned", "one", "meet"),
        ("cancelled", "two", "meeting"),
    ]


def test_statements_are_quoted_with_their_place() -> None:
    first, second = drawn().statements
    assert {first.statement, second.statement} == {"open", "doors"}
    doors = next(one for one in (first, second) if one.statement == "doors")
    assert doors.words == "Doors do not need guards today"
    assert doors.is_verbatim
    assert ONE.text[doors.start : doors.end] == GUARDS
    assert (doors.independent_sources, doors.articles, doors.article.id) == (1, 2, "one")
    assert doors.speaker_name == "Maran Hale"


def test_indirect_words_are_no_key_statement() -> None:
    statement, quotations = said("wants", "Hale", [(TWO, "He wants talks")], mode="indirect")
    record = story(articles=[TWO], readings=[reading(TWO, quotations)], statements=[statement])
    assert draw_story(Desk(record), StoryQuery()).statements == ()


def test_nobody_fills_the_page() -> None:
    many = [said(f"s{number}", "Hale", [(TWO, OPEN.text)]) for number in range(9)]
    quotations = [one for _, some in many for one in some]
    record = story(
        articles=[TWO],
        readings=[reading(TWO, quotations)],
        statements=[one for one, _ in many],
        positions=[
            position(f"p{number}", "Hale", "for", place(TWO, "wants talks")) for number in range(9)
        ],
    )
    view = draw_story(Desk(record), StoryQuery())
    assert len(view.statements) == len(view.stands) == MOST_OF_ONE


def test_a_position_leads_to_its_words() -> None:
    (stand,) = drawn().stands
    assert (stand.actor_name, stand.stance, stand.words.words) == (
        "Hale Hale", "for", "wants talks",
    )  # fmt: skip


def test_what_was_long_before_stays_in_the_background() -> None:
    old = [
        event(f"old {number}", [(OTHER, "fell", "happened"), (TWO, "door", "happened")], None)
        for number in range(20)
    ]
    record = story(articles=ARTICLES, events=[*old, MEETING, BRIDGE])
    lanes = draw_story(Desk(record), StoryQuery()).timeline
    assert [len(one.events) for one in lanes] == [1, 1, 3]
    assert lanes[-1].when is None


def test_an_empty_record_is_a_page_too() -> None:
    view = draw_story(Desk(story()), StoryQuery())
    assert view.heading == "No article yet"
    assert view.timeline == view.statements == view.turns == ()
