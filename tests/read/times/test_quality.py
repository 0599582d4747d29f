"""The measured quality of time expressions does not fall below `evaluation/floors.toml`."""

import tomllib

import pytest

from evaluation.corpora import ROOT
from evaluation.times import figures
from evaluation.timex import has_times

FLOORS = tomllib.loads((ROOT / "evaluation" / "floors.toml").read_text("utf-8"))["times"]


@pytest.mark.corpus
@pytest.mark.parametrize("corpus", FLOORS)
def test_times_hold_their_floors(corpus: str) -> None:
    if not has_times(corpus):
        pytest.skip(f"{corpus} is not at hand (docs/evaluation.md says where to get it)")
    measured = figures(corpus, "held_out")
    assert {
        name: measured[name] for name in FLOORS[corpus] if measured[name] < FLOORS[corpus][name]
    } == {}
