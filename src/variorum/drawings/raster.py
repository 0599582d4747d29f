"""SVG to PNG, where the extra `png` is installed."""

from variorum.record.errors import InputError

try:
    from resvg_py import svg_to_bytes
except ModuleNotFoundError:  # the extra is optional
    svg_to_bytes = None  # type: ignore[assignment]


def to_png(svg: str, zoom: float) -> bytes:
    """The picture, `zoom` times as large as drawn. Raises `InputError` without the extra `png`."""
    if svg_to_bytes is None:
        raise InputError(
            "Drawings are written as PNG by resvg-py, which is not installed",
            'Install it with pip install "variorum[png]", or write SVG',
        )
    return bytes(svg_to_bytes(svg_string=svg, zoom=zoom))
