"""Templates made into pages, so that no article can do harm wherever its words are shown."""

from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from variorum.record.letters import visible
from variorum.record.moment import time_of
from variorum.record.when import When, first_day
from variorum.views.drawing.families import draw_family
from variorum.views.pictures import timeline
from variorum.views.words import clipped


def shown(value: Any) -> Any:
    """A text with control characters, and marks that are not seen or turn the writing, shown.

    Every text that a template prints goes through this, so that no template can forget it.
    """
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value


@cache
def environment() -> Environment:
    """The templates: text is escaped and made visible, and an unknown name is an error."""
    made = Environment(
        loader=PackageLoader("variorum.views"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": short_day,
        "date": plain_day,
        "lane": lane_day,
        "moment": moment_text,
        "clipped": clipped,
        "counted": counted,
        "percent": percent,
    }
    made.globals |= {"timeline": timeline, "draw_family": draw_family}
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
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and first != last:
        whole = _whole_months(first, last)
        if whole:
            return mark + whole
    if first == last:
        clock = when.earliest.partition("T")[2][:5]
        return f"{mark}{first.day} {first:%b %Y}" + (f", {clock}" if clock else "")
    if (first.year, first.month) == (last.year, last.month):
        return f"{mark}{first.day}–{last.day} {last:%b %Y}"
    year = f" {first:%Y}" if first.year != last.year else ""
    return f"{mark}{first.day} {first:%b}{year} – {last.day} {last:%b %Y}"


def _whole_months(first: date, last: date) -> str:
    """A month or a year from its first day to its last; empty for other spans of months."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b %Y}"
    return f"{first.year}" if (first.year, first.month, last.month) == (last.year, 1, 12) else ""


def plain_day(day: date) -> str:
    """A day that is known: "4 Mar 2031"."""
    return f"{day.day} {day:%b %Y}"


def lane_day(when: str | None) -> str:
    """A day or month of the timeline: "Tuesday, 4 March 2031", "March 2031"."""
    if when is None:
        return "No day told"
    first = first_day(when)
    is_month = len(when) == len("2031-03")
    return f"{first:%B %Y}" if is_month else f"{first:%A}, {first.day} {first:%B %Y}"


def moment_text(moment: str) -> str:
    """A moment at which articles came, by the clock of this machine: "4 Mar 2031, 09:40:12"."""
    if not moment:
        return "an earlier time"
    time = time_of(moment).astimezone()
    return f"{time.day} {time:%b %Y, %H:%M:%S}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 source", "2 sources"."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def percent(share: float) -> str:
    """A share from 0 to 1 in hundredths."""
    return f"{share:.0%}"
