"""`variorum draw`."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import Ended, Run
from tests.contracts.nouns import add_nouns
from tests.contracts.stories import faults
from variorum.cli import draw
from variorum.drawings.drawing import Drawing
from variorum.drawings.timeline import draw_timeline
from variorum.library import open_story
from variorum.views.desk import Desk


@pytest.fixture
def full(story: Path) -> Path:
    """A store that has an event and a story."""
    add_nouns(story)
    return story


def test_svg_beside_the_store_or_where_it_is_wanted(run: Run, full: Path) -> None:
    result = run("draw", full, "timeline")
    assert "story.timeline.svg" in result.stdout
    root = ET.parse("story.timeline.svg").getroot()
    assert root.get("width") == "1080"
    shown = "\n".join(root.itertext())
    assert "spoke by telephone" in shown
    assert "2 sources" in shown
    assert run("draw", full, "timeline", "-o", "t.svg", "--width", "360").exit_code == 0
    assert ET.parse("t.svg").getroot().get("width") == "360"


def test_what_is_asked_for_is_drawn(run: Run, full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str | None, draw.Asked]] = []

    def drawn(desk: Desk, wanted: draw.Asked) -> Drawing:
        asked.append((desk.group and desk.group.id, wanted))
        return draw_timeline([])

    monkeypatch.setitem(draw.DRAWINGS, "timeline", drawn)
    with open_story(full) as opened:
        (group,) = opened.stories
    run("draw", full, "timeline")
    run("draw", full, "timeline", "--limit", "2", "--story", group.id)
    run("draw", full, "timeline", "--width", "400", "--story", group.label[:9].upper())
    assert asked == [
        (None, draw.Asked(24, 1080)),
        (group.id, draw.Asked(2, 1080)),
        (group.id, draw.Asked(24, 400)),
    ]


def test_who_copied_whom_as_a_file(run: Run, story: Path) -> None:
    assert "story.lineage.svg" in run("draw", story, "lineage").stdout
    shown = "\n".join(ET.parse("story.lineage.svg").getroot().itertext())
    assert "first seen" in shown
    with open_story(story) as opened:
        assert f"{len(Desk(opened).families)} famil" in shown


def test_png(run: Run, story: Path) -> None:
    pytest.importorskip("resvg_py")
    assert run("draw", story, "timeline", "-o", "t.PNG").exit_code == 0
    assert Path("t.PNG").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("hairline",), "Choose one of: timeline, lineage"),
        (("timeline", "-o", "t.jpg"), ".svg or .png"),
        (("timeline", "-o", "none/t.svg"), "cannot be written"),
        (("timeline", "--story", "nothing"), "No story is called 'nothing'"),
    ],
)
def test_what_cannot_be_drawn(command, story: Path, arguments: tuple, message: str) -> None:
    ended: Ended = command("draw", story, *arguments)
    assert ended.code == 1
    assert message in ended.err


def test_never_over_the_store(run: Run, story: Path) -> None:
    story.rename("story.svg")
    assert run("draw", "story.svg", "timeline", "-o", "story.svg").exit_code != 0
    assert faults(Path("story.svg")) == []
