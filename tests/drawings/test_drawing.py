"""A drawing as a file."""

from xml.etree import ElementTree as ET

import pytest

from tests.drawings.examples import lane, told
from variorum.drawings import raster
from variorum.drawings.timeline import draw_timeline
from variorum.record.errors import InputError

DRAWING = draw_timeline([lane("2031-03-04", told("call"))])


def test_a_file_stands_alone() -> None:
    svg = DRAWING.svg()
    ET.fromstring(svg)
    assert svg.startswith("<?xml")
    assert f'viewBox="0 0 {DRAWING.width} {DRAWING.height}"' in svg
    assert svg.count("http") == 1, "nothing but the name of SVG"


def test_in_a_page_the_paper_is_the_page() -> None:
    assert f'<rect width="{DRAWING.width}"' in DRAWING.svg()
    assert f'<rect width="{DRAWING.width}"' not in DRAWING.inline()


def test_png() -> None:
    pytest.importorskip("resvg_py")
    png = DRAWING.png(2)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) == 2 * DRAWING.width
    assert png == DRAWING.png(2)


def test_png_without_the_extra_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "svg_to_bytes", None)
    with pytest.raises(InputError, match=r"variorum\[png\]"):
        DRAWING.png()
