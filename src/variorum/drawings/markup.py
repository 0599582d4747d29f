"""SVG from values: every attribute and every word is escaped here, and nowhere else."""

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from variorum.record.letters import visible

_UNWRITABLE: Final = {0x0C: " ", 0x0D: " ", 0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
"""What XML cannot hold and `visible` leaves."""


class Markup(str):
    """SVG that is well-formed already."""

    __slots__ = ()

    def __html__(self) -> str:
        """Templates print it as it is."""
        return str(self)


def element(name: str, *children: str, **attributes: str | float | None) -> Markup:
    """An element. Children that are not `Markup` are text.

    An underscore in an attribute's name stands for a hyphen (`class_` is class); an attribute
    that is None is left out.
    """
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_clean(_number(value)))}"
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(one if isinstance(one, Markup) else escape(_clean(one)) for one in children)
    return Markup(f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>")


def _clean(text: str) -> str:
    return visible(text).translate(_UNWRITABLE)


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
