"""How surely two tellings are of one event."""

import msgspec
import pytest

from variorum.collate.events.families import families_of
from variorum.collate.events.likeness import PER_WORD
from variorum.collate.events.scoring import SAME_EVENT, score
from variorum.collate.events.telling import Actor, Telling, agree, combine, fold, nations_in
from variorum.collate.events.timing import publications
from variorum.record.event import Role, Status
from variorum.record.step import Step

NEVEN = Actor("anna neven", "e1", is_person=True, nations=("norway",), role="party")
ROLFE = Actor("karl rolfe", "e2", is_person=True, nations=("austria",), role="party")
TRENT = Actor("maria trent", "e3", is_person=True, nations=("portugal",), role="party")
NORWAY = Actor("norway", "e4", is_person=False, nations=("norway",), role="party")
AUSTRIA = Actor("austria", "e5", is_person=False, nations=("austria",), role="party")


def telling(
    label: str,
    *actors: Actor,
    days: tuple[int, int] | None = None,
    published: tuple[int, int] | None = (741_000, 741_000),
    status: Status = "happened",
    places: tuple[str, ...] = (),
    steps: tuple[Step, ...] = (),
) -> Telling:
    return Telling((label,), families_of(label), actors, days, published, steps, places, (status,))


DAY = (740_999, 740_999)


def test_the_same_in_other_words_is_one_event_and_says_why() -> None:
    scored = score(
        telling("phone call", NEVEN, ROLFE, days=DAY),
        telling("conversation", NEVEN, ROLFE, days=DAY),
    )
    assert scored.points >= SAME_EVENT
    assert not scored.clash
    assert any("anna neven" in reason for reason in scored.reasons)


@pytest.mark.parametrize(
    "other",
    [
        telling("call", NEVEN, TRENT, days=DAY),
        telling("summit", NEVEN, ROLFE, days=DAY),
        telling("call", NEVEN, ROLFE, days=(741_003, 741_003)),
    ],
)
def test_another_party_kind_or_day_excludes_it(other: Telling) -> None:
    assert score(telling("phone call", NEVEN, ROLFE, days=DAY), other).clash


def test_the_country_in_which_talks_are_held_excludes_nobody() -> None:
    talks = telling("talks", NEVEN, ROLFE, days=DAY, places=("norway",))
    assert not score(telling("talks", NORWAY, days=DAY), talks).clash
    elsewhere = msgspec.structs.replace(talks, places=("lund",))
    assert score(telling("talks", AUSTRIA, days=DAY), msgspec.structs.replace(
        elsewhere, actors=(NEVEN, TRENT))).clash  # fmt: skip


def test_it_does_not_matter_which_is_first() -> None:
    one = telling("summit", NEVEN, ROLFE, days=DAY, places=("graz",))
    one = msgspec.structs.replace(one, larger=frozenset({"austria"}))
    other = telling("talks", NORWAY, AUSTRIA, places=("austria",), status="planned")
    there, back = score(one, other), score(other, one)
    assert there.points == pytest.approx(back.points)
    assert there.clash == back.clash


def test_a_city_is_in_its_country() -> None:
    one = telling("summit", NEVEN, ROLFE, places=("graz",))
    other = telling("summit", NEVEN, ROLFE, places=("austria",))
    known = msgspec.structs.replace(one, larger=frozenset({"austria"}))
    assert score(known, other).points > score(one, other).points


def test_a_plan_of_after_is_not_what_happened_before() -> None:
    past = telling("talks", NEVEN, days=DAY)
    ahead = telling("talks", NEVEN, published=(741_004, 741_004), status="planned")
    assert score(past, ahead).points < SAME_EVENT


def test_who_leads_stands_for_a_country_and_not_for_its_envoys() -> None:
    president = Actor("anna neven", "e1", True, ("norway",), "party", offices=("head",))
    envoys = Actor("norwegian envoys", None, False, ("norway",), "party", offices=("minister",))
    assert agree(president, NORWAY) > agree(president, envoys) == 0
    assert agree(NEVEN, ROLFE) == 0


def test_two_of_one_office_are_the_same_in_either_order() -> None:
    one, other = (
        Actor(f"presidents of {names}", None, False, (), "party", printed=f"Presidents of {names}")
        for names in ("velmark and torrenia", "torrenia and velmark")
    )
    assert agree(one, other) == 1


def test_a_weekday_excludes_other_days() -> None:
    wednesday = (Step("weekday", 2, direction="past"),)
    open_day = telling("call", NEVEN, ROLFE, published=None, steps=wednesday)
    a_wednesday = (740_902, 740_902) if 740_902 % 7 == 3 else (740_901 + (3 - 740_901) % 7,) * 2
    assert not score(open_day, telling("call", NEVEN, ROLFE, days=a_wednesday)).clash
    next_day = a_wednesday[0] + 1, a_wednesday[1] + 1
    assert score(open_day, telling("call", NEVEN, ROLFE, days=next_day)).clash
    assert publications(wednesday, a_wednesday) == [a_wednesday[0] + number for number in range(7)]


def test_together_they_tell_the_narrower_time_and_each_participant_once() -> None:
    both = combine(
        telling("talks", NEVEN, days=(740_990, 740_999)), telling("summit", NEVEN, ROLFE, days=DAY)
    )
    assert both.days == DAY
    assert [one.name for one in both.actors] == ["anna neven", "karl rolfe"]
    assert both.told == 2


def test_countries_in_words() -> None:
    assert nations_in("Russian and American diplomats") == ("russia", "united-states")
    assert nations_in("the White House") == ("united-states",)
    assert nations_in("Saudi Arabia's crown prince") == ("saudi-arabia",)
    assert nations_in("Mrs Olsen") == ()


def test_names_are_folded() -> None:
    assert fold("The  Kremlin’s") == "kremlin"


def test_roles_are_roles() -> None:
    roles: tuple[Role, ...] = ("source", "target")
    attack = families_of("attack")
    one, other = (
        Telling(("attack",), attack, tuple(sorted((NORWAY_AS(role), AUSTRIA_AS(back)))), DAY)
        for role, back in (roles, roles[::-1])
    )
    assert score(one, one).points > score(one, other).points


def NORWAY_AS(role: Role) -> Actor:  # noqa: N802
    return Actor("norway", "e4", False, ("norway",), role)


def AUSTRIA_AS(role: Role) -> Actor:  # noqa: N802
    return Actor("austria", "e5", False, ("austria",), role)


def test_namesakes_with_and_without_an_entity_have_an_order() -> None:
    nameless = msgspec.structs.replace(NEVEN, entity=None)
    assert sorted([NEVEN, TRENT, nameless]) == [nameless, NEVEN, TRENT]
    assert max(nameless, NEVEN) == NEVEN
    assert combine(telling("call", NEVEN, ROLFE), telling("call", nameless, ROLFE)).told == 2


def test_a_plan_is_not_what_was_planned_years_before() -> None:
    plan = telling("talks", NEVEN, ROLFE, status="planned", places=("graz",))
    before = (740_000, 740_000)
    old = telling("talks", NEVEN, ROLFE, days=before, published=before, status="planned",
                  places=("graz",))  # fmt: skip
    assert score(plan, old).points < SAME_EVENT


def test_a_disaster_is_known_by_its_place() -> None:
    told = telling("earthquake", days=DAY, places=("telemark",))
    assert score(told, telling("quake", places=("telemark",))).points >= SAME_EVENT
    assert score(told, telling("quake", days=DAY, places=("norway",))).points >= SAME_EVENT
    assert score(told, telling("quake", days=DAY, places=("bergen",))).points < SAME_EVENT


def test_without_participants_those_whom_the_articles_are_about_count() -> None:
    trial = telling("trial", days=DAY)
    assert score(trial, trial).points < SAME_EVENT
    about = msgspec.structs.replace(trial, about=frozenset({"e1", "e2"}))
    assert score(about, about).points >= SAME_EVENT
    named = msgspec.structs.replace(about, actors=(TRENT,))
    assert score(named, about).points < SAME_EVENT


SUBJECT = tuple(range(20))


def _about(one: Telling, common: int, **more: object) -> Telling:
    """A telling in an article of whose subject so many words are those of `SUBJECT`."""
    words = (*SUBJECT[:common], *range(100, 120 - common))
    return msgspec.structs.replace(one, subject=words, **more)


def test_reports_on_one_subject_need_less() -> None:
    one = _about(telling("cave-in"), 20)
    points = [score(one, _about(telling("collapse"), common)).points for common in (0, 3, 5)]
    assert points[0] < points[1] < points[2]


def test_their_subject_tells_nothing_weeks_later() -> None:
    one = _about(telling("cave-in"), 20)
    later = telling("collapse", published=(741_020, 741_020))
    assert score(one, _about(later, 20)).points == score(one, _about(later, 0)).points


def test_a_subject_says_no_more_than_whom_articles_are_about() -> None:
    people = frozenset({"e1", "e2"})
    one, other = (_about(telling(word), 20, about=people) for word in ("cave-in", "collapse"))
    alone = _about(telling("collapse"), 20)
    assert score(one, other).points == score(one, alone).points


def test_verbs_of_different_things_are_different() -> None:
    one, other, third = (
        msgspec.structs.replace(telling("suspend"), objects=frozenset({thing}))
        for thing in (1, 1, 2)
    )
    assert score(one, third).points < score(one, telling("suspend")).points
    assert score(one, telling("suspend")).points < score(one, other).points


def test_what_happens_daily_is_of_the_day_of_its_report() -> None:
    falls = [telling("fall", published=(day, day)) for day in (741_000, 741_001, 741_003)]
    assert score(falls[0], falls[1]).points > score(falls[0], falls[2]).points + 1.5
    dated = telling("fall", days=(741_000, 741_000))
    assert score(dated, falls[1]).points > score(dated, falls[2]).points + 1.5


def test_a_report_of_the_next_days_may_leave_out_the_day() -> None:
    dated = telling("collapse", days=DAY)
    soon, later = (telling("cave-in", published=(day, day)) for day in (741_001, 741_006))
    assert score(dated, soon).points > score(dated, later).points


def test_one_of_a_kind_in_both_reports_on_a_story_is_one() -> None:
    several, only = (
        [_about(telling(word), 20, alone=alone) for word in ("cave-in", "collapse")]
        for alone in (False, True)
    )
    assert score(*only).points > score(*several).points
    assert score(only[0], several[1]).points == score(*several).points
    elsewhere = [msgspec.structs.replace(one, subject=(at,)) for at, one in enumerate(only)]
    assert score(*elsewhere).points < score(*several).points


def test_what_one_denies_and_another_tells_is_one_for_more_than_its_kind() -> None:
    about = tuple(range(5))
    told = msgspec.structs.replace(telling("closure"), subject=about)
    denied = msgspec.structs.replace(telling("closure", status="denied"), subject=about)
    assert score(told, told).points >= SAME_EVENT
    assert score(told, denied).points < SAME_EVENT


def test_of_many_of_a_kind_what_may_be_is_one_for_more_than_its_kind() -> None:
    may_be, other = (_about(telling("deal", status="hypothetical"), 20) for _ in range(2))
    assert score(may_be, other).points < score(*(_about(telling("deal"), 20),) * 2).points
    alike = [msgspec.structs.replace(one, matter=frozenset([7])) for one in (may_be, other)]
    assert score(*alike).points > score(may_be, other).points + PER_WORD


def test_a_visit_is_known_by_where_it_went() -> None:
    one = telling("visit", NEVEN, days=DAY, places=("graz",))
    assert score(one, telling("visit", NEVEN, days=DAY)).points >= SAME_EVENT
    assert score(one, telling("visit", NEVEN, days=DAY, places=("bergen",))).points < SAME_EVENT
