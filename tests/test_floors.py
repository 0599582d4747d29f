"""The measured quality does not fall below `evaluation/floors.toml`."""

import tomllib
from pathlib import Path

import pytest

from evaluation.blocks import measure
from evaluation.conflicts import measure as measure_conflicts
from evaluation.corpora import data_folder, has_corpus, has_polnear
from evaluation.events import measure as measure_events
from evaluation.lineage import figures, judge_chains, judge_helsinki
from evaluation.speakers import measure as measure_speakers
from evaluation.stories import build_heap, has_events
from evaluation.stories import measure as measure_stories
from evaluation.timeline_collections import has_timelines
from evaluation.timelines import build_topics
from evaluation.timelines import measure as measure_timelines
from training.reader.figures import polnear_figures
from training.reader.polnear import polnear_documents
from training.reader.reading import read_documents
from variorum.read.encoder.encoder import Encoder

FLOORS = tomllib.loads(
    (Path(__file__).parents[1] / "evaluation" / "floors.toml").read_text("utf-8")
)

needs_helsinki = pytest.mark.skipif(
    not has_corpus("helsinki"),
    reason="the Helsinki collection is not at hand (docs/evaluation.md says where to get it)",
)


def below(measured: dict[str, float], floors: dict[str, float]) -> dict[str, tuple[float, float]]:
    return {
        name: (round(measured[name], 4), floor)
        for name, floor in floors.items()
        if measured[name] < floor
    }


@pytest.mark.parametrize("kind", ["dated", "undated"])
def test_derived_chains_hold_their_floors(kind):
    judged = judge_chains("held_out", dated=kind == "dated")
    assert not below(figures(judged), FLOORS["chains"][kind])


@pytest.mark.parametrize("half", [name for name in FLOORS["helsinki"] if name != "blocks"])
@pytest.mark.corpus
@needs_helsinki
def test_pairs_read_by_hand_hold_their_floors(half):
    assert not below(figures(judge_helsinki(half)), FLOORS["helsinki"][half])


@pytest.mark.corpus
@needs_helsinki
def test_roles_of_lines_hold_their_floors():
    assert not below(measure("held_out"), FLOORS["helsinki"]["blocks"])


@pytest.mark.corpus
@needs_helsinki
def test_speakers_hold_their_floors():
    measured = measure_speakers("held_out", Encoder.shipped())
    assert measured
    assert not below(measured._asdict(), FLOORS["speakers"]["held_out"])


@pytest.mark.corpus
@needs_helsinki
@pytest.mark.skipif(not has_corpus("allsides"), reason="The AllSides collection is not at hand")
def test_the_status_of_events_holds_its_floors():
    measured = measure_events("held_out", Encoder.shipped())
    assert measured
    assert not below(measured._asdict(), FLOORS["events"]["held_out"])


@pytest.mark.corpus
@pytest.mark.skipif(
    not (has_corpus("helsinki") and has_corpus("allsides")),
    reason="the collections are not at hand (docs/evaluation.md says where to get them)",
)
def test_planted_conflicts_hold_their_floors():
    measured = measure_conflicts("held_out")
    assert measured
    assert not below(measured._asdict(), FLOORS["conflicts"]["held_out"])


@pytest.mark.corpus
@pytest.mark.skipif(
    not has_polnear(),
    reason="PolNeAR is not at hand (docs/evaluation.md says where to get it)",
)
def test_attributions_hold_their_floors():
    folder = data_folder()
    assert folder
    documents = list(polnear_documents(folder, ["dev"]))
    found = list(read_documents(Encoder.shipped(), documents))
    measured = polnear_figures(documents, found)
    measured["whole"] = measured["whole"][-1]
    assert not below(measured, FLOORS["attributions"]["polnear"])


@pytest.mark.corpus
@pytest.mark.skipif(not has_events(), reason="the collections are not at hand")
def test_stories_hold_their_floors(tmp_path):
    build_heap(tmp_path / "heap.variorum", read=False)
    measured = measure_stories(tmp_path / "heap.variorum", "held_out")
    assert not below(measured._asdict(), FLOORS["stories"]["held_out"])


@pytest.mark.corpus
@pytest.mark.skipif(not has_timelines(), reason="the timelines are not at hand")
def test_digests_hold_their_floors(tmp_path):
    names = ("H1N1_guardian",)
    build_topics(tmp_path, names)
    ((_, figures),) = measure_timelines(tmp_path, is_each=True, names=names)
    measured = {name: one.f1 for name, one in figures._asdict().items()}
    assert not below(measured, FLOORS["timelines"]["h1n1_guardian"])
