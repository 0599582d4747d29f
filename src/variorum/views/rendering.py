"""Templates made into pages, so that no article can do harm wherever its words are shown."""

from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from variorum.record.when import When
from variorum.views.words import clipped

_HIDDEN_RANGES: Final = (
    (0x00, 0x09), (0x0B, 0x0C), (0x0E, 0x20), (0x7F, 0xA0), (0xAD, 0xAE), (0x061C, 0x061D),
    (0x200B, 0x2010), (0x202A, 0x202F), (0x2060, 0x2070), (0xD800, 0xE000), (0xFEFF, 0xFF00),
    (0xFFF9, 0xFFFC), (0xE0000, 0xE0080),
)  # fmt: skip
_HIDDEN: Final = {code: "\ufffd" for start, end in _HIDDEN_RANGES for code in range(start, end)}


def visible(value: Any) -> Any:
    """A text with control characters, and marks that are not seen or turn the writing, shown.

    Every text that a template prints goes through this, so that no template can forget it.
    """
    if isinstance(value, str) and not isinstance(value, Markup):
        return value.translate(_HIDDEN)
    return value


@cache
def environment() -> Environment:
    """The templates: text is escaped and made visible, and an unknown name is an error."""
    made = Environment(
        loader=PackageLoader("variorum.views"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": short_day, "clipped": clipped, "counted": counted, "percent": percent}
    return made


def render(template: str, **values: object) -> Markup:
    """One template with its values.

    What is hidden is made visible once more in the whole: text that was joined to markup on its
    way was escaped there, but not made visible.
    """
    return Markup(visible(environment().get_template(template).render(**values)))


@cache
def style_sheet() -> str:
    """The style of all pages: what all views share, then what each adds."""
    folder = files("variorum.views").joinpath("assets", "styles")
    sheets = sorted(folder.iterdir(), key=lambda one: (one.name != "base.css", one.name))
    return "".join(one.read_text("utf-8") for one in sheets if one.name.endswith(".css"))


@cache
def script() -> str:
    """What runs in the reader's browser; every page works without it."""
    return files("variorum.views").joinpath("assets", "variorum.js").read_text("utf-8")


def short_day(when: When | None) -> str:
    """A date in few characters; one that is inferred has a tilde."""
    if when is None:
        return "date unknown"
    first, last = when.days
    mark = "~ " if when.basis == "inferred" else ""
    if first == last:
        clock = when.earliest.partition("T")[2][:5]
        return f"{mark}{first.day} {first:%b %Y}" + (f", {clock}" if clock else "")
    if (first.year, first.month) == (last.year, last.month):
        return f"{mark}{first.day}–{last.day} {last:%b %Y}"
    year = f" {first:%Y}" if first.year != last.year else ""
    return f"{mark}{first.day} {first:%b}{year} – {last.day} {last:%b %Y}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 source", "2 sources"."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def percent(share: float) -> str:
    """A share from 0 to 1 in hundredths."""
    return f"{share:.0%}"
