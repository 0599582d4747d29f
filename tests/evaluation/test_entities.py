"""The figures of joined entities, and the floor of those on MEANTIME."""

import tomllib
from pathlib import Path

import pytest

from evaluation.corpora import GOLD, data_folder
from evaluation.entities import HALVES, figures, judge_meantime, measured

FLOORS = tomllib.loads(
    (Path(__file__).parents[2] / "evaluation" / "floors.toml").read_text("utf-8")
)


def test_a_perfect_grouping():
    found = figures("aabbc", "xxyyz")
    assert found.pairs == found.b_cubed == (1.0, 1.0, 1.0)


def test_all_in_one():
    found = figures("aab", "xxx")
    assert found.pairs[:2] == (1 / 3, 1.0)
    assert found.b_cubed[0] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)


def test_each_alone():
    found = figures("aab", "xyz")
    assert found.pairs == (0.0, 0.0, 0.0)
    assert found.b_cubed[:2] == (1.0, pytest.approx(2 / 3))


def test_the_gold_has_no_article_in_both_halves():
    rows = (GOLD / "helsinki_entities.jsonl").read_text("utf-8").splitlines()
    halves = [{row.split('"')[3] for row in rows if f'"{half}"' in row} for half in HALVES]
    assert all(len(half) > 15 for half in halves)
    assert not halves[0] & halves[1]


@pytest.mark.corpus
@pytest.mark.skipif(
    not (data_folder() and judge_meantime()), reason="MEANTIME is not at hand (docs/evaluation.md)"
)
def test_joining_holds_its_floors():
    found = measured(judge_meantime()["held_out"])["joined"]
    floors = FLOORS["entities"]["meantime"]
    assert found.pairs[0] >= floors["pair_precision"]
    assert found.pairs[2] >= floors["pair_f1"]
    assert found.b_cubed[2] >= floors["b_cubed_f1"]
