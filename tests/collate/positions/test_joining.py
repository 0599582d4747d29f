import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collate.positions.joining import AttitudeRow, join_positions
from variorum.collate.positions.words import issue_words
from variorum.engine.duckdb import DuckdbEngine
from variorum.record.position import Position, Stance
from variorum.record.when import When


def row(
    actor: str,
    issue: str,
    stance: Stance,
    day: str | None = "2031-03-05",
    *,
    article: str = "art-1",
    condition: str | None = None,
    start: int = 0,
) -> AttitudeRow:
    words = issue_words(issue)
    return AttitudeRow(
        article=article,
        start=start,
        end=start + 10,
        actor=f"ent-{actor}-{article}",
        actor_name=actor,
        issue=issue,
        stems=words.stems,
        head=words.head,
        names=words.names,
        turned=words.turned,
        stance=stance,
        condition=condition,
        as_of=When(day, day, "day", "stated") if day else None,
        confidence=0.9,
        reasons=("made up",),
        vector=b"",
    )


def join(rows: list[AttitudeRow]) -> list[Position]:
    joined = {one.actor: f"rec-{one.actor_name}" for one in rows if one.actor}
    with DuckdbEngine(processes=1) as engine:
        return join_positions(engine, rows, joined)


def grid(rows: list[AttitudeRow]) -> set[tuple[str, str, str]]:
    return {(one.issue, one.actor_name, one.stance) for one in join(rows)}


class TestIssues:
    def test_actors_share_an_issue_in_other_words(self) -> None:
        found = grid(
            [
                row("Doyle", "NATO membership", "for"),
                row("Pell", "Ardonia joining NATO", "against", article="art-2"),
                row("Osk", "NATO membership", "against", article="art-3"),
            ]
        )
        assert found == {
            ("NATO membership", "Doyle", "for"),
            ("NATO membership", "Pell", "against"),
            ("NATO membership", "Osk", "against"),
        }

    def test_two_countries_stay_apart_though_a_bare_word_fits_both(self) -> None:
        found = join(
            [
                row("Doyle", "sanctions on Iran", "for"),
                row("Doyle", "sanctions", "for", start=20),
                row("Doyle", "sanctions on Russia", "for", start=40),
            ]
        )
        assert len({one.issue for one in found}) == 2


class TestPositions:
    def test_a_position_has_the_places_of_all_articles(self) -> None:
        [found] = join(
            [
                row("Doyle", "coal tax", "against"),
                row("Doyle", "coal tax", "against", "2031-03-07", article="art-2"),
            ]
        )
        assert [place.article for place in found.evidence] == ["art-1", "art-2"]
        assert found.as_of == When("2031-03-05", "2031-03-05", "day", "stated")
        assert found.actor == "rec-Doyle"

    def test_a_change_gives_two_and_a_contradiction_on_one_day_is_mixed(self) -> None:
        changed = join(
            [
                row("Doyle", "coal tax", "against"),
                row("Doyle", "coal tax", "for", "2031-03-09", article="art-2"),
            ]
        )
        since = {(one.stance, one.as_of.latest if one.as_of else None) for one in changed}
        assert since == {("against", "2031-03-05"), ("for", "2031-03-09")}
        mixed = join(
            [
                row("Doyle", "coal tax", "against"),
                row("Doyle", "coal tax", "for", article="art-2"),
            ]
        )
        assert [one.stance for one in mixed] == ["mixed"]

    def test_conditions_that_differ_are_two_positions(self) -> None:
        found = join(
            [
                row("Doyle", "step down", "conditional", condition="if peace comes"),
                row("Doyle", "resign", "conditional", condition="in exchange for peace",
                    article="art-2"),
                row("Doyle", "resign", "conditional", condition="unless the port is lost",
                    article="art-3"),
            ]
        )  # fmt: skip
        assert sorted(len(one.evidence) for one in found) == [1, 2]

    def test_nothing_gives_nothing(self) -> None:
        assert join([]) == []


rows = st.lists(
    st.builds(
        row,
        st.sampled_from(["Doyle", "Pell"]),
        st.sampled_from(
            ["NATO membership", "joining NATO", "sanctions", "sanctions on Iran", "coal tax",
             "sanctions on Russia", "lifting sanctions", "tax on coal"]
        ),
        st.sampled_from(["for", "against"]),
        st.sampled_from([None, "2031-03-05", "2031-03-06"]),
        article=st.sampled_from(["art-1", "art-2", "art-3"]),
        start=st.integers(0, 5),
    ),
    max_size=8,
)  # fmt: skip


@settings(max_examples=25, derandomize=True, deadline=None)
@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(some: list[AttitudeRow], random: object) -> None:
    shuffled = list(some)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert msgspec.json.encode(join(some)) == msgspec.json.encode(join(shuffled))
    places = {(one.article, one.start) for one in some}
    found = {(p.article, p.start) for one in join(some) for p in one.evidence}
    assert found == places
